import { fold, sameName } from './fold.ts';
import type { EntryData } from './generated/types.ts';
import { lazily } from './lazily.ts';
import { LANGS, type Lang, type Text } from './lang.ts';

/**
 * The Excel form: its sheets, its columns and what their cells take. What writes the form and what reads it back both go
 * by these tables, so that neither can know a column that the other does not.
 */

export type Status = EntryData['status'];

export const STATUS: Readonly<Record<Status, Text>> = {
  'not-started': { vi: 'chưa thực hiện', en: 'not started' },
  'in-progress': { vi: 'đang thực hiện', en: 'in progress' },
  submitted: { vi: 'đã trình, chờ ban hành', en: 'submitted' },
  completed: { vi: 'đã hoàn thành', en: 'completed' },
  blocked: { vi: 'đang vướng mắc', en: 'blocked' },
  'none-arisen': { vi: 'không phát sinh', en: 'none arisen' },
};

/** With a capital, as an entry of a list begins. */
export const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());

/** A status begins with a capital in a list, as officials write it. */
export const statusLabel = (status: Status, lang: Lang): string => capital(STATUS[status][lang]);

/** Only workbooks ask for statuses and headings by name, and most runs see none. */
const statuses = lazily(
  () =>
    new Map(
      (Object.entries(STATUS) as [Status, Text][]).flatMap(([status, text]) =>
        [status, ...LANGS.map((lang) => text[lang])].flatMap((name) => [
          [sameName(name), status] as const,
          [fold(name), status] as const,
        ]),
      ),
    ),
);

/** The status that a label means, whatever its case and tone marks; nothing is guessed. */
export const statusLabelled = (label: string): Status | undefined =>
  statuses().get(sameName(label)) ?? statuses().get(fold(label));

/**
 * What a cell takes: `line`, text on one line, outer spaces dropped; `id`, the same, but never a number with a fraction,
 * which may have lost a nought; `phone`, a line, but never a number; `text`, as it stands; `either`, a number or a line; the others are what they say.
 * `given` cells are printed for the reader and never read back.
 */
export type Takes =
  'id' | 'line' | 'phone' | 'text' | 'status' | 'percent' | 'number' | 'count' | 'day' | 'either' | 'given';

/** A place of the form that holds one field: a column of a table, or a labelled cell above it. */
export interface FormField {
  /** The field's path in an entry, a proposal or the report itself, with dots: `evidence.number`. */
  readonly field: string;
  readonly title: Text;
  /** Other headings under which it comes back. */
  readonly also?: readonly string[];
  readonly takes: Takes;
}

/** The columns of the form, in its order. */
export const COLUMNS: readonly FormField[] = [
  {
    field: 'task',
    title: { vi: 'Mã nhiệm vụ', en: 'Task ID' },
    also: ['mã', 'mã NV', 'mã số', 'mã số nhiệm vụ', 'số hiệu nhiệm vụ', 'task code'],
    takes: 'id',
  },
  {
    field: 'text',
    title: { vi: 'Nhiệm vụ', en: 'Task' },
    also: ['nội dung', 'nội dung nhiệm vụ', 'tên nhiệm vụ', 'nhiệm vụ, giải pháp'],
    takes: 'given',
  },
  {
    field: 'role',
    title: { vi: 'Chủ trì/phối hợp', en: 'Lead or support' },
    also: ['vai trò', 'chủ trì', 'phối hợp', 'cơ quan chủ trì', 'đơn vị chủ trì'],
    takes: 'given',
  },
  {
    field: 'deadline',
    title: { vi: 'Thời hạn', en: 'Deadline' },
    also: ['hạn', 'hạn hoàn thành', 'thời hạn hoàn thành', 'thời gian thực hiện'],
    takes: 'given',
  },
  {
    field: 'status',
    title: { vi: 'Trạng thái', en: 'Status' },
    also: ['tình trạng', 'tình trạng thực hiện', 'trạng thái thực hiện', 'trạng thái nhiệm vụ'],
    takes: 'status',
  },
  {
    field: 'progress',
    title: { vi: 'Tiến độ %', en: 'Progress %' },
    also: ['phần trăm hoàn thành', 'tỷ lệ hoàn thành', 'tiến độ thực hiện', 'progress'],
    takes: 'percent',
  },
  {
    field: 'result',
    title: { vi: 'Kết quả', en: 'Result' },
    also: ['kết quả thực hiện', 'kết quả đạt được', 'kết quả trong kỳ', 'results'],
    takes: 'text',
  },
  {
    field: 'completed',
    title: { vi: 'Ngày hoàn thành', en: 'Completed on' },
    also: ['thời điểm hoàn thành', 'completed', 'ngày, tháng hoàn thành', 'ngày tháng năm hoàn thành'],
    takes: 'day',
  },
  {
    field: 'evidence.number',
    title: { vi: 'Văn bản minh chứng', en: 'Evidence no.' },
    also: [
      'số văn bản',
      'số, ký hiệu văn bản',
      'văn bản minh chứng số',
      'minh chứng',
      'văn bản minh chứng số, ký hiệu',
    ],
    takes: 'line',
  },
  {
    field: 'evidence.date',
    title: { vi: 'Ngày văn bản', en: 'Evidence date' },
    also: ['ngày ban hành', 'ngày ban hành văn bản', 'văn bản minh chứng ngày', 'ngày tháng văn bản'],
    takes: 'day',
  },
  {
    field: 'obstacles',
    title: { vi: 'Khó khăn', en: 'Obstacles' },
    also: ['khó khăn, vướng mắc', 'vướng mắc', 'khó khăn, vướng mắc, nguyên nhân', 'tồn tại, hạn chế'],
    takes: 'text',
  },
  {
    field: 'proposals',
    title: { vi: 'Đề xuất', en: 'Proposals' },
    also: ['đề xuất, kiến nghị', 'kiến nghị', 'kiến nghị, đề xuất'],
    takes: 'text',
  },
  {
    field: 'next',
    title: { vi: 'Kế hoạch tiếp theo', en: 'Next steps' },
    also: ['kế hoạch kỳ tới', 'kế hoạch thời gian tới', 'nhiệm vụ tiếp theo', 'phương hướng'],
    takes: 'text',
  },
  {
    field: 'previous',
    title: { vi: 'Kỳ trước đã báo cáo', en: 'Reported last time' },
    also: ['kỳ trước'],
    takes: 'given',
  },
  { field: 'submitted', title: { vi: 'Ngày trình', en: 'Submitted on' }, also: ['submitted'], takes: 'day' },
  { field: 'started', title: { vi: 'Ngày bắt đầu', en: 'Started on' }, also: ['started'], takes: 'day' },
  { field: 'evidence.title', title: { vi: 'Trích yếu', en: 'Evidence title' }, takes: 'text' },
  { field: 'evidence.issuer', title: { vi: 'Cơ quan ban hành', en: 'Issued by' }, takes: 'text' },
  {
    field: 'evidence.product',
    title: { vi: 'Sản phẩm số', en: 'Product no.' },
    also: ['sản phẩm thứ', 'sản phẩm thứ mấy'],
    takes: 'count',
  },
  { field: 'evidence.file', title: { vi: 'Tệp kèm theo', en: 'Attached file' }, takes: 'text' },
  { field: 'indicators.id', title: { vi: 'Mã chỉ tiêu', en: 'Indicator ID' }, takes: 'id' },
  {
    field: 'indicators.value',
    title: { vi: 'Giá trị chỉ tiêu', en: 'Indicator value' },
    also: ['số liệu chỉ tiêu', 'giá trị đạt được'],
    takes: 'number',
  },
];

/** The columns that every form has; the others stand behind them where a body's tasks need them. */
export const STANDARD = 13;

/** Without these two there is no table to read. */
export const NEEDED_COLUMNS = ['task', 'status'] as const;

/** The cells above the table. Each has a defined name: its field with `_` for the dot. */
export const HEAD: readonly FormField[] = [
  { field: 'plan', title: { vi: 'Kế hoạch số', en: 'Plan no.' }, also: ['số kế hoạch', 'kế hoạch'], takes: 'line' },
  { field: 'version', title: { vi: 'Phiên bản', en: 'Version' }, also: ['phiên bản kế hoạch'], takes: 'line' },
  {
    field: 'owner',
    title: { vi: 'Cơ quan báo cáo', en: 'Reporting body' },
    also: ['đơn vị báo cáo', 'cơ quan', 'đơn vị'],
    takes: 'line',
  },
  { field: 'period', title: { vi: 'Kỳ báo cáo', en: 'Period' }, also: ['kỳ', 'năm báo cáo'], takes: 'either' },
  { field: 'reported', title: { vi: 'Ngày báo cáo', en: 'Reported on' }, takes: 'day' },
  {
    field: 'document.number',
    title: { vi: 'Số báo cáo', en: 'Document no.' },
    also: ['số, ký hiệu báo cáo', 'văn bản số'],
    takes: 'line',
  },
  { field: 'document.date', title: { vi: 'Ngày ký báo cáo', en: 'Document date' }, takes: 'day' },
  { field: 'signer.name', title: { vi: 'Người ký', en: 'Signed by' }, takes: 'text' },
  { field: 'signer.title', title: { vi: 'Chức vụ', en: 'Position' }, takes: 'text' },
  { field: 'contact.name', title: { vi: 'Người theo dõi', en: 'Contact' }, also: ['đầu mối liên hệ'], takes: 'text' },
  { field: 'contact.phone', title: { vi: 'Điện thoại', en: 'Telephone' }, also: ['số điện thoại'], takes: 'phone' },
  { field: 'contact.email', title: { vi: 'Thư điện tử', en: 'E-mail' }, also: ['email'], takes: 'line' },
];

/** Those of them that the form comes with. */
export const GIVEN_HEADS: ReadonlySet<string> = new Set(['plan', 'version', 'owner', 'period']);

/** The columns of the sheet on which changes to the plan are asked for. */
export const PROPOSALS: readonly FormField[] = [
  COLUMNS[0] as FormField,
  {
    field: 'text',
    title: { vi: 'Nội dung đề xuất', en: 'What is proposed' },
    also: ['nội dung đề xuất sửa đổi', 'đề xuất sửa đổi, bổ sung'],
    takes: 'text',
  },
];

export const SHEETS: Readonly<Record<'report' | 'proposals' | 'guide' | 'results', Text>> = {
  report: { vi: 'Báo cáo', en: 'Report' },
  proposals: { vi: 'Đề xuất sửa đổi', en: 'Proposed changes' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  /** What `annotate` adds: never part of a report. */
  results: { vi: 'Kết quả kiểm tra', en: 'Check results' },
};

export const nameOfField = (field: string): string => field.replace('.', '_');

/** Whatever is longer is no heading, and folding it would cost time. */
const LONGEST_HEADING = 80;

/** The field that a heading names, and the language it names it in. */
interface Heading {
  readonly field: FormField;
  readonly lang: Lang;
}

/** Strangers' files may have any number of headings. */
const MOST_FOUND = 2000;

/** The fields by their headings; a heading is compared without case, marks, punctuation and what stands in brackets. */
export class Headings {
  readonly #fields: () => ReadonlyMap<string, Heading>;
  /** What was found before: the forms of a folder have the same headings, and each is looked at several times. */
  readonly #found = new Map<string, Heading | undefined>();

  constructor(fields: readonly FormField[]) {
    this.#fields = lazily(() => byHeading(fields));
  }

  find(heading: string): Heading | undefined {
    if (heading === '' || heading.length > LONGEST_HEADING) return undefined;
    if (!this.#found.has(heading)) {
      if (this.#found.size >= MOST_FOUND) this.#found.clear();
      this.#found.set(heading, this.#named(heading) ?? this.#named(heading.replace(/\([^()]*\)/g, ' ')));
    }
    return this.#found.get(heading);
  }

  /** No heading has a figure, and most other texts that stand about have one: those need not be folded. */
  #named(text: string): Heading | undefined {
    return /\d/.test(text) ? undefined : this.#fields().get(fold(text));
  }
}

/** A title stands before another name of the same words, and a Vietnamese one before an English one. */
function byHeading(fields: readonly FormField[]): Map<string, Heading> {
  const found = new Map<string, Heading>();
  for (const field of fields) {
    for (const name of field.also ?? []) found.set(fold(name), { field, lang: 'vi' });
  }
  for (const field of fields) {
    for (const lang of [...LANGS].reverse()) found.set(fold(field.title[lang]), { field, lang });
  }
  return found;
}

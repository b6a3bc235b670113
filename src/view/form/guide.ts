import reportSchema from '../../../schemas/report.schema.json' with { type: 'json' };
import { type Day, formatDay } from '../../day.ts';
import { type FormField, GIVEN_HEADS, HEAD, SHEETS, capital, STATUS, type Status, statusLabel } from '../../form.ts';
import type { Lang, Text } from '../../lang.ts';
import { cellName } from '../../office/cells.ts';
import type { Style } from '../../office/styles.ts';
import type { CellToWrite, SheetToWrite } from '../../office/write.ts';
import { reportRules } from '../../rules/index.ts';
import { fixOf } from '../../rules/wording.ts';
import { severityWords } from '../words.ts';

/** What the guide says besides the rules. */
export interface GuideGiven {
  /** The last day to file in time. */
  readonly due?: Day;
  /** Whom to send it to. */
  readonly coordinator?: string;
}

/** How headings look: a shade that stays apart from the others in black and white. */
export const HEADING: Style = { bold: true, border: true, fill: 'BFBFBF', align: 'center', middle: true };

/** What to write into a cell, in a sentence: the hints on the sheet and the guide say the same. */
const HINTS = {
  id: { vi: 'Ghi mã đúng như trong kế hoạch.', en: 'The ID as it stands in the plan.' },
  line: { vi: 'Ghi trên một dòng.', en: 'On one line.' },
  phone: { vi: 'Ghi đủ cả số 0 ở đầu, dạng chữ.', en: 'With the nought that it begins with, as text.' },
  text: {
    vi: 'Ghi ngắn gọn, đúng thực tế đến ngày báo cáo; không có thì để trống.',
    en: 'Briefly, as it is on the day of the report; leave blank if there is nothing to say.',
  },
  status: { vi: 'Chọn một trạng thái trong danh sách.', en: 'Choose one of the list.' },
  percent: { vi: 'Ghi số từ 0 đến 100, ví dụ 60.', en: 'A number from 0 to 100, such as 60.' },
  number: { vi: 'Ghi một số, không kèm đơn vị.', en: 'A number without its unit.' },
  count: {
    vi: 'Ghi số thứ tự của sản phẩm trong kế hoạch: 1, 2…',
    en: 'The place of the product in the plan: 1, 2, …',
  },
  day: { vi: 'Ghi ngày/tháng/năm, ví dụ 31/12/2025.', en: 'Day/month/year, such as 31/12/2025.' },
  either: { vi: 'Ghi kỳ báo cáo, ví dụ 2025.', en: 'The period, such as 2025.' },
  given: { vi: 'Nội dung cho sẵn, không sửa.', en: 'Given; leave as it is.' },
} as const satisfies Record<FormField['takes'], Record<Lang, string>>;

const NUMBERS: Text = {
  vi: 'Ghi đủ số, ký hiệu, ví dụ 123/QĐ-UBND.',
  en: 'The number and symbol in full, such as 123/QĐ-UBND.',
};

/** How to write what a field holds: by what its cell takes, and for numbers of documents with an example. */
export function howTo({ field, takes }: FormField, lang: Lang): string {
  if (field.endsWith('.number')) return NUMBERS[lang];
  // Names and positions above the table are no accounts of what was done.
  if (takes === 'text' && HEAD.some((head) => head.field === field)) return HINTS.line[lang];
  return HINTS[takes][lang];
}

/** Findings that a workbook cannot have, and those that are not the reporting body's to mend. */
export const NOT_FOR_CLERKS = new Set([
  'syntax-error',
  'unknown-field',
  'wrong-encoding',
  'register-mismatch',
  'filed-otherwise',
]);

const words = {
  title: { vi: 'HƯỚNG DẪN GHI BIỂU', en: 'HOW TO FILL IN THE FORM' },
  send: {
    vi: (due: string, coordinator: string) => `Gửi tệp này cho ${coordinator} chậm nhất ngày ${due}.`,
    en: (due: string, coordinator: string) => `Send this file to ${coordinator} by the end of ${due}.`,
  },
  statuses: { vi: '1. Trạng thái', en: '1. Status' },
  columns: { vi: '2. Các ô phần đầu và các cột của biểu', en: '2. The cells above the table and its columns' },
  checks: { vi: '3. Những điều sẽ được kiểm tra', en: '3. What will be checked' },
  unlock: {
    vi: 'Biểu khóa không mật khẩu. Khi cần xóa dòng đã chèn, chọn Review > Unprotect Sheet.',
    en: 'The form is locked without a password. To delete rows that were inserted, choose Review > Unprotect Sheet.',
  },
  column: { vi: 'Cột, ô', en: 'Column or cell' },
  meaning: { vi: 'Nội dung', en: 'What it holds' },
  how: { vi: 'Cách ghi', en: 'How to write it' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  level: { vi: 'Mức', en: 'Level' },
  remedy: { vi: 'Cách ghi đúng', en: 'How to put it right' },
} as const;

/** What each status stands for. */
const MEANINGS: Readonly<Record<Status, Text>> = {
  'not-started': { vi: 'Chưa làm gì.', en: 'Nothing has been done.' },
  'in-progress': { vi: 'Đang làm, chưa xong.', en: 'Work goes on.' },
  submitted: {
    vi: 'Đã trình cấp có thẩm quyền, chưa ban hành; ghi ngày trình.',
    en: 'Submitted, not issued yet; give the day.',
  },
  completed: { vi: 'Đã xong; ghi ngày hoàn thành và văn bản minh chứng.', en: 'Done; give the day and the evidence.' },
  blocked: {
    vi: 'Không làm tiếp được; ghi nguyên nhân ở cột Khó khăn.',
    en: 'Cannot go on; give the cause under Obstacles.',
  },
  'none-arisen': {
    vi: 'Trong kỳ không phát sinh việc; nêu lý do.',
    en: 'Nothing arose in the period; give the reason.',
  },
};

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** What the schema says of a field: its description has the Vietnamese first, then the English. */
function described(schema: Described, field: string, lang: Lang): string {
  let at: Described | undefined = schema;
  for (const step of field.split('.')) at = (at?.items ?? at)?.properties?.[step];
  const [vi = '', en = vi] = (at?.description ?? '').split('\n\n');
  return { vi, en }[lang];
}

/** The sheet that explains the form, from the schema and the rules themselves; and where it lists the statuses. */
export function guideSheet(
  { due, coordinator }: GuideGiven,
  columns: readonly FormField[],
  lang: Lang,
): { readonly sheet: SheetToWrite; readonly statuses: string } {
  const cells: CellToWrite[] = [];
  let row = 1;
  const line = (contents: readonly string[], style: Style = {}): void => {
    contents.forEach((content, i) => cells.push({ row, column: i + 1, content, style }));
    row++;
  };

  const boxed: Style = { border: true };
  line([words.title[lang]], { bold: true, size: 13, oneLine: true });
  if (due !== undefined && coordinator !== undefined)
    line([words.send[lang](formatDay(due, lang), coordinator)], { oneLine: true });
  line([words.unlock[lang]], { oneLine: true });
  row++;
  line([words.statuses[lang]], { bold: true, oneLine: true });
  const first = row;
  for (const status of Object.keys(STATUS) as Status[])
    line([statusLabel(status, lang), MEANINGS[status][lang]], boxed);
  const statuses = `${absolute(first)}:${absolute(row - 1)}`;
  row++;
  line([words.columns[lang]], { bold: true, oneLine: true });
  line([words.column[lang], words.meaning[lang], words.how[lang]], HEADING);
  const head = HEAD.filter(({ field }) => !GIVEN_HEADS.has(field)).map((field) => ({
    ...field,
    in: reportSchema as Described,
  }));
  const table = columns.map((field) => ({ ...field, in: reportSchema.$defs.entry }));
  for (const each of [...head, ...table]) {
    if (each.takes === 'given') continue;
    const { title } = each;
    const meaning = withoutCodes(described(each.in, each.field, lang), lang);
    line([title[lang], meaning === `${title[lang]}.` ? '' : meaning, howTo(each, lang)], boxed);
  }
  row++;
  line([words.checks[lang]], { bold: true, oneLine: true });
  line([words.check[lang], words.remedy[lang], words.level[lang]], HEADING);
  for (const rule of reportRules) {
    if (!NOT_FOR_CLERKS.has(rule.name))
      line(
        [rule.title[lang], fixOf(rule, true, lang), `${capital(severityWords[rule.severity][lang])} ${rule.code}`],
        boxed,
      );
  }
  return { sheet: { name: SHEETS.guide[lang], widths: [32, 84, 46], cells, isProtected: true }, statuses };
}

const absolute = (row: number): string => cellName({ row, column: 1 }).replace(/^([A-Z]+)/, '$$$1$$');

/** The schema names the codes and forms that a text file takes; whoever has a form before them needs none. */
const withoutCodes = (text: string, lang: Lang): string =>
  (Object.keys(STATUS) as Status[]).reduce(
    (told, status) => told.replace(new RegExp(`\\b${status}\\b`), `“${statusLabel(status, lang)}”`),
    text.replace(/: not-started.*$/s, '.').replace(/ \((YYYY-MM-DD|đặt trong ngoặc kép|in quotes)\)/g, ''),
  );

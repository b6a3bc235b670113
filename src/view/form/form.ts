import { type Day, formatDay } from '../../day.ts';
import { COLUMNS, type FormField, GIVEN_HEADS, HEAD, PROPOSALS, SHEETS, STANDARD, nameOfField } from '../../form.ts';
import type { Lang } from '../../lang.ts';
import type { CellAt, Range } from '../../office/cells.ts';
import type { Style } from '../../office/styles.ts';
import {
  type CellToWrite,
  type SheetToWrite,
  type Validation,
  sheetInFormula,
  workbookBytes,
} from '../../office/write.ts';
import { type GuideGiven, HEADING, guideSheet, howTo } from './guide.ts';

/** What a cell of the form is filled with. */
export type Content = string | number | { readonly day: Day };

/** A day as a cell holds it. */
export const dayContent = (day: Day | undefined): Content | undefined => (day === undefined ? undefined : { day });

/** One row of the table: what stands in it, and which of that was carried over from the period before. */
export interface FormRow {
  readonly cells: Readonly<Record<string, Content | undefined>>;
  /** The period that the row was carried over from. */
  readonly carriedFrom?: string;
  /** Fields, besides those that are always given, that the form itself fills in. */
  readonly given?: readonly string[];
}

/** A form to be written: empty for a clerk to fill in, or full for one to read. */
export interface FormContent extends GuideGiven {
  /** What is known of the report itself, by field. */
  readonly head: Readonly<Record<string, Content | undefined>>;
  /** The body's name in full, for the title. */
  readonly body?: string | undefined;
  readonly rows: readonly FormRow[];
  readonly proposals: readonly FormRow[];
  /** Further columns that these rows need, besides those that have something in them. */
  readonly extra?: readonly string[];
}

const words = {
  annex: { vi: 'PHỤ LỤC', en: 'ANNEX' },
  title: {
    vi: (plan: string, period: string) => `KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ ${plan}, KỲ BÁO CÁO ${period}`,
    en: (plan: string, period: string) => `RESULTS OF PLAN ${plan}, REPORTING PERIOD ${period}`,
  },
  attached: {
    vi: (owner: string) => `(Kèm theo Báo cáo số ……/BC-…… ngày … tháng … năm …… của ${owner})`,
    en: (owner: string) => `(Annexed to report no. …… of …… by ${owner})`,
  },
  due: { vi: 'Hạn nộp báo cáo', en: 'Report due' },
  note: {
    vi: 'Ô nền trắng: đơn vị điền. Ô nền xám: nội dung cho sẵn, không sửa. Chữ nghiêng: chuyển từ kỳ trước, kiểm tra và sửa lại. Nhiệm vụ có nhiều văn bản minh chứng: chèn thêm dòng ngay dưới, để trống mã nhiệm vụ. Cách ghi từng cột: xem trang “Hướng dẫn”.',
    en: 'White cells are yours to fill in; grey ones are given. Text in italics is carried over from the last period: check and mend it. For more evidence on a task insert rows right below it and leave the task ID blank. How to fill in each column: see the sheet “Guide”.',
  },
  carried: {
    vi: (period: string) => ` Chuyển từ kỳ ${period}, cần kiểm tra lại.`,
    en: (period: string) => ` Carried over from ${period}: check it.`,
  },
  proposals: {
    vi: 'ĐỀ XUẤT SỬA ĐỔI, BỔ SUNG KẾ HOẠCH (nếu có)',
    en: 'CHANGES TO THE PLAN THAT YOU ASK FOR, IF ANY',
  },
} as const;

/** In characters. The standard columns come to about 205, which A4 landscape prints at two thirds of the size. */
const WIDTHS: Readonly<Record<string, number>> = {
  task: 9,
  text: 36,
  role: 9,
  deadline: 11,
  status: 12,
  progress: 8,
  result: 25,
  completed: 11,
  'evidence.number': 15,
  'evidence.date': 11,
  obstacles: 18,
  proposals: 16,
  next: 16,
  previous: 26,
  'evidence.title': 20,
  'evidence.issuer': 14,
  'evidence.file': 14,
};

/** Shades that stay apart in black and white. */
const GIVEN = 'E7E7E7';

/** So many rows beyond the last one take part in lists and hints, for those that clerks insert. */
const SPARE_ROWS = 40;

/** The bytes of the form as an Excel workbook. */
export function formWorkbook(content: FormContent, lang: Lang): Uint8Array {
  const { head, rows, extra = [] } = content;
  const columns = COLUMNS.filter(
    ({ field }, i) => i < STANDARD || extra.includes(field) || rows.some(({ cells }) => cells[field] !== undefined),
  );
  const guide = guideSheet(content, columns, lang);
  const names = new Map<string, CellAt & { readonly sheet: string }>();
  const report = reportSheet(content, columns, names, `${sheetInFormula(SHEETS.guide[lang])}!${guide.statuses}`, lang);
  const title = words.title[lang](textOf(head['plan']), textOf(head['period']));
  return workbookBytes({ title, sheets: [report, proposalsSheet(content, lang), guide.sheet], names });
}

const textOf = (content: Content | undefined): string =>
  typeof content === 'object' ? content.day : String(content ?? '');

/** Where the labels of the title block stand: the row, the label's columns, the value's columns. */
const BLOCK: readonly (readonly [column: number, to: number, value: number, end: number, fields: readonly string[]])[] =
  [
    [1, 2, 3, 6, ['plan', 'version', 'owner', 'period', 'due']],
    [7, 7, 8, 10, ['reported', 'document.number', 'document.date', 'signer.name', 'signer.title']],
    [11, 11, 12, 13, ['contact.name', 'contact.phone', 'contact.email']],
  ];
const FIRST_HEAD = 5;
const BLOCK_ROWS = [0, 1, 2, 3, 4].map((i) => FIRST_HEAD + i);
const NOTE_ROW = FIRST_HEAD + 6;
const HEAD_ROW = NOTE_ROW + 1;

function reportSheet(
  { head, body, due, rows }: FormContent,
  columns: readonly FormField[],
  names: Map<string, CellAt & { readonly sheet: string }>,
  statuses: string,
  lang: Lang,
): SheetToWrite {
  const name = SHEETS.report[lang];
  const last = columns.length;
  const across = (row: number, from = 1, to = last): Range => ({
    from: { row, column: from },
    to: { row, column: to },
  });
  const cells: CellToWrite[] = [
    { row: 1, column: 1, content: words.annex[lang], style: { bold: true, size: 13, align: 'center' } },
    {
      row: 2,
      column: 1,
      content: words.title[lang](textOf(head['plan']), textOf(head['period'])),
      style: { bold: true, size: 13, align: 'center' },
    },
    {
      row: 3,
      column: 1,
      content: words.attached[lang](body ?? textOf(head['owner'])),
      style: { italic: true, align: 'center' },
    },
    { row: NOTE_ROW, column: 1, content: words.note[lang], style: { italic: true, size: 11 } },
  ];
  const merges: Range[] = [across(1), across(2), across(3), across(NOTE_ROW)];
  const validations: Validation[] = [];
  for (const [column, to, value, end, fields] of BLOCK) {
    for (const [i, field] of fields.entries()) {
      const row = FIRST_HEAD + i;
      const known = HEAD.find((each) => each.field === field);
      const label = known?.title[lang] ?? words.due[lang];
      const content = known ? head[field] : due && formatDay(due, lang);
      const isGiven = !known || GIVEN_HEADS.has(field);
      const style: Style = {
        border: true,
        ...(isGiven ? { fill: GIVEN } : { open: true }),
        format: known?.takes === 'day' ? 'day' : 'text',
        align: 'left',
      };
      cells.push({ row, column, content: `${label}:`, style: { align: 'right', bold: true, oneLine: true } });
      for (let at = value; at <= end; at++)
        cells.push({ row, column: at, style, ...(at === value && content !== undefined ? { content } : {}) });
      if (to > column) merges.push(across(row, column, to));
      merges.push(across(row, value, end));
      if (known) names.set(nameOfField(field), { sheet: name, row, column: value });
      if (known && !isGiven) validations.push(hint(known, across(row, value, value), lang, ''));
    }
  }
  columns.forEach((column, i) => {
    cells.push({ row: HEAD_ROW, column: i + 1, content: column.title[lang], style: HEADING });
    rows.forEach((row, j) => cells.push(tableCell(row, column, { row: HEAD_ROW + 1 + j, column: i + 1 })));
    if (column.takes === 'given') return;
    const over = {
      from: { row: HEAD_ROW + 1, column: i + 1 },
      to: { row: HEAD_ROW + rows.length + SPARE_ROWS, column: i + 1 },
    };
    const carriedFrom = rows.find((row) => row.carriedFrom !== undefined)?.carriedFrom;
    validations.push(
      hint(column, over, lang, carriedFrom === undefined ? '' : words.carried[lang](carriedFrom), statuses),
    );
  });
  return {
    name,
    widths: columns.map(({ field }) => WIDTHS[field] ?? 10),
    cells,
    heights: new Map([
      [1, 20],
      [2, 20],
      [3, 18],
      ...BLOCK_ROWS.map((row): [number, number] => [row, 18]),
      [NOTE_ROW, 32],
    ]),
    merges,
    frozenAt: { row: HEAD_ROW + 1, column: 2 },
    printTitles: { from: HEAD_ROW, to: HEAD_ROW },
    validations,
    isProtected: true,
  };
}

function tableCell({ cells, carriedFrom, given = [] }: FormRow, { field, takes }: FormField, at: CellAt): CellToWrite {
  const content = cells[field];
  const isGiven = takes === 'given' || field === 'task' || given.includes(field);
  const isCarried = carriedFrom !== undefined && content !== undefined && !isGiven;
  const style: Style = {
    border: true,
    ...(isGiven ? { fill: GIVEN } : { open: true }),
    ...(isCarried ? { italic: true } : {}),
    ...(field === 'previous' ? { italic: true, size: 11 } : {}),
    ...(takes === 'day' ? { format: 'day', align: 'center' } : {}),
    ...(takes === 'id' || takes === 'line' || takes === 'phone' || takes === 'text' || isGiven
      ? { format: 'text' }
      : {}),
    ...(takes === 'status' || takes === 'percent' || takes === 'count' ? { align: 'center' } : {}),
  };
  return { ...at, style, ...(content === undefined ? {} : { content }) };
}

/** The hint that appears when a cell is entered, and what the cell takes. */
function hint(column: FormField, over: Range, lang: Lang, carried: string, statuses = ''): Validation {
  const { field, title, takes } = column;
  const prompt = howTo(column, lang) + (field === 'status' || field === 'progress' ? carried : '');
  const refusal = howTo(column, lang);
  const told = { over, title: title[lang], prompt };
  switch (takes) {
    case 'status':
      return { ...told, takes: { kind: 'list', from: statuses }, refusal };
    case 'percent':
      return { ...told, takes: { kind: 'number', least: 0, most: 100 }, refusal };
    case 'day':
      return { ...told, takes: { kind: 'day', from: '2000-01-01', to: '2099-12-31' }, refusal };
    default:
      return { ...told, takes: { kind: 'any' } };
  }
}

/** So many empty rows for proposals. */
const PROPOSAL_ROWS = 12;

function proposalsSheet({ proposals }: FormContent, lang: Lang): SheetToWrite {
  const count = Math.max(PROPOSAL_ROWS, proposals.length);
  const rows = Array.from({ length: count }, (_, i) => proposals[i]?.cells ?? {});
  return {
    name: SHEETS.proposals[lang],
    widths: [16, 110],
    cells: [
      { row: 1, column: 1, content: words.proposals[lang], style: { bold: true, size: 13, align: 'center' } },
      ...PROPOSALS.map(({ title }, i) => ({ row: 2, column: i + 1, content: title[lang], style: HEADING })),
      ...rows.flatMap((cells, j) =>
        PROPOSALS.map(({ field }, i): CellToWrite => {
          const content = cells[field];
          const style: Style = { border: true, open: true, format: 'text' };
          return { row: 3 + j, column: i + 1, style, ...(content === undefined ? {} : { content }) };
        }),
      ),
    ],
    heights: new Map([[1, 24]]),
    merges: [{ from: { row: 1, column: 1 }, to: { row: 1, column: 2 } }],
    frozenAt: { row: 3, column: 1 },
    printTitles: { from: 2, to: 2 },
    isProtected: true,
  };
}

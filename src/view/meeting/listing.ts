import { type Day, formatDay } from '../../day.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { DUE_SOON_DAYS } from '../../model/facts.ts';
import type { Row } from '../../model/ledger.ts';

/** What a cell of a list holds; every format writes it in its own way. */
export type Cell = string | number | { readonly day: Day } | undefined;

export const dayCell = (day: Day | undefined): Cell => (day === undefined ? undefined : { day });

/** A list of a meeting, before it is drawn: the same columns and lines in every format that has tables. */
export interface Listing {
  readonly id: ListingId;
  readonly title: string;
  /** Widths in parts of the whole; figures and days stand to the right. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly isFigure?: boolean }[];
  readonly lines: readonly ListingLine[];
}
export interface ListingLine {
  readonly cells: readonly Cell[];
  /** The row of the ledger that the line speaks of. */
  readonly row?: Row;
}
export type ListingId =
  | 'overdue'
  | 'unreported'
  | 'due-soon'
  | 'newly-completed'
  | 'newly-overdue'
  | 'newly-reported'
  | 'moved-back'
  | 'upcoming'
  | 'indicators';

/** Headings of columns. */
export const heads = {
  owner: { vi: 'Cơ quan, đơn vị', en: 'Body' },
  task: { vi: 'Mã', en: 'Task' },
  text: { vi: 'Nhiệm vụ', en: 'What it asks' },
  period: { vi: 'Kỳ', en: 'Period' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  basis: { vi: 'Cơ sở của hạn', en: 'Basis' },
  late: { vi: 'Quá hạn (ngày)', en: 'Days late' },
  left: { vi: 'Còn (ngày)', en: 'Days left' },
  status: { vi: 'Báo cáo', en: 'Reported' },
  reason: { vi: 'Nguyên nhân đơn vị nêu', en: 'Reason given' },
  why: { vi: 'Vì sao', en: 'Why' },
  due: { vi: 'Hạn nộp báo cáo', en: 'Report due' },
  before: { vi: 'Lần trước', en: 'Before' },
  now: { vi: 'Nay', en: 'Now' },
  place: { vi: 'Chỗ ghi', en: 'Where' },
  work: { vi: 'Việc', en: 'What' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  target: { vi: 'Kế hoạch', en: 'Target' },
  trend: { vi: 'So với kỳ trước', en: 'Change' },
  verdict: { vi: 'Đánh giá', en: 'Verdict' },
} satisfies Record<string, Text>;

/** What each list is called. */
export const titles: Readonly<Record<ListingId, Text>> = {
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  unreported: { vi: 'Chưa báo cáo', en: 'Unreported' },
  'due-soon': { vi: `Đến hạn trong ${DUE_SOON_DAYS} ngày tới`, en: `Due within ${DUE_SOON_DAYS} days` },
  'newly-completed': { vi: 'Mới hoàn thành', en: 'Newly completed' },
  'newly-overdue': { vi: 'Mới quá hạn', en: 'Newly overdue' },
  'newly-reported': { vi: 'Mới có báo cáo', en: 'Newly reported' },
  'moved-back': { vi: 'Bị lùi lại', en: 'Moved back' },
  upcoming: { vi: 'Đến hạn', en: 'Falling due' },
  indicators: { vi: 'Chỉ tiêu qua các kỳ', en: 'Indicators over the periods' },
};

type Columns = Listing['columns'];
/** A column of a list, as wide as so many parts of the whole. */
export const column = (of: keyof typeof heads, width: number, lang: Lang, isFigure = false): Columns[number] => ({
  title: heads[of][lang],
  width,
  ...(isFigure ? { isFigure } : {}),
});
/** A cell as text: days and numbers as the language writes them. */
export const cellWords = (cell: Cell, lang: Lang): string =>
  cell === undefined
    ? ''
    : typeof cell === 'string'
      ? cell
      : typeof cell === 'number'
        ? formatNumber(cell, lang)
        : formatDay(cell.day, lang);

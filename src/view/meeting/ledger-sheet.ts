import { STATUS } from '../../form.ts';
import type { Lang, Text } from '../../lang.ts';
import type { Figure } from '../../model/figures.ts';
import type { Row } from '../../model/ledger.ts';
import { nameShort } from '../../model/plan.ts';
import { type Cell, dayCell } from './listing.ts';
import { rowPlace } from './row-words.ts';

import type { SheetColumn, TableSheet } from './sheet.ts';
import { basisWords, figureWords, whyWords } from '../words.ts';

interface LedgerColumn {
  readonly title: Text;
  readonly width: number;
  readonly isFigure?: boolean;
  readonly isShare?: boolean;
  readonly cell: (row: Row, lang: Lang) => Cell;
}

const date = (title: Text, of: (row: Row) => string | undefined): LedgerColumn => ({
  title,
  width: 11,
  isFigure: true,
  cell: (row) => dayCell(of(row)),
});

/** Unreported ones are told apart by whether their deadline has passed, as in the tables. */
const figureOf = ({ class: is, pastDeadline }: Row): Figure =>
  is === 'unreported' ? (pastDeadline ? 'unreported-past-deadline' : 'unreported-in-term') : is;

const COLUMNS: readonly LedgerColumn[] = [
  { title: { vi: 'Mã', en: 'Task' }, width: 9, cell: ({ task }) => task.id },
  { title: { vi: 'Nhiệm vụ', en: 'What it asks' }, width: 30, cell: ({ task }) => task.text },
  { title: { vi: 'Phần, mục', en: 'Section' }, width: 8, cell: ({ task }) => task.section.id },
  { title: { vi: 'Cơ quan, đơn vị', en: 'Body' }, width: 13, cell: ({ owner }) => nameShort(owner) },
  {
    title: { vi: 'Chủ trì trước đó', en: 'Lead then' },
    width: 10,
    cell: ({ owner, lead }) => (lead === owner ? undefined : nameShort(lead)),
  },
  { title: { vi: 'Kỳ', en: 'Period' }, width: 8, cell: ({ period }) => period.id },
  date({ vi: 'Hạn nộp báo cáo', en: 'Report due' }, ({ due }) => due),
  date({ vi: 'Thời hạn', en: 'Deadline' }, ({ deadline }) => deadline),
  {
    title: { vi: 'Cơ sở của hạn', en: 'Basis' },
    width: 11,
    cell: ({ basis }, lang) => basis && basisWords[basis][lang],
  },
  { title: { vi: 'Xếp loại', en: 'Class' }, width: 12, cell: (row, lang) => figureWords[figureOf(row)][lang] },
  { title: { vi: 'Vì sao', en: 'Why' }, width: 11, cell: ({ why }, lang) => why && whyWords[why][lang] },
  {
    title: { vi: 'Trạng thái đơn vị báo', en: 'Status said' },
    width: 11,
    cell: ({ entry }, lang) => entry?.data.status && STATUS[entry.data.status][lang],
  },
  {
    title: { vi: 'Tiến độ', en: 'Progress' },
    width: 8,
    isFigure: true,
    isShare: true,
    cell: ({ entry }) => (entry?.data.progress !== undefined ? entry.data.progress / 100 : undefined),
  },
  date({ vi: 'Ngày hoàn thành', en: 'Completed on' }, ({ completed }) => completed),
  { title: { vi: 'Kết quả', en: 'Result' }, width: 26, cell: ({ entry }) => entry?.data.result },
  {
    title: { vi: 'Văn bản minh chứng', en: 'Evidence' },
    width: 15,
    cell: ({ entry }) => entry?.evidence.flatMap(({ data }) => data.number ?? []).join('\n'),
  },
  { title: { vi: 'Khó khăn, vướng mắc', en: 'Obstacles' }, width: 18, cell: ({ entry }) => entry?.data.obstacles },
  { title: { vi: 'Chỗ ghi', en: 'Where' }, width: 16, cell: rowPlace },
];

/** The rows of the ledger themselves, a line each: what every number of the tables counts. */
export const ledgerTable = (rows: readonly Row[], lang: Lang): Pick<TableSheet, 'columns' | 'lines'> => ({
  columns: COLUMNS.map(({ title, cell: _, ...column }): SheetColumn => ({ title: title[lang], ...column })),
  lines: rows.map((row) => ({ kind: 'line', cells: COLUMNS.map(({ cell }) => cell(row, lang)) })),
});

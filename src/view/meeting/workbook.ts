import { capital } from '../../form.ts';
import type { Lang, Text } from '../../lang.ts';
import type { Figure } from '../../model/figures.ts';
import type { Grid } from '../../model/grid.ts';
import type { Meeting } from '../../model/meeting.ts';
import { nameShort } from '../../model/plan.ts';
import { type By, VIEWS_BY } from '../../choices.ts';
import { type Table, figureIn } from '../../model/summary.ts';
import { workbookBytes } from '../../office/write.ts';
import { columnsOf, drawnLines, firstHead, headingOf, overlapText } from './columns.ts';
import type { Provenance } from '../json.ts';
import { ledgerTable } from './ledger-sheet.ts';
import type { Listing, ListingId } from './listing.ts';
import { listingsOf } from './listings.ts';
import { figureLabel, noneText, notesText, restsOn, selectionText, sharesText, titleText } from './notes.ts';
import { type TableSheet, sheetOf } from './sheet.ts';
import { visible } from '../visible.ts';

/** Names of sheets: at most 31 characters, none of `[]:*?/\`, all of them different. */
const NAMES = {
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  owner: { vi: 'Theo cơ quan', en: 'By body' },
  section: { vi: 'Theo phần, mục', en: 'By section' },
  task: { vi: 'Theo nhiệm vụ', en: 'By task' },
  reference: { vi: 'Theo văn bản', en: 'By document' },
  support: { vi: 'Theo cơ quan phối hợp', en: 'By supporting body' },
  period: { vi: 'Theo kỳ', en: 'By period' },
  'newly-completed': { vi: 'Mới hoàn thành', en: 'Newly completed' },
  'newly-overdue': { vi: 'Mới quá hạn', en: 'Newly overdue' },
  'newly-reported': { vi: 'Mới có báo cáo', en: 'Newly reported' },
  'moved-back': { vi: 'Bị lùi lại', en: 'Moved back' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  unreported: { vi: 'Chưa báo cáo', en: 'Unreported' },
  'due-soon': { vi: 'Sắp đến hạn', en: 'Due soon' },
  upcoming: { vi: 'Đến hạn', en: 'Falling due' },
  indicators: { vi: 'Chỉ tiêu', en: 'Indicators' },
  grid: { vi: 'Cơ quan và kỳ', en: 'Bodies and periods' },
  ledger: { vi: 'Sổ theo dõi', en: 'Ledger' },
} satisfies Record<By | ListingId | 'summary' | 'grid' | 'ledger', Text>;

const words = {
  view: { vi: 'Tổng hợp', en: 'Summary' },
  grid: { vi: 'Các cơ quan, đơn vị qua các kỳ', en: 'Bodies over the periods' },
  ledger: { vi: 'Sổ theo dõi, mỗi lượt một dòng', en: 'The ledger, a line for each row' },
  figure: { vi: 'Số lượt', en: 'Number of rows' },
} satisfies Record<string, Text>;

/** What a sheet is of, before it is told which meeting it belongs to. */
type Part = Pick<TableSheet, 'title' | 'columns' | 'lines'> & {
  readonly name: keyof typeof NAMES;
  readonly notes?: readonly string[];
};

/** A meeting as an Excel workbook: the table, the other views, the lists, and the ledger that they count. */
export function summaryWorkbook(meeting: Meeting, provenance: Provenance, lang: Lang): Uint8Array {
  const { facts, table, questions } = meeting;
  const [title, chosen] = [titleText(meeting, lang), selectionText(meeting, lang)];
  const source = restsOn(facts, provenance, lang);
  const views = VIEWS_BY.filter((by) => by !== questions.by && (by !== 'period' || facts.periods.length > 1));
  const parts: Part[] = [
    ...views.map((by) => viewPart(meeting.tableBy(by), lang)),
    ...listingsOf(meeting, lang).map(listPart),
    gridPart(meeting.grid(), lang),
    { name: 'ledger', title: words.ledger[lang], ...ledgerTable(facts.rows, lang) },
  ];
  const sheets: TableSheet[] = [
    {
      ...tablePart(table, lang),
      name: NAMES.summary[lang],
      title,
      above: [...chosen, sharesText(table.total, lang)],
      none: noneText[lang],
      below: [...notesText(meeting, lang), source],
    },
    ...parts.map(({ name, notes = [], ...part }) => ({
      ...part,
      name: NAMES[name][lang],
      above: [title, ...chosen],
      none: noneText[lang],
      below: [...notes, source],
    })),
  ];
  return workbookBytes({ title: visible(title), sheets: sheets.map(sheetOf) });
}

const LABEL_WIDTHS: Readonly<Record<By, number>> = {
  owner: 28,
  section: 50,
  task: 60,
  reference: 36,
  support: 36,
  period: 16,
};

function tablePart(table: Table, lang: Lang): Pick<TableSheet, 'columns' | 'lines'> {
  const columns = columnsOf(table);
  return {
    columns: [
      { title: firstHead(table.by, lang), width: LABEL_WIDTHS[table.by] },
      ...columns.map(({ isShare = false, ...column }) => ({
        title: headingOf(column, lang),
        width: 9,
        isFigure: true,
        isShare,
      })),
    ],
    lines: drawnLines(table, lang).map(({ kind, label, counts }) => ({
      kind,
      cells: [
        label,
        ...columns.map(({ value, isShare }) => {
          const number = value(counts);
          // A share has one decimal: it is divided as a whole number, so that no binary rest is written.
          return number === null ? '–' : isShare ? Math.round(number * 10) / 1000 : number;
        }),
      ],
    })),
  };
}

const viewPart = (table: Table, lang: Lang): Part => ({
  ...tablePart(table, lang),
  name: table.by,
  title: `${words.view[lang]} ${NAMES[table.by][lang].toLowerCase()}`,
  notes: overlapText(table, lang),
});

/** The parts of a list's width come to about as many characters as a page has. */
const PER_PART = 1.25;

const listPart = ({ id, title, columns, lines }: Listing): Part => ({
  name: id,
  title: capital(title),
  columns: columns.map((column) => ({ ...column, width: Math.round(column.width * PER_PART) })),
  lines: lines.map(({ cells }) => ({ kind: 'line', cells })),
});

const FIGURES: readonly Figure[] = ['rows', 'completed', 'all-overdue', 'unreported'];

/** A line for each body and number: filtered by one number, it is a grid of bodies and periods. */
const gridPart = ({ periods, lines }: Grid, lang: Lang): Part => ({
  name: 'grid',
  title: words.grid[lang],
  columns: [
    { title: firstHead('owner', lang), width: 28 },
    { title: words.figure[lang], width: 24 },
    ...periods.map(({ id }) => ({ title: id, width: 9, isFigure: true })),
  ],
  lines: lines.flatMap(({ owner, cells }) =>
    FIGURES.map((figure) => ({
      kind: 'line' as const,
      cells: [
        nameShort(owner),
        figureLabel(figure, lang),
        ...cells.map((counts) => counts && figureIn(counts, figure)),
      ],
    })),
  ),
});

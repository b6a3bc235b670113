import { type Lang, type Text, formatNumber } from '../../lang.ts';
import type { Figure } from '../../model/figures.ts';
import type { Class } from '../../model/ledger.ts';
import type { By } from '../../choices.ts';
import { type Counts, type Table, figureIn, pathOf } from '../../model/summary.ts';
import { share } from '../json.ts';

/** One column of the table: a heading, perhaps under a common one, and a number. */
export interface Column {
  readonly over?: Text;
  readonly head: Text;
  /** The number's name in the JSON of a line: `rows`, `classes.overdue`. */
  readonly name: string;
  readonly value: (counts: Counts) => number | null;
  /** The rows that it counts; shares and numbers of tasks count none. */
  readonly counts?: Figure;
  /** The number is a percentage with one decimal, `null` of nothing. */
  readonly isShare?: boolean;
  /** How classes are told apart besides their headings. */
  readonly color?: 'green' | 'yellow' | 'red';
  /** Left out where this is nought in the total. */
  readonly optional?: (total: Counts) => number;
}

export const percent = (part: number, whole: number, lang: Lang): string => numberText(share(part, whole), lang);

/** A number of a table as it is read: `4,8` in Vietnamese, a dash for a share of nothing. */
export const numberText = (value: number | null, lang: Lang): string =>
  value === null ? '–' : formatNumber(value, lang);

const done: Text = { vi: 'Hoàn\nthành', en: 'Com-\npleted' };
const open: Text = { vi: 'Chưa\nxong', en: 'Open' };
const silent: Text = { vi: 'Chưa\nbáo cáo', en: 'Unre-\nported' };
export const said: Text = { vi: 'Báo\nhoàn thành', en: 'Said\ncompleted' };
export const shareOf: Text = { vi: '% hoàn\nthành', en: '% done' };
const inTerm: Text = { vi: 'trong hạn', en: 'in term' };
const late: Text = { vi: 'quá hạn', en: 'late' };

const figureColumn = (of: Figure, head: Text, rest: Partial<Column> = {}): Column => ({
  head,
  name: pathOf(of),
  value: (counts) => figureIn(counts, of),
  counts: of,
  ...rest,
});
/** Of a class that most plans never see. */
const rareColumn = (of: Class, head: Text): Column =>
  figureColumn(of, head, { optional: ({ classes }) => classes[of] });
const appraised = ({ accepted, returned }: Counts): number => accepted + returned;

const COLUMNS: readonly Column[] = [
  { head: { vi: 'Nhiệm vụ', en: 'Tasks' }, name: 'tasks', value: ({ tasks }) => tasks },
  figureColumn('rows', { vi: 'Lượt', en: 'Rows' }),
  figureColumn('completed-on-time', { vi: 'đúng hạn', en: 'on time' }, { over: done, color: 'green' }),
  figureColumn('completed-late', late, { over: done, color: 'yellow' }),
  figureColumn('in-term', inTerm, { over: open }),
  figureColumn('overdue', late, { over: open, color: 'red' }),
  figureColumn('ongoing', { vi: 'Thường xuyên', en: 'On- going' }),
  rareColumn('none-arisen', { vi: 'Không phát sinh', en: 'None arisen' }),
  figureColumn('unreported-in-term', inTerm, { over: silent, color: 'yellow' }),
  figureColumn('unreported-past-deadline', late, { over: silent, color: 'red' }),
  rareColumn('not-due', { vi: 'Chưa đến kỳ', en: 'Not due' }),
  rareColumn('waived', { vi: 'Được miễn', en: 'Waived' }),
  figureColumn('said-completed', { vi: 'tự báo', en: 'by them' }, { over: said, optional: appraised }),
  figureColumn('accepted', { vi: 'chấp nhận', en: 'ac- cepted' }, { over: said, optional: appraised }),
  {
    over: shareOf,
    head: { vi: 'tất cả', en: 'of all' },
    name: 'completedOfAll',
    value: ({ completed, rows }) => share(completed, rows),
    isShare: true,
  },
  {
    over: shareOf,
    head: { vi: 'đến hạn', en: 'of due' },
    name: 'completedOfDue',
    value: ({ completedDue, due }) => share(completedDue, due),
    isShare: true,
  },
];

const labels = {
  by: {
    owner: { vi: 'Cơ quan, đơn vị', en: 'Body' },
    section: { vi: 'Phần, mục', en: 'Section' },
    // “Nhiệm vụ” counts them.
    task: { vi: 'Mã, nội dung', en: 'Task' },
    reference: { vi: 'Văn bản', en: 'Document' },
    support: { vi: 'Cơ quan phối hợp', en: 'Supporting body' },
    period: { vi: 'Kỳ báo cáo', en: 'Period' },
  },
  nothing: {
    reference: { vi: '(không viện dẫn)', en: '(none cited)' },
    support: { vi: '(không có cơ quan phối hợp)', en: '(nobody supports)' },
  },
  overlaps: {
    reference: {
      vi: 'Một nhiệm vụ viện dẫn nhiều văn bản được đếm ở từng văn bản; dòng tổng số đếm một lần.',
      en: 'A task that cites several documents is counted under each; the total counts it once.',
    },
    support: {
      vi: 'Một nhiệm vụ có nhiều cơ quan phối hợp được đếm ở từng cơ quan; dòng tổng số đếm một lần. Cơ quan phối hợp không nợ báo cáo.',
      en: 'A task with several supporting bodies is counted under each; the total counts it once. Support owes no report.',
    },
  },
  total: { vi: 'Tổng số', en: 'Total' },
  subtotal: { vi: 'Cộng', en: 'Sub-total' },
  others: { vi: 'cơ quan khác', en: 'others' },
} as const;

/** What a line is called: what the rows have in common, or that they have none of it. */
const labelOf = (label: string, by: By, lang: Lang): string =>
  label !== '' ? label : by === 'reference' || by === 'support' ? labels.nothing[by][lang] : '';

/** That some rows stand in several lines, where they do. */
export const overlapText = ({ by }: Table, lang: Lang): string[] =>
  by === 'reference' || by === 'support' ? [labels.overlaps[by][lang]] : [];

/** A line as it is drawn: those of a group, then their sub-total where there are several. */
export interface Drawn {
  readonly kind: 'line' | 'subtotal' | 'total';
  readonly label: string;
  readonly counts: Counts;
  /** Its id; of sub-totals that of the group, of the total none. */
  readonly id: string;
}

/** The lines of a table in the order in which they stand, sub-totals after their lines, the total last. */
export function drawnLines({ by, groups, total }: Table, lang: Lang): Drawn[] {
  const several = groups.length > 1;
  return [
    ...groups.flatMap((group): Drawn[] => [
      ...group.lines.map((line) => ({
        kind: 'line' as const,
        id: line.id,
        label: labelOf(line.label, by, lang),
        counts: line,
      })),
      ...(several && group.lines.length > 1
        ? [{ kind: 'subtotal' as const, id: group.id, label: subtotalOf(group.label, lang), counts: group }]
        : []),
    ]),
    { kind: 'total', id: '', label: labels.total[lang], counts: total },
  ];
}

const subtotalOf = (label: string, lang: Lang): string =>
  `${labels.subtotal[lang]}: ${label === '' ? labels.others[lang] : label}`;

/** The columns of a table that are not empty in its total. */
export const columnsOf = ({ total }: Pick<Table, 'total'>): Column[] =>
  COLUMNS.filter(({ optional }) => !optional || optional(total) !== 0);

/** A column's heading on one line, with the one above it. */
export function headingOf({ over, head }: Column, lang: Lang): string {
  const words = over ? `${over[lang].replace(/-\n/, '').replace(/\n/, ' ')}: ${head[lang]}` : head[lang];
  return words.replace(/- /g, '');
}

/** The whole table as texts, the total last: for files that have room for every column, but for those under some headings. */
export function tableTexts(
  table: Table,
  lang: Lang,
  without: readonly Text[] = [],
): { readonly heads: readonly string[]; readonly lines: readonly (Drawn & { readonly cells: readonly string[] })[] } {
  const columns = columnsOf(table).filter(({ over }) => !(over && without.includes(over)));
  return {
    heads: [labels.by[table.by][lang], ...columns.map((column) => headingOf(column, lang))],
    lines: drawnLines(table, lang).map((line) => ({
      ...line,
      cells: [line.label, ...columns.map(({ value }) => numberText(value(line.counts), lang))],
    })),
  };
}

/** What the first column holds. */
export const firstHead = (by: By, lang: Lang): string => labels.by[by][lang];

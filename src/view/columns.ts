import { type Lang, type Text, formatNumber } from '../lang.ts';
import type { By, Counts, Table } from '../model/summary.ts';
import { share } from './json.ts';

/** One column of the table: a heading, perhaps under a common one, and a figure. */
export interface Column {
  readonly over?: Text;
  readonly head: Text;
  readonly figure: (counts: Counts) => number | string;
  /** Left out where this is nought in the total. */
  readonly optional?: (total: Counts) => number;
}

export const percent = (part: number, whole: number, lang: Lang): string => {
  const value = share(part, whole);
  return value === null ? '–' : formatNumber(value, lang);
};

const done: Text = { vi: 'Hoàn\nthành', en: 'Comple-\nted' };
const open: Text = { vi: 'Chưa\nxong', en: 'Open' };
const silent: Text = { vi: 'Chưa\nbáo cáo', en: 'Unre-\nported' };
export const said: Text = { vi: 'Báo\nhoàn thành', en: 'Said\ncompleted' };
const appraised = ({ accepted, returned }: Counts): number => accepted + returned;
export const shareOf: Text = { vi: '% hoàn\nthành', en: '% done' };
const inTerm: Text = { vi: 'trong hạn', en: 'in term' };
const late: Text = { vi: 'quá hạn', en: 'late' };

export const columnsIn = (lang: Lang): readonly Column[] => [
  { head: { vi: 'Nhiệm vụ', en: 'Tasks' }, figure: ({ tasks }) => tasks },
  { head: { vi: 'Lượt', en: 'Rows' }, figure: ({ rows }) => rows },
  { over: done, head: { vi: 'đúng hạn', en: 'on time' }, figure: ({ classes }) => classes['completed-on-time'] },
  { over: done, head: { vi: 'quá hạn', en: 'late' }, figure: ({ classes }) => classes['completed-late'] },
  { over: open, head: inTerm, figure: ({ classes }) => classes['in-term'] },
  { over: open, head: late, figure: ({ classes }) => classes.overdue },
  { head: { vi: 'Thường xuyên', en: 'On- going' }, figure: ({ classes }) => classes.ongoing },
  {
    head: { vi: 'Không phát sinh', en: 'None arisen' },
    figure: ({ classes }) => classes['none-arisen'],
    optional: ({ classes }) => classes['none-arisen'],
  },
  {
    over: silent,
    head: inTerm,
    figure: ({ classes, unreportedPastDeadline }) => classes.unreported - unreportedPastDeadline,
  },
  { over: silent, head: late, figure: ({ unreportedPastDeadline }) => unreportedPastDeadline },
  {
    head: { vi: 'Chưa đến kỳ', en: 'Not due' },
    figure: ({ classes }) => classes['not-due'],
    optional: ({ classes }) => classes['not-due'],
  },
  {
    head: { vi: 'Được miễn', en: 'Waived' },
    figure: ({ classes }) => classes.waived,
    optional: ({ classes }) => classes.waived,
  },
  {
    over: said,
    head: { vi: 'tự báo', en: 'by them' },
    figure: ({ saidCompleted }) => saidCompleted,
    optional: appraised,
  },
  { over: said, head: { vi: 'chấp nhận', en: 'acc- epted' }, figure: ({ accepted }) => accepted, optional: appraised },
  {
    over: shareOf,
    head: { vi: 'tất cả', en: 'of all' },
    figure: ({ completed, rows }) => percent(completed, rows, lang),
  },
  {
    over: shareOf,
    head: { vi: 'đến hạn', en: 'of due' },
    figure: ({ completed, due }) => percent(completed, due, lang),
  },
];

const labels = {
  by: {
    owner: { vi: 'Cơ quan, đơn vị', en: 'Body' },
    section: { vi: 'Phần, mục', en: 'Section' },
    task: { vi: 'Nhiệm vụ', en: 'Task' },
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
} as const;

/** What a line is called: what the rows have in common, or that they have none of it. */
export const labelOf = (label: string, by: By, lang: Lang): string =>
  label !== '' ? label : by === 'reference' || by === 'support' ? labels.nothing[by][lang] : '';

/** That some rows stand in several lines, where they do. */
export const overlapText = ({ by }: Table, lang: Lang): string[] =>
  by === 'reference' || by === 'support' ? [labels.overlaps[by][lang]] : [];

/** The whole table as texts, headings first, the total last: for files that have room for every column, but for those under some headings. */
export function tableCells({ by, lines, total }: Table, lang: Lang, without: readonly Text[] = []): string[][] {
  const columns = columnsIn(lang).filter(
    ({ over, optional }) => (!optional || optional(total) !== 0) && !(over && without.includes(over)),
  );
  const heading = ({ over, head }: Column): string => {
    const words = over ? `${over[lang].replace(/-\n/, '').replace(/\n/, ' ')}: ${head[lang]}` : head[lang];
    return words.replace(/- /g, '');
  };
  const row = (label: string, counts: Counts): string[] => [
    label,
    ...columns.map(({ figure }) => String(figure(counts))),
  ];
  return [
    [labels.by[by][lang], ...columns.map(heading)],
    ...lines.map((line) => row(labelOf(line.label, by, lang), line)),
    row(labels.total[lang], total),
  ];
}

/** What the first column holds, and what its last line is called. */
export const heads = (by: By, lang: Lang): { readonly first: string; readonly total: string } => ({
  first: labels.by[by][lang],
  total: labels.total[lang],
});

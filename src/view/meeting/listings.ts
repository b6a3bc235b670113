import { type Day, daysBetween, formatDay } from '../../day.ts';
import { STATUS } from '../../form.ts';
import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { DUE_SOON_DAYS, isOverdue, latestEntry } from '../../model/facts.ts';
import { type Series, changeOf, meets } from '../../model/indicators.ts';
import type { Row } from '../../model/ledger.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Kept } from '../../model/snapshot.ts';
import type { Due } from '../../model/upcoming.ts';
import { type Spot, placeOf, placeText } from '../../source.ts';
import { basisWords, classWords, whyWords } from '../words.ts';
import { nameShort } from './notes.ts';

/** What a cell of a list holds; every format writes it in its own way. */
export type Cell = string | number | { readonly day: Day } | undefined;

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

const titles: Readonly<Record<ListingId, Text>> = {
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

const words = {
  silent: { vi: 'chưa báo cáo', en: 'unreported' },
  noReason: { vi: 'chưa nêu', en: 'none given' },
  file: { vi: 'nộp báo cáo', en: 'file the report' },
  tracked: { vi: 'mốc theo dõi tự đặt', en: 'tracking date' },
  since: { vi: 'so với', en: 'since' },
  until: { vi: 'từ nay đến', en: 'until' },
  about: { vi: 'khoảng', en: 'about' },
  atLeast: { vi: 'ít nhất', en: 'at least' },
  atMost: { vi: 'không quá', en: 'at most' },
  off: { vi: 'chưa đạt', en: 'off' },
  met: { vi: 'đạt', en: 'met' },
} satisfies Record<string, Text>;

type Columns = Listing['columns'];
const column = (of: keyof typeof heads, width: number, lang: Lang, isFigure = false): Columns[number] => ({
  title: heads[of][lang],
  width,
  ...(isFigure ? { isFigure } : {}),
});
const spotText = (spot: Spot): string => placeText(placeOf(spot));

/** Where a row's word stands: its entry, else the task in the plan. */
export const rowPlace = ({ entry, task }: Row): string => spotText(entry?.at() ?? task.at('id'));

/** The lists of a meeting that it was asked for, in their order; an empty one says that there is nothing. */
export function listingsOf(meeting: Meeting, lang: Lang): Listing[] {
  const { facts, lists, changes, upcoming, series, questions } = meeting;
  const about = (row: Row): Cell[] => [nameShort(row.owner), row.task.id, row.task.text];
  const aboutColumns = [column('owner', 14, lang), column('task', 7, lang), column('text', 36, lang)];
  const period = facts.periods.length > 1 ? [column('period', 7, lang)] : [];
  const periodOf = (row: Row): Cell[] => (facts.periods.length > 1 ? [row.period.id] : []);
  const day = (value: Day | undefined): Cell => (value === undefined ? undefined : { day: value });

  const overdue = (id: 'overdue' | 'newly-overdue', rows: readonly Row[], title = titles[id][lang]): Listing => ({
    id,
    title,
    columns: [
      ...aboutColumns,
      ...period,
      column('deadline', 9, lang, true),
      column('late', 7, lang, true),
      column('status', 12, lang),
      column('reason', 20, lang),
      column('place', 16, lang),
    ],
    lines: rows.map((row) => ({
      row,
      cells: [
        ...about(row),
        ...periodOf(row),
        day(row.deadline),
        row.deadline === undefined ? undefined : daysBetween(row.deadline, facts.asOf),
        saidOf(row, lang),
        reasonOf(meeting, row) ?? words.noReason[lang],
        rowPlace(row),
      ],
    })),
  });
  const changed = (
    id: 'newly-completed' | 'newly-reported' | 'moved-back',
    pairs: readonly { readonly row: Row; readonly before?: Kept }[],
    title: string,
  ): Listing => ({
    id,
    title,
    columns: [
      ...aboutColumns,
      ...period,
      ...(id === 'moved-back' ? [column('before', 14, lang)] : []),
      column('now', 16, lang),
      column('place', 16, lang),
    ],
    lines: pairs.map(({ row, before }) => ({
      row,
      cells: [
        ...about(row),
        ...periodOf(row),
        ...(before ? [keptText(before, lang)] : []),
        classText(row, lang),
        rowPlace(row),
      ],
    })),
  });
  const only = (rows: readonly Row[]): { readonly row: Row }[] => rows.map((row) => ({ row }));
  const since = changes ? ` (${words.since[lang]} ${formatDay(changes.since.asOf, lang)})` : '';
  return [
    ...(changes
      ? [
          changed('newly-completed', only(changes.completed), titles['newly-completed'][lang] + since),
          overdue('newly-overdue', changes.overdue, titles['newly-overdue'][lang] + since),
          changed('newly-reported', only(changes.reported), titles['newly-reported'][lang] + since),
          changed('moved-back', changes.movedBack, titles['moved-back'][lang] + since),
        ]
      : []),
    overdue('overdue', lists.overdue),
    {
      id: 'unreported',
      title: titles.unreported[lang],
      columns: [
        ...aboutColumns,
        ...period,
        column('why', 18, lang),
        column('due', 9, lang, true),
        column('deadline', 9, lang, true),
        column('place', 16, lang),
      ],
      lines: lists.unreported.map((row) => ({
        row,
        cells: [
          ...about(row),
          ...periodOf(row),
          row.why && whyWords[row.why][lang],
          day(row.due),
          day(row.deadline),
          rowPlace(row),
        ],
      })),
    },
    {
      id: 'due-soon',
      title: titles['due-soon'][lang],
      columns: [
        ...aboutColumns,
        ...period,
        column('deadline', 9, lang, true),
        column('left', 7, lang, true),
        column('status', 14, lang),
        column('place', 16, lang),
      ],
      lines: lists.dueSoon.map((row) => ({
        row,
        cells: [
          ...about(row),
          ...periodOf(row),
          day(row.deadline),
          row.deadline === undefined ? undefined : daysBetween(facts.asOf, row.deadline),
          saidOf(row, lang),
          rowPlace(row),
        ],
      })),
    },
    ...(upcoming && questions.until !== undefined
      ? [upcomingListing(upcoming, facts.asOf, questions.until, lang)]
      : []),
    ...(series.length === 0 ? [] : [indicatorListing(series, lang)]),
  ];
}

/** What was reported of a row: the status, or that there is no word. */
export function saidOf({ entry, class: is }: Row, lang: Lang): string {
  const status = entry?.data.status;
  if (is === 'unreported' || status === undefined) return words.silent[lang];
  const { progress } = entry?.data ?? {};
  return STATUS[status][lang] + (progress === undefined ? '' : `, ${formatNumber(progress, lang)} %`);
}

/** The class of a row in words, with why where nothing was reported. */
export const classText = ({ class: is, why, pastDeadline }: Row, lang: Lang): string => {
  const reason = why ? ` (${whyWords[why][lang]})` : '';
  const late =
    is === 'unreported' && pastDeadline ? `, ${classWords.overdue[lang].split(' ').slice(-2).join(' ')}` : '';
  return classWords[is][lang] + reason + late;
};

const keptText = ({ class: is, status }: Kept, lang: Lang): string =>
  classWords[is][lang] + (status ? ` (${STATUS[status][lang]})` : '');

/** The reason that a body gives for what it has not done, in its own words. */
export const reasonOf = ({ facts }: Pick<Meeting, 'facts'>, row: Row): string | undefined =>
  isOverdue(row) ? latestEntry(facts, row)?.data.obstacles?.trim().replace(/\s+/g, ' ') : undefined;

function upcomingListing(dues: readonly Due[], asOf: Day, until: Day, lang: Lang): Listing {
  return {
    id: 'upcoming',
    title: `${titles.upcoming[lang]} ${words.until[lang]} ${formatDay(until, lang)}`,
    columns: [
      column('owner', 14, lang),
      column('task', 7, lang),
      column('work', 40, lang),
      column('period', 7, lang),
      column('deadline', 9, lang, true),
      column('left', 7, lang, true),
      column('basis', 16, lang),
    ],
    lines: [...groupBy(dues, ({ owner }) => owner).values()].flat().map((due) => ({
      ...(due.kind === 'work' ? { row: due.row } : {}),
      cells: [
        nameShort(due.owner),
        due.kind === 'work' ? due.row.task.id : undefined,
        due.kind === 'work' ? due.row.task.text : `${words.file[lang]} ${due.period.id}`,
        due.kind === 'work' ? due.row.period.id : due.period.id,
        { day: due.day },
        daysBetween(asOf, due.day),
        due.kind === 'work' && due.row.basis ? basisWords[due.row.basis][lang] : undefined,
      ],
    })),
  };
}

/** What the plan asks of an indicator: `khoảng 5 %`. */
export function targetText({ indicator }: Pick<Series, 'indicator'>, lang: Lang): string {
  const { target, unit = '', direction, approximate } = indicator;
  const aim = approximate
    ? 'about'
    : direction === 'at-least'
      ? 'atLeast'
      : direction === 'at-most'
        ? 'atMost'
        : undefined;
  return [...(aim ? [words[aim][lang]] : []), formatNumber(target, lang), unit].filter((each) => each !== '').join(' ');
}

/** A line for each indicator and body that reported it, a column for each period in which someone did. */
function indicatorListing(series: readonly Series[], lang: Lang): Listing {
  const periods = [
    ...new Map(series.flatMap(({ values }) => values.map(({ period }) => [period.id, period] as const))).values(),
  ].sort((a, b) => (a.start < b.start ? -1 : 1));
  return {
    id: 'indicators',
    title: titles.indicators[lang],
    columns: [
      column('task', 7, lang),
      column('indicator', 30, lang),
      column('target', 12, lang),
      column('owner', 14, lang),
      ...periods.map(({ id }) => ({ title: id, width: 8, isFigure: true })),
      column('trend', 10, lang, true),
      column('verdict', 9, lang),
    ],
    lines: series.flatMap((each) => {
      const { task, indicator, values } = each;
      const start = [task.id, indicator.name, targetText(each, lang)];
      const byOwner = [...groupBy(values, ({ owner }) => owner)];
      if (byOwner.length === 0)
        return [{ cells: [...start, words.silent[lang], ...periods.map(() => undefined), undefined, undefined] }];
      return byOwner.map(([owner, own]) => {
        const last = own.at(-1);
        return {
          cells: [
            ...start,
            nameShort(owner),
            ...periods.map(({ id }) => own.find(({ period }) => period.id === id)?.value),
            last && trendText(each, last, lang),
            last && !indicator.approximate ? words[meets(last.value, indicator) ? 'met' : 'off'][lang] : undefined,
          ],
        };
      });
    }),
  };
}

/** What the last figure rose or fell by. */
function trendText(series: Series, last: Series['values'][number], lang: Lang): string | undefined {
  const change = changeOf(series, last);
  if (change === undefined) return undefined;
  if (change === 0) return '=';
  return `${change > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(change), lang)}`;
}

/** A cell as text: days and numbers as the language writes them. */
export const cellWords = (cell: Cell, lang: Lang): string =>
  cell === undefined
    ? ''
    : typeof cell === 'string'
      ? cell
      : typeof cell === 'number'
        ? formatNumber(cell, lang)
        : formatDay(cell.day, lang);

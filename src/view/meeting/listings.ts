import { type Day, daysBetween, formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import type { Lang, Text } from '../../lang.ts';
import type { Row } from '../../model/ledger.ts';
import type { Meeting } from '../../model/meeting.ts';
import { nameShort } from '../../model/plan.ts';
import type { Kept } from '../../model/snapshot.ts';
import type { Due } from '../../model/upcoming.ts';
import { basisWords, whyWords } from '../words.ts';
import { indicatorListing } from './indicator-listing.ts';
import { type Cell, type Listing, column, dayCell, titles } from './listing.ts';

import { classText, keptText, reasonOf, rowPlace, saidOf } from './row-words.ts';

const words = {
  noReason: { vi: 'chưa nêu', en: 'none given' },
  file: { vi: 'nộp báo cáo', en: 'file the report' },
  since: { vi: 'so với', en: 'since' },
  until: { vi: 'từ nay đến', en: 'until' },
} satisfies Record<string, Text>;

/** The lists of a meeting that it was asked for, in their order; an empty one says that there is nothing. */
export function listingsOf(meeting: Meeting, lang: Lang): Listing[] {
  const { facts, lists, changes, upcoming, series, questions } = meeting;
  const about = (row: Row): Cell[] => [nameShort(row.owner), row.task.id, row.task.text];
  const aboutColumns = [column('owner', 14, lang), column('task', 7, lang), column('text', 36, lang)];
  const period = facts.periods.length > 1 ? [column('period', 7, lang)] : [];
  const periodOf = (row: Row): Cell[] => (facts.periods.length > 1 ? [row.period.id] : []);

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
        dayCell(row.deadline),
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
          dayCell(row.due),
          dayCell(row.deadline),
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
          dayCell(row.deadline),
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
        dayCell(due.day),
        daysBetween(asOf, due.day),
        due.kind === 'work' && due.row.basis ? basisWords[due.row.basis][lang] : undefined,
      ],
    })),
  };
}

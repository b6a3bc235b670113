import { type Day, daysBetween, formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { isOverdue } from '../../model/facts.ts';
import { type Row, WHYS } from '../../model/ledger.ts';
import type { Meeting } from '../../model/meeting.ts';
import { nameShort } from '../../model/plan.ts';
import type { Due } from '../../model/upcoming.ts';
import { type Listing, cellWords } from './listing.ts';
import { listingsOf } from './listings.ts';

import { type Drawing, colors } from '../terminal.ts';
import { visible } from '../visible.ts';
import { hanging } from '../width.ts';
import { classWords, whyWords } from '../words.ts';

const words = {
  days: { vi: 'ngày', en: 'd' },
  silent: { vi: ', chưa báo cáo', en: ', unreported' },
  report: { vi: 'báo cáo', en: 'report' },
} satisfies Record<string, Text>;

/** The lists of a meeting for the terminal: a heading with its number, then a paragraph for each body. */
export function listsText(meeting: Meeting, lang: Lang, drawing: Drawing): string[] {
  const chalk = colors(drawing);
  const { overdue = [], completed = [], reported = [], movedBack = [] } = meeting.changes ?? {};
  const { upcoming = [] } = meeting;
  const bodies: Readonly<Record<Listing['id'], (listing: Listing) => string[]>> = {
    overdue: () => overdueText(meeting, meeting.lists.overdue, lang, drawing),
    'newly-overdue': () => overdueText(meeting, overdue, lang, drawing),
    'due-soon': () => overdueText(meeting, meeting.lists.dueSoon, lang, drawing),
    unreported: () => unreportedText(meeting.lists.unreported, lang, drawing),
    'newly-completed': () => tasksText(completed, drawing),
    'newly-reported': () => tasksText(reported, drawing),
    'moved-back': () =>
      byOwner(
        movedBack,
        ({ row }) => row.owner,
        ({ row, before }) => `${row.task.id} (${classWords[before.class][lang]} → ${classWords[row.class][lang]})`,
        drawing,
      ),
    upcoming: () => upcomingText(upcoming, meeting.facts.asOf, lang, drawing),
    indicators: (listing) => indicatorsText(listing, lang, drawing),
  };
  return listingsOf(meeting, lang).flatMap((listing) => [
    chalk.bold(`${listing.title}: ${formatNumber(listing.lines.length, lang)}`),
    ...(listing.lines.length === 0 ? [] : bodies[listing.id](listing)),
    '',
  ]);
}

/** A paragraph for each body, what concerns it one after the other. */
function byOwner<T>(
  things: readonly T[],
  ownerOf: (thing: T) => Row['owner'],
  show: (thing: T) => string,
  { columns }: Drawing,
): string[] {
  return [...groupBy(things, ownerOf)].flatMap(([owner, held]) =>
    hanging('  ', visible(`${nameShort(owner)}: ${held.map(show).join(', ')}`), columns, 4),
  );
}

const ownerOf = ({ owner }: Row): Row['owner'] => owner;

const tasksText = (rows: readonly Row[], drawing: Drawing): string[] =>
  byOwner(rows, ownerOf, ({ task }) => task.id, drawing);

function overdueText({ facts }: Meeting, rows: readonly Row[], lang: Lang, drawing: Drawing): string[] {
  const several = facts.periods.length > 1;
  const show = (row: Row): string => {
    const { deadline = facts.asOf } = row;
    const days = Math.abs(daysBetween(deadline, facts.asOf));
    const silent = isOverdue(row) && row.class === 'unreported' ? words.silent[lang] : '';
    return `${row.task.id} (${several ? `${row.period.id}; ` : ''}${formatDay(deadline, lang)}, ${formatNumber(days, lang)} ${words.days[lang]}${silent})`;
  };
  return byOwner(rows, ownerOf, show, drawing);
}

/** By reason; of those who sent nothing at all only how many rows they owe. */
const unreportedText = (unreported: readonly Row[], lang: Lang, drawing: Drawing): string[] =>
  WHYS.flatMap((why) => {
    const rows = unreported.filter((row) => row.why === why);
    if (rows.length === 0) return [];
    const head = `  ${whyWords[why][lang]}: ${formatNumber(rows.length, lang)}`;
    const within = { ...drawing, columns: drawing.columns - 2 };
    if (why !== 'no-file') return [head, ...tasksText(rows, within).map((line) => `  ${line}`)];
    const owners = [...groupBy(rows, ownerOf)].map(([owner, held]) => `${visible(nameShort(owner))} (${held.length})`);
    return [head, ...hanging('    ', owners.join('; '), drawing.columns)];
  });

function upcomingText(dues: readonly Due[], asOf: Day, lang: Lang, drawing: Drawing): string[] {
  const show = (due: Due): string => {
    const what = due.kind === 'work' ? due.row.task.id : `${words.report[lang]} ${due.period.id}`;
    const tracked = due.kind === 'work' && due.isTracked ? ' (*)' : '';
    return `${what} (${formatDay(due.day, lang)}${tracked}, ${formatNumber(daysBetween(asOf, due.day), lang)} ${words.days[lang]})`;
  };
  return byOwner(dues, ({ owner }) => owner, show, drawing);
}

/** Each line with its columns named, but for those that are empty. */
const indicatorsText = ({ columns, lines }: Listing, lang: Lang, drawing: Drawing): string[] =>
  lines.flatMap(({ cells }) => {
    const [task, name, target, owner] = cells;
    const figures = columns.slice(4).flatMap(({ title }, i) => {
      const cell = cells[i + 4];
      return cell === undefined || cell === '' ? [] : [`${title}: ${cellWords(cell, lang)}`];
    });
    const head = `${cellWords(task, lang)} ${cellWords(name, lang)} (${cellWords(target, lang)}), ${cellWords(owner, lang)}`;
    const text = figures.length > 0 ? `${head}: ${figures.join('; ')}` : head;
    return hanging('  ', visible(text), drawing.columns, 4);
  });

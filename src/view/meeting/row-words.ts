import { STATUS } from '../../form.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { isOverdue, latestEntry } from '../../model/facts.ts';
import type { Row } from '../../model/ledger.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Kept } from '../../model/snapshot.ts';
import { type Place, placeOf, placeText } from '../../source.ts';
import { classWords, whyWords } from '../words.ts';

const late: Text = { vi: 'quá hạn', en: 'overdue' };

/** Where a row's word stands: its entry, also under a wrong id, else the task in the plan. */
export const placeOfRow = ({ entry, misnamed, task }: Row): Place =>
  placeOf((entry ?? misnamed)?.at() ?? task.at('id'));
export const rowPlace = (row: Row): string => placeText(placeOfRow(row));

/** What was reported of a row: the status, or that there is no word. */
export function saidOf({ entry, class: is }: Row, lang: Lang): string {
  const { status, progress } = entry?.data ?? {};
  if (is === 'unreported' || status === undefined) return classWords.unreported[lang];
  return STATUS[status][lang] + (progress === undefined ? '' : `, ${formatNumber(progress, lang)} %`);
}

/** The class of a row in words, with why where nothing was reported. */
export const classText = ({ class: is, why, pastDeadline }: Row, lang: Lang): string =>
  classWords[is][lang] +
  (why ? ` (${whyWords[why][lang]})` : '') +
  (is === 'unreported' && pastDeadline ? `, ${late[lang]}` : '');

/** What it was on an earlier day. */
export const keptText = ({ class: is, status }: Kept, lang: Lang): string =>
  classWords[is][lang] + (status ? ` (${STATUS[status][lang]})` : '');

/** The reason that a body gives for what it has not done, in its own words. */
export const reasonOf = ({ facts }: Pick<Meeting, 'facts'>, row: Row): string | undefined =>
  isOverdue(row) ? latestEntry(facts, row)?.data.obstacles?.trim().replace(/\s+/g, ' ') : undefined;

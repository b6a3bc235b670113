import { formatDay } from '../../day.ts';
import type { Lang } from '../../lang.ts';
import type { Figure } from '../../model/figures.ts';
import type { Meeting } from '../../model/meeting.ts';
import { share } from '../json.ts';
import { type Scope, linkedNumber, numberAt } from './figures.ts';
import { type Html, markup } from './html.ts';
import { words } from './words.ts';

/** The few numbers that a leader reads, each with what it is a number of. */
export function headline(meeting: Meeting, total: Scope, lang: Lang): Html {
  const counts = meeting.table.total;
  const linked = (figure: Figure): Html => linkedNumber(total, figure, lang);
  const percent = (name: string, part: number, whole: number): Html =>
    markup`<b>${numberAt(`${total.path}.${name}`, share(part, whole), lang)} %</b>`;
  return markup`<ul class="cards">
    ${reportsCard(meeting, lang)}
    ${card(words.rowsHead[lang], linked('rows'), [
      markup`${words.from[lang]} <b>${numberAt(`${total.path}.tasks`, counts.tasks, lang)}</b> ${words.tasks[lang]}`,
      markup`<small>${words.rowIs[lang]}</small>`,
    ])}
    ${card(words.completed[lang], linked('completed'), [
      markup`${percent('completedOfAll', counts.completed, counts.rows)} ${words.ofAll[lang]} ${linked('rows')} ${words.rowsUnit[lang]}`,
      markup`${percent('completedOfDue', counts.completedDue, counts.due)} ${words.ofDue[lang]}: ${linked('completed-due')}/${linked('due')} ${words.rowsUnit[lang]}`,
    ])}
    ${card(
      words.overdue[lang],
      linked('all-overdue'),
      [
        markup`<b>${linked('overdue')}</b> ${words.reported[lang]}`,
        markup`<b>${linked('unreported-past-deadline')}</b> ${words.unreported[lang]}`,
      ],
      counts.overdue > 0 ? 'bad' : undefined,
    )}
    ${card(
      words.unreportedHead[lang],
      linked('unreported'),
      [
        markup`<b>${linked('unreported-in-term')}</b> ${words.inTerm[lang]}`,
        markup`<b>${linked('unreported-past-deadline')}</b> ${words.past[lang]}`,
      ],
      counts.classes.unreported > 0 ? 'warn' : undefined,
    )}
  </ul>`;
}

const card = (
  title: string,
  figure: Html,
  lines: readonly Html[],
  mood?: 'bad' | 'warn',
): Html => markup`<li class="card ${mood}">
    <h3>${title}</h3>
    <p class="big">${figure}</p>
    ${lines.map((line) => markup`<p>${line}</p>`)}
  </li>
  `;

/** Of the reports owed those that count: for one period as many as bodies. */
function reportsCard({ facts: { plan, periods }, filings }: Meeting, lang: Lang): Html {
  const filed = filings.filter(({ state }) => state === 'filed').length;
  const [only, ...more] = periods;
  const due = only && more.length === 0 ? [markup`${words.due[lang]} ${formatDay(plan.dueDay(only), lang)}`] : [];
  const owed = markup`<b>${numberAt('filings.owed', filings.length, lang)}</b>`;
  return card(words.reports[lang], numberAt('filings.filed', filed, lang), [
    markup`${words.outOf[lang]} ${owed} ${words[more.length === 0 ? 'ofBodies' : 'ofReports'][lang]}`,
    ...due,
  ]);
}

import { capital } from '../../form.ts';
import { formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import type { Lang } from '../../lang.ts';
import { CLASSES, type Row } from '../../model/ledger.ts';
import type { Meeting } from '../../model/meeting.ts';
import { nameShort } from '../../model/plan.ts';
import { heads } from '../meeting/listing.ts';
import { classText, reasonOf, rowPlace, saidOf } from '../meeting/row-words.ts';

import { type RowLinks, numberAt } from './figures.ts';
import { type Html, isolated, markup, prose } from './html.ts';
import { words } from './words.ts';
import { basisWords, classWords } from '../words.ts';

const COLUMNS = [
  { head: heads.task, width: 8 },
  { head: heads.text, width: 34 },
  { head: heads.period, width: 6 },
  { head: heads.deadline, width: 11 },
  { head: words.class, width: 12 },
  { head: heads.status, width: 9 },
  { head: heads.reason, width: 14 },
  { head: heads.place, width: 17 },
] as const;

/** Every row of the ledger, by body and class, in the order of the table by owner. */
export function rowTables(meeting: Meeting, linkOf: RowLinks, lang: Lang): Html[] {
  const byOwner = groupBy(meeting.facts.rows, ({ owner }) => owner.id);
  return meeting.tableBy('owner').lines.map(({ id, label }) => {
    const held = byOwner.get(id) ?? [];
    const bodies = CLASSES.map((each) => ({ each, rows: held.filter(({ class: is }) => is === each) }))
      .filter(({ rows }) => rows.length > 0)
      .map(
        ({ each, rows }) => markup`<tbody>
        <tr class="class"><th scope="rowgroup" colspan="${COLUMNS.length}">${capital(classWords[each][lang])}: ${numberAt(`tables.owner.lines.${id}.classes.${each}`, rows.length, lang)}</th></tr>
        ${rows.map((row) => rowLine(meeting, row, linkOf(row), lang))}
        </tbody>`,
      );
    return markup`<table class="list rows">
      <caption><h3>${isolated(label)}: ${numberAt(`tables.owner.lines.${id}.rows`, held.length, lang)}</h3></caption>
      <colgroup>${COLUMNS.map(({ width }) => markup`<col style="width:${width}%">`)}</colgroup>
      <thead><tr>${COLUMNS.map(({ head }) => markup`<th scope="col">${head[lang]}</th>`)}</tr></thead>
      ${bodies}
    </table>
    `;
  });
}

function rowLine(meeting: Meeting, row: Row, id: string | undefined, lang: Lang): Html {
  const { task, lead, owner, period, deadline, basis } = row;
  const day = deadline === undefined ? '–' : formatDay(deadline, lang);
  const rest = basis && markup` <small>${basisWords[basis][lang]}</small>`;
  const led = lead === owner ? undefined : markup` <small>${isolated(nameShort(lead))}</small>`;
  return markup`<tr id="${id}">
    <th scope="row">${task.id}</th>
    <td dir="auto"><div class="clause">${prose(task.text)}</div>${led}</td>
    <td>${period.id}</td>
    <td>${day}${rest}</td>
    <td>${classText(row, lang)}</td>
    <td>${saidOf(row, lang)}</td>
    <td dir="auto">${prose(reasonOf(meeting, row) ?? '')}</td>
    <td dir="auto">${rowPlace(row)}</td>
  </tr>
  `;
}

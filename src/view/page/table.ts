import { groupBy } from '../../group.ts';
import type { Lang } from '../../lang.ts';
import type { Table } from '../../model/summary.ts';
import { type Column, type Drawn, columnsOf, firstHead, headingOf } from '../meeting/columns.ts';
import { ONE_COLUMN } from './bars.ts';
import { type Scope, linkedNumber, numberAt } from './figures.ts';
import { type Html, isolated, markup } from './html.ts';
import { words } from './words.ts';

/** The table of the meeting with headings of two levels; `scopes` go with `lines`. */
export function bigTable(table: Table, lines: readonly Drawn[], scopes: readonly Scope[], lang: Lang): Html {
  const columns = columnsOf(table);
  const body = lines.map((line, i) => {
    const scope = scopes[i];
    return scope ? tableLine(line, scope, columns, lang) : undefined;
  });
  return markup`<div class="scroll" role="region" aria-labelledby="table-caption" tabindex="0">
  <table class="numbers ${lines.length > ONE_COLUMN ? 'many' : undefined}">
    <caption id="table-caption"><span>${words.traced[lang]}</span></caption>
    <thead>
      ${heads(columns, firstHead(table.by, lang), lang)}
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>
  </div>`;
}

/** Columns under a common heading stand next to each other. */
function heads(columns: readonly Column[], first: string, lang: Lang): Html {
  const parted = columns.map((column) => {
    const words = headingOf(column, lang);
    const [over = words, head] = column.over ? words.split(': ') : [];
    return { over, head };
  });
  const upper = [...groupBy(parted, ({ over }) => over)].map(([over, under]) =>
    under.some(({ head }) => head !== undefined)
      ? markup`<th scope="colgroup" colspan="${under.length}">${over}</th>`
      : markup`<th scope="col" rowspan="2">${over}</th>`,
  );
  const lower = parted.map(({ head }) => (head === undefined ? undefined : markup`<th scope="col">${head}</th>`));
  return markup`<tr><th scope="col" rowspan="2">${first}</th>${upper}</tr>
  <tr>${lower}</tr>`;
}

const tableLine = ({ kind, label, counts }: Drawn, scope: Scope, columns: readonly Column[], lang: Lang): Html => {
  const cells = columns.map((column) => {
    const { counts: figure, name, value, color } = column;
    const number = figure ? linkedNumber(scope, figure, lang) : numberAt(`${scope.path}.${name}`, value(counts), lang);
    return markup`<td class="${color && value(counts) !== 0 ? color : undefined}">${number}</td>`;
  });
  return markup`<tr id="${scope.id}" class="${kind}"><th scope="row">${isolated(label)}</th>${cells}</tr>
  `;
};

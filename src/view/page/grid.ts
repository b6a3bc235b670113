import type { Lang } from '../../lang.ts';
import type { Figure } from '../../model/figures.ts';
import type { Grid } from '../../model/grid.ts';
import type { Meeting } from '../../model/meeting.ts';
import { type Owner, nameShort } from '../../model/plan.ts';
import { type Counts, figureIn, pathOf } from '../../model/summary.ts';
import { firstHead } from '../meeting/columns.ts';

import { type Scope, linkedNumber, numberAt } from './figures.ts';
import { type Html, isolated, markup } from './html.ts';
import { words } from './words.ts';
import { figureWords } from '../words.ts';

/** What a cell shows, each with its sign. */
const SIGNS = { completed: '✓', 'all-overdue': '!', unreported: '?' } as const satisfies Partial<
  Record<Figure, string>
>;
const MARKED = Object.keys(SIGNS) as readonly (keyof typeof SIGNS)[];
export const GRID_FIGURES: readonly Figure[] = [...MARKED, 'rows'];

/** Upper ends of the shades, in percent of the rows; the first is for none at all. */
const SHADES = [0, 25, 50, 75, 100] as const;
const shadeOf = ({ classes, rows }: Counts): number => {
  const share = ((classes.unreported + classes.overdue) * 100) / rows;
  return SHADES.findIndex((end) => share <= end);
};

/** The cells whose rows are on the page: those of the selected periods. */
export const gridScopes = ({ facts }: Meeting, { periods, lines }: Grid): ReadonlyMap<string, Scope> => {
  return new Map(
    lines.flatMap(({ owner }, i) =>
      periods.flatMap(({ id }, j) => {
        const rows = facts.rows.filter((row) => row.owner === owner && row.period.id === id);
        if (rows.length === 0) return [];
        const path = cellPath(owner, id);
        return [[path, { id: `cell-${i}-${j}`, label: `${nameShort(owner)}, ${id}`, path, rows }]];
      }),
    ),
  );
};

/** Where a cell's counts stand in the JSON: the line of the owner, the cell of the period. */
const cellPath = (owner: Owner, period: string): string => `grid.${owner.id}.${period}`;

/** Bodies and periods as a heat map; each cell has its numbers, the shade says the same once more. */
export function heatMap({ periods, lines }: Grid, scopes: ReadonlyMap<string, Scope>, lang: Lang): Html {
  const shown = new Set([...scopes.values()].flatMap(({ rows }) => rows.map(({ period }) => period.id)));
  const rest = periods.every(({ id }) => shown.has(id))
    ? undefined
    : markup`<p class="how rest">${words.gridRest[lang]} <code>--period all</code>.</p>`;
  const heads = periods.map(
    ({ id }) =>
      markup`<th scope="col">${id}${shown.has(id) ? markup` <small>(${words.shown[lang]})</small>` : undefined}</th>`,
  );
  const body = lines.map(
    ({ owner, cells }) => markup`<tr><th scope="row">${isolated(nameShort(owner))}</th>${periods.map(({ id }, j) => {
      const [counts, path] = [cells[j], cellPath(owner, id)];
      return counts ? cell(counts, path, scopes.get(path), lang) : markup`<td class="void">${words.noRows[lang]}</td>`;
    })}</tr>
    `,
  );
  const shades = SHADES.map((end, i) => {
    const [below] = SHADES.slice(i - 1, i);
    const label = below === undefined ? '0 %' : `${words.over[lang]} ${below} ${words.upTo[lang]} ${end} %`;
    return markup`<li><span class="swatch shade-${i}"></span>${label}</li>`;
  });
  return markup`<p class="how">${words.gridHow[lang]}</p>
  <ul class="legend">${shades}</ul>
  <div class="scroll" role="region" aria-labelledby="grid-title" tabindex="0">
  <table class="grid">
    <caption class="heard">${words.grid[lang]}</caption>
    <thead><tr><th scope="col">${firstHead('owner', lang)}</th>${heads}</tr></thead>
    <tbody>
    ${body}
    </tbody>
  </table>
  </div>
  ${rest}`;
}

function cell(counts: Counts, path: string, scope: Scope | undefined, lang: Lang): Html {
  const id = scope && markup` id="${scope.id}"`;
  const number = (figure: Figure): Html =>
    scope ? linkedNumber(scope, figure, lang) : numberAt(`${path}.${pathOf(figure)}`, figureIn(counts, figure), lang);
  const rows = markup`<span class="of">/ ${number('rows')}</span>`;
  if (counts.classes['not-due'] === counts.rows)
    return markup`<td${id} class="void">${words.notDue[lang]} ${rows}</td>`;
  const marks = MARKED.map(
    (figure) =>
      markup`<span class="mark"><span class="sign" aria-hidden="true">${SIGNS[figure]}</span><span class="heard">${figureWords[figure][lang]} </span>${number(figure)}</span> `,
  );
  return markup`<td${id} class="shade-${shadeOf(counts)}">${marks}${rows}</td>`;
}

import { groupBy } from '../../group.ts';
import type { Lang } from '../../lang.ts';
import { FIGURES, type Figure, countOf, holds } from '../../model/figures.ts';
import type { Row } from '../../model/ledger.ts';
import type { Meeting } from '../../model/meeting.ts';
import { nameShort } from '../../model/plan.ts';
import { pathOf, rowsByLine } from '../../model/summary.ts';
import { drawnLines, numberText } from '../meeting/columns.ts';

import { type Html, isolated, markup } from './html.ts';
import { words } from './words.ts';
import { figureWords } from '../words.ts';

/** Rows that are counted together: a line of the table, a sub-total, the total, or a cell of the grid. */
export interface Scope {
  /** The id of the element that shows its numbers. */
  readonly id: string;
  readonly label: string;
  /** Where its counts stand in the JSON of the same summary: `tables.owner.lines.so-cong-thuong`. */
  readonly path: string;
  readonly rows: readonly Row[];
}

/** The scopes of the meeting's table, in the order of `drawnLines`. */
export function tableScopes({ facts, table }: Meeting, lang: Lang): Scope[] {
  const held = rowsByLine(facts.rows, table.by, facts.plan);
  const rowsOf = (ids: readonly { readonly id: string }[]): readonly Row[] => [
    ...new Set(ids.flatMap(({ id }) => held.get(id) ?? [])),
  ];
  const path = `tables.${table.by}`;
  return drawnLines(table, lang).map(({ kind, id, label }, i): Scope => {
    if (kind === 'total') return { id: 'total', label, path: `${path}.total`, rows: facts.rows };
    return kind === 'line'
      ? { id: `line-${i}`, label, path: `${path}.lines.${id}`, rows: rowsOf([{ id }]) }
      : {
          id: `line-${i}`,
          label,
          path: `${path}.groups.${id}`,
          rows: rowsOf(table.groups.filter((each) => each.id === id).flatMap((group) => group.lines)),
        };
  });
}

export const countIn = ({ rows }: Scope, figure: Figure): number => countOf(figure, rows);

/** A number as the JSON has it at a path: the only way for a number that counts to stand on the page. */
export const numberAt = (path: string, value: number | null, lang: Lang): Html =>
  markup`<span data-figure="${path}"${value === 0 ? ZERO : undefined}>${numberText(value, lang)}</span>`;

const ZERO = markup` class="zero"`;
/** For pictures, whose numbers stand in the table as well. */
const UNREACHED = markup` tabindex="-1"`;

/** The number of rows in a scope that a figure holds for, with a link to them. */
export function linkedNumber(scope: Scope, figure: Figure, lang: Lang, isInPicture = false): Html {
  const value = countIn(scope, figure);
  const path = `${scope.path}.${pathOf(figure)}`;
  if (value === 0) return numberAt(path, 0, lang);
  return markup`<a href="#${anchorOf(scope, figure)}" data-figure="${path}"${isInPicture ? UNREACHED : undefined}>${numberText(value, lang)}</a>`;
}

const anchorOf = ({ id }: Scope, figure: Figure): string => `${id}.${figure}`;

/** Where a row stands on the page: by its place in `rows` of the JSON. */
export type RowLinks = (row: Row) => string | undefined;

/** The same row may have been made again for other periods: then it is the same by task, lead and period. */
export function rowLinks(rows: readonly Row[]): RowLinks {
  const keyOf = ({ task, lead, period }: Row): string => [task.id, lead.id, period.id].join(' ');
  const known = new Map(rows.map((row, i) => [keyOf(row), `row-${i}`]));
  return (row) => known.get(keyOf(row));
}

/** For each number of a scope that is not nought, the way from it to each of its rows. */
export const traces = (
  scopes: readonly { readonly scope: Scope; readonly figures?: readonly Figure[] }[],
  linkOf: RowLinks,
  withPeriod: boolean,
  lang: Lang,
): Html[] =>
  scopes.flatMap(({ scope, figures = FIGURES }) =>
    figures.flatMap((figure) => {
      const rows = scope.rows.filter((row) => holds(figure, row));
      return rows.length === 0 ? [] : [trace(scope, figure, rows, linkOf, withPeriod, lang)];
    }),
  );

function trace(
  scope: Scope,
  figure: Figure,
  rows: readonly Row[],
  linkOf: RowLinks,
  withPeriod: boolean,
  lang: Lang,
): Html {
  const byOwner = [...groupBy(rows, ({ owner }) => owner)];
  const listed = byOwner.map(([owner, held]) => {
    const links = held.map(
      (row) => markup` <a href="#${linkOf(row)}">${row.task.id}${withPeriod ? ` (${row.period.id})` : ''}</a>`,
    );
    return byOwner.length === 1 ? links : markup` <span>${isolated(nameShort(owner))}:${links}</span>`;
  });
  return markup`<li id="${anchorOf(scope, figure)}"><b>${isolated(scope.label)}, ${figureWords[figure][lang]}: ${numberAt(`${scope.path}.${pathOf(figure)}`, rows.length, lang)}</b>${listed} <a class="close" href="#${scope.id}">${words.close[lang]}</a></li>
  `;
}

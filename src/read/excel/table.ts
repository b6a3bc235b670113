import { isSameName, suggest } from '../../fold.ts';
import { type FormField, Headings } from '../../form.ts';
import type { Lang } from '../../lang.ts';
import type { Range } from '../../office/cells.ts';
import type { Cell, Grid, Row } from '../../office/grid.ts';
import { shownIn } from './values.ts';

/** A column of a table as it stands in a sheet. */
export interface FoundColumn {
  readonly column: number;
  /** The heading as written. */
  readonly title: string;
  readonly field: FormField;
}

/** A table found by its headings. */
export interface Table {
  readonly headRow: number;
  /** The rows below the headings that hold something. */
  readonly rows: readonly Row[];
  readonly columns: ReadonlyMap<string, FoundColumn>;
  /** Columns with a heading of their own that the form does not have, or has already. */
  readonly others: readonly { readonly column: number; readonly title: string; readonly again?: FoundColumn }[];
  /** The language of its headings. */
  readonly lang: Lang;
}

/** What the headings say of a table, before its rows are looked at. */
interface Headed extends Omit<Table, 'rows'> {
  /** The row above the first one of contents. */
  readonly last: number;
}

/** So many rows with contents may stand above the headings. */
const SEARCHED = 100;

/** The text of a cell as one line; empty where there is none. */
export const textAt = (row: Row | undefined, column: number): string => {
  const cell = row?.cells.get(column);
  return cell ? oneLine(shownIn(cell.value)) : '';
};

/** White space of any kind as one space, none at the ends. Most texts are such already: to see it costs less than to do it. */
const oneLine = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/**
 * The first table whose headings match the form's columns, among them those it cannot do without; what was missing
 * from the nearest one where there is none. Headings may stand in any order and anywhere in the sheet, in one row or,
 * under merged cells, in two.
 */
export function findTable(
  { rows, merges }: Grid,
  headings: Headings,
  needed: readonly string[],
): Table | { readonly missing: readonly string[]; readonly matched: number; readonly titles: readonly string[] } {
  let best: Headed | undefined;
  let near = { missing: needed, matched: 0, titles: [] as string[] };
  for (const [i, row] of rows.slice(0, SEARCHED).entries()) {
    if (best) break;
    const known = headingsIn(row, headings);
    if (known === 0) continue;
    const below = rows[i + 1]?.number === row.number + 1 ? rows[i + 1] : undefined;
    for (const second of known > 1 && below && spans(row, merges) ? [below, undefined] : [undefined]) {
      const table = headedBy(row, second, headings, merges);
      const missing = needed.filter((field) => !table.columns.has(field));
      if (missing.length === 0 && table.columns.size > (best?.columns.size ?? 1)) best = table;
      if (missing.length > 0 && table.columns.size > near.matched)
        near = {
          missing,
          matched: table.columns.size,
          titles: [...row.cells.values()].map(({ value }) => shownIn(value)),
        };
    }
  }
  if (!best) return near;
  const { last, columns } = best;
  const below = rows.filter(({ number }) => number > last);
  const isOfTable = (row: Row, i: number): boolean =>
    !isBlank(row) && !(i === 0 && isNumbering(row)) && !isRepeated(row, columns);
  return { ...best, rows: below.filter(isOfTable) };
}

/** How many of a row's cells are headings of the form. */
function headingsIn(row: Row, headings: Headings): number {
  let count = 0;
  for (const column of row.cells.keys()) if (headings.find(textAt(row, column))) count++;
  return count;
}

/**
 * Headings take two rows where some cell above spans several columns and the row below says which is which; a title
 * or a note over the whole table is no heading.
 */
const spans = (row: Row, merges: readonly Range[]): boolean =>
  merges.some(({ from, to }) => from.row === row.number && to.row === row.number && to.column > from.column);

function headedBy(head: Row, second: Row | undefined, headings: Headings, merges: readonly Range[]): Headed {
  const columns = new Map<string, FoundColumn>();
  const others: { column: number; title: string; again?: FoundColumn }[] = [];
  let english = 0;
  const above = (column: number): string =>
    textAt(
      head,
      merges.find(({ from, to }) => from.row === head.number && from.column <= column && column <= to.column)?.from
        .column ?? column,
    );
  const wanted = new Set([...head.cells.keys(), ...(second?.cells.keys() ?? [])]);
  for (const column of [...wanted].sort((a, b) => a - b)) {
    const child = textAt(second, column);
    const title = child === '' ? textAt(head, column) : [above(column), child].join(' ').trim();
    if (title === '') continue;
    const found = headings.find(title) ?? (child === '' ? undefined : headings.find(child));
    const again = found && columns.get(found.field.field);
    if (!found || again) {
      others.push({ column, title, ...(again ? { again } : {}) });
      continue;
    }
    columns.set(found.field.field, { column, title, field: found.field });
    if (found.lang === 'en') english++;
  }
  const last = second?.number ?? head.number;
  return { headRow: head.number, last, columns, others, lang: english * 2 > columns.size ? 'en' : 'vi' };
}

/** Nothing but spaces in its cells. */
function isBlank({ cells }: Row): boolean {
  for (const { value } of cells.values()) if (shownIn(value).trim() !== '') return false;
  return true;
}

/** `(1)`, `(2)`, `(3) = (1) + (2)` below the headings, as official tables have it. */
function isNumbering({ cells }: Row): boolean {
  const numbers = [...cells.values()]
    .sort((a, b) => a.column - b.column)
    .map(({ value }) => Number(/^\(?(\d{1,2})\)?(\s*=.*)?$/.exec(shownIn(value).trim())?.[1]));
  return numbers.length > 2 && numbers.every((number, i) => number === (numbers[0] ?? 0) + i) && (numbers[0] ?? 9) < 3;
}

/** The headings once more, as they are copied to the top of a page. */
const isRepeated = (row: Row, columns: ReadonlyMap<string, FoundColumn>): boolean => {
  const known = [...columns.values()];
  return known.length > 0 && known.every(({ column, title }) => isSameName(textAt(row, column), title));
};

/** The cell that a merged one shows, for the rows below its first. */
export function mergedAbove(grid: Grid, row: number, column: number): Cell | undefined {
  const range = grid.mergedFrom(column).find(({ from, to }) => from.row < row && row <= to.row);
  return range && grid.row(range.from.row)?.cells.get(column);
}

/** The heading of the form that was probably meant by one that it does not have; its year says nothing (`Kết quả năm 2026`). */
export const headingMeant = (title: string, fields: readonly FormField[], lang: Lang): string | undefined =>
  suggest(
    title.replace(/\d+/g, ''),
    fields.map(({ title: { [lang]: value }, also = [] }) => ({ value, names: [value, ...also] })),
    1,
  )[0];

import type { Range } from '../../office/cells.ts';
import type { Style } from '../../office/styles.ts';
import { type CellToWrite, MAX_TEXT, type SheetToWrite, heightOf } from '../../office/write.ts';
import { HEADING } from '../form/guide.ts';
import type { Cell } from './listing.ts';

/** A table on a sheet of its own, with what is said above and below it, before it is drawn. */
export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly above: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** A total is no part of what can be filtered and sorted. */
  readonly lines: readonly { readonly kind: 'line' | 'subtotal' | 'total'; readonly cells: readonly Cell[] }[];
  /** What stands in the place of the lines where there are none. */
  readonly none: string;
  readonly below: readonly string[];
}
export interface SheetColumn {
  readonly title: string;
  /** In characters; as wide as the longest word of the title in any case. */
  readonly width: number;
  readonly isFigure?: boolean;
  /** Its numbers are parts of one, shown as percent. */
  readonly isShare?: boolean;
}

const FILLS = { line: undefined, subtotal: 'E7E7E7', total: 'D9D9D9' } as const;

/** The sheet: headings stay on screen and on every page, the lines below them can be filtered. */
export function sheetOf({ name, title, above, columns, lines, none, below }: TableSheet): SheetToWrite {
  const widths = columns.map(widthOf);
  const cells: CellToWrite[] = [];
  const heights = new Map<number, number>();
  const merges: Range[] = [];
  let row = 0;
  const across = (text: string, style: Style): void => {
    row++;
    cells.push({ row, column: 1, content: fitting(text), style });
    if (widths.length > 1) merges.push({ from: { row, column: 1 }, to: { row, column: widths.length } });
    const width = widths.reduce((sum, each) => sum + each, 0);
    heights.set(row, heightOf([{ text, width, size: style.size ?? 12, bold: style.bold ?? false }]));
  };

  across(title, { bold: true, size: 14 });
  for (const text of above) across(text, {});
  row += 2;
  const head = row;
  columns.forEach((column, i) => cells.push({ row, column: i + 1, content: column.title, style: HEADING }));
  for (const line of lines) {
    row++;
    columns.forEach((column, i) => cells.push(cellOf(line.cells[i], line.kind, column, row, i + 1)));
  }
  const last = head + lines.filter(({ kind }) => kind !== 'total').length;
  if (lines.length === 0) across(none, { italic: true });
  row++;
  for (const text of below) across(text, { size: 11 });
  return {
    name,
    widths,
    cells,
    heights,
    merges,
    frozenAt: { row: head + 1, column: 2 },
    printTitles: { from: head, to: head },
    ...(last > head ? { filter: { from: { row: head, column: 1 }, to: { row: last, column: widths.length } } } : {}),
  };
}

/** Room for the sign of the filter beside the longest word. */
const widthOf = ({ title, width }: SheetColumn): number =>
  Math.max(width, ...title.split(/\s+/).map((word) => Math.ceil(word.length * 1.1) + 2));

function cellOf(
  cell: Cell,
  kind: keyof typeof FILLS,
  { isFigure, isShare }: SheetColumn,
  row: number,
  column: number,
): CellToWrite {
  const fill = FILLS[kind];
  const isNumber = typeof cell === 'number';
  const format = isNumber
    ? isShare
      ? 'percent'
      : Number.isInteger(cell)
        ? 'count'
        : undefined
    : typeof cell === 'object'
      ? 'day'
      : 'text';
  const style: Style = {
    border: true,
    ...(fill === undefined ? {} : { bold: true, fill }),
    ...(isNumber || isFigure ? { align: 'right' } : {}),
    ...(format ? { format } : {}),
  };
  const content = typeof cell === 'string' ? fitting(cell) : cell;
  return { row, column, style, ...(content === undefined ? {} : { content }) };
}

/** A text as one cell can hold it: what is too long is cut, with a mark. */
const fitting = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;

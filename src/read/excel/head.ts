import { HEAD, Headings, nameOfField } from '../../form.ts';
import type { CellAt } from '../../office/cells.ts';
import type { Cell, Row, Value } from '../../office/grid.ts';
import type { Sheet, Workbook } from '../../office/workbook.ts';
import { cellIn } from './place.ts';
import { type Table, textAt } from './table.ts';
import { saysSomething } from './values.ts';

/** A cell above the table that holds a field of the report, or is to hold it. */
export interface HeadCell extends CellAt {
  readonly sheet: Sheet;
  /** The label beside it. */
  readonly title: string;
  readonly value?: Value;
}

const LABELS = new Headings(HEAD);

/** The cells of the fields above the table: by their defined names, else by the label to their left. */
export function headCells({ sheets, names }: Workbook, sheet: Sheet, table: Table): Map<string, HeadCell> {
  const cells = labelled(sheet, table.headRow);
  for (const { field, title } of HEAD) {
    const name = names.get(nameOfField(field));
    const home = name && sheets.find((each) => each.name === name.sheet);
    const found = cells.get(field);
    if (!name || !home) continue;
    const cell = cellIn(home, name);
    const value = cell && saysSomething(cell) ? cell.value : undefined;
    // A name that was left behind when its cell moved points to nothing; the label is still right.
    if (!value && found?.value) continue;
    const { row, column } = name;
    cells.set(field, {
      row,
      column,
      sheet: home,
      title: found?.title ?? title[table.lang],
      ...(value ? { value } : {}),
    });
  }
  return cells;
}

/** The colon of a label, and what belongs to it in the same cell. */
const BEHIND_LABEL = /:.*$/;

function labelled(sheet: Sheet, headRow: number): Map<string, HeadCell> {
  const found = new Map<string, HeadCell>();
  for (const row of sheet.grid().rows) {
    if (row.number >= headRow) break;
    const cells = [...row.cells.values()].filter(saysSomething).sort((a, b) => a.column - b.column);
    cells.forEach((cell, i) => {
      const label = textAt(row, cell.column).replace(BEHIND_LABEL, '');
      const field = LABELS.find(label)?.field.field;
      if (field === undefined || found.has(field)) return;
      found.set(field, { ...valueBeside(sheet, row, cell, cells[i + 1]), sheet, title: label.trim() });
    });
  }
  return found;
}

/** What belongs to a label: the text behind its colon, else the next cell that is no label itself, else an empty one. */
function valueBeside(sheet: Sheet, row: Row, cell: Cell, next: Cell | undefined): CellAt & { readonly value?: Value } {
  const inside = textAt(row, cell.column)
    .replace(/^[^:]*:?/, '')
    .trim();
  if (inside !== '') return { row: row.number, column: cell.column, value: { kind: 'text', text: inside } };
  const isLabel = next && LABELS.find(textAt(row, next.column).replace(BEHIND_LABEL, ''));
  if (next && !isLabel) return { row: row.number, column: next.column, value: next.value };
  const merged = sheet
    .grid()
    .mergedFrom(cell.column)
    .find(({ from }) => from.row === row.number);
  return { row: row.number, column: (merged?.to.column ?? cell.column) + 1 };
}

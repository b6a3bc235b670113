import { type CellAt, cellName } from '../../office/cells.ts';
import type { Cell } from '../../office/grid.ts';
import type { Sheet } from '../../office/workbook.ts';
import type { Place } from '../../source.ts';
import { shownIn } from './values.ts';

export const cellIn = (sheet: Sheet, { row, column }: CellAt): Cell | undefined =>
  sheet.grid().row(row)?.cells.get(column);

/** A cell of a sheet as a place; its heading or label where it has one. */
export function placeIn(file: string, sheet: Sheet | undefined, at: CellAt, title?: string): Place {
  if (!sheet) return { file, line: 1, column: 1 };
  const value = cellIn(sheet, at)?.value;
  return {
    file,
    line: at.row,
    column: at.column,
    cell: {
      sheet: sheet.name,
      name: cellName(at),
      ...(title === undefined ? {} : { title }),
      ...(value ? { shows: shownIn(value) } : {}),
    },
  };
}

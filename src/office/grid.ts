import { type Day, isDay } from '../day.ts';
import { groupBy } from '../group.ts';
import { type CellAt, type Range, LAST_COLUMN, LAST_ROW, cellNamed, dayOfSerial, rangeNamed } from './cells.ts';
import { type Format, unescaped } from './shared.ts';
import { XmlError, readXml } from './xml.ts';
import { ArchiveError } from './zip.ts';

/** What a cell holds, as the program that saved the file last computed it. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly isPercent: boolean }
  /** A number shown as a date; without `day` where no calendar has it. */
  | { readonly kind: 'day'; readonly number: number; readonly day?: Day }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!`, `#N/A` and the like. */
  | { readonly kind: 'error'; readonly error: string }
  /** A formula whose result was not saved. */
  | { readonly kind: 'uncomputed'; readonly formula: string };

export interface Cell extends CellAt {
  readonly value: Value;
}

/** A row with at least one cell that holds something. */
export interface Row {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** What stands in a sheet. */
export interface Grid {
  readonly rows: readonly Row[];
  /** The row of a number, where it holds something. */
  readonly row: (number: number) => Row | undefined;
  readonly merges: readonly Range[];
  /** Those among them whose first cell stands in a column. */
  readonly mergedFrom: (column: number) => readonly Range[];
  /** True for a column that is hidden. */
  readonly isHidden: (column: number) => boolean;
}

/** Cells with contents that all sheets of a workbook together may have. */
export const MAX_CELLS = 50_000;
/** Merged cells that one sheet may have; each is looked at for every row. */
const MAX_MERGES = 10_000;

interface OpenCell extends CellAt {
  readonly type: string | undefined;
  readonly style: string | undefined;
  formula: string | undefined;
  text: string | undefined;
}

/** The cells of a sheet from the text of its part. */
export function gridFrom(
  pieces: Iterable<string>,
  strings: readonly string[],
  formats: readonly Format[],
  is1904: boolean,
  /** How many more cells may be read, over all sheets. */
  room: { cells: number },
): Grid {
  const rows = new Map<number, { number: number; isHidden: boolean; cells: Map<number, Cell> }>();
  const merges: Range[] = [];
  const hidden: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  let isRowHidden = false;
  let cell: OpenCell | undefined;
  let into: 'v' | 'f' | 't' | undefined;
  let phonetic = false;

  readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'c') {
        const written = attributes('r');
        const at = written === undefined ? { row, column: column + 1 } : cellNamed(written);
        if (!at || at.column > LAST_COLUMN) throw new XmlError('cell');
        column = at.column;
        const [type, style] = [attributes('t'), attributes('s')];
        // Written out: to spread `at` costs more than all the rest where a million cells are empty.
        cell = { row: at.row, column: at.column, type, style, formula: undefined, text: undefined };
      } else if (name === 'row') {
        row = Number(attributes('r') ?? row + 1);
        if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) throw new XmlError('row');
        column = 0;
        isRowHidden = /^(1|true)$/.test(attributes('hidden') ?? '');
      } else if (cell && (name === 'v' || name === 'f')) {
        into = name;
        if (name === 'f') cell.formula = '';
      } else if (cell && name === 't' && !phonetic) {
        into = 't';
        cell.text ??= '';
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'mergeCell') {
        const range = rangeNamed(attributes('ref') ?? '');
        if (range && merges.push(range) > MAX_MERGES) throw new ArchiveError('too-large');
      } else if (name === 'col' && /^(1|true)$/.test(attributes('hidden') ?? ''))
        hidden.push([Number(attributes('min')), Number(attributes('max'))]);
    },
    text: (text) => {
      if (!cell || into === undefined) return;
      if (into === 'f') cell.formula = (cell.formula ?? '') + text;
      else cell.text = (cell.text ?? '') + text;
    },
    close: (name) => {
      if (name === 'v' || name === 'f' || name === 't') into = undefined;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && cell) {
        const value = valueOf(cell, strings, formats, is1904);
        if (value) {
          if (--room.cells < 0) throw new ArchiveError('too-large');
          const { row: at } = cell;
          const known = rows.get(at) ?? { number: at, isHidden: isRowHidden, cells: new Map<number, Cell>() };
          // Of two cells in one place every program keeps another one.
          if (known.cells.has(cell.column)) throw new XmlError('cell twice');
          known.cells.set(cell.column, { row: at, column: cell.column, value });
          rows.set(at, known);
        }
        cell = undefined;
      }
    },
  });
  let byColumn: ReadonlyMap<number, readonly Range[]> | undefined;
  return {
    rows: [...rows.values()].sort((a, b) => a.number - b.number),
    row: (number) => rows.get(number),
    mergedFrom: (column) => (byColumn ??= groupBy(merges, ({ from }) => from.column)).get(column) ?? [],
    merges,
    isHidden: (wanted) => hidden.some(([from, to]) => from <= wanted && wanted <= to),
  };
}

/** What a cell holds; `undefined` where it is empty. */
function valueOf(
  { type = 'n', style = '0', formula, text }: OpenCell,
  strings: readonly string[],
  formats: readonly Format[],
  is1904: boolean,
): Value | undefined {
  const isEmpty = text === undefined || text === '';
  if (isEmpty && formula === undefined) return undefined;
  if (isEmpty && formula !== undefined && type !== 'str') return { kind: 'uncomputed', formula };
  if (isEmpty) return undefined;
  switch (type) {
    case 's': {
      const shared = strings[Number(text)];
      if (shared === undefined) throw new XmlError('string');
      return shared === '' ? undefined : { kind: 'text', text: shared };
    }
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescaped(text) };
    case 'b':
      return { kind: 'boolean', value: text.trim() === '1' || text.trim() === 'true' };
    case 'e':
      return { kind: 'error', error: text };
    case 'd':
      return isDay(text.slice(0, 10)) ? { kind: 'day', number: 0, day: text.slice(0, 10) } : { kind: 'text', text };
    default: {
      const number = Number(text);
      if (!Number.isFinite(number)) throw new XmlError('number');
      const format = formats[Number(style)] ?? 'other';
      if (format !== 'date') return { kind: 'number', number, isPercent: format === 'percent' };
      const day = dayOfSerial(number, is1904);
      return { kind: 'day', number, ...(day === undefined ? {} : { day }) };
    }
  }
}

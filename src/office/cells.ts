import { type Day, addDays, daysBetween } from '../day.ts';

/** A cell's place in its sheet, both counted from 1. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** From one corner to the other, both included. */
export interface Range {
  readonly from: CellAt;
  readonly to: CellAt;
}

/** The last row and column of a sheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.13). */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `A`, `Z`, `AA` for 1, 26, 27. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** `F17`. */
export const cellName = ({ row, column }: CellAt): string => `${columnName(column)}${row}`;

/** `A1:C3`, or `A1` where it is one cell. */
export const rangeName = ({ from, to }: Range): string =>
  from.row === to.row && from.column === to.column ? cellName(from) : `${cellName(from)}:${cellName(to)}`;

/** The cell that a name such as `F17` or `$F$17` means; `undefined` where it means none. */
export function cellNamed(name: string): CellAt | undefined {
  let row = 0;
  let column = 0;
  let at = name.startsWith('$') ? 1 : 0;
  for (let letter = letterAt(name, at); letter > 0; letter = letterAt(name, ++at)) column = column * 26 + letter;
  if (name.charAt(at) === '$') at++;
  const first = at;
  for (let digit = digitAt(name, at); digit >= 0; digit = digitAt(name, ++at)) row = row * 10 + digit;
  const isWhole = at === name.length && at - first <= 7;
  return isWhole && column >= 1 && column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW ? { row, column } : undefined;
}

/** 1 to 26 for a letter of either case, else 0. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at) & ~0x20;
  return code >= 0x41 && code <= 0x5a ? code - 0x40 : 0;
}

/** 0 to 9, else -1. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 0x30;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** The range that `A1:C3` or `A1` means. */
export function rangeNamed(name: string): Range | undefined {
  const colon = name.indexOf(':');
  const from = cellNamed(colon === -1 ? name : name.slice(0, colon));
  const to = colon === -1 ? from : cellNamed(name.slice(colon + 1));
  return from && { from, to: to ?? from };
}

const EPOCH_1900 = '1899-12-30';
const EPOCH_1904 = '1904-01-01';

/**
 * The day that a serial number means; hours are cut off. In the calendar of 1900 number 60 is a 29 February that never
 * was, and the numbers below it are a day off (ECMA-376 part 1, 18.17.4.1); `undefined` for that day and for numbers
 * beyond the year 9999.
 */
export function dayOfSerial(serial: number, is1904: boolean): Day | undefined {
  // A midnight that arithmetic has put a hair before itself is still midnight.
  const days = Math.floor(serial + 1e-6);
  if (days < 0 || days > 2_958_465 || (!is1904 && (days === 60 || days === 0))) return undefined;
  if (is1904) return addDays(EPOCH_1904, days);
  return addDays(EPOCH_1900, days < 60 ? days + 1 : days);
}

/** The serial number of a day in the calendar of 1900. */
export function serialOfDay(day: Day): number {
  const days = daysBetween(EPOCH_1900, day);
  return days <= 60 ? days - 1 : days;
}

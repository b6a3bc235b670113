import { composed } from '../../fold.ts';
import { formatDay, typedDay } from '../../day.ts';
import { type Takes, statusLabelled } from '../../form.ts';
import type { Cell, Value } from '../../office/grid.ts';

/**
 * What a cell says where a field of the form is expected: its value; or, where it cannot be read as one, what it shows,
 * for the schema to refuse by name and place. `unsafe` is what Excel made of a text, `absent` is a cell without a result.
 */
export type Reading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'unsafe' }
  | { readonly kind: 'absent'; readonly isFormula: boolean };

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const PERCENT = /^(\d+(?:[.,]\d+)?)\s*(%|phần trăm)?$/;

/** A number typed as text; the comma is the decimal one, but `1.234` may be either and is no number here. */
function typedNumber(text: string): number | undefined {
  const written = text.trim();
  return NUMBER.test(written) && !/[.,]\d{3}$/.test(written) ? Number(written.replace(',', '.')) : undefined;
}

/** Per cent from a share: 0.57 is 57, not 56.99999999999999. */
const hundredfold = (share: number): number => Number((share * 100).toPrecision(12));

/**
 * `60`, `60 %` and `0.6` are all sixty per cent; with its sign a number is what it says. A bare 1 may be one per cent or
 * the whole, and is nothing here.
 */
function percentIn(value: Value): unknown {
  if (value.kind === 'number') {
    const { number, isPercent } = value;
    if (number === 1 && !isPercent) return shownIn(value);
    return isPercent || (number > 0 && number < 1) ? hundredfold(number) : number;
  }
  const shown = shownIn(value);
  const [, digits = '', sign] = PERCENT.exec(composed(shown).trim().toLowerCase()) ?? [];
  if (digits === '') return shown;
  const number = Number(digits.replace(',', '.'));
  if (number === 1 && sign === undefined) return shown;
  return sign === undefined && number > 0 && number < 1 ? hundredfold(number) : number;
}

/** What a person sees in a cell, near enough to quote it. */
export function shownIn(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.isPercent ? `${hundredfold(value.number)}%` : String(value.number);
    case 'day':
      return value.day === undefined ? String(value.number) : formatDay(value.day, 'vi');
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
    case 'uncomputed':
      return `=${value.formula}`;
  }
}

/** Whether there is anything to see in a cell. */
export const saysSomething = ({ value }: Cell): boolean => shownIn(value).trim() !== '';

export function readingOf(value: Value, takes: Takes): Reading {
  if (value.kind === 'error' || value.kind === 'uncomputed')
    return { kind: 'absent', isFormula: value.kind === 'uncomputed' };
  const shown = shownIn(value);
  const read = (found: unknown): Reading => ({ kind: 'value', value: found });
  switch (takes) {
    case 'id':
    case 'line':
      // `12/11` becomes a date and `1.10` becomes 1.1 before anyone sees it: what was typed is lost.
      if (value.kind === 'day' || (takes === 'id' && value.kind === 'number' && !Number.isInteger(value.number)))
        return { kind: 'unsafe' };
      return read(shown.trim());
    case 'phone':
      // A number has lost the nought that it began with.
      return value.kind === 'number' || value.kind === 'day' ? { kind: 'unsafe' } : read(shown.trim());
    case 'text':
    case 'given':
      return read(shown);
    case 'status':
      return read(statusLabelled(shown) ?? shown.trim());
    case 'percent':
      return read(percentIn(value));
    case 'number':
    case 'count':
      // `5%` is 0.05 to Excel and 5 to its reader; whoever counts in per cent has to write the number alone.
      return read(value.kind === 'number' && !value.isPercent ? value.number : (typedNumber(shown) ?? shown));
    case 'day':
      if (value.kind === 'day') return read(value.day ?? shown);
      return read(typedDay(shown) ?? shown);
    case 'either':
      if (value.kind === 'day') return { kind: 'unsafe' };
      return read(value.kind === 'number' ? value.number : shown.trim());
  }
}

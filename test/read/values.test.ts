import { expect, test } from 'vitest';
import type { Takes } from '../../src/form.ts';
import type { Value } from '../../src/office/grid.ts';
import { readingOf, saysSomething } from '../../src/read/excel/values.ts';

const text = (written: string): Value => ({ kind: 'text', text: written });
const number = (written: number, isPercent = false): Value => ({ kind: 'number', number: written, isPercent });
const day = (written?: string): Value => ({
  kind: 'day',
  number: 45_678,
  ...(written === undefined ? {} : { day: written }),
});

test.each<[value: Value, takes: Takes, read: unknown]>([
  [text(' II.1.b '), 'id', 'II.1.b'],
  [number(2), 'id', '2'],
  [number(1.1), 'id', undefined],
  [day('2025-11-12'), 'id', undefined],
  [text(' 12/KH-UBND\n'), 'line', '12/KH-UBND'],
  [number(1.5), 'line', '1.5'],
  [day('2025-11-12'), 'line', undefined],
  [text(' 0912 345 678 '), 'phone', '0912 345 678'],
  [number(912_345_678), 'phone', undefined],
  [day('2025-11-12'), 'phone', undefined],
  [text(' hai dòng\nmột ô '), 'text', ' hai dòng\nmột ô '],
  [day('2025-11-12'), 'text', '12/11/2025'],
  [text(' ĐÃ HOÀN THÀNH '), 'status', 'completed'],
  [text(' gì đó '), 'status', 'gì đó'],
  [number(0), 'percent', 0],
  [number(0.57), 'percent', 57],
  [number(1), 'percent', '1'],
  [number(1, true), 'percent', 100],
  [number(0.005, true), 'percent', 0.5],
  [number(60), 'percent', 60],
  [text(' 60 % '), 'percent', 60],
  [text('60 PHẦN TRĂM'), 'percent', 60],
  [text('0,6'), 'percent', 60],
  [text('0'), 'percent', 0],
  [text('0,5 %'), 'percent', 0.5],
  [text('1'), 'percent', '1'],
  [text('1 %'), 'percent', 1],
  [text('gần xong'), 'percent', 'gần xong'],
  [number(0.05, true), 'number', '5%'],
  [number(5), 'number', 5],
  [text(' -3,4 '), 'number', -3.4],
  [text('3.4'), 'number', 3.4],
  [text('1.234'), 'number', '1.234'],
  [text('3 triệu'), 'number', '3 triệu'],
  [text('2'), 'count', 2],
  [day('2025-11-12'), 'day', '2025-11-12'],
  [day(), 'day', '45678'],
  [text('12/11/2025'), 'day', '2025-11-12'],
  [text('cuối năm'), 'day', 'cuối năm'],
  [number(2024), 'either', 2024],
  [text(' 2024-Q1 '), 'either', '2024-Q1'],
  [day('2024-01-01'), 'either', undefined],
  [{ kind: 'boolean', value: true }, 'line', 'TRUE'],
  [{ kind: 'boolean', value: false }, 'line', 'FALSE'],
])('%j where a %s is expected: %j', (value, takes, read) =>
  expect(readingOf(value, takes)).toEqual(read === undefined ? { kind: 'unsafe' } : { kind: 'value', value: read }),
);

test('a cell without a result says nothing', () => {
  expect(readingOf({ kind: 'error', error: '#N/A' }, 'line')).toEqual({ kind: 'absent', isFormula: false });
  expect(readingOf({ kind: 'uncomputed', formula: 'A1' }, 'line')).toEqual({ kind: 'absent', isFormula: true });
});

test.each<[value: Value, says: boolean]>([
  [text(''), false],
  [text(' \n\u00a0'), false],
  [text(' x '), true],
  [number(0), true],
  [{ kind: 'error', error: '#REF!' }, true],
])('%j says something: %s', (value, says) => expect(saysSomething({ row: 1, column: 1, value })).toBe(says));

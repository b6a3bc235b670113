import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, addDays, isDay, weekday } from '../src/day.ts';
import {
  type Frequency,
  type Period,
  dayIn,
  nextPeriod,
  nextWorkingDay,
  periodFrom,
  periodOf,
  periodsBetween,
} from '../src/model/period.ts';

const periodNamed = (id: string): Period => periodFrom(id) ?? expect.fail(`no period ${id}`);
const anyDay = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1900-01-01', n));
const anyFrequency = fc.constantFrom<Frequency>('yearly', 'half-yearly', 'quarterly', 'monthly');

const PERIODS: readonly (readonly [id: string, frequency: Frequency, start: Day, end: Day])[] = [
  ['2025', 'yearly', '2025-01-01', '2025-12-31'],
  ['2025-H1', 'half-yearly', '2025-01-01', '2025-06-30'],
  ['2025-H2', 'half-yearly', '2025-07-01', '2025-12-31'],
  ['2025-Q1', 'quarterly', '2025-01-01', '2025-03-31'],
  ['2025-Q2', 'quarterly', '2025-04-01', '2025-06-30'],
  ['2025-Q3', 'quarterly', '2025-07-01', '2025-09-30'],
  ['2025-Q4', 'quarterly', '2025-10-01', '2025-12-31'],
  ['2024-02', 'monthly', '2024-02-01', '2024-02-29'],
  ['2025-02', 'monthly', '2025-02-01', '2025-02-28'],
  ['2025-12', 'monthly', '2025-12-01', '2025-12-31'],
  ['0001', 'yearly', '0001-01-01', '0001-12-31'],
  ['0999-Q4', 'quarterly', '0999-10-01', '0999-12-31'],
  ['9999-12', 'monthly', '9999-12-01', '9999-12-31'],
];
const NONE = [
  '',
  '25',
  '0000',
  '2025-',
  '2025-H0',
  '2025-H3',
  '2025-Q0',
  '2025-Q5',
  '2025-00',
  '2025-13',
  '2025-1',
  '2025-q1',
  '2025 Q1',
  'Q1-2025',
  '2025-01-01',
  'năm 2025',
  '20255',
  '12025-Q1',
  '0000-Q1',
];

test('an id names its period, with spaces around it too, or none', () => {
  for (const [id, frequency, start, end] of PERIODS) {
    expect(periodFrom(id)).toEqual({ id, frequency, start, end });
    expect(periodFrom(`  ${id}\n`)).toEqual({ id, frequency, start, end });
  }
  expect(NONE.filter((id) => periodFrom(id) !== undefined)).toEqual([]);
});

test.each([
  ['2025', '2026'],
  ['2025-H1', '2025-H2'],
  ['2025-H2', '2026-H1'],
  ['2025-Q3', '2025-Q4'],
  ['2025-Q4', '2026-Q1'],
  ['2025-12', '2026-01'],
  ['2024-02', '2024-03'],
])('after %s comes %s', (id, next) => expect(nextPeriod(periodNamed(id)).id).toBe(next));

test('a day lies in the one period of it; ids round-trip; the next period begins where it ends', () => {
  fc.assert(
    fc.property(anyDay, anyFrequency, (day, frequency) => {
      const period = periodOf(day, frequency);
      expect(period.start <= day && day <= period.end && isDay(period.start) && isDay(period.end)).toBe(true);
      expect(periodFrom(period.id)).toEqual(period);
      const next = nextPeriod(period);
      expect(next.start).toBe(addDays(period.end, 1));
      expect(periodOf(next.start, frequency)).toEqual(next);
      expect(periodOf(period.end, frequency)).toEqual(period);
    }),
  );
});

test('periods between two follow each other without gap, both ends included', () => {
  fc.assert(
    fc.property(anyFrequency, anyDay, fc.integer({ min: 0, max: 3000 }), (frequency, from, days) => {
      const [first, last] = [periodOf(from, frequency), periodOf(addDays(from, days), frequency)];
      const between = periodsBetween(first, last);
      expect([between[0], between.at(-1)]).toEqual([first, last]);
      between.slice(1).forEach((period, i) => expect(period.start).toBe(addDays(between[i]?.end ?? '', 1)));
      expect(first.id === last.id ? [] : periodsBetween(last, first)).toEqual([]);
    }),
  );
});

test('periods end where the calendar does', () => {
  expect(periodsBetween(periodNamed('9999-Q3'), periodNamed('9999-Q4')).map(({ id }) => id)).toEqual([
    '9999-Q3',
    '9999-Q4',
  ]);
  expect(periodsBetween(periodNamed('9998'), periodNamed('9999')).map(({ id }) => id)).toEqual(['9998', '9999']);
});

test.each<[id: string, month: number, day: number, expected: Day]>([
  ['2025', 0, 31, '2025-12-31'],
  ['2025', 0, 15, '2025-12-15'],
  ['2025', 1, 15, '2026-01-15'],
  ['2025', -1, 31, '2025-11-30'],
  ['2025-Q1', 0, 31, '2025-03-31'],
  ['2025-Q1', 1, 31, '2025-04-30'],
  ['2025-Q1', -1, 31, '2025-02-28'],
  ['2024-Q1', -1, 31, '2024-02-29'],
  ['2025-Q2', 0, 31, '2025-06-30'],
  ['2025-Q4', 1, 15, '2026-01-15'],
  ['2025-H1', 0, 20, '2025-06-20'],
  ['2025-01', 1, 31, '2025-02-28'],
  ['2025-01', -1, 5, '2024-12-05'],
  ['2025-02', 0, 31, '2025-02-28'],
])('%s: %i months on, day %i is %s', (id, month, day, expected) =>
  expect(dayIn(periodNamed(id), { month, day })).toBe(expected),
);

/** Vietnam's New Year of 2025: nine days off in a row, and one Saturday worked in return for a Friday in May. */
const holidays = {
  off: new Set([
    '2025-01-01',
    '2025-01-27',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-05-01',
    '2025-05-02',
  ]),
  worked: new Set(['2025-04-26']),
};

test.each<[day: Day, expected: Day, why: string]>([
  ['2025-01-24', '2025-01-24', 'a Friday'],
  ['2025-01-25', '2025-02-03', 'a Saturday before a week of holidays'],
  ['2025-01-29', '2025-02-03', 'in the middle of them'],
  ['2025-02-02', '2025-02-03', 'the Sunday after them'],
  ['2025-01-01', '2025-01-02', 'a holiday in the week'],
  ['2025-04-26', '2025-04-26', 'a Saturday that is worked'],
  ['2025-04-27', '2025-04-28', 'the Sunday after it'],
  ['2025-05-01', '2025-05-05', 'two holidays before a weekend'],
])('%s rolls to %s: %s', (day, expected) => expect(nextWorkingDay(day, holidays)).toBe(expected));

test('the next working day is worked, and no day before it is', () => {
  const isWorked = (day: Day): boolean => holidays.worked.has(day) || (weekday(day) < 5 && !holidays.off.has(day));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (n) => {
      const day = addDays('2025-01-01', n);
      const rolled = nextWorkingDay(day, holidays);
      expect(isWorked(rolled)).toBe(true);
      for (let before = day; before < rolled; before = addDays(before, 1)) expect(isWorked(before)).toBe(false);
    }),
  );
});

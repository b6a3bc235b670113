import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Day,
  addDays,
  dayAt,
  dayInMonth,
  daysBetween,
  formatDay,
  guessDay,
  isDay,
  isTimezone,
  lastDayOfMonth,
  todayIn,
  typedDay,
  weekday,
} from '../src/day.ts';

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** What the calendar of JavaScript makes of year, month and day: the same text only for a day that exists. */
const roundTrip = (year: number, month: number, day: number): string => iso(Date.UTC(year, month - 1, day));
const pad = (n: number): string => String(n).padStart(2, '0');

const anyDay = fc
  .integer({ min: Date.UTC(1000, 0, 1) / DAY_MS, max: Date.UTC(8999, 11, 31) / DAY_MS })
  .map((n) => iso(n * DAY_MS));

test('agrees with another calendar on what is a day, for every year from 1900 to 2100', () => {
  const disagreed: string[] = [];
  for (let year = 1900; year <= 2100; year++)
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${pad(month)}-${pad(day)}`;
        if (isDay(text) !== (roundTrip(year, month, day) === text)) disagreed.push(text);
      }
  expect(disagreed).toEqual([]);
});

test('agrees with another calendar on weekday, next day and distance, for every day from 1900 to 2100', () => {
  const disagreed: string[] = [];
  const first = Date.UTC(1900, 0, 1);
  const days = (Date.UTC(2100, 11, 31) - first) / DAY_MS + 1;
  for (let n = 0; n < days; n++) {
    const day = iso(first + n * DAY_MS);
    const monday0 = (new Date(first + n * DAY_MS).getUTCDay() + 6) % 7;
    const agrees =
      isDay(day) &&
      weekday(day) === monday0 &&
      daysBetween('1900-01-01', day) === n &&
      addDays(day, 1) === iso(first + (n + 1) * DAY_MS) &&
      addDays(day, -1) === iso(first + (n - 1) * DAY_MS);
    if (!agrees) disagreed.push(day);
  }
  expect(days).toBe(73_414);
  expect(disagreed).toEqual([]);
});

test.each([
  '',
  '2025',
  '2025-1-1',
  '2025-01-1',
  '25-01-01',
  '2025/01/01',
  '2025/01-01',
  '2025-01/01',
  '2025-1/-01',
  '2025-01-1/',
  '01-01-2025',
  ' 2025-01-01',
  '2025-01-01 ',
  '2025-01-01T00:00',
  '２０２５-01-01',
  '0000-01-01',
  '2025-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
])('%j is no day', (text) => expect(isDay(text)).toBe(false));

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) =>
  expect(isDay(text)).toBe(true),
);

test('leap days end four, a hundred and four hundred years', () => {
  for (const year of ['1600', '1996', '2000', '2004', '2400']) {
    expect(addDays(`${year}-02-28`, 1)).toBe(`${year}-02-29`);
    expect(addDays(`${year}-02-29`, 1)).toBe(`${year}-03-01`);
  }
  for (const year of ['1900', '2001', '2100']) expect(addDays(`${year}-02-28`, 1)).toBe(`${year}-03-01`);
});

test('adding days and counting them are each other’s inverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -300_000, max: 300_000 }), (day, n) => {
      const there = addDays(day, n);
      expect(isDay(there)).toBe(true);
      expect(daysBetween(day, there)).toBe(n);
      expect(addDays(there, -n)).toBe(day);
    }),
  );
});

test('later days are the greater texts, and weekdays go round by seven', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      expect((weekday(a) + 7 * 1_000_000 + daysBetween(a, b)) % 7).toBe(weekday(b));
    }),
  );
});

test.each<[year: number, month: number, months: number, day: number, expected: Day]>([
  [2025, 12, 0, 31, '2025-12-31'],
  [2025, 12, 1, 15, '2026-01-15'],
  [2025, 12, -1, 31, '2025-11-30'],
  [2025, 3, -1, 31, '2025-02-28'],
  [2024, 3, -1, 31, '2024-02-29'],
  [2025, 1, -1, 10, '2024-12-10'],
  [2025, 1, 1, 30, '2025-02-28'],
  [2025, 6, 12, 5, '2026-06-05'],
  [2025, 6, -12, 5, '2024-06-05'],
])('month %i-%i and %i months, day %i: %s', (year, month, months, day, expected) =>
  expect(dayInMonth(year, month, months, day)).toBe(expected),
);

test('the day in a month is that day, or the last of a shorter month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -30, max: 30 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, months, day) => {
        const first = new Date(Date.UTC(year, month - 1 + months, 1));
        const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        expect(lastDayOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)).toBe(last);
        expect(dayInMonth(year, month, months, day)).toBe(
          iso(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))),
        );
      },
    ),
  );
});

test('days are shown as each language writes them', () => {
  expect([formatDay('2025-03-09', 'vi'), formatDay('2025-03-09', 'en')]).toEqual(['09/03/2025', '2025-03-09']);
});

test.each<[text: string, expected: Day | undefined]>([
  ['31/12/2025', '2025-12-31'],
  ['1/2/2025', '2025-02-01'],
  ['31-12-2025', '2025-12-31'],
  ['31.12.2025', '2025-12-31'],
  ['2025/12/31', '2025-12-31'],
  ['2025-1-5', '2025-01-05'],
  ['ngày 31 tháng 12 năm 2025', '2025-12-31'],
  ['ngày 5 tháng 3 năm 2025', '2025-03-05'],
  ['31/02/2025', undefined],
  ['12/31/2025', undefined],
  ['tháng 12 năm 2025', undefined],
  ['31/12/25', undefined],
  ['hôm qua', undefined],
  ['', undefined],
])('%j probably means %s', (text, expected) => expect(guessDay(text)).toBe(expected));

test.each<[zone: string, now: string, expected: Day]>([
  ['Asia/Ho_Chi_Minh', '2025-12-31T16:59:59Z', '2025-12-31'],
  ['Asia/Ho_Chi_Minh', '2025-12-31T17:00:00Z', '2026-01-01'],
  ['America/New_York', '2026-01-01T04:59:59Z', '2025-12-31'],
  ['Pacific/Kiritimati', '2025-12-31T10:00:00Z', '2026-01-01'],
  ['UTC', '2024-02-29T23:59:59Z', '2024-02-29'],
])('in %s, %s is still or already %s', (zone, now, expected) => expect(todayIn(zone, new Date(now))).toBe(expected));

test.each<[text: string, expected: Day | undefined]>([
  ['5/6/2025', '2025-06-05'],
  ['15/12/2025', '2025-12-15'],
  ['05-06-2025', '2025-06-05'],
  ['05.06.2025', '2025-06-05'],
  [' 5 / 6 / 2025 ', '2025-06-05'],
  ['5  /  6  /  2025', '2025-06-05'],
  ['ngày 5/6/2025', '2025-06-05'],
  ['ngày  15 / 6/2025', '2025-06-15'],
  ['NGÀY 5/6/2025', '2025-06-05'],
  ['ngày 5/6/2025'.normalize('NFD'), '2025-06-05'],
  ['ngày 5 tháng 6 năm 2025', '2025-06-05'],
  ['ngày  15  tháng  12  năm  2025', '2025-12-15'],
  ['Hà Tĩnh, ngày 05 tháng 06 năm 2025', '2025-06-05'],
  ['Hà Tĩnh,  ngày 05 tháng 06 năm 2025', '2025-06-05'],
  ['Hà Tĩnh,ngày 05 tháng 06 năm 2025', '2025-06-05'],
  ['2025-06-05', '2025-06-05'],
  ['2025/6/5', '2025-06-05'],
  ['2025.12.31', '2025-12-31'],
  ['5/6/2025 7:30', '2025-06-05'],
  ['5/6/2025  07:30:15', '2025-06-05'],
  ['2025-06-05 00:00:00', '2025-06-05'],
  ['5/6-2025', undefined],
  ['2025-6/5', undefined],
  ['5/6/25', undefined],
  ['6/2025', undefined],
  ['31/2/2025', undefined],
  ['2025-02-30', undefined],
  ['5/6/2025 7:3', undefined],
  ['5/6/2025 7', undefined],
  ['5/6/20257:30', undefined],
  ['5/6/2025 7:30 sáng', undefined],
  ['5/6 7:30/2025', undefined],
  ['5/ngày 6/2025', undefined],
  ['a5/6/2025', undefined],
  ['5/6/2025a', undefined],
  ['15/16/20256', undefined],
  ['a2025-06-05', undefined],
  ['2025-06-055', undefined],
  ['trước ngày 5/6/2025', undefined],
  ['x1, ngày 5 tháng 6 năm 2025', undefined],
  ['trước ngày 5 tháng 6 năm 2025', undefined],
  ['ngày 5 tháng 6 năm 2025 này', undefined],
  ['ngày 5 tháng 6', undefined],
  ['5 6 2025', undefined],
  ['ngày', undefined],
  ['', undefined],
])('an official who writes %j means %s', (text, expected) => expect(typedDay(text)).toBe(expected));

test.each<[text: string, expected: Day | undefined]>([
  ['x 31/12/2025 y', '2025-12-31'],
  ['1 31/12/2025', undefined],
  ['31/12/2025 1', undefined],
  ['12025-12-31', undefined],
  ['2025-12-311', undefined],
])('%j may be meant as %s', (text, expected) => expect(guessDay(text)).toBe(expected));

test('a moment is a day where the clocks go', () => {
  expect(dayAt('2025-12-31T23:30:00+07:00', 'Asia/Ho_Chi_Minh')).toBe('2025-12-31');
  expect(dayAt('2025-12-31T23:30:00Z', 'Asia/Ho_Chi_Minh')).toBe('2026-01-01');
  expect(dayAt(Date.UTC(2025, 11, 31, 23), 'UTC')).toBe('2025-12-31');
});

test.each([
  ['Asia/Ho_Chi_Minh', true],
  ['UTC', true],
  ['Asia/Ha_Tinh', false],
  ['', false],
])('%j is a time zone: %s', (name, expected) => expect(isTimezone(name)).toBe(expected));

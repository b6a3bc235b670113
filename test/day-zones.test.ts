import { afterEach, expect, test } from 'vitest';
import {
  addDays,
  dayAt,
  dayInMonth,
  daysBetween,
  formatDay,
  isDay,
  lastDayOfMonth,
  typedDay,
  weekday,
} from '../src/day.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const pad = (n: number): string => String(n).padStart(2, '0');

/** Every day from 2000 to 2100 as a wall calendar has it, leaf by leaf: 1 January 2000 was a Saturday. */
function* leaves(): Generator<{ year: number; month: number; day: number; monday0: number; isLast: boolean }> {
  let monday0 = 5;
  for (let year = 2000; year <= 2100; year++) {
    const isLeap = year !== 2100 && year % 4 === 0;
    for (const [i, days] of [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries())
      for (let day = 1; day <= days; day++, monday0 = (monday0 + 1) % 7)
        yield { year, month: i + 1, day, monday0, isLast: day === days };
  }
}

test.each([
  ['Asia/Ho_Chi_Minh', -420],
  ['UTC', 0],
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
  ['Asia/Kathmandu', -345],
])('every day from 2000 to 2100 is counted as on a wall calendar, on a machine in %s', (machine, offset) => {
  process.env['TZ'] = machine;
  expect(new Date('2024-01-15T00:00:00Z').getTimezoneOffset()).toBe(offset);
  const wrong: string[] = [];
  let [count, before] = [0, '1999-12-31'];
  for (const { year, month, day, monday0, isLast } of leaves()) {
    const today = `${year}-${pad(month)}-${pad(day)}`;
    const isRight =
      isDay(today) &&
      isDay(`${year}-${pad(month)}-${pad(day + 1)}`) === !isLast &&
      weekday(today) === monday0 &&
      addDays(before, 1) === today &&
      addDays(today, -1) === before &&
      addDays('2000-01-01', count) === today &&
      daysBetween('2000-01-01', today) === count &&
      (!isLast || lastDayOfMonth(year, month) === day) &&
      dayInMonth(year, month, 0, day) === today &&
      typedDay(`${day}/${month}/${year}`) === today &&
      typedDay(formatDay(today, 'vi')) === today &&
      (day > 1 || dayAt(`${today}T12:00:00+07:00`, 'Asia/Ho_Chi_Minh') === today);
    if (!isRight) wrong.push(today);
    [count, before] = [count + 1, today];
  }
  expect([count, before, wrong]).toEqual([36_890, '2100-12-31', []]);
});

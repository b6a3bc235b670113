import { composed } from './fold.ts';
import type { Lang } from './lang.ts';

/** A calendar day `YYYY-MM-DD`, 0001 to 9999: no time, no zone. Days compare as text. */
export type Day = string;

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  // Asked of every day of every report: by its figures, which costs a fifth of what a pattern does.
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = figures(text, 0, 4);
  const month = figures(text, 5, 7);
  const day = figures(text, 8, 10);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

/** The number that the characters from one to before another write; -1 where one of them is no figure. */
function figures(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const figure = text.charCodeAt(i) - 48;
    if (figure < 0 || figure > 9) return -1;
    number = number * 10 + figure;
  }
  return number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** 28 to 31; `month` is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

export const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${twoFigures(month)}-${twoFigures(day)}`;

const twoFigures = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Days since 0000-03-01, which makes the leap day the last of a year. */
function count(day: Day): number {
  const month = (monthOf(day) + 9) % 12;
  const year = yearOf(day) - (month > 9 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((month * 306 + 5) / 10) + Number(day.slice(8, 10)) - 1;
}

/** `to - from` in days; negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => count(to) - count(from);

/** The day `n` days after (before, where negative). */
export const addDays = (day: Day, n: number): Day => dayFrom(count(day) + n);

/** The inverse of `count`, by eras of 400 years. */
function dayFrom(days: number): Day {
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  return month < 10 ? dayOf(era * 400 + year, month + 3, date) : dayOf(era * 400 + year + 1, month - 9, date);
}

/** The day of a month `months` away from a given month, its last day where it is shorter. */
export function dayInMonth(year: number, month: number, months: number, day: number): Day {
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(y, m, Math.min(day, lastDayOfMonth(y, m)));
}

/** 0 is Monday, 6 is Sunday. */
export const weekday = (day: Day): number => (count(day) + 2) % 7;

/** `31/12/2025` in Vietnamese; in English the international form, which no one can misread. */
export const formatDay = (day: Day, lang: Lang): string =>
  lang === 'vi' ? `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day;

/**
 * The day meant by a date in another usual form, for suggestions only: `31/12/2025`, `31-12-2025`, `2025/12/31`,
 * `ngày 31 tháng 12 năm 2025`. Day before month, as in Viet Nam; `undefined` where no such day exists.
 */
export function guessDay(text: string): Day | undefined {
  const [, d, m, y] = /^\D*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*$/.exec(text) ?? [];
  const [, y2, m2, d2] = /^(\d{4})[^\d](\d{1,2})[^\d](\d{1,2})$/.exec(text) ?? [];
  const [year, month, date] = [Number(y ?? y2), Number(m ?? m2), Number(d ?? d2)];
  if (Number.isNaN(year)) return undefined;
  const day = dayOf(year, month, date);
  return isDay(day) ? day : undefined;
}

/**
 * The day that an official's date means: `5/6/2025`, `05-06-2025`, `05.06.2025` and `ngày 5 tháng 6 năm 2025` are read
 * day before month as in Viet Nam, `2025-06-05` and `2025/6/5` year first. `undefined` for everything else: a year of
 * two digits, a month alone, a day that no calendar has.
 */
export function typedDay(text: string): Day | undefined {
  // A date that a program wrote as text carries its hour along.
  const written = composed(text)
    .trim()
    .toLowerCase()
    .replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '')
    .replace(/^ngày\s+(?=\d{1,2}\s*[-/.])/, '');
  const [, d, m, y] =
    /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(written)?.filter((_, i) => i !== 2) ??
    /^(?:[\p{L} ]+,\s*)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/u.exec(written) ??
    [];
  const [, y2, m2, d2] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(written)?.filter((_, i) => i !== 2) ?? [];
  const [year, month, date] = [Number(y ?? y2), Number(m ?? m2), Number(d ?? d2)];
  const day = Number.isNaN(year) ? '' : dayOf(year, month, date);
  return isDay(day) ? day : undefined;
}

/** Today's calendar day in a time zone. The only clock of the program; only the command line calls it. */
export function todayIn(timezone: string, now: Date = new Date()): Day {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  return dayOf(part('year'), part('month'), part('day'));
}

/** The day of a moment, as ISO 8601 with its zone or in milliseconds since 1970, where the clocks of a time zone go. */
export const dayAt = (moment: string | number, timezone: string): Day => todayIn(timezone, new Date(moment));

/** True for a time zone that this program's calendar knows, such as `Asia/Ho_Chi_Minh`. */
export function isTimezone(name: string): boolean {
  // Asking takes as long as a check of twenty reports: for the zones that plans have it is known.
  if (name === 'Asia/Ho_Chi_Minh' || name === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

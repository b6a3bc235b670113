import { type Day, addDays, dayInMonth, lastDayOfMonth, dayOf, monthOf, yearOf, weekday } from '../day.ts';

export type Frequency = 'yearly' | 'half-yearly' | 'quarterly' | 'monthly';

/** A reporting period: `2025`, `2025-H1`, `2025-Q3` or `2025-07`, first and last day included. */
export interface Period {
  readonly id: string;
  readonly frequency: Frequency;
  readonly start: Day;
  readonly end: Day;
}

/** A day counted from a period: `month` months after the period's last month, that day or the last of a shorter month. */
export interface DueRule {
  readonly month: number;
  readonly day: number;
}

const MONTHS: Readonly<Record<Frequency, number>> = { yearly: 12, 'half-yearly': 6, quarterly: 3, monthly: 1 };

/** The period named by an id, or `undefined` where no period is written like that. */
export function periodFrom(id: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(id.trim());
  if (!match || match[1] === '0000') return undefined;
  const { 1: year, 2: half, 3: quarter, 4: month } = match;
  if (half !== undefined) return spanning(Number(year), (Number(half) - 1) * 6 + 1, 'half-yearly');
  if (quarter !== undefined) return spanning(Number(year), (Number(quarter) - 1) * 3 + 1, 'quarterly');
  if (month !== undefined) return spanning(Number(year), Number(month), 'monthly');
  return spanning(Number(year), 1, 'yearly');
}

/** What tells a period from the others of its year, by its first month. */
const PART: Readonly<Record<Frequency, (month: number) => string>> = {
  yearly: () => '',
  'half-yearly': (month) => `-H${month > 6 ? 2 : 1}`,
  quarterly: (month) => `-Q${Math.ceil(month / 3)}`,
  monthly: (month) => `-${String(month).padStart(2, '0')}`,
};

/** The period that begins with a given month. */
function spanning(year: number, month: number, frequency: Frequency): Period {
  const last = month + MONTHS[frequency] - 1;
  return {
    id: String(year).padStart(4, '0') + PART[frequency](month),
    frequency,
    start: dayOf(year, month, 1),
    end: dayOf(year, last, lastDayOfMonth(year, last)),
  };
}

/** The period after one. */
export function nextPeriod({ end, frequency }: Period): Period {
  const start = addDays(end, 1);
  return spanning(yearOf(start), monthOf(start), frequency);
}

/** Days end here: the calendar has four figures for the year. */
const LAST_DAY = '9999-12-31';

/** The periods from one to another, both included; empty where `last` lies before `first`. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const periods: Period[] = [];
  for (let period = first; period.start <= last.start; period = nextPeriod(period)) {
    periods.push(period);
    if (period.end >= LAST_DAY) break;
  }
  return periods;
}

/** The period of a given frequency that a day falls in. */
export function periodOf(day: Day, frequency: Frequency): Period {
  const length = MONTHS[frequency];
  return spanning(yearOf(day), Math.floor((monthOf(day) - 1) / length) * length + 1, frequency);
}

/** The day that a rule names for a period, before any rolling to a working day. */
export const dayIn = (period: Period, rule: DueRule): Day =>
  dayInMonth(yearOf(period.end), monthOf(period.end), rule.month, rule.day);

/** Public holidays and swapped working days, as the yearly announcement fixes them. */
export interface Holidays {
  readonly off: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
}

/** The day itself where it is worked, else the next that is (Civil Code 2015, article 148.5, where a plan takes it over). */
export function nextWorkingDay(day: Day, { off, worked }: Holidays): Day {
  const isWorked = (candidate: Day): boolean =>
    worked.has(candidate) || (weekday(candidate) < 5 && !off.has(candidate));
  let rolled = day;
  while (!isWorked(rolled)) rolled = addDays(rolled, 1);
  return rolled;
}

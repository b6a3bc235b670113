import type { Day } from '../day.ts';
import { type Period, periodFrom, periodOf, periodsBetween } from './period.ts';
import type { Plan } from './plan.ts';

/** A period that the plan's regime has: its frequency, not before the first, not past the horizon. */
export function planPeriod(plan: Plan, written: string | number): Period | undefined {
  const period = periodFrom(String(written));
  const first = periodFrom(plan.reporting.first);
  if (!period || !first || period.frequency !== plan.reporting.frequency || period.start < first.start)
    return undefined;
  return plan.horizon !== undefined && period.start > `${plan.horizon}-12-31` ? undefined : period;
}

/** All periods of the plan up to the one that a day falls in. */
export function periodsUntil(plan: Plan, asOf: Day): Period[] {
  const first = periodFrom(plan.reporting.first);
  if (!first) return [];
  const last = plan.horizon === undefined || asOf <= `${plan.horizon}-12-31` ? asOf : `${plan.horizon}-12-31`;
  return periodsBetween(first, periodOf(last, plan.reporting.frequency));
}

/** The latest period whose due day has passed. */
export const latestDue = (plan: Plan, asOf: Day): Period | undefined =>
  periodsUntil(plan, asOf)
    .filter((period) => plan.dueDay(period) < asOf)
    .at(-1);

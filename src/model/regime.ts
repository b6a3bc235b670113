import { type Day, dayOf, yearOf } from '../day.ts';
import { onceFor } from '../group.ts';
import { type Period, periodFrom, periodOf, periodsBetween } from './period.ts';
import type { Plan } from './plan.ts';

/** A plan without a horizon ends somewhere all the same. */
const LONGEST = 100;

/** What a plan says of its periods. */
type Regime = Pick<Plan, 'reporting' | 'horizon' | 'date'>;

/** Years have four figures. */
const lastYear = ({ horizon, date }: Regime): number => Math.min(9999, horizon ?? yearOf(date) + LONGEST);
const lastDay = (plan: Regime): Day => dayOf(lastYear(plan), 12, 31);

const firstPeriod = onceFor(({ reporting }: Regime) => periodFrom(reporting.first));

/** A period that the plan's regime has: its frequency, not before the first, not past the horizon. */
export function planPeriod(plan: Regime, written: string | number): Period | undefined {
  const period = periodFrom(String(written));
  const first = firstPeriod(plan);
  if (!period || !first || period.frequency !== plan.reporting.frequency || period.start < first.start)
    return undefined;
  return yearOf(period.start) > lastYear(plan) ? undefined : period;
}

/** All periods of the plan up to the one that a day falls in. */
export function periodsUntil(plan: Plan, asOf: Day): Period[] {
  const first = firstPeriod(plan);
  const last = asOf < lastDay(plan) ? asOf : lastDay(plan);
  return first ? periodsBetween(first, periodOf(last, plan.reporting.frequency)) : [];
}

/** The latest period whose due day has passed. */
export const latestDue = (plan: Plan, asOf: Day): Period | undefined =>
  periodsUntil(plan, asOf)
    .filter((period) => plan.dueDay(period) < asOf)
    .at(-1);

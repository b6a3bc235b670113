import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { type Facts, isDueBy } from './facts.ts';
import { over } from './grid.ts';
import type { Row } from './ledger.ts';
import type { Period } from './period.ts';
import type { Owner } from './plan.ts';
import { periodsUntil } from './regime.ts';
import type { Selection } from './selection.ts';

/** A day on which something falls due: work that is not done, or a report that is not filed. It is overdue from the next day on. */
export type Due = { readonly owner: Owner; readonly day: Day } & (
  | { readonly kind: 'report'; readonly period: Period }
  /** `isTracked`: the day is assumed, a tracking date that makes nothing overdue. */
  | { readonly kind: 'work'; readonly row: Row; readonly isTracked: boolean }
);

/** What falls due from the as-of day to another, both included, by day; for each body once. */
export function upcomingUntil(facts: Facts, until: Day, selection: Selection = {}): Due[] {
  const { plan, asOf, intake } = facts;
  // Work may be reported as done for a later period already.
  const reported = intake.reports.flatMap(({ period }) => period?.start ?? []);
  const [last = until] = [until, ...reported].sort().reverse();
  const periods = periodsUntil(plan, last);
  const { rows, answerable } = over(facts, periods, selection);
  const held = groupBy(rows, ({ task, owner, deadline }) => [task.id, owner.id, deadline].join(' '));
  const work = [...held.values()].flatMap((same): Due[] => {
    const row = same.filter(({ class: is }) => is !== 'not-due').at(-1) ?? same[0];
    if (!row.deadline || !answerable.has(row.owner) || !isDueBy(facts, row, until)) return [];
    return [{ kind: 'work', owner: row.owner, day: row.deadline, row, isTracked: row.basis === 'assumed' }];
  });
  const reports = periods.flatMap((period) => {
    const day = plan.dueDay(period);
    if (day < asOf || day > until) return [];
    const silent = plan.reporters.filter((owner) => answerable.has(owner) && !intake.counting(owner, period));
    return silent.map((owner): Due => ({ kind: 'report', owner, day, period }));
  });
  return [...work, ...reports].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

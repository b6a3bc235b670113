import { sameId } from '../fold.ts';
import type { Spot } from '../source.ts';
import type { Facts } from './facts.ts';
import type { Period } from './period.ts';
import type { Owner, Task } from './plan.ts';
import { isReturned } from './report.ts';

/** A figure that a body reported for a period. */
export interface Reported {
  readonly owner: Owner;
  readonly period: Period;
  readonly value: number;
  readonly at: Spot;
}

/** A task's indicator with all that was reported of it, the earliest period first. */
export interface Series {
  readonly task: Task;
  readonly indicator: NonNullable<Task['indicator']>;
  readonly values: readonly Reported[];
}

/** The indicators of the plan's tasks, with what the reports that count say of them, whatever their period; entries that were returned say nothing. */
export const seriesIn = ({ plan, intake }: Pick<Facts, 'plan' | 'intake'>): Series[] =>
  plan.tasks.flatMap((task) => {
    const { indicator } = task;
    if (!indicator) return [];
    const values = intake.reports.flatMap(({ owner, period, standing, entries }) =>
      owner && period && standing === 'counts'
        ? entries
            .filter((entry) => entry.task?.id === task.id && !entry.repeats && !isReturned(entry))
            .flatMap(({ indicators }) => indicators)
            .flatMap(({ data: { id, value }, at }) =>
              id !== undefined && value !== undefined && sameId(id) === sameId(indicator.id)
                ? [{ owner, period, value, at: at('value') }]
                : [],
            )
        : [],
    );
    values.sort((a, b) => (a.period.start < b.period.start ? -1 : a.period.start > b.period.start ? 1 : 0));
    return [{ task, indicator, values }];
  });

/** The periods in which any figure was reported, the earliest first. */
export const periodsIn = (series: readonly Series[]): Period[] =>
  [...new Map(series.flatMap(({ values }) => values.map(({ period }) => [period.id, period] as const))).values()].sort(
    (a, b) => (a.start < b.start ? -1 : 1),
  );

/** Whether a figure is what the plan asks for: at least, at most or just the target. */
export function meets(value: number, { target, direction }: Series['indicator']): boolean {
  if (direction === 'at-least') return value >= target;
  return direction === 'at-most' ? value <= target : value === target;
}

/** What a body's figure rose or fell by since the figure that it reported before; none of the first. */
export function changeOf({ values }: Series, { owner, period, value }: Reported): number | undefined {
  const before = values.filter((each) => each.owner === owner && each.period.start < period.start).at(-1);
  return before && Math.round((value - before.value) * 1e9) / 1e9;
}

import { groupBy } from '../group.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Period } from './period.ts';
import type { Owner } from './plan.ts';
import { periodsUntil } from './regime.ts';
import { type Selection, narrowed } from './selection.ts';
import { type Counts, countsOf } from './summary.ts';

/** The facts of the same reports over other periods, narrowed again. */
export const over = (facts: Facts, periods: readonly Period[], selection: Selection): Facts =>
  narrowed(factsOf({ ...facts, periods }), selection);

/** Bodies and periods: how each body stood in each period, from the first of the plan on. */
export interface Grid {
  readonly periods: readonly Period[];
  readonly lines: readonly {
    readonly owner: Owner;
    /** In the order of the periods; none where the body owed nothing. */
    readonly cells: readonly (Counts | undefined)[];
  }[];
}

/** The grid of every period of the plan that has begun. */
export function gridOf(facts: Facts, selection: Selection): Grid {
  const { rows, periods } = over(facts, periodsUntil(facts.plan, facts.asOf), selection);
  const lines = [...groupBy(rows, ({ owner }) => owner)].map(([owner, held]) => {
    const byPeriod = groupBy(held, ({ period }) => period.id);
    return {
      owner,
      cells: periods.map(({ id }) => {
        const of = byPeriod.get(id);
        return of && countsOf(of);
      }),
    };
  });
  return { periods, lines };
}

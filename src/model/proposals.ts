import { sameId } from '../fold.ts';
import { groupBy } from '../group.ts';
import type { Spot } from '../source.ts';
import type { Facts } from './facts.ts';
import type { Owner, Task } from './plan.ts';

/** A change to the plan that a body asks for. */
export interface Proposal {
  readonly owner: Owner;
  /** The id of the period. */
  readonly period: string;
  readonly text: string;
  readonly at: Spot;
  /** The id as written, where the plan has no such task. */
  readonly unknown?: string;
}

/** Proposals on one task; without a task those on the plan as a whole. */
export interface ProposalsOn {
  readonly task?: Task;
  readonly proposals: readonly Proposal[];
}

/**
 * The changes that the reports which count ask for, gathered by task in the plan's order, what concerns the plan as a
 * whole first; within a task in the order of bodies and periods.
 */
export function proposalsIn({ judged, plan }: Facts): ProposalsOn[] {
  const places = new Map(plan.owners.map(({ id }, i) => [id, i]));
  const asked = judged
    .filter(({ standing }) => standing === 'counts')
    .sort(
      (a, b) =>
        (places.get(a.owner.id) ?? 0) - (places.get(b.owner.id) ?? 0) || (a.period.start < b.period.start ? -1 : 1),
    )
    .flatMap(({ owner, period, data, at }) =>
      (data.proposals ?? []).flatMap((each: { task?: string; text?: string } | undefined, i) => {
        if (each?.text === undefined) return [];
        const task = each.task === undefined ? undefined : plan.task(sameId(each.task));
        const proposal: Proposal = {
          owner,
          period: period.id,
          text: each.text,
          at: at('proposals', i, 'text'),
          ...(each.task === undefined || task ? {} : { unknown: each.task }),
        };
        return [{ task, proposal }];
      }),
    );
  const byTask = groupBy(asked, ({ task }) => task);
  return [undefined, ...plan.tasks].flatMap((task) => {
    const proposals = byTask.get(task)?.map(({ proposal }) => proposal);
    return proposals ? [{ ...(task ? { task } : {}), proposals }] : [];
  });
}

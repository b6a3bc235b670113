import { onceFor } from '../group.ts';
import { type Facts, roleOf } from '../model/facts.ts';
import type { Owner, Task } from '../model/plan.ts';
import type { Report } from '../model/report.ts';

type Judged = Facts['judged'][number];

/** A task that so many of the bodies lead tells nobody's form apart. */
const isCommon = ({ leads }: Task, reporters: readonly Owner[]): boolean => leads.length * 3 > reporters.length;

/**
 * The reports that were written on the form of another body, plainly not their owner's, and that body: of the tasks
 * reported that are not everybody's, the owner leads none and has no part in three at the least (two where there are no
 * other tasks), and one other body alone leads them all.
 */
export const foreignForms = onceFor((facts: Facts): ReadonlyMap<Report, Owner> => {
  const foreign = new Map<Report, Owner>();
  for (const report of facts.judged) {
    const other = formOwnerOf(facts, report);
    if (other) foreign.set(report, other);
  }
  return foreign;
});

function formOwnerOf(facts: Facts, { owner, period, entries }: Judged): Owner | undefined {
  const { reporters } = facts.planOf(period);
  const tasks: Task[] = [];
  let foreign = 0;
  for (const { task } of entries) {
    if (!task || isCommon(task, reporters)) continue;
    const role = roleOf(facts, owner, period, task);
    // So it is with the first task of most reports.
    if (role === 'lead') return undefined;
    if (role === undefined) foreign++;
    tasks.push(task);
  }
  if (foreign < (tasks.length === entries.length ? 2 : 3)) return undefined;
  const leads = (each: Owner, task: Task): boolean => roleOf(facts, each, period, task) === 'lead';
  const [one, ...more] = reporters.filter((each) => each !== owner && tasks.every((task) => leads(each, task)));
  return more.length === 0 ? one : undefined;
}

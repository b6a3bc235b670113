import { type Facts, roleOf } from '../model/facts.ts';
import type { Owner, Task } from '../model/plan.ts';

/** A task that so many of the bodies lead tells nobody's form apart. */
const isCommon = ({ leads }: Task, reporters: readonly Owner[]): boolean => leads.length * 3 > reporters.length;

/**
 * The body whose form a report was written on, where it is plainly not its owner's: of the tasks reported that are not
 * everybody's, the owner leads none and has no part in three at the least (two where there are no other tasks), and one
 * other body alone leads them all.
 */
export function formOwnerOf(facts: Facts, { owner, period, entries }: Facts['judged'][number]): Owner | undefined {
  const { reporters } = facts.planOf(period);
  const tasks = entries.flatMap(({ task }) => (task && !isCommon(task, reporters) ? [task] : []));
  const roles = tasks.map((task) => roleOf(facts, owner, period, task));
  const foreign = roles.filter((role) => role === undefined).length;
  if (roles.includes('lead') || foreign < (tasks.length === entries.length ? 2 : 3)) return undefined;
  const leads = (each: Owner, task: Task): boolean => roleOf(facts, each, period, task) === 'lead';
  const [one, ...more] = reporters.filter((each) => each !== owner && tasks.every((task) => leads(each, task)));
  return more.length === 0 ? one : undefined;
}

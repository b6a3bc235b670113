import { type Facts, roleOf } from '../model/facts.ts';
import type { Owner, Task } from '../model/plan.ts';

/**
 * The body whose form a report was written on, where it is plainly not its owner's: the owner has no part in any of the
 * tasks reported, two at the least, and this body alone leads them all.
 */
export function formOwnerOf(facts: Facts, { owner, period, entries }: Facts['judged'][number]): Owner | undefined {
  const tasks = entries.flatMap(({ task }) => task ?? []);
  if (tasks.length < 2 || tasks.some((task) => roleOf(facts, owner, period, task))) return undefined;
  const leads = (each: Owner, task: Task): boolean => roleOf(facts, each, period, task) === 'lead';
  const [one, ...more] = facts
    .planOf(period)
    .reporters.filter((each) => each !== owner && tasks.every((task) => leads(each, task)));
  return more.length === 0 ? one : undefined;
}

import type { Period } from './period.ts';
import { type Owner, type Plan, type Task, ownersIn } from './plan.ts';

/** The bodies before and after one, as far as they may answer for it. */
export interface Line {
  /** Whose work it had taken over by the period's due day. */
  readonly forebears: readonly Owner[];
  /** Who has taken over its work since. */
  readonly heirs: readonly Owner[];
}
const ALONE: Line = { forebears: [], heirs: [] };

/** Lines of bodies in a plan. */
export interface Lines {
  /** Of a body on the due day of a period, without those who owe their own report or lead the task that day. */
  of(owner: Owner, period: Period, task?: Task): Line;
  /** Who led a task on the due day of an earlier period, of those whose part in it a body had by the later one. */
  holders(owner: Owner, later: Period, earlier: Period, task: Task): readonly Owner[];
}

export function linesIn(plan: Plan): Lines {
  const { lineage } = plan;
  if (lineage.successions.length === 0) return { of: () => ALONE, holders: (owner) => [owner] };
  const onDue = (period: Period): Plan => plan.on(plan.dueDay(period));
  const bodies = (ids: readonly string[], but: readonly Owner[]): Owner[] =>
    ownersIn(plan, ids).filter((owner) => !but.includes(owner));
  const lines = new Map<string, Line>();

  const of = (owner: Owner, period: Period, task?: Task): Line => {
    const key = `${owner.id} ${period.id} ${task?.id ?? ''}`;
    const known = lines.get(key);
    if (known) return known;
    const then = onDue(period);
    // Who was there in its own right that day spoke for itself.
    const others = [owner, ...(task === undefined ? then.owners : (then.task(task.id)?.leads ?? []))];
    // Of a task only those have a part to hand on who led it.
    const led = (giver: Owner): boolean =>
      task === undefined || [...then.earlier, then].some((version) => version.task(task.id)?.leads.includes(giver));
    const line = {
      forebears: bodies(then.lineage.forebears(owner.id, task?.id), others).filter(led),
      heirs: bodies(lineage.heirs(owner.id, task?.id, then.lineage.successions.length), others),
    };
    lines.set(key, line);
    return line;
  };
  const holders = (owner: Owner, later: Period, earlier: Period, task: Task): readonly Owner[] => {
    const [then, now] = [onDue(earlier), onDue(later)];
    const since = then.lineage.successions.length;
    const led = (then.task(task.id)?.leads ?? []).filter((lead) =>
      now.lineage.heirs(lead.id, task.id, since).includes(owner.id),
    );
    return led.length > 0 ? led : [owner];
  };
  return { of, holders };
}

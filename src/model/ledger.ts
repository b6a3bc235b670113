import type { Day } from '../day.ts';
import type { Period } from './period.ts';
import { type Owner, type Plan, type Task, binds } from './plan.ts';
import { latestDue } from './regime.ts';
import { type Entry, type Intake, isBlank, isUsable } from './report.ts';

/** What became of an obligation, in the order of the tables. Each row is in exactly one class. */
export const CLASSES = [
  'completed-on-time',
  'completed-late',
  'in-term',
  'overdue',
  'ongoing',
  'none-arisen',
  'unreported',
  'not-due',
  'waived',
] as const;
export type Class = (typeof CLASSES)[number];

/** Why nothing usable was reported. */
export type Why = 'no-file' | 'unreadable' | 'no-entry' | 'blank' | 'returned';

/** One obligation: a task, one body that leads it, one period. */
export interface Row {
  readonly task: Task;
  readonly owner: Owner;
  readonly period: Period;
  /** The day this period's report is due. */
  readonly due: Day;
  /** The day the work is due, with whatever basis. */
  readonly deadline?: Day;
  readonly class: Class;
  /** Given for `unreported` alone. */
  readonly why?: Why;
  /** The judging day lies after a deadline that binds (not an assumed one). */
  readonly pastDeadline: boolean;
  /** The entry that decided the class: the period's own, or an earlier one that said completed. */
  readonly entry?: Entry;
  /** The day the work counts as completed, with a `completed-` class. */
  readonly completed?: Day;
}

/**
 * The day on which a completion counts: the day of submission where the task is to submit something,
 * else the later of the day given and the earliest day of the evidence.
 */
function completionDay({ data, evidence }: Entry, task: Task): Day | undefined {
  if (task.submits && data.submitted !== undefined) return data.submitted;
  const proven = evidence.flatMap(({ date }) => date ?? []).sort()[0];
  return [data.completed, proven]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** The rows of the selected periods, in the order of periods, tasks and owners. */
export function ledgerOf(plan: Plan, intake: Intake, asOf: Day, selected: readonly Period[]): Row[] {
  const latest = latestDue(plan, asOf);
  return selected.flatMap((period) => {
    const due = plan.dueDay(period);
    const open = asOf <= due;
    const judged = open || period.id === latest?.id ? asOf : due;
    const asked = plan.tasks.filter((task) => task.answeredBy === 'entry' && task.kind !== 'on-event');
    return asked.flatMap((task) =>
      task.leads.map((owner) => rowOf({ plan, intake, task, owner, period, due, open, judged })),
    );
  });
}

interface Question {
  readonly plan: Plan;
  readonly intake: Intake;
  readonly task: Task;
  readonly owner: Owner;
  readonly period: Period;
  readonly due: Day;
  /** The due day has not passed. */
  readonly open: boolean;
  /** The day by which the row is judged: as-of for open periods and the latest one due, else the period's own due day. */
  readonly judged: Day;
}

/** The class of one obligation: the first that fits, in the order of the design's section 3. */
function rowOf(question: Question): Row {
  const { plan, intake, task, owner, period, due, open, judged } = question;
  const deadline = plan.deadlineDay(task, period);
  const binding = binds(task) ? deadline : undefined;
  const pastDeadline = binding !== undefined && binding < judged;
  const base = { task, owner, period, due, ...(deadline === undefined ? {} : { deadline }), pastDeadline };

  const written = intake.entry(owner, period, task);
  const own = written && isUsable(written) ? written : undefined;
  const done = repeats(task) ? own : (own ?? lastEntryBefore(question));
  if (done?.data.status === 'completed') {
    const completed = completionDay(done, task);
    const late = binding !== undefined && completed !== undefined && completed > binding;
    return {
      ...base,
      class: late ? 'completed-late' : 'completed-on-time',
      entry: done,
      ...(completed === undefined ? {} : { completed }),
    };
  }
  if (own === undefined) {
    if (open) return { ...base, class: 'not-due' };
    return {
      ...base,
      class: 'unreported',
      why: whyUnreported(question, written),
      ...(written ? { entry: written } : {}),
    };
  }
  if (own.data.status === 'none-arisen') return { ...base, class: 'none-arisen', entry: own };
  if (repeats(task) && deadline === undefined) return { ...base, class: 'ongoing', entry: own };
  return { ...base, class: pastDeadline && !submittedInTime(own, task, binding) ? 'overdue' : 'in-term', entry: own };
}

/** Ongoing and recurring tasks start anew each period: completion in one says nothing of the next. */
export const repeats = (task: Task): boolean => task.kind === 'ongoing' || task.kind === 'recurring';

/** The last word of an earlier period that the ledger can go by. */
function lastEntryBefore({ intake, task, owner, period }: Question): Entry | undefined {
  for (const entry of intake.before(owner, period, task)) if (isUsable(entry)) return entry;
  return undefined;
}

function whyUnreported({ intake, owner, period }: Question, written: Entry | undefined): Why {
  if (written) return isBlank(written) ? 'blank' : 'unreadable';
  if (intake.counting(owner, period)) return 'no-entry';
  return intake.filed(owner, period).length > 0 || intake.misfiled(owner, period) ? 'unreadable' : 'no-file';
}

/** A task that is to submit something is not overdue while what was submitted in time waits to be issued. */
const submittedInTime = ({ data }: Entry, task: Task, deadline: Day | undefined): boolean =>
  task.submits && data.submitted !== undefined && deadline !== undefined && data.submitted <= deadline;

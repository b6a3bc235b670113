import type { Day } from '../day.ts';
import { sameId } from '../fold.ts';
import { among, onceFor } from '../group.ts';
import type { Period } from './period.ts';
import type { Basis, Owner, Plan, Task, Waiver } from './plan.ts';
import { latestDue } from './regime.ts';
import { type Received, type Trigger, triggerOf } from './register.ts';
import type { Intake } from './intake.ts';
import { type Entry, isBlank, isReturned, isUsable } from './report.ts';
import { ifOne, suggestedTasks } from './suggestions.ts';

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

/** The tests of the design's section 3 in their order; the first that fits gives the class, and each class has one. */
export const BRANCH = {
  'completed-on-time': 1,
  'completed-late': 1,
  waived: 2,
  unreported: 3,
  'not-due': 3,
  'none-arisen': 4,
  ongoing: 5,
  overdue: 6,
  'in-term': 7,
} as const satisfies Readonly<Record<Class, number>>;

/**
 * Why nothing usable was reported: `no-form`, a document came in, but not a report; `wrong-id`, the report has it under an
 * id that is not in the plan; `returned`, the coordinator did not accept it.
 */
export const WHYS = ['no-file', 'no-form', 'unreadable', 'no-entry', 'wrong-id', 'blank', 'returned'] as const;
export type Why = (typeof WHYS)[number];

/** One obligation: a task, one body that leads it, one period. */
export interface Row {
  /** As it stands on the as-of day, or as it last stood. */
  readonly task: Task;
  /** The body under which it is shown: the one that has the lead's part in the task today. */
  readonly owner: Owner;
  /** The body that led the task on the period's due day. */
  readonly lead: Owner;
  readonly period: Period;
  /** The day this period's report is due. */
  readonly due: Day;
  /** The day the work is due. */
  readonly deadline?: Day;
  /** What the deadline rests on. */
  readonly basis?: Basis;
  readonly class: Class;
  /** Given for `unreported` alone. */
  readonly why?: Why;
  /** The day by which it is judged: as-of for open periods and the latest one due, else the period's own due day. */
  readonly judged: Day;
  /** The judging day lies after a deadline that binds (not an assumed one). */
  readonly pastDeadline: boolean;
  /** The entry that decided the class: the period's own, or an earlier one that said completed. */
  readonly entry?: Entry;
  /** The day the work counts as completed, with a `completed-` class. */
  readonly completed?: Day;
  /** What set an on-event task going. */
  readonly trigger?: Trigger;
  /** What the class `waived` rests on. */
  readonly waiver?: Waiver;
  /** The document that came in place of a report, with `no-form`. */
  readonly letter?: Received;
  /** The entry that plainly means the task, with `wrong-id`. */
  readonly misnamed?: Entry;
}

/** The day on which a completion counts, and which of the days of its entry that is. */
export interface Completion {
  readonly day: Day;
  readonly by: 'submitted' | 'completed' | 'evidence';
}

/**
 * The day of submission where the task is to submit something, else the later of the day given and the earliest day of
 * the evidence.
 */
export function completionOf({ data, evidence }: Entry, task: Task): Completion | undefined {
  const { submitted, completed } = data;
  if (task.submits && submitted !== undefined) return { day: submitted, by: 'submitted' };
  const proven = firstEvidence({ evidence });
  if (proven !== undefined && proven > (completed ?? '')) return { day: proven, by: 'evidence' };
  return completed === undefined ? undefined : { day: completed, by: 'completed' };
}

/** The earliest day of the documents that prove an entry. */
export function firstEvidence({ evidence }: Pick<Entry, 'evidence'>): Day | undefined {
  let first: Day | undefined;
  for (const { data } of evidence)
    if (data.date !== undefined && (first === undefined || data.date < first)) first = data.date;
  return first;
}

/** How the deadline of a row stands on the day it is judged by; one that we chose ourselves is only `tracked`. */
export type Term = 'undated' | 'tracked' | 'running' | 'passed';
export const termOf = ({ deadline, basis, pastDeadline }: Pick<Row, 'deadline' | 'basis' | 'pastDeadline'>): Term =>
  deadline === undefined ? 'undated' : basis === 'assumed' ? 'tracked' : pastDeadline ? 'passed' : 'running';

/**
 * The rows of the selected periods, in the order of periods, tasks and owners: for each task alive on the period's due
 * day one for each body (of `bodies`, where given) that leads it that day. On-event tasks have them from their recorded
 * trigger on.
 */
export function ledgerOf(
  plan: Plan,
  intake: Intake,
  asOf: Day,
  selected: readonly Period[],
  bodies?: ReadonlySet<Owner>,
): Row[] {
  const latest = latestDue(plan, asOf);
  const rows: Row[] = [];
  for (const period of selected) {
    const due = plan.dueDay(period);
    const open = asOf <= due;
    const judged = open || period.id === latest?.id ? asOf : due;
    const then = plan.on(due);
    for (const { task: asked, leads } of askedOf(then, bodies)) {
      const task = plan.task(asked.id) ?? asked;
      const trigger = task.kind === 'on-event' ? triggerOf(intake.register, task, open ? asOf : due) : undefined;
      if (asked.answeredBy !== 'entry' || (task.kind === 'on-event' && trigger === undefined)) continue;
      const { deadline, basis } = deadlineIn(plan, task, period, trigger);
      const question = { plan, then, intake, task, period, due, open, judged, asOf, deadline, basis, trigger };
      for (const lead of leads) rows.push(rowOf(question, lead));
    }
  }
  return rows;
}

/** A task with those who have to report on it. */
interface Asked {
  readonly task: Task;
  readonly leads: readonly Owner[];
}

/** The tasks of a version with their leads, of these bodies where not all are meant. */
function askedOf(plan: Plan, bodies: ReadonlySet<Owner> | undefined): readonly Asked[] {
  if (bodies === undefined) return plan.tasks.map((task) => ({ task, leads: task.leads }));
  // A body may be one of thousands: its own tasks are looked up, not looked for.
  const asked = new Map<number, Owner[]>();
  for (const owner of among(plan.owners, bodies)) {
    for (const i of ledBy(plan).get(owner) ?? []) {
      const leads = asked.get(i);
      if (leads) leads.push(owner);
      else asked.set(i, [owner]);
    }
  }
  return [...asked].sort(([i], [j]) => i - j).map(([i, leads]) => ({ task: plan.tasks[i] as Task, leads }));
}

/** The tasks that each body leads, by their place in the plan. */
const ledBy = onceFor(({ tasks }: Plan): ReadonlyMap<Owner, readonly number[]> => {
  const led = new Map<Owner, number[]>();
  for (const [i, { leads }] of tasks.entries()) {
    for (const lead of leads) {
      const indexes = led.get(lead);
      if (indexes) indexes.push(i);
      else led.set(lead, [i]);
    }
  }
  return led;
});

interface Question {
  readonly plan: Plan;
  /** The plan on the due day. */
  readonly then: Plan;
  readonly intake: Intake;
  readonly task: Task;
  readonly period: Period;
  readonly due: Day;
  /** The due day has not passed. */
  readonly open: boolean;
  readonly judged: Day;
  readonly asOf: Day;
  /** The deadline in force on the as-of day. */
  readonly deadline: Day | undefined;
  readonly basis: Basis | undefined;
  readonly trigger: Trigger | undefined;
}

/** The class of one obligation: the first that fits, in the order of the design's section 3. */
function rowOf(question: Question, lead: Owner): Row {
  const { intake, task, period, due, open, judged, deadline, basis, trigger } = question;
  const binding = basis === 'assumed' ? undefined : deadline;
  const pastDeadline = binding !== undefined && binding < judged;
  const owner = holderOf(question, lead);
  const base: Begun = { task, owner, lead, period, due, judged, pastDeadline };
  if (deadline !== undefined) base.deadline = deadline;
  if (basis !== undefined) base.basis = basis;
  if (trigger) base.trigger = trigger;
  const written = intake.entry(lead, period, task);
  const own = written && isUsable(written) ? written : undefined;
  const done = own ?? (repeats(task) || (written && isReturned(written)) ? undefined : lastEntryBefore(question, lead));
  const completed = done?.data.status === 'completed' ? completionOf(done, task)?.day : undefined;
  // What was completed before the event that asks for it answers an earlier one.
  if (done && completed !== undefined && completed >= (trigger?.data.day ?? completed)) {
    const late = binding !== undefined && completed > binding;
    base.completed = completed;
    return finished(base, late ? 'completed-late' : 'completed-on-time', done);
  }
  const waiver = waiverOf(question, lead);
  if (waiver) {
    base.waiver = waiver;
    return finished(base, 'waived', written);
  }
  if (own === undefined) {
    if (open) return finished(base, 'not-due');
    Object.assign(base, unreported(question, lead, written));
    return finished(base, 'unreported', written);
  }
  if (own.data.status === 'none-arisen') return finished(base, 'none-arisen', own);
  if (repeats(task) && deadline === undefined) return finished(base, 'ongoing', own);
  return finished(base, pastDeadline && !submittedInTime(own, task, binding) ? 'overdue' : 'in-term', own);
}

/** A row while it is made. Thousands are: they are finished, not copied. */
type Begun = { -readonly [K in keyof Row]?: Row[K] };

function finished(row: Begun, is: Class, entry?: Entry): Row {
  row.class = is;
  if (entry) row.entry = entry;
  return row as Row;
}

/** The deadline in force on the as-of day: of an on-event task that of what set it going, else the plan's. */
function deadlineIn(
  plan: Plan,
  task: Task,
  period: Period,
  trigger: Trigger | undefined,
): Pick<Question, 'deadline' | 'basis'> {
  const due = trigger?.data.due;
  return due === undefined
    ? { deadline: plan.deadlineDay(task, period), basis: task.deadline?.basis }
    : { deadline: due, basis: 'event' };
}

/** The body that has the lead's part in the task today; the lead itself where it ended without successor. */
function holderOf({ plan, then, task }: Question, lead: Owner): Owner {
  const since = then.lineage.successions.length;
  if (plan.lineage.successions.length === since) return lead;
  const [heir = lead.id] = plan.lineage.heirs(lead.id, task.id, since);
  return plan.owner(heir) ?? lead;
}

function waiverOf(question: Question, lead: Owner): Waiver | undefined {
  for (const waiver of question.plan.waivers) if (isWaived(question, lead, waiver)) return waiver;
  return undefined;
}

/** A waiver speaks of its period, else of the due days from its first to its last day. That of a task goes with the task to its next holder. */
const isWaived = ({ then, task, period, due }: Question, lead: Owner, waiver: Waiver): boolean =>
  (waiver.task === undefined || waiver.task === sameId(task.id)) &&
  (waiver.owner === undefined ||
    waiver.owner === lead.id ||
    (waiver.task !== undefined && then.lineage.heirs(waiver.owner, task.id).includes(lead.id))) &&
  (waiver.period === undefined ? waiver.since <= due : waiver.period === period.id) &&
  (waiver.until === undefined || due <= waiver.until);

/** Ongoing and recurring tasks start anew each period: completion in one says nothing of the next. */
export const repeats = (task: Task): boolean => task.kind === 'ongoing' || task.kind === 'recurring';

/** The last word of an earlier period that the ledger can go by; one that was returned takes those before it back. */
function lastEntryBefore({ intake, task, period }: Question, lead: Owner): Entry | undefined {
  for (const entry of intake.before(lead, period, task)) {
    if (isReturned(entry)) return undefined;
    if (isUsable(entry)) return entry;
  }
  return undefined;
}

function unreported(
  question: Question,
  lead: Owner,
  written: Entry | undefined,
): Pick<Row, 'letter' | 'misnamed'> & { why: Why } {
  const { plan, intake, period, task } = question;
  if (written && isReturned(written)) return { why: 'returned' };
  if (written) return { why: isBlank(written) ? 'blank' : 'unreadable' };
  const report = intake.counting(lead, period, task);
  if (report) {
    const misnamed = report.entries.find((entry) => meantBy(plan, entry)?.id === task.id);
    return misnamed ? { why: 'wrong-id', misnamed } : { why: 'no-entry' };
  }
  if (intake.filed(lead, period, task).length > 0 || intake.misfiled(lead, period).length > 0)
    return { why: 'unreadable' };
  const letter = letterOf(question, lead);
  return letter ? { why: 'no-form', letter } : { why: 'no-file' };
}

/** The task that an entry under an unknown id plainly means. */
const meantBy = (plan: Plan, { task, data, report }: Entry): Task | undefined =>
  task || data.task === undefined ? undefined : ifOne(suggestedTasks(plan, data.task, report.owner));

/** The document that a body, or one whose part it has, sent in place of its report. */
function letterOf({ then, intake, task, period, asOf }: Question, lead: Owner): Received | undefined {
  return intake.register.received.find(
    ({ owner, task: about, period: of, data }) =>
      owner !== undefined &&
      (owner === lead || then.lineage.heirs(owner.id, task.id).includes(lead.id)) &&
      of?.id === period.id &&
      (data.task === undefined || about?.id === task.id) &&
      (data.received ?? data.date ?? '') <= asOf,
  );
}

/** A task that is to submit something is not overdue while what was submitted in time waits to be issued. */
const submittedInTime = ({ data }: Entry, task: Task, deadline: Day | undefined): boolean =>
  task.submits && data.submitted !== undefined && deadline !== undefined && data.submitted <= deadline;

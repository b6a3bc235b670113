import { type Day, daysBetween } from '../day.ts';
import { type Fault, type Source, type Spot, keyOf } from '../source.ts';
import { type Class, type Row, ledgerOf, repeats } from './ledger.ts';
import type { Period } from './period.ts';
import { type Owner, type Plan, binds } from './plan.ts';
import type { Entry, Intake, Report } from './report.ts';

/** All that a rule may know. */
export interface Facts {
  readonly asOf: Day;
  readonly plan: Plan;
  /** The selected periods, earliest first. */
  readonly periods: readonly Period[];
  /** What is wrong with the files as files. */
  readonly faults: readonly { readonly source: Source; readonly fault: Fault }[];
  readonly intake: Intake;
  /** The reports of known owner and period whose contents are judged: all but those superseded. */
  readonly judged: readonly (Report & { readonly owner: Owner; readonly period: Period })[];
  /** The ledger of the selected periods. */
  readonly rows: readonly Row[];
  /** A folder was given: what is not there was not filed. Of single files that cannot be said. */
  readonly wholeFolder: boolean;
  /** The bodies whose absence is judged: all, or only those whose own files were given. */
  readonly answerable: ReadonlySet<Owner>;
  /**
   * For each task and holder the row of the latest selected period that is due or was reported on, else of the first
   * that is not: what is said once is said of it.
   */
  readonly latestRows: readonly Row[];
}

export function factsOf(given: {
  asOf: Day;
  plan: Plan;
  periods: readonly Period[];
  faults: Facts['faults'];
  intake: Intake;
  wholeFolder: boolean;
}): Facts {
  const { asOf, plan, periods, intake } = given;
  const answerable = new Set(given.wholeFolder ? plan.owners : intake.reports.flatMap(({ owner }) => owner ?? []));
  const rows = ledgerOf(plan, intake, asOf, periods).filter(({ owner }) => answerable.has(owner));
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.task.id} ${row.owner.id}`;
    const before = latest.get(key);
    // What starts anew each period stays overdue for the period that it was due in.
    const stays = before !== undefined && repeats(row.task) && isOverdue(before) && !isOverdue(row);
    if (before === undefined || (row.class !== 'not-due' && !stays)) latest.set(key, row);
  }
  return {
    asOf,
    plan,
    periods,
    faults: given.faults,
    intake,
    judged: intake.reports.filter(
      (report): report is Facts['judged'][number] =>
        report.ours && !!report.owner && !!report.period && report.standing !== 'superseded',
    ),
    rows,
    wholeFolder: given.wholeFolder,
    answerable,
    latestRows: [...latest.values()],
  };
}

export const isClass = (row: Row, ...classes: readonly Class[]): boolean => classes.includes(row.class);

/** Overdue, whether reported or not: a binding deadline has passed and the work is not done. */
export const isOverdue = (row: Row): boolean =>
  row.class === 'overdue' || (row.class === 'unreported' && row.pastDeadline);

/** The latest report that counts from an owner, for findings that have no entry to stand at. */
function latestReport({ intake }: Pick<Facts, 'intake'>, owner: Owner): Report | undefined {
  return intake.reports
    .filter((report) => report.owner === owner && report.standing === 'counts' && report.period !== undefined)
    .sort((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? -1 : 1))
    .at(-1);
}

/** What a row's owner last said of its task: in the row's period, or earlier where the task does not start anew. */
export function latestEntry({ intake }: Pick<Facts, 'intake'>, { owner, period, task }: Row): Entry | undefined {
  const [before] = repeats(task) ? [] : intake.before(owner, period, task);
  return intake.entry(owner, period, task) ?? before;
}

/** Where to point for a row's deadline: the latest entry, else the owner's latest report, else the plan. */
export const deadlinePlace = (facts: Pick<Facts, 'intake'>, row: Row): Spot =>
  latestEntry(facts, row)?.at('status') ?? reportPlace(facts, row.owner) ?? deadlineOf(row.task);

function reportPlace(facts: Pick<Facts, 'intake'>, owner: Owner): Spot | undefined {
  const report = latestReport(facts, owner);
  return report && keyOf(report.at('entries'));
}

/** The day itself, in the plan. */
export const deadlineOf = ({ at, deadline }: Row['task']): Spot => at('deadline', deadline?.date ? 'date' : 'each');

/** Days before a deadline from which it is announced. */
export const DUE_SOON_DAYS = 30;

/** A binding deadline is near, and its owner has neither completed nor, where that is the task, submitted. */
export function isDueSoon(facts: Pick<Facts, 'intake' | 'asOf'>, row: Row): boolean {
  const { task, deadline } = row;
  if (deadline === undefined || !binds(task)) return false;
  if (isClass(row, 'completed-on-time', 'completed-late', 'waived', 'none-arisen')) return false;
  const days = daysBetween(facts.asOf, deadline);
  const { status, submitted } = latestEntry(facts, row)?.data ?? {};
  const isDone = status === 'completed' || (task.submits && status === 'submitted' && submitted !== undefined);
  return days >= 0 && days <= DUE_SOON_DAYS && !isDone;
}

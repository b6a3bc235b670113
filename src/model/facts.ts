import type { Day } from '../day.ts';
import type { Fault, Source } from '../source.ts';
import { type Class, type Row, ledgerOf } from './ledger.ts';
import type { Period } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import type { Intake, Report } from './report.ts';

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
  /** The bodies whose absence is judged: all, or only those whose own files were given. */
  readonly answerable: ReadonlySet<Owner>;
  /** The row of the latest selected period, for each task and holder: what is said once is said of it. */
  readonly latestRows: readonly Row[];
}

export function factsOf(given: { asOf: Day; plan: Plan; periods: readonly Period[]; faults: Facts['faults']; intake: Intake; wholeFolder: boolean }): Facts {
  const { asOf, plan, periods, intake } = given;
  const rows = ledgerOf(plan, intake, asOf, periods);
  const latest = new Map<string, Row>();
  for (const row of rows) latest.set(`${row.task.id} ${row.owner.id}`, row);
  return {
    asOf,
    plan,
    periods,
    faults: given.faults,
    intake,
    judged: intake.reports.filter((report): report is Facts['judged'][number] => report.ours && !!report.owner && !!report.period && report.standing !== 'superseded'),
    rows,
    answerable: new Set(given.wholeFolder ? plan.owners : intake.reports.flatMap(({ owner }) => owner ?? [])),
    latestRows: [...latest.values()],
  };
}

export const isClass = (row: Row, ...classes: readonly Class[]): boolean => classes.includes(row.class);

/** Overdue, whether reported or not: a binding deadline has passed and the work is not done. */
export const isOverdue = (row: Row): boolean => row.class === 'overdue' || (row.class === 'unreported' && row.pastDeadline);

/** The latest report that counts from an owner, for findings that have no entry to stand at. */
export function latestReport({ intake }: Pick<Facts, 'intake'>, owner: Owner): Report | undefined {
  return intake.reports
    .filter((report) => report.owner === owner && report.standing === 'counts' && report.period !== undefined)
    .sort((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? -1 : 1))
    .at(-1);
}

/** The latest entry that an owner's counting reports hold on a task, in any period. */
export function latestEntry({ intake }: Pick<Facts, 'intake'>, owner: Owner, task: Task): Report['entries'][number] | undefined {
  return intake.reports
    .filter((report) => report.owner === owner && report.standing === 'counts')
    .sort((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? -1 : 1))
    .flatMap(({ entries }) => entries.filter((entry) => entry.task === task && !entry.repeats))
    .at(-1);
}

import { type Day, addDays } from '../day.ts';
import { groupBy, onceFor, sortedBy } from '../group.ts';
import { type Fault, type Source, type Spot, keyOf } from '../source.ts';
import type { Objection } from './objection.ts';
import type { Published } from './history.ts';
import { type Class, type Row, ledgerOf, repeats } from './ledger.ts';
import type { Period } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import type { Intake } from './intake.ts';
import type { Entry, Report } from './report.ts';

/** All that a rule may know. */
export interface Facts {
  readonly asOf: Day;
  readonly plan: Plan;
  /** What of the plan's amendments could not be taken, and its published versions: facts for the plan's own rules. */
  readonly objections: readonly Objection[];
  readonly published: readonly Published[];
  /** Every version of the plan, as signed first; none where reports are judged. */
  readonly versions: readonly Plan[];
  /** The plan on the due day of a period, or on the as-of day where that comes first. */
  planOf(period: Period): Plan;
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
  /** The day each file first reached the repository, by file; of the files that git was asked about and knows. */
  readonly firstSeen: ReadonlyMap<string, Day>;
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
  /** Only these bodies answer, where not all do. */
  bodies?: ReadonlySet<Owner> | undefined;
  firstSeen?: Facts['firstSeen'] | undefined;
  objections?: Facts['objections'];
  published?: Facts['published'];
  versions?: Facts['versions'];
}): Facts {
  const { asOf, plan, periods, intake } = given;
  const filers = intake.reports.flatMap(({ owner }) => owner ?? []);
  const answerable = given.bodies ?? new Set(given.wholeFolder ? [...plan.owners, ...plan.former] : filers);
  const answers = ({ task, lead, period }: Row): boolean =>
    filers.some((owner) => intake.answersFor(owner, period, task).includes(lead));
  const planOf = (period: Period): Plan => plan.on(plan.dueDay(period));
  const rows = ledgerOf(plan, intake, asOf, periods, given.bodies).filter((row) => given.wholeFolder || answers(row));
  return {
    asOf,
    plan,
    objections: given.objections ?? [],
    published: given.published ?? [],
    versions: given.versions ?? [],
    planOf,
    periods,
    faults: given.faults,
    intake,
    judged: intake.reports.filter(
      (report): report is Facts['judged'][number] =>
        report.ours && !!report.owner && !!report.period && report.standing !== 'superseded',
    ),
    rows,
    wholeFolder: given.wholeFolder,
    firstSeen: given.firstSeen ?? new Map(),
    answerable,
    latestRows: latestOf(rows),
  };
}

/** For each task and holder the rows of one period: several where the holder has the parts of several bodies. */
function latestOf(rows: readonly Row[]): readonly Row[] {
  // Of one period, where everybody has kept what was theirs, these are all.
  if (rows.every(({ period, lead, owner }) => period === rows[0]?.period && lead === owner)) return rows;
  const latest = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.task.id} ${row.owner.id}`;
    const before = latest.get(key);
    // What starts anew each period stays overdue for the period that it was due in.
    const stays = before !== undefined && repeats(row.task) && before.some(isOverdue) && !isOverdue(row);
    if (before?.[0]?.period.id === row.period.id) before.push(row);
    else if (before === undefined || (row.class !== 'not-due' && !stays)) latest.set(key, [row]);
  }
  return [...latest.values()].flat();
}

export const isClass = (row: Row, ...classes: readonly Class[]): boolean => classes.includes(row.class);

const byLead = onceFor((rows: readonly Row[]) => groupBy(rows, ({ lead }) => lead.id));

/** What a body owes for a period. */
export const rowsOf = ({ rows }: Pick<Facts, 'rows'>, lead: Owner, period: Period): readonly Row[] =>
  byLead(rows)
    .get(lead.id)
    ?.filter((row) => row.period.id === period.id) ?? [];

/** Completed, late or on time. */
export const isCompleted = ({ class: is }: Pick<Row, 'class'>): boolean =>
  is === 'completed-on-time' || is === 'completed-late';

/** Overdue, whether reported or not: a binding deadline has passed and the work is not done. */
export const isOverdue = ({ class: is, pastDeadline }: Pick<Row, 'class' | 'pastDeadline'>): boolean =>
  is === 'overdue' || (is === 'unreported' && pastDeadline);

/** The selected periods whose due day has passed. */
export const closedPeriods = ({ plan, periods, asOf }: Facts): readonly Period[] =>
  periods.filter((period) => plan.dueDay(period) < asOf);

/** The latest report that counts from a body, for findings that have no entry to stand at. */
const latestReport = ({ intake, periods }: Pick<Facts, 'intake' | 'periods'>, { lead }: Row): Report | undefined =>
  [...periods].reverse().flatMap((period) => intake.counting(lead, period) ?? [])[0] ??
  sortedBy(
    intake.reports.filter(
      ({ owner, standing, period }) => owner === lead && standing === 'counts' && period !== undefined,
    ),
    ({ period }) => period?.start,
  ).at(-1);

/** What was last said of a row's task: for the row's period, or earlier where the task does not start anew. */
export function latestEntry({ intake }: Pick<Facts, 'intake'>, { lead, period, task }: Row): Entry | undefined {
  const [before] = repeats(task) ? [] : intake.before(lead, period, task);
  return intake.entry(lead, period, task) ?? before;
}

/** Where to point for a row's deadline: the latest entry, else the lead's latest report, else the plan. */
export const deadlinePlace = (facts: Pick<Facts, 'intake' | 'periods'>, row: Row): Spot =>
  latestEntry(facts, row)?.at('status') ?? reportPlace(facts, row) ?? deadlineOf(row);

function reportPlace(facts: Pick<Facts, 'intake' | 'periods'>, row: Row): Spot | undefined {
  const report = latestReport(facts, row);
  return report && keyOf(report.at('entries'));
}

/** The day itself: in the register where an event set it, else in the plan. */
export const deadlineOf = ({ task, trigger }: Pick<Row, 'task' | 'trigger'>): Spot =>
  trigger?.data.due === undefined ? task.at('deadline', task.deadline?.date ? 'date' : 'each') : trigger.at('due');

/** Days before a deadline from which it is announced. */
export const DUE_SOON_DAYS = 30;

/** A binding deadline is near, and its owner has neither completed nor, where that is the task, submitted. */
export const isDueSoon = (facts: Pick<Facts, 'intake' | 'asOf'>, row: Row): boolean =>
  row.basis !== 'assumed' && isDueBy(facts, row, addDays(facts.asOf, DUE_SOON_DAYS));

/** The same of any deadline from the as-of day to another day, both included. */
export function isDueBy(facts: Pick<Facts, 'intake' | 'asOf'>, row: Row, until: Day): boolean {
  const { task, deadline } = row;
  if (deadline === undefined || deadline < facts.asOf || deadline > until) return false;
  if (isCompleted(row) || isClass(row, 'waived', 'none-arisen')) return false;
  const { status, submitted } = latestEntry(facts, row)?.data ?? {};
  return status !== 'completed' && !(task.submits && status === 'submitted' && submitted !== undefined);
}

/** How a body stands to a task in a period: as lead also where it answers for one (intake's lines). */
export function roleOf(
  { intake, planOf }: Pick<Facts, 'intake' | 'planOf'>,
  owner: Owner,
  period: Period,
  task: Task,
): 'lead' | 'support' | undefined {
  if (intake.answersFor(owner, period, task).length > 0) return 'lead';
  const then = planOf(period);
  const supports = then.task(task.id)?.supports ?? [];
  if (supports.length === 0) return undefined;
  const now = then.lineage.heirs(owner.id, task.id);
  for (const support of supports) if (support === owner || now.includes(support.id)) return 'support';
  return undefined;
}

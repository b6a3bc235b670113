import type { Day } from '../day.ts';
import { sameId } from '../fold.ts';
import { groupBy } from '../group.ts';
import type { EntryData, EvidenceData, ReportFile } from '../generated/types.ts';
import { type At, type Source, atIn } from '../source.ts';
import { sameNumber } from './number.ts';
import { type Period, periodFrom, periodsBetween } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import { planPeriod } from './regime.ts';
import { misfiledIn } from './suggestions.ts';

export type Status = EntryData['status'];

/**
 * What a report is worth at the as-of day:
 * `counts`; `superseded` by a later one of the same owner and period; `disputed`, two of them on one day;
 * `not-arrived`, reported after the as-of day; `undated`, its day is missing or wrong; `unplaced`, its owner, plan or period is not known; `broken`, not readable.
 */
export type Standing = 'counts' | 'superseded' | 'disputed' | 'not-arrived' | 'undated' | 'unplaced' | 'broken';

/** One body's report for one period. Faulty values of the file are absent here: the rules DD1xx speak of them. */
export interface Report {
  readonly source: Source;
  readonly data: Partial<ReportFile>;
  readonly at: At;
  /** Names this plan. */
  readonly ours: boolean;
  readonly owner?: Owner;
  readonly period?: Period;
  readonly reported?: Day;
  readonly standing: Standing;
  readonly entries: readonly Entry[];
}

/** What a report says of one task. */
export interface Entry {
  readonly data: Partial<Omit<EntryData, 'evidence' | 'indicators'>>;
  readonly evidence: readonly Evidence[];
  readonly indicators: readonly { readonly id?: string; readonly value?: number; readonly at: At }[];
  readonly at: At;
  readonly report: Report;
  readonly task?: Task;
  /** The entry of the same report that spoke of this task before. */
  readonly repeats?: Entry;
}
export interface Evidence extends EvidenceData {
  readonly at: At;
}

/** True where the ledger can go by an entry: its status is known and, if completed, its day. */
export const isUsable = ({ data }: Entry): boolean =>
  data.status !== undefined && (data.status !== 'completed' || data.completed !== undefined);

/** True for an entry whose status was left empty, as against one whose status cannot be read. */
export const isBlank = ({ data, report, at }: Entry): boolean =>
  data.status === undefined &&
  !report.source.faults.some(
    ({ kind, path }) => kind === 'bad-value' && path[1] === at().path[1] && path[2] === 'status',
  );

/** All reports of a folder against one plan. */
export interface Intake {
  /** In the order of their files. */
  readonly reports: readonly Report[];
  /** The report that counts for an owner and period. */
  counting(owner: Owner, period: Period): Report | undefined;
  /** All that an owner filed for a period, whatever they are worth, but for those not yet arrived. */
  filed(owner: Owner, period: Period): readonly Report[];
  /** Whether a file of theirs came in whose plan, owner or period is written wrong but plain to see. */
  misfiled(owner: Owner, period: Period): boolean;
  /** What an owner's counting report for a period says of a task. */
  entry(owner: Owner, period: Period, task: Task): Entry | undefined;
  /** What an owner's counting reports for earlier periods say of a task, the latest first. */
  before(owner: Owner, period: Period, task: Task): Iterable<Entry>;
  /** The last entry before this one on the same task by the same owner. */
  previous(entry: Entry): Entry | undefined;
}

/** Reports from their sources; `asOf` decides which have arrived. */
export function intakeOf(plan: Plan, sources: readonly Source[], asOf: Day): Intake {
  const drafts = sources.map((source) => reportFrom(plan, source));
  const byPlace = groupBy(drafts.filter(isPlaced), (report) => `${report.owner.id} ${report.period.id}`);
  const standings = new Map<Report, Standing>();
  for (const filed of byPlace.values()) {
    const arrived = filed.flatMap(({ reported }) => (reported !== undefined && reported <= asOf ? reported : []));
    const latest = arrived.sort().at(-1);
    const best = filed.filter(({ reported }) => reported !== undefined && reported === latest);
    for (const report of filed) {
      if (report.reported === undefined) standings.set(report, 'undated');
      else if (report.reported > asOf) standings.set(report, 'not-arrived');
      else if (!best.includes(report)) standings.set(report, 'superseded');
      else standings.set(report, best.length > 1 ? 'disputed' : 'counts');
    }
  }
  const reports = drafts.map((draft) =>
    withStanding(draft, standings.get(draft) ?? (draft.source.data === undefined ? 'broken' : 'unplaced')),
  );
  const placed = groupBy(reports.filter(isPlaced), (report) => `${report.owner.id} ${report.period.id}`);
  const entries = new Map<Report, Map<Task, Entry>>();

  const filed = (owner: Owner, period: Period): readonly Report[] =>
    (placed.get(`${owner.id} ${period.id}`) ?? []).filter(({ standing }) => standing !== 'not-arrived');
  const counting = (owner: Owner, period: Period): Report | undefined =>
    filed(owner, period).find(({ standing }) => standing === 'counts');
  const entry = (owner: Owner, period: Period, task: Task): Entry | undefined => {
    const report = counting(owner, period);
    if (!report) return undefined;
    let byTask = entries.get(report);
    if (!byTask) {
      byTask = new Map(
        report.entries.flatMap((each) => (each.task && !each.repeats ? [[each.task, each] as const] : [])),
      );
      entries.set(report, byTask);
    }
    return byTask.get(task);
  };
  const first = periodFrom(plan.reporting.first);
  function* before(owner: Owner, period: Period, task: Task): Iterable<Entry> {
    const earlier = first ? periodsBetween(first, period).slice(0, -1).reverse() : [];
    for (const each of earlier) {
      const said = entry(owner, each, task);
      if (said) yield said;
    }
  }
  const previous = ({ report: { owner, period }, task }: Entry): Entry | undefined => {
    if (!owner || !period || !task) return undefined;
    const [last] = before(owner, period, task);
    return last;
  };
  return { reports, counting, filed, misfiled: misfiledIn(plan, reports, asOf), entry, before, previous };
}

type Placed = Report & { readonly owner: Owner; readonly period: Period };
const isPlaced = (report: Report): report is Placed =>
  report.ours && report.owner !== undefined && report.period !== undefined;

function reportFrom(plan: Plan, source: Source): Report {
  const data = (source.data ?? {}) as Partial<ReportFile>;
  const owner = data.owner === undefined ? undefined : plan.ownerNamed(data.owner);
  const period = data.period === undefined ? undefined : planPeriod(plan, data.period);
  const report: Report & { entries: Entry[] } = {
    source,
    data,
    at: atIn(source),
    ours: data.plan !== undefined && sameNumber(data.plan) === sameNumber(plan.number),
    ...(owner ? { owner } : {}),
    ...(period ? { period } : {}),
    ...(data.reported === undefined ? {} : { reported: data.reported }),
    standing: 'unplaced',
    entries: [],
  };
  const first = new Map<string, Entry>();
  (data.entries ?? []).forEach((each: Partial<EntryData> | undefined, i) => {
    if (each === undefined) return;
    const { evidence = [], indicators = [], ...rest } = each;
    const at = atIn(source, 'entries', i);
    const id = rest.task === undefined ? undefined : sameId(rest.task);
    const task = id === undefined ? undefined : plan.task(id);
    const repeats = id === undefined ? undefined : first.get(id);
    const entry: Entry = {
      data: rest,
      evidence: evidence.flatMap((item: EvidenceData | undefined, j) =>
        item ? [{ ...item, at: atIn(source, 'entries', i, 'evidence', j) }] : [],
      ),
      indicators: indicators.flatMap((item: { id?: string; value?: number } | undefined, j) =>
        item ? [{ ...item, at: atIn(source, 'entries', i, 'indicators', j) }] : [],
      ),
      at,
      report,
      ...(task ? { task } : {}),
      ...(repeats ? { repeats } : {}),
    };
    if (id !== undefined && !repeats) first.set(id, entry);
    report.entries.push(entry);
  });
  return report;
}

/** The draft itself with its standing: entries keep pointing at their report. */
const withStanding = (draft: Report, standing: Standing): Report => Object.assign(draft, { standing });

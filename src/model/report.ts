import type { Day } from '../day.ts';
import { sameId } from '../fold.ts';
import type { Status } from '../form.ts';
import { groupBy, onceFor, sortedBy } from '../group.ts';
import type { EntryData, EvidenceData, ReportFile } from '../generated/types.ts';
import { type At, type Source, atIn } from '../source.ts';
import { sameNumber } from './number.ts';
import { type Period, periodFrom, periodsBetween } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import { linesIn } from './line.ts';
import { planPeriod } from './regime.ts';
import { type Appraisal, type Register, registerFrom } from './register.ts';
import { misfiledIn } from './suggestions.ts';

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
  readonly indicators: readonly Placed<IndicatorData>[];
  readonly at: At;
  readonly report: Report;
  readonly task?: Task;
  /** The entry of the same report that spoke of this task before. */
  readonly repeats?: Entry;
  /** What the coordinator thought of it last. */
  readonly appraisal?: Appraisal;
}

/** An item of one of its lists. */
interface Placed<T> {
  readonly data: T;
  readonly at: At;
}
type IndicatorData = { readonly id?: string; readonly value?: number };
export type Evidence = Placed<EvidenceData>;

/** True where the ledger can go by an entry: its status is known and, if completed, its day; it was not returned. */
export const isUsable = (entry: Entry): boolean =>
  entry.data.status !== undefined &&
  (entry.data.status !== 'completed' || entry.data.completed !== undefined) &&
  !isReturned(entry);

/** The coordinator did not accept the entry. */
export const isReturned = ({ appraisal }: Entry): boolean => appraisal?.data.verdict === 'returned';

const STAGE: Readonly<Partial<Record<Status, number>>> = {
  'not-started': 0,
  'in-progress': 1,
  blocked: 1,
  submitted: 2,
  completed: 3,
};

/** True where a task stands at an earlier stage than before; `none-arisen` is no stage. */
export const isRegress = (before: Status | undefined, now: Status | undefined): boolean =>
  before !== undefined && now !== undefined && (STAGE[now] ?? 3) < (STAGE[before] ?? 0);

/** A form that nobody has filled in: no day, and no status in any entry. */
const isUnfilled = (report: Report): boolean =>
  report.standing === 'undated' && report.data.document?.number === undefined && report.entries.every(isBlank);

const NONE: readonly Report[] = [];

/** True for an entry whose status was left empty, as against one whose status cannot be read. */
export const isBlank = ({ data, report, at }: Entry): boolean =>
  data.status === undefined &&
  !report.source.faults.some(
    ({ kind, path }) => kind === 'bad-value' && path[1] === at().path[1] && path[2] === 'status',
  );

/**
 * All reports of a folder against one plan, with the coordinator's register. Where bodies succeeded one another, what
 * is asked of one body is answered by the reports of its line as well: those filed by the bodies whose work it took
 * over, and late ones filed for it by the body that took over its work.
 */
export interface Intake {
  /** In the order of their files. */
  readonly reports: readonly Report[];
  readonly register: Register;
  /** The report that counts for an owner and period, and a task of its line: its own, else the latest of the line. */
  counting(owner: Owner, period: Period, task?: Task): Report | undefined;
  /** Whether anything was filed for a period, by anybody. */
  isReportedOn(period: Period): boolean;
  /** All that an owner's line filed for a period, whatever they are worth, but for those not yet arrived. */
  filed(owner: Owner, period: Period, task?: Task): readonly Report[];
  /** The files of theirs that came in with a plan, owner or period that is written wrong but plain to see. */
  misfiled(owner: Owner, period: Period): readonly Report[];
  /** What is said of a body's task for a period. */
  entry(owner: Owner, period: Period, task: Task): Entry | undefined;
  /** What was said of it for earlier periods, the latest first. */
  before(owner: Owner, period: Period, task: Task): Iterable<Entry>;
  /** The last entry before this one on the same task by the same owner or line. */
  previous(entry: Entry): Entry | undefined;
  /** The bodies that a report's owner answers for when it speaks of a task: itself, or those of its line that lead it. */
  answersFor(owner: Owner, period: Period, task: Task): readonly Owner[];
}

/** Reports from their sources; `asOf` decides which have arrived. `registers` are the coordinator's own files. */
export function intakeOf(plan: Plan, sources: readonly Source[], asOf: Day, registers: readonly Source[] = []): Intake {
  const reports = sources.map((source) => reportFrom(plan, source));
  const placed = new Map(
    [...groupBy(reports.filter(isPlaced), ({ period }) => period.id)].map(([period, filed]) => [
      period,
      groupBy(filed, ({ owner }) => owner),
    ]),
  );
  for (const filed of [...placed.values()].flatMap((byOwner) => [...byOwner.values()])) {
    const arrived = filed.flatMap(({ reported }) => (reported !== undefined && reported <= asOf ? reported : []));
    const latest = arrived.sort().at(-1);
    const best = filed.filter(({ reported }) => reported !== undefined && reported === latest);
    for (const report of filed) {
      if (report.reported === undefined) report.standing = 'undated';
      else if (report.reported > asOf) report.standing = 'not-arrived';
      else if (!best.includes(report)) report.standing = 'superseded';
      else report.standing = best.length > 1 ? 'disputed' : 'counts';
    }
  }
  const register = registerFrom(plan, registers);
  appraise(plan, reports, register, asOf);
  const isReportedOn = ({ id }: Period): boolean => placed.has(id);
  const ownFiled = (owner: Owner, period: Period): readonly Report[] => {
    const filed = placed.get(period.id)?.get(owner);
    return filed === undefined ? NONE : arrivedAmong(filed);
  };
  const own = (owner: Owner, period: Period): Report | undefined => countingAmong(ownFiled(owner, period));
  const ownEntry = (owner: Owner, period: Period, task: Task): Entry | undefined => {
    const report = own(owner, period);
    return report && entriesByTask(report).get(task.id);
  };

  const lines = linesIn(plan);
  const counting = (owner: Owner, period: Period, task?: Task): Report | undefined => {
    const { forebears, heirs } = lines.of(owner, period, task);
    const latest = (owners: readonly Owner[]): Report | undefined =>
      latestOf(owners.flatMap((each) => own(each, period) ?? []));
    return own(owner, period) ?? latest(forebears) ?? latest(heirs);
  };
  const filed = (owner: Owner, period: Period, task?: Task): readonly Report[] => {
    const { forebears, heirs } = lines.of(owner, period, task);
    // Asked of every body of a plan: most have no line.
    if (forebears.length + heirs.length === 0) return ownFiled(owner, period);
    return [owner, ...forebears, ...heirs].flatMap((each) => ownFiled(each, period));
  };
  const entry = (owner: Owner, period: Period, task: Task): Entry | undefined => {
    const said = ownEntry(owner, period, task);
    if (said) return said;
    const { forebears, heirs } = lines.of(owner, period, task);
    const parts = (owners: readonly Owner[]): Entry | undefined =>
      joined(owners.flatMap((each) => ownEntry(each, period, task) ?? []));
    return parts(forebears) ?? parts(heirs);
  };
  const first = periodFrom(plan.reporting.first);
  /** The earlier periods for which anything was filed, the latest first, by period. */
  const earlier = new Map<string, readonly Period[]>();
  const earlierThan = (period: Period): readonly Period[] => {
    const known = earlier.get(period.id);
    if (known) return known;
    const all = first ? periodsBetween(first, period).slice(0, -1).reverse() : [];
    const filed = all.filter(({ id }) => placed.has(id));
    earlier.set(period.id, filed);
    return filed;
  };
  /** What was said for one earlier period of what a body has by a later one. */
  const entryOf = (each: Period, owner: Owner, period: Period, task: Task): Entry | undefined => {
    const holders = lines.holders(owner, period, each, task);
    const [only] = holders;
    if (only && holders.length === 1) return entry(only, each, task);
    return joined(holders.flatMap((held) => entry(held, each, task) ?? []));
  };
  const before = (owner: Owner, period: Period, task: Task): Iterable<Entry> =>
    presentOf(earlierThan(period), (each) => entryOf(each, owner, period, task));
  const previous = ({ report: { owner, period }, task }: Entry): Entry | undefined => {
    if (!owner || !period || !task) return undefined;
    // Asked of every entry: without the iterator that `before` makes.
    for (const each of earlierThan(period)) {
      const found = entryOf(each, owner, period, task);
      if (found) return found;
    }
    return undefined;
  };
  const meant = misfiledIn(plan, reports, asOf);
  const misfiled = (owner: Owner, period: Period): readonly Report[] => {
    if (meant.length === 0) return NONE;
    const { forebears, heirs } = lines.of(owner, period);
    return [owner, ...forebears, ...heirs].flatMap((each) =>
      meant.filter((file) => file.owner === each && file.period?.id === period.id).map(({ report }) => report),
    );
  };
  const answersFor = (owner: Owner, period: Period, task: Task): readonly Owner[] => {
    const leads = plan.on(plan.dueDay(period)).task(task.id)?.leads ?? [];
    if (leadsOf(leads).has(owner)) return [owner];
    if (plan.lineage.successions.length === 0) return [];
    return leads.filter((lead) => {
      const { forebears, heirs } = lines.of(lead, period, task);
      return forebears.includes(owner) || heirs.includes(owner);
    });
  };
  return { reports, register, counting, isReportedOn, filed, misfiled, entry, before, previous, answersFor };
}

/**
 * What a function gives of things, where it gives anything, each when it is asked for. (A generator made within a function
 * would keep all that the function knows from small collections of garbage, by the shape of its objects.)
 */
function* presentOf<T, R>(things: Iterable<T>, of: (thing: T) => R | undefined): Iterable<R> {
  for (const thing of things) {
    const found = of(thing);
    if (found !== undefined) yield found;
  }
}

/** What has arrived of what one body filed for one period. */
const arrivedAmong = onceFor((filed: readonly Report[]) =>
  filed.filter((report) => report.standing !== 'not-arrived' && !isUnfilled(report)),
);

/** The one report of a body and period that counts. */
const countingAmong = (filed: readonly Report[]): Report | undefined => {
  for (const report of filed) if (report.standing === 'counts') return report;
  return undefined;
};

const entriesByTask = onceFor(
  ({ entries }: Report): ReadonlyMap<string, Entry> =>
    new Map(entries.flatMap((each) => (each.task && !each.repeats ? [[each.task.id, each] as const] : []))),
);

const leadsOf = onceFor((leads: readonly Owner[]) => new Set(leads));

const latestOf = (reports: readonly Report[]): Report | undefined =>
  sortedBy(reports, ({ reported }) => reported).at(-1);

/** What several bodies said of their parts of one task, as one: it is completed when all parts are. */
function joined(entries: readonly Entry[]): Entry | undefined {
  if (entries.length < 2) return entries[0];
  const open = entries.filter((entry) => entry.data.status !== 'completed' || !isUsable(entry));
  const reports = latestOf((open.length > 0 ? open : entries).map(({ report }) => report));
  return entries.find(({ report }) => report === reports);
}

/** Gives each entry what the register last says of it: an appraisal speaks of what was filed by its day. */
function appraise(plan: Plan, reports: readonly Report[], { appraisals }: Register, asOf: Day): void {
  const known = sortedBy(
    appraisals.filter(({ data }) => data.verdict !== undefined && data.date !== undefined && data.date <= asOf),
    ({ data }) => data.date,
  );
  if (known.length === 0) return;
  for (const { owner, period, reported, entries } of reports) {
    if (!owner || !period || reported === undefined) continue;
    for (const entry of entries) {
      const last = known.findLast(
        (each) =>
          each.task?.id === entry.task?.id &&
          each.period?.id === period.id &&
          (each.data.date ?? '') >= reported &&
          each.owner !== undefined &&
          (each.owner === owner || plan.lineage.heirs(owner.id, entry.task?.id).includes(each.owner.id)),
      );
      if (last) Object.assign(entry, { appraisal: last });
    }
  }
}

const isPlaced = <R extends Report>(report: R): report is R & { readonly owner: Owner; readonly period: Period } =>
  report.ours && report.owner !== undefined && report.period !== undefined;

function reportFrom(plan: Plan, source: Source): FiledReport {
  const data = (source.data ?? {}) as Partial<ReportFile>;
  const report = new FiledReport(plan, source, data);
  const owner = data.owner === undefined ? undefined : plan.ownerNamed(data.owner);
  const period = data.period === undefined ? undefined : planPeriod(plan, data.period);
  if (owner) report.owner = owner;
  if (period) report.period = period;
  if (data.reported !== undefined) report.reported = data.reported;
  return report;
}

/** A report while it is made. */
class FiledReport implements Report {
  readonly source: Source;
  readonly data: Partial<ReportFile>;
  readonly at: At;
  readonly ours: boolean;
  declare owner?: Owner;
  declare period?: Period;
  declare reported?: Day;
  standing: Standing;
  readonly #plan: Plan;
  #entries?: readonly Entry[];

  constructor(plan: Plan, source: Source, data: Partial<ReportFile>) {
    this.source = source;
    this.data = data;
    this.at = atIn(source);
    this.ours =
      data.plan !== undefined && (data.plan === plan.number || sameNumber(data.plan) === sameNumber(plan.number));
    this.standing = source.data === undefined ? 'broken' : 'unplaced';
    this.#plan = plan;
  }

  /** Made when first asked for: of most reports of earlier periods nobody does. */
  get entries(): readonly Entry[] {
    return (this.#entries ??= entriesFrom(this.#plan, this));
  }
}

function entriesFrom(plan: Plan, report: Report): Entry[] {
  const { source, data } = report;
  const entries: Entry[] = [];
  const first = new Map<string, Entry>();
  (data.entries ?? []).forEach((each: Partial<EntryData> | undefined, i) => {
    if (each === undefined) return;
    const { evidence = [], indicators = [] } = each;
    const at = atIn(source, 'entries', i);
    const id = each.task === undefined ? undefined : sameId(each.task);
    const task = id === undefined ? undefined : plan.task(id);
    const repeats = id === undefined ? undefined : first.get(id);
    const entry: { -readonly [K in keyof Entry]: Entry[K] } = {
      data: each,
      evidence: placedItems<EvidenceData>(evidence, source, i, 'evidence'),
      indicators: placedItems<IndicatorData>(indicators, source, i, 'indicators'),
      at,
      report,
    };
    if (task) entry.task = task;
    if (repeats) entry.repeats = repeats;
    if (id !== undefined && !repeats) first.set(id, entry);
    entries.push(entry);
  });
  return entries;
}

/** The items of a list of an entry with their places. */
function placedItems<T>(items: readonly (T | undefined)[], source: Source, entry: number, list: string): Placed<T>[] {
  const placed: Placed<T>[] = [];
  items.forEach((data, i) => {
    if (data) placed.push({ data, at: atIn(source, 'entries', entry, list, i) });
  });
  return placed;
}

import type { Day } from '../day.ts';
import { sameId } from '../fold.ts';
import type { Status } from '../form.ts';
import type { EntryData, EvidenceData, ReportFile } from '../generated/types.ts';
import { type At, type Path, type Source, atIn } from '../source.ts';
import { sameNumber } from './number.ts';
import type { Period } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import { planPeriod } from './regime.ts';
import type { Appraisal } from './register.ts';

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
export const isUnfilled = (report: Report): boolean =>
  report.standing === 'undated' && report.data.document?.number === undefined && report.entries.every(isBlank);

/** True for an entry whose status was left empty, as against one whose status cannot be read. */
export const isBlank = ({ data, report, at }: Entry): boolean =>
  data.status === undefined &&
  !report.source.faults.some(
    ({ kind, path }) => kind === 'bad-value' && path[1] === at().path[1] && path[2] === 'status',
  );

/** A report from its source: what it is worth is seen beside the others (`intakeOf`). */
export function reportFrom(plan: Plan, source: Source): FiledReport {
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
  const entries: Entry[] = [];
  const first = new Map<string, Entry>();
  const all: readonly (Partial<EntryData> | undefined)[] = report.data.entries ?? [];
  for (let i = 0; i < all.length; i++) {
    const data = all[i];
    if (data === undefined) continue;
    const entry = new FiledEntry(report, data, i);
    const id = data.task === undefined ? undefined : sameId(data.task);
    const task = id === undefined ? undefined : plan.task(id);
    const repeats = id === undefined ? undefined : first.get(id);
    if (task) entry.task = task;
    if (repeats) entry.repeats = repeats;
    else if (id !== undefined) first.set(id, entry);
    entries.push(entry);
  }
  return entries;
}

const NONE: readonly never[] = [];

/** An entry with its places, which are named when somebody asks for them: of most entries nobody does. */
class FiledEntry implements Entry {
  readonly report: Report;
  readonly data: Partial<EntryData>;
  readonly evidence: readonly Evidence[];
  readonly indicators: readonly Placed<IndicatorData>[];
  declare task?: Task;
  declare repeats?: Entry;
  declare appraisal?: Appraisal;
  private readonly index: number;

  constructor(report: Report, data: Partial<EntryData>, index: number) {
    this.report = report;
    this.data = data;
    this.evidence = this.items<EvidenceData>('evidence');
    this.indicators = this.items<IndicatorData>('indicators');
    this.index = index;
  }

  get at(): At {
    return this.below();
  }

  below(...base: Path): At {
    return atIn(this.report.source, 'entries', this.index, ...base);
  }

  private items<T>(list: 'evidence' | 'indicators'): readonly Placed<T>[] {
    const all = this.data[list] as readonly (T | undefined)[] | undefined;
    if (all === undefined) return NONE;
    const items: Placed<T>[] = [];
    for (let i = 0; i < all.length; i++) {
      const data = all[i];
      if (data) items.push(new Item(data, this, list, i));
    }
    return items;
  }
}

/** An item of a list of an entry. */
class Item<T> implements Placed<T> {
  readonly data: T;
  private readonly entry: FiledEntry;
  private readonly list: string;
  private readonly index: number;

  constructor(data: T, entry: FiledEntry, list: string, index: number) {
    this.data = data;
    this.entry = entry;
    this.list = list;
    this.index = index;
  }

  get at(): At {
    return this.entry.below(this.list, this.index);
  }
}

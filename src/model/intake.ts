import type { Day } from '../day.ts';
import { groupBy, onceFor, sortedBy } from '../group.ts';
import type { Source } from '../source.ts';
import { linesIn } from './line.ts';
import { type Period, periodFrom, periodsBetween } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import { type Register, registerFrom } from './register.ts';
import { type Entry, type Report, isUnfilled, isUsable, reportFrom } from './report.ts';
import { misfiledIn } from './suggestions.ts';

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

const NONE: readonly Report[] = [];

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
    return plan.lineage.successions.length === 0 ? [] : ofLine(leads, owner, period, task);
  };
  /** Those of some bodies in whose line another one is. */
  const ofLine = (bodies: readonly Owner[], owner: Owner, period: Period, task: Task): readonly Owner[] =>
    bodies.filter((each) => {
      const { forebears, heirs } = lines.of(each, period, task);
      return forebears.includes(owner) || heirs.includes(owner);
    });
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

const entriesByTask = onceFor(({ entries }: Report): ReadonlyMap<string, Entry> => {
  const byTask = new Map<string, Entry>();
  for (const entry of entries) if (entry.task && !entry.repeats) byTask.set(entry.task.id, entry);
  return byTask;
});

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

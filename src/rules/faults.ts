import { groupBy, onceFor } from '../group.ts';
import type { Facts } from '../model/facts.ts';
import type { Owner, Task } from '../model/plan.ts';
import type { Intake } from '../model/intake.ts';
import type { Entry, Report } from '../model/report.ts';
import type { Fault, FaultKind, Place, Source, Spot } from '../source.ts';

/** A fault of one kind, with the places and things that a hit of it needs. */
interface PlacedFault<K extends FaultKind> {
  readonly fault: Extract<Fault, { readonly kind: K }>;
  readonly hit: {
    readonly at: Spot | Place;
    readonly related: readonly Spot[];
    readonly owner?: Owner | undefined;
    readonly task?: Task | undefined;
    readonly period?: string | undefined;
  };
}

/** The faults of one kind. Of a plan too faulty to be known there are no other facts than faults. */
export function* faultsOf<K extends FaultKind>(
  { faults, intake }: Pick<Facts, 'faults'> & Partial<Facts>,
  kind: K,
): Iterable<PlacedFault<K>> {
  for (const { source, fault } of byKind(faults).get(kind) ?? []) {
    if (!isKind(fault, kind)) continue;
    const { path, part } = fault;
    const report = intake && reportsBySource(intake).get(source);
    const entry = path[0] === 'entries' && report ? entriesAt(report).get(Number(path[1])) : undefined;
    const at = fault.place ?? { source, path, part };
    yield {
      fault,
      hit: { at, related: fault.related ?? [], owner: report?.owner, task: entry?.task, period: report?.period?.id },
    };
  }
}

const byKind = onceFor((faults: Facts['faults']) => groupBy(faults, ({ fault }) => fault.kind));

const reportsBySource = onceFor(
  ({ reports }: Intake): ReadonlyMap<Source, Report> => new Map(reports.map((report) => [report.source, report])),
);

const isKind = <K extends FaultKind>(fault: Fault, kind: K): fault is Extract<Fault, { readonly kind: K }> =>
  fault.kind === kind;

/** The entries of a report by their index in the file's list; those that are not mappings have none. */
const entriesAt = onceFor(
  ({ entries }: Report): ReadonlyMap<number, Entry> =>
    new Map(entries.map((entry) => [Number(entry.at().path[1]), entry])),
);

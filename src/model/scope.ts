import type { Day } from '../day.ts';
import { among, groupBy } from '../group.ts';
import type { Facts } from './facts.ts';
import type { Period } from './period.ts';
import type { Owner, Plan } from './plan.ts';
import type { Standing } from './report.ts';

/** What a check looked at, beside what it found. Those of the parts of a folder make up that of the whole. */
export interface Scope {
  readonly asOf: Day;
  readonly plan: Plan;
  /** The periods looked at, earliest first. */
  readonly periods: readonly Period[];
  readonly wholeFolder: boolean;
  /** Files read, those that are reports of this plan by a known owner for a known period, and those refused. */
  readonly files: number;
  readonly reports: number;
  readonly refused: number;
  /** Of each period whose due day has passed, by its id: how many bodies answer for a report. */
  readonly expected: ReadonlyMap<string, number>;
  /** One of them filed nothing at all. */
  readonly isLacking: boolean;
  /** Files for other periods, by period. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>;
  /** Files that do not count: the day in them lies ahead, or a later one stands in their place. */
  readonly arriving: readonly string[];
  readonly superseded: readonly string[];
}

export function scopeOf(facts: Facts): Scope {
  const { asOf, plan, periods, wholeFolder, answerable, intake } = facts;
  const due = periods.filter((period) => plan.dueDay(period) < asOf);
  const answering = (period: Period): readonly Owner[] => among(facts.planOf(period).reporters, answerable);
  const isIn = (owner: Owner, period: Period): boolean =>
    intake.misfiled(owner, period).length > 0 || intake.filed(owner, period).length > 0;
  const judged = new Set(periods.map(({ id }) => id));
  const others = intake.reports.flatMap(({ period, source: { file } }) =>
    period && !judged.has(period.id) ? [{ period: period.id, file }] : [],
  );
  return {
    asOf,
    plan,
    periods,
    wholeFolder,
    files: intake.reports.length,
    reports: intake.reports.filter(({ ours, owner, period }) => ours && owner && period).length,
    refused: intake.reports.filter(({ source }) => source.data === undefined).length,
    expected: new Map(due.map((period) => [period.id, answering(period).length])),
    isLacking: due.some((period) => answering(period).some((owner) => !isIn(owner, period))),
    elsewhere: filesBy(others.map(({ period, file }) => [period, [file]])),
    arriving: filesOf(facts, 'not-arrived'),
    superseded: filesOf(facts, 'superseded'),
  };
}

/** The files of reports of a standing, as far as they are of bodies that are looked at. */
export const filesOf = ({ intake, answerable }: Pick<Facts, 'intake' | 'answerable'>, standing: Standing): string[] =>
  intake.reports
    .filter(({ standing: is, owner }) => is === standing && (owner === undefined || answerable.has(owner)))
    .map(({ source }) => source.file);

/** The scopes of the parts of one folder, of which there is one at least, as that of the whole. */
export function joinedScope(parts: readonly Scope[]): Scope {
  const [first] = parts as readonly [Scope, ...Scope[]];
  const sum = (of: (scope: Scope) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const expected = new Map<string, number>();
  for (const part of parts) for (const [id, n] of part.expected) expected.set(id, (expected.get(id) ?? 0) + n);
  return {
    ...first,
    files: sum(({ files }) => files),
    reports: sum(({ reports }) => reports),
    refused: sum(({ refused }) => refused),
    expected,
    isLacking: parts.some(({ isLacking }) => isLacking),
    elsewhere: filesBy(parts.flatMap(({ elsewhere }) => [...elsewhere])),
    arriving: parts.flatMap(({ arriving }) => arriving).sort(),
    superseded: parts.flatMap(({ superseded }) => superseded).sort(),
  };
}

/** Files by period, both in order. (Thousands of such lists are kept: a slice has no room to grow, what `flatMap` gives has.) */
function filesBy(given: readonly (readonly [period: string, files: readonly string[]])[]): Scope['elsewhere'] {
  const groups = groupBy(given, ([period]) => period);
  return new Map(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, each]) => [id, each.flatMap(([, files]) => files).slice()]),
  );
}

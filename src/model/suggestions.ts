import type { Day } from '../day.ts';
import { type Candidate, distance, fold, suggest } from '../fold.ts';
import type { Source } from '../source.ts';
import { sameNumber } from './number.ts';
import { type Period, periodFrom, periodOf } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import { periodsUntil, planPeriod } from './regime.ts';

export const suggestedOwners = (plan: Plan, written: string): Owner[] =>
  suggest(
    written,
    [...plan.owners, ...plan.former].map((owner): Candidate<Owner> => ({
      value: owner,
      names: [owner.id, owner.name, ...(owner.aliases ?? []), owner.symbol ?? owner.id],
    })),
  );

const tight = (id: string): string => fold(id.slice(0, 200)).replaceAll(' ', '');

const known = new WeakMap<
  Plan,
  { readonly all: readonly Candidate<Task>[]; readonly near: Map<string, readonly Task[]> }
>();

/**
 * Ids are compared without what parts them, so that `II-3-a4` finds II.3.a.4. Tasks that the owner leads come first:
 * a body that mistypes an id most likely means its own work. Worked out once for each plan, owner and writing.
 */
export function suggestedTasks(plan: Plan, written: string, owner?: Owner): readonly Task[] {
  const { all, near } = known.get(plan) ?? {
    all: plan.tasks.map((task): Candidate<Task> => ({ value: task, names: [tight(task.id)] })),
    near: new Map<string, readonly Task[]>(),
  };
  known.set(plan, { all, near });
  const wanted = tight(written);
  const key = `${owner?.id ?? ''} ${wanted}`;
  const own = owner ? all.filter(({ value }) => value.leads.includes(owner)) : [];
  const found = near.get(key) ?? [...new Set([...suggest(wanted, own), ...suggest(wanted, all)])].slice(0, 3);
  near.set(key, found);
  return found;
}

/** The period of the plan that a wrong one lies in (`2024-Q4` in `2024`), or those written nearly like it. */
export function suggestedPeriods(plan: Plan, asOf: Day, written: string): Period[] {
  const period = periodFrom(written);
  if (!period)
    return suggest(
      written,
      periodsUntil(plan, asOf).map((each): Candidate<Period> => ({ value: each, names: [each.id, `năm ${each.id}`] })),
    );
  const around = planPeriod(plan, periodOf(period.start, plan.reporting.frequency).id);
  return around && around.start <= period.start && period.end <= around.end ? [around] : [];
}

/** True for a plan's number with a slip in it: the same serial, or one letter off. */
export function isNearlyPlan({ number }: Pick<Plan, 'number'>, written: string): boolean {
  const serial = (text: string): number => Number(/\d+/.exec(text)?.[0]);
  return serial(written) === serial(number) || distance(sameNumber(written.slice(0, 80)), sameNumber(number)) === 1;
}

/** The only thing of a list; nothing where there are several. */
export const ifOne = <T>(things: readonly T[]): T | undefined => (things.length === 1 ? things[0] : undefined);

/** What of a report tells for whom it was meant. */
interface Unplaced {
  readonly data: {
    readonly plan?: string;
    readonly owner?: string;
    readonly period?: string | number;
    readonly reported?: Day;
  };
  readonly source: Pick<Source, 'legible' | 'file' | 'data'>;
  readonly owner?: Owner;
  readonly period?: Period;
}

/** The body and period that a file is named after. */
function namedBy(plan: Plan, file: string): Readonly<Record<string, string>> {
  const [name = '', ...folders] = file.split('/').reverse();
  const stem = name.replace(/\.[^.]*$/, '');
  const period = folders.find((folder) => planPeriod(plan, folder));
  return period !== undefined && plan.owner(stem) ? { owner: stem, period } : {};
}

/** What the lines of a broken file tell; of what cannot be read at all its name may, as `template` gives it: 2025/so-y-te.yaml. */
const toldBy = (plan: Plan, { source }: Unplaced): Readonly<Record<string, string>> =>
  source.legible ?? (source.data === undefined ? namedBy(plan, source.file) : {});

/** The body that a report is of, or was plainly meant to be of. */
export function bodyOf(plan: Plan, report: Unplaced): Owner | undefined {
  if (report.owner) return report.owner;
  const written = report.data.owner ?? toldBy(plan, report)['owner'];
  return written === undefined ? undefined : (plan.ownerNamed(written) ?? ifOne(suggestedOwners(plan, written)));
}

/** A report that could not be placed, and for whom it was plainly meant. */
interface Misfiled<F> {
  readonly report: F;
  readonly owner: Owner | undefined;
  readonly period: Period | undefined;
}

/** Those of the reports that could not be placed which had come in by a day. */
export function misfiledIn<F extends Unplaced & { readonly standing: string }>(
  plan: Plan,
  reports: readonly F[],
  asOf: Day,
): readonly Misfiled<F>[] {
  return reports
    .filter(({ standing }) => standing === 'unplaced' || standing === 'broken')
    .map((report) => {
      const { data, period } = report;
      const told = toldBy(plan, report);
      return {
        report,
        plan: data.plan ?? told['plan'],
        reported: data.reported ?? told['reported'] ?? '',
        owner: bodyOf(plan, report),
        period: period ?? ifOne(suggestedPeriods(plan, asOf, String(data.period ?? told['period'] ?? ''))),
      };
    })
    .filter((file) => file.reported <= asOf && (file.plan === undefined || isNearlyPlan(plan, file.plan)));
}

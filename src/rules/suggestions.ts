import { type Candidate, distance, fold, suggest } from '../fold.ts';
import { type Lang, oneOf } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import { periodsUntil } from '../model/ledger.ts';
import { sameNumber } from '../model/number.ts';
import { type Period, periodFrom, periodOf } from '../model/period.ts';
import type { Owner, Plan, Task } from '../model/plan.ts';
import { type Report, planPeriod } from '../model/report.ts';

/** The end of a sentence about something unknown: what it may be. Empty where nothing is near. */
export function perhaps(suggestions: readonly string[], lang: Lang): string {
  if (suggestions.length === 0) return '';
  const list = oneOf(suggestions, lang);
  return lang === 'vi' ? `, có lẽ là ${list}` : `; perhaps ${list} is meant`;
}

export const suggestedOwners = (plan: Plan, written: string): Owner[] =>
  suggest(
    written,
    plan.owners.map((owner): Candidate<Owner> => ({
      value: owner,
      names: [owner.id, owner.name, ...(owner.aliases ?? []), owner.symbol ?? owner.id],
    })),
  );

/**
 * Ids are compared without what parts them, so that `II-3-a4` finds II.3.a.4. Tasks that the owner leads come first:
 * a body that mistypes an id most likely means its own work.
 */
export function suggestedTasks(plan: Plan, written: string, owner: Owner): Task[] {
  const tight = (id: string): string => fold(id).replaceAll(' ', '');
  const all = plan.tasks.map((task): Candidate<Task> => ({ value: task, names: [tight(task.id)] }));
  const own = all.filter(({ value }) => value.leads.includes(owner));
  const wanted = tight(written.slice(0, 200));
  return [...new Set([...suggest(wanted, own), ...suggest(wanted, all)])].slice(0, 3);
}

/** The period of the plan that a wrong one lies in (`2024-Q4` in `2024`), or those written nearly like it. */
export function suggestedPeriods({ plan, asOf }: Facts, written: string): Period[] {
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
export function isNearlyPlan({ number }: Plan, written: string): boolean {
  const serial = (text: string): number => Number(/\d+/.exec(text)?.[0]);
  return serial(written) === serial(number) || distance(sameNumber(written.slice(0, 80)), sameNumber(number)) === 1;
}

const ifOne = <T>(things: readonly T[]): T | undefined => (things.length === 1 ? things[0] : undefined);

/**
 * Whether a file from an owner for a period has come in whose plan, owner or period is written wrong but plain to see:
 * the rules on those say so, and nobody is called silent for it.
 */
export function misfiled(facts: Facts): (owner: Owner, period: Period) => boolean {
  const { plan, intake, asOf } = facts;
  const isMeant = ({ data, standing, reported = '' }: Report): boolean =>
    standing === 'unplaced' && reported <= asOf && (data.plan === undefined || isNearlyPlan(plan, data.plan));
  const meant = intake.reports.filter(isMeant).map(({ data, owner, period }) => ({
    owner: owner ?? ifOne(suggestedOwners(plan, data.owner ?? '')),
    period: period ?? ifOne(suggestedPeriods(facts, String(data.period ?? ''))),
  }));
  return (owner, { id }) => meant.some((file) => file.owner === owner && file.period?.id === id);
}

/** The tasks that a report's unknown ids plainly mean: nothing more is said of them than that. */
export const mistyped = (plan: Plan, { entries }: Report, owner: Owner): Set<Task> =>
  new Set(
    entries.flatMap(({ data, task }) =>
      data.task === undefined || task ? [] : (ifOne(suggestedTasks(plan, data.task, owner)) ?? []),
    ),
  );

import { type Select, allPeriods, currentAmong, currentPeriods, filedPeriods } from '../judge.ts';
import type { Text } from '../lang.ts';
import { type Period, periodOf, periodsBetween } from '../model/period.ts';
import { latestDue, planPeriod } from '../model/regime.ts';
import type { Plan } from '../model/plan.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage.ts';
import { asOfDay } from './workspace.ts';

/** What `--period` selects: `2025`, `2023..2025`, `all`; without it the current periods, or those of the given files. */
export function selectFrom(option: string | undefined, wholeFolder: boolean): Select {
  if (option === undefined) return wholeFolder ? currentPeriods : filedPeriods;
  if (option === 'all') return allPeriods;
  const [from = '', to = from] = option.split('..');
  return (plan) => {
    const { first } = plan.reporting;
    const takes: Text = {
      vi: ` --period nhận một kỳ, một khoảng như ${first}..${first}, hoặc all.`,
      en: ` --period takes one period, a span such as ${first}..${first}, or all.`,
    };
    const periods = periodsBetween(named(plan, from, takes), named(plan, to, takes));
    if (periods.length > 0) return periods;
    throw new UsageError({
      vi: `--period ${option}: kỳ đầu phải đứng trước kỳ cuối, ví dụ ${to}..${from}`,
      en: `--period ${option}: the first period must come before the last, such as ${to}..${from}`,
    });
  };
}

/** The same for the parts of a folder, of which none knows for which open periods something was filed. */
export const periodsFrom =
  (option: string | undefined) =>
  (open: readonly string[]): Select =>
    option === undefined ? currentAmong(open.map((id) => ({ id }))) : selectFrom(option, true);

/** Some periods, and those that would be looked at without being named. */
export const withCurrent =
  (periods: readonly Period[]): Select =>
  (plan, asOf, intake) => {
    const known = new Map([...periods, ...currentPeriods(plan, asOf, intake)].map((period) => [period.id, period]));
    return [...known.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
  };

/** The same for a check of some files of a folder: whoever asks about a report asks about its period, whichever that is. */
export const besidesThose =
  (isMeant: (file: string) => boolean): typeof selectFrom =>
  (option, wholeFolder) =>
    option !== undefined
      ? selectFrom(option, wholeFolder)
      : (plan, asOf, intake) => {
          const reports = intake.reports.filter(({ source }) => isMeant(source.file));
          return withCurrent(filedPeriods(plan, asOf, { ...intake, reports }))(plan, asOf, intake);
        };

/** The same for drafts: without `--period`, the latest one due. */
export const dueFrom = (option: string | undefined, wholeFolder: boolean): Select =>
  option === undefined ? (plan, asOf) => [latestDue(plan, asOf) ?? []].flat() : selectFrom(option, wholeFolder);

const NOTHING: Text = { vi: '', en: '' };

/** The period that today falls in. */
export const periodOfToday = (plan: Plan, io: Io): string =>
  periodOf(asOfDay(undefined, plan, io), plan.reporting.frequency).id;

/** One period that the plan has, or a usage error that shows how its periods are written, and what else is taken. */
export function named(plan: Plan, written: string, takes: Text = NOTHING): Period {
  const period = planPeriod(plan, written);
  if (period) return period;
  const { number, horizon, reporting } = plan;
  const last: Text = horizon ? { vi: `, kỳ cuối thuộc năm ${horizon}`, en: `, the last is of ${horizon}` } : NOTHING;
  throw new UsageError({
    vi: `kế hoạch ${number} không có kỳ báo cáo “${written}”; kỳ đầu là ${reporting.first}${last.vi}.${takes.vi}`,
    en: `plan ${number} has no reporting period “${written}”; the first is ${reporting.first}${last.en}.${takes.en}`,
  });
}

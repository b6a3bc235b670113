import { registerForm, reportForm } from './generated/validators.js';
import type { Day } from './day.ts';
import { sortedBy } from './group.ts';
import { type Facts, factsOf } from './model/facts.ts';
import { latestDue, periodsUntil } from './model/regime.ts';
import type { Period } from './model/period.ts';
import { historyFrom } from './model/history.ts';
import type { Owner, Plan } from './model/plan.ts';
import { type Intake, intakeOf } from './model/intake.ts';
import type { Report } from './model/report.ts';
import { type Opened, openFile } from './read/bytes.ts';
import { type PlanFiles, planSources } from './read/plan.ts';
import { openedSource } from './read/read.ts';
import { type CheckedPlan, check, inOrder } from './rules/check.ts';
import { fileFindings, planRules, reportRules } from './rules/index.ts';
import { limited } from './rules/limit.ts';
import type { Finding, Rule } from './rules/rule.ts';
import type { Source } from './source.ts';

/**
 * The whole of dondoc, read from top to bottom: files become sources, sources become a plan and an intake of reports,
 * these become facts (the ledger among them), and rules make findings of the facts. Everything here is pure but the
 * reading; views (src/view) print what comes out, the command line (src/cli) decides what goes in.
 */

/** A plan from its files, judged by the rules DD1xx and DD3xx in each of its versions. */
export function judgePlan(
  files: PlanFiles,
  folder: string,
  asOf: (plan: Plan) => Day,
  rules: readonly Rule[] = planRules,
): CheckedPlan {
  const { sources, every, faulty } = planSources(files, folder);
  if (faulty.length > 0) {
    const faults = faulty.flatMap((source) => source.faults.map((fault) => ({ source, fault })));
    return {
      files: every,
      findings: limited(fileFindings({ faults }, rules), rules),
    };
  }
  const { versions, faults, objections, published } = historyFrom(sources);
  const signed = versions[0] as Plan;
  const day = faults.length > 0 ? signed.date : asOf(signed);
  const facts = versions.map((plan) =>
    factsOf({
      asOf: day,
      plan,
      periods: [],
      faults,
      intake: intakeOf(plan, [], day),
      wholeFolder: false,
      objections,
      published,
      versions,
    }),
  );
  const plan = versions.at(-1)?.on(day) ?? signed;
  // What is wrong with the plan as signed would be said again of every version of it, and of what amends it.
  const [ofSigned, ...ofLater] = facts as [Facts, ...Facts[]];
  const [still, moving] = [rules.filter((rule) => !isOfTime(rule)), rules.filter(isOfTime)];
  const found = check(still, ofSigned);
  const isSound = !found.some(({ severity }) => severity === 'error');
  const later = isSound ? [...check(moving, ofSigned), ...ofLater.flatMap((each) => check(rules, each))] : [];
  const findings = limited(inOrder([...found, ...later]), rules);
  return { files: every, plan, versions, published, asOf: day, findings };
}

/** The rules of the plan through time: its amendments and versions. */
const isOfTime = ({ code }: Rule): boolean => code >= 'DD312' && code < 'DD4';

export const isBroken = ({ plan, findings }: CheckedPlan): boolean =>
  plan === undefined || findings.some(({ severity }) => severity === 'error');

/** How a file of a path is opened. */
type Open = (path: string) => Opened;

/** Report files as sources; `name` is how each is shown. */
export const readReports = (
  paths: readonly string[],
  name: (path: string) => string,
  open: Open = openFile,
): Source[] => paths.map((path) => openedSource(open(path), name(path), reportForm));

/** The coordinator's registers as sources. */
export const readRegisters = (
  paths: readonly string[],
  name: (path: string) => string,
  open: Open = openFile,
): Source[] => paths.map((path) => openedSource(open(path), name(path), registerForm));

export interface Judgement {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
}

/** What there is to judge: reports and registers, by which plan, on which day, for which periods. */
export interface Case {
  readonly plan: Plan;
  readonly sources: readonly Source[];
  readonly registers?: readonly Source[];
  readonly asOf: Day;
  readonly select: Select;
  readonly wholeFolder: boolean;
  /** Only these bodies are judged, where not all are. */
  readonly bodies?: ReadonlySet<Owner> | undefined;
  readonly firstSeen?: Facts['firstSeen'] | undefined;
}

/** Reports against their plan, judged by the rules DD1xx, DD2xx and DD4xx. */
export function judgeReports({
  rules = reportRules,
  ...given
}: Case & { readonly rules?: readonly Rule[] }): Judgement {
  const facts = factsIn(given);
  const { asOf, intake, periods } = facts;
  const shown = new Set(periods.map(({ id }) => id));
  const isElsewhere = ({ period }: Report): boolean =>
    period !== undefined && period.start <= asOf && !shown.has(period.id);
  const elsewhere = new Set(intake.reports.filter(isElsewhere).map(({ source }) => source.file));
  return {
    facts,
    // Of the reports of other periods, nothing is asked that would be left out again.
    findings: check(rules, { ...facts, judged: facts.judged.filter((report) => !isElsewhere(report)) }).filter(
      ({ place, period }) => (period === undefined ? !elsewhere.has(place.file) : shown.has(period)),
    ),
  };
}

/** The facts alone, as they were on the case's day. */
export function factsIn({ plan, sources, registers = [], asOf, select, wholeFolder, bodies, firstSeen }: Case): Facts {
  const intake = intakeOf(plan, sources, asOf, registers);
  const silent = new Set(
    intake.reports.filter(({ standing }) => standing === 'superseded').map(({ source }) => source),
  );
  const faults = [...sources, ...registers]
    .filter((source) => !silent.has(source))
    .flatMap((source) => source.faults.map((fault) => ({ source, fault })));
  return factsOf({ asOf, plan, periods: select(plan, asOf, intake), faults, intake, wholeFolder, bodies, firstSeen });
}

/** Which periods are looked at: rows and findings of others are left out, though their files are read. */
export type Select = (plan: Plan, asOf: Day, intake: Intake) => Period[];

/** The latest period whose due day has passed, and open ones for which something was filed. */
export const currentPeriods: Select = (plan, asOf, intake) =>
  currentAmong(openPeriods(plan, asOf, intake))(plan, asOf, intake);

/** The periods not yet due for which something was filed. */
export const openPeriods: Select = (plan, asOf, intake) =>
  periodsUntil(plan, asOf).filter(
    (period) =>
      plan.dueDay(period) >= asOf &&
      intake.isReportedOn(period) &&
      plan.on(plan.dueDay(period)).reporters.some((owner) => intake.filed(owner, period).length > 0),
  );

/** The latest period whose due day has passed, and those open ones. */
export const currentAmong =
  (open: readonly Pick<Period, 'id'>[]): Select =>
  (plan, asOf) => {
    const ids = new Set([latestDue(plan, asOf), ...open].map((period) => period?.id));
    return periodsUntil(plan, asOf).filter(({ id }) => ids.has(id));
  };

export const allPeriods: Select = (plan, asOf) => periodsUntil(plan, asOf);

/** The periods of the given files themselves, where files and no folder were given. */
export const filedPeriods: Select = (_plan, _asOf, { reports }) => {
  const known = new Map(reports.flatMap(({ period }) => (period ? [[period.id, period] as const] : [])));
  return sortedBy([...known.values()], ({ start }) => start);
};

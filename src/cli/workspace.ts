import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { todayIn, type Day, isDay } from '../day.ts';
import type { ConfigFile, PlanFile } from '../generated/types.ts';
import { configForm, planForm } from '../generated/validators.js';
import { isBroken, judgePlan } from '../judge.ts';
import type { Lang, Text } from '../lang.ts';
import { sameNumber } from '../model/number.ts';
import type { Plan } from '../model/plan.ts';
import { isNearlyPlan } from '../model/suggestions.ts';
import { openPlan } from '../read/plan.ts';
import { readSource } from '../read/read.ts';
import { type Rule, messageOf } from '../rules/rule.ts';
import type { CheckedPlan } from '../rules/check.ts';
import { fileFindings, planRules } from '../rules/index.ts';
import { type Weights, weighed } from '../rules/weights.ts';
import { type Source, placeText } from '../source.ts';
import { realPath } from './git.ts';
import type { Io } from './io.ts';
import { weightsOf } from './rules.ts';
import { BrokenSettings, UsageError } from './usage.ts';

/** The plans that come with the package. Bundled code stands in dist/, sources in src/cli/: both below the package's root. */
const [SHIPPED = 'plan'] = ['../plan', '../../plan']
  .map((path) => join(dirname(fileURLToPath(import.meta.url)), path))
  .filter(existsSync);

/** Where a command runs: the settings found upward from here, and how files are named. */
export interface Workspace {
  readonly cwd: string;
  readonly settings: ConfigFile;
  /** The file of the settings, where there is one. */
  readonly file?: Source;
  /** What the settings make of single rules. */
  readonly weights: Weights;
  /** The folder of dondoc.yaml. */
  readonly home?: string;
  /** A path as the user is shown it: from here, with forward slashes; a plan of the package by its place in the package. */
  readonly shown: (path: string) => string;
  /** A file as it is shown, by its path from the folder of dondoc.yaml: the same wherever a command runs. */
  readonly fromHome: (file: string) => string;
}

const posix = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** The schemas that come with the package. */
export const SCHEMAS = join(SHIPPED, '../schemas');

/** Where an editor finds a schema from a folder: beside dondoc.yaml, as `init` puts it, else in the package. */
export function schemaFrom({ home }: Pick<Workspace, 'home'>, folder: string, name: string): string {
  const file = `${name}.schema.json`;
  const own = home === undefined ? undefined : join(home, 'schemas', file);
  return posix(relative(folder, own !== undefined && existsSync(own) ? own : join(SCHEMAS, file)));
}

/** Whether a path is a folder or lies in it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.(?:$|[\\/])/.test(way) && !isAbsolute(way);
}

/** Whether a path comes with the package. */
export const isShipped = (path: string): boolean => isWithin(SHIPPED, path);

/** A path that begins elsewhere than here, or has a part that says nothing or goes back. */
const ROUNDABOUT = /(?:^|\/)\.{0,2}(?:\/|$)/;

function shownFrom(cwd: string): Workspace['shown'] {
  const home = resolve(cwd) + sep;
  return (path) => {
    // So are nearly all, and Node's own answer is ten times as long in coming.
    if (sep === '/' && !ROUNDABOUT.test(path)) return path;
    const full = resolve(cwd, path);
    const here = full.startsWith(home) ? full.slice(home.length) : relative(cwd, full);
    if (here.startsWith('..') && isShipped(full)) return `dondoc/plan/${posix(relative(SHIPPED, full))}`;
    return here === '' ? '.' : posix(here);
  };
}

/**
 * Whether something has this name, were it a link that leads nowhere or what the disk does not give: settings that cannot
 * be read are not passed over. A folder that one may not look into has none of one's own.
 */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EACCES';
  }
}

export function workspaceAt(io: Pick<Io, 'cwd'>): Workspace {
  const shown = shownFrom(io.cwd);
  const from =
    (home: string) =>
    (file: string): string =>
      file.startsWith('dondoc/plan/') && !existsSync(resolve(io.cwd, file))
        ? file
        : posix(relative(home, resolve(io.cwd, file))) || '.';
  for (let folder = resolve(io.cwd); ; folder = dirname(folder)) {
    const path = join(folder, 'dondoc.yaml');
    if (isTaken(path)) {
      const file = readSource(path, shown(path), configForm);
      const settings = settingsFrom(file);
      refuseOutside(folder, settings, file);
      return {
        cwd: io.cwd,
        settings,
        file,
        weights: weightsOf(settings, file),
        home: folder,
        shown,
        fromHome: from(folder),
      };
    }
    if (dirname(folder) === folder)
      return { cwd: io.cwd, settings: {}, weights: new Map(), shown, fromHome: from(io.cwd) };
  }
}

/** The same settings where files are named from another folder. */
export const seenFrom = (workspace: Workspace, cwd: string): Workspace => ({
  ...workspace,
  cwd,
  shown: shownFrom(cwd),
});

function settingsFrom(source: Source): ConfigFile {
  if (
    source.faults.length > 0 &&
    !(source.faults.length === 1 && source.faults[0]?.kind === 'unreadable' && source.faults[0].why === 'empty')
  ) {
    throw new BrokenSettings(
      brokenFile(fileFindings({ faults: source.faults.map((fault) => ({ source, fault })) })).text,
    );
  }
  return source.data ?? {};
}

/** Settings may be a stranger's: what they have read as reports, or written as a baseline, is in their own folder. */
function refuseOutside(folder: string, settings: ConfigFile, file: Source): void {
  for (const key of ['reports', 'baseline'] as const) {
    const written = settings[key];
    if (written === undefined) continue;
    const home = realPath(folder);
    const away = relative(home, realPath(resolve(home, written)));
    if (away !== '..' && !away.startsWith(`..${sep}`) && !isAbsolute(away)) continue;
    const at = placeText(file.place([key]));
    throw new BrokenSettings({
      vi: `${at}: ${key} chỉ ra ngoài thư mục của dondoc.yaml (${written}); ghi đường dẫn bên trong, hoặc nêu trên dòng lệnh`,
      en: `${at}: ${key} leads out of the folder of dondoc.yaml (${written}); give a path within, or name it on the command line`,
    });
  }
}

/** A file that the command cannot go on without, with all that is wrong with it. */
export function brokenFile(findings: CheckedPlan['findings']): UsageError {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const MOST = 20;
  const more: Text = {
    vi: `… và ${errors.length - MOST} lỗi nữa`,
    en: `… and ${errors.length - MOST} more errors`,
  };
  const lines = (lang: Lang): string =>
    errors
      .slice(0, MOST)
      .map(
        (finding) =>
          `${placeText(finding.place)}: ${messageOf(finding, lang)} (${finding.rule.code} ${finding.rule.name})`,
      )
      .concat(errors.length > MOST ? [more[lang]] : [])
      .join('\n');
  return new UsageError({ vi: lines('vi'), en: lines('en') });
}

/** Where plans are looked for. */
export const plansFolders = ({ cwd, home }: Workspace): string[] => [
  ...new Set([join(cwd, 'plan'), ...(home ? [join(home, 'plan')] : []), SHIPPED].map((path) => resolve(path))),
];

/** The folders of the plans at hand: those under plan/ here and beside dondoc.yaml, then those of the package. */
export function plansAt(workspace: Workspace): string[] {
  return plansFolders(workspace).flatMap((parent) => {
    try {
      return readdirSync(parent)
        .sort()
        .map((name) => join(parent, name))
        .filter((folder) => existsSync(join(folder, 'plan.yaml')));
    } catch {
      return [];
    }
  });
}

/** Whether the plan to judge by is known without a look into the reports. */
export const isPlanSure = (workspace: Workspace, named: string | undefined): boolean =>
  (named ?? workspace.settings.plan) !== undefined || plansAt(workspace).length < 2;

/** What plan.yaml says of itself, as far as it can be read. */
export const identityOf = (folder: string): Partial<PlanFile> =>
  readSource(join(folder, 'plan.yaml'), folder, planForm).data ?? {};

const numberOf = (folder: string): string | undefined => {
  const { number } = identityOf(folder);
  return number === undefined ? undefined : sameNumber(number);
};

export const planLanguage = (folder: string): Lang => identityOf(folder).language ?? 'vi';

/**
 * The folder of the plan to judge by: the one named, else the one that most of the reports name among those under
 * plan/ here, else the only one here, else the one that comes with the package.
 */
export function planFolder(
  workspace: Workspace,
  named: string | undefined,
  reports: Iterable<Pick<Source, 'data'>> = [],
): string {
  const { cwd, home, settings } = workspace;
  const wanted = named ?? settings.plan;
  const base = named === undefined ? (home ?? cwd) : cwd;
  if (wanted !== undefined && existsSync(join(resolve(base, wanted), 'plan.yaml'))) return resolve(base, wanted);
  const plans = plansAt(workspace).map((folder) => ({ folder, number: numberOf(folder) }));
  if (wanted !== undefined) {
    const found = plans.find(
      ({ number, folder }) => number === sameNumber(wanted) || folder.endsWith(`${sep}${wanted}`),
    );
    if (found) return found.folder;
    throw noSuchPlan(
      wanted,
      plans.flatMap(({ number }) => number ?? []),
    );
  }
  const votes = new Map<string, number>();
  for (const { data } of reports) {
    const plan = (data as { plan?: unknown } | undefined)?.plan;
    const folder =
      typeof plan === 'string' ? plans.find(({ number }) => number === sameNumber(plan))?.folder : undefined;
    if (folder !== undefined) votes.set(folder, (votes.get(folder) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([, a], [, b]) => b - a);
  const chosen = most?.[0] ?? plans[0]?.folder;
  if (chosen === undefined) throw noSuchPlan('', []);
  return chosen;
}

function noSuchPlan(wanted: string, numbers: readonly string[]): UsageError {
  const near = numbers.find((number) => isNearlyPlan({ number }, wanted));
  const known = [...new Set(numbers)].join(', ');
  return new UsageError({
    vi: `không tìm thấy kế hoạch “${wanted}”${near ? `; có phải ${near}?` : '.'} Các kế hoạch hiện có: ${known || 'không có'}. Dùng --plan với số kế hoạch hoặc thư mục chứa plan.yaml.`,
    en: `no plan “${wanted}”${near ? `; did you mean ${near}?` : '.'} Plans at hand: ${known || 'none'}. Give --plan a number or a folder that holds plan.yaml.`,
  });
}

/** The plan of a folder, judged by its own rules. What keeps it from being read at all is an error whatever is set. */
export function planIn(workspace: Workspace, folder: string, asOf: string | undefined, io: Io): CheckedPlan {
  const judged = (rules: readonly Rule[]): CheckedPlan =>
    judgePlan(openPlan(folder), workspace.shown(folder), (plan) => asOfDay(asOf, plan, io), rules);
  const checked = judged(weighed(planRules, workspace.weights));
  return checked.plan || workspace.weights.size === 0 ? checked : judged(planRules);
}

/** A plan without errors, with all its versions. */
export type SoundPlan = Required<Pick<CheckedPlan, 'plan' | 'versions' | 'published' | 'files'>>;

/** A plan that commands can go by, or a usage error that lists what is wrong with it. */
export const soundPlan = (workspace: Workspace, folder: string, asOf: string | undefined, io: Io): Plan =>
  soundHistory(workspace, folder, asOf, io).plan;

/** The same with all versions of the plan. */
export function soundHistory(workspace: Workspace, folder: string, asOf: string | undefined, io: Io): SoundPlan {
  const checked = planIn(workspace, folder, asOf, io);
  const { plan, versions = [], published = [], files } = checked;
  if (isBroken(checked) || plan === undefined) throw brokenFile(checked.findings);
  return { plan, versions, published, files };
}

/** The as-of day: the one given, else today in the plan's time zone. */
export function asOfDay(given: string | undefined, { timezone }: Pick<Plan, 'timezone'>, io: Io): Day {
  if (given === undefined) return todayIn(timezone, io.now());
  if (isDay(given)) return given;
  throw new UsageError({
    vi: `--as-of phải là một ngày có thật, viết YYYY-MM-DD (ví dụ 2025-12-31), không phải “${given}”`,
    en: `--as-of takes a real day written YYYY-MM-DD (such as 2025-12-31), not “${given}”`,
  });
}

/** The folder of reports that dondoc.yaml names, else reports/. */
export const reportsFolder = ({ cwd, home = cwd, settings }: Workspace): string =>
  settings.reports === undefined ? join(cwd, 'reports') : resolve(home, settings.reports);

/** The paths to read: those given, else the folder of reports. */
export const reportPaths = (workspace: Workspace, given: readonly string[]): string[] =>
  given.length > 0 ? given.map((path) => resolve(workspace.cwd, path)) : [reportsFolder(workspace)];

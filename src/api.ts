import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDay } from './day.ts';
import type { FindingsFile, SummaryFile } from './generated/outputs.ts';
import {
  type Judgement,
  type Select,
  currentPeriods,
  filedPeriods,
  isBroken,
  judgePlan,
  judgeReports,
  readRegisters,
  readReports,
} from './judge.ts';
import { meetingOf } from './model/meeting.ts';
import type { Plan } from './model/plan.ts';
import { planPeriod } from './model/regime.ts';
import { scopeOf } from './model/scope.ts';
import { findFiles, registersOf } from './read/files.ts';
import { openPlan } from './read/plan.ts';
import { reportRules } from './rules/index.ts';
import { limited } from './rules/limit.ts';
import { VERSION } from './version.ts';
import { type Provenance, findingsJson, planFindingsJson, provenanceOf } from './view/json.ts';
import { summaryJson } from './view/meeting/json.ts';

export type { FindingsFile, SummaryFile };

/** A plan without errors. What it says of itself stands here; `check` and `summarise` take the whole from it. */
export interface LoadedPlan {
  readonly number: string;
  readonly title: string;
  readonly language: 'vi' | 'en';
  /** The version in force on the day asked for. */
  readonly version: string;
  readonly fingerprint: string;
}

/** Reports, and how they are to be looked at. */
export interface Question {
  readonly plan: LoadedPlan;
  /** Files, and folders to be walked for files, of reports in YAML, JSON or Excel. */
  readonly reports: readonly string[];
  /** The day judged by, `YYYY-MM-DD`. Nothing here reads a clock. */
  readonly asOf: string;
  /** Ids of periods, such as `2025`; without them the current ones of a folder, or those of the files. */
  readonly periods?: readonly string[];
}
export interface CheckQuestion extends Question {
  /** The language of the messages; else the plan's. */
  readonly lang?: 'vi' | 'en';
}
export interface SummaryQuestion extends Question {
  /** The last day, `YYYY-MM-DD`, of what is `upcoming`; without it that is `null`. */
  readonly until?: string;
}

/** What was asked cannot be answered: no such file, day or period, or a plan with errors, which are its `findings`. */
export class InputError extends Error {
  override readonly name: string = 'InputError';
  /** The message in both languages; `message` is the English one. */
  readonly text: { readonly vi: string; readonly en: string };
  readonly findings: FindingsFile['findings'];
  constructor(text: { readonly vi: string; readonly en: string }, findings: FindingsFile['findings'] = []) {
    super(text.en);
    this.text = text;
    this.findings = findings;
  }
}

/** Each plan in its last version, which knows all before it. */
const loaded = new WeakMap<LoadedPlan, Plan>();

/**
 * The plan of a folder that holds `plan.yaml`, as it is on a day (`YYYY-MM-DD`), else in its last version.
 * @throws {InputError} where the plan has errors by its own rules.
 */
export function loadPlan(folder: string | URL, asOf?: string): LoadedPlan {
  if (asOf !== undefined) dayOf(asOf);
  // A slash at the end would show in the names of its files.
  const path = dirname(join(typeof folder === 'string' ? folder : fileURLToPath(folder), 'plan.yaml'));
  const checked = judgePlan(openPlan(path), shown(path), ({ date }) => asOf ?? date);
  const last = checked.versions?.at(-1);
  const plan = asOf === undefined ? last : checked.plan;
  if (isBroken(checked) || plan === undefined || last === undefined)
    throw new InputError(
      { vi: `kế hoạch trong ${path} có lỗi`, en: `the plan in ${path} has errors` },
      (JSON.parse(planFindingsJson(checked, VERSION, plan?.language ?? 'vi')) as FindingsFile).findings,
    );
  const { number, title, language, version, fingerprint } = plan;
  const made: LoadedPlan = { number, title, language, version, fingerprint };
  loaded.set(made, last);
  return made;
}

/**
 * What `dondoc check --format json` prints, by findings.schema.json, without settings and baseline.
 * @throws {InputError} where a path, day or period is not there.
 */
export function check(question: CheckQuestion): FindingsFile {
  const { facts, findings, provenance } = judged(question);
  return JSON.parse(findingsJson(facts, findings, provenance, question.lang ?? question.plan.language)) as FindingsFile;
}

/**
 * What `dondoc summary --format json` prints, by summary.schema.json, without settings.
 * @throws {InputError} where a path, day or period is not there.
 */
export function summarise(question: SummaryQuestion): SummaryFile {
  const { facts, provenance } = judged(question);
  const until = question.until === undefined ? {} : { until: dayOf(question.until) };
  const meeting = meetingOf(facts, { by: 'owner', sort: 'plan', selection: {}, ...until });
  return JSON.parse(summaryJson(meeting, provenance)) as SummaryFile;
}

function judged({ plan: given, reports, asOf, periods }: Question): Judgement & { readonly provenance: Provenance } {
  const plan = loaded.get(given)?.on(dayOf(asOf));
  if (plan === undefined)
    throw new InputError({ vi: 'kế hoạch phải do loadPlan đọc', en: 'the plan must be one that loadPlan returned' });
  const found = findFiles(reports);
  const [absent] = found.missing;
  if (absent !== undefined)
    throw new InputError({ vi: `không có tệp hay thư mục “${absent}”`, en: `no file or folder “${absent}”` });
  if (found.files.length + found.registers.length === 0)
    throw new InputError({
      vi: `không có báo cáo nào trong ${reports.join(', ')}`,
      en: `no report in ${reports.join(', ')}`,
    });
  const sources = readReports(found.files, shown);
  const beside = found.folder ? [] : registersOf(found).filter((path) => !found.registers.includes(path));
  const registers = readRegisters([...found.registers, ...beside], shown);
  const select = periods ? named(periods) : found.folder ? currentPeriods : filedPeriods;
  const { facts, findings } = judgeReports({ plan, sources, registers, asOf, select, wholeFolder: found.folder });
  // A register that was only looked at for single files is not theirs to mend.
  const own = findings.filter(({ place }) => !beside.map(shown).includes(place.file));
  const files = new Set([...sources, ...registers].map(({ file }) => file));
  return { facts, findings: limited(own, reportRules, files), provenance: provenanceOf(scopeOf(facts), VERSION) };
}

const named =
  (ids: readonly string[]): Select =>
  (plan) =>
    ids.map((id) => {
      const period = planPeriod(plan, id);
      if (period) return period;
      throw new InputError({
        vi: `kế hoạch ${plan.number} không có kỳ báo cáo “${id}”`,
        en: `plan ${plan.number} has no reporting period “${id}”`,
      });
    });

function dayOf(written: string): string {
  if (isDay(written)) return written;
  throw new InputError({
    vi: `“${written}” không phải một ngày có thật, viết YYYY-MM-DD`,
    en: `“${written}” is no real day written YYYY-MM-DD`,
  });
}

/** A path as findings give it: as it was given, with forward slashes. */
const shown = (path: string): string => path.split(sep).join('/');

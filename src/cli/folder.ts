import type { Day } from '../day.ts';
import { readRegisters, readReports } from '../judge.ts';
import type { Lang } from '../lang.ts';
import { circlesOf } from '../model/circles.ts';
import type { Facts } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import { periodsUntil } from '../model/regime.ts';
import { type Division, type JudgeParts, type Whole, judgeWhole, type Inquiry, type Verdict } from '../parts.ts';
import { isWorkbook, openFile, openListed } from '../read/bytes.ts';
import { linesOf } from '../read/read.ts';
import { reportRules } from '../rules/index.ts';
import { weighed } from '../rules/weights.ts';
import type { Source } from '../source.ts';
import type { Excerpt } from '../view/check/frame.ts';
import { filedDays } from './filed.ts';
import type { Io } from './io.ts';
import { periodsFrom } from './periods.ts';
import {
  type Checked,
  type Gathered,
  type Opening,
  type ReportOptions,
  checkedFrom,
  gathered,
  planSources,
  saySkipped,
  sessionOf,
} from './session.ts';
import { langOf } from './speech.ts';
import { ownersNamed } from './named.ts';
import { asOfDay, isPlanSure, planFolder, soundPlan } from './workspace.ts';
import { progressOn } from './progress.ts';
import type { Others } from './threads.ts';
import { remembering } from './verdicts.ts';

/** Of more files than this a folder is judged in parts of about so many: smaller ones cost time, larger ones memory. */
const FEW = 60;
const PART = 8;
/** More files than this need more memory anyway. */
const THOUSANDS = 4000;
const LARGE_PART = 16;
/** For so many files a thread pays for its start. */
const EACH = 500;
/** A workbook costs as much as so many other files. */
const WORKBOOK = 10;

/**
 * Reads and judges the reports for a verb that needs no more than what was found. A large folder is judged in parts;
 * `isWhole` is for views that look into the ledger.
 */
export async function openCheck(
  io: Io,
  paths: readonly string[],
  options: ReportOptions,
  opening: Opening & { readonly isWhole: boolean },
): Promise<Checked & { readonly facts?: Facts }> {
  const all = gathered(io, paths, opening);
  const isOnePiece =
    opening.isWhole || opening.typed !== undefined || !all.found.folder || !isPlanSure(all.workspace, options.plan);
  const size = isOnePiece ? undefined : partSize(io, all.found.files.length);
  return size === undefined ? sessionOf(io, all, options, opening) : checkInParts(io, all, options, opening, size);
}

/** How many files a part of a folder of so many should have; none where it is judged in one piece. DONDOC_PART is for tests. */
export function partSize({ env }: Io, files: number): number | undefined {
  const forced = Number(env['DONDOC_PART']);
  if (forced > 0) return files > forced ? forced : undefined;
  if (files <= FEW) return undefined;
  return files > THOUSANDS ? LARGE_PART : PART;
}

/** A large folder, judged in parts of about so many files. */
async function checkInParts(
  io: Io,
  all: Gathered,
  options: ReportOptions,
  opening: Opening,
  size: number,
): Promise<Checked> {
  const { found } = all;
  const others = await othersFor(io, found.files);
  const ready = prepared(io, all, options, planFolder(all.workspace, options.plan));
  const { plan, asOf } = ready;
  const judge = await judging(io, all, options, opening, ready, found.files, others);
  const whole = await judgeWhole(divided(plan, asOf, found.files, size), judge.parts);
  judge.end();
  return checkedInParts(whole, all, options, opening, ready, found.files);
}

/** What is known before any report is judged. */
export interface Prepared {
  readonly planFolder: string;
  readonly plan: Plan;
  readonly lang: Lang;
  readonly asOf: Day;
  readonly registers: readonly Source[];
}

/** The plan of a folder and what else is needed to judge by it; what was passed over is said on stderr. */
export function prepared(
  io: Io,
  { workspace, found, ...all }: Gathered,
  options: ReportOptions,
  folder: string,
): Prepared {
  const plan = soundPlan(workspace, folder, options.asOf, io);
  const lang = langOf(options.lang, workspace, plan);
  saySkipped(io, workspace, found, lang);
  return {
    planFolder: folder,
    plan,
    lang,
    asOf: asOfDay(options.asOf, plan, io),
    registers: readRegisters(all.registers, workspace.shown),
  };
}

/** The threads besides this one for these files. Where results are kept, there may be nothing to do for them. */
export async function othersFor({ env, kept, workerFile }: Io, files: readonly string[]): Promise<Others> {
  const work = files.length + (WORKBOOK - 1) * files.filter(isWorkbook).length;
  const { availableParallelism } = process.getBuiltinModule('node:os');
  const threads = Number(env['DONDOC_THREADS']) || Math.min(availableParallelism(), Math.floor(work / EACH));
  const { others } = await import('./threads.ts');
  return others(Math.max(0, threads - 1), workerFile, kept === undefined);
}

/** Judges parts of a folder, all together of these files, by all cores; until the end a line says how far it is. */
export async function judging(
  io: Io,
  { workspace, registers: registerFiles }: Gathered,
  options: ReportOptions,
  { filedBy }: Opening,
  { planFolder, plan, lang, asOf, registers }: Prepared,
  files: readonly string[],
  others: Others,
): Promise<{ readonly parts: JudgeParts; readonly end: () => void }> {
  const { cwd, shown, weights, settings } = workspace;
  const isWitnessed = (filedBy ?? settings['filed-by']) === 'git';
  const firstSeen = isWitnessed
    ? filedDays(
        io,
        files.map((path) => ({ file: shown(path) })),
        plan,
        lang,
      )
    : undefined;
  const { crew } = await import('./threads.ts');
  const progress = progressOn(io, files.length, lang);
  const inquiry: Inquiry = {
    plan,
    asOf,
    rules: weighed(reportRules, weights),
    registers,
    read: (files) => readReports(files, shown, openListed),
    owners: options.owner && ownersNamed(plan, options.owner),
    select: periodsFrom(options.period),
    firstSeen,
  };
  const { period, owner } = options;
  const done = ({ scope }: Verdict): void => progress.add(scope.files);
  io.tune?.('many');
  const judge = crew(
    inquiry,
    { cwd, plan: planFolder, asOf, period, registers: registerFiles, owner, firstSeen },
    others,
    done,
    io.tune,
  );
  const parts = io.kept
    ? remembering(io.kept, inquiry, [cwd, planFolder, asOf, period, owner], registerFiles, judge, done)
    : judge;
  return { parts, end: progress.end };
}

/** What was found in parts, as far as it was asked for; `files` are those that were judged. */
export function checkedInParts(
  whole: Whole,
  all: Gathered,
  options: ReportOptions,
  opening: Opening,
  { planFolder, plan, lang }: Prepared,
  files: readonly string[],
): Checked {
  const { shown } = all.workspace;
  const paths = new Map([...files, ...all.registers].map((path) => [shown(path), path]));
  return checkedFrom(
    whole,
    { all, options, opening, planFolder, plan, lang, reports: [...paths.keys()] },
    excerptsIn(plan, paths),
  );
}

/** Files by the bodies and periods that they are named after, as `template` names them: 2025/so-y-te.yaml. */
function divided(plan: Plan, asOf: string, files: readonly string[], size: number): Division {
  const circles = circlesOf(plan);
  // No more parts than there are bodies to judge apart: the others would be empty.
  const count = Math.min(Math.ceil(files.length / size), new Set(circles.values()).size);
  const parts: string[][] = Array.from({ length: count }, () => []);
  const folders = new Set<string>();
  files.forEach((path, i) => {
    const names = path.split(/[\\/]/);
    const owner = plan.owner((names.pop() ?? '').replace(/\.[^.]*$/, ''));
    for (const name of names) folders.add(name);
    parts[((owner && circles.get(owner)) ?? i) % count]?.push(path);
  });
  const open = periodsUntil(plan, asOf).filter((period) => plan.dueDay(period) >= asOf && folders.has(period.id));
  return { parts, open: open.map(({ id }) => id).sort() };
}

/** Lines of files that are not in memory any more: each is read again, the last one is kept. */
function excerptsIn(plan: Plan, paths: ReadonlyMap<string, string>): Excerpt {
  const ofPlan = new Map(planSources(plan).map((source) => [source.file, source]));
  let last: { readonly file: string; readonly line: Source['line'] } | undefined;
  return (file, line) => {
    const path = paths.get(file);
    if (path !== undefined && last?.file !== file) last = { file, line: linesOf(openFile(path), file) };
    return (path === undefined ? ofPlan.get(file) : last)?.line(line);
  };
}

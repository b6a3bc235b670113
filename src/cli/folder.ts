import { availableParallelism } from 'node:os';
import { reportForm } from '../generated/validators.js';
import { readRegisters, readReports } from '../judge.ts';
import { circlesOf } from '../model/circles.ts';
import type { Facts } from '../model/facts.ts';
import type { Plan } from '../model/plan.ts';
import { periodsUntil } from '../model/regime.ts';
import { type Division, judgeWhole } from '../parts.ts';
import { openFile } from '../read/bytes.ts';
import { openedSource } from '../read/read.ts';
import { reportRules } from '../rules/index.ts';
import { weighed } from '../rules/weights.ts';
import type { Source } from '../source.ts';
import type { Excerpt } from '../view/check/frame.ts';
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

/** From so many files on a folder is judged in parts, each of about so many: fewer cost no time, more cost memory. */
const LARGE = 2000;
const PART = 50;

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
  const { settings } = all.workspace;
  const isOnePiece =
    opening.isWhole ||
    opening.typed !== undefined ||
    !all.found.folder ||
    (opening.filedBy ?? settings['filed-by']) === 'git' ||
    !isPlanSure(all.workspace, options.plan);
  const size = isOnePiece ? undefined : partSize(io, all.found.files.length);
  return size === undefined ? sessionOf(io, all, options, opening) : checkInParts(io, all, options, opening, size);
}

/** How many files a part of a folder of so many should have; none where it is judged in one piece. DONDOC_PART is for tests. */
function partSize({ env }: Io, files: number): number | undefined {
  const forced = Number(env['DONDOC_PART']);
  if (forced > 0) return files > forced ? forced : undefined;
  return files > LARGE ? PART : undefined;
}

/** A large folder, judged in parts of about so many files. */
async function checkInParts(
  io: Io,
  all: Gathered,
  options: ReportOptions,
  opening: Opening,
  size: number,
): Promise<Checked> {
  const { workspace, found } = all;
  const { cwd, shown, weights } = workspace;
  const folder = planFolder(workspace, options.plan);
  const plan = soundPlan(workspace, folder, options.asOf, io);
  const lang = langOf(options.lang, workspace, plan);
  saySkipped(io, workspace, found, lang);
  const asOf = asOfDay(options.asOf, plan, io);
  const read = (files: readonly string[]): Source[] => readReports(files, shown);
  const registers = readRegisters(all.registers, shown);
  const { crew } = await import('./threads.ts');
  const progress = progressOn(io, found.files.length, lang);
  const judge = crew(
    {
      plan,
      asOf,
      rules: weighed(reportRules, weights),
      registers,
      read,
      owners: options.owner && ownersNamed(plan, options.owner),
      select: periodsFrom(options.period),
    },
    { cwd, plan: folder, asOf, period: options.period, registers: all.registers, owner: options.owner },
    threadsOf(io) - 1,
    io.workerFile,
    ({ scope }) => progress.add(scope.files),
  );
  const whole = await judgeWhole(divided(plan, asOf, found.files, size), judge);
  progress.end();
  const reports = [...found.files, ...all.registers].map(shown);
  const paths = new Map([...found.files, ...all.registers].map((path) => [shown(path), path]));
  return checkedFrom(
    whole,
    { all, options, opening, planFolder: folder, plan, lang, reports },
    excerptsIn(plan, paths),
  );
}

/** The threads to judge in, this one among them. */
const threadsOf = ({ env }: Io): number => Math.max(1, Number(env['DONDOC_THREADS']) || availableParallelism());

/** Files by the bodies and periods that they are named after, as `template` names them: 2025/so-y-te.yaml. */
function divided(plan: Plan, asOf: string, files: readonly string[], size: number): Division {
  const circles = circlesOf(plan);
  const count = Math.ceil(files.length / size);
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
  let last: Source | undefined;
  return (file, line) => {
    const path = paths.get(file);
    if (path !== undefined && last?.file !== file) last = openedSource(openFile(path), file, reportForm);
    return (path === undefined ? ofPlan.get(file) : last)?.line(line);
  };
}

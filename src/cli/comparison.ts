import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Text } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import { findFiles, isReadable } from '../read/files.ts';
import { type Recognised, type Recorded, recognised, recordOf } from '../rules/baseline.ts';
import type { Finding } from '../rules/rule.ts';
import type { Comparison, NotCompared } from '../view/check/markdown.ts';
import type { Provenance } from '../view/json.ts';
import { type Touched, inTreeOf, realPath } from './git.ts';
import type { FiledBy, Io } from './io.ts';
import { type Checked, type ReportOptions, openSession } from './session.ts';
import { UsageError } from './usage.ts';
import { type Workspace, isShipped, isWithin, seenFrom } from './workspace.ts';

/** What findings are compared with. */
interface Earlier {
  readonly touched?: Touched | undefined;
  readonly baseline?: Provenance['baseline'];
}

/** What a check was asked, and what came of it. */
interface Asked {
  readonly workspace: Workspace;
  readonly session: Checked & { readonly facts?: Facts };
  readonly options: ReportOptions;
  readonly filedBy: FiledBy | undefined;
  /** The rules asked for; without them all. */
  readonly wanted: readonly string[] | undefined;
}

/**
 * Findings of a check against those of the commit that its changes are counted from, and against a baseline in force:
 * what neither knows is new. `undefined` where there is nothing to compare with.
 */
export function comparisonOf(
  io: Io,
  asked: Asked,
  findings: readonly Finding[],
  { touched, baseline }: Earlier,
): Comparison | undefined {
  if (!touched && (!baseline || baseline.isExpired)) return undefined;
  const before = touched && sinceBase(io, asked, touched);
  if (before && 'why' in before) return before;
  const known = new Set([...(before?.known ?? []), ...(baseline?.known ?? [])]);
  return {
    fresh: findings.filter((finding) => !known.has(finding)),
    standing: findings.filter((finding) => known.has(finding)),
    fixed: [...(before?.fixed ?? []), ...(baseline?.fixed ?? [])],
  };
}

/**
 * The findings of today that the base of a change had as well, and those of its touched files that are found no more.
 * What stood in a file that cannot be read today, or not be placed, is neither: nobody can say.
 */
function sinceBase(io: Io, asked: Asked, touched: Touched): Pick<Recognised, 'known' | 'fixed'> | NotCompared {
  const { root, paths, gone, since } = touched;
  const { workspace, session, wanted } = asked;
  const { asOf } = session.scope;
  const nameOf = (file: string): string => relative(root, realPath(resolve(io.cwd, file)));
  const unclear = new Set(
    (session.facts?.intake.reports ?? [])
      .filter(({ standing }) => standing === 'broken' || standing === 'unplaced')
      .map(({ source }) => nameOf(source.file)),
  );
  const isLookedFor = ({ rule, file }: Recorded): boolean => {
    const path = resolve(root, file);
    return (paths.has(path) || gone.has(path)) && !unclear.has(file) && (!wanted || wanted.includes(rule));
  };
  let before: readonly Recorded[];
  try {
    before = findingsAt(io, asked, touched);
  } catch (error) {
    return { since, why: reasonOf(error) };
  }
  const { known, fixed } = recognised({ findings: before, until: asOf }, session.findings, asOf, nameOf, isLookedFor);
  return { known, fixed: fixed.map((each) => ({ ...each, file: workspace.shown(resolve(root, each.file)) })) };
}

/** The same question put to the tree of the base on the same day, by today's settings; files by their paths from its top. */
function findingsAt(io: Io, { workspace, session, options, filedBy }: Asked, { root, base }: Touched): Recorded[] {
  if (base === undefined) return [];
  const given = session.given.map(realPath);
  const planFolder = realPath(session.planFolder);
  const isWanted = (path: string): boolean => isReadable(path) || given.includes(path);
  return inTreeOf(io, { root, base }, isWanted, (tree) => {
    const there = (path: string): string => (isWithin(root, path) ? join(tree, relative(root, path)) : path);
    const reports = given.map(there).filter(existsSync);
    const { files, registers } = findFiles(reports);
    if (files.length + registers.length === 0) return [];
    const plans = [there(planFolder), ...(isShipped(planFolder) ? [planFolder] : [])];
    const plan = plans.find((folder) => existsSync(join(folder, 'plan.yaml')));
    if (plan === undefined) throw noPlan(workspace.shown(planFolder));
    const cwd = there(realPath(io.cwd));
    const { findings } = openSession(
      { ...io, stderr: { write: () => undefined } },
      reports,
      { ...options, plan, asOf: session.scope.asOf },
      { baseline: null, filedBy, workspace: seenFrom(workspace, cwd), select: () => () => [...session.scope.periods] },
    );
    return recordOf(findings, (file) => relative(tree, resolve(cwd, file)));
  });
}

/** Why the earlier state could not be judged. A fault of dondoc itself is none of these. */
function reasonOf(error: unknown): Text {
  if (error instanceof UsageError) return error.text;
  const { syscall, code = '' } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  return { vi: `không ghi được tệp tạm (${code})`, en: `temporary files could not be written (${code})` };
}

const noPlan = (folder: string): UsageError =>
  new UsageError({ vi: `ở đó chưa có kế hoạch ${folder}`, en: `there is no plan ${folder} there` });

import { join, resolve } from 'node:path';
import type { BaselineFile } from '../generated/types.ts';
import { baselineForm } from '../generated/validators.js';
import type { Scope } from '../model/scope.ts';
import { readSource } from '../read/read.ts';
import { type Baseline, type Recognised, type Recorded, recognised } from '../rules/baseline.ts';
import { fileFindings } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { UsageError } from './usage.ts';
import { type Workspace, brokenFile, isTaken } from './workspace.ts';

/** A baseline with the file it stands in, and what it makes of the findings of a session. */
export interface Known extends Recognised {
  /** As it is shown. */
  readonly file: string;
  readonly baseline: Baseline;
}

/** Where the baseline stands: the file named, else that of the settings, else `dondoc-baseline.yaml` beside them. */
export const baselinePath = ({ cwd, home = cwd, settings }: Workspace, named?: string): string =>
  named === undefined ? join(home, settings.baseline ?? 'dondoc-baseline.yaml') : resolve(cwd, named);

/** The baseline of a file; `undefined` where there is no such file. */
export function baselineIn(workspace: Workspace, path: string): Baseline | undefined {
  if (!isTaken(path)) return undefined;
  const source = readSource(path, workspace.shown(path), baselineForm);
  if (source.faults.length > 0)
    throw brokenFile(fileFindings({ faults: source.faults.map((fault) => ({ source, fault })) }));
  return source.data as BaselineFile;
}

/** That there is no baseline where one was named. */
export const noBaseline = (file: string): UsageError =>
  new UsageError({
    vi: `không có tệp ghi nhận “${file}”. Tạo: dondoc baseline --reason LÝ_DO --by AI --until YYYY-MM-DD`,
    en: `no baseline “${file}”. To make one: dondoc baseline --reason WHY --by WHO --until YYYY-MM-DD`,
  });

/**
 * What the baseline knows of the findings, where there is one. What it holds is missed only by a check of the same folders
 * and files, for all bodies, of the periods looked at: others would not have found it.
 */
export function knownFindings(
  workspace: Workspace,
  named: string | undefined,
  findings: readonly Finding[],
  { asOf, periods, elsewhere }: Scope,
  checked: readonly string[],
): Known | undefined {
  const path = baselinePath(workspace, named);
  const baseline = baselineIn(workspace, path);
  if (baseline === undefined && named !== undefined) throw noBaseline(workspace.shown(path));
  if (baseline === undefined) return undefined;
  const { fromHome, weights } = workspace;
  const judged = new Set(periods.map(({ id }) => id));
  const others = new Set([...elsewhere.values()].flat().map(fromHome));
  const isSame = sorted(checked.map(fromHome)) === sorted(baseline.reports);
  const isLookedFor = ({ rule, period, file }: Recorded): boolean =>
    isSame &&
    weights.get(rule as Finding['rule']['code']) !== 'off' &&
    (period === undefined ? !others.has(file) : judged.has(period));
  return {
    file: workspace.shown(path),
    baseline,
    ...recognised(baseline, findings, asOf, fromHome, isLookedFor),
  };
}

const sorted = (paths: readonly string[]): string => [...paths].sort().join('\n');

import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReports } from '../judge.ts';
import { intakeOf } from '../model/report.ts';
import { findFiles } from '../read/files.ts';
import { template } from '../view/template.ts';
import { createFile } from '../write/write.ts';
import type { ExitCode, Io } from './io.ts';
import { named } from './periods.ts';
import { type ReportOptions, langOf, ownersNamed, refuseNothing, saySkipped } from './session.ts';
import { planFolder, reportPaths, soundPlan, workspaceAt } from './workspace.ts';

export interface TemplateOptions extends Pick<ReportOptions, 'plan' | 'lang'> {
  readonly period: string;
  readonly output?: string;
  readonly from?: string;
}

const SCHEMA = [1, 2]
  .map((up) => resolve(dirname(fileURLToPath(import.meta.url)), '../'.repeat(up), 'schemas/report.schema.json'))
  .find(existsSync);

/** `dondoc template`: a report to fill in for each owner, never over a file that is there. */
export function templateVerb(io: Io, owners: readonly string[], options: TemplateOptions): ExitCode {
  const workspace = workspaceAt(io);
  const plan = soundPlan(workspace, planFolder(workspace, options.plan), undefined, io);
  const lang = langOf(options.lang, workspace, plan);
  const period = named(plan, options.period);
  const chosen = owners.length > 0 ? [...ownersNamed(plan, owners)] : plan.reporters;
  const earlier = findFiles(
    options.from === undefined ? reportPaths(workspace, []).filter(existsSync) : [resolve(io.cwd, options.from)],
  );
  if (options.from !== undefined) refuseNothing(workspace, earlier, [options.from]);
  saySkipped(io, workspace, earlier, lang);
  const intake = intakeOf(plan, readReports(earlier.files, workspace.shown), '9999-12-31');
  const folder = resolve(
    io.cwd,
    options.output ?? join(relative(io.cwd, reportPaths(workspace, [])[0] ?? 'reports'), period.id),
  );
  const schema = relative(folder, SCHEMA ?? 'report.schema.json')
    .split(sep)
    .join('/');

  for (const owner of chosen) {
    const path = join(folder, `${owner.id}.yaml`);
    const text = template(
      { plan, owner, period, schema, previous: (task) => [...intake.before(owner, period, task)][0] },
      lang,
    );
    const isNew = createFile(path, new TextEncoder().encode(text));
    const said = isNew
      ? { vi: 'đã tạo', en: 'made' }
      : { vi: 'đã có, giữ nguyên', en: 'left alone, it is there already' };
    io.stdout.write(`${said[lang]}: ${workspace.shown(path)}\n`);
  }
  return 0;
}

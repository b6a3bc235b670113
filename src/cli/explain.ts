import { existsSync } from 'node:fs';
import { suggest } from '../fold.ts';
import { findFiles } from '../read/files.ts';
import { rules } from '../rules/index.ts';
import type { ExitCode, Io } from './io.ts';
import { findRule } from './rules.ts';
import { type ReportOptions, drawingOn, langOf, openSession } from './session.ts';
import { UsageError } from './usage.ts';
import { planFolder, planLanguage, reportPaths, soundPlan, workspaceAt } from './workspace.ts';

/** `dondoc explain [CODE|TASK] [PATH…]`: of a task also its life, with what the reports under the paths say of it. */
export async function explainVerb(
  io: Io,
  about: string | undefined,
  paths: readonly string[],
  options: Pick<ReportOptions, 'plan' | 'asOf' | 'lang' | 'color'>,
): Promise<ExitCode> {
  const { ruleText, rulesText, taskText } = await import('../view/explain.ts');
  const workspace = workspaceAt(io);
  const drawing = drawingOn(io, options);
  const rule = about === undefined ? undefined : findRule(about);
  if (about === undefined || rule) {
    if (paths.length > 0) throw new UsageError({ vi: 'thừa tham số', en: 'too many arguments' });
    const lang = options.lang ?? workspace.settings.lang ?? planLanguage(planFolder(workspace, options.plan));
    io.stdout.write(rule ? ruleText(rule, lang, drawing) : rulesText(lang, drawing));
    return 0;
  }
  const plan = soundPlan(workspace, planFolder(workspace, options.plan), options.asOf, io);
  const task = plan.task(about);
  if (!task)
    throw noSuchThing(
      about,
      plan.tasks.map(({ id }) => id),
    );
  const lang = langOf(options.lang, workspace, plan);
  const hasReports = paths.length > 0 || findFiles(reportPaths(workspace, []).filter(existsSync)).files.length > 0;
  const facts = hasReports ? openSession(io, paths, { ...options, period: 'all' }).facts : undefined;
  const { lifeText } = await import('../view/life.ts');
  io.stdout.write(`${taskText(plan, task, lang, drawing)}${lifeText(plan, task, facts, lang, drawing)}`);
  return 0;
}

function noSuchThing(about: string, tasks: readonly string[]): UsageError {
  const words = [...rules.flatMap(({ code, name }) => [code, name]), ...tasks];
  const near = suggest(
    about,
    words.map((value) => ({ value, names: [value] })),
  );
  return new UsageError({
    vi: `“${about}” không phải mã quy tắc hay mã nhiệm vụ${near.length > 0 ? `; có phải ${near.join(' hoặc ')}?` : '.'} Xem danh sách: dondoc explain, dondoc plan show`,
    en: `“${about}” is neither a rule nor a task${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '.'} For the lists: dondoc explain, dondoc plan show`,
  });
}

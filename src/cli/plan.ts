import { emit } from './check.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { type ReportOptions, drawingOn, langOf } from './session.ts';
import { asOfDay, planFolder, planIn, soundPlan, workspaceAt } from './workspace.ts';

export interface PlanOptions extends Pick<ReportOptions, 'plan' | 'asOf' | 'lang' | 'color'> {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly failOn?: FailOn;
}

/** `dondoc plan show`: the consolidated plan. */
export async function planShowVerb(io: Io, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const plan = soundPlan(workspace, planFolder(workspace, options.plan), options.asOf, io);
  const asOf = asOfDay(options.asOf, plan, io);
  const { planJson, planText } = await import('../view/plan.ts');
  emit(
    io,
    options.output,
    options.format === 'json'
      ? planJson(plan, asOf)
      : planText(plan, asOf, langOf(options.lang, workspace, plan), drawingOn(io, options.color)),
  );
  return 0;
}

/** `dondoc plan check`: the plan's own rules. */
export async function planCheckVerb(io: Io, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const { plan, findings, files } = planIn(workspace, folder, options.asOf, io);
  const lang = langOf(options.lang, workspace, plan);
  if (options.format === 'json') {
    const { planFindingsJson } = await import('../view/json.ts');
    emit(io, options.output, planFindingsJson(plan, findings, files.length, options.asOf, lang));
  } else {
    const { planFindingsText } = await import('../view/plan.ts');
    const excerpt = (file: string, line: number): string | undefined =>
      files.find((source) => source.file === file)?.line(line);
    emit(
      io,
      options.output,
      planFindingsText(
        findings,
        plan ? `${plan.number} ${plan.version} (${plan.fingerprint})` : workspace.shown(folder),
        lang,
        drawingOn(io, options.color),
        excerpt,
      ),
    );
  }
  const failOn = options.failOn ?? 'error';
  return failOn !== 'never' &&
    findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn))
    ? 1
    : 0;
}

import type { ExitCode, FailOn, Io } from './io.ts';
import { emit, exitCode } from './output.ts';
import { type ReportOptions, drawingOn, langOf } from './session.ts';
import { VERSION } from '../version.ts';
import { asOfDay, planFolder, planIn, planLanguage, soundPlan, workspaceAt } from './workspace.ts';

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
  const inputs = [plan.at().source.file, plan.text.file, ...plan.tasks.map(({ at }) => at().source.file)];
  const { planJson, planText } = await import('../view/plan.ts');
  const text =
    options.format === 'json'
      ? planJson(plan, asOf, VERSION)
      : planText(plan, asOf, VERSION, langOf(options.lang, workspace, plan), drawingOn(io, options));
  emit(io, options.output, inputs, text);
  return 0;
}

/** `dondoc plan check`: the plan's own rules. */
export async function planCheckVerb(io: Io, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const checked = planIn(workspace, folder, options.asOf, io);
  const { findings, files } = checked;
  const lang = options.lang ?? workspace.settings.lang ?? planLanguage(folder);
  const inputs = files.map(({ file }) => file);
  if (options.format === 'json') {
    const { planFindingsJson } = await import('../view/json.ts');
    emit(io, options.output, inputs, planFindingsJson(checked, VERSION, lang));
  } else {
    const { planFindingsText } = await import('../view/plan.ts');
    emit(
      io,
      options.output,
      inputs,
      planFindingsText(checked, workspace.shown(folder), VERSION, lang, drawingOn(io, options)),
    );
  }
  return exitCode(findings, options.failOn ?? workspace.settings['fail-on'] ?? 'error');
}

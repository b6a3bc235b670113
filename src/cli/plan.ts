import type { ExitCode, FailOn, Io } from './io.ts';
import { exitCode } from './output.ts';
import { filesOfPlan } from '../read/plan.ts';
import type { FORMATS } from './formats.ts';
import { type OutputOptions, publish } from './outputs.ts';
import { type ReportOptions } from './session.ts';
import { langOf } from './speech.ts';
import { VERSION } from '../version.ts';
import { asOfDay, planFolder, planIn, planLanguage, soundPlan, workspaceAt } from './workspace.ts';

export interface PlanOptions extends Pick<ReportOptions, 'plan' | 'asOf' | 'lang'>, OutputOptions {
  readonly failOn?: FailOn;
}

/** `dondoc plan show`: the consolidated plan. */
export async function planShowVerb(io: Io, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const plan = soundPlan(workspace, folder, options.asOf, io);
  const asOf = asOfDay(options.asOf, plan, io);
  await publish<(typeof FORMATS.plan)[number]>(io, options, () => filesOfPlan(folder), {
    text: async (drawing) => {
      const { planText } = await import('../view/plan/show.ts');
      return planText(plan, asOf, VERSION, langOf(options.lang, workspace, plan), drawing);
    },
    json: async () => (await import('../view/plan/json.ts')).planJson(plan, asOf, VERSION),
  });
  return 0;
}

/** `dondoc plan check`: the plan's own rules. */
export async function planCheckVerb(io: Io, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const checked = planIn(workspace, folder, options.asOf, io);
  const { findings } = checked;
  const lang = options.lang ?? workspace.settings.lang ?? planLanguage(folder);
  await publish<(typeof FORMATS.plan)[number]>(io, options, () => filesOfPlan(folder), {
    text: async (drawing) => {
      const { planFindingsText } = await import('../view/plan/findings.ts');
      return planFindingsText(checked, workspace.shown(folder), VERSION, lang, drawing);
    },
    json: async () => (await import('../view/json.ts')).planFindingsJson(checked, VERSION, lang),
  });
  return exitCode(findings, options.failOn ?? workspace.settings['fail-on'] ?? 'error');
}

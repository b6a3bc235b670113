import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readRegisters, readReports } from '../judge.ts';
import { intakeOf } from '../model/intake.ts';
import { triggerOf } from '../model/register.ts';
import { findFiles } from '../read/files.ts';
import { type Lang, type Text, listOf } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import type { Period } from '../model/period.ts';
import { type Owner, type Plan, ownersIn } from '../model/plan.ts';
import { formTemplate } from '../view/form/template.ts';
import { type TemplateGiven, registerForm, template } from '../view/template.ts';
import { visible } from '../view/visible.ts';
import { UsageError } from './usage.ts';
import { createFile } from '../write/write.ts';
import type { ExitCode, Io } from './io.ts';
import { named, periodOfToday } from './periods.ts';
import { folderAt } from './output.ts';
import { type ReportOptions, refuseNothing, saySkipped, sayUnread } from './session.ts';
import { langOf } from './speech.ts';
import { ownersNamed } from './named.ts';
import {
  type Workspace,
  planFolder,
  reportPaths,
  reportsFolder,
  schemaFrom,
  soundPlan,
  workspaceAt,
} from './workspace.ts';

export interface TemplateOptions extends Pick<ReportOptions, 'plan' | 'lang'> {
  readonly period?: string;
  readonly register?: boolean;
  readonly format?: 'yaml' | 'xlsx';
  readonly output?: string;
  readonly from?: string;
}

/** `dondoc template`: a report to fill in for each owner, never over a file that is there. */
export function templateVerb(io: Io, owners: readonly string[], options: TemplateOptions): ExitCode {
  const workspace = workspaceAt(io);
  const today = soundPlan(workspace, planFolder(workspace, options.plan), undefined, io);
  const lang = langOf(options.lang, workspace, today);
  if (options.register) return registerTemplate(io, workspace, today, options, lang);
  if (options.period === undefined)
    throw new UsageError({
      vi: 'thiếu tùy chọn bắt buộc --period: mẫu báo cáo của kỳ nào? (mẫu sổ của cơ quan đầu mối: --register)',
      en: 'required option --period is missing: a report for which period? (for the coordinator’s register: --register)',
    });
  const period = named(today, options.period);
  // A report is owed by the bodies of its due day, as far as they are known today.
  const plan = today.on(today.dueDay(period));
  const chosen = owners.length > 0 ? presentBodies(io, plan, ownersNamed(plan, owners), lang) : plan.reporters;
  const earlier = findFiles(
    options.from === undefined ? reportPaths(workspace, []).filter(existsSync) : [resolve(io.cwd, options.from)],
  );
  if (options.from !== undefined) refuseNothing(workspace, earlier, [options.from]);
  saySkipped(io, workspace, earlier, lang);
  const intake = intakeOf(
    plan,
    readReports(earlier.files, workspace.shown),
    '9999-12-31',
    readRegisters(earlier.registers, workspace.shown),
  );
  sayUnread(io, intake, lang);
  const folder = folderAt(io, options.output ?? join(relative(io.cwd, reportsFolder(workspace)), period.id));
  const schema = schemaFrom(workspace, folder, 'report');

  for (const owner of chosen) {
    const given = templateGiven({ intake, planOf: () => plan }, owner, period);
    const isForm = options.format === 'xlsx';
    const content = isForm ? formTemplate(given, lang) : template(given, schema, lang);
    create(io, workspace, join(folder, `${owner.id}.${isForm ? 'xlsx' : 'yaml'}`), content, lang);
  }
  return 0;
}

/** What a body's template for a period is filled with. */
export function templateGiven(
  { intake, planOf }: Pick<Facts, 'intake' | 'planOf'>,
  owner: Owner,
  period: Period,
): TemplateGiven {
  const plan = planOf(period);
  return {
    plan,
    owner,
    period,
    previous: (task) => [...intake.before(owner, period, task)][0],
    isGoing: (task) => triggerOf(intake.register, task, plan.dueDay(period)) !== undefined,
  };
}

/** Puts a file where there is none, and says so either way. */
export function create(io: Io, workspace: Workspace, path: string, content: string | Uint8Array, lang: Lang): void {
  const isNew = createFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const said = isNew
    ? { vi: 'đã tạo', en: 'made' }
    : { vi: 'đã có, giữ nguyên', en: 'left alone, it is there already' };
  io.stdout.write(`${said[lang]}: ${visible(workspace.shown(path))}\n`);
}

/** The coordinator's register, empty, beside the reports. */
function registerTemplate(
  io: Io,
  workspace: Workspace,
  plan: Plan,
  { output, period: given }: TemplateOptions,
  lang: Lang,
): ExitCode {
  const period = given === undefined ? periodOfToday(plan, io) : named(plan, given).id;
  const folder = folderAt(io, output ?? reportsFolder(workspace));
  const path = join(folder, 'register.yaml');
  create(io, workspace, path, registerForm(plan, period, schemaFrom(workspace, folder, 'register'), lang), lang);
  return 0;
}

/** In the place of bodies that exist no more, those that have taken over; whom that concerns is said. */
function presentBodies(io: Io, plan: Plan, owners: ReadonlySet<Owner>, lang: Lang): Owner[] {
  const present = [...owners].flatMap((owner) => {
    if (!plan.endingOf(owner)) return [owner];
    const heirs = ownersIn(plan, plan.lineage.heirs(owner.id)).filter((heir) => heir !== owner);
    const now = listOf(
      heirs.map(({ name }) => name),
      lang,
    );
    const said: Text =
      heirs.length > 0
        ? { vi: `${owner.name} nay là ${now}`, en: `${owner.name} is now ${now}` }
        : { vi: `${owner.name} đã kết thúc, không phải báo cáo`, en: `${owner.name} has ended and owes no report` };
    io.stderr.write(`${visible(said[lang])}\n`);
    return heirs;
  });
  return [...new Set(present)];
}

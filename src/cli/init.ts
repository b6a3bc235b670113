import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { groupBy } from '../group.ts';
import { type Lang, formatNumber, plural } from '../lang.ts';
import { intakeOf } from '../model/intake.ts';
import { openFile } from '../read/bytes.ts';
import { formTemplate } from '../view/form/template.ts';
import type { CiName } from '../choices.ts';
import { repositoryFiles } from '../view/repository.ts';
import { registerForm, template } from '../view/template.ts';
import { visible } from '../view/visible.ts';
import { createFile } from '../write/write.ts';
import type { ExitCode, Io } from './io.ts';
import { named, periodOfToday } from './periods.ts';
import { folderAt } from './output.ts';
import { type ReportOptions } from './session.ts';
import { langOf } from './speech.ts';
import { templateGiven } from './template.ts';
import { UsageError } from './usage.ts';
import { SCHEMAS, planFolder, soundPlan, workspaceAt } from './workspace.ts';

export interface InitOptions extends Pick<ReportOptions, 'plan' | 'lang' | 'period'> {
  readonly ci: CiName;
  readonly format: 'xlsx' | 'yaml';
  readonly pinned?: boolean;
}

const REPORTS: Readonly<Record<Lang, string>> = { vi: 'bao-cao', en: 'reports' };
/** Forms to send out stand apart from the reports that come back: an empty one is no report. */
const TEMPLATES: Readonly<Record<Lang, string>> = { vi: 'mau', en: 'templates' };
/** The schemas that editors complete by: of what is written in the repository, and of the plan where it is copied. */
const OF_REPORTS = ['config', 'register', 'report'];
const OF_PLANS = ['amendment', 'holidays', 'owners', 'papers', 'plan', 'references', 'tasks', 'versions'];

/** `dondoc init [FOLDER]`: a repository of reports on a plan; what is there already is left alone, and said. */
export function initVerb(io: Io, folder: string | undefined, options: InitOptions): ExitCode {
  const workspace = workspaceAt(io);
  const root = folderAt(io, folder ?? '.');
  const source = planFolder(workspace, options.plan);
  const plan = soundPlan(workspace, source, undefined, io);
  const lang = langOf(options.lang, workspace, plan);
  const period = named(plan, options.period ?? periodOfToday(plan, io));
  const reports = REPORTS[lang];
  const templates = TEMPLATES[lang];
  const copy = `plan/${basename(source)}`;

  const files = new Map<string, string | Uint8Array>(
    repositoryFiles(
      {
        plan,
        planName: options.pinned ? plan.number : copy,
        reports,
        templates,
        period: period.id,
        ci: options.ci,
      },
      lang,
    ),
  );
  if (!options.pinned) for (const { name, bytes } of filesBelow(source)) files.set(`${copy}/${name}`, bytes);
  const completed = options.pinned ? OF_REPORTS : [...OF_REPORTS, ...OF_PLANS];
  for (const { name, bytes } of filesBelow(SCHEMAS))
    if (completed.includes(name.replace('.schema.json', ''))) files.set(`schemas/${name}`, bytes);
  const then = plan.on(plan.dueDay(period));
  const intake = intakeOf(then, [], plan.dueDay(period));
  for (const owner of then.reporters) {
    const given = templateGiven({ intake, planOf: () => then }, owner, period);
    const content =
      options.format === 'xlsx' ? formTemplate(given, lang) : template(given, '../../schemas/report.schema.json', lang);
    files.set(`${templates}/${period.id}/${owner.id}.${options.format}`, content);
  }
  // git keeps no empty folder: this file holds the place of the first period's reports.
  files.set(`${reports}/${period.id}/.gitkeep`, '');
  files.set(`${reports}/register.yaml`, registerForm(plan, period.id, '../schemas/register.schema.json', lang));

  const outcome = [...files].map(([name, content]) => ({
    name,
    isNew: createFile(join(root, name), typeof content === 'string' ? new TextEncoder().encode(content) : content),
  }));
  const shown = (name: string): string => visible(workspace.shown(join(root, name)));
  const made = groupBy(
    outcome.filter(({ isNew }) => isNew),
    ({ name }) => (name.includes('/') ? dirname(name) : name),
  );
  for (const [place, each] of made) {
    const n = { vi: `${formatNumber(each.length, 'vi')} tệp`, en: plural(each.length, 'file') }[lang];
    const count = each[0].name === place ? '' : `/ (${n})`;
    io.stdout.write(`${{ vi: 'đã tạo', en: 'made' }[lang]}: ${shown(place)}${count}
`);
  }
  for (const { name, isNew } of outcome)
    if (!isNew)
      io.stdout.write(`${{ vi: 'đã có, giữ nguyên', en: 'left alone, it is there already' }[lang]}: ${shown(name)}\n`);
  io.stdout.write(`${next(visible(relative(io.cwd, root)) || '.')[lang]}\n`);
  return 0;
}

const next = (folder: string): Readonly<Record<Lang, string>> => ({
  vi: `Tiếp theo: cd ${visible(folder)} && git init -b main && git add -A && git commit
Gửi từng mẫu cho cơ quan tương ứng; xem README.md.`,
  en: `Next: cd ${visible(folder)} && git init -b main && git add -A && git commit
Send each template to its body; see README.md.`,
});

/** The files of a folder and below, by their paths with forward slashes, in the order of names. */
function filesBelow(folder: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((name) => {
      const opened = openFile(join(folder, name));
      if (opened.kind === 'opened') return { name, bytes: opened.bytes };
      if (opened.kind === 'unreadable' && opened.why === 'empty') return { name, bytes: new Uint8Array() };
      throw new UsageError({
        vi: `không chép được ${name} của kế hoạch: tệp quá lớn hoặc không đọc được; bỏ tệp ra khỏi thư mục, hoặc dùng --pinned`,
        en: `cannot copy ${name} of the plan: it is too large or cannot be read; take it out of the folder, or use --pinned`,
      });
    });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigFile } from '../generated/types.ts';
import { readReports } from '../judge.ts';
import type { Text } from '../lang.ts';
import { findFiles } from '../read/files.ts';
import { rules } from '../rules/index.ts';
import type { Path } from '../source.ts';
import { filesOfPlan } from '../read/plan.ts';
import { VERSION } from '../version.ts';
import { type Origin, type Setting, configJson, configText } from '../view/config.ts';
import { visible } from '../view/visible.ts';
import type { FORMATS } from './formats.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { baselinePath } from './known.ts';
import { type OutputOptions, publish } from './outputs.ts';
import { settingOf } from './rules.ts';
import type { ReportOptions } from './session.ts';
import { identityOf, planFolder, planLanguage, reportPaths, workspaceAt } from './workspace.ts';

export interface ConfigOptions extends Pick<ReportOptions, 'plan' | 'lang'>, OutputOptions {
  readonly failOn?: FailOn;
  readonly baseline?: string;
}

const unread: Text = {
  vi: 'không đọc được kế hoạch; dondoc plan check cho biết lý do',
  en: 'the plan cannot be read; dondoc plan check says why',
};
const DEFAULT: Origin = { kind: 'default' };

/** `dondoc config`: what is in force here, and where each value comes from. */
export async function configVerb(io: Io, options: ConfigOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const { settings, file, weights, shown } = workspace;
  const written = (path: Path): Origin =>
    file ? { kind: 'file', file: file.file, line: file.place(path, 'key').line } : DEFAULT;
  const from = (option: unknown, key: keyof ConfigFile): Origin | undefined =>
    option !== undefined ? { kind: 'option' } : settings[key] !== undefined ? written([key]) : undefined;

  const folders = reportPaths(workspace, []);
  // Without a plan named it is the one that most reports name.
  const reports = from(options.plan, 'plan') ? [] : findFiles(folders.filter(existsSync)).files;
  const folder = planFolder(workspace, options.plan, readReports(reports, shown));
  const { number, language } = identityOf(folder);
  const lang = options.lang ?? settings.lang ?? planLanguage(folder);
  if (number === undefined) io.stderr.write(`${visible(shown(join(folder, 'plan.yaml')))}: ${unread[lang]}\n`);
  const inForce: Setting[] = [
    {
      name: 'plan',
      value: number === undefined ? shown(folder) : `${number} (${shown(folder)})`,
      from: from(options.plan, 'plan') ?? DEFAULT,
    },
    { name: 'reports', value: folders.map(shown).join(', '), from: from(undefined, 'reports') ?? DEFAULT },
    {
      name: 'lang',
      value: lang,
      from: from(options.lang, 'lang') ?? (language === undefined ? DEFAULT : { kind: 'plan' }),
    },
    {
      name: 'fail-on',
      value: options.failOn ?? settings['fail-on'] ?? 'error',
      from: from(options.failOn, 'fail-on') ?? DEFAULT,
    },
    {
      name: 'filed-by',
      value: settings['filed-by'] ?? 'report',
      from: from(undefined, 'filed-by') ?? DEFAULT,
    },
    {
      name: 'baseline',
      value: shown(baselinePath(workspace, options.baseline)),
      from: from(options.baseline, 'baseline') ?? DEFAULT,
    },
    { name: 'cache', value: String(settings.cache ?? false), from: from(undefined, 'cache') ?? DEFAULT },
  ];
  const ofRules = rules.map((rule) => {
    const key = settingOf(settings, rule);
    return {
      rule,
      severity: weights.get(rule.code) ?? rule.severity,
      from: key === undefined ? DEFAULT : written(['rules', key]),
    };
  });
  await publish<(typeof FORMATS.config)[number]>(
    io,
    options,
    () => [...(file ? [file.file] : []), ...filesOfPlan(folder)],
    {
      text: (drawing) => configText(inForce, ofRules, lang, drawing),
      json: () => configJson(inForce, ofRules, VERSION),
    },
  );
  return 0;
}

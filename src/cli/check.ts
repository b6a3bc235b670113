import type { Lang } from '../lang.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { placeText } from '../source.ts';
import { summarize, turnsIn } from './ci.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { exitCode } from './output.ts';
import type { FORMATS } from './formats.ts';
import { type Makers, type OutputOptions, publish } from './outputs.ts';
import { ruleNamed, settingOf } from './rules.ts';
import { type ReportOptions, openSession } from './session.ts';
import { type Workspace, workspaceAt } from './workspace.ts';

export interface CheckOptions extends ReportOptions, OutputOptions {
  readonly rule?: readonly string[];
  readonly failOn?: FailOn;
  readonly quiet?: boolean;
  readonly limit?: number;
}

/** `dondoc check`: reports against their plan. */
export async function checkVerb(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const wanted = options.rule?.map((written) => ruleNamed(written).code);
  const workspace = workspaceAt(io);
  const session = openSession(io, paths, options);
  sayOff(io, workspace, wanted ?? [], session.lang);
  const { facts, lang, provenance, excerpt, inputs } = session;
  const findings = wanted ? session.findings.filter(({ rule }) => wanted.includes(rule.code)) : session.findings;
  const brevity = { quiet: options.quiet ?? false, ...(options.limit === undefined ? {} : { limit: options.limit }) };
  const markdown = async (): Promise<string> => {
    const { findingsMarkdown } = await import('../view/check-markdown.ts');
    return findingsMarkdown(facts, findings, provenance, lang);
  };
  const makers: Makers<(typeof FORMATS.check)[number]> = {
    text: async (drawing) => {
      const { findingsText } = await import('../view/text.ts');
      return findingsText(facts, findings, provenance, lang, drawing, excerpt, brevity);
    },
    json: async () => {
      const { findingsJson } = await import('../view/json.ts');
      return findingsJson(facts, findings, provenance, lang);
    },
    sarif: async () => {
      const { findingsSarif } = await import('../view/sarif.ts');
      return findingsSarif(facts, findings, provenance, lang);
    },
    junit: async () => {
      const { findingsJunit } = await import('../view/junit.ts');
      return findingsJunit(facts, findings, lang);
    },
    github: async () => {
      const { findingsGithub } = await import('../view/github.ts');
      return findingsGithub(findings, lang);
    },
    gitlab: async () => {
      const { findingsGitlab } = await import('../view/gitlab.ts');
      return findingsGitlab(findings, lang);
    },
    markdown,
  };
  // Who asks for brevity asks for text: no other form has it.
  const turns = options.quiet || options.limit !== undefined ? [options] : turnsIn(io, options, lang);
  for (const turn of turns) await publish(io, turn, inputs, makers);
  await summarize(io, turns, markdown);
  const failOn = options.failOn ?? workspace.settings['fail-on'] ?? 'error';
  return exitCode(findings, failOn);
}

/** A rule that was asked for by name and is off in the settings finds nothing, which is said. */
function sayOff(io: Io, { settings, file, weights }: Workspace, wanted: readonly Rule['code'][], lang: Lang): void {
  for (const rule of rules.filter(({ code }) => wanted.includes(code) && weights.get(code) === 'off'))
    io.stderr.write(
      `${file ? placeText(file.place(['rules', settingOf(settings, rule) ?? ''], 'key')) : ''}: ${
        { vi: `quy tắc ${rule.code} ${rule.name} đang tắt`, en: `rule ${rule.code} ${rule.name} is off` }[lang]
      }\n`,
    );
}

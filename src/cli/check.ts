import { rules } from '../rules/index.ts';
import { closest } from '../fold.ts';
import { summarize, turnsIn } from './ci.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { exitCode } from './output.ts';
import type { FORMATS } from './formats.ts';
import { type Makers, type OutputOptions, publish } from './outputs.ts';
import { type ReportOptions, openSession } from './session.ts';
import { UsageError } from './usage.ts';
import { workspaceAt } from './workspace.ts';

export interface CheckOptions extends ReportOptions, OutputOptions {
  readonly rule?: readonly string[];
  readonly failOn?: FailOn;
  readonly quiet?: boolean;
  readonly limit?: number;
}

/** `dondoc check`: reports against their plan. */
export async function checkVerb(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const wanted = options.rule?.map(ruleNamed);
  const session = openSession(io, paths, options);
  const { facts, lang, provenance, excerpt, inputs } = session;
  const findings = wanted ? session.findings.filter(({ rule }) => wanted.includes(rule.code)) : session.findings;
  const brevity = { quiet: options.quiet ?? false, ...(options.limit === undefined ? {} : { limit: options.limit }) };
  const markdown = async (): Promise<string> => {
    const { findingsMarkdown } = await import('../view/check/markdown.ts');
    return findingsMarkdown(facts, findings, provenance, lang);
  };
  const makers: Makers<(typeof FORMATS.check)[number]> = {
    text: async (drawing) => {
      const { findingsText } = await import('../view/check/text.ts');
      return findingsText(facts, findings, provenance, lang, drawing, excerpt, brevity);
    },
    json: async () => {
      const { findingsJson } = await import('../view/json.ts');
      return findingsJson(facts, findings, provenance, lang);
    },
    sarif: async () => {
      const { findingsSarif } = await import('../view/check/sarif.ts');
      return findingsSarif(facts, findings, provenance, lang);
    },
    junit: async () => {
      const { findingsJunit } = await import('../view/check/junit.ts');
      return findingsJunit(facts, findings, lang);
    },
    github: async () => {
      const { findingsGithub } = await import('../view/check/github.ts');
      return findingsGithub(findings, lang);
    },
    gitlab: async () => {
      const { findingsGitlab } = await import('../view/check/gitlab.ts');
      return findingsGitlab(findings, lang);
    },
    markdown,
  };
  // Who asks for brevity asks for text: no other form has it.
  const turns = options.quiet || options.limit !== undefined ? [options] : turnsIn(io, options, lang);
  for (const turn of turns) await publish(io, turn, inputs, makers);
  await summarize(io, turns, markdown);
  const failOn = options.failOn ?? workspaceAt(io).settings['fail-on'] ?? 'error';
  return exitCode(findings, failOn);
}

/** A rule's code from its code or name. */
function ruleNamed(written: string): string {
  const rule = rules.find(({ code, name }) => code === written.toUpperCase() || name === written.toLowerCase());
  if (rule) return rule.code;
  const near = closest(
    written,
    rules.flatMap(({ code, name }) => [code, name]),
  );
  throw new UsageError({
    vi: `không có quy tắc “${written}”${near ? `; có phải ${near}?` : '.'} Xem danh sách: dondoc explain`,
    en: `no rule “${written}”${near ? `; did you mean ${near}?` : '.'} For the list: dondoc explain`,
  });
}

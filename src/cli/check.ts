import { rules } from '../rules/index.ts';
import { closest } from '../fold.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { exitCode } from './output.ts';
import type { FORMATS } from './formats.ts';
import { type OutputOptions, publish } from './outputs.ts';
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
  await publish<(typeof FORMATS.check)[number]>(io, options, inputs, {
    text: async (drawing) => {
      const { findingsText } = await import('../view/text.ts');
      return findingsText(facts, findings, provenance, lang, drawing, excerpt, brevity);
    },
    json: async () => {
      const { findingsJson } = await import('../view/json.ts');
      return findingsJson(facts, findings, provenance, lang);
    },
  });
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

import { resolve } from 'node:path';
import { reportRules } from '../rules/index.ts';
import { limited } from '../rules/limit.ts';
import { weighed } from '../rules/weights.ts';
import { sayBaseline, sayOff, sayTouched } from './asides.ts';
import { summarize, turnsIn } from './ci.ts';
import { comparisonOf } from './comparison.ts';
import { realPath, touchedSince } from './git.ts';
import type { ExitCode, FailOn, FiledBy, Io } from './io.ts';
import { emit, exitCode } from './output.ts';
import { besidesThose } from './periods.ts';
import type { FORMATS } from './formats.ts';
import { type Makers, type OutputOptions, asksFor, publish, refuseOneFile } from './outputs.ts';
import { ruleNamed, severityOf } from './rules.ts';
import { openCheck } from './folder.ts';
import type { Checked, Opening, ReportOptions } from './session.ts';
import type { CheckedShare } from './shard.ts';
import { typedReport } from './stdin.ts';
import { workspaceAt } from './workspace.ts';

export interface CheckOptions extends ReportOptions, OutputOptions {
  readonly rule?: readonly string[];
  readonly failOn?: FailOn;
  readonly quiet?: boolean;
  readonly limit?: number;
  readonly baseline?: string;
  readonly filedBy?: FiledBy;
  /** `true` where no commit was named. */
  readonly changed?: string | true;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly cache?: boolean;
  /** Which share of the folder, `2/4`; where what it came to is kept; and kept shares to go by instead. */
  readonly shard?: string;
  readonly snapshot?: string;
  readonly from?: readonly string[];
}

/**
 * `dondoc check`: reports against their plan. Findings of the baseline do not count. What the baseline holds and is found
 * no more weighs as much as its rule, as unmatched entries fail in PHPStan and ESLint: left standing, it would hide the
 * same fault when it comes back.
 */
export async function checkVerb(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const wanted = options.rule?.map((written) => ruleNamed(written).code);
  const workspace = workspaceAt(io);
  const touched = options.changed
    ? touchedSince(io, options.changed === true ? undefined : options.changed)
    : undefined;
  const typed = options.stdin || options.stdinFilename !== undefined ? typedReport(io, options) : undefined;
  /** Which of the reports are asked about, where not all are. */
  const isMeant =
    (touched && ((file: string): boolean => touched.paths.has(realPath(resolve(io.cwd, file))))) ??
    (typed && ((file: string): boolean => file === workspace.shown(typed.path)));
  const session = await opened(io, paths, options, {
    baseline: options.baseline,
    filedBy: options.filedBy,
    typed,
    ...(isMeant ? { select: besidesThose(isMeant) } : {}),
    isWhole: asksFor(options, 'junit') || touched !== undefined,
  });
  const { scope, lang, excerpt, inputs, known } = session;
  sayOff(io, workspace, wanted ?? [], lang);
  const files = isMeant && session.reports.filter(isMeant);
  if (touched && files) sayTouched(io, files, touched.since, lang);
  const selected = session.findings.filter(
    ({ rule, place }) => (!wanted || wanted.includes(rule.code)) && (!files || files.includes(place.file)),
  );
  const all = selected.filter((finding) => !known?.known.has(finding));
  const findings = limited(all, weighed(reportRules, workspace.weights), new Set(session.reports));
  const baseline = known && {
    ...known,
    until: known.baseline.until,
    known: selected.filter((finding) => known.known.has(finding)),
    fixed: wanted || files ? [] : known.fixed,
  };
  if (baseline) sayBaseline(io, baseline, lang);
  const provenance = { ...session.provenance, ...(baseline ? { baseline } : {}) };
  const brevity = { quiet: options.quiet ?? false, ...(options.limit === undefined ? {} : { limit: options.limit }) };
  const markdown = async (): Promise<string> => {
    const { findingsMarkdown } = await import('../view/check/markdown.ts');
    const asked = { workspace, session, options, filedBy: options.filedBy, wanted };
    const comparison = comparisonOf(io, asked, selected, { touched, baseline });
    return findingsMarkdown(scope, findings, provenance, lang, comparison);
  };
  const makers: Makers<(typeof FORMATS.check)[number]> = {
    text: async (drawing) => {
      const { findingsText } = await import('../view/check/text.ts');
      return findingsText(scope, findings, provenance, lang, drawing, excerpt, brevity);
    },
    json: async () => {
      const { findingsJson } = await import('../view/json.ts');
      return findingsJson(scope, findings, provenance, lang);
    },
    sarif: async () => {
      const { findingsSarif } = await import('../view/check/sarif.ts');
      return findingsSarif(scope, findings, provenance, lang);
    },
    junit: async () => {
      const { findingsJunit } = await import('../view/check/junit.ts');
      if (session.facts === undefined) throw new Error('the ledger is needed for JUnit');
      // Every obligation has its case there.
      return findingsJunit(session.facts, all, lang);
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
  if (options.snapshot !== undefined && session.snapshot) emit(io, options.snapshot, inputs, session.snapshot());
  const failOn = options.failOn ?? workspace.settings['fail-on'] ?? 'error';
  const stale = (baseline?.fixed ?? []).map(({ rule }) => ({ severity: severityOf(rule, workspace.weights) }));
  return exitCode([...findings, ...stale], failOn);
}

/** The folder, a share of it, or shares that were checked before. */
async function opened(
  io: Io,
  paths: readonly string[],
  options: CheckOptions,
  opening: Opening & { readonly isWhole: boolean },
): Promise<Checked & Partial<Pick<CheckedShare, 'facts' | 'snapshot'>>> {
  if (options.from) {
    const { openShares } = await import('./joined.ts');
    return openShares(io, paths, options, { ...opening, isVerdict: true });
  }
  if (options.shard === undefined && options.snapshot === undefined) return openCheck(io, paths, options, opening);
  refuseOneFile(io, options);
  const { openShard, shardNamed } = await import('./shard.ts');
  return openShard(io, paths, options, { ...opening, shard: shardNamed(options.shard) });
}

import type { Day } from '../day.ts';
import type { Lang } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import type { Scope } from '../model/scope.ts';
import type { Recognised } from '../rules/baseline.ts';
import type { CheckedPlan } from '../rules/check.ts';
import { type Finding, messageOf } from '../rules/rule.ts';
import type { Place } from '../source.ts';

/** What the figures of an output rest on. */
export interface Provenance {
  readonly tool: string;
  /** Files read. */
  readonly files: number;
  /** Files that are reports of this plan by a known owner for a known period. */
  readonly reports: number;
  readonly refused: number;
  /** Findings recorded before, which are not among those shown; what was recorded and is found no more. */
  readonly baseline?: Pick<Recognised, 'fixed' | 'isExpired'> & {
    readonly file: string;
    readonly until: Day;
    readonly known: readonly Finding[];
  };
}

export const provenanceOf = ({ files, reports, refused }: Scope, tool: string): Provenance => ({
  tool,
  files,
  reports,
  refused,
});

/** What was judged, by what, on which day. */
type Judged = Pick<Facts, 'plan' | 'asOf' | 'periods'>;

/** What every JSON output begins with. */
export const head = (name: string, { plan, asOf, periods }: Judged, { tool }: Provenance): Record<string, unknown> => ({
  schema: `urn:dondoc:schema:${name}`,
  tool: `dondoc ${tool}`,
  plan: plan.number,
  version: plan.version,
  fingerprint: plan.fingerprint,
  asOf,
  periods: periods.map(({ id }) => id),
});

export const print = (data: unknown): string => `${inert(JSON.stringify(data, undefined, 2))}\n`;

/** What would act on a terminal or in a log stays escaped in JSON too: C1 controls, bidirectional marks, line separators, `##[`. */
export const inert = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|(?<=##)\[/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Findings as the published findings.schema.json has them. */
export function findingsJson(judged: Judged, findings: readonly Finding[], provenance: Provenance, lang: Lang): string {
  return print({
    ...head('findings', judged, provenance),
    summary: {
      files: provenance.files,
      reports: provenance.reports,
      errors: count(findings, 'error'),
      warnings: count(findings, 'warning'),
      infos: count(findings, 'info'),
    },
    baseline: provenance.baseline && baselineJson(provenance.baseline),
    findings: findings.map((finding) => findingJson(finding, lang)),
  });
}

const baselineJson = ({
  file,
  until,
  isExpired,
  known,
  fixed,
}: NonNullable<Provenance['baseline']>): Record<string, unknown> => ({
  file,
  until,
  expired: isExpired,
  known: known.length,
  fixed,
});

/** What the plan's own rules found, in the same form; without a plan where its files are too faulty to say which. */
export function planFindingsJson({ plan, findings, files, asOf }: CheckedPlan, tool: string, lang: Lang): string {
  return print({
    schema: 'urn:dondoc:schema:findings',
    tool: `dondoc ${tool}`,
    plan: plan?.number ?? null,
    version: plan?.version ?? null,
    fingerprint: plan?.fingerprint ?? null,
    asOf: asOf ?? null,
    periods: [],
    summary: {
      files: files.length,
      reports: 0,
      errors: count(findings, 'error'),
      warnings: count(findings, 'warning'),
      infos: count(findings, 'info'),
    },
    findings: findings.map((finding) => findingJson(finding, lang)),
  });
}

const findingJson = (finding: Finding, lang: Lang): Record<string, unknown> => ({
  code: finding.rule.code,
  name: finding.rule.name,
  severity: finding.severity,
  message: messageOf(finding, lang),
  ...placeJson(finding.place),
  owner: finding.owner?.id,
  task: finding.task?.id,
  period: finding.period,
  data: finding.data,
  related: finding.related.map(placeJson),
});

/** A place as every JSON output gives it; what is not defined is left out of that. */
export const placeJson = ({ file, line, column, endColumn, cell }: Place): Record<string, unknown> => ({
  file,
  line,
  column,
  endColumn,
  sheet: cell?.sheet,
  cell: cell?.name,
  title: cell?.title,
});

/** Percent with one decimal, half away from zero; `null` of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

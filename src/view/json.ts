import type { Lang } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import { VIEWS_BY, type Counts, listsOf, tableOf } from '../model/summary.ts';
import { nameOf } from '../model/amend.ts';
import type { Row } from '../model/ledger.ts';
import type { CheckedPlan } from '../rules/check.ts';
import { type Finding, messageOf } from '../rules/rule.ts';
import { type Place, placeOf } from '../source.ts';

/** What the figures of an output rest on. */
export interface Provenance {
  readonly tool: string;
  /** Files read. */
  readonly files: number;
  /** Files that are reports of this plan by a known owner for a known period. */
  readonly reports: number;
  readonly refused: number;
}

/** What every JSON output begins with. */
export const head = (name: string, { plan, asOf, periods }: Facts, { tool }: Provenance): Record<string, unknown> => ({
  schema: `urn:dondoc:schema:${name}`,
  tool: `dondoc ${tool}`,
  plan: plan.number,
  version: plan.version,
  fingerprint: plan.fingerprint,
  asOf,
  periods: periods.map(({ id }) => id),
});

/** What would act on a terminal stays escaped in JSON too: C1 controls, bidirectional marks, line separators. */
export const print = (data: unknown): string =>
  `${JSON.stringify(data, undefined, 2).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;

const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Findings as the published findings.schema.json has them. */
export function findingsJson(facts: Facts, findings: readonly Finding[], provenance: Provenance, lang: Lang): string {
  return print({
    ...head('findings', facts, provenance),
    summary: {
      files: provenance.files,
      reports: provenance.reports,
      errors: count(findings, 'error'),
      warnings: count(findings, 'warning'),
      infos: count(findings, 'info'),
    },
    findings: findings.map((finding) => findingJson(finding, lang)),
  });
}

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
  ...(finding.owner ? { owner: finding.owner.id } : {}),
  ...(finding.task ? { task: finding.task.id } : {}),
  ...(finding.period === undefined ? {} : { period: finding.period }),
  data: finding.data,
  related: finding.related.map(placeJson),
});

const placeJson = ({ file, line, column, endColumn, cell }: Place): Record<string, unknown> => ({
  file,
  line,
  column,
  ...(endColumn === undefined ? {} : { endColumn }),
  ...(cell ? { sheet: cell.sheet, cell: cell.name, ...(cell.title === undefined ? {} : { title: cell.title }) } : {}),
});

/** The ledger and its tables as the published summary.schema.json has them. */
export function summaryJson(facts: Facts, provenance: Provenance): string {
  const { overdue, unreported, dueSoon } = listsOf(facts);
  const index = new Map(facts.rows.map((row, i) => [row, i]));
  const indexes = (rows: readonly Row[]): unknown[] => rows.map((row) => index.get(row));
  return print({
    ...head('summary', facts, provenance),
    files: { read: provenance.files, reports: provenance.reports, refused: provenance.refused },
    rows: facts.rows.map(rowJson),
    tables: Object.fromEntries(
      VIEWS_BY.map((by) => {
        const { lines, total } = tableOf(facts.rows, by, facts.plan);
        return [
          by,
          {
            lines: lines.map((line) => ({ id: line.id, label: line.label, ...countsJson(line) })),
            total: countsJson(total),
          },
        ];
      }),
    ),
    lists: { overdue: indexes(overdue), unreported: indexes(unreported), dueSoon: indexes(dueSoon) },
  });
}

const countsJson = ({
  tasks,
  rows,
  classes,
  unreportedPastDeadline,
  completed,
  overdue,
  saidCompleted,
  accepted,
  returned,
  due,
}: Counts): Record<string, unknown> => ({
  tasks,
  rows,
  classes,
  unreportedPastDeadline,
  completed,
  overdue,
  saidCompleted,
  accepted,
  returned,
  due,
  completedOfAll: share(completed, rows),
  completedOfDue: share(completed, due),
});

/** Percent with one decimal, half away from zero; `null` of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;

const rowJson = (row: Row): Record<string, unknown> => ({
  task: row.task.id,
  owner: row.owner.id,
  lead: row.lead.id,
  period: row.period.id,
  due: row.due,
  deadline: row.deadline ?? null,
  signed: row.task.deadline?.extensions[0]?.from ?? null,
  basis: row.basis ?? null,
  class: row.class,
  reason: row.why ?? null,
  pastDeadline: row.pastDeadline,
  completed: row.completed ?? null,
  waiver: row.waiver
    ? { reason: row.waiver.reason, document: nameOf(row.waiver.amendment), until: row.waiver.until ?? null }
    : null,
  appraisal: row.entry?.appraisal?.data.verdict ?? null,
  trigger: row.trigger?.data.day ?? null,
  letter: row.letter?.data.number ?? null,
  place: placeJson(placeOf(row.entry?.at() ?? row.task.at('id'))),
});

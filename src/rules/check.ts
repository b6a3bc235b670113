import { type Place, type Source, type Spot, placeOf, placeText } from '../source.ts';
import type { Day } from '../day.ts';
import type { Facts } from '../model/facts.ts';
import type { Published } from '../model/history.ts';
import type { Plan } from '../model/plan.ts';
import type { Finding, Hit, Rule } from './rule.ts';

/** A plan with what its own rules say of it. Broken where that includes an error. */
export interface CheckedPlan {
  readonly findings: readonly Finding[];
  /** Absent where the files are too faulty to say what the plan is. */
  readonly plan?: Plan;
  /** Every version of it, the plan as signed first. */
  readonly versions?: readonly Plan[];
  /** Those among them that were published, as they were recorded. */
  readonly published?: readonly Published[];
  readonly files: readonly Source[];
  /** The day it was judged by; absent without a plan. */
  readonly asOf?: Day;
}

/** Other places that one finding points to at most: more than anyone looks up. */
const MOST_RELATED = 50;

/** Every rule over the same facts; sorted by file, line, column and code, each finding once. */
export function check(rules: readonly Rule[], facts: Facts): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) for (const hit of rule.check(facts)) findings.push(findingOf(rule, hit));
  return inOrder(findings);
}

function findingOf(rule: Rule, hit: Hit): Finding {
  const { at, data, severity = rule.severity, related = [], owner, task, period } = hit;
  const place = placed(at);
  return {
    rule,
    severity,
    place,
    data,
    related: related
      .slice(0, MOST_RELATED)
      .map(placed)
      .filter((other) => !isSame(other, place)),
    ...(owner ? { owner } : {}),
    ...(task ? { task } : {}),
    ...(period === undefined ? {} : { period }),
  };
}

/** Sorted by file, line, column and code, each finding once. */
export const inOrder = (findings: readonly Finding[]): Finding[] => once([...findings].sort(byPlace));

const placed = (at: Spot | Place): Place => ('line' in at ? at : placeOf(at));

const isSame = (a: Place, b: Place): boolean => placeText(a) === placeText(b);

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** File, sheet, line, column, code; then the data, so that the order never depends on anything else. */
const byPlace = (a: Finding, b: Finding): number =>
  compare(a.place.file, b.place.file) ||
  compare(a.place.cell?.sheet ?? '', b.place.cell?.sheet ?? '') ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  compare(a.rule.code, b.rule.code) ||
  compare(JSON.stringify(a.data), JSON.stringify(b.data));

const once = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding, i) => {
    const before = findings[i - 1];
    return before === undefined || byPlace(before, finding) !== 0;
  });

import { groupBy } from '../group.ts';
import type { FoundFault } from '../model/names.ts';
import { pinned } from '../source.ts';
import { inOrder } from './check.ts';
import { fileFindings } from './index.ts';
import { type Finding, type Rule, SEVERITIES } from './rule.ts';

/** So many findings are told of one file; whoever has mended these is told of others. */
export const MOST_FINDINGS = 100;

/**
 * Findings as they are told: of a file with too many the gravest, in their order, and one that counts the others. Only
 * the given files are limited, where not all are: what is found at a plan's own lines is about those who report.
 */
export function limited(
  findings: readonly Finding[],
  rules: readonly Rule[],
  files?: ReadonlySet<string>,
): readonly Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings;
  const surplus = [...groupBy(findings, ({ place }) => place.file)]
    .filter(([file, found]) => found.length > MOST_FINDINGS && (files?.has(file) ?? true))
    .map(([, found]) => byGravity(found).slice(MOST_FINDINGS));
  if (surplus.length === 0) return findings;
  const left = new Set(surplus.flat());
  return inOrder([
    ...findings.filter((finding) => !left.has(finding)),
    ...fileFindings({ faults: surplus.flatMap(counted) }, rules),
  ]);
}

const byGravity = (findings: readonly Finding[]): Finding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

/** That there are so many others, at the place of the first of them. */
function counted([first, ...others]: readonly Finding[]): FoundFault[] {
  if (first === undefined) return [];
  const { place, severity } = first;
  const about = { path: [], part: 'value', place, severity, count: others.length + 1 } as const;
  return [{ source: pinned(place), fault: { kind: 'more-findings', ...about } }];
}

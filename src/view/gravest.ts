import { SEVERITIES, type Finding } from '../rules/rule.ts';

/** The given number of findings that tell most, in the order of telling: the first of each rule before the second of any, errors before warnings. */
export function gravest(findings: readonly Finding[], limit = findings.length): Finding[] {
  const seen = new Map<string, number>();
  const ranked = findings.map((finding) => {
    const turn = seen.get(finding.rule.code) ?? 0;
    seen.set(finding.rule.code, turn + 1);
    // What a report says against the plan tells more than the form of a file.
    const rank = SEVERITIES.indexOf(finding.severity) * 2 + (finding.rule.code.startsWith('DD1') ? 1 : 0);
    return { finding, turn, rank };
  });
  return ranked
    .sort((a, b) => a.turn - b.turn || a.rank - b.rank)
    .slice(0, limit)
    .map(({ finding }) => finding);
}

/** As many findings as a format has room for, in the order in which they were given: every error before any warning, then those that tell most. */
export function fitting(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const kept = new Set(
    SEVERITIES.flatMap((severity) => gravest(findings.filter((finding) => finding.severity === severity))).slice(
      0,
      limit,
    ),
  );
  return findings.filter((finding) => kept.has(finding));
}

import type { Lang } from '../lang.ts';
import { fingerprintsOf } from '../rules/fingerprint.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import { placedMessage } from './finding.ts';
import { print } from './json.ts';
import { visible } from './visible.ts';

const SEVERITY: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** Findings as a code quality report of GitLab. The line of a cell is its row. */
export function findingsGitlab(findings: readonly Finding[], lang: Lang): string {
  const fingerprints = fingerprintsOf(findings);
  return print(
    findings.map((finding) => ({
      description: `${finding.rule.code}: ${visible(placedMessage(finding, lang))}`,
      check_name: finding.rule.name,
      fingerprint: fingerprints.get(finding),
      severity: SEVERITY[finding.severity],
      location: { path: finding.place.file, lines: { begin: finding.place.line } },
    })),
  );
}

import type { Day } from '../day.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Finding } from './rule.ts';

/** One finding that was recorded: known again by its fingerprint; the rest is for people. */
export interface Recorded {
  readonly fingerprint: string;
  /** The code of its rule. */
  readonly rule: string;
  readonly name: string;
  /** From the folder of the settings, as are `reports` of a baseline. */
  readonly file: string;
  readonly owner?: string;
  readonly task?: string;
  readonly period?: string;
}

/** Findings of a day that do not count until another, and who said so. */
export interface Baseline {
  readonly reason: string;
  readonly by: string;
  readonly date: Day;
  /** The last day on which they do not count. */
  readonly until: Day;
  /** The folders and files that were checked. */
  readonly reports: readonly string[];
  readonly findings: readonly Recorded[];
}

/** The findings as a baseline holds them: by file, rule, body, task, period, so that a later one differs in few lines. */
export function recordOf(findings: readonly Finding[], fileOf: (file: string) => string): Recorded[] {
  const fingerprints = fingerprintsOf(findings, fileOf);
  const made = findings.map((finding): Recorded => {
    const { rule, place, owner, task, period } = finding;
    return {
      fingerprint: fingerprints.get(finding) ?? '',
      rule: rule.code,
      name: rule.name,
      file: fileOf(place.file),
      ...(owner ? { owner: owner.id } : {}),
      ...(task ? { task: task.id } : {}),
      ...(period === undefined ? {} : { period }),
    };
  });
  const key = ({ file, rule, owner = '', task = '', period = '', fingerprint }: Recorded): string =>
    [file, rule, owner, task, period, fingerprint].join('\n');
  return made.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What a baseline makes of the findings of today. */
export interface Recognised {
  /** Those that it holds: they do not count. */
  readonly known: ReadonlySet<Finding>;
  /** What it holds and is found no more, though it was looked for: to be taken out. */
  readonly fixed: readonly Recorded[];
  /** Its day has passed: it knows nothing any more. */
  readonly isExpired: boolean;
}

/** Findings against a baseline on a day. `isLookedFor` tells of what it holds whether this check would have found it. */
export function recognised(
  { findings: recorded, until }: Pick<Baseline, 'findings' | 'until'>,
  findings: readonly Finding[],
  asOf: Day,
  fileOf: (file: string) => string,
  isLookedFor: (recorded: Recorded) => boolean,
): Recognised {
  if (asOf > until) return { known: new Set(), fixed: [], isExpired: true };
  const held = new Set(recorded.map(({ fingerprint }) => fingerprint));
  const found = fingerprintsOf(findings, fileOf);
  const still = new Set(found.values());
  return {
    known: new Set(findings.filter((finding) => held.has(found.get(finding) ?? ''))),
    fixed: recorded.filter((each) => !still.has(each.fingerprint) && isLookedFor(each)),
    isExpired: false,
  };
}

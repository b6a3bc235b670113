/** The parts of a version by their weight: someone's obligation, an addition that obliges no one anew, an erratum. */
const LEVELS = ['major', 'minor', 'patch'] as const;
export type Level = (typeof LEVELS)[number];

/** Below 0 where `a` is the older of two versions `1.10.0`, above 0 where it is the newer. */
export function compareVersions(a: string, b: string): number {
  const right = b.split('.').map(Number);
  const differences = a.split('.').map((part, i) => Number(part) - Number(right[i]));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** The version after one, at a level: `1.2.3` is followed by `2.0.0`, `1.3.0` or `1.2.4`. */
export function nextVersion(version: string, level: Level): string {
  const at = LEVELS.indexOf(level);
  return version
    .split('.')
    .map((part, i) => (i < at ? Number(part) : i === at ? Number(part) + 1 : 0))
    .join('.');
}

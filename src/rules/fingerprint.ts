import { createHash } from 'node:crypto';
import type { Finding } from './rule.ts';

/** Data that moves while the fault stays: days gone by, places in a file, and what is only advice or wording. */
const MOVING = new Set([
  ...['days', 'tasks', 'passed', 'years'],
  ...['line', 'lines', 'from', 'to', 'entry', 'first', 'range'],
  ...['suggestions', 'known', 'near', 'fitting', 'example', 'text', 'sample'],
]);

/**
 * A name for each finding by which it is known again: twelve hexadecimal figures over its rule, file, body, task, period
 * and data, without lines, sentences or the day it is judged on. Those that are the same in all of this are numbered in
 * their order. `fileOf` names a file in a way that does not depend on where the command runs.
 */
export function fingerprintsOf(
  findings: readonly Finding[],
  fileOf: (file: string) => string = (file) => file,
): Map<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const { rule, place, owner, task, period, data } = finding;
      const same = JSON.stringify([rule.code, fileOf(place.file), owner?.id, task?.id, period, still(data)]);
      const ordinal = (seen.get(same) ?? 0) + 1;
      seen.set(same, ordinal);
      return [finding, createHash('sha256').update(`${same}${ordinal}`).digest('hex').slice(0, 12)];
    }),
  );
}

/** Data in the order of its fields' names, without what moves. */
const still = (data: unknown): unknown =>
  JSON.parse(
    JSON.stringify(data, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([key]) => !MOVING.has(key))
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : value,
    ),
  );

import fc from 'fast-check';
import { type Day, addDays } from '../src/day.ts';
import type { Source } from '../src/source.ts';
import { report, taskIds } from './ledger-plan.ts';

/** Small sets of reports with whatever may happen: late, early, twice, in the wrong order, blank, contradicting. */
export interface Filed {
  readonly owner: string;
  readonly period: string;
  readonly reported: Day;
  readonly entries: readonly { readonly task: string; readonly said: string }[];
}
export const anyDay = fc.integer({ min: 0, max: 1100 }).map((n) => addDays('2023-01-01', n));
const anyStatus = fc.oneof(
  fc.constantFrom('', 'not-started', 'in-progress', 'blocked', 'none-arisen', 'submitted', 'finished', 'completed'),
  fc
    .tuple(anyDay, anyDay)
    .map(([completed, proven]) => `completed, completed: ${completed}, evidence: [{ date: ${proven} }]`),
  anyDay.map((day) => `submitted, submitted: ${day}`),
  anyDay.map((day) => `completed, completed: ${day}`),
);
const anyEntries = fc.array(fc.record({ task: fc.constantFrom(...taskIds), said: anyStatus }), { maxLength: 8 });
export const anyReport: fc.Arbitrary<Filed> = fc.record({
  owner: fc.constantFrom('a', 'a', 'b', 'c'),
  period: fc.constantFrom('2023', '2024', '2025'),
  reported: anyDay,
  entries: anyEntries,
});
export const anyReports = fc.array(anyReport, { maxLength: 6 });

export const sourcesOf = (filed: readonly Filed[]): Source[] =>
  filed.map(({ owner, period, reported, entries }, i) =>
    report(
      owner,
      period,
      reported,
      entries.map(({ task, said }) => `task: ${task}, status: ${said}`),
      `${i}.yaml`,
    ),
  );

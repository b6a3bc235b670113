import { type Facts, isClass, rowsOf } from './facts.ts';
import type { Row } from './ledger.ts';
import type { Period } from './period.ts';
import type { Owner } from './plan.ts';
import type { Received } from './register.ts';
import type { Report } from './report.ts';

/** Whether a body's report for a period came in. */
export interface Filing {
  /** The body that owed the report on its due day. */
  readonly owner: Owner;
  readonly period: Period;
  /** `no-form`: a document came, but not a report. */
  readonly state: 'filed' | 'no-file' | 'no-form' | 'unusable';
  /** With `filed`, the report that counts; with `unusable`, the one that does not. */
  readonly report?: Report;
  /** With `no-form`, what came instead. */
  readonly letter?: Received;
  /** The rows that a report would answer. */
  readonly rows: readonly Row[];
}

/** The state of each report of a period, in the order of the bodies that owe one; a body whose rows are all waived owes none. */
export function filingsOf(facts: Facts, period: Period): Filing[] {
  const { intake } = facts;
  return facts.planOf(period).reporters.flatMap((owner): Filing[] => {
    if (!facts.answerable.has(owner)) return [];
    const own = rowsOf(facts, owner, period);
    if (own.length > 0 && own.every((row) => isClass(row, 'waived'))) return [];
    const lacking = own.filter(lacksReport);
    const base = { owner, period, rows: lacking };
    const report = intake.counting(owner, period);
    if (report && lacking.length === 0) return [{ ...base, state: 'filed', report }];
    const filed = intake.filed(owner, period);
    const faulty = filed[0] ?? intake.misfiled(owner, period)[0];
    const why = lacking[0]?.why ?? (faulty ? 'unreadable' : 'no-file');
    if (why === 'unreadable') return [{ ...base, state: 'unusable', ...(faulty ? { report: faulty } : {}) }];
    const letter = lacking.find((row) => row.letter)?.letter;
    return [letter ? { ...base, state: 'no-form', letter } : { ...base, state: 'no-file' }];
  });
}

/** Unreported for want of a whole report that can be used, not of an entry in one. */
export const lacksReport = ({ why, entry }: Row): boolean =>
  !entry && (why === 'no-file' || why === 'no-form' || why === 'unreadable');

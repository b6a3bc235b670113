import type { Status } from '../form.ts';
import { type Facts, isCompleted, isOverdue } from './facts.ts';
import { type Row, repeats } from './ledger.ts';
import type { Plan } from './plan.ts';
import { isRegress } from './report.ts';

/** What a snapshot keeps of a row: enough to see what has changed since. */
export interface Kept {
  readonly task: string;
  /** The body that held the task then. */
  readonly owner: string;
  /** The body that led it on the period's due day. */
  readonly lead: string;
  readonly period: string;
  readonly class: Row['class'];
  /** The judging day lay after a deadline that binds. */
  readonly pastDeadline: boolean;
  /** What the entry that decided the class said, and for which period. */
  readonly status?: Status;
  readonly said?: string;
}

/** The ledger as it was on a day. */
export interface Snapshot {
  readonly asOf: string;
  readonly version: string;
  readonly periods: readonly string[];
  readonly rows: readonly Kept[];
}

function keptOf({ task, owner, lead, period, class: is, pastDeadline, entry }: Row): Kept {
  const { status } = entry?.data ?? {};
  const said = entry?.report.period?.id;
  return {
    task: task.id,
    owner: owner.id,
    lead: lead.id,
    period: period.id,
    class: is,
    pastDeadline,
    ...(status ? { status } : {}),
    ...(said === undefined ? {} : { said }),
  };
}

export const snapshotOf = ({ asOf, plan, periods, rows }: Facts): Snapshot => ({
  asOf,
  version: plan.version,
  periods: periods.map(({ id }) => id),
  rows: rows.map(keptOf),
});

/** What became of the ledger since an earlier day, by task and holder. A row may stand in several lists. */
export interface Changes {
  readonly since: Snapshot;
  readonly completed: readonly Row[];
  readonly overdue: readonly Row[];
  readonly reported: readonly Row[];
  /** Completed, reported or at a later stage then, and not any more. */
  readonly movedBack: readonly { readonly row: Row; readonly before: Kept }[];
}

const hasReport = ({ said, period, class: is }: Kept): boolean => said === period && is !== 'unreported';

/** What changed between an earlier state of the ledger and the latest rows of the facts. */
export function changesSince(since: Snapshot, { plan, latestRows }: Facts): Changes {
  const before = byHolder(since, plan);
  const pairs = latestRows.map((row) => {
    const held = before.get(keyOf(row.task.id, row.owner.id)) ?? [];
    // A body may hold the parts of several: each is compared with itself where it was there already.
    const own = held.filter(({ lead }) => lead === row.lead.id);
    // What a later period says is no state before this one.
    const then = (own.length > 0 ? own : held).filter(({ period }) => period <= row.period.id);
    const same = then.filter(({ period }) => period === row.period.id);
    // What starts anew each period is compared within its period alone.
    return { row, same, last: repeats(row.task) ? same : latestOf(then) };
  });
  const of = (isNew: (pair: (typeof pairs)[number]) => boolean): Row[] => pairs.filter(isNew).map(({ row }) => row);
  // Of a period that was due already, and was not looked at, nobody knows what had been reported.
  const isCovered = ({ period, due }: Row): boolean => due >= since.asOf || since.periods.includes(period.id);
  return {
    since,
    completed: of(({ row, last }) => isCompleted(row) && !isAll(last, isCompleted)),
    overdue: of(({ row, last }) => isOverdue(row) && !last.some(isOverdue)),
    reported: of(({ row, same }) => isCovered(row) && hasReport(keptOf(row)) && !isAll(same, hasReport)),
    movedBack: pairs.flatMap(({ row, same, last }) => {
      const now = keptOf(row);
      const worse = [...last, ...same].find(
        (then) =>
          (isCompleted(then) && !isCompleted(now)) ||
          (then.period === now.period && hasReport(then) && !hasReport(now) && !isCompleted(now)) ||
          (hasReport(now) && isRegress(then.status, now.status)),
      );
      return worse ? [{ row, before: worse }] : [];
    }),
  };
}

const isAll = (list: readonly Kept[], is: (kept: Kept) => boolean): boolean => list.length > 0 && list.every(is);

const keyOf = (task: string, owner: string): string => `${task} ${owner}`;

/** The rows of then under the bodies of now. */
function byHolder({ rows, version }: Snapshot, plan: Plan): Map<string, Kept[]> {
  const then = [...plan.earlier, plan].find((each) => each.version === version);
  const since = then?.lineage.successions.length ?? 0;
  const held = new Map<string, Kept[]>();
  for (const kept of rows) {
    const [heir = kept.owner] = plan.lineage.heirs(kept.owner, kept.task, since);
    const key = keyOf(kept.task, heir);
    held.set(key, [...(held.get(key) ?? []), kept]);
  }
  return held;
}

/** Those of the latest period that was due or reported on. */
function latestOf(kept: readonly Kept[]): Kept[] {
  const spoken = kept.filter(({ class: is }) => is !== 'not-due');
  const last = spoken
    .map(({ period }) => period)
    .sort()
    .at(-1);
  return spoken.filter(({ period }) => period === last);
}

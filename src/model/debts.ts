import { type Facts, closedPeriods, isDueSoon, isOverdue } from './facts.ts';
import { type Filing, filingsOf, lacksReport } from './filing.ts';
import type { Row } from './ledger.ts';
import { type Owner, ownersIn } from './plan.ts';

/** What a body owes at the as-of day, for itself and for bodies whose work it has taken over. */
export interface Debts {
  readonly owner: Owner;
  /** Reports whose due day has passed and that did not come in a usable form. */
  readonly reports: readonly Filing[];
  /** Tasks past a binding deadline, one row for each. */
  readonly overdue: readonly Row[];
  /** Tasks that a report which counts leaves out or blank, or whose entry cannot be used or was returned. */
  readonly omitted: readonly Row[];
  /** Tasks whose binding deadline is near; not owed yet. */
  readonly dueSoon: readonly Row[];
}

/** Whether anything is owed: what is only due soon is not. */
export const owesSomething = ({ reports, overdue, omitted }: Debts): boolean =>
  reports.length + overdue.length + omitted.length > 0;

/** The debts of each body that holds a task or owes a report, in the order of owners.yaml, bodies that ended last. */
export function debtsOf(facts: Facts): Debts[] {
  const { plan, rows, latestRows } = facts;
  const missing = closedPeriods(facts)
    .flatMap((period) => filingsOf(facts, period))
    .filter(({ state }) => state !== 'filed');
  const holders = (owner: Owner): readonly Owner[] => {
    const heirs = ownersIn(plan, plan.lineage.heirs(owner.id));
    return heirs.length > 0 ? heirs : [owner];
  };
  return [...plan.owners, ...plan.former].flatMap((owner): Debts[] => {
    const debts: Debts = {
      owner,
      reports: missing.filter((filing) => holders(filing.owner).includes(owner)),
      overdue: latestRows.filter((row) => row.owner === owner && isOverdue(row)),
      omitted: rows.filter((row) => row.owner === owner && row.class === 'unreported' && !lacksReport(row)),
      dueSoon: latestRows.filter((row) => row.owner === owner && isDueSoon(facts, row) && !isOverdue(row)),
    };
    const isConcerned =
      owesSomething(debts) || plan.reporters.includes(owner) || rows.some((row) => row.owner === owner);
    return isConcerned ? [debts] : [];
  });
}

import type { Facts } from './facts.ts';
import { type Figure, holds } from './figures.ts';
import type { Row } from './ledger.ts';
import { type Owner, type Section, isWithin } from './plan.ts';

/** What a table and its lists are narrowed to; what is left out narrows nothing. */
export interface Selection {
  readonly owners?: ReadonlySet<Owner>;
  /** Rows that any of these counts. */
  readonly figures?: readonly Figure[];
  /** Sections with all that stands below them. */
  readonly sections?: readonly Section[];
}

const isSelected = ({ owners, figures, sections }: Selection, row: Row): boolean =>
  (owners === undefined || owners.has(row.owner) || owners.has(row.lead)) &&
  (figures?.some((figure) => holds(figure, row)) ?? true) &&
  (sections?.some((section) => isWithin(row.task.id, section)) ?? true);

/** The facts with the rows of a selection alone, and only its bodies answerable. */
export const narrowed = (facts: Facts, selection: Selection): Facts => ({
  ...facts,
  rows: facts.rows.filter((row) => isSelected(selection, row)),
  latestRows: facts.latestRows.filter((row) => isSelected(selection, row)),
  answerable: new Set([...facts.answerable].filter((owner) => selection.owners?.has(owner) ?? true)),
});

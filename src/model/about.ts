import type { Facts } from './facts.ts';
import { type Figure, holds } from './figures.ts';
import { bodyGroups } from './grouping.ts';
import type { Row } from './ledger.ts';
import { type Group, type Owner, type Reference, type Section, type Task, isWithin } from './plan.ts';
import { type Selection, narrowed } from './selection.ts';
import { rowsByLine } from './summary.ts';

/** What of the ledger is to be explained: a line of one of the tables, or a column. */
export type About =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'owner'; readonly owner: Owner }
  | { readonly kind: 'group'; readonly group: Group }
  /** A body in its part as support. */
  | { readonly kind: 'support'; readonly owner: Owner }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'figure'; readonly figure: Figure };

/** The rows that the table of a selection counts there, in the order of the ledger. */
export const rowsAbout = (whole: Facts, about: About, selection: Selection): Row[] =>
  narrowed(whole, selection).rows.filter(counted(whole, about));

/** A body or group that has no line of its own in the table stands for the rows that it led, or its members hold. */
function counted({ plan, rows }: Facts, about: About): (row: Row) => boolean {
  switch (about.kind) {
    case 'task':
      return ({ task }) => task.id === about.task.id;
    case 'owner': {
      const isHeld = ({ owner }: Row): boolean => owner === about.owner;
      return rows.some(isHeld) ? isHeld : ({ lead }) => lead === about.owner;
    }
    case 'group': {
      const groupOf = bodyGroups(plan);
      const isGrouped = ({ owner }: Row): boolean => groupOf(owner).id === about.group.id;
      const members = new Set(plan.expand([about.group.id]));
      return rows.some(isGrouped) ? isGrouped : ({ owner }) => members.has(owner);
    }
    case 'support':
    case 'reference': {
      const [by, id] =
        about.kind === 'support' ? ['support' as const, about.owner.id] : ['reference' as const, about.reference.key];
      const inLine = new Set(rowsByLine(rows, by, plan).get(id));
      return (row) => inLine.has(row);
    }
    case 'section':
      return ({ task }) => isWithin(task.id, about.section);
    case 'figure':
      return (row) => holds(about.figure, row);
  }
}

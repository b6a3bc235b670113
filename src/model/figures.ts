import { isCompleted, isOverdue } from './facts.ts';
import { CLASSES, type Row } from './ledger.ts';

/** What the numbers of a table count besides the classes themselves. */
const OTHERS = [
  'rows',
  'unreported-in-term',
  'unreported-past-deadline',
  'completed',
  'all-overdue',
  'due',
  'completed-due',
  'said-completed',
  'accepted',
  'returned',
] as const;

/** Every number of a table counts the rows that one of these holds for: so each can be traced to its rows. */
export const FIGURES = [...CLASSES, ...OTHERS] as const;
export type Figure = (typeof FIGURES)[number];

/** A binding deadline has passed, and the work was neither waived nor found not to arise, nor is its report still to come. */
const isDue = (row: Row): boolean =>
  row.pastDeadline && row.class !== 'waived' && row.class !== 'none-arisen' && row.class !== 'not-due';
const saysCompleted = ({ entry }: Row): boolean => entry?.data.status === 'completed';
const isAppraised = ({ entry }: Row, verdict: string): boolean => entry?.appraisal?.data.verdict === verdict;

const HOLDS: Readonly<Record<(typeof OTHERS)[number], (row: Row) => boolean>> = {
  rows: () => true,
  'unreported-in-term': (row) => row.class === 'unreported' && !isOverdue(row),
  'unreported-past-deadline': (row) => row.class === 'unreported' && isOverdue(row),
  completed: isCompleted,
  'all-overdue': isOverdue,
  due: isDue,
  'completed-due': (row) => isCompleted(row) && isDue(row),
  'said-completed': saysCompleted,
  accepted: (row) => saysCompleted(row) && isAppraised(row, 'accepted'),
  returned: (row) => isAppraised(row, 'returned'),
};

/** Whether a row is one of those that a figure counts. */
export const holds = (figure: Figure, row: Row): boolean =>
  figure in HOLDS ? HOLDS[figure as keyof typeof HOLDS](row) : row.class === figure;

/** How many rows a figure counts. */
export const countOf = (figure: Figure, rows: readonly Row[]): number =>
  rows.filter((row) => holds(figure, row)).length;

import { groupBy } from '../group.ts';
import { type Facts, isDueSoon, isOverdue } from './facts.ts';
import { CLASSES, type Class, type Row } from './ledger.ts';

export const VIEWS_BY = ['owner', 'section', 'task', 'reference', 'support', 'period'] as const;
export type By = (typeof VIEWS_BY)[number];

/** Obligations counted by class. `overdue` says how many are past a binding deadline, reported and unreported. */
export interface Counts {
  /** Different tasks among the rows (số nhiệm vụ). */
  readonly tasks: number;
  /** Rows (lượt theo dõi). */
  readonly rows: number;
  readonly classes: Readonly<Record<Class, number>>;
  /** Those of `unreported` whose deadline has passed. */
  readonly unreportedPastDeadline: number;
  /** Completed, late or on time. */
  readonly completed: number;
  /** Past a binding deadline and not completed: reported as such, and unreported. */
  readonly overdue: number;
  /** Reported as completed by the bodies themselves, whether the coordinator accepted it or not. */
  readonly saidCompleted: number;
  /** Those of them that the coordinator accepted. */
  readonly accepted: number;
  /** Whose entry the coordinator returned. */
  readonly returned: number;
  /** Those due: completed, or overdue. The smaller denominator; `rows` is the larger. */
  readonly due: number;
}

/** One line of a table: an owner, section, task, reference, supporting body or period. */
export interface Line extends Counts {
  readonly id: string;
  readonly label: string;
}

/** A table that closes: every row of the ledger stands in `total` once, and in the class columns of its lines. */
export interface Table {
  readonly by: By;
  readonly lines: readonly Line[];
  readonly total: Counts;
  /** Several references or supporting bodies for one task: then the lines add up to more than the total. */
  readonly overlaps: boolean;
}

/** The lists that a meeting goes through. */
export interface Lists {
  readonly overdue: readonly Row[];
  readonly unreported: readonly Row[];
  readonly dueSoon: readonly Row[];
}

/** Tasks with the number of their leads that have completed: `n of N`, for tasks with several leads. */
export interface Shared {
  readonly task: string;
  readonly completed: number;
  readonly leads: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export function countsOf(rows: readonly Row[]): Counts {
  const classes = Object.fromEntries(CLASSES.map((each) => [each, 0])) as Record<Class, number>;
  for (const row of rows) classes[row.class]++;
  const completed = classes['completed-on-time'] + classes['completed-late'];
  const overdue = rows.filter(isOverdue).length;
  const said = rows.filter(({ entry }) => entry?.data.status === 'completed');
  const appraised = (among: readonly Row[], verdict: string): number =>
    among.filter(({ entry }) => entry?.appraisal?.data.verdict === verdict).length;
  return {
    tasks: new Set(rows.map(({ task }) => task.id)).size,
    rows: rows.length,
    classes,
    unreportedPastDeadline: overdue - classes.overdue,
    completed,
    overdue,
    saidCompleted: said.length,
    accepted: appraised(said, 'accepted'),
    returned: appraised(rows, 'returned'),
    due: completed + overdue,
  };
}

/** What a row is counted under: `[id, label]`, several for references and supporting bodies, one otherwise; both empty where there is none. */
const KEYS: Readonly<Record<By, (row: Row) => readonly (readonly [id: string, label: string])[]>> = {
  owner: ({ owner }) => [[owner.id, owner.short ?? owner.name]],
  section: ({ task: { section } }) => [[section.id, `${section.id} ${section.title}`]],
  task: ({ task }) => [[task.id, `${task.id} ${task.text}`]],
  reference: ({ task }) => {
    const cited = [...task.references, ...task.products.flatMap(({ references }) => references)];
    const keys = new Map(
      cited.map(({ ref, reference }) => [reference?.key ?? ref, reference?.number ?? reference?.title ?? ref]),
    );
    return keys.size === 0 ? [['', '']] : [...keys];
  },
  support: ({ task: { supports } }) =>
    supports.length === 0 ? [['', '']] : supports.map(({ id, short, name }) => [id, short ?? name] as const),
  period: ({ period }) => [[period.id, period.id]],
};

/** A task that cites several documents, or has several supporting bodies, is counted under each of them. */
const OVERLAPPING: ReadonlySet<By> = new Set(['reference', 'support']);

/** The table of a ledger. Throws where it does not add up: a wrong table is no output. */
export function tableOf(rows: readonly Row[], by: By): Table {
  const groups = new Map<string, { label: string; rows: Row[] }>();
  for (const row of rows) {
    for (const [id, label] of KEYS[by](row)) {
      const group = groups.get(id);
      if (group) group.rows.push(row);
      else groups.set(id, { label, rows: [row] });
    }
  }
  const lines = [...groups].map(([id, group]): Line => ({ id, label: group.label, ...countsOf(group.rows) }));
  const table: Table = { by, lines, total: countsOf(rows), overlaps: OVERLAPPING.has(by) };
  assertCloses(table);
  return table;
}

function assertCloses({ lines, total, overlaps, by }: Table): void {
  const wrong = (what: string): never => {
    throw new Error(`the table by ${by} does not add up: ${what}`);
  };
  for (const each of [...lines, total]) {
    if (sum(Object.values(each.classes)) !== each.rows) wrong('classes and rows');
    if (each.unreportedPastDeadline > each.classes.unreported) wrong('unreported past deadline');
  }
  if (overlaps) return;
  if (sum(lines.map(({ rows }) => rows)) !== total.rows) wrong('lines and total');
  for (const each of CLASSES) if (sum(lines.map(({ classes }) => classes[each])) !== total.classes[each]) wrong(each);
}

/** The lists of the ledger. */
export const listsOf = (facts: Facts): Lists => ({
  overdue: facts.rows.filter(isOverdue),
  unreported: facts.rows.filter((row) => row.class === 'unreported'),
  dueSoon: facts.latestRows.filter((row) => isDueSoon(facts, row)),
});

/** Tasks with several leads of which some, but not all, have completed in the latest selected period. */
export function sharedOf(latestRows: readonly Row[]): Shared[] {
  return [...groupBy(latestRows, ({ task }) => task.id)]
    .map(([task, rows]) => ({
      task,
      leads: rows.length,
      completed: rows.filter(({ class: is }) => is.startsWith('completed')).length,
    }))
    .filter(({ leads, completed }) => leads > 1 && completed > 0);
}

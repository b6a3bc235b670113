import type { By, Sort } from '../choices.ts';
import { fold } from '../fold.ts';
import { groupBy } from '../group.ts';
import { type Facts, isCompleted, isDueSoon, isOverdue } from './facts.ts';
import { type Figure, countOf } from './figures.ts';
import { type Heading, NONE, bodyGroups, partOf } from './grouping.ts';
import { CLASSES, type Class, type Row } from './ledger.ts';
import { type Owner, type Plan, nameShort } from './plan.ts';

/** Obligations counted by class. `overdue` says how many are past a binding deadline, reported and unreported. */
export interface Counts {
  /** Different tasks among the rows (số nhiệm vụ). */
  readonly tasks: number;
  /** Rows (lượt theo dõi). */
  readonly rows: number;
  readonly classes: Readonly<Record<Class, number>>;
  /** Those of `unreported` whose deadline has not passed, or that have none. */
  readonly unreportedInTerm: number;
  /** Those whose deadline has passed. */
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
  /** Those whose binding deadline has passed, completed or not. The smaller denominator; `rows` is the larger. */
  readonly due: number;
  /** Those of them that are completed. */
  readonly completedDue: number;
}

/** One line of a table: an owner, section, task, reference, supporting body or period; or a group of them. */
export interface Line extends Counts {
  readonly id: string;
  readonly label: string;
}

/** Lines that belong together, with their sub-total. */
export interface Group extends Line {
  readonly lines: readonly Line[];
}

/** A table that closes: every row of the ledger stands in `total` once, and in the class columns of its lines. */
export interface Table {
  readonly by: By;
  readonly sort: Sort;
  /** One without a name where its lines do not fall into several. */
  readonly groups: readonly Group[];
  /** The lines of all groups. */
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

/** What the counts call the figures that are no classes. */
const NAMES = {
  rows: 'rows',
  'unreported-in-term': 'unreportedInTerm',
  'unreported-past-deadline': 'unreportedPastDeadline',
  completed: 'completed',
  'all-overdue': 'overdue',
  due: 'due',
  'completed-due': 'completedDue',
  'said-completed': 'saidCompleted',
  accepted: 'accepted',
  returned: 'returned',
} as const satisfies Readonly<Record<Exclude<Figure, Class>, keyof Counts>>;

const isClassName = (figure: Figure): figure is Class => !(figure in NAMES);

/** Where counts have a figure, here and in every JSON: `classes.overdue`, `unreportedInTerm`. */
export const pathOf = (figure: Figure): string => (isClassName(figure) ? `classes.${figure}` : NAMES[figure]);

/** The number that counts have of a figure. */
export const figureIn = (counts: Counts, figure: Figure): number =>
  isClassName(figure) ? counts.classes[figure] : counts[NAMES[figure]];

export function countsOf(rows: readonly Row[]): Counts {
  const count = (figure: Figure): number => countOf(figure, rows);
  return {
    tasks: new Set(rows.map(({ task }) => task.id)).size,
    rows: rows.length,
    classes: Object.fromEntries(CLASSES.map((each) => [each, count(each)])) as Record<Class, number>,
    unreportedInTerm: count('unreported-in-term'),
    unreportedPastDeadline: count('unreported-past-deadline'),
    completed: count('completed'),
    overdue: count('all-overdue'),
    saidCompleted: count('said-completed'),
    accepted: count('accepted'),
    returned: count('returned'),
    due: count('due'),
    completedDue: count('completed-due'),
  };
}

/** What a row is counted under, several for references and supporting bodies; with what its line is grouped under. */
type Keys = (row: Row) => readonly (Heading & { readonly group?: Heading })[];

/** A task that cites several documents, or has several supporting bodies, is counted under each of them. */
const OVERLAPPING: ReadonlySet<By> = new Set(['reference', 'support']);

function keysBy(by: By, plan: Plan): Keys {
  const groupOf = bodyGroups(plan);
  const body = (owner: Owner): Heading => ({ id: owner.id, label: nameShort(owner) });
  const keys: Readonly<Record<By, Keys>> = {
    owner: ({ owner }) => [{ ...body(owner), group: groupOf(owner) }],
    section: ({ task: { section } }) => [
      { id: section.id, label: `${section.id} ${section.title}`, group: partOf(plan, section) },
    ],
    task: ({ task }) => [
      {
        id: task.id,
        label: `${task.id} ${task.text}`,
        group: { id: task.section.id, label: `${task.section.id} ${task.section.title}` },
      },
    ],
    reference: ({ task }) => {
      const cited = [...task.references, ...task.products.flatMap(({ references }) => references)];
      const found = new Map(
        cited.map(({ ref, reference }) => [reference?.key ?? ref, reference?.number ?? reference?.title ?? ref]),
      );
      return found.size === 0 ? [NONE] : [...found].map(([id, label]) => ({ id, label }));
    },
    support: ({ task: { supports } }) => (supports.length === 0 ? [NONE] : supports.map(body)),
    period: ({ period }) => [{ id: period.id, label: period.id }],
  };
  return keys[by];
}

/** The table of a ledger. Throws where it does not add up: a wrong table is no output. */
export function tableOf(rows: readonly Row[], by: By, plan: Plan, sort: Sort = 'plan'): Table {
  const keys = keysBy(by, plan);
  const found = rows.flatMap((row) => keys(row).map((key) => ({ ...key, group: key.group ?? NONE, row })));
  const grouped = [...groupBy(found, ({ group }) => group.id).values()];
  const rowsOf = (each: readonly { readonly row: Row }[]): Row[] => [...new Set(each.map(({ row }) => row))];
  const linesOf = (each: typeof found): Line[] =>
    [...groupBy(each, ({ id }) => id)]
      .map(([id, same]): Line => ({ id, label: same[0].label, ...countsOf(rowsOf(same)) }))
      .sort(ORDER[sort]);
  const groups =
    grouped.length > 1
      ? grouped.map((each) => ({ ...each[0].group, ...countsOf(rowsOf(each)), lines: linesOf(each) }))
      : [{ ...NONE, ...countsOf(rows), lines: linesOf(found) }];
  const lines = groups.flatMap((group) => group.lines);
  const table: Table = { by, sort, groups, lines, total: countsOf(rows), overlaps: OVERLAPPING.has(by) };
  assertCloses(table);
  return table;
}

/** The rows that each line of a table counts, by its id. */
export const rowsByLine = (rows: readonly Row[], by: By, plan: Plan): ReadonlyMap<string, readonly Row[]> => {
  const keys = keysBy(by, plan);
  const found = rows.flatMap((row) => keys(row).map(({ id }) => ({ id, row })));
  return new Map(
    [...groupBy(found, ({ id }) => id)].map(([id, same]) => [id, [...new Set(same.map(({ row }) => row))]]),
  );
};

/** Equal ones stay as the plan has them. */
const ORDER: Readonly<Record<Sort, (a: Line, b: Line) => number>> = {
  plan: () => 0,
  name: (a, b) => (fold(a.label) < fold(b.label) ? -1 : fold(a.label) > fold(b.label) ? 1 : 0),
  rows: (a, b) => b.rows - a.rows,
  completed: (a, b) => b.completed - a.completed,
  'all-overdue': (a, b) => b.overdue - a.overdue,
  unreported: (a, b) => b.classes.unreported - a.classes.unreported,
};

function assertCloses({ groups, lines, total, overlaps, by }: Table): void {
  const wrong = (what: string): never => {
    throw new Error(`the table by ${by} does not add up: ${what}`);
  };
  for (const each of [...lines, ...groups, total]) {
    if (sum(Object.values(each.classes)) !== each.rows) wrong('classes and rows');
    if (each.unreportedInTerm + each.unreportedPastDeadline !== each.classes.unreported) wrong('unreported');
  }
  if (overlaps) return;
  const parts = [{ whole: total, of: groups }, ...groups.map((group) => ({ whole: group, of: group.lines }))];
  for (const { whole, of } of parts) {
    if (sum(of.map(({ rows }) => rows)) !== whole.rows) wrong('lines and total');
    for (const each of CLASSES) if (sum(of.map(({ classes }) => classes[each])) !== whole.classes[each]) wrong(each);
  }
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
      completed: rows.filter(isCompleted).length,
    }))
    .filter(({ leads, completed }) => leads > 1 && completed > 0);
}

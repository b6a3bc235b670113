import type { By, Sort } from '../choices.ts';
import type { Day } from '../day.ts';
import { type Facts, closedPeriods } from './facts.ts';
import { type Filing, filingsOf } from './filing.ts';
import { type Grid, gridOf } from './grid.ts';
import { type Series, seriesIn } from './indicators.ts';
import { type Owner, type Task, isWithin } from './plan.ts';
import { type Selection, narrowed } from './selection.ts';
import { type Changes, type Snapshot, changesSince } from './snapshot.ts';
import { type Lists, type Shared, type Table, listsOf, sharedOf, tableOf } from './summary.ts';
import { type Due, upcomingUntil } from './upcoming.ts';

/** Findings that do not count until a day: who said so and why, for those who read the figures. */
export interface SetAside {
  readonly file: string;
  readonly findings: number;
  readonly until: Day;
  readonly by: string;
  readonly reason: string;
}

/** What is asked of the ledger for a meeting. */
export interface Questions {
  readonly by: By;
  readonly sort: Sort;
  readonly selection: Selection;
  /** The state of an earlier meeting, to compare with. */
  readonly since?: Snapshot;
  /** The day of the next meeting. */
  readonly until?: Day;
  /** The baseline, while it holds. */
  readonly setAside?: SetAside;
}

/** All that a meeting looks at: what every format of `summary` prints. */
export interface Meeting {
  /** Narrowed to the selection. */
  readonly facts: Facts;
  /** The tasks of the selection that have no rows: they wait for an event, or are answered in another way. */
  readonly rowless: readonly Task[];
  readonly questions: Questions;
  /** The reports of the periods whose due day has passed, of all periods where none has; whatever classes and sections are chosen. */
  readonly filings: readonly Filing[];
  readonly table: Table;
  /** The same rows by another view. */
  tableBy(by: By): Table;
  readonly lists: Lists;
  readonly shared: readonly Shared[];
  /** Indicators of the plan over the periods. */
  readonly series: readonly Series[];
  /** Bodies over all periods so far; it takes a ledger of its own, and is made once, when first asked for. */
  grid(): Grid;
  readonly changes?: Changes;
  readonly upcoming?: readonly Due[];
}

export function meetingOf(whole: Facts, questions: Questions): Meeting {
  const { by, sort, selection, since, until } = questions;
  const facts = narrowed(whole, selection);
  const tableBy = (each: By): Table => tableOf(facts.rows, each, facts.plan, sort);
  let grid: Grid | undefined;
  const going = new Set(whole.rows.map(({ task }) => task.id));
  const isSelected = (task: Task): boolean =>
    (selection.sections?.some((section) => isWithin(task.id, section)) ?? true) &&
    (selection.owners === undefined || task.leads.some((lead) => selection.owners?.has(lead)));
  /** What a body reported is also its heirs'. */
  const isOfSelected = (owner: Owner, task: Task): boolean =>
    selection.owners === undefined ||
    selection.owners.has(owner) ||
    [...selection.owners].some(({ id }) => facts.plan.lineage.heirs(owner.id, task.id).includes(id));
  return {
    facts,
    rowless: facts.plan.tasks.filter((task) => !going.has(task.id) && isSelected(task)),
    questions,
    filings: filingsIn(narrowed(whole, selection.owners ? { owners: selection.owners } : {})),
    table: tableBy(by),
    tableBy,
    lists: listsOf(facts),
    shared: sharedOf(facts.latestRows),
    series: seriesIn(facts)
      .filter(({ task }) => isSelected(task))
      .map((each) => ({ ...each, values: each.values.filter(({ owner }) => isOfSelected(owner, each.task)) })),
    grid: () => (grid ??= gridOf(whole, selection)),
    ...(since ? { changes: changesSince(since, facts) } : {}),
    ...(until === undefined ? {} : { upcoming: upcomingUntil(whole, until, selection) }),
  };
}

function filingsIn(facts: Facts): Filing[] {
  const closed = closedPeriods(facts);
  return (closed.length > 0 ? closed : facts.periods).flatMap((period) => filingsOf(facts, period));
}

import { nameOf } from '../../model/plan.ts';
import type { Facts } from '../../model/facts.ts';
import type { Grid } from '../../model/grid.ts';
import { type Series, changeOf } from '../../model/indicators.ts';
import type { Row } from '../../model/ledger.ts';
import type { Meeting, Questions } from '../../model/meeting.ts';
import type { Selection } from '../../model/selection.ts';
import type { Changes } from '../../model/snapshot.ts';
import { VIEWS_BY } from '../../choices.ts';
import type { Counts, Line, Table } from '../../model/summary.ts';
import type { Due } from '../../model/upcoming.ts';
import { placeOf } from '../../source.ts';
import { placeOfRow } from './row-words.ts';
import { type Provenance, head, placeJson, print, share } from '../json.ts';

/** What a meeting looks at, as the published summary.schema.json has it. */
export function summaryJson(meeting: Meeting, provenance: Provenance): string {
  const { facts, questions, lists, changes, upcoming, series } = meeting;
  const index = new Map(facts.rows.map((row, i) => [row, i]));
  const indexes = (rows: readonly Row[]): unknown[] => rows.map((row) => index.get(row));
  return print({
    ...head('summary', facts, provenance),
    selection: selectionJson(questions.selection),
    files: { read: provenance.files, reports: provenance.reports, refused: provenance.refused },
    filings: {
      filed: meeting.filings.filter(({ state }) => state === 'filed').length,
      owed: meeting.filings.length,
    },
    rows: facts.rows.map(rowJson),
    tables: Object.fromEntries(VIEWS_BY.map((by) => [by, tableJson(meeting.tableBy(by))])),
    lists: {
      overdue: indexes(lists.overdue),
      unreported: indexes(lists.unreported),
      dueSoon: indexes(lists.dueSoon),
    },
    changes: changes ? changesJson(changes, indexes) : null,
    upcoming: upcoming && questions.until !== undefined ? upcomingJson(upcoming, questions.until) : null,
    indicators: series.map(seriesJson),
    grid: gridJson(meeting.grid()),
  });
}

/** The ledger as the published snapshot.schema.json has it: the form in which it is kept. */
export const snapshotJson = (facts: Facts, provenance: Provenance): string =>
  print({ ...head('snapshot', facts, provenance), rows: facts.rows.map(rowJson) });

/** What rows are narrowed to; `null` narrows nothing. */
export const selectionJson = ({ owners, figures, sections }: Selection): Record<string, unknown> => ({
  owners: owners ? [...owners].map(({ id }) => id) : null,
  figures: figures ?? null,
  sections: sections?.map(({ id }) => id) ?? null,
});

function tableJson({ groups, total }: Table): Record<string, unknown> {
  const lineJson = ({ id, label, ...counts }: Line): Record<string, unknown> => ({ id, label, ...countsJson(counts) });
  return {
    lines: groups.flatMap((group) =>
      group.lines.map(({ id, label, ...counts }) => ({ id, label, group: group.id, ...countsJson(counts) })),
    ),
    groups: groups.length > 1 ? groups.map(lineJson) : [],
    total: countsJson(total),
  };
}

/** The counts, by the names that every format shares. */
export const countsJson = (counts: Counts): Record<string, unknown> => ({
  tasks: counts.tasks,
  rows: counts.rows,
  classes: counts.classes,
  unreportedInTerm: counts.unreportedInTerm,
  unreportedPastDeadline: counts.unreportedPastDeadline,
  completed: counts.completed,
  overdue: counts.overdue,
  due: counts.due,
  completedDue: counts.completedDue,
  completedOfAll: share(counts.completed, counts.rows),
  completedOfDue: share(counts.completedDue, counts.due),
  saidCompleted: counts.saidCompleted,
  accepted: counts.accepted,
  returned: counts.returned,
});

const changesJson = (
  { since, completed, overdue, reported, movedBack }: Changes,
  indexes: (rows: readonly Row[]) => unknown[],
): Record<string, unknown> => ({
  since: since.asOf,
  version: since.version,
  completed: indexes(completed),
  overdue: indexes(overdue),
  reported: indexes(reported),
  movedBack: movedBack.map(({ row, before }) => ({
    row: indexes([row])[0],
    class: before.class,
    status: before.status ?? null,
  })),
});

const upcomingJson = (dues: readonly Due[], until: NonNullable<Questions['until']>): Record<string, unknown> => ({
  until,
  items: dues.map((due) => ({
    kind: due.kind,
    owner: due.owner.id,
    day: due.day,
    period: (due.kind === 'work' ? due.row.period : due.period).id,
    task: due.kind === 'work' ? due.row.task.id : null,
    tracked: due.kind === 'work' && due.isTracked,
  })),
});

const seriesJson = (series: Series): Record<string, unknown> => ({
  task: series.task.id,
  id: series.indicator.id,
  name: series.indicator.name,
  unit: series.indicator.unit ?? null,
  target: series.indicator.target,
  approximate: series.indicator.approximate ?? false,
  values: series.values.map((value) => ({
    owner: value.owner.id,
    period: value.period.id,
    value: value.value,
    change: changeOf(series, value) ?? null,
    place: placeJson(placeOf(value.at)),
  })),
});

const gridJson = ({ periods, lines }: Grid): Record<string, unknown> => ({
  periods: periods.map(({ id }) => id),
  lines: lines.map(({ owner, cells }) => ({
    owner: owner.id,
    cells: cells.map((counts) => (counts ? countsJson(counts) : null)),
  })),
});

/** A row as snapshot.schema.json has it; what is not known, or does not apply, is left out. */
export const rowJson = (row: Row): Record<string, unknown> => ({
  task: row.task.id,
  owner: row.owner.id,
  lead: row.lead.id,
  period: row.period.id,
  due: row.due,
  deadline: row.deadline,
  signed: row.task.deadline?.extensions[0]?.from,
  basis: row.basis,
  class: row.class,
  reason: row.why,
  judged: row.judged,
  pastDeadline: row.pastDeadline,
  status: row.entry?.data.status,
  said: row.entry?.report.period?.id,
  completed: row.completed,
  waiver: row.waiver && {
    reason: row.waiver.reason,
    document: nameOf(row.waiver.amendment),
    until: row.waiver.until,
  },
  appraisal: row.entry?.appraisal?.data.verdict,
  trigger: row.trigger?.data.day,
  letter: row.letter?.data.number,
  place: placeJson(placeOfRow(row)),
});

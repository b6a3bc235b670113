import { COLUMNS } from '../../form.ts';
import { firstIndex } from '../../group.ts';
import { columnName, rangeName } from '../../office/cells.ts';
import type { Workbook } from '../../office/workbook.ts';
import type { Fault } from '../../source.ts';
import { type Reading, isGuide, whole } from './form.ts';
import { headingMeant, textAt } from './table.ts';

/** Whatever of a workbook is hidden, merged, active or not read: said, since silence would pass for having read it. */
export function* leftovers(workbook: Workbook, reading: Reading): Iterable<Fault> {
  yield* hiddenIn(workbook, reading);
  yield* mergedIn(reading);
  yield* unreadIn(workbook, reading);
  if (workbook.hasMacros) yield { ...whole, place: reading.of(reading.sheet), kind: 'active-content', what: 'macros' };
  if (workbook.hasExternalLinks)
    yield { ...whole, place: reading.of(reading.sheet), kind: 'active-content', what: 'external-links' };
}

function* hiddenIn({ sheets }: Workbook, reading: Reading): Iterable<Fault> {
  const { table, sheet, rows } = reading;
  const taken = new Set(rows.flatMap(({ row, evidence, indicators }) => [row, ...evidence, ...indicators]));
  const hidden = table.rows.filter(({ isHidden, number }) => isHidden && taken.has(number)).map(({ number }) => number);
  const [first] = hidden;
  if (first !== undefined) {
    const place = reading.at(first, table.columns.get('task')?.column ?? 1);
    yield { ...whole, place, kind: 'hidden-content', what: 'row', name: runsOf(hidden) };
  }
  const grid = sheet.grid();
  for (const { column, title, field } of table.columns.values()) {
    if (field.takes === 'given' || !grid.isHidden(column) || !table.rows.some((row) => row.cells.has(column))) continue;
    yield { ...whole, place: reading.at(table.headRow, column), kind: 'hidden-content', what: 'column', name: title };
  }
  for (const each of sheets)
    if (each.isHidden && each.grid().rows.length > 0)
      yield { ...whole, place: reading.of(each), kind: 'hidden-content', what: 'sheet', name: each.name };
}

/** `5-7, 12` for 5, 6, 7 and 12. */
function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

function* mergedIn(reading: Reading): Iterable<Fault> {
  const { table, sheet, rows } = reading;
  const asked = [...table.columns.values()].filter(({ field }) => field.takes !== 'given');
  const [first, task] = [table.rows[0]?.number ?? 0, table.columns.get('task')?.column];
  const grid = sheet.grid();
  const begins = rows.map(({ row }) => row);
  for (const range of grid.merges) {
    const { from, to } = range;
    const touches = asked.some(({ column }) => from.column <= column && column <= to.column);
    if (from.row < first || !touches || !grid.row(from.row)?.cells.has(from.column)) continue;
    const begun = firstIndex(begins, (row) => row > to.row) - firstIndex(begins, (row) => row >= from.row);
    if (begun === 0) continue;
    const several = task === from.column ? 'lost-ids' : 'repeated';
    const effect = to.column > from.column ? 'first-only' : begun > 1 ? several : 'one-task';
    const place = reading.at(from.row, from.column);
    yield { ...whole, place, kind: 'merged-cells', range: rangeName(range), effect };
  }
}

function* unreadIn({ sheets }: Workbook, reading: Reading): Iterable<Fault> {
  const { table, sheet, asked, lang } = reading;
  const { headRow, rows, others } = table;
  const isFilled = (column: number): boolean => rows.some((row) => textAt(row, column) !== '');
  for (const { column, title, again } of others) {
    const place = reading.at(headRow, column);
    if (again) {
      const related = [reading.spot(headRow, again.column)];
      yield { ...whole, place, related, kind: 'duplicate-key', key: title };
    } else if (isFilled(column)) {
      const near = headingMeant(title, COLUMNS, lang);
      yield { ...whole, place, kind: 'unread-content', what: 'column', name: title, ...(near ? { near } : {}) };
    }
  }
  for (const column of unheadedIn(reading)) {
    if (!isFilled(column)) continue;
    yield {
      ...whole,
      place: reading.at(headRow, column),
      kind: 'unread-content',
      what: 'column',
      name: columnName(column),
    };
  }
  for (const each of sheets) {
    const isRead = each === sheet || each === asked?.sheet || isGuide(each) || each.isHidden;
    if (!isRead && !reading.isOfHeads(each))
      yield { ...whole, place: reading.of(each), kind: 'unread-content', what: 'sheet', name: each.name };
  }
}

/** The columns without a heading in which rows of entries have cells. */
function unheadedIn({ table, rows }: Reading): number[] {
  const headed = new Set([...table.others, ...table.columns.values()].map(({ column }) => column));
  const begun = new Set(rows.map(({ row }) => row));
  const found = new Set<number>();
  for (const { number, cells } of table.rows)
    if (begun.has(number)) for (const column of cells.keys()) if (!headed.has(column)) found.add(column);
  return [...found].sort((a, b) => a - b);
}

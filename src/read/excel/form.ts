import { COLUMNS, type FormField, HEAD, Headings, NEEDED_COLUMNS, PROPOSALS, SHEETS } from '../../form.ts';
import { LANGS, type Lang } from '../../lang.ts';
import { legacyText } from '../../legacy.ts';
import type { Cell, Row, Value } from '../../office/grid.ts';
import type { Sheet, Workbook } from '../../office/workbook.ts';
import { fold } from '../../fold.ts';
import { lazily } from '../../lazily.ts';
import { groupBy, onceFor } from '../../group.ts';
import { type Fault, type Legacy, type Path, type Place, type Spot, pinned } from '../../source.ts';
import { placeIn } from './place.ts';
import { type HeadCell, headCells } from './head.ts';
import { type Table, findTable, mergedAbove, textAt } from './table.ts';
import { type Reading as CellReading, readingOf, saysSomething, shownIn } from './values.ts';

/** A workbook as the data of a report, before its schema is asked. */
export interface FormRead {
  /** `undefined` where no table was found. */
  readonly data: unknown;
  readonly faults: readonly Fault[];
  /** The language of its headings. */
  readonly lang: Lang;
  /** The cell of a value, or where it would stand. */
  readonly place: (path: Path) => Place;
  /** The heading or label of a field. */
  readonly titleOf: (path: Path) => string;
}

const HEADINGS = { report: new Headings(COLUMNS), proposals: new Headings(PROPOSALS) };

const FIELDS = COLUMNS.filter(({ takes }) => takes !== 'given');
/** The form gives the number of each product and the id of an indicator; what people put there instead is read. */
const isPrefilled = ({ field }: FormField, value: Value | undefined): boolean =>
  field === 'indicators.id' || (field === 'evidence.product' && value?.kind === 'number');

/** The lists that an entry has, one item a row. */
const LISTS = ['evidence', 'indicators'] as const;
type List = (typeof LISTS)[number];

/** A field with the column that it has in a table: one of an entry, or of an item of its lists. */
interface Asked {
  readonly field: FormField;
  readonly column: number;
  readonly list: List | undefined;
  /** The name of the field in the data of the entry or the item. */
  readonly key: string;
}

function askedIn({ columns }: Table): Asked[] {
  return FIELDS.flatMap((field) => {
    const found = columns.get(field.field);
    if (!found) return [];
    const list = LISTS.find((name) => field.field.startsWith(`${name}.`));
    const key = list === undefined ? field.field : field.field.slice(list.length + 1);
    return [{ field, column: found.column, list, key }];
  });
}

/** The cell of a column, where it says something. */
function filledIn(row: Row, column: number): Cell | undefined {
  const cell = row.cells.get(column);
  return cell && saysSomething(cell) ? cell : undefined;
}

type Data = Record<string, unknown>;

/** Reads the form that dondoc writes, however it comes back: by its names, its labels and its headings. */
export function readForm(workbook: Workbook, file: string, legacy: Legacy): FormRead {
  const faults: Fault[] = [];
  const nowhere = placeIn(file, workbook.sheets[0], { row: 1, column: 1 });
  const report = reportTable(workbook);
  if (!('table' in report)) {
    faults.push(
      report.isEmpty ? { ...whole, kind: 'unreadable', why: 'empty' } : { ...whole, kind: 'no-table', ...report },
    );
    return { data: undefined, faults, lang: 'vi', place: () => nowhere, titleOf: String };
  }
  const reading = new Reading(file, report.sheet, report.table, faults, legacy);
  reading.head(workbook);
  reading.entries();
  reading.proposals(workbook);
  return reading;
}

export const whole = { path: [] as Path, part: 'value' } as const;

const guides = lazily(() => [SHEETS.guide, SHEETS.results].flatMap((sheet) => LANGS.map((lang) => fold(sheet[lang]))));
/** A sheet that dondoc itself wrote for people to read. */
export const isGuide = onceFor(({ name }: Sheet): boolean => {
  const folded = fold(name);
  return guides().some((guide) => folded.startsWith(guide));
});

/** The first sheet with a table of the form, one that can be seen before one that is hidden; or how near any came. */
function reportTable({
  sheets,
}: Workbook):
  | { readonly sheet: Sheet; readonly table: Table }
  | { readonly isEmpty: boolean; readonly missing: readonly string[]; readonly near: readonly string[] } {
  let nearest = { matched: -1, missing: NEEDED_COLUMNS as readonly string[], titles: [] as readonly string[] };
  let isEmpty = true;
  for (const sheet of [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden))) {
    if (isGuide(sheet)) continue;
    const grid = sheet.grid();
    if (grid.rows.length > 0) isEmpty = false;
    const table = findTable(grid, HEADINGS.report, NEEDED_COLUMNS);
    if (!('missing' in table)) return { sheet, table };
    if (table.matched > nearest.matched) nearest = table;
  }
  return {
    isEmpty,
    missing: nearest.missing,
    near: nearest.titles.slice(0, 8),
  };
}

/** The rows of the lists below one entry. */
export interface EntryRows extends Readonly<Record<List, number[]>> {
  readonly row: number;
}

/** One workbook while it is read; its fields are what is known of it so far. */
export class Reading implements FormRead {
  readonly data: Data = {};
  readonly faults: Fault[];
  readonly lang: Lang;
  readonly #legacy: Legacy;
  readonly file: string;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly #asked: readonly Asked[];
  /** The same, by the list that they are of; `undefined` for those of an entry itself. */
  readonly #askedOf: ReadonlyMap<List | undefined, readonly Asked[]>;
  /** The columns in which cells below the headings are merged over several rows. */
  readonly #tall: ReadonlySet<number>;
  #heads: ReadonlyMap<string, HeadCell> = new Map();
  readonly rows: EntryRows[] = [];
  asked: { readonly sheet: Sheet; readonly table: Table; readonly rows: number[] } | undefined;

  constructor(file: string, sheet: Sheet, table: Table, faults: Fault[], legacy: Legacy) {
    this.#legacy = legacy;
    this.file = file;
    this.sheet = sheet;
    this.table = table;
    this.#asked = askedIn(table);
    this.#askedOf = groupBy(this.#asked, ({ list }) => list);
    const tall = sheet.grid().merges.filter(({ from, to }) => to.row > from.row && to.row > table.headRow);
    this.#tall = new Set(tall.map(({ from }) => from.column));
    this.faults = faults;
    this.lang = table.lang;
  }

  /** What stands above the table. */
  head(workbook: Workbook): void {
    this.#heads = headCells(workbook, this.sheet, this.table);
    for (const field of HEAD) {
      const value = this.#heads.get(field.field)?.value;
      if (!value) continue;
      const [name = '', inner] = field.field.split('.');
      if (inner === undefined) {
        this.#put(this.data, [], name, value, field);
        continue;
      }
      const part = (this.data[name] ?? {}) as Data;
      this.#put(part, [name], inner, value, field);
      if (inner in part) this.data[name] = part;
    }
  }

  /** The rows of the table: a row with a task begins an entry, one with evidence alone goes on with the last. */
  entries(): void {
    const list: Data[] = [];
    this.data['entries'] = list;
    let current: { data: Data; rows: EntryRows; task: string } | undefined;
    let last = this.table.rows[0]?.number ?? 0;
    for (const row of this.table.rows) {
      const isApart = row.number > last + 1;
      last = isApart ? last : row.number;
      const own = this.#asked.filter(({ column }) => filledIn(row, column));
      if (own.length === 0 || this.#isTitle(row, own) || (isApart && this.#isSignature(row))) {
        const first = Math.min(...row.cells.keys());
        const unread = { kind: 'unread-content', what: 'row', name: textAt(row, first) } as const;
        this.faults.push({ ...whole, place: this.at(row.number, first), ...unread });
        continue;
      }
      const task = this.#taskIn(row);
      const onlyLists = own.every(({ field, list }) => list !== undefined || field.field === 'task');
      if (current && onlyLists && (task === '' || task === current.task)) {
        this.#lists(row, current.data, list.length - 1, current.rows);
        continue;
      }
      const rows = { row: row.number, evidence: [], indicators: [] };
      const data: Data = {};
      list.push(data);
      this.rows.push(rows);
      const path = ['entries', list.length - 1];
      for (const { field, column, key } of this.#askedOf.get(undefined) ?? []) {
        const cell = filledIn(row, column) ?? this.#merged(row, field, column);
        if (cell) this.#put(data, path, key, cell.value, field);
      }
      this.#lists(row, data, list.length - 1, rows);
      current = { data, rows, task };
    }
  }

  #lists(row: Row, data: Data, index: number, rows: EntryRows): void {
    for (const list of LISTS) {
      const own = this.#askedOf.get(list)?.filter(({ column }) => filledIn(row, column)) ?? [];
      // What the form itself filled in says nothing yet.
      if (own.every(({ field, column }) => isPrefilled(field, row.cells.get(column)?.value))) continue;
      const items = (data[list] ??= []) as Data[];
      const item: Data = {};
      const path = ['entries', index, list, items.length];
      rows[list].push(row.number);
      items.push(item);
      for (const { field, column, key } of own) {
        const value = row.cells.get(column)?.value;
        if (value) this.#put(item, path, key, value, field);
      }
    }
  }

  /** The text in the column of tasks; empty where there is none. */
  #taskIn(row: Row): string {
    const column = this.#column('task');
    return column === undefined ? '' : textAt(row, column);
  }

  /** A line that only parts the table: a text over several columns, or words where an id is expected and nothing else. */
  #isTitle(row: Row, own: readonly Asked[]): boolean {
    const only = own[0];
    if (!only || own.length > 1) return false;
    const { column, field } = only;
    const isWide = this.sheet
      .grid()
      .merges.some(
        ({ from, to }) => from.row === row.number && from.column <= column && to.column > Math.max(column, from.column),
      );
    return isWide || (field.field === 'task' && textAt(row, column).includes(' ') && row.cells.size === 1);
  }

  /** What stands apart below the table, without a status and without an id, is signed and not reported. */
  #isSignature(row: Row): boolean {
    return !this.#isFilled(row, 'status') && !/[\d.]/.test(this.#taskIn(row));
  }

  #column(field: string): number | undefined {
    return this.table.columns.get(field)?.column;
  }

  #isFilled(row: Row, field: string): boolean {
    const column = this.#column(field);
    return column !== undefined && filledIn(row, column) !== undefined;
  }

  /** What one cell says for several tasks, where it was merged over their rows. */
  #merged(row: Row, { field }: FormField, column: number): Cell | undefined {
    const isRepeated = field !== 'task' && this.#tall.has(column) && this.#isFilled(row, 'task');
    return isRepeated ? mergedAbove(this.sheet.grid(), row.number, column) : undefined;
  }

  /** Puts what a cell says into the data, or says why not; then the path is known as faulty and not as missing. */
  #put(into: Data, within: Path, key: string, value: Value, field: FormField): void {
    const reading = readingOf(value, field.takes);
    const said = reading.kind === 'value' ? reading.value : undefined;
    const legacy = typeof said === 'string' ? legacyText(said) : undefined;
    if (legacy && this.#legacy === 'converted') {
      this.#put(into, within, key, { kind: 'text', text: legacy.converted }, field);
    } else if (legacy) {
      const path = [...within, key];
      this.faults.push({ path, part: 'value', kind: 'legacy-text', text: String(said), ...legacy });
    } else if (reading.kind !== 'value') {
      const path = [...within, key];
      this.faults.push({ path, part: 'value', ...unsaid(value, reading, this.titleOf(path)) });
    } else if (said !== '') into[key] = said;
  }

  /** Whether each row of a sheet holds a field of the report itself. */
  isOfHeads(sheet: Sheet): boolean {
    const heads = [...this.#heads.values()].filter(({ sheet: home, value }) => home === sheet && value !== undefined);
    const rows = new Set(heads.map(({ row }) => row));
    return sheet.grid().rows.every(({ number }) => rows.has(number));
  }

  /** The sheet on which changes to the plan are asked for. */
  proposals({ sheets }: Workbook): void {
    for (const sheet of sheets) {
      if (sheet === this.sheet || sheet.isHidden || isGuide(sheet)) continue;
      const table = findTable(sheet.grid(), HEADINGS.proposals, ['text']);
      if ('missing' in table) continue;
      const found = { sheet, table, rows: [] as number[] };
      this.asked = found;
      const items: Data[] = [];
      for (const row of table.rows) {
        const item: Data = {};
        for (const field of PROPOSALS) {
          const cell = filledIn(row, table.columns.get(field.field)?.column ?? 0);
          if (!cell) continue;
          if (found.rows.at(-1) !== row.number) found.rows.push(row.number);
          this.#put(item, ['proposals', found.rows.length - 1], field.field, cell.value, field);
        }
        if (found.rows.at(-1) === row.number) items.push(item);
      }
      if (items.length > 0) this.data['proposals'] = items;
      return;
    }
  }

  /** A cell of the report's own sheet. */
  at(row: number, column: number): Place {
    return placeIn(this.file, this.sheet, { row, column }, this.#titleAt(column));
  }

  /** A sheet as a whole: its first cell. */
  of(sheet: Sheet): Place {
    return placeIn(this.file, sheet, { row: 1, column: 1 });
  }

  /** The same as the other end of a finding. */
  spot(row: number, column: number): Spot {
    const place = this.at(row, column);
    return { source: pinned(place), path: [], part: 'value' };
  }

  #titleAt(column: number): string | undefined {
    return [...this.table.columns.values(), ...this.table.others].find((each) => each.column === column)?.title;
  }

  titleOf(path: Path): string {
    const field = fieldOf(path);
    if (path[0] === 'entries') return this.table.columns.get(field)?.title ?? titleOf(COLUMNS, field, this.lang);
    if (path[0] === 'proposals')
      return this.asked?.table.columns.get(field)?.title ?? titleOf(PROPOSALS, field, this.lang);
    return this.#heads.get(field)?.title ?? titleOf(HEAD, field, this.lang);
  }

  place(path: Path): Place {
    const [list, index, name, item] = path;
    const field = fieldOf(path);
    if (list === 'entries') {
      const rows = typeof index === 'number' ? this.rows[index] : undefined;
      const inList = name === 'evidence' || name === 'indicators' ? rows?.[name][Number(item ?? 0)] : undefined;
      const column = this.#column(field) ?? this.#column(`${String(name)}.number`) ?? this.#column('task') ?? 1;
      return this.at(inList ?? rows?.row ?? this.table.headRow, column);
    }
    if (list === 'proposals' && this.asked) {
      const { sheet, table, rows } = this.asked;
      const column = table.columns.get(field) ?? table.columns.get('text');
      const row = typeof index === 'number' ? (rows[index] ?? table.headRow) : table.headRow;
      return placeIn(this.file, sheet, { row, column: column?.column ?? 1 }, column?.title);
    }
    const head = this.#heads.get(field) ?? [...this.#heads].find(([each]) => each.startsWith(`${field}.`))?.[1];
    return head
      ? placeIn(this.file, head.sheet, head, head.title)
      : this.at(this.table.headRow, this.#column('task') ?? 1);
  }
}

/** Why a cell does not say what its field expects. */
const unsaid = (value: Value, reading: Exclude<CellReading, { kind: 'value' }>, field: string) =>
  reading.kind === 'absent'
    ? ({ kind: 'cell-without-value', field, shows: shownIn(value), isFormula: reading.isFormula } as const)
    : ({ kind: 'bad-value', field, value: shownIn(value), expected: { form: 'not-a-date' } } as const);

/** `evidence.date` for `['entries', 3, 'evidence', 0, 'date']`, `reported` for `['reported']`. */
const fieldOf = (path: Path): string =>
  (path[0] === 'entries' || path[0] === 'proposals' ? path.slice(1) : path)
    .filter((step) => typeof step === 'string')
    .join('.');

const titleOf = (fields: readonly FormField[], field: string, lang: Lang): string =>
  fields.find((each) => each.field === field)?.title[lang] ?? field;

import { describe, expect, test } from 'vitest';
import { COLUMNS, Headings, NEEDED_COLUMNS } from '../../src/form.ts';
import { rangeNamed } from '../../src/office/cells.ts';
import type { Cell, Grid, Row } from '../../src/office/grid.ts';
import { findTable, mergedAbove, textAt } from '../../src/read/excel/table.ts';

/** Cells by their columns; in the order given, which need not be theirs. */
type Written = Readonly<Record<number, string>> | readonly (readonly [column: number, text: string])[];

const rowOf = (number: number, written: Written): Row => ({
  number,
  isHidden: false,
  cells: new Map(
    (Array.isArray(written) ? written : Object.entries(written as Record<number, string>)).map(([at, text]) => {
      const column = Number(at);
      return [column, { row: number, column, value: { kind: 'text', text: String(text) } } satisfies Cell];
    }),
  ),
});

/** A sheet of rows by their numbers. */
function gridOf(written: Readonly<Record<number, Written>>, ...merged: readonly string[]): Grid {
  const rows = Object.entries(written).map(([number, cells]) => rowOf(Number(number), cells));
  const merges = merged.flatMap((name) => rangeNamed(name) ?? []);
  return {
    rows,
    row: (number) => rows.find((row) => row.number === number),
    merges,
    mergedFrom: (column) => merges.filter(({ from }) => from.column === column),
    isHidden: () => false,
  };
}

/** What is found of a table: its fields with their columns, the rows below, and other headings. */
function found(grid: Grid): unknown {
  const table = findTable(grid, new Headings(COLUMNS), NEEDED_COLUMNS);
  if ('missing' in table) return table;
  const { headRow, rows, columns, others, lang } = table;
  return {
    headRow,
    lang,
    rows: rows.map(({ number }) => number),
    columns: Object.fromEntries([...columns].map(([field, { column }]) => [field, column])),
    others: others.map(({ column, title, again }) => [column, title, ...(again ? [again.column] : [])]),
  };
}

const TITLES = { 1: 'Mã nhiệm vụ', 2: 'Trạng thái', 3: 'Kết quả' };
const ROW = { 1: 'II.1.b', 2: 'Đang thực hiện', 3: 'Đã họp' };
const FIELDS = { task: 1, status: 2, result: 3 };

describe('the text of a cell', () => {
  test.each([
    ['a b', 'a b'],
    ['a  b', 'a b'],
    ['a\u00a0b', 'a b'],
    ['a\tb\r\nc', 'a b c'],
    [' a ', 'a'],
    ['\u00a0a\n', 'a'],
  ])('%j is one line: %j', (written, line) => expect(textAt(rowOf(1, { 1: written }), 1)).toBe(line));

  test('there is none without a cell, or without a row', () => {
    expect(textAt(rowOf(1, { 1: 'a' }), 2)).toBe('');
    expect(textAt(undefined, 1)).toBe('');
  });
});

describe('the table of a sheet', () => {
  test('begins with its headings', () =>
    expect(found(gridOf({ 2: { 1: 'BÁO CÁO' }, 4: TITLES, 5: ROW }))).toEqual({
      headRow: 4,
      lang: 'vi',
      rows: [5],
      columns: FIELDS,
      others: [],
    }));

  test('is the first one that is whole, not the widest', () =>
    expect(found(gridOf({ 1: TITLES, 2: ROW, 4: { ...TITLES, 4: 'Khó khăn' }, 5: ROW }))).toMatchObject({
      headRow: 1,
      columns: FIELDS,
    }));

  test('has its headings once more at the top of a page', () => {
    expect(found(gridOf({ 1: TITLES, 2: ROW, 3: TITLES, 4: ROW }))).toMatchObject({ rows: [2, 4] });
    expect(found(gridOf({ 1: TITLES, 2: ROW, 3: { ...TITLES, 3: 'Kết quả khác' }, 4: ROW }))).toMatchObject({
      rows: [2, 3, 4],
    });
  });

  test('has no rows of spaces', () =>
    expect(found(gridOf({ 1: TITLES, 2: ROW, 3: { 1: ' ', 2: '\u00a0' }, 4: ROW }))).toMatchObject({ rows: [2, 4] }));

  test('has its columns in the order of the sheet, however the cells are written', () => {
    const titles: Written = [
      [4, 'Kết quả'],
      [3, 'Kết quả'],
      [2, 'Trạng thái'],
      [1, 'Mã nhiệm vụ'],
    ];
    expect(found(gridOf({ 1: titles, 2: ROW }))).toMatchObject({ columns: FIELDS, others: [[4, 'Kết quả', 3]] });
  });

  test('has headings of its own, but none without words', () =>
    expect(found(gridOf({ 1: { ...TITLES, 4: 'Ghi chú', 5: ' ' }, 2: ROW }))).toMatchObject({
      columns: FIELDS,
      others: [[4, 'Ghi chú']],
    }));

  test('is English where more than half of its headings are', () => {
    const lang = (...titles: readonly string[]): unknown => {
      const head = Object.fromEntries(titles.map((title, i) => [i + 1, title]));
      return (found(gridOf({ 1: head, 2: ROW })) as { lang: string }).lang;
    };
    expect(lang('Task ID', 'Status', 'Kết quả')).toBe('en');
    expect(lang('Task ID', 'Status', 'Kết quả', 'Khó khăn')).toBe('vi');
    expect(lang('Task ID', 'Trạng thái', 'Kết quả')).toBe('vi');
  });

  test('may begin so far down, and no further', () => {
    const above = (count: number): Record<number, Written> =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [i + 1, { 1: `dòng ${'x'.repeat(i)}` }]));
    expect(found(gridOf({ ...above(99), 100: TITLES, 101: ROW }))).toMatchObject({ headRow: 100 });
    expect(found(gridOf({ ...above(100), 101: TITLES, 102: ROW }))).toMatchObject({ matched: 0 });
  });
});

describe('headings in two rows', () => {
  const HEAD = { 1: 'Mã nhiệm vụ', 2: 'Trạng thái', 3: 'Văn bản minh chứng' };
  const SECOND = { 3: 'Số, ký hiệu', 4: 'Ngày' };
  const BOTH = { task: 1, status: 2, 'evidence.number': 3, 'evidence.date': 4 };

  test('say together what a column is', () =>
    expect(found(gridOf({ 1: HEAD, 2: SECOND, 3: ROW }, 'C1:D1'))).toMatchObject({
      headRow: 1,
      rows: [3],
      columns: BOTH,
      others: [],
    }));

  test('whatever is merged above and below them', () => {
    const rows = { 1: { 1: 'Ngày hoàn thành' }, 2: HEAD, 3: SECOND, 4: ROW, 5: ROW };
    expect(found(gridOf(rows, 'A1:E1', 'C4:E4', 'C2:D2'))).toMatchObject({ headRow: 2, rows: [4, 5], columns: BOTH });
  });

  test('but not with a row further down', () =>
    expect(found(gridOf({ 1: HEAD, 3: SECOND, 4: ROW }, 'C1:D1'))).toMatchObject({
      rows: [3, 4],
      columns: { task: 1, status: 2, 'evidence.number': 3 },
    }));

  test('nor below a cell that is merged over its own column alone', () =>
    expect(found(gridOf({ 1: HEAD, 2: SECOND, 3: ROW }, 'A1:A1'))).toMatchObject({
      rows: [2, 3],
      columns: { task: 1, status: 2, 'evidence.number': 3 },
    }));
});

describe('a row of numbers below the headings', () => {
  test.each<[row: readonly string[], isNumbering: boolean]>([
    [['(1)', '(2)', '(3) = (1) + (2)'], true],
    [['(1)', '(2)', '(3)=(1)+(2)'], true],
    [['1', '2', ' 3  '], true],
    [['0', '1', '2'], true],
    [['2', '3', '4'], true],
    [['3', '4', '5'], false],
    [['1', '2'], false],
    [['1', '2', '4'], false],
    [['1', '3', '4'], false],
    [['1', 'a', '3'], false],
    [['x1', '2', '3'], false],
    [['1', '2', '3x'], false],
    [['1', '2', '3   = 1 + 2'], true],
  ])('%j: %s', (cells, isNumbering) => {
    const numbers = Object.fromEntries(cells.map((text, i) => [i + 1, text]));
    expect(found(gridOf({ 1: TITLES, 2: numbers, 3: ROW }))).toMatchObject({ rows: isNumbering ? [3] : [2, 3] });
  });

  test('is one however its cells are written, and only right below', () => {
    const numbers: Written = [
      [3, '3'],
      [1, '1'],
      [2, '2'],
    ];
    expect(found(gridOf({ 1: TITLES, 2: numbers, 3: ROW }))).toMatchObject({ rows: [3] });
    expect(found(gridOf({ 1: TITLES, 2: ROW, 3: numbers }))).toMatchObject({ rows: [2, 3] });
  });
});

describe('where no table is whole', () => {
  test('it is told from the row that came nearest what is missing', () => {
    const near = { 1: 'Mã nhiệm vụ', 2: 'Kết quả', 3: 'Khó khăn', 4: 'Ghi chú' };
    const expected = { missing: ['status'], matched: 3, titles: ['Mã nhiệm vụ', 'Kết quả', 'Khó khăn', 'Ghi chú'] };
    expect(found(gridOf({ 1: { 1: 'Kết quả' }, 2: near, 3: { 1: 'Trạng thái' } }))).toEqual(expected);
  });

  test('from the first of two that came as near', () =>
    expect(found(gridOf({ 1: { 1: 'Mã nhiệm vụ', 2: 'Kết quả' }, 2: { 1: 'Kết quả', 2: 'Trạng thái' } }))).toEqual({
      missing: ['status'],
      matched: 2,
      titles: ['Mã nhiệm vụ', 'Kết quả'],
    }));

  test('nothing of a sheet without headings', () =>
    expect(found(gridOf({ 1: { 1: 'Danh sách' }, 2: { 1: 'Nguyễn Văn A' } }))).toEqual({
      missing: NEEDED_COLUMNS,
      matched: 0,
      titles: [],
    }));
});

test('a merged cell shows what its first one holds, in the rows below that', () => {
  const grid = gridOf({ 2: { 1: 'trên', 2: 'bên' }, 3: { 2: 'x' }, 4: { 2: 'y' }, 5: { 2: 'z' } }, 'A2:A4');
  const shown = (row: number, column = 1): unknown => mergedAbove(grid, row, column)?.value;
  expect([1, 2, 3, 4, 5].map((row) => shown(row))).toEqual([
    undefined,
    undefined,
    { kind: 'text', text: 'trên' },
    { kind: 'text', text: 'trên' },
    undefined,
  ]);
  expect(shown(3, 2)).toBeUndefined();
});

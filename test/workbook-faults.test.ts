import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportForm } from '../src/generated/validators.js';
import { type Packed, archiveOf, packedFrom } from '../src/office/zip.ts';
import { openedSource } from '../src/read/read.ts';
import { EXAMPLE, ROOT, dondoc, folderWith, outputOf } from './helpers.ts';
import {
  type Given,
  type Parts,
  type Put,
  type Rows,
  type SheetGiven,
  packed,
  partsOf,
  withEntry,
  withPart,
  zipped,
} from './workbook-builder.ts';

const HEAD: Rows = [
  ['Kế hoạch số:', '12/KH-UBND'],
  ['Phiên bản:', '1.1.0'],
  ['Cơ quan báo cáo:', 'Sở Tài chính'],
  ['Kỳ báo cáo:', '2024'],
  ['Ngày báo cáo:', '20/12/2024'],
];
const TITLES = [
  'Mã nhiệm vụ',
  'Trạng thái',
  'Tiến độ %',
  'Kết quả',
  'Ngày bắt đầu',
  'Văn bản minh chứng',
  'Ngày văn bản',
  'Sản phẩm số',
  'Mã chỉ tiêu',
  'Giá trị chỉ tiêu',
];
/** Row 7, the first of the table, as it is without a fault. */
const SOUND: readonly Put[] = ['II.1.b', 'Đang thực hiện', 60, 'Đang lấy ý kiến dự thảo.'];
const SECOND: readonly Put[] = ['II.1.c', 'Đang thực hiện', 40, 'Đã bố trí kinh phí.'];

const sheetOf = (rows: Rows, more: Partial<SheetGiven> = {}): SheetGiven => ({
  name: 'Báo cáo',
  rows: [...HEAD, TITLES, ...rows],
  ...more,
});
const partsWith = (rows: Rows, more: Partial<SheetGiven> = {}, given: Given = {}): Parts =>
  partsOf([sheetOf(rows, more)], given);
const book = (rows: Rows, more: Partial<SheetGiven> = {}): Uint8Array => zipped(partsWith(rows, more));
/** The sound row with one cell put in, by its letter. */
const rowWith = (letter: string, put: Put): Put[] => {
  const row: Put[] = [...SOUND, ...Array<null>(TITLES.length - SOUND.length).fill(null)];
  row[letter.charCodeAt(0) - 65] = put;
  return row;
};

interface Found {
  readonly code: string;
  readonly message: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly data: {
    readonly is?: string;
    readonly why?: string;
    readonly isTooLarge?: boolean;
    readonly what?: string;
    readonly name?: string;
  };
}

const folder = folderWith(EXAMPLE);

/** What the command line says of a file as a file, by code and cell. */
async function foundIn(bytes: Uint8Array): Promise<Found[]> {
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  const { stdout, stderr, code } = await dondoc(folder, 'check a.xlsx --plan plan/12-KH-UBND --format json');
  expect(stderr).toBe('');
  const { findings } = outputOf('findings', stdout) as unknown as { readonly findings: readonly Found[] };
  const found = findings.filter((finding) => finding.code.startsWith('DD1'));
  const errors = (JSON.parse(stdout) as { summary: { errors: number } }).summary.errors;
  expect(code).toBe(errors > 0 ? 1 : 0);
  return found;
}
/** `DD109 Báo cáo!E7`; what is said of a whole sheet or file goes by its name. */
const briefly = ({ code, sheet, cell, data: { is, why, isTooLarge, what, name } }: Found): string => {
  if (what === 'sheet') return `${code} ${what} ${name ?? ''}`;
  if (what === 'macros' || what === 'external-links') return `${code} ${what}`;
  const at = cell === undefined ? undefined : `${sheet ?? ''}!${cell}`;
  return [code, at, is, why, isTooLarge ? 'too large' : undefined].filter((word) => word !== undefined).join(' ');
};
const codesIn = async (bytes: Uint8Array): Promise<string[]> => (await foundIn(bytes)).map(briefly);

interface Entry {
  readonly task?: unknown;
  readonly status?: unknown;
  readonly progress?: unknown;
  readonly result?: unknown;
  readonly started?: unknown;
  readonly evidence?: readonly Readonly<Record<string, unknown>>[];
  readonly indicators?: readonly Readonly<Record<string, unknown>>[];
}
const entriesIn = (bytes: Uint8Array): readonly Entry[] =>
  (openedSource({ kind: 'opened', bytes }, 'a.xlsx', reportForm).data as { readonly entries: readonly Entry[] })
    .entries;

test('the sound form has no fault', async () => {
  expect(await codesIn(book([SOUND]))).toEqual([]);
  expect(entriesIn(book([SOUND]))).toEqual([
    { task: 'II.1.b', status: 'in-progress', progress: 60, result: 'Đang lấy ý kiến dự thảo.' },
  ]);
});

const number = (value: string, style = 0): Put => ({ xml: `<c r="@" s="${style}"><v>${value}</v></c>` });
const DAY = 1;

describe('what is typed into a cell', () => {
  test.each<[letter: string, put: Put, value: unknown]>([
    ['E', '5/6/2025', '2025-06-05'],
    ['E', '05/06/2025', '2025-06-05'],
    ['E', ' 05-06-2025 ', '2025-06-05'],
    ['E', '5.6.2025', '2025-06-05'],
    ['E', '5 / 6 / 2025', '2025-06-05'],
    ['E', 'ngày 5 tháng 6 năm 2025', '2025-06-05'],
    ['E', 'Ngày 05 tháng 06 năm 2025'.normalize('NFD'), '2025-06-05'],
    ['E', 'Hà Tĩnh, ngày 5 tháng 6 năm 2025', '2025-06-05'],
    ['E', '2025-06-05', '2025-06-05'],
    ['E', '2025/6/5', '2025-06-05'],
    ['E', '29/02/2024', '2024-02-29'],
    ['E', { day: '2025-06-05' }, '2025-06-05'],
    ['E', { xml: '<c r="@" s="1"><v>45813.75</v></c>' }, '2025-06-05'],
    ['E', { xml: '<c r="@" t="d"><v>2025-06-05</v></c>' }, '2025-06-05'],
    ['E', { xml: '<c r="@" s="1"><f>TODAY()</f><v>45813</v></c>' }, '2025-06-05'],
    ['C', 60, 60],
    ['C', '60', 60],
    ['C', '60%', 60],
    ['C', ' 60 % ', 60],
    ['C', '60 phần trăm', 60],
    ['C', 0.6, 60],
    ['C', '0,6', 60],
    ['C', 0.57, 57],
    ['C', { share: 0.6 }, 60],
    ['C', { share: 1 }, 100],
    ['C', { share: 0.005 }, 0.5],
    ['C', '62,5%', 62.5],
    ['C', '62.5', 62.5],
    ['C', '0,5%', 0.5],
    ['C', 0, 0],
    ['C', 100, 100],
    ['C', number('6E1'), 60],
    ['C', { formula: 'B9/B10', cached: 60 }, 60],
    ['C', { formula: '"60"&" %"', cached: '60 %' }, 60],
    ['B', 'Đang thực hiện', 'in-progress'],
    ['B', 'ĐANG THỰC HIỆN', 'in-progress'],
    ['B', ' đang  thực\nhiện ', 'in-progress'],
    ['B', 'Đang thực hiện'.normalize('NFD'), 'in-progress'],
    ['B', 'Đang thưc hiên', 'in-progress'],
    ['B', 'Đã trình - chờ ban hành', 'submitted'],
    ['B', 'Chưa thực hiện', 'not-started'],
    ['B', 'không phát sinh', 'none-arisen'],
    ['B', 'Đang vướng mắc.', 'blocked'],
    ['B', 'In progress', 'in-progress'],
    ['B', 'in-progress', 'in-progress'],
    ['B', { formula: 'Sheet2!A1', cached: 'Đang thực hiện' }, 'in-progress'],
    ['D', 'dòng 1\ndòng 2', 'dòng 1\ndòng 2'],
    ['D', ' giữ nguyên ', ' giữ nguyên '],
    ['D', 2025, '2025'],
    ['D', { share: 0.6 }, '60%'],
    ['D', { day: '2025-06-05' }, '05/06/2025'],
    ['D', { xml: '<c r="@" t="b"><v>1</v></c>' }, 'TRUE'],
    ['D', { xml: '<c r="@" t="inlineStr"><is><t>a_x0041__x000D_b_x005F_x0041_</t></is></c>' }, 'aA\rb_x0041_'],
    ['D', { xml: '<c r="@" t="inlineStr"><is><t>&#x1F9FE; &lt;b&gt; &amp;amp;</t></is></c>' }, '🧾 <b> &amp;'],
    ['D', { formula: '"a"&"b"', cached: 'Đã ban hành' }, 'Đã ban hành'],
    ['F', ' 41/2024/QĐ-UBND ', '41/2024/QĐ-UBND'],
    ['F', '12/11', '12/11'],
    ['F', 415, '415'],
    ['G', '28/6/2024', '2024-06-28'],
    ['H', 1, 1],
    ['H', '2', 2],
    ['J', 5.5, 5.5],
    ['J', -1.25, -1.25],
    ['J', '5,5', 5.5],
    ['J', '-12', -12],
  ])('%s7: %j is %j', async (letter, put, value) => {
    const row = rowWith(letter, put);
    if (letter === 'J') row[8] = 'khuyen-cong';
    if (letter === 'H') row[5] = '41/2024/QĐ-UBND';
    const bytes = book([row]);
    expect(await codesIn(bytes)).toEqual([]);
    const [{ status, progress, result, started, evidence, indicators } = {}] = entriesIn(bytes);
    const [{ number: written, date, product } = {}] = evidence ?? [];
    const read: Readonly<Record<string, unknown>> = {
      ...{ B: status, C: progress, D: result, E: started, F: written, G: date, H: product },
      J: indicators?.[0]?.['value'],
    };
    expect(read[letter]).toEqual(value);
  });

  test.each<[letter: string, put: Put, code: string, says: string]>([
    ['E', '5/6/25', 'DD109', '5/6/25'],
    ['E', '31/02/2025', 'DD109', '31/02/2025'],
    ['E', '12/31/2025', 'DD109', '12/31/2025'],
    ['E', '6/2025', 'DD109', '6/2025'],
    ['E', '05/06-2025', 'DD109', '05/06-2025'],
    ['E', 'Quý II/2025', 'DD109', 'Quý II/2025'],
    ['E', 45_813, 'DD109', '45813'],
    ['E', 20_250_605, 'DD109', '20250605'],
    ['E', number('-5', DAY), 'DD109', '-5'],
    ['E', number('60', DAY), 'DD109', '60'],
    ['E', number('3000000', DAY), 'DD109', '3000000'],
    ['E', { xml: '<c r="@" t="b"><v>1</v></c>' }, 'DD109', 'TRUE'],
    ['E', { error: '#N/A' }, 'DD113', '#N/A'],
    ['C', -5, 'DD108', '-5'],
    ['C', 120, 'DD108', '120'],
    ['C', { share: 1.2 }, 'DD108', '120%'],
    ['C', 'khoảng 60', 'DD108', 'khoảng 60'],
    ['C', 1, 'DD108', 'không rõ là 1% hay 100%; ghi “1%” hoặc 100'],
    ['C', '1.0', 'DD108', '“1.0”'],
    ['C', '60-70%', 'DD108', '60-70%'],
    ['C', { day: '2025-06-05' }, 'DD108', '05/06/2025'],
    ['C', { error: '#DIV/0!' }, 'DD113', '#DIV/0!'],
    ['C', { formula: 'B9/B10' }, 'DD113', '=B9/B10'],
    ['B', 'Đang thực hiệm', 'DD108', 'có lẽ là “đang thực hiện”'],
    ['B', 'Hoàn thành', 'DD108', 'có lẽ là “đã hoàn thành”'],
    ['B', 'Đang triển khai', 'DD108', 'có lẽ là “đang thực hiện”'],
    ['B', 'Chưa hoàn thành', 'DD108', 'có lẽ là “đang thực hiện”'],
    ['B', 'Xong', 'DD108', 'có lẽ là “đã hoàn thành”'],
    ['B', 'x', 'DD108', '“x”'],
    ['B', { formula: 'Sheet2!A1' }, 'DD113', '=Sheet2!A1'],
    ['D', { error: '#REF!' }, 'DD113', '#REF!'],
    ['A', { day: '2025-01-02' }, 'DD108', '02/01/2025'],
    ['A', 1.1, 'DD108', '1.1'],
    ['A', { error: '#NAME?' }, 'DD113', '#NAME?'],
    ['F', { day: '2025-11-12' }, 'DD108', '12/11/2025'],
    ['G', 'tháng 6', 'DD109', 'tháng 6'],
    ['H', 'một', 'DD108', 'một'],
    ['H', 1.5, 'DD108', '1.5'],
    ['J', '1.234', 'DD108', '1.234'],
    ['J', '5 tỷ', 'DD108', '5 tỷ'],
    ['J', { share: 0.05 }, 'DD108', '5%'],
    ['J', '5%', 'DD108', '5%'],
  ])('%s7: %j is refused: %s', async (letter, put, code, says) => {
    const row = rowWith(letter, put);
    if (letter === 'J') row[8] = 'khuyen-cong';
    if (letter === 'H') row[5] = '41/2024/QĐ-UBND';
    const found = await foundIn(book([row]));
    expect(found.map(briefly)).toEqual([`${code} Báo cáo!${letter}7`]);
    expect(found[0]?.message).toContain(says);
  });

  test.each<[format: string, isDay: boolean]>([
    ['dd/mm/yyyy', true],
    ['d-m-yy', true],
    ['mmm-yy', true],
    ['yyyy\\-mm\\-dd', true],
    ['[$-42A]dd/mm/yyyy;@', true],
    ['[$-101042A]d mmmm yyyy', true],
    ['"ngày" dd "tháng" mm "năm" yyyy', true],
    ['dd/mm/yyyy hh:mm', true],
    ['General', false],
    ['@', false],
    ['#,##0 "đồng/dự án"', false],
    ['[Red]#,##0.00;[$VND] -0', false],
    ['[h]:mm', false],
    ['0.00E+00', false],
  ])('a number in the format %s is a day: %s', async (format, isDay) => {
    const parts = withPart(partsWith([rowWith('E', number('45813', DAY))]), 'xl/styles.xml', (xml) =>
      xml.replace('formatCode="dd/mm/yyyy"', () => ` formatCode="${format.replaceAll('"', '&quot;')}"`),
    );
    expect(await codesIn(zipped(parts))).toEqual(isDay ? [] : ['DD109 Báo cáo!E7']);
    expect(entriesIn(zipped(parts))[0]?.started).toBe(isDay ? '2025-06-05' : undefined);
  });

  test.each<[row: number, put: Put, codes: string[]]>([
    [2, 1.1, ['DD108 Báo cáo!B2']],
    [3, { error: '#N/A' }, ['DD113 Báo cáo!B3']],
    [4, { day: '2024-07-01' }, ['DD108 Báo cáo!B4']],
    [4, 2024, []],
    [5, '20/13/2024', ['DD109 Báo cáo!B5']],
    [5, null, ['DD106 Báo cáo!B5']],
    [5, { formula: 'TODAY()' }, ['DD113 Báo cáo!B5']],
  ])('above the table, row %i: %j', async (row, put, codes) => {
    const rows = [...HEAD, TITLES, SOUND].map((cells, i) => (i + 1 === row ? [cells[0] ?? null, put] : cells));
    expect(await codesIn(zipped(partsOf([{ name: 'Báo cáo', rows }])))).toEqual(codes);
  });
});

const hidden = (name: string): SheetGiven => ({ name, rows: [['Ghi chú']], state: 'hidden' });
const INDEX = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const SHEET = 'xl/worksheets/sheet1.xml';

describe('what is read, but may not be what was meant', () => {
  test.each<[what: string, bytes: () => Uint8Array, codes: string[]]>([
    ['a hidden row', () => book([SOUND, SECOND], { hiddenRows: [8] }), ['DD114 Báo cáo!A8']],
    ['a hidden row without contents', () => book([SOUND, []], { hiddenRows: [8] }), []],
    ['a hidden column', () => book([SOUND], { hiddenColumns: [4] }), ['DD114 Báo cáo!D6']],
    ['a hidden column without contents', () => book([SOUND], { hiddenColumns: [7, 12] }), []],
    ['a hidden sheet', () => zipped(partsOf([sheetOf([SOUND]), hidden('Nháp')])), ['DD114 sheet Nháp']],
    [
      'a sheet hidden from its user',
      () => zipped(partsOf([sheetOf([SOUND]), { ...hidden('Nháp'), state: 'veryHidden' }])),
      ['DD114 sheet Nháp'],
    ],
    [
      'another sheet',
      () => zipped(partsOf([sheetOf([SOUND]), { name: 'Số liệu', rows: [['Ghi chú']] }])),
      ['DD118 sheet Số liệu'],
    ],
    ['another sheet without contents', () => zipped(partsOf([sheetOf([SOUND]), { name: 'Sheet2', rows: [] }])), []],
    [
      'two sheets of one name',
      () => zipped(partsOf([sheetOf([SOUND]), { name: 'Báo cáo', rows: [['Ghi chú']] }])),
      ['DD118 sheet Báo cáo'],
    ],
    ['macros', () => zipped({ ...partsWith([SOUND]), 'xl/vbaProject.bin': 'macro' }), ['DD116 macros']],
    [
      'links to other workbooks',
      () => zipped({ ...partsWith([SOUND]), 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }),
      ['DD116 external-links'],
    ],
    [
      'connections to data',
      () => zipped({ ...partsWith([SOUND]), 'xl/connections.xml': '<connections/>' }),
      ['DD116 external-links'],
    ],
    [
      'one task merged over two rows',
      () => book([SOUND, [null, null, null, null, null, '41/2024/QĐ-UBND']], { merges: ['A7:A8'] }),
      ['DD115 Báo cáo!A7'],
    ],
    [
      'one status merged over two tasks',
      () => book([SOUND, ['II.1.c', null, 40, 'Đã bố trí kinh phí.']], { merges: ['B7:B8'] }),
      ['DD115 Báo cáo!B7'],
    ],
    ['a result merged over two columns', () => book([SOUND], { merges: ['D7:E7'] }), ['DD115 Báo cáo!D7']],
    ['empty merged cells', () => book([SOUND], { merges: ['F7:G7'] }), []],
    ['a row that names a section', () => book([SOUND, ['II. NHIỆM VỤ PHỐI HỢP'], SECOND]), ['DD118 Báo cáo!A8']],
    [
      'a section over the whole table',
      () => book([SOUND, ['II'], SECOND], { merges: ['A8:J8'] }),
      ['DD118 Báo cáo!A8'],
    ],
    [
      'a name below the table',
      () => book([SOUND, [], [null, null, null, 'GIÁM ĐỐC']], { merges: ['D9:J9'] }),
      ['DD118 Báo cáo!D9'],
    ],
    [
      'who signed it, below the table',
      () => book([SOUND, [], [null, null, null, 'GIÁM ĐỐC'], [null, null, null, 'Nguyễn Văn An']]),
      ['DD118 Báo cáo!D9', 'DD118 Báo cáo!D10'],
    ],
    [
      'who made it and who signed it, below the table',
      () => book([SOUND, [], ['Người lập biểu', null, null, 'GIÁM ĐỐC']]),
      ['DD118 Báo cáo!A9'],
    ],
    ['an entry after an empty row', () => book([SOUND, [], SECOND]), []],
    [
      'ids lost under a merged cell',
      () => book([SOUND, [null, 'Đang thực hiện', 40, 'Đã bố trí kinh phí.']], { merges: ['A7:A8'] }),
      ['DD115 Báo cáo!A7', 'DD106 Báo cáo!A8'],
    ],
    [
      'a column of its own',
      () => zipped(partsOf([{ name: 'Báo cáo', rows: [...HEAD, [...TITLES, 'Ghi chú'], rowOf(SOUND, 'Chờ ý kiến')] }])),
      ['DD118 Báo cáo!K6'],
    ],
    [
      'a column of its own without contents',
      () => zipped(partsOf([{ name: 'Báo cáo', rows: [...HEAD, [...TITLES, 'Ghi chú'], SOUND] }])),
      [],
    ],
    ['a cell beside the headings', () => book([rowOf(SOUND, 'Chờ ý kiến')]), ['DD118 Báo cáo!K6']],
    [
      'two columns of one heading',
      () => zipped(partsOf([{ name: 'Báo cáo', rows: [...HEAD, [...TITLES, 'KẾT QUẢ'], rowOf(SOUND, 'Khác')] }])),
      ['DD105 Báo cáo!K6'],
    ],
    ['an old font', () => book([rowWith('D', '§· lÊy ý kiÕn c¸c së, ngµnh')]), ['DD117 Báo cáo!D7']],
    [
      'a cell at the end of the sheet',
      () =>
        zipped(
          withPart(partsWith([SOUND]), SHEET, (xml) =>
            xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
          ),
        ),
      ['DD118 Báo cáo!XFD1048576'],
    ],
  ])('%s', async (_, bytes, codes) => {
    expect(await codesIn(bytes())).toEqual(codes);
    expect(entriesIn(bytes())[0]).toMatchObject({ task: 'II.1.b', status: 'in-progress' });
  });

  test('a merged status goes to both tasks, evidence below a merged task to the one', () => {
    const merged = book([SOUND, ['II.1.c', null, 40, 'Đã bố trí kinh phí.']], { merges: ['B7:B8'] });
    expect(entriesIn(merged).map(({ task, status }) => [task, status])).toEqual([
      ['II.1.b', 'in-progress'],
      ['II.1.c', 'in-progress'],
    ]);
    const one = book(
      [
        [...SOUND, null, '40/QĐ-UBND'],
        [null, null, null, null, null, '41/QĐ-UBND'],
      ],
      { merges: ['A7:A8'] },
    );
    expect(entriesIn(one).map(({ evidence }) => evidence)).toEqual([
      [{ number: '40/QĐ-UBND' }, { number: '41/QĐ-UBND' }],
    ]);
  });

  test('a sheet that can be seen goes before one that is hidden', async () => {
    const old = { ...sheetOf([['II.1.c', 'Đã hoàn thành']]), name: 'Cũ', state: 'hidden' as const };
    const bytes = zipped(partsOf([old, sheetOf([SOUND])]));
    expect(entriesIn(bytes).map(({ task }) => task)).toEqual(['II.1.b']);
    expect(await codesIn(bytes)).toEqual(['DD114 sheet Cũ']);
  });
});

function rowOf(row: readonly Put[], last: Put): Put[] {
  return [...row, ...Array<null>(TITLES.length - row.length).fill(null), last];
}

const SOUND_PARTS = partsWith([SOUND]);
const SOUND_FILE = zipped(SOUND_PARTS);
const inSheet = (change: (xml: string) => string): Uint8Array => zipped(withPart(SOUND_PARTS, SHEET, change));
const inIndex = (change: (xml: string) => string): Uint8Array => zipped(withPart(SOUND_PARTS, INDEX, change));
const inRelations = (change: (xml: string) => string): Uint8Array => zipped(withPart(SOUND_PARTS, RELATIONS, change));
const beforeRoot = (xml: string, declared: string): string => xml.replace('<worksheet', `${declared}<worksheet`);

/** A part that says it is 1 GiB, and is: noughts, in blocks that repeat. */
function gibibyte(name: string): Packed {
  const block = deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const bytes = Buffer.concat([...Array<Buffer>(16).fill(block), Buffer.from([3, 0])]);
  return { name, method: 8, crc: 0, size: 1024 * 1024 * 1024, packed: bytes };
}
const png = (): Uint8Array => {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const bytes = Buffer.alloc(12 + data.length);
    bytes.writeUInt32BE(data.length);
    bytes.write(type, 4, 'latin1');
    bytes.set(data, 8);
    bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
    return bytes;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const LAUGHS = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

describe('a file that is no workbook, or a broken or hostile one', () => {
  test.each(['doc', 'docx', 'encrypted', 'html', 'ods', 'odt', 'pdf', 'rtf', 'text', 'xls', 'xlsb', 'xml-2003'])(
    'renamed: %s',
    async (name) => {
      const bytes = readFileSync(join(ROOT, `test/workbooks/others/${name}.xlsx`));
      expect(await codesIn(bytes)).toEqual([`DD110 ${name}`]);
    },
  );

  test.each<[what: string, bytes: () => Uint8Array, code: string]>([
    ['nothing at all', () => Buffer.alloc(0), 'DD101 empty'],
    ['an empty archive', () => archiveOf([]), 'DD110 zip'],
    ['an archive of something else', () => zipped({ 'a.txt': 'a' }), 'DD110 zip'],
    [
      'an archive with a password',
      () => withEntry(SOUND_FILE, SHEET, (bytes, at) => bytes.writeUInt16LE(1, at + 8)),
      'DD110 encrypted',
    ],
    ['a picture', png, 'DD110 picture'],
    ['a photograph', () => Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'DD110 picture'],
    [
      'noise',
      () => Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + 7 * i + 0x90) % 256)),
      'DD110 unknown',
    ],
    ['noughts', () => Buffer.alloc(4000), 'DD110 unknown'],
    ['the first half', () => SOUND_FILE.subarray(0, SOUND_FILE.length / 2), 'DD111'],
    ['all but the last byte', () => SOUND_FILE.subarray(0, -1), 'DD111'],
    ['the first four bytes', () => SOUND_FILE.subarray(0, 4), 'DD111'],
    ['the second half', () => SOUND_FILE.subarray(SOUND_FILE.length / 2), 'DD110 unknown'],
    [
      'a byte changed in the sheet',
      () => withEntry(SOUND_FILE, SHEET, (bytes, at) => (bytes[bytes.readUInt32LE(at + 42) + 100] = 0x55)),
      'DD111',
    ],
    ['a wrong checksum', () => withEntry(SOUND_FILE, SHEET, (bytes, at) => bytes.writeUInt32LE(1, at + 16)), 'DD111'],
    [
      'a way of packing that nobody knows',
      () => withEntry(SOUND_FILE, SHEET, (bytes, at) => bytes.writeUInt16LE(99, at + 10)),
      'DD111',
    ],
    [
      'a part that begins behind the end',
      () => withEntry(SOUND_FILE, SHEET, (bytes, at) => bytes.writeUInt32LE(0x7fffffff, at + 42)),
      'DD111',
    ],
    [
      'two parts that share their bytes',
      () => {
        const twice = zipped({ ...SOUND_PARTS, 'xl/worksheets/sheet2.xml': SOUND_PARTS[SHEET] ?? '' });
        let first = 0;
        withEntry(twice, SHEET, (bytes, at) => (first = bytes.readUInt32LE(at + 42)));
        return withEntry(twice, 'xl/worksheets/sheet2.xml', (bytes, at) => bytes.writeUInt32LE(first, at + 42));
      },
      'DD111',
    ],
    [
      'a part longer than the file',
      () => withEntry(SOUND_FILE, SHEET, (bytes, at) => bytes.writeUInt32LE(0x7fffffff, at + 20)),
      'DD111',
    ],
    [
      'a size in 64 bits that is nowhere',
      () => withEntry(SOUND_FILE, SHEET, (bytes, at) => bytes.writeUInt32LE(0xffffffff, at + 24)),
      'DD111',
    ],
    ['two parts of one name', () => archiveOf([...packed(SOUND_PARTS), packedFrom(SHEET, '<worksheet/>')]), 'DD111'],
    [
      'two parts of one name but for case',
      () => archiveOf([...packed(SOUND_PARTS), packedFrom(SHEET.toUpperCase(), '<worksheet/>')]),
      'DD111',
    ],
    [
      'a directory that is not where it should be',
      () => withEnd(SOUND_FILE, (bytes, at) => bytes.writeUInt32LE(5, at + 16)),
      'DD111',
    ],
    [
      'more parts announced than there are',
      () => withEnd(SOUND_FILE, (bytes, at) => bytes.writeUInt16LE(500, at + 10)),
      'DD111',
    ],
    [
      'more parts than any workbook has',
      () => zipped(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/${i}`, '']))),
      'DD111 too large',
    ],
    [
      'a sheet that says it is small and is not',
      () =>
        withEntry(
          inSheet((xml) => xml + ' '.repeat(5_000_000)),
          SHEET,
          (bytes, at) => bytes.writeUInt32LE(1000, at + 24),
        ),
      'DD111',
    ],
    [
      'a sheet that says it is 1 GiB and is',
      () => archiveOf([...packed(SOUND_PARTS).filter(({ name }) => name !== SHEET), gibibyte(SHEET)]),
      'DD111 too large',
    ],
    [
      'a sheet that says it is small and is 1 GiB',
      () =>
        archiveOf([...packed(SOUND_PARTS).filter(({ name }) => name !== SHEET), { ...gibibyte(SHEET), size: 4000 }]),
      'DD111',
    ],
    [
      'more cells than any report has',
      () =>
        inSheet((xml) =>
          xml.replace(
            '</sheetData>',
            `${Array.from({ length: 1000 }, (_, i) => `<row r="${i + 9}">${'<c><v>1</v></c>'.repeat(501)}</row>`).join('')}</sheetData>`,
          ),
        ),
      'DD111 too large',
    ],
    [
      'more merged cells than any report has',
      () =>
        inSheet((xml) =>
          xml.replace(
            '</worksheet>',
            `<mergeCells>${Array.from({ length: 10_001 }, (_, i) => `<mergeCell ref="A${i + 9}:B${i + 9}"/>`).join('')}</mergeCells></worksheet>`,
          ),
        ),
      'DD111 too large',
    ],
    [
      'no sheet where the list says',
      () => zipped(Object.fromEntries(Object.entries(SOUND_PARTS).filter(([name]) => name !== SHEET))),
      'DD111',
    ],
    [
      'no list of sheets',
      () => zipped(Object.fromEntries(Object.entries(SOUND_PARTS).filter(([name]) => name !== INDEX))),
      'DD110 zip',
    ],
    ['a sheet that no relation leads to', () => inRelations((xml) => xml.replace('"rId1"', '"rId7"')), 'DD111'],
    [
      'a sheet on another computer',
      () =>
        inRelations((xml) =>
          xml.replace('Target="worksheets/sheet1.xml"', 'Target="file://server/a.xml" TargetMode="External"'),
        ),
      'DD111',
    ],
    [
      'a sheet outside of the file',
      () => inRelations((xml) => xml.replace('worksheets/sheet1.xml', '../../../../etc/passwd')),
      'DD111',
    ],
    [
      'no shared texts where the list says',
      () =>
        zipped(
          Object.fromEntries(
            Object.entries(partsWith([SOUND], {}, { texts: 'shared' })).filter(
              ([name]) => name !== 'xl/sharedStrings.xml',
            ),
          ),
        ),
      'DD111',
    ],
    [
      'a shared text that is not there',
      () => inSheet((xml) => xml.replace('</row>', '<c r="Z1" t="s"><v>4</v></c></row>')),
      'DD111',
    ],
    ['a document type', () => inSheet((xml) => beforeRoot(xml, '<!DOCTYPE worksheet>')), 'DD111'],
    [
      'an entity from a file',
      () =>
        inSheet((xml) =>
          beforeRoot(xml, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>').replace('II.1.b', '&b;'),
        ),
      'DD111',
    ],
    ['an entity that nobody declared', () => inSheet((xml) => xml.replace('II.1.b', '&b;')), 'DD111'],
    [
      'entities of entities',
      () => inSheet((xml) => beforeRoot(xml, `<!DOCTYPE a [<!ENTITY l0 "ha">${LAUGHS}]>`).replace('II.1.b', '&l12;')),
      'DD111',
    ],
    [
      '300 elements in one another',
      () => inSheet((xml) => xml.replace('</worksheet>', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}</worksheet>`)),
      'DD111',
    ],
    [
      'elements that close in another order',
      () => inSheet((xml) => xml.replace('</row></sheetData>', '</sheetData></row>')),
      'DD111',
    ],
    ['XML that ends too early', () => inSheet((xml) => xml.replace('</worksheet>', '')), 'DD111'],
    ['text instead of XML', () => zipped({ ...SOUND_PARTS, [SHEET]: 'a,b,c' }), 'DD111'],
    ['a column beyond the last', () => inSheet((xml) => xml.replace('"B1"', '"XFE1"')), 'DD111'],
    ['a row beyond the last', () => inSheet((xml) => xml.replace('"B1"', '"B1048577"')), 'DD111'],
    ['a row that is none', () => inSheet((xml) => xml.replace('<row r="1"', '<row r="0"')), 'DD111'],
    ['a cell that is none', () => inSheet((xml) => xml.replace('"B1"', '"1B"')), 'DD111'],
    [
      'two cells in one place',
      () => inSheet((xml) => xml.replace('</row></sheetData>', '<c r="B7"><v>1</v></c></row></sheetData>')),
      'DD111',
    ],
    ['a number that is none', () => inSheet((xml) => xml.replace('<v>60</v>', '<v>NaN</v>')), 'DD111'],
    ['an endless number', () => inSheet((xml) => xml.replace('<v>60</v>', '<v>1E999</v>')), 'DD111'],
    ['no sheet in the list', () => inIndex((xml) => xml.replace(/<sheet .*?\/>/, '')), 'DD101 empty'],
    ['a sheet without contents', () => zipped(partsOf([{ name: 'Báo cáo', rows: [] }])), 'DD101 Báo cáo!A1 empty'],
    [
      'a sheet with other contents',
      () =>
        zipped(
          partsOf([
            {
              name: 'Sheet1',
              rows: [
                ['STT', 'Nội dung'],
                [1, 'Đã làm'],
              ],
            },
          ]),
        ),
      'DD112 Sheet1!A1',
    ],
    [
      'a form without its column of statuses',
      () =>
        zipped(
          partsOf([{ name: 'Báo cáo', rows: [...HEAD, TITLES.filter((title) => title !== 'Trạng thái'), ['II.1.b']] }]),
        ),
      'DD112 Báo cáo!A1',
    ],
  ])('%s', async (_, bytes, code) => expect(await codesIn(bytes())).toEqual([code]));

  const inParts = fc.constantFrom(...Object.keys(SOUND_PARTS));
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const written = fc.constantFrom(
    '',
    '<',
    '>',
    '&',
    '"',
    '/',
    '-',
    '9',
    '<c>',
    '</c>',
    '<!--',
    ']]>',
    '&#0;',
    '\u0000',
    'r="',
    't="s"',
  );
  test('whatever is written over in a part, it is read or refused, and a refusal says why', () => {
    fc.assert(
      fc.property(inParts, at, fc.nat(12), written, (name, place, length, put) => {
        const xml = SOUND_PARTS[name] ?? '';
        const from = Math.floor(place * xml.length);
        const spoiled = zipped({ ...SOUND_PARTS, [name]: xml.slice(0, from) + put + xml.slice(from + length) });
        const { data, faults } = openedSource({ kind: 'opened', bytes: spoiled }, 'a.xlsx', reportForm);
        expect(data !== undefined || faults.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  test('whatever byte of the archive is another, it is read as before or refused', () => {
    const before = openedSource({ kind: 'opened', bytes: SOUND_FILE }, 'a.xlsx', reportForm).data;
    fc.assert(
      fc.property(fc.nat(SOUND_FILE.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const spoiled = Buffer.from(SOUND_FILE);
        spoiled[place] = (spoiled[place] ?? 0) ^ by;
        const { data, faults } = openedSource({ kind: 'opened', bytes: spoiled }, 'a.xlsx', reportForm);
        if (faults.length === 0) expect(data).toEqual(before);
        else expect(data).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('cut anywhere, it is refused', async () => {
    for (let length = 64; length < SOUND_FILE.length; length += 61)
      expect([length, await codesIn(SOUND_FILE.subarray(0, length))]).toEqual([length, ['DD111']]);
  });
});

/** A copy with bytes of the record at the end of an archive written over. */
function withEnd(file: Uint8Array, write: (bytes: Buffer, at: number) => void): Uint8Array {
  const bytes = Buffer.from(file);
  write(bytes, bytes.length - 22);
  return bytes;
}

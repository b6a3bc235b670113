import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportForm } from '../src/generated/validators.js';
import { kindOf } from '../src/office/kind.ts';
import { openedSource } from '../src/read/read.ts';
import { EXAMPLE, ROOT, dondoc, expectGolden, folderWith, outputOf } from './helpers.ts';
import { type Parts, type Put, type Rows, type SheetGiven, partsOf, withPart, zipped } from './workbook-builder.ts';

const HEAD: Rows = [
  ['Kế hoạch số:', '12/KH-UBND'],
  ['Phiên bản:', '1.1.0'],
  ['Cơ quan báo cáo:', 'Sở Tài chính'],
  ['Kỳ báo cáo:', '2024'],
  ['Ngày báo cáo:', '20/12/2024'],
];
const TITLES = ['Mã nhiệm vụ', 'Trạng thái', 'Tiến độ %', 'Kết quả', 'Văn bản minh chứng', 'Ngày văn bản'];
const SOUND: readonly Put[] = ['II.1.b', 'Đang thực hiện', 60, 'Đang lấy ý kiến dự thảo.'];
const ASKED = ['Mã nhiệm vụ', 'Nội dung đề xuất'];
/** “Đã tổ chức ba hội nghị phổ biến chính sách thuế.” as it was typed in TCVN3. */
const TCVN3 = '§· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch thuÕ.';
const SHEET = 'xl/worksheets/sheet1.xml';

const report = (rows: Rows, more: Partial<SheetGiven> = {}): SheetGiven => ({
  name: 'Báo cáo',
  rows: [...HEAD, TITLES, ...rows],
  ...more,
});
const proposals = (...rows: Rows): SheetGiven => ({ name: 'Đề xuất', rows: [ASKED, ...rows] });
const xml = (content: string): Put => ({ xml: `<c r="@"${content}</c>` });

/** Workbooks as people and programs make them, each with something of its own. */
const BOOKS: Readonly<Record<string, Parts>> = {
  // Changes to the plan that are asked for on a sheet of their own.
  proposals: partsOf([report([SOUND]), proposals(['II.1.b', 'Kéo dài đến năm 2027'], [null, 'Thêm kinh phí'])]),
  'proposals-of-no-task': partsOf([report([SOUND]), proposals(['II.9', 'Việc mới'])]),
  'proposals-without-words': partsOf([report([SOUND]), proposals(['II.1.b', null], [null, '  '])]),
  'proposals-in-an-old-font': partsOf([report([SOUND]), proposals(['II.1.b', TCVN3])]),
  'proposals-not-computed': partsOf([
    report([SOUND]),
    proposals(['II.1.b', { formula: 'A1&A2' }], [{ day: '2025-01-02' }, 'Kéo dài']),
  ]),
  'proposals-without-tasks': partsOf([
    report([SOUND]),
    { name: 'Đề xuất', rows: [['Nội dung đề xuất'], ['Kéo dài đến năm 2027']] },
  ]),
  // Above the table.
  'no-day-no-period': partsOf([{ name: 'Báo cáo', rows: [...HEAD.slice(0, 3), [], [], TITLES, SOUND] }]),
  'no-head-at-all': partsOf([{ name: 'Báo cáo', rows: [TITLES, SOUND] }]),
  'names-left-behind': partsOf([report([SOUND])], { names: { period: "'Báo cáo'!$J$1", owner: "'Báo cáo'!$B$3" } }),
  // In the table.
  'hidden-rows': partsOf([
    report([SOUND, ['II.1.a.2', 'Đang thực hiện'], ['II.1.c', 'Đang thực hiện'], ['II.1.a.1', 'Đang thực hiện']], {
      hiddenRows: [7, 8, 10],
    }),
  ]),
  'a-column-nearly-named': partsOf([
    {
      name: 'Báo cáo',
      rows: [...HEAD, [...TITLES, 'Vướng mắt', 'Người nhập'], [...SOUND, null, null, 'Xong', 'An']],
    },
  ]),
  'columns-numbered': partsOf([report([[1, 2, 3, 4, 5, 6], SOUND])]),
  'signed-below': partsOf([report([SOUND, [], [null, null, null, 'THỦ TRƯỞNG'], ['Nguyễn Văn A']])]),
  'a-title-between': partsOf([report([['I. NHIỆM VỤ CHUNG'], SOUND])]),
  'days-in-cells': partsOf([
    report([
      [...SOUND, '41/QĐ-UBND', '5/6/24'],
      ...[
        ...['05-6-24', '5.6.24', '31/02/2024', '6/13/2024', '2024-13-01', '2024/6/31', '45448', '454480', '4544'],
        ...['ngày 31 tháng 2 năm 2024', 'ngày 6 tháng 13 năm 2024', 'tháng 6/2024', '5/6', '5/6/240', 'ngày 5/6/24'],
        ...['5/16/24', '5/6/24 (thứ tư)', '5 / 13 / 2024', '31 - 4 - 2024'],
      ].map((day, i): Put[] => [null, null, null, null, `${42 + i}/QĐ-UBND`, day]),
    ]),
  ]),
  'cells-left-blank': partsOf([
    report([
      ['II.1.b', null, 60, 'Đang lấy ý kiến dự thảo.'],
      [null, 'Đang thực hiện', null, 'Đã bố trí kinh phí.'],
    ]),
  ]),
  'cells-of-other-values': partsOf([
    report([
      ['II.1.b', 'Gần xong rồi', '120%', { error: '#REF!' }],
      ['II.1.a.2', 'Chưa trình', 'sáu mươi', { formula: 'A1&A2' }],
      ['II.1.c', 'Hoàn thành 80%', -5, { day: '2024-06-05' }],
      [{ day: '2024-06-05' }, 'Đang thực hiện', 60, 'Đang làm.'],
    ]),
  ]),
  'placeholders-in-cells': partsOf([
    report([
      ['II.1.b', 'Đang thực hiện', 60, '......', '5', '28/6/2024'],
      ['II.1.c', 'Đang thực hiện', 40, 'Ngày .... tháng', 'Quyết định số 7/QĐ-UBND', null],
      ['II.1.b', 'Đang vướng mắc', 100, ' TBD ', '......', '28/6/2025'],
    ]),
    proposals(['II.9', 'Đang cập nhật'], ['II.1.b', 'từ ngày....tháng']),
  ]),
  'hidden-everywhere': partsOf([
    report([SOUND, ['II.1.c', 'Đang thực hiện', 40, 'Đã bố trí kinh phí.']], {
      hiddenRows: [8],
      hiddenColumns: [3, 6],
    }),
    { name: 'Nháp', state: 'hidden', rows: [['Số cũ', 1]] },
    { name: 'Kín', state: 'veryHidden', rows: [['Số cũ hơn', 2]] },
    { name: 'Trống', state: 'hidden', rows: [] },
    { name: 'Ghi chú', rows: [['Nhớ gửi trước 20/12']] },
  ]),
  'merged-everywhere': partsOf([
    report(
      [
        SOUND,
        [null, null, null, 'Đã trình.'],
        ['II.1.c', 'Đang thực hiện', 40, 'Đã bố trí kinh phí.'],
        ['II.1.a.2', null, 50, 'Đã tổ chức hội nghị.'],
        ['II.1.a.1', 'Đang thực hiện', 30, 'Gộp cả hai ô.'],
      ],
      { merges: ['A7:A8', 'B9:B10', 'D11:E11'] },
    ),
  ]),
  'macros-and-links': {
    ...partsOf([report([SOUND])]),
    'xl/vbaProject.bin': 'x',
    'xl/externalLinks/externalLink1.xml': '<x/>',
  },
  'nothing-of-the-form': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ['STT', 'Nhiệm vụ', 'Tình hình'],
        [1, 'Việc', 'Xong'],
      ],
    },
  ]),
  'a-row-of-evidence-alone': partsOf([
    report([
      [...SOUND, '41/QĐ-UBND', '28/6/2024'],
      [null, null, null, null, '42/QĐ-UBND', '29/6/2024'],
    ]),
  ]),
  'numbers-and-days-as-words': partsOf([report([['II.1.b', 'Đang thực hiện', 60, xml(' t="b"><v>true</v>')]])]),
  truths: partsOf([report([['II.1.b', 'Đang thực hiện', xml(' t="b"><v>0</v>'), xml(' t="b"><v>0</v>')]])]),
  'a-day-that-is-none': partsOf([report([[...SOUND, '41/QĐ-UBND', xml(' t="d"><v>hôm qua</v>')]])]),
  'a-shared-text-without-letters': withPart(
    partsOf([report([[...SOUND, 'ĐỂ TRỐNG']])], { texts: 'shared' }),
    'xl/sharedStrings.xml',
    (text) => text.replace('ĐỂ TRỐNG', ''),
  ),
  'a-style-that-is-none': partsOf([report([['II.1.b', 'Đang thực hiện', xml(' s="77"><v>60</v>')]])]),
  'serial-days-of-1900': partsOf([report([[...SOUND, '41/QĐ-UBND', xml(' s="1"><v>59</v>')]])]),
  'no-styles': withPart(partsOf([report([SOUND])]), 'xl/_rels/workbook.xml.rels', (text) =>
    text.replace(/<Relationship Id="rId91"[^>]*>/, ''),
  ),
  'an-attribute-without-quotes': withPart(partsOf([report([SOUND])]), SHEET, (text) =>
    text.replace('<row r="1"', '<row r=1'),
  ),
  'an-attribute-without-end': withPart(partsOf([report([SOUND])]), SHEET, (text) =>
    text.replace('<row r="1">', "<row r='1>"),
  ),
  'a-merge-of-nothing': withPart(partsOf([report([SOUND], { merges: ['A20:B20'] })]), SHEET, (text) =>
    text.replace('ref="A20:B20"', ''),
  ),
  // Other documents.
  slides: { 'ppt/presentation.xml': '<p/>', '[Content_Types].xml': '<Types/>' },
  'of-apple': { 'Index/Document.iwa': 'x' },
  'of-another-office': { 'content.xml': '<x/>', mimetype: 'application/vnd.oasis.opendocument.presentation' },
  'without-a-type': { 'content.xml': '<x/>' },
};

const folder = folderWith(EXAMPLE);

describe.each(Object.entries(BOOKS))('%s', (name, parts) => {
  test('is read, and told in both languages', async () => {
    const bytes = zipped(parts);
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    const said: string[] = [];
    for (const lang of ['vi', 'en']) {
      const words = `check a.xlsx --plan plan/12-KH-UBND --period all --format json --lang ${lang}`;
      const { stdout, stderr } = await dondoc(folder, words);
      expect(stderr).toBe('');
      for (const { code, severity, sheet, cell, message } of outputOf('findings', stdout).findings)
        said.push(`${code} ${severity} ${sheet === undefined ? '' : `${sheet}!`}${cell ?? ''} ${message}`);
    }
    const { data } = openedSource({ kind: 'opened', bytes }, 'a.xlsx', reportForm);
    expectGolden(
      join(ROOT, `test/strange-sheets/${name}.txt`),
      [...said, JSON.stringify(data, undefined, 2), ''].join('\n'),
    );
  });
});

test('a proposal in a workbook is found at its cell', async () => {
  writeFileSync(join(folder, 'a.xlsx'), zipped(BOOKS['proposals'] ?? {}));
  const { stdout } = await dondoc(folder, 'proposals a.xlsx --plan plan/12-KH-UBND --format json');
  expect(outputOf('proposals', stdout).proposals).toMatchObject([
    { task: null, text: 'Thêm kinh phí', place: { sheet: 'Đề xuất', cell: 'B3' } },
    { task: 'II.1.b', text: 'Kéo dài đến năm 2027', place: { sheet: 'Đề xuất', cell: 'B2' } },
  ]);
});

/** A compound file with a stream of some name. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(60), Buffer.from(stream, 'utf16le')]);

test.each<[kind: string, bytes: Uint8Array]>([
  ['rar', Buffer.from('Rar!\u001a\u0007', 'latin1')],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['doc', compound('WordDocument')],
  ['ppt', compound('PowerPoint Document')],
  ['xls', compound('Workbook')],
  ['encrypted', compound('EncryptedPackage')],
  ['ole', compound('Something')],
  ['picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['unknown', Buffer.from([1, 2, 0, 200])],
])('a file of the kind %s that calls itself a workbook is told what it is', async (kind, bytes) => {
  expect(kindOf(bytes)).toBe(kind);
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  const { stdout, code } = await dondoc(folder, 'check a.xlsx --plan plan/12-KH-UBND --format json');
  const [found, ...others] = outputOf('findings', stdout).findings as unknown as readonly {
    readonly code: string;
    readonly data: { readonly is?: string };
  }[];
  expect([code, others]).toEqual([1, []]);
  expect([found?.code, found?.data.is]).toEqual(['DD110', kind]);
});

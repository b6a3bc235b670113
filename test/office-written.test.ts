import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentBytes, textWidth } from '../src/office/document.ts';
import { withNotes } from '../src/office/edit.ts';
import { textOf } from '../src/office/package.ts';
import { heightOf, workbookBytes } from '../src/office/write.ts';
import { openArchive } from '../src/office/zip.ts';
import { ROOT, expectGolden } from './helpers.ts';
import { type Parts, partsOf, withPart, zipped } from './workbook-builder.ts';

/** The parts of an archive one after another, a line for each tag. */
function partsIn(bytes: Uint8Array, isShown: (name: string, text: string) => boolean = () => true): string {
  const archive = openArchive(bytes);
  return archive.names
    .map((name) => [name, textOf(archive, name)] as const)
    .filter(([name, text]) => isShown(name, text))
    .map(([name, text]) => `=== ${name}\n${text.replace(/>(?=<)/g, '>\n').trimEnd()}\n`)
    .join('\n');
}
const expectParts = (name: string, text: string): void =>
  expectGolden(join(ROOT, `test/office-written/${name}.txt`), text);

const MARGINS = { top: 20, right: 15, bottom: 25, left: 30 };

test('a document with all that one may have', () => {
  const said = (text: string) => ({ kind: 'paragraph', runs: [{ text }] }) as const;
  const bytes = documentBytes({
    title: 'Báo cáo <mẫu> & “phụ lục”',
    day: '2026-06-30',
    sections: [
      {
        margins: MARGINS,
        blocks: [
          {
            kind: 'paragraph',
            heading: 2,
            align: 'center',
            keepNext: true,
            before: 6,
            after: 3.5,
            lines: 1.15,
            runs: [
              { text: 'I. KẾT QUẢ', bold: true },
              { text: ' (nháp)', italic: true, size: 12.5 },
            ],
          },
          { kind: 'paragraph', boxed: true, align: 'justify', indent: { left: 10, right: 5, first: -10 }, runs: [] },
          { kind: 'paragraph', align: 'right', indent: { first: 10 }, runs: [{ text: 'một\thai\r\nba\nbốn\r\0<&>' }] },
          { kind: 'line', width: 40 },
          { kind: 'line', width: 400 },
          {
            kind: 'table',
            widths: [10.3, 20.4, 30.5],
            bordered: true,
            heads: 1,
            rows: [
              {
                cells: [
                  { content: [said('TT')], middle: true },
                  { content: [said('Nhiệm vụ')], span: 2 },
                ],
                whole: true,
              },
              { cells: [{ content: [] }, { content: [{ kind: 'line', width: 10 }] }, { content: [said('60 %')] }] },
            ],
          },
          { kind: 'table', widths: [50], rows: [{ cells: [{ content: [said('một'), said('hai')] }] }] },
          said('hết'),
        ],
      },
      {
        margins: MARGINS,
        landscape: true,
        blocks: [{ kind: 'table', widths: [20, 20], rows: [{ cells: [{ content: [], span: 2 }] }] }],
      },
      { margins: MARGINS, restarts: true, blocks: [{ kind: 'line', width: 30 }] },
    ],
  });
  expectParts('document', partsIn(bytes));
  expect([textWidth({ margins: MARGINS }), textWidth({ margins: MARGINS, landscape: true })]).toEqual([165, 252]);
});

const RANGE = { from: { row: 2, column: 1 }, to: { row: 9, column: 2 } };
const bookBytes = (): Uint8Array =>
  workbookBytes({
    title: 'Biểu <mẫu>',
    names: new Map([
      ['ky', { sheet: "Sở 'A'", row: 2, column: 28 }],
      ['co_quan', { sheet: 'Danh mục', row: 1, column: 1 }],
    ]),
    sheets: [
      {
        name: "Sở 'A'",
        widths: [8, 24.5, 6],
        heights: new Map([[2, 30]]),
        frozenAt: { row: 3, column: 2 },
        printTitles: { from: 1, to: 2 },
        filter: RANGE,
        merges: [{ from: { row: 1, column: 1 }, to: { row: 1, column: 2 } }],
        isProtected: true,
        cells: [
          { row: 3, column: 2, content: 0.048, style: { format: 'percent', align: 'right', open: true } },
          { row: 3, column: 1, content: 7, style: { format: 'count', border: true } },
          {
            row: 1,
            column: 1,
            content: 'Tiêu đề <&> _x0041_ a\rb\nc\0\ud800',
            style: { bold: true, size: 14, middle: true },
          },
          { row: 2, column: 1, content: { day: '2026-06-30' }, style: { format: 'day', fill: 'D9D9D9' } },
          { row: 2, column: 2, content: '', style: { italic: true, align: 'center' } },
          { row: 4, column: 1 },
          { row: 4, column: 2, content: 'Đã tổ chức bốn hội nghị phổ biến chính sách, hai đợt tập huấn' },
          { row: 4, column: 3, content: 'chạy tiếp '.repeat(9), style: { oneLine: true, format: 'text' } },
          {
            row: 5,
            column: 2,
            content: 'Đã tổ chức bốn hội nghị phổ biến chính sách, hai đợt tập huấn',
            style: { bold: true },
          },
        ],
        validations: [
          {
            over: RANGE,
            takes: { kind: 'list', from: "'Danh mục'!$A$1:$A$3" },
            title: 'Trạng thái',
            prompt: 'Chọn <một>',
            refusal: 'Không có',
          },
          {
            over: RANGE,
            takes: { kind: 'number', least: 0, most: 100 },
            title: 'T'.repeat(40),
            prompt: 'p'.repeat(300),
            refusal: 'r'.repeat(300),
          },
          {
            over: RANGE,
            takes: { kind: 'day', from: '2026-01-01', to: '2026-12-31' },
            title: 'Ngày',
            prompt: 'Ghi ngày',
            refusal: 'Không phải ngày',
          },
          { over: { from: RANGE.from, to: RANGE.from }, takes: { kind: 'any' }, title: 'Ghi chú', prompt: 'Tùy ý' },
        ],
      },
      { name: 'Danh mục', widths: [12], frozenAt: { row: 2, column: 1 }, cells: [] },
      {
        name: 'Không khóa',
        widths: [9, 9],
        filter: RANGE,
        cells: [{ row: 2, column: 2, content: 'x' }],
      },
    ],
  });
test('a workbook with all that one may have', () => expectParts('workbook', partsIn(bookBytes())));

test.each([
  [[], 18],
  [['một'], 18],
  [['một', 'hai\nba'], 32],
  [['\n\n'], 47],
  [['m'.repeat(11)], 18],
  [['m'.repeat(12)], 32],
  [['m'.repeat(9000)], 409],
])('a row of %j is %i points high', (texts, height) => {
  expect(heightOf(texts.map((text) => ({ text, width: 12 })))).toBe(height);
});

const SHEET = {
  name: 'Các phát hiện',
  widths: [24, 60],
  rows: [
    { cells: ['Kết quả kiểm tra'], style: 'bold' as const },
    { cells: ['1', 'Sheet1!B2 <lỗi>'], link: { sheet: "Sở 'A'", row: 2, column: 2 } },
    { cells: ['', 'Câu dài thì xuống dòng, để người đọc thấy cả câu ở trong ô'], style: 'wrapped' as const },
    { cells: [] },
  ],
};
const first = (row: number, column: number, text: string) => ({ part: 'xl/worksheets/sheet1.xml', row, column, text });

describe('notes are put into', () => {
  const BARE = partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ['Mã', 'Trạng thái'],
        ['II.1.b', 'Xong'],
      ],
    },
  ]);
  const noted = (bytes: Uint8Array): Uint8Array =>
    withNotes(bytes, [first(2, 1, 'một <lỗi>'), first(2, 2, 'hai'), first(1, 30, 'ba')], SHEET, 'dondoc');
  /** The parts that are not as they were. */
  const changedIn = (bytes: Uint8Array): string => {
    const before = openArchive(bytes);
    const isKept = (name: string, text: string): boolean =>
      before.names.includes(name) && textOf(before, name) === text;
    return partsIn(noted(bytes), (name, text) => !isKept(name, text));
  };

  test('a workbook without any, and without fonts', () => expectParts('notes-bare', changedIn(zipped(BARE))));
  test('one of dondoc’s own', () => expectParts('notes-own', changedIn(bookBytes())));

  const rels = (list: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const FULL: Parts = {
    ...withPart(BARE, 'xl/workbook.xml', (xml) =>
      xml.replace('<sheets>', `<sheets><sheet name='Các phát hiện' sheetId="17" r:id="rId1"/>`),
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': rels(
      '<Relationship Id="rId1" Type="a/comments" Target="../Comments1.xml"/><Relationship Id="rId2" Type="a/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>',
    ),
    'xl/comments1.xml':
      '<x:comments xmlns:x="m"><x:authors><x:author>An</x:author></x:authors><x:commentList><x:comment ref="A2" authorId="0"><x:text><x:r><x:t>cũ</x:t></x:r></x:text></x:comment></x:commentList></x:comments>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="v" xmlns:o="o" xmlns:x="x"><x:ClientData><x:Row>1</x:Row>\n<x:Column>0</x:Column></x:ClientData></xml>',
    'xl/styles.xml':
      '<x:styleSheet xmlns:x="m"><x:fonts count="2"><x:font/><x:font><x:b/></x:font></x:fonts><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs></x:styleSheet>',
  };
  test('one that has some, with prefixes, and a sheet of that name', () =>
    expectParts('notes-full', changedIn(zipped(FULL))));

  test('one whose lists are empty, whose sheet has a table and whose types know drawings', () => {
    const parts = {
      ...withPart(
        withPart(BARE, '[Content_Types].xml', (xml) =>
          xml.replace('<Default', '<Default Extension="VML" ContentType="x"/><Default'),
        ),
        'xl/worksheets/sheet1.xml',
        (xml) => xml.replace('</worksheet>', '<tableParts count="0"/><extLst></extLst></worksheet>'),
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': rels(
        '<Relationship Id="rId1" Type="a/comments" Target="../comments9.xml"/>',
      ),
      'xl/comments9.xml': '<comments><authors/><commentList /></comments>',
      'xl/drawings/vmlDrawing1.vml': '<xml></xml>',
      'xl/worksheets/added1.xml': '<worksheet/>',
    };
    expectParts('notes-beside', changedIn(zipped(parts)));
  });

  test('and without notes only the sheet is added', () => {
    const bytes = zipped(
      withPart(BARE, 'xl/_rels/workbook.xml.rels', (xml) => xml.replace(/<Relationship Id="rId91"[^>]*>/, '')),
    );
    const after = openArchive(withNotes(bytes, [], SHEET, 'dondoc'));
    const before = openArchive(bytes);
    expect(after.names).toEqual([...before.names, 'xl/worksheets/added1.xml']);
    expect(before.names.filter((name) => textOf(before, name) !== textOf(after, name))).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
    expect(textOf(after, 'xl/worksheets/added1.xml')).not.toMatch(/<c [^>]*\bs=/);
  });
});

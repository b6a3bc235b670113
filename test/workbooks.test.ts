import { Buffer } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportForm } from '../src/generated/validators.js';
import { openedSource } from '../src/read/read.ts';
import type { Source } from '../src/source.ts';
import { ROOT } from './helpers.ts';
import {
  type Parts,
  type Put,
  type Rows,
  SHEETS_GIVEN,
  type SheetGiven,
  everyPart,
  isOwn,
  packed,
  partsOf,
  stored,
  streamed,
  withPart,
  zip64,
  zipped,
} from './workbook-builder.ts';
import { archiveOf } from '../src/office/zip.ts';

const FOLDER = join(ROOT, 'test/workbooks');
const read = (bytes: Uint8Array, name = 'a.xlsx'): Source => openedSource({ kind: 'opened', bytes }, name, reportForm);

const TWIN = read(readFileSync(join(FOLDER, 'report.yaml')), 'a.yaml');
const expectTwin = (bytes: Uint8Array): void => {
  const { data, faults } = read(bytes);
  expect(data).toEqual(TWIN.data);
  expect(faults).toEqual([]);
};

test('the twin is sound and says much', () => {
  expect(TWIN.faults).toEqual([]);
  expect(Object.keys((TWIN.data as { entries: object[] }).entries[1] ?? {})).toHaveLength(9);
});

const MADE = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

describe('a workbook made by another program reads like its twin in YAML', () => {
  test('there are as many as were made', () => expect(MADE).toHaveLength(11));
  test.each(MADE)('%s', (name) => expectTwin(readFileSync(join(FOLDER, name))));
});

const INLINE = partsOf(SHEETS_GIVEN);
const SHARED = partsOf(SHEETS_GIVEN, { texts: 'shared' });
const SHEET = 'xl/worksheets/sheet1.xml';
const own = (parts: Parts, change: (xml: string) => string): Parts =>
  everyPart(parts, (xml, name) => (isOwn(name) ? change(xml) : xml));
const inSheets = (parts: Parts, change: (xml: string) => string): Parts =>
  everyPart(parts, (xml, name) => (name.startsWith('xl/worksheets/') ? change(xml) : xml));

const shown = (put: Put | undefined): string => (typeof put === 'string' ? put : '');
const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const TEXT = /<t xml:space="preserve">([^<]*)<\/t>/g;
/** A text in two runs, the second in bold, with how it sounds and what that looks like. */
const rich = (xml: string): string =>
  xml.replace(TEXT, (_, text: string) => {
    const half = /^(?:&[a-z]+;|[^&]){0,4}/s.exec(text)?.[0] ?? '';
    const run = (part: string): string => `<t xml:space="preserve">${part}</t>`;
    return `<r>${run(half)}</r><r><rPr><b/><sz val="12"/></rPr>${run(text.slice(half.length))}</r><rPh sb="0" eb="1"><t>âm</t></rPh><phoneticPr fontId="1"/>`;
  });
const utf16 = (xml: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const asBytes = (parts: Parts, encoded: (xml: string) => Uint8Array): Uint8Array =>
  zipped(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoded(xml)])));
const LAST_ROW = 1_048_576;

describe('however the file is written, it says the same', () => {
  test.each<[how: string, bytes: () => Uint8Array]>([
    ['texts in the cells', () => zipped(INLINE)],
    ['shared texts', () => zipped(SHARED)],
    ['shared texts in runs, with how they sound', () => zipped(withPart(SHARED, 'xl/sharedStrings.xml', rich))],
    ['texts in the cells in runs, with how they sound', () => zipped(inSheets(INLINE, rich))],
    ['days counted from 1904', () => zipped(partsOf(SHEETS_GIVEN, { is1904: true }))],
    [
      'days as ISO 8601',
      () =>
        zipped(
          partsOf(
            SHEETS_GIVEN.map((sheet) => ({
              ...sheet,
              rows: sheet.rows.map((row) =>
                row.map((put): Put => (isDay(put) ? { xml: `<c r="@" t="d"><v>${put.day}T00:00:00</v></c>` } : put)),
              ),
            })),
          ),
        ),
    ],
    [
      'cells and rows without their places',
      () => zipped(inSheets(INLINE, (xml) => xml.replace(/<(c|row) r="\w+"/g, '<$1'))),
    ],
    [
      'places in small letters',
      () => zipped(inSheets(INLINE, (xml) => xml.replace(/ r="[A-Z]+/g, (at) => at.toLowerCase()))),
    ],
    [
      'rows from the last to the first',
      () =>
        zipped(
          inSheets(INLINE, (xml) =>
            xml.replace(/<sheetData>(.*)<\/sheetData>/s, (_, rows: string) => {
              const parted = rows.split('</row>').slice(0, -1).reverse();
              return `<sheetData>${parted.map((row) => `${row}</row>`).join('')}</sheetData>`;
            }),
          ),
        ),
    ],
    [
      'prefixes before the names of elements',
      () => zipped(own(SHARED, (xml) => xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replaceAll(' xmlns=', ' xmlns:x='))),
    ],
    [
      'another prefix for relations, and namespaces declared again and again',
      () =>
        zipped(
          inSheets(
            withPart(INLINE, 'xl/workbook.xml', (xml) => xml.replaceAll('r:', 'd3p1:')),
            (xml) => xml.replace(/<(c|row) r="\w+"/g, '<$1 xmlns:r="urn:r" xmlns:t="urn:t" xmlns:s="urn:s"'),
          ),
        ),
    ],
    [
      'strict Office Open XML',
      () =>
        zipped(
          everyPart(SHARED, (xml) =>
            xml
              .replaceAll(
                'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
                'http://purl.oclc.org/ooxml/spreadsheetml/main',
              )
              .replaceAll(
                'http://schemas.openxmlformats.org/officeDocument/2006/',
                'http://purl.oclc.org/ooxml/officeDocument/',
              )
              .replace('<workbook ', '<workbook conformance="strict" '),
          ),
        ),
    ],
    ['UTF-16, little end first', () => asBytes(SHARED, (xml) => utf16(xml, false))],
    ['UTF-16, big end first', () => asBytes(INLINE, (xml) => utf16(xml, true))],
    [
      'a sheet that is a diagram',
      () =>
        zipped({
          ...withPart(
            withPart(INLINE, 'xl/_rels/workbook.xml.rels', (xml) =>
              xml.replace(
                '</Relationships>',
                '<Relationship Id="rId50" Type="urn:x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
              ),
            ),
            'xl/workbook.xml',
            (xml) => xml.replace('<sheets>', '<sheets><sheet name="Biểu đồ" sheetId="50" r:id="rId50"/>'),
          ),
          'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        }),
    ],
    ['a byte order mark', () => zipped(everyPart(INLINE, (xml) => `\ufeff${xml}`))],
    [
      'parts by absolute names',
      () =>
        zipped(
          everyPart(INLINE, (xml) =>
            xml.replace(/Target="(?!xl)/g, 'Target="/xl/').replace('Target="xl', 'Target="/xl'),
          ),
        ),
    ],
    [
      'names of parts in another case',
      () => zipped(Object.fromEntries(Object.entries(INLINE).map(([name, xml]) => [name.toUpperCase(), xml]))),
    ],
    [
      'names of parts with backslashes',
      () =>
        zipped(
          Object.fromEntries(
            Object.entries(
              everyPart(INLINE, (xml) => xml.replace(/Target="[^"]*"/g, (at) => at.replaceAll('/', '\\'))),
            ).map(([name, xml]) => [name.replaceAll('/', '\\'), xml]),
          ),
        ),
    ],
    [
      'CDATA',
      () =>
        zipped(own(SHARED, (xml) => xml.replace(TEXT, (_, text: string) => `<t><![CDATA[${unescaped(text)}]]></t>`))),
    ],
    [
      'comments and instructions between and inside of texts',
      () =>
        zipped(
          inSheets(INLINE, (xml) =>
            xml
              .replace(/(<row |<c |<\/sheetData>)/g, '<!-- <c r="A1"><v>1</v></c> --><?x y="<c/>"?>$1')
              .replace(TEXT, (all, text: string) =>
                text.includes('&') ? all : `<t>${text.slice(0, 2)}<!-- & -->${text.slice(2)}</t>`,
              ),
          ),
        ),
    ],
    [
      'letters by their numbers',
      () =>
        zipped(
          everyPart(SHARED, (xml) =>
            xml.replace(/[^ -~\n]/gu, (letter) => {
              const code = letter.codePointAt(0) ?? 0;
              return code % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`;
            }),
          ),
        ),
    ],
    ['an indented text', () => zipped(everyPart(SHARED, (xml) => xml.replace(/>(?=<(?!\/(?:t|v)>))/g, '>\n    ')))],
    ['line ends of Windows in XML', () => zipped(everyPart(SHARED, (xml) => xml.replaceAll('\n', '\r\n')))],
    [
      'simple quotes around attributes',
      () => zipped(everyPart(INLINE, (xml) => xml.replace(/="([^"]*)"/g, " = '$1'"))),
    ],
    ['sizes behind each part', () => streamed(INLINE, true)],
    ['sizes behind each part, without a signature', () => streamed(SHARED, false)],
    ['parts that are not deflated', () => stored(SHARED)],
    ['sizes and offsets in 64 bits', () => zip64(SHARED)],
    [
      'a comment behind the archive',
      () => {
        const bytes = Buffer.concat([zipped(INLINE), Buffer.from('made by hand')]);
        bytes.writeUInt16LE(12, bytes.length - 14);
        return bytes;
      },
    ],
    [
      'one far cell without contents',
      () =>
        zipped(
          withPart(INLINE, SHEET, (xml) =>
            xml.replace('</sheetData>', `<row r="${LAST_ROW}"><c r="XFD${LAST_ROW}" s="1"/></row></sheetData>`),
          ),
        ),
    ],
    [
      'empty rows to the last',
      () =>
        zipped(
          withPart(SHARED, SHEET, (xml) => {
            const rows = Array.from(
              { length: LAST_ROW - 20 },
              (_, i) => `<row r="${i + 21}"><c r="A${i + 21}" s="1"/></row>`,
            );
            return xml.replace('</sheetData>', `${rows.join('')}</sheetData>`);
          }),
        ),
    ],
    [
      'parts of other kinds beside',
      () =>
        archiveOf([
          ...packed(INLINE),
          ...packed({ 'docProps/app.xml': '<Properties/>', 'xl/media/image1.png': '\u0089PNG' }),
        ]),
    ],
  ])('%s', (_, bytes) => expectTwin(bytes()));
});

function isDay(put: Put): put is { readonly day: string } {
  return typeof put === 'object' && put !== null && 'day' in put;
}

const [REPORT, PROPOSALS] = SHEETS_GIVEN as readonly [SheetGiven, SheetGiven];
const HEAD_ROW = 7;
const [ABOVE, HEADINGS, BELOW] = [
  REPORT.rows.slice(0, HEAD_ROW),
  REPORT.rows[HEAD_ROW] ?? [],
  REPORT.rows.slice(HEAD_ROW + 1),
];
const WIDTH = HEADINGS.length;
const bookOf = (rows: Rows, more: Partial<SheetGiven> = {}): Uint8Array =>
  zipped(partsOf([{ ...REPORT, rows, merges: [], ...more }, PROPOSALS]));
/** The columns of the table in another order. */
const ordered = (rows: Rows, order: readonly number[]): Rows =>
  rows.map((row) => order.map((from) => row[from] ?? null));
const shifted = (rows: Rows, by: number): Rows => rows.map((row) => [...Array<null>(by).fill(null), ...row]);
const EACH = Array.from({ length: WIDTH }, (_, i) => i);
const renamed = (names: Readonly<Record<string, string>>): Put[] =>
  HEADINGS.map((title) => names[shown(title)] ?? title);

describe('wherever the table stands and however it is headed, it says the same', () => {
  test.each<[how: string, bytes: () => Uint8Array]>([
    [
      'columns from the last to the first',
      () => bookOf([...ABOVE, ...ordered([HEADINGS, ...BELOW], [...EACH].reverse())]),
    ],
    [
      'the columns that are printed for the reader left out',
      () => bookOf([...ABOVE, ...ordered([HEADINGS, ...BELOW], [0, ...EACH.slice(4)])]),
    ],
    [
      'blank columns between',
      () =>
        bookOf([
          ...ABOVE,
          ...ordered(
            [HEADINGS, ...BELOW],
            EACH.flatMap((i) => (i % 3 === 0 ? [99, i] : [i])),
          ),
        ]),
    ],
    [
      'a running number before',
      () => bookOf([...ABOVE, ...[['STT', ...HEADINGS], ...BELOW.map((row) => [null, ...row])]]),
    ],
    [
      'three columns to the right, seven rows down',
      () => bookOf([...Array<Put[]>(7).fill([]), ...shifted(REPORT.rows, 3)]),
    ],
    [
      'title rows above',
      () =>
        bookOf(
          [
            ['UBND TỈNH HÀ TĨNH', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
            ['SỞ CÔNG THƯƠNG', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
            ['Biểu mẫu: trạng thái và kết quả của từng nhiệm vụ'],
            ...REPORT.rows,
          ],
          { merges: ['A1:D1', 'E1:U1', 'A3:U3'] },
        ),
    ],
    [
      'a row of numbers below the headings',
      () => bookOf([...ABOVE, HEADINGS, EACH.map((i) => `(${i + 1})`), ...BELOW]),
    ],
    ['a row of plain numbers below the headings', () => bookOf([...ABOVE, HEADINGS, EACH.map((i) => i + 1), ...BELOW])],
    [
      'the headings again in the middle, as at the top of a page',
      () => bookOf([...ABOVE, HEADINGS, ...BELOW.slice(0, 3), HEADINGS, ...BELOW.slice(3)]),
    ],
    [
      'a blank row between tasks',
      () => bookOf([...ABOVE, HEADINGS, ...BELOW.slice(0, 3), [], ['  '], ...BELOW.slice(3)]),
    ],
    ['a renamed sheet', () => bookOf(REPORT.rows, { name: 'Phụ lục (1) - “KQ & TĐ”' })],
    [
      'headings as an office writes them',
      () =>
        bookOf([
          ...ABOVE,
          renamed({
            'Mã nhiệm vụ': 'MÃ  SỐ\nNHIỆM VỤ',
            'Nhiệm vụ': 'Nội dung nhiệm vụ',
            'Trạng thái': 'Tình trạng (chọn trong danh sách)',
            'Tiến độ %': 'Tỷ lệ hoàn thành (%)',
            'Kết quả': 'Kết quả thực hiện:',
            'Ngày hoàn thành': 'Ngày, tháng hoàn thành',
            'Văn bản minh chứng': 'Số, ký hiệu văn bản',
            'Ngày văn bản': 'Ngày ban hành',
            'Khó khăn': 'Khó khăn, vướng mắc',
            'Đề xuất': 'Đề xuất, kiến nghị'.normalize('NFD'),
          }),
          ...BELOW,
        ]),
    ],
    [
      'English headings and labels',
      () =>
        zipped(
          partsOf([
            {
              name: 'Report',
              rows: [
                ['Plan no.', '415/KH-UBND', 'Reported on', { day: '2025-12-12' }, 'Signed by', 'Trần Đăng Khoát'],
                ['Version', '7.0.0', 'Document no.', '2608/BC-SCT', 'Position', 'Giám đốc'],
                [
                  'Reporting body',
                  'so-cong-thuong',
                  'Document date',
                  { day: '2025-12-12' },
                  'Contact',
                  'Phan Thị Diệu Thúy',
                ],
                ['Period', '2025', 'E-mail', 'qlcn.sct@hatinh.example', 'Telephone', '0239 3000 115'],
                [
                  ...['Task ID', 'Task', 'Lead or support', 'Deadline', 'Status', 'Progress %', 'Result', 'Started on'],
                  ...['Submitted on', 'Completed on', 'Evidence no.', 'Evidence date', 'Evidence title', 'Issued by'],
                  ...['Product no.', 'Attached file', 'Obstacles', 'Proposals', 'Next steps', 'Indicator ID'],
                  'Indicator value',
                ],
                ...BELOW.map((row) => row.map((put) => STATUSES[shown(put)] ?? put)),
              ],
            },
            { name: 'Proposed changes', rows: [['Task ID', 'What is proposed'], ...PROPOSALS.rows.slice(1)] },
          ]),
        ),
    ],
    [
      'headings in two rows under merged cells',
      () => {
        const parents = HEADINGS.map((title, i): Put =>
          i === 10 ? 'Văn bản minh chứng' : i > 10 && i < 16 ? null : i === 19 ? 'Chỉ tiêu' : i === 20 ? null : title,
        );
        const children = HEADINGS.map((title, i): Put =>
          i === 10 ? 'Số, ký hiệu' : i === 11 ? 'Ngày' : (i > 11 && i < 16) || i > 18 ? title : null,
        );
        const merges = [
          ...EACH.filter((i) => i < 10 || (i > 15 && i < 19)).map(
            (i) => `${String.fromCharCode(65 + i)}8:${String.fromCharCode(65 + i)}9`,
          ),
          'K8:P8',
          'T8:U8',
        ];
        return bookOf([...ABOVE, parents, children, ...BELOW], { merges });
      },
    ],
    [
      'a row of numbers below headings in two rows',
      () => {
        const parents = HEADINGS.map((title, i): Put => (i === 11 ? null : i === 10 ? 'Văn bản minh chứng' : title));
        const children = HEADINGS.map((_, i): Put => (i === 10 ? 'Số' : i === 11 ? 'Ngày' : null));
        return bookOf([...ABOVE, parents, children, EACH.map((i) => `(${i + 1})`), ...BELOW], { merges: ['K8:L8'] });
      },
    ],
    [
      'labels and values in one cell each',
      () => {
        const lines = ABOVE.slice(2, 6).flatMap((row) =>
          [0, 3, 6].map((i): Put[] => {
            const [label, put] = [row[i], row[i + 1]];
            return label === undefined || put === undefined || put === null
              ? []
              : [`${shown(label)} ${isDay(put) ? put.day.split('-').reverse().join('/') : shown(put)}`];
          }),
        );
        return bookOf([...lines, HEADINGS, ...BELOW]);
      },
    ],
    [
      'cells known by their names alone',
      () => {
        const rows = REPORT.rows.map((row, i) =>
          i > 1 && i < 6 ? row.map((put, j) => ([0, 3, 6].includes(j) ? null : put)) : row,
        );
        const at = (cell: string): string => `'Báo cáo'!${cell}`;
        const names = {
          ...{ plan: at('$B$3'), version: at('$B$4'), owner: at('$B$5'), period: at('$B$6'), reported: at('$E$3') },
          ...{
            document_number: at('$E$4'),
            document_date: at('$E$5'),
            contact_email: at('$E$6'),
            signer_name: at('$H$3'),
          },
          ...{ signer_title: at('$H$4'), contact_name: at('$H$5'), contact_phone: at('$H$6') },
        };
        return zipped(partsOf([{ ...REPORT, rows }, PROPOSALS], { names }));
      },
    ],
    ['the sheet of proposals first', () => zipped(partsOf([PROPOSALS, REPORT]))],
  ])('%s', (_, bytes) => expectTwin(bytes()));
});

const STATUSES: Readonly<Record<string, string>> = {
  'Đã hoàn thành': 'Completed',
  'Đang thực hiện': 'In progress',
  'Chưa thực hiện': 'Not started',
};

import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellName,
  cellNamed,
  columnName,
  dayOfSerial,
  rangeName,
  rangeNamed,
  serialOfDay,
} from '../src/office/cells.ts';
import { kindOf } from '../src/office/kind.ts';
import { relationsOf, textOf } from '../src/office/package.ts';
import { documentKind, withWorkbook } from '../src/office/workbook.ts';
import { escaped, readXml } from '../src/office/xml.ts';
import { ArchiveError, archiveOf, isZip, openArchive, packedFrom } from '../src/office/zip.ts';
import { addDays } from '../src/day.ts';
import { ROOT, expectGolden } from './helpers.ts';
import {
  type Parts,
  directoryIn,
  packed,
  partsOf,
  stored,
  withEntry,
  withPart,
  zip64,
  zipped,
} from './workbook-builder.ts';

const TEXTS = { 'xl/a.xml': 'một '.repeat(99), 'b.txt': 'hai' };
const TWO = zipped(TEXTS);

/** What an archive holds, or why it cannot be read. */
function readOf(bytes: Uint8Array): Readonly<Record<string, string>> | string {
  try {
    const { names, part } = openArchive(bytes);
    return Object.fromEntries(names.map((name) => [name, Buffer.from(part(name) ?? []).toString()]));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return error.problem;
  }
}
/** A copy with some bytes written over. */
const withBytes = (bytes: Uint8Array, write: (buffer: Buffer) => void): Uint8Array => {
  const buffer = Buffer.from(bytes);
  write(buffer);
  return buffer;
};
const inEntry = (write: (buffer: Buffer, entry: number) => void): Uint8Array => withEntry(TWO, 'b.txt', write);
/** With something behind the end, and what the end says of its length. */
const withComment = (comment: string, length = comment.length, bytes = TWO): Uint8Array =>
  Buffer.concat([withBytes(bytes, (buffer) => buffer.writeUInt16LE(length, buffer.length - 2)), Buffer.from(comment)]);
const END = 'PK\u0005\u0006';

describe('an archive', () => {
  const SOUND: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['as it is written', TWO],
    ['without packing', stored(TEXTS)],
    ['with sizes of 64 bits', zip64(TEXTS)],
    ['with a comment', withComment('một'.normalize('NFD').slice(0, 1))],
    ['with a comment that begins like an end', withComment(`${END}xxxxxxxxxxxxxxxxxxxxxxx`)],
    ['with more behind it than its comment', withComment('abc', 0)],
    ['in the middle of other bytes', new Uint8Array(Uint8Array.of(1, 2, 3, ...TWO, 4).buffer, 3, TWO.length)],
  ];
  const FAULTY: readonly (readonly [name: string, problem: string, bytes: Uint8Array])[] = [
    ['nothing', 'not-a-zip', new Uint8Array()],
    ['two letters', 'not-a-zip', Buffer.from('PK')],
    ['words', 'not-a-zip', Buffer.from('PKWARE')],
    ['no end', 'damaged', TWO.subarray(0, -22)],
    ['half of an end', 'damaged', TWO.subarray(0, -1)],
    ['a comment that is longer than the file', 'damaged', withComment('', 1)],
    ['a lock', 'encrypted', inEntry((buffer, entry) => buffer.writeUInt16LE(0x0801, entry + 8))],
    ['another way of packing', 'damaged', inEntry((buffer, entry) => buffer.writeUInt16LE(9, entry + 10))],
    ['another checksum', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(1, entry + 16))],
    ['a size too small', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(2, entry + 24))],
    ['a size too large', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(4, entry + 24))],
    ['a size beyond all', 'too-large', inEntry((buffer, entry) => buffer.writeUInt32LE(0x7000_0000, entry + 24))],
    ['parts upon each other', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(0, entry + 42))],
    ['a part that is nowhere', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(0x7000_0000, entry + 42))],
    ['no entry where one is said to be', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(0, entry))],
    ['a field that runs over the end', 'damaged', inEntry((buffer, entry) => buffer.writeUInt16LE(999, entry + 30))],
    ['no part where one is said to be', 'damaged', withBytes(TWO, (buffer) => buffer.writeUInt8(0, 3))],
    ['a part with a name too long', 'damaged', withBytes(TWO, (buffer) => buffer.writeUInt16LE(0xffff, 26))],
    ['more parts than are listed', 'damaged', withBytes(TWO, (buffer) => buffer.writeUInt16LE(3, buffer.length - 12))],
    ['two parts of one name', 'damaged', archiveOf([packedFrom('a', '1'), packedFrom('A', '2')])],
    ['too many parts', 'too-large', withBytes(TWO, (buffer) => buffer.writeUInt16LE(2001, buffer.length - 12))],
    ['64 bits that are not there', 'damaged', inEntry((buffer, entry) => buffer.writeUInt32LE(0xffffffff, entry + 24))],
  ];

  test('is read, or it is told what is wrong with it', () => {
    expect(SOUND.filter(([, bytes]) => !isDeepStrictEqual(readOf(bytes), TEXTS))).toEqual([]);
    expect(FAULTY.map(([name, , bytes]) => [name, readOf(bytes)])).toEqual(
      FAULTY.map(([name, problem]) => [name, problem]),
    );
  });

  test('a field of another kind may stand before that of 64 bits', () => {
    const wide = Buffer.from(zip64({ a: 'một' }));
    const { at } = directoryIn(wide);
    const [before, entry, field, end] = [
      wide.subarray(0, at),
      Buffer.from(wide.subarray(at, at + 47)),
      wide.subarray(at + 47, at + 75),
      wide.subarray(at + 75),
    ];
    const other = Buffer.from([0x55, 0x54, 3, 0, 1, 1, 1]);
    entry.writeUInt16LE(28 + other.length, 30);
    expect(readOf(Buffer.concat([before, entry, other, field, end]))).toEqual({ a: 'một' });
  });

  test('names are those of the directory, with slashes, and found in any case', () => {
    const { names, part, packed: lying } = openArchive(archiveOf(packed({ '\\xl\\A.xml': '1', '/b': '2' })));
    expect(names).toEqual(['xl/A.xml', 'b']);
    expect(Buffer.from(part('XL/a.XML') ?? []).toString()).toBe('1');
    expect(lying('B')).toMatchObject({ name: 'b', method: 8, size: 1, crc: 0x1ad5be0d });
    expect([part('c'), lying('c')]).toEqual([undefined, undefined]);
  });

  test('all parts together may not come to more than their room', () => {
    const { part } = openArchive(inEntry((buffer, entry) => buffer.writeUInt32LE(96 * 1024 * 1024 - 9, entry + 24)));
    expect(() => part('b.txt')).toThrow('damaged');
    expect(() => part('xl/a.xml')).toThrow('too-large');
  });

  test('is written as APPNOTE has it, of the first day that it knows', () => {
    const bytes = archiveOf([{ name: 'ă', method: 0, crc: 0x04030201, size: 3, packed: Buffer.from('abc') }]);
    const about = '14000008000000002100' + '01020304' + '03000000' + '03000000' + '02000000';
    expect(Buffer.from(bytes).toString('hex')).toBe(
      `504b0304${about}c483616263` +
        `504b01021400${about}${'00'.repeat(14)}c483` +
        '504b0506' +
        '00000000' +
        '01000100' +
        '30000000' +
        '23000000' +
        '0000',
    );
    expect(isZip(bytes)).toBe(true);
  });
});

/** What a reader of XML is told; an attribute is asked for by each of the names. */
function toldOf(xml: string | readonly string[], ...asked: readonly string[]): readonly string[] {
  const told: string[] = [];
  readXml(xml, {
    open: (name, attributes) =>
      void told.push([`<${name}`, ...asked.map((each) => `${each}=${attributes(each) ?? 'none'}`)].join(' ')),
    close: (name) => void told.push(`/${name}`),
    text: (text) => void told.push(JSON.stringify(text)),
  });
  return told;
}

describe('XML', () => {
  const READ: readonly (readonly [xml: string, told: readonly string[]])[] = [
    ['\ufeff<?xml version="1.0"?>\n<a/>\n', ['<a', '/a']],
    ['<a>x<b />y</a>', ['<a', '"x"', '<b', '/b', '"y"', '/a']],
    ['<p:a><q:b/></p:a >', ['<a', '<b', '/b', '/a']],
    ['<a>1\r\n2\r3\n</a>', ['<a', '"1\\n2\\n3\\n"', '/a']],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1EDF;&#x1f9fe;</a>', ['<a', '"<>&\\"\'Aở🧾"', '/a']],
    ['<a><!-- > <b> -- --><?b c?><![CDATA[<b>&amp;]]></a>', ['<a', '"<b>&amp;"', '/a']],
    ['<!-- a --><a></a><!---->', ['<a', '/a']],
    ['<a><![CDATA[\r\n]]></a>', ['<a', '"\\n"', '/a']],
  ];

  const ASKED: readonly (readonly [xml: string, asked: string, value: string])[] = [
    ['<a b="1"/>', 'b', '1'],
    [`<a\n b = '1 > "2"'\tc="3" >x</a>`, 'b', '1 > "2"'],
    [`<a\n b = '1 > "2"'\tc="3" >x</a>`, 'c', '3'],
    ['<a r:b="1" b="2"/>', 'b', '2'],
    ['<a b="2" r:b="1"/>', 'r:b', '1'],
    ['<a r:b="1"/>', 'b', '1'],
    ['<a xmlns:b="1"/>', 'b', 'none'],
    ['<a xmlns:b="1" r:b="2" s:b="3"/>', 'b', '2'],
    ['<a ab="1"/>', 'b', 'none'],
    ['<a b="1"/>', 'ab', 'none'],
    ['<a/>', 'b', 'none'],
    ['<a b=""/>', 'b', ''],
    ['<a b="&lt;&#10;"/>', 'b', '<\n'],
    ['<a r:b="&amp;"/>', 'b', '&'],
  ];

  const REFUSED = [
    '<a>',
    '<a',
    '<a b="1>',
    '<a></b>',
    '<a></ab>',
    '<ab></a>',
    '<a></a b>',
    '</a>',
    '<a></a></a>',
    '<a><b></a></b>',
    'x<a/>',
    '<a/>x',
    '<a/>&amp;',
    '<>',
    '< a/>',
    '<"a"/>',
    '<a="b"/>',
    '<a"b"/>',
    '<a>&x;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#x110000;</a>',
    '<a>&#1114112;</a>',
    '<!DOCTYPE a><a/>',
    '<![CDATA[x]]><a/>',
    '<a><![CDATA[x]]</a>',
    '<a><!-- --</a>',
    '<!--><a/>',
    '<a><?b</a>',
    '<a b=1/>',
    '<a b/ c="1"=/>',
    '<a b "1"=/>',
  ];
  const isRefused = (xml: string): boolean => {
    try {
      toldOf(xml, 'b');
      return false;
    } catch {
      return true;
    }
  };

  test('is read tag by tag, its attributes when they are asked for, or is refused', () => {
    expect(READ.map(([xml]) => [xml, toldOf(xml)])).toEqual(READ);
    expect(ASKED.map(([xml, asked]) => [xml, asked, toldOf(xml, asked)[0]])).toEqual(
      ASKED.map(([xml, asked, value]) => [xml, asked, `<a ${asked}=${value}`]),
    );
    expect(REFUSED.filter((xml) => !isRefused(xml))).toEqual([]);
  });

  test('a long text may come in pieces', () => {
    expect(toldOf(['<a>x', '<b/>', '</a>'])).toEqual(['<a', '"x"', '<b', '/b', '/a']);
    expect(() => toldOf(['<a>', '<b>'])).toThrow();
  });

  test('what is deeper, longer or fuller than any document is refused', () => {
    const deep = (n: number): string => '<a>'.repeat(n) + '</a>'.repeat(n);
    expect(toldOf(deep(256))).toHaveLength(512);
    expect(() => toldOf(deep(257))).toThrow();
    const long = (n: number): string => `<a>${'x'.repeat(n)}</a>`;
    expect(toldOf(long(1_000_000))).toHaveLength(3);
    expect(() => toldOf(long(1_000_001))).toThrow('too-large');
    const full = (n: number): string => `<a${' b=""'.repeat(n)}/>`;
    expect(toldOf(full(10_000))).toHaveLength(2);
    expect(() => toldOf(full(10_001))).toThrow('too-large');
  });

  test('what is written is read again, but for what XML cannot hold', () => {
    expect(escaped(`<a b='"'>&\0\ud800\uffff`)).toBe('&lt;a b=&apos;&quot;&apos;&gt;&amp;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const told = toldOf(`<a b="${escaped(text)}">${escaped(text)}</a>`, 'b');
        const kept = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
        expect(told).toEqual(kept === '' ? ['<a b=', '/a'] : [`<a b=${kept}`, JSON.stringify(kept), '/a']);
      }),
    );
  });
});

test('cells, ranges and days by their names and numbers', () => {
  const COLUMNS = [
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ] as const;
  for (const [column, name] of COLUMNS) {
    expect(columnName(column)).toBe(name);
    for (const written of [`${name}9`, `$${name}$9`, `${name}$9`, `$${name.toLowerCase()}9`])
      expect(cellNamed(written)).toEqual({ row: 9, column });
  }
  const NONE = [
    '',
    'A',
    '1',
    'A0',
    'XFE1',
    'A1048577',
    'A00000001',
    'A1B',
    'A 1',
    '$$A1',
    'A$$1',
    '@1',
    '[1',
    'A:1',
    'A/',
    'Á1',
  ];
  expect(NONE.filter((name) => cellNamed(name) !== undefined)).toEqual([]);

  const a1 = { row: 1, column: 1 };
  const c3 = { row: 3, column: 3 };
  expect(rangeNamed('A1:$C$3')).toEqual({ from: a1, to: c3 });
  expect(rangeNamed('C3')).toEqual({ from: c3, to: c3 });
  expect(rangeNamed('A1:')).toEqual({ from: a1, to: a1 });
  expect([rangeNamed(':A1'), rangeNamed('')]).toEqual([undefined, undefined]);
  expect([rangeName({ from: a1, to: c3 }), rangeName({ from: c3, to: c3 })]).toEqual(['A1:C3', 'C3']);
  expect(rangeName({ from: a1, to: { row: 1, column: 3 } })).toBe('A1:C1');
  expect(rangeName({ from: a1, to: { row: 3, column: 1 } })).toBe('A1:A3');
  expect(cellName({ row: 1_048_576, column: 16_384 })).toBe('XFD1048576');
  expect(cellNamed('XFD1048576')).toEqual({ row: 1_048_576, column: 16_384 });

  const DAYS: readonly (readonly [serial: number, of1900: string | undefined, of1904: string | undefined])[] = [
    [-1, undefined, undefined],
    [-0.5, undefined, undefined],
    [0, undefined, '1904-01-01'],
    [1, '1900-01-01', '1904-01-02'],
    [59, '1900-02-28', '1904-02-29'],
    [60, undefined, '1904-03-01'],
    [61, '1900-03-01', '1904-03-02'],
    [45_292, '2024-01-01', '2028-01-02'],
    [45_292.99, '2024-01-01', '2028-01-02'],
    [45_291.999_999_5, '2024-01-01', '2028-01-02'],
    [2_957_003, '9995-12-30', '9999-12-31'],
    [2_958_466, undefined, undefined],
  ];
  expect(DAYS.map(([serial]) => [serial, dayOfSerial(serial, false), dayOfSerial(serial, true)])).toEqual(DAYS);
  expect(dayOfSerial(2_958_465, false)).toBe('9999-12-31');
  const first = [...Array(70).keys()].map((i) => addDays('1900-01-01', i));
  expect(first.map((day) => dayOfSerial(serialOfDay(day), false))).toEqual(first);
  expect(serialOfDay('2024-01-01')).toBe(45_292);
});

describe('a package', () => {
  const relations = (list: string): string => `<Relationships>${list}</Relationships>`;
  const archive = openArchive(
    zipped({
      'xl/_rels/Workbook.xml.rels': relations(
        [
          '<Relationship Id="rId1" Type="http://x/y/worksheet" Target="worksheets/sheet1.xml"/>',
          '<Relationship Id="rId2" Type="styles" Target="/xl/./styles.xml"/>',
          '<Relationship Id="rId3" Type="http://x/core" Target="..\\docProps\\core.xml"/>',
          '<Relationship Id="rId4" Type="http://x/link" TargetMode="External" Target="http://x/"/>',
          '<Other Id="rId5" Type="a" Target="b"/>',
          '<Relationship/>',
        ].join(''),
      ),
      'a.xml': Buffer.from('\ufeffmột', 'utf16le'),
      'b.xml': Buffer.from('\ufeffmột', 'utf16le').swap16(),
      'c.xml': 'một',
      'd.xml': Buffer.from([0xff, 0x41]),
    }),
  );

  test('what a part refers to, by the names of parts', () => {
    expect(relationsOf(archive, 'xl/workbook.xml')).toEqual([
      { id: 'rId1', type: 'worksheet', target: 'xl/worksheets/sheet1.xml' },
      { id: 'rId2', type: 'styles', target: 'xl/styles.xml' },
      { id: 'rId3', type: 'core', target: 'docProps/core.xml' },
      { id: '', type: '', target: 'xl' },
    ]);
    expect([relationsOf(archive, ''), relationsOf(archive, 'xl/styles.xml')]).toEqual([[], []]);
  });

  test('texts in UTF-8 and, behind a mark, in UTF-16', () => {
    expect(['a.xml', 'b.xml', 'c.xml'].map((name) => textOf(archive, name))).toEqual(['một', 'một', 'một']);
    expect(textOf(archive, 'd.xml')).toBe('\ufffdA');
    expect(() => textOf(archive, 'e.xml')).toThrow('damaged');
  });
});

const KINDS = [
  ['pdf', '%PDF-1.7'],
  ['rtf', '{\\rtf1'],
  ['picture', '\x89PNG\r\n'],
  ['picture', '\xff\xd8\xff'],
  ['unknown', '\xff\xd8'],
  ['xml-2003', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'],
  ['html', '<!DOCTYPE HTML>'],
  ['html', '\n<table class="a">'],
  ['text', '<tableau>'],
  ['text', `${' '.repeat(1024)}<table>`],
  ['text', 'plan: 12'],
  ['text', ' %PDF'],
  ['text', '\xff\xfe\0'],
  ['unknown', 'a\0b'],
  ['unknown', '\xe9'],
] as const;
test('what a file is by its first bytes', () => {
  expect(KINDS.map(([, content]) => [kindOf(Buffer.from(content, 'latin1')), content])).toEqual(KINDS);
});

const BOOK = partsOf([
  { name: 'Báo cáo', rows: [['x']] },
  { name: "Sở 'A'", rows: [[1]], state: 'hidden' },
  { name: 'Mật', rows: [], state: 'veryHidden' },
]);
const SHEET = 'xl/worksheets/sheet1.xml';
/** The workbook with other contents of its first sheet, and of the parts that go with it. */
const bookWith = (sheet: string, more: Parts = {}): Parts => ({
  ...BOOK,
  [SHEET]: `<worksheet>${sheet}</worksheet>`,
  ...more,
});
const cellsIn = (cells: string): string => `<sheetData><row>${cells}</row></sheetData>`;

/** A line for each entry. */
const linesOf = (values: unknown): string =>
  Object.entries(values as object)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}\n`)
    .join('');

/** Values of the first sheet by their cells, or why the workbook cannot be read. */
const valuesIn = (parts: Parts): unknown =>
  withWorkbook(zipped(parts), ({ sheets: [sheet] }) =>
    Object.fromEntries(
      (sheet?.grid().rows ?? []).flatMap(({ cells }) =>
        [...cells.values()].map((cell) => [cellName(cell), cell.value]),
      ),
    ),
  );

describe('a workbook', () => {
  test('its sheets, its names, and what it brings besides', () => {
    const parts = {
      ...withPart(BOOK, 'xl/workbook.xml', (xml) =>
        xml.replace(
          '</workbook>',
          [
            '<definedNames>',
            `<definedName name="Ky">'Sở ''A'''!$F$17</definedName>`,
            '<definedName name="KY">Mật!A1</definedName>',
            '<definedName name="vung"> Mật!$B$2:$C$3 </definedName>',
            '<definedName name="hang">Mật!$2:$3</definedName>',
            '<definedName name="hai">Mật!$B$2,Mật!$C$2</definedName>',
            '<definedName name="ngoai">Mật!$B$0</definedName>',
            '<definedName>Mật!B2</definedName>',
            '</definedNames></workbook>',
          ].join(''),
        ),
      ),
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<x/>',
    };
    const told = (given: Parts): unknown =>
      withWorkbook(zipped(given), ({ sheets, names, hasMacros, hasExternalLinks }) => ({
        sheets: sheets.map(({ name, isHidden, part }) => [name, isHidden, part]),
        names: [...names],
        hasMacros,
        hasExternalLinks,
      }));
    const sheets = [
      ['Báo cáo', false, 'xl/worksheets/sheet1.xml'],
      ["Sở 'A'", true, 'xl/worksheets/sheet2.xml'],
      ['Mật', true, 'xl/worksheets/sheet3.xml'],
    ];
    expect(told(parts)).toEqual({
      sheets,
      names: [
        ['ky', { sheet: "Sở 'A'", row: 17, column: 6 }],
        ['vung', { sheet: 'Mật', row: 2, column: 2 }],
        ['', { sheet: 'Mật', row: 2, column: 2 }],
      ],
      hasMacros: true,
      hasExternalLinks: true,
    });
    expect(told(BOOK)).toEqual({ sheets, names: [], hasMacros: false, hasExternalLinks: false });
    expect(told({ ...BOOK, 'xl/macrosheets/a.xml': '', 'xl/connections.xml': '' })).toMatchObject({
      hasMacros: true,
      hasExternalLinks: true,
    });
    expect(told({ ...BOOK, 'xl/myconnections.xml': '', 'xl/vbaProject.bin.xml': '' })).toMatchObject({
      hasMacros: false,
      hasExternalLinks: false,
    });
    const asChart = withPart(BOOK, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        'relationships/worksheet" Target="worksheets/sheet2',
        'relationships/chartsheet" Target="worksheets/sheet2',
      ),
    );
    expect(told(asChart)).toMatchObject({ sheets: [sheets[0], sheets[2]] });
    const lost = withPart(BOOK, 'xl/_rels/workbook.xml.rels', (xml) => xml.replace('Id="rId2"', 'Id="rId22"'));
    expect(told(lost)).toEqual({ kind: 'damaged' });
  });

  test('cells of every kind, with or without their places', () => {
    const styles = [
      'dd/mm/yyyy',
      '0.0%',
      '[Red]0;"ngày"',
      'General',
      'mmm',
      'mm:ss',
      '\\d0',
      'YYYY',
      '_d0*y',
      '[$-42A]d',
      'General"d"d',
    ];
    const ids = [0, 9, 10, 14, 22, 58, 13, ...styles.map((_, i) => 164 + i)];
    const parts = bookWith(
      cellsIn(
        [
          '<c t="s"><v>0</v></c>',
          '<c t="s"><v>1</v></c>',
          '<c t="s"><v>2</v></c>',
          '<c r="F1" t="str"><f>A1</f><v>a_x000D_b_x00zz_</v></c>',
          '<c t="inlineStr"><is><r><t>một </t></r><r><t>hai</t></r><rPh><t>ba</t></rPh></is></c>',
          '<c t="b"><v>1</v></c><c t="b"><v> true </v></c><c t="b"><v>0</v></c>',
          '<c t="e"><v>#REF!</v></c>',
          '<c t="d"><v>2024-02-29T10:00:00</v></c><c t="d"><v>2024-02-30</v></c>',
          '<c><f>A1+</f></c><c><f></f></c><c t="str"><f>A1</f><v></v></c><c/><c><v></v></c><c><f>1</f><v>2</v></c>',
          '<c t="n"><v>1.5</v></c>',
        ].join(''),
      )
        .replace(
          '</row>',
          `</row><row r="9">${ids.map((_, i) => `<c s="${i}"><v>61.5</v></c>`).join('')}<c s="0"/></row>`,
        )
        .replace('</sheetData>', '<row><c s="3"><v>60</v></c><c s="99"><v>-1</v></c></row></sheetData>'),
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t>Sở </t></r><r><t>Tài chính</t></r><rPh><t>đọc</t></rPh></si><si/><si><t>_x0041_</t></si></sst>',
        'xl/styles.xml': `<styleSheet><numFmts>${styles.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs><dxfs><xf numFmtId="14"/></dxfs></styleSheet>`,
      },
    );
    expectGolden(join(ROOT, 'test/office-read/cells.txt'), linesOf(valuesIn(parts)));
    const of1904 = withPart(parts, 'xl/workbook.xml', (xml) =>
      xml.replace('<workbookPr/>', '<workbookPr date1904="true"/>'),
    );
    expect(valuesIn(of1904)).toMatchObject({ D9: { kind: 'day', number: 61.5, day: '1904-03-02' } });
  });

  test('rows, merged cells and hidden columns', () => {
    const parts = bookWith(
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="true"/><col min="6" max="6" hidden="0"/></cols>' +
        '<sheetData><row r="7" hidden="true"><c><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row hidden="1"><c><v>3</v></c></row><row/></sheetData>' +
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/><mergeCell ref="A5:A6"/><mergeCell ref="x"/></mergeCells>',
    );
    const grid = withWorkbook(zipped(parts), ({ sheets: [sheet] }) => {
      const { rows, row, merges, mergedFrom, isHidden } = sheet?.grid() ?? expect.unreachable();
      return {
        rows: rows.map(({ number, isHidden: is, cells }) => [number, is, [...cells.keys()]]),
        row: [row(3)?.number, row(5)],
        merges: merges.map(rangeName),
        merged: [1, 2, 3].map((column) => mergedFrom(column).map(rangeName)),
        hidden: [1, 2, 3, 4, 5, 6].filter(isHidden),
      };
    });
    expect(grid).toEqual({
      rows: [
        [3, false, [2]],
        [4, true, [1]],
        [7, true, [1]],
      ],
      row: [3, undefined],
      merges: ['A1:B2', 'C1', 'A5:A6'],
      merged: [['A1:B2', 'A5:A6'], [], ['C1']],
      hidden: [2, 3, 5],
    });
  });

  test('a sheet that no program can have written is damaged or too large', () => {
    const problem = (sheet: string): unknown => valuesIn(bookWith(sheet));
    const damaged = [
      cellsIn('<c r="XFE1"><v>1</v></c>'),
      cellsIn('<c r="A"><v>1</v></c>'),
      cellsIn('<c r="XFD1"/><c><v>1</v></c>'),
      cellsIn('<c r="A1"><v>1</v></c><c r="A1"><v>1</v></c>'),
      cellsIn('<c t="s"><v>0</v></c>'),
      cellsIn('<c><v>một</v></c>'),
      '<sheetData><row r="0"/></sheetData>',
      '<sheetData><row r="1.5"/></sheetData>',
      '<sheetData><row r="1048577"/></sheetData>',
    ];
    expect(damaged.map(problem)).toEqual(damaged.map(() => ({ kind: 'damaged' })));
    const merges = (n: number): string => '<mergeCell ref="A1"/>'.repeat(n);
    expect([problem(merges(10_000)), problem(merges(10_001))]).toEqual([{}, { kind: 'too-large' }]);
    expect(problem(cellsIn('<c r="XFD1048576"><v>1</v></c>'))).toMatchObject({ XFD1048576: { number: 1 } });
  });

  test('what else an archive may be', () => {
    const kinds: readonly (readonly [kind: string, parts: Parts])[] = [
      ['xlsx', BOOK],
      ['xlsx', { 'XL/Workbook.xml': '<workbook/>' }],
      ['docx', { 'word/document.xml': '' }],
      ['pptx', { 'ppt/a.xml': '' }],
      ['xlsb', { 'xl/workbook.bin': '' }],
      ['ods', { 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
      ['odt', { 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.text' }],
      ['zip', { 'content.xml': '' }],
      ['numbers', { 'Index/Document.iwa': '' }],
      [
        'zip',
        { 'a/word/document.xml': '', 'a/ppt/b': '', 'a/xl/workbook.bin': '', 'a/content.xml': '', 'b.iwa.x': '' },
      ],
    ];
    expect(kinds.map(([, parts]) => [documentKind(zipped(parts)), parts])).toEqual(kinds);
    expect(documentKind(Buffer.from('%PDF'))).toBe('pdf');
    expect(documentKind(Buffer.from('PK\u0003\u0004'))).toBe('zip');
    const locked = withEntry(zipped(BOOK), 'xl/workbook.xml', (buffer, entry) => buffer.writeUInt16LE(1, entry + 8));
    expect(documentKind(locked)).toBe('encrypted');
    expect(() =>
      withWorkbook(zipped(BOOK), () => {
        throw new TypeError('of the caller');
      }),
    ).toThrow('of the caller');
  });
});

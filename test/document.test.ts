import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentBytes } from '../src/office/document.ts';
import { relationsOf, textOf } from '../src/office/package.ts';
import { type Attributes, readXml } from '../src/office/xml.ts';
import { openArchive } from '../src/office/zip.ts';
import type { Block, Paper } from '../src/view/paper/paper.ts';
import { paperDocx } from '../src/view/paper/docx.ts';
import { paperText } from '../src/view/paper/text.ts';
import { tablesDocx } from '../src/view/paper/tables.ts';
import { visible } from '../src/view/visible.ts';
import { widthOf } from '../src/view/width.ts';

const GRID: Block = {
  kind: 'table',
  columns: [
    { title: 'TT', width: 1, align: 'center' },
    { title: 'Nhiệm vụ', width: 6 },
    { title: 'Tiến độ', width: 2, align: 'right' },
  ],
  rows: [
    { cells: ['I', 'Thể chế'], strong: true },
    { cells: ['1', 'Ban hành quy chế', '60 %'] },
    { cells: ['', 'Tổng số', '60 %'], strong: true },
  ],
};
const REPORT: Paper = {
  kind: 'report',
  above: 'Ủy ban nhân dân tỉnh Bình An',
  issuer: 'Sở Tài chính',
  symbol: 'BC-STC',
  place: 'Bình An',
  asOf: '2026-06-30',
  about: 'Tình hình thực hiện Kế hoạch số 12/KH-UBND',
  to: ['Ủy ban nhân dân tỉnh'],
  body: [
    { kind: 'note', text: 'Dự thảo: xóa khung này trước khi trình ký.' },
    { kind: 'heading', level: 1, text: 'I. KẾT QUẢ' },
    { kind: 'text', text: 'Sở đã tổ chức thực hiện, cụ thể:' },
    GRID,
    { kind: 'heading', level: 2, text: '1. Đề xuất' },
    { kind: 'heading', level: 3, text: 'a) Kinh phí' },
    { kind: 'item', text: 'Bố trí kinh phí;' },
    { kind: 'text', text: 'Sở báo cáo để chỉ đạo.' },
  ],
  signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signer: 'Nguyễn Văn A',
  recipients: ['Như trên', 'Lưu: VT.'],
  annexes: [
    { title: 'DANH MỤC', body: [GRID] },
    { title: 'TỔNG HỢP', body: [GRID, GRID] },
  ],
};
const LETTER: Paper = {
  ...REPORT,
  kind: 'letter',
  symbol: 'STC-NS',
  about: 'đôn đốc báo cáo',
  to: ['Sở Y tế', 'Sở Nội vụ'],
  annexes: [],
};

/** An element with what stands in it; a text node has no name. */
interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  readonly text: string;
  readonly children: Node[];
}
const node = (name: string, attributes: Attributes = () => undefined, text = ''): Node => ({
  name,
  attributes,
  text,
  children: [],
});

function treeOf(bytes: Uint8Array, part: string): Node {
  const path = [node('')];
  readXml(textOf(openArchive(bytes), part), {
    open: (name, attributes) => {
      const made = node(name, attributes);
      path.at(-1)?.children.push(made);
      path.push(made);
    },
    close: () => void path.pop(),
    text: (text) => void path.at(-1)?.children.push(node('', undefined, text)),
  });
  return path[0] as Node;
}
const within = (from: Node, name: string): Node[] =>
  from.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
const textIn = ({ name, text, children }: Node): string =>
  name === 'br' ? '\n' : name === 'tab' ? '\t' : text + children.map(textIn).join('');
const paragraphsOf = (bytes: Uint8Array, part = 'word/document.xml'): string[] =>
  within(treeOf(bytes, part), 'p').map(textIn);
const numberOf = (from: Node | undefined, name: string): number => Number(from?.attributes(name));

/** The order of ECMA-376, Part 1, 17, as far as these elements are written; Word refuses any other, and what it does not know. */
const ORDER: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr sectPr',
  rPr: 'rStyle rFonts b bCs i iCs caps color spacing sz szCs u shd lang',
  pBdr: 'top left bottom right between bar',
  tblPr: 'tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  tblBorders: 'top left bottom right insideH insideV',
  tblCellMar: 'top left bottom right',
  trPr: 'cantSplit trHeight tblHeader',
  tcPr: 'tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign',
  sectPr: 'headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg',
  tbl: 'tblPr tblGrid tr',
  tr: 'trPr tc',
  tc: 'tcPr p',
  p: 'pPr r fldSimple',
  r: 'rPr t br tab',
  styles: 'docDefaults style',
  style: 'name basedOn next uiPriority qFormat pPr rPr tblPr',
  settings: 'defaultTabStop compat',
  compat: 'doNotExpandShiftReturn compatSetting',
};

function misplaced(from: Node): string[] {
  const names = ORDER[from.name]?.split(' ');
  const at = from.children.map(({ name }) => names?.indexOf(name) ?? 0);
  // Texts and breaks of a run mix.
  const isFree = from.name === 'r';
  const wrong = at.some((each, i) => each === -1 || (!isFree && each < (at[i - 1] ?? 0)));
  return [
    ...(wrong ? [`${from.name}: ${from.children.map(({ name }) => name).join(' ')}`] : []),
    ...from.children.flatMap(misplaced),
  ];
}

const DOCUMENTS: readonly (readonly [string, Uint8Array])[] = [
  ['a report with annexes', paperDocx(REPORT)],
  ['a letter', paperDocx(LETTER)],
  ['tables', tablesDocx({ title: 'Bảng', asOf: '2026-06-30', blocks: [GRID, GRID, ...REPORT.body] })],
];

describe.each(DOCUMENTS)('as a document: %s', (_, bytes) => {
  const archive = openArchive(bytes);

  test('every part is declared, found and in the order that Word demands', () => {
    const declared = within(treeOf(bytes, '[Content_Types].xml'), 'Override').map((each) =>
      each.attributes('PartName'),
    );
    expect(declared.map((name) => name?.slice(1)).sort()).toEqual(
      archive.names.filter((name) => name.endsWith('.xml') && !name.startsWith('[')).sort(),
    );
    const related = [...relationsOf(archive, ''), ...relationsOf(archive, 'word/document.xml')];
    expect(related.map(({ target }) => target).filter((target) => !archive.names.includes(target))).toEqual([]);
    expect(archive.names.flatMap((name) => misplaced(treeOf(bytes, name)))).toEqual([]);
  });

  test('every row fills its table to the last twip, and no table meets another', () => {
    const body = treeOf(bytes, 'word/document.xml');
    const tables = within(body, 'tbl');
    for (const table of tables) {
      const grid = within(table, 'gridCol').map((column) => numberOf(column, 'w'));
      const whole = grid.reduce((sum, width) => sum + width, 0);
      expect(numberOf(within(table, 'tblW')[0], 'w')).toBe(whole);
      for (const row of within(table, 'tr')) {
        const cells = within(row, 'tc');
        expect(cells.reduce((sum, cell) => sum + numberOf(within(cell, 'tcW')[0], 'w'), 0)).toBe(whole);
        const spans = cells.map((cell) => Number(within(cell, 'gridSpan')[0]?.attributes('val') ?? 1));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(grid.length);
      }
    }
    const blocks =
      within(body, 'body')[0]
        ?.children.map(({ name }) => name)
        .join(' ') ?? '';
    expect(blocks).not.toMatch(/tbl tbl|tbl sectPr/);
    expect(tables.length).toBeGreaterThan(0);
  });

  test('no clock: the day is that of the figures', () => {
    const core = textOf(archive, 'docProps/core.xml');
    expect(core.match(/2026-06-30T00:00:00Z/g)).toHaveLength(2);
  });
});

test('the same paper makes the same bytes', () =>
  expect(Buffer.from(paperDocx(structuredClone(REPORT))).equals(paperDocx(REPORT))).toBe(true));

describe('a report, as Nghị định 30/2020/NĐ-CP has it', () => {
  const bytes = paperDocx(REPORT);
  const body = treeOf(bytes, 'word/document.xml');
  const said = paragraphsOf(bytes).map((text) => text.replace(/\s+/g, ' '));

  test('head, title, addressee, end and foot', () => {
    expect(said.filter((text) => text !== '').slice(0, 9)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH BÌNH AN',
      'SỞ TÀI CHÍNH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: /BC-STC',
      'Bình An, ngày tháng năm 2026',
      'BÁO CÁO',
      'Tình hình thực hiện Kế hoạch số 12/KH-UBND',
      'Kính gửi: Ủy ban nhân dân tỉnh',
    ]);
    expect(said).toContain('Sở báo cáo để chỉ đạo./.');
    expect(
      said
        .slice(said.indexOf('Nơi nhận:'))
        .filter((text) => text !== '')
        .slice(0, 6),
    ).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Văn A']);
    expect(said).toContain('(Kèm theo Báo cáo số /BC-STC ngày tháng năm 2026 của Sở Tài chính)');
    expect(said.filter((text) => text.startsWith('PHỤ LỤC'))).toEqual(['PHỤ LỤC I', 'PHỤ LỤC II']);
  });

  test('A4 with its margins, annexes across; the number at the top of every page but the first', () => {
    const sections = within(body, 'sectPr').map((section) => ({
      size: ['w', 'h', 'orient'].map((name) => within(section, 'pgSz')[0]?.attributes(name)),
      margins: ['top', 'right', 'bottom', 'left'].map((name) => numberOf(within(section, 'pgMar')[0], name)),
      start: within(section, 'pgNumType')[0]?.attributes('start'),
      hidesFirst: within(section, 'titlePg').length === 1,
    }));
    expect(sections[0]).toEqual({
      size: ['11906', '16838', undefined],
      margins: [1134, 850, 1134, 1701],
      start: undefined,
      hidesFirst: true,
    });
    expect(sections.slice(1).map(({ size, start, hidesFirst }) => [size, start, hidesFirst])).toEqual(
      REPORT.annexes.map(() => [['16838', '11906', 'landscape'], '1', true]),
    );
    const header = treeOf(bytes, 'word/header1.xml');
    expect([within(header, 'jc')[0]?.attributes('val'), within(header, 'fldSimple')[0]?.attributes('instr')]).toEqual([
      'center',
      ' PAGE ',
    ]);
  });

  test('headings make an outline; tables repeat their first row and keep rows whole', () => {
    const levels = within(body, 'pStyle').map((style) => style.attributes('val'));
    expect(levels).toEqual(['Heading1', 'Heading2', 'Heading3', 'Heading1', 'Heading1']);
    const grids = within(body, 'tbl').filter((table) => within(table, 'tblBorders').length === 1);
    const marks = grids.map((table) =>
      within(table, 'tr').map((row) => ['tblHeader', 'cantSplit'].map((name) => within(row, name).length).join('')),
    );
    expect(marks).toEqual(Array<string[]>(4).fill(['11', '01', '01', '01']));
  });
});

test('a letter says below its number what it is about, and lists whom it goes to', () => {
  const said = paragraphsOf(paperDocx(LETTER));
  expect(said).toContain('V/v đôn đốc báo cáo');
  expect(said).not.toContain('BÁO CÁO');
  expect(said.slice(said.indexOf('Kính gửi:')).slice(0, 3)).toEqual(['Kính gửi:', '- Sở Y tế;', '- Sở Nội vụ.']);
});

test('a paper ends only where its words end', () => {
  const endOf = (...body: readonly Block[]): string[] =>
    paragraphsOf(paperDocx({ ...LETTER, body })).filter((text) => text.endsWith('./.'));
  const [text, item] = [
    { kind: 'text', text: 'Hết.' },
    { kind: 'item', text: 'mục;' },
  ] as const;
  expect(endOf(text, item)).toEqual(['- mục./.']);
  expect(endOf(text, { kind: 'note', text: 'Ghi chú.' })).toEqual(['Hết./.']);
  expect(endOf(text, GRID)).toEqual([]);
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<w:p>',
          '&amp;',
          ']]>',
          '_x0041_',
          '\u0000',
          '\u0007',
          '\u001b[31m',
          '\ud800',
          '\udfff',
          '\ufffe',
          '\uffff',
        ],
        ...[
          '\u202e',
          '\u200f',
          '\u2066',
          '\ufeff',
          '\n',
          '\r\n',
          '\r',
          '\t',
          ' ',
          '  ',
          '\u00a0',
          '"',
          "'",
          'ế',
          'e\u0302',
          '🧾',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const shown = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(visible)
    .join('\n');

describe('texts of strangers', () => {
  test('stand in the document as they are shown elsewhere, and nothing acts', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const blocks: Block[] = [
          { kind: 'note', text },
          { kind: 'table', columns: [{ title: text, width: 1 }], rows: [{ cells: [text] }] },
        ];
        const said = paragraphsOf(tablesDocx({ title: text, asOf: '2026-06-30', blocks }));
        expect(said.filter((each) => each !== '')).toEqual(
          Array<string>(4)
            .fill(shown(text))
            .filter((each) => each !== ''),
        );
        for (const bytes of [
          paperDocx({ ...REPORT, ...everywhere(text) }),
          paperDocx({ ...LETTER, ...everywhere(text) }),
        ])
          for (const name of openArchive(bytes).names) expect(misplaced(treeOf(bytes, name))).toEqual([]);
      }),
    );
  });

  test('stand whole even where nobody made them visible before; what XML cannot hold is marked', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const margins = { top: 20, right: 20, bottom: 20, left: 20 };
        const blocks = [{ kind: 'paragraph', runs: [{ text }] }] as const;
        const [said] = paragraphsOf(documentBytes({ title: text, day: '2026-06-30', sections: [{ margins, blocks }] }));
        const wanted = text
          .replace(/\r\n?/g, '\n')
          .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
        expect(said).toBe(wanted);
      }),
    );
  });

  test('fit their lines on a terminal, and cannot act on it', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 40, max: 130 }), (text, columns) => {
        const lines = paperText({ ...LETTER, ...everywhere(text) }, columns).split('\n');
        expect(lines.filter((line) => widthOf(line) > columns || visible(line) !== line)).toEqual([]);
      }),
    );
  });

  test('a word of 32 767 letters is one word still', () => {
    const word = 'x'.repeat(32_767);
    expect(
      paragraphsOf(paperDocx({ ...REPORT, ...everywhere(word) })).filter((text) => text === word).length,
    ).toBeGreaterThan(4);
    expect(paperText({ ...REPORT, ...everywhere(word) }, 80)).not.toMatch(/x{81}/);
  });
});

/** A text wherever a paper has one. */
const everywhere = (text: string): Partial<Paper> => ({
  above: text,
  issuer: text,
  symbol: text,
  place: text,
  about: text,
  to: [text, text],
  body: [
    { kind: 'heading', level: 1, text },
    { kind: 'text', text },
    { kind: 'note', text },
    {
      kind: 'table',
      columns: [
        { title: text, width: 1 },
        { title: text, width: 2 },
      ],
      rows: [{ cells: [text, text] }, { cells: [text], strong: true }],
    },
    { kind: 'item', text },
  ],
  signature: [text],
  signer: text,
  recipients: [text, text],
  annexes: [{ title: text, body: [{ kind: 'text', text }] }],
});

test('a letter on a terminal', () => {
  expect(
    `\n${paperText({ ...LETTER, body: [{ kind: 'text', text: 'Đề nghị các cơ quan báo cáo:' }, GRID, { kind: 'text', text: 'Trân trọng.' }] }, 80)}`,
  ).toMatchInlineSnapshot(`
    "
     ỦY BAN NHÂN DÂN TỈNH BÌNH AN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
             SỞ TÀI CHÍNH                     Độc lập - Tự do - Hạnh phúc
               ───────                        ───────────────────────────
            Số: ……/STC-NS                  Bình An, ngày …… tháng …… năm 2026
         V/v đôn đốc báo cáo

        Kính gửi:
          - Sở Y tế;
          - Sở Nội vụ.

        Đề nghị các cơ quan báo cáo:

    TT  Nhiệm vụ          Tiến độ
    ─────────────────────────────
    I   Thể chế
    1   Ban hành quy chế     60 %
        Tổng số              60 %

        Trân trọng./.

    Nơi nhận:                                         KT. GIÁM ĐỐC
    - Như trên;                                       PHÓ GIÁM ĐỐC
    - Lưu: VT.


                                                      Nguyễn Văn A
    "
  `);
});

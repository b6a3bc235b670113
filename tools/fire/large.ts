import { randomBytes } from 'node:crypto';
import { archiveOf, openArchive, packedFrom } from '../../src/office/zip.ts';
import { SOUND_FORM } from '../../src/rules/example-workbook.ts';
import { EXAMPLE } from '../../test/example-folder.ts';

/** As many bytes as a text may have. */
const MOST = 2 * 1024 * 1024;

/** A text that is a piece again and again, as long as a text may be. */
const full = (piece: string | ((i: number) => string), head = '', tail = ''): string => {
  const pieces = [head];
  const pieceOf = typeof piece === 'string' ? () => piece : piece;
  const room = MOST - Buffer.byteLength(head) - Buffer.byteLength(tail);
  for (let [i, size] = [0, 0]; ; i++) {
    const next = pieceOf(i);
    size += Buffer.byteLength(next);
    if (size > room) return pieces.join('') + tail;
    pieces.push(next);
  }
};
const times = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');

const HEAD = (EXAMPLE['reports/huyen-ha.yaml'] ?? '').replace(/entries:[^]*/, '');
const inEntries = (piece: string | ((i: number) => string)): string => full(piece, `${HEAD}entries:\n`);

/** YAML, whatever it is a file of. */
export const TEXTS: Readonly<Record<string, () => string | Uint8Array>> = {
  'aliases: a bomb': () => `a0: &a0 [x]\n${times(60, (i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(20)}]\n`)}`,
  'aliases: anchors': () => full((i) => `a${i}: &a${i} 1\n`),
  'aliases: of one': () => full('- *a\n', 'a: &a 1\nb:\n'),
  'aliases: merged': () => full((i) => `b${i}: { <<: *a }\n`, 'a: &a { x: 1 }\n'),
  'depth: brackets': () => full('['),
  'depth: closed brackets': () => `a: ${'['.repeat(MOST / 2 - 9)}${']'.repeat(MOST / 2 - 9)}`,
  'depth: braces': () => full('{a: '),
  'depth: dashes': () => full('- '),
  'depth: question marks': () => full('? '),
  'depth: indents': () => times(1900, (i) => `${' '.repeat(i)}a:\n`),
  'depth: 60 levels of each value': () => full(`${'['.repeat(60)}1${']'.repeat(60)},`, 'a: [', ']'),
  'keys: in one mapping': () => full((i) => `k${i}: 1\n`),
  'keys: 2,000 in each mapping': () => full((i) => `a${i}:\n${times(1999, (j) => `  k${j}: 1\n`)}`),
  'keys: one again and again': () => full('a: 1\n'),
  'keys: long': () => full((i) => `${'k'.repeat(1000)}${i}: 1\n`),
  'keys: one long': () => full('k', '', ': 1\n'),
  'keys: in braces': () => full((i) => `k${i}: 1, `, 'a: {', '}'),
  'values: in brackets': () => full('1,', 'a: [', ']'),
  'values: 99,000': () => `a: [${'1,'.repeat(99_000)}]`,
  'values: empty': () => full('-\n', 'a:\n'),
  'scalars: plain': () => full('a', 'a: '),
  'scalars: plain of words': () => full('a b ', 'a: '),
  'scalars: plain over lines': () => full('  a\n', 'a:\n'),
  'scalars: quoted': () => full('a', 'a: "', '"'),
  'scalars: of escapes': () => full('\\u0061', 'a: "', '"'),
  'scalars: of quotes': () => full("''", "a: '", "'"),
  'scalars: in a block': () => full('  a\n', 'a: |\n'),
  'scalars: folded': () => full('  a\n\n', 'a: >\n'),
  'scalars: digits': () => full('1', 'a: '),
  'scalars: marks of letters': () => full('\u0301', 'a: e'),
  'unclosed: quote': () => full('a\n', 'a: "'),
  'unclosed: single quote': () => full('a\n', "a: '"),
  'unclosed: brackets of text': () => full('a, ', 'a: ['),
  'unclosed: a quote a line': () => full('- "\n', 'a:\n'),
  'lines: comments': () => full('# a\n'),
  'lines: one comment': () => full('#'),
  'lines: blank': () => full('\n'),
  'lines: spaces': () => full(' '),
  'lines: tabs': () => full('\t\n'),
  'lines: returns': () => full('a\r'),
  'lines: documents': () => full('---\n'),
  'lines: ends': () => full('...\n'),
  'lines: directives': () => full('%a\n'),
  'lines: marks': () => full('\u0323\u0301', 'a: '),
  'lines: tags': () => full('- !a b\n'),
  'lines: colons': () => full(': '),
  'lines: colons in text': () => full('a: b: c\n'),
  'lines: words': () => full('a\n'),
  'lines: separators of other kinds': () => full('\u2028\u0085'),
  'bytes: of one byte a letter': () => Buffer.alloc(MOST, 0xd5),
  'bytes: by chance': () => randomBytes(MOST),
  'bytes: noughts': () => Buffer.alloc(MOST),
  'bytes: UTF-16': () => Buffer.from(`\ufeff${'a: 1\n'.repeat(MOST / 10 - 9)}`, 'utf16le'),
  'bytes: the last is broken': () => Buffer.concat([Buffer.from(full('a: b\n', '', 'x')), Buffer.from([0xc3])]),
};

/** Reports in YAML that can be read, and are full of faults. */
export const REPORTS: Readonly<Record<string, () => string>> = {
  'faults: unknown tasks': () => inEntries((i) => `  - { task: II.9.${i}, status: in-progress }\n`),
  'faults: one entry again': () => inEntries('  - { task: II.1.c, status: in-progress, result: x }\n'),
  'faults: bad states': () => inEntries('  - { task: II.1.c, status: xong }\n'),
  'faults: unknown fields': () => inEntries((i) => `  - { task: II.1.c, k${i}: 1 }\n`),
  'faults: bad dates': () => inEntries('  - { task: II.1.c, status: completed, completed: 31/02/2024 }\n'),
  'faults: bad numbers of documents': () =>
    inEntries('  - { task: II.1.c, status: completed, evidence: [{ number: x/y/z, title: a }] }\n'),
  'faults: entries of nothing': () => inEntries('  - ~\n'),
  'faults: a long result': () =>
    full('đã ', `${HEAD}entries:\n  - { task: II.1.c, status: in-progress, result: "`, '" }\n'),
  'faults: placeholders': () => inEntries('  - { task: II.1.c, status: in-progress, result: ………… }\n'),
  'faults: a long name of a body': () =>
    full('sở ', HEAD.replace(/owner: .*/, 'owner: "'), '"\nentries: []\n').replace('"\nperiod', '\nperiod'),
  'marks: in a result': () =>
    full('\u0323\u0301', `${HEAD}entries:\n  - { task: II.1.c, status: in-progress, result: "`, '" }\n'),
  'marks: in a name of a body': () => full('\u0323\u0301', HEAD.replace(/owner: [^]*/, 'owner: "'), '"\nentries: []\n'),
  'marks: in a number of a document': () =>
    full('\u0301\u0323', `${HEAD}entries:\n  - { task: II.1.c, status: completed, evidence: [{ number: "`, '" }] }\n'),
  'marks: on each letter': () =>
    full(
      `a${'\u0323\u0301'.repeat(15)}`,
      `${HEAD}entries:\n  - { task: II.1.c, status: in-progress, result: "`,
      '" }\n',
    ),
  'faults: a long number of a task': () => full('I.', `${HEAD}entries:\n  - { task: "`, '", status: in-progress }\n'),
};

export const JSONS: Readonly<Record<string, () => string | Uint8Array>> = {
  'depth: brackets': () => full('['),
  'depth: objects': () => full('{"a":'),
  'depth: closed': () => '['.repeat(MOST / 2) + ']'.repeat(MOST / 2),
  'keys: in one object': () => full((i) => `"k${i}":1,`, '{', '"a":1}'),
  'keys: one again': () => full('"a":1,', '{', '"a":1}'),
  'keys: by escapes': () => full('"\\u0061":1,', '{', '"a":1}'),
  'values: numbers': () => full('1,', '{"a":[', '1]}'),
  'values: empty objects': () => full('{},', '{"a":[', '{}]}'),
  'scalars: a text': () => full('a', '{"a":"', '"}'),
  'scalars: escapes': () => full('\\u0061', '{"a":"', '"}'),
  'scalars: digits': () => full('1', '{"a":', '}'),
  'scalars: an exponent': () => full('9', '{"a":1e', '}'),
  'unclosed: a text': () => full('a', '{"a":"'),
  'unclosed: escapes': () => full('\\"', '{"a":"'),
  'lines: spaces': () => full(' '),
  'lines: blank': () => full('\n', '{"a":1', '}'),
  'lines: commas': () => full(','),
  'lines: texts': () => full('"a"'),
  'bytes: by chance': () => randomBytes(MOST),
};

const SOUND = openArchive(SOUND_FORM.bytes);
const SHEET = 'xl/worksheets/sheet1.xml';
const textOf = (name: string): string => Buffer.from(SOUND.part(name) ?? []).toString();
const workbook = (changes: Readonly<Record<string, string>>): Uint8Array =>
  archiveOf(
    Object.entries({ ...Object.fromEntries(SOUND.names.map((name) => [name, textOf(name)])), ...changes }).map(
      ([name, text]) => packedFrom(name, text),
    ),
  );
const inSheet = (change: (xml: string) => string): Uint8Array => workbook({ [SHEET]: change(textOf(SHEET)) });
const rows = (xml: string): Uint8Array => inSheet((sheet) => sheet.replace('</sheetData>', `${xml}</sheetData>`));
const behind = (xml: string): Uint8Array => inSheet((sheet) => sheet.replace('</sheetData>', `</sheetData>${xml}`));
const inWorkbook = (xml: string): Uint8Array =>
  workbook({ 'xl/workbook.xml': textOf('xl/workbook.xml').replace('</sheets>', `</sheets>${xml}`) });
const SHARED = 'xl/sharedStrings.xml';
const sheetsOf = (count: number, xml: string): Uint8Array =>
  workbook({
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`xl/worksheets/sheet${i + 2}.xml`, xml])),
    'xl/workbook.xml': textOf('xl/workbook.xml').replace(
      '</sheets>',
      `${times(count, (i) => `<sheet name="s${i}" sheetId="${i + 2}" r:id="x${i}"/>`)}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': textOf('xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      `${times(count, (i) => `<Relationship Id="x${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 2}.xml"/>`)}</Relationships>`,
    ),
  });
const MANY_CELLS = times(9_900, (i) => `<row r="${i + 7}">${'<c><v>1</v></c>'.repeat(10)}</row>`);
const TEXT_CELLS = times(
  9_900,
  (i) => `<row r="${i + 7}">${'<c t="inlineStr"><is><t>II.1.b</t></is></c>'.repeat(10)}</row>`,
);

export const WORKBOOKS: Readonly<Record<string, () => Uint8Array>> = {
  'zip: a bomb of spaces': () => workbook({ [SHEET]: ' '.repeat(140_000_000) }),
  'zip: 127 MB of spaces': () => workbook({ [SHEET]: textOf(SHEET) + ' '.repeat(120_000_000) }),
  'zip: 120 MB that nobody reads': () => workbook({ 'x.bin': ' '.repeat(120_000_000) }),
  'zip: 1,900 parts': () =>
    workbook(Object.fromEntries(Array.from({ length: 1900 }, (_, i) => [`x/${i}.xml`, '<a/>']))),
  'zip: 16 MB by chance': () => randomBytes(16 * 1024 * 1024),
  'zip: 16 MB by chance behind a head': () =>
    Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(16 * 1024 * 1024 - 4)]),
  'zip: a 15 MB picture': () => workbook({ 'xl/media/a.png': randomBytes(11_000_000).toString('latin1') }),
  'zip: ends of archives': () => Buffer.from('PK\x05\x06'.repeat(4 * 1024 * 1024 - 1), 'latin1'),
  'sheets: 900': () => sheetsOf(900, '<worksheet><sheetData/></worksheet>'),
  'sheets: 20 of 99,000 cells': () => sheetsOf(20, `<worksheet><sheetData>${MANY_CELLS}</sheetData></worksheet>`),
  'sheets: 50 of 99,000 texts': () => sheetsOf(50, `<worksheet><sheetData>${TEXT_CELLS}</sheetData></worksheet>`),
  'cells: 99,000 numbers': () => rows(MANY_CELLS),
  'cells: 99,000 texts': () => rows(TEXT_CELLS),
  'cells: 1,000,000': () => rows(times(100_000, (i) => `<row r="${i + 7}">${'<c><v>1</v></c>'.repeat(10)}</row>`)),
  'cells: without text': () => rows('<row>' + '<c/>'.repeat(16_000) + '</row>' + '<row/>'.repeat(1_000_000)),
  'cells: 30,000 formulas': () =>
    rows(times(3_000, (i) => `<row r="${i + 7}">${'<c><f>A1+A2</f></c>'.repeat(10)}</row>`)),
  'cells: a text of 100 MB': () =>
    rows(`<row r="7"><c t="inlineStr"><is><t>${'a'.repeat(100_000_000)}</t></is></c></row>`),
  'cells: a text of 1,000,000 runs': () =>
    rows(`<row r="7"><c t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(1_000_000)}</is></c></row>`),
  'cells: far apart': () =>
    rows(times(90_000, (i) => `<row r="${i * 11 + 7}"><c r="XFD${i * 11 + 7}"><v>1</v></c></row>`)),
  'cells: faulty': () =>
    rows(times(9_000, (i) => `<row r="${i + 9}">${'<c t="inlineStr"><is><t>…</t></is></c>'.repeat(4)}</row>`)),
  'merges: 9,999 over all': () =>
    behind(`<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(9_999)}</mergeCells>`),
  'merges: 9,999 small': () =>
    behind(`<mergeCells>${times(9_999, (i) => `<mergeCell ref="A${i * 2 + 7}:D${i * 2 + 8}"/>`)}</mergeCells>`),
  'merges: 1,000,000': () => behind(`<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`),
  'shared: 1,000,000 texts': () => workbook({ [SHARED]: `<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>` }),
  'shared: 5,000,000 empty': () => workbook({ [SHARED]: `<sst>${'<si/>'.repeat(5_000_000)}</sst>` }),
  'shared: one of 100 MB': () => workbook({ [SHARED]: `<sst><si><t>${'a'.repeat(100_000_000)}</t></si></sst>` }),
  'styles: 1,000,000': () =>
    workbook({
      'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="14"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
    }),
  'styles: 1,000,000 formats': () =>
    workbook({
      'xl/styles.xml': `<styleSheet><numFmts>${times(1_000_000, (i) => `<numFmt numFmtId="${i}" formatCode="d"/>`)}</numFmts></styleSheet>`,
    }),
  'names: 1,000,000': () =>
    inWorkbook(`<definedNames>${'<definedName name="a">A1</definedName>'.repeat(1_000_000)}</definedNames>`),
  'XML: entities': () => inSheet((xml) => `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1_000_000)}">]>${xml}`),
  'XML: deep': () => inSheet((xml) => xml.replace('<sheetData>', `${'<a>'.repeat(10_000_000)}<sheetData>`)),
  'XML: deep and closed': () => behind('<a>'.repeat(5_000_000) + '</a>'.repeat(5_000_000)),
  'XML: attributes': () =>
    inSheet((xml) => xml.replace('<sheetData', `<sheetData${times(1_000_000, (i) => ` a${i}="1"`)}`)),
  'XML: one long attribute': () =>
    inSheet((xml) => xml.replace('<sheetData', `<sheetData a="${'x'.repeat(100_000_000)}"`)),
  'XML: references': () => rows(`<row r="7"><c t="inlineStr"><is><t>${'&#97;'.repeat(10_000_000)}</t></is></c></row>`),
  'XML: comments': () => behind('<!---->'.repeat(10_000_000)),
  'XML: one comment': () => behind(`<!--${'a'.repeat(100_000_000)}-->`),
  'XML: unclosed': () => behind('<'.repeat(50_000_000)),
  'XML: unclosed comments': () => behind('<!--'.repeat(20_000_000)),
  'relations: 500,000': () =>
    workbook({
      'xl/_rels/workbook.xml.rels': textOf('xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        `${times(500_000, (i) => `<Relationship Id="y${i}" Type="a" Target="b${i}"/>`)}</Relationships>`,
      ),
    }),
};

import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMATS } from '../src/cli/formats.ts';
import { rules } from '../src/rules/index.ts';
import { packedFrom } from '../src/office/zip.ts';
import { FOLDER } from '../tools/fuzz/folder.ts';
import { holdForm } from '../tools/fuzz/outputs.ts';
import { ACTING } from '../tools/fuzz/words.ts';
import { ROOT, dondoc, folderWith, outputOf, put, without } from './helpers.ts';
import { HOSTILE_JSON, HOSTILE_TEXTS, HOSTILE_VALUES, type Hostile, withValue } from './hostile-texts.ts';
import { type Parts, SHEETS_GIVEN, packed, partsOf, withEntry, withPart, zipped } from './workbook-builder.ts';

const PLAN = 'plan/12-KH-UBND';
const REPORT = 'reports/huyen-ha.yaml';
const AMENDMENT = `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-task: { task: II.1.a.2 }
`;
/** What `plan release` writes of the sound plan. */
const RELEASED = folderWith(FOLDER);
await dondoc(RELEASED, 'plan release');
const VERSIONS = readFileSync(join(RELEASED, PLAN, 'versions.yaml'), 'utf8');
const REGISTER = 'plan: 12/KH-UBND\nreceived: []\n';

const found = (stdout: string) => outputOf('findings', stdout).findings;
type Found = ReturnType<typeof found>;
const inFile = (findings: Found, file: string): Found => findings.filter((finding) => finding.file === file);
const others = (findings: Found): Found =>
  findings.filter(({ file }) => file.startsWith('reports/') && !/huyen-ha|register/.test(file));

/** With a fault at a neighbour, and without the report that a stranger's takes the place of. */
const HOST = without(FOLDER, REPORT);
const NEIGHBOURS = others(found((await dondoc(folderWith(HOST), 'check --format json')).stdout));

/** What is said of a file: its rule, at a place in the file, in few words. */
function expectNamed(
  findings: Found,
  file: string,
  { code, kind }: Pick<Hostile, 'code' | 'kind'>,
  lines: number,
): void {
  const own = inFile(findings, file);
  expect(own.map((finding) => finding.code)).toContain(code);
  if (!['given twice', 'prototype', 'near a name', 'JSON', 'value'].includes(kind)) expect(own).toHaveLength(1);
  expect(own.length).toBeLessThanOrEqual(101);
  for (const { line, column, message } of own) {
    expect(line >= 1 && line <= lines && column >= 1).toBe(true);
    expect(message.length).toBeLessThanOrEqual(500);
  }
}
const linesOf = (content: string | Uint8Array): number =>
  Buffer.from(content)
    .toString('latin1')
    .split(/\r\n?|\n/).length;

test('the neighbours have something to lose', () =>
  expect(NEIGHBOURS.map(({ name }) => name)).toEqual(['unknown-field']));

test('every kind comes in three variants at least', () => {
  const all = [...HOSTILE_TEXTS, ...HOSTILE_JSON];
  for (const kind of new Set(all.map((each) => each.kind)))
    expect([kind, all.filter((each) => each.kind === kind).length > 2]).toEqual([kind, true]);
});

describe('in a report', () => {
  test.each(HOSTILE_TEXTS)('$kind: $what', async (hostile) => {
    const content = hostile.of(FOLDER[REPORT] ?? '');
    const folder = folderWith(HOST);
    writeFileSync(join(folder, REPORT), content);
    const { stdout, code } = await dondoc(folder, 'check --format json');
    expect(code).toBe(1);
    expectNamed(found(stdout), REPORT, hostile, linesOf(content));
    expect(others(found(stdout))).toEqual(NEIGHBOURS);
  });

  test.each(HOSTILE_JSON)('$kind: $what', async (hostile) => {
    const content = Buffer.from(hostile.of(JSON.stringify(parse(FOLDER[REPORT] ?? ''), null, 2)));
    const folder = folderWith(HOST);
    writeFileSync(join(folder, 'reports/huyen-ha.json'), content);
    const { stdout } = await dondoc(folder, 'check --format json');
    expectNamed(found(stdout), 'reports/huyen-ha.json', hostile, linesOf(content));
    expect(others(found(stdout))).toEqual(NEIGHBOURS);
  });

  const values = Object.entries(HOSTILE_VALUES).flatMap(([field, all]) =>
    all.map(([written, code]) => ({ field, written, code, kind: 'value' })),
  );
  test.each(values)('$field: $written', async ({ field, written, ...hostile }) => {
    const text = withValue(FOLDER, field, written);
    const { stdout } = await dondoc(folderWith({ ...HOST, [REPORT]: text }), 'check --format json');
    expectNamed(found(stdout), REPORT, hostile, linesOf(text));
    const line = text.split('\n').findIndex((each) => each.startsWith(`${field}:`)) + 1;
    expect(inFile(found(stdout), REPORT).find(({ code }) => code === hostile.code)?.line).toBe(line);
    expect(others(found(stdout))).toEqual(NEIGHBOURS);
  });
});

describe('in a register', () => {
  test.each(HOSTILE_TEXTS)('$kind: $what', async (hostile) => {
    const content = hostile.of(REGISTER);
    const folder = folderWith(FOLDER);
    writeFileSync(join(folder, 'reports/register.yaml'), content);
    const { stdout } = await dondoc(folder, 'check --format json');
    expectNamed(found(stdout), 'reports/register.yaml', hostile, linesOf(content));
    expect(others(found(stdout))).toEqual(NEIGHBOURS);
  });
});

const nameOf = (code: string): string => rules.find((rule) => rule.code === code)?.name ?? '';

describe.each([
  ['owners.yaml', FOLDER[`${PLAN}/owners.yaml`] ?? ''],
  ['amendments/2024.yaml', AMENDMENT],
])('in a plan: %s', (name, sound) => {
  const file = `${PLAN}/${name}`;
  test('which is sound before', async () => {
    expect((await dondoc(folderWith({ ...FOLDER, [file]: sound }), 'plan check')).code).toBe(0);
  });

  test.each(HOSTILE_TEXTS)('$kind: $what', async (hostile) => {
    const content = hostile.of(sound);
    const folder = folderWith({ ...FOLDER, [file]: '' });
    writeFileSync(join(folder, file), content);
    const { stdout, code } = await dondoc(folder, 'plan check --format json');
    expect(code).toBe(1);
    expectNamed(found(stdout), file, hostile, linesOf(content));
    const refused = await dondoc(folder, 'check');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(`(${hostile.code} ${nameOf(hostile.code)})`);
    expect(refused.stderr).toMatch(new RegExp(`^(?:dondoc: )?${file}:\\d+:\\d+: `, 'm'));
    expect(refused.stderr.length).toBeLessThan(21 * 600);
  });
});

/** One variant of each kind, another one for each turn. */
const KINDS = [...new Set(HOSTILE_TEXTS.map(({ kind }) => kind))];
const inTurn = (turn: number): readonly Hostile[] =>
  KINDS.flatMap((kind) => {
    const variants = HOSTILE_TEXTS.filter((hostile) => hostile.kind === kind);
    return variants[turn % variants.length] ?? [];
  });

describe.each(
  Object.entries({
    ...Object.fromEntries(
      ['plan.yaml', 'references.yaml', 'tasks.yaml'].map((name) => [name, FOLDER[`${PLAN}/${name}`] ?? '']),
    ),
    'versions.yaml': VERSIONS,
    'papers.yaml': 'issuers:\n  - { body: so-cong-thuong, name: Sở Công Thương }\n',
    'holidays/2030.yaml': 'year: 2030\nfrom: Thông báo\noff: [2030-01-01]\n',
  }).map(([name, sound], turn) => ({ name, sound, turn })),
)('in a plan: $name', ({ name, sound, turn }) => {
  const file = `${PLAN}/${name}`;
  test('which is sound before', async () => {
    expect((await dondoc(folderWith({ ...FOLDER, [file]: sound }), 'plan check')).code).toBe(0);
  });

  test.each(inTurn(turn))('$kind: $what', async (hostile) => {
    const folder = folderWith({ ...FOLDER, [file]: '' });
    writeFileSync(join(folder, file), hostile.of(sound));
    const { code, stdout, stderr } = await dondoc(folder, 'check');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`(${hostile.code} ${nameOf(hostile.code)})`);
    expect(stderr).toMatch(new RegExp(`^(?:dondoc: )?${file}:\\d+:\\d+: `, 'm'));
  });
});

describe('in a baseline', () => {
  test.each(inTurn(7))('$kind: $what', async (hostile) => {
    const folder = folderWith(FOLDER);
    await dondoc(folder, 'baseline --as-of 2025-01-15 --reason a --by b --until 2026-01-15');
    const path = join(folder, 'dondoc-baseline.yaml');
    writeFileSync(path, hostile.of(readFileSync(path, 'utf8')));
    const { code, stdout, stderr } = await dondoc(folder, 'check');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`(${hostile.code} ${nameOf(hostile.code)})`);
    expect(stderr).toMatch(/^(?:dondoc: )?dondoc-baseline\.yaml:\d+:\d+: /m);
  });
});

describe('in a snapshot', () => {
  test.each(HOSTILE_JSON)('$kind: $what', async (hostile) => {
    const folder = folderWith(FOLDER);
    await dondoc(folder, 'summary --as-of 2024-12-25 --snapshot kept.json');
    const path = join(folder, 'kept.json');
    writeFileSync(path, hostile.of(readFileSync(path, 'utf8')));
    const { code, stdout, stderr } = await dondoc(folder, 'summary --compare-to kept.json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`(${hostile.code} ${nameOf(hostile.code)})`);
    expect(stderr).toMatch(/^(?:dondoc: )?kept\.json:\d+:\d+: /m);
  });
});

describe('in a cache', () => {
  const all = [...inTurn(0), ...inTurn(1), ...HOSTILE_JSON].filter(
    ({ kind, what }) => kind !== 'given twice' && what !== 'no quotes',
  );
  test.each(all)('$kind: $what: it is left aside, which is said, and made anew', async (hostile) => {
    const folder = folderWith(FOLDER);
    const first = await dondoc(folder, 'check --cache --lang en');
    const path = join(folder, '.dondoc/cache.json');
    writeFileSync(path, hostile.of(readFileSync(path, 'utf8')));
    const said = '.dondoc/cache.json: the cache is damaged; it was left aside and is made anew\n';
    expect(await dondoc(folder, 'check --cache --lang en')).toEqual({ ...first, stderr: said });
    expect(await dondoc(folder, 'check --cache --lang en')).toEqual(first);
  });

  test.each<[what: string, json: string, isSaid: boolean]>([
    ['nothing', 'null', false],
    ['another form', '{"format":1}', false],
    ['no JSON', '{', true],
    ['JSON without end', '['.repeat(1_000_000), true],
  ])('whose checksum is right, of %s', async (_, json, isSaid) => {
    const folder = folderWith(FOLDER);
    const first = await dondoc(folder, 'check --cache --lang en');
    const sum = createHash('sha256').update(json).digest('hex').slice(0, 32);
    put(folder, { '.dondoc/cache.json': `${sum}\n${json}` });
    const said = '.dondoc/cache.json: the cache is damaged; it was left aside and is made anew\n';
    expect(await dondoc(folder, 'check --cache --lang en')).toEqual({ ...first, stderr: isSaid ? said : '' });
  });
});

describe('in the settings', () => {
  // Settings of which nothing is set are settings.
  test.each(HOSTILE_TEXTS.filter(({ kind }) => kind !== 'nothing'))('$kind: $what', async (hostile) => {
    const folder = folderWith(FOLDER);
    writeFileSync(join(folder, 'dondoc.yaml'), hostile.of('plan: 12/KH-UBND\nlang: en\n'));
    const { code, stdout, stderr } = await dondoc(folder, 'check');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`(${hostile.code} ${nameOf(hostile.code)})`);
    expect(stderr).toMatch(/^(?:dondoc: )?dondoc\.yaml:\d+:\d+: /m);
  });
});

const SHEET = 'xl/worksheets/sheet1.xml';
const SOUND = partsOf(SHEETS_GIVEN);
const inSheet = (change: (xml: string) => string): Parts => withPart(SOUND, SHEET, change);
const WORKBOOKS: Readonly<Record<string, Readonly<Record<string, () => Uint8Array>>>> = {
  'a bomb': {
    'of spaces': () => zipped({ ...SOUND, [SHEET]: ' '.repeat(140 * 1024 * 1024) }),
    'of texts': () =>
      zipped({ ...SOUND, 'xl/sharedStrings.xml': `<sst>${'<si><t>x</t></si>'.repeat(9_000_000)}</sst>` }),
    'that says it is small': () =>
      withEntry(zipped({ ...SOUND, [SHEET]: ' '.repeat(9_000_000) }), SHEET, (buffer, at) =>
        buffer.writeUInt32LE(9, at + 24),
      ),
    'that says it has 4 GB': () =>
      withEntry(zipped(SOUND), SHEET, (buffer, at) => buffer.writeUInt32LE(0xfffffffe, at + 24)),
  },
  'an archive': {
    'of 2,001 parts': () =>
      zipped({ ...SOUND, ...Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`x${i}`, ''])) }),
    'with a part twice': () => zipped({ ...SOUND, [SHEET.toUpperCase()]: 'x' }),
    'whose parts overlap': () => withEntry(zipped(SOUND), SHEET, (buffer, at) => buffer.writeUInt32LE(0, at + 42)),
    'in a cipher': () => withEntry(zipped(SOUND), SHEET, (buffer, at) => buffer.writeUInt16LE(1, at + 8)),
    'with a wrong checksum': () => withEntry(zipped(SOUND), SHEET, (buffer, at) => buffer.writeUInt32LE(1, at + 16)),
    'packed in another way': () => withEntry(zipped(SOUND), SHEET, (buffer, at) => buffer.writeUInt16LE(12, at + 10)),
    cut: () => zipped(SOUND).subarray(0, -30),
    'of nothing': () => zipped({}),
  },
  XML: {
    'with entities': () =>
      zipped(
        inSheet((xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><worksheet')),
      ),
    'with a file': () =>
      zipped(inSheet((xml) => xml.replace('<worksheet', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet'))),
    'with a type alone': () => zipped(inSheet((xml) => xml.replace('<worksheet', '<!DOCTYPE a><worksheet'))),
    'that is deep': () => zipped(inSheet((xml) => xml.replace('<sheetData>', `${'<a>'.repeat(100_000)}<sheetData>`))),
    'with an unknown reference': () => zipped(inSheet((xml) => xml.replace('<t xml:space="preserve">', '$&&nothing;'))),
    'with a letter out of range': () =>
      zipped(inSheet((xml) => xml.replace('<t xml:space="preserve">', '$&&#x110000;'))),
    'that is not closed': () => zipped(inSheet((xml) => xml.replace('</worksheet>', ''))),
  },
  'a sheet': {
    'with a far cell': () => zipped(inSheet((xml) => xml.replace('<sheetData>', '<sheetData><row r="1048577"/>'))),
    'with a cell behind the last column': () => zipped(inSheet((xml) => xml.replace('<c r="A1"', '<c r="XFE1"'))),
    'with a cell twice': () => zipped(inSheet((xml) => xml.replace(/(<c r="A1"[^]*?<\/c>)/, '$1$1'))),
    'with many merges': () =>
      zipped(
        inSheet((xml) =>
          xml.replace(
            '</sheetData>',
            `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_001)}</mergeCells>`,
          ),
        ),
      ),
    'with many cells': () =>
      zipped(
        inSheet((xml) =>
          xml.replace(
            '</sheetData>',
            `${Array.from({ length: 7 }, (_, i) => `<row r="${1000 + i}">${'<c><v>1</v></c>'.repeat(16_384)}</row>`).join('')}</sheetData>`,
          ),
        ),
      ),
    'whose text is nowhere': () =>
      zipped(inSheet((xml) => xml.replace(/<c r="A1" t="inlineStr">[^]*?<\/c>/, '<c r="A1" t="s"><v>99</v></c>'))),
  },
  'another thing': Object.fromEntries(
    ['doc', 'docx', 'encrypted', 'html', 'ods', 'odt', 'pdf', 'rtf', 'text', 'xls', 'xlsb', 'xml-2003'].map((kind) => [
      kind,
      () => readFileSync(join(ROOT, `test/workbooks/others/${kind}.xlsx`)),
    ]),
  ),
};

describe.each(Object.entries(WORKBOOKS))('a workbook that is %s', (_, variants) => {
  test.each(Object.entries(variants))('%s', async (_name, bytes) => {
    const folder = folderWith(HOST);
    writeFileSync(join(folder, 'reports/huyen-ha.xlsx'), bytes());
    const { stdout, code } = await dondoc(folder, 'check --format json');
    expect(code).toBe(1);
    const own = inFile(found(stdout), 'reports/huyen-ha.xlsx');
    expect(own.map((finding) => finding.code)).toEqual([expect.stringMatching(/^DD11[01]$/)]);
    expect(others(found(stdout))).toEqual(NEIGHBOURS);
  });
});

test('the sound workbook that these are made of is read', async () => {
  expect(packed(SOUND).map(({ name }) => name)).toContain(packedFrom(SHEET, '').name);
  const folder = folderWith(HOST);
  writeFileSync(join(folder, 'reports/huyen-ha.xlsx'), zipped(SOUND));
  const { stdout } = await dondoc(folder, 'check --format json');
  expect(inFile(found(stdout), 'reports/huyen-ha.xlsx').filter(({ code }) => /^DD11[01]$/.test(code))).toEqual([]);
});

/** Every form of every verb, by its words. */
const FORMS: readonly (readonly [verb: string, words: string, formats: readonly string[]])[] = [
  ['check', 'check reports', FORMATS.check],
  ['summary', 'summary reports --until 2026-12-31 --compare-to 2024-12-01', FORMATS.summary],
  ['summary', 'summary reports --by support --period all', FORMATS.summary],
  ['proposals', 'proposals reports', FORMATS.proposals],
  ['draft', 'draft report reports --period 2024', FORMATS.draft],
  ['draft', 'draft government-report reports --period 2024', FORMATS.draft],
  ['explain', 'explain II.1.c reports', ['text', 'json']],
  ['plan', 'plan check', FORMATS.plan],
];

/** Every form of output of a folder, held against what it must be. The bytes that were held. */
async function holdEveryForm(folder: string): Promise<number> {
  let held = 0;
  for (const [verb, words, formats] of FORMS) {
    for (const format of formats) {
      const argv = [...words.split(' '), '--as-of', '2025-01-15', '--plan', PLAN, '--format', format];
      const { code, stdout, stderr } = await dondoc(folder, argv);
      expect([argv.join(' '), code, code > 1 ? stderr : '']).toEqual([argv.join(' '), code > 0 ? 1 : 0, '']);
      const binary = format === 'xlsx' || format === 'docx';
      const bytes = Buffer.from(stdout, binary ? 'latin1' : 'utf8');
      holdForm(format, verb, stdout, bytes);
      holdForm('text', verb, stderr, Buffer.from(stderr));
      held += bytes.length;
    }
  }
  return held;
}

/** What a file system takes for a name. */
const NAMES = ACTING.map((word) => word.replace(/[/\0]|[\ud800-\udfff]/g, '-')).concat(
  'x'.repeat(200),
  ' ',
  '-rf',
  '.',
  '#%?&',
);

describe('names of files', () => {
  test('act nowhere, and each is told with its place', async () => {
    const folder = folderWith(HOST);
    const bad = Object.fromEntries(NAMES.map((name) => [`reports/tinh/b${name}.yaml`, 'owner: x\ncolour: 1\n']));
    put(folder, bad);
    expect(await holdEveryForm(folder)).toBeGreaterThan(100_000);
    const { stdout } = await dondoc(folder, 'check --format json');
    const files = new Set(found(stdout).map(({ file }) => file));
    for (const name of Object.keys(bad)) expect([name, files.has(name)]).toEqual([name, true]);
    expect(others(found(stdout)).filter(({ file }) => !file.includes('/tinh/'))).toEqual(NEIGHBOURS);
  });

  test.each(['annotate', 'convert --to json'])('%s says them so that they do not act', async (verb) => {
    const folder = folderWith(HOST);
    for (const [i, name] of NAMES.entries()) {
      const path = `reports/${i}${name}.${verb === 'annotate' ? 'xlsx' : 'yaml'}`;
      writeFileSync(join(folder, path), verb === 'annotate' ? zipped(SOUND) : (FOLDER[REPORT] ?? ''));
      const { code, stdout, stderr } = await dondoc(folder, [...verb.split(' '), path, '-o', 'back']);
      expect([path, code, stderr]).toEqual([path, 0, '']);
      holdForm('text', verb, stdout, Buffer.from(stdout));
    }
  });
});

describe('what a report and its plan say acts nowhere', () => {
  const words = ACTING.filter((word) => /\S/.test(word)).map((word) => JSON.stringify(word.replace(/\0/g, '\u0001')));
  /** Every word at every place in its turn. */
  const at = (turn: number) => {
    let place = 0;
    return (): string => words[(turn + place++) % words.length] ?? '';
  };
  const report = (word: () => string): string => `plan: 12/KH-UBND
version: 1.1.0
owner: huyen-ha
period: "2024"
reported: 2024-12-20
document: { number: ${word()}, date: 2024-12-20 }
signer: { name: ${word()}, title: ${word()} }
contact: { name: ${word()}, phone: ${word()}, email: ${word()} }
entries:
  - task: II.1.c
    status: completed
    completed: 2024-12-10
    result: ${word()}
    obstacles: ${word()}
    proposals: ${word()}
    next: ${word()}
    indicators: [{ id: khuyen-cong, value: 5 }]
    evidence: [{ number: ${word()}, date: 2024-12-10, title: ${word()} }]
  - task: ${word()}
    status: ${word()}
proposals:
  - { task: ${word()}, text: ${word()} }
`;
  const plan = (word: () => string) => ({
    [`${PLAN}/owners.yaml`]: (FOLDER[`${PLAN}/owners.yaml`] ?? '')
      .replace('name: UBND huyện Hạ', () => `name: ${word()}, aliases: [${word()}]`)
      .replace('name: UBND tỉnh', () => `name: ${word()}`)
      .replace('name: UBND các huyện', () => `name: ${word()}, aliases: [UBND các huyện]`),
    [`${PLAN}/references.yaml`]: (FOLDER[`${PLAN}/references.yaml`] ?? '').replace(
      /title: .*? \}/g,
      () => `title: ${word()} }`,
    ),
    [`${PLAN}/tasks.yaml`]: (FOLDER[`${PLAN}/tasks.yaml`] ?? '')
      .replace(/title: .*$/gm, () => `title: ${word()}`)
      .replace('name: Tỷ lệ chi khuyến công, unit: "%"', () => `name: ${word()}, unit: ${word()}`),
    [`${PLAN}/plan.yaml`]: (FOLDER[`${PLAN}/plan.yaml`] ?? '')
      .replace(/^title: .*$/m, () => `title: ${word()}`)
      .replace(/title: [^,]*, line/g, () => `title: ${word()}, line`),
  });

  test.each(words.map((word, turn) => [turn, word]))('turn %i, from %s', async (turn) => {
    const folder = folderWith({ ...HOST, [REPORT]: report(at(turn + 1)), ...plan(at(turn)) });
    const { code, stderr, stdout } = await dondoc(folder, 'plan check --lang en');
    holdForm('text', 'plan', stderr, Buffer.from(stderr));
    expect([code, stdout]).toEqual([0, expect.anything()]);
    expect(await holdEveryForm(folder)).toBeGreaterThan(100_000);
  });
});

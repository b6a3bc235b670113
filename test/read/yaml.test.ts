import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { SyntaxProblem } from '../../src/source.ts';
import { mark, read } from '../../src/read/yaml.ts';
import { RUNS, SEED, faults, places } from './places.ts';

const NFD = 'Tiếng Việt'.normalize('NFD');

describe('data', () => {
  test.each<[text: string, data: unknown]>([
    ['', null],
    ['\n\n', null],
    ['# chỉ có chú thích\n', null],
    ['---\n', null],
    ['...\n', null],
    ['# c\n---\na: 1\n...\n# d\n', { a: 1 }],
    ['một', 'một'],
    ['[a, 1]', ['a', 1]],
    ['kết quả: đã\n  ban hành\n\n  xong\n', { 'kết quả': 'đã ban hành\nxong' }],
    ["a: \"b\n  c\\n\\u0111\"\nb: 'it''s'\n", { a: 'b c\nđ', b: "it's" }],
    ['"a b": 1\n\'c\': 2\n? d\n: 3\n? e\n', { 'a b': 1, c: 2, d: 3, e: null }],
    ['1: a\ntrue: b\nnull: c\n2025-07-15: d\n', { 1: 'a', true: 'b', null: 'c', '2025-07-15': 'd' }],
    ['a: [b,\n  { c: 1,\n    d }, [e: f]]\n', { a: ['b', { c: 1, d: null }, [{ e: 'f' }]] }],
    ['a: 012\nb: 0x1F\nc: 1e3\nd: .5\ne: +1\nf: .inf\n', { a: 12, b: 31, c: 1000, d: 0.5, e: 1, f: Infinity }],
    [
      'a: yes\nb: no\nc: 2025-07-15\nd: 12:30:45\ne: 1_000\n',
      { a: 'yes', b: 'no', c: '2025-07-15', d: '12:30:45', e: '1_000' },
    ],
    ['a: |+\n  x\n\nb: |2\n    y\nc: >\n  x\n   y\n', { a: 'x\n\n', b: '  y\n', c: 'x\n y\n' }],
    ['a:\tb\n', { a: 'b' }],
    [`a: ${NFD}\u00a0\r\n"b": |\r\n  x\r\n  y\r\n`, { a: `${NFD}\u00a0`, b: 'x\ny\n' }],
    ['<<: { a: 1 }\nb: 2\n', { '<<': { a: 1 }, b: 2 }],
  ])('%j', (text, data) => {
    const { markItem: _, ...found } = read(text);
    expect(found).toStrictEqual({ data, faults: [] });
    expect(mark(text).value.start).toBeGreaterThanOrEqual(0);
  });

  test('no key reaches a prototype', () => {
    const { data } = read('__proto__: { polluted: 1 }\nconstructor: 2\n"toString": 3\n');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.entries(data as object)).toEqual([
      ['__proto__', { polluted: 1 }],
      ['constructor', 2],
      ['toString', 3],
    ]);
    expect('polluted' in {}).toBe(false);
  });
});

describe('syntax errors: one, with its place', () => {
  test.each<[text: string, problem: SyntaxProblem, place: string, written: string]>([
    ['a:\n\tb: 1\n', 'tab-indent', '2:1', '\t'],
    ['a:\n  - b\n \t- c\n', 'tab-indent', '3:2', '\t'],
    ['- a: 1\n\tb: 2\n', 'tab-indent', '2:1', '\t'],
    ['-\ta: 1\n', 'tab-indent', '1:2', '\t'],
    ['a: |\n\tx\n', 'tab-indent', '2:1', '\t'],
    ['a: |\n  x\n\n\t\nb: 1\n', 'tab-indent', '4:1', '\t'],
    ['task: II.1\n  status: x\nb: 1\n', 'bad-indent', '2:3', 's'],
    ['a: x\n  y\n  z: 1\n', 'bad-indent', '3:3', 'z'],
    ['a:\n   b: 1\n  c: 2\nd: 3\n', 'bad-indent', '3:3', 'c'],
    ['  a: 1\nb: 2\n', 'bad-indent', '2:1', 'b'],
    ['entries:\n  - task: a\n    status: b\n   note: c\n', 'bad-indent', '4:4', 'n'],
    ['entries:\n- task: a\n - task: b\n', 'bad-indent', '3:2', '-'],
    ['entries:\n  - a\n - b\n', 'bad-indent', '3:2', '-'],
    ['a: 1\n- b\n', 'bad-indent', '2:1', '-'],
    ['a: |\n    x\n  y\nb: 1\n', 'bad-indent', '3:3', 'y'],
    ['a: x\n# c\n  y\n', 'bad-indent', '3:3', 'y'],
    ['a: 1\nresult: "Đã ban hành\nstatus: "x"\n', 'unclosed-quote', '2:9', '"'],
    ["- a\n- 'b\n", 'unclosed-quote', '2:3', "'"],
    ['a: "b\\"', 'unclosed-quote', '1:4', '"'],
    ["a: 'b''", 'unclosed-quote', '1:4', "'"],
    [`${NFD}: "x\r\nb: 1\r\n`, 'unclosed-quote', `1:${NFD.length + 3}`, '"'],
    ['a: 1\nb: [x, "y"\nc: 2\n', 'unclosed-bracket', '2:4', '['],
    ['a: { b: [1, 2 }\n', 'unclosed-bracket', '1:9', '['],
    ['a: [\n', 'unclosed-bracket', '1:4', '['],
    ['a: { b: 1 c: 2 }\n', 'missing-comma', '1:9', '1'],
    ['a: { b: 1\n  c: 2 }\n', 'missing-comma', '2:3', 'c'],
    ['a: ["x" "y"]\nb: 1\n', 'missing-comma', '1:9', '"'],
    ['a: [1,, 2]\n', 'extra-comma', '1:7', ','],
    ['a: {, b: 1}\n', 'extra-comma', '1:5', ','],
    ['a: 1\nb:2\nc: 3\n', 'missing-space', '2:2', ':'],
    ['plan:415/KH-UBND\nowner: x\n', 'missing-space', '1:5', ':'],
    ['- a\n-b\n', 'missing-space', '2:1', '-'],
    ['a: "b"# c\n', 'missing-space', '1:7', '# c'],
    ['a: 1\nkhông có dấu  \nb: 2\n', 'missing-colon', '2:1', 'không có dấu'],
    ['a: 1\nhttp://x\n', 'missing-colon', '2:1', 'http://x'],
    ['title: "Đề án" phát triển\n', 'text-after-value', '1:16', 'phát triển'],
    ["a: 'it's'\n", 'text-after-value', '1:8', "s'"],
    ['a: "Tốt" & "Khá"\n', 'text-after-value', '1:10', '&'],
    ['a: [b] *c\n', 'text-after-value', '1:8', '*c'],
    ['a: | text\n  x\n', 'text-after-value', '1:6', 'text'],
    ['result: - đã xong\n', 'list-after-key', '1:9', '-'],
    ['a: "\\q"\n', 'bad-escape', '1:5', '\\'],
    ['a: @b\n', 'bad-scalar', '1:4', '@'],
    ['a: `b`\n', 'bad-scalar', '1:4', '`'],
    ['result: ghi chú: abc\nb: 1\n', 'mapping-in-scalar', '1:16', ':'],
    ['- a: b: c # d: e\n', 'mapping-in-scalar', '1:7', ':'],
    ['a: "x: y": z\n', 'mapping-in-scalar', '1:10', ':'],
    ['a: 1\nb: *quan trọng*\n', 'alias', '2:4', '*quan'],
    ['a: &b 1\n', 'alias', '1:4', '&b'],
    ['a: !!binary "x"\n', 'tag', '1:4', '!!binary'],
    ['a: 1\n---\nb: 2\n', 'several-documents', '2:1', '---'],
    ['a: 1\n...\nb: 2\n', 'several-documents', '3:1', 'b'],
    ['? [a]\n: b\n', 'bad-key', '1:3', '['],
    [`${'a'.repeat(1025)}: 1\n`, 'bad-key', '1:1', 'a'.repeat(1025)],
    ['%YAML 1.1\n---\na: yes\n', 'unexpected', '1:1', '%YAML 1.1'],
    ['a: 1]\nb: ]\n', 'unexpected', '2:4', ']'],
    ['--- a: 1\n', 'unexpected', '1:5', 'a'],
    // The line at which the lexemes are cut is told of by what cut it.
    ['a: 1\n@b: &x 1\n', 'alias', '2:5', '&x'],
    ['a: { b: 1\n\n  c: 2 }\n', 'missing-comma', '3:3', 'c'],
    ['a: { b: 1\n  # c: d\n  c: 2 }\n', 'missing-comma', '3:3', 'c'],
    ['a: {\n  - b }\n', 'unexpected', '2:3', '-'],
    ['a: 1\n-\nb: 2\n', 'bad-indent', '2:1', '-'],
    ['a: 1\n-x\nb: 2\n', 'missing-space', '2:1', '-'],
    ['a: 1\nb -\n', 'missing-colon', '2:1', 'b -'],
    ['a: 1\n\tb: 2\n', 'tab-indent', '2:1', '\t'],
    ['a:\n  b: 1\n \t c: 2\n', 'tab-indent', '3:2', '\t'],
    ['a: "b"\n  c: 1\n', 'bad-indent', '2:3', 'c'],
    ['a: "b"\n-c\n', 'missing-space', '2:1', '-'],
    ['a: b: c', 'mapping-in-scalar', '1:5', ':'],
    ['a: b\n  c: d: e', 'bad-indent', '2:3', 'c'],
  ])('%j', (text, problem, place, written) => {
    expect(read(text).data).toBeUndefined();
    expect(faults(text, read(text))).toEqual([`${problem} ${place} ${written}`]);
    expect(mark(text)).toEqual({ value: { start: 0, end: 0 } });
  });

  test('the first of several is told', () => {
    const text = 'không có dấu\na: "b\nc: *d\n';
    expect(faults(text, read(text))).toEqual(['missing-colon 1:1 không có dấu']);
  });
});

describe('equal keys', () => {
  test('all are told, and the first one counts', () => {
    const text = 'a: 1\nb: { c: 1, c: 2, c: 3 }\na: { d: 1, d: 2 }\n"a": 4\n';
    const parsed = read(text);
    expect(parsed.data).toStrictEqual({ a: 1, b: { c: 1 } });
    expect(faults(text, parsed)).toEqual([
      'c 2:12 c 2:6',
      'c 2:18 c 2:6',
      'a 3:1 a 1:1',
      'd 3:12 d 3:6',
      'a 4:1 "a" 1:1',
    ]);
    expect(places(text, mark(text)).slice(0, 4)).toEqual([
      ' 1:1-4:7',
      '/a 1:1 1:4-1:5',
      '/b 2:1 2:4-2:24',
      '/b/c 2:6 2:9-2:10',
    ]);
  });

  test('a key is compared as a string', () => {
    expect(read('1: a\n"1": b\n').faults).toHaveLength(1);
    expect(read('__proto__: 1\n__proto__: 2\n').faults).toHaveLength(1);
  });
});

describe('limits', () => {
  const deep = (open: string, levels: number, close = ''): string => `${open.repeat(levels)}1${close.repeat(levels)}`;
  const nested = (levels: number): string =>
    Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}"a":\n`).join('');

  test.each<[text: (levels: number) => string, offset: number]>([
    [(levels) => deep('[', levels, ']'), 64],
    [(levels) => deep('- ', levels), 128],
    [(levels) => deep('{ a: ', levels, ' }'), 320],
    [nested, Array.from({ length: 64 }, (_, i) => i + 5).reduce((sum, n) => sum + n) + 64],
  ])('64 levels and no more', (text, offset) => {
    expect(read(text(64)).faults).toEqual([]);
    const span = expect.objectContaining({ start: offset }) as unknown;
    expect(read(text(65)).faults).toEqual([{ kind: 'syntax-error', problem: 'too-deep', span }]);
  });

  test('2,000 keys and no more', () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, i) => `"k${i}": 1\n`).join('');
    expect(Object.keys(read(keys(2000)).data as object)).toHaveLength(2000);
    expect(read(keys(2001)).data).toBeUndefined();
    expect(faults(keys(2001), read(keys(2001)))).toEqual(['too-many-keys 2001:1 "k2000"']);
  });

  test.each<[what: string, text: string, problem: SyntaxProblem]>([
    ['100,000 brackets', '['.repeat(100_000), 'too-deep'],
    ['100,000 dashes', '- '.repeat(100_000), 'too-deep'],
    ['100,000 fields in a line', 'a: '.repeat(100_000), 'too-deep'],
    ['an alias bomb', `a: &a [x]\n${'b: [*a, *a]\n'.repeat(100_000)}`, 'alias'],
    ['30,000 keys', Array.from({ length: 30_000 }, (_, i) => `"k${i}": 1\n`).join(''), 'too-many-keys'],
    ['30,000 equal keys', '"k": 1\n'.repeat(30_000), 'too-many-keys'],
    ['20,000 wrong lines', 'a: 1\nb\n'.repeat(10_000), 'missing-colon'],
    ['comments below blank lines', `a: |\n  x\n${'\n'.repeat(40_000)}${' #\n'.repeat(40_000)}b:\t1\n`, 'too-many-keys'],
    ['600,000 commas', `a: [${'x,'.repeat(600_000)}\tx]`, 'too-many-values'],
  ])('%s end', (_, text, problem) => {
    expect(read(text).faults).toMatchObject([{ problem }]);
  });
});

describe('places', () => {
  test.each<[text: string, expected: string[]]>([
    ['', [' 1:1-1:1']],
    ['a: đã\n  xong # c\n"b":\t"c"\n', [' 1:1-3:9', '/a 1:1 1:4-2:7', '/b 3:1 3:6-3:9']],
    ['a: \t # c\n? b\n', [' 1:1-2:4', '/a 1:1 1:3-1:3', '/b 2:3 2:4-2:4']],
    ['- |2- # c\n    x\n- - a\n  -\n', [' 1:1-4:4', '/0 1:3-1:6', '/1 3:3-4:4', '/1/0 3:5-3:6', '/1/1 4:4-4:4']],
    [
      '[a: 1,\n  {"b": \'c\', d, e: }]',
      [
        ' 1:1-2:22',
        '/0 1:2-1:6',
        '/0/a 1:2 1:5-1:6',
        '/1 2:3-2:21',
        '/1/b 2:4 2:9-2:12',
        '/1/d 2:14 2:15-2:15',
        '/1/e 2:17 2:19-2:19',
      ],
    ],
    [`k: "${NFD}"\r\nl: 'x''y'\r\n`, [` 1:1-2:10`, `/k 1:1 1:4-1:${NFD.length + 6}`, '/l 2:1 2:4-2:10']],
  ])('%j', (text, expected) => expect(places(text, mark(text))).toEqual(expected));
});

test('DONDOC_PLAIN=off leaves everything to the full reader, with the same result', async () => {
  vi.stubEnv('DONDOC_PLAIN', 'off');
  vi.resetModules();
  const readPlain = vi.fn();
  vi.doMock('../../src/read/plain-yaml.ts', async (original) => ({ ...(await original<object>()), readPlain }));
  const full = await import('../../src/read/yaml.ts');
  const text = 'a: 1\nb:\n  - c\n';
  const { markItem, ...found } = read(text);
  expect(full.read(text)).toStrictEqual(found);
  expect(markItem?.('b', 0)).toStrictEqual(full.mark(text).children?.get('b')?.children?.get(0));
  expect(full.mark(text)).toStrictEqual(mark(text));
  expect(readPlain).not.toHaveBeenCalled();
});

describe('any text', () => {
  const pieces = [
    ...[
      'a',
      'b: ',
      'c:',
      '\n',
      '\n',
      '\n  ',
      '\n- ',
      '\n  - ',
      '\na: ',
      ' ',
      '- ',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      ': ',
      '|',
      '>',
    ],
    ...[
      '&',
      '*',
      '!',
      '?',
      '%',
      '@',
      '\t',
      '\r',
      '\r\n',
      '\\',
      '---',
      '...',
      '\n---\n',
      'ế',
      '0',
      '.',
      '~',
      'a: |\n  x',
      '\n  # c\n',
      '\u0000',
    ],
  ];
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''));

  test('is read without throwing: to what the library reads, or to faults within the text', () => {
    let clean = 0;
    fc.assert(
      fc.property(soup, (text) => {
        const { data, faults } = read(text);
        const { value } = mark(text);
        for (const { start, end } of [value, ...faults.map(({ span }) => span)]) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
        if (faults.length > 0) return;
        clean++;
        expect(data).toStrictEqual(parse(text, { version: '1.2', schema: 'core', merge: false, stringKeys: true }));
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(clean / RUNS).toBeGreaterThan(0.15);
  });
});

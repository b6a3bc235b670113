import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { markItem, markPlain, readNearlyPlain, readPlain } from '../../src/read/plain-yaml.ts';
import { markFully, readFully } from '../../src/read/yaml.ts';
import type { Mark } from '../../src/source.ts';

const RUNS = Number(process.env['DONDOC_RUNS'] ?? 300);
const SEED = Number(process.env['DONDOC_SEED'] ?? 415);

/** That two things are equal; of things with a key `constructor` vitest cannot say so. */
function same(found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  expect(found).toStrictEqual(wanted);
  expect.unreachable('equal to vitest alone');
}

/** What the full reader makes of a text, asked in two ways: through our own walk and through the library's. */
function agrees(text: string): boolean {
  const plain = readPlain(text);
  if (plain === undefined) {
    const nearly = readNearlyPlain(text);
    if ('data' in nearly) {
      same(readFully(text), nearly);
      same(markPlain(text), markFully(text));
    } else expect(markPlain(text)).toBeUndefined();
    return false;
  }
  same(readFully(text), { data: plain.data, faults: [] });
  same(plain.data, parse(text, { version: '1.2', schema: 'core', merge: false, stringKeys: true }));
  const marks = markPlain(text);
  same(marks, markFully(text));
  for (const [key, { children }] of marks?.children ?? [])
    for (const [index, mark] of children ?? [])
      if (typeof index === 'number') expect([undefined, mark]).toContainEqual(markItem(text, String(key), index));
  return true;
}

const lineAndColumn = (text: string, offset: number): string => {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

/** Every place below a mark: `entries.0.task 3:5 3:11-3:17`, the key's start and the value's start and end. */
function places(text: string, mark: Mark, path = ''): string[] {
  const { start, end } = mark.value;
  const key = mark.key ? ` ${lineAndColumn(text, mark.key.start)}` : '';
  const own = `${path}${key} ${lineAndColumn(text, start)}-${lineAndColumn(text, end)}`;
  const below = [...(mark.children ?? [])].flatMap(([step, child]) => places(text, child, `${path}/${step}`));
  return [own, ...below];
}

const NFD = 'Tiếng Việt tổ hợp'.normalize('NFD');

describe('texts that are read', () => {
  test.each<[text: string, data: unknown]>([
    ['a: 1', { a: 1 }],
    ['a: 1\n', { a: 1 }],
    ['---\n# đầu tệp\n\na: 1\n', { a: 1 }],
    ['  a: 1\n  b: 2\n', { a: 1, b: 2 }],
    ['- 1\n- b\n', [1, 'b']],
    ['-', [null]],
    ['a:\nb: ~\nc: null\nd: # trống\n', { a: null, b: null, c: null, d: null }],
    ['e:\n  - a: x\n  - a: y\n    b: z\n', { e: [{ a: 'x' }, { a: 'y', b: 'z' }] }],
    [
      'e:\n- a: x\n  b:\n- a: y\n  b:\n    c: 1\n',
      {
        e: [
          { a: 'x', b: null },
          { a: 'y', b: { c: 1 } },
        ],
      },
    ],
    [
      "e:\n- a: x\n  b: 'y'\n  c: z\n- a: 1\n  c: 2\n",
      {
        e: [
          { a: 'x', b: 'y', c: 'z' },
          { a: 1, c: 2 },
        ],
      },
    ],
    ['e:\n- a: x\n# b\n\n- a: "1"\n\n- a: "2"\n', { e: [{ a: 'x' }, { a: '1' }, { a: '2' }] }],
    ['a: true\nb: False\nc: yes\nd: no\ne: off\n', { a: true, b: false, c: 'yes', d: 'no', e: 'off' }],
    ['a: 0\nb: -12\nc: 3.50\nd: -0.5\n', { a: 0, b: -12, c: 3.5, d: -0.5 }],
    ['a: 2025-07-15\nb: 2025-07\nc: 2025\nd: 1.0.0\n', { a: '2025-07-15', b: '2025-07', c: 2025, d: '1.0.0' }],
    ['a: 85%\nb: 12,5\nc: 12:30\nd: 05/2020/QĐ-UBND\n', { a: '85%', b: '12,5', c: '12:30', d: '05/2020/QĐ-UBND' }],
    ['a: +84 912 345 678\nb: ...\nc: (không)\n', { a: '+84 912 345 678', b: '...', c: '(không)' }],
    ['a: https://vi.dụ/#đoạn?x=1 # chú thích\n', { a: 'https://vi.dụ/#đoạn?x=1' }],
    [`a: ${NFD}\nb: Ủy ban  \n`, { a: NFD, b: 'Ủy ban' }],
    ['a: "x: # y"\nb: \'"z"\' # c\nc: ""\n', { a: 'x: # y', b: '"z"', c: '' }],
    ['a: [x, "y, z", 3, ~]\nb: []\nc: { }\n', { a: ['x', 'y, z', 3, null], b: [], c: {} }],
    ['a: { so: 1 }\n', { a: { so: 1 } }],
    ['- { a: 10/NQ-CP, b: [1, { c: d e }] } # x\n', [{ a: '10/NQ-CP', b: [1, { c: 'd e' }] }]],
    ['a: [http://x/y, 08:30]\n', { a: ['http://x/y', '08:30'] }],
    [
      'a:\n- b: 1\n  c: 2\n-   d: 3\n    e: 4\nf:\n  - g\n',
      {
        a: [
          { b: 1, c: 2 },
          { d: 3, e: 4 },
        ],
        f: ['g'],
      },
    ],
    ['a:\n  -\n    b: 1\n  -\n  - c\n', { a: [{ b: 1 }, null, 'c'] }],
    ['a:\n  - b\n# lề\n    # sâu\n\n  - c\n', { a: ['b', 'c'] }],
    ['a: |\n  một\n   hai\n\n  # ba\n\nb: 1\n', { a: 'một\n hai\n\n# ba\n', b: 1 }],
    ['a: |-\n  một\n  hai', { a: 'một\nhai' }],
    ['a: >\n  một\n  hai\n\n  ba\n\n\n  bốn\n', { a: 'một hai\nba\n\nbốn\n' }],
    ['- >-\n một\n hai\n- b\n', ['một hai', 'b']],
    ['a: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n\r\n    z\r\nc: "d"\r\n', { a: 1, b: ['x', 'y\n\nz\n'], c: 'd' }],
  ])('%j', (text, data) => {
    expect(readPlain(text)?.data).toStrictEqual(data);
    expect(agrees(text)).toBe(true);
  });
});

test('keys of mappings are own properties and nothing else', () => {
  expect(Object.getPrototypeOf(readPlain('a: { b: 1 }\n')?.data)).toBe(Object.prototype);
  for (const key of Object.getOwnPropertyNames(Object.prototype)) {
    const own = key === '__proto__' ? undefined : { [key]: 1 };
    expect(readPlain(`${key}: 1\n`)?.data).toEqual(own);
    expect(readPlain(`a: { ${key}: 1 }\n`)?.data).toEqual(own && { a: own });
    expect(readPlain(`${key}: 1\n${key}: 1\n`)).toBeUndefined();
    expect(readPlain(`{ ${key}: 1, ${key}: 1 }\n`)).toBeUndefined();
  }
});

test.each([' '.repeat(33_000), `${' '.repeat(9)}-${' '.repeat(33_000)}`])('items far behind the margin', (spaces) => {
  const item = `${spaces.includes('-') ? spaces : `${spaces}- `}a: x\n`;
  expect(agrees(`e:\n${item.repeat(3)}`)).toBe(true);
});

describe('texts that are left to the full reader', () => {
  test.each([
    ...['', '\n', '# chỉ có chú thích\n', '---\n', '---', 'a', 'a\nb: 1\n', '[a, b]\n', '{ a: 1 }\n', '...\n'],
    ...['%YAML 1.2\n---\na: 1\n', 'a: 1\n---\nb: 2\n', 'a: 1\n...\n', '--- a: 1\n', '--- # c\na: 1\n'],
    ...['a: &x 1\n', 'a: *x\n', 'a: !t 1\n', '<<: { a: 1 }\n', '? a\n: b\n', '"a": 1\n', 'a b: 1\n', '1: a\n'],
    ...['a: b: c\n', 'a: b:\n', 'a: [b: c]\n', 'a:1\n', 'a : 1\n', `${'a'.repeat(1100)}: 1\n`],
    ...['e:\n  - a: 1\n- b: 1\nc: 1\n', 'a: 1\n- b: 1\n', 'e:\n- a: x\n- a: y\n   b: 1\n'],
    ...['\ta: 1\n', 'a:\t1\n', 'a: b\tc\n', 'a: 1\rb: 2\n', 'a: 1\r\r\n'],
    ...[
      'a: "b\\tc"\n',
      "a: 'it''s'\n",
      'a: "b\n  c"\n',
      'a: "b\n',
      'a: "b\nc: d" # e\n',
      'a: ["b\nc: d"]\n',
      'a: "b" c\n',
      'a: "b"#c\n',
      "a: 'b\n'\n",
    ],
    ...[
      'a: b\n  c\n',
      'a:\n  b\n',
      'a: b\n\n  c\n',
      'a: 1\n b: 2\n',
      'a: [1]\n  b: 2\n',
      '- a\n b\n',
      '- - a\n',
      '-a\n',
    ],
    ...[
      'a:\n  b: 1\n c: 2\n',
      '  a: 1\nb: 2\n',
      'a: 1\n- b\n',
      'a:\n  - b\n c: 1\n',
      '- a: 1\n b: 2\n',
      'a:\n - b\n  - c\n',
    ],
    ...[
      'a: 012\n',
      'a: 0x1F\n',
      'a: 0o7\n',
      'a: 1e5\n',
      'a: .5\n',
      'a: 1.\n',
      'a: +1\n',
      'a: -0\n',
      'a: .inf\n',
      'a: -.INF\n',
    ],
    ...[
      'a: .NaN\n',
      'a: 1234567890123456\n',
      'a: -\n',
      'a: - b\n',
      'a: @b\n',
      'a: ?b\n',
      'a: ,b\n',
      'a: ]\n',
      'a: %\n',
    ],
    ...[
      'a: |+\n  b\n',
      'a: |2\n    b\n',
      'a: | # c\n  b\n',
      'a: |\n',
      'a: |\nb: 1\n',
      'a: |\n\n  b\n',
      'a: |\n  b\n   \n',
      'a: |\n    b\n  c\n',
    ],
    ...[
      'a: >\n  b\n   c\n',
      'a: >x\n  b\n',
      'a: [b, c\n',
      'a: [b,\n  c]\n',
      'a: [b,]\n',
      'a: [b,, c]\n',
      'a: [b]]\n',
      'a: { b }\n',
      'a: {b:1}\n',
    ],
    ...['a: [b:, c]\n', 'a: [b #c]\n', 'a: { "b": 1 }\n', 'a: [b] c\n', 'a: [-]\n', `${'- '.repeat(3)}a\n`],
  ])('%j', (text) => {
    expect(readPlain(text)).toBeUndefined();
    expect(markPlain(text)).toBeUndefined();
  });

  test.each([
    'a: 1\na: 2\n',
    'a: { b: 1, b: 2 }\n',
    'a:\n  - b: 1\n    c: 2\n    b:\n      d: 3\n      d: 4\n    b: 5\na: [{ e: 1, e: 2, e: 3 }]\nf: { a: 1, b: { c: 1, c: 2 }, b: 0 }\n',
    'constructor: 1\r\nconstructor: 2\r\na: 1\r\na:\r\n',
  ])('keys given twice are read by it all the same: %j', (text) => {
    const nearly = readNearlyPlain(text);
    expect('data' in nearly && nearly.faults.length > 0).toBe(true);
    expect(readPlain(text)).toBeUndefined();
    expect(agrees(text)).toBe(false);
  });

  test('keys given twice in a text that may be too long for other reasons are not', () => {
    const long = (length: number): string => `a: 1\na: 2\nb: ${'x'.repeat(length)}\n`;
    expect([60_000, 70_000].map((length) => 'data' in readNearlyPlain(long(length)))).toEqual([true, false]);
    expect('data' in readNearlyPlain(`${'#\n'.repeat(5000)}${long(0)}`)).toBe(false);
    expect('data' in readNearlyPlain('__proto__: 1\na: 1\na: 2\n')).toBe(false);
  });

  test.each<[text: string, list: number, item: number, end: number]>([
    ['a:\n  - b\n  - c: "\n  - d\n', 3, 9, 17],
    ['a:\n  - b: [\n', 3, 3, 11],
    ['a:\n  - b\nc:\n- d\n- - e\nf: 1\n', 12, 16, 21],
    ['a: "\nb:\n  - c\n', 0, 0, 4],
    ['a:\n  - b\n c: 1\n', 3, 3, 14],
    ['a:\n  - b\n\n', 3, 3, 0],
  ])('where it stops: %j', (text, list, item, end) => {
    const nearly = readNearlyPlain(text);
    expect(nearly).toEqual(end === 0 ? { data: { a: ['b'] }, faults: [] } : { list, item, end });
  });

  test('what is deep or long', () => {
    const nested = (levels: number): string =>
      Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
    const brackets = (levels: number): string => `a: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
    const keys = (count: number): string[] => Array.from({ length: count }, (_, i) => `k${i}: 1`);
    expect([64, 65].map((n) => readPlain(nested(n)) !== undefined)).toEqual([true, false]);
    expect([63, 64].map((n) => readPlain(brackets(n)) !== undefined)).toEqual([true, false]);
    expect([2000, 2001].map((n) => readPlain(keys(n).join('\n')) !== undefined)).toEqual([true, false]);
    expect([2000, 2001].map((n) => readPlain(`a: { ${keys(n).join(', ')} }`) !== undefined)).toEqual([true, false]);
    expect(agrees(nested(64))).toBe(true);
    expect(agrees(brackets(63))).toBe(true);
  });
});

describe('places', () => {
  test.each<[text: string, expected: string[]]>([
    ['a: Đã xong  # c\n', [' 1:1-1:11', '/a 1:1 1:4-1:11']],
    [
      '# c\nplan:   415/KH\nempty:   \nnext:\n  - "x" # y\n  -\n  -   z: \'q\'\n      w: {n: 1, m: [a b , c]}\n',
      [
        ' 2:1-8:30',
        '/plan 2:1 2:9-2:15',
        '/empty 3:1 3:7-3:7',
        '/next 4:1 5:3-8:30',
        '/next/0 5:5-5:8',
        '/next/1 6:4-6:4',
        '/next/2 7:7-8:30',
        '/next/2/z 7:7 7:10-7:13',
        '/next/2/w 8:7 8:10-8:30',
        '/next/2/w/n 8:11 8:14-8:15',
        '/next/2/w/m 8:17 8:20-8:29',
        '/next/2/w/m/0 8:21-8:24',
        '/next/2/w/m/1 8:27-8:28',
      ],
    ],
    ['a: |\n  x\n  y\nb: >-   \n  z\n', [' 1:1-4:6', '/a 1:1 1:4-1:5', '/b 4:1 4:4-4:6']],
    [`a: ${NFD}\r\nb:\r\n- c\r\n`, [' 1:1-3:4', `/a 1:1 1:4-1:${4 + NFD.length}`, '/b 2:1 3:1-3:4', '/b/0 3:3-3:4']],
  ])('%j', (text, expected) => {
    expect(places(text, markPlain(text) ?? { value: { start: 0, end: 0 } })).toEqual(expected);
    expect(agrees(text)).toBe(true);
  });
});

describe('one item of a list', () => {
  const TEXT = `# - none
plan: 1/KH-UBND
entries:
# - nor this
  - task: a
    result: |
      - task: no
      entries:
    evidence:
      - number: 1
      -   number: 2

  - b
  -
    task: c
next: [x]
last:
- y
`;
  test.each([
    ['entries', 0, '/entries/0 5:5-11:20'],
    ['entries', 1, '/entries/1 13:5-13:6'],
    ['entries', 2, '/entries/2 15:5-15:12'],
    ['last', 0, '/last/0 18:3-18:4'],
  ])('%s/%i is found where all of the text is marked', (key, index, place) => {
    const item = markItem(TEXT, key, index);
    expect(item).toStrictEqual(markPlain(TEXT)?.children?.get(key)?.children?.get(index));
    expect(places(TEXT, item ?? { value: { start: 0, end: 0 } }, `/${key}/${index}`)[0]).toBe(place);
  });
  test.each([
    ['entries', 3],
    ['last', 1],
    ['next', 0],
    ['plan', 0],
    ['result', 0],
    ['number', 0],
    ['none', 0],
  ])('%s/%i is not in a list at the margin', (key, index) => expect(markItem(TEXT, key, index)).toBeUndefined());
  test('nor is one of a list that is indented as a whole', () => {
    expect(markItem('  entries:\n    - a\n', 'entries', 0)).toBeUndefined();
  });
});

const COMMON_VALUES = [
  ...[
    'Đã ban hành Quyết định',
    NFD,
    'Ủy ban nhân dân tỉnh; các sở, ngành',
    '(không phát sinh)',
    'a#b',
    '12:30',
    '85%',
    '12,5',
  ],
  ...[
    '2025-07-15',
    '2025-07',
    '2025',
    '0',
    '12',
    '-3',
    '3.5',
    '1.0.0',
    '415/KH-UBND',
    '05/2020/QĐ-UBND',
    '+84 912 345 678',
  ],
  ...[
    'yes',
    'no',
    'on',
    'true',
    'False',
    'NULL',
    'null',
    '~',
    '...',
    'II.3.a.4',
    'https://example.vn/a?b=1#c',
    'x # bình luận',
  ],
  ...['"x: # y"', '\'x: # "y"\'', '"2025-07-15"', '""', "''", '"đặt trong ngoặc"   # c', '[]', '{}', '{ }', '[a, b]'],
  ...[
    '{ number: 12/QĐ-UBND, date: 2025-01-02 }',
    '[{ a: 1 }, [b, "c, d"],  e ]',
    "{a: [x y, 12:30], b: '{'}",
    '["a", 3.0]',
  ],
];
const ODD_VALUES = [
  ...[
    '012',
    '1e5',
    '0x1F',
    '.5',
    '1.',
    '-0',
    '+1',
    '123456789012345678901',
    '.inf',
    '.NaN',
    '-',
    '?',
    ':',
    'a: b',
    'a:',
    'a :b',
  ],
  ...[
    '"a\\tb"',
    "'it''s'",
    '"a" b',
    '"a',
    "'a",
    '*a',
    '&a b',
    '!t x',
    '@x',
    '`x`',
    '%x',
    '- a',
    '? a',
    '| x',
    '>2',
    '<<',
    '---',
  ],
  ...[
    '[a',
    '{a: b',
    '[a, b,]',
    '{a}',
    '{a:1}',
    '[a: b]',
    '{"a":1}',
    '[-]',
    '[a #b]',
    '[?]',
    'a\n      b',
    '"a\n      b"',
    '[a,\n      b]',
  ],
  ...['a\tb', '\u00a0a\u00a0', 'a\u0085b', '\ufeffa', 'a\u2028b', '\u0000', 'a  b', '__proto__'],
];
const KEYS = [
  'plan',
  'owner',
  'entries',
  'task',
  'status',
  'result',
  'note',
  'documents',
  'number',
  'ghi-chu',
  'a',
  'b_1',
];
const ODD_KEYS = ['__proto__', 'constructor', '<<', 'ghi chú', '"q"', '1', 'true', 'a b', '-x', 'a#', '? k', 'plan'];
const NASTY = [
  ...[
    '"',
    "'",
    ':',
    ': ',
    ' #',
    '#',
    '-',
    '- ',
    '\t',
    '\r',
    '\n',
    ' ',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '|-',
    '>+',
    '|2',
  ],
  ...[
    '&a',
    '*a',
    '!',
    '!!str ',
    '%',
    '?',
    '? ',
    '\\',
    '~',
    '@',
    '`',
    '=',
    '0',
    '.',
    '+',
    '__proto__: ',
    'a: ',
    '<<: ',
    '\n\n',
    '\n ',
  ],
  ...[
    '---',
    '...',
    '\n---\n',
    '\n...\n',
    '\n# c\n',
    '\n  # c',
    '\u0301',
    'Đ',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0000',
    '\u{1f600}',
  ],
];

type Node =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'block'; readonly header: string; readonly lines: readonly string[] }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [key: string, Node, above: string])[] }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly flush: boolean };

/** Documents as data: what they are, and how they are written. */
function nodes(values: readonly string[], keys: readonly string[], headers: readonly string[]): fc.Arbitrary<Node> {
  const text = fc.constantFrom('một', 'hai ba', '- bốn', '# năm', 'sáu: bảy', '', '"', `${NFD} `, 'a'.repeat(90));
  const above = fc.constantFrom('', '', '', '', '\n', '# chú thích\n', '  # x: y\n', '\n\n');
  return fc.letrec<{ node: Node; fields: Node }>((tie) => ({
    fields: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...keys), tie('node'), above), {
        minLength: 1,
        maxLength: 5,
        selector: ([key]) => key,
      })
      .map((fields) => ({ kind: 'fields', fields })),
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: fc.constantFrom(...values).map((written) => ({ kind: 'scalar', text: ` ${written}` })) },
      { weight: 1, arbitrary: fc.constant({ kind: 'scalar', text: '' }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('block'),
          header: fc.constantFrom(...headers),
          lines: fc
            .tuple(fc.constant('đầu'), fc.array(text, { maxLength: 4 }))
            .map(([first, rest]) => [first, ...rest]),
        }),
      },
      { weight: 2, arbitrary: tie('fields') },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('list'),
          items: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
          flush: fc.boolean(),
        }),
      },
    ) as fc.Arbitrary<Node>,
  })).fields;
}

const pad = (indent: number): string => ' '.repeat(indent);

function fieldLines(node: Extract<Node, { kind: 'fields' }>, indent: number): string {
  const lines = node.fields.map(
    ([key, value, above], i) => `${i > 0 ? above : ''}${pad(indent)}${key}:${valueLines(value, indent, true)}`,
  );
  return lines.join('\n');
}

/** What is written behind a colon or a dash. */
function valueLines(node: Node, indent: number, ofKey: boolean): string {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'block':
      return ` ${node.header}\n${node.lines.map((line) => (line === '' ? '' : `${pad(indent + 2)}${line}`)).join('\n')}`;
    case 'fields':
      return ofKey ? `\n${fieldLines(node, indent + 2)}` : ` ${fieldLines(node, indent + 2).trimStart()}`;
    case 'list': {
      const inner = node.flush && ofKey ? indent : indent + 2;
      return node.items.map((item) => `\n${pad(inner)}-${valueLines(item, inner, false)}`).join('');
    }
  }
}

/** A document as a text, with either line end. */
function texts(documents: fc.Arbitrary<Node>): fc.Arbitrary<string> {
  const start = fc.constantFrom('', '', '---\n', '# Báo cáo\n\n');
  return fc
    .tuple(documents, fc.constantFrom('\n', '\n', '\r\n'), start)
    .map(([document, lineEnd, head]) =>
      `${head}${valueLines(document, -2, true).trimStart()}\n`.replaceAll('\n', lineEnd),
    );
}

const common = texts(nodes(COMMON_VALUES, KEYS, ['|', '|-', '>', '>-']));
const usual = (times: number): string[] => Array.from({ length: times }, () => COMMON_VALUES).flat();
const odd = texts(
  nodes([...usual(6), ...ODD_VALUES], [...KEYS, ...KEYS, ...ODD_KEYS], ['|', '>-', '>', '|+', '>2', '> # c']),
);
const small = texts(nodes(COMMON_VALUES, KEYS.slice(0, 2), ['|', '>-']));

/** Fields as they stand in every item of a form: what kind of value each has. */
type FieldForm = readonly [key: string, kind: 'bare' | 'quoted' | 'nothing' | 'items' | 'fields'];
const BARE_VALUES = [
  'một',
  'hai ba  ',
  'null',
  'Nullo',
  'true',
  '0',
  '12',
  '1.5',
  '2025-01-01',
  '05/2020/QĐ-UBND',
  'a:b',
];
const QUOTED_VALUES = ['"một"', '"null"', '"2025"', '"a: b"', '"# c"', '""', "'một'"];

const fieldForms = (maxLength: number): fc.Arbitrary<FieldForm[]> =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom('bare', 'bare', 'quoted', 'nothing', 'items', 'fields')),
    { minLength: 1, maxLength, selector: ([key]) => key },
  );

/** The lines of one item, `pick` choosing among its values. */
function itemLines(fields: readonly FieldForm[], inner: readonly FieldForm[], indent: number, pick: Pick): string[] {
  const lines = fields.flatMap(([key, kind]) => {
    const at = `${pad(indent + 2)}${key}:`;
    if (kind === 'bare') return `${at} ${pick(BARE_VALUES)}`;
    if (kind === 'quoted') return `${at} ${pick(QUOTED_VALUES)}`;
    if (kind === 'nothing' || inner.length === 0) return at;
    const below = itemLines(inner, [], indent + 4, pick);
    return kind === 'items' ? [at, ...below] : [at, ...below.map((line) => line.replace('- ', '  '))];
  });
  return [`${pad(indent)}- ${(lines[0] ?? '').trimStart()}`, ...lines.slice(1)];
}
type Pick = <T>(among: readonly T[]) => T;

/** Lists whose items have one of a few forms, as the entries of a report have. */
const alike = fc
  .tuple(
    fc.array(fc.tuple(fieldForms(5), fieldForms(3)), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(2), { minLength: 2, maxLength: 8 }),
    fc.constantFrom(0, 2),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.infiniteStream(fc.nat(1000)),
  )
  .map(([forms, order, indent, lineEnd, numbers]) => {
    const pick: Pick = (among) => among[Number(numbers.next().value) % among.length] as (typeof among)[number];
    const items = order.flatMap((i) => {
      const [fields, inner] = forms[i % forms.length] as (typeof forms)[number];
      return itemLines(fields, inner, indent, pick);
    });
    return ['plan: 1', 'entries:', ...items, 'next: một', ''].join(lineEnd);
  });

/** A few characters or lines to be put in, taken out or changed. */
const edits = fc.array(
  fc.record({
    at: fc.nat(4000),
    cut: fc.constantFrom(0, 0, 0, 1, 2, 7),
    put: fc.oneof(fc.constantFrom(...NASTY), fc.constant('')),
    line: fc.boolean(),
    shift: fc.constantFrom('', '', ' ', '  '),
  }),
  { minLength: 1, maxLength: 3 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

const edited = (whole: string, all: Edits): string =>
  all.reduce((text, { at, cut, put, line, shift }) => {
    const position = at % (text.length + 1);
    const offset = line ? text.lastIndexOf('\n', position) + 1 : position;
    return text.slice(0, offset) + (line ? shift : '') + put + text.slice(offset + cut);
  }, whole);

const damaged = (whole: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(whole, edits).map(([text, all]) => edited(text, all));

/** Takes everything out of data, as who has it may. */
function empty(data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  Object.values(data).forEach(empty);
  if (Array.isArray(data)) data.length = 0;
  else for (const key of Object.keys(data)) Reflect.deleteProperty(data, key);
}

describe('is the full reader wherever it reads', () => {
  const share = (arbitrary: fc.Arbitrary<string>): number => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (agrees(text)) accepted++;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    return accepted / RUNS;
  };

  test('common documents, nearly all of which it reads', () => expect(share(common)).toBeGreaterThan(0.9));
  test('odd documents', () => expect(share(odd)).toBeGreaterThan(0.1));
  test('items of few forms, by the form of one before', () => expect(share(alike)).toBeGreaterThan(0.9));
  test('damaged documents', () => expect(share(damaged(fc.oneof(small, small, small, odd)))).toBeGreaterThan(0.15));
  test('damaged items of few forms', () => expect(share(damaged(alike))).toBeGreaterThan(0.15));

  test('one text after another, by the forms of those before, whatever became of their data', async () => {
    const sequence = fc.tuple(alike, fc.array(edits, { minLength: 1, maxLength: 4 }));
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(sequence, async ([text, all]) => {
        // A reader that has read nothing: it knows so many forms at most.
        vi.resetModules();
        const fresh = await import('../../src/read/plain-yaml.ts');
        for (const each of [text, ...all.map((some) => edited(text, some)), text]) {
          const read = fresh.readPlain(each);
          if (read === undefined) continue;
          accepted++;
          same(read.data, readFully(each).data);
          empty(read.data);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(accepted).toBeGreaterThan(2 * RUNS);
  });
});

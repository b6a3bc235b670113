import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark, SyntaxProblem } from '../../src/source.ts';
import { mark, read } from '../../src/read/json.ts';
import { RUNS, SEED, faults, places } from './places.ts';

const NFD = 'Tiếng Việt'.normalize('NFD');

describe('data', () => {
  test.each([
    ...[
      'null',
      ' true ',
      'false',
      '0',
      '-0',
      '-12.50',
      '1e3',
      '1E-2',
      '123456789012345678901234',
      '"x"',
      '[]',
      '{}',
      '[ ]',
      '{ }',
    ],
    ...['[1,[2,{"a":null}] , "b"]', '\t{\r\n"a" : 1 ,\n"b":[]}\n', `{"${NFD}":"${NFD}"}`, '{"":{"":""}}'],
    ...['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0111\\u0110"', '"\\ud800"', '"\\ud83d\\ude00 \u2028\u00a0\u007f"', '{"a\\"b":1}'],
    ...['{"__proto__":{"polluted":1},"constructor":2,"toString":3}', '{"2":"b","1":"a"}'],
  ])('%j', (text) => {
    expect(read(text)).toStrictEqual({ data: JSON.parse(text) as unknown, faults: [] });
  });

  test('no key reaches a prototype', () => {
    const { data } = read('{"__proto__":{"polluted":1}}');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });
});

describe('syntax errors: one, with its place', () => {
  test.each<[text: string, problem: SyntaxProblem, place: string, written: string]>([
    ['', 'missing-value', '1:1', ''],
    [' \n', 'missing-value', '2:1', ''],
    ['{"a":}', 'missing-value', '1:6', '}'],
    ['{"a":,"b":1}', 'missing-value', '1:6', ','],
    ['[,1]', 'missing-value', '1:2', ','],
    ['{"a":', 'missing-value', '1:6', ''],
    ['{\n  "a": 1\n  "b": 2\n}', 'missing-comma', '3:3', '"'],
    ['[1 2]', 'missing-comma', '1:4', '2'],
    ['[1 {}]', 'missing-comma', '1:4', '{'],
    ['{\n  "a": 1,\n}', 'extra-comma', '2:9', ','],
    ['[1, 2,]', 'extra-comma', '1:6', ','],
    ['[1,, 2]', 'extra-comma', '1:4', ','],
    ['{,"a":1}', 'extra-comma', '1:2', ','],
    ['{"a" 1}', 'missing-colon', '1:6', '1'],
    ['{"a"}', 'missing-colon', '1:5', '}'],
    ['["a": 1]', 'unexpected', '1:5', ':'],
    ['{} {}', 'unexpected', '1:4', '{'],
    ['[1]]', 'unexpected', '1:4', ']'],
    ['1 2', 'unexpected', '1:3', '2'],
    ['// c\n{}', 'bad-character', '1:1', '/'],
    ['{} // c', 'bad-character', '1:4', '/'],
    ['[1 /* c */]', 'bad-character', '1:4', '/'],
    ['{ # c\n}', 'bad-character', '1:3', '#'],
    ["{'a': 1}", 'bad-character', '1:2', "'"],
    ['{"a": \'b\'}', 'bad-character', '1:7', "'"],
    ['{"a":\u00a01}', 'bad-character', '1:6', '\u00a0'],
    ['["a\tb"]', 'bad-character', '1:4', '\t'],
    ['["a\u0000b"]', 'bad-character', '1:4', '\u0000'],
    ['{"a": "Đã ban hành,\n"b": 1}', 'unclosed-quote', '1:7', '"'],
    [`{"a": "${NFD}\r\n"}`, 'unclosed-quote', '1:7', '"'],
    ['["a', 'unclosed-quote', '1:2', '"'],
    ['["a\\', 'unclosed-quote', '1:2', '"'],
    ['{"a', 'unclosed-quote', '1:2', '"'],
    ['[1, 2', 'unclosed-bracket', '1:1', '['],
    ['[1,', 'unclosed-bracket', '1:1', '['],
    ['{"a": [1}', 'unclosed-bracket', '1:7', '['],
    ['{"a": 1]', 'unclosed-bracket', '1:1', '{'],
    ['{"a": 1', 'unclosed-bracket', '1:1', '{'],
    ['{"a"', 'missing-colon', '1:5', ''],
    ['[{', 'unclosed-bracket', '1:2', '{'],
    ['{]', 'unclosed-bracket', '1:1', '{'],
    ['["\\x41"]', 'bad-escape', '1:3', '\\x'],
    ['["\\u12g4"]', 'bad-escape', '1:3', '\\u'],
    ['[012]', 'bad-number', '1:2', '012'],
    ['[+1]', 'bad-number', '1:2', '+1'],
    ['[.5]', 'bad-number', '1:2', '.5'],
    ['[1.]', 'bad-number', '1:2', '1.'],
    ['[-]', 'bad-number', '1:2', '-'],
    ['[0x1F]', 'bad-number', '1:2', '0x1F'],
    ['[1e400, 2]', 'bad-number', '1:2', '1e400'],
    ['[-1e400]', 'bad-number', '1:2', '-1e400'],
    ['[-Infinity]', 'bad-number', '1:2', '-Infinity'],
    ['[NaN]', 'bad-scalar', '1:2', 'NaN'],
    ['[a1]', 'bad-scalar', '1:2', 'a1'],
    ['[a-1]', 'bad-scalar', '1:2', 'a-1'],
    ['[True]', 'bad-scalar', '1:2', 'True'],
    ['{"a": nulla}', 'bad-scalar', '1:7', 'nulla'],
    [`{"a": ${NFD}}`, 'bad-scalar', '1:7', NFD.split(' ')[0] ?? ''],
    ['{a: 1}', 'bad-key', '1:2', 'a'],
    ['{1: 1}', 'bad-key', '1:2', '1'],
    ['{[]: 1}', 'bad-key', '1:2', '['],
  ])('%j', (text, problem, place, written) => {
    expect(read(text).data).toBeUndefined();
    expect(faults(text, read(text))).toEqual([`${problem} ${place} ${written}`]);
    expect(mark(text)).toEqual({ value: { start: 0, end: 0 } });
    if (!text.includes('1e400')) expect(() => JSON.parse(text) as unknown).toThrow();
  });
});

test('equal keys are all told, and the first one counts', () => {
  const text = '{"a": 1,\n "a": {"b": 1, "b": 2},\n "\\u0061": 3, "__proto__": 1, "__proto__": 2}';
  expect(read(text).data).toStrictEqual(JSON.parse('{"a": 1, "__proto__": 1}'));
  expect(faults(text, read(text))).toEqual([
    'a 2:2 "a" 1:2',
    'b 2:16 "b" 2:8',
    'a 3:2 "\\u0061" 1:2',
    '__proto__ 3:31 "__proto__" 3:15',
  ]);
  expect(places(text, mark(text))).toEqual([' 1:1-3:46', '/a 1:2 1:7-1:8', '/__proto__ 3:15 3:28-3:29']);
});

test('limits', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const keys = (count: number): string => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join()}}`;
  expect(read(deep(64)).faults).toEqual([]);
  expect(faults(deep(65), read(deep(65)))).toEqual(['too-deep 1:65 [']);
  expect(faults('{"a":'.repeat(100_000), read('{"a":'.repeat(100_000)))).toEqual(['too-deep 1:321 {']);
  expect(read(keys(2000)).faults).toEqual([]);
  expect(read(keys(2001)).faults).toMatchObject([{ problem: 'too-many-keys' }]);
});

test('50,000 values and no more', () => {
  const list = (count: number): string => `[${'1,'.repeat(count - 2)}1]`;
  expect(read(list(50_000)).faults).toEqual([]);
  const span = { start: 100_000 - 1, end: 100_000 };
  expect(read(list(50_001)).faults).toEqual([{ kind: 'syntax-error', problem: 'too-many-values', span }]);
});

test('places', () => {
  const text = `{ "kế hoạch": "a\\n",\r\n  "entries": [\r\n    {"task" :1}, [ ] ,null ] }\r\n`;
  expect(places(text, mark(text))).toEqual([
    ' 1:1-3:31',
    '/kế hoạch 1:3 1:15-1:20',
    '/entries 2:3 2:14-3:29',
    '/entries/0 3:5-3:16',
    '/entries/0/task 3:6 3:14-3:15',
    '/entries/1 3:18-3:21',
    '/entries/2 3:23-3:27',
  ]);
});

describe('is JSON.parse where keys are unique', () => {
  const words = ['Đã xong', NFD, '2025-07-15', '', 'a"b\\', '\n\t', '\u2028', '\ud800', '😀', '__proto__', 'a', 'b'];
  const key = fc.constantFrom(...words);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(...words, null, true, false, 0, -0, 1.5, -2e-7, 1e21),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
    ),
  }));
  const texts = fc.tuple(value, fc.constantFrom(0, 1, '\t')).map(([data, space]) => JSON.stringify(data, null, space));

  /** The span of every value is the text that makes it. */
  const checkPlaces = (text: string, data: unknown, { value, children }: Mark): void => {
    expect(JSON.parse(text.slice(value.start, value.end))).toStrictEqual(data);
    for (const [step, child] of children ?? []) {
      if (child.key) expect(JSON.parse(text.slice(child.key.start, child.key.end))).toBe(step);
      checkPlaces(text, Object.getOwnPropertyDescriptor(data, step)?.value, child);
    }
    if (typeof data === 'object' && data !== null) expect(children?.size).toBe(Object.keys(data).length);
  };

  test('good documents', () => {
    const property = fc.property(texts, (text) => {
      const data: unknown = JSON.parse(text);
      expect(read(text)).toStrictEqual({ data, faults: [] });
      checkPlaces(text, data, mark(text));
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  });

  test('damaged documents', () => {
    const nasty = [
      ...[
        '"',
        "'",
        ',',
        ':',
        '[',
        ']',
        '{',
        '}',
        '\\',
        '\n',
        '\r',
        '\t',
        ' ',
        '0',
        '.',
        '-',
        '+',
        'e',
        'n',
        '/',
        '//',
        '#',
      ],
      ...[
        'null',
        '"a":',
        ',"a":1',
        '\\u',
        '\u00a0',
        '\ufeff',
        '\u0000',
        '\u0301',
        'Đ',
        '1e400',
        ',,',
        '{}',
        '[]',
        '""',
      ],
    ];
    const edits = fc.array(
      fc.record({ at: fc.nat(999), cut: fc.constantFrom(0, 0, 1, 3), put: fc.constantFrom('', ...nasty) }),
      { minLength: 1, maxLength: 3 },
    );
    let accepted = 0;
    const property = fc.property(texts, edits, (whole, changes) => {
      const text = changes.reduce((edited, { at, cut, put }) => {
        const offset = at % (edited.length + 1);
        return edited.slice(0, offset) + put + edited.slice(offset + cut);
      }, whole);
      const { data, faults } = read(text);
      for (const { span } of faults)
        expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      const broken = faults.find(({ kind }) => kind === 'syntax-error')?.span;
      const overflows = broken && Math.abs(Number(text.slice(broken.start, broken.end))) === Infinity;
      if (broken && !overflows) {
        expect(data).toBeUndefined();
        expect(() => JSON.parse(text) as unknown).toThrow();
      } else if (faults.length === 0) {
        accepted++;
        expect(data).toStrictEqual(JSON.parse(text));
        checkPlaces(text, data, mark(text));
      }
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
    expect(accepted / RUNS).toBeGreaterThan(0.1);
  });
});

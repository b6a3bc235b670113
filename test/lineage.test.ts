import { describe, expect, test } from 'vitest';
import { Lineage } from '../src/model/lineage.ts';

const succession = (
  from: readonly string[],
  rest: readonly string[],
  named: Readonly<Record<string, string[]>> = {},
) => ({
  from,
  rest,
  named: new Map(Object.entries(named)),
});

describe('who has today what a body had', () => {
  // First a hands on two tasks and keeps the rest; then a and b merge into c, but for one task; then c is renamed d.
  const lineage = new Lineage([
    succession(['a'], [], { 'A.1': ['b'], 'A.2': ['e', 'f'] }),
    succession(['a', 'b'], ['c'], { 'A.3': ['e'] }),
    succession(['c'], ['d']),
  ]);

  test.each<[owner: string, task: string | undefined, since: number, heirs: readonly string[]]>([
    ['a', undefined, 0, ['d']],
    ['a', 'A.1', 0, ['d']],
    ['a', ' A.1 ', 0, ['d']],
    ['a', 'A.2', 0, ['e', 'f']],
    ['a', 'A.3', 0, ['e']],
    ['a', 'A.4', 0, ['d']],
    ['b', 'A.2', 0, ['d']],
    ['b', 'A.3', 0, ['e']],
    ['c', 'A.3', 0, ['d']],
    ['e', 'A.3', 0, ['e']],
    ['x', undefined, 0, ['x']],
    ['a', 'A.2', 1, ['d']],
    ['a', 'A.3', 2, ['a']],
    ['c', undefined, 2, ['d']],
    ['c', undefined, 3, ['c']],
  ])('of %s on %s, after the first %i successions: %j', (owner, task, since, heirs) =>
    expect(lineage.heirs(owner, task, since)).toEqual(heirs),
  );

  test.each<[owner: string, task: string | undefined, forebears: readonly string[]]>([
    ['a', undefined, []],
    ['d', undefined, ['a', 'b', 'c']],
    ['d', 'A.1', ['a', 'b', 'c']],
    ['d', 'A.2', ['b', 'c']],
    ['e', 'A.2', ['a']],
    ['e', 'A.3', ['a', 'b']],
    ['e', undefined, []],
  ])('%s on %s has it from %j', (owner, task, forebears) => expect(lineage.forebears(owner, task)).toEqual(forebears));

  test('who kept the rest, or got back what it gave, is no forebear of itself', () => {
    expect(new Lineage([succession(['a'], [], { 'A.1': ['b'] })]).forebears('a', 'A.2')).toEqual([]);
    const back = new Lineage([succession(['a'], ['b']), succession(['b'], ['a'])]);
    expect([back.heirs('a'), back.forebears('a'), back.forebears('b')]).toEqual([['a'], ['b'], []]);
  });

  test('two parts that come together again are one', () => {
    const again = new Lineage([succession(['a'], ['b', 'c']), succession(['b', 'c'], ['d'])]);
    expect(again.heirs('a')).toEqual(['d']);
  });
});

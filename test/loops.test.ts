import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { withCountedLoops } from '../tools/loops.js';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-loops-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A function's body as it is, and as the build makes it. */
function both(body: string): [before: string, after: string] {
  const before = `export function run() {\n${body}\n}\n`;
  writeFileSync(join(folder, 'body.ts'), before);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { strict: true, target: 'ES2023', types: [] }, files: ['body.ts'] }),
  );
  const [after = before] = withCountedLoops(join(folder, 'tsconfig.json')).values();
  return [before, after];
}

function resultOf(text: string): unknown {
  const { outputText } = transpileModule(text, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2023 },
  });
  const exports: { run?: () => unknown } = {};
  (runInThisContext(`(function (exports) {${outputText}\n})`) as (into: typeof exports) => void)(exports);
  return exports.run?.();
}

describe('loops over arrays are counted, and do the same', () => {
  test.each<[string, string, unknown]>([
    ['values', 'let sum = 0; for (const n of [1, 2, 3]) sum += n; return sum;', 6],
    [
      'a list that grows meanwhile',
      'const all = [1]; for (const n of all) if (n < 4) all.push(n + 1); return all;',
      [1, 2, 3, 4],
    ],
    [
      'parts of items',
      'const all: number[] = []; for (const [a, { b = 7 }] of [[1, {}], [2, { b: 3 }]] as [number, { b?: number }][]) all.push(a, b); return all;',
      [1, 7, 2, 3],
    ],
    [
      'loops in loops without braces',
      'const all: number[] = []; for (const a of [1, 2]) for (const b of [3, 4]) if (b > 3) all.push(a * b); return all;',
      [4, 8],
    ],
    [
      'what is left, and left out',
      'const all: number[] = []; outer: for (const a of [1, 2, 3]) { for (const b of [1, 2]) { if (b === 2) continue outer; if (a === 3) break outer; all.push(a); } } return all;',
      [1, 2],
    ],
    [
      'functions that keep their item',
      'const all: (() => number)[] = []; for (const n of [1, 2]) all.push(() => n); return all.map((f) => f());',
      [1, 2],
    ],
    [
      'items that are changed',
      'const all: number[] = []; for (let n of [1, 2]) { n *= 10; all.push(n); } return all;',
      [10, 20],
    ],
    [
      'tuples and either of two lists',
      'const pick = (a: readonly [1, 2] | readonly number[]): number => { let sum = 0; for (const n of a) sum += n; return sum; }; return pick([1, 2]);',
      3,
    ],
    [
      'holes',
      'const all: unknown[] = []; for (const n of new Array<number>(2)) all.push(n); return all;',
      [undefined, undefined],
    ],
  ])('%s', (_, body, expected) => {
    const [before, after] = both(body);
    expect(after).not.toMatch(/for \((?:const|let) [^;]* of /);
    expect(resultOf(before)).toEqual(expected);
    expect(resultOf(after)).toEqual(expected);
  });

  test.each([
    ['letters', 'for (const a of "ab") a;'],
    ['sets', 'for (const a of new Set([1])) a;'],
    ['generators', 'function* all() { yield 1; } for (const a of all()) a;'],
    [
      'a list or a set',
      'const all: number[] | Set<number> = Math.random() > 2 ? [1] : new Set([1]); for (const a of all as number[] | Set<number>) a;',
    ],
    ['anything', 'for (const a of JSON.parse("[1]")) a;'],
  ])('%s are not', (_, body) => {
    const [before, after] = both(body);
    expect(after).toBe(before);
  });
});

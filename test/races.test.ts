import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type InShell, inShell } from './built.ts';
import { EXAMPLE, ROOT, filesIn, folderWith, without } from './helpers.ts';

const RUNS = 8;
const FILES = without(EXAMPLE, 'reports/huyen-ha.yaml');
const TOGETHER = join(ROOT, 'tools/fire/together.cjs');

/** Runs of the built command that all make their first file appear at the same moment. */
function race(folder: string, words: (i: number) => string): Promise<InShell[]> {
  const meeting = folderWith({});
  const env = ['env', `NODE_OPTIONS=--require=${TOGETHER}`, `FIRE_RUNS=${RUNS}`, `FIRE_FOLDER=${meeting}`];
  return Promise.all(Array.from({ length: RUNS }, (_, i) => inShell(folder, '"$@"', words(i), env)));
}

/** What the same command makes of the same files when it is alone. */
async function alone(words: string, made: string): Promise<string> {
  const folder = folderWith(FILES);
  await inShell(folder, '"$@"', words);
  return filesIn(folder)[made] ?? '';
}

/** Every second one speaks English, so that it is seen whose file it is. */
const lang = (i: number): string => `--lang ${i % 2 === 0 ? 'vi' : 'en'}`;

describe(`${RUNS} processes race`, () => {
  test.each<[what: string, words: string, made: string, status: number]>([
    ['a template', 'template so-tai-chinh --period 2024 -o forms', 'forms/so-tai-chinh.yaml', 0],
    ['a form', 'template so-tai-chinh --period 2024 --format xlsx -o forms', 'forms/so-tai-chinh.xlsx', 0],
    ['a register', 'template --register -o forms', 'forms/register.yaml', 0],
    ['a copy', 'convert reports/so-tai-chinh.yaml --to xlsx -o back', 'back/so-tai-chinh.xlsx', 1],
  ])('for %s: one makes it, the others leave it alone', async (_, words, made, refused) => {
    const folder = folderWith(FILES);
    const runs = await race(folder, (i) => `${words} ${lang(i)}`);
    const left = { vi: `đã có, giữ nguyên: ${made}\n`, en: `left alone, it is there already: ${made}\n` };
    const say = (i: number): string => Buffer.from(runs[i]?.stdout ?? '', 'latin1').toString('utf8');
    const winners = runs.flatMap((_run, i) =>
      say(i).startsWith('đã tạo: ') || say(i).startsWith('made: ') ? [i] : [],
    );
    expect(winners).toHaveLength(1);
    for (const [i, { status, stderr }] of runs.entries()) {
      expect([status, stderr]).toEqual([winners.includes(i) ? 0 : refused, '']);
      if (!winners.includes(i)) expect(say(i)).toBe(i % 2 === 0 ? left.vi : left.en);
    }
    expect(filesIn(folder)).toEqual({ ...FILES, [made]: await alone(`${words} ${lang(winners[0] ?? 0)}`, made) });
  });

  test('for a repository: each of its files is made by one', async () => {
    const words = 'init repository --period 2024 --lang en';
    const single = folderWith(FILES);
    await inShell(single, '"$@"', words);
    const whole = filesIn(join(single, 'repository'));
    const folder = folderWith(FILES);
    const runs = await race(folder, () => words);
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual(runs.map(() => [0, '']));
    expect(filesIn(join(folder, 'repository'))).toEqual(whole);
    const made = runs
      .flatMap(({ stdout }) => [...stdout.matchAll(/^made: .*?(?: \((\d+) files?\))?$/gm)])
      .reduce((sum, [, count = '1']) => sum + Number(count), 0);
    expect(made).toBe(Object.keys(whole).length);
  });

  test('for a baseline: one of theirs is there, whole', async () => {
    const words = (i: number): string => `baseline --as-of 2025-01-15 --reason why-${i} --by us --until 2026-01-15`;
    const folder = folderWith(FILES);
    const runs = await race(folder, words);
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual(runs.map(() => [0, '']));
    const { 'dondoc-baseline.yaml': known = '', ...others } = filesIn(folder);
    expect(others).toEqual(FILES);
    expect(known).toBe(await alone(words(Number(/why-(\d)/.exec(known)?.[1])), 'dondoc-baseline.yaml'));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

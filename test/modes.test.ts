import { cpSync, readdirSync, renameSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMAND } from './built.ts';
import { ROOT, dondoc, folderWith } from './helpers.ts';
import { spawnSync } from 'node:child_process';

/** The sample reports, half of them under names that tell neither body nor period, which puts them into wrong parts at first. */
function samples(): string {
  const folder = folderWith({});
  cpSync(join(ROOT, 'examples/reports'), join(folder, 'reports'), { recursive: true });
  for (const year of ['2024', '2025']) {
    const names = readdirSync(join(folder, 'reports', year)).sort();
    for (const [i, name] of names.entries())
      if (i % 2 === 0)
        renameSync(join(folder, 'reports', year, name), join(folder, 'reports', `${year}-${i}${extname(name)}`));
  }
  return folder;
}

/** How the same question can be answered: in one piece, in parts, in parts by several threads, without the quick reader. */
const MODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'in parts of one file': { DONDOC_PART: '1', DONDOC_THREADS: '1' },
  'in parts, by three threads': { DONDOC_PART: '5', DONDOC_THREADS: '3' },
  'without the quick reader': { DONDOC_PLAIN: 'off' },
  'in parts, without the quick reader, by two threads': { DONDOC_PART: '9', DONDOC_THREADS: '2', DONDOC_PLAIN: 'off' },
};
const QUESTIONS = [
  '--as-of 2026-01-15',
  '--as-of 2026-01-15 --format json',
  '--as-of 2026-02-01 --period all --format sarif',
  '--as-of 2025-06-01 --format gitlab',
  '--as-of 2025-12-20 --owner so-cong-thuong --owner so-tai-chinh',
  '--as-of 2026-02-01 --period 2024 --rule report-missing --rule DD201 --format markdown',
];

describe.each(QUESTIONS)('check %s', (words) => {
  const folder = samples();
  const answer = (env: Readonly<Record<string, string>>, more: readonly string[] = []) => {
    const [node = '', ...script] = COMMAND;
    const argv = [...script, 'check', 'reports', '--plan', '415/KH-UBND', ...words.split(' '), ...more];
    const { status, stdout, stderr } = spawnSync(node, argv, {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return { status, stdout, stderr };
  };
  const whole = answer({});

  test('finds something', () => expect(whole.status).toBe(1));

  test.each(Object.entries(MODES))('says the same %s', (_mode, env) => expect(answer(env)).toEqual(whole));

  test('says the same from the cache', () => {
    expect(answer({}, ['--cache'])).toEqual(whole);
    expect(answer({}, ['--cache'])).toEqual(whole);
  });
});

test('in one process, parts of two files say what one piece says', async () => {
  const folder = samples();
  const words = 'check reports --plan 415/KH-UBND --as-of 2026-01-15 --period all --format json';
  const whole = await dondoc(folder, words);
  expect(whole.code).toBe(1);
  expect(await dondoc(folder, words, '2026-01-15', false, { DONDOC_PART: '2', DONDOC_THREADS: '1' })).toEqual(whole);
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';

/**
 * Every folder in test/cases is one case: `command` holds the command line, one word a line, run in that folder with an
 * 80-column screen; `expected.txt` holds all that it prints and its exit code. `UPDATE=1` rewrites what is expected.
 */
const CASES = join(import.meta.dirname, 'cases');

test.each(readdirSync(CASES).sort())('%s', async (name) => {
  const folder = join(CASES, name);
  const argv = readFileSync(join(folder, 'command'), 'utf8').trimEnd().split('\n');
  const printed: string[] = [];
  const stream = (label: string) => ({ columns: 80, write: (text: string) => printed.push(label + text) });
  const io = {
    stdout: stream(''),
    stderr: stream('stderr: '),
    cwd: folder,
    env: { DONDOC_PART: process.env['DONDOC_PART'] },
    now: () => new Date('2026-01-15T03:00:00Z'),
  };
  const code = await run(argv, io);
  const actual = `${neutral(printed.join(''))}exit ${code}\n`;
  const expected = join(folder, 'expected.txt');
  if (process.env['UPDATE'] || !existsSync(expected)) writeFileSync(expected, actual);
  expect(actual).toBe(readFileSync(expected, 'utf8'));
});

/** What changes with every release or edit of the plan is left out. */
const neutral = (text: string): string =>
  text
    .replace(/dondoc \d+\.\d+\.\d+/g, 'dondoc VERSION')
    .replace(/"fingerprint": "[0-9a-f]{12}"/, '"fingerprint": "FINGERPRINT"')
    .replace(/ \([0-9a-f]{12}\)/, ' (FINGERPRINT)');

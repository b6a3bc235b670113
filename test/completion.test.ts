import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { program } from '../src/cli/program.ts';
import { SHELLS } from '../src/view/completion.ts';
import { EXAMPLE, dondoc, folderWith, put } from './helpers.ts';

const folder = folderWith(EXAMPLE);
const script = async (shell: string, words = ''): Promise<string> =>
  (await dondoc(folder, `completion ${shell} ${words}`)).stdout;

const nowhere = { write: () => undefined };
const root = program(
  { stdout: nowhere, stderr: nowhere, cwd: '/', env: {}, now: () => new Date(0) },
  'en',
  () => undefined,
);
const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];

describe.each(SHELLS)('dondoc completion %s', (shell) => {
  test('knows each verb, option and choice', async () => {
    const words = new Set((await script(shell)).split(/[\s':;]+/));
    const names = all(root).flatMap((command) => [
      command.name(),
      ...command.options.flatMap(({ short, long, argChoices = [] }) => [short, long, ...argChoices]),
    ]);
    const typed = names.flatMap((name) => (name == null ? [] : shell === 'fish' ? name.replace(/^--?/, '') : name));
    expect(typed.length).toBeGreaterThan(150);
    expect(typed.filter((name) => !words.has(name))).toEqual([]);
  });

  test('is the same each time, and in the language asked for', async () => {
    const [vi, en] = [await script(shell), await script(shell, '--lang en')];
    expect(await script(shell)).toBe(vi);
    expect(vi.includes('kiểm tra các tệp báo cáo')).toBe(shell !== 'bash');
    expect(en.includes('check report files')).toBe(shell !== 'bash');
    expect(en).not.toMatch(/kiểm tra|undefined|\[object/);
  });

  test('runs no program', async () => {
    expect((await script(shell)).replace(/^ *#.*$/gm, '')).not.toMatch(/`|\$\((?!compgen )|\bdondoc (?:check|plan)\b/);
  });
});

describe('in bash', () => {
  test.each<[typed: readonly string[], found: readonly string[]]>([
    [['pl'], ['plan']],
    [
      ['plan', ''],
      ['show', 'check', 'history', 'diff', 'release'],
    ],
    [['plan', 'check', '--fo'], ['--format']],
    [
      ['check', '--fail-on', ''],
      ['error', 'warning', 'info', 'never'],
    ],
    [['check', '--format', '=', 's'], ['sarif']],
    [
      ['check', '--format', '='],
      ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'],
    ],
    [['plan', 'diff', '--format', 'm'], ['markdown']],
    [['--lang', 'en', 'summary', '--by', 'own'], ['owner']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['completion', 'bash', '--l'], ['--lang']],
    // Files are the shell's own.
    [['check', ''], []],
    [['check', '-o', 'x'], []],
    [['explain', 'plan', '--sup'], ['--support']],
  ])('%j', async (typed, found) => {
    put(folder, { 'dondoc.bash': await script('bash') });
    const ask = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dondoc; echo "${COMPREPLY[*]}"';
    const words = ['-c', ask, 'bash', join(folder, 'dondoc.bash'), 'dondoc', ...typed];
    expect(execFileSync('bash', words, { encoding: 'utf8' }).trim()).toBe(found.join(' '));
  });

  test('bash -n finds nothing wrong', async () => {
    expect(execFileSync('bash', ['-n'], { input: await script('bash'), encoding: 'utf8' })).toBe('');
  });
});

test.each<[words: string, says: RegExp]>([
  ['completion', /shell/],
  ['completion tcsh', /tcsh.*bash, zsh, fish/],
])('%s is a usage error', async (words, says) => {
  const { code, stdout, stderr } = await dondoc(folder, words);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(says)]);
});

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, git, repositoryWith } from './git-repository.ts';
import {
  EXAMPLE,
  type Files,
  type Ran,
  changed,
  dondoc,
  filesIn,
  folderWith,
  outputOf,
  put,
  without,
} from './helpers.ts';

const HA = 'reports/huyen-ha.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const late = (files: Files, name: string): Files =>
  changed(files, name, 'reported: 2024-12-20', 'reported: 2025-01-05');
const ENGLISH: Files = { ...EXAMPLE, 'dondoc.yaml': 'lang: en\n' };

const places = ({ stdout }: Ran): string[] =>
  outputOf('findings', stdout).findings.map(({ code, file }) => `${code} ${file}`);
const check = (folder: string, words = '--changed'): Promise<Ran> => dondoc(folder, `check --format json ${words}`);

describe('--changed', () => {
  test('nothing touched: nothing judged, and that is said', async () => {
    const folder = repositoryWith(late(without(ENGLISH, TAI), HA));
    const ran = await check(folder, '--changed --fail-on info');
    expect([ran.code, places(ran)]).toEqual([0, []]);
    expect(ran.stderr).toMatch(/^no report has changed since HEAD \([0-9a-f]{7}\)\n$/);
  });

  test.each<[how: string, touch: (folder: string) => void]>([
    ['edited', (folder) => put(folder, { [HA]: late(EXAMPLE, HA)[HA] ?? '' })],
    [
      'staged',
      (folder) => {
        put(folder, { [HA]: late(EXAMPLE, HA)[HA] ?? '' });
        git(folder, 'add', HA);
      },
    ],
  ])('a report that was %s is judged, and nobody else’s absence', async (_, touch) => {
    const folder = repositoryWith(late(without(ENGLISH, 'reports/huyen-thuong.yaml'), TAI));
    touch(folder);
    const ran = await check(folder);
    expect(places(ran)).toEqual([`DD204 ${HA}`]);
    expect(ran.stderr).toMatch(/^only what changed since HEAD \(.*\) \(1\): reports\/huyen-ha\.yaml\n$/);
  });

  test('a new report is judged with all others beside it; an ignored one is not', async () => {
    const folder = repositoryWith({ ...ENGLISH, '.gitignore': 'tam.yaml\n' });
    const again = EXAMPLE[HA] ?? '';
    put(folder, { 'reports/huyện Hạ (2).yaml': again, 'reports/tam.yaml': 'owner: [\n' });
    // One body, one period, one day: known only by what was not touched.
    expect(places(await check(folder))).toEqual(['DD210 reports/huyện Hạ (2).yaml']);
  });

  test('a report of an earlier period is judged like any other, and only it is new', async () => {
    const folder = repositoryWith(late(ENGLISH, TAI));
    put(folder, { [HA]: late(EXAMPLE, HA)[HA] ?? '' });
    const words = 'check --changed --format json -o f.json --format markdown -o f.md';
    expect((await dondoc(folder, words, '2027-01-15')).code).toBe(0);
    const { 'f.json': json = '', 'f.md': markdown = '' } = filesIn(folder);
    expect(outputOf('findings', json).findings.map(({ code, file }) => `${code} ${file}`)).toEqual([`DD204 ${HA}`]);
    expect(markdown).toMatch(/^## Check of reports: new 1 · fixed 0 · standing 0$/m);
    put(folder, { [HA]: EXAMPLE[HA] ?? '', [TAI]: EXAMPLE[TAI] ?? '' });
    await dondoc(folder, words, '2027-01-15');
    expect(filesIn(folder)['f.md']).toMatch(/^## Check of reports: new 0 · fixed 1 · /m);
  });

  test('a form that nobody has filled in, alone in its period, does not pass', async () => {
    const folder = repositoryWith(ENGLISH);
    await dondoc(folder, 'template huyen-ha --period 2025 -o reports/2025');
    const { code, stdout } = await dondoc(folder, 'check --changed --format json', '2025-06-01');
    expect([code, outputOf('findings', stdout).findings.map((finding) => finding.code)]).toEqual([
      1,
      expect.arrayContaining(['DD106']),
    ]);
  });

  test('what is deleted or only renamed takes part as it is now', async () => {
    const folder = repositoryWith(late(ENGLISH, HA));
    rmSync(join(folder, TAI));
    renameSync(join(folder, HA), join(folder, 'reports/ha.yaml'));
    expect(places(await check(folder))).toEqual(['DD204 reports/ha.yaml']);
    git(folder, 'add', '--all');
    expect(places(await check(folder))).toEqual(['DD204 reports/ha.yaml']);
  });

  test('a branch is compared with where it left the other, not with what came after', async () => {
    const folder = repositoryWith(ENGLISH);
    git(folder, 'switch', '--quiet', '-c', 'ha');
    put(folder, { [HA]: late(EXAMPLE, HA)[HA] ?? '' });
    commit(folder);
    git(folder, 'switch', '--quiet', 'main');
    put(folder, { [TAI]: late(EXAMPLE, TAI)[TAI] ?? '' });
    commit(folder);
    git(folder, 'switch', '--quiet', 'ha');
    for (const words of ['--changed main', '--changed=main'])
      expect(places(await check(folder, words))).toEqual([`DD204 ${HA}`]);
    expect(places(await check(folder, '--changed HEAD'))).toEqual([]);
  });

  test('by default with the main branch of origin', async () => {
    const origin = repositoryWith(ENGLISH);
    const folder = folderWith({});
    git(folder, 'clone', '--quiet', origin, 'copy');
    const copy = join(folder, 'copy');
    put(copy, { [HA]: late(EXAMPLE, HA)[HA] ?? '' });
    commit(copy);
    const ran = await check(copy);
    expect([places(ran), ran.stderr]).toEqual([[`DD204 ${HA}`], expect.stringContaining('origin/main (')]);
  });

  test('an origin whose main branch was not fetched is a usage error, with what to do', async () => {
    const origin = repositoryWith(late(ENGLISH, HA));
    const folder = folderWith({});
    git(folder, 'init', '--quiet', 'copy');
    const copy = join(folder, 'copy');
    git(copy, 'remote', 'add', 'origin', origin);
    git(copy, 'pull', '--quiet', '--depth=1', `file://${origin}`, 'main');
    // As a runner checks out: one commit, and no branch of origin.
    for (const words of ['--changed', '--changed origin/main'])
      expect(await check(copy, words)).toEqual({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/git fetch origin \(in CI: fetch-depth: 0, GIT_DEPTH: 0\)/) as string,
      });
    expect((await check(copy, '--changed HEAD')).code).toBe(0);
  });

  test('from a folder below, for reports of the repository above', async () => {
    const folder = repositoryWith(ENGLISH);
    put(folder, { [HA]: late(EXAMPLE, HA)[HA] ?? '' });
    expect(places(await dondoc(join(folder, 'reports'), 'check . --changed --format json'))).toEqual([
      'DD204 huyen-ha.yaml',
    ]);
  });

  test('before the first commit every report counts as touched', async () => {
    const folder = folderWith(late(ENGLISH, HA));
    git(folder, 'init', '--quiet');
    git(folder, 'add', TAI);
    expect(places(await check(folder))).toEqual([`DD204 ${HA}`]);
  });

  test.each<[what: string, words: string, isRepository: boolean, says: RegExp]>([
    ['no repository', '--changed', false, /--changed needs a git repository.*not a git repository/],
    ['an unknown branch', '--changed nowhere', true, /--changed nowhere: git knows no such branch or commit/],
    ['an option for git', '--changed=--output=x', true, /git knows no such branch/],
    ['a command for a shell', '--changed=$(touch${IFS}x)', true, /git knows no such branch/],
    ['a path in its place', '--changed reports', true, /is a path, no branch or commit; write paths before --changed/],
    ['together with --stdin', `--changed --stdin --stdin-filename ${HA}`, true, /--stdin/],
  ])('%s is a usage error', async (_, words, isRepository, says) => {
    const folder = isRepository ? repositoryWith(ENGLISH) : folderWith(ENGLISH);
    const before = Object.keys(filesIn(folder)).filter((name) => !name.startsWith('.git/'));
    const { code, stdout, stderr } = await dondoc(folder, `check --lang en ${words}`);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(says)]);
    expect(Object.keys(filesIn(folder)).filter((name) => !name.startsWith('.git/'))).toEqual(before);
  });

  test('histories without a common commit are a usage error', async () => {
    const folder = repositoryWith(ENGLISH);
    git(folder, 'switch', '--quiet', '--orphan', 'other');
    put(folder, late(ENGLISH, HA));
    commit(folder);
    const { code, stderr } = await dondoc(folder, 'check --changed main');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no commit in common.*git fetch --unshallow/)]);
  });
});

describe('--stdin', () => {
  const typed = (folder: string, text: string, words: string): Promise<Ran> =>
    dondoc(folder, `check --format json --stdin --stdin-filename ${words}`, '2025-01-15', false, {}, text);
  const draft = late(EXAMPLE, HA)[HA] ?? '';

  test('a report as an editor has it takes the place of its file; only its findings are shown', async () => {
    const folder = folderWith(late(without(ENGLISH, 'reports/huyen-thuong.yaml'), TAI));
    expect(places(await typed(folder, draft, HA))).toEqual([`DD204 ${HA}`]);
    expect(places(await typed(folder, EXAMPLE[HA] ?? '', HA))).toEqual([]);
    expect(places(await typed(join(folder, 'reports'), draft, 'huyen-ha.yaml'))).toEqual(['DD204 huyen-ha.yaml']);
    expect(filesIn(folder)[HA]).toBe(EXAMPLE[HA]);
  });

  test('a report that is not saved yet is judged with the folder that it will be in', async () => {
    const folder = folderWith(ENGLISH);
    expect(places(await typed(folder, EXAMPLE[HA] ?? '', 'reports/moi.yaml'))).toEqual(['DD210 reports/moi.yaml']);
    expect(places(await typed(folder, draft, 'elsewhere/moi.yaml'))).toEqual(['DD204 elsewhere/moi.yaml']);
    expect(places(await typed(folder, EXAMPLE[HA] ?? '', 'elsewhere/moi.yaml reports'))).toEqual([
      'DD210 elsewhere/moi.yaml',
    ]);
    const next = draft.replace('2024', '2025').replace(/^reported: .*$/m, 'reported:');
    expect(places(await typed(folder, next, 'reports/2025/huyen-ha.yaml'))).toContain(
      'DD106 reports/2025/huyen-ha.yaml',
    );
    mkdirSync(join(folder, 'empty'));
    expect(places(await typed(folder, draft, 'empty/moi.yaml'))).toEqual(['DD204 empty/moi.yaml']);
  });

  test.each<[what: string, text: string, code: string]>([
    ['empty', '', 'DD101'],
    ['not well-formed', 'owner: "so-tai-chinh\n', 'DD104'],
    ['larger than any file may be', `# ${'x'.repeat(2 * 1024 * 1024)}\n`, 'DD102'],
  ])('what is %s is found out as it is of a file', async (_, text, code) => {
    const ran = await typed(folderWith(ENGLISH), text, HA);
    expect([ran.code, places(ran)]).toEqual([1, [`${code} ${HA}`]]);
  });

  test('a register is read as one', async () => {
    const ran = await typed(folderWith(ENGLISH), 'plan: 12/KH-UBND\nreceive: []\n', 'reports/register.yaml');
    expect(places(ran)).toEqual(['DD107 reports/register.yaml']);
  });

  test('needs the name of the file, and a name needs --stdin', async () => {
    for (const words of ['--stdin', `--stdin-filename ${HA}`]) {
      const { code, stderr } = await dondoc(folderWith(ENGLISH), `check --lang en ${words}`);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/--stdin.*--stdin-filename NAME/)]);
    }
  });
});

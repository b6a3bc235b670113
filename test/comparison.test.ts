import { chmodSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { commit, git, repositoryWith } from './git-repository.ts';
import {
  EXAMPLE,
  type Files,
  ROOT,
  type Ran,
  changed,
  dondoc,
  expectGolden,
  filesIn,
  folderWith,
  put,
  without,
} from './helpers.ts';

const HA = 'reports/huyen-ha.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const OLD = 'reports/cu.yaml';
const ENGLISH: Files = { ...EXAMPLE, 'dondoc.yaml': 'lang: en\nreports: reports\n' };
/** A report with a field that no form has, one that came late, one with a progress that cannot be. */
const noted = (files: Files, name: string): Files => changed(files, name, 'entries:', 'ghi-chu: x\nentries:');
const late = (files: Files, name: string): Files =>
  changed(files, name, 'reported: 2024-12-20', 'reported: 2025-01-05');
const overdone = (files: Files, name: string): Files =>
  changed(files, name, 'status: in-progress', 'status: in-progress\n    progress: 160');

/** What main says, and what the branch makes of it: one fault mended, one left a line further down, one new. */
const BEFORE: Files = late(noted(noted(ENGLISH, TAI), HA), HA);
const AFTER: Files = overdone(changed(noted(noted(ENGLISH, TAI), HA), HA, /^/, '# Một dòng mới\n'), HA);
const FOUND = {
  heading: 'new 1 · fixed 1 · standing 1',
  fresh: ['DD108'],
  fixed: [`DD204 ${HA}`],
  standing: ['DD107'],
};

/** A repository on a branch that makes the files of main those given. */
function branched(before: Files, after: Files, moment?: string): string {
  const folder = repositoryWith(before, moment);
  git(folder, 'switch', '--quiet', '-c', 'ha');
  for (const name of Object.keys(before)) if (!(name in after)) rmSync(join(folder, name));
  put(folder, after);
  commit(folder, moment);
  return folder;
}

/** Runs a check whose temporary folders are watched: none may be left. */
async function check(
  folder: string,
  words = '--changed main',
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const temporary = folderWith({});
  vi.stubEnv('TMPDIR', temporary);
  const ran = await dondoc(folder, `check --format markdown ${words}`, undefined, false, env);
  expect(readdirSync(temporary)).toEqual([]);
  return ran;
}
afterEach(() => void vi.unstubAllEnvs());

/** What the heading counts, the rules of the new, the rules and files of the fixed, the rules of the standing. */
function parts({ stdout }: Pick<Ran, 'stdout'>): Record<string, unknown> {
  const [fresh = '', folded = ''] = stdout.split('<details>\n<summary>Standing');
  const codes = (text: string): string[] => [...text.matchAll(/^\|.*?\*\*\w+ (DD\d+)/gm)].map(([, code = '']) => code);
  return {
    heading: /^## [^:\n]+: (.*)$/m.exec(stdout)?.[1],
    fresh: codes(fresh),
    fixed: [...stdout.matchAll(/^- \[x\] (\S+): (DD\d+)/gm)].map(([, file = '', code = '']) => `${code} ${file}`),
    standing: codes(folded),
  };
}
/** The sentence that says why there is no comparison. */
const reason = ({ stdout }: Ran): string | undefined => /^Not compared with .*$/m.exec(stdout)?.[0];

describe('compared with the base of a change', () => {
  test.each(['vi', 'en'])('in %s, in whole: new, fixed, standing', async (lang) => {
    const folder = branched(BEFORE, AFTER);
    const { code, stdout, stderr } = await check(folder, `--changed main --lang ${lang}`);
    expect([code, stderr.split('\n').length]).toEqual([1, 2]);
    expectGolden(join(ROOT, `test/ci-formats/compared-${lang}.txt`), stdout.replace(/\n\S+ .* dondoc .*\n$/, ''));
    expect((await check(folder, `--changed main --lang ${lang}`)).stdout).toBe(stdout);
  });

  test('exit code and all other forms are what they are without it', async () => {
    const folder = branched(BEFORE, late(ENGLISH, HA));
    expect(parts(await check(folder))).toMatchObject({ fresh: [], standing: ['DD204'] });
    for (const words of ['--fail-on warning', '--fail-on error'])
      expect((await check(folder, `--changed main ${words}`)).code).toBe(
        (await dondoc(folder, `check --format json --changed main ${words}`)).code,
      );
  });

  test('of what was touched only; a deleted file is fixed with all it held', async () => {
    const folder = branched({ ...BEFORE, [OLD]: 'owner: [\n' }, AFTER);
    expect(parts(await check(folder))).toEqual({
      ...FOUND,
      heading: 'new 1 · fixed 2 · standing 1',
      fixed: [`DD104 ${OLD}`, `DD204 ${HA}`],
    });
  });

  test('by the rules and bodies asked for', async () => {
    const folder = branched(BEFORE, AFTER);
    expect(parts(await check(folder, '--changed main --rule DD107 --rule DD108'))).toMatchObject({
      heading: 'new 1 · fixed 0 · standing 1',
    });
    expect(parts(await check(folder, '--changed main --owner so-tai-chinh'))).toMatchObject({
      heading: 'new 0 · fixed 0 · standing 0',
    });
  });

  test('what cannot be read today is not fixed', async () => {
    const folder = branched(BEFORE, { ...BEFORE, [HA]: 'owner: [\n' });
    expect(parts(await check(folder))).toMatchObject({ fresh: ['DD104'], fixed: [], standing: [] });
  });

  test('with uncommitted work, from a folder below, from another working tree, in a shallow clone that reaches the base', async () => {
    const folder = repositoryWith(BEFORE);
    put(folder, AFTER);
    expect(parts(await check(folder, '--changed'))).toEqual(FOUND);
    const below = { ...FOUND, fixed: ['DD204 huyen-ha.yaml'] };
    expect(parts(await check(join(folder, 'reports'), '. --changed'))).toEqual(below);
    git(folder, 'switch', '--quiet', '-c', 'ha');
    commit(folder);
    git(folder, 'worktree', 'add', '--quiet', '--detach', '../khac', 'ha');
    const other = join(dirname(folder), 'khac');
    expect(parts(await check(other))).toEqual(FOUND);
    rmSync(other, { recursive: true });
    const clones = folderWith({});
    const from = ['clone', '--quiet', '--no-single-branch', '--branch', 'ha', '--depth'];
    git(clones, ...from, '2', `file://${folder}`, 'two');
    expect(parts(await check(join(clones, 'two'), '--changed origin/main'))).toEqual(FOUND);
    git(clones, ...from, '1', `file://${folder}`, 'one');
    const { code, stdout, stderr } = await check(join(clones, 'one'), '--changed origin/main');
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/no commit in common.*--unshallow/)]);
  });

  test('the first reports: before them there was nothing', async () => {
    const folder = branched(
      without(ENGLISH, ...Object.keys(ENGLISH).filter((name) => name.startsWith('reports/'))),
      AFTER,
    );
    expect(parts(await check(folder))).toMatchObject({ heading: 'new 3 · fixed 0 · standing 0' });
    const begun = folderWith(AFTER);
    git(begun, 'init', '--quiet');
    expect(parts(await check(begun, '--changed'))).toMatchObject({ heading: 'new 3 · fixed 0 · standing 0' });
  });

  test('by the day of today and the day a file came', async () => {
    const after = changed(ENGLISH, HA, 'reported: 2024-12-20', 'reported: 2024-12-19');
    const folder = branched(ENGLISH, after, '2025-01-10T12:00:00+07:00');
    expect(parts(await check(folder, '--changed main --filed-by git'))).toMatchObject({
      fresh: [],
      standing: ['DD227'],
    });
  });
});

describe('compared with a baseline', () => {
  const RECORD = ['baseline', '--reason', 'From before', '--by', 'Văn phòng', '--until', '2025-06-30'];
  const silent = without(BEFORE, 'reports/huyen-thuong.yaml');

  test('what it holds stands, what it holds and is found no more is fixed', async () => {
    const folder = folderWith(silent);
    await dondoc(folder, RECORD);
    put(folder, { [HA]: AFTER[HA] ?? '' });
    const ran = await check(folder, '');
    // Who is silent is told once, by name.
    expect(parts(ran)).toEqual({ ...FOUND, heading: 'new 1 · fixed 1 · standing 3', standing: ['DD107', 'DD107'] });
    expect(ran.stdout).toContain('No report for period 2024 (DD203, 1/4): UBND huyện Thượng');
    expect((await check(folder, '--as-of 2025-07-01 --period 2024')).stdout).toMatch(/^## Check of reports\n/);
  });

  test('and with the base of a change: what either knows stands', async () => {
    const folder = repositoryWith(late(ENGLISH, HA));
    git(folder, 'switch', '--quiet', '-c', 'ha');
    put(folder, late(noted(ENGLISH, HA), HA));
    await dondoc(folder, [...RECORD, '-o', 'known.yaml']);
    put(folder, overdone(late(noted(ENGLISH, HA), HA), HA));
    commit(folder);
    expect(parts(await check(folder, '--changed main'))).toMatchObject({
      heading: 'new 2 · fixed 0 · standing 1',
      standing: ['DD204'],
    });
    put(folder, { [HA]: overdone(noted(ENGLISH, HA), HA)[HA] ?? '' });
    expect(parts(await check(folder, '--changed main --baseline known.yaml'))).toEqual(FOUND);
  });

  test('neither: as ever', async () => {
    expect((await check(folderWith(BEFORE), '')).stdout).toMatch(/^## Check of reports\n\n\*\*2 errors/);
  });
});

describe('the job summary', () => {
  test('has it too', async () => {
    const folder = branched(BEFORE, AFTER);
    const into = folderWith({});
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(into, 'summary.md') };
    const { stdout } = await dondoc(folder, 'check --changed main', undefined, false, env);
    expect(stdout).toMatch(/^::error /);
    expect(filesIn(into)).toEqual({ 'summary.md': (await check(folder)).stdout });
  });
});

describe('a base that cannot be judged is said, and all is shown', () => {
  const all = (ran: Ran): void => {
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^## Check of reports\n/);
    expect(parts(ran)).toMatchObject({ fresh: ['DD107', 'DD108'], fixed: [], standing: [] });
  };

  test('there was no plan', async () => {
    const plan = Object.keys(ENGLISH).filter((name) => name.startsWith('plan/'));
    const ran = await check(branched(without(BEFORE, ...plan), AFTER));
    all(ran);
    expect(reason(ran)).toMatch(
      /^Not compared with main \([0-9a-f]{7}\): there is no plan plan\/12-KH-UBND there; below are all findings, new and old alike\.$/,
    );
    const { stdout } = await check(branched(without(BEFORE, ...plan), AFTER), '--changed main --lang vi');
    expect(stdout).toMatch(
      /^Không so sánh được với main \(.{7}\): ở đó chưa có kế hoạch plan\/12-KH-UBND; dưới đây là mọi phát hiện, cả mới lẫn cũ\.$/m,
    );
  });

  test('its plan was faulty', async () => {
    const owners = 'plan/12-KH-UBND/owners.yaml';
    const ran = await check(branched({ ...BEFORE, [owners]: `${BEFORE[owners] ?? ''}xyz: 1\nabc: 2\n` }, AFTER));
    all(ran);
    expect(reason(ran)).toMatch(/: plan\/12-KH-UBND\/owners\.yaml:\d+:1: .*“xyz”.*; below are/);
  });

  test('git has not all of it', async () => {
    const folder = branched(BEFORE, AFTER);
    const blob = git(folder, 'rev-parse', `main:${HA}`).trim();
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    const ran = await check(folder);
    all(ran);
    expect(reason(ran)).toMatch(/: git cannot read the files of commit [0-9a-f]{7} \(.*\); below are/);
  });

  test('there is no room for temporary files; without the comment none are needed', async () => {
    const folder = branched(BEFORE, AFTER);
    vi.stubEnv('TMPDIR', join(folder, 'nowhere'));
    const ran = await dondoc(folder, 'check --format markdown --changed main');
    all(ran);
    expect(reason(ran)).toMatch(/temporary files could not be written \(ENOENT\)/);
    expect((await dondoc(folder, 'check --changed main')).code).toBe(1);
  });
});

describe('the earlier tree', () => {
  test('leads nowhere: links are left out, whatever they lead to', async () => {
    const outside = folderWith({ 'xa.yaml': 'owner: [\n', [HA]: BEFORE[HA] ?? '' });
    const folder = repositoryWith(BEFORE);
    symlinkSync(join(outside, 'xa.yaml'), join(folder, 'reports/xa.yaml'));
    symlinkSync(join(outside, 'reports'), join(folder, 'reports/xa'));
    commit(folder);
    git(folder, 'switch', '--quiet', '-c', 'ha');
    for (const name of ['xa.yaml', 'xa']) rmSync(join(folder, 'reports', name));
    put(folder, AFTER);
    commit(folder);
    expect(parts(await check(folder))).toEqual(FOUND);
    // The whole folder was a link.
    git(folder, 'switch', '--quiet', 'main');
    rmSync(join(folder, 'reports'), { recursive: true });
    symlinkSync(join(outside, 'reports'), join(folder, 'reports'));
    commit(folder);
    git(folder, 'switch', '--quiet', '-c', 'khac');
    rmSync(join(folder, 'reports'));
    put(folder, AFTER);
    expect(parts(await check(folder))).toMatchObject({ heading: 'new 3 · fixed 0 · standing 0' });
  });

  test('runs no hook, leaves the repository as it was, and is written by its own attributes', async () => {
    const folder = branched(BEFORE, { ...AFTER, '.gitattributes': '*.yaml filter=lower\n' });
    const ran = join(folder, '.git/ran');
    for (const hook of ['post-index-change', 'post-checkout'])
      put(folder, { [`.git/hooks/${hook}`]: `#!/bin/sh\ntouch ${ran}\n` });
    for (const hook of ['post-index-change', 'post-checkout']) chmodSync(join(folder, '.git/hooks', hook), 0o755);
    git(folder, 'config', 'filter.lower.smudge', 'tr a-z A-Z');
    const before = filesIn(folder);
    expect(parts(await check(folder))).toEqual(FOUND);
    expect(filesIn(folder)).toEqual(before);
  });

  test('holds what a filter of the user makes of it', async () => {
    const attributes = { '.gitattributes': 'reports/*.yaml filter=kept\n' };
    const folder = branched({ ...BEFORE, ...attributes }, { ...AFTER, ...attributes });
    git(folder, 'config', 'filter.kept.smudge', 'sed s/ghi-chu/khac/');
    expect(parts(await check(folder))).toMatchObject({ heading: 'new 2 · fixed 2 · standing 0' });
  });
});

describe('the comment', () => {
  const TEXT = '@tinh #1 GH-2 https:a.b </details> | `x` <b>';

  test('takes what was fixed for text', async () => {
    const name = `reports/${TEXT.replace('/', '')}.yaml`;
    const { stdout } = await check(branched({ ...BEFORE, [name]: 'owner: [\n' }, AFTER));
    const [line = ''] = stdout.split('\n').filter((each) => each.startsWith('- [x]') && each.includes('tinh'));
    expect(line).toBe(
      '- [x] reports/@&#8203;tinh \\#&#8203;1 GH-&#8203;2 https:a.b \\<details\\> \\| \\`x\\` \\<b\\>.yaml: DD104 syntax-error, Syntax error',
    );
  });

  test('is cut where it is too long: new ones first, errors first', async () => {
    const wrong = (n: number, word: string): string =>
      Array.from({ length: n }, (_, i) => `  - task: II.1.c\n    status: ${word}-${i}\n`).join('');
    const main = changed(ENGLISH, HA, /$/, wrong(400, 'cu'));
    const branch = changed(main, HA, /$/, wrong(100, 'moi'));
    const few = await check(branched(main, branch));
    expect(few.stdout.length).toBeLessThanOrEqual(65_536);
    expect(few.stdout.length).toBeGreaterThan(50_000);
    const rows = (text: string, word: string): number =>
      text.split('\n').filter((row) => row.includes(`“${word}-`)).length;
    expect([rows(few.stdout, 'moi'), rows(few.stdout, 'cu') < 400]).toEqual([100, true]);
    expect(few.stdout).toMatch(
      /\*\*GitHub takes no longer comment: here are \d+ of [\d,]+ findings, new ones first, errors first\./,
    );
    const many = await check(branched(ENGLISH, branch));
    expect(many.stdout.length).toBeLessThanOrEqual(65_536);
    expect(many.stdout).not.toContain('<summary>Standing');
  });

  test('names few of the fixed, and says that there are more', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`reports/${'@'.repeat(200)}${i}.yaml`, 'owner: [\n']),
    );
    const { stdout } = await check(branched({ ...BEFORE, ...many }, AFTER));
    expect(stdout).toContain('fixed 301');
    expect(stdout.split('\n').filter((line) => line.startsWith('- [x]')).length).toBeLessThanOrEqual(20);
    expect(stdout).toMatch(/^- …$/m);
    expect(stdout.length).toBeLessThanOrEqual(65_536);
  });
});

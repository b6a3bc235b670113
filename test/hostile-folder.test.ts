import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FOLDER } from '../tools/fuzz/folder.ts';
import { COMMAND, type InShell, inShell } from './built.ts';
import { ROOT, dondoc, folderWith, outputOf } from './helpers.ts';

const PLAN = 'plan/12-KH-UBND';
const REPORT = 'reports/huyen-ha.yaml';
const found = (stdout: string) => outputOf('findings', Buffer.from(stdout, 'latin1').toString('utf8')).findings;
const besides = (findings: ReturnType<typeof found>, name: string) => findings.filter(({ file }) => file !== name);
const WORDS = 'check --as-of 2025-01-15 --format json --lang en';

/** Only root makes devices, and not in every container. */
const canMake = (...words: readonly string[]): boolean =>
  spawnSync('mknod', [join(folderWith({}), 'x'), ...words]).status === 0;

describe.each([
  ['a character device', ['c', '1', '5']],
  ['a block device', ['b', '7', '0']],
])('%s', (_, words) => {
  test.runIf(canMake(...words))('is passed over in a folder, refused where it is named, and never opened', async () => {
    const folder = folderWith(FOLDER);
    execFileSync('mknod', [join(folder, 'reports/x.yaml'), ...words]);
    const { stderr } = await dondoc(folder, 'check --lang en');
    expect(stderr).toMatch(/^skipped 1 \([a-z ,]+\): reports\/x\.yaml\n$/);
    const { code, stdout } = await dondoc(folder, 'check reports/x.yaml --format json');
    const own = outputOf('findings', stdout).findings.filter(({ file }) => file === 'reports/x.yaml');
    expect([code, own.map(({ name }) => name)]).toEqual([1, ['unreadable']]);
  });
});

describe('what is gone as soon as its folder was listed', () => {
  const vanishing = (folder: string, gone: string, words: string): Promise<InShell> =>
    inShell(folder, '"$@"', words, [
      'env',
      `NODE_OPTIONS=--require=${join(ROOT, 'tools/fire/listing.cjs')}`,
      `FIRE_GONE=${gone}`,
    ]);

  test.each(['yaml', 'json', 'xlsx'])('a report in %s is told, and the rest goes on', async (ending) => {
    const name = `reports/gone.${ending}`;
    const folder = folderWith({ ...FOLDER, [name]: FOLDER[REPORT] ?? '' });
    const { status, stdout, stderr } = await vanishing(folder, `gone.${ending}`, WORDS);
    expect([status, stderr]).toEqual([1, '']);
    const own = found(stdout).filter(({ file }) => file === name);
    expect(own.map(({ message }) => message)).toEqual(['the file cannot be read: there is no such file']);
    const whole = found((await inShell(folderWith(FOLDER), '"$@"', WORDS)).stdout);
    expect(besides(found(stdout), name)).toEqual(whole);
  });

  test('a folder of reports is told, and the rest goes on', async () => {
    const folder = folderWith({ ...FOLDER, 'reports/x/a.yaml': FOLDER[REPORT] ?? '' });
    const { status, stdout, stderr } = await vanishing(folder, 'x', WORDS);
    expect([status, stderr]).toEqual([1, 'skipped 1 (folder cannot be opened): reports/x\n']);
    expect(found(stdout)).toEqual(found((await inShell(folderWith(FOLDER), '"$@"', WORDS)).stdout));
  });

  test.each(['owners.yaml', 'tasks.yaml'])('%s of the plan: the plan is refused', async (gone) => {
    const { status, stdout, stderr } = await vanishing(folderWith(FOLDER), gone, WORDS);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `dondoc: ${PLAN}/${gone}:1:1: the file cannot be read: there is no such file (DD101 unreadable)\n`,
    );
  });
});

describe('what somebody else may not read', () => {
  const isRoot = process.getuid?.() === 0;
  const AS = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const asAnyone = (folder: string) =>
    spawnSync(COMMAND[0] ?? '', [...COMMAND.slice(1), ...WORDS.split(' ')], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
      ...AS,
    });

  test.each([
    ['tasks/', 'tasks/a.yaml'],
    ['holidays/', 'holidays/2030.yaml'],
    ['amendments/', 'amendments/a.yaml'],
    ['owners.yaml', 'owners.yaml'],
    ['versions.yaml', 'versions.yaml'],
    ['papers.yaml', 'papers.yaml'],
  ])('%s of a plan: the plan is refused, not read without it', (closed, file) => {
    const folder = folderWith({ ...FOLDER, [`${PLAN}/${file}`]: 'x: 1\n' });
    chmodSync(folder, 0o755);
    const path = join(folder, PLAN, closed);
    chmodSync(path, 0);
    if (isRoot) chownSync(path, 0, 0);
    const { status, stdout, stderr } = asAnyone(folder);
    chmodSync(path, 0o755);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      `${PLAN}/${closed}:1:1: the file cannot be read: reading it is not permitted (DD101 unreadable)\n`,
    );
  });

  test.each(['dondoc.yaml', 'dondoc-baseline.yaml'])('%s is not passed over', (name) => {
    const folder = folderWith({ ...FOLDER, [name]: 'lang: en\n' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, name), 0);
    if (isRoot) chownSync(join(folder, name), 0, 0);
    const { status, stderr } = asAnyone(folder);
    expect([status, stderr]).toEqual([
      2,
      `dondoc: ${name}:1:1: the file cannot be read: reading it is not permitted (DD101 unreadable)\n`,
    ]);
  });
});

test('the files of a plan are copied by init all of them, the empty one too, or none', async () => {
  const folder = folderWith({ ...FOLDER, [`${PLAN}/notes.txt`]: '' });
  expect((await dondoc(folder, 'init a --period 2024')).code).toBe(0);
  expect(readdirSync(join(folder, 'a', PLAN))).toContain('notes.txt');
  expect(statSync(join(folder, 'a', PLAN, 'notes.txt')).size).toBe(0);
  const big = folderWith({ ...FOLDER, [`${PLAN}/scan.pdf`]: 'x'.repeat(2 * 1024 * 1024 + 1) });
  expect(await dondoc(big, 'init b --period 2024 --lang en')).toMatchObject({
    code: 2,
    stderr:
      'dondoc: cannot copy scan.pdf of the plan: it is too large or cannot be read; take it out of the folder, or use --pinned\n',
  });
  expect(readdirSync(big)).not.toContain('b');
  rmSync(join(big, PLAN, 'scan.pdf'));
  expect((await dondoc(big, 'init b --period 2024')).code).toBe(0);
});

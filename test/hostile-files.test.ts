import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, lstatSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { readReports } from '../src/judge.ts';
import { fileFindings } from '../src/rules/index.ts';
import { messageOf } from '../src/rules/rule.ts';
import { FOLDER } from '../tools/fuzz/folder.ts';
import { COMMAND, inShell } from './built.ts';
import { dondoc, folderWith, outputOf, put } from './helpers.ts';

const REPORT = FOLDER['reports/huyen-ha.yaml'] ?? '';
const found = (stdout: string) => outputOf('findings', stdout).findings;
const HOST = JSON.stringify(found((await dondoc(folderWith(FOLDER), 'check --format json')).stdout));

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => servers.forEach((server) => server.close()));
const listening = async (path: string): Promise<void> => {
  const server = createServer().listen(path);
  servers.push(server);
  await once(server, 'listening');
};

/** What may lie in a folder of reports beside the reports; each is given its path, and is said on stderr as passed over. */
const PASSED: Readonly<Record<string, (path: string) => unknown>> = {
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a socket': listening,
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a link out of the folder': (path) => symlinkSync('/etc/passwd', path),
  'a link to another report': (path) => symlinkSync('huyen-ha.yaml', path),
  'a link to nothing': (path) => symlinkSync('nothing.yaml', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to the folder above': (path) => symlinkSync('..', path),
};

describe.skipIf(process.platform !== 'linux')('in a folder', () => {
  test.each(Object.entries(PASSED))('%s is passed over, which is said, and the rest goes on', async (_, make) => {
    const folder = folderWith(FOLDER);
    await make(join(folder, 'reports/x.yaml'));
    const { stdout, stderr } = await dondoc(folder, 'check --format json --lang en');
    expect(JSON.stringify(found(stdout).map((finding) => ({ ...finding, message: '' })))).toBe(
      JSON.stringify((JSON.parse(HOST) as object[]).map((finding) => ({ ...finding, message: '' }))),
    );
    expect(stderr).toMatch(/^skipped 1 \([a-z ,]+\): reports\/x\.yaml\n$/);
  });

  const named = Object.entries(PASSED);
  test.each(named.filter(([what]) => !/nothing|itself|above/.test(what)))(
    '%s that is named is refused by name, at once',
    async (_, make) => {
      const folder = folderWith(FOLDER);
      await make(join(folder, 'reports/x.yaml'));
      const { code, stdout } = await dondoc(folder, 'check reports/x.yaml reports/huyen-ha.yaml --format json');
      const own = found(stdout).filter(({ file }) => file === 'reports/x.yaml');
      expect([code, own.map(({ name, line, column }) => [name, line, column])]).toEqual([1, [['unreadable', 1, 1]]]);
    },
  );

  test.each(named.filter(([what]) => /nothing|itself/.test(what)))('%s that is named is not there', async (_, make) => {
    const folder = folderWith(FOLDER);
    await make(join(folder, 'reports/x.yaml'));
    const { code, stderr } = await dondoc(folder, 'check reports/x.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('“reports/x.yaml”')]);
  });

  test.each(['a.yaml', 'b.json', 'c.xlsx'])('a folder named %s is walked like any other', async (name) => {
    const folder = folderWith({ ...FOLDER, [`reports/${name}/d.yaml`]: 'a: [' });
    const files = found((await dondoc(folder, 'check --format json')).stdout).map(({ file }) => file);
    expect(files).toContain(`reports/${name}/d.yaml`);
  });

  test('devices, pipes and links in a plan and in the place of the settings', async () => {
    for (const name of ['plan/12-KH-UBND/owners.yaml', 'plan/12-KH-UBND/amendments/a.yaml', 'dondoc.yaml']) {
      for (const [what, make] of Object.entries(PASSED)) {
        const folder = folderWith({ ...FOLDER, [name]: '' });
        rmSync(join(folder, name));
        await make(join(folder, name));
        const { code, stderr } = await dondoc(folder, 'check');
        expect([name, what, code]).toEqual([name, what, 2]);
        expect(stderr).toContain(`${name}:1:1: `);
        expect(stderr).toContain('(DD101 unreadable)');
      }
    }
  });

  /** What a stranger may put where a run writes by itself. */
  const IN_PLACE: typeof PASSED = { ...PASSED, 'a link out of the folder': (path) => symlinkSync(OUTSIDE, path) };
  const OUTSIDE = join(folderWith({ theirs: 'as it was' }), 'theirs');

  test.each(Object.entries(IN_PLACE))(
    '%s in the place of a file that a run writes by itself is replaced, not followed',
    async (what, make) => {
      for (const [name, words, env] of [
        ['.dondoc/cache.json', 'check --cache', {}],
        ['gl-code-quality-report.json', 'check', { GITLAB_CI: 'true' }],
      ] as const) {
        const folder = folderWith({ ...FOLDER, '.dondoc/x': '' });
        const first = await dondoc(folder, 'check');
        await make(join(folder, name));
        const { code, stdout } = await dondoc(folder, words, '2025-01-15', false, env);
        expect([what, { code, stdout }]).toEqual([what, { code: first.code, stdout: first.stdout }]);
        expect([what, lstatSync(join(folder, name)).isFile()]).toEqual([what, true]);
      }
      expect(readFileSync(OUTSIDE, 'utf8')).toBe('as it was');
    },
  );

  test('a cache in a folder that is a link elsewhere is not written', async () => {
    const [folder, elsewhere] = [folderWith(FOLDER), folderWith({})];
    symlinkSync(elsewhere, join(folder, '.dondoc'));
    const { code, stderr } = await dondoc(folder, 'check --cache --lang en');
    expect([code, stderr]).toEqual([
      1,
      'the cache .dondoc/cache.json could not be written (ELOOP); the result is what it is\n',
    ]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('what is gone between the finding and the reading is told like what was never there', () => {
    const sources = readReports(['reports/gone.yaml', 'reports/gone.xlsx', 'reports/gone.json'], (path) => path);
    const findings = fileFindings({
      faults: sources.flatMap((source) => source.faults.map((fault) => ({ source, fault }))),
    });
    expect(findings.map((finding) => [finding.place.file, messageOf(finding, 'en')])).toEqual(
      ['gone.json', 'gone.xlsx', 'gone.yaml'].map((name) => [
        `reports/${name}`,
        'the file cannot be read: there is no such file',
      ]),
    );
  });

  test.each([
    ['0 bytes', 0, 'DD101'],
    ['a byte above the limit', 2 * 1024 * 1024 + 1, 'DD102'],
    ['3 GB, sparse', 3 * 1024 ** 3, 'DD102'],
  ])('a file of %s', async (_, size, code) => {
    for (const name of ['x.yaml', 'x.json', 'x.xlsx']) {
      const folder = folderWith({ ...FOLDER, [`reports/${name}`]: '' });
      truncateSync(
        join(folder, 'reports', name),
        name.endsWith('xlsx') && size > 0 ? Math.max(size, 16 * 1024 * 1024 + 1) : size,
      );
      const own = found((await dondoc(folder, 'check --format json')).stdout).filter(({ file }) => file.endsWith(name));
      expect([name, own.map((finding) => finding.code)]).toEqual([name, [code]]);
    }
  });
});

describe.skipIf(process.platform !== 'linux')('the built command', () => {
  test('with 32 files open at most reads 400 reports', async () => {
    const folder = folderWith(FOLDER);
    put(
      folder,
      Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`reports/x/${i}.yaml`, 'owner: x\ncolour: 1\n'])),
    );
    const { status, stdout, stderr } = await inShell(
      folder,
      'ulimit -n 32; "$@"',
      'check --as-of 2025-01-15 --format json',
    );
    expect([status, stderr]).toEqual([1, '']);
    const files = new Set(found(Buffer.from(stdout, 'latin1').toString('utf8')).map(({ file }) => file));
    expect([...files].filter((file) => file.startsWith('reports/x/'))).toHaveLength(400);
  });

  /** As whoever may not read everything; those who are root become somebody else. */
  test('what may not be read is said, file or folder, and the rest goes on', async () => {
    const folder = folderWith({ ...FOLDER, 'reports/closed.yaml': REPORT, 'reports/shut/in.yaml': REPORT });
    chmodSync(folder, 0o755);
    const isRoot = process.getuid?.() === 0;
    for (const name of ['reports/closed.yaml', 'reports/shut']) {
      chmodSync(join(folder, name), 0);
      if (isRoot) chownSync(join(folder, name), 0, 0);
    }
    const words = ['check', '--as-of', '2025-01-15', '--format', 'json', '--lang', 'en'];
    const child = spawn(COMMAND[0] ?? '', [...COMMAND.slice(1), ...words], {
      cwd: folder,
      env: {},
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    chmodSync(join(folder, 'reports/shut'), 0o755);
    expect(stderr).toBe('skipped 1 (folder cannot be opened): reports/shut\n');
    const own = found(stdout).filter(({ file }) => file === 'reports/closed.yaml');
    expect(own.map(({ message }) => message)).toEqual(['the file cannot be read: reading it is not permitted']);
    expect(found(stdout).length).toBe((JSON.parse(HOST) as object[]).length + 1);
  });
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Text } from '../src/lang.ts';
import { unwritten } from '../src/cli/unwritten.ts';
import { NotWritten } from '../src/write/not-written.ts';
import { replaceFile } from '../src/write/write.ts';
import { inShell, started, statusOf } from './built.ts';
import { EXAMPLE, dondoc, filesIn, folderWith, put } from './helpers.ts';

const AS_OF = '--as-of 2025-01-15';

/** Root may write anywhere, unless it gives that up. */
const AS_ANYONE =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : ([] as readonly string[]);
const isAnyone = AS_ANYONE.length === 0 || spawnSync(AS_ANYONE[0] ?? '', [...AS_ANYONE.slice(1), 'true']).status === 0;

/** A folder of reports with all that one can do wrong about a file to be written. */
function obstacles(): string {
  const folder = folderWith({ ...EXAMPLE, 'a-file': 'as it was', 'a-folder/inside': '' });
  mkdirSync(join(folder, 'locked'), 0o555);
  return folder;
}

describe('what cannot be written is said in both languages, and nothing is left of it', () => {
  const why = {
    missing: {
      vi: 'chưa có thư mục để chứa tệp này; tạo thư mục rồi chạy lại',
      en: 'the folder for it does not exist; create it, then run again',
    },
    through: {
      vi: 'trên đường dẫn có một tệp ở chỗ phải là thư mục; chọn chỗ khác',
      en: 'a part of the path is a file where a folder must be; choose another place',
    },
    folder: { vi: 'đây là một thư mục; ghi tên tệp', en: 'it is a folder; give the name of a file' },
    forbidden: {
      vi: 'không có quyền ghi ở đây; chọn chỗ khác, hoặc xin quyền ghi',
      en: 'you may not write there; choose another place, or ask for permission',
    },
    full: {
      vi: 'đĩa đã đầy hoặc đã hết hạn mức; giải phóng chỗ trống rồi chạy lại, hoặc ghi ra chỗ khác',
      en: 'the disk is full, or your quota is used up; make room and run again, or write somewhere else',
    },
  } satisfies Record<string, Text>;
  const unwrittenAt = (file: string, text: Text): Text => ({
    vi: `không ghi được ${file}: ${text.vi}`,
    en: `cannot write ${file}: ${text.en}`,
  });
  const noFolder: Text = { vi: 'a-file: phải là một thư mục', en: 'a-file must be a folder' };

  test.runIf(isAnyone).each<[words: string, status: number, says: Text]>([
    [`check ${AS_OF} -o nowhere/result`, 3, unwrittenAt('nowhere/result', why.missing)],
    [`check ${AS_OF} -o a-file/result`, 3, unwrittenAt('a-file/result', why.through)],
    [`check ${AS_OF} -o a-folder`, 2, unwrittenAt('a-folder', why.folder)],
    [`check ${AS_OF} -o locked/result`, 3, unwrittenAt('locked/result', why.forbidden)],
    [`check ${AS_OF} -o /dev/full`, 3, unwrittenAt('/dev/full', why.full)],
    [`summary ${AS_OF} -o nowhere/result.xlsx`, 3, unwrittenAt('nowhere/result.xlsx', why.missing)],
    [`summary ${AS_OF} -o a-file -o a-folder`, 2, unwrittenAt('a-folder', why.folder)],
    [`summary ${AS_OF} -o a-file --snapshot a-folder`, 2, unwrittenAt('a-folder', why.folder)],
    [`draft report ${AS_OF} --format docx -o /dev/full`, 3, unwrittenAt('/dev/full', why.full)],
    ['plan show -o locked/result.json', 3, unwrittenAt('locked/result.json', why.forbidden)],
    ['plan history -o nowhere/result.md', 3, unwrittenAt('nowhere/result.md', why.missing)],
    ['explain DD201 -o /dev/full', 3, unwrittenAt('/dev/full', why.full)],
    ['config -o a-folder', 2, unwrittenAt('a-folder', why.folder)],
    [`proposals ${AS_OF} -o locked/result`, 3, unwrittenAt('locked/result', why.forbidden)],
    ['template --period 2024 -o a-file', 2, noFolder],
    ['template --register -o a-file', 2, noFolder],
    ['template --period 2024 -o a-file/forms', 3, unwrittenAt('a-file/forms', why.through)],
    ['template --period 2024 -o locked', 3, unwrittenAt('locked/so-cong-thuong.yaml', why.forbidden)],
    ['template --period 2024 -o locked/forms', 3, unwrittenAt('locked/forms', why.forbidden)],
    ['init a-file', 2, noFolder],
    ['convert --to json -o a-file', 2, noFolder],
    ['convert --to json -o locked', 3, unwrittenAt('locked/huyen-ha.json', why.forbidden)],
    [`draft letter ${AS_OF} -o a-file`, 2, noFolder],
    [`annotate ${AS_OF} -o a-file`, 2, noFolder],
    [
      `baseline ${AS_OF} --reason a --by b --until 2026-01-15 -o nowhere/b.yaml`,
      3,
      unwrittenAt('nowhere/b.yaml', why.missing),
    ],
  ])('dondoc %s: %i', async (words, status, says) => {
    const folder = obstacles();
    const before = filesIn(folder);
    for (const lang of ['vi', 'en'] as const) {
      const ran = await inShell(folder, '"$@"', `${words} --lang ${lang}`, AS_ANYONE);
      expect([ran.status, ran.stdout, ran.stderr]).toEqual([status, '', `dondoc: ${says[lang]}\n`]);
      // The first of two results is whole before the second is begun.
      const { 'a-file': _, ...others } = filesIn(folder);
      expect({ ...others, 'a-file': 'as it was' }).toEqual(before);
    }
  });

  test.each(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EROFS', 'EPERM', 'EBUSY', 'ENOSPC', 'EDQUOT', 'EIO'])(
    '%s, of a file and of a stream',
    (code) => {
      const [file, stream] = ['/home/here/result', undefined].map((path) =>
        unwritten(new NotWritten(path, code), '/home/here'),
      );
      expect(file?.vi).toMatch(/^không ghi được result: /);
      expect(file?.en).toMatch(/^cannot write result: /);
      expect(stream?.vi).toMatch(/^chưa in được hết kết quả: /);
      expect(stream?.en).toMatch(/^the output is not complete: /);
      for (const { vi = '', en = '' } of [file ?? {}, stream ?? {}])
        expect([vi.includes(code), en.includes(code)]).toEqual([code === 'EIO', code === 'EIO']);
    },
  );

  test('where there is room for a part of a file, the old one stays', async () => {
    const folder = folderWith({ ...EXAMPLE, 'result.xlsx': 'as it was' });
    const { status, stderr } = await inShell(folder, 'ulimit -f 1; "$@"', `summary ${AS_OF} -o result.xlsx`);
    expect([status, stderr]).toEqual([3, 'dondoc: không ghi được result.xlsx: hệ thống báo lỗi EFBIG\n']);
    expect(filesIn(folder)).toEqual({ ...EXAMPLE, 'result.xlsx': 'as it was' });
  });
});

test('no file that was read is written to, whatever it is called', async () => {
  const folder = folderWith(EXAMPLE);
  symlinkSync('reports', join(folder, 'link'));
  for (const words of [
    'check link -o reports/huyen-ha.yaml --format text',
    'check reports -o link/huyen-ha.yaml --format text',
  ])
    expect(await dondoc(folder, words)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('đây là tệp đầu vào') as string,
    });
  expect(filesIn(join(folder, 'reports'))['huyen-ha.yaml']).toBe(EXAMPLE['reports/huyen-ha.yaml']);
});

test('nor is any file of the plan', async () => {
  const folder = folderWith(EXAMPLE);
  expect((await dondoc(folder, 'plan release', '2025-01-15')).code).toBe(0);
  const before = filesIn(folder);
  for (const verb of ['check reports', 'summary reports', 'plan show', 'plan check', 'plan history', 'config'])
    for (const name of ['plan.yaml', 'owners.yaml', 'tasks.yaml', 'source.txt', 'versions.yaml'])
      expect([verb, name, await dondoc(folder, `${verb} --format json -o plan/12-KH-UBND/${name}`)]).toMatchObject([
        verb,
        name,
        { code: 2, stderr: expect.stringContaining('đây là tệp đầu vào') as string },
      ]);
  expect(filesIn(folder)).toEqual(before);
});

/** 119 KB, more than a pipe holds. */
const LONG = 'plan show --plan 415/KH-UBND --as-of 2026-01-15 --format json';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;
const isTemporary = (name: string): boolean => name.endsWith('.tmp');

/** Kills a run once something is so, unless it has ended before. */
async function killedOnce(run: ChildProcess, signal: NodeJS.Signals, isSo: () => boolean): Promise<number> {
  const status = statusOf(run);
  while (run.exitCode === null && !isSo()) await setImmediate();
  run.kill(signal);
  return status;
}

describe('a run that is killed', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGKILL', 137],
  ] as const)('by %s in the middle of its output ends with %i', async (signal, status) => {
    const folder = folderWith({});
    spawnSync('mkfifo', ['pipe'], { cwd: folder });
    const run = started(folder, `${LONG} -o pipe`);
    const ended = statusOf(run);
    const reader = await open(join(folder, 'pipe'));
    await reader.read(new Uint8Array(1), 0, 1);
    run.kill(signal);
    expect(await ended).toBe(status);
    await reader.close();
  });

  test('leaves the old file or the new one, and the next run clears up after it', async () => {
    const folder = folderWith({ 'plan.json': '' });
    await statusOf(started(folder, `${LONG} -o plan.json`));
    const { 'plan.json': whole = '' } = filesIn(folder);
    expect(whole.length).toBeGreaterThan(100_000);
    for (let round = 0; round < 9; round++) {
      put(folder, { 'plan.json': 'as it was' });
      const run = started(folder, `${LONG} -o plan.json`);
      const own = `.dondoc-${run.pid ?? 0}-`;
      const isWriting = (): boolean => readdirSync(folder).some((name) => name.startsWith(own));
      await killedOnce(run, SIGNALS[round % 3] ?? 'SIGKILL', isWriting);
      expect(['as it was', whole]).toContain(filesIn(folder)['plan.json']);
      // Whether it was caught in time or not: this is what it leaves.
      put(folder, { [`${own}0123abcd.tmp`]: whole.slice(0, 1000) });
    }
    const alive = `.dondoc-${process.pid}-0123abcd.tmp`;
    put(folder, { [alive]: 'still being written' });
    expect(await statusOf(started(folder, `${LONG} -o plan.json`))).toBe(0);
    expect(filesIn(folder)).toEqual({ 'plan.json': whole, [alive]: 'still being written' });
  });

  test('leaves whole files of many, and the next run makes the rest', async () => {
    const words = 'init repository --plan 415/KH-UBND --period 2026';
    const ready = folderWith({});
    await statusOf(started(ready, words));
    const whole = filesIn(ready);
    const folder = folderWith({});
    const made = (): number =>
      readdirSync(folder, { recursive: true }).filter((name) => !isTemporary(String(name))).length;
    for (const most of [1, 10, 25, 40]) {
      await killedOnce(started(folder, words), 'SIGKILL', () => made() >= most);
      for (const [name, content] of Object.entries(filesIn(folder)))
        if (!isTemporary(name)) expect([name, content === whole[name]]).toEqual([name, true]);
    }
    expect(await statusOf(started(folder, words))).toBe(0);
    expect(filesIn(folder)).toEqual(whole);
  });
});

test('of runs that write the same file at once, one has written it', async () => {
  const folder = folderWith(EXAMPLE);
  const days = ['2025-01-15', '2025-01-16', '2025-01-17', '2025-01-18'];
  const runs = days.map((day) => statusOf(started(folder, `summary --as-of ${day} -o all.json`)));
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
  const one = await Promise.all(
    days.map(async (day) => (await dondoc(folder, `summary --as-of ${day} --format json`)).stdout),
  );
  expect(one).toContain(readFileSync(join(folder, 'all.json'), 'utf8'));
  expect(Object.keys(filesIn(folder)).sort()).toEqual([...Object.keys(EXAMPLE), 'all.json'].sort());
});

test('a temporary file that a run on another machine has taken for a leftover is written once more', async () => {
  const folder = folderWith({});
  const sweep = `
    const { readdirSync, unlinkSync } = require('node:fs');
    for (const end = Date.now() + 10_000; Date.now() < end;) for (const name of readdirSync('.'))
      if (name.endsWith('.tmp')) try { unlinkSync(name); process.exit(0); } catch {}`;
  const other = spawn(process.execPath, ['-e', sweep], { cwd: folder, stdio: 'ignore' });
  const bytes = new Uint8Array(1_000_000).fill(1);
  try {
    do {
      replaceFile(join(folder, 'result'), bytes);
      expect(readFileSync(join(folder, 'result')).equals(bytes)).toBe(true);
      await setImmediate();
    } while (other.exitCode === null);
  } finally {
    other.kill();
  }
  expect(readdirSync(folder)).toEqual(['result']);
});

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outlet, readDescriptor } from '../src/cli/descriptor.ts';
import { run } from '../src/cli/run.ts';
import { removeLeftovers } from '../src/write/leftover.ts';
import { NotWritten } from '../src/write/not-written.ts';
import { writeStream } from '../src/write/stream.ts';
import { EXAMPLE, dondoc, folderWith } from './helpers.ts';

/** A named pipe in a folder of its own, open at both ends for this process, which is never made to wait. */
function pipe(): { readonly path: string; readonly descriptor: number } {
  const path = join(folderWith({}), 'ống');
  execFileSync('mkfifo', [path]);
  return { path, descriptor: openSync(path, constants.O_RDWR | constants.O_NONBLOCK) };
}

/** Uses a descriptor, and closes it whatever happens. */
function using<T>(descriptor: number, use: (descriptor: number) => T): T {
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const opened = (text: string, flags = 'r'): { readonly path: string; readonly descriptor: number } => {
  const path = join(folderWith({ 'a.txt': text }), 'a.txt');
  return { path, descriptor: openSync(path, flags) };
};

describe('what is written to a descriptor', () => {
  test('arrives in whole, text as UTF-8 and bytes as they are', () => {
    const { path, descriptor } = opened('', 'w');
    using(descriptor, () => {
      writeStream(descriptor, 'Đã xong\n');
      outlet(descriptor).write(new Uint8Array([0, 255]));
      writeStream(descriptor, '');
    });
    expect(readFileSync(path)).toEqual(Buffer.from([...Buffer.from('Đã xong\n'), 0, 255]));
  });

  test('waits for a reader that is slow', async () => {
    const { path, descriptor } = pipe();
    const text = 'một dòng dài\n'.repeat(40_000);
    const out = join(folderWith({}), 'ra.txt');
    const reader = spawn('sh', ['-c', 'exec 3<"$0"; sleep 0.2; cat <&3 > "$1"', path, out]);
    const ended = once(reader, 'exit');
    using(descriptor, () => writeStream(descriptor, text));
    expect(await ended).toEqual([0, null]);
    expect(readFileSync(out, 'utf8')).toBe(text);
  });

  test('what the system refuses is said by its code', () => {
    const { path, descriptor } = opened('như cũ');
    const refused = using(descriptor, () => {
      try {
        writeStream(descriptor, 'khác');
      } catch (error) {
        return error;
      }
      return undefined;
    });
    expect(refused).toEqual(new NotWritten(undefined, 'EBADF'));
    expect(readFileSync(path, 'utf8')).toBe('như cũ');
  });
});

describe('what is read of a descriptor', () => {
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

  test.each([
    ['all of a short file', 'abc', 10, 'abc'],
    ['no more than asked for', 'abcdef', 4, 'abcd'],
    ['nothing of an empty file', '', 4, ''],
  ])('%s', (_, text, most, expected) => {
    const { descriptor } = opened(text);
    expect(textOf(using(descriptor, () => readDescriptor(descriptor, most)))).toBe(expected);
  });

  test('a writer that is slow is waited for', async () => {
    const { path, descriptor } = pipe();
    const writer = spawn('sh', ['-c', 'sleep 0.2; printf xin > "$0"; sleep 0.1; printf chào > "$0"', path]);
    const ended = once(writer, 'exit');
    const most = Buffer.byteLength('xinchào');
    expect(textOf(using(descriptor, () => readDescriptor(descriptor, most)))).toBe('xinchào');
    await ended;
  });

  test('a folder is not read', () => {
    const descriptor = openSync(folderWith({}), constants.O_RDONLY);
    expect(() => using(descriptor, () => readDescriptor(descriptor, 4))).toThrow(/EISDIR/);
  });
});

test('what runs that were killed have left is taken away, not what others are writing', async () => {
  const gone = spawn('true');
  await once(gone, 'exit');
  const names = {
    killed: `.dondoc-${String(gone.pid)}-0123abcd.tmp`,
    own: `.dondoc-${String(process.pid)}-0123abcd.tmp`,
    writing: `.dondoc-${String(process.ppid)}-0123abcd.tmp`,
    other: '.dondoc-0123abcd.tmp',
    report: 'a.yaml',
  };
  const folder = folderWith(Object.fromEntries(Object.values(names).map((name) => [name, 'x'])));
  removeLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual([names.writing, names.other, names.report].sort());
  expect(() => removeLeftovers(join(folder, 'không có'))).not.toThrow();
});

describe('an error that nobody foresaw', () => {
  const said = async (errorIn: (folder: string) => unknown, lang: string): Promise<[code: number, stderr: string]> => {
    let stderr = '';
    const folder = folderWith(EXAMPLE);
    const code = await run(['check', '--lang', lang], {
      stdout: {
        write: () => {
          throw errorIn(folder);
        },
      },
      stderr: { write: (text) => void (stderr += String(text)) },
      cwd: folder,
      env: {},
      now: () => new Date('2025-01-15T12:00:00Z'),
    });
    return [code, stderr.replaceAll(folder, 'FOLDER')];
  };
  const ofSystem = (fields: object): Error => Object.assign(new Error('of the system'), fields);

  test.each<[what: string, error: (folder: string) => unknown, code: number, vi: string | RegExp, en: string | RegExp]>(
    [
      [
        'of the system, at the folder itself',
        (path) => ofSystem({ syscall: 'scandir', code: 'EIO', path }),
        3,
        'dondoc: không đọc được .: hệ thống báo lỗi (scandir, EIO)\n',
        'dondoc: cannot read .: system error (scandir, EIO)\n',
      ],
      [
        'of the system, at a file elsewhere',
        () => ofSystem({ syscall: 'read', code: 'EIO', path: '/khác/a.yaml' }),
        3,
        /^dondoc: không đọc được (\.\.\/)+khác\/a\.yaml: hệ thống báo lỗi \(read, EIO\)\n$/,
        /^dondoc: cannot read (\.\.\/)+khác\/a\.yaml: system error \(read, EIO\)\n$/,
      ],
      [
        'with a call but no code',
        () => ofSystem({ syscall: 'read', stack: 'Error: of the system\n    at some line' }),
        3,
        /Error: of the system\n {4}at some line\n$/,
        /Error: of the system\n {4}at some line\n$/,
      ],
      ['without a stack', () => ofSystem({ stack: undefined }), 3, /\nof the system\n$/, /\nof the system\n$/],
      ['that is no error', () => 'chỉ là chữ', 3, /\nchỉ là chữ\n$/, /\nchỉ là chữ\n$/],
      ['a reader that has gone', () => new NotWritten(undefined, 'EPIPE'), 3, '', ''],
      [
        'an unknown refusal',
        () => new NotWritten('/khác/a.json', 'EXYZ'),
        3,
        'dondoc: không ghi được /khác/a.json: hệ thống báo lỗi EXYZ\n',
        'dondoc: cannot write /khác/a.json: system error EXYZ\n',
      ],
    ],
  )('%s', async (_, error, code, vi, en) => {
    for (const [lang, expected] of [
      ['vi', vi],
      ['en', en],
    ] as const)
      expect(await said(error, lang)).toEqual([
        code,
        typeof expected === 'string' ? expected : expect.stringMatching(expected),
      ]);
  });
});

test('progress is for who sees it alone, and is not kept', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 550 }, (_, i) => [`reports/thêm/${String(i).padStart(3, '0')}.yaml`, 'plan: 1/KH-KHAC\n']),
  );
  const folder = folderWith({ ...EXAMPLE, ...many });
  const words = 'check reports --plan plan/12-KH-UBND --rule DD201';
  const [seen, unseen] = [await dondoc(folder, words, undefined, true), await dondoc(folder, words)];
  expect(seen.stderr).toContain('\r\u001b[K');
  expect(unseen.stderr).not.toContain('\r');
  const cached = await dondoc(folder, `${words} --cache --no-color`, undefined, true);
  const again = await dondoc(folder, `${words} --cache --no-color`, undefined, true);
  expect(cached.stderr).toContain('\r\u001b[K');
  expect(again.stderr).not.toContain('\r');
  expect(again.stdout).toBe(cached.stdout);
});

test('a check that is kept is drawn for its screen', async () => {
  const folder = folderWith({ ...EXAMPLE, 'reports/hong.yaml': 'owner: [\n' });
  const words = ['check', 'reports', '--plan', 'plan/12-KH-UBND', '--cache', '--no-color'];
  const printed = async (columns: number | undefined): Promise<string> => {
    let stdout = '';
    await run(words, {
      stdout: { write: (text) => void (stdout += String(text)), ...(columns === undefined ? {} : { columns }) },
      stderr: { write: () => undefined },
      cwd: folder,
      env: {},
      now: () => new Date('2025-01-15T12:00:00Z'),
    });
    return stdout;
  };
  const [narrow, wide] = [await printed(50), await printed(120)];
  const widest = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length));
  expect(widest(narrow)).toBeLessThanOrEqual(50);
  expect(widest(wide)).toBeGreaterThan(80);
  expect(await printed(50)).toBe(narrow);
  expect(await printed(120)).toBe(wide);
  expect(widest(await printed(undefined))).toBeLessThanOrEqual(80);
});

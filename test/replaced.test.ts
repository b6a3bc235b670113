import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeLeftovers, temporaryIn } from '../src/write/leftover.ts';
import { NotWritten, writing } from '../src/write/not-written.ts';
import {
  appendToFile,
  createFile,
  inTemporaryFolder,
  makeFolder,
  replaceFile,
  replaceOwnFile,
  standingAt,
} from '../src/write/write.ts';
import { filesIn, folderWith } from './helpers.ts';

const NEW = Buffer.from('mới');
/** What is thrown; nothing where nothing is. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('what the system refuses is told by the file that was asked for; any other fault stays what it is', () => {
  const path = join(folderWith({}), 'nowhere', 'a');
  const refused = thrownBy(() => writing('a', () => writeFileSync(path, '')));
  expect(refused).toEqual(new NotWritten('a', 'ENOENT'));
  expect(refused).toMatchObject({ path: 'a', code: 'ENOENT', message: 'ENOENT: a not written' });
  expect(new NotWritten(undefined, 'EPIPE').message).toBe('EPIPE: stream not written');
  for (const fault of [
    new TypeError('x'),
    Object.assign(new Error('x'), { code: 'E' }),
    Object.assign(new Error('x'), { syscall: 'e' }),
  ])
    expect(
      thrownBy(() =>
        writing('a', () => {
          throw fault;
        }),
      ),
    ).toBe(fault);
  expect(writing('a', () => 7)).toBe(7);
});

describe.each([
  ['one that was named', replaceFile],
  ['one of dondoc’s own', replaceOwnFile],
])('%s', (_, replace) => {
  test('is made, replaced in whole, and nothing is left beside it', () => {
    const folder = folderWith({ 'b.txt': 'như cũ, và dài hơn' });
    for (const name of ['a.txt', 'b.txt']) replace(join(folder, name), NEW);
    expect(filesIn(folder)).toEqual({ 'a.txt': 'mới', 'b.txt': 'mới' });
  });

  test('cannot be made where there is no folder, nor in place of one', () => {
    const folder = folderWith({ 'a-folder/inside': '', 'a-file': 'như cũ' });
    const before = filesIn(folder);
    const refused = ['nowhere/a', 'a-file/a', 'a-folder'].map((name) =>
      thrownBy(() => replace(join(folder, name), NEW)),
    );
    expect(refused).toEqual([
      new NotWritten(join(folder, 'nowhere/a'), 'ENOENT'),
      new NotWritten(join(folder, 'a-file/a'), 'ENOTDIR'),
      new NotWritten(join(folder, 'a-folder'), 'EISDIR'),
    ]);
    expect(filesIn(folder)).toEqual(before);
  });

  test('what a run that was killed has left is taken away on the way', () => {
    const folder = folderWith({ '.dondoc-99999999-0123abcd.tmp': 'nửa chừng' });
    replace(join(folder, 'a.txt'), NEW);
    expect(filesIn(folder)).toEqual({ 'a.txt': 'mới' });
  });
});

describe('a link', () => {
  const linked = (): string => {
    const folder = folderWith({ 'b/there.txt': 'như cũ' });
    symlinkSync(join('b', 'there.txt'), join(folder, 'link'));
    return folder;
  };

  test('is followed where the file was named', () => {
    const folder = linked();
    replaceFile(join(folder, 'link'), NEW);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(filesIn(folder)).toEqual({ 'b/there.txt': 'mới' });
  });

  test('that leads nowhere is replaced', () => {
    const folder = folderWith({});
    symlinkSync('nowhere', join(folder, 'link'));
    replaceFile(join(folder, 'link'), NEW);
    expect(filesIn(folder)).toEqual({ link: 'mới' });
  });

  test('is replaced itself where nobody named it', () => {
    const folder = linked();
    replaceOwnFile(join(folder, 'link'), NEW);
    expect(filesIn(folder)).toEqual({ 'b/there.txt': 'như cũ', link: 'mới' });
  });
});

// Not one of the system's own: a fault here would put a file in its place.
test('a pipe is written to, and stays what it is', () => {
  const path = join(folderWith({}), 'ống');
  execFileSync('mkfifo', [path]);
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  replaceFile(path, NEW);
  const read = new Uint8Array(9);
  expect(readSync(descriptor, read)).toBe(NEW.length);
  closeSync(descriptor);
  expect(Buffer.from(read.subarray(0, NEW.length))).toEqual(NEW);
  expect(lstatSync(path).isFIFO()).toBe(true);
});

test('what stands at a path', () => {
  const folder = folderWith({ 'a.txt': 'x' });
  expect(standingAt(join(folder, 'a.txt'))?.isFile()).toBe(true);
  expect(standingAt(folder)?.isDirectory()).toBe(true);
  expect(standingAt(join(folder, 'nowhere'))).toBeUndefined();
  const tooLong = join(folder, 'x'.repeat(300));
  expect(thrownBy(() => standingAt(tooLong))).toEqual(new NotWritten(tooLong, 'ENAMETOOLONG'));
});

test('others add to the same file', () => {
  const folder = folderWith({ 'a.md': 'một\n' });
  for (const name of ['a.md', 'b.md']) appendToFile(join(folder, name), 'hai\n');
  expect(filesIn(folder)).toEqual({ 'a.md': 'một\nhai\n', 'b.md': 'hai\n' });
  expect(thrownBy(() => appendToFile(folder, ''))).toEqual(new NotWritten(folder, 'EISDIR'));
});

test('a folder is made with all above it, once', () => {
  const path = join(folderWith({ 'a-file': '' }), 'a/b/c');
  for (let i = 0; i < 2; i++) makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
  const through = join(path, '../../../a-file/b');
  expect(thrownBy(() => makeFolder(through))).toEqual(new NotWritten(through, 'ENOTDIR'));
});

test('a file is made once, with its folders; the first one stays', () => {
  const folder = folderWith({ 'a-file': '' });
  const path = join(folder, 'b/c.txt');
  expect([createFile(path, NEW), createFile(path, Buffer.from('khác'))]).toEqual([true, false]);
  expect(filesIn(folder)).toEqual({ 'a-file': '', 'b/c.txt': 'mới' });
  expect(thrownBy(() => createFile(join(folder, 'a-file/b'), NEW))).toBeInstanceOf(NotWritten);
  const tooLong = join(folder, 'x'.repeat(300));
  expect(thrownBy(() => createFile(tooLong, NEW))).toEqual(new NotWritten(tooLong, 'ENAMETOOLONG'));
  expect(readdirSync(folder).sort()).toEqual(['a-file', 'b']);
});

test('a temporary folder is nobody else’s, and gone when its use is over, however that ends', () => {
  let [used, lost] = ['', ''];
  const answer = inTemporaryFolder((folder) => {
    used = folder;
    expect([dirname(folder), basename(folder).slice(0, 7)]).toEqual([realpathSync(tmpdir()), 'dondoc-']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/b'), '');
    return 7;
  });
  inTemporaryFolder((folder) => {
    rmSync(folder, { recursive: true });
  });
  const fault = new Error('x');
  const thrown = thrownBy(() =>
    inTemporaryFolder((folder) => {
      lost = folder;
      throw fault;
    }),
  );
  expect([answer, thrown, existsSync(used), existsSync(lost), used === lost]).toEqual([7, fault, false, false, false]);
});

test('only what is named like a temporary file is taken for one', () => {
  const kept = [
    '.dondoc-99999999-0123abcd.tmp.yaml',
    'x.dondoc-99999999-0123abcd.tmp',
    '.dondoc-99999999-0123abcg.tmp',
    '.dondoc-99999999-0123abc.tmp',
    '.dondoc-9x-0123abcd.tmp',
    '.dondoc-1-0123abcd.tmp',
  ];
  const folder = folderWith(
    Object.fromEntries([...kept, '.dondoc-99999999-0123abcd.tmp', '.dondoc-7-7.tmp'].map((name) => [name, 'x'])),
  );
  const own = temporaryIn(folder);
  expect(dirname(own)).toBe(folder);
  expect(basename(own)).toMatch(new RegExp(`^\\.dondoc-${process.pid}-[0-9a-f]{8}\\.tmp$`));
  expect(temporaryIn(folder)).not.toBe(own);
  writeFileSync(own, '');
  removeLeftovers(folder);
  expect(Object.keys(filesIn(folder)).sort()).toEqual([...kept, '.dondoc-7-7.tmp'].sort());
  expect(existsSync(own)).toBe(false);
  // What cannot be removed keeps nothing else from it.
  const inTheWay = ['0', '9'].map((end) => `.dondoc-99999999-0123abc${end}.tmp/a`);
  const withFolders = folderWith(
    Object.fromEntries([...inTheWay, '.dondoc-99999999-0123abc5.tmp'].map((name) => [name, ''])),
  );
  removeLeftovers(withFolders);
  expect(Object.keys(filesIn(withFolders))).toEqual(inTheWay);
});

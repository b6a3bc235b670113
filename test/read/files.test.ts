import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limitOf, obstacleOf, openFile } from '../../src/read/bytes.ts';
import { type Found, findFiles, isReadable, registersOf } from '../../src/read/files.ts';
import { folderWith } from '../helpers.ts';

const folder = folderWith({
  'reports/b.yaml': 'b',
  'reports/a.yml': 'a',
  'reports/2024/c.JSON': 'c',
  'reports/2024/d.xlsx': 'd',
  'reports/2024/e.xlsm': 'e',
  'reports/2024/register.yaml': 'r',
  'reports/register.yml': 'r',
  'reports/2024/my-register.yaml': 'no register',
  'reports/dondoc.yaml': 's',
  'reports/dondoc-baseline.yaml': 's',
  'reports/my-dondoc.yaml': 'a report',
  'reports/dondoc.yaml.yaml': 'a report',
  'reports/.dondoc/x.yaml': 'own',
  'reports/.gitkeep': '',
  'reports/.an.yaml': 'h',
  'reports/~$d.xlsx': 'l',
  'reports/d~$.xlsx': 'f',
  'reports/e.xls': 'old',
  'reports/f.yaml.bak': 'old',
  'reports/source.txt': 't',
  'elsewhere/x.yaml': 'x',
  'notes.md': 'n',
  'register.yaml': 'r',
});
const at = (name: string): string => join(folder, name);
for (const name of ['reports/dir.yaml', 'reports/empty']) mkdirSync(at(name));
symlinkSync(at('elsewhere'), at('reports/out'));
symlinkSync('b.yaml', at('reports/link.yaml'));
symlinkSync(at('reports/2024'), at('to-folder'));
symlinkSync(at('notes.md'), at('to-file'));
symlinkSync(at('nothing'), at('to-nothing'));
execFileSync('mkfifo', [at('reports/pipe.yaml')]);

/** What was found, by names within the folder. */
const found = (paths: readonly string[], besides: readonly string[] = []): Found => {
  const { files, registers, skipped, missing, ...more } = findFiles(paths.map(at), besides.map(at));
  const name = (path: string): string => path.slice(folder.length + 1);
  return {
    files: files.map(name),
    registers: registers.map(name),
    skipped: skipped.map(({ path, why }) => ({ path: name(path), why })),
    missing: missing.map(name),
    ...more,
  };
};

test('of a folder all that may be a report is found, in order, and all else is said', () => {
  expect(found(['reports'])).toEqual({
    files: [
      'reports/2024/c.JSON',
      'reports/2024/d.xlsx',
      'reports/2024/e.xlsm',
      'reports/2024/my-register.yaml',
      'reports/a.yml',
      'reports/b.yaml',
      'reports/dondoc.yaml.yaml',
      'reports/d~$.xlsx',
      'reports/my-dondoc.yaml',
    ],
    registers: ['reports/2024/register.yaml', 'reports/register.yml'],
    skipped: [
      { path: 'reports/.an.yaml', why: 'hidden' },
      { path: 'reports/.dondoc', why: 'settings' },
      { path: 'reports/.gitkeep', why: 'settings' },
      { path: 'reports/dondoc-baseline.yaml', why: 'settings' },
      { path: 'reports/dondoc.yaml', why: 'settings' },
      { path: 'reports/e.xls', why: 'other-format' },
      { path: 'reports/f.yaml.bak', why: 'other-format' },
      { path: 'reports/link.yaml', why: 'link' },
      { path: 'reports/out', why: 'link' },
      { path: 'reports/pipe.yaml', why: 'special' },
      { path: 'reports/source.txt', why: 'other-format' },
      { path: 'reports/~$d.xlsx', why: 'lock-file' },
    ],
    missing: [],
    folder: true,
  });
});

test('files that are named are taken whatever they are; each is there once', () => {
  const paths = ['notes.md', 'none.yaml', 'register.yaml', 'notes.md', 'to-file', 'to-nothing'];
  expect(found(paths)).toEqual({
    files: ['notes.md', 'to-file'],
    registers: ['register.yaml'],
    skipped: [],
    missing: ['none.yaml', 'to-nothing'],
    folder: false,
  });
});

test('a link to a folder is the folder; files besides are taken unseen', () => {
  expect(found(['to-folder'], ['unseen.yaml', 'to-folder/c.JSON'])).toEqual({
    files: ['to-folder/c.JSON', 'to-folder/d.xlsx', 'to-folder/e.xlsm', 'to-folder/my-register.yaml', 'unseen.yaml'],
    registers: ['to-folder/register.yaml'],
    skipped: [],
    missing: [],
    folder: true,
  });
});

test('the register of single files lies beside them or in the folder above', () => {
  const of = (...names: string[]): string[] =>
    registersOf(findFiles(names.map(at))).map((path) => path.slice(folder.length + 1));
  expect(of('reports/2024/c.JSON')).toEqual(['reports/2024/register.yaml']);
  expect(of('reports/b.yaml')).toEqual(['register.yaml']);
  expect(of('elsewhere/x.yaml', 'reports/2024/d.xlsx', 'register.yaml')).toEqual([
    'register.yaml',
    'reports/2024/register.yaml',
  ]);
});

test('names that a report, a register or a file of a plan may have', () => {
  const names = ['a.yaml', 'a.yml', 'a.JSON', 'a.xlsx', 'a.xlsm', 'a.txt', 'a.TXT'];
  expect(names.filter(isReadable)).toEqual(names);
  expect(['a.xls', 'a.yaml.bak', 'a.txt~', 'a.md', 'yaml', 'a.xlsb', 'a.yaaml'].filter(isReadable)).toEqual([]);
});

describe('a file that is opened', () => {
  const sized = (name: string, size: number): string => {
    const path = join(folderWith({ [name]: '' }), name);
    truncateSync(path, size);
    return path;
  };

  test('is its bytes, all of them', () => {
    expect(openFile(at('notes.md'))).toEqual({ kind: 'opened', bytes: Uint8Array.from([110]) });
    expect(openFile(at('notes.md'), 1)).toMatchObject({ kind: 'opened' });
  });

  test.each([
    ['none.yaml', 'missing'],
    [`notes.md${sep}x`, 'missing'],
    ['reports', 'not-a-file'],
    ['to-file', 'link'],
    ['to-folder', 'link'],
    ['to-nothing', 'link'],
    ['reports/pipe.yaml', 'not-a-file'],
    ['reports/.gitkeep', 'empty'],
  ])('is refused: %s', (name, why) => expect(openFile(at(name))).toEqual({ kind: 'unreadable', why }));

  test.each([
    ['a.yaml', 2],
    ['a.xlsx.yaml', 2],
    ['a.xls', 2],
    ['a.xlsx', 16],
    ['a.XLSM', 16],
  ])('%s may have %i megabytes, and not a byte more', (name, megabytes) => {
    const limit = megabytes * 1024 * 1024;
    expect(limitOf(name)).toBe(limit);
    expect(openFile(sized(name, limit))).toMatchObject({ kind: 'opened', bytes: { length: limit } });
    expect(openFile(sized(name, limit + 1))).toEqual({ kind: 'too-large', size: limit + 1, limit });
  });

  test.each([
    ['ENOENT', 'missing'],
    ['ENOTDIR', 'missing'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['ELOOP', 'link'],
    ['EISDIR', 'not-a-file'],
    ['EIO', 'input-output'],
  ])('%s of the system is %s', (code, obstacle) => {
    expect(obstacleOf(Object.assign(new Error(code), { code }))).toBe(obstacle);
  });

  test('what is no error of the system is thrown on', () => {
    const fault = new Error('mine');
    expect(() => obstacleOf(fault)).toThrow(fault);
  });
});

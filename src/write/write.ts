import {
  type Stats,
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { discard, removeLeftovers, temporaryIn } from './leftover.ts';
import { writing } from './not-written.ts';

/**
 * Puts a whole file in place of the one that is there, or leaves what is there: never a piece of one. A link is
 * followed; a device or pipe is written to, not replaced.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  writing(path, () => {
    const stat = standingAt(path);
    const target = stat?.isFile() ? realpathSync(path) : path;
    if (stat && !stat.isFile()) writeFileSync(path, bytes);
    else withTemporary(target, bytes, (temporary) => renameSync(temporary, target));
  });
}

/**
 * The same for a file that nobody has named on the command line: what a stranger has put there in its place, a pipe or a
 * link that leads elsewhere, is replaced itself.
 */
export const replaceOwnFile = (path: string, bytes: Uint8Array): void =>
  writing(path, () => withTemporary(path, bytes, (temporary) => renameSync(temporary, path)));

/** Adds to the end of a file that others add to as well; makes it where it is not there. */
export function appendToFile(path: string, text: string): void {
  writing(path, () => appendFileSync(path, text));
}

/** What stands at a path; nothing where there is nothing. */
export const standingAt = (path: string): Stats | undefined =>
  writing(path, () => statSync(path, { throwIfNoEntry: false }));

/** Makes a folder with all above it, where it is not there yet. */
export const makeFolder = (path: string): void => void writing(path, () => mkdirSync(path, { recursive: true }));

/** Hands over a new folder that nobody else may look into; it is gone with all it holds when `use` is over, however that ends. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(process.getBuiltinModule('node:os').tmpdir(), 'dondoc-')));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts a whole file where there is none; `false` where there is one already, which stays as it is. */
export function createFile(path: string, bytes: Uint8Array): boolean {
  makeFolder(dirname(path));
  return writing(path, () => {
    try {
      withTemporary(path, bytes, (temporary) => {
        linkSync(temporary, path);
        discard(temporary);
      });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  });
}

/**
 * Writes beside the target, on the same file system, to the disk; then `place` makes it appear at once. A run on another
 * machine takes this one for dead and may remove its temporary file: then once more.
 */
function withTemporary(path: string, bytes: Uint8Array, place: (temporary: string) => void, isFirst = true): void {
  const folder = dirname(path);
  removeLeftovers(folder);
  const temporary = temporaryIn(folder);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', flush: true });
    place(temporary);
  } catch (error) {
    discard(temporary);
    const isSwept = (error as NodeJS.ErrnoException).code === 'ENOENT' && existsSync(folder);
    if (!isFirst || !isSwept) throw error;
    withTemporary(path, bytes, place, false);
    return;
  }
  syncFolder(folder);
}

/** So that the new name itself survives a power cut; not every file system can do it. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The file itself is safe already.
  }
}

import { randomBytes } from 'node:crypto';
import {
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
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a whole file in place of the one that is there, or leaves what is there: never a piece of one. A link is
 * followed; a device or pipe is written to, not replaced.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  if (existsSync(target) && !statSync(target).isFile()) writeFileSync(target, bytes);
  else withTemporary(target, bytes, (temporary) => renameSync(temporary, target));
}

/** Adds to the end of a file that others add to as well; makes it where it is not there. */
export function appendToFile(path: string, text: string): void {
  appendFileSync(path, text);
}

/** Makes a folder with all above it, where it is not there yet. */
export const makeFolder = (path: string): void => void mkdirSync(path, { recursive: true });

/** Hands over a new folder that nobody else may look into; it is gone with all it holds when `use` is over, however that ends. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dondoc-')));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts a whole file where there is none; `false` where there is one already, which stays as it is. */
export function createFile(path: string, bytes: Uint8Array): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    withTemporary(path, bytes, (temporary) => {
      linkSync(temporary, path);
      rmSync(temporary);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Writes beside the target, on the same file system, to the disk; then `place` makes it appear at once. */
function withTemporary(path: string, bytes: Uint8Array, place: (temporary: string) => void): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    place(temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
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

import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { legacyBytes } from '../legacy.ts';
import type { Obstacle } from '../source.ts';
import { soundUtf8 } from '../utf8.ts';

/** A report of 30 entries is 30 KB; two megabytes is sixty times that, and more than any honest report needs. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024;
/** A workbook may carry pictures that nobody reads. */
const MAX_WORKBOOK_BYTES = 16 * 1024 * 1024;

/** How many bytes a file of this name may have. */
export const limitOf = (name: string): number => (isWorkbook(name) ? MAX_WORKBOOK_BYTES : MAX_TEXT_BYTES);

/** Workbooks are told by their name; whether they are is told by what is in them. */
export const isWorkbook = (name: string): boolean => /\.xls[xm]$/i.test(name);

/** What became of opening a file: its bytes, or why there are none. */
export type Opened =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly why: Obstacle }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number };

const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  ENOTDIR: 'missing',
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  // Linux, FreeBSD and NetBSD, of a link that is not to be followed; what is no file, by any of them.
  ELOOP: 'link',
  EMLINK: 'link',
  EFTYPE: 'link',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
  EOPNOTSUPP: 'not-a-file',
};

/** Why the system refused, by its error; what is no error of the system is thrown on. */
export function obstacleOf(error: unknown): Obstacle {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return OBSTACLES[code] ?? 'input-output';
}

/**
 * The bytes of a regular file, never more than a limit. The only way into the program for a stranger's bytes:
 * links are not followed, pipes and devices are not waited for, and what the file was when opened is what is read.
 */
export const openFile = (path: string, limit = limitOf(path)): Opened =>
  oddity(path) ?? opened(path, limit, (size) => new Uint8Array(size));

/** Room for a report of the usual size. */
const ROOM = new Uint8Array(128 * 1024);

/** Windows follows every link. */
const CAN_REFUSE_LINKS = 'O_NOFOLLOW' in constants;

/**
 * The same of a file that its folder called one, for whoever is done with the bytes of a text before the next file is
 * opened: they are read into one place. What it has become meanwhile is found out by opening it, where links can be told off.
 */
export const openListed = (path: string): Opened =>
  (CAN_REFUSE_LINKS ? undefined : oddity(path)) ??
  opened(path, limitOf(path), (size) =>
    size > ROOM.length || isWorkbook(path) ? new Uint8Array(size) : ROOM.subarray(0, size),
  );

/** What is no file, before it is opened: that alone would set going who waits at the other end of a pipe. */
function oddity(path: string): Opened | undefined {
  try {
    const stat = lstatSync(path);
    return stat.isFile() ? undefined : { kind: 'unreadable', why: stat.isSymbolicLink() ? 'link' : 'not-a-file' };
  } catch (error) {
    return { kind: 'unreadable', why: obstacleOf(error) };
  }
}

function opened(path: string, limit: number, roomFor: (size: number) => Uint8Array): Opened {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'unreadable', why: 'not-a-file' };
    if (stat.size > limit) return { kind: 'too-large', size: stat.size, limit };
    if (stat.size === 0) return { kind: 'unreadable', why: 'empty' };
    const bytes = roomFor(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return { kind: 'opened', bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { kind: 'unreadable', why: obstacleOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The text of UTF-8 bytes without its byte order mark; of others what they look like and how a piece would read. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'legacy'; readonly code?: string; readonly text?: string };

export function decode(bytes: Uint8Array): Decoded {
  const text = bytes.subarray(0, 2).includes(0) ? undefined : soundUtf8(bytes);
  if (text !== undefined) {
    return { kind: 'text', text: text.startsWith('\ufeff') ? text.slice(1) : text };
  }
  return { kind: 'legacy', ...legacyBytes(bytes) };
}

import { Buffer, isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { Obstacle } from '../source.ts';

/** A report of 30 entries is 30 KB; two megabytes is sixty times that, and more than any honest report needs. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** What became of opening a file: its bytes, or why there are none. */
export type Opened =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly why: Obstacle }
  | { readonly kind: 'too-large'; readonly size: number };

const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  ELOOP: 'link',
  EISDIR: 'not-a-file',
};

/**
 * The bytes of a regular file, never more than `MAX_BYTES`. The only way into the program for a stranger's bytes:
 * links are not followed, pipes and devices are not waited for, and what the file was when opened is what is read.
 */
export function openFile(path: string): Opened {
  let descriptor: number | undefined;
  try {
    if (!lstatSync(path).isFile())
      return { kind: 'unreadable', why: lstatSync(path).isSymbolicLink() ? 'link' : 'not-a-file' };
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'unreadable', why: 'not-a-file' };
    if (stat.size > MAX_BYTES) return { kind: 'too-large', size: stat.size };
    if (stat.size === 0) return { kind: 'unreadable', why: 'empty' };
    const bytes = new Uint8Array(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return { kind: 'opened', bytes: bytes.subarray(0, length) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return { kind: 'unreadable', why: OBSTACLES[code] ?? 'input-output' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The text of UTF-8 bytes without its byte order mark, or what the bytes look like instead. */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly looksLike: string } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { looksLike: 'UTF-16 LE' };
  if (a === 0xfe && b === 0xff) return { looksLike: 'UTF-16 BE' };
  if (bytes.length > 1 && (a === 0 || b === 0)) return { looksLike: 'UTF-16' };
  if (!isUtf8(bytes)) return { looksLike: 'Windows-1258, TCVN3 (ABC) / VNI' };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

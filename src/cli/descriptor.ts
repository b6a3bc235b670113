import { readSync } from 'node:fs';
import { pause } from '../pause.ts';
import { writeStream } from '../write/stream.ts';
import type { Stream } from './io.ts';

/** A pipe or file that has taken all when `write` returns; where it cannot, `write` throws. */
export const outlet = (descriptor: number): Stream => ({ write: (content) => writeStream(descriptor, content) });

/** At most `most` bytes of a descriptor, to its end; a writer that is slow is waited for. */
export function readDescriptor(descriptor: number, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    try {
      const read = readSync(descriptor, bytes, length, most - length, null);
      if (read === 0) break;
      length += read;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
  return bytes.subarray(0, length);
}

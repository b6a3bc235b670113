import { writeSync } from 'node:fs';
import { pause } from '../pause.ts';
import { writing } from './not-written.ts';

/**
 * Writes all of it to a pipe or file that the process was given; a reader that is slow is waited for. Node's own streams
 * take what a full disk had room for as the whole of it.
 */
export function writeStream(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  writing(undefined, () => {
    for (let written = 0; written < bytes.length;) {
      try {
        written += writeSync(descriptor, bytes, written);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
        pause();
      }
    }
  });
}

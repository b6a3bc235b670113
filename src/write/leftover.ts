import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The name of a temporary file tells which process writes it. */
export const temporaryIn = (folder: string): string =>
  join(folder, `.dondoc-${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
const TEMPORARY = /^\.dondoc-(\d+)-[0-9a-f]{8}\.tmp$/;

/** Takes away the temporary files that runs killed while they wrote have left in a folder. */
export function removeLeftovers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const writer = TEMPORARY.exec(name)?.[1];
      if (writer !== undefined && !isWriting(Number(writer))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A folder that cannot be listed, or a file that cannot be removed, is no obstacle to writing.
  }
}

/** Whether a process may be writing now. This one is not: it writes one file at a time, and is about to begin. */
function isWriting(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

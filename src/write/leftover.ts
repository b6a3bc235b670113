import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomFigures } from '../crypto.ts';

/** The name of a temporary file tells which process writes it. */
export const temporaryIn = (folder: string): string => join(folder, `.dondoc-${process.pid}-${randomFigures(4)}.tmp`);
const TEMPORARY = /^\.dondoc-(\d+)-[0-9a-f]{8}\.tmp$/;

/** Takes away the temporary files that runs killed while they wrote have left in a folder. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const writer = TEMPORARY.exec(name)?.[1];
    if (writer !== undefined && !isWriting(Number(writer))) discard(join(folder, name));
  }
}

/** A folder that cannot be listed is no obstacle to writing. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What cannot be removed is left to the next run. */
export function discard(temporary: string): void {
  try {
    rmSync(temporary);
  } catch {
    // See above.
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

/** What the system refused to write, and its code for why. */
export class NotWritten extends Error {
  /** The file that was asked for; none where it was a stream of the process. */
  readonly path: string | undefined;
  readonly code: string;
  constructor(path: string | undefined, code: string) {
    super(`${code}: ${path ?? 'stream'} not written`);
    this.path = path;
    this.code = code;
  }
}

/** Does what writes, and names the file that was asked for where the system refuses. */
export function writing<T>(path: string | undefined, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    throw syscall === undefined || code === undefined ? error : new NotWritten(path, code);
  }
}

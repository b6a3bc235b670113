import { Buffer } from 'node:buffer';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { EXAMPLE } from '../../test/example-folder.ts';

/** The sound folder that strangers' files are put into, with a fault at one neighbour so that there is something to lose. */
export const FOLDER: Readonly<Record<string, string>> = {
  ...EXAMPLE,
  'reports/so-tai-chinh.yaml': `${EXAMPLE['reports/so-tai-chinh.yaml'] ?? ''}colour: 1\n`,
};

/** Files by their names; `null` for one that is to be away. */
export type Given = Readonly<Record<string, string | Uint8Array | null>>;

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly bytes: Uint8Array;
  readonly stderr: string;
}

/** A folder on disk that holds `FOLDER` and whatever is put into it for the time of some runs. */
export function workFolder() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dondoc-fuzz-')));
  const write = (name: string, content: string | Uint8Array | null): void => {
    const path = join(root, name);
    if (content === null) {
      rmSync(path, { force: true });
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  for (const [name, content] of Object.entries(FOLDER)) write(name, content);
  return {
    /** Runs with files put in place; afterwards the folder is as it was. */
    with: async <T>(given: Given, use: () => Promise<T>): Promise<T> => {
      try {
        for (const [name, content] of Object.entries(given)) write(name, content);
        return await use();
      } finally {
        for (const name of Object.keys(given)) write(name, FOLDER[name] ?? null);
      }
    },
    dondoc: async (argv: readonly string[]): Promise<Said> => {
      const out: Uint8Array[] = [];
      let stderr = '';
      const stdout = { write: (content: string | Uint8Array) => void out.push(Buffer.from(content)), columns: 80 };
      const code = await run(argv, {
        stdout,
        stderr: { write: (content: string | Uint8Array) => void (stderr += String(content)) },
        cwd: root,
        env: {},
        now: () => new Date('2025-01-15T05:00:00Z'),
      });
      const bytes = Buffer.concat(out);
      return { code, bytes, stdout: bytes.toString('utf8'), stderr };
    },
    /** What a run has written into a folder; it is gone afterwards. */
    takeFrom: (name: string): ReadonlyMap<string, Uint8Array> => {
      const path = join(root, name);
      const names = existsSync(path) ? readdirSync(path) : [];
      const found = new Map(names.map((file) => [file, readFileSync(join(path, file))]));
      rmSync(path, { recursive: true, force: true });
      return found;
    },
    remove: (): void => rmSync(root, { recursive: true, force: true }),
  };
}
export type WorkFolder = ReturnType<typeof workFolder>;

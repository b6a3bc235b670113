import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** npm starts its scripts in the repository. */
export const ROOT = process.cwd();
const COMMAND = join(ROOT, 'bin/dondoc.cjs');

/** When the files of a work folder were written: long ago, so that none is taken for one that may still change. */
const THEN = 1_700_000_000;

/** A folder that is gone when `use` is over, however that ends. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dondoc-fire-')));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a folder that holds just these files. */
export function lay(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, THEN, THEN);
  }
}

/** A file as it is on disk: its bytes, and when they were written. */
export interface Kept {
  readonly bytes: Buffer;
  readonly time: number;
}

/** The files of a folder and below, by their names. */
export function heldIn(folder: string): Map<string, Kept> {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), { bytes: readFileSync(path), time: lstatSync(path).mtimeMs }]),
  );
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command in a folder; of the machine it sees nothing but where programs are. */
export const start = (
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
): ChildProcess =>
  spawn(process.execPath, [...node, COMMAND, ...words], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export async function ended(child: ChildProcess): Promise<Ended> {
  const [[code, signal], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code, signal, stdout, stderr };
}

/** Does so many things at a time, in their order. */
export async function inLanes<T>(
  lanes: number,
  things: readonly T[],
  each: (thing: T) => Promise<void>,
): Promise<void> {
  const rest = things.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const thing of rest) await each(thing);
    }),
  );
}

/** Where the program stands in its own code is nothing for its users. */
export const hasTrace = (stderr: string): boolean => /\n\s+at \S.*:\d+:\d+\)?/.test(stderr);

export const isTemporary = (name: string): boolean => name.endsWith('.tmp');

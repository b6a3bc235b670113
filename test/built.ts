import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from './helpers.ts';

/** The built command, as a shell finds it. */
export const COMMAND: readonly string[] = [process.execPath, join(ROOT, 'bin/dondoc.cjs')];

/** What a run sees of the machine: nothing of a CI service that the tests may be running in. */
const env = { PATH: process.env['PATH'] };

/** A process and its exit status as a shell tells it: 128 and the number of the signal where one ended it. */
export async function statusOf(child: ChildProcess): Promise<number> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/** Starts the built command in a folder, with nothing to read and its output thrown away. */
export const started = (cwd: string, words: string): ChildProcess =>
  spawn(COMMAND[0] ?? '', [...COMMAND.slice(1), ...words.split(' ')], { cwd, env, stdio: 'ignore' });

export interface InShell {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A script of bash in which `"$@"` is the built command with the given words; bytes are given as latin1. */
export async function inShell(
  cwd: string,
  script: string,
  words: string,
  before: readonly string[] = [],
): Promise<InShell> {
  const argv = ['-c', script, 'bash', ...before, ...COMMAND, ...words.split(' ').filter((word) => word !== '')];
  const child = spawn('bash', argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.setEncoding('latin1');
  const [status, stdout, stderr] = await Promise.all([statusOf(child), text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}

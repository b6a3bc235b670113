import { fstatSync } from 'node:fs';
import { outlet, readDescriptor } from './cli/descriptor.ts';
import type { Io, Stream } from './cli/io.ts';
import { run } from './cli/run.ts';

/**
 * The command line against the real process, whose exit code is set. Tells whether the process may end at once: what is
 * on its way to a screen would be cut off.
 */
export async function main(process: NodeJS.Process, engine: Pick<Io, 'workerFile' | 'tune'> = {}): Promise<boolean> {
  const screen = (stream: NodeJS.WriteStream): Stream => stream.on('error', () => (process.exitCode = 3));
  const isScreen = (descriptor: number): boolean =>
    isDevice(descriptor) && process.getBuiltinModule('node:tty').isatty(descriptor);
  const screens = [isScreen(1), isScreen(2)];
  const code = await run(process.argv.slice(2), {
    // Only a screen is asked for by its name: making Node's stream of a pipe would change the pipe.
    stdout: screens[0] ? screen(process.stdout) : outlet(1),
    stderr: screens[1] ? screen(process.stderr) : outlet(2),
    stdin: (most) => readDescriptor(0, most),
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    ...engine,
  });
  // Unless a screen is gone meanwhile.
  process.exitCode ??= code;
  return !screens.includes(true);
}

/** Neither a file nor a pipe: it may be a screen. Node's own answer would load all that it has for screens. */
function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** What another thread of the same command runs. */
export async function work(tune: Io['tune']): Promise<void> {
  const threads = await import('./cli/threads.ts');
  threads.work(tune);
}

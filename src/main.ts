/**
 * The command line against the real process.
 * The exit code is set, never forced: forcing it would cut output that is still on its way through a pipe.
 */
export async function main(process: NodeJS.Process, workerFile?: string): Promise<void> {
  const argv = process.argv.slice(2);
  const output = { failed: false };
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      output.failed = true;
      process.exitCode = 3;
      if (error.code !== 'EPIPE' && stream === process.stdout)
        process.stderr.write(`dondoc: ${error.code ?? error.message}\n`);
    });
  }
  try {
    const [{ run }, { readDescriptor }] = await Promise.all([import('./cli/run.ts'), import('./cli/descriptor.ts')]);
    const { stdout, stderr, env } = process;
    const stdin = (most: number): Uint8Array => readDescriptor(0, most);
    const code = await run(argv, {
      stdout,
      stderr,
      env,
      stdin,
      cwd: process.cwd(),
      now: () => new Date(),
      ...(workerFile === undefined ? {} : { workerFile }),
    });
    if (!output.failed) process.exitCode = code;
  } catch (error) {
    process.exitCode = 3;
    process.stderr.write(`dondoc: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

/** What another thread of the same command runs. */
export async function work(): Promise<void> {
  const threads = await import('./cli/threads.ts');
  threads.work();
}

import { relative } from 'node:path';
import type { Lang } from '../lang.ts';
import { visible } from '../view/visible.ts';
import { cut } from '../view/width.ts';
import { NotWritten } from '../write/not-written.ts';
import type { ExitCode, Io } from './io.ts';

/** What a complaint quotes may be of any length. */
const LONGEST_LINE = 1000;

/** Runs one command line. Writes to the given streams only, and never ends the process. `argv` is without node and script. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { program } = await import('./program.ts');
    const isHelp = argv.length === 0 || argv.some((word) => word === '--help' || word === '-h');
    let code: ExitCode = 0;
    const done = (result: ExitCode): void => {
      code = result;
    };
    const root = program(io, isHelp ? await spokenLang(argv, io) : 'vi', done, argv[0]);
    if (argv.length === 0) {
      root.outputHelp();
      return 0;
    }
    await root.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, await spokenLang(argv, io, error), io);
  }
}

/** Found out only where it is needed: it may have to look into the plan. */
async function spokenLang(argv: readonly string[], io: Io, error?: unknown): Promise<Lang> {
  const speech = await import('./speech.ts');
  return speech.spokenLang(argv, io, error);
}

async function failure(error: unknown, lang: Lang, io: Io): Promise<ExitCode> {
  const [{ CommanderError, complaint }, { UsageError }, { unwritten }, { internal, seeHelp }] = await Promise.all([
    import('./program.ts'),
    import('./usage.ts'),
    import('./unwritten.ts'),
    import('./words.ts'),
  ]);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    io.stderr.write(`dondoc: ${visible(complaint(error, lang))}\n${seeHelp[lang]}\n`);
    return 2;
  }
  if (error instanceof UsageError) {
    const lines = error.text[lang].split('\n').map((line) => cut(visible(line), LONGEST_LINE));
    io.stderr.write(`dondoc: ${lines.join('\n')}\n`);
    return 2;
  }
  if (error instanceof NotWritten) {
    // Who has stopped reading knows.
    if (error.path !== undefined || error.code !== 'EPIPE')
      io.stderr.write(`dondoc: ${visible(unwritten(error, io.cwd)[lang])}\n`);
    // A folder named where a file goes is wrong usage, as a file named where a folder goes is.
    return error.code === 'EISDIR' ? 2 : 3;
  }
  const { syscall, code, path = '' } = error as NodeJS.ErrnoException;
  if (syscall !== undefined && code !== undefined) {
    const [file, why] = [visible(relative(io.cwd, path) || '.'), `${syscall}, ${code}`];
    const said = {
      vi: `không đọc được ${file}: hệ thống báo lỗi (${why})`,
      en: `cannot read ${file}: system error (${why})`,
    };
    io.stderr.write(`dondoc: ${said[lang]}\n`);
    return 3;
  }
  io.stderr.write(
    `dondoc: ${internal[lang]}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 3;
}

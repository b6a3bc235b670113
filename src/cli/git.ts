import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Text } from '../lang.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage.ts';

/** The files touched since a commit, and the commit they are compared with. */
export interface Touched {
  /** Whole paths; deleted files are not among them. */
  readonly paths: ReadonlySet<string>;
  /** What they are compared with, for people. */
  readonly since: string;
}

/**
 * The files of a working tree that differ from the merge base of HEAD and `ref`: committed since, staged, edited or new,
 * but for ignored ones. Without `ref` the default branch of origin; where there is no origin, HEAD itself; before the
 * first commit every file. The only place that runs git, and never through a shell.
 */
export function touchedSince(io: Io, ref: string | undefined): Touched {
  const top = git(io, io.cwd, 'rev-parse', '--show-toplevel');
  if (top.failed !== undefined) throw notGit(top.failed);
  const ask = (...words: readonly string[]): Answer => git(io, top.out.replace(/\r?\n$/, ''), ...words);
  const commit = (name: string): string | undefined =>
    name.startsWith('-') ? undefined : line(ask('rev-parse', '--verify', '--quiet', `${name}^{commit}`));
  const head = commit('HEAD');
  const wanted = ref ?? line(ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'));
  const branch = wanted ?? ['origin/main', 'origin/master'].find((name) => commit(name) !== undefined) ?? 'HEAD';
  const target = commit(branch);
  if (target === undefined && ref !== undefined) throw unknownRef(io, ref);
  const base = head === undefined || target === undefined ? head : line(ask('merge-base', head, target));
  if (base === undefined && head !== undefined) throw noMergeBase(branch);
  const listed = [
    base === undefined
      ? ask('ls-files', '--cached', '-z')
      : ask('diff', '--name-only', '--no-renames', '--no-ext-diff', '--diff-filter=d', '-z', base, '--'),
    ask('ls-files', '--others', '--exclude-standard', '-z'),
  ];
  const failed = listed.find((answer) => answer.failed !== undefined)?.failed;
  if (failed !== undefined) throw notGit(failed);
  const names = listed.flatMap(({ out }) => out.split('\0')).filter((name) => name !== '');
  const root = top.out.replace(/\r?\n$/, '');
  return {
    paths: new Set(names.map((name) => resolve(root, name))),
    since: base === undefined ? branch : `${branch} (${base.slice(0, 7)})`,
  };
}

/** What git printed, and its first complaint where it failed. */
interface Answer {
  readonly out: string;
  readonly failed?: string;
}

function git({ env }: Io, cwd: string, ...words: readonly string[]): Answer {
  try {
    const out = execFileSync('git', ['-c', 'core.fsmonitor=false', ...words], {
      cwd,
      env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { out };
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    return { out: '', failed: (stderr || message).split('\n')[0] ?? '' };
  }
}

const line = ({ out, failed }: Answer): string | undefined =>
  failed === undefined && out.trim() !== '' ? out.trim() : undefined;

const says = (vi: string, en: string): UsageError => new UsageError({ vi, en } satisfies Text);

const notGit = (why: string): UsageError =>
  says(
    `--changed cần một kho git, ở đây không dùng được (${why})`,
    `--changed needs a git repository, and there is none to use here (${why})`,
  );

const unknownRef = ({ cwd }: Io, ref: string): UsageError =>
  existsSync(resolve(cwd, ref))
    ? says(
        `--changed ${ref}: đây là một đường dẫn, không phải nhánh hay commit; ghi đường dẫn trước --changed`,
        `--changed ${ref} is a path, no branch or commit; write paths before --changed`,
      )
    : says(
        `--changed ${ref}: git không có nhánh hay commit này`,
        `--changed ${ref}: git knows no such branch or commit`,
      );

const noMergeBase = (branch: string): UsageError =>
  says(
    `HEAD và ${branch} không có commit chung; nếu kho được tải về không đủ lịch sử: git fetch --unshallow`,
    `HEAD and ${branch} have no commit in common; if the clone is shallow: git fetch --unshallow`,
  );

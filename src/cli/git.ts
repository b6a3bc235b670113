import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Text } from '../lang.ts';
import { lazily } from '../lazily.ts';
import { inTemporaryFolder, makeFolder } from '../write/write.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage.ts';

/** The files touched since a commit, and the commit they are compared with. */
export interface Touched {
  /** Whole paths; deleted files are not among them. */
  readonly paths: ReadonlySet<string>;
  /** Those of deleted files. */
  readonly gone: ReadonlySet<string>;
  /** What they are compared with, for people. */
  readonly since: string;
  /** The folder of the working tree. */
  readonly root: string;
  /** The commit they are compared with; none before the first. */
  readonly base?: string;
}

/**
 * The files of a working tree that differ from the merge base of HEAD and `ref`: committed since, staged, edited or new,
 * but for ignored ones. Without `ref` the default branch of origin; where there is no origin, HEAD itself; before the
 * first commit every file. An origin whose default branch was not fetched is refused: a checkout of CI does not differ
 * from its own HEAD, and would pass whatever it holds. This file is the only one that runs git, and never through a shell.
 */
export function touchedSince(io: Io, ref: string | undefined): Touched {
  const { root, ask, commit, main } = repositoryAt(io, '--changed');
  const head = commit('HEAD');
  const known = ref ?? main();
  if (known === undefined && head !== undefined && line(ask('config', '--get', 'remote.origin.url')) !== undefined)
    throw noMain;
  const branch = known ?? 'HEAD';
  const target = commit(branch);
  if (target === undefined && ref !== undefined) throw unknownRef(io, ref);
  const base = head === undefined || target === undefined ? head : line(ask('merge-base', head, target));
  if (base === undefined && head !== undefined) throw noMergeBase(branch);
  const pathsOf = ({ out, failed }: Answer): string[] => {
    if (failed !== undefined) throw notGit('--changed', failed);
    return namesIn(out).map((name) => resolve(root, name));
  };
  const differing = (commit: string, filter: string): string[] =>
    pathsOf(ask('diff', '--name-only', '--no-renames', '--no-ext-diff', `--diff-filter=${filter}`, '-z', commit, '--'));
  const changed = base === undefined ? pathsOf(ask('ls-files', '--cached', '-z')) : differing(base, 'd');
  const added = pathsOf(ask('ls-files', '--others', '--exclude-standard', '-z'));
  return {
    paths: new Set([...changed, ...added]),
    gone: new Set(base === undefined ? [] : differing(base, 'D')),
    since: base === undefined ? branch : `${branch} (${base.slice(0, 7)})`,
    root,
    ...(base === undefined ? {} : { base }),
  };
}

/**
 * Hands over a folder with the files of a commit as a checkout would write them, by the commit's own attributes and the
 * filters that the user has set up; only those wanted of the paths they have in the working tree. It holds no links, so
 * nothing in it leads elsewhere. Index and working tree stay as they are, and the folder is gone afterwards.
 */
export function inTreeOf<T>(
  io: Io,
  { root, base }: { readonly root: string; readonly base: string },
  isWanted: (path: string) => boolean,
  use: (tree: string) => T,
): T {
  return inTemporaryFolder((folder) => {
    const tree = join(folder, 'tree');
    makeFolder(tree);
    const done = ({ out, failed }: Answer): string => {
      if (failed !== undefined) throw unreadable(base, failed);
      return out;
    };
    const GIT_DIR = done(git(io, root, ['rev-parse', '--absolute-git-dir'])).replace(/\r?\n$/, '');
    const env = { ...io.env, GIT_DIR, GIT_WORK_TREE: tree, GIT_INDEX_FILE: join(folder, 'index') };
    const ask = (words: readonly string[], input?: string): string => done(git({ ...io, env }, tree, words, input));
    ask(['read-tree', base]);
    // Regular files; links and submodules have other modes.
    const files = namesIn(ask(['ls-files', '--stage', '-z'])).flatMap(
      (entry) => /^100.*?\t(.*)$/s.exec(entry)?.[1] ?? [],
    );
    const wanted = files.filter((name) => isWanted(resolve(root, name)));
    ask(['checkout-index', '-z', '--stdin'], wanted.join('\0'));
    return use(tree);
  });
}

/** When files first reached the main branch, by their whole paths. */
export interface Arrivals {
  /** ISO 8601 with its zone; nothing of a file that is not there yet. */
  readonly moments: ReadonlyMap<string, string>;
  /** Files that stood there already where the history of a shallow clone begins. */
  readonly untold: ReadonlySet<string>;
}

/**
 * The committer's moment of the first commit that added each file, along first parents only: a branch arrives when it is
 * merged. The main branch is the default branch of origin, else the one checked out. A file that was moved came anew.
 */
export function arrivalsOf(io: Io, paths: readonly string[]): Arrivals {
  const { root, ask, commit, main } = repositoryAt(io, '--filed-by git');
  const tip = commit(main() ?? 'HEAD') ?? commit('HEAD');
  // Folders, for there may be more files than a command line holds.
  const folders = new Set(paths.map((path) => relative(root, dirname(path)).split(sep).join('/') || '.'));
  const within = [...folders].filter((folder) => !/^\.\.(?:$|\/)/.test(folder) && !isAbsolute(folder));
  const [moments, untold] = [new Map<string, string>(), new Set<string>()];
  if (tip === undefined || within.length === 0) return { moments, untold };
  // Settings of the user must not bear on it.
  const plain = ['--root', '--no-follow', '--no-renames', '--no-ext-diff', '--no-show-signature', '--no-color'];
  const added = ['--first-parent', '--diff-merges=first-parent', '--diff-filter=A', '--name-only', '-z'];
  const log = ask('--literal-pathspecs', 'log', ...plain, ...added, '--format=/%cI %P', tip, '--', ...within);
  if (log.failed !== undefined) throw notGit('--filed-by git', log.failed);
  const isShallow = line(ask('rev-parse', '--is-shallow-repository')) === 'true';
  const wanted = new Set(paths);
  let [moment, parents] = ['', ''];
  // Latest first, so what is said last of a file holds. No name in a tree begins with a slash.
  for (const token of log.out.split('\0')) {
    if (token.startsWith('/')) [moment = '', parents = ''] = token.slice(1).split(' ');
    else {
      const path = resolve(root, token.replace(/^\n/, ''));
      if (!wanted.has(path)) continue;
      moments.set(path, moment);
      if (isShallow && parents === '') untold.add(path);
    }
  }
  for (const path of untold) moments.delete(path);
  return { moments, untold };
}

/** Where a file really stands, as git names it; a file that is not there stands where it says. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A repository to put questions to. */
interface Repository {
  readonly root: string;
  readonly ask: (...words: readonly string[]) => Answer;
  readonly commit: (name: string) => string | undefined;
  /** The default branch of origin, where it is known here. */
  readonly main: () => string | undefined;
}

function repositoryAt(io: Io, option: string): Repository {
  const top = git(io, io.cwd, ['rev-parse', '--show-toplevel']);
  if (top.failed !== undefined) throw notGit(option, top.failed);
  const root = top.out.replace(/\r?\n$/, '');
  const ask: Repository['ask'] = (...words) => git(io, root, words);
  const commit: Repository['commit'] = (name) =>
    name.startsWith('-') ? undefined : line(ask('rev-parse', '--verify', '--quiet', `${name}^{commit}`));
  const main = (): string | undefined =>
    line(ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')) ??
    ['origin/main', 'origin/master'].find((name) => commit(name) !== undefined);
  return { root, ask, commit, main };
}

/** What git printed, and its first complaint where it failed. */
interface Answer {
  readonly out: string;
  readonly failed?: string;
}

/** Most runs do without it, and it brings all that Node has for the network. */
const programs = lazily(() => process.getBuiltinModule('node:child_process'));

/** No hook of the repository runs, and no monitor. */
const PLAIN = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

function git({ env }: Pick<Io, 'env'>, cwd: string, words: readonly string[], input = ''): Answer {
  try {
    const out = programs().execFileSync('git', [...PLAIN, ...words], {
      cwd,
      env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      input,
      stdio: 'pipe',
    });
    return { out };
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    return { out: '', failed: (stderr || message).replace(/\n[^]*/, '') };
  }
}

const line = ({ out, failed }: Answer): string | undefined =>
  failed === undefined && out.trim() !== '' ? out.trim() : undefined;

const namesIn = (out: string): string[] => out.split('\0').filter((name) => name !== '');

const says = (vi: string, en: string): UsageError => new UsageError({ vi, en } satisfies Text);

/** How a checkout gets all branches, on GitHub and on GitLab. */
const WHOLE_HISTORY = 'fetch-depth: 0, GIT_DEPTH: 0';

const notGit = (option: string, why: string): UsageError =>
  says(
    `${option} cần một kho git, ở đây không dùng được (${why})`,
    `${option} needs a git repository, and there is none to use here (${why})`,
  );

const unknownRef = ({ cwd }: Io, ref: string): UsageError =>
  existsSync(resolve(cwd, ref))
    ? says(
        `--changed ${ref}: đây là một đường dẫn, không phải nhánh hay commit; ghi đường dẫn trước --changed`,
        `--changed ${ref} is a path, no branch or commit; write paths before --changed`,
      )
    : says(
        `--changed ${ref}: git không có nhánh hay commit này; nếu chưa tải về: git fetch origin (trong CI: ${WHOLE_HISTORY})`,
        `--changed ${ref}: git knows no such branch or commit; if it was not fetched: git fetch origin (in CI: ${WHOLE_HISTORY})`,
      );

const noMain = says(
  `--changed: không rõ nhánh chính của origin vì chưa tải về; chạy git fetch origin (trong CI: ${WHOLE_HISTORY}), hoặc ghi rõ --changed NHÁNH`,
  `--changed: the main branch of origin was not fetched and is not known; run git fetch origin (in CI: ${WHOLE_HISTORY}), or name one: --changed BRANCH`,
);

const unreadable = (commit: string, why: string): UsageError =>
  says(
    `git không đọc được các tệp của commit ${commit.slice(0, 7)} (${why})`,
    `git cannot read the files of commit ${commit.slice(0, 7)} (${why})`,
  );

const noMergeBase = (branch: string): UsageError =>
  says(
    `HEAD và ${branch} không có commit chung; nếu kho được tải về không đủ lịch sử: git fetch --unshallow`,
    `HEAD and ${branch} have no commit in common; if the clone is shallow: git fetch --unshallow`,
  );

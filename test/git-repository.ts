import { execFileSync } from 'node:child_process';
import { type Files, folderWith } from './helpers.ts';

/** Runs git in a folder, by nobody's settings, and gives what it prints. */
export const git = (folder: string, ...words: readonly string[]): string => run(folder, words, {});

/** The same at a moment of the committer's clock. The author's says another: it has no bearing on anything. */
export const gitAt = (moment: string, folder: string, ...words: readonly string[]): string =>
  run(folder, words, { GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z', GIT_COMMITTER_DATE: moment });

function run(folder: string, words: readonly string[], dates: Readonly<Record<string, string>>): string {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...dates };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', [...who, ...words], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

/** Commits all that a folder holds, also where nothing has changed; on the day of the example's reports if no other is given. */
export function commit(folder: string, moment = '2024-12-20T12:00:00+07:00'): void {
  git(folder, 'add', '--all');
  gitAt(moment, folder, 'commit', '--quiet', '--allow-empty', '-m', 'x');
}

/** Makes a folder a repository whose branch main has all that the folder holds. */
export function begin(folder: string, moment?: string): void {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder, moment);
}

/** A new folder with files, all of them committed. */
export function repositoryWith(files: Files, moment?: string): string {
  const folder = folderWith(files);
  begin(folder, moment);
  return folder;
}

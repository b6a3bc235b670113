import { resolve } from 'node:path';
import { SEVERITIES, type Finding } from '../rules/rule.ts';
import { createFile, replaceFile, replaceOwnFile, standingAt } from '../write/write.ts';
import { realPath } from './git.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { UsageError } from './usage.ts';

/**
 * What a result takes the place of: of any file (`any`), of what stands where nobody named a file (`own`), or of none,
 * since people go on working in such a file (`none`).
 */
export type Replaces = 'any' | 'own' | 'none';

/** The files that were read, asked for where something is written to a file. */
export type InputsOf = () => readonly string[];

/** A result to stdout, or whole to a file, which may be none of those that were read. */
export function emit(
  io: Io,
  output: string | undefined,
  inputs: InputsOf,
  content: string | Uint8Array,
  replaces: Replaces = 'any',
): void {
  if (output === undefined) {
    io.stdout.write(content);
    return;
  }
  const path = resolve(io.cwd, output);
  if (isInput(io, inputs(), path))
    throw new UsageError({
      vi: `${output}: đây là tệp đầu vào, dondoc không ghi đè; chọn tên khác`,
      en: `${output} is one of the files read, which are never changed; choose another name`,
    });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (replaces === 'own') replaceOwnFile(path, bytes);
  else if (replaces === 'any' || standingAt(path)?.isFile() === false) replaceFile(path, bytes);
  else if (!createFile(path, bytes))
    throw new UsageError({
      vi: `${output}: đã có; dự thảo không ghi đè lên bản có thể đang sửa, chọn tên khác`,
      en: `${output} is there already; a draft does not replace one that may have been edited: choose another name`,
    });
}

/** The folder that files go to, which need not be there yet; that it is no file is asked before anything is written. */
export function folderAt(io: Io, written: string): string {
  const path = resolve(io.cwd, written);
  if (standingAt(path)?.isDirectory() === false)
    throw new UsageError({ vi: `${written}: phải là một thư mục`, en: `${written} must be a folder` });
  return path;
}

/** Whether a file to be written is one of those that were read, under whatever name. */
export function isInput(io: Io, inputs: readonly string[], path: string): boolean {
  const real = realPath(path);
  return inputs.some((input) => realPath(resolve(io.cwd, input)) === real);
}

/** 1 where a finding is at or above the given severity. */
export const exitCode = (findings: readonly Pick<Finding, 'severity'>[], failOn: FailOn): ExitCode =>
  failOn !== 'never' && findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn))
    ? 1
    : 0;

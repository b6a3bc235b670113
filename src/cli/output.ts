import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SEVERITIES, type Finding } from '../rules/rule.ts';
import { replaceFile } from '../write/write.ts';
import type { ExitCode, FailOn, Io } from './io.ts';
import { UsageError } from './usage.ts';

/** A result to stdout, or whole to a file, which may be none of those that were read. */
export function emit(
  io: Io,
  output: string | undefined,
  inputs: readonly string[],
  content: string | Uint8Array,
): void {
  if (output === undefined) {
    io.stdout.write(content);
    return;
  }
  const path = resolve(io.cwd, output);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    throw new UsageError({
      vi: `-o ${output}: đây là một thư mục; ghi tên tệp`,
      en: `-o ${output} is a folder; give the name of a file`,
    });
  }
  if (stat && inputs.some((input) => resolve(io.cwd, input) === realpathSync(path))) {
    throw new UsageError({
      vi: `-o ${output}: đây là tệp đầu vào, dondoc không ghi đè; chọn tên khác`,
      en: `-o ${output} is one of the files read, which are never changed; choose another name`,
    });
  }
  replaceFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** 1 where a finding is at or above the given severity. */
export const exitCode = (findings: readonly Pick<Finding, 'severity'>[], failOn: FailOn): ExitCode =>
  failOn !== 'never' && findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn))
    ? 1
    : 0;

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Opened, limitOf } from '../read/bytes.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage.ts';
import { type Workspace, isWithin, reportPaths } from './workspace.ts';

/** A report as it stands in an editor: where it will be saved, and what it holds. */
export interface Typed {
  readonly path: string;
  readonly opened: Opened;
}

/** The report on standard input, which may be as large as a file of its name. */
export function typedReport(
  { cwd, stdin }: Io,
  options: { readonly stdin?: boolean; readonly stdinFilename?: string },
): Typed {
  const filename = options.stdinFilename;
  if (!options.stdin || filename === undefined || stdin === undefined)
    throw new UsageError({
      vi: '--stdin và --stdin-filename TÊN (tên tệp của báo cáo đang soạn) phải đi cùng nhau',
      en: '--stdin and --stdin-filename NAME (the file that the report will be saved as) go together',
    });
  const limit = limitOf(filename);
  const bytes = stdin(limit + 1);
  const path = resolve(cwd, filename);
  if (bytes.length > limit) return { path, opened: { kind: 'too-large', size: bytes.length, limit } };
  if (bytes.length === 0) return { path, opened: { kind: 'unreadable', why: 'empty' } };
  return { path, opened: { kind: 'opened', bytes } };
}

/** The folder that a report is judged with: that of all reports where it lies in it, else its own; none that is not there yet. */
export function folderOf(workspace: Workspace, { path }: Typed): string[] {
  const whole = reportPaths(workspace, []).filter((folder) => isWithin(folder, path));
  return (whole.length > 0 ? whole : [dirname(path)]).filter(existsSync);
}

import { basename, join, resolve } from 'node:path';
import type { Text } from '../lang.ts';
import { isWorkbook, openFile } from '../read/bytes.ts';
import { VERSION } from '../version.ts';
import { reportRules } from '../rules/index.ts';
import { limited } from '../rules/limit.ts';
import { weighed } from '../rules/weights.ts';
import { annotated } from '../view/check/annotate.ts';
import { visible } from '../view/visible.ts';
import { makeFolder, replaceFile } from '../write/write.ts';
import type { ExitCode, Io } from './io.ts';
import { folderAt, isInput } from './output.ts';
import { type ReportOptions, openSession } from './session.ts';
import { UsageError } from './usage.ts';
import { workspaceAt } from './workspace.ts';

export interface AnnotateOptions extends ReportOptions {
  readonly output?: string;
}

const says = {
  made: { vi: 'đã ghi kết quả kiểm tra vào', en: 'annotated' },
  noWorkbook: {
    vi: 'không phải tệp Excel đọc được, không ghi chú thích',
    en: 'not a readable workbook, not annotated',
  },
} satisfies Record<string, Text>;

/** `dondoc annotate`: each workbook as it came, with what was found of it; never in the place of the original. */
export function annotateVerb(io: Io, paths: readonly string[], options: AnnotateOptions): ExitCode {
  if (options.output === undefined)
    throw new UsageError({
      vi: 'thiếu tùy chọn bắt buộc -o: thư mục để ghi bản có chú thích (tệp gốc giữ nguyên)',
      en: 'required option -o is missing: a folder for the annotated copies (the originals stay as they are)',
    });
  const workspace = workspaceAt(io);
  const session = openSession(io, paths, options);
  const { facts, findings, lang, plan } = session;
  const inputs = session.inputs();
  const folder = folderAt(io, options.output);
  const workbooks = inputs.filter(isWorkbook);
  if (workbooks.length === 0)
    throw new UsageError({
      vi: 'không có tệp Excel nào để ghi chú thích; với tệp YAML và JSON dùng dondoc check',
      en: 'there is no workbook to annotate; for YAML and JSON use dondoc check',
    });
  const targetOf = (file: string): string => join(folder, basename(file));
  const targets = workbooks.map(targetOf);
  const overwritten =
    targets.find((target) => isInput(io, inputs, target)) ?? targets.find((target, i) => targets.indexOf(target) !== i);
  if (overwritten !== undefined) {
    const name = workspace.shown(overwritten);
    throw new UsageError({
      vi: `bản có chú thích sẽ ghi đè ${name}; chọn thư mục khác bằng -o`,
      en: `the annotated copy would overwrite ${name}; choose another folder with -o`,
    });
  }
  makeFolder(folder);
  const done = workbooks.map((file) => {
    const opened = openFile(resolve(io.cwd, file));
    const own = findings.filter(({ place }) => place.file === file);
    const about = limited(own, weighed(reportRules, workspace.weights));
    const bytes =
      opened.kind === 'opened' ? annotated(opened.bytes, about, { plan, asOf: facts.asOf }, VERSION, lang) : undefined;
    if (bytes) replaceFile(targetOf(file), bytes);
    const said = bytes ? says.made : says.noWorkbook;
    io.stdout.write(`${said[lang]}: ${visible(bytes ? workspace.shown(targetOf(file)) : file)} (${about.length})\n`);
    return bytes !== undefined;
  });
  return done.every(Boolean) ? 0 : 1;
}

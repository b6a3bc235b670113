import type { Text } from '../lang.ts';
import type { PaperName } from '../model/papers.ts';
import { reportPaper } from '../view/draft/report.ts';
import { paperDocx } from '../view/paper/docx.ts';
import { paperText } from '../view/paper/text.ts';
import type { ExitCode, Io } from './io.ts';
import type { FORMATS } from './formats.ts';
import { type OutputOptions, publish } from './outputs.ts';
import { dueFrom } from './periods.ts';
import { type ReportOptions, type Session, openSession, sayUnread } from './session.ts';
import { UsageError } from './usage.ts';

export type DraftOptions = Omit<ReportOptions, 'owner' | 'color'>;

/** `dondoc draft report` and `government-report`: the consolidated report on one period, to be edited and signed. */
export async function draftReportVerb(
  io: Io,
  name: Exclude<PaperName, 'letter'>,
  paths: readonly string[],
  options: DraftOptions & OutputOptions,
): Promise<ExitCode> {
  const session = draftSession(io, paths, options);
  if (session.facts.periods.length > 1)
    throw new UsageError({
      vi: `--period ${options.period ?? ''}: mỗi báo cáo nói về một kỳ; chọn một kỳ`,
      en: `--period ${options.period ?? ''}: a report is about one period; choose one`,
    });
  const paper = reportPaper(session.facts, name, session.provenance);
  await publish<(typeof FORMATS.draft)[number]>(io, { ...options, replaces: 'none' }, session.inputs, {
    text: ({ columns }) => paperText(paper, columns),
    docx: () => paperDocx(paper),
  });
  return 0;
}

/** Reports for a draft: of the latest period due where none is named, and of a whole folder, since absence is judged. */
export function draftSession(io: Io, paths: readonly string[], options: ReportOptions): Session {
  const session = openSession(io, paths, options, { select: dueFrom });
  refuse(!session.facts.wholeFolder, {
    vi: 'dự thảo nêu cả đơn vị chưa báo cáo, nên cần thư mục chứa mọi báo cáo, không phải từng tệp',
    en: 'a draft names who has not reported: give the folder of all reports, not single files',
  });
  refuse(session.facts.periods.length === 0, {
    vi: `tính đến ngày ${session.facts.asOf} chưa có kỳ báo cáo nào đến hạn; chọn kỳ bằng --period`,
    en: `as of ${session.facts.asOf} no reporting period is due yet; choose one with --period`,
  });
  sayUnread(io, session.whole.intake, session.lang);
  return session;
}

function refuse(wrong: boolean, why: Text): void {
  if (wrong) throw new UsageError(why);
}

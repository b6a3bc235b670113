import { extname, resolve } from 'node:path';
import { addDays, isDay } from '../day.ts';
import { closest, sameId } from '../fold.ts';
import type { SnapshotFile } from '../generated/types.ts';
import { snapshotForm } from '../generated/validators.js';
import { type SetAside, meetingOf } from '../model/meeting.ts';
import { sameNumber } from '../model/number.ts';
import type { Plan, Section } from '../model/plan.ts';
import { type Snapshot, snapshotOf } from '../model/snapshot.ts';
import type { By, Sort } from '../choices.ts';
import { type Due, upcomingUntil } from '../model/upcoming.ts';
import { readSource } from '../read/read.ts';
import { fileFindings } from '../rules/index.ts';
import { figureNamed } from './figures.ts';
import type { FORMATS } from './formats.ts';
import type { ExitCode, Io } from './io.ts';
import type { Known } from './known.ts';
import { emit } from './output.ts';
import { type OutputOptions, asksFor, publish, refuseOneFile } from './outputs.ts';
import { type ReportOptions, type Session, openSession, sayUnread } from './session.ts';
import { UsageError } from './usage.ts';
import { brokenFile, workspaceAt } from './workspace.ts';

export interface SummaryOptions extends ReportOptions, OutputOptions {
  readonly by: By;
  readonly sort: Sort;
  readonly class?: readonly string[];
  readonly section?: readonly string[];
  readonly compareTo?: string;
  readonly until?: string;
  readonly snapshot?: string;
  readonly from?: readonly string[];
}

/** Days that a calendar looks ahead where no day is given. */
const YEAR = 365;

/** `dondoc summary`: all that a meeting looks at, in one or several forms. */
export async function summaryVerb(io: Io, paths: readonly string[], options: SummaryOptions): Promise<ExitCode> {
  refuseOneFile(io, options);
  const session = options.from
    ? (await import('./joined.ts')).openShares(io, paths, options)
    : openSession(io, paths, options);
  const { whole, lang, provenance, inputs, plan } = session;
  // JSON counts them, the others name them.
  if (['csv', 'ics'].some((form) => asksFor(options, form))) sayUnread(io, whole.intake, lang);
  const since = options.compareTo === undefined ? undefined : earlierState(io, session, options.compareTo);
  const meeting = meetingOf(whole, {
    by: options.by,
    sort: options.sort,
    selection: {
      ...session.selection,
      ...(options.class ? { figures: options.class.map(figureNamed) } : {}),
      ...(options.section ? { sections: options.section.map((written) => sectionNamed(plan, written)) } : {}),
    },
    ...(since ? { since: since.snapshot } : {}),
    ...(options.until === undefined ? {} : { until: nextDay(options.until, whole.asOf) }),
    ...(session.known && !session.known.isExpired ? { setAside: setAsideBy(session.known) } : {}),
  });
  const dues = (): readonly Due[] =>
    meeting.upcoming ?? upcomingUntil(whole, addDays(whole.asOf, YEAR), meeting.questions.selection);
  const read = (): readonly string[] => [...inputs(), ...(since?.file === undefined ? [] : [since.file])];
  await publish<(typeof FORMATS.summary)[number]>(io, options, read, {
    text: async (drawing) => (await import('../view/meeting/table.ts')).summaryText(meeting, provenance, lang, drawing),
    json: async () => (await import('../view/meeting/json.ts')).summaryJson(meeting, provenance),
    markdown: async () => (await import('../view/meeting/table-file.ts')).summaryMarkdown(meeting, provenance, lang),
    csv: async () => (await import('../view/meeting/table-file.ts')).tableCsv(meeting.table, lang),
    html: async () => (await import('../view/page/page.ts')).summaryPage(meeting, provenance, lang),
    xlsx: async () => (await import('../view/meeting/workbook.ts')).summaryWorkbook(meeting, provenance, lang),
    docx: async () => (await import('../view/meeting/docx.ts')).summaryDocx(meeting, provenance, lang),
    ics: async () => (await import('../view/meeting/calendar.ts')).calendar(meeting.facts, dues(), provenance, lang),
  });
  if (options.snapshot !== undefined) {
    const { snapshotJson } = await import('../view/meeting/json.ts');
    emit(io, options.snapshot, read, snapshotJson(whole, provenance));
  }
  return 0;
}

const setAsideBy = ({ file, baseline: { findings, until, by, reason } }: Known): SetAside => ({
  file,
  findings: findings.length,
  until,
  by,
  reason,
});

/** The section of the plan with an id, or a usage error that lists them. */
export function sectionNamed({ sections, number }: Plan, written: string): Section {
  const section = sections.find(({ id }) => sameId(id) === sameId(written));
  if (section) return section;
  const ids = sections.map(({ id }) => id);
  const near = closest(written, ids);
  throw new UsageError({
    vi: `kế hoạch ${number} không có phần, mục “${written}”${near ? `; có phải ${near}?` : '.'} Các phần, mục: ${ids.join(', ')}`,
    en: `plan ${number} has no section “${written}”${near ? `; did you mean ${near}?` : '.'} There are: ${ids.join(', ')}`,
  });
}

function nextDay(written: string, asOf: string): string {
  if (isDay(written) && written >= asOf) return written;
  throw new UsageError({
    vi: `--until phải là một ngày YYYY-MM-DD từ ngày tính (${asOf}) trở đi, không phải “${written}”`,
    en: `--until takes a day YYYY-MM-DD not before the as-of day (${asOf}), not “${written}”`,
  });
}

/** The ledger of an earlier meeting: as it was on a day, made again from the same files, or as a snapshot kept it. */
function earlierState(
  io: Io,
  { whole, earlier, plan }: Session,
  written: string,
): { readonly snapshot: Snapshot; readonly file?: string } {
  if (isDay(written)) {
    if (written >= whole.asOf || written < plan.date)
      throw new UsageError({
        vi: `--compare-to ${written}: phải là một ngày từ khi ký kế hoạch (${plan.date}) đến trước ngày tính (${whole.asOf})`,
        en: `--compare-to ${written}: takes a day from the plan’s signing (${plan.date}) to before the as-of day (${whole.asOf})`,
      });
    return { snapshot: snapshotOf(earlier(written)) };
  }
  const workspace = workspaceAt(io);
  const path = resolve(io.cwd, written);
  if (extname(path).toLowerCase() !== '.json')
    throw new UsageError({
      vi: `--compare-to ${written}: ghi một ngày YYYY-MM-DD, hoặc tệp ảnh chụp .json do dondoc summary --snapshot tạo ra`,
      en: `--compare-to ${written}: takes a day YYYY-MM-DD, or a .json snapshot made by dondoc summary --snapshot`,
    });
  const source = readSource(path, workspace.shown(path), snapshotForm);
  if (source.faults.length > 0)
    throw brokenFile(fileFindings({ faults: source.faults.map((fault) => ({ source, fault })) }));
  const snapshot = source.data as SnapshotFile;
  if (sameNumber(snapshot.plan) !== sameNumber(plan.number))
    throw new UsageError({
      vi: `${written} là ảnh chụp của kế hoạch ${snapshot.plan}, không phải ${plan.number}`,
      en: `${written} is a snapshot of plan ${snapshot.plan}, not ${plan.number}`,
    });
  if (snapshot.asOf > whole.asOf)
    throw new UsageError({
      vi: `${written} chụp ngày ${snapshot.asOf}, sau ngày tính ${whole.asOf}`,
      en: `${written} was made for ${snapshot.asOf}, after the as-of day ${whole.asOf}`,
    });
  return { snapshot, file: written };
}

import { resolve } from 'node:path';
import { formatDay, isDay } from '../day.ts';
import { type Lang, plural } from '../lang.ts';
import { limitOf } from '../read/bytes.ts';
import { type Baseline, recordOf } from '../rules/baseline.ts';
import { baselineYaml } from '../view/check/baseline.ts';
import { replaceFile } from '../write/write.ts';
import { visible } from '../view/visible.ts';
import type { ExitCode, Io } from './io.ts';
import { baselineIn, baselinePath, noBaseline } from './known.ts';
import { isInput } from './output.ts';
import { type ReportOptions, openSession } from './session.ts';
import { UsageError } from './usage.ts';
import { reportPaths, workspaceAt } from './workspace.ts';

export interface BaselineOptions extends Omit<ReportOptions, 'owner' | 'color'> {
  readonly output?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly until?: string;
  readonly prune?: boolean;
}

/** `dondoc baseline`: records the findings of today, or takes out of the record what is found no more. */
export const baselineVerb = (io: Io, paths: readonly string[], options: BaselineOptions): ExitCode =>
  options.prune ? prune(io, paths, options) : record(io, paths, options);

function record(io: Io, paths: readonly string[], options: BaselineOptions): ExitCode {
  const { reason, by, until } = options;
  const missing = (['reason', 'by', 'until'] as const).filter((name) => !options[name]?.trim());
  if (reason === undefined || by === undefined || until === undefined || missing.length > 0) {
    const named = missing.map((name) => `--${name}`).join(', ');
    throw new UsageError({
      vi: `thiếu ${named}: ghi nhận phát hiện phải có lý do, người ghi nhận và ngày hết hạn`,
      en: `${named} missing: findings are set aside with a reason, by someone, until a day`,
    });
  }
  const workspace = workspaceAt(io);
  const path = baselinePath(workspace, options.output);
  // A file that is something else is refused here, not replaced.
  baselineIn(workspace, path);
  const { facts, findings, lang, inputs } = openSession(io, paths, options, { baseline: null });
  if (!isDay(until) || until < facts.asOf)
    throw new UsageError({
      vi: `--until phải là một ngày YYYY-MM-DD từ ngày tính (${facts.asOf}) trở đi, không phải “${until}”`,
      en: `--until takes a day YYYY-MM-DD not before the as-of day (${facts.asOf}), not “${until}”`,
    });
  const reports = reportPaths(workspace, paths).map((each) => workspace.fromHome(workspace.shown(each)));
  const baseline: Baseline = {
    reason,
    by,
    date: facts.asOf,
    until,
    reports: reports.sort(),
    findings: recordOf(findings, workspace.fromHome),
  };
  if (isInput(io, inputs(), path))
    throw new UsageError({
      vi: `${workspace.shown(path)}: đây là tệp đầu vào; chọn tên khác`,
      en: `${workspace.shown(path)} is one of the files read; choose another name`,
    });
  write(path, baseline, lang);
  const [file, n] = [workspace.shown(path), findings.length];
  const found = path === baselinePath(workspace);
  const said = {
    vi: `đã ghi nhận ${n} phát hiện vào ${file}${found ? '' : `; dùng: dondoc check --baseline ${file}`}`,
    en: `recorded ${plural(n, 'finding')} in ${file}${found ? '' : `; to use it: dondoc check --baseline ${file}`}`,
  };
  io.stdout.write(`${visible(said[lang])}\n`);
  return 0;
}

function prune(io: Io, paths: readonly string[], options: BaselineOptions): ExitCode {
  const workspace = workspaceAt(io);
  const path = baselinePath(workspace, options.output);
  const baseline = baselineIn(workspace, path);
  const file = workspace.shown(path);
  if (baseline === undefined) throw noBaseline(file);
  const home = workspace.home ?? workspace.cwd;
  const checked = paths.length > 0 ? paths : baseline.reports.map((each) => resolve(home, each));
  const { known, lang } = openSession(io, checked, options, { baseline: path });
  if (known?.isExpired)
    throw new UsageError({
      vi: `${file} đã hết hạn ngày ${formatDay(baseline.until, 'vi')}; lập lại bằng dondoc baseline, hoặc xóa tệp`,
      en: `${file} expired on ${formatDay(baseline.until, 'en')}; make it anew with dondoc baseline, or delete it`,
    });
  const gone = new Set(known?.fixed.map(({ fingerprint }) => fingerprint));
  const left = baseline.findings.filter(({ fingerprint }) => !gone.has(fingerprint));
  if (gone.size > 0) write(path, { ...baseline, findings: left }, lang);
  const said = {
    vi: `${file}: bỏ ra ${gone.size} phát hiện không còn, còn lại ${left.length}`,
    en: `${file}: took out ${gone.size} that are found no more, ${left.length} left`,
  };
  io.stdout.write(`${visible(said[lang])}\n`);
  return 0;
}

function write(path: string, baseline: Baseline, lang: Lang): void {
  const bytes = new TextEncoder().encode(baselineYaml(baseline, lang));
  if (bytes.length > limitOf(path))
    throw new UsageError({
      vi: `quá nhiều phát hiện để ghi nhận (${baseline.findings.length}); ghi nhận từng kỳ hoặc từng thư mục`,
      en: `too many findings to record (${baseline.findings.length}); record one period or folder at a time`,
    });
  replaceFile(path, bytes);
}

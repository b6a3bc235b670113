import { basename, dirname, extname, join } from 'node:path';
import type { ReportFile } from '../generated/types.ts';
import { reportForm } from '../generated/validators.js';
import { readReports } from '../judge.ts';
import type { Lang, Text } from '../lang.ts';
import { MAX_TEXT } from '../office/write.ts';
import { isWorkbook, openFile } from '../read/bytes.ts';
import { findFiles } from '../read/files.ts';
import { openedSource, unicodeText } from '../read/read.ts';
import { fileFindings, reportRules } from '../rules/index.ts';
import { limited } from '../rules/limit.ts';
import type { Plan } from '../model/plan.ts';
import type { Fault, Source } from '../source.ts';
import { formOfReport } from '../view/form/report.ts';
import { reportJson, reportYaml } from '../view/report-text.ts';
import { framesOf } from '../view/check/text.ts';
import { visible } from '../view/visible.ts';
import { createFile } from '../write/write.ts';
import type { ExitCode, Io } from './io.ts';
import { folderAt } from './output.ts';
import { type ReportOptions, refuseNothing, saySkipped } from './session.ts';
import { drawingOn, langOf } from './speech.ts';
import { type Workspace, planFolder, reportPaths, soundPlan, workspaceAt } from './workspace.ts';

type Format = 'xlsx' | 'yaml' | 'json';

export interface ConvertOptions extends Pick<ReportOptions, 'plan' | 'lang' | 'color'> {
  readonly to?: Format;
  readonly output?: string;
}

/** Faults that take nothing away from what is converted. */
const HARMLESS: ReadonlySet<Fault['kind']> = new Set([
  ...([
    'missing-field',
    'legacy-text',
    'wrong-encoding',
    'hidden-content',
    'active-content',
    'unread-content',
  ] as const),
]);

/** Merged ids and rows without one lose what they belong to. */
const isLossy = (fault: Fault): boolean => {
  if (fault.kind === 'merged-cells') return fault.effect === 'lost-ids' || fault.effect === 'first-only';
  if (fault.kind === 'missing-field')
    return fault.path[0] === 'entries' && [fault.field, fault.path.at(-1)].includes('task');
  return !HARMLESS.has(fault.kind);
};

/** `dondoc convert`: a copy of each report in another format, or in Unicode. Nothing is converted by half. */
export function convertVerb(io: Io, paths: readonly string[], options: ConvertOptions): ExitCode {
  const workspace = workspaceAt(io);
  const given = reportPaths(workspace, paths);
  const found = findFiles(given);
  refuseNothing(workspace, found, given);
  const sources = readReports(found.files, workspace.shown);
  const plan = soundPlan(workspace, planFolder(workspace, options.plan, sources), undefined, io);
  const lang = langOf(options.lang, workspace, plan);
  saySkipped(io, workspace, found, lang);
  const done = found.files.map((path, i) => converted(io, workspace, path, sources[i] as Source, plan, options, lang));
  return done.every(Boolean) ? 0 : 1;
}

const says = {
  made: { vi: 'đã tạo', en: 'made' },
  there: { vi: 'đã có, giữ nguyên', en: 'left alone, it is there already' },
  refused: {
    vi: 'chưa chuyển, vì chuyển lúc này sẽ mất nội dung; sửa các chỗ sau rồi chuyển lại',
    en: 'not converted, since something would be lost; mend this first',
  },
  same: {
    vi: 'đã là Unicode và đúng dạng cần, không có gì để chuyển (đổi dạng: --to)',
    en: 'in Unicode and in this format already, nothing to convert (another format: --to)',
  },
  left: {
    vi: 'những chỗ sau của tệp gốc không thuộc mẫu, hoặc bị ẩn, cần xem lại',
    en: 'this of the original is not part of the form, or is hidden: look at it',
  },
  long: {
    vi: `có nội dung dài hơn ${MAX_TEXT} ký tự, một ô Excel không chứa hết`,
    en: `has a text of more than ${MAX_TEXT} characters, which no cell of a workbook holds`,
  },
} satisfies Record<string, Text>;

function converted(
  io: Io,
  workspace: Workspace,
  path: string,
  source: Source,
  plan: Plan,
  { to, output, color }: ConvertOptions,
  lang: Lang,
): boolean {
  const say = (text: Text, about: string): void =>
    void io.stdout.write(`${text[lang]}: ${visible(workspace.shown(about))}\n`);
  const own: Format = isWorkbook(path) ? 'xlsx' : extname(path).toLowerCase() === '.json' ? 'json' : 'yaml';
  const format = to ?? own;
  const isLegacy = source.faults.some(({ kind }) => kind === 'legacy-text' || kind === 'wrong-encoding');
  if (format === own && !isLegacy) {
    say(says.same, path);
    return true;
  }
  const unicode = isLegacy ? openedSource(openFile(path), source.file, reportForm, 'converted') : source;
  const show = (faults: readonly Fault[]): void => {
    const facts = { faults: faults.map((fault) => ({ source: unicode, fault })) };
    const drawing = drawingOn(io, color === undefined ? {} : { color });
    io.stdout.write(
      `${framesOf(limited(fileFindings(facts), reportRules), (_, n) => unicode.line(n), lang, drawing).join('\n')}\n`,
    );
  };
  const lossy = unicode.faults.filter(isLossy);
  if (lossy.length > 0 && !(format === own && own !== 'xlsx')) {
    say(says.refused, path);
    show(lossy);
    return false;
  }
  const data = (unicode.data ?? {}) as Partial<ReportFile>;
  if (format === 'xlsx' && hasLongText(data)) {
    say(says.long, path);
    return false;
  }
  const folder = output === undefined ? dirname(path) : folderAt(io, output);
  const stem = basename(path, extname(path));
  const name = `${stem}${format === own && folder === dirname(path) ? '-unicode' : ''}.${format}`;
  const content =
    format === 'xlsx'
      ? formOfReport(data, plan, lang)
      : new TextEncoder().encode(
          // A text that stays in its format keeps its comments and its order too.
          format === own ? (unicodeText(path) ?? '') : format === 'yaml' ? reportYaml(data) : reportJson(data),
        );
  const isNew = createFile(join(folder, name), content);
  say(isNew ? says.made : says.there, join(folder, name));
  const left = unicode.faults.filter(({ kind }) => kind === 'unread-content' || kind === 'hidden-content');
  if (isNew && left.length > 0) {
    say(says.left, path);
    show(left);
  }
  return isNew;
}

const hasLongText = (data: unknown): boolean =>
  typeof data === 'string'
    ? data.length > MAX_TEXT
    : typeof data === 'object' && data !== null && Object.values(data).some(hasLongText);

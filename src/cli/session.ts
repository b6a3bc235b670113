import { resolve } from 'node:path';
import { type Lang, plural } from '../lang.ts';
import { lazily } from '../lazily.ts';
import type { Day } from '../day.ts';
import { type Judgement, factsIn, judgeReports, readRegisters, readReports } from '../judge.ts';
import { type Opened, openFile, openListed } from '../read/bytes.ts';
import { type Found, findFiles, registersOf } from '../read/files.ts';
import { filesOfPlan } from '../read/plan.ts';
import type { Facts } from '../model/facts.ts';
import { type Selection, narrowed } from '../model/selection.ts';
import type { Owner, Plan } from '../model/plan.ts';
import { type Scope, scopeOf } from '../model/scope.ts';
import type { Whole } from '../parts.ts';
import { reportRules } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { weighed } from '../rules/weights.ts';
import { type Source, placeText } from '../source.ts';
import type { Excerpt } from '../view/check/frame.ts';
import { visible } from '../view/visible.ts';
import { type Provenance, provenanceOf } from '../view/json.ts';
import { skipWords } from '../view/words.ts';
import { groupBy } from '../group.ts';
import { VERSION } from '../version.ts';
import { filedDays } from './filed.ts';
import type { FiledBy, Io } from './io.ts';
import { type Known, knownFindings } from './known.ts';
import { selectFrom, withCurrent } from './periods.ts';
import { type Typed, folderOf } from './stdin.ts';
import { UsageError } from './usage.ts';
import { type Workspace, asOfDay, planFolder, reportPaths, soundPlan, workspaceAt } from './workspace.ts';
import { langOf } from './speech.ts';
import { ownersNamed } from './named.ts';
import type { InputsOf } from './output.ts';
import { progressOn } from './progress.ts';

/** Options that every verb over reports has. */
export interface ReportOptions {
  readonly plan?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly owner?: readonly string[];
  readonly lang?: Lang;
  readonly color?: boolean;
}

/** What was found in reports, with what a view needs besides. */
export interface Checked {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly scope: Scope;
  readonly findings: readonly Finding[];
  readonly provenance: Provenance;
  readonly excerpt: Excerpt;
  /** The files and folders looked at, and the folder of the plan: whole paths. */
  readonly given: readonly string[];
  readonly planFolder: string;
  /** The files read, as they are shown. */
  readonly inputs: InputsOf;
  /** The reports and registers among them. */
  readonly reports: readonly string[];
  /** What of the findings was recorded before, where there is a baseline. */
  readonly known?: Known;
}

/** Reports, read and judged in one piece. */
export interface Session extends Checked, Judgement {
  /** The facts of all bodies, and the bodies that were asked for. */
  readonly whole: Facts;
  readonly selection: Selection;
  /** The facts as they were on an earlier day, by the plan of that day: of the same periods and of those that were looked at then. */
  readonly earlier: (day: Day) => Facts;
}

/** What a session is opened with besides the options of the command line. */
export interface Opening {
  /** The file of the baseline, else that of the settings; `null` for none. */
  readonly baseline?: string | null | undefined;
  /** By what reports came in when they say, else that of the settings. */
  readonly filedBy?: FiledBy | undefined;
  /** A report that stands in for its file, which need not be there. */
  readonly typed?: Typed | undefined;
  /** What `--period` means to the verb. */
  readonly select?: typeof selectFrom;
  /** Where it looks, else where the command runs. */
  readonly workspace?: Workspace;
}

/** What is to be read: the files found under the given paths, each opened by `open`. */
export interface Gathered {
  readonly workspace: Workspace;
  readonly given: readonly string[];
  readonly found: Found;
  readonly registers: readonly string[];
  readonly open: (path: string) => Opened;
}

/** The files under the given paths; that there are none is a usage error. */
export function gathered(io: Io, paths: readonly string[], { typed, workspace = workspaceAt(io) }: Opening): Gathered {
  // The names of a hundred thousand files would have it take room for new things that it does not give back.
  io.tune?.('few');
  const given = typed && paths.length === 0 ? folderOf(workspace, typed) : reportPaths(workspace, paths);
  const found = findFiles(given, typed && [typed.path]);
  refuseNothing(workspace, found, given);
  const open = (path: string): Opened =>
    path === typed?.path ? typed.opened : found.folder ? openListed(path) : openFile(path);
  return { workspace, given, found, open, registers: found.folder ? found.registers : registersOf(found) };
}

/** Reads and judges the reports under the given paths; what was passed over is said on stderr. */
export const openSession = (io: Io, paths: readonly string[], options: ReportOptions, opening: Opening = {}): Session =>
  sessionOf(io, gathered(io, paths, opening), options, opening);

/** From more files on an engine that makes room as it goes is faster. */
const FEW = 200;

/** What was gathered, read and judged in one piece. */
export function sessionOf(io: Io, all: Gathered, options: ReportOptions, opening: Opening): Session {
  io.tune?.(all.found.files.length <= FEW ? 'few' : 'many');
  const { workspace, found, open } = all;
  const { filedBy, select = selectFrom } = opening;
  const sources = readInSteps(io, all, options.lang);
  const registers = readRegisters(all.registers, workspace.shown, open);
  const folder = planFolder(workspace, options.plan, sources);
  const plan = soundPlan(workspace, folder, options.asOf, io);
  const lang = langOf(options.lang, workspace, plan);
  saySkipped(io, workspace, found, lang);
  const asOf = asOfDay(options.asOf, plan, io);
  const isWitnessed = (filedBy ?? workspace.settings['filed-by']) === 'git';
  const firstSeen = isWitnessed ? filedDays(io, sources, plan, lang) : undefined;
  const about = { sources, registers, wholeFolder: found.folder, firstSeen };
  const { facts, findings } = judgeReports({
    ...about,
    plan,
    asOf,
    select: select(options.period, found.folder),
    rules: weighed(reportRules, workspace.weights),
  });
  const bySource = new Map([...sources, ...registers, ...planSources(plan)].map((source) => [source.file, source]));
  const reports = [...sources, ...registers].map(({ file }) => file);
  return {
    ...judgedSession(
      { facts, findings },
      { all, options, opening, planFolder: folder, plan, lang, reports },
      (file, line) => bySource.get(file)?.line(line),
    ),
    earlier: (day) => factsIn({ ...about, plan: plan.on(day), asOf: day, select: withCurrent(facts.periods) }),
  };
}

/** What was judged of a whole folder, as far as it was asked for. */
export function judgedSession(
  { facts, findings }: Judgement,
  about: About,
  excerpt: Excerpt,
): Omit<Session, 'earlier'> {
  const { options, plan } = about;
  const filers = new Map(facts.intake.reports.flatMap(({ source, owner }) => (owner ? [[source.file, owner]] : [])));
  const owners = options.owner && ownersNamed(plan, options.owner);
  const asked = owners ? narrowed(facts, { owners }) : facts;
  return {
    ...checkedFrom({ findings, scope: scopeOf(asked), filers }, about, excerpt),
    facts: asked,
    whole: facts,
    selection: owners ? { owners } : {},
  };
}

/** What was found, as far as it was asked for. */
export function checkedFrom(
  { findings, scope, filers }: Whole,
  { all, options, opening, planFolder, plan, lang, reports }: About,
  excerpt: Excerpt,
): Checked {
  const { workspace, found, given } = all;
  // A register that was only looked at for single files is not theirs to mend.
  const beside = new Set(all.registers.map(workspace.shown));
  for (const path of found.registers) beside.delete(workspace.shown(path));
  const own = findings.filter(({ place }) => !beside.has(place.file));
  const owners = options.owner && ownersNamed(plan, options.owner);
  const known =
    opening.baseline === null
      ? undefined
      : knownFindings(workspace, opening.baseline, own, scope, given.map(workspace.shown));
  return {
    plan,
    lang,
    scope,
    findings: owners ? own.filter((finding) => concerns(finding, filers, owners)) : own,
    provenance: provenanceOf(scope, VERSION),
    reports,
    given,
    planFolder,
    inputs: lazily(() => [...reports, ...filesOfPlan(planFolder), ...(known ? [known.file] : [])]),
    ...(known ? { known: owners ? { ...known, fixed: [] } : known } : {}),
    excerpt,
  };
}

/** What a check was asked, and of what. */
interface About {
  readonly all: Pick<Gathered, 'workspace' | 'given' | 'registers'> & { readonly found: Pick<Found, 'registers'> };
  readonly options: ReportOptions;
  readonly opening: Opening;
  readonly planFolder: string;
  readonly plan: Plan;
  readonly lang: Lang;
  readonly reports: readonly string[];
}

/** The sources of a plan's own things, for excerpts of findings that stand there. */
export const planSources = (plan: Plan): Source[] => [
  ...new Set([
    plan.at().source,
    plan.text.source,
    ...[...plan.amendments, ...plan.owners, ...plan.former, ...plan.references, ...plan.tasks].map(
      ({ at }) => at().source,
    ),
  ]),
];

/** True for what is said of one of these bodies, and of files that nobody can be named for: they may be theirs. */
function concerns({ owner, place }: Finding, filers: Whole['filers'], owners: ReadonlySet<Owner>): boolean {
  const whose = owner ?? filers.get(place.file);
  return whose === undefined || owners.has(whose);
}

/** Report files as sources, a few hundred at a time, so that a large folder shows how far it is. */
function readInSteps(io: Io, { workspace, found, open }: Gathered, lang: Lang = 'vi'): Source[] {
  const STEP = 500;
  const { files } = found;
  const progress = progressOn(io, files.length, lang);
  const sources: Source[] = [];
  for (let from = 0; from < files.length; from += STEP) {
    sources.push(...readReports(files.slice(from, from + STEP), workspace.shown, open));
    if (files.length > STEP) progress.add(Math.min(STEP, files.length - from));
  }
  progress.end();
  return sources;
}

export function refuseNothing(
  workspace: Workspace,
  { files, registers, missing, skipped }: Found,
  given: readonly string[],
): void {
  const [absent] = missing;
  if (absent !== undefined) {
    const path = workspace.shown(absent);
    const { settings, file, home = '' } = workspace;
    if (file && settings.reports !== undefined && absent === resolve(home, settings.reports)) {
      const place = placeText(file.place(['reports']));
      throw new UsageError({
        vi: `${place}: không có thư mục báo cáo “${path}”; tạo thư mục, hoặc sửa lại dòng này`,
        en: `${place}: there is no folder of reports “${path}”; make it, or correct this line`,
      });
    }
    throw new UsageError({
      vi: `không có tệp hay thư mục “${path}”. Chỉ rõ thư mục báo cáo, ví dụ: dondoc check bao-cao/`,
      en: `no file or folder “${path}”. Name the folder of reports, for example: dondoc check reports/`,
    });
  }
  if (files.length + registers.length > 0) return;
  const paths = given.map(workspace.shown).join(', ');
  const passed = skipped.filter(({ why }) => why !== 'settings').map(({ path }) => workspace.shown(path));
  const some = passed.slice(0, 5).join(', ') + (passed.length > 5 ? ', …' : '');
  throw new UsageError({
    vi: `không có báo cáo nào (tệp .xlsx, .yaml hoặc .json) trong ${paths}${passed.length > 0 ? `; đã bỏ qua ${passed.length} mục: ${some}` : ''}`,
    en: `no report (.xlsx, .yaml or .json file) in ${paths}${passed.length > 0 ? `; passed over ${passed.length}: ${some}` : ''}`,
  });
}

/** Names the reports that cannot be read, for a view that does not. */
export function sayUnread(io: Io, intake: Facts['intake'], lang: Lang): void {
  const files = intake.reports.flatMap(({ source }) => (source.data === undefined ? [source.file] : []));
  if (files.length === 0) return;
  const said = {
    vi: `không đọc được ${files.length} tệp, chưa tính (dondoc check cho biết lý do)`,
    en: `${plural(files.length, 'file')} cannot be read and not counted (dondoc check says why)`,
  };
  const names = `${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`;
  io.stderr.write(`${said[lang]}: ${visible(names)}\n`);
}

export function saySkipped(io: Io, workspace: Workspace, { skipped }: Found, lang: Lang): void {
  const told = skipped.filter(({ why }) => why !== 'settings');
  if (told.length === 0) return;
  for (const [why, files] of groupBy(told, ({ why }) => why)) {
    const names = files.slice(0, 5).map(({ path }) => workspace.shown(path));
    const more = files.length > 5 ? ', …' : '';
    io.stderr.write(
      `${lang === 'vi' ? 'bỏ qua' : 'skipped'} ${files.length} (${skipWords[why][lang]}): ${visible(names.join(', '))}${more}\n`,
    );
  }
}

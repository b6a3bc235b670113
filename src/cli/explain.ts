import { existsSync } from 'node:fs';
import { sameId, suggest } from '../fold.ts';
import { LANGS, type Text } from '../lang.ts';
import { type About, rowsAbout } from '../model/about.ts';
import { FIGURES } from '../model/figures.ts';
import type { Plan, Task } from '../model/plan.ts';
import { over } from '../model/grid.ts';
import { periodsUntil } from '../model/regime.ts';
import type { Selection } from '../model/selection.ts';
import { findFiles } from '../read/files.ts';
import { rules } from '../rules/index.ts';
import { VERSION } from '../version.ts';
import { figureWords } from '../view/words.ts';
import { figureFrom, figureNamed } from './figures.ts';
import type { FORMATS } from './formats.ts';
import type { ExitCode, Io } from './io.ts';
import { type OutputOptions, publish } from './outputs.ts';
import { findRule } from './rules.ts';
import { type ReportOptions, type Session, openSession, sayUnread } from './session.ts';
import { groupNamed } from './named.ts';
import { langOf } from './speech.ts';
import { sectionNamed } from './summary.ts';
import { UsageError } from './usage.ts';
import { type Workspace, planFolder, planLanguage, reportPaths, soundPlan, workspaceAt } from './workspace.ts';

export interface ExplainOptions extends ReportOptions, OutputOptions {
  readonly class?: readonly string[];
  readonly section?: readonly string[];
  /** Every rule in full. */
  readonly all?: boolean;
  /** The body is meant in its part as support. */
  readonly support?: boolean;
}
type Format = (typeof FORMATS.explain)[number];

const tooMany: Text = { vi: 'thừa tham số', en: 'too many arguments' };

/**
 * `dondoc explain [CODE|TASK|BODY|SECTION|DOCUMENT|CLASS] [PATH…]`: a rule; or the rows behind a number of the summary's tables, each
 * with what it rests on; of a task its life first.
 */
export async function explainVerb(
  io: Io,
  about: string | undefined,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const { period, owner, class: classes, section } = options;
  const isOfRows = paths.length > 0 || [period, owner, classes, section].some((given) => given !== undefined);
  if (options.all && about !== undefined) throw new UsageError(tooMany);
  const rule = about === undefined ? undefined : findRule(about);
  // A rule and a class may have one name: whoever names reports means the class.
  if (about === undefined || (rule && !(isOfRows && figureFrom(about)))) {
    if (isOfRows) throw new UsageError(tooMany);
    return explainRules(io, workspace, rule, options);
  }
  const hasReports = paths.length > 0 || findFiles(reportPaths(workspace, []).filter(existsSync)).files.length > 0;
  if (hasReports) {
    const session = openSession(io, paths, options);
    sayUnread(io, session.whole.intake, session.lang);
    return explainRows(io, session, aboutIn(session.plan, about, options), options);
  }
  const plan = soundPlan(workspace, planFolder(workspace, options.plan), options.asOf, io);
  const found = aboutIn(plan, about, options);
  // Without reports there are no rows: this says so.
  if (found.kind !== 'task' || isOfRows || asksJson(options)) openSession(io, paths, options);
  else await explainTask(io, plan, found.task, options, langOf(options.lang, workspace, plan));
  return 0;
}

const asksJson = ({ format = [], output = [] }: OutputOptions): boolean =>
  format.includes('json') || output.some((file) => file.toLowerCase().endsWith('.json'));

async function explainRules(
  io: Io,
  workspace: Workspace,
  rule: (typeof rules)[number] | undefined,
  options: ExplainOptions,
): Promise<ExitCode> {
  const lang = options.lang ?? workspace.settings.lang ?? planLanguage(planFolder(workspace, options.plan));
  const meant = rule ? [rule] : rules;
  await publish<Format>(io, options, () => [], {
    text: async (drawing) => {
      const { ruleText, rulesText } = await import('../view/explain/rule.ts');
      return rule || options.all
        ? meant.map((each) => ruleText(each, lang, drawing)).join('\n')
        : rulesText(lang, drawing);
    },
    json: async () => (await import('../view/explain/rules.ts')).rulesJson(meant, VERSION),
    markdown: async () => (await import('../view/explain/rules.ts')).rulesMarkdown(meant, lang),
  });
  return 0;
}

/** A task as the plan alone knows it. */
async function explainTask(
  io: Io,
  plan: Plan,
  task: Task,
  options: ExplainOptions,
  lang: Session['lang'],
): Promise<void> {
  const [{ taskText }, { lifeText }] = await Promise.all([
    import('../view/explain/task.ts'),
    import('../view/explain/life.ts'),
  ]);
  await publish<'text'>(io, options, () => [], {
    text: (drawing) => `${taskText(plan, task, lang, drawing)}${lifeText(plan, task, undefined, lang, drawing)}`,
  });
}

async function explainRows(io: Io, session: Session, about: About, options: ExplainOptions): Promise<ExitCode> {
  const { plan, whole, lang, provenance, inputs } = session;
  const selection: Selection = {
    ...session.selection,
    ...(options.class ? { figures: options.class.map(figureNamed) } : {}),
    ...(options.section ? { sections: options.section.map((written) => sectionNamed(plan, written)) } : {}),
  };
  const { rowsText, rowsJson } = await import('../view/explain/rows.ts');
  const explained = { about, rows: rowsAbout(whole, about, selection), facts: whole, selection };
  await publish<'text' | 'json'>(io, options, inputs, {
    text: async (drawing) => {
      const rows = rowsText(explained, provenance, lang, drawing);
      if (about.kind !== 'task') return rows;
      const [{ taskText }, { lifeText }] = await Promise.all([
        import('../view/explain/task.ts'),
        import('../view/explain/life.ts'),
      ]);
      const always = over(whole, periodsUntil(plan, whole.asOf), {});
      const life = lifeText(plan, about.task, always, lang, drawing);
      return `${taskText(plan, about.task, lang, drawing)}${life}\n${rows}`;
    },
    json: () => rowsJson(explained, provenance, lang),
  });
  return 0;
}

/** What a word means in a plan: a task, a body, a group, a section, a document or a number of the tables. */
function aboutIn(plan: Plan, written: string, { support = false }: ExplainOptions): About {
  const task = plan.task(written);
  if (task) return { kind: 'task', task };
  const owner = plan.ownerNamed(written);
  if (owner) return { kind: support ? 'support' : 'owner', owner };
  const group = groupNamed(plan, written);
  if (group) return { kind: 'group', group };
  const section = plan.sections.find(({ id }) => sameId(id) === sameId(written));
  if (section) return { kind: 'section', section };
  const reference = plan.reference(written);
  if (reference) return { kind: 'reference', reference };
  const figure = figureFrom(written);
  if (figure) return { kind: 'figure', figure };
  throw noSuchThing(plan, written);
}

function noSuchThing({ tasks, owners, former, groups }: Plan, about: string): UsageError {
  const near = suggest(about, [
    ...rules.flatMap(({ code, name }) => [code, name]).map((value) => ({ value, names: [value] })),
    ...tasks.map(({ id }) => ({ value: id, names: [id] })),
    ...[...owners, ...former, ...groups].map(({ id, name, aliases = [] }) => ({
      value: id,
      names: [id, name, ...aliases],
    })),
    ...FIGURES.map((value) => ({ value, names: [value, ...LANGS.map((lang) => figureWords[value][lang])] })),
  ]);
  return new UsageError({
    vi: `“${about}” không phải quy tắc, nhiệm vụ, cơ quan hay loại nào của bảng tổng hợp${near.length > 0 ? `; có phải ${near.join(' hoặc ')}?` : '.'} Xem danh sách: dondoc explain, dondoc plan show`,
    en: `“${about}” is no rule, task, body or class${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '.'} For the lists: dondoc explain, dondoc plan show`,
  });
}

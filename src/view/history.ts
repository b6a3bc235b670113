import CliTable from 'cli-table3';
import { formatDay, type Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { type Lang, type Text, plural } from '../lang.ts';
import { nameOf } from '../model/amend.ts';
import { type Difference, type Field, differencesBetween } from '../model/diff.ts';
import type { Published } from '../model/history.ts';
import type { Owner, Plan } from '../model/plan.ts';
import { FIELD_WORDS } from '../rules/wording.ts';
import { differenceJson, escaped } from './diff.ts';
import { print } from './json.ts';
import { amendmentJson } from './plan.ts';
import { type Drawing, colors } from './terminal.ts';
import { visible } from './visible.ts';
import { fit, hanging, wrap } from './width.ts';

/** All that there is of a plan through time. */
export interface Through {
  readonly versions: readonly Plan[];
  readonly published: readonly Published[];
  readonly asOf: Day;
}

const labels = {
  title: { vi: 'Các phiên bản của Kế hoạch', en: 'Versions of plan' },
  asOf: { vi: 'tính đến ngày', en: 'as of' },
  version: { vi: 'Bản', en: 'Version' },
  effective: { vi: 'Hiệu lực', en: 'In force' },
  instrument: { vi: 'Theo văn bản', en: 'By' },
  changes: { vi: 'Thay đổi; cơ quan liên quan', en: 'Changes; bodies concerned' },
  changed: { vi: 'Thay đổi', en: 'Changes' },
  affected: { vi: 'Cơ quan liên quan', en: 'Bodies concerned' },
  state: { vi: 'Tình trạng', en: 'State' },
  current: { vi: 'đang hiệu lực', en: 'in force now' },
  future: { vi: 'chưa hiệu lực', en: 'not in force yet' },
  past: { vi: 'đã thay', en: 'superseded' },
  signed: { vi: 'như đã ký', en: 'as signed' },
  unconfirmed: { vi: 'chưa xác nhận', en: 'unconfirmed' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  released: { vi: 'công bố', en: 'released' },
  unreleased: { vi: 'chưa công bố', en: 'not released' },
  nothing: { vi: 'không đổi nghĩa vụ nào', en: 'no obligation changed' },
  dated: { vi: 'ngày', en: 'of' },
  more: { vi: 'cơ quan nữa', en: 'more' },
} satisfies Record<string, Text>;

type Counted = Exclude<Difference['kind'], 'task-changed'>;
const counted: Readonly<Record<Counted, Readonly<Record<Lang, (n: number) => string>>>> = {
  'task-added': { vi: (n) => `thêm ${n} nhiệm vụ`, en: (n) => `${plural(n, 'task')} added` },
  'task-ended': { vi: (n) => `kết thúc ${n} nhiệm vụ`, en: (n) => `${plural(n, 'task')} ended` },
  'owner-added': { vi: (n) => `thêm ${n} cơ quan`, en: (n) => `${plural(n, 'body', 'bodies')} added` },
  'owner-ended': { vi: (n) => `kết thúc ${n} cơ quan`, en: (n) => `${plural(n, 'body', 'bodies')} ended` },
  'group-added': { vi: (n) => `thêm ${n} nhóm`, en: (n) => `${plural(n, 'group')} added` },
  'group-changed': {
    vi: (n) => `${n} nhóm đổi thành viên`,
    en: (n) => `${plural(n, 'group')} with other members`,
  },
  'reference-added': { vi: (n) => `thêm ${n} văn bản`, en: (n) => `${plural(n, 'document')} added` },
  'reference-changed': { vi: (n) => `${n} văn bản đổi hiệu lực`, en: (n) => `${plural(n, 'document')} changed` },
  waived: { vi: (n) => `${n} trường hợp được miễn`, en: (n) => plural(n, 'waiver') },
};
const changedTasks = {
  vi: (n: number, field: string) => `${n} nhiệm vụ đổi ${field}`,
  en: (n: number, field: string) => `${plural(n, 'task')} with another ${field}`,
} as const;
const extended = {
  vi: (n: number) => `gia hạn ${n} nhiệm vụ`,
  en: (n: number) => `${plural(n, 'deadline')} extended`,
} as const;

/** What changed, counted by kind: `11 nhiệm vụ đổi chủ trì; kết thúc 7 cơ quan; thêm 1 cơ quan`. */
function tally(differences: readonly Difference[], lang: Lang): string {
  const isExtended = (each: Difference): boolean =>
    each.kind === 'task-changed' &&
    each.field === 'deadline' &&
    (each.task.deadline?.extensions.length ?? 0) > (each.before.deadline?.extensions.length ?? 0);
  const keyOf = (each: Difference): string =>
    isExtended(each) ? 'extended' : each.kind === 'task-changed' ? `field ${each.field}` : each.kind;
  return [...groupBy(differences, keyOf)]
    .map(([key, { length }]) =>
      key === 'extended'
        ? extended[lang](length)
        : key.startsWith('field ')
          ? changedTasks[lang](length, FIELD_WORDS[key.slice(6) as Field][lang])
          : counted[key as Counted][lang](length),
    )
    .join('; ');
}

/** The bodies whose part changed: leads before and after, those that came, ended, joined or left a group, were waived. */
function affectedBy(before: Plan, after: Plan, differences: readonly Difference[]): Owner[] {
  const of = (plan: Plan, ids: readonly string[]): Owner[] => [
    ...plan.expand(ids),
    ...ids.flatMap((id) => plan.owner(id) ?? []),
  ];
  const found = differences.flatMap((each): readonly Owner[] => {
    switch (each.kind) {
      case 'task-added':
      case 'task-ended':
        return each.task.leads;
      case 'task-changed':
        if (each.field === 'support' || each.field === 'partners') {
          const [old, now] = [of(before, each.before[each.field]), of(after, each.task[each.field])];
          return [...old.filter((owner) => !now.includes(owner)), ...now.filter((owner) => !old.includes(owner))];
        }
        return [...of(before, each.before.lead), ...of(after, each.task.lead)];
      case 'owner-added':
        return [each.owner];
      case 'owner-ended':
        return [each.owner, ...each.heirs];
      case 'group-changed':
        return [...of(before, each.left), ...of(after, each.joined)];
      case 'waived':
        return each.waiver.owner !== undefined
          ? of(after, [each.waiver.owner])
          : (after.task(each.waiver.task ?? '')?.leads ?? []);
      default:
        return [];
    }
  });
  return [...new Set(found)];
}

/** Everything that a version says is backed by an official text at hand. */
function isConfirmed({ amendments }: Plan): boolean {
  const last = amendments.at(-1);
  if (!last) return true;
  const parts = last.changes.map(({ data }) => data as { readonly confirmed?: boolean });
  return last.instrument.confirmed !== false && parts.every(({ confirmed }) => confirmed !== false);
}

interface Line {
  readonly plan: Plan;
  readonly state: 'past' | 'current' | 'future';
  readonly differences: readonly Difference[];
  readonly affected: readonly Owner[];
  readonly confirmed: boolean;
  readonly released?: string;
}

function linesOf({ versions, published, asOf }: Through): Line[] {
  const current = versions.at(-1)?.on(asOf);
  return versions.map((plan, i): Line => {
    const before = versions[i - 1];
    const differences = before ? differencesBetween(before, plan) : [];
    const released = published.find(({ version }) => version === plan.version)?.released;
    return {
      plan,
      state: plan === current ? 'current' : plan.since > asOf ? 'future' : 'past',
      differences,
      affected: before ? affectedBy(before, plan, differences) : [],
      confirmed: isConfirmed(plan),
      ...(released === undefined ? {} : { released }),
    };
  });
}

function instrumentText({ amendments, number, date }: Plan, lang: Lang): string {
  const last = amendments.at(-1);
  const [name, day] = last ? [nameOf(last), last.instrument.date] : [number, date];
  const dated = day === undefined ? '' : ` ${labels.dated[lang]} ${formatDay(day, lang)}`;
  return `${name}${last ? dated : `${dated} (${labels.signed[lang]})`}`;
}

function affectedText(affected: readonly Owner[], lang: Lang, most: number): string {
  const names = affected.map(({ short, name }) => short ?? name);
  const rest = names.length - most;
  return rest > 1 ? `${names.slice(0, most).join(', ')}, … (+${rest} ${labels.more[lang]})` : names.join(', ');
}

function changesText({ plan, differences }: Line, lang: Lang): string {
  if (plan.amendments.length === 0)
    return lang === 'vi'
      ? `${plan.tasks.length} nhiệm vụ, ${plan.owners.length} cơ quan`
      : `${plural(plan.tasks.length, 'task')}, ${plural(plan.owners.length, 'body', 'bodies')}`;
  return differences.length === 0 ? labels.nothing[lang] : tally(differences, lang);
}

const releasedText = ({ released }: Line, lang: Lang): string =>
  released === undefined ? labels.unreleased[lang] : `${labels.released[lang]} ${formatDay(released, lang)}`;

const titleOf = ({ versions, asOf }: Through, lang: Lang): string =>
  `${labels.title[lang]} ${versions[0]?.number ?? ''}, ${labels.asOf[lang]} ${formatDay(asOf, lang)}`;

/** Every version as a table. */
export function historyText(through: Through, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const widths = { version: 9, effective: 18, instrument: 20 };
  const rest = drawing.columns - widths.version - widths.effective - widths.instrument - 5;
  const table = new CliTable({
    head: [labels.version[lang], labels.effective[lang], labels.instrument[lang], labels.changes[lang]],
    colWidths: [widths.version, widths.effective, widths.instrument, rest],
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
    wordWrap: false,
  });
  for (const line of linesOf(through)) {
    const { plan, state, affected, confirmed } = line;
    table.push([
      state === 'current' ? chalk.bold(plan.version) : plan.version,
      [
        formatDay(plan.since, lang),
        ...(state === 'past' ? [] : [labels[state][lang]]),
        ...(confirmed ? [] : [chalk.yellow(labels.unconfirmed[lang])]),
        ...wrap(releasedText(line, lang), widths.effective - 2),
      ].join('\n'),
      fit(visible(instrumentText(plan, lang)), widths.instrument - 2, 6),
      [
        ...wrap(changesText(line, lang), rest - 2),
        ...(affected.length === 0
          ? []
          : wrap(affectedText(affected, lang, 6), rest - 2).map((each) => chalk.dim(each))),
      ].join('\n'),
    ]);
  }
  return `${[
    ...hanging('', titleOf(through, lang), drawing.columns).map((line) => chalk.bold(line)),
    table.toString(),
  ].join('\n')}\n`;
}

export function historyMarkdown(through: Through, lang: Lang): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const heads = [
    labels.version,
    labels.effective,
    labels.instrument,
    labels.changed,
    labels.affected,
    labels.state,
  ].map((text) => text[lang]);
  return [
    `# ${escaped(titleOf(through, lang))}`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...linesOf(through).map((line) =>
      row(
        [
          line.plan.version,
          formatDay(line.plan.since, lang),
          instrumentText(line.plan, lang),
          changesText(line, lang),
          affectedText(line.affected, lang, Infinity),
          [
            labels[line.state][lang],
            labels[line.confirmed ? 'confirmed' : 'unconfirmed'][lang],
            releasedText(line, lang),
          ].join(', '),
        ].map(escaped),
      ),
    ),
    '',
  ].join('\n');
}

export function historyJson(through: Through, tool: string): string {
  return print({
    tool: `dondoc ${tool}`,
    plan: through.versions[0]?.number,
    asOf: through.asOf,
    versions: linesOf(through).map(({ plan, state, differences, affected, confirmed, released }) => ({
      version: plan.version,
      since: plan.since,
      fingerprint: plan.fingerprint,
      state,
      ...(plan.amendments.length === 0
        ? { instrument: null }
        : { instrument: plan.amendments.slice(-1).map(amendmentJson)[0]?.['instrument'] }),
      confirmed,
      released: released ?? null,
      tasks: plan.tasks.length,
      owners: plan.owners.length,
      affected: affected.map(({ id }) => id),
      differences: differences.map(differenceJson),
    })),
  });
}

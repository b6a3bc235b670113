import { type Day, formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { type Owner, type Plan, nameOf, nameShort } from '../../model/plan.ts';
import { type Difference, differencesBetween } from '../../model/diff.ts';
import type { Published } from '../../model/history.ts';
import { FIELD_WORDS } from '../../rules/wording.ts';
import { print } from '../json.ts';
import { type Drawing, colors } from '../terminal.ts';
import { origin } from '../check/text.ts';
import { markdownText, visible } from '../visible.ts';
import { hanging } from '../width.ts';

/** One version of the plan: what made it, what it changed, and for whom. */
interface Step {
  readonly plan: Plan;
  readonly differences: readonly Difference[];
  readonly affected: readonly Owner[];
  readonly released?: Day;
}

const words = {
  title: { vi: 'Các phiên bản của Kế hoạch', en: 'Versions of plan' },
  signed: { vi: 'bản đã ký', en: 'as signed' },
  from: { vi: 'từ', en: 'from' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  affected: { vi: 'Liên quan', en: 'Affected' },
  unconfirmed: { vi: 'chưa có văn bản chính thức xác nhận', en: 'not confirmed by an official text' },
  inForce: { vi: 'bản có hiệu lực ở ngày tính', en: 'in force on the as-of day' },
  notYet: { vi: 'chưa có hiệu lực', en: 'not yet in force' },
  released: { vi: 'công bố', en: 'released' },
  unreleased: { vi: 'chưa công bố', en: 'not released' },
} satisfies Record<string, Text>;

/** What is counted of a step; English has one word for one, another for many. */
const counted: Readonly<Record<Difference['kind'], Text>> = {
  'task-changed': { vi: 'nhiệm vụ', en: 'task|tasks' },
  'task-added': { vi: 'nhiệm vụ giao thêm', en: 'task added|tasks added' },
  'task-ended': { vi: 'nhiệm vụ thôi giao', en: 'task ended|tasks ended' },
  'owner-added': { vi: 'cơ quan mới', en: 'new body|new bodies' },
  'owner-ended': { vi: 'cơ quan kết thúc', en: 'body ended|bodies ended' },
  'group-added': { vi: 'nhóm mới', en: 'new group|new groups' },
  'group-changed': { vi: 'nhóm thay đổi thành viên', en: 'group with other members|groups with other members' },
  'reference-added': { vi: 'văn bản mới', en: 'new document|new documents' },
  'reference-changed': {
    vi: 'văn bản thay đổi hiệu lực',
    en: 'document expired or replaced|documents expired or replaced',
  },
  waived: { vi: 'việc miễn', en: 'waiver|waivers' },
};

/** Counted by what was changed, fields of tasks by the field. */
function changedText(differences: readonly Difference[], lang: Lang): string {
  const nounsOf = (difference: Difference): string => {
    const field = difference.kind === 'task-changed' ? ` (${FIELD_WORDS[difference.field][lang]})` : '';
    const nouns = counted[difference.kind][lang].split('|');
    return nouns.map((noun) => noun + field).join('|');
  };
  return [...groupBy(differences, nounsOf)]
    .map(([nouns, { length }]) => {
      const [one = '', many = one] = nouns.split('|');
      return `${formatNumber(length, lang)} ${length === 1 ? one : many}`;
    })
    .join('; ');
}

/** Whose work is another than before: leads of changed tasks on both sides, bodies that came or went. */
function affectedBy(differences: readonly Difference[], before: Plan, after: Plan): Owner[] {
  const found = differences.flatMap((difference): readonly Owner[] => {
    switch (difference.kind) {
      case 'task-changed':
        return difference.field === 'support'
          ? [...difference.before.supports, ...difference.task.supports]
          : [...difference.before.leads, ...difference.task.leads];
      case 'task-added':
      case 'task-ended':
        return difference.task.leads;
      case 'owner-added':
        return [difference.owner];
      case 'owner-ended':
        return [difference.owner, ...difference.heirs];
      case 'group-changed':
        return [...before.expand(difference.left), ...after.expand(difference.joined)];
      case 'waived':
        return after.owners.concat(after.former).filter(({ id }) => id === difference.waiver.owner);
      default:
        return [];
    }
  });
  return [...new Set(found)];
}

export const stepsOf = (versions: readonly Plan[], published: readonly Published[]): Step[] =>
  versions.map((plan, i) => {
    const before = versions[i - 1];
    const differences = before ? differencesBetween(before, plan) : [];
    const released = published.find(({ version }) => version === plan.version)?.released;
    return {
      plan,
      differences,
      affected: before ? affectedBy(differences, before, plan) : [],
      ...(released === undefined ? {} : { released }),
    };
  });

/** Something of the version rests on no official text. */
const isUnconfirmed = ({ amendments }: Plan): boolean => {
  const last = amendments.at(-1);
  if (!last) return false;
  const unsure = last.changes.some(({ data }) => 'confirmed' in data && !data.confirmed);
  return unsure || last.instrument.confirmed === false;
};

export function historyText(steps: readonly Step[], asOf: Day, tool: string, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const [last] = steps.slice(-1) as [Step];
  const inForce = last.plan.on(asOf);
  return [
    chalk.bold(`${words.title[lang]} ${visible(last.plan.number)}`),
    '',
    ...steps.flatMap(({ plan, differences, affected, released }) => {
      const amendment = plan.amendments.at(-1);
      const { number, date, title } = amendment?.instrument ?? {};
      const document = amendment
        ? [number, date === undefined ? undefined : `(${formatDay(date, lang)})`, title]
            .filter((each) => each !== undefined)
            .join(' ')
        : words.signed[lang];
      const marks = [
        ...(plan.since > asOf ? [words.notYet[lang]] : []),
        ...(isUnconfirmed(plan) ? [words.unconfirmed[lang]] : []),
        released === undefined ? words.unreleased[lang] : `${words.released[lang]} ${formatDay(released, lang)}`,
      ];
      const head = `${plan.version}${plan === inForce && plan !== last.plan ? '*' : ''}  ${words.from[lang]} ${formatDay(plan.since, lang)}  `;
      const [first = '', ...rest] = hanging(head, visible(document), drawing.columns, 4);
      const note = (label: Text, text: string): string[] =>
        text === '' ? [] : hanging(`    ${label[lang]}: `, text, drawing.columns, 6);
      return [
        first.replace(plan.version, chalk.bold(plan.version)),
        ...rest,
        ...note(words.changed, changedText(differences, lang)),
        ...note(words.affected, visible(affected.map(nameShort).join(', '))),
        ...hanging('    ', marks.join('; '), drawing.columns, 4).map((line) => chalk.dim(line)),
        '',
      ];
    }),
    ...(inForce === last.plan ? [] : [`* ${words.inForce[lang]}`]),
    origin(inForce, tool, lang, drawing),
    '',
  ].join('\n');
}

export function historyMarkdown(steps: readonly Step[], lang: Lang): string {
  const heads: readonly Text[] = [
    { vi: 'Phiên bản', en: 'Version' },
    { vi: 'Từ ngày', en: 'From' },
    { vi: 'Văn bản', en: 'Document' },
    words.changed,
    words.affected,
    { vi: 'Công bố', en: 'Released' },
  ];
  const rows = steps.map(({ plan, differences, affected, released }) => {
    const amendment = plan.amendments.at(-1);
    const document = amendment ? nameOf(amendment) : words.signed[lang];
    const isSure = isUnconfirmed(plan) ? ` (${words.unconfirmed[lang]})` : '';
    return [
      plan.version,
      formatDay(plan.since, lang),
      document + isSure,
      changedText(differences, lang),
      affected.map(nameShort).join(', '),
      released === undefined ? '' : formatDay(released, lang),
    ];
  });
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(heads.map((head) => head[lang])), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line), ''].join('\n');
}

export const historyJson = (steps: readonly Step[], asOf: Day, tool: string): string =>
  print({
    plan: (steps[0] as Step).plan.number,
    tool: `dondoc ${tool}`,
    asOf,
    versions: steps.map(({ plan, differences, affected, released }) => {
      const amendment = plan.amendments.at(-1);
      return {
        version: plan.version,
        since: plan.since,
        inForce: plan.since <= asOf,
        fingerprint: plan.fingerprint,
        instrument: amendment?.instrument ?? null,
        confirmed: !isUnconfirmed(plan),
        changes: Object.fromEntries(
          [...groupBy(differences, ({ kind }) => kind)].map(([kind, each]) => [kind, each.length]),
        ),
        affected: affected.map(({ id }) => id),
        released: released ?? null,
      };
    }),
  });

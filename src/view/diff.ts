import { formatDay } from '../day.ts';
import type { Lang, Text } from '../lang.ts';
import { nameOf } from '../model/amend.ts';
import { type Difference, type Field, differencesBetween, valueOf } from '../model/diff.ts';
import type { Amendment, Deadline, Owner, Plan, Task, Waiver } from '../model/plan.ts';
import { FIELD_WORDS, quoted } from '../rules/wording.ts';
import { print } from './json.ts';
import { amendmentJson } from './plan.ts';
import { type Drawing, colors } from './terminal.ts';
import { visible } from './visible.ts';
import { hanging } from './width.ts';
import { answeredWords, basisWords, kindWords, relationWords } from './words.ts';

const words = {
  none: { vi: '(không)', en: '(none)' },
  others: { vi: 'các cơ quan khác giữ nguyên', en: 'the others stay' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  coordinates: { vi: 'phối hợp', en: 'to coordinate' },
  by: { vi: 'theo', en: 'by' },
  title: { vi: 'Khác nhau giữa bản', en: 'What differs between version' },
  and: { vi: 'và bản', en: 'and version' },
  from: { vi: 'từ', en: 'from' },
  signed: { vi: 'như đã ký', en: 'as signed' },
  same: { vi: 'không khác nhau', en: 'no difference' },
  taskAdded: { vi: 'thêm', en: 'added' },
  taskEnded: { vi: 'kết thúc', en: 'ended' },
  ownerAdded: { vi: 'thêm cơ quan', en: 'body added' },
  ownerEnded: { vi: 'kết thúc', en: 'ended' },
  now: { vi: 'nay là', en: 'now' },
  noHeir: { vi: 'không có cơ quan kế thừa', en: 'no successor' },
  groupAdded: { vi: 'thêm nhóm', en: 'group added' },
  joined: { vi: 'thêm', en: 'joined' },
  left: { vi: 'bỏ', en: 'left' },
  referenceAdded: { vi: 'thêm văn bản', en: 'document added' },
  expires: { vi: 'hết hiệu lực', en: 'expires' },
  replacedBy: { vi: 'thay thế bởi', en: 'replaced by' },
  waived: { vi: 'miễn', en: 'waived' },
  period: { vi: 'kỳ', en: 'period' },
  until: { vi: 'đến', en: 'until' },
  all: { vi: 'mọi cơ quan, nhiệm vụ', en: 'every body and task' },
} satisfies Record<string, Text>;

type Section = 'tasks' | 'bodies' | 'groups' | 'references' | 'waivers';
const sections: Readonly<Record<Section, Text>> = {
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  bodies: { vi: 'Cơ quan, đơn vị', en: 'Bodies' },
  groups: { vi: 'Nhóm cơ quan', en: 'Groups' },
  references: { vi: 'Văn bản viện dẫn', en: 'Documents cited' },
  waivers: { vi: 'Miễn', en: 'Waivers' },
};

const sectionOf = ({ kind }: Difference): Section =>
  kind.startsWith('task')
    ? 'tasks'
    : kind.startsWith('owner')
      ? 'bodies'
      : kind.startsWith('group')
        ? 'groups'
        : kind === 'waived'
          ? 'waivers'
          : 'references';

const nameIn = (plan: Plan, id: string): string => plan.body(id)?.name ?? plan.owner(id)?.name ?? id;

const namesIn = (plan: Plan, ids: readonly string[], lang: Lang): string =>
  ids.length === 0 ? words.none[lang] : ids.map((id) => nameIn(plan, id)).join('; ');

/** A deadline in words: its day or rule, what it rests on, and from which day it was moved. */
function deadlineWords(deadline: Deadline | undefined, lang: Lang): string {
  if (!deadline) return words.none[lang];
  const { date, each, basis } = deadline;
  const said =
    date !== undefined ? formatDay(date, lang) : (deadline.words ?? (each ? JSON.stringify(each) : words.none[lang]));
  return basis === 'stated' ? said : `${said} (${basisWords[basis][lang]})`;
}

/** What a field of a task says, in words. */
function fieldWords(task: Task, field: Exclude<Field, 'lead' | 'support' | 'partners'>, lang: Lang): string {
  switch (field) {
    case 'text':
      return `“${quoted(task.text)}”`;
    case 'kind':
      return kindWords[task.kind][lang];
    case 'answeredBy':
      return answeredWords[task.answeredBy][lang];
    case 'submits':
      return words[task.submits ? 'yes' : 'no'][lang];
    case 'as':
      return task.as ? words.coordinates[lang] : words.none[lang];
    case 'products':
      return task.products.map(({ title }) => quoted(title)).join('; ') || words.none[lang];
    case 'references':
      return (
        task.references
          .map(({ ref, relation, reference }) => `${relationWords[relation][lang]} ${reference?.key ?? ref}`)
          .join('; ') || words.none[lang]
      );
    case 'deadline':
      return deadlineWords(task.deadline, lang);
    case 'indicator': {
      const { indicator } = task;
      if (!indicator) return words.none[lang];
      return `${indicator.name}: ${indicator.words ?? [indicator.target, indicator.unit].filter((each) => each !== undefined).join(' ')}`;
    }
  }
}

/** `chủ trì: Sở Kế hoạch và Đầu tư → Sở Tài chính`. Of lists of bodies only those that differ. */
export function changeText(before: Plan, old: Task, after: Plan, task: Task, field: Field, lang: Lang): string {
  const head = `${FIELD_WORDS[field][lang]}: `;
  if (field !== 'lead' && field !== 'support' && field !== 'partners')
    return `${head}${fieldWords(old, field, lang)} → ${fieldWords(task, field, lang)}`;
  const [were, are] = [old[field], task[field]];
  const [gone, come] = [were.filter((id) => !are.includes(id)), are.filter((id) => !were.includes(id))];
  const rest = were.length > gone.length && gone.length + come.length > 0 ? ` (${words.others[lang]})` : '';
  const [from, to] = gone.length + come.length > 0 ? [gone, come] : [were, are];
  return `${head}${namesIn(before, from, lang)} → ${namesIn(after, to, lang)}${rest}`;
}

/** What is told of a comparison: the two versions, the older first, and those that lead from one to the other. */
export interface Compared {
  readonly before: Plan;
  readonly after: Plan;
  /** From `before` to `after`, both included. */
  readonly steps: readonly Plan[];
}

const isOf = (difference: Difference, other: Difference): boolean => {
  if (difference.kind !== other.kind) return false;
  if ('field' in difference)
    return 'field' in other && difference.field === other.field && difference.task.id === other.task.id;
  if ('task' in difference) return 'task' in other && difference.task.id === other.task.id;
  if ('owner' in difference) return 'owner' in other && difference.owner.id === other.owner.id;
  if ('group' in difference) return 'group' in other && difference.group.id === other.group.id;
  if ('reference' in difference) return 'reference' in other && difference.reference.key === other.reference.key;
  return 'waiver' in other && difference.waiver === other.waiver;
};

/** Each difference with the documents that made it, the earliest first. */
export interface Explained {
  readonly difference: Difference;
  readonly by: readonly Amendment[];
}

export function explained({ before, after, steps }: Compared): Explained[] {
  const made = steps.slice(1).map((plan, i) => ({
    amendment: plan.amendments.at(-1),
    found: differencesBetween(steps[i] as Plan, plan),
  }));
  return differencesBetween(before, after).map((difference) => ({
    difference,
    by: made.flatMap(({ amendment, found }) =>
      amendment && found.some((each) => isOf(difference, each)) ? [amendment] : [],
    ),
  }));
}

const ownersText = (owners: readonly Owner[]): string => owners.map(({ name }) => name).join('; ');

function waiverText({ owner, task, period, reason, until }: Waiver, plan: Plan, lang: Lang): string {
  const of = [
    ...(owner === undefined ? [] : [nameIn(plan, owner)]),
    ...(task === undefined ? [] : [plan.task(task)?.id ?? task]),
    ...(period === undefined ? [] : [`${words.period[lang]} ${period}`]),
  ];
  const end = until === undefined ? '' : ` (${words.until[lang]} ${formatDay(until, lang)})`;
  return `${words.waived[lang]} ${of.length === 0 ? words.all[lang] : of.join(', ')}${end}: ${reason}`;
}

/** One difference as a sentence, without the documents that made it. */
function differenceText({ before, after }: Compared, difference: Difference, lang: Lang): string {
  switch (difference.kind) {
    case 'task-added': {
      const { task } = difference;
      return `${task.id} ${words.taskAdded[lang]}: “${quoted(task.text)}”; ${FIELD_WORDS.lead[lang]}: ${namesIn(after, task.lead, lang)}; ${FIELD_WORDS.deadline[lang]}: ${deadlineWords(task.deadline, lang)}`;
    }
    case 'task-ended': {
      const reason = difference.task.ended?.reason;
      return `${difference.task.id} ${words.taskEnded[lang]}${reason === undefined ? '' : `: ${reason}`}`;
    }
    case 'task-changed':
      return `${difference.task.id} ${changeText(before, difference.before, after, difference.task, difference.field, lang)}`;
    case 'owner-added':
      return `${words.ownerAdded[lang]}: ${difference.owner.name}`;
    case 'owner-ended': {
      const { owner, heirs } = difference;
      const next = heirs.length > 0 ? `${words.now[lang]} ${ownersText(heirs)}` : words.noHeir[lang];
      const day = after.endingOf(owner)?.day;
      return `${words.ownerEnded[lang]}: ${owner.name}${day === undefined ? '' : ` (${formatDay(day, lang)})`}, ${next}`;
    }
    case 'group-added': {
      const { group } = difference;
      return `${words.groupAdded[lang]}: ${group.name} – ${namesIn(after, group.members, lang)}`;
    }
    case 'group-changed': {
      const { group, joined, left } = difference;
      return [
        `${group.name}:`,
        [
          ...(left.length > 0 ? [`${words.left[lang]} ${namesIn(before, left, lang)}`] : []),
          ...(joined.length > 0 ? [`${words.joined[lang]} ${namesIn(after, joined, lang)}`] : []),
        ].join('; '),
      ].join(' ');
    }
    case 'reference-added':
      return `${words.referenceAdded[lang]}: ${difference.reference.number ?? difference.reference.title}`;
    case 'reference-changed': {
      const { number, title, expires, replacedBy } = difference.reference;
      return [
        number ?? title,
        ...(expires === undefined ? [] : [`${words.expires[lang]} ${formatDay(expires, lang)}`]),
        ...(replacedBy === undefined ? [] : [`${words.replacedBy[lang]} ${replacedBy}`]),
      ].join(', ');
    }
    case 'waived':
      return waiverText(difference.waiver, after, lang);
  }
}

/** The lines of a comparison under their headings. */
function listsOf(compared: Compared, lang: Lang): { readonly title: string; readonly lines: readonly string[] }[] {
  const all = explained(compared);
  return (Object.keys(sections) as Section[]).flatMap((section) => {
    const lines = all
      .filter(({ difference }) => sectionOf(difference) === section)
      .map(({ difference, by }) => {
        const named = [...new Set(by.map(nameOf))].map(quoted).join('; ');
        return differenceText(compared, difference, lang) + (named === '' ? '' : ` (${named})`);
      });
    return lines.length === 0 ? [] : [{ title: `${sections[section][lang]}: ${lines.length}`, lines }];
  });
}

/** `1.0.0 (từ 19/11/2020, như đã ký)`. */
function versionText({ version, since, amendments }: Plan, lang: Lang): string {
  const last = amendments.at(-1);
  const made = last ? `${words.by[lang]} ${quoted(nameOf(last))}` : words.signed[lang];
  return `${version} (${words.from[lang]} ${formatDay(since, lang)}, ${made})`;
}

const titleOf = ({ before, after }: Compared, lang: Lang): string =>
  `${words.title[lang]} ${versionText(before, lang)} ${words.and[lang]} ${versionText(after, lang)}`;

/** What differs between two versions: by task and field, never by line. */
export function diffText(compared: Compared, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const lists = listsOf(compared, lang);
  const body =
    lists.length === 0
      ? ['', words.same[lang]]
      : lists.flatMap(({ title, lines }) => [
          '',
          chalk.bold(title),
          ...lines.flatMap((line) => hanging('  ', line, drawing.columns, 4)),
        ]);
  const head = hanging('', `${compared.after.number}. ${titleOf(compared, lang)}`, drawing.columns);
  return `${[...head.map((line) => chalk.bold(line)), ...body].join('\n')}\n`;
}

/** Text from data as it may stand in Markdown. */
export const escaped = (text: string): string =>
  visible(text.replace(/\s+/g, ' ')).replace(/[\\`*_<>[\]|]/g, (mark) => `\\${mark}`);

export function diffMarkdown(compared: Compared, lang: Lang): string {
  const lists = listsOf(compared, lang);
  return [
    `# ${escaped(compared.after.number)}`,
    '',
    escaped(titleOf(compared, lang)),
    '',
    ...(lists.length === 0 ? [words.same[lang], ''] : []),
    ...lists.flatMap(({ title, lines }) => [`## ${title}`, '', ...lines.map((line) => `- ${escaped(line)}`), '']),
  ].join('\n');
}

/** One difference as data. */
export function differenceJson(difference: Difference): Record<string, unknown> {
  switch (difference.kind) {
    case 'task-added':
      return { kind: difference.kind, task: difference.task.id };
    case 'task-ended':
      return { kind: difference.kind, task: difference.task.id, reason: difference.task.ended?.reason };
    case 'task-changed': {
      const { kind, task, before, field } = difference;
      return {
        kind,
        task: task.id,
        field,
        before: valueOf(before, field) ?? null,
        after: valueOf(task, field) ?? null,
      };
    }
    case 'owner-added':
      return { kind: difference.kind, owner: difference.owner.id };
    case 'owner-ended':
      return { kind: difference.kind, owner: difference.owner.id, heirs: difference.heirs.map(({ id }) => id) };
    case 'group-added':
      return { kind: difference.kind, group: difference.group.id, members: difference.group.members };
    case 'group-changed': {
      const { kind, group, joined, left } = difference;
      return { kind, group: group.id, joined, left };
    }
    case 'reference-added':
    case 'reference-changed': {
      const { kind, reference } = difference;
      return { kind, reference: reference.key, expires: reference.expires, replacedBy: reference.replacedBy };
    }
    case 'waived': {
      const { owner, task, period, reason, since, until } = difference.waiver;
      return { kind: difference.kind, owner, task, period, reason, since, until };
    }
  }
}

export function diffJson(compared: Compared, tool: string): string {
  const { before, after, steps } = compared;
  const version = ({ version: number, since, fingerprint }: Plan): unknown => ({ version: number, since, fingerprint });
  return print({
    tool: `dondoc ${tool}`,
    plan: after.number,
    before: version(before),
    after: version(after),
    amendments: steps.slice(1).flatMap(({ amendments }) => amendments.slice(-1).map(amendmentJson)),
    differences: explained(compared).map(({ difference, by }) => ({
      ...differenceJson(difference),
      by: by.map(({ version: number }) => number),
    })),
  });
}

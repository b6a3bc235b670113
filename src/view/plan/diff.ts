import { formatDay } from '../../day.ts';
import { type Lang, type Text, listOf } from '../../lang.ts';
import { type Owner, type Plan, type Task, bodyName, nameOf } from '../../model/plan.ts';
import { type Difference, type Field, causeOf, differencesBetween, valueOf } from '../../model/diff.ts';
import { FIELD_WORDS } from '../../rules/wording.ts';
import { print } from '../json.ts';
import { type Drawing, colors } from '../terminal.ts';
import { origin } from '../check/text.ts';
import { markdownText, visible } from '../visible.ts';
import { cut, hanging } from '../width.ts';
import { basisWords, kindWords } from '../words.ts';
import { answeredWords, citedText, deadlineDay, indicatorText, productsText } from './texts.ts';

const words = {
  title: { vi: 'Kế hoạch', en: 'Plan' },
  same: { vi: 'hai bản không khác nhau', en: 'the two do not differ' },
  version: { vi: 'bản', en: 'version' },
  since: { vi: 'từ ngày', en: 'from' },
  nothing: { vi: 'không có', en: 'none' },
  'task-added': { vi: 'giao thêm', en: 'new' },
  'task-ended': { vi: 'thôi giao', en: 'ended' },
  'owner-added': { vi: 'cơ quan mới', en: 'new body' },
  'owner-ended': { vi: 'kết thúc', en: 'ended' },
  takenOver: { vi: 'việc chuyển về', en: 'its work passed to' },
  apart: { vi: '; riêng', en: ', but' },
  passed: { vi: 'về', en: 'to' },
  noHeir: { vi: 'không có cơ quan kế thừa', en: 'without successor' },
  'group-added': { vi: 'nhóm mới', en: 'new group' },
  joined: { vi: 'thêm', en: 'joined by' },
  left: { vi: 'bớt', en: 'left by' },
  'reference-added': { vi: 'văn bản mới', en: 'new document' },
  'reference-changed': { vi: 'văn bản', en: 'document' },
  expires: { vi: 'hết hiệu lực sau ngày', en: 'in force until' },
  replaced: { vi: 'được thay bằng', en: 'replaced by' },
  inForce: { vi: 'không ghi ngày hết hiệu lực', en: 'in force, no end given' },
  submits: { vi: 'tính theo ngày trình', en: 'the day of submission counts' },
  submitsNot: { vi: 'tính theo ngày hoàn thành', en: 'the day of completion counts' },
  coordinate: { vi: 'phối hợp theo văn bản', en: 'told to coordinate' },
  leads: { vi: 'chủ trì', en: 'lead' },
  waived: { vi: 'được miễn', en: 'waived' },
  until: { vi: 'đến', en: 'until' },
} satisfies Record<string, Text>;

/** What a field of a task says, for people. */
export function fieldText(task: Task, field: Field, plan: Plan, lang: Lang): string {
  const names = (ids: readonly string[]): string =>
    listOf(
      ids.map((id) => bodyName(plan, id)),
      lang,
    );
  switch (field) {
    case 'lead':
    case 'support':
    case 'partners':
      return task[field].length === 0 ? words.nothing[lang] : names(task[field]);
    case 'kind':
      return kindWords[task.kind][lang];
    case 'deadline': {
      const { deadline } = task;
      return deadline ? `${deadlineDay(deadline, lang)} (${basisWords[deadline.basis][lang]})` : words.nothing[lang];
    }
    case 'text':
      return `“${cut(task.text, 100)}”`;
    case 'products':
      return productsText(task.products, lang) || words.nothing[lang];
    case 'references':
      return citedText(task.references, lang) || words.nothing[lang];
    case 'indicator':
      return task.indicator ? indicatorText(task.indicator) : words.nothing[lang];
    case 'answeredBy':
      return answeredWords[task.answeredBy][lang];
    case 'submits':
      return words[task.submits ? 'submits' : 'submitsNot'][lang];
    case 'as':
      return words[task.as ?? 'leads'][lang];
  }
}

/** One difference in a line: what it is about, and what became of it. */
function differenceText(
  difference: Difference,
  before: Plan,
  after: Plan,
  lang: Lang,
): readonly [string, string] {
  const named = (owner: Owner): string => owner.name;
  switch (difference.kind) {
    case 'task-added':
    case 'task-ended':
      return [difference.task.id, `${words[difference.kind][lang]}: “${cut(difference.task.text, 100)}”`];
    case 'task-changed': {
      const { task, before: old, field } = difference;
      const cause = causeOf(before, after, task.id, field);
      const by = cause ? ` (${cut(nameOf(cause), 60)})` : '';
      const [from, to] = [fieldText(old, field, before, lang), fieldText(task, field, after, lang)];
      return [task.id, `${FIELD_WORDS[field][lang]}: ${from} → ${to}${by}`];
    }
    case 'owner-added':
      return [difference.owner.id, `${words['owner-added'][lang]}: ${difference.owner.name}`];
    case 'owner-ended': {
      const { owner, heirs, apart } = difference;
      const whole = heirs.length > 0 ? `${words.takenOver[lang]} ${listOf(heirs.map(named), lang)}` : words.noHeir[lang];
      const single = apart.map(({ owner: to, tasks }) => `${listOf(tasks, lang)} ${words.passed[lang]} ${to.name}`);
      const whom = single.length > 0 ? `${whole}${words.apart[lang]} ${single.join('; ')}` : whole;
      return [owner.id, `${words['owner-ended'][lang]}: ${owner.name}, ${whom}`];
    }
    case 'group-added':
      return [difference.group.id, `${words['group-added'][lang]}: ${difference.group.name}`];
    case 'group-changed': {
      const { group, joined, left } = difference;
      const names = (plan: Plan, ids: readonly string[]): string =>
        listOf(
          ids.map((id) => bodyName(plan, id)),
          lang,
        );
      const parts = [
        ...(joined.length > 0 ? [`${words.joined[lang]} ${names(after, joined)}`] : []),
        ...(left.length > 0 ? [`${words.left[lang]} ${names(before, left)}`] : []),
      ];
      return [group.id, parts.join('; ')];
    }
    case 'reference-added':
      return [difference.reference.key, `${words['reference-added'][lang]}: ${difference.reference.title}`];
    case 'reference-changed': {
      const { key, expires, replacedBy } = difference.reference;
      const parts = [
        ...(expires === undefined ? [] : [`${words.expires[lang]} ${formatDay(expires, lang)}`]),
        ...(replacedBy === undefined ? [] : [`${words.replaced[lang]} ${replacedBy}`]),
      ];
      return [key, parts.join(', ') || words.inForce[lang]];
    }
    case 'waived': {
      const { owner, task, period, reason, until } = difference.waiver;
      const what = [owner === undefined ? undefined : bodyName(after, owner), task, period];
      const end = until === undefined ? '' : `, ${words.until[lang]} ${formatDay(until, lang)}`;
      return [what.filter((each) => each !== undefined).join(', '), `${words.waived[lang]}: ${reason}${end}`];
    }
  }
}

const versionText = ({ version, since }: Plan, lang: Lang): string =>
  `${words.version[lang]} ${version} (${words.since[lang]} ${formatDay(since, lang)})`;

/** From one version to another: a line for each task and field, body, group, document and waiver. */
export function diffText(before: Plan, after: Plan, tool: string, lang: Lang, drawing: Drawing): string {
  const lines = differencesBetween(before, after).map((each) => differenceText(each, before, after, lang));
  const title = `${words.title[lang]} ${visible(after.number)}: ${versionText(before, lang)} → ${versionText(after, lang)}`;
  return [
    ...hanging('', title, drawing.columns).map((line) => colors(drawing).bold(line)),
    '',
    ...(lines.length === 0 ? [words.same[lang]] : []),
    ...lines.flatMap(([about, what]) => hanging(`${visible(about)}  `, visible(what), drawing.columns, 4)),
    '',
    origin(after, tool, lang, drawing),
    '',
  ].join('\n');
}

export function diffMarkdown(before: Plan, after: Plan, lang: Lang): string {
  const lines = differencesBetween(before, after).map((each) => differenceText(each, before, after, lang));
  return [
    `## ${words.title[lang]} ${markdownText(after.number)}: ${versionText(before, lang)} → ${versionText(after, lang)}`,
    '',
    ...(lines.length === 0
      ? [words.same[lang]]
      : lines.map(([about, what]) => `- **${markdownText(about)}** ${markdownText(what)}`)),
    '',
  ].join('\n');
}

export const diffJson = (before: Plan, after: Plan, tool: string): string =>
  print({
    plan: after.number,
    tool: `dondoc ${tool}`,
    from: { version: before.version, since: before.since, fingerprint: before.fingerprint },
    to: { version: after.version, since: after.since, fingerprint: after.fingerprint },
    differences: differencesBetween(before, after).map(differenceJson),
  });

function differenceJson(difference: Difference): Record<string, unknown> {
  switch (difference.kind) {
    case 'task-changed': {
      const { kind, task, before, field } = difference;
      return { kind, task: task.id, field, from: valueOf(before, field) ?? null, to: valueOf(task, field) ?? null };
    }
    case 'task-added':
    case 'task-ended':
      return { kind: difference.kind, task: difference.task.id };
    case 'owner-added':
      return { kind: difference.kind, owner: difference.owner.id };
    case 'owner-ended':
      return {
        kind: difference.kind,
        owner: difference.owner.id,
        heirs: difference.heirs.map(({ id }) => id),
        apart: difference.apart.map(({ owner, tasks }) => ({ owner: owner.id, tasks })),
      };
    case 'group-added':
      return { kind: difference.kind, group: difference.group.id };
    case 'group-changed':
      return { kind: difference.kind, group: difference.group.id, joined: difference.joined, left: difference.left };
    case 'reference-added':
    case 'reference-changed': {
      const { key, expires = null, replacedBy = null } = difference.reference;
      return { kind: difference.kind, reference: key, expires, replacedBy };
    }
    case 'waived': {
      const { owner = null, task = null, period = null, reason, until = null } = difference.waiver;
      return { kind: difference.kind, owner, task, period, reason, until };
    }
  }
}

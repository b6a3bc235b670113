import type { Day } from '../day.ts';
import { sameId } from '../fold.ts';
import { sortedBy } from '../group.ts';
import { type At, type Spot, movedTo } from '../source.ts';
import type { Draft } from './draft.ts';
import type { Succession } from './lineage.ts';
import { sameNumber } from './number.ts';
import type { Amendment, Change, ChangeKind, Ending, Group, Owner, TaskDraft } from './plan.ts';
import { planPeriod } from './regime.ts';
import { compareVersions } from './semver.ts';

export type Thing = 'task' | 'owner' | 'group' | 'reference' | 'period';

/** Why an amendment, or one change of it, cannot be taken as it is. */
export type Objection = { readonly at: Spot; readonly related: readonly Spot[] } & (
  | { readonly kind: 'before-signing'; readonly effective: Day; readonly signed: Day }
  | { readonly kind: 'version-back'; readonly version: string; readonly before: string; readonly since: Day }
  | { readonly kind: 'unknown' | 'exists'; readonly thing: Thing; readonly id: string }
  | { readonly kind: 'gone'; readonly thing: Thing; readonly id: string; readonly day: Day; readonly by: string }
  | { readonly kind: 'twice'; readonly what: ChangeKind; readonly other: ChangeKind; readonly by: string }
  | { readonly kind: 'no-heir' | 'no-giver'; readonly owners: readonly string[] }
  | { readonly kind: 'not-held'; readonly task: string; readonly owners: readonly string[] }
  | { readonly kind: 'not-later'; readonly task: string; readonly deadline: Day; readonly to: Day }
  | { readonly kind: 'no-deadline'; readonly task: string }
  | { readonly kind: 'member' | 'no-member'; readonly group: string; readonly member: string }
  | { readonly kind: 'all-waived' }
);

/** What is made of an amendment: the next draft without the changes objected to. */
interface Amended {
  readonly draft: Draft;
  readonly objections: readonly Objection[];
}

/** A document as one refers to it: by its number, else its title. */
export const nameOf = ({ instrument: { number, title } }: Pick<Amendment, 'instrument'>): string => number ?? title;

/** In the order in which they take effect; of one day, by their versions. */
export const inOrder = (amendments: readonly Amendment[]): Amendment[] =>
  [...amendments].sort((a, b) =>
    a.effective === b.effective ? compareVersions(a.version, b.version) : a.effective < b.effective ? -1 : 1,
  );

/**
 * The next version of a plan. Changes of one amendment take effect together, whatever their order in the file;
 * two that touch the same thing on one day contradict each other, and the second is refused.
 */
export function amend(before: Draft, amendment: Amendment): Amended {
  const order = orderObjection(before, amendment);
  if (order) return { draft: before, objections: [order] };
  const { effective, version } = amendment;
  const objections: Objection[] = [];
  const touched: Touched[] = before.amendments
    .filter((other) => other.effective === effective)
    .flatMap((other) => other.changes.flatMap((change) => touchedBy(change, other)));
  let draft: Draft = { ...before, version, since: effective, amendments: [...before.amendments, amendment] };
  for (const change of sorted(amendment.changes)) {
    const own = touchedBy(change, amendment);
    const other = touched.find(({ slot }) => own.some((mine) => overlaps(mine.slot, slot)));
    const result = other ? [twice(change, other)] : applied(draft, change, amendment);
    if (!other) touched.push(...own);
    if (Array.isArray(result)) objections.push(...result);
    else draft = result;
  }
  return { draft, objections };
}

function orderObjection({ plan, version, since, amendments }: Draft, amendment: Amendment): Objection | undefined {
  const { effective, at } = amendment;
  const [place, last] = [at('effective'), amendments.at(-1)];
  if (effective < plan.date) return { kind: 'before-signing', at: place, related: [], effective, signed: plan.date };
  if (compareVersions(amendment.version, version) > 0) return undefined;
  const related = last ? [last.at('version')] : [];
  return { kind: 'version-back', at: at('version'), related, version: amendment.version, before: version, since };
}

/** Something that a change touches, as the steps to it: `task`, `II.3.a`, `deadline`. */
interface Touched {
  readonly slot: readonly string[];
  readonly change: Change;
  readonly amendment: Amendment;
}

/** One holds the other. */
const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((step, i) => i >= b.length || step === b[i]);

function touchedBy(change: Change, amendment: Amendment): Touched[] {
  return slotsOf(change).map((slot) => ({ slot, change, amendment }));
}

function slotsOf({ kind, data }: Change): (readonly string[])[] {
  switch (kind) {
    case 'add-task':
      return [['task', sameId(data.id)]];
    case 'end-task':
      return [['task', sameId(data.task)]];
    case 'change-task':
      return Object.keys(data.set).map((field) => ['task', sameId(data.task), field]);
    case 'set-deadline':
    case 'extend-deadline':
      return [['task', sameId(data.task), 'deadline']];
    case 'add-owner':
      return [['owner', data.id, 'new']];
    case 'end-owner':
      return [['owner', sameId(data.owner), 'end']];
    case 'succeed': {
      const receivers = data.to.map(({ owner }) => owner);
      const [named, isWhole] = [data.to.flatMap(({ tasks = [] }) => tasks), data.to.some(({ tasks }) => !tasks)];
      return data.from
        .filter((owner) => !receivers.includes(owner))
        .flatMap((owner) => [
          ...(isWhole ? [['owner', owner, 'end']] : []),
          ...[...new Set(named)].map((task) => ['owner', owner, 'task', sameId(task)]),
        ]);
    }
    case 'add-group':
      return [['group', data.id, 'new']];
    case 'add-member':
    case 'remove-member':
      return data.members.map((member) => ['group', data.group, 'member', member]);
    case 'waive':
      return [['waiver', data.owner ?? '', data.task ?? '', data.period ?? '']];
    case 'add-reference':
      return [['reference', sameNumber(data.number ?? data.id ?? data.title)]];
    case 'change-reference':
      return [['reference', sameNumber(data.reference)]];
  }
}

const twice = ({ kind, at }: Change, { change, amendment }: Touched): Objection => ({
  kind: 'twice',
  at: at(),
  related: [change.at()],
  what: kind,
  other: change.kind,
  by: nameOf(amendment),
});

/** What must be there before something else can name it comes first; within a kind, by what is touched. */
const PHASES: readonly ChangeKind[] = [
  'add-reference',
  'change-reference',
  'add-owner',
  'add-group',
  'add-task',
  'change-task',
  'set-deadline',
  'extend-deadline',
  'succeed',
  'remove-member',
  'add-member',
  'end-owner',
  'end-task',
  'waive',
];

const sorted = (changes: readonly Change[]): Change[] =>
  sortedBy(changes, (change) => {
    const slots = slotsOf(change).map((slot) => slot.join(' '));
    return `${String(PHASES.indexOf(change.kind)).padStart(2, '0')} ${slots.sort().join()}`;
  });

type Result = Draft | Objection[];

function applied(draft: Draft, change: Change, amendment: Amendment): Result {
  const { at } = change;
  switch (change.kind) {
    case 'add-reference':
    case 'change-reference':
      return withReference(draft, change);
    case 'add-owner': {
      const known = bodyIn(draft, change.data.id);
      if (known) return exists('owner', change.data.id, at('id'), known);
      const owner: Owner = { ...change.data, at, since: amendment.effective };
      return { ...draft, owners: [...draft.owners, owner] };
    }
    case 'add-group': {
      const known = bodyIn(draft, change.data.id);
      if (known) return exists('group', change.data.id, at('id'), known);
      return { ...draft, groups: [...draft.groups, { ...change.data, at }] };
    }
    case 'add-member':
    case 'remove-member':
      return withMembers(draft, change);
    case 'add-task': {
      const known = [...draft.tasks, ...draft.ended].find(({ id }) => sameId(id) === sameId(change.data.id));
      if (known) return exists('task', change.data.id, at('id'), known);
      const task: TaskDraft = { ...change.data, extensions: [], version: amendment.version, amendment, at };
      return { ...draft, tasks: [...draft.tasks, task] };
    }
    case 'succeed':
      return withSuccession(draft, change, amendment);
    case 'end-owner': {
      const found = ownerIn(draft, change.data.owner, at('owner'));
      return Array.isArray(found) ? found : without(draft, [found], ending(change, amendment, []));
    }
    case 'waive':
      return withWaiver(draft, change, amendment);
    default:
      return withTask(draft, change, amendment);
  }
}

const exists = (thing: Thing, id: string, at: Spot, known: { readonly at: At }): Objection[] => [
  { kind: 'exists', at, related: [known.at('id')], thing, id },
];

type Of<K extends ChangeKind> = Extract<Change, { readonly kind: K }>;

const ending = (
  { at, data }: Of<'end-owner' | 'end-task' | 'succeed'>,
  amendment: Amendment,
  heirs: string[],
): Ending => ({
  day: amendment.effective,
  amendment,
  at,
  ...('reason' in data ? { reason: data.reason } : {}),
  heirs,
});

/** An existing body, or what keeps it from being one. */
function ownerIn({ owners, endings, former }: Draft, written: string, at: Spot): Owner | Objection[] {
  const id = sameId(written);
  const found = owners.find((owner) => owner.id === id);
  if (found) return found;
  const end = endings.get(id);
  const name = former.find((owner) => owner.id === id)?.name ?? id;
  return end
    ? [{ kind: 'gone', at, related: [end.at()], thing: 'owner', id: name, day: end.day, by: nameOf(end.amendment) }]
    : [{ kind: 'unknown', at, related: [], thing: 'owner', id }];
}

const bodyIn = ({ owners, former, groups, partners }: Draft, id: string): { readonly at: At } | undefined =>
  [...owners, ...former, ...groups, ...partners].find((body) => body.id === id);

/** A task that is asked for, or what keeps it from being one. */
function taskIn({ tasks, ended }: Draft, written: string, at: Spot): TaskDraft | Objection[] {
  const same = ({ id }: TaskDraft): boolean => sameId(id) === sameId(written);
  const found = tasks.find(same);
  if (found) return found;
  const end = ended.find(same)?.ended;
  return end
    ? [{ kind: 'gone', at, related: [end.at()], thing: 'task', id: written, day: end.day, by: nameOf(end.amendment) }]
    : [{ kind: 'unknown', at, related: [], thing: 'task', id: written }];
}

function withReference(
  draft: Draft,
  { kind, data, at }: Of<'add-reference' | 'change-reference'>,
): Draft | Objection[] {
  const named = (written: string) =>
    draft.references.find(({ number, id, title, aliases = [] }) =>
      [number ?? id ?? title, ...aliases].some((name) => sameNumber(name) === sameNumber(written)),
    );
  if (kind === 'add-reference') {
    const id = data.number ?? data.id ?? data.title;
    const known = named(id);
    return known
      ? [{ kind: 'exists', at: at(), related: [known.at()], thing: 'reference', id }]
      : { ...draft, references: [...draft.references, { ...data, at }] };
  }
  const known = named(data.reference);
  if (!known) return [{ kind: 'unknown', at: at('reference'), related: [], thing: 'reference', id: data.reference }];
  const { expires = known.expires, replacedBy = known.replacedBy } = data;
  const changed = {
    ...known,
    ...(expires === undefined ? {} : { expires }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
    at: data.expires === undefined ? known.at : movedTo(known.at, 'expires', () => at('expires')),
  };
  return { ...draft, references: draft.references.map((each) => (each === known ? changed : each)) };
}

function withMembers(draft: Draft, { kind, data, at }: Of<'add-member' | 'remove-member'>): Result {
  const group = draft.groups.find(({ id }) => id === data.group);
  if (!group) return [{ kind: 'unknown', at: at('group'), related: [], thing: 'group', id: data.group }];
  const objections = data.members.flatMap((member, i): Objection[] => {
    const place = at('members', i);
    const isMember = group.members.includes(member);
    if (kind === 'remove-member')
      return isMember
        ? []
        : [{ kind: 'no-member', at: place, related: [group.at('members')], group: group.id, member }];
    if (isMember) return [{ kind: 'member', at: place, related: [group.at('members')], group: group.id, member }];
    if (draft.groups.some(({ id }) => id === member)) return [];
    const found = ownerIn(draft, member, place);
    return Array.isArray(found) ? found : [];
  });
  if (objections.length > 0) return objections;
  const members =
    kind === 'add-member'
      ? [...group.members, ...data.members]
      : group.members.filter((member) => !data.members.includes(member));
  const changed: Group = { ...group, members };
  return { ...draft, groups: draft.groups.map((each) => (each === group ? changed : each)) };
}

function withTask(
  draft: Draft,
  change: Of<'change-task' | 'end-task' | 'set-deadline' | 'extend-deadline'>,
  amendment: Amendment,
): Result {
  const { data, at } = change;
  const task = taskIn(draft, data.task, at('task'));
  if (Array.isArray(task)) return task;
  const next = { version: amendment.version, amendment };
  const replaced = (changed: TaskDraft): Draft => ({
    ...draft,
    tasks: draft.tasks.map((each) => (each === task ? changed : each)),
  });
  switch (change.kind) {
    case 'end-task': {
      const ended = { ...task, ...next, ended: ending(change, amendment, []) };
      return { ...draft, tasks: draft.tasks.filter((each) => each !== task), ended: [...draft.ended, ended] };
    }
    case 'change-task': {
      const { set } = change.data;
      const place = Object.keys(set).reduce(
        (there, field) => movedTo(there, field, (...path) => at('set', field, ...path)),
        task.at,
      );
      return replaced({ ...task, ...set, ...next, at: place });
    }
    case 'set-deadline': {
      const { deadline } = change.data;
      const place = movedTo(task.at, 'deadline', (...path) => at('deadline', ...path));
      return replaced({ ...task, ...next, deadline, extensions: [], at: place });
    }
    case 'extend-deadline': {
      const { to, words } = change.data;
      const from = task.deadline?.date;
      const related = [task.at('deadline')];
      if (task.deadline === undefined || from === undefined)
        return [{ kind: 'no-deadline', at: at('task'), related: [task.at('id')], task: task.id }];
      if (to <= from) return [{ kind: 'not-later', at: at('to'), related, task: task.id, deadline: from, to }];
      const { note: _note, words: _words, ...deadline } = task.deadline;
      return replaced({
        ...task,
        ...next,
        deadline: { ...deadline, date: to, basis: 'stated', ...(words === undefined ? {} : { words }) },
        extensions: [...task.extensions, { from, to, amendment, at }],
        at: movedTo(task.at, 'deadline', () => at('to')),
      });
    }
  }
}

function withWaiver(draft: Draft, { data, at }: Of<'waive'>, amendment: Amendment): Result {
  const { owner, task, period, reason, until } = data;
  if (owner === undefined && task === undefined && period === undefined)
    return [{ kind: 'all-waived', at: at('reason'), related: [] }];
  const found = [
    owner === undefined ? undefined : ownerIn(draft, owner, at('owner')),
    task === undefined ? undefined : taskIn(draft, task, at('task')),
  ].flatMap((each) => (Array.isArray(each) ? each : []));
  if (period !== undefined && planPeriod(draft.plan, period) === undefined)
    found.push({ kind: 'unknown', at: at('period'), related: [], thing: 'period', id: period });
  if (found.length > 0) return found;
  const waiver = {
    ...(owner === undefined ? {} : { owner: sameId(owner) }),
    ...(task === undefined ? {} : { task: sameId(task) }),
    ...(period === undefined ? {} : { period }),
    reason,
    since: amendment.effective,
    ...(until === undefined ? {} : { until }),
    amendment,
    at,
  };
  return { ...draft, waivers: [...draft.waivers, waiver] };
}

/** Bodies that exist no more from the ending's day on. */
const without = (draft: Draft, bodies: readonly Owner[], end: Ending): Draft => ({
  ...draft,
  owners: draft.owners.filter((owner) => !bodies.includes(owner)),
  former: [...draft.former, ...bodies],
  endings: new Map([...draft.endings, ...bodies.map(({ id }) => [id, end] as const)]),
});

function withSuccession(draft: Draft, change: Of<'succeed'>, amendment: Amendment): Result {
  const { data, at } = change;
  const receivers = data.to.map(({ owner }, i) => ownerIn(draft, owner, at('to', i, 'owner')));
  const givers = data.from.map((owner, i) => ownerIn(draft, owner, at('from', i)));
  const objections = [...givers, ...receivers].flatMap((found) => (Array.isArray(found) ? found : []));
  if (data.to.length === 0) objections.push({ kind: 'no-heir', at: at('to'), related: [], owners: data.from });
  if (objections.length > 0) return objections;

  const heirs = receivers.flatMap((found, i) =>
    Array.isArray(found) ? [] : [{ owner: found, tasks: data.to[i]?.tasks }],
  );
  const rest = heirs.filter(({ tasks }) => tasks === undefined).map(({ owner }) => owner.id);
  // A body that takes over is not ended by being named among those that were merged.
  const from = givers.flatMap((found) => (Array.isArray(found) || rest.includes(found.id) ? [] : found));
  if (from.length === 0) return [{ kind: 'no-giver', at: at('from'), related: [], owners: data.from }];
  const named = new Map<string, string[]>();
  for (const [i, { owner, tasks = [] }] of heirs.entries()) {
    for (const [j, written] of tasks.entries()) {
      const place = at('to', i, 'tasks', j);
      const task = taskIn(draft, written, place);
      if (Array.isArray(task)) objections.push(...task);
      else if (!isHeld(draft, task, from, rest.length > 0))
        objections.push({
          kind: 'not-held',
          at: place,
          related: [task.at('lead')],
          task: task.id,
          owners: from.map(({ name }) => name),
        });
      named.set(sameId(written), [...(named.get(sameId(written)) ?? []), owner.id]);
    }
  }
  if (objections.length > 0) return objections;
  const succession: Succession = { from: from.map(({ id }) => id), rest, named };
  const passed = passedOn(draft, succession, amendment, at);
  return rest.length === 0 ? passed : without(passed, from, ending(change, amendment, rest));
}

/** One of the bodies leads or supports the task: by name, or, where it ends, as a member of a group. */
function isHeld(draft: Draft, task: TaskDraft, from: readonly Owner[], ends: boolean): boolean {
  const holders = new Set([...task.lead, ...(task.support ?? [])]);
  if (ends)
    for (const id of holders) draft.groups.find((group) => group.id === id)?.members.forEach((m) => holders.add(m));
  return from.some(({ id }) => holders.has(id));
}

/** A draft with the heirs in the places of the bodies whose work passed on. */
function passedOn(draft: Draft, succession: Succession, amendment: Amendment, at: At): Draft {
  const { from, rest, named } = succession;
  const to = (ids: readonly string[], receivers: readonly string[]): readonly string[] =>
    receivers.length > 0 && ids.some((id) => from.includes(id))
      ? [...new Set(ids.flatMap((id) => (from.includes(id) ? receivers : [id])))]
      : ids;
  const groups = draft.groups.map((group) => {
    const members = to(group.members, rest);
    return members === group.members ? group : { ...group, members: [...members] };
  });
  const tasks = draft.tasks.map((task): TaskDraft => {
    const receivers = named.get(sameId(task.id)) ?? rest;
    const lead = to(task.lead, receivers);
    const support = to(task.support ?? [], receivers).filter((id) => !lead.includes(id) || task.lead.includes(id));
    if (
      lead === task.lead &&
      support.length === (task.support ?? []).length &&
      support.every((id, i) => id === task.support?.[i])
    )
      return task;
    return {
      ...task,
      version: amendment.version,
      amendment,
      lead: [...lead],
      ...(task.support ? { support } : {}),
      at: lead === task.lead ? task.at : movedTo(task.at, 'lead', () => at('to')),
    };
  });
  const { coordinator, recipient, reporting } = draft.plan;
  const one = (id: string): string => to([id], rest)[0] ?? id;
  const plan = {
    ...draft.plan,
    coordinator: one(coordinator),
    ...(recipient === undefined ? {} : { recipient: one(recipient) }),
    reporting: {
      ...reporting,
      owners: [...to(reporting.owners, rest)] as typeof reporting.owners,
      ...(reporting.through === undefined ? {} : { through: one(reporting.through) }),
    },
  };
  return { ...draft, plan, groups, tasks, successions: [...draft.successions, succession] };
}

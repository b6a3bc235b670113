import { sameId } from '../fold.ts';
import { movedTo } from '../source.ts';
import type { Draft } from './draft.ts';
import { sameNumber } from './number.ts';
import { type Objection, type Of, type Result, bodyIn, ending, exists, ownerIn, taskIn } from './objection.ts';
import type { Amendment, Change, Group, Owner, TaskDraft } from './plan.ts';
import { planPeriod } from './regime.ts';
import { compareVersions } from './semver.ts';
import { withSuccession, without } from './succeed.ts';
import { type Touched, overlaps, sorted, touchedBy, twice } from './touched.ts';

/** What is made of an amendment: the next draft without the changes objected to. */
interface Amended {
  readonly draft: Draft;
  readonly objections: readonly Objection[];
}

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

import { sameId } from '../fold.ts';
import { type At, movedTo } from '../source.ts';
import type { Draft } from './draft.ts';
import type { Succession } from './lineage.ts';
import { type Of, type Result, ending, ownerIn, taskIn } from './objection.ts';
import type { Amendment, Ending, Owner, TaskDraft } from './plan.ts';

/** Bodies that exist no more from the ending's day on. */
export const without = (draft: Draft, bodies: readonly Owner[], end: Ending): Draft => ({
  ...draft,
  owners: draft.owners.filter((owner) => !bodies.includes(owner)),
  former: [...draft.former, ...bodies],
  endings: new Map([...draft.endings, ...bodies.map(({ id }) => [id, end] as const)]),
});

/** A draft after bodies were merged, divided or renamed. */
export function withSuccession(draft: Draft, change: Of<'succeed'>, amendment: Amendment): Result {
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

import type { Day } from '../day.ts';
import { sameId } from '../fold.ts';
import type { At, Spot } from '../source.ts';
import type { Draft } from './draft.ts';
import {
  type Amendment,
  type Change,
  type ChangeKind,
  type Ending,
  type Owner,
  type TaskDraft,
  nameOf,
} from './plan.ts';

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

/** What a change makes of a draft, or why it cannot be taken. */
export type Result = Draft | Objection[];

export const exists = (thing: Thing, id: string, at: Spot, known: { readonly at: At }): Objection[] => [
  { kind: 'exists', at, related: [known.at('id')], thing, id },
];

export type Of<K extends ChangeKind> = Extract<Change, { readonly kind: K }>;

export const ending = (
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
export function ownerIn({ owners, endings, former }: Draft, written: string, at: Spot): Owner | Objection[] {
  const id = sameId(written);
  const found = owners.find((owner) => owner.id === id);
  if (found) return found;
  const end = endings.get(id);
  const name = former.find((owner) => owner.id === id)?.name ?? id;
  return end
    ? [{ kind: 'gone', at, related: [end.at()], thing: 'owner', id: name, day: end.day, by: nameOf(end.amendment) }]
    : [{ kind: 'unknown', at, related: [], thing: 'owner', id }];
}

export const bodyIn = ({ owners, former, groups, partners }: Draft, id: string): { readonly at: At } | undefined =>
  [...owners, ...former, ...groups, ...partners].find((body) => body.id === id);

/** A task that is asked for, or what keeps it from being one. */
export function taskIn({ tasks, ended }: Draft, written: string, at: Spot): TaskDraft | Objection[] {
  const same = ({ id }: TaskDraft): boolean => sameId(id) === sameId(written);
  const found = tasks.find(same);
  if (found) return found;
  const end = ended.find(same)?.ended;
  return end
    ? [{ kind: 'gone', at, related: [end.at()], thing: 'task', id: written, day: end.day, by: nameOf(end.amendment) }]
    : [{ kind: 'unknown', at, related: [], thing: 'task', id: written }];
}

import { groupBy } from '../group.ts';
import {
  type Amendment,
  type Group,
  type Owner,
  type Plan,
  type Reference,
  type Task,
  type Waiver,
  ownersIn,
} from './plan.ts';
import type { Level } from './semver.ts';

/** What a task says that an amendment may change. */
const FIELDS = [
  'text',
  'kind',
  'answeredBy',
  'submits',
  'as',
  'lead',
  'support',
  'partners',
  'products',
  'references',
  'deadline',
  'indicator',
] as const;
export type Field = (typeof FIELDS)[number];

/** One thing in which a version of the plan differs from another. */
export type Difference =
  | { readonly kind: 'task-added' | 'task-ended'; readonly task: Task }
  | { readonly kind: 'task-changed'; readonly task: Task; readonly before: Task; readonly field: Field }
  | { readonly kind: 'owner-added'; readonly owner: Owner }
  | {
      readonly kind: 'owner-ended';
      readonly owner: Owner;
      readonly heirs: readonly Owner[];
      /** Single tasks of its that passed to others, by these. */
      readonly apart: readonly { readonly owner: Owner; readonly tasks: readonly string[] }[];
    }
  | { readonly kind: 'group-added'; readonly group: Group }
  | {
      readonly kind: 'group-changed';
      readonly group: Group;
      readonly joined: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly kind: 'reference-added' | 'reference-changed'; readonly reference: Reference }
  | { readonly kind: 'waived'; readonly waiver: Waiver };

/** What a field of a task says, as plain data: places and looked-up things do not count. */
export function valueOf(task: Task, field: Field): unknown {
  const value: unknown = task[field];
  return value === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(value, (key, each: unknown) =>
          ['reference', 'extensions', 'note'].includes(key) ? undefined : each,
        ),
      );
}

const saysTheSame = (a: Task, b: Task, field: Field): boolean =>
  a[field] === b[field] || JSON.stringify(valueOf(a, field)) === JSON.stringify(valueOf(b, field));

/** The fields in which two versions of a task differ. */
export const changedFields = (before: Task, after: Task): Field[] =>
  FIELDS.filter((field) => !saysTheSame(before, after, field));

/** The amendment that last changed a field of a task between two versions, whichever of them is the later. */
export function causeOf(a: Plan, b: Plan, id: string, field: Field): Amendment | undefined {
  const [from, to] = a.earlier.length <= b.earlier.length ? [a, b] : [b, a];
  const versions = [...to.earlier, to];
  const inside = versions.slice(versions.indexOf(from) + 1);
  const changing = inside.findLast((version) => {
    const before = version.earlier.at(-1);
    const [old, now] = [before, version].map((plan) => plan?.tasks.find((task) => task.id === id));
    return old && now && !saysTheSame(old, now, field);
  });
  return changing?.amendments.at(-1);
}

/** The tasks of a body that is gone which passed not to its heirs but, each by name, to others. */
function apartFrom({ id: gone }: Owner, before: Plan, after: Plan): { owner: Owner; tasks: string[] }[] {
  const since = before.lineage.successions.length;
  const rest = after.lineage.heirs(gone, undefined, since);
  const passed = before.tasks.flatMap(({ id, lead, support }) =>
    before.expand([...lead, ...support]).some((owner) => owner.id === gone)
      ? after.lineage.heirs(gone, id, since).map((heir) => ({ id, heir }))
      : [],
  );
  const others = groupBy(
    passed.filter(({ heir }) => !rest.includes(heir)),
    ({ heir }) => heir,
  );
  return [...others].flatMap(([heir, tasks]) =>
    ownersIn(after, [heir]).map((owner) => ({ owner, tasks: tasks.map(({ id }) => id) })),
  );
}

/** From one version to another, in either direction: tasks in the order of the plan, then bodies, groups, documents, waivers. */
export function differencesBetween(before: Plan, after: Plan): Difference[] {
  const tasks = after.tasks.flatMap((task): Difference[] => {
    const old = before.tasks.find(({ id }) => id === task.id);
    return old
      ? changedFields(old, task).map((field) => ({ kind: 'task-changed', task, before: old, field }))
      : [{ kind: 'task-added', task }];
  });
  const ended = before.tasks
    .filter(({ id }) => !after.tasks.some((task) => task.id === id))
    .map((task): Difference => ({ kind: 'task-ended', task: after.ended.find(({ id }) => id === task.id) ?? task }));
  const joined = after.owners.filter((owner) => !before.owners.includes(owner));
  const gone = before.owners.filter((owner) => !after.owners.includes(owner));
  const heirsOf = (owner: Owner): Owner[] => ownersIn(after, after.endingOf(owner)?.heirs ?? []);
  return [
    ...tasks,
    ...ended,
    ...joined.map((owner): Difference => ({ kind: 'owner-added', owner })),
    ...gone.map((owner): Difference => ({
      kind: 'owner-ended',
      owner,
      heirs: heirsOf(owner),
      apart: apartFrom(owner, before, after),
    })),
    ...after.groups.flatMap((group) =>
      groupDifference(
        before.groups.find(({ id }) => id === group.id),
        group,
      ),
    ),
    ...after.references.flatMap((reference): Difference[] => {
      const old = before.references.find(({ key }) => key === reference.key);
      if (!old) return [{ kind: 'reference-added', reference }];
      const same = old.expires === reference.expires && old.replacedBy === reference.replacedBy;
      return same ? [] : [{ kind: 'reference-changed', reference }];
    }),
    ...after.waivers
      .filter((waiver) => !before.waivers.includes(waiver))
      .map((waiver): Difference => ({ kind: 'waived', waiver })),
  ];
}

function groupDifference(before: Group | undefined, group: Group): Difference[] {
  if (!before) return [{ kind: 'group-added', group }];
  const joined = group.members.filter((member) => !before.members.includes(member));
  const left = before.members.filter((member) => !group.members.includes(member));
  return joined.length + left.length === 0 ? [] : [{ kind: 'group-changed', group, joined, left }];
}

/** The weight of one difference: major where someone's obligation changes, patch where only words do. */
function levelOf(difference: Difference): Level {
  switch (difference.kind) {
    case 'task-added':
    case 'task-ended':
      return difference.task.answeredBy === 'none' ? 'minor' : 'major';
    case 'task-changed': {
      const { field, before, task } = difference;
      if (field === 'text') return 'patch';
      const isAssumed = [before, task].every(({ deadline }) => deadline === undefined || deadline.basis === 'assumed');
      if (field === 'deadline' && isAssumed) return 'minor';
      return ['support', 'partners', 'references'].includes(field) ? 'minor' : 'major';
    }
    case 'owner-ended':
    case 'group-changed':
    case 'waived':
      return 'major';
    default:
      return 'minor';
  }
}

/**
 * The levels at which a version may follow another (semver as the plan's schema words it). Changed words are an
 * erratum or a new obligation: which of them, only who amends can say.
 */
export function levelsFor(differences: readonly Difference[]): readonly Level[] {
  const found = new Set(differences.map(levelOf));
  if (found.has('major')) return ['major'];
  const rewords = differences.some((each) => each.kind === 'task-changed' && each.field === 'text');
  const own: Level = found.has('minor') ? 'minor' : 'patch';
  return rewords ? ['major', own] : [own];
}

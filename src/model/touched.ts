import { sameId } from '../fold.ts';
import { sortedBy } from '../group.ts';
import { sameNumber } from './number.ts';
import type { Objection } from './objection.ts';
import { type Amendment, type Change, type ChangeKind, nameOf } from './plan.ts';

/** Something that a change touches, as the steps to it: `task`, `II.3.a`, `deadline`. */
export interface Touched {
  readonly slot: readonly string[];
  readonly change: Change;
  readonly amendment: Amendment;
}

/** One holds the other. */
export const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((step, i) => i >= b.length || step === b[i]);

export function touchedBy(change: Change, amendment: Amendment): Touched[] {
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

export const twice = ({ kind, at }: Change, { change, amendment }: Touched): Objection => ({
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

/** The changes of one amendment in the order in which they can be taken. */
export const sorted = (changes: readonly Change[]): Change[] =>
  sortedBy(changes, (change) => {
    const slots = slotsOf(change).map((slot) => slot.join(' '));
    return `${String(PHASES.indexOf(change.kind)).padStart(2, '0')} ${slots.sort().join()}`;
  });

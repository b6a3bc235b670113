import { LETTERS, SELF_COMPOSED, closest, composed } from '../fold.ts';
import { onceFor } from '../group.ts';
import { type Facts, roleOf } from '../model/facts.ts';
import type { Owner, Task } from '../model/plan.ts';
import type { Entry, Evidence } from '../model/report.ts';

/** What the rules DD214 to DD403 share: they all judge what entries say. */

/** An entry whose contents are judged, the task it speaks of with the part that its owner has in it, and what a hit says of it. */
interface Told {
  readonly entry: Entry;
  readonly task: Task | undefined;
  readonly role: 'lead' | 'support' | undefined;
  readonly about: { readonly owner: Owner; readonly task: Task | undefined; readonly period: string };
}

/** Every entry of the judged reports, but for those that speak of a task again. */
export const entriesOf = onceFor((facts: Facts): readonly Told[] => {
  const told: Told[] = [];
  for (const { owner, period, entries } of facts.judged) {
    for (const entry of entries) {
      if (entry.repeats) continue;
      const { task } = entry;
      const role = task && roleOf(facts, owner, period, task);
      told.push({ entry, task, role, about: { owner, task, period: period.id } });
    }
  }
  return told;
});

/** One of them on a task that its owner has a part in. */
interface Assigned extends Told {
  readonly task: Task;
  readonly role: 'lead' | 'support';
}

/** Those among them that speak of a task which their owner, or a body that it answers for, leads or supports. */
export const assignedOf = onceFor((facts: Facts): readonly Assigned[] =>
  entriesOf(facts).filter((told): told is Assigned => told.role !== undefined),
);

/** Those of bodies that lead the task: a supporting body owes neither evidence nor reasons. */
export const ledOf = onceFor((facts: Facts): readonly Assigned[] =>
  assignedOf(facts).filter(({ role }) => role === 'lead'),
);

/** True where a field was written in vain, its value or name faulty: then its absence is not another fault. */
export const isFaulty = ({ report, at }: Entry, field: string): boolean =>
  report.source.faults.some((fault) => {
    const [list, index, name] = fault.path;
    if (list !== 'entries' || index !== at().path[1]) return false;
    return name === field || (fault.kind === 'unknown-field' && closest(fault.field, fault.known) === field);
  });

export const isBlankText = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** The evidence that says what it is: an item without number, title, file and date proves nothing. */
export const proofsOf = ({ evidence }: Entry): readonly Evidence[] =>
  evidence.filter(
    ({ data: { number, title, file, date } }) =>
      number !== undefined || date !== undefined || !isBlankText(title) || !isBlankText(file),
  );

const FILLERS = new Set(
  [
    ['tbd', 'tbc', 'todo', 'to do', 'n/a', 'na', 'nt', 'như trên', 'nội dung như trên'],
    ['đang cập nhật', 'số liệu đang cập nhật', 'chưa cập nhật', 'cập nhật sau', 'sẽ cập nhật', 'sẽ cập nhật sau'],
    ['đang bổ sung', 'bổ sung sau', 'sẽ bổ sung', 'sẽ bổ sung sau', 'báo cáo sau', 'sẽ báo cáo sau'],
  ].flat(),
);

/** True for a text that only keeps the place of one: `......`, `???`, `xxx`, `TBD`, `đang cập nhật`, `<tên>`, `[…]`. */
export function isPlaceholder(text: string): boolean {
  // Told of most texts at once.
  if (beginsWithLetter(text) && LONG.test(text)) return false;
  const whole = composed(text.trim());
  const isWorded = beginsWithLetter(whole);
  if (isWorded && whole.length > LONGEST_FILLER) return false;
  const plain = whole.toLowerCase();
  if (
    !isWorded &&
    (/^[\s.,:;…_\-–—?x/*()[\]<>]+$/.test(plain) || /^<[^<>]*>$/.test(plain) || /^\[[^[\]]*\]$/.test(plain))
  )
    return true;
  return plain.length <= LONGEST_FILLER && FILLERS.has(plain.replace(/\s+/g, ' ').replace(SIGNS_AROUND, ''));
}

const LONGEST_FILLER = 40;
/** Has more characters than a filler, however it is composed, without the spaces behind it. */
const LONG = new RegExp(`^[${SELF_COMPOSED}]{${LONGEST_FILLER},}?(?=\\S)[${SELF_COMPOSED}]`);
const SIGNS_AROUND = new RegExp(`^[^${LETTERS}]+|[^${LETTERS}]+$`, 'g');

/** Begins with a figure or a Latin letter that is not an x: no row of signs does. */
function beginsWithLetter(text: string): boolean {
  const first = text.charCodeAt(0);
  const letter = first | 32;
  return (
    (letter >= 97 && letter <= 122 && letter !== 120) ||
    (first >= 48 && first <= 57) ||
    (first >= 0xc0 && first <= 0x24f) ||
    (first >= 0x1ea0 && first <= 0x1ef9)
  );
}

import type { Day } from '../day.ts';
import type { AppraisalData, ReceivedData, RegisterFile, TriggerData } from '../generated/types.ts';
import { sameId } from '../fold.ts';
import { sortedBy } from '../group.ts';
import { type At, type Source, atIn } from '../source.ts';
import { sameNumber } from './number.ts';
import type { Period } from './period.ts';
import type { Owner, Plan, Task } from './plan.ts';
import { planPeriod } from './regime.ts';

/** What a line of the register speaks of, as far as the plan knows it. */
interface Line {
  readonly at: At;
  readonly owner?: Owner;
  readonly task?: Task;
  readonly period?: Period;
}
interface Named {
  readonly owner?: string | undefined;
  readonly task?: string | undefined;
  readonly period?: string | undefined;
}
/** Lines of a faulty file may lack fields: the rules DD1xx speak of them. */
type LineOf<D> = Line & { readonly data: Partial<D> };

/** A document that a body sent, but not in the form. */
export type Received = LineOf<ReceivedData>;
/** An event or request that sets an on-event task going. */
export type Trigger = LineOf<TriggerData>;
/** What the coordinator thinks of an entry. */
export type Appraisal = LineOf<AppraisalData>;

/** The coordinator's register (sổ của cơ quan đầu mối): all its files together. */
export interface Register {
  readonly files: readonly { readonly source: Source; readonly data: Partial<RegisterFile>; readonly ours: boolean }[];
  readonly received: readonly Received[];
  readonly triggers: readonly Trigger[];
  readonly appraisals: readonly Appraisal[];
}

/** The register from its sources; of one for another plan only the file is known. */
export function registerFrom(plan: Plan, sources: readonly Source[]): Register {
  const files = sources.map((source) => {
    const data = (source.data ?? {}) as Partial<RegisterFile>;
    return { source, data, ours: data.plan !== undefined && sameNumber(data.plan) === sameNumber(plan.number) };
  });
  const lines = <D extends Named>(list: 'received' | 'triggers' | 'appraisals'): LineOf<D>[] =>
    files
      .filter(({ ours }) => ours)
      .flatMap(({ source, data }) =>
        ((data[list] ?? []) as readonly unknown[] as readonly (Partial<D> | undefined)[]).flatMap((each, i) =>
          each ? [{ data: each, at: atIn(source, list, i), ...spokenOf(plan, each) }] : [],
        ),
      );
  return {
    files,
    received: lines<ReceivedData>('received'),
    triggers: lines<TriggerData>('triggers'),
    appraisals: lines<AppraisalData>('appraisals'),
  };
}

function spokenOf(plan: Plan, line: Partial<Named>): Omit<Line, 'at'> {
  const owner = line.owner === undefined ? undefined : plan.ownerNamed(line.owner);
  const task = line.task === undefined ? undefined : plan.task(line.task);
  const period = line.period === undefined ? undefined : planPeriod(plan, line.period);
  return { ...(owner ? { owner } : {}), ...(task ? { task } : {}), ...(period ? { period } : {}) };
}

/** What last set a task going by a day. */
export const triggerOf = ({ triggers }: Register, task: Task, day: Day): Trigger | undefined =>
  sortedBy(
    triggers.filter(
      ({ task: about, data }) =>
        about && sameId(about.id) === sameId(task.id) && data.day !== undefined && data.day <= day,
    ),
    ({ data }) => data.day,
  ).at(-1);

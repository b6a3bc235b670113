import type { Day } from '../day.ts';
import type {
  GroupData,
  OwnerData,
  OwnersFile,
  PartnerData,
  PlanFile,
  ReferenceData,
  ReferencesFile,
  TaskData,
  TasksFile,
} from '../generated/types.ts';
import { type At, type PlanSources, type Source, atIn } from '../source.ts';
import type { Succession } from './lineage.ts';
import type { Placed } from './names.ts';
import type { Amendment, Ending, Group, Owner, Partner, TaskDraft, Waiver } from './plan.ts';

/**
 * What a version of the plan says, as placed data: ids are not yet followed to what they name. The plan as signed is
 * a draft; an amendment makes the next draft of one (amend.ts); a plan is made of any draft (plan-from.ts).
 */
export interface Draft {
  readonly plan: PlanFile;
  readonly at: At;
  readonly version: string;
  readonly since: Day;
  readonly amendments: readonly Amendment[];
  readonly owners: readonly Owner[];
  readonly former: readonly Owner[];
  readonly endings: ReadonlyMap<string, Ending>;
  readonly groups: readonly Group[];
  readonly partners: readonly Partner[];
  readonly references: readonly (ReferenceData & Placed)[];
  readonly tasks: readonly TaskDraft[];
  readonly ended: readonly TaskDraft[];
  readonly successions: readonly Succession[];
  readonly waivers: readonly Waiver[];
}

/** The plan as signed. */
export function draftFrom(sources: PlanSources): Draft {
  const plan = sources.plan.data as PlanFile;
  const bodies = sources.owners.data as OwnersFile;
  const { version } = plan;
  return {
    plan,
    at: atIn(sources.plan),
    version,
    since: plan.date,
    amendments: [],
    owners: listed<OwnerData>(sources.owners, 'owners', bodies.owners),
    former: [],
    endings: new Map(),
    groups: listed<GroupData>(sources.owners, 'groups', bodies.groups),
    partners: listed<PartnerData>(sources.owners, 'partners', bodies.partners),
    references: listed<ReferenceData>(
      sources.references,
      'references',
      (sources.references.data as ReferencesFile).references,
    ),
    tasks: sources.tasks.flatMap((source) =>
      listed<TaskData>(source, 'tasks', (source.data as TasksFile).tasks).map((task) => ({
        ...task,
        extensions: [],
        version,
      })),
    ),
    ended: [],
    successions: [],
    waivers: [],
  };
}

/** The things of a list, each knowing its place. */
const listed = <D extends object>(source: Source, field: string, list: readonly D[] = []): (D & Placed)[] =>
  list.map((data, i) => ({ ...data, at: atIn(source, field, i) }));

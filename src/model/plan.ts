import type { Day } from '../day.ts';
import type {
  ChangeData,
  Citation as CitationData,
  DeadlineData,
  GroupData,
  HolidaysFile,
  InstrumentData,
  OwnerData,
  PartnerData,
  PlanFile,
  ReferenceData,
  TaskData,
} from '../generated/types.ts';
import type { At, SignedText } from '../source.ts';
import type { Papers } from './papers.ts';
import type { DueRule, Period } from './period.ts';
import type { Lineage } from './lineage.ts';

export type Kind = TaskData['kind'];
export type Basis = 'stated' | 'derived' | 'event' | 'assumed';
export type Relation = CitationData['relation'];

/** A body that can hold tasks and owes reports. One object stands for it in every version of the plan. */
export interface Owner extends OwnerData {
  readonly at: At;
  /** The day from which it exists, where an amendment brought it. */
  readonly since?: Day;
}
/** A body as tables and lists call it. */
export const nameShort = ({ short, name }: Pick<Owner, 'short' | 'name'>): string => short ?? name;

export interface Group extends GroupData {
  readonly at: At;
}
/** An outside body: named by the plan, never owing anything. */
export interface Partner extends PartnerData {
  readonly at: At;
}
/** A cited document. Its key is its number, or its id where it is cited by title alone. */
export interface Reference extends ReferenceData {
  readonly key: string;
  readonly at: At;
}
/** How a task or product stands to a document. */
export interface Citation extends CitationData {
  /** Absent where the document is not declared. */
  readonly reference?: Reference;
  readonly at: At;
}
export interface Product {
  readonly title: string;
  readonly references: readonly Citation[];
  readonly at: At;
}
export interface Deadline {
  readonly basis: Basis;
  readonly date?: Day;
  readonly each?: DueRule;
  readonly words?: string;
  readonly note?: string;
  /** What moved it, earliest first; the first one's `from` is the day as signed. */
  readonly extensions: readonly Extension[];
  readonly at: At;
}
/** A deadline moved back by a later document. */
export interface Extension {
  readonly from: Day;
  readonly to: Day;
  readonly amendment: Amendment;
  readonly at: At;
}
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly line?: number;
}

/** True for the id of a section, of one below it, or of a task of these. */
export const isWithin = (id: string, { id: section }: Pick<Section, 'id'>): boolean =>
  id === section || id.startsWith(`${section}.`);

/** One assigned piece of work. */
export interface Task {
  readonly id: string;
  readonly text: string;
  readonly kind: Kind;
  readonly answeredBy: 'entry' | 'report' | 'none';
  /** The task is to submit something: the day of submission counts as completion. */
  readonly submits: boolean;
  readonly as?: 'coordinate';
  readonly section: Section;
  /** Ids of bodies or groups, as assigned. */
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly partners: readonly string[];
  /** The bodies themselves, groups expanded, in the order of owners.yaml. */
  readonly leads: readonly Owner[];
  readonly supports: readonly Owner[];
  readonly products: readonly Product[];
  readonly references: readonly Citation[];
  readonly deadline?: Deadline;
  readonly indicator?: NonNullable<TaskData['indicator']>;
  /** Lines of the source text, 1-based: the heading that names the body, and the text itself. */
  readonly heading?: number;
  readonly lines: readonly number[];
  readonly confirmed: boolean;
  readonly note?: string;
  /** The version that made it what it is now, and the amendment where that is not the plan as signed. */
  readonly version: string;
  readonly amendment?: Amendment;
  /** Given where the task is no longer asked for. */
  readonly ended?: Ending;
  readonly at: At;
}

/** A task before the bodies and documents behind its ids are known; one that an amendment brought has no lines of the signed text. */
export interface TaskDraft extends Omit<TaskData, 'source' | 'deadline'> {
  readonly source?: TaskData['source'];
  readonly deadline?: DeadlineData;
  readonly extensions: readonly Extension[];
  readonly version: string;
  readonly amendment?: Amendment;
  readonly ended?: Ending;
  readonly at: At;
}

type Changes = Required<ChangeData>;
/** One change of an amendment, by its kind. */
export type Change = {
  readonly [K in keyof Changes]: { readonly kind: K; readonly data: Changes[K]; readonly at: At };
}[keyof Changes];
export type ChangeKind = Change['kind'];

/** A dated document that changes the plan from a day on (văn bản sửa đổi). */
export interface Amendment {
  readonly instrument: InstrumentData;
  /** The first day on which the plan reads so. */
  readonly effective: Day;
  readonly version: string;
  readonly changes: readonly Change[];
  readonly at: At;
}

/** How a body or task came to its end: the first day without it, by which amendment, who has taken over. */
export interface Ending {
  readonly day: Day;
  readonly amendment: Amendment;
  readonly at: At;
  readonly reason?: string;
  /** Ids of the bodies that took over what was left; empty where nobody did. */
  readonly heirs: readonly string[];
}

/** Obligations that need not be met: of a body, a task, a period, or of these together. */
export interface Waiver {
  readonly owner?: string;
  readonly task?: string;
  readonly period?: string;
  readonly reason: string;
  readonly since: Day;
  /** The last day of the waiver. */
  readonly until?: Day;
  readonly amendment: Amendment;
  readonly at: At;
}

/** The plan in force on a day: as signed, with every amendment effective by then. */
export interface Plan extends Omit<PlanFile, 'sections'> {
  /** The first day of this version. */
  readonly since: Day;
  /** The amendments that made it, in their order; none in the plan as signed. */
  readonly amendments: readonly Amendment[];
  readonly sections: readonly Section[];
  /** The tasks that are asked for. */
  readonly tasks: readonly Task[];
  /** The tasks that an amendment ended. */
  readonly ended: readonly Task[];
  /** The bodies that exist. */
  readonly owners: readonly Owner[];
  /** The bodies that exist no more. */
  readonly former: readonly Owner[];
  readonly groups: readonly Group[];
  readonly partners: readonly Partner[];
  readonly references: readonly Reference[];
  readonly waivers: readonly Waiver[];
  /** Who took over whose work. */
  readonly lineage: Lineage;
  /** The bodies that owe a report each period. */
  readonly reporters: readonly Owner[];
  /** The signed text; its lines are the source of every task. */
  readonly text: SignedText;
  /** How the papers drafted from it look: no part of what it says, so of no fingerprint. */
  readonly papers: Papers;
  readonly holidays: ReadonlyMap<number, HolidaysFile & { readonly at: At }>;
  /** Twelve hexadecimal figures over all that this version says: files that say the same have the same. */
  readonly fingerprint: string;
  readonly at: At;
  /** The versions before this one, as signed first. */
  readonly earlier: readonly Plan[];
  /** The plan as it was on an earlier day; of later ones nothing is known here. */
  on(day: Day): Plan;
  /** A task in force; else as it last was, or will first be. */
  task(id: string): Task | undefined;
  /** A body by its id, whether it exists on this day or not. */
  owner(id: string): Owner | undefined;
  /** The body known under an id, name or alias, whether it exists on this day or not. */
  ownerNamed(written: string): Owner | undefined;
  /** An owner, group or partner by its id. */
  body(id: string): Owner | Group | Partner | undefined;
  /** How a body ended; `undefined` while it exists. */
  endingOf(owner: Owner): Ending | undefined;
  reference(keyOrAlias: string): Reference | undefined;
  /** The existing bodies behind ids of bodies and groups, groups in groups included, each once. */
  expand(ids: readonly string[]): readonly Owner[];
  /** The day a period's reports are due, rolled to a working day where the plan says so. */
  dueDay(period: Period): Day;
  /** The day by which a task's work is due in a period; absent where it has no date. */
  deadlineDay(task: Task, period: Period): Day | undefined;
}

/** What a body is called; an id that is nobody’s stands for itself. */
export const bodyName = (plan: Pick<Plan, 'body'>, id: string): string => plan.body(id)?.name ?? id;

/** The bodies behind ids; one that is nobody’s has none. */
export const ownersIn = (plan: Pick<Plan, 'owner'>, ids: readonly string[]): Owner[] =>
  ids.flatMap((id) => plan.owner(id) ?? []);

/** The tasks that a version of the plan brought or changed: all of them in the plan as signed. */
export const freshTasks = ({ tasks, version }: Plan): readonly Task[] =>
  tasks.filter((task) => task.version === version);

/** A document as one refers to it: by its number, else its title. */
export const nameOf = ({ instrument: { number, title } }: Pick<Amendment, 'instrument'>): string => number ?? title;

import type { Day } from '../day.ts';
import type {
  Citation as CitationData,
  GroupData,
  HolidaysFile,
  OwnerData,
  PartnerData,
  PlanFile,
  ReferenceData,
  TaskData,
} from '../generated/types.ts';
import type { At, SignedText } from '../source.ts';
import type { DueRule, Period } from './period.ts';

export type Kind = TaskData['kind'];
export type Basis = 'stated' | 'derived' | 'event' | 'assumed';
export type Relation = CitationData['relation'];

/** A body that can hold tasks and owes reports. */
export interface Owner extends OwnerData {
  readonly at: At;
}
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
  readonly at: At;
}
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly line?: number;
}

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
  readonly at: At;
}

/** The plan in force on a day. */
export interface Plan extends Omit<PlanFile, 'sections'> {
  readonly sections: readonly Section[];
  readonly tasks: readonly Task[];
  readonly owners: readonly Owner[];
  readonly groups: readonly Group[];
  readonly partners: readonly Partner[];
  readonly references: readonly Reference[];
  /** The bodies that owe a report each period. */
  readonly reporters: readonly Owner[];
  /** The signed text; its lines are the source of every task. */
  readonly text: SignedText;
  readonly holidays: ReadonlyMap<number, HolidaysFile & { readonly at: At }>;
  /** Twelve hexadecimal figures over the plan's content: files that say the same have the same. */
  readonly fingerprint: string;
  readonly at: At;
  task(id: string): Task | undefined;
  owner(id: string): Owner | undefined;
  /** The body known under an id, name or alias. */
  ownerNamed(written: string): Owner | undefined;
  /** An owner, group or partner by its id. */
  body(id: string): Owner | Group | Partner | undefined;
  reference(keyOrAlias: string): Reference | undefined;
  /** The bodies behind ids of bodies and groups, groups in groups included, each once. */
  expand(ids: readonly string[]): Owner[];
  /** The day a period's reports are due, rolled to a working day where the plan says so. */
  dueDay(period: Period): Day;
  /** The day by which a task's work is due in a period; absent where it has no date. */
  deadlineDay(task: Task, period: Period): Day | undefined;
}

/** True where a deadline can make a task overdue: an assumed tracking date never does. */
export const binds = (task: Task): boolean => task.deadline !== undefined && task.deadline.basis !== 'assumed';

import { createHash } from 'node:crypto';
import type { Day } from '../day.ts';
import { sameId, sameName } from '../fold.ts';
import type {
  Citation as CitationData,
  GroupData,
  HolidaysFile,
  OwnerData,
  OwnersFile,
  PartnerData,
  PlanFile,
  ReferenceData,
  ReferencesFile,
  TaskData,
  TasksFile,
} from '../generated/types.ts';
import { type At, type Fault, type PlanSources, type SignedText, type Source, atIn } from '../source.ts';
import { sameNumber } from './number.ts';
import { type DueRule, type Holidays, type Period, dayIn, nextWorkingDay, periodFrom } from './period.ts';

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

/** The plan that its files say, and what keeps them from saying one thing: ids and names given twice. */
export function planFrom(sources: PlanSources): {
  readonly plan: Plan;
  readonly faults: readonly { source: Source; fault: Fault }[];
} {
  const faults: { source: Source; fault: Fault }[] = [];
  const data = sources.plan.data as PlanFile;
  const ownersFile = sources.owners.data as OwnersFile;
  const owners = listed<OwnerData>(sources.owners, 'owners', ownersFile.owners);
  const groups = listed<GroupData>(sources.owners, 'groups', ownersFile.groups);
  const partners = listed<PartnerData>(sources.owners, 'partners', ownersFile.partners);
  const references = listed<ReferenceData>(
    sources.references,
    'references',
    (sources.references.data as ReferencesFile).references,
  ).map((reference): Reference => ({ ...reference, key: reference.number ?? reference.id ?? reference.title }));

  /** Registers things under their names; the second thing of a name is a fault. */
  const register = <T extends { readonly at: At }>(
    things: readonly T[],
    namesOf: (thing: T) => readonly (readonly [string, At])[],
    same: (name: string) => string,
  ): Map<string, T> => {
    const known = new Map<string, { thing: T; at: At }>();
    for (const thing of things) {
      for (const [name, at] of namesOf(thing)) {
        const first = known.get(same(name));
        if (first === undefined) known.set(same(name), { thing, at });
        else if (first.thing !== thing) {
          const { source, path, part } = at();
          faults.push({ source, fault: { kind: 'duplicate-key', key: name, path, part, related: [first.at()] } });
        }
      }
    }
    return new Map([...known].map(([name, { thing }]) => [name, thing]));
  };
  const below =
    (at: At, ...base: (string | number)[]): At =>
    (...path) =>
      at(...base, ...path);
  const named = ({ name, aliases = [], at }: { name: string; aliases?: readonly string[]; at: At }): [string, At][] => [
    [name, below(at, 'name')],
    ...aliases.map((alias, i): [string, At] => [alias, below(at, 'aliases', i)]),
  ];

  const bodies = [...owners, ...groups, ...partners];
  const byId = register<Owner | Group | Partner>(bodies, ({ id, at }) => [[id, below(at, 'id')]], sameId);
  register<Owner | Group | Partner>(bodies, named, sameName);
  const ownersById = new Map(owners.map((owner) => [owner.id, owner]));
  const ownersByName = new Map(
    owners.flatMap((owner) => [owner.name, ...(owner.aliases ?? [])].map((name) => [sameName(name), owner])),
  );
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  const byNumber = register(
    references,
    (reference) => [
      [reference.key, below(reference.at, reference.number === undefined ? 'id' : 'number')],
      ...(reference.aliases ?? []).map((alias, i): [string, At] => [alias, below(reference.at, 'aliases', i)]),
    ],
    sameNumber,
  );

  const expand = (ids: readonly string[]): Owner[] => {
    const [found, seen] = [new Set<Owner>(), new Set<string>()];
    const visit = (id: string): void => {
      if (seen.has(id)) return;
      seen.add(id);
      const owner = ownersById.get(id);
      if (owner) found.add(owner);
      else groupsById.get(id)?.members.forEach(visit);
    };
    ids.forEach(visit);
    return owners.filter((owner) => found.has(owner));
  };

  const sections = data.sections;
  const sectionOf = (id: string): Section =>
    sections
      .filter((section) => id === section.id || id.startsWith(`${section.id}.`))
      .sort((a, b) => b.id.length - a.id.length)[0] ?? { id, title: id };
  const cited = (list: readonly CitationData[] = [], at: At, ...base: (string | number)[]): Citation[] =>
    list.map((citation, i) => {
      const reference = byNumber.get(sameNumber(citation.ref));
      return { ...citation, ...(reference ? { reference } : {}), at: below(at, ...base, i) };
    });

  const tasks = sources.tasks.flatMap((source) =>
    listed<TaskData>(source, 'tasks', (source.data as TasksFile).tasks).map(({ source: from, ...task }): Task => {
      const { at } = task;
      return {
        ...task,
        answeredBy: task.answeredBy ?? 'entry',
        submits: task.submits ?? false,
        support: task.support ?? [],
        partners: task.partners ?? [],
        confirmed: task.confirmed ?? true,
        section: sectionOf(task.id),
        leads: expand(task.lead),
        supports: expand(task.support ?? []),
        products: (task.products ?? []).map((product, i) => ({
          ...product,
          references: cited(product.references, at, 'products', i, 'references'),
          at: below(at, 'products', i),
        })),
        references: cited(task.references, at, 'references'),
        ...(task.deadline ? { deadline: { ...task.deadline, at: below(at, 'deadline') } } : {}),
        ...(from.heading === undefined ? {} : { heading: from.heading }),
        lines: from.lines,
      } as Task;
    }),
  );
  const tasksById = register(tasks, ({ id, at }) => [[id, below(at, 'id')]], sameId);

  const holidays = new Map(
    sources.holidays.map((source) => [
      (source.data as HolidaysFile).year,
      { ...(source.data as HolidaysFile), at: atIn(source) },
    ]),
  );
  const daysOff: Holidays = {
    off: new Set([...holidays.values()].flatMap(({ off }) => off)),
    worked: new Set([...holidays.values()].flatMap(({ worked = [] }) => worked)),
  };
  const roll = (day: Day): Day => (data.reporting.rolling === 'next-working-day' ? nextWorkingDay(day, daysOff) : day);

  if (periodFrom(data.reporting.first)?.frequency !== data.reporting.frequency) {
    const { path, part } = atIn(sources.plan)('reporting', 'first');
    faults.push({
      source: sources.plan,
      fault: {
        kind: 'bad-value',
        field: 'first',
        value: data.reporting.first,
        expected: { form: 'period' },
        path,
        part,
      },
    });
  }

  const plan: Plan = {
    ...data,
    sections,
    tasks,
    owners,
    groups,
    partners,
    references,
    reporters: expand(data.reporting.owners),
    text: sources.text,
    holidays,
    fingerprint: fingerprintOf(sources),
    at: atIn(sources.plan),
    task: (id) => tasksById.get(sameId(id)),
    owner: (id) => ownersById.get(id),
    ownerNamed: (written) => ownersById.get(sameId(written)) ?? ownersByName.get(sameName(written)),
    body: (id) => byId.get(id),
    reference: (written) => byNumber.get(sameNumber(written)),
    expand,
    dueDay: (period) => roll(dayIn(period, data.reporting.due)),
    deadlineDay: ({ deadline }, period) => (deadline?.each ? roll(dayIn(period, deadline.each)) : deadline?.date),
  };
  return { plan, faults };
}

/** The things of a list, each knowing its place. */
const listed = <D extends object>(
  source: Source,
  field: string,
  list: readonly D[] = [],
): (D & { readonly at: At })[] => list.map((data, i) => ({ ...data, at: atIn(source, field, i) }));

function fingerprintOf({ plan, owners, references, tasks, holidays, text }: PlanSources): string {
  const content = [plan, owners, references, ...tasks, ...holidays].map((source) => source.data);
  return createHash('sha256')
    .update(JSON.stringify([content, text.lines]))
    .digest('hex')
    .slice(0, 12);
}

/** True where a deadline can make a task overdue: an assumed tracking date never does. */
export const binds = (task: Task): boolean => task.deadline !== undefined && task.deadline.basis !== 'assumed';

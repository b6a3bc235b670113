import { createHash } from 'node:crypto';
import { type Day, isTimezone } from '../day.ts';
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
import { type At, type Path, type PlanSources, type Source, atIn } from '../source.ts';
import { type FoundFault, type Placed, namesWithPlaces, register } from './names.ts';
import { sameNumber } from './number.ts';
import { dayIn, nextWorkingDay, periodFrom } from './period.ts';
import type { Citation, Group, Owner, Partner, Plan, Reference, Section, Task } from './plan.ts';

/** The plan that its faultless files say, and what keeps them from saying one thing: ids and names given twice. */
export function planFrom(sources: PlanSources): { readonly plan: Plan; readonly faults: readonly FoundFault[] } {
  const faults: FoundFault[] = [];
  const data = sources.plan.data as PlanFile;
  const bodies = bodiesFrom(sources.owners, faults);
  const references = referencesFrom(sources.references, faults);
  const tasks = sources.tasks.flatMap((source) => tasksFrom(source, data.sections, bodies.expand, references.find));
  const tasksById = register(tasks, ({ id, at }) => [[id, at('id')]], sameId, faults);
  const { holidays, roll } = calendarFrom(sources.holidays, data.reporting.rolling ?? 'none');
  faults.push(...regimeFaults(sources.plan));

  const plan: Plan = {
    ...data,
    ...bodies,
    references: references.all,
    tasks,
    holidays,
    reporters: bodies.expand(data.reporting.owners),
    text: sources.text,
    fingerprint: fingerprintOf(sources),
    at: atIn(sources.plan),
    task: (id) => tasksById.get(sameId(id)),
    reference: references.find,
    dueDay: (period) => roll(dayIn(period, data.reporting.due)),
    deadlineDay: ({ deadline }, period) => (deadline?.each ? roll(dayIn(period, deadline.each)) : deadline?.date),
  };
  return { plan, faults };
}

/** The things of a list, each knowing its place. */
const listed = <D extends object>(source: Source, field: string, list: readonly D[] = []): (D & Placed)[] =>
  list.map((data, i) => ({ ...data, at: atIn(source, field, i) }));

const below =
  (at: At, ...base: Path): At =>
  (...path) =>
    at(...base, ...path);

type Bodies = Pick<Plan, 'owners' | 'groups' | 'partners' | 'owner' | 'ownerNamed' | 'body' | 'expand'>;

function bodiesFrom(source: Source, faults: FoundFault[]): Bodies {
  const file = source.data as OwnersFile;
  const owners = listed<OwnerData>(source, 'owners', file.owners);
  const groups = listed<GroupData>(source, 'groups', file.groups);
  const partners = listed<PartnerData>(source, 'partners', file.partners);
  const all: (Owner | Group | Partner)[] = [...owners, ...groups, ...partners];
  const byId = register(all, ({ id, at }) => [[id, at('id')]], sameId, faults);
  register(all, (body) => namesWithPlaces('name', body.name, body), sameName, faults);
  const ownersById = new Map(owners.map((owner) => [owner.id, owner]));
  const ownersByName = new Map(
    owners.flatMap((owner) => [owner.name, ...(owner.aliases ?? [])].map((name) => [sameName(name), owner])),
  );
  const groupsById = new Map(groups.map((group) => [group.id, group]));
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
  return {
    owners,
    groups,
    partners,
    expand,
    owner: (id) => ownersById.get(id),
    ownerNamed: (written) => ownersById.get(sameId(written)) ?? ownersByName.get(sameName(written)),
    body: (id) => byId.get(id),
  };
}

interface References {
  readonly all: readonly Reference[];
  readonly find: Plan['reference'];
}

function referencesFrom(source: Source, faults: FoundFault[]): References {
  const all = listed<ReferenceData>(source, 'references', (source.data as ReferencesFile).references).map(
    (reference): Reference => ({ ...reference, key: reference.number ?? reference.id ?? reference.title }),
  );
  const keyField = ({ number }: Reference): string => (number === undefined ? 'id' : 'number');
  const byNumber = register(all, (each) => namesWithPlaces(keyField(each), each.key, each), sameNumber, faults);
  return { all, find: (written) => byNumber.get(sameNumber(written)) };
}

function tasksFrom(
  source: Source,
  sections: readonly Section[],
  expand: Plan['expand'],
  find: Plan['reference'],
): Task[] {
  const cited = (list: readonly CitationData[] = [], at: At): Citation[] =>
    list.map((citation, i) => {
      const reference = find(citation.ref);
      return { ...citation, ...(reference ? { reference } : {}), at: below(at, i) };
    });
  const tasks = listed<TaskData>(source, 'tasks', (source.data as TasksFile).tasks);
  return tasks.map(({ source: from, deadline, ...task }): Task => {
    const { at, support = [], partners = [], products = [] } = task;
    return {
      ...task,
      answeredBy: task.answeredBy ?? 'entry',
      submits: task.submits ?? false,
      confirmed: task.confirmed ?? true,
      section: sectionOf(task.id, sections),
      support,
      partners,
      leads: expand(task.lead),
      supports: expand(support),
      products: products.map(({ title, references }, i) => ({
        title,
        references: cited(references, below(at, 'products', i, 'references')),
        at: below(at, 'products', i),
      })),
      references: cited(task.references, below(at, 'references')),
      ...(deadline ? { deadline: { ...deadline, at: below(at, 'deadline') } } : {}),
      ...(from.heading === undefined ? {} : { heading: from.heading }),
      lines: from.lines,
    };
  });
}

/** The innermost section whose id begins a task's id. */
function sectionOf(id: string, sections: readonly Section[]): Section {
  const around = sections.filter((section) => id === section.id || id.startsWith(`${section.id}.`));
  return around.sort((a, b) => b.id.length - a.id.length)[0] ?? { id, title: id };
}

function calendarFrom(sources: readonly Source[], rolling: 'none' | 'next-working-day') {
  const holidays = new Map(
    sources.map((source) => {
      const file = source.data as HolidaysFile;
      return [file.year, { ...file, at: atIn(source) }];
    }),
  );
  const off = new Set([...holidays.values()].flatMap((year) => year.off));
  const worked = new Set([...holidays.values()].flatMap((year) => year.worked ?? []));
  return { holidays, roll: (day: Day): Day => (rolling === 'none' ? day : nextWorkingDay(day, { off, worked })) };
}

/** What the schema cannot say of plan.yaml: a time zone that exists, a first period of the regime's own kind. */
function* regimeFaults(source: Source): Iterable<FoundFault> {
  const { timezone, reporting } = source.data as PlanFile;
  const bad = (value: string, form: 'timezone' | 'period', ...path: string[]): FoundFault => {
    const field = path.at(-1) ?? '';
    return { source, fault: { kind: 'bad-value', field, value, expected: { form }, path, part: 'value' } };
  };
  if (!isTimezone(timezone)) yield bad(timezone, 'timezone', 'timezone');
  if (periodFrom(reporting.first)?.frequency !== reporting.frequency)
    yield bad(reporting.first, 'period', 'reporting', 'first');
}

function fingerprintOf({ plan, owners, references, tasks, holidays, text }: PlanSources): string {
  const content = [plan, owners, references, ...tasks, ...holidays].map((source) => source.data);
  return createHash('sha256')
    .update(JSON.stringify([content, text.lines]))
    .digest('hex')
    .slice(0, 12);
}

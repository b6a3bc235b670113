import { type Day, isTimezone } from '../day.ts';
import { sameId, sameName } from '../fold.ts';
import type { Citation as CitationData, HolidaysFile, PlanFile } from '../generated/types.ts';
import { type At, type Path, type PlanSources, type Source, atIn } from '../source.ts';
import type { Draft } from './draft.ts';
import { Lineage } from './lineage.ts';
import { type FoundFault, namesWithPlaces, register } from './names.ts';
import { sameNumber } from './number.ts';
import { type Body, issuersIn, papersFrom } from './papers.ts';
import { type Period, dayIn, nextWorkingDay, periodFrom } from './period.ts';
import {
  type Citation,
  type Owner,
  type Plan,
  type Reference,
  type Section,
  type Task,
  type TaskDraft,
  isWithin,
} from './plan.ts';

/** What all versions of a plan share. */
export interface Shared {
  readonly sources: PlanSources;
  readonly calendar: Calendar;
  /** Every body that there ever is, by what reports call it. */
  readonly bodies: Pick<Plan, 'owner' | 'ownerNamed'>;
  /** Every version, the earliest first, once all are made. */
  readonly versions: readonly Plan[];
}

/** A version of the plan from its draft; `earlier` are those before it. */
export function planFrom(draft: Draft, fingerprint: () => string, earlier: readonly Plan[], shared: Shared): Plan {
  const { owners, groups, partners } = draft;
  const { roll, holidays } = shared.calendar;
  const expand = expanding(draft);
  const references = draft.references.map((each): Reference => ({
    ...each,
    key: each.number ?? each.id ?? each.title,
  }));
  const byNumber = new Map(
    references.flatMap((each) => [each.key, ...(each.aliases ?? [])].map((name) => [sameNumber(name), each] as const)),
  );
  const reference: Plan['reference'] = (written) => byNumber.get(sameNumber(written));
  const made = (task: TaskDraft): Task => taskFrom(task, draft.plan.sections, expand, reference);
  const tasks = draft.tasks.map(made);
  const ended = draft.ended.map(made);
  // By the id as it is written in the plan too, which is how nearly all reports write it.
  const here = new Map(
    [...ended, ...tasks].flatMap((task) => [task.id, sameId(task.id)].map((id) => [id, task] as const)),
  );
  const bodies = new Map([...draft.former, ...owners, ...groups, ...partners].map((body) => [body.id, body]));
  const { reporting } = draft.plan;
  const dueDays = new Map<string, Day>();
  const dueDay = (period: Period): Day => {
    const known = dueDays.get(period.id) ?? roll(dayIn(period, reporting.due));
    dueDays.set(period.id, known);
    return known;
  };
  const body: Plan['body'] = (id) => bodies.get(sameId(id));
  const bodyNamed = (written: string): Body | undefined =>
    body(written) ??
    shared.bodies.ownerNamed(written) ??
    [...groups, ...partners].find(({ name, aliases = [] }) =>
      [name, ...aliases].some((each) => sameName(each) === sameName(written)),
    );

  const plan: Plan = {
    ...draft.plan,
    version: draft.version,
    since: draft.since,
    amendments: draft.amendments,
    tasks,
    ended,
    owners,
    former: draft.former,
    groups,
    partners,
    references,
    waivers: draft.waivers,
    lineage: new Lineage(draft.successions),
    reporters: expand(reporting.owners),
    text: shared.sources.text,
    papers: papersFrom(draft.plan, bodyNamed, shared.sources.papers),
    holidays,
    get fingerprint() {
      return fingerprint();
    },
    at: draft.at,
    earlier,
    on: (day) => (day >= draft.since ? plan : (earlier.findLast(({ since }) => since <= day) ?? earlier[0] ?? plan)),
    task: (id) =>
      here.get(id) ??
      here.get(sameId(id)) ??
      shared.versions.flatMap((each) => each.tasks).find((task) => sameId(task.id) === sameId(id)),
    ...shared.bodies,
    body,
    endingOf: ({ id }) => draft.endings.get(id),
    reference,
    expand,
    dueDay,
    deadlineDay: ({ deadline }, period) => (deadline?.each ? roll(dayIn(period, deadline.each)) : deadline?.date),
  };
  return plan;
}

/** Bodies behind ids of bodies and groups, in the order of the draft's own list. Most tasks are those of a few groups. */
function expanding({ owners, groups }: Draft): Plan['expand'] {
  const known = new Map<string, readonly Owner[]>();
  const ownersById = new Map(owners.map((owner) => [owner.id, owner]));
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  const expand = (ids: readonly string[]): readonly Owner[] => {
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
  return (ids) => {
    const key = JSON.stringify(ids);
    const expanded = known.get(key) ?? expand(ids);
    known.set(key, expanded);
    return expanded;
  };
}

const below =
  (at: At, ...base: Path): At =>
  (...path) =>
    at(...base, ...path);

function taskFrom(
  { source, deadline, extensions, ...task }: TaskDraft,
  sections: readonly Section[],
  expand: Plan['expand'],
  find: Plan['reference'],
): Task {
  const { at, support = [], partners = [], products = [] } = task;
  const cited = (list: readonly CitationData[] = [], place: At): Citation[] =>
    list.map((citation, i) => {
      const reference = find(citation.ref);
      return { ...citation, ...(reference ? { reference } : {}), at: below(place, i) };
    });
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
    ...(deadline ? { deadline: { ...deadline, extensions, at: below(at, 'deadline') } } : {}),
    ...(source?.heading === undefined ? {} : { heading: source.heading }),
    lines: source?.lines ?? [],
  };
}

/** The innermost section whose id begins a task's id. */
function sectionOf(id: string, sections: readonly Section[]): Section {
  const around = sections.filter((section) => isWithin(id, section));
  return around.sort((a, b) => b.id.length - a.id.length)[0] ?? { id, title: id };
}

interface Calendar extends Pick<Plan, 'holidays'> {
  /** A due day, moved to a working day where the plan says so. */
  readonly roll: (day: Day) => Day;
}

export function calendarFrom({ holidays: sources, plan }: PlanSources): Calendar {
  const { rolling = 'none' } = (plan.data as PlanFile).reporting;
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

/** Every body of the last version, by id, name and alias. */
export function knownBodies({ owners, former }: Draft): Shared['bodies'] {
  const all = [...owners, ...former];
  const byId = new Map(all.map((owner) => [owner.id, owner]));
  let byName: ReadonlyMap<string, Owner> | undefined;
  const named = (written: string): Owner | undefined => {
    // Where two have a name, a short one yields to a full one, and a former body's to one that exists.
    byName ??= new Map(
      [...former, ...owners]
        .flatMap((owner) => (owner.short === undefined ? [] : [[owner.short, owner] as const]))
        .concat(all.flatMap((owner) => [owner.name, ...(owner.aliases ?? [])].map((name) => [name, owner] as const)))
        .map(([name, owner]) => [sameName(name), owner]),
    );
    return byName.get(sameName(written));
  };
  return {
    owner: (id) => byId.get(id),
    ownerNamed: (written) => byId.get(written) ?? byId.get(sameId(written)) ?? named(written),
  };
}

/** What keeps the files of a plan from saying one thing: ids and names given twice, a regime that contradicts itself. */
export function faultsOf(
  sources: PlanSources,
  { owners, former, groups, partners, references, tasks, ended }: Draft,
): FoundFault[] {
  const faults: FoundFault[] = [];
  const bodies = [...owners, ...former, ...groups, ...partners];
  register(bodies, ({ id, at }) => [{ name: id, spot: () => at('id') }], sameId, faults);
  register(bodies, (body) => namesWithPlaces('name', body.name, body), sameName, faults);
  const key = ({ number, id, title }: (typeof references)[number]): [field: string, key: string] =>
    number === undefined ? ['id', id ?? title] : ['number', number];
  register(references, (each) => namesWithPlaces(...key(each), each), sameNumber, faults);
  register(issuersIn(sources.papers), ({ body, at }) => [{ name: body, spot: () => at('body') }], sameId, faults);
  register([...tasks, ...ended], ({ id, at }) => [{ name: id, spot: () => at('id') }], sameId, faults);
  return [...faults, ...regimeFaults(sources.plan)];
}

/** What the schema cannot say of plan.yaml: a time zone that exists, a first period of the regime's own kind. */
function* regimeFaults(source: Source): Iterable<FoundFault> {
  const { timezone, reporting } = source.data as PlanFile;
  const bad = (value: string, form: 'timezone' | 'period', above: string[], field: string): FoundFault => ({
    source,
    fault: { kind: 'bad-value', field, value, expected: { form }, path: [...above, field], part: 'value' },
  });
  if (!isTimezone(timezone)) yield bad(timezone, 'timezone', [], 'timezone');
  if (periodFrom(reporting.first)?.frequency !== reporting.frequency)
    yield bad(reporting.first, 'period', ['reporting'], 'first');
}

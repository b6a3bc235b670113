import type { Day } from '../../day.ts';
import type { Amendment, Citation, Deadline, Ending, Owner, Plan, Reference, Task } from '../../model/plan.ts';
import { print } from '../json.ts';

type Json = Readonly<Record<string, unknown>>;

/** Fields of a thing under their own names, in the order asked for; what is `undefined` is not printed. */
const fields = <T extends object>(thing: T, ...names: readonly (keyof T)[]): Json =>
  Object.fromEntries(names.map((name) => [name, thing[name]]));

const ids = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);

/** The consolidated plan as one JSON document. */
export const planJson = (plan: Plan, asOf: Day, tool: string): string =>
  print({
    ...fields(plan, 'number', 'version'),
    asOf,
    ...fields(plan, 'since', 'fingerprint'),
    tool: `dondoc ${tool}`,
    ...fields(plan, 'title', 'issuer', 'signer', 'date', 'horizon', 'vision', 'coordinator', 'recipient'),
    ...fields(plan, 'language', 'timezone', 'basis'),
    amendments: plan.amendments.map(amendmentJson),
    reporting: { ...plan.reporting, reporters: ids(plan.reporters) },
    sections: plan.sections,
    tasks: plan.tasks.map((task) => taskJson(plan, task)),
    ended: plan.ended.map((task) => ({ ...taskJson(plan, task), ...endingJson(task.ended) })),
    owners: plan.owners.map(ownerJson),
    former: plan.former.map((owner) => ({ ...ownerJson(owner), ...endingJson(plan.endingOf(owner)) })),
    groups: plan.groups.map(({ id, name, aliases = [], members, confirmed = true }) => ({
      id,
      name,
      aliases,
      members: ids(plan.expand([id])),
      assigned: members,
      confirmed,
    })),
    partners: plan.partners.map(({ id, name, aliases = [] }) => ({ id, name, aliases })),
    references: plan.references.map(referenceJson),
    waivers: plan.waivers.map((waiver) => ({
      ...fields(waiver, 'owner', 'task', 'period', 'reason', 'since', 'until'),
      version: waiver.amendment.version,
    })),
  });

/** A document that changed the plan, by what it says of itself. */
const amendmentJson = ({ version, effective, instrument }: Amendment): Json => ({
  version,
  effective,
  instrument: {
    number: instrument.number ?? null,
    date: instrument.date ?? null,
    issuer: instrument.issuer ?? null,
    title: instrument.title,
    confirmed: instrument.confirmed ?? true,
  },
});

/** How a body or task came to its end, where it did. */
const endingJson = (ending: Ending | undefined): Json =>
  ending ? { ending: { ...fields(ending, 'day', 'heirs', 'reason'), version: ending.amendment.version } } : {};

const ownerJson = ({ id, name, aliases = [], authority, symbol, confirmed = true }: Owner): Json => ({
  id,
  name,
  aliases,
  authority,
  symbol,
  confirmed,
});

const referenceJson = (reference: Reference): Json => ({
  id: reference.key,
  number: reference.number ?? null,
  aliases: reference.aliases ?? [],
  kind: reference.kind,
  date: reference.date ?? null,
  issuer: reference.issuer ?? null,
  ...fields(reference, 'title', 'expires', 'replacedBy'),
  confirmed: reference.confirmed ?? true,
});

const taskJson = (plan: Plan, task: Task): Json => ({
  ...fields(task, 'id', 'text', 'kind', 'answeredBy', 'submits'),
  section: task.section.id,
  ...fields(task, 'lead', 'as'),
  leads: ids(task.leads),
  ...fields(task, 'support', 'partners'),
  products: task.products.map(({ title, references }) => ({ title, references: references.map(citationJson) })),
  references: task.references.map(citationJson),
  deadline: task.deadline ? deadlineJson(task.deadline) : null,
  indicator: task.indicator,
  source: { file: plan.text.file, ...fields(task, 'heading', 'lines') },
  ...fields(task, 'version', 'confirmed', 'note'),
});

const deadlineJson = (deadline: Deadline): Json => ({
  date: deadline.date ?? null,
  ...fields(deadline, 'each', 'basis', 'words', 'note'),
  ...(deadline.extensions[0]
    ? {
        original: deadline.extensions[0].from,
        extensions: deadline.extensions.map(({ from, to, amendment: { version } }) => ({ from, to, version })),
      }
    : {}),
});

const citationJson = ({ ref, relation, reference }: Citation): Json => ({
  id: reference?.key ?? ref,
  number: reference?.number ?? null,
  relation,
});

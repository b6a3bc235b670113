import CliTable from 'cli-table3';
import { formatDay, type Day } from '../../day.ts';
import { groupBy } from '../../group.ts';
import type { Lang, Text } from '../../lang.ts';
import { nameOf } from '../../model/amend.ts';
import type { Amendment, Citation, Ending, Owner, Plan, Task } from '../../model/plan.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import { messageOf } from '../../rules/rule.ts';
import type { Excerpt } from '../check/frame.ts';
import { print } from '../json.ts';
import { countsText, framesOf, origin } from '../check/text.ts';
import { type Drawing, colors, severityColor } from '../terminal.ts';
import { visible } from '../visible.ts';
import { fit, hanging } from '../width.ts';
import { basisWords, kindWords, severityWords } from '../words.ts';

type Label =
  | 'task'
  | 'text'
  | 'lead'
  | 'deadline'
  | 'version'
  | 'asOf'
  | 'tasks'
  | 'owners'
  | 'references'
  | 'coordinator'
  | 'signed'
  | 'since'
  | 'by'
  | 'gone'
  | 'unheld'
  | 'original'
  | 'endedTasks';
const labels: Readonly<Record<Label, Text>> = {
  task: { vi: 'Mã', en: 'Id' },
  text: { vi: 'Nhiệm vụ', en: 'Task' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  version: { vi: 'bản', en: 'version' },
  asOf: { vi: 'tính đến ngày', en: 'as of' },
  tasks: { vi: 'nhiệm vụ', en: 'tasks' },
  owners: { vi: 'cơ quan, đơn vị', en: 'bodies' },
  references: { vi: 'văn bản viện dẫn', en: 'documents cited' },
  coordinator: { vi: 'Cơ quan đầu mối', en: 'Coordinator' },
  signed: { vi: 'ký ngày', en: 'signed' },
  since: { vi: 'hiệu lực từ', en: 'in force since' },
  by: { vi: 'theo', en: 'by' },
  gone: { vi: 'đã kết thúc', en: 'ended' },
  unheld: { vi: 'chưa có cơ quan chủ trì', en: 'no body leads it' },
  original: { vi: 'gốc', en: 'was' },
  endedTasks: { vi: 'Nhiệm vụ đã kết thúc', en: 'Tasks ended' },
};

/** The consolidated plan as a table: sections, tasks, who leads, by when. */
export function planText(plan: Plan, asOf: Day, tool: string, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const widths = { id: 10, lead: 21, deadline: 13 };
  const text = drawing.columns - widths.id - widths.lead - widths.deadline - 5;
  const boxed = (content: string, cells: number): string => fit(visible(content), cells - 2, 3);
  const table = new CliTable({
    head: [labels.task[lang], labels.text[lang], labels.lead[lang], labels.deadline[lang]],
    colWidths: [widths.id, text, widths.lead, widths.deadline],
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
    wordWrap: false,
  });
  const row = (task: Task): string[] => [
    task.id,
    boxed(task.text, text),
    boxed(leadText(plan, task, lang), widths.lead),
    deadlineLines(task, lang, widths.deadline - 2),
  ];
  for (const [section, tasks] of groupBy(plan.tasks, (task) => task.section)) {
    table.push(
      [
        {
          content: chalk.bold(hanging(`${section.id}  `, visible(section.title), drawing.columns - 6).join('\n')),
          colSpan: 4,
        },
      ],
      ...tasks.map(row),
    );
  }
  const { date, version, fingerprint, coordinator } = plan;
  return [
    ...hanging('', `${plan.number} – ${visible(plan.title)}`, drawing.columns).map((line) => chalk.bold(line)),
    ...hanging(
      '',
      `${labels.signed[lang]} ${formatDay(date, lang)}, ${labels.version[lang]} ${version} (${fingerprint})${inForce(plan, lang)}, ${labels.asOf[lang]} ${formatDay(asOf, lang)}`,
      drawing.columns,
    ),
    `${labels.coordinator[lang]}: ${plan.owner(coordinator)?.name ?? coordinator}`,
    `${plan.tasks.length} ${labels.tasks[lang]}, ${plan.owners.length} ${labels.owners[lang]}, ${plan.references.length} ${labels.references[lang]}`,
    table.toString(),
    ...endedTasks(plan, lang, drawing),
    origin(plan, tool, lang, drawing),
    '',
  ].join('\n');
}

/** Since when this version is in force, and by which document; nothing for the plan as signed. */
function inForce({ since, amendments }: Plan, lang: Lang): string {
  const last = amendments.at(-1);
  return last ? `, ${labels.since[lang]} ${formatDay(since, lang)} ${labels.by[lang]} ${visible(nameOf(last))}` : '';
}

/** Who is to lead a task: bodies that ended without heirs are marked, and so is that nobody is there. */
export function leadText(plan: Plan, { lead, leads }: Pick<Task, 'lead' | 'leads'>, lang: Lang): string {
  const names = lead.map((id) => {
    const owner = plan.owner(id);
    const isGone = owner !== undefined && plan.endingOf(owner) !== undefined;
    return `${plan.body(id)?.name ?? id}${isGone ? ` (${labels.gone[lang]})` : ''}`;
  });
  const unheld = leads.length > 0 ? '' : labels.unheld[lang];
  return names.length === 0 ? unheld : names.join('; ') + (unheld === '' ? '' : ` – ${unheld}`);
}

/** A moved deadline has the day as signed in a line of its own. */
function deadlineLines({ deadline, kind }: Task, lang: Lang, cells: number): string {
  if (!deadline?.date) return fit(kindWords[kind][lang], cells, 3);
  const [first] = deadline.extensions;
  const note = first
    ? `(${labels.original[lang]} ${formatDay(first.from, lang)})`
    : deadline.basis === 'assumed'
      ? `(${basisWords.assumed[lang]})`
      : '';
  return fit(`${formatDay(deadline.date, lang)} ${note}`, cells, 3);
}

function endedTasks({ ended }: Plan, lang: Lang, { columns }: Drawing): string[] {
  if (ended.length === 0) return [];
  const each = ended.map(({ id, ended: end }) =>
    end ? `${id} (${formatDay(end.day, lang)}, ${nameOf(end.amendment)})` : id,
  );
  return hanging('', `${labels.endedTasks[lang]}: ${each.join('; ')}`, columns);
}

/** The consolidated plan as one JSON document. */
export function planJson(plan: Plan, asOf: Day, tool: string): string {
  const {
    number,
    version,
    title,
    issuer,
    signer,
    date,
    horizon,
    vision,
    coordinator,
    recipient,
    language,
    timezone,
    basis,
    reporting,
    fingerprint,
  } = plan;
  const document = {
    number,
    version,
    asOf,
    since: plan.since,
    fingerprint,
    tool: `dondoc ${tool}`,
    title,
    issuer,
    signer,
    date,
    horizon,
    vision,
    coordinator,
    recipient,
    language,
    timezone,
    basis,
    amendments: plan.amendments.map(amendmentJson),
    reporting: { ...reporting, reporters: plan.reporters.map(({ id }) => id) },
    sections: plan.sections,
    tasks: plan.tasks.map((task) => taskJson(plan, task)),
    ended: plan.ended.map((task) => ({
      ...taskJson(plan, task),
      ...(task.ended ? { ending: endingJson(task.ended) } : {}),
    })),
    owners: plan.owners.map(ownerJson),
    former: plan.former.map((owner) => {
      const end = plan.endingOf(owner);
      return { ...ownerJson(owner), ...(end ? { ending: endingJson(end) } : {}) };
    }),
    groups: plan.groups.map(({ id, name, aliases = [], members, confirmed = true }) => ({
      id,
      name,
      aliases,
      members: plan.expand([id]).map((owner) => owner.id),
      assigned: members,
      confirmed,
    })),
    partners: plan.partners.map(({ id, name, aliases = [] }) => ({ id, name, aliases })),
    references: plan.references.map(
      ({
        key,
        number: written,
        aliases = [],
        kind,
        date: day,
        issuer: by,
        title: name,
        expires,
        replacedBy,
        confirmed = true,
      }) => ({
        id: key,
        number: written ?? null,
        aliases,
        kind,
        date: day ?? null,
        issuer: by ?? null,
        title: name,
        expires,
        replacedBy,
        confirmed,
      }),
    ),
    waivers: plan.waivers.map(({ owner, task, period, reason, since, until, amendment }) => ({
      owner,
      task,
      period,
      reason,
      since,
      until,
      version: amendment.version,
    })),
  };
  return print(document);
}

/** A document that changed the plan, by what it says of itself. */
export const amendmentJson = ({ version, effective, instrument }: Amendment): Record<string, unknown> => ({
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

const endingJson = ({ day, heirs, reason, amendment }: Ending): Record<string, unknown> => ({
  day,
  heirs,
  reason,
  version: amendment.version,
});

const ownerJson = ({
  id,
  name,
  aliases = [],
  authority,
  symbol,
  confirmed = true,
}: Owner): Record<string, unknown> => ({
  id,
  name,
  aliases,
  authority,
  symbol,
  confirmed,
});

const taskJson = (plan: Plan, task: Task): Record<string, unknown> => ({
  id: task.id,
  text: task.text,
  kind: task.kind,
  answeredBy: task.answeredBy,
  submits: task.submits,
  section: task.section.id,
  lead: task.lead,
  ...(task.as ? { as: task.as } : {}),
  leads: task.leads.map(({ id }) => id),
  support: task.support,
  partners: task.partners,
  products: task.products.map(({ title, references }) => ({ title, references: references.map(citationJson) })),
  references: task.references.map(citationJson),
  deadline: task.deadline
    ? {
        date: task.deadline.date ?? null,
        each: task.deadline.each,
        basis: task.deadline.basis,
        words: task.deadline.words,
        note: task.deadline.note,
        ...(task.deadline.extensions[0]
          ? {
              original: task.deadline.extensions[0].from,
              extensions: task.deadline.extensions.map(({ from, to, amendment: { version } }) => ({
                from,
                to,
                version,
              })),
            }
          : {}),
      }
    : null,
  ...(task.indicator ? { indicator: task.indicator } : {}),
  source: {
    file: plan.text.file,
    ...(task.heading === undefined ? {} : { heading: task.heading }),
    lines: task.lines,
  },
  version: task.version,
  confirmed: task.confirmed,
  note: task.note,
});

const citationJson = ({ ref, relation, reference }: Citation): Record<string, unknown> => ({
  id: reference?.key ?? ref,
  number: reference?.number ?? null,
  relation,
});

/** What the plan's own rules say: errors and warnings in their frames, information gathered by rule. */
export function planFindingsText(
  { plan, findings, files, asOf }: CheckedPlan,
  folder: string,
  tool: string,
  lang: Lang,
  drawing: Drawing,
): string {
  const chalk = colors(drawing);
  const excerpt: Excerpt = (file, line) => files.find((source) => source.file === file)?.line(line);
  const grave = findings.filter(({ severity }) => severity !== 'info');
  const infos = [
    ...groupBy(
      findings.filter(({ severity }) => severity === 'info'),
      ({ rule }) => rule,
    ),
  ].sort(([a], [b]) => (a.code < b.code ? -1 : 1));
  const about = plan ? `${plan.number} ${plan.version}` : folder;
  const when = asOf === undefined ? '' : `, ${labels.asOf[lang]} ${formatDay(asOf, lang)}`;
  return [
    ...framesOf(grave, excerpt, lang, drawing),
    ...infos.flatMap(([rule, found]) => [
      `${severityColor(chalk, 'info').bold(`${severityWords.info[lang]} ${rule.code} ${rule.name}`)}: ${rule.title[lang]} (${found.length})`,
      ...found.flatMap((finding) =>
        hanging('  ', `${finding.place.file}:${finding.place.line}  ${messageOf(finding, lang)}`, drawing.columns, 4),
      ),
      '',
    ]),
    chalk.bold(`${visible(about)}: ${countsText(findings, lang)}${when}`),
    ...(plan ? [origin(plan, tool, lang, drawing)] : []),
    '',
  ].join('\n');
}

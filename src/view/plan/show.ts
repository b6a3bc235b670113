import CliTable from 'cli-table3';
import { formatDay, type Day } from '../../day.ts';
import { groupBy } from '../../group.ts';
import type { Lang, Text } from '../../lang.ts';
import { type Plan, type Task, bodyName, nameOf } from '../../model/plan.ts';
import { origin } from '../check/text.ts';
import { type Drawing, colors } from '../terminal.ts';
import { visible } from '../visible.ts';
import { fit, hanging } from '../width.ts';
import { basisWords, kindWords } from '../words.ts';

const labels = {
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
} satisfies Record<string, Text>;

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
    `${labels.coordinator[lang]}: ${bodyName(plan, coordinator)}`,
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
function leadText(plan: Plan, { lead, leads }: Pick<Task, 'lead' | 'leads'>, lang: Lang): string {
  const names = lead.map((id) => {
    const owner = plan.owner(id);
    const isGone = owner !== undefined && plan.endingOf(owner) !== undefined;
    return `${bodyName(plan, id)}${isGone ? ` (${labels.gone[lang]})` : ''}`;
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

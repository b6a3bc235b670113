import type { Lang, Text } from '../../lang.ts';
import { type Plan, type Task, bodyName } from '../../model/plan.ts';
import { type Drawing, colors } from '../terminal.ts';
import { visible } from '../visible.ts';
import { hanging, padEnd } from '../width.ts';
import { answeredWords, citedText, deadlineDay, indicatorText, productsText } from '../plan/texts.ts';
import { basisWords, kindWords } from '../words.ts';

const labels = {
  lead: { vi: 'Chủ trì', en: 'Lead' },
  coordinates: { vi: 'văn bản giao việc phối hợp', en: 'told to coordinate' },
  support: { vi: 'Phối hợp', en: 'Support' },
  partners: { vi: 'Cơ quan ngoài', en: 'Partners' },
  kind: { vi: 'Loại', en: 'Kind' },
  section: { vi: 'Mục', en: 'Section' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  noDeadline: { vi: 'văn bản không nêu', en: 'none in the text' },
  products: { vi: 'Sản phẩm', en: 'Products' },
  references: { vi: 'Văn bản', en: 'Documents' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  source: { vi: 'Nguồn', en: 'Source' },
  line: { vi: 'dòng', en: 'line' },
  note: { vi: 'Ghi chú', en: 'Note' },
  answered: { vi: 'Trả lời bằng', en: 'Answered by' },
  unconfirmed: { vi: 'chưa có văn bản chính thức xác nhận', en: 'no official text confirms this' },
} satisfies Record<string, Text>;

/** One task: its clause, who holds it, its documents, its deadline and what that rests on. */
export function taskText(plan: Plan, task: Task, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const { deadline, indicator } = task;
  const width = 15;
  const row = (label: keyof typeof labels, text: string | undefined): string[] =>
    text === undefined || text === ''
      ? []
      : hanging(padEnd(labels[label][lang], width), visible(text), drawing.columns).map((line, i) =>
          i === 0 ? chalk.bold(line.slice(0, width)) + line.slice(width) : line,
        );
  const bodies = (ids: readonly string[]): string => ids.map((id) => `${bodyName(plan, id)} [${id}]`).join('; ');
  const when =
    deadline &&
    `${deadlineDay(deadline, lang)} – ${basisWords[deadline.basis][lang]}${deadline.words && deadline.date ? `: “${deadline.words}”` : ''}${deadline.note ? `. ${deadline.note}` : ''}`;
  const lead =
    bodies(task.lead) +
    (task.as ? ` (${labels.coordinates[lang]})` : '') +
    (task.leads.length > 1 ? ` – ${task.leads.length}` : '');
  return [
    `${chalk.bold(task.id)} – ${plan.number}, ${plan.version}`,
    '',
    ...hanging('  ', `“${visible(task.text)}”`, drawing.columns),
    '',
    ...row('section', `${task.section.id} ${task.section.title}`),
    ...row('lead', lead),
    ...row('support', bodies(task.support)),
    ...row('partners', bodies(task.partners)),
    ...row('kind', kindWords[task.kind][lang]),
    ...row('answered', answeredWords[task.answeredBy][lang]),
    ...row('deadline', when ?? labels.noDeadline[lang]),
    ...row('products', productsText(task.products, lang)),
    ...row('references', citedText(task.references, lang)),
    ...row('indicator', indicator && indicatorText(indicator)),
    ...row(
      'note',
      [task.note, ...(task.confirmed ? [] : [labels.unconfirmed[lang]])]
        .filter((each) => each !== undefined)
        .join('. '),
    ),
    ...row(
      'source',
      `${plan.text.file}, ${labels.line[lang]} ${[...new Set([task.heading, ...task.lines])].filter((line) => line !== undefined).join(', ')}`,
    ),
    '',
  ].join('\n');
}

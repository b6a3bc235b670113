import { groupBy } from '../../group.ts';
import { isClass, isCompleted } from '../../model/facts.ts';
import type { Row } from '../../model/ledger.ts';
import type { Plan, Section } from '../../model/plan.ts';
import { type Line, countsOf, tableOf } from '../../model/summary.ts';
import { sectionText } from '../words.ts';
import { type Block, heading, item, text } from '../paper/paper.ts';
import { classesText, documentText, listed, n, periodText, quote, statusText, taskText, whoText } from './words.ts';

/** What was done, section by section of the plan: the figures, then what the bodies themselves say of each task. */
export function resultBlocks(plan: Plan, rows: readonly Row[]): Block[] {
  const lines = new Map(tableOf(rows, 'section', plan).lines.map((line) => [line.id, line]));
  const bySection = groupBy(rows, ({ task }) => task.section.id);
  const isAbove = ({ id }: Section, below: string): boolean => below.startsWith(`${id}.`);
  const shown = plan.sections.filter(
    (section) => bySection.has(section.id) || [...bySection.keys()].some((id) => isAbove(section, id)),
  );
  const parentOf = (section: Section): Section | undefined =>
    shown.filter((other) => isAbove(other, section.id)).at(-1);
  /** Counted among those of the same parent, as the plan has them. */
  const numberOf = (section: Section): string => {
    const above = parentOf(section);
    const own = shown.filter((other) => parentOf(other) === above).indexOf(section) + 1;
    return above ? `${numberOf(above)}.${own}` : String(own);
  };
  return shown.flatMap((section): Block[] => {
    const number = numberOf(section);
    const line = lines.get(section.id);
    return [
      heading(number.includes('.') ? 3 : 2, `${number}. ${section.title} (${sectionText(section, 'vi')} của Kế hoạch)`),
      ...(line ? [text(figuresText(line))] : []),
      ...[...groupBy(bySection.get(section.id) ?? [], ({ task }) => task).values()]
        .sort((a, b) => Number(b.some(isCompleted)) - Number(a.some(isCompleted)))
        .flatMap(taskBlocks),
    ];
  });
}

const figuresText = (line: Line): string =>
  `${n(line.tasks)} nhiệm vụ (${n(line.rows)} lượt theo dõi): ${classesText(line)}.`;

/** Whether a row rests on an entry whose words can be quoted. */
const speaks = (row: Row): boolean => row.entry !== undefined && !isClass(row, 'unreported', 'not-due', 'waived');

/** One item for a task of one body; for a task of several its figures, then an item for each body that reported. */
function taskBlocks(rows: readonly Row[]): Block[] {
  const [first] = rows;
  const speaking = rows.filter(speaks).sort((a, b) => Number(isCompleted(b)) - Number(isCompleted(a)));
  if (!first || speaking.length === 0) return [];
  const name = taskText(first.task);
  if (rows.length === 1) return [item(`${name} – ${statusText(first)}. ${saidText(first, whoText(first))}.`)];
  const counts = countsOf(rows);
  return [
    text(`${name} – ${n(rows.length)} cơ quan, đơn vị chủ trì: ${classesText(counts)}.`),
    ...speaking.map((row) => item(`${saidText(row, `${whoText(row)} (${statusText(row)})`)}.`)),
  ];
}

/** `Sở X: “…” (minh chứng: …)`. */
function saidText(row: Row, who: string): string {
  const { entry, period } = row;
  const words = entry?.data.result ?? (row.class === 'none-arisen' ? entry?.data.obstacles : undefined);
  const earlier = entry?.report.period;
  const notes = [
    ...(earlier && earlier.id !== period.id ? [`theo báo cáo ${periodText(earlier)}`] : []),
    ...(entry && entry.evidence.length > 0
      ? [`minh chứng: ${listed(entry.evidence.map(({ data }) => documentText(data)))}`]
      : []),
  ];
  const said = words === undefined ? 'đơn vị chưa nêu kết quả cụ thể' : quote(words);
  return `${who}: ${said}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

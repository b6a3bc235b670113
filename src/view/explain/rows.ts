import { formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber, plural } from '../../lang.ts';
import type { About } from '../../model/about.ts';
import type { Facts } from '../../model/facts.ts';
import { FIGURES, type Figure, countOf } from '../../model/figures.ts';
import { BRANCH, CLASSES, type Row } from '../../model/ledger.ts';
import { nameShort } from '../../model/plan.ts';
import type { Selection } from '../../model/selection.ts';
import { type Counts, countsOf } from '../../model/summary.ts';
import { type Provenance, head, print } from '../json.ts';
import { figureLabel, restsOn, selectionText, titleText } from '../meeting/notes.ts';
import { countsJson, rowJson, selectionJson } from '../meeting/json.ts';
import { type Drawing, colors } from '../terminal.ts';
import { PARTS, type Part, traceOf } from './trace.ts';
import { visible } from '../visible.ts';
import { fit, hanging, padEnd, widthOf } from '../width.ts';
import { classWords, figureWords } from '../words.ts';

/** The rows behind a number, with what they were taken from. */
export interface Explained {
  readonly about: About;
  readonly rows: readonly Row[];
  readonly facts: Facts;
  readonly selection: Selection;
}

const partWords: Readonly<Record<Part, Text>> = {
  task: { vi: 'Việc', en: 'Task' },
  clause: { vi: 'Căn cứ', en: 'Clause' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  report: { vi: 'Báo cáo', en: 'Report' },
  class: { vi: 'Xếp loại', en: 'Class' },
};

const words = {
  rows: { vi: 'Lượt theo dõi của nhiệm vụ', en: 'Rows of task' },
  support: { vi: 'cơ quan phối hợp', en: 'as supporting body' },
  period: { vi: 'kỳ', en: 'period' },
  due: { vi: 'hạn nộp báo cáo', en: 'report due' },
  others: { vi: 'Số khác của bảng', en: 'Other numbers of the table' },
  none: { vi: 'Không có lượt theo dõi nào.', en: 'There are no rows.' },
} satisfies Record<string, Text>;

const counted = {
  vi: ({ rows, tasks }: Counts, bodies: number) =>
    `${formatNumber(rows, 'vi')} lượt theo dõi, ${formatNumber(tasks, 'vi')} nhiệm vụ, ${formatNumber(bodies, 'vi')} cơ quan`,
  en: ({ rows, tasks }: Counts, bodies: number) =>
    `${plural(rows, 'row')}, ${plural(tasks, 'task')}, ${plural(bodies, 'body', 'bodies')}`,
} as const;

/** The number itself and what it is made of, then every row with all that it rests on: a column by body, all else by class. */
export function rowsText(explained: Explained, provenance: Provenance, lang: Lang, drawing: Drawing): string {
  const { about, rows, facts, selection } = explained;
  const chalk = colors(drawing);
  const { columns } = drawing;
  const counts = countsOf(rows);
  const groups = groupsOf(explained, lang);
  const width = 2 + Math.max(0, ...groups.map(([label]) => widthOf(label)));
  const lines = groups.map(([label, each]) => `  ${padEnd(label, width)}${formatNumber(each.length, lang)}`);
  const blocks = groups.flatMap(([label, each]) => [
    chalk.bold(`── ${label} (${formatNumber(each.length, lang)})`),
    '',
    ...each.flatMap((row) => [...rowLines(row, explained, lang, drawing), '']),
  ]);
  const bodies = new Set(rows.map(({ owner }) => owner)).size;
  return [
    ...hanging('', titleOf(about, lang), columns).map((line) => chalk.bold(line)),
    ...[titleText({ facts }, lang), ...selectionText({ questions: { selection } }, lang)].flatMap((sentence) =>
      hanging('', sentence, columns),
    ),
    rows.length === 0 ? words.none[lang] : chalk.bold(counted[lang](counts, bodies)),
    ...lines,
    ...(about.kind === 'figure' ? [] : otherFigures(rows, lang).flatMap((text) => hanging('', text, columns))),
    '',
    ...blocks,
    ...hanging('', restsOn(facts, provenance, lang), columns).map((line) => chalk.dim(line)),
    '',
  ].join('\n');
}

function titleOf(about: About, lang: Lang): string {
  switch (about.kind) {
    case 'task':
      return `${words.rows[lang]} ${about.task.id}`;
    case 'owner':
      return `${about.owner.name} [${about.owner.id}]`;
    case 'group':
      return `${about.group.name} [${about.group.id}]`;
    case 'support':
      return `${about.owner.name} [${about.owner.id}], ${words.support[lang]}`;
    case 'section':
      return `${about.section.id} ${about.section.title}`;
    case 'reference':
      return [about.reference.number, about.reference.title].filter((each) => each !== undefined).join(' ');
    case 'figure':
      return `${figureLabel(about.figure, lang)} [${about.figure}]`;
  }
}

/** Rows under their headings: classes in the order of the tables, bodies in that of the ledger. */
function groupsOf({ about, rows }: Explained, lang: Lang): [label: string, rows: Row[]][] {
  if (about.kind === 'figure')
    return [...groupBy(rows, ({ owner }) => owner)].map(([owner, each]) => [visible(nameShort(owner)), each]);
  const byClass = groupBy(rows, (row) => row.class);
  return CLASSES.flatMap((each) => {
    const found = byClass.get(each);
    return found ? [[classWords[each][lang], found]] : [];
  });
}

/** What the table says of these rows besides their classes. */
function otherFigures(rows: readonly Row[], lang: Lang): string[] {
  const classes: readonly Figure[] = CLASSES;
  const others = FIGURES.filter(
    (figure) => figure !== 'rows' && !classes.includes(figure) && countOf(figure, rows) > 0,
  );
  const parts = others.map((figure) => `${figureWords[figure][lang]} ${formatNumber(countOf(figure, rows), lang)}`);
  return parts.length === 0 ? [] : [`${words.others[lang]}: ${parts.join('; ')}`];
}

/** One row as a block; of a task, its words and clause were said before. */
function rowLines(row: Row, { about, facts }: Explained, lang: Lang, drawing: Drawing): string[] {
  const chalk = colors(drawing);
  const trace = traceOf(row, facts, lang);
  const parts = about.kind === 'task' ? PARTS.filter((part) => part !== 'task' && part !== 'clause') : PARTS;
  const width = 4 + Math.max(...PARTS.map((part) => widthOf(partWords[part][lang])));
  return [
    ...hanging('', headOf(row, lang), drawing.columns).map((line) => chalk.bold(line)),
    ...parts.flatMap((part) => {
      const text = part === 'task' ? fit(trace.task, drawing.columns - width, 1) : trace[part];
      return hanging(padEnd(`  ${partWords[part][lang]}`, width), text, drawing.columns);
    }),
  ];
}

/** `II.8.1, Sở Y tế, kỳ 2025 (hạn nộp báo cáo 31/12/2025)`. */
const headOf = ({ task, owner, period, due }: Row, lang: Lang): string =>
  `${task.id}, ${nameShort(owner)}, ${words.period[lang]} ${period.id} (${words.due[lang]} ${formatDay(due, lang)})`;

/** The same as the published explain.schema.json has it. */
export function rowsJson(explained: Explained, provenance: Provenance, lang: Lang): string {
  const { about, rows, facts, selection } = explained;
  return print({
    ...head('explain', facts, provenance),
    about: { kind: about.kind, id: idOf(about) },
    selection: selectionJson(selection),
    counts: countsJson(countsOf(rows)),
    rows: rows.map((row) => ({ row: rowJson(row), branch: BRANCH[row.class], words: traceOf(row, facts, lang) })),
  });
}

function idOf(about: About): string {
  switch (about.kind) {
    case 'task':
      return about.task.id;
    case 'owner':
      return about.owner.id;
    case 'group':
      return about.group.id;
    case 'support':
      return about.owner.id;
    case 'section':
      return about.section.id;
    case 'reference':
      return about.reference.key;
    case 'figure':
      return about.figure;
  }
}

import CliTable from 'cli-table3';
import type { Lang, Text } from '../../lang.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Table } from '../../model/summary.ts';
import { type Column, columnsOf, drawnLines, firstHead, numberText, said, shareOf } from './columns.ts';
import type { Provenance } from '../json.ts';
import { listsText } from './lists.ts';
import { emptyText, notesText, restsOn, selectionText, sharesText, titleText } from './notes.ts';
import { type Drawing, colors } from '../terminal.ts';
import { visible } from '../visible.ts';
import { fit, hanging, padEnd, widthOf } from '../width.ts';

/** The table of a meeting, then what qualifies it, then what changed, is overdue, unreported, falls due; then what it rests on. */
export function summaryText(meeting: Meeting, provenance: Provenance, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const { facts, table } = meeting;
  const wrapped = (sentence: string): string[] => hanging('', visible(sentence), drawing.columns);
  const body = table.lines.length === 0 ? emptyText[lang] : drawn(table, lang, drawing);
  const notes = notesText(meeting, lang).flatMap(wrapped);
  return [
    ...[titleText(meeting, lang), ...selectionText(meeting, lang)].flatMap(wrapped).map((line) => chalk.bold(line)),
    '',
    body,
    ...wrapped(sharesText(table.total, lang)),
    '',
    ...(notes.length > 0 ? [...notes, ''] : []),
    ...listsText(meeting, lang, drawing),
    ...wrapped(restsOn(facts, provenance, lang)).map((line) => chalk.dim(line)),
    '',
  ].join('\n');
}

const NO_LINES = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((name) => [name, '']),
);

/** Narrower than this, the first column says nothing any more. */
const NARROWEST = 14;

/** The columns that fit with their widths; where room is short, the shares give way, then what was appraised (the total's stand below the table). */
function fitted(
  { lines, groups, total }: Table,
  lang: Lang,
  room: number,
): { columns: readonly Column[]; widths: number[] } {
  const widthIn = ({ head, value }: Column): number =>
    1 +
    Math.max(
      ...[...head[lang].split(' '), ...[...lines, ...groups, total].map((line) => numberText(value(line), lang))].map(
        widthOf,
      ),
    );
  const widthsOf = (columns: readonly Column[]): number[] => {
    const widths = columns.map(widthIn);
    // A common heading that is wider than its columns widens the last of them.
    return widths.map((width, i) => {
      const over = columns[i]?.over;
      if (!over || columns[i + 1]?.over === over) return width;
      const below = widths.filter((_, j) => columns[j]?.over === over).reduce((sum, each) => sum + each, 0);
      return width + Math.max(0, 1 + Math.max(...over[lang].split('\n').map(widthOf)) - below);
    });
  };
  const wanted = columnsOf({ total });
  const without = (...gone: readonly Text[]): Column[] => wanted.filter(({ over }) => !over || !gone.includes(over));
  const choices = [wanted, without(shareOf), without(shareOf, said)].map((columns) => ({
    columns,
    widths: widthsOf(columns),
  }));
  const fits = choices.find(({ widths }) => room - widths.reduce((sum, width) => sum + width, 0) >= NARROWEST);
  return fits ?? (choices.at(-1) as (typeof choices)[number]);
}

function drawn(contents: Table, lang: Lang, drawing: Drawing): string {
  const { by } = contents;
  const chalk = colors(drawing);
  const { columns, widths } = fitted(contents, lang, drawing.columns);
  const lines = drawnLines(contents, lang);
  const taken = widths.reduce((sum, width) => sum + width, 0);
  const labels = lines.flatMap(({ kind, label }) => (kind === 'subtotal' ? [] : [label]));
  const longest = 2 + Math.max(...[firstHead(by, lang), ...labels].map(widthOf));
  const first = Math.max(NARROWEST, Math.min(drawing.columns - taken, longest));
  const table = new CliTable({
    chars: NO_LINES,
    style: { 'padding-left': 1, 'padding-right': 0, head: [], border: [] },
    colWidths: [first, ...widths],
    colAligns: ['left', ...columns.map(() => 'right' as const)],
    wordWrap: false,
  });
  const ruled = { content: chalk.dim('─'.repeat(first + taken - 1)), colSpan: columns.length + 1 };
  table.push(
    [fit(firstHead(by, lang), first - 2, 2), ...columns.map(({ head }) => head[lang].split(' ').join('\n'))],
    [ruled],
    ...lines.flatMap(({ kind, label, counts }) => {
      const cells = [
        fit(visible(label), first - 2, by === 'owner' ? 4 : 2),
        ...columns.map(({ value, color }) => paint(chalk, color, value(counts), lang)),
      ];
      if (kind === 'line') return [cells];
      const bold = cells.map((text) => chalk.bold(text));
      return kind === 'total' ? [[ruled], bold] : [bold];
    }),
  );
  const body = table.toString().split('\n');
  return [...commonHeads(columns, [first, ...widths], lang), ...body].map((line) => line.slice(1).trimEnd()).join('\n');
}

/** A number in the colour of its class; nought stays plain, so that colour means something. */
const paint = (chalk: ReturnType<typeof colors>, color: Column['color'], value: number | null, lang: Lang): string =>
  color === undefined || value === 0 ? numberText(value, lang) : chalk[color](numberText(value, lang));

/** The headings that stand above several columns, each in the middle of its own. (A cell of cli-table3 that spans columns comes out wider than they are.) */
function commonHeads(columns: readonly Column[], [first = 0, ...widths]: readonly number[], lang: Lang): string[] {
  const spans: { readonly words: readonly string[]; width: number; readonly over: Text | undefined }[] = [];
  widths.forEach((width, i) => {
    const [over, last] = [columns[i]?.over, spans.at(-1)];
    if (over && last?.over === over) last.width += width;
    else spans.push({ words: over?.[lang].split('\n') ?? [], width, over });
  });
  const height = Math.max(0, ...spans.map(({ words }) => words.length));
  const lines = Array.from({ length: height }, (_, row) =>
    spans.map(({ words, width }) => {
      const word = words[row - height + words.length] ?? '';
      const left = Math.max(1, Math.ceil((width + 1 - widthOf(word)) / 2));
      return padEnd(' '.repeat(left) + word, width);
    }),
  );
  return lines.map((cells) => ' '.repeat(first) + cells.join(''));
}

import type { Block, GridBlock, Paper } from './paper.ts';
import {
  aboutLine,
  annexHead,
  annexOf,
  ended,
  listed,
  numberLine,
  paperWords,
  placeLine,
  shownLines,
} from './words.ts';
import { hanging, padEnd, widthOf, wrap } from '../width.ts';

/** What is to be filled in. */
const BLANK = '……';

/** The narrowest columns in which head and foot stand side by side; the nation's name takes 34 cells. */
const LEFT = 26;
const RIGHT = 36;

/** A paper as plain text, in lines of at most `columns` cells. Nothing in it acts on a terminal. */
export function paperText(paper: Paper, columns: number): string {
  const { kind, to, about, annexes } = paper;
  const middle = (text: string): string[] => centred(text, columns);
  return [
    ...head(paper, columns),
    '',
    ...(kind === 'report' ? [...middle(paperWords.report), ...middle(about), ''] : []),
    ...(to.length === 0 ? [] : [...addressees(to, columns), '']),
    ...bodyText(ended(paper.body), columns),
    ...foot(paper, columns),
    '',
    ...annexes.flatMap(({ title, body }, i) => [
      '─'.repeat(columns),
      ...[annexHead(paper, i), title, annexOf(paper, BLANK)].flatMap(middle),
      '',
      ...bodyText(body, columns),
    ]),
  ].join('\n');
}

/** Lines in the middle of so many cells. */
const centred = (text: string, cells: number): string[] =>
  shownLines(text).flatMap((line) =>
    wrap(line, cells).map((part) => ' '.repeat(Math.max(0, Math.floor((cells - widthOf(part)) / 2))) + part),
  );

/** Two columns side by side, or one above the other where there is no room. */
function beside(
  left: (cells: number) => string[],
  right: (cells: number) => string[],
  columns: number,
): readonly string[] {
  if (columns < LEFT + RIGHT) return [...left(columns), '', ...right(columns)];
  const cells = Math.max(LEFT, Math.floor(columns * 0.4));
  const [first, second] = [left(cells - 2), right(columns - cells)];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) =>
    (padEnd(first[i] ?? '', cells) + (second[i] ?? '')).trimEnd(),
  );
}

const shortLine = '───────';

function head(paper: Paper, columns: number): readonly string[] {
  const { above, issuer, kind } = paper;
  const names = [...(above === undefined ? [] : [above]), issuer].map((name) => name.toUpperCase());
  const about = kind === 'letter' ? [aboutLine(paper)] : [];
  const column =
    (...texts: readonly string[]) =>
    (cells: number): string[] =>
      texts.flatMap((text) => centred(text, cells));
  return [
    ...beside(
      column(...names, shortLine),
      column(paperWords.nation, paperWords.motto, '─'.repeat(paperWords.motto.length)),
      columns,
    ),
    ...beside(column(numberLine(paper, BLANK), ...about), column(placeLine(paper, BLANK)), columns),
  ];
}

const addressees = (to: readonly string[], columns: number): string[] =>
  to.length === 1
    ? centred(`${paperWords.to} ${to.join('')}`, columns)
    : [`    ${paperWords.to}`, ...listed(to).flatMap((line) => hanging('      ', line, columns, 8))];

const foot = ({ recipients, signature, signer }: Paper, columns: number): readonly string[] =>
  beside(
    (cells) =>
      recipients.length === 0
        ? []
        : [paperWords.copies, ...listed(recipients).flatMap((line) => hanging('', line, cells, 2))],
    (cells) => [
      ...signature.flatMap((line) => centred(line, cells)),
      ...(signer === undefined ? [] : ['', '', '', ...centred(signer, cells)]),
    ],
    columns,
  );

/** Blocks with an empty line behind each. */
const bodyText = (blocks: readonly Block[], columns: number): string[] =>
  blocks.flatMap((block) => [...blockText(block, columns), '']);

function blockText(block: Block, columns: number): string[] {
  if (block.kind === 'table') return tableText(block, columns);
  const lines = shownLines(block.text);
  switch (block.kind) {
    case 'heading':
      return lines.flatMap((line) => hanging('', line, columns));
    case 'text':
      return lines.flatMap((line) => hanging('    ', line, columns, 0));
    case 'item':
      return lines.flatMap((line, i) => hanging(i === 0 ? '    - ' : '      ', line, columns, 0));
    case 'note':
      return lines.flatMap((line) => wrap(line, columns - 2).map((part) => `│ ${part}`));
  }
}

/** A table whose columns are as wide as their longest text; where that is too much, each line as a list. */
function tableText({ columns: heads, rows }: GridBlock, columns: number): string[] {
  const oneLine = (text: string): string => shownLines(text).join(' ');
  const titles = heads.map(({ title }) => oneLine(title));
  const cells = rows.map((row) => row.cells.map(oneLine));
  // A cell that takes the rest of its line does not widen the column in which it begins.
  const widths = titles.map((title, i) =>
    Math.max(
      widthOf(title),
      ...cells.map((row) => (i === row.length - 1 && row.length < heads.length ? 0 : widthOf(row[i] ?? ''))),
    ),
  );
  const whole = widths.reduce((sum, width) => sum + width + 2, -2);
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => {
        const { [i]: width = 0 } = widths;
        const rest = ' '.repeat(Math.max(0, width - widthOf(text)));
        return row.length === heads.length && heads[i]?.align === 'right' ? rest + text : text + rest;
      })
      .join('  ')
      .trimEnd();
  if (whole <= columns && cells.every((row) => widthOf(line(row)) <= columns))
    return [line(titles), '─'.repeat(whole), ...cells.map(line)];
  return cells.flatMap((row) =>
    row.length < heads.length
      ? hanging('', row.join(' '), columns)
      : row.flatMap((text, i) => hanging(i === 0 ? '- ' : '  ', `${titles[i]}: ${text}`, columns, 4)),
  );
}

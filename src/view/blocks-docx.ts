import type { Block as Drawn, Cell, Paragraph, Run, Table } from '../office/document-blocks.ts';
import type { Block, GridBlock } from './paper.ts';
import { shownLines } from './paper-words.ts';

/** Sizes in points, the indent of a first line in millimetres (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const BODY = 14;
const NOTE = 12;
const GRID = 12;
const FIRST = 12.7;

/** The distance between paragraphs in points, and that of lines. */
export const GAP = 6;
const LINES = 1.15;

/** A row with more text than this may stand on two pages: it might not have room on one. */
const LONGEST_WHOLE = 1200;

/** A text of input as a document may hold it. */
export const run = (text: string, style: Omit<Run, 'text'> = {}): Run => ({
  text: shownLines(text).join('\n'),
  ...style,
});

/** One paragraph in the middle. */
export const centred = (text: string, style: Omit<Run, 'text'>, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  runs: [run(text, style)],
  align: 'center',
  ...more,
});

/** The blocks of a paper as a document draws them; tables take the whole room, in millimetres. */
export const drawnBlocks = (blocks: readonly Block[], room: number): Drawn[] =>
  blocks.map((block) => (block.kind === 'table' ? drawnTable(block, room) : drawnText(block)));

function drawnText(block: Exclude<Block, GridBlock>): Paragraph {
  const text = block.kind === 'item' ? `- ${block.text}` : block.text;
  const body = { kind: 'paragraph', align: 'justify', indent: { first: FIRST }, before: GAP, lines: LINES } as const;
  switch (block.kind) {
    case 'heading':
      return { ...body, runs: [run(text)], heading: block.level, keepNext: true };
    case 'text':
    case 'item':
      return { ...body, runs: [run(text)] };
    case 'note':
      return {
        kind: 'paragraph',
        runs: [run(text, { italic: true, size: NOTE })],
        align: 'justify',
        indent: { left: 2, right: 2 },
        before: GAP,
        after: GAP,
        boxed: true,
      };
  }
}

function drawnTable({ columns, rows }: GridBlock, room: number): Table {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const cell = (text: string, align: Paragraph['align'], bold: boolean, more: Partial<Cell> = {}): Cell => ({
    content: [
      {
        kind: 'paragraph',
        runs: [run(text, { size: GRID, ...(bold ? { bold } : {}) })],
        align: align ?? 'left',
        before: 2,
        after: 2,
      },
    ],
    ...more,
  });
  return {
    kind: 'table',
    widths: columns.map(({ width }) => (width * room) / parts),
    bordered: true,
    heads: 1,
    rows: [
      { cells: columns.map(({ title }) => cell(title, 'center', true, { middle: true })), whole: true },
      ...rows.map(({ cells, strong = false }) => ({
        cells: cells.map((text, i) => {
          const rest = i === cells.length - 1 ? columns.length - i : 1;
          return cell(text, rest > 1 ? 'left' : columns[i]?.align, strong, { span: rest });
        }),
        whole: cells.join('').length <= LONGEST_WHOLE,
      })),
    ],
  };
}

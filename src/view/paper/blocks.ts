import type { Block as Drawn, Paragraph, Row, Run, Table } from '../../office/document-blocks.ts';
import type { Block, GridBlock } from './paper.ts';
import { shownLines } from './words.ts';

/** Sizes in points, the indent of a first line in millimetres (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const BODY = 14;
const NOTE = 12;
const GRID = 12;
const FIRST = 12.7;

/** The distance between paragraphs in points, and that of lines. */
export const GAP = 6;
const LINES = 1.15;

/** Characters of a row or a text that is kept whole or with the next: more might not have room on one page. */
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

/**
 * The blocks of a paper as a document draws them; tables take the whole room, in millimetres. A text is on one page
 * with the table behind it; where a foot follows, so is the last with that.
 */
export const drawnBlocks = (blocks: readonly Block[], room: number, footFollows = false): Drawn[] =>
  blocks.map((block, i) => {
    if (block.kind === 'table') return drawnTable(block, room);
    const drawn = drawnText(block);
    const next = blocks[i + 1]?.kind ?? (footFollows ? 'foot' : undefined);
    if (next !== 'table' && next !== 'foot') return drawn;
    // A text of pages is not to begin on a new one for this.
    return { ...drawn, after: GAP, keepNext: block.kind === 'heading' || block.text.length <= LONGEST_WHOLE };
  });

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

/** A line of a table; where it has fewer cells than there are columns, its last takes the rest, and the line heads what follows. */
function drawnRow(
  { columns }: GridBlock,
  { cells, strong = false }: GridBlock['rows'][number],
  staysWithNext: boolean,
): Row {
  const isHead = staysWithNext || (strong && cells.length < columns.length);
  return {
    cells: (cells.length === 0 ? [''] : cells).map((text, i, { length }) => {
      const span = i === length - 1 ? columns.length - i : 1;
      const align = span > 1 ? 'left' : (columns[i]?.align ?? 'left');
      return { content: [inGrid(text, align, { bold: strong, keepNext: isHead })], span };
    }),
    whole: cells.join('').length <= LONGEST_WHOLE,
  };
}

const inGrid = (
  text: string,
  align: 'left' | 'center' | 'right',
  { bold = false, keepNext = false }: { readonly bold?: boolean; readonly keepNext?: boolean },
): Paragraph => ({
  kind: 'paragraph',
  runs: [run(text, { size: GRID, bold })],
  align,
  before: 2,
  after: 2,
  keepNext,
});

/** Words up to this length, such as days and headings, stay whole; longer ones may be broken. */
const WHOLE_WORD = 12;
/** Millimetres that a letter takes in a table, and that a cell keeps free at both its sides. */
const LETTER = GRID * 0.3528 * 0.56;
const SIDES = 4;

/** Widths in millimetres: the parts that were asked for, but no column narrower than its longest word that stays whole. */
function widthsIn({ columns, rows }: GridBlock, room: number): number[] {
  const full = rows.flatMap(({ cells }) => (cells.length === columns.length ? [cells] : []));
  const asked = columns.map(({ title, width }, i) => {
    const texts = [title, ...full.flatMap((cells) => cells.slice(i, i + 1))];
    const words = texts.flatMap((text) => text.split(/\s+/)).map(({ length }) => length);
    return { width, least: SIDES + LETTER * Math.max(0, ...words.filter((length) => length <= WHOLE_WORD)) };
  });
  const all = asked.reduce((sum, { least }) => sum + least, 0);
  if (all >= room) return asked.map(({ least }) => (least * room) / all);
  // Whoever is given too little takes what it needs; the others share the rest.
  const narrow = new Set<(typeof asked)[number]>();
  for (;;) {
    const taken = [...narrow].reduce((sum, { least }) => sum + least, 0);
    const parts = asked.reduce((sum, each) => sum + (narrow.has(each) ? 0 : each.width), 0);
    const shareOf = (width: number): number => (width * (room - taken)) / parts;
    const before = narrow.size;
    for (const each of asked) if (!narrow.has(each) && shareOf(each.width) < each.least) narrow.add(each);
    if (narrow.size === before) return asked.map((each) => (narrow.has(each) ? each.least : shareOf(each.width)));
  }
}

function drawnTable(grid: GridBlock, room: number): Table {
  const { columns, rows } = grid;
  return {
    kind: 'table',
    widths: widthsIn(grid, room),
    bordered: true,
    heads: 1,
    rows: [
      {
        cells: columns.map(({ title }) => ({ content: [inGrid(title, 'center', { bold: true })], middle: true })),
        whole: true,
      },
      // A total does not begin a page alone.
      ...rows.map((row, i) => drawnRow(grid, row, i >= rows.length - 3 && i < rows.length - 1)),
    ],
  };
}

import { UNWRITABLE, escaped } from './xml.ts';

/** Text in one hand; a line feed in it begins a new line, a tab is a tab. What is left out is as the paragraph's style has it. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly size?: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** A heading of this level, which the outline of the document lists. */
  readonly heading?: 1 | 2 | 3;
  /** In millimetres; a negative `first` lets the first line hang out. */
  readonly indent?: { readonly left?: number; readonly right?: number; readonly first?: number };
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  /** The distance of lines, as a multiple of a single one. */
  readonly lines?: number;
  /** On one page with what follows. */
  readonly keepNext?: boolean;
  /** In a frame, on grey: what does not belong to the text around it. */
  readonly boxed?: boolean;
}

/** A thin line in the middle, as it stands below the heads of Vietnamese papers. */
export interface Line {
  readonly kind: 'line';
  /** In millimetres. */
  readonly width: number;
}

export interface Cell {
  readonly content: readonly (Paragraph | Line)[];
  /** How many columns it takes; one where nothing is said. */
  readonly span?: number;
  readonly middle?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Never on two pages. */
  readonly whole?: boolean;
}

/** A table of fixed widths; each row's cells take as many columns as there are. */
export interface Table {
  readonly kind: 'table';
  /** In millimetres. */
  readonly widths: readonly number[];
  readonly bordered?: boolean;
  /** How many of the rows are repeated on every page. */
  readonly heads?: number;
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Line | Table;

// The order of the elements is that of ECMA-376, 17: Word takes a file with another one for damaged.

/** Millimetres in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

const points = (size: number): number => Math.round(size * 20);

/** What stands between the border of a cell and its text, in millimetres. */
const PADDING = 1.5;

/** A block in a room of the given width, in millimetres. */
export function blockXml(block: Block, room: number): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphXml(block);
    case 'line':
      return lineXml(block, room);
    case 'table':
      return tableXml(block);
  }
}

function paragraphXml(paragraph: Paragraph): string {
  const { runs, align, heading, indent, before = 0, after = 0, lines = 1, keepNext, boxed } = paragraph;
  const { left = 0, right = 0, first = 0 } = indent ?? {};
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/>`;
  return [
    '<w:p><w:pPr>',
    heading ? `<w:pStyle w:val="Heading${heading}"/>` : '',
    keepNext ? '<w:keepNext/>' : '',
    boxed
      ? `<w:pBdr>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>`
      : '',
    `<w:spacing w:before="${points(before)}" w:after="${points(after)}" w:line="${Math.round(240 * lines)}" w:lineRule="auto"/>`,
    `<w:ind w:left="${twips(left)}" w:right="${twips(right)}" w:${first < 0 ? 'hanging' : 'firstLine'}="${twips(Math.abs(first))}"/>`,
    align ? `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>` : '',
    '</w:pPr>',
    ...runs.map(runXml),
    '</w:p>',
  ].join('');
}

const runXml = ({ text, bold, italic, size }: Run): string =>
  [
    '<w:r><w:rPr>',
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    size === undefined ? '' : `<w:sz w:val="${Math.round(2 * size)}"/><w:szCs w:val="${Math.round(2 * size)}"/>`,
    `</w:rPr>${textXml(text)}</w:r>`,
  ].join('');

const textXml = (text: string): string =>
  text
    .split(/(\r\n|[\r\n\t])/)
    .map((part, i) =>
      i % 2 === 1
        ? part === '\t'
          ? '<w:tab/>'
          : '<w:br/>'
        : part === ''
          ? ''
          : `<w:t xml:space="preserve">${escaped(part.replace(UNWRITABLE, '\ufffd'))}</w:t>`,
    )
    .join('');

/** The upper border of a paragraph without text, drawn in from both sides: every program draws it alike. */
function lineXml({ width }: Line, room: number): string {
  const side = twips(Math.max(0, room - width) / 2);
  return `<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr><w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/><w:ind w:left="${side}" w:right="${side}"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>`;
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

function tableXml({ widths, bordered, heads = 0, rows }: Table): string {
  // Rounded at the edges, so that the columns together are as wide as the table.
  const edge = (at: number): number => widths.slice(0, at).reduce((sum, width) => sum + width, 0);
  const between = (from: number, to: number): number => twips(edge(to)) - twips(edge(from));
  const padding = bordered ? PADDING : 0;
  const margin = (name: string, width: number): string => `<w:${name} w:w="${twips(width)}" w:type="dxa"/>`;
  const cellsXml = (cells: readonly Cell[]): string => {
    let at = 0;
    return cells
      .map((cell) => {
        const from = at;
        at += cell.span ?? 1;
        const room = edge(at) - edge(from) - 2 * padding;
        return cellXml(cell, between(from, at), room);
      })
      .join('');
  };
  const rowXml = ({ cells, whole }: Row, i: number): string =>
    `<w:tr><w:trPr>${whole ? '<w:cantSplit/>' : ''}${i < heads ? '<w:tblHeader/>' : ''}</w:trPr>${cellsXml(cells)}</w:tr>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${between(0, widths.length)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>`,
    bordered
      ? `<w:tblBorders>${SIDES.map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders>`
      : '',
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margin('top', 0)}${margin('left', padding)}${margin('bottom', 0)}${margin('right', padding)}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((_, i) => `<w:gridCol w:w="${between(i, i + 1)}"/>`).join('')}</w:tblGrid>`,
    ...rows.map(rowXml),
    '</w:tbl>',
  ].join('');
}

/** A cell; one without content has a paragraph all the same, as every cell must. */
function cellXml({ content, span = 1, middle }: Cell, width: number, room: number): string {
  const blocks = content.length > 0 ? content : [{ kind: 'paragraph', runs: [] } as const];
  const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}${middle ? '<w:vAlign w:val="center"/>' : ''}</w:tcPr>${blocks.map((block) => blockXml(block, room)).join('')}</w:tc>`;
}

import type { Block, Cell, Line, Paragraph, Table } from '../../office/document-blocks.ts';
import { type Section, documentBytes, textWidth } from '../../office/document.ts';
import { BODY, GAP, centred, drawnBlocks, run } from './blocks.ts';
import type { Annex, Paper } from './paper.ts';
import { aboutLine, annexHead, annexOf, ended, listed, numberLine, paperWords, placeLine } from './words.ts';

/** Room to write into, which no line break takes away. */
const BLANK = '\u00a0'.repeat(5);

const PORTRAIT = { margins: { top: 20, right: 15, bottom: 20, left: 30 } } as const;
const LANDSCAPE = { landscape: true, margins: { top: 25, right: 20, bottom: 15, left: 20 } } as const;

/** Left and right column of head and foot, in millimetres; the nation's name needs 96 at 13 points. */
const HEAD_WIDTHS = [66, 99] as const;
const FOOT_WIDTHS = [75, 90] as const;

/** The motto as wide as Times draws it at 14 points, in millimetres. */
const MOTTO_WIDTH = 60;
/** Width of a letter in Times, bold, as a part of its size: small letters, capitals. */
const SMALL = 0.48;
const CAPITAL = 0.65;

const widthIn = (text: string, size: number, letter: number): number => text.length * letter * size * (25.4 / 72);

/** A name too long for its column in two lines of about one length, but where it brings its own. */
function balanced(text: string, size: number, room: number): string {
  if (text.includes('\n') || widthIn(text, size, CAPITAL) <= room) return text;
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? text : `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}

/** A line of two fifths of the text above it: between a third and a half, as the decree has it. */
function lineBelow(text: string, size: number, letter: number, room: number): Line {
  const widest = Math.max(...text.split('\n').map((line) => widthIn(line, size, letter)));
  return { kind: 'line', width: 0.4 * Math.min(widest, room) };
}

/**
 * A paper as a Word document, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: number, day and signature are left
 * open. The same paper always makes the same bytes.
 */
export function paperDocx(paper: Paper): Uint8Array {
  const room = textWidth(PORTRAIT);
  return documentBytes({
    title: paper.about,
    day: paper.asOf,
    sections: [
      {
        ...PORTRAIT,
        blocks: [
          head(paper),
          ...(paper.kind === 'report' ? titleOf(paper, room) : []),
          ...addressees(paper),
          ...drawnBlocks(ended(paper.body), room, true),
          foot(paper),
        ],
      },
      ...paper.annexes.map((annex, i) => annexSection(paper, annex, i)),
    ],
  });
}

function head(paper: Paper): Table {
  const nameOf = (name: string): string => balanced(name.toUpperCase(), 13, HEAD_WIDTHS[0]);
  const issuer = nameOf(paper.issuer);
  const about = paper.kind === 'letter' ? [centred(aboutLine(paper), { size: 12 }, { before: GAP })] : [];
  return {
    kind: 'table',
    widths: HEAD_WIDTHS,
    rows: [
      row(
        [
          ...(paper.above === undefined ? [] : [centred(nameOf(paper.above), { size: 13 })]),
          centred(issuer, { size: 13, bold: true }),
          lineBelow(issuer, 13, CAPITAL, HEAD_WIDTHS[0]),
        ],
        [
          centred(paperWords.nation, { size: 13, bold: true }),
          centred(paperWords.motto, { size: 14, bold: true }),
          { kind: 'line', width: MOTTO_WIDTH },
        ],
      ),
      row(
        [centred(numberLine(paper, BLANK), { size: 13 }, { before: GAP }), ...about],
        [centred(placeLine(paper, BLANK), { size: 13, italic: true }, { before: GAP })],
      ),
    ],
  };
}

const row = (...cells: readonly Cell['content'][]): Table['rows'][number] => ({
  cells: cells.map((content) => ({ content })),
  whole: true,
});

const titleOf = ({ about }: Paper, room: number): Block[] => [
  centred(paperWords.report, { size: BODY, bold: true }, { before: 18 }),
  centred(about, { size: BODY, bold: true }),
  lineBelow(about, BODY, SMALL, room),
];

/** Kính gửi: one body behind it, several below it. */
function addressees({ to }: Paper): Block[] {
  const [only, ...others] = to;
  if (only === undefined) return [centred('', { size: BODY })];
  if (others.length === 0) return [centred(`${paperWords.to} ${only}`, { size: BODY }, { before: 18, after: 12 })];
  const lines = listed(to);
  return [
    { kind: 'paragraph', runs: [run(paperWords.to)], indent: { left: 40 }, before: 18, keepNext: true },
    ...lines.map((line, i): Paragraph => ({
      kind: 'paragraph',
      runs: [run(line)],
      indent: { left: 64, first: -3 },
      after: i === lines.length - 1 ? 12 : 0,
    })),
  ];
}

function foot({ recipients, signature, signer }: Paper): Table {
  const line = (text: string, i: number): Paragraph =>
    centred(text, { size: BODY, bold: true }, { before: i === 0 ? 18 : 0 });
  const blank = centred('', { size: BODY });
  const copies = [paperWords.copies, ...listed(recipients)].map((text, i): Paragraph => ({
    kind: 'paragraph',
    runs: [run(text, i === 0 ? { size: 12, bold: true, italic: true } : { size: 11 })],
    before: i === 0 ? 18 : 0,
    ...(i === 0 ? {} : { indent: { left: 2, first: -2 } }),
  }));
  const signed = signer === undefined ? [] : [centred(signer, { size: BODY, bold: true })];
  return {
    kind: 'table',
    widths: FOOT_WIDTHS,
    rows: [row(recipients.length === 0 ? [] : copies, [...signature.map(line), blank, blank, blank, blank, ...signed])],
  };
}

/** An annex counts its own pages. */
function annexSection(paper: Paper, { title, body }: Annex, i: number): Section {
  return {
    ...LANDSCAPE,
    restarts: true,
    blocks: [
      centred(annexHead(paper, i), { bold: true, size: BODY }, { heading: 1 }),
      centred(title, { bold: true, size: BODY }),
      centred(annexOf(paper, BLANK), { italic: true, size: BODY }, { after: 12 }),
      ...drawnBlocks(body, textWidth(LANDSCAPE)),
    ],
  };
}

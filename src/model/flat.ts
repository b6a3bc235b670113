import { composed } from '../fold.ts';
import { firstIndex } from '../group.ts';

/** Characters that stand one beside the other: where they begin in the text, how many they are, and where they stand. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** Text as it is compared: NFC, white space collapsed, none at its ends. */
export interface Flat {
  readonly text: string;
  /** Of the whole text, in its order. */
  readonly stretches: readonly Stretch[];
}

/** White space other than one space between two words. */
const LOOSE_SPACE = /^\s|\s$|\s\s|[^\S ]/;

/** The given lines (1-based) joined with one space; blank ones fall away, and so page breaks do. */
export function flatten(source: readonly string[], lines: readonly number[]): Flat {
  const stretches: Stretch[] = [];
  let text = '';
  for (const line of lines) {
    for (const { piece, column } of piecesOf(source[line - 1] ?? '')) {
      if (piece === ' ' && (text === '' || text.endsWith(' '))) continue;
      stretches.push({ start: text.length, length: piece.length, line, column });
      text += piece;
    }
  }
  return { text: text.trimEnd(), stretches };
}

/** Letters with their marks: what composes to one character has one place. */
const clustersOf = (word: string): string[] =>
  Array.from(word.matchAll(/\P{M}\p{M}*|\p{M}+/gu), ([cluster]) => cluster);

/** A line and the space behind it in pieces, with their columns. Nearly all lines are in one, as they stand. */
function* piecesOf(line: string): Iterable<{ readonly piece: string; readonly column: number }> {
  if (line !== '' && !LOOSE_SPACE.test(line) && composed(line) === line) yield { piece: `${line} `, column: 1 };
  else {
    for (const { 0: word, index } of `${line} `.matchAll(/\s+|\S+/g)) {
      const isSpace = word.trim() === '';
      let column = index + 1;
      for (const cluster of isSpace || composed(word) === word ? [word] : clustersOf(word)) {
        yield { piece: isSpace ? ' ' : composed(cluster), column };
        column += cluster.length;
      }
    }
  }
}

/** The stretches of a part of the text. */
export function stretchesIn({ stretches }: Flat, from: number, to: number): Stretch[] {
  const parts: Stretch[] = [];
  const first = firstIndex(stretches, ({ start, length }) => start + length > from);
  for (let i = first; i < stretches.length; i++) {
    const { start, length, line, column } = stretches[i] as Stretch;
    if (start >= to) break;
    const [begin, end] = [Math.max(from, start), Math.min(to, start + length)];
    parts.push({ start: begin, length: end - begin, line, column: column + begin - start });
  }
  return parts;
}

/** Where a character of the text stands. */
export function spotOf(flat: Flat, i: number): { readonly line: number; readonly column: number } | undefined {
  const [stretch] = stretchesIn(flat, i, i + 1);
  return stretch && { line: stretch.line, column: stretch.column };
}

import { eastAsianWidth } from 'get-east-asian-width';
import { visible } from './visible.ts';

/** Latin text in NFC, Vietnamese included, takes one cell a character; anything else is measured. */
const PLAIN = /^[\x20-\x7e\u00a0-\u024f\u1e00-\u1eff\u2013-\u2026\u2500-\u257f]*$/;

/** Terminal cells that a text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}

/** Marks and invisible characters take no cell of their own. */
function cellsOf(character: string): number {
  if (PLAIN.test(character)) return 1;
  return /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character) ? 0 : eastAsianWidth(Number(character.codePointAt(0)));
}

export const padEnd = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - widthOf(text)));

/** As much of the beginning of a text as fits in a number of cells. */
function start(text: string, cells: number): string {
  let [end, left] = [0, cells];
  for (const character of text) {
    left -= cellsOf(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The first part of a text that fits in a number of cells, with `…` where something was cut off. */
export const cut = (text: string, cells: number): string =>
  widthOf(text) <= cells ? text : `${start(text, cells - 1)}…`;

/** Lines of at most `cells` cells, broken between words; a longer word is broken where it must be. No text gets past unescaped. */
export function wrap(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text.replace(/\s+/g, ' ')).split(' ')) {
    if (word === '') continue;
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > cells) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (widthOf(line) > cells) {
      const head = start(line, cells);
      if (head === '') break;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  return lines;
}

/** A text in a box: at most so many lines, `…` where more would follow. */
export function fit(text: string, cells: number, lines: number): string {
  const all = wrap(text, cells);
  const kept = all.slice(0, lines);
  if (all.length > lines) {
    let [last = ''] = kept.slice(-1);
    while (widthOf(last) + 1 > cells && last.includes(' ')) last = last.slice(0, last.lastIndexOf(' '));
    kept[lines - 1] = cut(`${last}…`, cells);
  }
  return kept.join('\n');
}

/** Wrapped lines: the first after `prefix`, the others indented; by default as far as the prefix is wide. */
export function hanging(prefix: string, text: string, cells: number, indent = widthOf(prefix)): string[] {
  const [first = '', ...rest] = wrap(text, Math.max(20, cells - widthOf(prefix)));
  const spaces = ' '.repeat(indent);
  const others =
    indent === widthOf(prefix)
      ? rest
      : wrap(rest.join(' '), Math.max(20, cells - indent)).filter((line) => line !== '');
  return [prefix + first, ...others.map((line) => spaces + line)];
}

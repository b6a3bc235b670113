import { composed, mayHaveMarks } from '../fold.ts';

/** What acts on a terminal instead of being seen: controls, bidirectional marks, invisible characters, lone surrogates. */

const ACTS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/**
 * Text that commands nothing in the log of GitHub Actions, where `##[name]` anywhere in a line is a command and `::name` at
 * the beginning of one, where wrapping may put it: a backslash parts what would.
 */
export const commandless = (text: string): string =>
  /##\[|::/.test(text) ? text.replace(/##(?=\[)|:(?=:\p{L})/gu, '$&\\') : text;

/**
 * The one way for text from input to reach a terminal: whatever would act is shown by its code point, one line stays
 * one line, and marks are composed so that every letter takes its one cell.
 */
export const visible = (text: string): string => inert(commandless(withoutHeaps(composed(text))));

/** Marks heaped on one letter hide the lines around it. */
const withoutHeaps = (text: string): string => (mayHaveMarks(text) ? text.replace(/(\p{M}{9})\p{M}+/gu, '$1…') : text);

/** The same for a name that must stay the one it is: its marks and signs are left as they are written. */
export function inert(text: string): string {
  return text.replace(ACTS, (found) => {
    const code = Number(found.codePointAt(0));
    return code === 9 ? ' ' : code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/**
 * Text that Markdown takes as text, and that calls nobody and links to nothing on GitHub: what would begin a mention, an
 * issue or an address is parted from what follows.
 */
export const markdownText = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/@|\\#|\bGH-|\bwww|:(?=\/\/)/gi, (found) => `${found}&#8203;`);

import { MAX_VALUES } from './schema.ts';

/** No reader goes deeper, and none takes a longer mapping: a report needs a tenth of either. */
export const MAX_DEPTH = 64;
export const MAX_KEYS = 2000;

/**
 * What the YAML library may spend on one text: a step for every blank line that it tries again for every comment below
 * it, and the time and memory of some twenty for every lexeme, of five times that for every bracket that opens. Fifty
 * thousand values on a line each, as many as a text may have, need all of it.
 */
export const MAX_STEPS = 8_000_000;
export const LEXEME_STEPS = 20;
export const BRACKET_STEPS = 100;

/**
 * Whether a text is too short for any limit on a whole text: were each of its characters a bracket, and all of them
 * blanks above each of its comments, the steps would do. Of so few characters, no 50,000 are values.
 */
export const isShort = (text: string): boolean =>
  (LEXEME_STEPS + BRACKET_STEPS + text.split('#').length) * text.length <= MAX_STEPS;

/**
 * Whether a text without brackets is far from any limit. A lexeme is a sign of YAML or the end of a line, or is among the
 * four at most that stand between two of them (spaces, what begins a scalar, the scalar, spaces); of the four one is a value.
 */
export function isSimple(text: string): boolean {
  if (/[[{]/.test(text)) return false;
  const signs = 1 + (text.match(/[-?:,#&*!|>'"%@`\n\r]/g)?.length ?? 0);
  return signs <= MAX_VALUES && (5 * LEXEME_STEPS + text.split('#').length) * signs <= MAX_STEPS;
}

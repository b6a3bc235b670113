/**
 * Letters of Latin, Greek, Cyrillic and most other writing, with the signs that Unicode has among them, for a class of a
 * pattern. Patterns that run every day have these instead of `\p{L}`: to ask for it costs V8 a third of a millisecond each time.
 * Those with `\p` are written where they are used, so that V8 makes them only when it gets there.
 */
export const LETTERS = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff`;

/** Characters that compose to themselves alone, for a class of a pattern: beyond them letters and marks may have to be put together. */
export const SELF_COMPOSED = String.raw`\0-\u02ff\u1ea0-\u1ef9\u2010-\u2026`;
const LOOSE = new RegExp(`[^${SELF_COMPOSED}]`);

/** Whether a text may have marks that are characters of their own: few have. To ask for `\p{M}` costs V8 a third of a millisecond. */
export const mayHaveMarks = (text: string): boolean => LOOSE.test(text);

/** No letter has so many marks. To put them in order takes V8 the square of their number: 100 KB of them, seven seconds. */
const isCrowded = (text: string): boolean => /\p{M}{31}/u.test(text);

/** A text in NFC, or as it is where marks are heaped. Nearly all texts are composed: to see it costs a tenth of having it done. */
export const composed = (text: string): string =>
  mayHaveMarks(text) && !isCrowded(text) ? text.normalize('NFC') : text;

/** A text in NFD, or as it is where marks are heaped. */
export const decomposed = (text: string): string =>
  mayHaveMarks(text) && isCrowded(text) ? text : text.normalize('NFD');

/** How names are compared: NFC, without regard to case and repeated spaces. */
export const sameName = (text: string): string => composed(text).replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether two texts are the same name. Texts that are not mostly differ soon, by letters that nothing makes equal. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  let at = 0;
  // The end of the shorter one differs from what the other has there.
  while (a[at] === b[at]) at++;
  const [one, other] = [a.slice(at, at + 2), b.slice(at, at + 2)];
  const isPlain = /^\S/.test(one) && /^\S/.test(other) && !LOOSE.test(one) && !LOOSE.test(other);
  if (isPlain && one.charAt(0).toLowerCase() !== other.charAt(0).toLowerCase()) return false;
  return sameName(a) === sameName(b);
}

/** How ids and numbers are compared: NFC and outer spaces, nothing else. */
export const sameId = (text: string): string => composed(text).trim();

/** Short forms that officials write, spelled out, so that a suggestion can find the full name. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['ubnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['bql', 'ban quan ly'],
  ['kkt', 'khu kinh te'],
  ['nhnn', 'ngan hang nha nuoc'],
  ['qltt', 'quan ly thi truong'],
  ['tx', 'thi xa'],
  ['tp', 'thanh pho'],
]);

/**
 * Folds far, for suggestions alone: case, Vietnamese marks, đ, punctuation, `&` and `và`, usual short forms.
 * Old and new tone placement (`hoà`, `hòa`) fold to the same, since all marks go.
 */
export function fold(text: string): string {
  return decomposed(text)
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'va')
    .map((word) => SHORT.get(word) ?? word)
    .join(' ');
}

/** Edits between two words: insertion, deletion, substitution, swap of neighbours (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(Number(last[j]) + 1, Number(row[j - 1]) + 1, Number(last[j - 1]) + same);
      // Before the first letter of either there is nothing that the other has.
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, Number(before[j - 2]) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return Number(last[b.length]);
}

/** First letters of the words: `so nong nghiep phat trien nong thon` is abbreviated `so nnptnt`. */
const initials = (folded: string): string =>
  folded
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** 0 is the same; above 1/3 is too far to suggest. */
function farness(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0;
  const [head, ...rest] = wanted.split(' ');
  const short = rest.join('');
  const [first, ...others] = candidate.split(' ');
  if (head === first && initials(others.join(' ')) === short) return 0.05;
  const words = new Set(candidate.split(' '));
  if (wanted.length > 3 && wanted.split(' ').every((word) => words.has(word)))
    return 0.1 + 0.2 * (1 - wanted.length / candidate.length);
  const longer = Math.max(wanted.length, candidate.length);
  // Each letter more or less is an edit.
  if (Math.abs(wanted.length - candidate.length) * 3 > longer) return 1;
  return distance(wanted, candidate) / longer;
}

export interface Candidate<T> {
  readonly value: T;
  /** Every way to write it. */
  readonly names: readonly string[];
}

/** What was probably meant, nearest first, at most `limit`; empty where nothing is near enough. */
export function suggest<T>(written: string, candidates: Iterable<Candidate<T>>, limit = 3): T[] {
  const wanted = fold(written.slice(0, 200));
  if (wanted === '') return [];
  const found: { value: T; far: number }[] = [];
  for (const { value, names } of candidates) {
    const far = Math.min(...names.map((name) => farness(wanted, fold(name))));
    if (far <= 1 / 3) found.push({ value, far });
  }
  found.sort((a, b) => a.far - b.far);
  const nearest = found[0]?.far ?? 1;
  return found
    .filter(({ far }) => far <= nearest + 0.08)
    .slice(0, limit)
    .map(({ value }) => value);
}

/** The one plain word that was probably meant. */
export const closest = (written: string, words: readonly string[]): string | undefined =>
  suggest(
    written,
    words.map((value) => ({ value, names: [value] })),
    1,
  )[0];

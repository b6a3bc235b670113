import { Buffer } from 'node:buffer';
import { composed } from './fold.ts';
import { lazily } from './lazily.ts';

/** The ways Vietnamese was written before Unicode: one byte a letter (ABC, .VnTime), or a letter and its mark (VNI). */
export type LegacyCode = 'TCVN3' | 'VNI';

/** The letters of TCVN3 from 0xA0 on, a space where there is none. Only the capitals without a tone have a code. */
const TCVN3 =
  ' ĂÂÊÔƠƯĐăâêôơưđ ' +
  '     àảãáạ ằẳẵắ ' +
  '      ặầẩẫấậè ẻẽ' +
  'éẹềểễếệìỉ   ĩíịò' +
  ' ỏõóọồổỗốộờởỡớợù' +
  ' ủũúụừửữứựỳỷỹýỵ ';

/** The letters that VNI writes as one; í and ì are themselves. */
const VNI_LETTERS: Readonly<Record<string, string>> = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** What a VNI mark does to the letter before it. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{ â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
  ...{ ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
};
const VNI = /[aeo][âáàåãä]|a[êéèúüë]|[aeouyôö][ùøûõï]|[ñôöæóòî]/gi;

/**
 * TCVN3 has no capitals with tones: a font of capitals shows the small ones. A word of two plain capitals or more and
 * no plain small letter (`B¸O`) was meant in capitals; a lone `¸` or a first letter stays small.
 */
const fromTcvn3 = (text: string): string =>
  text.replace(/[A-Za-z\u00a1-\u00ff]+/g, (word) => {
    const read = word.replace(/[\u00a1-\u00ff]/g, (code) => TCVN3.charAt(code.charCodeAt(0) - 0xa0).trim() || code);
    return /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? read.toUpperCase() : read;
  });

/** The letter says whether it is a capital, whatever the case of its mark (`UÛY`, `Uûy`). */
const fromVni = (text: string): string =>
  text.replace(VNI, (pair) => {
    const [letter = '', mark = ''] = pair.toLowerCase();
    const read = ((VNI_LETTERS[letter] ?? letter) + (VNI_MARKS[mark] ?? '')).normalize('NFC');
    return pair.startsWith(letter) ? read : read.toUpperCase();
  });

interface Font {
  readonly code: LegacyCode;
  readonly convert: (text: string) => string;
  /** Words that no other language writes, if they convert to Vietnamese: one is enough. */
  readonly sure: RegExp;
}
/** Made when a text may need them: to ask for `\p{L}` takes longer than most files. */
const fonts = lazily((): readonly Font[] => [
  // A sign (but not ×, · and ¹: m×n, N·m) or a capital within a word (n¨m, tØnh); a section sign after a letter; two.
  {
    code: 'TCVN3',
    convert: fromTcvn3,
    sure: /\p{L}[¡-¦¨-®µ¶¸»-¾](?=\p{L})|\p{L}§|[a-z][ÆÇËÎÏÐÑÖØÜÞ]|[\u00a1-\u00ff].*[\u00a1-\u00ff]/u,
  },
  // Pairs that other languages have not, unlike aï, où, aú, eá, eä (thaï, baúl, Seán, meä); tænh, QÑ; two signs.
  {
    code: 'VNI',
    convert: fromVni,
    sure: /[aeo][âå]|[ao]ä|aê|[aeouyôö][øû]|[eouyôö]õ|[aeuyôö]ù|\p{L}où|[ôö]ï|ö[au]|[æóò]nh|\p{L}ñ|[\u00a1-\u00ff].*[\u00a1-\u00ff]/iu,
  },
]);

/** The parts of a syllable, without its tone. */
const ONSET = '(?:[bdđhlmrsvx]|[cgknpt]h?|gi|ngh?|tr)';
const RIME =
  'a(?:[cimoptuy]|ch|n[gh]?)?|ă(?:[ckmpt]|ng?)|â(?:[cmptuy]|ng?)|e(?:[cmopt]|ng?)?|ê(?:[mptu]|ch|nh?)?|' +
  'i(?:[amptu]|ch|nh?)?|iê(?:[cmptu]|ng?)|yê(?:[mtu]|ng?)|y|' +
  'o(?:[cimpt]|ng?)?|oa(?:[cimopty]|ch|n[gh]?)?|oă(?:[cmt]|ng?)|oe[mnot]?|oo(?:c|ng)|ô(?:[cimpt]|ng?)?|ơ[imnpt]?|' +
  'u(?:[acimpty]|ng?)?|uâ(?:[ty]|ng?)|uê(?:ch|nh?)?|uô(?:[cimt]|ng?)|uơ|uy(?:[anptu]|ch|nh)|uyê[nt]|' +
  'ư(?:[acimtu]|ng?)?|ươ(?:[cimptu]|ng?)';
const SYLLABLE = new RegExp(`^(?:${ONSET}?(?:${RIME})|qu(?:${RIME}|y(?:[npt]|ch|nh)))$`);
const TONE = /(?<=[aeiouy][\u0302\u0306\u031b]?)[\u0300\u0301\u0303\u0309\u0323]/;

/** True for a Vietnamese syllable (NFC) in small letters, capitals, or with a first capital; and for QĐ, HĐND, KHĐT. */
function isVietnamese(word: string): boolean {
  if (/^(?=.*[A-Z])[B-DF-HK-NP-TVXĐ]*Đ[B-DF-HK-NP-TVXĐ]*$/.test(word)) return true;
  if (!/^(?:\p{L}\p{Ll}*|\p{Lu}+)$/u.test(word)) return false;
  const letters = word.toLowerCase().normalize('NFD');
  const [tone = ''] = TONE.exec(letters) ?? [];
  const bare = letters.replace(TONE, '');
  return SYLLABLE.test(bare.normalize('NFC')) && (!/(?:[ckpt]|ch)$/.test(bare) || /[\u0301\u0323]/.test(tone));
}

/** Without quotation marks and the like; a section sign before a word is Đ. */
const trimmed = (word: string): string => word.replace(/^[¡-¦¨-¿×÷]+|[¡-¿×÷]+$/g, '');

/** How well a text reads when converted; different words are counted, not how often they are written. */
interface Reading {
  /** Words with Vietnamese letters that are Vietnamese, and those that are not. */
  valid: number;
  invalid: number;
  /** Words that are Vietnamese by the conversion alone, 3 for a sure one. */
  gained: number;
  sure: boolean;
  /** ASCII words that are neither Vietnamese nor abbreviations. */
  foreign: number;
}

/** `text` as `convert` reads it; `sure` finds the words that count as sure. */
function readingOf(text: string, convert: (text: string) => string, sure?: RegExp): Reading {
  const reading: Reading = { valid: 0, invalid: 0, gained: 0, sure: false, foreign: 0 };
  // What is longer than any word is cut, so that the patterns cost no more than its length.
  for (const word of new Set(text.match(/[\p{L}\p{M}0-9\u00a1-\u00ff]{1,40}/gu))) {
    if (/[0-9]|^[¡-¿×÷]$/.test(word)) continue;
    const converted = convert(word);
    const read = trimmed(converted);
    if (!/[^ -~]/.test(read)) {
      if (read === word && !/^[A-Z]+$/.test(word) && !isVietnamese(word)) reading.foreign++;
    } else if (!isVietnamese(read)) reading.invalid++;
    else {
      reading.valid++;
      if (converted === word || isVietnamese(trimmed(word))) continue;
      const isSure = sure?.test(word) === true;
      reading.gained += isSure ? 3 : 1;
      reading.sure ||= isSure;
    }
  }
  return reading;
}

/** The code that a text, if it has not a letter beyond Latin-1, is in. */
function fontOf(text: string): Font | undefined {
  const [best] = fonts()
    .map((font) => ({ font, reading: readingOf(text, font.convert, font.sure) }))
    .filter(
      ({ reading: { valid, invalid, gained, sure, foreign } }) =>
        gained > 1 && invalid * 4 <= valid && (sure || foreign * 2 <= gained),
    )
    .sort((a, b) => b.reading.gained - b.reading.invalid - (a.reading.gained - a.reading.invalid));
  return best?.font;
}

/** What Windows-1252 has for 0x80 to 0x9F, where ISO 8859-1 has controls. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const withoutControls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80));

/** What every legacy text has, and ordinary Vietnamese has not: its letters, its pairs, a capital after a small letter. */
const SUSPECT =
  /[¡-§¨-®µ-¹»-¾ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïñöøûüþ÷]|[Aa][ÁÀÃÂÊÉÈÚÙÕáàãâêéèúùõ]|[Ee][ÁÀÃÂÙÕáàãâùõ]|[Oo][ÂÙÕâùõ]|[UuYyÔô][ÙÕùõ]|[a-z][ÊÈÉÌÒÓÔÕÝ]/;

/** What Latin-1 has beyond ASCII: all that is suspect is among it. */
const LATIN = /[\u00a1-\u00ff]/;

/** Letters that Latin-1 lacks: what has them was not typed in a legacy code. */
const UNICODE = /[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]/;

/**
 * What text in a legacy font, each byte a character of Latin-1 or Windows-1252, would read as in Unicode; undefined
 * where it is Unicode Vietnamese or any other ordinary text already.
 *
 * Legacy is what has words that are Vietnamese by the conversion alone, and next to none that are not Vietnamese by it.
 * A text without a letter beyond Latin-1 is judged and converted as a whole; another line by line, and only the lines
 * without such letters that are legacy by themselves are converted, so that a line that has both is left. `code` is
 * that of the first line converted.
 */
export function legacyText(text: string): { readonly code: LegacyCode; readonly converted: string } | undefined {
  // The common cases first: a number or a day has neither kind of letter, a line in Unicode has both among its first.
  if (!LATIN.test(text) || (UNICODE.test(text) && !text.includes('\n'))) return undefined;
  return SUSPECT.test(text) ? convertedByLine(text) : undefined;
}

/** Asked of few texts, and apart from the others since its variables would be made anew for each of them. */
function convertedByLine(text: string): ReturnType<typeof legacyText> {
  let code: LegacyCode | undefined;
  const parts = (UNICODE.test(text) ? text.split(/(?<=\n)/) : [text]).map((part) => {
    const font = SUSPECT.test(part) && !UNICODE.test(part) ? fontOf(part) : undefined;
    code ??= font?.code;
    return font === undefined ? part : font.convert(withoutControls(part));
  });
  return code === undefined ? undefined : { code, converted: parts.join('') };
}

/** UTF-16 by its byte order mark, or by the zeros of ASCII, a quarter of the text, all on one side. */
function utf16Of(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE';
  const zeros: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  if (Math.min(...zeros) > 0 || Math.max(...zeros) * 8 < bytes.length || bytes.length < 2) return undefined;
  return zeros[0] === 0 ? 'UTF-16 LE' : 'UTF-16 BE';
}

/**
 * Bytes that are not UTF-8: the encoding they are most plausibly in and their text (NFC, without byte order mark).
 * UTF-16 is known by its form, whatever its language. Of the others that is taken in which most words are Vietnamese;
 * undefined where those are not clearly more than the rest, or not two more than in Windows-1252 as it stands.
 */
export function legacyBytes(
  bytes: Uint8Array,
): { readonly code: 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1258' | LegacyCode; readonly text: string } | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    try {
      const decoder = new TextDecoder(utf16 === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be', { fatal: true });
      return { code: utf16, text: composed(decoder.decode(bytes)) };
    } catch {
      return undefined;
    }
  }
  if (bytes.includes(0)) return undefined;
  const latin = withoutControls(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  const windows = composed(new TextDecoder('windows-1258').decode(bytes));
  const asIs = (text: string): string => text;
  const already = readingOf(latin, asIs).valid;
  const [best] = [
    { code: 'Windows-1258' as const, text: windows, reading: readingOf(windows, asIs) },
    ...fonts().map(({ code, convert }) => ({
      code,
      text: composed(convert(latin)),
      reading: readingOf(latin, convert),
    })),
  ]
    .filter(
      ({ reading: { valid, invalid, foreign } }) => valid > already + 1 && invalid * 4 <= valid && foreign <= valid * 5,
    )
    .sort((a, b) => b.reading.valid - b.reading.invalid - (a.reading.valid - a.reading.invalid));
  return best && { code: best.code, text: best.text };
}

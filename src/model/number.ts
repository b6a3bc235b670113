import { LETTERS, composed } from '../fold.ts';

/** A document's number and symbol, read from any of its real forms. */
export interface DocumentNumber {
  /** Without `Số:` and stray spaces, in NFC: `86/2018/NQ-HĐND`. Two documents are the same if this is. */
  readonly text: string;
  readonly serial: string;
  /** Legal normative documents carry their year: `86/2018/NQ-HĐND`. */
  readonly year?: number;
  /** What follows the serial: `KH-UBND`, `QH14`, `NQ/TW`. */
  readonly symbol: string;
}

const SERIAL = String.raw`(?!0+\D)\d{1,6}[A-Za-zđĐ]?`;
const CAPITAL = '[A-ZĂÂĐÊÔƠƯ]';
const WORD = `${CAPITAL}[A-ZĂÂĐÊÔƠƯa-zđ0-9&.]*`;
const MORE = String.raw`(?:\s?-\s?(?=${CAPITAL}|\d)[A-ZĂÂĐÊÔƠƯa-zđ0-9&.]+)*`;
/** State bodies write `124/NQ-CP`, `59/2020/QH14`; the Party writes `23-NQ/TW` (Decree 30/2020/NĐ-CP; Party guide 36-HD/VPTW). */
const STATE = String.raw`(${SERIAL})\s*/\s*(?:((?:19|20)\d{2})\s*/\s*)?(${WORD}${MORE})`;
const PARTY = String.raw`(${SERIAL})\s?-\s?(${CAPITAL}[A-ZĂÂĐÊÔƠƯa-zđ]*)\s*/\s*(${WORD}${MORE})`;
const ONE = new RegExp(`^(?:${STATE}|${PARTY})$`);
const MANY = new RegExp(`(?<![${LETTERS}\\d/])(?:${STATE}|${PARTY})(?![${LETTERS}\\d])`, 'g');

/** What most numbers look like, and `ONE` reads no differently: no spaces, no small letters, no dashes to be mended. */
const COMMON = /^([1-9]\d{0,5})\/(?:((?:19|20)\d{2})\/)?([A-ZĐ][A-ZĐ\d]*(?:-[A-ZĐ]+)*)$/;

/** In NFC, with hyphens where word processors put dashes and Đ for its doubles (Ð, Ɖ); character for character from there on. */
const plain = (text: string): string =>
  composed(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00d0\u0189]/g, 'Đ');

/** The number written in `text`, or `undefined` where it is not one: no serial, no symbol, letters where figures belong. */
export function readNumber(text: string): DocumentNumber | undefined {
  const [, serial, year, symbol] = COMMON.exec(text) ?? [];
  if (serial !== undefined && symbol !== undefined)
    return { text, serial, symbol, ...(year === undefined ? {} : { year: Number(year) }) };
  const match = ONE.exec(
    plain(text)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:số|so|no)\s?[:.]?\s?/iu, ''),
  );
  return match ? numberFrom(match) : undefined;
}

/** Whether a text is the number of a document: told sooner than which one. */
export const isNumber = (text: string): boolean => COMMON.test(text) || readNumber(text) !== undefined;

/** A number found in running text, with the day that stands behind it (`ngày 18/7/2018`), if one does. */
export interface CitedNumber extends DocumentNumber {
  readonly index: number;
  readonly day?: string;
}

/** Every document number in a text, in order. */
export function numbersIn(text: string): CitedNumber[] {
  const found: CitedNumber[] = [];
  const written = plain(text);
  for (const match of written.matchAll(MANY)) {
    const after = written.slice(match.index + match[0].length);
    const [, day, month, year] = /^\s*ngày\s+(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(after) ?? [];
    const date = day && month && year ? { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : {};
    found.push({ ...numberFrom(match), index: match.index, ...date });
  }
  return found;
}

function numberFrom([
  ,
  serial,
  year,
  symbol,
  partySerial = '',
  kind = '',
  organ = '',
]: RegExpExecArray): DocumentNumber {
  const tight = (part: string): string => part.replace(/\s+/g, '').replace(/\.+$/, '');
  if (serial !== undefined && symbol !== undefined) {
    const middle = year === undefined ? '' : `${year}/`;
    return {
      text: `${serial}/${middle}${tight(symbol)}`,
      serial,
      symbol: tight(symbol),
      ...(year === undefined ? {} : { year: Number(year) }),
    };
  }
  return {
    text: `${partySerial}-${kind}/${tight(organ)}`,
    serial: partySerial,
    symbol: `${kind}/${tight(organ)}`,
  };
}

/** How numbers are compared: as read where they can be, else without spaces. */
export const sameNumber = (text: string): string => readNumber(text)?.text ?? composed(text).replace(/\s+/g, '');

import { ArchiveError } from './zip.ts';

/** Deeper than any part of a document goes; a stranger's file may not cost more. */
const MAX_DEPTH = 256;
/** Characters that stand between two tags, or in a value: a cell holds 32,767. */
const MAX_TEXT = 1_000_000;

/** Attributes of one element: a root that names its spaces has a few dozen. */
const MAX_ATTRIBUTES = 10_000;

/** Thrown for a text that is not XML, or that brings a document type: entities of its own are never resolved. */
export class XmlError extends Error {}

/** The attributes of one element: by local name, their values decoded when asked for. */
export type Attributes = (name: string) => string | undefined;

/** What a reader is told, in the order of the text. Names come without their prefix. */
export interface Listener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const NAMES = { '<': 'lt', '>': 'gt', '&': 'amp', '"': 'quot', "'": 'apos' } as const;

/** Line ends of any kind are one line feed (XML 1.0, 2.11); one meant otherwise is written by its number. */
const unified = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Text with its references resolved: the five of XML and those by number, nothing else. */
function decoded(text: string): string {
  if (text.length > MAX_TEXT) throw new ArchiveError('too-large');
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, hex?: string, decimal?: string, name = '') => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const known = ENTITIES[name as string];
    if (known === undefined) throw new XmlError('reference');
    return known;
  });
}
/** Every `&`, with what it refers to where it does. */
const REFERENCE = /&(?:#x([0-9a-f]{1,6});|#(\d{1,7});|(lt|gt|amp|quot|apos);)?/gi;

/** A name without its prefix. */
function localOf(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const [SPACE, QUOTE, APOSTROPHE, SLASH, COLON, LESS, EQUALS, GREATER] = [
  0x20, 0x22, 0x27, 0x2f, 0x3a, 0x3c, 0x3d, 0x3e,
];

/**
 * Reads XML from beginning to end in one pass, without building a tree. Well-formedness is checked as far as it
 * matters here: elements close in order, references are known, there is no document type. A long text may come in
 * pieces that each begin with `<`.
 */
export function readXml(pieces: string | Iterable<string>, listener: Listener): void {
  const reader = new Reader(listener);
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) reader.read(piece);
  reader.end();
}

class Reader {
  readonly #to: Listener;
  /** The names of the open elements, with their prefixes. */
  readonly #path: string[] = [];
  #text = '';

  constructor(listener: Listener) {
    this.#to = listener;
  }

  read(text: string): void {
    this.#text = text;
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at < text.length) {
      if (text.charCodeAt(at) !== LESS) at = this.#afterText(at);
      if (at < text.length) at = this.#afterMarkup(at);
    }
  }

  end(): void {
    if (this.#path.length > 0) throw new XmlError('unclosed');
  }

  #afterText(start: number): number {
    const less = this.#text.indexOf('<', start);
    const end = less === -1 ? this.#text.length : less;
    const text = this.#text.slice(start, end);
    if (this.#path.length > 0) this.#to.text?.(decoded(unified(text)));
    else if (text.trim() !== '') throw new XmlError('text outside');
    return end;
  }

  /** Reads what begins with `<` at `start`; the offset behind it. */
  #afterMarkup(start: number): number {
    const next = this.#text.charCodeAt(start + 1);
    if (next === 0x21 || next === 0x3f) return this.#afterSpecial(start);
    return next === SLASH ? this.#afterClosing(start) : this.#afterOpening(start);
  }

  #afterOpening(start: number): number {
    const text = this.#text;
    const tag = tagAt(text, start);
    const name = text.slice(start + 1, tag.nameEnd);
    const local = localOf(name);
    this.#to.open(local, attributesOf(text, tag));
    if (text.charCodeAt(tag.end - 1) === SLASH) this.#to.close(local);
    else if (this.#path.push(name) > MAX_DEPTH) throw new XmlError('too deep');
    return tag.end + 1;
  }

  #afterClosing(start: number): number {
    const name = this.#path.pop();
    if (name === undefined || !this.#text.startsWith(name, start + 2)) throw new XmlError('mismatch');
    const behind = start + 2 + name.length;
    const end = indexFrom(this.#text, '>', behind);
    if (end > behind && this.#text.slice(behind, end).trim() !== '') throw new XmlError('mismatch');
    this.#to.close(localOf(name));
    return end + 1;
  }

  /** Comments and instructions are passed over, CDATA is text, a document type is refused. */
  #afterSpecial(start: number): number {
    const text = this.#text;
    if (text.startsWith('<?', start)) return indexFrom(text, '?>', start) + 2;
    if (text.startsWith('<!--', start)) return indexFrom(text, '-->', start + 4) + 3;
    if (text.startsWith('<![CDATA[', start) && this.#path.length > 0) {
      const end = indexFrom(text, ']]>', start);
      this.#to.text?.(unified(text.slice(start + 9, end)));
      return end + 3;
    }
    throw new XmlError('document type');
  }
}

/** What is seen of a tag at a first look. */
interface Tag {
  readonly nameEnd: number;
  /** Where its `>` stands. */
  readonly end: number;
  /** The offsets of the quotes around its values, in pairs. */
  readonly quotes: readonly number[];
  /** How many equals signs stand outside its values. */
  readonly equals: number;
}

const NO_QUOTES: readonly number[] = [];

/** The tag that begins at `start`, up to its `>`: one in a quoted value does not end it. */
function tagAt(text: string, start: number): Tag {
  let nameEnd = start + 1;
  while (isOfName(text.charCodeAt(nameEnd))) nameEnd++;
  const behind = text.charCodeAt(nameEnd);
  if (nameEnd === start + 1 || behind === EQUALS || isQuote(behind)) throw new XmlError('no name');
  let quotes: number[] | undefined;
  let equals = 0;
  for (let at = nameEnd; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return { nameEnd, end: at, quotes: quotes ?? NO_QUOTES, equals };
    if (code === EQUALS) equals++;
    if (!isQuote(code)) continue;
    const close = indexFrom(text, code === QUOTE ? '"' : "'", at + 1);
    if ((quotes ??= []).push(at, close) > 2 * MAX_ATTRIBUTES) throw new ArchiveError('too-large');
    at = close;
  }
  throw new XmlError('unclosed tag');
}

/**
 * Looks an attribute up when asked: most are never asked for. `r:id` and `id` are two names; `id` may have a
 * prefix, but for one that declares a namespace.
 */
function attributesOf(text: string, { nameEnd, quotes, equals }: Tag): Attributes {
  return (wanted) => {
    // Each value has one sign before it, and no other stands about.
    if (equals * 2 !== quotes.length) throw new XmlError('attribute');
    let found: string | undefined;
    let from = nameEnd;
    for (let i = 0; i < quotes.length; i += 2) {
      const open = quotes[i] ?? 0;
      const close = quotes[i + 1] ?? 0;
      const sign = lastBefore(text, open);
      if (text.charCodeAt(sign) !== EQUALS) throw new XmlError('attribute');
      const start = lastBefore(text, sign) + 1 - wanted.length;
      if (start >= from && text.startsWith(wanted, start)) {
        const before = lastBefore(text, start);
        if (before < from) return decoded(text.slice(open + 1, close));
        const isPrefixed = before === start - 1 && text.charCodeAt(before) === COLON;
        if (isPrefixed && text.slice(from, start).trim() !== 'xmlns:') found ??= text.slice(open + 1, close);
      }
      from = close + 1;
    }
    return found === undefined ? undefined : decoded(found);
  };
}

const isQuote = (code: number): boolean => code === QUOTE || code === APOSTROPHE;
const isOfName = (code: number): boolean =>
  code > SPACE && code !== SLASH && code !== GREATER && code !== EQUALS && !isQuote(code);

/** The last offset below `end` that is not white space. */
function lastBefore(text: string, end: number): number {
  let at = end - 1;
  while (text.charCodeAt(at) <= SPACE) at--;
  return at;
}

function indexFrom(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  if (found === -1) throw new XmlError('unclosed');
  return found;
}

/** What XML 1.0 cannot hold, not even by number: control characters, lone surrogates, U+FFFE and U+FFFF (2.2). */
export const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it may stand between tags and in attributes; what XML cannot hold is left out. */
export const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, '')
    .replace(/[<>&"']/g, (character) => `&${NAMES[character as keyof typeof NAMES]};`)
    // In the log of GitHub Actions `##[` would begin a command.
    .replace(/##\[/g, '##&#91;');

import { ArchiveError } from './zip.ts';

/** Deeper than any part of a document goes; a stranger's file may not cost more. */
const MAX_DEPTH = 256;
/** Characters that stand between two tags, or in a value: a cell holds 32,767. */
const MAX_TEXT = 1_000_000;

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

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The quote that begins a value: white space may stand before it. */
function quoteAfter(written: string, equals: number): string | undefined {
  let at = equals + 1;
  while (written.charCodeAt(at) <= 0x20) at++;
  const quote = written.charAt(at);
  return quote === '"' || quote === "'" ? quote : undefined;
}

/**
 * Looks an attribute up when asked: most are never asked for. `r:id` and `id` are two names; `id` may have a
 * prefix, but for one that declares a namespace.
 */
function attributesIn(written: string): Attributes {
  return (wanted) => {
    let found: string | undefined;
    let at = 0;
    for (;;) {
      const equals = written.indexOf('=', at);
      if (equals === -1) break;
      const name = written.slice(at, equals).trim();
      const quote = quoteAfter(written, equals);
      const start = quote === undefined ? -1 : written.indexOf(quote, equals);
      const end = quote === undefined ? -1 : written.indexOf(quote, start + 1);
      if (quote === undefined || end === -1) throw new XmlError('attribute');
      if (name === wanted) return decoded(written.slice(start + 1, end));
      if (!name.startsWith('xmlns:') && localOf(name) === wanted) found ??= written.slice(start + 1, end);
      at = end + 1;
    }
    return found === undefined ? undefined : decoded(found);
  };
}

/**
 * Reads XML from beginning to end in one pass, without building a tree. Well-formedness is checked as far as it
 * matters here: elements close in order, references are known, there is no document type. A long text may come in
 * pieces that each begin with `<`.
 */
export function readXml(pieces: string | Iterable<string>, listener: Listener): void {
  const path: string[] = [];
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) readPiece(piece, path, listener);
  if (path.length > 0) throw new XmlError('unclosed');
}

function readPiece(text: string, path: string[], listener: Listener): void {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const end = start === -1 ? text.length : start;
    if (end > at) {
      if (path.length > 0) listener.text?.(decoded(unified(text.slice(at, end))));
      else if (text.slice(at, end).trim() !== '') throw new XmlError('text outside');
    }
    if (start === -1) break;
    at = afterMarkup(text, start, path, listener);
  }
}

/** Reads what begins with `<` at `start`; the offset behind it. */
function afterMarkup(text: string, start: number, path: string[], to: Listener): number {
  const next = text.charCodeAt(start + 1);
  if (next === 0x21 || next === 0x3f) return afterSpecial(text, start, path, to);
  if (next === 0x2f) {
    const end = indexFrom(text, '>', start);
    const name = text.slice(start + 2, end).trimEnd();
    if (path.pop() !== name) throw new XmlError('mismatch');
    to.close(localOf(name));
    return end + 1;
  }
  const end = tagEnd(text, start);
  const isEmpty = text.charCodeAt(end - 1) === 0x2f;
  const inside = text.slice(start + 1, isEmpty ? end - 1 : end);
  const [name = ''] = /^[^\s/]*/.exec(inside) ?? [];
  if (name === '') throw new XmlError('no name');
  const local = localOf(name);
  to.open(local, attributesIn(inside.slice(name.length)));
  if (isEmpty) to.close(local);
  else if (path.push(name) > MAX_DEPTH) throw new XmlError('too deep');
  return end + 1;
}

/** Comments and instructions are passed over, CDATA is text, a document type is refused. */
function afterSpecial(text: string, start: number, path: readonly string[], to: Listener): number {
  if (text.startsWith('<?', start)) return indexFrom(text, '?>', start) + 2;
  if (text.startsWith('<!--', start)) return indexFrom(text, '-->', start + 4) + 3;
  if (text.startsWith('<![CDATA[', start) && path.length > 0) {
    const end = indexFrom(text, ']]>', start);
    to.text?.(unified(text.slice(start + 9, end)));
    return end + 3;
  }
  throw new XmlError('document type');
}

/** The `>` that ends a tag: one in a quoted value does not. */
function tagEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code === 0x22 || code === 0x27) at = indexFrom(text, code === 0x22 ? '"' : "'", at + 1);
  }
  throw new XmlError('unclosed tag');
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
  text.replace(UNWRITABLE, '').replace(/[<>&"']/g, (character) => `&${NAMES[character as keyof typeof NAMES]};`);

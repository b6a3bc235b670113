import type { Mark, Parsed, TextFault } from '../source.ts';
import { isShort, MAX_DEPTH, MAX_KEYS } from './limits.ts';
import { MAX_VALUES } from './schema.ts';

/** YAML allows a key of a block mapping 1,024 characters. */
const LONGEST_KEY = 1000;

const KEY = /[A-Za-z_][\w-]*:(?: +|(?=\r?\n|$))/y;
const HEADER = /[|>]-?(?= *(?:\r?\n|$))/y;
const FLOW_TEXT = /[^,[\]{}#\r\n]*/y;
const COMMON_NUMBER = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{1,6})$/;
const ANY_NUMBER = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$|0[xo]|\.inf$)|^\.nan$/i;
const WORD = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL)$/;

/** Thrown to leave the reader from any depth; never seen outside of this file. */
const REFUSED = new Error('not plain YAML');

/** Where the reader stands. All places are offsets into the text. */
interface Cursor {
  readonly text: string;
  readonly marking: boolean;
  /** The line being read: its start, its end without the line end, and the start of the next one. */
  start: number;
  end: number;
  next: number;
  /** Spaces before the line's first character; -1 behind the last line. */
  indent: number;
  /** Where the value of a key begins, or where a value ends. */
  offset: number;
  /** The first ` #` that is not behind the reader. */
  comment: number;
  /** How many collections in brackets were begun: so many values are refused, whoever reads them. */
  brackets: number;
  /** The mark of the value read last, where marks are wanted. */
  mark: Mark;
  /** The keys that were there before, where marks are wanted: without them, they are refused. */
  readonly repeated: TextFault[];
  /** Where the lines of the last list of a top-level key begin, and those of its last item, where marks are wanted. */
  list: number;
  item: number;
}

/** Where the reader left a text: all before the end of this line is plain and well-formed, or is in this item. */
export interface Stop {
  readonly list: number;
  readonly item: number;
  readonly end: number;
}

/**
 * The data of a text in the plain block style that reports are written in, exactly as a full YAML 1.2 reader
 * (core schema, string keys) gives it; `undefined` for everything else, well-formed or not.
 */
export function readPlain(text: string): { readonly data: unknown } | undefined {
  return readText(cursorIn(text, false));
}

/** The data of a text that is plain but for keys given twice, or else where it stops being plain. */
export function readNearlyPlain(text: string): Parsed | Stop {
  const at = cursorIn(text, true);
  const found = readText(at);
  return found ? { data: found.data, faults: at.repeated } : { list: at.list, item: at.item, end: at.end };
}

/** The spans of such a text: a block scalar's is its header, that of block mappings and lists ends with their last value. */
export function markPlain(text: string): Mark | undefined {
  const at = cursorIn(text, true);
  return readText(at) && at.mark;
}

/**
 * What `markPlain` has of one item of the list under a key at the margin, in a text that it marks: it is walked to by the
 * indentation of the lines. None where the key or its list is written otherwise.
 */
export function markItem(text: string, key: string, index: number): Mark | undefined {
  const at = cursorIn(text, true);
  const isFirst = text.startsWith(`${key}:`);
  at.next = isFirst ? 0 : text.indexOf(`\n${key}:`) + 1;
  if (at.next === 0 && !isFirst) return undefined;
  nextLine(at);
  nextLine(at);
  const { indent } = at;
  const isAtItem = (): boolean => at.indent === indent && isItem(text, at.start + indent);
  let left = index;
  while (at.indent > indent || (isAtItem() && left-- > 0)) nextLine(at);
  if (!isAtItem()) return undefined;
  item(at, indent, 2);
  return at.mark;
}

function cursorIn(text: string, marking: boolean): Cursor {
  const line = { start: 0, end: 0, next: 0, indent: -1 };
  const mark = { value: { start: 0, end: 0 } };
  return { text, marking, ...line, offset: 0, comment: -1, brackets: 0, mark, repeated: [], list: 0, item: 0 };
}

function readText(at: Cursor): { readonly data: unknown } | undefined {
  const { text } = at;
  if (text.includes('\t') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
  try {
    nextLine(at);
    if (at.end - at.start === 3 && text.startsWith('---', at.start)) nextLine(at);
    if (at.indent === -1) return undefined;
    const data = block(at, 1);
    return at.indent === -1 ? { data } : undefined;
  } catch (error) {
    if (error === REFUSED) return undefined;
    throw error;
  }
}

/** Goes to the next line that is neither blank nor a comment. */
function nextLine(at: Cursor): void {
  const { text } = at;
  for (let start = at.next; start < text.length; start = at.next) {
    const first = spacesFrom(text, start);
    lineFrom(at, start);
    if (first >= at.end || text[first] === '#') continue;
    at.indent = first - start;
    return;
  }
  at.start = at.end = text.length;
  at.indent = -1;
}

function lineFrom(at: Cursor, start: number): void {
  const { text } = at;
  const lineFeed = text.indexOf('\n', start);
  at.start = start;
  at.end = lineFeed === -1 ? text.length : text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
  at.next = lineFeed === -1 ? text.length : lineFeed + 1;
}

function spacesFrom(text: string, offset: number): number {
  while (text[offset] === ' ') offset++;
  return offset;
}

function textEnd(text: string, end: number): number {
  while (text[end - 1] === ' ') end--;
  return end;
}

/** Whether a list item begins at an offset. */
function isItem(text: string, offset: number): boolean {
  if (text[offset] !== '-') return false;
  const next = text[offset + 1];
  return next === ' ' || next === '\n' || next === '\r' || offset + 1 === text.length;
}

/**
 * The mapping or list that begins with the current line. It ends with a line of another indentation: where that is not
 * one of a mapping or list around it, the whole text is found to have more below its last line, and is refused.
 */
function block(at: Cursor, depth: number): unknown {
  return isItem(at.text, at.start + at.indent) ? list(at, at.indent, depth) : fields(at, at.indent, depth);
}

/** `offset` is that of the first value, where that is known. */
function fields(at: Cursor, indent: number, depth: number, offset?: number): unknown {
  if (depth > MAX_DEPTH) throw REFUSED;
  const data: Record<string, unknown> = {};
  const children = at.marking ? new Map<string, Mark>() : undefined;
  const first = at.start + indent;
  let count = 0;
  do {
    const start = at.start + indent;
    const key = keyAt(at, start, count === 0 ? offset : undefined);
    if (++count > MAX_KEYS) throw REFUSED;
    const isRepeated = children !== undefined && isThere(at, children, start, key);
    const read = value(at, at.offset, indent, depth, true);
    if (isRepeated) continue;
    data[key] = read;
    children?.set(key, keyed(at.mark, start, key));
  } while (at.indent === indent);
  if (Object.keys(data).length < (children?.size ?? count)) throw REFUSED;
  if (children) at.mark = { value: { start: first, end: at.mark.value.end }, children };
  return data;
}

function list(at: Cursor, indent: number, depth: number): unknown {
  if (depth > MAX_DEPTH) throw REFUSED;
  const { text } = at;
  const data: unknown[] = [];
  const children = at.marking ? new Map<number, Mark>() : undefined;
  const first = at.start + indent;
  if (children && depth === 2) at.list = at.start;
  do {
    if (children && depth === 2) at.item = at.start;
    data.push(item(at, indent, depth));
    children?.set(data.length - 1, at.mark);
  } while (at.indent === indent && isItem(text, at.start + indent));
  if (children) at.mark = { value: { start: first, end: at.mark.value.end }, children };
  return data;
}

/** The item of a list that begins with the current line. */
function item(at: Cursor, indent: number, depth: number): unknown {
  const { text } = at;
  const start = spacesFrom(text, at.start + indent + 1);
  KEY.lastIndex = start;
  return KEY.test(text)
    ? fields(at, start - at.start, depth + 1, KEY.lastIndex)
    : value(at, start, indent, depth, false);
}

/**
 * The key at an offset; the cursor's offset becomes that of its value, which is looked for where it is not known. Who
 * takes it sees whether it was there before.
 */
function keyAt(at: Cursor, start: number, offset?: number): string {
  KEY.lastIndex = start;
  if (offset === undefined && !KEY.test(at.text)) throw REFUSED;
  at.offset = offset ?? KEY.lastIndex;
  const key = at.text.slice(start, at.text.indexOf(':', start));
  if (key.length > LONGEST_KEY) throw REFUSED;
  return key;
}

/** Whether a mapping has a key already: then it is noted. */
function isThere(at: Cursor, children: ReadonlyMap<string | number, Mark>, start: number, key: string): boolean {
  const first = children.get(key)?.key;
  if (first === undefined) return false;
  if (!isShort(at.text)) throw REFUSED;
  at.repeated.push({ kind: 'duplicate-key', span: { start, end: start + key.length }, first, key });
  return true;
}

/** The value of a key or list item, from an offset of its line on. `indent` is that of the mapping or list it is in. */
function value(at: Cursor, start: number, indent: number, depth: number, ofKey: boolean): unknown {
  const { text } = at;
  const first = text[start];
  if (start === at.end || first === '#') return valueBelow(at, start, indent, depth, ofKey);
  if (first === '|' || first === '>') return blockText(at, start, indent);
  let data: unknown;
  if (first === '[' || first === '{') data = flow(at, start, depth + 1);
  else if (first === '"' || first === "'") data = quoted(at, start);
  else data = plain(at, start);
  const rest = spacesFrom(text, at.offset);
  if (rest !== at.end && (rest === at.offset || text[rest] !== '#')) throw REFUSED;
  nextLine(at);
  return data;
}

function valueBelow(at: Cursor, start: number, indent: number, depth: number, ofKey: boolean): unknown {
  const place = textEnd(at.text, start);
  nextLine(at);
  if (at.indent > indent || (ofKey && at.indent === indent && isItem(at.text, at.start + indent)))
    return block(at, depth + 1);
  if (at.marking) at.mark = { value: { start: place, end: place } };
  return null;
}

function blockText(at: Cursor, start: number, indent: number): string {
  const { text } = at;
  HEADER.lastIndex = start;
  if (!HEADER.test(text)) throw REFUSED;
  const end = HEADER.lastIndex;
  const folded = text[start] === '>';

  const lines: string[] = [];
  let margin = 0;
  for (let line = at.next; line < text.length; line = at.next) {
    const first = spacesFrom(text, line);
    const spaces = first - line;
    const code = text[first];
    if (code === '\n' || code === '\r' || first === text.length) {
      if (spaces > margin || margin === 0) throw REFUSED;
      lines.push('');
    } else {
      if (margin === 0) margin = spaces;
      if (spaces < margin || margin <= indent) break;
      if (folded && spaces > margin) throw REFUSED;
      lineFrom(at, line);
      lines.push(text.slice(line + margin, at.end));
    }
    lineFrom(at, line);
  }
  nextLine(at);
  while (lines[lines.length - 1] === '') lines.pop();
  if (lines.length === 0) throw REFUSED;
  if (at.marking) at.mark = { value: { start, end } };
  const joined = lines.join('\n');
  return (
    (folded ? joined.replace(/\n+/g, (breaks) => breaks.slice(1) || ' ') : joined) + (end - start === 2 ? '' : '\n')
  );
}

function quoted(at: Cursor, start: number): string {
  const { text } = at;
  const double = text[start] === '"';
  const end = text.indexOf(double ? '"' : "'", start + 1);
  if (end === -1 || end > at.end) throw REFUSED;
  const data = text.slice(start + 1, end);
  if (double && data.includes('\\')) throw REFUSED;
  at.offset = end + 1;
  if (at.marking) at.mark = { value: { start, end: at.offset } };
  return data;
}

function plain(at: Cursor, start: number): unknown {
  const { text } = at;
  if (at.comment < start) at.comment = commentFrom(text, start);
  return plainValue(at, start, textEnd(text, Math.min(at.comment, at.end)));
}

/** Where the next ` #` stands, else the end. (One sign is found at once, two of which one is a space are not.) */
function commentFrom(text: string, start: number): number {
  for (let sign = text.indexOf('#', start + 1); sign !== -1; sign = text.indexOf('#', sign + 1))
    if (text[sign - 1] === ' ') return sign - 1;
  return text.length;
}

/** A collection in brackets on one line; `start` is that of the opening one. */
function flow(at: Cursor, start: number, depth: number): unknown {
  if (depth > MAX_DEPTH || ++at.brackets > MAX_VALUES) throw REFUSED;
  const { text } = at;
  const close = text[start] === '[' ? ']' : '}';
  const items: unknown[] = [];
  const data: Record<string, unknown> = {};
  const children = at.marking ? new Map<string | number, Mark>() : undefined;
  let count = 0;
  let offset = spacesFrom(text, start + 1);
  while (count > 0 || text[offset] !== close) {
    if (close === ']') {
      items.push(flowValue(at, offset, depth));
      children?.set(count, at.mark);
    } else {
      const key = keyAt(at, offset);
      const isRepeated = children !== undefined && isThere(at, children, offset, key);
      const read = flowValue(at, at.offset, depth);
      if (!isRepeated) {
        data[key] = read;
        children?.set(key, keyed(at.mark, offset, key));
      }
    }
    if (++count > MAX_KEYS && close === '}') throw REFUSED;
    offset = spacesFrom(text, at.offset);
    if (text[offset] === close) break;
    if (text[offset] !== ',') throw REFUSED;
    offset = spacesFrom(text, offset + 1);
  }
  if (close === '}' && Object.keys(data).length < (children?.size ?? count)) throw REFUSED;
  at.offset = offset + 1;
  if (children) at.mark = { value: { start, end: at.offset }, children };
  return close === ']' ? items : data;
}

function flowValue(at: Cursor, start: number, depth: number): unknown {
  const { text } = at;
  const first = text[start];
  if (first === '[' || first === '{') return flow(at, start, depth + 1);
  if (first === '"' || first === "'") return quoted(at, start);
  FLOW_TEXT.lastIndex = start;
  FLOW_TEXT.test(text);
  return plainValue(at, start, textEnd(text, FLOW_TEXT.lastIndex));
}

/** What a plain scalar between two offsets means. */
function plainValue(at: Cursor, start: number, end: number): unknown {
  const text = at.text.slice(start, end);
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    if (colon + 1 === text.length || text[colon + 1] === ' ') throw REFUSED;
  }
  at.offset = end;
  if (at.marking) at.mark = { value: { start, end } };
  const first = text.charCodeAt(0);
  if (first > 127 || isLetter(first))
    return text.length <= 5 && WORD.test(text) ? JSON.parse(text.toLowerCase()) : text;
  // A day: no number has a dash behind a figure.
  if (isFigure(first) && text[4] === '-' && isFigure(text.charCodeAt(3))) return text;
  if (/^[-+.\d]/.test(text) && !isItem(text, 0)) {
    if (COMMON_NUMBER.test(text)) return Number(text);
    if (!ANY_NUMBER.test(text)) return text;
  } else if (text === '~') return null;
  else if (/^[(/_]/.test(text)) return text;
  throw REFUSED;
}

/** The mark of a value with that of its key. */
function keyed({ value, children }: Mark, start: number, key: string): Mark {
  const span = { start, end: start + key.length };
  return children ? { value, key: span, children } : { value, key: span };
}

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** A letter of ASCII. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

import type { Mark, Parsed, Span, SyntaxProblem, TextFault } from '../source.ts';
import { MAX_DEPTH, MAX_KEYS } from './limits.ts';
import { MAX_VALUES } from './schema.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Thrown to leave the reader from any depth once the cursor has a fault; never seen outside of this file. */
const STOPPED = new Error('not JSON');

interface Cursor {
  readonly text: string;
  readonly marking: boolean;
  offset: number;
  readonly duplicates: TextFault[];
  /** Values begun so far. */
  values: number;
  fault: TextFault | undefined;
  /** The mark of the value read last, where marks are wanted. */
  mark: Mark;
}

/** Reads JSON as `JSON.parse` does, but with a place for what is wrong; of two equal keys the first one counts. */
export function read(text: string): Parsed {
  const { data, at } = readText(text, false);
  return { data, faults: at.fault ? [at.fault] : at.duplicates };
}

/** Where everything stands, with quotes and brackets. A text that `read` finds ill-formed has only its beginning. */
export function mark(text: string): Mark {
  return readText(text, true).at.mark;
}

function readText(text: string, marking: boolean): { readonly data: unknown; readonly at: Cursor } {
  const mark = { value: { start: 0, end: 0 } };
  const at: Cursor = { text, marking, offset: 0, duplicates: [], values: 0, fault: undefined, mark };
  try {
    const data = value(at, 1);
    const rest = next(at);
    if (rest !== '') throw stopped(at, isForeign(rest) ? 'bad-character' : 'unexpected');
    return { data, at };
  } catch (error) {
    if (error !== STOPPED) throw error;
    return { data: undefined, at: { ...at, mark } };
  }
}

function stopped(at: Cursor, problem: SyntaxProblem, start = at.offset, end = start + 1): Error {
  at.fault = { kind: 'syntax-error', problem, span: { start, end: Math.min(end, at.text.length) } };
  return STOPPED;
}

/** Skips white space; the character behind it, or nothing at the end. */
function next(at: Cursor): string {
  let character = at.text.charAt(at.offset);
  while (character === ' ' || character === '\n' || character === '\r' || character === '\t') {
    character = at.text.charAt(++at.offset);
  }
  return character;
}

/** Whether a character has no business between values: comments, single quotes, white space that JSON does not know. */
const isForeign = (character: string): boolean => !/[-+.\p{L}\p{N}_$"{}[\],:]/u.test(character);

/** Goes behind the closing bracket, if that comes next. */
function closes(at: Cursor, open: number): boolean {
  const found = next(at);
  if (found === '') throw stopped(at, 'unclosed-bracket', open);
  if (found !== closing(at, open)) return false;
  at.offset++;
  return true;
}

/** Goes behind the comma, if one comes next and something follows; else behind the closing bracket. */
function continues(at: Cursor, open: number): boolean {
  if (closes(at, open)) return false;
  const found = next(at);
  if (found === ']' || found === '}') throw stopped(at, 'unclosed-bracket', open);
  if (found === ':') throw stopped(at, 'unexpected');
  if (found !== ',') throw stopped(at, isForeign(found) ? 'bad-character' : 'missing-comma');
  const comma = at.offset++;
  const following = next(at);
  if (following === ',') throw stopped(at, 'extra-comma');
  if (following === closing(at, open)) throw stopped(at, 'extra-comma', comma);
  if (following === '') throw stopped(at, 'unclosed-bracket', open);
  return true;
}

const closing = (at: Cursor, open: number): string => (at.text[open] === '{' ? '}' : ']');

function value(at: Cursor, depth: number): unknown {
  const first = next(at);
  const start = at.offset;
  if (++at.values > MAX_VALUES) throw stopped(at, 'too-many-values');
  if (first === '{' || first === '[') {
    if (depth > MAX_DEPTH) throw stopped(at, 'too-deep');
    return first === '{' ? fields(at, depth) : list(at, depth);
  }
  const data = first === '"' ? quoted(at) : word(at, first);
  if (at.marking) at.mark = { value: { start, end: at.offset } };
  return data;
}

function fields(at: Cursor, depth: number): unknown {
  const open = at.offset++;
  const data: Record<string, unknown> = {};
  const keys = new Map<string, Span>();
  const children = at.marking ? new Map<string, Mark>() : undefined;
  let count = 0;
  if (!closes(at, open)) {
    do {
      const start = at.offset;
      const key = keyAt(at, open);
      const span = { start, end: at.offset };
      if (++count > MAX_KEYS) throw stopped(at, 'too-many-keys', start, at.offset);
      if (next(at) !== ':') throw stopped(at, 'missing-colon');
      at.offset++;
      const first = keys.get(key);
      if (first) at.duplicates.push({ kind: 'duplicate-key', span, first, key });
      const field = value(at, depth + 1);
      if (first) continue;
      keys.set(key, span);
      children?.set(key, { ...at.mark, key: span });
      if (key !== '__proto__') data[key] = field;
      else Object.defineProperty(data, key, { value: field, writable: true, enumerable: true, configurable: true });
    } while (continues(at, open));
  }
  if (children) at.mark = { value: { start: open, end: at.offset }, children };
  return data;
}

function keyAt(at: Cursor, open: number): string {
  const first = next(at);
  if (first === '"') return quoted(at);
  if (first === ',') throw stopped(at, 'extra-comma');
  if (first === ']') throw stopped(at, 'unclosed-bracket', open);
  if (isForeign(first)) throw stopped(at, 'bad-character');
  throw stopped(at, 'bad-key', at.offset, Math.max(at.offset + 1, tokenEnd(at)));
}

function list(at: Cursor, depth: number): unknown {
  const open = at.offset++;
  const data: unknown[] = [];
  const children = at.marking ? new Map<number, Mark>() : undefined;
  if (!closes(at, open)) {
    do {
      data.push(value(at, depth + 1));
      children?.set(data.length - 1, at.mark);
    } while (continues(at, open));
  }
  if (children) at.mark = { value: { start: open, end: at.offset }, children };
  return data;
}

function quoted(at: Cursor): string {
  const { text } = at;
  const start = at.offset;
  let end = start + 1;
  let escaped = false;
  for (let code = text.charCodeAt(end); code !== 34; code = text.charCodeAt(end)) {
    if (code === 92) {
      escaped = true;
      ESCAPE.lastIndex = end;
      if (end + 1 === text.length) throw stopped(at, 'unclosed-quote', start);
      if (!ESCAPE.test(text)) throw stopped(at, 'bad-escape', end, end + 2);
      end = ESCAPE.lastIndex;
    } else if (code >= 32) end++;
    else if (code === 10 || code === 13 || end >= text.length) throw stopped(at, 'unclosed-quote', start);
    else throw stopped(at, 'bad-character', end);
  }
  at.offset = end + 1;
  return escaped ? String(JSON.parse(text.slice(start, at.offset))) : text.slice(start + 1, end);
}

function word(at: Cursor, first: string): unknown {
  const start = at.offset;
  const end = tokenEnd(at);
  if (end === start) throw stopped(at, first === '' || !isForeign(first) ? 'missing-value' : 'bad-character');
  const token = at.text.slice(start, end);
  at.offset = end;
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  const number = NUMBER.test(token) ? Number(token) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw stopped(at, /^[-+.\d]/.test(token) ? 'bad-number' : 'bad-scalar', start, end);
}

/** Where letters, digits and signs end that begin at the cursor. */
function tokenEnd(at: Cursor): number {
  const token = /[-+.\p{L}\p{M}\p{N}_$]+/uy;
  token.lastIndex = at.offset;
  token.test(at.text);
  return Math.max(at.offset, token.lastIndex);
}

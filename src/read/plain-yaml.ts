import type { Mark, Parsed, TextFault } from '../source.ts';
import { isShort, MAX_DEPTH, MAX_KEYS } from './limits.ts';
import { MAX_VALUES } from './schema.ts';

/** YAML allows a key of a block mapping 1,024 characters. */
const LONGEST_KEY = 1000;

/**
 * A line as most are: a dash or none, a key, and nothing, a text in quotes, or a plain one without colon or hash. One search
 * takes it apart in half the time that steps need while V8 has not optimized them, as in a run over a few reports.
 */
const IN_QUOTES = String.raw`"([^"\\\r\n]*)"`;
const BARE = String.raw`([A-Za-z\d\u0080-\uffff][^:#\r\n]*(?<! ))`;
const LINE_END = String.raw` *\r?\n`;
const LINE = new RegExp(String.raw`( *)(- +)?([A-Za-z_][\w-]*):(?: +(?:${IN_QUOTES}|${BARE}))?${LINE_END}`, 'y');

/** What `LINE` finds: where it stands, the spaces, the dash with those behind it, the key, a text from quotes, a plain one. */
interface Line {
  readonly index: number;
  readonly 1: string;
  readonly 2: string | undefined;
  readonly 3: string;
  readonly 4: string | undefined;
  readonly 5: string | undefined;
}

/**
 * How an item of a list stood in its lines, each of them a `LINE`. Most entries have the fields of one before them, in the
 * same report or another: one search takes such an entry, whatever its values.
 */
interface Mould {
  readonly pattern: RegExp;
  /** What the item was like, of which only the form is looked at. */
  readonly model: unknown;
  /** Which of its texts stood in quotes. */
  readonly inQuotes: readonly boolean[];
}

/** All moulds by the source of their pattern: to compile one costs more than it saves in a few items. */
const MOULDS = new Map<string, Mould>();
const MOST_MOULDS = 50;
/** So many characters has a pattern at most: an entry has a fifth, and V8 refuses what is thrice as long. */
const LONGEST_PATTERN = 10_000;
/** Those that fitted last, which are tried on an item, the last one first. */
const AT_HAND: Mould[] = [];
const MOST_AT_HAND = 6;

const KEY = /[A-Za-z_][\w-]*:(?: +|(?=\r?\n|$))/y;
const HEADER = /[|>]-?(?= *(?:\r?\n|$))/y;
const FLOW_TEXT = /[^,[\]{}#\r\n]*/y;
const COMMON_NUMBER = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{1,6})$/;
const ANY_NUMBER = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$|0[xo]|\.inf$)|^\.nan$/i;
const WORD = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL)$/;

/** Thrown to leave the reader from any depth; never seen outside of this file. */
const REFUSED = new Error('not plain YAML');

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
export const readPlain = (text: string): { readonly data: unknown } | undefined => readerOf(text, false).read();

/** The data of a text that is plain but for keys given twice, or else where it stops being plain. */
export function readNearlyPlain(text: string): Parsed | Stop {
  const reader = readerOf(text, true);
  const found = reader.read();
  return found ? { data: found.data, faults: reader.repeated } : reader.stop();
}

/** The spans of such a text: a block scalar's is its header, that of block mappings and lists ends with their last value. */
export const markPlain = (text: string): Mark | undefined => readerOf(text, true).read()?.mark;

/**
 * What `markPlain` has of one item of the list under a key at the margin, in a text that it marks: it is walked to by the
 * indentation of the lines. None where the key or its list is written otherwise.
 */
export const markItem = (text: string, key: string, index: number): Mark | undefined =>
  readerOf(text, true).markItem(key, index);

/**
 * The reader of one text. It goes from line to line, `indent` telling who reads the next one. All places are offsets into
 * the text. What it knows are variables of one function, since V8 gets at these faster than at fields of an object.
 */
function readerOf(text: string, marking: boolean) {
  /** The line being read: its start, its end without the line end, and the start of the next one. */
  let start = 0;
  let end = 0;
  let next = 0;
  /** Spaces before the line's first character; -1 behind the last line. */
  let indent = -1;
  /** The line as `LINE` took it apart, where no marks are wanted; where it starts and ends is not known then. */
  let line: Line | null = null;
  /** Where the value of a key begins, or where a value ends. */
  let offset = 0;
  /** How many collections in brackets were begun: so many values are refused, whoever reads them. */
  let brackets = 0;
  /** The mark of the value read last, where marks are wanted. */
  let mark: Mark = { value: { start: 0, end: 0 } };
  /** The keys that were there before, where marks are wanted: without them, they are refused. */
  const repeated: TextFault[] = [];
  /** Whether the text is a mapping; so that the lists at the second level are those of its keys. */
  let isMapping = false;
  /** Where the lines of the last list of a top-level key begin, and those of its last item, where marks are wanted. */
  let lastList = 0;
  let lastItem = 0;
  /** The lines since the current item of such a list began; none once there was one of another kind, or none behind it. */
  let lines: Line[] | undefined;

  function read(): { readonly data: unknown; readonly mark: Mark } | undefined {
    if (text.includes('\t') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
    try {
      nextLine();
      if (end - start === 3 && text.startsWith('---', start)) nextLine();
      if (indent === -1) return undefined;
      isMapping = !isAtItem();
      const data = block(1);
      return indent === -1 ? { data, mark } : undefined;
    } catch (error) {
      if (error === REFUSED) return undefined;
      throw error;
    }
  }

  function markItem(key: string, index: number): Mark | undefined {
    const isFirst = text.startsWith(`${key}:`);
    next = isFirst ? 0 : text.indexOf(`\n${key}:`) + 1;
    if (next === 0 && !isFirst) return undefined;
    nextLine();
    nextLine();
    const margin = indent;
    let left = index;
    while (indent > margin || (indent === margin && isAtItem() && left-- > 0)) nextLine();
    if (indent !== margin || !isAtItem()) return undefined;
    item(margin, 2);
    return mark;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  function nextLine(): void {
    while (next < text.length) {
      if (!marking) {
        LINE.lastIndex = next;
        line = LINE.exec(text) as Line | null;
        if (line) {
          next = LINE.lastIndex;
          indent = line[1].length;
          lines?.push(line);
          return;
        }
      }
      const first = spacesFrom(text, next);
      goTo(next);
      if (first >= end || text[first] === '#') continue;
      indent = first - start;
      lines = undefined;
      return;
    }
    start = end = text.length;
    indent = -1;
    line = null;
    lines = undefined;
  }

  function goTo(lineStart: number): void {
    const lineFeed = text.indexOf('\n', lineStart);
    start = lineStart;
    end = lineFeed === -1 ? text.length : text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
    next = lineFeed === -1 ? text.length : lineFeed + 1;
  }

  const isAtItem = (): boolean => (line ? line[2] !== undefined : isItem(text, start + indent));

  /**
   * The mapping or list that begins with the current line. It ends with a line of another indentation: where that is not
   * one of a mapping or list around it, the whole text is found to have more below its last line, and is refused.
   */
  const block = (depth: number): unknown => (isAtItem() ? list(indent, depth) : fields(indent, depth));

  /** A mapping with its keys behind so many spaces. */
  function fields(margin: number, depth: number): unknown {
    if (depth > MAX_DEPTH) throw REFUSED;
    const data: Record<string, unknown> = {};
    const children = marking ? new Map<string, Mark>() : undefined;
    const first = start + margin;
    let count = 0;
    do {
      if (++count > MAX_KEYS) throw REFUSED;
      if (line) {
        const { 2: dash, 3: key, 4: inQuotes, 5: bare } = line;
        if (key.length > LONGEST_KEY || (dash !== undefined && count > 1)) throw REFUSED;
        if (bare === undefined && inQuotes === undefined) data[key] = valueBelow(next, margin, depth, true);
        else {
          nextLine();
          data[key] = bare === undefined ? inQuotes : meaning(bare);
        }
        continue;
      }
      const from = start + margin;
      const key = keyAt(from);
      const isRepeated = children !== undefined && isThere(children, from, key);
      const read = value(offset, margin, depth, true);
      if (isRepeated) continue;
      data[key] = read;
      children?.set(key, keyed(mark, from, key));
    } while (indent === margin);
    if (Object.keys(data).length < (children?.size ?? count)) throw REFUSED;
    if (children) mark = { value: { start: first, end: mark.value.end }, children };
    return data;
  }

  function list(margin: number, depth: number): unknown {
    if (depth > MAX_DEPTH) throw REFUSED;
    const data: unknown[] = [];
    const children = marking ? new Map<number, Mark>() : undefined;
    const first = start + margin;
    const isOfKey = isMapping && depth === 2;
    if (isOfKey) lastList = start;
    do {
      if (isOfKey) lastItem = start;
      if (isOfKey && line) takeItems(line.index, margin, data);
      else data.push(item(margin, depth));
      children?.set(data.length - 1, mark);
    } while (indent === margin && isAtItem());
    if (children) mark = { value: { start: first, end: mark.value.end }, children };
    return data;
  }

  /** Takes items of the list of a top-level key, from an offset on as long as they fit moulds, or else one by its lines. */
  function takeItems(from: number, margin: number, items: unknown[]): void {
    const dash = `${' '.repeat(margin)}- `;
    for (let i = 0; i < AT_HAND.length; i++) {
      const mould = AT_HAND[i] as Mould;
      mould.pattern.lastIndex = from;
      const match = mould.pattern.exec(text);
      if (!match) continue;
      next = mould.pattern.lastIndex;
      const isBeforeItem = text.startsWith(dash, next);
      if (!isBeforeItem) nextLine();
      if (!isBeforeItem && indent > margin) continue;
      items.push(filled(mould, match));
      if (i > 0) takeInHand(mould);
      if (!isBeforeItem) return;
      // The next one is tried from the mould that fitted on.
      from = next;
      i = -1;
    }
    next = from;
    nextLine();
    if (line) items.push(itemOfLines(line, margin));
  }

  /** The item of such a list that begins with a line taken apart. */
  function itemOfLines(first: Line, margin: number): unknown {
    lines = [first];
    const read = item(margin, 2);
    // The last line is the first one behind the item.
    const mould = mouldOf((lines as Line[] | undefined)?.slice(0, -1) ?? [], read);
    if (mould) takeInHand(mould);
    lines = undefined;
    return read;
  }

  /** The item of a list that begins with the current line. */
  function item(margin: number, depth: number): unknown {
    if (line?.[2]) return fields(margin + line[2].length, depth + 1);
    const from = spacesFrom(text, start + margin + 1);
    KEY.lastIndex = from;
    return KEY.test(text) ? fields(from - start, depth + 1) : value(from, margin, depth, false);
  }

  /** The key at an offset; `offset` becomes that of its value. Who takes it sees whether it was there before. */
  function keyAt(from: number): string {
    KEY.lastIndex = from;
    if (!KEY.test(text)) throw REFUSED;
    offset = KEY.lastIndex;
    const key = text.slice(from, text.indexOf(':', from));
    if (key.length > LONGEST_KEY) throw REFUSED;
    return key;
  }

  /** Whether a mapping has a key already: then it is noted. */
  function isThere(children: ReadonlyMap<string | number, Mark>, from: number, key: string): boolean {
    const first = children.get(key)?.key;
    if (first === undefined) return false;
    if (!isShort(text)) throw REFUSED;
    repeated.push({ kind: 'duplicate-key', span: { start: from, end: from + key.length }, first, key });
    return true;
  }

  /** The value of a key or list item, from an offset of its line on; what holds it is behind so many spaces. */
  function value(from: number, margin: number, depth: number, ofKey: boolean): unknown {
    const first = text[from];
    if (from === end || first === '#') return valueBelow(from, margin, depth, ofKey);
    if (first === '|' || first === '>') return blockText(from, margin);
    let data: unknown;
    if (first === '[' || first === '{') data = flow(from, depth + 1);
    else if (first === '"' || first === "'") data = quoted(from);
    else data = plain(from);
    const rest = spacesFrom(text, offset);
    if (rest !== end && (rest === offset || text[rest] !== '#')) throw REFUSED;
    nextLine();
    return data;
  }

  function valueBelow(from: number, margin: number, depth: number, ofKey: boolean): unknown {
    nextLine();
    if (indent > margin || (ofKey && indent === margin && isAtItem())) return block(depth + 1);
    if (marking) {
      const place = textEnd(text, from);
      mark = { value: { start: place, end: place } };
    }
    return null;
  }

  function blockText(from: number, margin: number): string {
    HEADER.lastIndex = from;
    if (!HEADER.test(text)) throw REFUSED;
    const headerEnd = HEADER.lastIndex;
    const folded = text[from] === '>';

    const written: string[] = [];
    let depth = 0;
    while (next < text.length) {
      const first = spacesFrom(text, next);
      const spaces = first - next;
      const code = text[first];
      if (code === '\n' || code === '\r' || first === text.length) {
        if (spaces > depth || depth === 0) throw REFUSED;
        goTo(next);
        written.push('');
      } else {
        if (depth === 0) depth = spaces;
        if (spaces < depth || depth <= margin) break;
        if (folded && spaces > depth) throw REFUSED;
        goTo(next);
        written.push(text.slice(start + depth, end));
      }
    }
    nextLine();
    while (written[written.length - 1] === '') written.pop();
    if (written.length === 0) throw REFUSED;
    if (marking) mark = { value: { start: from, end: headerEnd } };
    const joined = written.join('\n');
    const isStripped = headerEnd - from === 2;
    return (folded ? joined.replace(/\n+/g, (breaks) => breaks.slice(1) || ' ') : joined) + (isStripped ? '' : '\n');
  }

  function quoted(from: number): string {
    const double = text[from] === '"';
    const close = text.indexOf(double ? '"' : "'", from + 1);
    if (close === -1 || close > end) throw REFUSED;
    const data = text.slice(from + 1, close);
    if (double && data.includes('\\')) throw REFUSED;
    offset = close + 1;
    if (marking) mark = { value: { start: from, end: offset } };
    return data;
  }

  function plain(from: number): unknown {
    const comment = text.slice(from, end).indexOf(' #');
    return plainValue(from, textEnd(text, comment === -1 ? end : from + comment));
  }

  /** A collection in brackets on one line, from the opening one on. */
  function flow(from: number, depth: number): unknown {
    if (depth > MAX_DEPTH || ++brackets > MAX_VALUES) throw REFUSED;
    const close = text[from] === '[' ? ']' : '}';
    const items: unknown[] = [];
    const data: Record<string, unknown> = {};
    const children = marking ? new Map<string | number, Mark>() : undefined;
    let count = 0;
    let at = spacesFrom(text, from + 1);
    while (count > 0 || text[at] !== close) {
      if (close === ']') {
        items.push(flowValue(at, depth));
        children?.set(count, mark);
      } else {
        const key = keyAt(at);
        const isRepeated = children !== undefined && isThere(children, at, key);
        const read = flowValue(offset, depth);
        if (!isRepeated) {
          data[key] = read;
          children?.set(key, keyed(mark, at, key));
        }
      }
      if (++count > MAX_KEYS && close === '}') throw REFUSED;
      at = spacesFrom(text, offset);
      if (text[at] === close) break;
      if (text[at] !== ',') throw REFUSED;
      at = spacesFrom(text, at + 1);
    }
    if (close === '}' && Object.keys(data).length < (children?.size ?? count)) throw REFUSED;
    offset = at + 1;
    if (children) mark = { value: { start: from, end: offset }, children };
    return close === ']' ? items : data;
  }

  function flowValue(from: number, depth: number): unknown {
    const first = text[from];
    if (first === '[' || first === '{') return flow(from, depth + 1);
    if (first === '"' || first === "'") return quoted(from);
    FLOW_TEXT.lastIndex = from;
    FLOW_TEXT.test(text);
    return plainValue(from, textEnd(text, FLOW_TEXT.lastIndex));
  }

  /** What a plain scalar between two offsets means. */
  function plainValue(from: number, to: number): unknown {
    const scalar = text.slice(from, to);
    for (let colon = scalar.indexOf(':'); colon !== -1; colon = scalar.indexOf(':', colon + 1)) {
      if (colon + 1 === scalar.length || scalar[colon + 1] === ' ') throw REFUSED;
    }
    offset = to;
    if (marking) mark = { value: { start: from, end: to } };
    return meaning(scalar);
  }

  return { read, markItem, repeated, stop: (): Stop => ({ list: lastList, item: lastItem, end }) };
}

/** Puts a mould first among those at hand. */
function takeInHand(mould: Mould): void {
  const place = AT_HAND.indexOf(mould);
  if (place !== -1) AT_HAND.splice(place, 1);
  AT_HAND.unshift(mould);
  if (AT_HAND.length > MOST_AT_HAND) AT_HAND.pop();
}

/** The mould of an item that stands in these lines, where it has one. */
function mouldOf(lines: readonly Line[], item: unknown): Mould | undefined {
  // Where `null` is written, the model does not tell that there is a value.
  const isNull = ({ 5: bare }: Line): boolean => bare !== undefined && meaning(bare) === null;
  if (lines.length === 0 || lines.some(isNull)) return undefined;
  const source = lines.map(patternOf).join('');
  if (source.length > LONGEST_PATTERN) return undefined;
  const known = MOULDS.get(source);
  if (known || MOULDS.size === MOST_MOULDS) return known;
  const texts = lines.filter((line) => (line[4] ?? line[5]) !== undefined);
  const inQuotes = texts.map((line) => line[4] !== undefined);
  // A copy: who has the item may take from it what is blank or faulty.
  const mould = { pattern: new RegExp(source, 'y'), model: JSON.parse(JSON.stringify(item)) as unknown, inQuotes };
  MOULDS.set(source, mould);
  return mould;
}

/** Whatever line has the key of this one behind as many spaces, and a value of the same kind. */
function patternOf({ 1: spaces, 2: dash = '', 3: key, 4: inQuotes, 5: bare }: Line): string {
  const value = inQuotes !== undefined ? ` +${IN_QUOTES}` : bare !== undefined ? ` +${BARE}` : '';
  return `${spaces}${dash}${key}:${value}${LINE_END}`;
}

/** What a mould's pattern found, and how much of it has been taken. */
interface Filling {
  readonly inQuotes: readonly boolean[];
  readonly match: RegExpExecArray;
  taken: number;
}

/** What a mould's pattern found, in the form of its model. */
const filled = ({ model, inQuotes }: Mould, match: RegExpExecArray): unknown =>
  like(model, { inQuotes, match, taken: 0 });

function like(model: unknown, from: Filling): unknown {
  if (model === null) return null;
  if (typeof model !== 'object') {
    const isInQuotes = from.inQuotes[from.taken++];
    const text = from.match[from.taken] ?? '';
    return isInQuotes ? text : meaning(text);
  }
  if (Array.isArray(model)) return model.map((item) => like(item, from));
  const data: Record<string, unknown> = {};
  for (const key in model) data[key] = like((model as Record<string, unknown>)[key], from);
  return data;
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

/** What a plain scalar means that has no sign of a key or comment. */
function meaning(text: string): unknown {
  const first = text.charCodeAt(0);
  const isLetter = (first >= 97 && first <= 122) || (first >= 65 && first <= 90);
  if (isLetter || first > 127) return text.length <= 5 && WORD.test(text) ? JSON.parse(text.toLowerCase()) : text;
  const isNumeric = isFigure(first);
  // The number of a document, a day: no number has a slash, or a dash behind a figure.
  if (isNumeric && (text.includes('/') || (text[4] === '-' && isFigure(text.charCodeAt(3))))) return text;
  if (isNumeric || (/^[-+.]/.test(text) && !isItem(text, 0))) {
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

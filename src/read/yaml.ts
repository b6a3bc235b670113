import { Composer, CST, isCollection, isMap, isNode, isPair, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Mark, Parsed, Span, SyntaxProblem, TextFault } from '../source.ts';
import { BRACKET_STEPS, isShort, isSimple, LEXEME_STEPS, MAX_DEPTH, MAX_KEYS, MAX_STEPS } from './limits.ts';
import { markItem, markPlain, readNearlyPlain, readPlain, type Stop } from './plain-yaml.ts';
import { MAX_VALUES } from './schema.ts';
import { type SyntaxFault, firstFault, syntaxFault } from './yaml-errors.ts';

const PLAIN = process.env['DONDOC_PLAIN'] !== 'off';

/** Keys are compared here and not by the library, whose time grows with the square of their number. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads YAML 1.2 (core schema): one document, string keys, no anchors, aliases, tags or directives. An empty document
 * is `null`. Of two equal keys the first one counts.
 */
export function read(text: string): Parsed {
  if (!PLAIN) return readFully(text);
  const plain = readPlain(text);
  if (plain) return { data: plain.data, faults: [], markItem: (key, index) => markItem(text, key, index) };
  const nearly = readNearlyPlain(text);
  if ('data' in nearly) return nearly;
  const fault = faultAt(text, nearly);
  return fault ? { data: undefined, faults: [fault] } : readFully(text);
}

/** The same by the library alone, for what the quick reader leaves to it. */
export function readFully(text: string): Parsed {
  const { root, fault } = parse(text);
  if (fault) return { data: undefined, faults: [fault] };
  const faults: TextFault[] = [];
  const data = dataOf(root, faults);
  const broken = faults.find(({ kind }) => kind === 'syntax-error');
  return broken ? { data: undefined, faults: [broken] } : { data, faults };
}

/**
 * Where everything stands: scalars as written, with their quotes; of a block scalar its header (`|`, `>-`); of nothing
 * the place right behind the colon or dash; block mappings and lists from their first key or dash to their last value.
 * A text that `read` finds ill-formed has only its beginning.
 */
export function mark(text: string): Mark {
  return (PLAIN ? markPlain(text) : undefined) ?? markFully(text);
}

/** The same by the library alone. */
export const markFully = (text: string): Mark => markOf(parse(text).root, text);

/**
 * The first fault of a text, where it is in the list item in which the text stops being plain: all items before it are
 * left out, and those after it are not read. Neither could change what is wrong with it.
 */
function faultAt(text: string, { list, item, end }: Stop): SyntaxFault | undefined {
  if (item === 0 || !(isShort(text) || isSimple(text))) return undefined;
  const leftOut = item - list;
  const { fault, next } = parse(text.slice(0, list) + text.slice(item), end - leftOut);
  if (!fault || fault.span.start >= next) return undefined;
  const shifted = (offset: number): number => (offset < list ? offset : offset + leftOut);
  return { ...fault, span: { start: shifted(fault.span.start), end: shifted(fault.span.end) } };
}

/** What is noted while the lexemes go by. */
interface Scan {
  readonly text: string;
  readonly parser: Parser;
  /** The start of the lexeme being read. */
  offset: number;
  /** The brackets that are open, innermost last. */
  readonly brackets: number[];
  /** Every `:` behind a key. */
  readonly colons: number[];
  documents: number;
  /** Blanks above the first comment since the last line that holds something. */
  blanks: number;
  commented: boolean;
  /** What the library has spent. */
  steps: number;
  /** The values so far, at least: scalars but for keys, brackets that open, and the whole; where the last one stands. */
  values: number;
  last: number;
  fault: SyntaxFault | undefined;
  /** From here on the next item of a top-level list ends the reading; where that is. */
  readonly enough: number;
  next: number;
}

/** The library's tree of a text, or what is wrong with it: of all of it, or up to the next list item behind an offset. */
function parse(
  text: string,
  enough = Infinity,
): { readonly root?: unknown; readonly fault?: SyntaxFault; readonly next: number } {
  const parser = new Parser();
  const counts = { offset: 0, documents: 0, blanks: 0, commented: false, steps: 0, values: 1, last: 0 };
  const scan: Scan = { text, parser, brackets: [], colons: [], fault: undefined, ...counts, enough, next: Infinity };
  // The library makes an error for whatever is wrong, up to hundreds of thousands; their traces would cost seconds.
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const [document] = [...new Composer(OPTIONS).compose(tokens(scan), true, text.length)];
    const fault = firstFault(document?.errors ?? [], scan);
    return fault ? { fault, next: scan.next } : { root: document?.contents, next: scan.next };
  } catch {
    return { fault: syntaxFault('unexpected', scan.offset), next: scan.next };
  } finally {
    Error.stackTraceLimit = traced;
  }
}

const VALUES: ReadonlySet<CST.TokenType> = new Set<CST.TokenType>([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'flow-map-start',
  'flow-seq-start',
]);

/** The library's tokens, up to the first lexeme that must not be: nothing that could exhaust the library reaches it. */
function* tokens(scan: Scan): Generator<CST.Token> {
  const { parser, brackets } = scan;
  let previous = '';
  let inScalar = false;
  for (const lexeme of new Lexer().lex(scan.text)) {
    scan.offset = parser.offset;
    const type: CST.TokenType | null = inScalar ? 'scalar' : CST.tokenType(lexeme);
    inScalar = !inScalar && type === 'scalar';
    scan.fault = lexemeFault(scan, lexeme, type, previous);
    if (scan.fault) break;
    yield* parser.next(lexeme);
    previous = lexeme;
    const top = parser.stack.at(-1);
    if (CST.isCollection(top) && parser.stack.length - 1 > MAX_DEPTH) {
      scan.fault = syntaxFault('too-deep', top.offset);
      break;
    }
    if (scan.offset >= scan.enough && type === 'seq-item-ind' && isItemOfTopList(scan)) {
      // The colons behind it are not known: what the first of them would decide is left to the reading of all.
      scan.colons.push(scan.offset);
      scan.next = scan.offset;
      break;
    }
  }
  const open = brackets.at(-1);
  if (open !== undefined) scan.fault ??= syntaxFault('unclosed-bracket', open);
  yield* parser.end();
}

function lexemeFault(
  scan: Scan,
  lexeme: string,
  type: CST.TokenType | null,
  previous: string,
): SyntaxFault | undefined {
  const { offset, brackets } = scan;
  const fault = (problem: SyntaxProblem): SyntaxFault => syntaxFault(problem, offset, offset + lexeme.length);
  scan.steps += type === 'comment' ? LEXEME_STEPS + scan.blanks : LEXEME_STEPS;
  if (scan.steps > MAX_STEPS) return syntaxFault('too-many-keys', offset);
  // Here no scalar waits for the colon that would make it a key.
  const isBetween = type === 'comma' || type === 'newline' || type === 'flow-seq-end' || type === 'flow-map-end';
  if (isBetween && scan.values > MAX_VALUES) return syntaxFault('too-many-values', scan.last);
  if (type !== null && VALUES.has(type) && lexeme !== CST.SCALAR) [scan.values, scan.last] = [scan.values + 1, offset];
  switch (type) {
    case 'alias':
    case 'anchor':
    case 'tag':
      return fault(isValue(scan.parser.stack.at(-1)) ? 'text-after-value' : type === 'tag' ? 'tag' : 'alias');
    case 'directive-line':
      return fault('unexpected');
    case 'doc-mode':
      return scan.documents++ > 0 ? syntaxFault('several-documents', offset) : undefined;
    case 'doc-start':
      return previous === CST.DOCUMENT ? undefined : fault('several-documents');
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return isClosed(lexeme) ? undefined : syntaxFault('unclosed-quote', offset);
    case 'flow-map-start':
    case 'flow-seq-start':
      scan.steps += BRACKET_STEPS;
      brackets.push(offset);
      return undefined;
    case 'flow-map-end':
    case 'flow-seq-end':
    case 'flow-error-end': {
      const open = brackets.pop();
      const closing = open !== undefined && scan.text[open] === '{' ? '}' : ']';
      return open === undefined || lexeme === closing ? undefined : syntaxFault('unclosed-bracket', open);
    }
    case 'map-value-ind':
      scan.colons.push(offset);
      scan.values--;
      break;
    case 'newline':
    case 'space':
      if (!scan.commented) scan.blanks++;
      return undefined;
    case 'comment':
      scan.commented = true;
      return undefined;
  }
  scan.blanks = 0;
  scan.commented = false;
  return undefined;
}

/** Whether the parser, given a dash, has closed all that it had open but for the list of a top-level key. */
const isItemOfTopList = ({ parser: { stack }, brackets }: Scan): boolean =>
  stack.length === 3 && stack[2]?.type === 'block-seq' && brackets.length === 0;

/** Whether a quoted scalar ends with a quote that is not escaped; the library lets some pass that do not. */
function isClosed(quoted: string): boolean {
  const quote = quoted.charAt(0);
  const escape = quote === "'" ? "'" : '\\';
  const last = quoted.length - 1;
  let before = last - 1;
  while (before > 0 && quoted[before] === escape) before--;
  return last > 0 && quoted[last] === quote && (last - before) % 2 === 1;
}

/** Whether the parser has just read a value that only a comment or the end of the line may follow. */
function isValue(token: CST.Token | undefined): boolean {
  if (token?.type === 'flow-collection') return token.end.length > 0;
  return token?.type === 'single-quoted-scalar' || token?.type === 'double-quoted-scalar';
}

/** Data from the library's nodes; equal keys and mappings that are too long are added to the faults. */
function dataOf(node: unknown, faults: TextFault[]): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => dataOf(item, faults));
  if (!isMap(node)) return null;
  const surplus = node.items[MAX_KEYS];
  if (surplus) faults.push({ kind: 'syntax-error', problem: 'too-many-keys', span: spanOf(surplus.key) });
  const data: Record<string, unknown> = {};
  const firsts = new Map<string, Span>();
  for (const pair of node.items) {
    const key = keyOf(pair.key);
    const span = spanOf(pair.key);
    const first = firsts.get(key);
    if (first) faults.push({ kind: 'duplicate-key', span, first, key });
    const value = dataOf(pair.value, faults);
    if (first) continue;
    firsts.set(key, span);
    Object.defineProperty(data, key, { value, writable: true, enumerable: true, configurable: true });
  }
  return data;
}

function markOf(node: unknown, text: string): Mark {
  const span = spanOf(node);
  if (isScalar(node)) {
    if (span.start === span.end) return { value: emptyAt(text, span.start) };
    const header = node.type?.startsWith('BLOCK') ? /[-+\d]*/y : undefined;
    if (!header) return { value: span };
    header.lastIndex = span.start + 1;
    header.test(text);
    return { value: { start: span.start, end: header.lastIndex } };
  }
  if (!isCollection(node)) return { value: span };
  const children = new Map<string | number, Mark>();
  let { end } = span;
  for (const [index, item] of node.items.entries()) {
    const key = isPair(item) ? spanOf(item.key) : undefined;
    const name = isPair(item) ? keyOf(item.key) : index;
    const value = isPair(item) ? item.value : item;
    const child = value === null && key ? { value: emptyAt(text, key.end) } : markOf(value, text);
    if (!node.flow) ({ end } = child.value);
    if (!children.has(name)) children.set(name, key ? { ...child, key } : child);
  }
  return { value: { start: span.start, end }, children };
}

const keyOf = (node: unknown): string => (isScalar(node) ? String(node.value) : '');

const spanOf = (node: unknown): Span =>
  isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : { start: 0, end: 0 };

/** The place of a value that is not there: the library gives it behind the white space. */
function emptyAt(text: string, offset: number): Span {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { start, end: start };
}

import type { ErrorCode, YAMLParseError } from 'yaml';
import type { SyntaxProblem, TextFault } from '../source.ts';

export type SyntaxFault = Extract<TextFault, { kind: 'syntax-error' }>;
type LibraryError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** What is known of a text from its lexemes. */
interface Lexed {
  readonly text: string;
  /** Every `:` behind a key. */
  readonly colons: readonly number[];
  /** What the lexemes alone showed to be wrong. */
  readonly fault: SyntaxFault | undefined;
}

export function syntaxFault(problem: SyntaxProblem, start: number, end = start + 1): SyntaxFault {
  return { kind: 'syntax-error', problem, span: { start, end } };
}

const PROBLEMS: Readonly<Record<ErrorCode, SyntaxProblem>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  BAD_COLLECTION_TYPE: 'tag',
  BAD_DIRECTIVE: 'unexpected',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indent',
  BAD_PROP_ORDER: 'tag',
  BAD_SCALAR_START: 'bad-scalar',
  BLOCK_AS_IMPLICIT_KEY: 'mapping-in-scalar',
  BLOCK_IN_FLOW: 'missing-comma',
  DUPLICATE_KEY: 'bad-key',
  IMPOSSIBLE: 'unexpected',
  KEY_OVER_1024_CHARS: 'bad-key',
  MISSING_CHAR: 'unexpected',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  MULTIPLE_ANCHORS: 'alias',
  MULTIPLE_DOCS: 'several-documents',
  MULTIPLE_TAGS: 'tag',
  NON_STRING_KEY: 'bad-key',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indent',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'unexpected',
};

/** What the library says under one code for several reasons. */
const REASONS: readonly (readonly [words: RegExp, problem: SyntaxProblem])[] = [
  [/must end with a|sufficiently indented/, 'unclosed-bracket'],
  [/^Missing ,/, 'missing-comma'],
  [/^Unexpected ,|empty item/, 'extra-comma'],
  [/^Missing space|^Comments must/, 'missing-space'],
  [/followed by map values/, 'missing-colon'],
  [/on same line with key/, 'list-after-key'],
  [/at node end|^Unexpected scalar token$|^Not a YAML token|extra characters/, 'text-after-value'],
  [/without - indicator|more-indented leading|block sequence may not/, 'bad-indent'],
];

/** The first thing wrong with a text. What the library says of the line at which the lexemes were cut is not heard. */
export function firstFault(errors: readonly LibraryError[], { text, colons, fault }: Lexed): SyntaxFault | undefined {
  const limit = fault ? lineStart(text, fault.span.start) : text.length + 1;
  const inFlow = ({ code }: LibraryError): number => (code === 'BLOCK_IN_FLOW' ? 0 : 1);
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0] || inFlow(a) - inFlow(b))) {
    if (error.pos[0] >= limit) break;
    const found = errorFault(error, text, colons);
    if (!fault || found.problem !== 'unclosed-bracket') return found;
  }
  return fault;
}

/** An error of the library, with its problem and place as a writer sees them. */
function errorFault({ code, message, pos }: LibraryError, text: string, colons: readonly number[]): SyntaxFault {
  const problem = REASONS.find(([words]) => words.test(message))?.[1] ?? PROBLEMS[code];
  if (problem === 'tab-indent') return syntaxFault(problem, text.indexOf('\t', pos[0]));
  if (problem === 'bad-indent' && text[pos[0]] === '\t') return syntaxFault('tab-indent', pos[0]);
  const start = contentFrom(text, pos[0]);
  const before = text.slice(lineStart(text, start), start);
  const startsLine = /^[ \t]*$/.test(before);
  const tab = startsLine ? before.indexOf('\t') : -1;
  if (tab !== -1) return syntaxFault('tab-indent', start - before.length + tab);
  const line = text.slice(start, lineEnd(text, start)).trimEnd();
  const isItem = /^-(?: |$)/.test(line);
  switch (problem) {
    case 'mapping-in-scalar': {
      const colon = colons.find((offset) => offset >= start) ?? start;
      const below = lineStart(text, colon);
      return below > start ? syntaxFault('bad-indent', contentFrom(text, below)) : syntaxFault(problem, colon);
    }
    case 'missing-comma': {
      if (isItem) return syntaxFault('unexpected', start);
      const colon = colons.find((offset) => offset >= start && offset < pos[1]) ?? start;
      const below = lineStart(text, colon);
      return syntaxFault(problem, below > start ? contentFrom(text, below) : start);
    }
    case 'missing-colon': {
      if (isItem) return syntaxFault('bad-indent', start);
      if (line.startsWith('-')) return syntaxFault('missing-space', start);
      const key = /^[\p{L}_][^\s:]*(?=:[^\s/])/u.exec(line)?.[0];
      return key ? syntaxFault('missing-space', start + key.length) : syntaxFault(problem, start, start + line.length);
    }
    case 'text-after-value':
      if (startsLine) return syntaxFault(line.startsWith('-') ? 'missing-space' : 'bad-indent', start);
      return syntaxFault(problem, start, start + line.length);
    default:
      return syntaxFault(problem, start, Math.max(start + 1, pos[1]));
  }
}

const lineStart = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

/** The first offset from a given one on that holds something; the given one where nothing follows. */
function contentFrom(text: string, offset: number): number {
  const blank = /(?:\s+|(?<=\s)#.*)*/y;
  blank.lastIndex = offset;
  blank.test(text);
  return blank.lastIndex < text.length ? blank.lastIndex : offset;
}

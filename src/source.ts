import type { FileKind } from './office/kind.ts';

/** Field names and list indexes from the root of a file's data to one value, e.g. `['entries', 3, 'status']`. */
export type Path = readonly (string | number)[];

/** A field has two places: its value, and its key (an unknown field is blamed on its key). */
export type Part = 'value' | 'key';

/**
 * Where something stands, as editors count: 1-based lines, 1-based columns in UTF-16 units, end column exclusive. In a
 * workbook line and column are those of the cell.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Present where the value ends on the line it begins on. */
  readonly endColumn?: number;
  /** Present in a workbook. */
  readonly cell?: PlacedCell;
}

/** One cell of a workbook, for people. */
export interface PlacedCell {
  readonly sheet: string;
  /** `F17`. */
  readonly name: string;
  /** The heading of its column, or the label beside it. */
  readonly title?: string;
  /** What the cell shows. */
  readonly shows?: string;
}

/** `reports/a.yaml:12:5`, `reports/a.xlsx:Báo cáo!F17`. */
export const placeText = ({ file, line, column, cell }: Place): string =>
  cell ? `${file}:${cell.sheet}!${cell.name}` : `${file}:${line}:${column}`;

/** UTF-16 offsets into a text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The spans of a parsed text, as a tree of the same shape as its data. */
export interface Mark {
  readonly value: Span;
  /** The key's own span, for a field of a mapping. */
  readonly key?: Span;
  readonly children?: ReadonlyMap<string | number, Mark>;
}

/** Why a text is not well-formed. Sentences for each stand in the rule `syntax-error`. */
export type SyntaxProblem =
  | 'tab-indent'
  | 'bad-indent'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'missing-comma'
  | 'extra-comma'
  | 'missing-value'
  | 'missing-colon'
  | 'missing-space'
  | 'text-after-value'
  | 'list-after-key'
  | 'bad-escape'
  | 'bad-character'
  | 'bad-scalar'
  | 'mapping-in-scalar'
  | 'alias'
  | 'tag'
  | 'several-documents'
  | 'bad-key'
  | 'bad-number'
  | 'too-deep'
  | 'too-many-keys'
  | 'too-many-values'
  | 'unexpected';

/** A fault that a text reader finds before anything is known of the plan. */
export type TextFault =
  | { readonly kind: 'syntax-error'; readonly span: Span; readonly problem: SyntaxProblem }
  | { readonly kind: 'duplicate-key'; readonly span: Span; readonly first: Span; readonly key: string };

/** What a text reader makes of a text. With a syntax error there is no data. */
export interface Parsed {
  readonly data: unknown;
  readonly faults: readonly TextFault[];
  /** The mark of one item of a list at the top, where it can be had without all others. */
  readonly markItem?: (key: string, index: number) => Mark | undefined;
}

/** What a field should have held. Sentences for each stand in the rule `bad-value`. */
export type Expected =
  | { readonly type: 'text' | 'number' | 'integer' | 'true-or-false' | 'list' | 'fields' }
  | { readonly oneOf: readonly string[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | {
      readonly form:
        | 'version'
        | 'period'
        | 'timezone'
        | 'identifier'
        | 'not-blank'
        | 'one-field'
        | 'text'
        | 'not-a-date'
        | 'percent'
        | 'one-or-all';
    }
  | { readonly atLeastItems: number };

/** What becomes of text from before Unicode: it is a fault, or, where a converted copy was asked for, converted. */
export type Legacy = 'refused' | 'converted';

/** What kept a file from being read at all. */
export type Obstacle = 'missing' | 'denied' | 'not-a-file' | 'link' | 'empty' | 'input-output' | 'not-a-report';

/** Something wrong with a file as a file: the facts of the rules DD1xx. */
export type Fault = {
  readonly path: Path;
  readonly part: Part;
  readonly place?: Place;
  readonly related?: readonly Spot[];
} & (
  | { readonly kind: 'unreadable'; readonly why: Obstacle }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'wrong-encoding'; readonly looksLike?: string; readonly sample?: string }
  | { readonly kind: 'syntax-error'; readonly problem: SyntaxProblem }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | {
      readonly kind: 'missing-field';
      readonly field: string;
      readonly when?: { readonly field: string; readonly is: string };
    }
  | { readonly kind: 'unknown-field'; readonly field: string; readonly known: readonly string[] }
  | { readonly kind: 'bad-value'; readonly field: string; readonly value: string; readonly expected: Expected }
  | { readonly kind: 'bad-date'; readonly field: string; readonly value: string }
  | { readonly kind: 'other-format'; readonly is: FileKind }
  | { readonly kind: 'damaged-workbook'; readonly isTooLarge: boolean }
  | { readonly kind: 'no-table'; readonly missing: readonly string[]; readonly near: readonly string[] }
  | { readonly kind: 'cell-without-value'; readonly field: string; readonly shows: string; readonly isFormula: boolean }
  | { readonly kind: 'hidden-content'; readonly what: 'row' | 'column' | 'sheet'; readonly name: string }
  | {
      readonly kind: 'merged-cells';
      readonly range: string;
      readonly effect: 'one-task' | 'lost-ids' | 'repeated' | 'first-only';
    }
  | { readonly kind: 'active-content'; readonly what: 'macros' | 'external-links' }
  | {
      readonly kind: 'unread-content';
      readonly what: 'row' | 'column' | 'sheet';
      readonly name: string;
      readonly near?: string;
    }
  | { readonly kind: 'more-findings'; readonly severity: 'error' | 'warning' | 'info'; readonly count: number }
  | { readonly kind: 'legacy-text'; readonly code: string; readonly text: string; readonly converted: string }
);
export type FaultKind = Fault['kind'];

/** One input file: its data, what is wrong with it as a file, and the place of every value in it. */
export interface Source {
  /** As shown to the user: relative to the working folder, with forward slashes. */
  readonly file: string;
  /** `undefined` where the file could not be read or is not well-formed. */
  readonly data: unknown;
  readonly faults: readonly Fault[];
  /** Of a text that is not well-formed: what its top-level lines `owner: …` plainly say. */
  readonly legible?: Readonly<Record<string, string>>;
  /** The place of a value or key; of the nearest one above it where the path leads nowhere. */
  readonly place: (path: Path, part?: Part) => Place;
  /** True for a workbook: what is said of it speaks of cells and columns. */
  readonly inCells?: true;
  /** Line `n` (1-based) without its line end, for excerpts. */
  readonly line: (n: number) => string | undefined;
}

/** A value in a file, named but not yet placed: placing costs a walk through the text, so only findings do it. */
export interface Spot {
  readonly source: Source;
  readonly path: Path;
  readonly part: Part;
}

/** The places below one point of a file, as handed to the things of the model: `entry.at('status')`. */
export type At = (...path: Path) => Spot;

export const atIn =
  (source: Source, ...base: Path): At =>
  (...path) => ({ source, path: [...base, ...path], part: 'value' });

/** The same places, but for a field (and all below it) that stands elsewhere. */
export const movedTo =
  (at: At, field: string, there: At): At =>
  (...path) =>
    path[0] === field ? there(...path.slice(1)) : at(...path);

export const keyOf = (spot: Spot): Spot => ({ ...spot, part: 'key' });

export const placeOf = (spot: Spot): Place => spot.source.place(spot.path, spot.part);

/** The signed text, line by line. */
export interface SignedText {
  readonly file: string;
  readonly lines: readonly string[];
  readonly source: Source;
}

/** The files of one plan as read; none of them has a fault. */
export interface PlanSources {
  readonly plan: Source;
  readonly owners: Source;
  readonly references: Source;
  readonly tasks: readonly Source[];
  readonly holidays: readonly Source[];
  readonly amendments: readonly Source[];
  /** The form of the papers drafted from the plan, where it is given. */
  readonly papers?: Source;
  /** The record of published versions, where there is one. */
  readonly versions?: Source;
  readonly text: SignedText;
}

/** A source of one place only, for the other end of a finding that stands nowhere in the data. */
export const pinned = (place: Place, line: Source['line'] = () => undefined): Source => ({
  file: place.file,
  data: undefined,
  faults: [],
  place: () => place,
  line,
});

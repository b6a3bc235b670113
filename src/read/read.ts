import type { Form } from '../generated/validators.js';
import { firstIndex } from '../group.ts';
import { legacyText } from '../legacy.ts';
import { documentKind } from '../office/workbook.ts';
import {
  type Fault,
  type Legacy,
  type Mark,
  type Parsed,
  type Part,
  type Path,
  type Place,
  type SignedText,
  type Source,
  type Span,
  pinned,
} from '../source.ts';
import { type Opened, decode, isWorkbook, openFile } from './bytes.ts';
import * as json from './json.ts';
import {
  MAX_VALUES,
  legacyFaults,
  odditiesIn,
  schemaFaults,
  surplusIn,
  withoutBlanks,
  withoutFaulty,
} from './schema.ts';
import { workbookSource } from './excel/workbook.ts';
import * as yaml from './yaml.ts';

/** Reads one file through the bounded reader. Never throws for what is in it. */
export const readSource = (path: string, file: string, form: Form): Source => openedSource(openFile(path), file, form);

/** What was opened, to data and places; the format is told by the file's ending. */
export function openedSource(opened: Opened, file: string, form: Form, legacy: Legacy = 'refused'): Source {
  if (opened.kind === 'opened' && isWorkbook(file)) return workbookSource(opened.bytes, file, form, legacy, fileless);
  const text = textOf(opened, legacy);
  return typeof text === 'string' ? textSource(text, file, form) : fileless(file, text);
}

/** The text of a file, converted to Unicode where it is not; `undefined` where it has none. */
export function unicodeText(path: string): string | undefined {
  const text = textOf(openFile(path), 'converted');
  return typeof text === 'string' ? text : undefined;
}

/** A file without structure: its lines, each a place. */
export function plainText(opened: Opened, file: string): SignedText {
  const decoded = textOf(opened);
  if (typeof decoded !== 'string') return { file, lines: [], source: fileless(file, decoded) };
  const lines = decoded.split(/\r?\n/);
  return {
    file,
    lines,
    source: { file, data: decoded, faults: [], place: () => ({ file, line: 1, column: 1 }), line: (n) => lines[n - 1] },
  };
}

/** The lines of a file as its `Source` gives them, without reading what they say. */
export function linesOf(opened: Opened, file: string): Source['line'] {
  const text = isWorkbook(file) ? undefined : textOf(opened);
  return typeof text === 'string' ? lineIn(text, startsOf(text)) : () => undefined;
}

/** The text of an opened file, or the fault that stands for it. */
function textOf(opened: Opened, legacy: Legacy = 'refused'): string | Fault {
  const at = { path: [], part: 'value' } as const;
  if (opened.kind === 'unreadable') return { ...at, kind: 'unreadable', why: opened.why };
  if (opened.kind === 'too-large') return { ...at, kind: 'too-large', bytes: opened.size, limit: opened.limit };
  const decoded = decode(opened.bytes);
  if (legacy === 'converted' && decoded.text !== undefined) return legacyText(decoded.text)?.converted ?? decoded.text;
  if (decoded.kind === 'text') return decoded.text;
  const is = documentKind(opened.bytes);
  if (is !== 'text' && is !== 'unknown') return { ...at, kind: 'other-format', is };
  const sample = decoded.text
    ?.split('\n')
    .map((line) => line.trim())

    .find((line) => /[^\u0000-\u007f]/.test(line) && !line.startsWith('#'));
  return {
    ...at,
    kind: 'wrong-encoding',
    ...(decoded.code === undefined ? {} : { looksLike: decoded.code }),
    ...(sample === undefined ? {} : { sample }),
  };
}

/** A file of which there is no text: its one fault stands at its first column. */
const fileless = (file: string, fault: Fault): Source => ({
  file,
  data: undefined,
  faults: [fault],
  place: () => ({ file, line: 1, column: 1 }),
  line: () => undefined,
});

/** A text to data and places. */
function textSource(text: string, file: string, form: Form): Source {
  const reader: { readonly read: (text: string) => Parsed; readonly mark: (text: string) => Mark } = /\.json$/i.test(
    file,
  )
    ? json
    : yaml;
  const parsed = reader.read(text);
  const places = placesIn(text, file, reader.mark, parsed.markItem);
  const self = { file, place: places.place, line: places.line };
  const faults: Fault[] = parsed.faults.map((fault) => {
    const at = { path: [], part: 'value', place: places.at(fault.span) } as const;
    if (fault.kind === 'syntax-error') return { ...at, kind: fault.kind, problem: fault.problem };
    return {
      ...at,
      kind: fault.kind,
      key: fault.key,
      related: [{ source: pinned(places.at(fault.first), self.line), path: [], part: 'key' }],
    };
  });
  if (parsed.data === undefined) return { ...self, data: undefined, faults, legible: legibleIn(text) };
  // What is given twice is no value, but a fault.
  const twice = parsed.faults[MAX_VALUES];
  const surplus = text.length > MAX_VALUES ? surplusIn(parsed.data) : undefined;
  if (twice ?? surplus) {
    const place = twice ? places.at(twice.span) : places.place(surplus ?? []);
    const fault = { kind: 'syntax-error', problem: 'too-many-values', path: [], part: 'value', place } as const;
    return { ...self, data: undefined, faults: [fault], legible: legibleIn(text) };
  }
  const { blanks, legacy: isLegacy } = odditiesIn(parsed.data);
  const data = blanks ? withoutBlanks(parsed.data) : parsed.data;
  if (data === null)
    return {
      ...self,
      data: undefined,
      faults: [...faults, { kind: 'unreadable', why: 'empty', path: [], part: 'value' }],
    };
  const keys = typeof data === 'object' && !Array.isArray(data) ? Object.keys(data) : [];
  // Where a file may have any field or none, one that is not known is a slip, and not another kind of file.
  const mayBeAnother = form.required.length > 0 || keys.length === 0;
  if (mayBeAnother && !keys.some((key) => form.fields['']?.includes(key))) {
    return {
      ...self,
      data: undefined,
      faults: [...faults, { kind: 'unreadable', why: 'not-a-report', path: [], part: 'value' }],
    };
  }
  const found = schemaFaults(form.validate, data, places.written);
  for (const fault of found) {
    if (fault.kind === 'unknown-field') faults.push({ ...fault, known: fieldsAt(form, fault.path) });
    else if (fault.kind === 'missing-field') faults.push({ ...fault, ...places.blank(fault.path, fault.field) });
    else faults.push(fault);
  }
  const legacy = isLegacy ? legacyFaults(data) : [];
  const { place, line } = places;
  return { file, data: withoutFaulty(data, [...found, ...legacy]), faults: [...faults, ...legacy], place, line };
}

/** Top-level lines of one word and a value, for naming whose a broken file is; at most the first of each name. */
function legibleIn(text: string): Record<string, string> {
  const lines = [...text.slice(0, 4000).matchAll(/^ ?"?([a-z]{1,20})"?: *["']?([^"'\n\r#]{1,200}?)["']?,? *$/gm)];
  return Object.fromEntries(lines.reverse().map(([, name = '', value = '']) => [name, value]));
}

/** The fields a mapping may have, found by the path to one of them without its list indexes: `entries.evidence`. */
const fieldsAt = (form: Form, path: Path): readonly string[] =>
  form.fields[
    path
      .slice(0, -1)
      .filter((step) => typeof step === 'string')
      .join('.')
  ] ?? [];

/** Of more items than these all of a text is marked at once. */
const FEW_ITEMS = 3;

/** The places of a text; its marks and line starts are made when first needed. */
function placesIn(text: string, file: string, mark: (text: string) => Mark, markItem: Parsed['markItem']) {
  let starts: number[] | undefined;
  let root: Mark | undefined;
  const items = new Map<string, Mark | undefined>();
  const lineStarts = (): number[] => (starts ??= startsOf(text));
  const marks = (): Mark => (root ??= mark(text));
  const itemOf = ([key, index]: Path): Mark | undefined => {
    if (root || !markItem || typeof key !== 'string' || typeof index !== 'number') return undefined;
    const name = `${key} ${index}`;
    if (!items.has(name) && items.size < FEW_ITEMS) items.set(name, markItem(key, index));
    return items.get(name);
  };

  const at = (span: Span): Place => {
    const lines = lineStarts();
    const line = lineAt(lines, span.start);
    const end =
      span.end > span.start && lineAt(lines, span.end) === line
        ? { endColumn: span.end - Number(lines[line - 1]) + 1 }
        : {};
    return { file, line, column: span.start - Number(lines[line - 1]) + 1, ...end };
  };
  const markAt = (path: Path): Mark => {
    const item = itemOf(path);
    let found = item ?? marks();
    for (const step of item ? path.slice(2) : path) {
      const child = found.children?.get(step);
      if (child === undefined) break;
      found = child;
    }
    return found;
  };
  return {
    at,
    place: (path: Path, part: Part = 'value'): Place => {
      const found = markAt(path);
      return at(part === 'key' && found.key ? found.key : found.value);
    },
    line: (n: number): string | undefined => lineIn(text, lineStarts())(n),
    /** The value as written in the file, without quotes around it. */
    written: (path: Path): string => {
      const { start, end } = markAt(path).value;
      return text.slice(start, Math.min(end, start + 200)).replace(/^(["'])(.*)\1$/s, '$2');
    },
    /** A field that stands there without a value is blamed on its key. */
    blank: (path: Path, field: string): { path: Path; part: Part } => {
      const there = markAt(path).children?.has(field) ?? false;
      return there ? { path: [...path, field], part: 'key' } : { path, part: 'value' };
    },
  };
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** A line by its number, without its end. */
const lineIn =
  (text: string, starts: readonly number[]): Source['line'] =>
  (n) => {
    const start = starts[n - 1];
    return start === undefined ? undefined : text.slice(start, starts[n]).replace(/\r?\n?$/, '');
  };

/** The 1-based line that holds an offset. */
const lineAt = (starts: readonly number[], offset: number): number => firstIndex(starts, (start) => start > offset);

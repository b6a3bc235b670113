import { groupBy } from '../group.ts';
import { legacyText } from '../legacy.ts';
import type { Validator } from '../generated/validators.js';
import type { SchemaError } from '../schema-error.ts';
import type { Expected, Fault, Path } from '../source.ts';

/** A fault of data against its schema, not yet placed. */
type SchemaFault = Extract<Fault, { kind: 'missing-field' | 'unknown-field' | 'bad-value' | 'bad-date' }>;

/** The fields that hold a day, so that a number in one of them is called a bad date and not a bad type. */
const DAYS = new Set([
  ...['reported', 'date', 'started', 'submitted', 'completed', 'expires', 'off', 'worked'],
  ...['effective', 'to', 'until', 'released', 'received', 'day', 'due'],
]);

/** Fields that are needed only where another has a certain value. */
const NEEDED: Readonly<Record<string, { readonly field: string; readonly is: string }>> = {
  completed: { field: 'status', is: 'completed' },
  reason: { field: 'verdict', is: 'returned' },
};

const FORMS: Readonly<Record<string, Extract<Expected, { form: unknown }>['form']>> = {
  '\\S': 'not-blank',
  '^\\S+$': 'identifier',
  '^\\d+\\.\\d+\\.\\d+$': 'version',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'identifier',
  '^\\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$': 'period',
};

const TYPES = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'true-or-false',
  array: 'list',
  object: 'fields',
} as const;

/**
 * Values that one file may hold, fields and items of lists alike. At twenty characters each that is all the bytes there
 * may be; a text that is nothing but dashes would have ten times as many, each with a fault of its own.
 */
export const MAX_VALUES = 50_000;

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** What most data has nothing of: fields that hold nothing, texts typed in a font from before Unicode. */
interface Oddities {
  blanks: boolean;
  legacy: boolean;
}

/** Which of them data has, in one walk. */
export function odditiesIn(data: unknown, found: Oddities = { blanks: false, legacy: false }): Oddities {
  if (typeof data === 'string') found.legacy ||= legacyText(data) !== undefined;
  else if (data === null) found.blanks = true;
  else if (Array.isArray(data)) for (let i = 0; i < data.length; i++) odditiesIn(data[i], found);
  else if (isRecord(data)) for (const key in data) odditiesIn(data[key], found);
  return found;
}

/**
 * Drops fields that hold nothing (`result:` left empty): a blank field is an absent one. Works in place, but for mappings
 * that have one: these are made anew, since V8 reads what lost a field as a dictionary, wherever it is read later.
 */
export function withoutBlanks(data: unknown): unknown {
  if (Array.isArray(data)) {
    for (let i = 0; i < data.length; i++) {
      const whole = withoutBlanks(data[i]);
      if (whole !== data[i]) data[i] = whole;
    }
  } else if (isRecord(data)) {
    let isWhole = true;
    for (const key in data) {
      const value = data[key];
      if (value === null) isWhole = false;
      else if (typeof value === 'object') {
        const whole = withoutBlanks(value);
        if (whole !== value) data[key] = whole;
      }
    }
    if (!isWhole) return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  }
  return data;
}

/** Where the first value stands that is too many. */
export function surplusIn(data: unknown): Path | undefined {
  let count = 0;
  const path: (string | number)[] = [];
  const goesBeyond = (value: unknown): boolean => {
    if (++count > MAX_VALUES) return true;
    if (Array.isArray(value)) return value.some((inner, i) => goesBeyondIn(inner, i));
    return isRecord(value) && Object.keys(value).some((key) => goesBeyondIn(value[key], key));
  };
  const goesBeyondIn = (inner: unknown, step: string | number): boolean => {
    path.push(step);
    if (goesBeyond(inner)) return true;
    path.pop();
    return false;
  };
  return goesBeyond(data) ? path : undefined;
}

/**
 * Data against its schema: one fault a value, in the order of the schema.
 * `written` gives the source text of a value, since `1.0` in a file must not be quoted back as `1`.
 */
export function schemaFaults(validate: Validator, data: unknown, written: (path: Path) => string): SchemaFault[] {
  if (validate(data)) return [];
  const faults = new Map<string, SchemaFault>();
  for (const error of validate.errors ?? []) {
    const fault = faultOf(error, data, written);
    if (fault === undefined) continue;
    const about = fault.kind === 'missing-field' ? [...fault.path, fault.field, 'missing'] : fault.path;
    const key = JSON.stringify(about);
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function faultOf(error: SchemaError, data: unknown, written: (path: Path) => string): SchemaFault | undefined {
  const path = pathOf(error.instancePath, data);
  const field = [...path].reverse().find((step) => typeof step === 'string') ?? '';
  const { params } = error;
  const bad = (expected: Expected): SchemaFault => ({
    kind: 'bad-value',
    path,
    part: 'value',
    field,
    value: written(path),
    expected,
  });
  switch (error.keyword) {
    case 'if':
    case 'anyOf':
      return undefined;
    case 'required': {
      const missing = String(params['missingProperty']);
      if (missing === 'each') return undefined;
      const when = path[0] === 'changes' ? undefined : NEEDED[missing];
      return { kind: 'missing-field', path, part: 'value', field: missing, ...(when ? { when } : {}) };
    }
    case 'additionalProperties': {
      const unknown = String(params['additionalProperty']);
      return { kind: 'unknown-field', path: [...path, unknown], part: 'key', field: unknown, known: [] };
    }
    case 'format':
      return { kind: 'bad-date', path, part: 'value', field, value: written(path) };
    case 'type': {
      const [type = 'string'] = [params['type']].flat() as (keyof typeof TYPES)[];
      return DAYS.has(field) && type === 'string'
        ? { kind: 'bad-date', path, part: 'value', field, value: written(path) }
        : bad({ type: TYPES[type] });
    }
    case 'enum':
      return bad({ oneOf: params['allowedValues'] as string[] });
    case 'minimum':
      return bad({ atLeast: Number(params['limit']) });
    case 'maximum':
      return bad({ atMost: Number(params['limit']) });
    case 'minProperties':
    case 'maxProperties':
      return bad({ form: 'one-field' });
    case 'minItems':
      return bad({ atLeastItems: Number(params['limit']) });
    default:
      return bad({ form: FORMS[String(params['pattern'])] ?? 'text' });
  }
}

/** A JSON pointer as a path; steps into lists become numbers. */
function pathOf(pointer: string, data: unknown): Path {
  const path: (string | number)[] = [];
  let at = data;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
    path.push(Array.isArray(at) ? Number(name) : name);
    at = Array.isArray(at) ? at[Number(name)] : isRecord(at) ? at[name] : undefined;
  }
  return path;
}

type LegacyFault = Extract<Fault, { kind: 'legacy-text' }>;

/** Texts typed in a font from before Unicode, wherever they stand in the data. */
export function legacyFaults(value: unknown, path: Path = []): LegacyFault[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => legacyFaults(item, [...path, i]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => legacyFaults(inner, [...path, key]));
  const legacy = typeof value === 'string' ? legacyText(value) : undefined;
  return legacy ? [{ kind: 'legacy-text', path, part: 'value', text: String(value), ...legacy }] : [];
}

/**
 * Takes faulty values out, so that what is left is what its type says, but for absent fields. Only what holds one is made
 * anew: the rest stays as it was read, which is what V8 knows best.
 */
export function withoutFaulty(data: unknown, faults: readonly Fault[]): unknown {
  const faulty = faults.filter(({ kind }) => kind !== 'missing-field').map(({ path }) => path);
  return withoutPaths(data, faulty);
}

/** `paths` lead to what is taken out, from this value on. */
function withoutPaths(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (paths.length === 0) return value;
  const below = groupBy(paths, ([step]) => String(step));
  const sound = (inner: unknown, step: string): unknown =>
    withoutPaths(
      inner,
      (below.get(step) ?? []).map((path) => path.slice(1)),
    );
  if (Array.isArray(value)) return value.map((item, i) => sound(item, String(i)));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !below.get(key)?.some((path) => path.length === 1));
  return Object.fromEntries(kept.map(([key, inner]) => [key, sound(inner, key)]));
}

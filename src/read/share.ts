import { Buffer } from 'node:buffer';
import { sha256 } from '../crypto.ts';
import type { ShareFile, SharePlace } from '../generated/types.ts';
import { type Form, registerForm, reportForm, shareForm } from '../generated/validators.js';
import type { Fault, Path, Source } from '../source.ts';
import { type Opened, openFile } from './bytes.ts';
import { schemaFaults } from './schema.ts';

/** Ten thousand reports of thirty entries; a longer text could not be held as one. */
export const MAX_SHARE_BYTES = 200 * 1024 * 1024;

/** What keeps a file from being a share: not readable, some other file (of which schema, if it says), another tool's, damaged. */
export type ShareTrouble =
  | Exclude<Opened, { kind: 'opened' }>
  | { readonly kind: 'foreign'; readonly schema?: string }
  | { readonly kind: 'other-tool'; readonly tool: string }
  | { readonly kind: 'damaged' };

/** What a share says of itself. */
export type ShareHead = Omit<ShareFile, 'reports' | 'registers' | 'findings'>;

/** A share of a folder as `check --shard --snapshot` wrote it. */
export interface SavedShare {
  readonly kind: 'share';
  readonly share: ShareHead;
  readonly findings: ShareFile['findings'];
  /** Its reports with their numbers in the folder, and its registers. */
  readonly reports: readonly (readonly [index: number, source: Source])[];
  readonly registers: readonly Source[];
}

const SCHEMA = 'urn:dondoc:schema:share';
const TAIL = /^"sha256":"([0-9a-f]{64})"\}\n$/;
/** How many bytes the last line has. */
const TAIL_BYTES = 77;

/** Reads a share of the given tool. Never throws for what is in it. */
export function readShare(path: string, tool: string): SavedShare | ShareTrouble {
  const opened = openFile(path, MAX_SHARE_BYTES);
  if (opened.kind !== 'opened') return opened;
  const bytes = Buffer.from(opened.bytes.buffer, opened.bytes.byteOffset, opened.bytes.length);
  const schema = /"schema": *"([^"]*)"/.exec(bytes.toString('utf8', 0, 1000))?.[1];
  if (schema !== SCHEMA) return { kind: 'foreign', ...(schema === undefined ? {} : { schema }) };
  const [, sum] = TAIL.exec(bytes.toString('latin1', bytes.length - TAIL_BYTES)) ?? [];
  const real = sha256().update(bytes.subarray(0, -TAIL_BYTES)).digest('hex');
  if (sum !== real) return { kind: 'damaged' };
  try {
    return shareIn(bytes, tool);
  } catch (error) {
    // No JSON, or nested deeper than anybody can follow.
    if (error === DAMAGED || error instanceof SyntaxError || error instanceof RangeError) return { kind: 'damaged' };
    throw error;
  }
}

/** Thrown to leave a share that is not what its schema says; never seen outside of this file. */
const DAMAGED = new Error('not a share');

const LIST = /^"(reports|registers|findings)":\[$/;

/** A share by its lines, of which each is data for itself: never all of a large one at once. */
function shareIn(bytes: Buffer, tool: string): SavedShare | ShareTrouble {
  const found = { findings: [] as ShareFile['findings'], reports: [] as [number, Source][], registers: [] as Source[] };
  let start: ShareFile | undefined;
  let list = '';
  for (const line of linesIn(bytes)) {
    const name = LIST.exec(line)?.[1];
    if (start === undefined) {
      start = JSON.parse(`${line}"reports":[],"registers":[],"findings":[],"sha256":"${'0'.repeat(64)}"}`) as ShareFile;
      if (typeof start.tool === 'string' && start.tool !== tool) return { kind: 'other-tool', tool: start.tool };
      if (!shareForm.validate(start) || start.shard.number > start.shard.of) throw DAMAGED;
    } else if (name !== undefined) list = name;
    else if (line !== '],') {
      const share = { ...start, [list]: [JSON.parse(line.replace(/,$/, ''))] };
      if (!shareForm.validate(share)) throw DAMAGED;
      for (const record of share.reports) found.reports.push([record.index, reportSource(record)]);
      for (const { file, data } of share.registers) found.registers.push(sourceOf(file, data, registerForm));
      found.findings.push(...share.findings);
    }
  }
  if (start === undefined) throw DAMAGED;
  const { reports, registers, findings } = found;
  return { kind: 'share', share: start, findings, reports, registers };
}

/** The lines of a share but for the last. */
function* linesIn(bytes: Buffer): Iterable<string> {
  const end = bytes.length - TAIL_BYTES;
  for (let start = 0; start < end;) {
    const next = bytes.indexOf(10, start);
    yield bytes.toString('utf8', start, next);
    start = next + 1;
  }
}

/** A report as far as the ledger needs it. */
function reportSource({ file, data, legible, unclear = [], places = {} }: ShareFile['reports'][number]): Source {
  const faults = unclear.map((i): Fault => {
    const path = ['entries', i, 'status'];
    return { kind: 'bad-value', path, part: 'value', field: 'status', value: '', expected: { type: 'text' } };
  });
  const place = placesIn(file, new Map(Object.entries(places)));
  return { ...sourceOf(file, data, reportForm), faults, place, ...(legible ? { legible } : {}) };
}

function sourceOf(file: string, data: object | undefined, form: Form): Source {
  const whole = withGaps(data);
  if (whole !== undefined && !isSound(whole, form)) throw DAMAGED;
  return { file, data: whole, faults: [], place: placesIn(file, new Map()), line: () => undefined };
}

/** The place of a value, or of the nearest one above it that has one. */
const placesIn =
  (file: string, places: ReadonlyMap<string, SharePlace>): Source['place'] =>
  (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = places.get(path.slice(0, length).join('.'));
      if (found) return { ...found, file };
    }
    return { file, line: 1, column: 1 };
  };

/** In lists, JSON has nulls where faulty items were taken out. Works in place. */
function withGaps(data: unknown): unknown {
  if (Array.isArray(data)) for (const [i, item] of data.entries()) data[i] = item === null ? undefined : withGaps(item);
  else if (typeof data === 'object' && data !== null) for (const value of Object.values(data)) withGaps(value);
  return data;
}

/** Whether data is what its schema says, but for what is absent. */
const isSound = (data: unknown, form: Form): boolean =>
  schemaFaults(form.validate, data, () => '').every(
    ({ kind, path }) => kind === 'missing-field' || (path.length > 0 && valueAt(data, path) === undefined),
  );

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );

import { createHash } from 'node:crypto';
import type { RegisterFile, ReportFile, ShareFile, SharePlace } from '../generated/types.ts';
import { type Form, registerForm, reportForm, shareForm } from '../generated/validators.js';
import type { Fault, Path, Source } from '../source.ts';
import { type Opened, openFile } from './bytes.ts';
import { schemaFaults } from './schema.ts';

/** Fifteen thousand reports; a longer text could not be held as one. */
export const MAX_SHARE_BYTES = 200 * 1024 * 1024;

/** What keeps a file from being a share: not readable, some other file (of which schema, if it says), another tool's, damaged. */
export type ShareTrouble =
  | Exclude<Opened, { kind: 'opened' }>
  | { readonly kind: 'foreign'; readonly schema?: string }
  | { readonly kind: 'other-tool'; readonly tool: string }
  | { readonly kind: 'damaged' };

/** A share of a folder as `check --shard --snapshot` wrote it. */
export interface SavedShare {
  readonly kind: 'share';
  readonly share: ShareFile;
  /** Its reports with their numbers in the folder, and its registers. */
  readonly reports: readonly (readonly [index: number, source: Source])[];
  readonly registers: readonly Source[];
}

const TAIL = /^"sha256":"([0-9a-f]{64})"\}\n$/;
/** How many bytes the last line has. */
const TAIL_BYTES = 77;

/** Reads a share of the given tool. Never throws for what is in it. */
export function readShare(path: string, tool: string): SavedShare | ShareTrouble {
  const opened = openFile(path, MAX_SHARE_BYTES);
  if (opened.kind !== 'opened') return opened;
  const { bytes } = opened;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const data = parsed(text);
  const said = data as Partial<ShareFile> | null | undefined;
  const schema = typeof said === 'object' ? said?.schema : undefined;
  const isCut = data === undefined && text.startsWith('{"schema":"urn:dondoc:schema:share"');
  if (!isCut && schema !== 'urn:dondoc:schema:share')
    return { kind: 'foreign', ...(typeof schema === 'string' ? { schema } : {}) };
  const [, sum] = TAIL.exec(text.slice(-TAIL_BYTES)) ?? [];
  const real = createHash('sha256').update(bytes.subarray(0, -TAIL_BYTES)).digest('hex');
  if (sum !== real) return { kind: 'damaged' };
  if (typeof said?.tool === 'string' && said.tool !== tool) return { kind: 'other-tool', tool: said.tool };
  if (!shareForm.validate(data)) return { kind: 'damaged' };
  const share = data as ShareFile;
  const reports = share.reports.flatMap((record) => {
    const source = reportSource(record);
    return source ? [[record.index, source] as const] : [];
  });
  const registers = share.registers.flatMap(({ file, data }) => sourceOf(file, data, registerForm) ?? []);
  const isWhole = reports.length === share.reports.length && registers.length === share.registers.length;
  return isWhole ? { kind: 'share', share, reports, registers } : { kind: 'damaged' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A report as far as the ledger needs it; nothing where it is not what the schema of reports says. */
function reportSource({ file, data, legible, unclear = [], places = {} }: ShareFile['reports'][number]) {
  const source = sourceOf(file, data, reportForm);
  const faults = unclear.map((i): Fault => {
    const path = ['entries', i, 'status'];
    return { kind: 'bad-value', path, part: 'value', field: 'status', value: '', expected: { type: 'text' } };
  });
  const placed = new Map(Object.entries(places));
  return source && { ...source, faults, place: placesIn(file, placed), ...(legible ? { legible } : {}) };
}

function sourceOf(file: string, data: Partial<ReportFile | RegisterFile> | undefined, form: Form): Source | undefined {
  const whole = withGaps(data);
  if (whole !== undefined && !isSound(whole, form)) return undefined;
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

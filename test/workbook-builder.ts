import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName, serialOfDay } from '../src/office/cells.ts';
import { type Packed, archiveOf, packedFrom } from '../src/office/zip.ts';
import { ROOT } from './helpers.ts';

/** What a test puts into a cell; `xml` is the whole `<c>` element but for its place, which stands for `@`. */
export type Put =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly share: number }
  | { readonly error: string }
  | { readonly formula: string; readonly cached?: string | number }
  | { readonly xml: string };

export type Rows = readonly (readonly Put[])[];

export interface SheetGiven {
  readonly name: string;
  readonly rows: Rows;
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  /** By number, from 1. */
  readonly hiddenColumns?: readonly number[];
}

/** The invented report of `test/workbooks`, as its cells. */
export const SHEETS_GIVEN = JSON.parse(
  readFileSync(join(ROOT, 'test/workbooks/make/sheets.json'), 'utf8'),
) as readonly SheetGiven[];

/** The parts of a workbook by their names, as text that a test may change before it is packed. */
export type Parts = Readonly<Record<string, string>>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface Given {
  readonly is1904?: boolean;
  /** The text of a cell: in the cell, or in the table of shared strings. */
  readonly texts?: 'inline' | 'shared';
  /** The names of cells. */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * The parts of a workbook with the given sheets. Every cell up to the last of its row is written, also the empty ones,
 * so that places may be left out.
 */
export function partsOf(
  sheets: readonly SheetGiven[],
  { is1904 = false, texts = 'inline', names = {} }: Given = {},
): Parts {
  const shared: string[] = [];
  const text = (value: string): string => `<t xml:space="preserve">${escaped(value)}</t>`;
  const drawn = (put: Put, name: string): string => {
    const at = `<c r="${name}"`;
    if (put === null) return `${at}/>`;
    if (typeof put === 'number') return `${at}><v>${put}</v></c>`;
    if (typeof put === 'string' && texts === 'inline') return `${at} t="inlineStr"><is>${text(put)}</is></c>`;
    if (typeof put === 'string') return `${at} t="s"><v>${shared.push(put) - 1}</v></c>`;
    if ('day' in put) return `${at} s="1"><v>${serialOfDay(put.day) - (is1904 ? 1462 : 0)}</v></c>`;
    if ('share' in put) return `${at} s="2"><v>${put.share}</v></c>`;
    if ('error' in put) return `${at} t="e"><v>${escaped(put.error)}</v></c>`;
    if ('xml' in put) return put.xml.replace('@', name);
    const cached = put.cached === undefined ? '' : `<v>${escaped(String(put.cached))}</v>`;
    return `${at}${typeof put.cached === 'string' ? ' t="str"' : ''}><f>${escaped(put.formula)}</f>${cached}</c>`;
  };
  const sheetXml = ({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetGiven): string => {
    const cols = hiddenColumns.map((column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`);
    const drawnRows = rows.map((cells, i) => {
      const drawnCells = cells.map((put, j) => drawn(put, cellName({ row: i + 1, column: j + 1 })));
      return `<row r="${i + 1}"${hiddenRows.includes(i + 1) ? ' hidden="1"' : ''}>${drawnCells.join('')}</row>`;
    });
    const merged = merges.map((range) => `<mergeCell ref="${range}"/>`);
    return `${HEAD}<worksheet xmlns="${MAIN}">${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${drawnRows.join('')}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.join('')}</mergeCells>` : ''}</worksheet>`;
  };
  const drawnSheets = sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]);
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const defined = Object.entries(names).map(([name, cell]) => `<definedName name="${name}">${cell}</definedName>`);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...list: readonly string[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('rId91', 'styles', 'styles.xml'),
      relation('rId92', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(drawnSheets),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${shared.map((value) => `<si>${text(value)}</si>`).join('')}</sst>`,
  };
}

/** Parts with one of them changed; a change that changes nothing is a fault of the test. */
export function withPart(parts: Parts, name: string, change: (xml: string) => string): Parts {
  const before = parts[name] ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  return { ...parts, [name]: after };
}

/** Every part changed. */
export const everyPart = (parts: Parts, change: (xml: string, name: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, change(xml, name)]));

/** Only the parts of the workbook itself: package lists keep their own namespace. */
export const isOwn = (name: string): boolean => !name.endsWith('.rels') && !name.startsWith('[');

export const packed = (parts: Readonly<Record<string, string | Uint8Array>>): Packed[] =>
  Object.entries(parts).map(([name, content]) => packedFrom(name, content));

/** The bytes of a workbook. */
export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => archiveOf(packed(parts));

/** The parts as they are, not deflated. */
export const stored = (parts: Parts): Uint8Array =>
  archiveOf(packed(parts).map((part) => ({ ...part, method: 0, packed: Buffer.from(parts[part.name] ?? '', 'utf8') })));

/** As a program writes that cannot go back: checksums and sizes behind each part, noughts before it. */
export function streamed(parts: Parts, hasSignature: boolean): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [part, content] of Object.entries(parts)) {
    const [name, data] = [Buffer.from(part, 'utf8'), Buffer.from(content, 'utf8')];
    const body = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x0808, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(body.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    const behind = hasSignature ? [Buffer.from([0x50, 0x4b, 7, 8]), sizes] : [sizes];
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(0x0808, 8);
    central.writeUInt16LE(8, 10);
    sizes.copy(central, 16);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    chunks.push(local, name, body, ...behind);
    offset = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}

/** Where the directory of an archive begins, and how many entries it has. */
export function directoryIn(bytes: Uint8Array): { readonly at: number; readonly count: number } {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  return { at: buffer.readUInt32LE(end + 16), count: buffer.readUInt16LE(end + 10) };
}

/** A copy of an archive with bytes of one entry of its directory written over, little end first. */
export function withEntry(bytes: Uint8Array, name: string, write: (buffer: Buffer, entry: number) => void): Uint8Array {
  const buffer = Buffer.from(bytes);
  let { at } = directoryIn(bytes);
  const { count } = directoryIn(bytes);
  for (let i = 0; i < count; i++) {
    const length = buffer.readUInt16LE(at + 28);
    if (buffer.toString('utf8', at + 46, at + 46 + length) === name) {
      write(buffer, at);
      return buffer;
    }
    at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  throw new Error(`no entry ${name}`);
}

/** As Java programs stream it: every size and offset of the directory stands in the field for 64 bits. */
export function zip64(parts: Parts): Uint8Array {
  const plain = Buffer.from(zipped(parts));
  const { at, count } = directoryIn(plain);
  const listed: Buffer[] = [];
  let from = at;
  for (let i = 0; i < count; i++) {
    const length = plain.readUInt16LE(from + 28);
    const entry = Buffer.from(plain.subarray(from, from + 46 + length));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20);
    for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field);
    entry.writeUInt16LE(extra.length, 30);
    listed.push(entry, extra);
    from += 46 + length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.from(plain.subarray(plain.length - 22));
  end.writeUInt32LE(directory.length, 12);
  return Buffer.concat([plain.subarray(0, at), directory, end]);
}

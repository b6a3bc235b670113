import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Buffer } from 'node:buffer';

/** More parts than any honest document has; a workbook of one form has about fifteen. */
const MAX_PARTS = 2000;
/** What all parts that are read may come to when inflated: a sheet whose empty rows reach to the last has 80 MB. */
const MAX_READ_BYTES = 96 * 1024 * 1024;

/** Up to so many bytes are inflated at once, into the room that they will need: in the usual 16 KiB it takes twice as long. */
const MAX_CHUNK = 1024 * 1024;

/** Why an archive, or one part of it, cannot be read. */
export type ZipProblem = 'not-a-zip' | 'damaged' | 'encrypted' | 'too-large';

/** Thrown by everything in this folder that reads a stranger's archive; `openWorkbook` catches it. */
export class ArchiveError extends Error {
  readonly problem: ZipProblem;
  constructor(problem: ZipProblem) {
    super(problem);
    this.problem = problem;
  }
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A part as it lies in an archive, to be put into another one without unpacking it. */
export interface Packed {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** An archive whose directory was read; a part is inflated, within limits and against its checksum, only when asked for. */
export interface Archive {
  /** Names of the parts in the order of the directory, with forward slashes and without a leading one. */
  readonly names: readonly string[];
  /** `undefined` where there is no such part; names are compared without regard to case, as packages demand. */
  readonly part: (name: string) => Uint8Array | undefined;
  /** The part as it lies there, unread. */
  readonly packed: (name: string) => Packed | undefined;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;

/** True for bytes that begin as a ZIP archive does; what they hold may still be anything. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;

/** Opens an archive by its own directory (PKWARE APPNOTE 4.3); throws an `ArchiveError` where that is not sound. */
export function openArchive(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = directoryOf(buffer);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let left = MAX_READ_BYTES;

  const packedOf = (entry: Entry): Buffer => {
    if (entry.flags & 1) throw new ArchiveError('encrypted');
    if (entry.offset + 30 > buffer.length || buffer.readUInt32LE(entry.offset) !== LOCAL)
      throw new ArchiveError('damaged');
    const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28);
    if (start + entry.packed > buffer.length) throw new ArchiveError('damaged');
    return buffer.subarray(start, start + entry.packed);
  };
  return {
    names: entries.map(({ name }) => name),
    part: (name) => {
      const entry = byName.get(name.toLowerCase());
      if (!entry) return undefined;
      if (entry.size > left) throw new ArchiveError('too-large');
      left -= entry.size;
      const data = inflated(packedOf(entry), entry);
      if (data.length !== entry.size || crc32(data) !== entry.crc) throw new ArchiveError('damaged');
      return data;
    },
    packed: (name) => {
      const entry = byName.get(name.toLowerCase());
      return (
        entry && { name: entry.name, method: entry.method, crc: entry.crc, size: entry.size, packed: packedOf(entry) }
      );
    },
  };
}

function inflated(packed: Buffer, { method, size }: Entry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveError('damaged');
  try {
    const chunkSize = Math.min(Math.max(size + 1, constants.Z_MIN_CHUNK), MAX_CHUNK);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize });
  } catch {
    throw new ArchiveError('damaged');
  }
}

function directoryOf(buffer: Buffer): Entry[] {
  if (!isZip(buffer)) throw new ArchiveError('not-a-zip');
  const end = endOf(buffer);
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  if (count > MAX_PARTS) throw new ArchiveError('too-large');
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== CENTRAL) throw new ArchiveError('damaged');
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replace(/\\/g, '/')
      .replace(/^\//, '');
    // Two parts of one name are read differently by different programs: nobody can say what such a file holds.
    if (seen.has(name.toLowerCase())) throw new ArchiveError('damaged');
    seen.add(name.toLowerCase());
    const extra = at + 46 + nameLength;
    const extraEnd = extra + buffer.readUInt16LE(at + 30);
    if (extraEnd > end) throw new ArchiveError('damaged');
    const entry = {
      name,
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    };
    const isWide = entry.size === WIDE || entry.packed === WIDE || entry.offset === WIDE;
    entries.push(isWide ? widened(entry, buffer, extra, extraEnd) : entry);
    at = extraEnd + buffer.readUInt16LE(at + 32);
  }
  // Parts that share their bytes unpack to many times what the file has; no program writes them.
  const placed = [...entries].sort((a, b) => a.offset - b.offset);
  if (placed.some((entry, i) => entry.offset + 30 + entry.packed > (placed[i + 1]?.offset ?? end)))
    throw new ArchiveError('damaged');
  return entries;
}

const WIDE = 0xffffffff;

/**
 * An entry with its numbers that are all ones: each stands, in this order, with 64 bits among the entry's extra fields
 * (4.5.3), as programs write it that stream and do not know how large a part becomes.
 */
function widened(entry: Entry, buffer: Buffer, extra: number, extraEnd: number): Entry {
  let field = extra;
  while (field + 4 <= extraEnd && buffer.readUInt16LE(field) !== 1) field += 4 + buffer.readUInt16LE(field + 2);
  let at = field + 4;
  const wide = (number: number): number => {
    if (number !== WIDE) return number;
    if (at + 8 > extraEnd) throw new ArchiveError('damaged');
    at += 8;
    return Number(buffer.readBigUInt64LE(at - 8));
  };
  const size = wide(entry.size);
  const packed = wide(entry.packed);
  return { ...entry, size, packed, offset: wide(entry.offset) };
}

/** Where the record at the end begins; behind it there may be a comment of up to 64 KiB. */
function endOf(buffer: Buffer): number {
  const last = buffer.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (buffer.readUInt32LE(at) === END && at + END_BYTES + buffer.readUInt16LE(at + 20) <= buffer.length) return at;
  }
  throw new ArchiveError('damaged');
}

/** A part to be packed from its text or bytes. */
export const packedFrom = (name: string, content: string | Uint8Array): Packed => {
  const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    name,
    method: 8,
    crc: crc32(data),
    size: data.length,
    packed: deflateRawSync(data, { level: 9 }),
  };
};

/** The bytes of an archive of the given parts, in their order; the same parts always make the same bytes. */
export function archiveOf(parts: readonly Packed[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, method, crc, size, packed } of parts) {
    const named = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(method, 4);
    // 1980-01-01, the first day that the format knows: no clock goes into a file.
    fields.writeUInt16LE(0x0021, 8);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(named.length, 22);
    const [local, central, tail] = [Buffer.alloc(4), Buffer.alloc(6), Buffer.alloc(14)];
    local.writeUInt32LE(LOCAL);
    central.writeUInt32LE(CENTRAL);
    central.writeUInt16LE(20, 4);
    tail.writeUInt32LE(offset, 10);
    chunks.push(local, fields, named, Buffer.from(packed));
    directory.push(central, fields, tail, named);
    offset += 30 + named.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}

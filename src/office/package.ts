import { Buffer } from 'node:buffer';
import { utf8Text } from '../utf8.ts';
import { readXml } from './xml.ts';
import { type Archive, ArchiveError } from './zip.ts';

/** What a part may have that is read as one text: all but sheets. A hundred thousand texts of a report are ten megabytes. */
const MAX_TEXT_BYTES = 24 * 1024 * 1024;

/** The text of a part: UTF-8, or UTF-16 where its byte order mark says so. */
export function textOf(archive: Archive, name: string): string {
  const bytes = archive.part(name);
  if (!bytes) throw new ArchiveError('damaged');
  if (bytes.length > MAX_TEXT_BYTES) throw new ArchiveError('too-large');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return utf8Text(bytes);
}

const PIECE = 4 * 1024 * 1024;

/** A long part in pieces, so that a sheet of a million empty rows is never one text. */
export function* piecesOf(archive: Archive, name: string): Iterable<string> {
  const bytes = archive.part(name);
  if (!bytes) throw new ArchiveError('damaged');
  if (bytes.length <= PIECE || bytes[0] === 0xff || bytes[0] === 0xfe) {
    yield textOf(archive, name);
    return;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < buffer.length;) {
    const end = at + PIECE < buffer.length ? buffer.indexOf('<', at + PIECE) : -1;
    const behind = end === -1 ? buffer.length : end;
    // What has no tag in so many bytes is no sheet.
    if (behind - at > 2 * PIECE) throw new ArchiveError('too-large');
    yield buffer.toString('utf8', at, behind);
    at = behind;
  }
}

/** What a part refers to: targets as names of parts, by id and by the last word of the type. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`. */
export const relationsPart = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

/** The relations of a part; none where it has no list of them. */
export function relationsOf(archive: Archive, part: string): Relation[] {
  const list = relationsPart(part);
  const isThere = archive.names.some((name) => name.toLowerCase() === list.toLowerCase());
  const found: Relation[] = [];
  if (!isThere) return found;
  readXml(textOf(archive, list), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return;
      const type = attributes('Type') ?? '';
      found.push({
        id: attributes('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(folderOf(part), attributes('Target') ?? ''),
      });
    },
    close: () => undefined,
  });
  return found;
}

/** `xl/` and `../docProps/a.xml` make `docProps/a.xml`; what begins with a slash stands for itself. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

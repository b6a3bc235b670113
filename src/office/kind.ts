import { Buffer, isUtf8 } from 'node:buffer';
import { isZip } from './zip.ts';

/** What a file is by its contents, whatever its name says. */
export type FileKind =
  | 'zip'
  | 'xls'
  | 'doc'
  | 'ppt'
  | 'encrypted'
  | 'ole'
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'xlsb'
  | 'ods'
  | 'odt'
  | 'numbers'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'xml-2003'
  | 'picture'
  | 'rar'
  | '7z'
  | 'text'
  | 'unknown';

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, i) => bytes[i] === byte);

/** The kind of a file; `zip` still has to be opened to say which document it holds. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (isZip(bytes)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundKind(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('Rar!')) return 'rar';
  if (startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return '7z';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'picture';
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'xml-2003';
  if (/<(!doctype html|html|head|table|meta)\b/i.test(head)) return 'html';
  return (isUtf8(bytes) && !bytes.includes(0)) || startsWith(bytes, 0xff, 0xfe) ? 'text' : 'unknown';
}

/** A compound file holds its streams by names in UTF-16: an older Office document, or a newer one under a password. */
function compoundKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('Workbook') || holds('Book')) return 'xls';
  if (holds('WordDocument')) return 'doc';
  if (holds('PowerPoint Document')) return 'ppt';
  return 'ole';
}

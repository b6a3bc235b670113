import { Buffer, isUtf8, transcode } from 'node:buffer';

/** Longer texts are made at once: the way by UTF-16 holds them three times. */
const MOST = 2 * 1024 * 1024;

/** The text of UTF-8; what is not UTF-8 becomes U+FFFD. */
export const utf8Text = (bytes: Uint8Array): string => soundUtf8(bytes) ?? bufferOf(bytes).toString('utf8');

/** The text of UTF-8 by way of UTF-16: seven times as fast as at once (Node 20). None of what is not UTF-8. */
export function soundUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  if (bytes.length > MOST) return bufferOf(bytes).toString('utf8');
  const wide = transcode(bytes, 'utf8', 'utf16le');
  return wide.length === bytes.length * 2 ? bufferOf(bytes).toString('latin1') : wide.toString('utf16le');
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

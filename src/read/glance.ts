import { Buffer, isUtf8 } from 'node:buffer';

/** What a report in YAML says of itself: whose it is, and for which period. */
export interface Glance {
  readonly owner: string;
  readonly period: string;
}

/** A broken file is asked no further than this for whose it is. */
const REACH = 4000;

const FIELD = /^([a-z_]+):(?: +(\S.*?))? *\r?$/;
/** A value that ends on its line, or goes on in indented ones. */
const CLOSED = /^(?:[^"'[\]{}&*!%@`]|"[^"\\]*"$|'[^']*'$|\{[^{}]*\}$|\[[^[\]]*\]$)/;
const OWNER = /^(["']?)([a-z][a-z0-9-]*)\1$/;
const PERIOD = /^(["']?)(\d{4}(?:-(?:H[12]|Q[1-4]|\d\d))?)\1$/;

/**
 * The body and period of a report in the plain block style that reports are written in, from its unindented lines alone;
 * nothing where there is any doubt. A full reading finds the same; or, where the file is broken further down, the same
 * body and no period. So a file that is plainly another's need not be read.
 */
export function glanceAt(bytes: Uint8Array): Glance | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  // What ends a line elsewhere: a bare carriage return, and U+2028 and U+2029 in UTF-8.
  if (text.includes('\u00e2\u0080\u00a8') || text.includes('\u00e2\u0080\u00a9')) return undefined;
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  let owner: string | undefined;
  let period: string | undefined;
  let field = '';
  for (let start = 0, next = 0; start < text.length; start = next) {
    next = text.indexOf('\n', start) + 1 || text.length;
    const first = text[start];
    if (first === ' ') {
      // A broken file is read with one space as with none; and a value may go on in the next lines.
      if (text[start + 1] !== ' ' || field === 'owner' || field === 'period') return undefined;
      continue;
    }
    if (first === '\n' || first === '\r' || first === '#') continue;
    if (first === '-' && text[start + 1] === ' ') continue;
    const [, name, value = ''] = FIELD.exec(text.slice(start, next).replace(/\n$/, '')) ?? [];
    if (name === undefined || (value !== '' && !CLOSED.test(value))) return undefined;
    field = name;
    if (name === 'owner') {
      const written = OWNER.exec(value)?.[2];
      if (owner !== undefined || written === undefined || next > REACH) return undefined;
      owner = written;
    } else if (name === 'period') {
      const written = PERIOD.exec(value)?.[2];
      if (period !== undefined || written === undefined) return undefined;
      period = written;
    }
  }
  return owner === undefined || period === undefined ? undefined : { owner, period };
}

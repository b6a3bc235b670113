import { type Hash, createHash, randomBytes } from 'node:crypto';

/** A piece of its own (tools/build.js), loaded when something is first hashed: what only shows or explains does without. */
export const sha256 = (): Hash => createHash('sha256');

/** So many random bytes, as hexadecimal figures. */
export const randomFigures = (bytes: number): string => randomBytes(bytes).toString('hex');

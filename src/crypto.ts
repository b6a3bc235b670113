import type { Hash } from 'node:crypto';
import { lazily } from './lazily.ts';

/** Loaded when something is first hashed: what only shows or explains would wait a tenth of its time for it. */
const crypto = lazily(() => process.getBuiltinModule('node:crypto'));

export const sha256 = (): Hash => crypto().createHash('sha256');

/** So many random bytes, as hexadecimal figures. */
export const randomFigures = (bytes: number): string => crypto().randomBytes(bytes).toString('hex');

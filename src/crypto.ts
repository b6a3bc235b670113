import type { Hash } from 'node:crypto';
import { lazily } from './lazily.ts';

/** Loaded when it is first needed: a plain check needs none of it, and would wait a thirtieth of its time. */
const crypto = lazily(() => process.getBuiltinModule('node:crypto'));

export const sha256 = (): Hash => crypto().createHash('sha256');

/** So many random bytes, as hexadecimal figures. */
export const randomFigures = (bytes: number): string => crypto().randomBytes(bytes).toString('hex');

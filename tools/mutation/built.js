import { elsewhere } from './vitest.js';

/** In place of test/built.ts: a test that starts the built command is left out. */
export const COMMAND = { [Symbol.iterator]: elsewhere('the built command') };
export const inShell = elsewhere('the built command');
export const started = elsewhere('the built command');
export const statusOf = elsewhere('the built command');

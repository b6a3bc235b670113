import type { Rule } from './rule.ts';

/** Every rule, in the order of its code. Codes are for ever: a retired one stays here as a comment. */
export const rules: readonly Rule[] = [];

/** Judges the plan itself: its files and what they say. */
export const planRules = rules.filter(({ code }) => /^DD[13]/.test(code));

/** Judges reports: their files, what they say, and what they said before. */
export const reportRules = rules.filter(({ code }) => !/^DD3/.test(code));

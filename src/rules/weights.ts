import type { Rule, Severity } from './rule.ts';

/** How grave a folder of reports takes a rule, by the rule's code; `off` means that it is not asked. */
export type Weights = ReadonlyMap<Rule['code'], Severity | 'off'>;

/** The rules with the weights set for them: every finding of such a rule has that weight, whatever it would say itself. */
export const weighed = (rules: readonly Rule[], weights: Weights): readonly Rule[] =>
  rules.flatMap((rule) => {
    const severity = weights.get(rule.code);
    if (severity === undefined) return [rule];
    if (severity === 'off') return [];
    return [
      {
        ...rule,
        severity,
        *check(facts) {
          for (const hit of rule.check(facts)) yield { ...hit, severity };
        },
      },
    ];
  });

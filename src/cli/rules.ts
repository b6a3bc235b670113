import { closest } from '../fold.ts';
import type { ConfigFile } from '../generated/types.ts';
import type { Text } from '../lang.ts';
import { rules } from '../rules/index.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { Weights } from '../rules/weights.ts';
import { type Source, placeOf, placeText } from '../source.ts';
import { UsageError } from './usage.ts';

/** The rule with a code or name, in either case. */
export const findRule = (written: string): Rule | undefined =>
  rules.find(({ code, name }) => code === written.toUpperCase() || name === written.toLowerCase());

/** That there is no such rule, and which was probably meant. */
function noSuchRule(written: string): Text {
  const near = closest(
    written,
    rules.flatMap(({ code, name }) => [code, name]),
  );
  return {
    vi: `không có quy tắc “${written}”${near ? `; có phải ${near}?` : '.'} Xem danh sách: dondoc explain`,
    en: `no rule “${written}”${near ? `; did you mean ${near}?` : '.'} For the list: dondoc explain`,
  };
}

/** A rule of the command line. */
export function ruleNamed(written: string): Rule {
  const rule = findRule(written);
  if (rule) return rule;
  throw new UsageError(noSuchRule(written));
}

/** The key under `rules` in the settings by which a rule is set, if it is. */
export const settingOf = ({ rules: written = {} }: ConfigFile, rule: Rule): string | undefined =>
  Object.keys(written).find((key) => findRule(key) === rule);

/** The weights that the settings give; keys that name no rule, or one a second time, are refused with their places. */
export function weightsOf({ rules: written = {} }: ConfigFile, source: Source): Weights {
  const weights = new Map<Rule['code'], Severity | 'off'>();
  const wrong: Text[] = [];
  for (const [key, weight] of Object.entries(written)) {
    const rule = findRule(key);
    const place = placeText(placeOf({ source, path: ['rules', key], part: 'key' }));
    const said: Text = rule
      ? {
          vi: `quy tắc ${rule.code} ${rule.name} được đặt hai lần`,
          en: `rule ${rule.code} ${rule.name} is set twice`,
        }
      : noSuchRule(key);
    if (rule && !weights.has(rule.code)) weights.set(rule.code, weight);
    else wrong.push({ vi: `${place}: ${said.vi}`, en: `${place}: ${said.en}` });
  }
  if (wrong.length === 0) return weights;
  throw new UsageError({ vi: wrong.map(({ vi }) => vi).join('\n'), en: wrong.map(({ en }) => en).join('\n') });
}

/** What a rule that is not off weighs by the settings, by its code; one that this version does not know, a warning. */
export function severityOf(code: string, weights: Weights): Severity {
  const rule = findRule(code);
  const weight = rule && weights.get(rule.code);
  return weight === undefined || weight === 'off' ? (rule?.severity ?? 'warning') : weight;
}

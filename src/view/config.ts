import { type Lang, type Text, formatNumber, plural } from '../lang.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import { print } from './json.ts';
import { type Drawing, colors } from './terminal.ts';
import { visible } from './visible.ts';
import { padEnd, widthOf } from './width.ts';

/** Where a setting comes from. */
export type Origin =
  | { readonly kind: 'option' | 'plan' | 'default' }
  | { readonly kind: 'file'; readonly file: string; readonly line: number };

export interface Setting {
  readonly name: 'plan' | 'reports' | 'lang' | 'fail-on' | 'filed-by' | 'baseline' | 'cache';
  readonly value: string;
  readonly from: Origin;
}
export interface RuleSetting {
  readonly rule: Rule;
  readonly severity: Severity | 'off';
  readonly from: Origin;
}

const origins: Readonly<Record<'option' | 'plan' | 'default', Text>> = {
  option: { vi: 'tùy chọn', en: 'option' },
  plan: { vi: 'kế hoạch', en: 'plan' },
  default: { vi: 'mặc định', en: 'default' },
};
const others = {
  vi: (n: number) => `${formatNumber(n, 'vi')} quy tắc giữ mức mặc định (xem: dondoc explain)`,
  en: (n: number) => `${plural(n, 'rule')} as they are by default (see: dondoc explain)`,
} as const;

const originText = (from: Origin, lang: Lang): string =>
  from.kind === 'file' ? `${from.file}:${from.line}` : origins[from.kind][lang];

/** What is in force and where each value comes from: settings, then the rules that are not as they are by default. */
export function configText(
  settings: readonly Setting[],
  rules: readonly RuleSetting[],
  lang: Lang,
  drawing: Drawing,
): string {
  const set = rules.filter(({ from }) => from.kind !== 'default');
  const rows = [
    ...settings.map(({ name, value, from }) => [name, value, originText(from, lang)]),
    ...set.map(({ rule, severity, from }) => [
      `${rule.code} ${rule.name}`,
      `${severity} (${origins.default[lang]} ${rule.severity})`,
      originText(from, lang),
    ]),
  ].map((row) => row.map(visible));
  const wide = (column: number): number => Math.max(...rows.map(({ [column]: text = '' }) => widthOf(text)));
  const chalk = colors(drawing);
  return [
    ...rows.map(
      ([name = '', value = '', from = '']) =>
        `${padEnd(name, wide(0))}  ${chalk.bold(padEnd(value, wide(1)))}  ${chalk.dim(from)}`,
    ),
    others[lang](rules.length - set.length),
    '',
  ].join('\n');
}

/** The same, with every rule, as the published settings.schema.json has it. */
export const configJson = (settings: readonly Setting[], rules: readonly RuleSetting[], tool: string): string =>
  print({
    schema: 'urn:dondoc:schema:settings',
    tool: `dondoc ${tool}`,
    settings,
    rules: rules.map(({ rule: { code, name, severity: own }, severity, from }) => ({
      code,
      name,
      severity,
      default: own,
      from,
    })),
  });

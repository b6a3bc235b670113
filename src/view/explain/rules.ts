import { LANGS, type Lang, type Text } from '../../lang.ts';
import type { Rule } from '../../rules/rule.ts';
import { fixOf } from '../../rules/wording.ts';
import { print } from '../json.ts';
import { markdownText } from '../visible.ts';
import { severityWords } from '../words.ts';

const words = {
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  severity: { vi: 'Mức', en: 'Severity' },
  title: { vi: 'Nội dung', en: 'What it finds' },
  why: { vi: 'Vì sao', en: 'Why' },
  fix: { vi: 'Cách sửa', en: 'Fix' },
  fixInCells: { vi: 'Cách sửa trong tệp Excel', en: 'Fix in a workbook' },
} satisfies Record<string, Text>;

/** What to do about a rule, in every language, with its fields named. */
const fixes = (rule: Rule, inCells: boolean): Text =>
  Object.fromEntries(LANGS.map((lang) => [lang, fixOf(rule, inCells, lang)])) as Text;

/** Rules in every language, as the published rules.schema.json has them. */
export const rulesJson = (rules: readonly Rule[], tool: string): string =>
  print({
    schema: 'urn:dondoc:schema:rules',
    tool: `dondoc ${tool}`,
    rules: rules.map((rule) => ({
      code: rule.code,
      name: rule.name,
      severity: rule.severity,
      title: rule.title,
      why: rule.why,
      fix: fixes(rule, false),
      ...(rule.fixInCells ? { fixInWorkbook: fixes(rule, true) } : {}),
    })),
  });

/** A table of rules, a row each; then each with why it matters and what to do. */
export const rulesMarkdown = (rules: readonly Rule[], lang: Lang): string =>
  `${[rulesTable(rules, lang), ...rules.map((rule) => ruleSection(rule, lang))].join('\n\n')}\n`;

function rulesTable(rules: readonly Rule[], lang: Lang): string {
  const heads = [words.code, words.name, words.severity, words.title].map((head) => head[lang]);
  const rows = rules.map(
    ({ code, name, severity, title }) =>
      `| ${code} | \`${name}\` | ${severityWords[severity][lang]} | ${markdownText(title[lang])} |`,
  );
  return [`| ${heads.join(' | ')} |`, '| --- | --- | --- | --- |', ...rows].join('\n');
}

function ruleSection(rule: Rule, lang: Lang): string {
  const paragraph = (label: Text, text: string): string => `**${label[lang]}.** ${markdownText(text)}`;
  return [
    `### ${rule.code} ${rule.name}`,
    `${markdownText(rule.title[lang])} (${severityWords[rule.severity][lang]})`,
    paragraph(words.why, rule.why[lang]),
    paragraph(words.fix, fixOf(rule, false, lang)),
    ...(rule.fixInCells ? [paragraph(words.fixInCells, fixOf(rule, true, lang))] : []),
  ].join('\n\n');
}

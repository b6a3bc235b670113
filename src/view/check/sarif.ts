import { LANGS, type Lang, type Text, formatNumber } from '../../lang.ts';
import type { Scope } from '../../model/scope.ts';
import { fingerprintsOf } from '../../rules/fingerprint.ts';
import { reportRules } from '../../rules/index.ts';
import type { Finding, Rule, Severity } from '../../rules/rule.ts';
import { fixOf } from '../../rules/wording.ts';
import { type Place, placeText } from '../../source.ts';
import { placedMessage } from './finding.ts';
import { fitting } from './gravest.ts';
import { type Provenance, print } from '../json.ts';
import { markdownText, visible } from '../visible.ts';

/** GitHub keeps so many results of a run, and refuses a file with many more. */
const MOST_RESULTS = 5000;

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const words = {
  why: { vi: 'Vì sao', en: 'Why' },
  fix: { vi: 'Cách sửa', en: 'Fix' },
  root: { vi: 'thư mục nơi chạy dondoc', en: 'the folder that dondoc was run in' },
} satisfies Record<string, Text>;

const leftOut = {
  vi: (all: number, shown: number) =>
    `Có ${formatNumber(all, 'vi')} phát hiện; tệp này chỉ giữ ${formatNumber(shown, 'vi')} phát hiện nặng nhất, lỗi trước. Xem đủ: dondoc check --format json`,
  en: (all: number, shown: number) =>
    `There are ${formatNumber(all, 'en')} findings; this file keeps the gravest ${formatNumber(shown, 'en')}, errors first. For all of them: dondoc check --format json`,
} as const;

/** Findings as a log of SARIF 2.1.0 (OASIS), in the language of the run; what to do is said in both. */
export function findingsSarif(
  { plan, asOf, periods }: Scope,
  findings: readonly Finding[],
  { tool }: Provenance,
  lang: Lang,
): string {
  const fingerprints = fingerprintsOf(findings);
  const shown = fitting(findings, MOST_RESULTS);
  const notes = shown.length === findings.length ? [] : [leftOut[lang](findings.length, shown.length)];
  return print({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'dondoc', version: tool, language: lang, rules: reportRules.map((r) => ruleJson(r, lang)) },
        },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notes.map((text) => ({ level: 'warning', message: { text } })),
          },
        ],
        language: lang,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: words.root[lang] } } },
        results: shown.map((finding) => ({
          ...resultJson(finding, lang),
          ruleIndex: reportRules.findIndex(({ code }) => code === finding.rule.code),
          partialFingerprints: { 'dondoc/v1': fingerprints.get(finding) },
        })),
        properties: {
          plan: plan.number,
          version: plan.version,
          fingerprint: plan.fingerprint,
          asOf,
          periods: periods.map(({ id }) => id),
        },
      },
    ],
  });
}

const ruleJson = (rule: Rule, lang: Lang): Record<string, unknown> => ({
  id: rule.code,
  name: rule.name,
  shortDescription: message(rule.title[lang]),
  fullDescription: message(rule.why[lang]),
  help: {
    ...message(fixOf(rule, false, lang)),
    markdown: [lang, ...LANGS.filter((other) => other !== lang)].map((each) => helpIn(rule, each)).join('\n\n---\n\n'),
  },
  defaultConfiguration: { level: LEVELS[rule.severity] },
});

const helpIn = (rule: Rule, lang: Lang): string =>
  [
    `## ${markdownText(rule.title[lang])}`,
    `**${words.why[lang]}:** ${markdownText(rule.why[lang])}`,
    `**${words.fix[lang]}:** ${markdownText(fixOf(rule, false, lang))}`,
  ].join('\n\n');

function resultJson(finding: Finding, lang: Lang): Record<string, unknown> {
  const { rule, severity, place, related, owner, task, period } = finding;
  return {
    ruleId: rule.code,
    level: LEVELS[severity],
    message: message(placedMessage(finding, lang)),
    locations: [locationJson(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, i) => ({
            id: i + 1,
            ...locationJson(other),
            message: message(placeText(other)),
          })),
        }),
    properties: {
      severity,
      owner: owner?.id,
      task: task?.id,
      period,
    },
  };
}

/** Lines and columns are those of a text; a cell of a workbook has a name of its own instead (3.29.4, 3.33). */
const locationJson = ({ file, line, column, endColumn, cell }: Place): Record<string, unknown> => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
    region: cell ? undefined : { startLine: line, startColumn: column, endColumn },
  },
  logicalLocations: cell && [{ name: cell.name, fullyQualifiedName: `${cell.sheet}!${cell.name}` }],
});

/** A path as a relative reference (RFC 3986); with its colons encoded too, no part of it looks like a scheme. */
const uriOf = (file: string): string =>
  file
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');

/** Braces stand doubled in a message, and `](` would make a link of brackets (3.11.5, 3.11.6). */
const message = (text: string): { readonly text: string } => ({
  text: visible(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] ('),
});

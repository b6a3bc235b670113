import { type Lang, formatNumber, plural } from '../lang.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { fixLabel, fixOfFinding, placedMessage } from './finding.ts';
import { gravest } from './gravest.ts';
import { countsText } from './text.ts';
import { inert, visible } from './visible.ts';

/** GitHub shows so many annotations of a kind for one step; the others stand in its log alone. */
const SHOWN = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

const more = {
  vi: (n: number) => `GitHub chỉ gắn ${SHOWN} chú thích mỗi mức; ${formatNumber(n, 'vi')} phát hiện nữa nằm ở trên`,
  en: (n: number) =>
    `GitHub annotates ${SHOWN} of each severity; ${plural(n, 'finding')} more ${n === 1 ? 'stands' : 'stand'} above`,
} as const;

/** Findings as workflow commands of GitHub Actions, of each severity those that tell most first, then how many there are. */
export function findingsGithub(findings: readonly Finding[], lang: Lang): string {
  const groups = SEVERITIES.map((severity) => gravest(findings.filter((finding) => finding.severity === severity)));
  const unshown = groups.reduce((sum, { length }) => sum + Math.max(0, length - SHOWN), 0);
  return [
    ...groups.flat().map((finding) => command(finding, lang)),
    countsText(findings, lang),
    ...(unshown === 0 ? [] : [more[lang](unshown)]),
    '',
  ].join('\n');
}

function command(finding: Finding, lang: Lang): string {
  const { rule, severity, place } = finding;
  const { file, line, column, endColumn, cell } = place;
  const properties = [
    ['file', inert(file)],
    ...(cell
      ? []
      : [
          ['line', line],
          ['endLine', line],
          ['col', column],
          ...(endColumn === undefined ? [] : [['endColumn', endColumn] as const]),
        ]),
    ['title', `${rule.code} ${visible(rule.title[lang])}`],
  ] as const;
  const data = [placedMessage(finding, lang), fixLabel[lang] + fixOfFinding(finding, lang)].map(visible).join('\n');
  const written = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(',');
  return `::${COMMANDS[severity]} ${written}::${escapedData(data)}`;
}

/** As the runner undoes it (actions/toolkit, command.ts). */
const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

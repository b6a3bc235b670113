import { formatDay } from '../day.ts';
import type { Lang } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import type { Table } from '../model/summary.ts';
import type { Provenance } from './json.ts';
import { tableCells } from './columns.ts';
import { markdownText } from './visible.ts';

const restsOn = ({ plan, asOf }: Facts, { tool, files, refused }: Provenance, lang: Lang): string =>
  ({
    vi: `Kế hoạch ${plan.number}, bản ${plan.version} (${plan.fingerprint}); tính đến ngày ${formatDay(asOf, 'vi')}; đã đọc ${files} tệp, ${refused} tệp không đọc được; dondoc ${tool}`,
    en: `Plan ${plan.number}, version ${plan.version} (${plan.fingerprint}); as of ${asOf}; ${files} files read, ${refused} unreadable; dondoc ${tool}`,
  })[lang];

/** The table for a pull request or a wiki. */
export function tableMarkdown(facts: Facts, table: Table, provenance: Provenance, lang: Lang): string {
  const [heads = [], ...rows] = tableCells(table, lang);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => markdownText(text.replace(/\s+/g, ' '))).join(' | ')} |`;
  return [
    line(heads),
    `| --- |${' --: |'.repeat(heads.length - 1)}`,
    ...rows.map(line),
    '',
    markdownText(restsOn(facts, provenance, lang)),
    '',
  ].join('\n');
}

/** The table by RFC 4180, with a byte order mark so that Excel reads its Vietnamese. */
export const tableCsv = (table: Table, lang: Lang): string =>
  `\ufeff${tableCells(table, lang)
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')}`;

/** In quotes where a sign demands it; what a spreadsheet would take for a formula is marked as text (OWASP ASVS 5, 1.2.10). */
const csvCell = (text: string): string => {
  const safe = /^[\s\ufeff]*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

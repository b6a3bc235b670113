import type { Lang } from '../../lang.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Table } from '../../model/summary.ts';
import { tableTexts } from './columns.ts';
import type { Provenance } from '../json.ts';
import { cellWords } from './listing.ts';
import { listingsOf } from './listings.ts';
import { notesText, restsOn, selectionText, sharesText, titleText } from './notes.ts';
import { commandless, markdownText } from '../visible.ts';

/** The table and the lists of a meeting for a pull request or a wiki. */
export function summaryMarkdown(meeting: Meeting, provenance: Provenance, lang: Lang): string {
  const sentence = (text: string): string => markdownText(text.replace(/\s+/g, ' '));
  const line = (cells: readonly string[]): string => `| ${cells.map(sentence).join(' | ')} |`;
  const { heads, lines: rows } = tableTexts(meeting.table, lang);
  const lists = listingsOf(meeting, lang).flatMap(({ title, columns, lines }) => [
    '',
    `### ${sentence(title)}: ${lines.length}`,
    ...(lines.length === 0
      ? []
      : [
          '',
          line(columns.map((column) => column.title)),
          `|${columns.map(({ isFigure }) => (isFigure ? ' --: |' : ' --- |')).join('')}`,
          ...lines.map(({ cells }) => line(cells.map((cell) => cellWords(cell, lang)))),
        ]),
  ]);
  return [
    `## ${sentence(titleText(meeting, lang))}`,
    ...selectionText(meeting, lang).flatMap((text) => ['', sentence(text)]),
    '',
    line(heads),
    `| --- |${' --: |'.repeat(heads.length - 1)}`,
    ...rows.map(({ cells }) => line(cells)),
    '',
    sentence(sharesText(meeting.table.total, lang)),
    ...notesText(meeting, lang).flatMap((note) => ['', sentence(note)]),
    ...lists,
    '',
    sentence(restsOn(meeting.facts, provenance, lang)),
    '',
  ].join('\n');
}

/** The table by RFC 4180, with a byte order mark so that Excel reads its Vietnamese. */
export function tableCsv(table: Table, lang: Lang): string {
  const { heads, lines } = tableTexts(table, lang);
  const records = [heads, ...lines.map(({ cells }) => cells)];
  return `\ufeff${records.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** In quotes where a sign demands it; what would command something in a log is parted; what a spreadsheet would take for a formula is marked as text (OWASP ASVS 5, 1.2.10). */
const csvCell = (written: string): string => {
  const text = commandless(written);
  const safe = /^[\s\ufeff]*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

import type { Lang, Text } from '../../lang.ts';
import { type Finding, messageOf } from '../../rules/rule.ts';
import { type Place, type PlacedCell, placeText } from '../../source.ts';
import { fixLabel, fixOfFinding, nameOfFinding } from './finding.ts';
import { type Drawing, colors, severityColor } from '../terminal.ts';
import { commandless, visible } from '../visible.ts';
import { cut, hanging, widthOf } from '../width.ts';

/** Line `line` of a file as it stands there, for excerpts. */
export type Excerpt = (file: string, line: number) => string | undefined;

const words: Readonly<Record<'clause' | 'related', Text>> = {
  clause: { vi: 'kế hoạch: ', en: 'plan: ' },
  related: { vi: 'xem: ', en: 'see: ' },
};

/**
 * Findings of one rule at one place, for people: the place, the excerpt, then for each its sentence, the clause of the
 * plan in play and the other places, and at the end what to do (left out where it was said for this file already).
 */
export function frame(
  findings: readonly Finding[],
  excerpt: Excerpt,
  lang: Lang,
  drawing: Drawing,
  withFix = true,
): string {
  const chalk = colors(drawing);
  const [first] = findings as [Finding];
  const { place } = first;
  const lines = findings.flatMap((finding) => sentence(finding, lang, drawing));
  const fix = withFix ? hanging(`  ${fixLabel[lang]}`, fixOfFinding(first, lang), drawing.columns) : [];
  const paint = (text: string): string => severityColor(chalk, first.severity).bold(text);
  return [
    chalk.bold(visible(placeText(place))),
    ...(place.cell
      ? cellPicture(place.cell, drawing)
      : picture(place, excerpt(place.file, place.line), drawing, paint)),
    ...lines,
    ...fix.map((line) => chalk.dim(line)),
  ].join('\n');
}

function sentence(finding: Finding, lang: Lang, drawing: Drawing): string[] {
  const chalk = colors(drawing);
  const { severity, related, task } = finding;
  const name = nameOfFinding(finding, lang);
  const [first = '', ...rest] = hanging(`  ${name}: `, visible(messageOf(finding, lang)), drawing.columns, 4);
  const notes = [
    ...(task
      ? hanging(`    ${words.clause[lang]}`, `${task.id} “${cut(visible(task.text), 150)}”`, drawing.columns, 6)
      : []),
    ...related.map((other) => `    ${words.related[lang]}${visible(placeText(other))}`),
  ];
  return [
    first.replace(name, severityColor(chalk, severity).bold(name)),
    ...rest,
    ...notes.map((line) => chalk.dim(line)),
  ];
}

/** The column's heading and what the cell shows. */
function cellPicture({ name, title, shows = '' }: PlacedCell, { columns }: Drawing): string[] {
  const about = [...new Set([title ?? '', shows].map((text) => text.replace(/\s+/g, ' ').trim()))].filter(
    (text) => text !== '',
  );
  return about.length === 0 ? [] : [`  ${name} │ ${cut(visible(about.join(' │ ')), columns - name.length - 6)}`];
}

/** The line with the value underlined; long lines are shown from shortly before the value on. */
function picture(
  { line, column, endColumn = column + 1 }: Place,
  text: string | undefined,
  { columns }: Drawing,
  paint: (text: string) => string,
): string[] {
  if (text === undefined || text.trim() === '') return [];
  const gutter = String(line).length + 4;
  const room = columns - gutter - 2;
  const before = visible(text.slice(0, column - 1));
  const value = visible(text.slice(column - 1, endColumn - 1));
  const after = visible(text.slice(endColumn - 1));
  const isFar = widthOf(before) + Math.min(widthOf(value), 12) > room;
  const lead = isFar ? `…${before.slice(-Math.min(20, before.length))}` : before;
  const shown = cut(commandless(lead + value + after), room);
  const marks = Math.max(1, Math.min(widthOf(value), room - widthOf(lead)));
  return [
    `  ${line} │ ${shown}`,
    `  ${' '.repeat(String(line).length)} │ ${' '.repeat(widthOf(lead))}${paint('^'.repeat(marks))}`,
  ];
}

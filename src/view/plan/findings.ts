import { formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import type { Lang, Text } from '../../lang.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import { messageOf } from '../../rules/rule.ts';
import type { Excerpt } from '../check/frame.ts';
import { countsText, framesOf, origin } from '../check/text.ts';
import { type Drawing, colors, severityColor } from '../terminal.ts';
import { visible } from '../visible.ts';
import { hanging } from '../width.ts';
import { severityWords } from '../words.ts';

const asOfWords: Text = { vi: 'tính đến ngày', en: 'as of' };

/** What the plan's own rules say: errors and warnings in their frames, information gathered by rule. */
export function planFindingsText(
  { plan, findings, files, asOf }: CheckedPlan,
  folder: string,
  tool: string,
  lang: Lang,
  drawing: Drawing,
): string {
  const chalk = colors(drawing);
  const excerpt: Excerpt = (file, line) => files.find((source) => source.file === file)?.line(line);
  const grave = findings.filter(({ severity }) => severity !== 'info');
  const infos = [
    ...groupBy(
      findings.filter(({ severity }) => severity === 'info'),
      ({ rule }) => rule,
    ),
  ].sort(([a], [b]) => (a.code < b.code ? -1 : 1));
  const about = plan ? `${plan.number} ${plan.version}` : folder;
  const when = asOf === undefined ? '' : `, ${asOfWords[lang]} ${formatDay(asOf, lang)}`;
  return [
    ...framesOf(grave, excerpt, lang, drawing),
    ...infos.flatMap(([rule, found]) => [
      `${severityColor(chalk, 'info').bold(`${severityWords.info[lang]} ${rule.code} ${rule.name}`)}: ${rule.title[lang]} (${found.length})`,
      ...found.flatMap((finding) =>
        hanging('  ', `${finding.place.file}:${finding.place.line}  ${messageOf(finding, lang)}`, drawing.columns, 4),
      ),
      '',
    ]),
    chalk.bold(`${visible(about)}: ${countsText(findings, lang)}${when}`),
    ...(plan ? [origin(plan, tool, lang, drawing)] : []),
    '',
  ].join('\n');
}

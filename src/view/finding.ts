import type { Lang, Text } from '../lang.ts';
import { type Finding, messageOf } from '../rules/rule.ts';
import { fixOf } from '../rules/wording.ts';
import type { Place } from '../source.ts';
import { severityWords } from './words.ts';

/** The parts of a finding as every format words them; stranger text in them is not yet escaped. */

export const fixLabel: Text = { vi: 'cách sửa: ', en: 'fix: ' };

/** `lỗi DD201 task-overdue`. */
export const nameOfFinding = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>, lang: Lang): string =>
  `${severityWords[severity][lang]} ${rule.code} ${rule.name}`;

export const fixOfFinding = ({ rule, place }: Finding, lang: Lang): string =>
  fixOf(rule, place.cell !== undefined, lang);

/** Where in its file, `7:5` or `Báo cáo!F17`. */
export const withinFile = ({ line, column, cell }: Place): string =>
  cell ? `${cell.sheet}!${cell.name}` : `${line}:${column}`;

/** The sentence for formats whose places are lines: before it the cell, where it stands in a workbook. */
export const placedMessage = (finding: Finding, lang: Lang): string =>
  finding.place.cell ? `${withinFile(finding.place)}: ${messageOf(finding, lang)}` : messageOf(finding, lang);

import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import type { Scope } from '../../model/scope.ts';
import { escaped } from '../../office/xml.ts';
import type { Recorded } from '../../rules/baseline.ts';
import { reportRules } from '../../rules/index.ts';
import { type Finding, messageOf } from '../../rules/rule.ts';
import { fixOfFinding, nameOfFinding, withinFile } from './finding.ts';
import { fitting } from './gravest.ts';
import type { Provenance } from '../json.ts';
import { countsText, hasPlace, originText, scopeText, silent } from './text.ts';
import { markdownText, visible } from '../visible.ts';
import { cut } from '../width.ts';

/** GitHub refuses a comment that is longer. */
const MOST_CHARACTERS = 65_536;
/** With more findings than this, each file is folded away. */
const MOST_OPEN = 20;
/** Sentences about those who filed nothing, as many about what was fixed, and characters of each: the rest stands in the text. */
const MOST_SENTENCES = 20;
const LONGEST_SENTENCE = 1000;
/** Characters of all of them, with what keeps them from acting. */
const LONGEST_LIST = 16_000;

const words = {
  title: { vi: 'Kết quả kiểm tra báo cáo', en: 'Check of reports' },
  none: { vi: 'Không có phát hiện nào.', en: 'Nothing was found.' },
  place: { vi: 'Vị trí', en: 'Place' },
  finding: { vi: 'Phát hiện', en: 'Finding' },
  fix: { vi: 'Cách sửa', en: 'Fix' },
  noneNew: { vi: 'Không có phát hiện mới.', en: 'Nothing new was found.' },
  fixed: { vi: 'Đã sửa', en: 'Fixed' },
  standing: { vi: 'Còn từ trước', en: 'Standing from before' },
  period: { vi: 'kỳ', en: 'period' },
} satisfies Record<string, Text>;

const cutShort = {
  vi: (shown: number, all: number, isCompared: boolean) =>
    `Nhận xét dài quá mức GitHub nhận: ở đây chỉ có ${formatNumber(shown, 'vi')} trong ${formatNumber(all, 'vi')} phát hiện, ${isCompared ? 'phát hiện mới trước, ' : ''}lỗi trước. Xem đủ: dondoc check`,
  en: (shown: number, all: number, isCompared: boolean) =>
    `GitHub takes no longer comment: here are ${formatNumber(shown, 'en')} of ${formatNumber(all, 'en')} findings, ${isCompared ? 'new ones first, ' : ''}errors first. For all of them: dondoc check`,
} as const;

const compared = {
  vi: (fresh: string, fixed: string, standing: string) => `mới ${fresh} · đã sửa ${fixed} · còn ${standing}`,
  en: (fresh: string, fixed: string, standing: string) => `new ${fresh} · fixed ${fixed} · standing ${standing}`,
} as const;

const notCompared = {
  vi: (since: string, why: string) =>
    `Không so sánh được với ${since}: ${why}; dưới đây là mọi phát hiện, cả mới lẫn cũ.`,
  en: (since: string, why: string) => `Not compared with ${since}: ${why}; below are all findings, new and old alike.`,
} as const;

/** Findings against those of an earlier state: the new ones, those it had as well, and what it had and is found no more. */
export type Comparison =
  | { readonly fresh: readonly Finding[]; readonly standing: readonly Finding[]; readonly fixed: readonly Recorded[] }
  | NotCompared;

/** Of what earlier state nothing is known, and why. */
export interface NotCompared {
  readonly since: string;
  readonly why: Text;
}

/**
 * Findings as Markdown for a comment on a change or the summary of a step: counts, who is silent, a table for each file.
 * Compared, the tables are of what is new; then comes what was fixed, and what stands as before is folded away.
 */
export function findingsMarkdown(
  scope: Scope,
  findings: readonly Finding[],
  provenance: Provenance,
  lang: Lang,
  comparison?: Comparison,
): string {
  const isCompared = comparison !== undefined && 'fresh' in comparison;
  const { fresh, standing, fixed } = isCompared ? comparison : { fresh: findings, standing: [], fixed: [] };
  const counts = [fresh, fixed, standing].map(({ length }) => formatNumber(length, lang)) as [string, string, string];
  const [placed, old] = [fresh.filter(hasPlace), standing.filter(hasPlace)];
  const all = placed.length + old.length;
  const text = (most: number): string => {
    const shown = fitting(placed, most);
    const shownOld = fitting(old, most - shown.length);
    const sections = (each: readonly Finding[], isFolded: boolean): string[] =>
      [...groupBy(each, ({ place }) => place.file)].map(([file, of]) => fileSection(file, of, isFolded, lang));
    return (
      [
        `## ${words.title[lang]}${isCompared ? `: ${compared[lang](...counts)}` : ''}`,
        `**${countsText(findings, lang)}** (${markdownText(scopeText(scope, provenance, lang))})`,
        ...(comparison && !isCompared ? [markdownText(notComparedText(comparison, lang))] : []),
        ...(fresh.length === 0 ? [words[isCompared ? 'noneNew' : 'none'][lang]] : []),
        list('- ', silent(scope, findings, provenance, lang)),
        ...sections(shown, shown.length > MOST_OPEN),
        ...(fixed.length === 0 ? [] : [`### ${words.fixed[lang]}`]),
        list(
          '- [x] ',
          fixed.map((each) => fixedText(each, lang)),
        ),
        ...(shownOld.length === 0
          ? []
          : [folded(`${words.standing[lang]}: ${countsText(old, lang)}`, sections(shownOld, false))]),
        ...(most === all ? [] : [`**${cutShort[lang](most, all, isCompared)}**`]),
        markdownText(originText(scope.plan, provenance.tool, lang)),
      ]
        .filter((part) => part !== '')
        .join('\n\n') + '\n'
    );
  };
  let [most, whole] = [all, text(all)];
  while (whole.length > MOST_CHARACTERS && most > 0) {
    most = Math.max(0, Math.floor((most * MOST_CHARACTERS) / whole.length) - 1);
    whole = text(most);
  }
  return whole;
}

/** As many of the sentences as there is room for, an item each. */
function list(mark: string, sentences: readonly string[]): string {
  const items: string[] = [];
  let room = LONGEST_LIST;
  for (const sentence of sentences) {
    const item = mark + markdownText(cut(visible(sentence), LONGEST_SENTENCE));
    room -= item.length;
    if (room < 0 || items.length === MOST_SENTENCES) return [...items, '- …'].join('\n');
    items.push(item);
  }
  return items.join('\n');
}

/** Why there is no comparison: the first line tells, where a plan has many faults. */
const notComparedText = ({ since, why }: NotCompared, lang: Lang): string =>
  notCompared[lang](since, cut(visible(why[lang].replace(/\n[^]*/, '')), LONGEST_SENTENCE));

function fixedText({ file, rule, name, owner, task, period }: Recorded, lang: Lang): string {
  const title = reportRules.find(({ code }) => code === rule)?.title[lang];
  const about = [owner, task, period && `${words.period[lang]} ${period}`].filter((part) => part !== undefined);
  return `${file}: ${rule} ${name}${title ? `, ${title}` : ''}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
}

/** `summary` is HTML. */
const folded = (summary: string, parts: readonly string[]): string =>
  `<details>\n<summary>${summary}</summary>\n\n${parts.join('\n\n')}\n\n</details>`;

/** What to do is said once for each rule. */
function fileSection(file: string, findings: readonly Finding[], isFolded: boolean, lang: Lang): string {
  const said = new Set<string>();
  const rows = findings.map((finding) => {
    const { code } = finding.rule;
    const fix = said.has(code) ? '' : fixOfFinding(finding, lang);
    said.add(code);
    const sentence = `**${nameOfFinding(finding, lang)}**: ${markdownText(messageOf(finding, lang))}`;
    return `| ${markdownText(withinFile(finding.place))} | ${sentence} | ${markdownText(fix)} |`;
  });
  const heads = [words.place, words.finding, words.fix].map((head) => head[lang]);
  const table = [`| ${heads.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n');
  const counts = countsText(findings, lang);
  return isFolded
    ? folded(`<code>${escaped(visible(file))}</code>: ${counts}`, [table])
    : `### ${markdownText(file)}: ${counts}\n\n${table}`;
}

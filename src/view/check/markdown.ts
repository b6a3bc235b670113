import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import type { Scope } from '../../model/scope.ts';
import { escaped } from '../../office/xml.ts';
import { type Finding, messageOf } from '../../rules/rule.ts';
import { fixOfFinding, nameOfFinding, withinFile } from './finding.ts';
import { fitting } from './gravest.ts';
import type { Provenance } from '../json.ts';
import { countsText, hasPlace, origin, scopeText, silent } from './text.ts';
import { markdownText, visible } from '../visible.ts';
import { cut } from '../width.ts';

/** GitHub refuses a comment that is longer. */
const MOST_CHARACTERS = 65_536;
/** With more findings than this, each file is folded away. */
const MOST_OPEN = 20;
/** Sentences about those who filed nothing, and characters of each: the rest stands in the text. */
const MOST_SENTENCES = 20;
const LONGEST_SENTENCE = 1000;

const words = {
  title: { vi: 'Kết quả kiểm tra báo cáo', en: 'Check of reports' },
  none: { vi: 'Không có phát hiện nào.', en: 'Nothing was found.' },
  place: { vi: 'Vị trí', en: 'Place' },
  finding: { vi: 'Phát hiện', en: 'Finding' },
  fix: { vi: 'Cách sửa', en: 'Fix' },
} satisfies Record<string, Text>;

const cutShort = {
  vi: (shown: number, all: number) =>
    `Nhận xét dài quá mức GitHub nhận: ở đây chỉ có ${formatNumber(shown, 'vi')} trong ${formatNumber(all, 'vi')} phát hiện, lỗi trước. Xem đủ: dondoc check`,
  en: (shown: number, all: number) =>
    `GitHub takes no longer comment: here are ${formatNumber(shown, 'en')} of ${formatNumber(all, 'en')} findings, errors first. For all of them: dondoc check`,
} as const;

/** Findings as Markdown for a comment on a change or the summary of a step: counts, who is silent, a table for each file. */
export function findingsMarkdown(
  scope: Scope,
  findings: readonly Finding[],
  provenance: Provenance,
  lang: Lang,
): string {
  const placed = findings.filter(hasPlace);
  const silence = silent(scope, findings, provenance, lang).map(
    (sentence) => `- ${still(cut(visible(sentence), LONGEST_SENTENCE))}`,
  );
  const text = (shown: readonly Finding[]): string =>
    [
      `## ${words.title[lang]}`,
      `**${countsText(findings, lang)}** (${still(scopeText(scope, provenance, lang))})`,
      ...(findings.length === 0 ? [words.none[lang]] : []),
      [...silence.slice(0, MOST_SENTENCES), ...(silence.length > MOST_SENTENCES ? ['- …'] : [])].join('\n'),
      ...[...groupBy(shown, ({ place }) => place.file)].map(([file, each]) =>
        fileSection(file, each, shown.length > MOST_OPEN, lang),
      ),
      ...(shown.length === placed.length ? [] : [`**${cutShort[lang](shown.length, placed.length)}**`]),
      still(origin(scope.plan, provenance.tool, lang, { color: false, columns: 0 })),
    ]
      .filter((part) => part !== '')
      .join('\n\n') + '\n';
  let [shown, whole] = [placed as readonly Finding[], text(placed)];
  while (whole.length > MOST_CHARACTERS && shown.length > 0) {
    shown = fitting(placed, Math.floor((shown.length * MOST_CHARACTERS) / whole.length) - 1);
    whole = text(shown);
  }
  return whole;
}

/** What to do is said once for each rule. */
function fileSection(file: string, findings: readonly Finding[], isFolded: boolean, lang: Lang): string {
  const said = new Set<string>();
  const rows = findings.map((finding) => {
    const { code } = finding.rule;
    const fix = said.has(code) ? '' : fixOfFinding(finding, lang);
    said.add(code);
    const sentence = `**${nameOfFinding(finding, lang)}**: ${still(messageOf(finding, lang))}`;
    return `| ${still(withinFile(finding.place))} | ${sentence} | ${still(fix)} |`;
  });
  const heads = [words.place, words.finding, words.fix].map((head) => head[lang]);
  const table = [`| ${heads.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n');
  const counts = countsText(findings, lang);
  return isFolded
    ? `<details>\n<summary><code>${escaped(visible(file))}</code>: ${counts}</summary>\n\n${table}\n\n</details>`
    : `### ${still(file)}: ${counts}\n\n${table}`;
}

/** Text that calls nobody and links to nothing on GitHub: what would begin a mention, an issue or an address is parted from what follows. */
const still = (text: string): string =>
  markdownText(text).replace(/@|\\#|\bGH-|\bwww|:(?=\/\/)/gi, (found) => `${found}&#8203;`);

import { formatDay } from '../day.ts';
import { groupBy } from '../group.ts';
import { type Lang, type Text, formatNumber, plural } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import type { Owner } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import { SEVERITIES, type Finding } from '../rules/rule.ts';
import { type Excerpt, frame } from './frame.ts';
import type { Provenance } from './json.ts';
import { type Drawing, colors, severityColor, visible } from './terminal.ts';
import { hanging } from './width.ts';

/** What the text view of `check` is asked to leave out. */
export interface Brevity {
  /** Only the summary line and who has not reported. */
  readonly quiet: boolean;
  /** Show at most so many findings in full, the gravest and most different first. */
  readonly limit?: number;
}

/** The findings for people: each in its frame, then one line that sums up, then who has not reported, then what it rests on. */
export function findingsText(
  facts: Facts,
  findings: readonly Finding[],
  provenance: Provenance,
  lang: Lang,
  drawing: Drawing,
  excerpt: Excerpt,
  { quiet, limit }: Brevity,
): string {
  const framed = findings.filter(({ rule }) => rule.name !== 'report-missing');
  const shown = quiet ? [] : limit === undefined ? framed : chosen(framed, limit);
  const frames = framesOf(shown, excerpt, lang, drawing);
  const rest = quiet || shown.length === framed.length ? [] : [withheld(framed, shown, lang, drawing)];
  const parts = [
    ...frames,
    ...rest,
    sumUp(findings, facts, provenance, lang, drawing),
    ...silent(facts, findings, lang, drawing),
    origin(facts, provenance, lang, drawing),
  ];
  return `${parts.join('\n')}\n`;
}

/** Findings of one rule at one place share a frame; what to do is said once for each rule and file. */
function framesOf(findings: readonly Finding[], excerpt: Excerpt, lang: Lang, drawing: Drawing): string[] {
  const said = new Set<string>();
  return [
    ...groupBy(findings, ({ place, rule }) => `${place.file} ${place.line} ${place.column} ${rule.code}`).values(),
  ].map((together) => {
    const [{ place, rule }] = together as [Finding];
    const about = `${place.file} ${rule.code}`;
    const isNew = !said.has(about);
    said.add(about);
    return `${frame(together, excerpt, lang, drawing, isNew)}\n`;
  });
}

/** The first finding of each rule before the second of any, errors before warnings; shown in the order of places again. */
function chosen(findings: readonly Finding[], limit: number): Finding[] {
  const seen = new Map<string, number>();
  const ranked = findings.map((finding) => {
    const turn = seen.get(finding.rule.code) ?? 0;
    seen.set(finding.rule.code, turn + 1);
    return { finding, turn, rank: SEVERITIES.indexOf(finding.severity) };
  });
  const best = new Set(
    [...ranked]
      .sort((a, b) => a.turn - b.turn || a.rank - b.rank)
      .slice(0, limit)
      .map(({ finding }) => finding),
  );
  return findings.filter((finding) => best.has(finding));
}

const words = {
  withheld: {
    vi: (n: number, rules: string) =>
      `… và ${formatNumber(n, 'vi')} phát hiện nữa (bỏ --limit để xem từng phát hiện): ${rules}`,
    en: (n: number, rules: string) => `… and ${plural(n, 'more finding')} (leave --limit out to see each): ${rules}`,
  },
  counts: {
    vi: (e: number, w: number, i: number) =>
      `${formatNumber(e, 'vi')} lỗi, ${formatNumber(w, 'vi')} cảnh báo, ${formatNumber(i, 'vi')} lưu ý`,
    en: (e: number, w: number, i: number) =>
      `${plural(e, 'error')}, ${plural(w, 'warning')}, ${formatNumber(i, 'en')} info`,
  },
  scope: {
    vi: (files: number, reports: number, periods: string, asOf: string) =>
      `${formatNumber(files, 'vi')} tệp, ${formatNumber(reports, 'vi')} báo cáo; ${periods}; tính đến ${asOf}`,
    en: (files: number, reports: number, periods: string, asOf: string) =>
      `${plural(files, 'file')}, ${plural(reports, 'report')}; ${periods}; as of ${asOf}`,
  },
} as const;

const labels: Readonly<
  Record<
    'period' | 'noPeriod' | 'notReported' | 'arriving' | 'elsewhere' | 'superseded' | 'plan' | 'version' | 'none',
    Text
  >
> = {
  period: { vi: 'kỳ', en: 'period' },
  noPeriod: { vi: 'chưa kỳ nào đến hạn', en: 'no period due yet' },
  notReported: { vi: 'Chưa nộp báo cáo', en: 'Not reported' },
  arriving: { vi: 'Báo cáo ghi ngày sau ngày tính, chưa kể', en: 'Reported after the as-of day, not counted yet' },
  elsewhere: {
    vi: 'Báo cáo kỳ khác, đã đọc nhưng không xét (dùng --period all để xét)',
    en: 'Reports of other periods, read but not judged (--period all judges them)',
  },
  superseded: { vi: 'Báo cáo đã có bản nộp sau thay thế', en: 'Reports superseded by a later one' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  version: { vi: 'bản', en: 'version' },
  none: { vi: 'Mọi cơ quan phải báo cáo đều đã nộp', en: 'Every body that owes a report has filed one' },
};

function withheld(all: readonly Finding[], shown: readonly Finding[], lang: Lang, { columns }: Drawing): string {
  const kept = new Set(shown);
  const byRule = new Map<string, number>();
  for (const finding of all)
    if (!kept.has(finding)) byRule.set(finding.rule.name, (byRule.get(finding.rule.name) ?? 0) + 1);
  const rules = [...byRule].map(([name, n]) => `${name} ${n}`).join(', ');
  return `${hanging('', words.withheld[lang](all.length - shown.length, rules), columns).join('\n')}\n`;
}

export const periodsText = ({ periods }: Pick<Facts, 'periods'>, lang: Lang): string =>
  periods.length === 0 ? labels.noPeriod[lang] : `${labels.period[lang]} ${periods.map(({ id }) => id).join(', ')}`;

function sumUp(
  findings: readonly Finding[],
  facts: Facts,
  { files, reports }: Provenance,
  lang: Lang,
  drawing: Drawing,
): string {
  const chalk = colors(drawing);
  const [errors = 0, warnings = 0, infos = 0] = SEVERITIES.map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  );
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  const counts = words.counts[lang](errors, warnings, infos);
  const line = `${counts} (${words.scope[lang](files, reports, periodsText(facts, lang), formatDay(facts.asOf, lang))})`;
  const paint = worst === undefined ? chalk.green : severityColor(chalk, worst);
  return hanging('', line, drawing.columns).join('\n').replace(counts, paint.bold(counts));
}

/** Who has filed nothing, and what was filed but is not judged: nothing is passed over without a word. */
function silent(facts: Facts, findings: readonly Finding[], lang: Lang, { columns }: Drawing): string[] {
  const missing = findings.filter(({ rule }) => rule.name === 'report-missing');
  const lists = facts.periods.flatMap((period) => {
    const owners = missing.filter((finding) => finding.period === period.id).flatMap(({ owner }) => owner ?? []);
    if (owners.length === 0) return [];
    const label = `${labels.notReported[lang]} ${labels.period[lang]} ${period.id} (${owners.length}/${facts.plan.reporters.filter((owner) => facts.answerable.has(owner)).length}): `;
    return hanging('', label + names(owners), columns);
  });
  const { reports } = facts.intake;
  const files = (label: Text, standing: Report['standing']): string[] => {
    const named = reports.filter((report) => report.standing === standing).map(({ source }) => visible(source.file));
    const shown = named.length > 5 ? [...named.slice(0, 5), `… (${named.length})`] : named;
    return named.length === 0 ? [] : hanging('', `${label[lang]}: ${shown.join(', ')}`, columns);
  };
  const judged = new Set(facts.periods.map(({ id }) => id));
  const others = groupBy(
    reports.flatMap(({ period }) => (period && !judged.has(period.id) ? period.id : [])).sort(),
    (id) => id,
  );
  const counted = [...others].map(([id, each]) => `${id} (${each.length})`).join(', ');
  return [
    ...lists,
    ...files(labels.arriving, 'not-arrived'),
    ...files(labels.superseded, 'superseded'),
    ...(others.size === 0 ? [] : hanging('', `${labels.elsewhere[lang]}: ${counted}`, columns)),
  ];
}

const names = (owners: readonly Owner[]): string => owners.map(({ name, short = name }) => visible(short)).join('; ');

/** What the output rests on: plan, version, fingerprint, tool. */
export function origin({ plan }: Facts, { tool }: Provenance, lang: Lang, drawing: Drawing): string {
  return colors(drawing).dim(
    `${labels.plan[lang]} ${plan.number}, ${labels.version[lang]} ${plan.version} (${plan.fingerprint}) · dondoc ${tool}`,
  );
}

import { formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber, plural } from '../../lang.ts';
import type { Facts } from '../../model/facts.ts';
import { type Owner, type Plan, nameShort } from '../../model/plan.ts';
import type { Standing } from '../../model/report.ts';
import { type Scope, filesOf } from '../../model/scope.ts';
import { SEVERITIES, type Finding } from '../../rules/rule.ts';
import { knownText } from './baseline.ts';
import { type Excerpt, frame } from './frame.ts';
import { gravest } from './gravest.ts';
import type { Provenance } from '../json.ts';
import { placeText } from '../../source.ts';
import { type Drawing, colors, severityColor } from '../terminal.ts';
import { visible } from '../visible.ts';
import { hanging } from '../width.ts';

/** What the text view of `check` is asked to leave out. */
export interface Brevity {
  /** Only the summary line and who has not reported. */
  readonly quiet: boolean;
  /** Show at most so many findings in full, the gravest and most different first. */
  readonly limit?: number;
}

/** The findings for people: each in its frame, then one line that sums up, then who has not reported, then what it rests on. */
export function findingsText(
  scope: Scope,
  findings: readonly Finding[],
  provenance: Provenance,
  lang: Lang,
  drawing: Drawing,
  excerpt: Excerpt,
  { quiet, limit }: Brevity,
): string {
  const framed = findings.filter(hasPlace);
  const shown = quiet ? [] : limit === undefined ? framed : chosen(framed, limit);
  const frames = framesOf(shown, excerpt, lang, drawing);
  const rest = quiet || shown.length === framed.length ? [] : [withheld(framed, shown, lang, drawing)];
  const parts = [
    ...frames,
    ...rest,
    sumUp(findings, scope, provenance, lang, drawing),
    ...silent(scope, findings, provenance, lang).flatMap((sentence) => hanging('', visible(sentence), drawing.columns)),
    origin(scope.plan, provenance.tool, lang, drawing),
  ];
  return `${parts.join('\n')}\n`;
}

/** Whoever filed nothing is listed at the end; a report that came too early for the as-of day is shown where it stands. */
export const hasPlace = ({ rule, data }: Finding): boolean => rule.name !== 'report-missing' || 'arrives' in data;

/** Findings of one rule at one place share a frame; what to do is said once for each rule and file. */
export function framesOf(findings: readonly Finding[], excerpt: Excerpt, lang: Lang, drawing: Drawing): string[] {
  const said = new Set<string>();
  return [...groupBy(findings, ({ place, rule }) => `${placeText(place)} ${rule.code}`).values()].map((together) => {
    const [{ place, rule }] = together;
    const about = `${place.file} ${rule.code}`;
    const isNew = !said.has(about);
    said.add(about);
    return `${frame(together, excerpt, lang, drawing, isNew)}\n`;
  });
}

/** The findings that tell most, in the order of places. */
function chosen(findings: readonly Finding[], limit: number): Finding[] {
  const best = new Set(gravest(findings, limit));
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

const labels = {
  period: { vi: 'kỳ', en: 'period' },
  unknownPeriod: { vi: 'không rõ kỳ báo cáo', en: 'period not known' },
  noPeriod: { vi: 'chưa kỳ nào đến hạn', en: 'no period due yet' },
  notReported: { vi: 'Chưa nộp báo cáo', en: 'No report for' },
  arriving: { vi: 'Báo cáo ghi ngày sau ngày tính, chưa kể', en: 'Reported after the as-of day, not counted yet' },
  elsewhere: {
    vi: 'Báo cáo kỳ khác, đã đọc nhưng không xét (dùng --period all để xét)',
    en: 'Reports of other periods, read but not judged (--period all judges them)',
  },
  superseded: { vi: 'Báo cáo đã có bản nộp sau thay thế', en: 'Reports superseded by a later one' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  version: { vi: 'bản', en: 'version' },
  none: { vi: 'Các cơ quan được xét đều đã nộp báo cáo', en: 'Every body looked at has filed its report' },
  broken: { vi: 'Tệp không đọc được, chưa tính', en: 'Files that cannot be read, not counted' },
  unplaced: {
    vi: 'Báo cáo ghi kế hoạch, cơ quan hoặc kỳ chưa đúng, chưa tính',
    en: 'Reports whose plan, body or period is not known, not counted',
  },
  undated: { vi: 'Báo cáo chưa ghi ngày báo cáo, chưa tính', en: 'Reports without their day, not counted' },
  disputed: {
    vi: 'Báo cáo trùng cơ quan, kỳ và ngày, chưa tính',
    en: 'Reports of one body, period and day, not counted',
  },
} satisfies Record<string, Text>;

function withheld(all: readonly Finding[], shown: readonly Finding[], lang: Lang, { columns }: Drawing): string {
  const kept = new Set(shown);
  const byRule = new Map<string, number>();
  for (const finding of all)
    if (!kept.has(finding)) byRule.set(finding.rule.name, (byRule.get(finding.rule.name) ?? 0) + 1);
  const rules = [...byRule].map(([name, n]) => `${name} ${n}`).join(', ');
  return `${hanging('', words.withheld[lang](all.length - shown.length, rules), columns).join('\n')}\n`;
}

export const periodsText = ({ periods, wholeFolder }: Pick<Facts, 'periods' | 'wholeFolder'>, lang: Lang): string =>
  periods.length === 0
    ? labels[wholeFolder ? 'noPeriod' : 'unknownPeriod'][lang]
    : `${labels.period[lang]} ${periods.map(({ id }) => id).join(', ')}`;

/** `2 errors, 1 warning, 0 info`. */
export function countsText(findings: readonly Finding[], lang: Lang): string {
  const [errors = 0, warnings = 0, infos = 0] = SEVERITIES.map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  );
  return words.counts[lang](errors, warnings, infos);
}

/** What was looked at: files, reports, periods and the day. */
export const scopeText = (scope: Scope, { files, reports }: Provenance, lang: Lang): string =>
  words.scope[lang](files, reports, periodsText(scope, lang), formatDay(scope.asOf, lang));

function sumUp(
  findings: readonly Finding[],
  scope: Scope,
  provenance: Provenance,
  lang: Lang,
  drawing: Drawing,
): string {
  const chalk = colors(drawing);
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  const counts = countsText(findings, lang);
  const line = `${counts} (${scopeText(scope, provenance, lang)})`;
  const paint = worst === undefined ? chalk.green : severityColor(chalk, worst);
  return hanging('', line, drawing.columns).join('\n').replace(counts, paint.bold(counts));
}

/** Who has filed nothing, and what was filed but is not judged, a sentence each: nothing is passed over without a word. */
export function silent(scope: Scope, findings: readonly Finding[], { baseline }: Provenance, lang: Lang): string[] {
  const known = baseline?.known ?? [];
  const missing = [...findings, ...known].filter(({ rule }) => rule.name === 'report-missing');
  const lists = [...scope.expected].flatMap(([period, expected]) => {
    const of = missing.filter((finding) => finding.period === period);
    const owners = of.flatMap(({ owner }) => owner ?? []);
    if (of[0] === undefined) return [];
    const count = `${of[0].rule.code}, ${owners.length}/${expected}`;
    return [`${labels.notReported[lang]} ${labels.period[lang]} ${period} (${count}): ${names(owners)}`];
  });
  // Told by the scope: a rule may be off, and a finding may be left out.
  const owesSome = [...scope.expected.values()].some((bodies) => bodies > 0);
  const isComplete = scope.wholeFolder && owesSome && missing.length === 0 && !scope.isLacking;
  const elsewhere = [...scope.elsewhere].map(([id, files]) => `${id} (${files.length})`).join(', ');
  return [
    ...(isComplete ? [labels.none[lang]] : lists),
    ...named(labels.arriving, scope.arriving, lang),
    ...named(labels.superseded, scope.superseded, lang),
    ...(elsewhere === '' ? [] : [`${labels.elsewhere[lang]}: ${elsewhere}`]),
    ...(baseline ? knownText(known.length, baseline.file, baseline.until, lang) : []),
  ];
}

const LEFT_OUT = ['broken', 'unplaced', 'undated', 'disputed'] as const satisfies readonly Standing[];

/** Files that a table cannot count, for readers who do not see the findings: a sentence for each reason. */
export const leftOut = (facts: Facts, lang: Lang): string[] =>
  LEFT_OUT.flatMap((standing) => named(labels[standing], filesOf(facts, standing), lang));

function named(label: Text, files: readonly string[], lang: Lang): string[] {
  const shown = files.length > 5 ? [...files.slice(0, 5), `… (${files.length})`] : files;
  return files.length === 0 ? [] : [`${label[lang]}: ${shown.join(', ')}`];
}

const names = (owners: readonly Owner[]): string => owners.map(nameShort).join('; ');

/** What the output rests on: plan, version, fingerprint, tool. */
export const originText = ({ number, version, fingerprint }: Plan, tool: string, lang: Lang): string =>
  `${labels.plan[lang]} ${visible(number)}, ${labels.version[lang]} ${version} (${fingerprint}) · dondoc ${tool}`;

/** The same as lines of a screen. */
export const origin = (plan: Plan, tool: string, lang: Lang, drawing: Drawing): string =>
  hanging('', originText(plan, tool, lang), drawing.columns)
    .map((line) => colors(drawing).dim(line))
    .join('\n');

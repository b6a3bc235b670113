import { groupBy } from '../../group.ts';
import type { Lang, Text } from '../../lang.ts';
import type { Facts } from '../../model/facts.ts';
import type { Class, Row } from '../../model/ledger.ts';
import { nameShort } from '../../model/plan.ts';
import { escaped } from '../../office/xml.ts';
import { type Finding, messageOf } from '../../rules/rule.ts';
import { placeText } from '../../source.ts';
import { fixLabel, fixOfFinding, nameOfFinding } from './finding.ts';

import { hasPlace } from './text.ts';
import { visible } from '../visible.ts';
import { cut } from '../width.ts';
import { classWords, whyWords } from '../words.ts';

/** One obligation, or what is said of a whole file or report. */
interface Case {
  readonly suite: string;
  readonly name: string;
  readonly className: string;
  readonly findings: readonly Finding[];
  /** Why nothing could be said of it. */
  readonly skipped?: string;
  readonly status?: Class;
}

const words = {
  file: { vi: 'tệp', en: 'file' },
  report: { vi: 'báo cáo kỳ', en: 'report for' },
} satisfies Record<string, Text>;

/**
 * The ledger as a test report in the form of JUnit (the schema of Jenkins): each report file is a suite and each
 * obligation answered in it a case, which fails by its errors; what belongs to no obligation is a case of the file. What
 * nobody filed stands in a suite of the body.
 */
export function findingsJunit(facts: Facts, findings: readonly Finding[], lang: Lang): string {
  const suites = [...groupBy(casesOf(facts, findings, lang), ({ suite }) => suite)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const all = suites.flatMap(([, cases]) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    open('testsuites', { name: 'dondoc', ...counted(all) }),
    ...suites.flatMap(([name, cases]) => [
      open('testsuite', { name, ...counted(cases), skipped: cases.filter(isSkipped).length }),
      ...cases.flatMap((each) => caseXml(each, lang)),
      '</testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(facts: Facts, findings: readonly Finding[], lang: Lang): Case[] {
  const byTask = groupBy(facts.rows, ({ task, period }) => `${task.id} ${period.id}`);
  const suites = new Map(facts.rows.map((row) => [row, suiteOf(facts, row)]));
  const reports = new Set(facts.intake.reports.map(({ source }) => source.file));
  const byRow = groupBy(findings, ({ task, period = '', owner, place: { file } }) =>
    byTask
      .get(`${task?.id ?? ''} ${period}`)
      ?.find((row) => (reports.has(file) ? suites.get(row) === file : row.lead === owner || row.owner === owner)),
  );
  const ofRows = [...suites].map(([row, suite]) => rowCase(row, suite, byRow.get(row) ?? [], lang));
  const [missing, others] = [false, true].map((here) =>
    (byRow.get(undefined) ?? []).filter((finding) => hasPlace(finding) === here),
  ) as [Finding[], Finding[]];
  const judged = new Set(facts.periods.map(({ id }) => id));
  const read = facts.intake.reports.filter(
    ({ standing, period, owner }) =>
      standing !== 'superseded' &&
      (period === undefined || judged.has(period.id)) &&
      (owner === undefined || facts.answerable.has(owner)),
  );
  const byFile = groupBy(others, ({ place }) => place.file);
  const files = new Set([...read.map(({ source }) => source.file), ...byFile.keys()]);
  return [
    // Of a report that is missing it is known whose it is and for which period.
    ...missing.flatMap((finding) => {
      const { owner, period = '' } = finding;
      const name = `${words.report[lang]} ${period}`;
      return owner ? [{ suite: nameShort(owner), name, className: `${owner.id}.${period}`, findings: [finding] }] : [];
    }),
    ...[...files].map((file) => ({
      suite: file,
      name: words.file[lang],
      className: words.file[lang],
      findings: byFile.get(file) ?? [],
    })),
    ...ofRows,
  ];
}

/** The report in which an obligation is answered, or should be; else the body. */
function suiteOf({ intake }: Facts, { task, owner, lead, period, entry }: Row): string {
  const report = intake.counting(lead, period, task) ?? entry?.report ?? intake.filed(lead, period, task)[0];
  return report?.source.file ?? nameShort(owner);
}

function rowCase(row: Row, suite: string, findings: readonly Finding[], lang: Lang): Case {
  const { task, owner, period, why } = row;
  const isOpen = ['waived', 'not-due', 'unreported'].includes(row.class);
  return {
    suite,
    name: `${task.id} ${cut(visible(task.text), 100)}`,
    className: `${owner.id}.${period.id}`,
    findings,
    status: row.class,
    ...(isOpen ? { skipped: (why ? whyWords[why] : classWords[row.class])[lang] } : {}),
  };
}

const isFailed = ({ findings }: Case): boolean => findings.some(({ severity }) => severity === 'error');
const isSkipped = (each: Case): boolean => each.skipped !== undefined && !isFailed(each);

const counted = (cases: readonly Case[]): Record<string, string | number> => ({
  tests: cases.length,
  failures: cases.filter(isFailed).length,
  errors: 0,
  time: 0,
});

/** In the order that the schema asks for: skipped, failures, output. */
function caseXml(each: Case, lang: Lang): string[] {
  const { name, className, findings, status, skipped = '' } = each;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const inside = [
    ...(isSkipped(each) ? [`<skipped>${escaped(skipped)}</skipped>`] : []),
    ...errors.map((finding) => {
      const opening = open('failure', {
        message: messageOf(finding, lang),
        type: `${finding.rule.code} ${finding.rule.name}`,
      });
      return `${opening}${escaped(findingText(finding, lang))}</failure>`;
    }),
    ...(others.length === 0
      ? []
      : [`<system-out>${escaped(others.map((finding) => findingText(finding, lang)).join('\n'))}</system-out>`]),
  ];
  return [
    open('testcase', { name, classname: className, time: 0, ...(status ? { status } : {}) }),
    ...inside,
    '</testcase>',
  ];
}

const findingText = (finding: Finding, lang: Lang): string =>
  [
    `${placeText(finding.place)}: ${nameOfFinding(finding, lang)}: ${messageOf(finding, lang)}`,
    `  ${fixLabel[lang]}${fixOfFinding(finding, lang)}`,
  ]
    .map(visible)
    .join('\n');

const open = (element: string, attributes: Readonly<Record<string, string | number>>): string =>
  `<${element}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(visible(String(value)))}"`)
    .join('')}>`;

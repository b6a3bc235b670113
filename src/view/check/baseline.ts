import { formatDay } from '../../day.ts';
import { type Lang, formatNumber, plural } from '../../lang.ts';
import type { SetAside } from '../../model/meeting.ts';
import type { Baseline, Recorded } from '../../rules/baseline.ts';
import { yamlScalar } from '../report-text.ts';
import { wrap } from '../width.ts';

const words = {
  head: {
    vi: 'Danh mục phát hiện đã ghi nhận: có từ trước, chưa xử lý, không tính đến hết ngày until. Không sửa bằng tay; xử lý xong thì chạy dondoc baseline --prune.',
    en: 'Known findings, which do not count until the day given. Not to be edited by hand; when some are fixed: dondoc baseline --prune.',
  },
  known: {
    vi: (n: string, file: string, day: string) =>
      `${n} phát hiện đã ghi nhận trong ${file}, hết hạn ${day}, không tính`,
    en: (n: string, file: string, day: string) => `${n} recorded in ${file} until ${day}, not counted`,
  },
  aside: {
    vi: (n: string, file: string, day: string) => `Đã ghi nhận ${n} phát hiện (${file}) đến hết ngày ${day}`,
    en: (n: string, file: string, day: string) => `${n} set aside (${file}) until ${day}`,
  },
} as const;

/**
 * A baseline as the file that is kept: one finding a line, so that what changes in it is seen line by line. Nothing in it
 * depends on the machine, so it does not name the place of its schema.
 */
export function baselineYaml(baseline: Baseline, lang: Lang): string {
  const { reason, by, date, until, reports, findings } = baseline;
  return [
    ...wrap(words.head[lang], 98).map((line) => `# ${line}`),
    `reason: ${yamlScalar(reason)}`,
    `by: ${yamlScalar(by)}`,
    `date: ${date}`,
    `until: ${until}`,
    'reports:',
    ...reports.map((path) => `  - ${yamlScalar(path)}`),
    findings.length === 0 ? 'findings: []' : 'findings:',
    ...findings.map(line),
    '',
  ].join('\n');
}

function line({ fingerprint, rule, name, ...about }: Recorded): string {
  const { file, owner, task, period } = about;
  const fields = Object.entries({ rule, name, file, owner, task, period })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${yamlScalar(value, true)}`]))
    .join(', ');
  return `  - { ${fields}, fingerprint: ${JSON.stringify(fingerprint)} }`;
}

const counted = (n: number, lang: Lang): string => ({ vi: formatNumber(n, 'vi'), en: plural(n, 'finding') })[lang];

/** How many findings a check does not count; nothing where there are none. */
export const knownText = (known: number, file: string, until: string, lang: Lang): string[] =>
  known === 0 ? [] : [words.known[lang](counted(known, lang), file, formatDay(until, lang))];

/** What a meeting is told of the findings that were set aside: how many, until when, by whom and why. */
export const asideText = ({ file, findings, until, by, reason }: SetAside, lang: Lang): string =>
  `${words.aside[lang](counted(findings, lang), file, formatDay(until, lang))}: ${by}, ${reason}`;

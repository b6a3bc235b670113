import { type Day, formatDay } from '../day.ts';
import { formatNumber, listOf } from '../lang.ts';
import type { Report } from '../model/report.ts';
import type { Spot } from '../source.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

const placeIn = ({ at }: Report): Spot => at('reported');

/** The first three files, each between quotation marks. */
const named = (files: readonly string[]): string[] => files.slice(0, 3).map((file) => `“${quoted(file)}”`);

/** Of so many others each is named; a thousand copies of one report would each name all the others. */
const MOST_NAMED = 10;

export default defineRule<{
  owner: string;
  period: string;
  reported: Day;
  /** How many there are in all. */
  count: number;
  others: readonly string[];
}>({
  code: 'DD210',
  name: 'duplicate-report',
  severity: 'error',
  title: { vi: 'Hai báo cáo cho một kỳ', en: 'Two reports for one period' },
  message: {
    vi: ({ owner, period, reported, count, others }) =>
      `${owner} có ${formatNumber(count, 'vi')} báo cáo kỳ ${period} cùng ghi ngày ${formatDay(reported, 'vi')}, trùng với ${listOf(named(others), 'vi')}`,
    en: ({ owner, period, reported, count, others }) =>
      `${owner} has ${formatNumber(count, 'en')} reports for ${period} of the same day, ${reported}; see also ${listOf(named(others), 'en')}`,
  },
  why: {
    vi: 'Trong nhiều báo cáo của một đơn vị cho một kỳ, báo cáo ghi ngày muộn nhất được tính. Khi cùng ngày thì không biết bản nào thay bản nào, nên không bản nào được tính.',
    en: 'Of several reports of one body for one period the one of the latest day counts. When they are of the same day nobody can tell which replaces which, so none counts.',
  },
  fix: {
    vi: 'Chỉ giữ lại bản đúng. Nếu bản sau thay bản trước thì ghi ngày báo cáo của bản sau muộn hơn.',
    en: 'Keep only the right one. If one replaces the other, give it the later day of reporting.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20 # <- DD210
entries:
  - task: II.1.b
    status: not-started
`,
      'so-tai-chinh-2.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Tài chính
period: 2024
reported: 2024-12-20 # <- DD210
entries:
  - task: II.1.b
    status: in-progress
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: not-started
`,
      'so-tai-chinh-2.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-25
entries:
  - task: II.1.b
    status: in-progress
`,
    },
  }),

  *check({ judged, intake }) {
    for (const report of judged) {
      const { owner, period, reported = '', standing } = report;
      if (standing !== 'disputed') continue;
      const others = intake
        .filed(owner, period)
        .filter((other) => other !== report && other.owner === owner && other.standing === 'disputed');
      yield {
        at: placeIn(report),
        data: {
          owner: owner.name,
          period: period.id,
          reported,
          count: others.length + 1,
          others: others.slice(0, MOST_NAMED).map(({ source }) => source.file),
        },
        related: others.slice(0, MOST_NAMED).map(placeIn),
        owner,
        period: period.id,
      };
    }
  },
});

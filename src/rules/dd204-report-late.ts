import { type Day, daysBetween, formatDay } from '../day.ts';
import { formatNumber, plural } from '../lang.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ owner: string; period: string; due: Day; assumed: boolean; reported: Day; days: number }>({
  code: 'DD204',
  name: 'report-late',
  severity: 'warning',
  title: { vi: 'Báo cáo nộp muộn', en: 'Report late' },
  message: {
    vi: ({ owner, period, due, assumed, reported, days }) =>
      `báo cáo kỳ ${period} của ${owner} ghi ngày ${formatDay(reported, 'vi')}, chậm ${formatNumber(days, 'vi')} ngày (${assumed ? 'mốc theo dõi' : 'hạn'} ${formatDay(due, 'vi')})`,
    en: ({ owner, period, due, assumed, reported, days }) =>
      `the report of ${owner} for ${period} is dated ${reported}, ${plural(days, 'day')} late (${assumed ? 'expected' : 'due'} ${due})`,
  },
  why: {
    vi: 'Báo cáo đến sau hạn nộp làm chậm việc tổng hợp, báo cáo cấp trên. Báo cáo muộn vẫn được tính; ngày hết hạn được tính trọn ngày.',
    en: 'A report that comes after its due day delays the consolidated report to the higher level. A late report still counts; the due day itself is on time.',
  },
  fix: {
    vi: 'Nếu {reported} ghi sai thì sửa theo ngày của văn bản báo cáo. Nếu đúng thì không cần sửa tệp; kỳ sau nộp trước hạn.',
    en: 'If {reported} is wrong, give the day of the report itself. If it is right there is nothing to change in the file; file the next one in time.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2025-01-06 # <- DD204
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
reported: 2024-12-31
entries:
  - task: II.1.b
    status: in-progress
`,
    },
  }),

  *check({ plan, intake, judged }) {
    for (const { owner, period, reported, standing, at } of judged) {
      const due = plan.dueDay(period);
      if (standing === 'not-arrived' || reported === undefined || reported <= due) continue;
      // A correction of a report that came in time is not late.
      if (intake.filed(owner, period).some((filed) => filed.reported !== undefined && filed.reported <= due)) continue;
      const data = {
        owner: owner.name,
        period: period.id,
        due,
        assumed: plan.reporting.due.basis === 'assumed',
        reported,
        days: daysBetween(due, reported),
      };
      yield { at: at('reported'), data, related: [plan.at('reporting', 'due')], owner, period: period.id };
    }
  },
});

import { type Day, daysBetween, formatDay } from '../day.ts';
import { defineRule } from './rule.ts';

/** Days from the date of a report to its arrival that nobody asks about: it is signed, then sent, with a weekend between. */
const DAYS_ON_THE_WAY = 3;

export default defineRule<{ owner: string; period: string; reported: Day; filed: Day }>({
  code: 'DD227',
  name: 'filed-otherwise',
  severity: 'warning',
  title: { vi: 'Ngày báo cáo khác ngày vào kho lưu', en: 'Filed on another day than reported' },
  message: {
    vi: ({ owner, period, reported, filed }) =>
      `báo cáo kỳ ${period} của ${owner} ghi ngày ${formatDay(reported, 'vi')} nhưng vào kho lưu ngày ${formatDay(filed, 'vi')}`,
    en: ({ owner, period, reported, filed }) =>
      `the report of ${owner} for ${period} is dated ${reported} but reached the repository on ${filed}`,
  },
  why: {
    vi: `Báo cáo đúng hạn hay muộn được tính theo ngày ghi trong chính báo cáo; ngày tệp vào nhánh chính của kho git là chứng cứ độc lập. Từ khi ký đến khi vào kho thường không quá ${DAYS_ON_THE_WAY} ngày; lâu hơn thì báo cáo có thể đã được ghi lùi ngày, và báo cáo không thể ghi ngày sau ngày đã nộp. Chỉ kiểm tra khi có --filed-by git hoặc filed-by: git trong dondoc.yaml.`,
    en: `Whether a report is late goes by the day that it gives itself; the day its file reached the main branch of the git repository is a witness of its own. From signing to arrival it seldom takes more than ${DAYS_ON_THE_WAY} days; after longer the report may have been dated back, and no report is dated after the day it came. Judged only with --filed-by git, or filed-by: git in dondoc.yaml.`,
  },
  fix: {
    vi: 'Nếu {reported} ghi sai thì sửa theo ngày của văn bản báo cáo. Báo cáo bổ sung, thay thế nộp thành tệp riêng, không ghi đè tệp cũ. Nếu tệp chỉ được đổi tên, chuyển thư mục hoặc đưa vào kho chậm thì không cần sửa; cơ quan đầu mối ghi nhận bằng dondoc baseline.',
    en: 'If {reported} is wrong, give the day of the report itself. A report that replaces another goes into a file of its own, not over the old one. If the file was only renamed, moved or committed late there is nothing to change; the coordinator records it with dondoc baseline.',
  },
  example: () => ({
    filed: { 'so-tai-chinh.yaml': '2025-01-10', 'huyen-ha.yaml': '2024-12-18' },
    bad: {
      'so-tai-chinh.yaml': report('so-tai-chinh', '2024-12-20 # <- DD227'),
      'huyen-ha.yaml': report('huyen-ha', '2024-12-19 # <- DD227'),
    },
    good: {
      'so-tai-chinh.yaml': report('so-tai-chinh', '2025-01-07'),
      'huyen-ha.yaml': report('huyen-ha', '2024-12-18'),
    },
  }),

  *check({ judged, firstSeen }) {
    for (const { source, owner, period, reported, at } of judged) {
      const filed = firstSeen.get(source.file);
      if (filed === undefined || reported === undefined) continue;
      const days = daysBetween(reported, filed);
      if (days >= 0 && days <= DAYS_ON_THE_WAY) continue;
      const data = { owner: owner.name, period: period.id, reported, filed };
      yield { at: at('reported'), data, owner, period: period.id };
    }
  },
});

function report(owner: string, reported: string): string {
  return `plan: 12/KH-UBND
version: 1.1.0
owner: ${owner}
period: "2024"
reported: ${reported}
entries: []
`;
}

import { type Day, daysBetween, formatDay } from '../day.ts';
import { nextPeriod } from '../model/period.ts';
import { planPeriod } from '../model/regime.ts';
import { foreignForms } from './forms.ts';
import { defineRule } from './rule.ts';

type Data =
  | { readonly what: 'owner'; readonly owner: string; readonly other: string }
  | { readonly what: 'folder'; readonly period: string; readonly folder: string }
  | { readonly what: 'period'; readonly period: string; readonly next: string; readonly reported: Day };

export default defineRule<Data>({
  code: 'DD226',
  name: 'wrong-form',
  severity: 'error',
  title: { vi: 'Ghi nhầm biểu của cơ quan hoặc kỳ khác', en: 'The form of another body or period' },
  message: {
    vi: (data) =>
      data.what === 'owner'
        ? `báo cáo ghi là của ${data.owner} nhưng các nhiệm vụ riêng trong đó đều là của ${data.other}`
        : data.what === 'folder'
          ? `tệp nằm trong thư mục ${data.folder} nhưng ghi kỳ ${data.period}`
          : `báo cáo ghi kỳ ${data.period} nhưng lập ngày ${formatDay(data.reported, 'vi')}, có thể là báo cáo kỳ ${data.next} ghi trên biểu cũ`,
    en: (data) =>
      data.what === 'owner'
        ? `this says it is the report of ${data.owner}, but the tasks in it that are not everybody’s are led by ${data.other}`
        : data.what === 'folder'
          ? `the file lies in the folder ${data.folder} but says it is for ${data.period}`
          : `this says it is for ${data.period} but was reported on ${data.reported}; perhaps it is the report for ${data.next} on the old form`,
  },
  why: {
    vi: 'Dùng lại biểu của đơn vị khác hoặc biểu năm trước mà quên sửa phần đầu thì báo cáo bị tính cho sai cơ quan, sai kỳ, còn cơ quan đúng thành ra chưa báo cáo.',
    en: 'Where the form of another body, or that of last year, is used again and its head left as it was, the report counts for the wrong body or period and the right one seems not to have reported.',
  },
  fix: {
    vi: 'Dùng đúng biểu do cơ quan đầu mối gửi cho đơn vị và cho kỳ này; nếu chỉ ghi nhầm phần đầu thì sửa {owner}, {period}. Tệp để nhầm thư mục thì chuyển về thư mục của kỳ.',
    en: 'Use the form that the coordinating office sent to you for this period; if only its head is wrong, correct {owner} or {period}. Move a file that lies in the wrong folder.',
  },
  example: () => ({
    bad: {
      '2025/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Công Thương
period: "2024" # <- DD226
reported: 2024-12-20
entries: []
`,
      'huyen-ha.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: UBND huyện Hạ # <- DD226
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
  - task: II.1.a.2
    status: in-progress
`,
    },
    good: {
      '2024/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Công Thương
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
  - task: II.1.a.2
    status: in-progress
`,
    },
  }),

  *check(facts) {
    for (const report of facts.judged) {
      const { owner, period, at, source } = report;
      const other = foreignForms(facts).get(report);
      const about = { owner, period: period.id };
      if (other) yield { ...about, at: at('owner'), data: { what: 'owner', owner: owner.name, other: other.name } };
      // Folders are named by whoever keeps the reports: a hint, not a rule.
      const folders = source.file.split('/').slice(0, -1);
      const folder = folders.findLast((name) => planPeriod(facts.plan, name) !== undefined);
      if (folder !== undefined && planPeriod(facts.plan, folder)?.id !== period.id)
        yield {
          ...about,
          at: at('period'),
          severity: 'warning',
          data: { what: 'folder', period: period.id, folder },
        };
      const next = planPeriod(facts.plan, nextPeriod(period).id);
      if (folder !== undefined || !next || report.reported === undefined || facts.intake.filed(owner, next).length > 0)
        continue;
      const late = daysBetween(facts.plan.dueDay(period), report.reported);
      if (late > Math.abs(daysBetween(report.reported, facts.plan.dueDay(next))))
        yield {
          ...about,
          at: at('period'),
          severity: 'warning',
          data: { what: 'period', period: period.id, next: next.id, reported: report.reported },
        };
    }
  },
});

import { atIn } from '../source.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';
import { isNearlyPlan } from '../model/suggestions.ts';

export default defineRule<{ written: string; plan: string; suggestions: readonly string[] }>({
  code: 'DD212',
  name: 'unknown-plan',
  severity: 'error',
  title: { vi: 'Báo cáo cho kế hoạch khác', en: 'Unknown plan' },
  message: {
    vi: ({ written, plan, suggestions }) =>
      `tệp ghi kế hoạch “${quoted(written)}”, ${suggestions.length > 0 ? 'có lẽ là' : 'không phải'} ${plan}`,
    en: ({ written, plan, suggestions }) =>
      `the file names the plan “${quoted(written)}”, ${suggestions.length > 0 ? 'perhaps' : 'not'} ${plan}`,
  },
  why: {
    vi: 'Mỗi báo cáo thuộc một kế hoạch, nhận biết bằng số và ký hiệu của văn bản. Báo cáo ghi kế hoạch khác thì không được tính vào kế hoạch này, kể cả khi đơn vị và nhiệm vụ trùng tên.',
    en: 'A report belongs to one plan, known by the number and symbol of the document. What is filed for another plan does not count for this one, even where bodies and tasks have the same names.',
  },
  fix: {
    vi: 'Nếu ghi nhầm, sửa {plan} thành số, ký hiệu của kế hoạch này. Nếu đúng là báo cáo của kế hoạch khác, chuyển tệp sang thư mục báo cáo của kế hoạch đó.',
    en: 'If it was mistyped, give the number and symbol of this plan under {plan}. If the report is for another plan, move the file to the folder of reports of that plan.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KHUBND # <- DD212
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
`,
      'huyen-ha.yaml': `plan: 300/QĐ-TTg # <- DD212
version: 1.1.0
owner: huyen-ha
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.c
    status: in-progress
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: "Số: 12 /KH-UBND"
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
`,
    },
  }),

  *check({ plan, intake }) {
    for (const { data, ours, source } of intake.register.files) {
      if (data.plan === undefined || ours) continue;
      const suggestions = isNearlyPlan(plan, data.plan) ? [plan.number] : [];
      yield { at: atIn(source)('plan'), data: { written: data.plan, plan: plan.number, suggestions } };
    }
    for (const { data, ours, owner, at } of intake.reports) {
      if (data.plan === undefined || ours) continue;
      const suggestions = isNearlyPlan(plan, data.plan) ? [plan.number] : [];
      yield { at: at('plan'), data: { written: data.plan, plan: plan.number, suggestions }, owner };
    }
  },
});

import { type Day, formatDay } from '../day.ts';
import { defineRule } from './rule.ts';

export default defineRule<
  | { why: 'before-signing'; effective: Day; signed: Day }
  | { why: 'version-back'; version: string; before: string; since: Day }
>({
  code: 'DD312',
  name: 'amendment-order',
  severity: 'error',
  title: { vi: 'Văn bản sửa đổi không đúng thứ tự', en: 'Amendment out of order' },
  message: {
    vi: (data) =>
      data.why === 'before-signing'
        ? `văn bản sửa đổi có hiệu lực ngày ${formatDay(data.effective, 'vi')}, trước ngày ký kế hoạch (${formatDay(data.signed, 'vi')})`
        : `phiên bản ${data.version} không lớn hơn phiên bản ${data.before} có từ ngày ${formatDay(data.since, 'vi')}`,
    en: (data) =>
      data.why === 'before-signing'
        ? `the amendment takes effect on ${data.effective}, before the plan was signed (${data.signed})`
        : `version ${data.version} is not higher than ${data.before}, in force since ${data.since}`,
  },
  why: {
    vi: 'Kế hoạch có hiệu lực ở một ngày là bản đã ký cộng các văn bản sửa đổi theo thứ tự ngày có hiệu lực; số phiên bản phải tăng theo thứ tự đó thì mới biết báo cáo dựa vào bản nào.',
    en: 'The plan in force on a day is the signed one with its amendments in the order of their effective days; versions must rise in that order, or nobody knows which one a report answers.',
  },
  fix: {
    vi: 'Đối chiếu ngày có hiệu lực với văn bản, rồi đánh lại version theo thứ tự ngày; trong cùng một ngày, văn bản có version nhỏ hơn được áp dụng trước.',
    en: 'Compare the effective day with the document, then number the versions in the order of the days; of two on one day the lower version comes first.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2023-06-01 # <- DD312
version: 2.0.0
changes:
  - end-task: { task: II.1.a.2 }
`,
      'plan/amendments/b.yaml': `instrument: { number: 21/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 1.0.9 # <- DD312
changes:
  - end-task: { task: II.1.a.2 }
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-task: { task: II.1.a.2 }
`,
    },
  }),

  *check({ objections }) {
    for (const { at, related, ...objection } of objections) {
      if (objection.kind === 'before-signing') {
        const { effective, signed } = objection;
        yield { at, related, data: { why: 'before-signing', effective, signed } };
      }
      if (objection.kind === 'version-back') {
        const { version, before, since } = objection;
        yield { at, related, data: { why: 'version-back', version, before, since } };
      }
    }
  },
});

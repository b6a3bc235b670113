import { formatNumber, plural } from '../lang.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ count: number }>({
  code: 'DD119',
  name: 'more-findings',
  severity: 'error',
  title: { vi: 'Còn nhiều phát hiện khác', en: 'More findings than are listed' },
  message: {
    vi: ({ count }) => `tệp này còn ${formatNumber(count, 'vi')} phát hiện nữa, không liệt kê hết`,
    en: ({ count }) => `the file has ${plural(count, 'more finding')} that ${count === 1 ? 'is' : 'are'} not listed`,
  },
  why: {
    vi: 'Mỗi tệp chỉ liệt kê 100 phát hiện, lỗi trước, cảnh báo và lưu ý sau, để một tệp hỏng không che khuất các tệp khác. Phát hiện này có mức nặng nhất trong số không liệt kê.',
    en: 'Of one file 100 findings are listed, errors first, so that a single bad file does not bury the others. This one weighs as much as the gravest of those that are left out.',
  },
  fix: {
    vi: 'Sửa các phát hiện đã liệt kê rồi kiểm tra lại. Nhiều phát hiện như vậy thường do một nguyên nhân: gửi nhầm tệp hoặc lệch cả cột, cả danh sách; nên làm lại từ mẫu báo cáo.',
    en: 'Mend what is listed, then check again. So many findings mostly have one cause, the wrong file or a whole list or column out of place; starting anew from the template is quicker.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries: [${'x, '.repeat(101)}x] # <- DD119
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
    status: in-progress
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'more-findings'))
      yield { ...hit, severity: fault.severity, data: { count: fault.count } };
  },
});

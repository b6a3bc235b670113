import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ field: string; when?: { readonly field: string; readonly is: string } }>({
  code: 'DD106',
  name: 'missing-field',
  severity: 'error',
  title: { vi: 'Thiếu trường bắt buộc', en: 'Missing field' },
  message: {
    vi: ({ field, when }) => `thiếu trường “${field}”${when ? `, bắt buộc khi ${when.field} là ${when.is}` : ''}`,
    en: ({ field, when }) =>
      `the field “${field}” is missing${when ? `; it is required where ${when.field} is ${when.is}` : ''}`,
  },
  why: {
    vi: 'Thiếu thông tin này thì không xác định được báo cáo của ai, cho kỳ nào, nhiệm vụ nào hoặc đã hoàn thành ngày nào. Trường có tên mà để trống cũng là thiếu.',
    en: 'Without it there is no telling whose report this is, for which period or task, or on which day the work was completed. A field that is named but left blank is missing too.',
  },
  fix: {
    vi: 'Bổ sung trường còn thiếu cùng giá trị, thụt vào thẳng hàng với các trường cùng cấp.',
    en: 'Add the field and its value, aligned with the other fields of its level.',
  },
  example: {
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b # <- DD106
    status: completed
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
    status: completed
    completed: 2024-11-05
`,
    },
  },

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'missing-field')) {
      yield { ...hit, data: { field: fault.field, ...(fault.when ? { when: fault.when } : {}) } };
    }
  },
});

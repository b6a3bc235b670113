import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

export default defineRule<{
  field: string;
  blank: boolean;
  inCell?: true;
  when?: { readonly field: string; readonly is: string };
}>({
  code: 'DD106',
  name: 'missing-field',
  severity: 'error',
  title: { vi: 'Thiếu trường bắt buộc', en: 'Missing field' },
  message: {
    vi: ({ field, blank, inCell, when }) =>
      `${inCell ? `ô “${field}” còn để trống` : blank ? `trường “${field}” còn để trống` : `thiếu trường “${field}”`}${when ? `, bắt buộc khi ${when.field} là ${when.is}` : ''}`,
    en: ({ field, blank, inCell, when }) =>
      `the ${inCell ? 'cell' : 'field'} “${field}” is ${blank ? 'left blank' : 'missing'}${when ? `; it is required where ${when.field} is ${when.is}` : ''}`,
  },
  why: {
    vi: 'Thiếu thông tin này thì không xác định được báo cáo của ai, cho kỳ nào, nhiệm vụ nào hoặc đã hoàn thành ngày nào. Trường có tên mà để trống cũng là thiếu.',
    en: 'Without it there is no telling whose report this is, for which period or task, or on which day the work was completed. A field that is named but left blank is missing too.',
  },
  fix: {
    vi: 'Ghi giá trị vào sau dấu hai chấm; trường chưa có thì thêm vào, thụt vào thẳng hàng với các trường cùng cấp. Ngày viết dạng 2025-12-20; status là một trong: not-started (chưa thực hiện), in-progress (đang thực hiện), submitted (đã trình), completed (đã hoàn thành), blocked (đang vướng mắc), none-arisen (không phát sinh).',
    en: 'Write the value after the colon; add the field where it is not there, aligned with the others of its level. Days are written like 2025-12-20; status is one of not-started, in-progress, submitted, completed, blocked, none-arisen.',
  },
  fixInCells: {
    vi: 'Ghi giá trị vào ô trống đó. Trạng thái chọn trong danh sách; ngày ghi dạng 31/12/2025. Nội dung ghi tiếp của nhiệm vụ ở dòng trên thì chuyển lên dòng của nhiệm vụ đó; dòng cộng, dòng ký tên thì để cách bảng một dòng trống.',
    en: 'Fill in the cell. The status is chosen from its list, and days are written like 31/12/2025. What goes on about the task above belongs into that task’s own row; leave a blank row between the table and totals or signatures.',
  },
  example: () => ({
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
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'missing-field')) {
      // A form has a cell for every field: what is missing from it was left blank.
      const inCell = 'source' in hit.at && hit.at.source.inCells;
      yield {
        ...hit,
        data: {
          field: fault.field,
          blank: inCell || fault.part === 'key',
          ...(inCell ? { inCell } : {}),
          ...(fault.when ? { when: fault.when } : {}),
        },
      };
    }
  },
});

import { closest } from '../fold.ts';
import { listOf } from '../lang.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

export default defineRule<{ field: string; suggestions: readonly string[]; known: readonly string[] }>({
  code: 'DD107',
  name: 'unknown-field',
  severity: 'error',
  title: { vi: 'Trường không có trong mẫu', en: 'Unknown field' },
  message: {
    vi: ({ field, suggestions, known }) =>
      `mẫu không có trường “${quoted(field)}” ở đây${perhaps(suggestions, 'vi') || `, chỉ có ${listOf(known, 'vi')}`}`,
    en: ({ field, suggestions, known }) =>
      `there is no field “${quoted(field)}” here${perhaps(suggestions, 'en') || `, only ${listOf(known, 'en')}`}`,
  },
  why: {
    vi: 'Giá trị ghi ở trường không có trong mẫu sẽ không được tổng hợp; bỏ qua mà không báo thì thông tin của cơ quan gửi bị mất.',
    en: 'What stands in a field that the form does not have is not consolidated; passing over it in silence would lose what the sender wanted to say.',
  },
  fix: {
    vi: 'Sửa lại tên trường theo mẫu (chữ thường, không dấu), hoặc xóa trường. Nội dung chưa có chỗ ghi thì đưa vào result, obstacles hoặc proposals.',
    en: 'Correct the name as in the template, or delete the field. What has no field of its own goes into result, obstacles or proposals.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
    reslut: Đã lấy ý kiến các sở, ngành # <- DD107
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
    result: Đã lấy ý kiến các sở, ngành
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'unknown-field')) {
      const meant = closest(fault.field, fault.known);
      yield {
        ...hit,
        data: { field: fault.field, suggestions: meant === undefined ? [] : [meant], known: fault.known },
      };
    }
  },
});

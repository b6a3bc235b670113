import { type Day, formatDay } from '../day.ts';
import { defineRule } from './rule.ts';
import { isSuperseded } from './superseded.ts';

export default defineRule<{ task: string; number: string; expires: Day; replacedBy?: string }>({
  code: 'DD305',
  name: 'reference-expired',
  severity: 'warning',
  title: { vi: 'Văn bản viện dẫn hết hiệu lực', en: 'Reference expired' },
  message: {
    vi: ({ task, number, expires, replacedBy }) =>
      `nhiệm vụ ${task} thực hiện văn bản ${number} đã hết hiệu lực sau ngày ${formatDay(expires, 'vi')}${replacedBy === undefined ? '' : `, được thay thế bằng ${replacedBy}`}`,
    en: ({ task, number, expires, replacedBy }) =>
      `task ${task} implements ${number}, in force until ${expires}${replacedBy === undefined ? '' : ` and replaced by ${replacedBy}`}`,
  },
  why: {
    vi: 'Văn bản hết hiệu lực không còn là căn cứ để thực hiện; nhiệm vụ có thể phải làm theo văn bản thay thế hoặc không còn cần thiết.',
    en: 'A document no longer in force is no ground to act on; the task may have to follow its successor, or may have lost its object.',
  },
  fix: {
    vi: 'Báo cơ quan chủ trì rà soát. Nếu nhiệm vụ chuyển sang thực hiện văn bản thay thế hoặc kết thúc, đề xuất cấp có thẩm quyền sửa đổi kế hoạch.',
    en: 'Ask the leading body to review the task. If it is to follow the new document or to end, propose an amendment of the plan.',
  },
  example: () => ({
    bad: {
      'plan/references.yaml': `references:
  - { number: 10/NQ-CP, kind: Nghị quyết, date: 2024-01-05, title: Nghị quyết về phát triển cụm công nghiệp, expires: 2024-12-31, replacedBy: 99/NQ-CP }
`,
      'plan/tasks.yaml': `tasks:
  - id: II.1.a.1
    text: Tham mưu UBND tỉnh ban hành Đề án phát triển cụm công nghiệp trước ngày 30/6/2024, theo Nghị quyết số 10/NQ-CP ngày 05/01/2024 của Chính phủ.
    source: { heading: 11, lines: [13] }
    lead: [so-cong-thuong]
    kind: deliverable
    references:
      - { ref: 10/NQ-CP, relation: implements } # <- DD305
`,
    },
    good: {
      'plan/references.yaml': `references:
  - { number: 10/NQ-CP, kind: Nghị quyết, date: 2024-01-05, title: Nghị quyết về phát triển cụm công nghiệp, expires: 2025-12-31 }
`,
    },
  }),

  *check(facts) {
    const { plan, asOf } = facts;
    if (isSuperseded(facts)) return;
    for (const task of plan.tasks) {
      for (const { relation, reference, at } of [
        ...task.references,
        ...task.products.flatMap(({ references }) => references),
      ]) {
        if (relation !== 'implements' || reference?.expires === undefined || reference.expires >= asOf) continue;
        const { key, expires, replacedBy } = reference;
        yield {
          at: at('ref'),
          data: { task: task.id, number: key, expires, ...(replacedBy === undefined ? {} : { replacedBy }) },
          related: [reference.at('expires')],
          task,
        };
      }
    }
  },
});

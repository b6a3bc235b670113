import { defineRule } from './rule.ts';

export default defineRule<{ task: string }>({
  code: 'DD307',
  name: 'no-lead',
  severity: 'error',
  title: { vi: 'Nhiệm vụ không có cơ quan chủ trì', en: 'No lead' },
  message: {
    vi: ({ task }) => `nhiệm vụ ${task} không có cơ quan chủ trì`,
    en: ({ task }) => `task ${task} has no leading body`,
  },
  why: {
    vi: 'Nhiệm vụ không giao cho ai thì không cơ quan nào phải báo cáo, và không bao giờ bị tính là quá hạn.',
    en: 'What is assigned to nobody is reported by nobody and can never be overdue.',
  },
  fix: {
    vi: 'Ghi vào lead cơ quan mà dòng văn bản nêu tên, kể cả khi dòng đó mở đầu bằng “Phối hợp” (khi đó ghi thêm as: coordinate).',
    en: 'Put under lead the body that the line addresses, also where the line begins with “Phối hợp” (then add as: coordinate).',
  },
  example: () => ({
    bad: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.a.2
    text: Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.
    source: { heading: 11, lines: [15] }
    lead: [] # <- DD307
    support: [so-tai-chinh]
    kind: ongoing
`,
    },
    good: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.a.2
    text: Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.
    source: { heading: 11, lines: [15] }
    lead: [so-cong-thuong]
    support: [so-tai-chinh]
    kind: ongoing
`,
    },
  }),

  *check({ plan }) {
    for (const task of plan.tasks)
      if (task.lead.length === 0)
        yield { at: task.at('lead'), data: { task: task.id }, related: [task.at('text')], task };
  },
});

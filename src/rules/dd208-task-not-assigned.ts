import { listOf } from '../lang.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string; owner: string; leads: readonly string[] }>({
  code: 'DD208',
  name: 'task-not-assigned',
  severity: 'error',
  title: { vi: 'Nhiệm vụ không giao cho đơn vị', en: 'Task not assigned' },
  message: {
    vi: ({ task, owner, leads }) =>
      `nhiệm vụ ${task} không giao cho ${owner}, đơn vị chủ trì là ${listOf(leads, 'vi')}`,
    en: ({ task, owner, leads }) => `task ${task} is not assigned to ${owner}; it is led by ${listOf(leads, 'en')}`,
  },
  why: {
    vi: 'Chỉ cơ quan chủ trì, cơ quan phối hợp và thành viên của nhóm được giao mới báo cáo về một nhiệm vụ; báo cáo của đơn vị khác không được tính. Thường là ghi nhầm mã nhiệm vụ của đơn vị khác.',
    en: 'Only the bodies that lead or support a task, members of an assigned group included, report on it; what others report is not counted. Most often the id of another body’s task was given by mistake.',
  },
  fix: {
    vi: 'Ghi lại đúng mã nhiệm vụ được giao, hoặc bỏ dòng này. Nếu đơn vị thực sự tham gia, đề nghị cơ quan đầu mối bổ sung vào kế hoạch.',
    en: 'Give the id of the task that was assigned to you, or take the entry out. If you do take part in this task, ask the coordinating office to add you to the plan.',
  },
  example: {
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1 # <- DD208
    status: in-progress
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.2
    status: in-progress
  - task: II.1.b
    status: in-progress
`,
    },
  },

  *check({ plan, judged }) {
    for (const { owner, period, entries } of judged) {
      for (const { task, repeats, at } of entries) {
        if (!task || repeats || task.leads.includes(owner) || task.supports.includes(owner)) continue;
        const leads = task.lead.map((id) => plan.body(id)?.name ?? id);
        yield {
          at: at('task'),
          data: { task: task.id, owner: owner.name, leads },
          related: [task.at('lead')],
          owner,
          task,
          period: period.id,
        };
      }
    }
  },
});

import { listOf } from '../lang.ts';
import { roleOf } from '../model/facts.ts';
import { bodyName } from '../model/plan.ts';
import { entriesOf } from './entries.ts';
import { foreignForms } from './forms.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string; owner: string; leads: readonly string[]; when?: 'ended' | 'later' }>({
  code: 'DD208',
  name: 'task-not-assigned',
  severity: 'error',
  title: { vi: 'Nhiệm vụ không giao cho đơn vị', en: 'Task not assigned' },
  message: {
    vi: ({ task, owner, leads, when }) =>
      when === undefined
        ? `nhiệm vụ ${task} không giao cho ${owner}, đơn vị chủ trì là ${listOf(leads, 'vi')}`
        : when === 'ended'
          ? `nhiệm vụ ${task} đã thôi giao trước hạn báo cáo của kỳ này`
          : `nhiệm vụ ${task} được giao sau hạn báo cáo của kỳ này`,
    en: ({ task, owner, leads, when }) =>
      when === undefined
        ? `task ${task} is not assigned to ${owner}; it is led by ${listOf(leads, 'en')}`
        : when === 'ended'
          ? `task ${task} was ended before this period’s reports were due`
          : `task ${task} was assigned after this period’s reports were due`,
  },
  why: {
    vi: 'Chỉ cơ quan chủ trì, cơ quan phối hợp và thành viên của nhóm được giao mới báo cáo về một nhiệm vụ; báo cáo của đơn vị khác không được tính. Thường là ghi nhầm mã nhiệm vụ của đơn vị khác.',
    en: 'Only the bodies that lead or support a task, members of an assigned group included, report on it; what others report is not counted. Most often the id of another body’s task was given by mistake.',
  },
  fix: {
    vi: 'Ghi lại đúng mã nhiệm vụ được giao, hoặc bỏ dòng này. Nếu đơn vị thực sự tham gia, đề nghị cơ quan đầu mối bổ sung vào kế hoạch.',
    en: 'Give the id of the task that was assigned to you, or take the entry out. If you do take part in this task, ask the coordinating office to add you to the plan.',
  },
  example: () => ({
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
  }),

  *check(facts) {
    // The form of another body: DD226 says so once.
    const foreign = foreignForms(facts);
    for (const { entry, task, role, about } of entriesOf(facts)) {
      const { report } = entry;
      // What is dated after the as-of day may speak of a plan that nobody knows yet.
      if (!task || role || !report.period || foreign.has(report) || report.standing === 'not-arrived') continue;
      const plan = facts.planOf(report.period);
      // A body that ended without successor had no tasks on that day: DD224 says so once.
      if (plan.endingOf(about.owner)?.heirs.length === 0) continue;
      const then = plan.task(task.id) ?? task;
      const when = then.ended ? 'ended' : plan.tasks.includes(then) ? undefined : 'later';
      yield {
        at: entry.at('task'),
        data: {
          task: task.id,
          owner: about.owner.name,
          leads: then.lead.map((id) => bodyName(plan, id)),
          ...(when ? { when } : {}),
        },
        related: [then.ended?.at('task') ?? then.at('lead')],
        ...about,
      };
    }
    for (const { task, owner, period, at } of facts.intake.register.appraisals) {
      if (!task || !owner || !period || roleOf(facts, owner, period, task)) continue;
      const leads = task.lead.map((id) => bodyName(facts.plan, id));
      yield {
        at: at('task'),
        data: { task: task.id, owner: owner.name, leads },
        related: [task.at('lead')],
        owner,
        task,
      };
    }
  },
});

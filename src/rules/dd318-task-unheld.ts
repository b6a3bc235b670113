import { type Day, formatDay } from '../day.ts';
import type { Plan, Task } from '../model/plan.ts';
import { defineRule } from './rule.ts';
import { isSuperseded } from './superseded.ts';
import { quoted } from './wording.ts';

/** Asked for, but everybody behind its leads is gone or not yet named. */
const isUnheld = ({ lead, leads, answeredBy }: Task): boolean =>
  lead.length > 0 && leads.length === 0 && answeredBy !== 'none';

export default defineRule<{ task: string; since: Day; awaits?: string }>({
  code: 'DD318',
  name: 'task-unheld',
  severity: 'warning',
  title: { vi: 'Nhiệm vụ không còn ai chủ trì', en: 'Task held by nobody' },
  message: {
    vi: ({ task, since, awaits }) =>
      `từ ngày ${formatDay(since, 'vi')} nhiệm vụ ${task} không có cơ quan nào chủ trì${awaits === undefined ? '' : `, còn chờ: ${quoted(awaits)}`}`,
    en: ({ task, since, awaits }) =>
      `from ${since} on task ${task} is led by nobody${awaits === undefined ? '' : `; awaited: ${quoted(awaits)}`}`,
  },
  why: {
    vi: 'Cơ quan chủ trì đã kết thúc mà chưa có cơ quan kế thừa thì nhiệm vụ không có lượt theo dõi nào từ ngày đó: không ai báo cáo, không ai quá hạn.',
    en: 'When its leads have ended without successors a task has no rows from that day on: nobody reports on it, and nobody is overdue.',
  },
  fix: {
    vi: 'Khi có văn bản giao việc, thêm văn bản sửa đổi với succeed, add-owner và add-member, hoặc change-task; nếu nhiệm vụ không còn phải làm thì end-task. Nhóm chờ danh sách thì ghi awaits.',
    en: 'Once a document says who takes over, add an amendment with succeed, add-owner and add-member, or change-task; if the work is no longer asked for, end-task. A group that waits for its members says so under awaits.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-owner: { owner: so-tai-chinh, reason: Giải thể }
`,
      'plan/tasks.yaml': `tasks:
  - id: II.1.b
    text: Trình UBND tỉnh quy định hỗ trợ lãi suất và bảng phí dịch vụ giai đoạn 2024-2025 (thay thế Quyết định số 05/2020/QĐ-UBND ngày 02/3/2020).
    source: { heading: 17, lines: [17] }
    lead: [so-tai-chinh] # <- DD318
    kind: ongoing
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - succeed: { from: [so-tai-chinh], to: [{ owner: so-cong-thuong }] }
`,
    },
  }),

  *check(facts) {
    const { plan, versions } = facts;
    if (plan.amendments.length === 0 || isSuperseded(facts)) return;
    for (const task of plan.tasks) {
      if (!isUnheld(task)) continue;
      const awaits = plan.groups.find(({ id }) => task.lead.includes(id))?.awaits;
      const data = { task: task.id, since: unheldSince(versions, plan, task.id) };
      const end = task.lead.flatMap((id) => {
        const owner = plan.owner(id);
        return (owner && plan.endingOf(owner)?.at()) ?? [];
      });
      yield { at: task.at('lead'), data: awaits === undefined ? data : { ...data, awaits }, related: end, task };
    }
  },
});

/** The first day of the versions in a row, up to this one, in which nobody leads a task. */
function unheldSince(versions: readonly Plan[], plan: Plan, id: string): Day {
  const earlier = versions.slice(0, versions.indexOf(plan) + 1).reverse();
  const held = earlier.findIndex(({ tasks }) => tasks.some((task) => task.id === id && !isUnheld(task)));
  return (held === -1 ? earlier.at(-1) : earlier[held - 1])?.since ?? plan.since;
}

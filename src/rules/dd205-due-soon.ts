import { type Day, daysBetween, formatDay } from '../day.ts';
import { plural } from '../lang.ts';
import { deadlineOf, deadlinePlace, isDueSoon } from '../model/facts.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string; owner: string; deadline: Day; days: number }>({
  code: 'DD205',
  name: 'due-soon',
  severity: 'info',
  title: { vi: 'Nhiệm vụ sắp đến hạn', en: 'Task due soon' },
  message: {
    vi: ({ task, owner, deadline, days }) =>
      `nhiệm vụ ${task} của ${owner} ${days === 0 ? `đến hạn đúng ngày ${formatDay(deadline, 'vi')}` : `còn ${days} ngày đến hạn (${formatDay(deadline, 'vi')})`}`,
    en: ({ task, owner, deadline, days }) =>
      `task ${task} of ${owner} is due ${days === 0 ? `this very day (${deadline})` : `in ${plural(days, 'day')} (${deadline})`}`,
  },
  why: {
    vi: 'Hạn do kế hoạch ấn định còn không quá 30 ngày mà chưa có báo cáo hoàn thành (nhiệm vụ tham mưu, trình thì chưa trình). Nhắc trước để đơn vị kịp xử lý; đây chưa phải là lỗi.',
    en: 'The deadline that the plan sets is at most 30 days away and no report says the work is done (or submitted, where the task is to submit). It is said in time to act; nothing is wrong yet.',
  },
  fix: {
    vi: 'Hoàn thành và báo cáo trước hạn; nếu dự kiến không kịp, nêu nguyên nhân ở {obstacles} và đề nghị gia hạn trước khi hết hạn.',
    en: 'Complete the work and report it in time; if it will not be ready, give the cause under {obstacles} and ask for an extension before the deadline.',
  },
  example: () => ({
    asOf: '2025-12-10',
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2025"
reported: 2025-12-05
entries:
  - task: II.1.b
    status: in-progress # <- DD205
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2025"
reported: 2025-12-05
entries:
  - task: II.1.b
    status: completed
    completed: 2025-12-01
    evidence:
      - { number: 88/2025/QĐ-UBND, date: 2025-12-01 }
`,
    },
  }),

  *check(facts) {
    for (const row of facts.latestRows) {
      const { task, owner, deadline, period } = row;
      if (deadline === undefined || !isDueSoon(facts, row)) continue;
      const days = daysBetween(facts.asOf, deadline);
      yield {
        at: deadlinePlace(facts, row),
        data: { task: task.id, owner: owner.name, deadline, days },
        related: [deadlineOf(row)],
        owner,
        task,
        period: period.id,
      };
    }
  },
});

import { type Day, daysBetween, formatDay } from '../day.ts';
import { formatNumber, plural } from '../lang.ts';
import { deadlineOf } from '../model/facts.ts';
import type { Entry } from '../model/report.ts';
import type { Spot } from '../source.ts';
import { defineRule } from './rule.ts';

/** The value that gave the day of completion. */
function placeOfDay({ data, evidence, at }: Entry, day: Day, submits: boolean): Spot {
  if (submits && data.submitted === day) return at('submitted');
  const proof = data.completed === day ? undefined : evidence.find((each) => each.data.date === day);
  return proof?.at('date') ?? at('completed');
}

export default defineRule<{
  task: string;
  owner: string;
  deadline: Day;
  completed: Day;
  days: number;
  submits: boolean;
}>({
  code: 'DD206',
  name: 'completed-late',
  severity: 'warning',
  title: { vi: 'Nhiệm vụ hoàn thành quá hạn', en: 'Task completed late' },
  message: {
    vi: ({ task, deadline, completed, days, submits }) =>
      `nhiệm vụ ${task} ${submits ? 'trình' : 'hoàn thành'} ngày ${formatDay(completed, 'vi')}, quá hạn ${formatNumber(days, 'vi')} ngày (hạn ${formatDay(deadline, 'vi')})`,
    en: ({ task, deadline, completed, days, submits }) =>
      `task ${task} was ${submits ? 'submitted' : 'completed'} on ${completed}, ${plural(days, 'day')} late (due ${deadline})`,
  },
  why: {
    vi: 'Ngày hoàn thành là ngày trình đối với nhiệm vụ tham mưu, trình; đối với nhiệm vụ khác là ngày muộn hơn giữa ngày ghi ở completed và ngày văn bản minh chứng sớm nhất. Ngày này sau hạn của kế hoạch nên nhiệm vụ được tính là hoàn thành quá hạn.',
    en: 'A task counts as completed on the day of submission where it is to submit something, else on the later of the day given and the earliest day of the evidence. That day lies after the deadline of the plan, so the task is counted as completed late.',
  },
  fix: {
    vi: 'Kiểm tra lại ngày đã ghi theo văn bản; nhiệm vụ tham mưu, trình thì ghi ngày của tờ trình ở {submitted}. Nếu ngày đúng thì giữ nguyên và nêu nguyên nhân chậm ở {obstacles}.',
    en: 'Check the day against the document; where the task is to submit something, give the day of submission under {submitted}. If the day is right, leave it and give the cause of the delay under {obstacles}.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: completed
    submitted: 2024-07-15 # <- DD206
    completed: 2024-08-01
    evidence:
      - { number: 45/TTr-SCT, date: 2024-07-15 }
`,
    },
    good: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: completed
    submitted: 2024-06-30
    completed: 2024-08-01
    evidence:
      - { number: 45/TTr-SCT, date: 2024-06-30 }
`,
    },
  }),

  *check({ rows }) {
    const said = new Set<Entry>();
    for (const row of rows) {
      const { class: found, task, owner, deadline, entry, completed } = row;
      if (found !== 'completed-late' || !entry || !deadline || !completed || said.has(entry)) continue;
      said.add(entry);
      const period = entry.report.period?.id;
      const submits = task.submits && entry.data.submitted === completed;
      const data = {
        task: task.id,
        owner: owner.name,
        deadline,
        completed,
        days: daysBetween(deadline, completed),
        submits,
      };
      yield { at: placeOfDay(entry, completed, submits), data, related: [deadlineOf(row)], owner, task, period };
    }
  },
});

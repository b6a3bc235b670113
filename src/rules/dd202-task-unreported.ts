import { repeats } from '../model/ledger.ts';
import { keyOf } from '../source.ts';
import { foreignForms } from './forms.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string; owner: string; period: string; pastDeadline: boolean; unsure: boolean }>({
  code: 'DD202',
  name: 'task-unreported',
  severity: 'error',
  title: { vi: 'Nhiệm vụ chưa báo cáo', en: 'Task not reported' },
  message: {
    vi: ({ task, owner, period, unsure }) =>
      `báo cáo kỳ ${period} của ${owner} không có dòng nào về nhiệm vụ ${task}${unsure ? ' (bỏ qua nếu đã báo cáo hoàn thành ở kỳ trước)' : ''}`,
    en: ({ task, owner, period, unsure }) =>
      `the report of ${owner} for ${period} has no entry on task ${task}${unsure ? ' (all right if it was reported completed before)' : ''}`,
  },
  why: {
    vi: 'Mỗi cơ quan, đơn vị phải báo cáo đủ các nhiệm vụ được giao chủ trì trong kỳ, kể cả nhiệm vụ chưa triển khai hoặc không phát sinh. Nhiệm vụ đã báo cáo hoàn thành ở kỳ trước thì không phải báo cáo lại, trừ nhiệm vụ thường xuyên và nhiệm vụ định kỳ.',
    en: 'Each body reports every task that it leads in the period, also one not begun and one for which nothing arose. A task reported completed in an earlier period need not be reported again, unless it is ongoing or recurring.',
  },
  fix: {
    vi: 'Thêm một dòng cho nhiệm vụ này vào {entries}, ghi đúng trạng thái; nếu trong kỳ không phát sinh thì ghi {status: none-arisen} và nêu lý do ở {result}.',
    en: 'Add an entry on this task to {entries} with its true status; if nothing arose in the period, give {status: none-arisen} and the reason under {result}.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries: # <- DD202
  - task: II.1.a.1
    status: in-progress
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
    status: in-progress
  - task: II.1.a.2
    status: in-progress
`,
    },
  }),

  *check(facts) {
    const { plan, intake, rows, wholeFolder } = facts;
    // What is said of the form of another body is said once (DD226).
    const foreign = foreignForms(facts);
    for (const { task, owner, lead, period, why, pastDeadline } of rows) {
      const report = why === 'no-entry' ? intake.counting(lead, period, task) : undefined;
      if (report?.data.entries === undefined || !report.owner || foreign.has(report)) continue;
      // A file alone does not show whether the task was completed in a period before.
      const isFirst = period.id === plan.reporting.first;
      const unsure = !wholeFolder && !isFirst && !repeats(task);
      const data = { task: task.id, owner: report.owner.name, period: period.id, pastDeadline, unsure };
      const severity = unsure ? 'info' : 'error';
      yield {
        at: keyOf(report.at('entries')),
        data,
        severity,
        related: [task.at('text')],
        owner,
        task,
        period: period.id,
      };
    }
  },
});

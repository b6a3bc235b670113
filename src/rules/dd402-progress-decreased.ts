import { formatNumber } from '../lang.ts';
import { repeats } from '../model/ledger.ts';
import { isRegress } from '../model/report.ts';
import { assignedOf } from './entries.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string; progress: number; previous: number; previousPeriod: string }>({
  code: 'DD402',
  name: 'progress-decreased',
  severity: 'warning',
  title: { vi: 'Tiến độ giảm so với kỳ trước', en: 'Progress decreased' },
  message: {
    vi: ({ task, progress, previous, previousPeriod }) =>
      `tiến độ nhiệm vụ ${task} là ${formatNumber(progress, 'vi')}%, thấp hơn ${formatNumber(previous, 'vi')}% đã báo kỳ ${previousPeriod}`,
    en: ({ task, progress, previous, previousPeriod }) =>
      `progress of task ${task} is ${formatNumber(progress, 'en')}%, below the ${formatNumber(previous, 'en')}% of ${previousPeriod}`,
  },
  why: {
    vi: 'Tiến độ được tính lũy kế từ đầu nhiệm vụ nên không giảm; số thấp hơn kỳ trước thường là do ghi tiến độ của riêng kỳ này hoặc kỳ trước ghi quá cao.',
    en: 'Progress is counted from the beginning of the task and does not fall. A lower figure mostly means that only this period was counted, or that the last one was too high.',
  },
  fix: {
    vi: 'Ghi tiến độ lũy kế đến ngày báo cáo. Nếu kỳ trước ghi quá cao hoặc phải làm lại thì giữ nguyên số đúng và nêu nguyên nhân ở {obstacles}.',
    en: 'Give the progress since the beginning, up to the day of the report. If the earlier figure was too high or work was redone, leave the true one and give the cause under {obstacles}.',
  },
  example: () => ({
    asOf: '2026-01-15',
    bad: {
      '2024/so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
    progress: 60
`,
      '2025/so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2025"
reported: 2025-12-19
entries:
  - task: II.1.b
    status: in-progress
    progress: 40 # <- DD402
`,
    },
    good: {
      '2024/so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
    progress: 60
`,
      '2025/so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2025"
reported: 2025-12-19
entries:
  - task: II.1.b
    status: in-progress
    progress: 60
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about } of assignedOf(facts)) {
      const { status, progress } = entry.data;
      // Of these two DD218 judges the progress by itself.
      if (repeats(task) || status === 'completed' || status === 'none-arisen') continue;
      const before = facts.intake.previous(entry);
      const previous = before?.data.progress;
      if (!before || previous === undefined || progress === undefined || progress >= previous) continue;
      if (isRegress(before.data.status, status)) continue;
      const data = { task: task.id, progress, previous, previousPeriod: before.report.period?.id ?? '' };
      yield { at: entry.at('progress'), data, related: [before.at('progress')], ...about };
    }
  },
});

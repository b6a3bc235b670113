import { STATUS, type Status } from '../form.ts';
import { repeats } from '../model/ledger.ts';
import { isRegress } from '../model/report.ts';
import { assignedOf } from './entries.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string; status: Status; previous: Status; previousPeriod: string }>({
  code: 'DD401',
  name: 'status-regressed',
  severity: 'warning',
  title: { vi: 'Trạng thái lùi so với kỳ trước', en: 'Status regressed' },
  message: {
    vi: ({ task, status, previous, previousPeriod }) =>
      `nhiệm vụ ${task} báo “${STATUS[status].vi}” trong khi kỳ ${previousPeriod} đã báo “${STATUS[previous].vi}”`,
    en: ({ task, status, previous, previousPeriod }) =>
      `task ${task} is “${STATUS[status].en}” but was “${STATUS[previous].en}” in ${previousPeriod}`,
  },
  why: {
    vi: 'Nhiệm vụ đã hoàn thành hoặc đã trình mà kỳ sau báo ở bước trước đó thì một trong hai báo cáo không đúng, hoặc việc phải làm lại; dòng mới nhất được tính, nên nhiệm vụ bị mở lại.',
    en: 'Where work that was completed or submitted is later reported at an earlier stage, one of the two reports is wrong or the work had to be done again. The latest entry counts, so the task is open again.',
  },
  fix: {
    vi: 'Kiểm tra lại trạng thái của cả hai kỳ. Nếu kỳ trước báo sai hoặc văn bản bị trả lại, phải làm lại thì giữ nguyên và nêu rõ ở {obstacles}; nếu kỳ này ghi nhầm thì sửa {status}.',
    en: 'Check the status in both periods. If the earlier report was wrong, or the document was returned and must be done again, leave it and say so under {obstacles}; if this one is a slip, correct {status}.',
  },
  example: () => ({
    asOf: '2026-01-15',
    bad: {
      '2024/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: submitted
    submitted: 2024-06-28
`,
      '2025/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2025"
reported: 2025-12-19
entries:
  - task: II.1.a.1
    status: in-progress # <- DD401
    obstacles: UBND tỉnh yêu cầu hoàn thiện lại dự thảo
`,
    },
    good: {
      '2024/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: submitted
    submitted: 2024-06-28
  - task: II.1.a.2
    status: completed
    completed: 2024-11-30
`,
      '2025/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2025"
reported: 2025-12-19
entries:
  - task: II.1.a.1
    status: completed
    submitted: 2024-06-28
    completed: 2025-02-10
  - task: II.1.a.2
    status: in-progress
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about } of assignedOf(facts)) {
      const before = repeats(task) ? undefined : facts.intake.previous(entry);
      const previous = before?.data.status;
      const { status } = entry.data;
      if (!before || !previous || !status || !isRegress(previous, status)) continue;
      const data = { task: task.id, status, previous, previousPeriod: before.report.period?.id ?? '' };
      yield { at: entry.at('status'), data, related: [before.at('status')], ...about };
    }
  },
});

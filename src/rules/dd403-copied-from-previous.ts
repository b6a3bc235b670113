import { isSameName, sameName } from '../fold.ts';
import { assignedOf, isPlaceholder } from './entries.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

/** Shorter texts (`Đang triển khai`) may well be the same twice. */
const SHORTEST = 20;

export default defineRule<{ task: string; result: string; previousPeriod: string }>({
  code: 'DD403',
  name: 'copied-from-previous',
  severity: 'warning',
  title: { vi: 'Kết quả chép lại của kỳ trước', en: 'Copied from the previous report' },
  message: {
    vi: ({ task, result, previousPeriod }) =>
      `kết quả nhiệm vụ ${task} giống hệt báo cáo kỳ ${previousPeriod}: “${result}”`,
    en: ({ task, result, previousPeriod }) =>
      `the result of task ${task} is word for word that of ${previousPeriod}: “${result}”`,
  },
  why: {
    vi: 'Báo cáo kỳ này phải nêu kết quả đạt được trong kỳ. Nội dung giống hệt kỳ trước cho thấy chưa có kết quả mới, hoặc báo cáo chưa được cập nhật.',
    en: 'A report tells what was achieved in its period. The same words as in the last one mean that nothing new was achieved, or that the report was not brought up to date.',
  },
  fix: {
    vi: 'Viết lại {result} theo kết quả trong kỳ: việc đã làm, số liệu, văn bản đã ban hành. Nếu kỳ này chưa có kết quả mới thì ghi rõ như vậy và nêu nguyên nhân ở {obstacles}.',
    en: 'Write under {result} what was done in this period: steps, figures, documents issued. If nothing new was achieved, say so and give the cause under {obstacles}.',
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
  - task: II.1.a.2
    status: in-progress
    result: Tổ chức 03 lớp tập huấn, tuyên truyền chính sách hỗ trợ doanh nghiệp
`,
      '2025/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2025"
reported: 2025-12-19
entries:
  - task: II.1.a.2
    status: in-progress
    result: Tổ chức 03 lớp tập huấn,  tuyên truyền chính sách hỗ trợ doanh nghiệp # <- DD403
`,
    },
    good: {
      '2024/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.2
    status: in-progress
    result: Tổ chức 03 lớp tập huấn, tuyên truyền chính sách hỗ trợ doanh nghiệp
`,
      '2025/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2025"
reported: 2025-12-19
entries:
  - task: II.1.a.2
    status: in-progress
    result: Tổ chức 02 lớp tập huấn cho 120 doanh nghiệp, phát hành 500 tờ rơi
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about } of assignedOf(facts)) {
      const before = facts.intake.previous(entry);
      const { status, result } = entry.data;
      if (before?.data.result === undefined || result === undefined) continue;
      // What is done stays done, and why nothing arose may stay the same.
      if (status === before.data.status && (status === 'completed' || status === 'none-arisen')) continue;
      if (!isSameName(result, before.data.result) || sameName(result).length < SHORTEST || isPlaceholder(result))
        continue;
      const data = { task: task.id, result: quoted(result), previousPeriod: before.report.period?.id ?? '' };
      yield { at: entry.at('result'), data, related: [before.at('result')], ...about };
    }
  },
});

import { isFaulty, ledOf, proofsOf } from './entries.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ task: string }>({
  code: 'DD214',
  name: 'completed-without-evidence',
  severity: 'error',
  title: { vi: 'Báo hoàn thành nhưng không có minh chứng', en: 'Completed without evidence' },
  message: {
    vi: ({ task }) => `nhiệm vụ ${task} báo đã hoàn thành nhưng không có văn bản, tài liệu minh chứng`,
    en: ({ task }) => `task ${task} is reported completed without any evidence`,
  },
  why: {
    vi: 'Kết quả hoàn thành chỉ được ghi nhận khi có văn bản, tài liệu chứng minh; ngày của văn bản còn là căn cứ xác định hoàn thành đúng hạn hay quá hạn. Mục minh chứng không có số, trích yếu, tên tệp và ngày thì coi như không có.',
    en: 'A completion is recognised only where a document proves it, and the day of that document decides whether it was in time. An item without number, title, file and date counts as none.',
  },
  fix: {
    vi: 'Ghi ở {evidence} số, ký hiệu và ngày của văn bản đã ban hành hoặc đã trình; nhiệm vụ thường xuyên thì ghi báo cáo, kế hoạch hoặc tài liệu đã thực hiện trong kỳ. Nếu chưa có văn bản, ghi {status: in-progress} hoặc {status: submitted}.',
    en: 'Give under {evidence} the number and day of the document that was issued or submitted; for ongoing work, a report, plan or record of the period. If there is no document yet, give {status: in-progress} or {status: submitted}.',
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
    status: completed # <- DD214
    completed: 2024-06-28
    result: Đã tham mưu UBND tỉnh ban hành Đề án
  - task: II.1.a.2
    status: completed # <- DD214
    completed: 2024-11-15
    evidence:
      - product: 1
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
    completed: 2024-06-28
    evidence:
      - { number: 45/TTr-SCT, date: 2024-06-28 }
  - task: II.1.a.2
    status: in-progress
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about } of ledOf(facts)) {
      if (entry.data.status !== 'completed' || proofsOf(entry).length > 0 || isFaulty(entry, 'evidence')) continue;
      yield { at: entry.at('status'), data: { task: task.id }, ...about };
    }
  },
});

import { coverageOf } from '../model/coverage.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ text: string; from: number; to: number }>({
  code: 'DD302',
  name: 'source-not-covered',
  severity: 'error',
  title: { vi: 'Đoạn giao việc chưa thành nhiệm vụ', en: 'Source not covered' },
  message: {
    vi: ({ text, from, to }) =>
      `${from === to ? 'đoạn' : `đoạn từ dòng ${from} đến dòng ${to}`} “${text}” của bản đã ký không thuộc nhiệm vụ nào và không phải tiêu đề`,
    en: ({ text, from, to }) =>
      `“${text}”${from === to ? '' : ` (lines ${from} to ${to})`} of the signed text belongs to no task and is no heading`,
  },
  why: {
    vi: 'Phần giao việc của bản đã ký mà không có trong dữ liệu thì không ai theo dõi, đôn đốc, và không cơ quan nào bị coi là chưa thực hiện.',
    en: 'What the signed text assigns and the data leave out is followed up by nobody, and no body will ever be counted as behind with it.',
  },
  fix: {
    vi: 'Thêm nhiệm vụ còn thiếu vào tasks.yaml, hoặc bổ sung câu này vào text của nhiệm vụ liền kề. Nếu là tiêu đề, khai dòng đó ở sections của plan.yaml hoặc source.heading của nhiệm vụ.',
    en: 'Add the missing task to tasks.yaml, or the sentence to the text of the task it belongs to. If it is a heading, declare its line under sections in plan.yaml or as a task’s source.heading.',
  },
  example: () => ({
    bad: {
      'plan/source.txt': `Số: 12/KH-UBND
Ngày 15 tháng 01 năm 2024




II. NHIỆM VỤ

1. Phát triển cụm công nghiệp

c) UBND các huyện: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công. Báo cáo kết quả về UBND tỉnh. # <- DD302
`,
      'plan/tasks.yaml': `tasks:
  - id: II.1.c
    text: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công.
    source: { heading: 11, lines: [11] }
    lead: [cac-huyen]
    kind: recurring
`,
    },
    good: {
      'plan/source.txt': `Số: 12/KH-UBND
Ngày 15 tháng 01 năm 2024




II. NHIỆM VỤ

1. Phát triển cụm công nghiệp

c) UBND các huyện: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công. Báo cáo kết quả về UBND tỉnh.
`,
      'plan/tasks.yaml': `tasks:
  - id: II.1.c
    text: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công. Báo cáo kết quả về UBND tỉnh.
    source: { heading: 11, lines: [11] }
    lead: [cac-huyen]
    kind: recurring
`,
    },
  }),

  *check({ plan }) {
    if (plan.amendments.length > 0) return;
    for (const { text, place, to } of coverageOf(plan).uncovered)
      yield { at: place, data: { text: quoted(text), from: place.line, to } };
  },
});

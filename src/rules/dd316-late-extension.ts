import { type Day, formatDay } from '../day.ts';
import { nameOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';
import { quoted } from './wording.ts';

export default defineRule<{ task: string; deadline: Day; signed: Day; by: string }>({
  code: 'DD316',
  name: 'late-extension',
  severity: 'warning',
  title: { vi: 'Gia hạn sau khi đã quá hạn', en: 'Extended after the deadline' },
  message: {
    vi: ({ task, deadline, signed, by }) =>
      `nhiệm vụ ${task} được gia hạn theo ${quoted(by)} ngày ${formatDay(signed, 'vi')}, sau khi hạn ${formatDay(deadline, 'vi')} đã qua`,
    en: ({ task, deadline, signed, by }) =>
      `task ${task} was extended by ${quoted(by)} of ${signed}, after its deadline ${deadline} had passed`,
  },
  why: {
    vi: 'Gia hạn khi hạn cũ đã qua làm một nhiệm vụ đang quá hạn trở lại trong hạn; người xem bảng cần biết hạn ban đầu và văn bản nào đã lùi hạn.',
    en: 'An extension after the old day has passed turns an overdue task into one in term; whoever reads the tables must know the first deadline, and the document that moved it.',
  },
  fix: {
    vi: 'Đối chiếu ngày ký của văn bản gia hạn. Nếu đúng, nêu rõ trong báo cáo trình cuộc họp; dondoc vẫn ghi cả hạn ban đầu.',
    en: 'Compare the day on which the extending document was signed. If it is right, say so at the meeting; dondoc prints the first deadline beside the new one.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/QĐ-UBND, date: 2024-07-15, issuer: UBND tỉnh, title: Quyết định gia hạn }
effective: 2024-07-15
version: 2.0.0
changes:
  - extend-deadline: { task: II.1.a.1, to: 2025-06-30 } # <- DD316
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/QĐ-UBND, date: 2024-06-15, issuer: UBND tỉnh, title: Quyết định gia hạn }
effective: 2024-06-15
version: 2.0.0
changes:
  - extend-deadline: { task: II.1.a.1, to: 2025-06-30 }
`,
    },
  }),

  *check({ plan }) {
    for (const task of plan.tasks) {
      for (const { from, amendment, at } of task.deadline?.extensions ?? []) {
        const signed = amendment.instrument.date ?? amendment.effective;
        if (signed <= from) continue;
        yield {
          at: at('to'),
          data: { task: task.id, deadline: from, signed, by: nameOf(amendment) },
          related: [task.at('id')],
          task,
        };
      }
    }
  },
});

import { type Day, formatDay } from '../day.ts';
import { periodOf } from '../model/period.ts';
import { defineRule } from './rule.ts';
import { isSuperseded } from './superseded.ts';
import { dueInWords } from './wording.ts';

export default defineRule<{ task: string; date: Day; passed: boolean } | { month: number; day: number }>({
  code: 'DD310',
  name: 'assumed-date',
  severity: 'info',
  title: { vi: 'Mốc theo dõi tự đặt', en: 'Assumed date' },
  message: {
    vi: (data) =>
      'month' in data
        ? `hạn nộp báo cáo (${dueInWords(data, 'vi')}) là mốc theo dõi tự đặt, kế hoạch không ấn định`
        : `hạn ${formatDay(data.date, 'vi')} của nhiệm vụ ${data.task} là mốc theo dõi tự đặt, kế hoạch không ấn định${data.passed ? '; mốc này đã qua' : ''}`,
    en: (data) =>
      'month' in data
        ? `the due day of reports (${dueInWords(data, 'en')}) is assumed; the plan sets none`
        : `the deadline ${data.date} of task ${data.task} is an assumed tracking date; the plan sets none${data.passed ? ', and it has passed' : ''}`,
  },
  why: {
    vi: 'Mốc tự đặt chỉ để nhắc việc; không nhiệm vụ nào bị coi là quá hạn vì mốc này, và không được viện dẫn làm hạn của kế hoạch.',
    en: 'An assumed date is a reminder only: it makes nothing overdue, and must not be quoted as a deadline of the plan.',
  },
  fix: {
    vi: 'Nếu có văn bản ấn định thời hạn, ghi ngày đó với basis: stated và lời văn bản ở words. Nếu chưa có, không phải làm gì.',
    en: 'Where a document sets the day, enter it with basis: stated and its words. Otherwise nothing is to be done.',
  },
  example: () => ({
    bad: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.a.2
    text: Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.
    source: { heading: 11, lines: [15] }
    lead: [so-cong-thuong]
    kind: ongoing
    deadline: { date: 2024-12-15, basis: assumed } # <- DD310
`,
    },
    good: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.a.2
    text: Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.
    source: { heading: 11, lines: [15] }
    lead: [so-cong-thuong]
    kind: ongoing
`,
    },
  }),

  *check(facts) {
    const { plan, asOf } = facts;
    if (isSuperseded(facts)) return;
    const { due, frequency } = plan.reporting;
    if (due.basis === 'assumed')
      yield { at: plan.at('reporting', 'due', 'day'), data: { month: due.month, day: due.day } };
    for (const task of plan.tasks) {
      const date = plan.deadlineDay(task, periodOf(asOf, frequency));
      if (task.deadline?.basis !== 'assumed' || date === undefined) continue;
      yield {
        at: task.deadline.at(task.deadline.each ? 'each' : 'date'),
        data: { task: task.id, date, passed: date < asOf },
        task,
      };
    }
  },
});

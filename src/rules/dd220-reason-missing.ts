import { type Day, formatDay } from '../day.ts';
import { deadlineOf } from '../model/facts.ts';
import type { Row } from '../model/ledger.ts';
import type { Entry } from '../model/report.ts';
import { isBlankText, isFaulty, ledOf } from './entries.ts';
import { defineRule } from './rule.ts';

type Wrong = { readonly reason: 'blocked' | 'none-arisen' } | { readonly reason: 'overdue'; readonly deadline: Day };

export default defineRule<Wrong & { readonly task: string }>({
  code: 'DD220',
  name: 'reason-missing',
  severity: 'error',
  title: { vi: 'Thiếu nguyên nhân, lý do', en: 'Reason missing' },
  message: {
    vi: (wrong) => {
      switch (wrong.reason) {
        case 'blocked':
          return `nhiệm vụ ${wrong.task} đang vướng mắc nhưng không nêu khó khăn, vướng mắc gì`;
        case 'none-arisen':
          return `nhiệm vụ ${wrong.task} báo không phát sinh nhưng không nêu lý do`;
        case 'overdue':
          return `nhiệm vụ ${wrong.task} chưa hoàn thành, đã quá hạn (${formatDay(wrong.deadline, 'vi')}) nhưng không nêu nguyên nhân`;
      }
    },
    en: (wrong) => {
      switch (wrong.reason) {
        case 'blocked':
          return `task ${wrong.task} is blocked, but not by what`;
        case 'none-arisen':
          return `task ${wrong.task} is reported as none arisen without a reason`;
        case 'overdue':
          return `task ${wrong.task} is not completed and past its deadline (${wrong.deadline}) without a reason given`;
      }
    },
  },
  why: {
    vi: 'Cơ quan đầu mối phải báo cáo cấp trên nguyên nhân của nhiệm vụ quá hạn, vướng mắc và đề xuất tháo gỡ; không có nguyên nhân thì không xử lý được. Nhiệm vụ không phát sinh phải có lý do mới được đưa ra khỏi diện theo dõi của kỳ.',
    en: 'The coordinating office reports upward why work is late or blocked and what would help, which it cannot do without a cause. Work counts as none arisen in a period only with a reason.',
  },
  fix: {
    vi: 'Ghi ở {obstacles} nguyên nhân cụ thể (cơ quan, văn bản hoặc nguồn lực còn chờ), ở {next} thời gian dự kiến hoàn thành. Nhiệm vụ không phát sinh thì ghi lý do ở {obstacles} hoặc {result}.',
    en: 'Give the cause under {obstacles} (whom, which document or what means you wait for) and the expected day under {next}. Where nothing arose, give the reason under {obstacles} or {result}.',
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
    status: in-progress # <- DD220
    result: Đã lấy ý kiến các sở, ngành
  - task: II.1.a.2
    status: none-arisen # <- DD220
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: blocked # <- DD220
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
    obstacles: Chờ ý kiến thẩm định của Sở Tư pháp
  - task: II.1.a.2
    status: none-arisen
    result: Trong năm chưa có chính sách hỗ trợ mới nên không tổ chức tuyên truyền
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
`,
    },
  }),

  *check(facts) {
    const overdue = new Map<Entry, Row>();
    for (const row of facts.rows) if (row.class === 'overdue' && row.entry) overdue.set(row.entry, row);
    for (const { entry, task, about } of ledOf(facts)) {
      const { status, obstacles, result } = entry.data;
      if (!isBlankText(obstacles) || isFaulty(entry, 'obstacles')) continue;
      const row = overdue.get(entry);
      if (status === 'blocked') yield { at: entry.at('status'), data: { reason: status, task: task.id }, ...about };
      else if (status === 'none-arisen') {
        if (isBlankText(result) && !isFaulty(entry, 'result'))
          yield { at: entry.at('status'), data: { reason: status, task: task.id }, ...about };
      } else if (row?.deadline !== undefined) {
        const severity = row.basis === 'derived' ? 'warning' : 'error';
        const data = { reason: 'overdue', task: task.id, deadline: row.deadline } as const;
        yield { at: entry.at('status'), data, severity, related: [deadlineOf(row)], ...about };
      }
    }
  },
});

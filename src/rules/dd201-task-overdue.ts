import { type Day, daysBetween, formatDay } from '../day.ts';
import { type Message, formatNumber, plural } from '../lang.ts';
import { deadlineOf, deadlinePlace, isOverdue, latestEntry } from '../model/facts.ts';
import type { Row } from '../model/ledger.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

/** What the last word on the task was. */
type Said = 'unfinished' | 'returned' | 'unclear' | 'nothing';

/** `reason` is why it was returned, quoted, where the register says. */
interface Whose {
  readonly owner: string;
  readonly reason: string;
}

const SAID: Readonly<Record<Said, Message<Whose>>> = {
  unfinished: { vi: ({ owner }) => `${owner} chưa hoàn thành`, en: ({ owner }) => `${owner} has not completed it` },
  returned: {
    vi: ({ owner, reason }) => `báo cáo của ${owner} đã bị trả lại${reason}`,
    en: ({ owner, reason }) => `the report of ${owner} on it was returned${reason}`,
  },
  unclear: {
    vi: ({ owner }) => `báo cáo của ${owner} về nhiệm vụ này chưa dùng được`,
    en: ({ owner }) => `what ${owner} reported on it cannot be counted`,
  },
  nothing: { vi: ({ owner }) => `${owner} chưa báo cáo`, en: ({ owner }) => `${owner} has not reported it` },
};

function saidIn({ class: found, why, entry }: Row): Said {
  if (found === 'overdue') return 'unfinished';
  if (why === 'returned') return 'returned';
  return entry || why === 'unreadable' ? 'unclear' : 'nothing';
}

const behind = (returned: string | undefined): string => (returned === undefined ? '' : ` (“${returned}”)`);

export default defineRule<{
  task: string;
  owner: string;
  deadline: Day;
  days: number;
  said: Said;
  returned?: string;
}>({
  code: 'DD201',
  name: 'task-overdue',
  severity: 'error',
  title: { vi: 'Nhiệm vụ quá hạn', en: 'Task overdue' },
  message: {
    vi: ({ task, owner, deadline, days, said, returned }) =>
      `nhiệm vụ ${task} quá hạn ${formatNumber(days, 'vi')} ngày (hạn ${formatDay(deadline, 'vi')}), ${SAID[said].vi({ owner, reason: behind(returned) })}`,
    en: ({ task, owner, deadline, days, said, returned }) =>
      `task ${task} is ${plural(days, 'day')} overdue (due ${deadline}); ${SAID[said].en({ owner, reason: behind(returned) })}`,
  },
  why: {
    vi: 'Hạn do kế hoạch ấn định đã qua mà chưa có báo cáo hoàn thành (nhiệm vụ tham mưu, trình thì chưa trình trong hạn). Ngày hết hạn được tính trọn ngày; mốc theo dõi tự đặt không làm nhiệm vụ quá hạn. Hạn văn bản ghi rõ hoặc tính từ sự kiện là lỗi; hạn suy ra từ văn bản là cảnh báo.',
    en: 'The deadline that the plan sets has passed and no report says the work is done (or submitted, where the task is to submit). The deadline day counts in full; an assumed tracking date never makes a task overdue. It is an error for a stated or event deadline, a warning for a derived one.',
  },
  fix: {
    vi: 'Nếu đã xong, ghi {status: completed}, {completed} và văn bản minh chứng. Nếu chưa, ghi nguyên nhân ở {obstacles}, thời gian dự kiến ở {next}, và đề nghị gia hạn nếu cần. Nếu báo cáo bị trả lại, bổ sung theo lý do trả lại rồi nộp lại.',
    en: 'If it is done, give {status: completed}, the day, and the evidence. If not, give the cause under {obstacles}, the expected day under {next}, and ask for an extension if you need one. If the report was returned, mend what it was returned for and send it again.',
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
    status: in-progress # <- DD201
    obstacles: Chờ ý kiến thẩm định của Sở Tư pháp
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
    completed: 2024-07-20
    evidence:
      - { number: 45/TTr-SCT, date: 2024-06-30 }
`,
    },
  }),

  *check(facts) {
    for (const row of facts.latestRows) {
      if (!isOverdue(row) || row.deadline === undefined) continue;
      if (row.class === 'unreported' && facts.intake.misfiled(row.lead, row.period).length > 0) continue;
      const { task, owner, deadline, period } = row;
      const appraisal = row.why === 'returned' ? latestEntry(facts, row)?.appraisal : undefined;
      const reason = appraisal?.data.reason;
      yield {
        at: deadlinePlace(facts, row),
        data: {
          task: task.id,
          owner: owner.name,
          deadline,
          days: daysBetween(deadline, facts.asOf),
          said: saidIn(row),
          ...(reason === undefined ? {} : { returned: quoted(reason) }),
        },
        severity: row.basis === 'derived' ? 'warning' : 'error',
        related: [...(appraisal ? [appraisal.at('verdict')] : []), deadlineOf(row)],
        owner,
        task,
        period: period.id,
      };
    }
  },
});

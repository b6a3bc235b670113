import { type Day, formatDay } from '../day.ts';
import { type Plan, type Waiver, bodyName } from '../model/plan.ts';
import { defineRule } from './rule.ts';
import { isSuperseded } from './superseded.ts';
import { quoted } from './wording.ts';

/** Whom and what a waiver speaks of, by name and id. */
const about = ({ owner, task, period }: Waiver, plan: Plan): string =>
  [owner === undefined ? undefined : bodyName(plan, owner), task, period]
    .filter((each) => each !== undefined)
    .join(', ');

export default defineRule<{ about: string; until: Day; reason: string }>({
  code: 'DD317',
  name: 'waiver-expired',
  severity: 'warning',
  title: { vi: 'Việc miễn đã hết hạn', en: 'Waiver expired' },
  message: {
    vi: ({ about: what, until, reason }) =>
      `việc miễn (${what}; ${quoted(reason)}) đã hết hạn từ sau ngày ${formatDay(until, 'vi')}, nghĩa vụ được tính trở lại`,
    en: ({ about: what, until, reason }) =>
      `the waiver (${what}; ${quoted(reason)}) ran until ${until}; the obligation counts again`,
  },
  why: {
    vi: 'Hết thời gian miễn thì nhiệm vụ lại phải báo cáo; cơ quan được miễn thường không để ý và cơ quan đầu mối cần nhắc.',
    en: 'When a waiver has run out the obligation is back; the body often does not notice, and the coordinating office should remind it.',
  },
  fix: {
    vi: 'Nhắc cơ quan báo cáo trở lại; nếu được miễn tiếp, thêm một văn bản sửa đổi mới có waive với hạn mới.',
    en: 'Remind the body to report again. If it is waived further, add an amendment with a new waiver.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - waive: { task: II.1.a.2, reason: Tạm dừng do thiên tai, until: 2024-11-30 } # <- DD317
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - waive: { task: II.1.a.2, reason: Tạm dừng do thiên tai, until: 2025-06-30 }
`,
    },
  }),

  *check(facts) {
    const { plan, asOf } = facts;
    if (plan.since > asOf || isSuperseded(facts)) return;
    const runs = (waiver: Waiver): boolean => waiver.until === undefined || waiver.until >= asOf;
    for (const waiver of plan.waivers) {
      const { owner, task, period, until, reason, at } = waiver;
      if (runs(waiver) || until === undefined) continue;
      const isAsked =
        (task === undefined || plan.tasks.some(({ id }) => id === task)) &&
        (owner === undefined || plan.owners.some(({ id }) => id === owner));
      const isRenewed = plan.waivers.some(
        (other) => runs(other) && other.owner === owner && other.task === task && other.period === period,
      );
      if (isAsked && !isRenewed) yield { at: at('until'), data: { about: about(waiver, plan), until, reason } };
    }
  },
});

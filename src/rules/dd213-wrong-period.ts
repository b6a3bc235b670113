import { type Day, formatDay } from '../day.ts';
import type { Message, Text } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import { periodsUntil } from '../model/regime.ts';
import { type Frequency, periodFrom } from '../model/period.ts';
import { quoted } from './wording.ts';
import { registerLines } from './register.ts';
import { defineRule } from './rule.ts';
import { suggestedPeriods } from '../model/suggestions.ts';

/** What is wrong about a report's period; `limit` is the period or day that is overstepped. */
interface Wrong {
  form: { period: string; frequency: Frequency; example: string };
  frequency: { period: string; frequency: Frequency; example: string };
  'before-first': { period: string; limit: string };
  'after-horizon': { period: string; limit: string };
  'not-begun': { period: string; limit: Day };
  'completed-after': { period: string; limit: Day; task: string; completed: Day };
}
type Reason = keyof Wrong;
type WrongPeriod = { readonly [R in Reason]: { readonly reason: R } & Readonly<Wrong[R]> }[Reason];

const EACH: Readonly<Record<Frequency, Text>> = {
  yearly: { vi: 'hằng năm', en: 'yearly' },
  'half-yearly': { vi: '6 tháng một lần', en: 'half-yearly' },
  quarterly: { vi: 'hằng quý', en: 'quarterly' },
  monthly: { vi: 'hằng tháng', en: 'monthly' },
};

const SAYS: { readonly [R in Reason]: Message<Wrong[R]> } = {
  form: {
    vi: ({ period, frequency, example }) =>
      `“${quoted(period)}” không phải là kỳ báo cáo, kế hoạch báo cáo ${EACH[frequency].vi} (ví dụ kỳ ${example})`,
    en: ({ period, frequency, example }) =>
      `“${quoted(period)}” is not a period; reports are ${EACH[frequency].en} (such as ${example})`,
  },
  frequency: {
    vi: ({ period, frequency, example }) =>
      `kỳ ${period} không đúng định kỳ, kế hoạch báo cáo ${EACH[frequency].vi} (ví dụ kỳ ${example})`,
    en: ({ period, frequency, example }) =>
      `${period} is not a period of this plan; reports are ${EACH[frequency].en} (such as ${example})`,
  },
  'before-first': {
    vi: ({ period, limit }) => `kỳ ${period} trước kỳ báo cáo đầu tiên của kế hoạch (${limit})`,
    en: ({ period, limit }) => `${period} lies before the first period of the plan (${limit})`,
  },
  'after-horizon': {
    vi: ({ period, limit }) => `kỳ ${period} sau kỳ báo cáo cuối cùng của kế hoạch (${limit})`,
    en: ({ period, limit }) => `${period} lies after the last period of the plan (${limit})`,
  },
  'not-begun': {
    vi: ({ period, limit }) => `kỳ ${period} chưa bắt đầu vào ngày báo cáo ${formatDay(limit, 'vi')}`,
    en: ({ period, limit }) => `${period} had not begun on the day of the report (${limit})`,
  },
  'completed-after': {
    vi: ({ period, limit, task, completed }) =>
      `nhiệm vụ ${task} hoàn thành ngày ${formatDay(completed, 'vi')}, sau ngày cuối của kỳ ${period} (${formatDay(limit, 'vi')})`,
    en: ({ period, limit, task, completed }) =>
      `task ${task} was completed on ${completed}, after the last day of ${period} (${limit})`,
  },
};

/** Why what is written is no period of the plan. */
function wrongPeriod(facts: Facts, written: string): WrongPeriod {
  const { frequency, first } = facts.plan.reporting;
  const period = periodFrom(written);
  const example =
    (suggestedPeriods(facts.plan, facts.asOf, written)[0] ?? periodsUntil(facts.plan, facts.asOf).at(-1))?.id ?? first;
  if (!period) return { reason: 'form', period: written, frequency, example };
  if (period.frequency !== frequency) return { reason: 'frequency', period: period.id, frequency, example };
  const last = periodsUntil(facts.plan, '9999-12-31').at(-1);
  if (last && period.start > last.start) return { reason: 'after-horizon', period: period.id, limit: last.id };
  return { reason: 'before-first', period: period.id, limit: first };
}

export default defineRule<WrongPeriod>({
  code: 'DD213',
  name: 'wrong-period',
  severity: 'error',
  title: { vi: 'Sai kỳ báo cáo', en: 'Wrong period' },
  message: {
    vi: (wrong) => (SAYS[wrong.reason] as Message<WrongPeriod>).vi(wrong),
    en: (wrong) => (SAYS[wrong.reason] as Message<WrongPeriod>).en(wrong),
  },
  why: {
    vi: 'Mỗi báo cáo thuộc một kỳ trong chế độ báo cáo của kế hoạch và chỉ nói về kết quả đến hết kỳ đó. Không rõ kỳ thì báo cáo không được tính; kết quả đạt được sau khi hết kỳ thuộc báo cáo kỳ sau.',
    en: 'A report belongs to one period of the plan’s reporting regime and speaks of what was done by its end. Without a period it does not count; what was done later belongs in the next report.',
  },
  fix: {
    vi: 'Ghi kỳ theo mẫu của kế hoạch: 2025 (năm), 2025-H1 (6 tháng), 2025-Q3 (quý) hoặc 2025-07 (tháng). Nhiệm vụ hoàn thành sau khi hết kỳ thì kỳ này ghi {status: in-progress}, kỳ sau ghi {status: completed}.',
    en: 'Write the period as the plan has it: 2025 (year), 2025-H1 (half-year), 2025-Q3 (quarter) or 2025-07 (month). Where a task was completed after the period, give {status: in-progress} here and {status: completed} in the next report.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: 2024-Q4 # <- DD213
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
`,
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2025-01-10
entries:
  - task: II.1.a.1
    status: completed
    completed: 2025-01-06 # <- DD213
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: completed
    completed: 2024-12-10
`,
    },
  }),

  *check(facts) {
    for (const { data, period, owner, at } of registerLines(facts)) {
      if (!('period' in data) || period) continue;
      yield { at: at('period'), data: wrongPeriod(facts, data.period), owner };
    }
    for (const { ours, owner, period, data, at } of facts.intake.reports) {
      const isOwnerUnknown = !owner && data.owner !== undefined;
      if (!ours || period || data.period === undefined || isOwnerUnknown) continue;
      yield { at: at('period'), data: wrongPeriod(facts, String(data.period)), owner };
    }
    for (const { owner, period, reported = '9999-12-31', entries, at } of facts.judged) {
      const { id, start, end } = period;
      if (start > reported && reported >= facts.plan.date)
        yield { at: at('period'), data: { reason: 'not-begun', period: id, limit: reported }, owner };
      for (const { task, data, at: inEntry } of entries) {
        const { completed } = data;
        if (!task || completed === undefined || completed <= end || completed > reported) continue;
        const wrong = { reason: 'completed-after', period: id, limit: end, task: task.id, completed } as const;
        yield { at: inEntry('completed'), data: wrong, related: [at('period')], owner, task, period: id };
      }
    }
  },
});

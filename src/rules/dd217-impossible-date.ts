import { type Day, formatDay } from '../day.ts';
import type { Text } from '../lang.ts';
import type { Task } from '../model/plan.ts';
import type { Register } from '../model/register.ts';
import type { Entry } from '../model/report.ts';
import type { Spot } from '../source.ts';
import { defineRule } from './rule.ts';

const FIELDS = {
  reported: { vi: 'ngày báo cáo', en: 'the day reported' },
  document: { vi: 'ngày của văn bản báo cáo', en: 'the day of the document' },
  started: { vi: 'ngày bắt đầu', en: 'the day of the start' },
  submitted: { vi: 'ngày trình', en: 'the day of submission' },
  completed: { vi: 'ngày hoàn thành', en: 'the day of completion' },
  evidence: { vi: 'ngày của văn bản minh chứng', en: 'the day of the evidence' },
  received: { vi: 'ngày nhận', en: 'the day of receipt' },
  due: { vi: 'hạn phải xong', en: 'the day by which it is due' },
  appraised: { vi: 'ngày thẩm định', en: 'the day of the appraisal' },
} as const satisfies Readonly<Record<string, Text>>;
type Field = keyof typeof FIELDS;

const REASONS = {
  'after-reported': { vi: 'sau ngày báo cáo', en: 'lies after the day reported' },
  'before-plan': { vi: 'trước ngày ban hành kế hoạch', en: 'lies before the day of the plan' },
  'before-document': { vi: 'trước ngày văn bản', en: 'lies before the day of the document' },
  'before-event': { vi: 'trước ngày phát sinh', en: 'lies before the day on which it arose' },
  'before-started': { vi: 'trước ngày bắt đầu', en: 'lies before the day of the start' },
} as const satisfies Readonly<Record<string, Text>>;

/** A day that others must not lie before or after. */
interface Bound {
  readonly reason: keyof typeof REASONS;
  readonly limit: Day;
  readonly at: Spot;
}

/** The first bound that a day breaks. */
const broken = (day: Day | undefined, bounds: readonly Bound[]): Bound | undefined =>
  day === undefined
    ? undefined
    : bounds.find(({ reason, limit }) => (reason === 'after-reported' ? day > limit : day < limit));

/** A day that may be written, where, and its bounds. */
type Written = readonly [field: Field, day: Day | undefined, at: () => Spot, bounds: readonly Bound[]];

/** The days of an entry. Of one that is not completed, a day of completion is no day at all (DD218 says so). */
function daysOf({ data, evidence, at }: Entry, bounds: readonly Bound[]): Written[] {
  const { status = 'completed', started, submitted, completed } = data;
  const isStart = started !== undefined && !broken(started, bounds);
  const start: Bound[] = isStart ? [{ reason: 'before-started', limit: started, at: at('started') }] : [];
  return [
    ['started', started, () => at('started'), bounds],
    ['submitted', submitted, () => at('submitted'), bounds],
    ['completed', status === 'completed' ? completed : undefined, () => at('completed'), [...bounds, ...start]],
    ...evidence.map(({ date, at: within }): Written => ['evidence', date, () => within('date'), bounds]),
  ];
}

/** The days of the coordinator's register. An event that sets a task going may be older than the plan. */
function registerDays({ received, triggers, appraisals }: Register, planned: Bound) {
  const about = ({ owner, task }: (typeof received)[number] | (typeof triggers)[number]) => ({ owner, task });
  const after = (reason: Bound['reason'], limit: Day | undefined, at: Spot): Bound[] =>
    limit === undefined ? [] : [{ reason, limit, at }];
  return [
    ...received.map((line): { about: ReturnType<typeof about>; days: Written[] } => ({
      about: about(line),
      days: [
        ['document', line.data.date, () => line.at('date'), [planned]],
        [
          'received',
          line.data.received,
          () => line.at('received'),
          after('before-document', line.data.date, line.at('date')),
        ],
      ],
    })),
    ...triggers.map((line): { about: ReturnType<typeof about>; days: Written[] } => ({
      about: about(line),
      days: [['due', line.data.due, () => line.at('due'), after('before-event', line.data.day, line.at('day'))]],
    })),
    ...appraisals.map((line): { about: ReturnType<typeof about>; days: Written[] } => ({
      about: { owner: line.owner, task: line.task },
      days: [['appraised', line.data.date, () => line.at('date'), [planned]]],
    })),
  ];
}

export default defineRule<{ field: Field; day: Day; reason: Bound['reason']; limit: Day }>({
  code: 'DD217',
  name: 'impossible-date',
  severity: 'error',
  title: { vi: 'Ngày không thể có', en: 'Impossible date' },
  message: {
    vi: ({ field, day, reason, limit }) =>
      `${FIELDS[field].vi} ${formatDay(day, 'vi')} ${REASONS[reason].vi} (${formatDay(limit, 'vi')})`,
    en: ({ field, day, reason, limit }) => `${FIELDS[field].en}, ${day}, ${REASONS[reason].en} (${limit})`,
  },
  why: {
    vi: 'Báo cáo chỉ nói về việc đã làm từ ngày ban hành kế hoạch đến ngày báo cáo; việc không thể hoàn thành trước khi bắt đầu. Ngày sai làm sai việc xác định đúng hạn, quá hạn.',
    en: 'A report speaks of what was done between the day of the plan and the day of the report, and nothing is completed before it is started. A wrong day makes a wrong verdict on what was in time.',
  },
  fix: {
    vi: 'Đối chiếu với văn bản và ghi lại ngày, nhất là khi nhầm năm hoặc đảo ngày và tháng. Ngày dự kiến thì ghi ở {next}, không ghi ở các trường ngày.',
    en: 'Compare with the document and correct the day: most often the year is wrong, or day and month are swapped. An expected day belongs under {next}.',
  },
  example: {
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
document:
  number: 88/BC-STC
  date: 2025-12-20 # <- DD217
entries:
  - task: II.1.b
    status: completed
    started: 2024-05-06
    completed: 2024-03-10 # <- DD217
    evidence:
      - number: 41/2024/QĐ-UBND
        date: 2023-10-03 # <- DD217
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
document:
  number: 88/BC-STC
  date: 2024-12-20
entries:
  - task: II.1.b
    status: completed
    started: 2024-01-15
    completed: 2024-12-20
    evidence:
      - number: 41/2024/QĐ-UBND
        date: 2024-12-20
`,
    },
  },

  *check({ plan, judged, intake }) {
    const planned: Bound = { reason: 'before-plan', limit: plan.date, at: plan.at('date') };
    for (const { about, days } of registerDays(intake.register, planned)) {
      for (const [field, day, at, bounds] of days) {
        const bound = broken(day, bounds);
        if (day === undefined || !bound) continue;
        yield {
          at: at(),
          data: { field, day, reason: bound.reason, limit: bound.limit },
          related: [bound.at],
          ...about,
        };
      }
    }
    for (const { owner, period, data, reported, entries, at } of judged) {
      const isSound = reported !== undefined && !broken(reported, [planned]);
      const bounds: Bound[] = isSound
        ? [planned, { reason: 'after-reported', limit: reported, at: at('reported') }]
        : [planned];
      function* hits(days: readonly Written[], task?: Task) {
        for (const [field, day, place, within] of days) {
          const bound = broken(day, within);
          if (day === undefined || !bound) continue;
          const { reason, limit } = bound;
          yield {
            at: place(),
            data: { field, day, reason, limit },
            related: [bound.at],
            owner,
            task,
            period: period.id,
          };
        }
      }
      yield* hits([
        ['reported', reported, () => at('reported'), [planned]],
        ['document', data.document?.date, () => at('document', 'date'), bounds],
      ]);
      for (const entry of entries) if (!entry.repeats) yield* hits(daysOf(entry, bounds), entry.task);
    }
  },
});

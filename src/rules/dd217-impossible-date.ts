import { type Day, formatDay } from '../day.ts';
import type { Text } from '../lang.ts';
import type { Entry } from '../model/report.ts';
import type { At, Spot } from '../source.ts';
import { type Hit, defineRule } from './rule.ts';

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
  /** Where the limit stands, asked for when the bound is broken. */
  readonly at: () => Spot;
}

/** The first bound that a day breaks. */
function broken(day: Day | undefined, bounds: readonly Bound[]): Bound | undefined {
  if (day === undefined) return undefined;
  for (const bound of bounds)
    if (bound.reason === 'after-reported' ? day > bound.limit : day < bound.limit) return bound;
  return undefined;
}

type Told = { field: Field; day: Day; reason: Bound['reason']; limit: Day };
/** Whose day it is. */
type About = Pick<Hit, 'owner' | 'task' | 'period'>;
type Look = (
  field: Field,
  day: Day | undefined,
  bounds: readonly Bound[],
  /** Whose field it is; where, is asked when a bound is broken. */
  of: { readonly at: At },
  name: string,
  about: About,
) => boolean;

export default defineRule<Told>({
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
  example: () => ({
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
  }),

  check({ plan, judged, intake }) {
    const hits: Hit<Told>[] = [];
    /** Tells of a day that breaks one of its bounds; true where it does. */
    const look: Look = (field, day, bounds, of, name, about) => {
      const bound = broken(day, bounds);
      if (day === undefined || !bound) return false;
      const { reason, limit } = bound;
      hits.push({ at: of.at(name), data: { field, day, reason, limit }, related: [bound.at()], ...about });
      return true;
    };
    const planned: Bound = { reason: 'before-plan', limit: plan.date, at: () => plan.at('date') };
    const after = (reason: Bound['reason'], limit: Day | undefined, at: () => Spot): Bound[] =>
      limit === undefined ? [] : [{ reason, limit, at }];

    // The coordinator's register. An event that sets a task going may be older than the plan.
    const { received, triggers, appraisals } = intake.register;
    for (const { owner, task, data, at } of received) {
      look('document', data.date, [planned], { at }, 'date', { owner, task });
      const bounds = after('before-document', data.date, () => at('date'));
      look('received', data.received, bounds, { at }, 'received', { owner, task });
    }
    for (const { owner, task, data, at } of triggers)
      look(
        'due',
        data.due,
        after('before-event', data.day, () => at('day')),
        { at },
        'due',
        { owner, task },
      );
    for (const { owner, task, data, at } of appraisals)
      look('appraised', data.date, [planned], { at }, 'date', { owner, task });

    for (const { owner, period, data, reported, entries, at } of judged) {
      const isSound = reported !== undefined && !broken(reported, [planned]);
      const bounds: Bound[] = isSound
        ? [planned, { reason: 'after-reported', limit: reported, at: () => at('reported') }]
        : [planned];
      const about = { owner, period: period.id };
      look('reported', reported, [planned], { at }, 'reported', about);
      look('document', data.document?.date, bounds, { at: (...path) => at('document', ...path) }, 'date', about);
      for (const entry of entries) if (!entry.repeats) lookAt(entry, bounds, about, look);
    }
    return hits;
  },
});

/** The days of an entry. Of one that is not completed, a day of completion is no day at all (DD218 says so). */
function lookAt(entry: Entry, bounds: readonly Bound[], report: About, look: Look): void {
  const { data, evidence, task } = entry;
  const about = { owner: report.owner, task, period: report.period };
  const { status = 'completed', started, submitted } = data;
  const completed = status === 'completed' ? data.completed : undefined;
  const isStart = !look('started', started, bounds, entry, 'started', about);
  look('submitted', submitted, bounds, entry, 'submitted', about);
  const isOff = look('completed', completed, bounds, entry, 'completed', about);
  if (!isOff && isStart && started !== undefined && completed !== undefined)
    look('completed', completed, [startOf(entry, started)], entry, 'completed', about);
  for (const item of evidence) look('evidence', item.data.date, bounds, item, 'date', about);
}

const startOf = (entry: Entry, started: Day): Bound => ({
  reason: 'before-started',
  limit: started,
  at: () => entry.at('started'),
});

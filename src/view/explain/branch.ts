import { daysBetween, formatDay } from '../../day.ts';
import type { Lang, Text } from '../../lang.ts';
import { type Waiver, nameOf } from '../../model/plan.ts';
import type { Facts } from '../../model/facts.ts';
import { holds } from '../../model/figures.ts';
import { BRANCH, type Completion, type Row, completionOf, firstEvidence, termOf } from '../../model/ledger.ts';
import { basisWords, figureWords, kindWords, whyWords } from '../words.ts';

const words = {
  branch: { vi: 'nhánh', en: 'branch' },
  saidCompleted: { vi: 'báo hoàn thành', en: 'reported completed' },
  saidBefore: { vi: 'lời báo gần nhất, của kỳ', en: 'the latest word, of period' },
  isCompleted: { vi: 'là đã hoàn thành', en: 'says completed' },
  notLate: { vi: 'không sau', en: 'not after' },
  undated: { vi: 'nhiệm vụ không có hạn', en: 'the task has no deadline' },
  tracked: {
    vi: 'chỉ là mốc theo dõi, không làm căn cứ tính quá hạn',
    en: 'is only tracked and makes nothing overdue',
  },
  waived: { vi: 'được miễn theo', en: 'waived by' },
  until: { vi: 'đến hết', en: 'until' },
  since: { vi: 'từ', en: 'from' },
  unusable: { vi: 'không có dòng báo cáo dùng được', en: 'no usable entry' },
  noneArisen: { vi: 'báo cáo ghi không phát sinh', en: 'the entry says none arisen' },
  notSubmitted: { vi: 'và chưa trình trong hạn', en: 'and not submitted in time' },
  noSubmission: { vi: 'và chưa hoàn thành', en: 'and not completed' },
  judgedAtDue: {
    vi: 'là hạn nộp báo cáo của kỳ, vì đã có kỳ sau đến hạn',
    en: 'the due day of its report, since a later period has come due',
  },
} satisfies Record<string, Text>;

/** Which day was taken as the day of completion, and why that one. */
const byWords: Readonly<Record<Completion['by'], Text>> = {
  submitted: { vi: 'ngày trình (nhiệm vụ là tham mưu, trình)', en: 'the day of submission, which the task asks for' },
  completed: { vi: 'ngày hoàn thành đã báo cáo', en: 'the day of completion given' },
  evidence: { vi: 'ngày văn bản minh chứng sớm nhất', en: 'the earliest day of the evidence' },
};

const said = {
  taken: {
    vi: (day: string, by: string) => `tính ngày ${day}, ${by}`,
    en: (day: string, by: string) => `${day} counts, ${by}`,
  },
  later: {
    vi: (day: string) => `muộn hơn ngày hoàn thành đã báo cáo ${day}`,
    en: (day: string) => `later than the day of completion given, ${day}`,
  },
  notBefore: {
    vi: (day: string) => `không sớm hơn văn bản minh chứng sớm nhất ${day}`,
    en: (day: string) => `not before the earliest evidence, ${day}`,
  },
  after: {
    vi: (deadline: string, days: number) => `sau ${deadline} ${days} ngày`,
    en: (deadline: string, days: number) => `${days} ${days === 1 ? 'day' : 'days'} after ${deadline}`,
  },
  inWaiver: {
    vi: (due: string) => `hạn nộp báo cáo ${due} thuộc thời gian miễn`,
    en: (due: string) => `the report’s due day ${due} falls within`,
  },
  repeats: {
    vi: (kind: string) => `nhiệm vụ ${kind} không có hạn riêng; kỳ này có báo cáo`,
    en: (kind: string) => `${kind} task without a deadline of its own; reported on for this period`,
  },
  open: {
    vi: (due: string, asOf: string) => `ngày tính ${asOf} chưa qua hạn nộp báo cáo ${due}`,
    en: (due: string, asOf: string) => `the as-of day ${asOf} is not past the report’s due day ${due}`,
  },
  closed: {
    vi: (due: string, asOf: string) => `ngày tính ${asOf} đã qua hạn nộp báo cáo ${due}`,
    en: (due: string, asOf: string) => `the as-of day ${asOf} is past the report’s due day ${due}`,
  },
  passed: {
    vi: (deadline: string, judged: string) => `${deadline} trước ${judged}`,
    en: (deadline: string, judged: string) => `${deadline} lies before ${judged}`,
  },
  running: {
    vi: (deadline: string, judged: string) => `${deadline} chưa qua vào ${judged}`,
    en: (deadline: string, judged: string) => `${deadline} has not passed on ${judged}`,
  },
  submitted: {
    vi: (deadline: string, day: string) => `${deadline} đã qua, nhưng đã trình trong hạn, ngày ${day}`,
    en: (deadline: string, day: string) => `${deadline} has passed, but it was submitted in time on ${day}`,
  },
  stale: {
    vi: (day: string, event: string) =>
      `báo hoàn thành ngày ${day}, trước ngày phát sinh ${event}, nên không tính cho lần này`,
    en: (day: string, event: string) =>
      `reported completed on ${day}, before the event of ${event}, which does not answer it`,
  },
} as const;

/** `nhánh 6: hạn … trước ngày xét … và chưa trình trong hạn → chưa hoàn thành quá hạn`: the test that gave a row its class. */
export function branchText(row: Row, facts: Pick<Facts, 'asOf' | 'plan'>, lang: Lang): string {
  const reasons = reasonsOf(row, facts, lang).join('; ');
  return `${words.branch[lang]} ${BRANCH[row.class]}: ${reasons} → ${columnText(row, lang)}`;
}

/** The column of the table that counts the row. */
function columnText(row: Row, lang: Lang): string {
  const columns = ['unreported-past-deadline', 'unreported-in-term', row.class] as const;
  const [counted = row.class] = columns.filter((figure) => holds(figure, row));
  return figureWords[counted][lang];
}

function reasonsOf(row: Row, { asOf, plan }: Pick<Facts, 'asOf' | 'plan'>, lang: Lang): string[] {
  const due = `${formatDay(row.due, lang)} (${basisWords[plan.reporting.due.basis][lang]})`;
  const today = formatDay(asOf, lang);
  switch (row.class) {
    case 'completed-on-time':
    case 'completed-late':
      return completedReasons(row, lang);
    case 'waived':
      return row.waiver ? [waiverText(row.waiver, lang), said.inWaiver[lang](due)] : [];
    case 'not-due':
      return [words.unusable[lang], said.open[lang](due, today)];
    case 'unreported': {
      const why = row.why ? ` (${whyWords[row.why][lang]})` : '';
      return [words.unusable[lang] + why, said.closed[lang](due, today), termText(row, asOf, lang)];
    }
    case 'none-arisen':
      return [words.noneArisen[lang]];
    case 'ongoing':
      return [said.repeats[lang](kindWords[row.task.kind][lang])];
    case 'overdue': {
      const open = words[row.task.submits ? 'notSubmitted' : 'noSubmission'][lang];
      return [...staleReason(row, lang), `${termText(row, asOf, lang)} ${open}`];
    }
    case 'in-term': {
      const submitted = row.entry?.data.submitted;
      return [
        ...staleReason(row, lang),
        termOf(row) === 'passed' && submitted !== undefined
          ? said.submitted[lang](deadlineWords(row, lang), formatDay(submitted, lang))
          : termText(row, asOf, lang),
      ];
    }
  }
}

function completedReasons(row: Row, lang: Lang): string[] {
  const { entry, period, task, deadline, completed } = row;
  const counted = entry && completionOf(entry, task);
  if (!entry || !counted || completed === undefined) return [];
  const [given, proven] = [entry.data.completed, firstEvidence(entry)];
  const by = [
    byWords[counted.by][lang],
    ...(counted.by === 'evidence' && given !== undefined ? [said.later[lang](formatDay(given, lang))] : []),
    ...(counted.by === 'completed' && proven !== undefined ? [said.notBefore[lang](formatDay(proven, lang))] : []),
  ].join(', ');
  const of = entry.report.period?.id;
  const isEarlier = of !== undefined && of !== period.id;
  const term = termOf(row);
  return [
    isEarlier ? `${words.saidBefore[lang]} ${of}, ${words.isCompleted[lang]}` : words.saidCompleted[lang],
    said.taken[lang](formatDay(completed, lang), by),
    term === 'undated' || term === 'tracked' || deadline === undefined
      ? unboundText(row, lang)
      : completed > deadline
        ? said.after[lang](deadlineWords(row, lang), daysBetween(deadline, completed))
        : `${words.notLate[lang]} ${deadlineWords(row, lang)}`,
  ];
}

/** Of a row that is open: why a completion that was reported does not count. */
function staleReason({ entry, task, trigger }: Row, lang: Lang): string[] {
  const day = entry?.data.status === 'completed' ? completionOf(entry, task)?.day : undefined;
  const event = trigger?.data.day;
  return day !== undefined && event !== undefined
    ? [said.stale[lang](formatDay(day, lang), formatDay(event, lang))]
    : [];
}

/** How the deadline stands on the day that the row is judged by. */
function termText(row: Row, asOf: string, lang: Lang): string {
  const term = termOf(row);
  if (term === 'undated' || term === 'tracked') return unboundText(row, lang);
  return said[term][lang](deadlineWords(row, lang), judgedWords(row, asOf, lang));
}

const unboundText = (row: Row, lang: Lang): string =>
  row.deadline === undefined ? words.undated[lang] : `${deadlineWords(row, lang)} ${words.tracked[lang]}`;

/** `hạn 31/12/2025 (văn bản ghi rõ)`. */
function deadlineWords({ deadline = '', basis }: Row, lang: Lang): string {
  const label = { vi: 'hạn', en: 'the deadline' }[lang];
  return `${label} ${formatDay(deadline, lang)}${basis ? ` (${basisWords[basis][lang]})` : ''}`;
}

function judgedWords({ judged }: Row, asOf: string, lang: Lang): string {
  const label = { vi: 'ngày xét', en: 'the judging day' }[lang];
  return `${label} ${formatDay(judged, lang)}${judged === asOf ? '' : ` (${words.judgedAtDue[lang]})`}`;
}

function waiverText({ amendment, reason, since, until }: Waiver, lang: Lang): string {
  const end = until === undefined ? '' : ` ${words.until[lang]} ${formatDay(until, lang)}`;
  return `${words.waived[lang]} ${nameOf(amendment)} (${reason}), ${words.since[lang]} ${formatDay(since, lang)}${end}`;
}

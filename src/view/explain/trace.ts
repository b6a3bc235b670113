import { formatDay } from '../../day.ts';
import { STATUS } from '../../form.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { type Amendment, bodyName, nameOf, nameShort } from '../../model/plan.ts';
import { type Facts, latestEntry } from '../../model/facts.ts';
import type { Row, Why } from '../../model/ledger.ts';
import type { Appraisal, Trigger } from '../../model/register.ts';
import type { Entry, Report, Standing } from '../../model/report.ts';
import { placeOf, placeText } from '../../source.ts';
import { branchText } from './branch.ts';

import { cut } from '../width.ts';
import { basisWords, sectionText, whyWords } from '../words.ts';

/** What a row of the ledger rests on, from the words of the plan to its class. */
export const PARTS = ['task', 'clause', 'lead', 'deadline', 'report', 'class'] as const;
export type Part = (typeof PARTS)[number];

const words = {
  line: { vi: 'dòng', en: 'line' },
  added: { vi: 'giao thêm theo', en: 'added by' },
  changed: { vi: 'sửa đổi theo', en: 'changed by' },
  asMember: { vi: 'giao cho', en: 'assigned to' },
  held: { vi: 'nay do', en: 'now held by' },
  after: { vi: 'sau khi sắp xếp theo', en: 'after the succession of' },
  noDeadline: { vi: 'văn bản không nêu hạn', en: 'none in the text' },
  noDay: { vi: 'chưa có ngày', en: 'no day yet' },
  extended: { vi: 'gia hạn', en: 'extended' },
  since: { vi: 'phát sinh', en: 'set going' },
  completed: { vi: 'hoàn thành', en: 'completed' },
  submitted: { vi: 'trình', en: 'submitted' },
  evidence: { vi: 'minh chứng', en: 'evidence' },
  reported: { vi: 'báo cáo ngày', en: 'reported' },
  filedBy: { vi: 'do', en: 'by' },
  also: { vi: 'đã nộp còn có', en: 'also filed' },
  period: { vi: 'kỳ', en: 'period' },
  accepted: { vi: 'cơ quan đầu mối chấp nhận', en: 'accepted by the coordinator' },
  returned: { vi: 'cơ quan đầu mối trả lại', en: 'returned by the coordinator' },
  before: { vi: 'lần gần nhất', en: 'last word' },
  none: { vi: 'chưa có dòng báo cáo', en: 'no entry' },
  noStatus: { vi: 'không rõ trạng thái', en: 'no known status' },
  silent: { vi: 'không nói đến trong báo cáo của kỳ', en: 'left out of the period’s report' },
} satisfies Record<string, Text>;

const standingWords: Readonly<Record<Standing, Text>> = {
  counts: { vi: 'được tính', en: 'counts' },
  superseded: { vi: 'có bản sau thay thế', en: 'superseded' },
  disputed: { vi: 'trùng ngày với bản khác, không tính', en: 'disputed by another of the same day' },
  'not-arrived': { vi: 'ghi ngày sau ngày tính', en: 'not arrived yet' },
  undated: { vi: 'không rõ ngày báo cáo', en: 'undated' },
  unplaced: { vi: 'kế hoạch, cơ quan hoặc kỳ chưa đúng', en: 'plan, body or period not known' },
  broken: { vi: 'không đọc được', en: 'unreadable' },
};

/** A document cited by its title alone is named by the beginning of it. */
const documentName = (amendment: Pick<Amendment, 'instrument'>): string => cut(nameOf(amendment), 60);

/** What a row rests on, a sentence for each part. Its text comes from files: whoever prints it escapes it. */
export const traceOf = (row: Row, facts: Facts, lang: Lang): Readonly<Record<Part, string>> => ({
  task: `“${row.task.text}”`,
  clause: clauseText(row, facts, lang),
  lead: leadText(row, facts, lang),
  deadline: deadlineText(row, lang),
  report: reportText(row, facts, lang),
  class: branchText(row, facts, lang),
});

/** The section, and where the words stand: lines of the signed text, or the amendment that brought them. */
function clauseText({ task }: Row, { plan }: Facts, lang: Lang): string {
  const { section, heading, lines, amendment } = task;
  const signed = [...new Set([heading, ...lines])].filter((line) => line !== undefined);
  const by = (label: 'added' | 'changed', { instrument, at }: NonNullable<typeof amendment>): string =>
    `${words[label][lang]} ${documentName({ instrument })} (${placeText(placeOf(at()))})`;
  const first = [...plan.earlier, plan].find(({ tasks }) => tasks.some(({ id }) => id === task.id));
  const added = first?.amendments.at(-1);
  return [
    `${sectionText(section, lang)} ${section.title}`,
    ...(signed.length > 0 ? [`${plan.text.file}, ${words.line[lang]} ${signed.join(', ')}`] : []),
    ...(added ? [by('added', added)] : []),
    ...(amendment && amendment !== added ? [by('changed', amendment)] : []),
  ].join('; ');
}

/** Who led the task on the day that the report was due, and whose part that is today. */
function leadText({ lead, owner, due, task }: Row, { plan }: Facts, lang: Lang): string {
  const then = plan.on(due);
  const groups = (then.task(task.id)?.lead ?? []).filter(
    (id) => id !== lead.id && then.expand([id]).some((each) => each === lead),
  );
  const ending = plan.endingOf(lead);
  const by = ending ? `, ${words.after[lang]} ${documentName(ending.amendment)}` : '';
  return [
    nameShort(lead) +
      (groups.length > 0 ? ` (${words.asMember[lang]} “${groups.map((id) => bodyName(then, id)).join('”, “')}”)` : ''),
    ...(owner === lead ? [] : [`${words.held[lang]} ${nameShort(owner)}${by}`]),
  ].join('; ');
}

function deadlineText({ task: { deadline }, deadline: day, basis, trigger }: Row, lang: Lang): string {
  const isOfEvent = trigger?.data.due !== undefined;
  const quoted = deadline?.words === undefined || isOfEvent ? '' : `: “${deadline.words}”`;
  const moved = isOfEvent ? [] : (deadline?.extensions ?? []);
  return [
    basis === undefined
      ? words.noDeadline[lang]
      : `${day === undefined ? words.noDay[lang] : formatDay(day, lang)} (${basisWords[basis][lang]})${quoted}`,
    ...moved.map(
      ({ from, to, amendment }) =>
        `${words.extended[lang]} ${formatDay(from, lang)} → ${formatDay(to, lang)}, ${documentName(amendment)}`,
    ),
    ...(trigger ? [triggerText(trigger, lang)] : []),
  ].join('; ');
}

function triggerText({ data: { day, what, document }, at }: Trigger, lang: Lang): string {
  const rests = [what, document?.number].filter((each) => each !== undefined);
  return `${words.since[lang]} ${day === undefined ? '' : formatDay(day, lang)}: ${rests.join(', ')} (${placeText(placeOf(at()))})`;
}

/** The entry that decided, or why there is none; then what else was filed, and what was said last. */
function reportText(row: Row, facts: Facts, lang: Lang): string {
  const { entry, misnamed, lead, period, task, why } = row;
  const { intake } = facts;
  const counting = intake.counting(lead, period, task);
  const isSilent = counting !== undefined && !misnamed && entry?.report.period?.id !== period.id;
  const others = [...intake.filed(lead, period, task), ...intake.misfiled(lead, period)].filter(
    // Those that count do so for the parts of other bodies of the line.
    (report) => report !== entry?.report && report.standing !== 'counts',
  );
  const last = entry ? undefined : latestEntry(facts, row);
  const filed = others.map((report) => `${fileText(report, lang)}: ${standingWords[report.standing][lang]}`);
  return [
    ...(entry ? [entryText(entry, row, lang)] : []),
    ...(why ? [whyText(why, misnamed, lang)] : entry ? [] : [words.none[lang]]),
    ...(isSilent ? [`${words.silent[lang]} ${fileText(counting, lang)}`] : []),
    ...letterText(row, lang),
    ...(filed.length > 0 ? [`${words.also[lang]} ${filed.join(', ')}`] : []),
    ...(last ? [`${words.before[lang]}: ${entryText(last, row, lang)}`] : []),
  ].join('; ');
}

const fileText = ({ source, reported }: Report, lang: Lang): string =>
  source.file + (reported === undefined ? '' : ` (${formatDay(reported, lang)})`);

function entryText(entry: Entry, { lead, period }: Row, lang: Lang): string {
  const { data, evidence, report, appraisal } = entry;
  const { status, progress, completed, submitted } = data;
  const proofs = evidence.map(({ data: { number, title, date } }) =>
    [number ?? title, date === undefined ? undefined : `(${formatDay(date, lang)})`]
      .filter((each) => each !== undefined)
      .join(' '),
  );
  const filer = report.owner && report.owner !== lead ? `, ${words.filedBy[lang]} ${nameShort(report.owner)}` : '';
  const of = report.period && report.period.id !== period.id ? `${words.period[lang]} ${report.period.id}: ` : '';
  return [
    of + (status === undefined ? words.noStatus[lang] : STATUS[status][lang]),
    ...(progress === undefined ? [] : [`${formatNumber(progress, lang)} %`]),
    ...(submitted === undefined ? [] : [`${words.submitted[lang]} ${formatDay(submitted, lang)}`]),
    ...(completed === undefined ? [] : [`${words.completed[lang]} ${formatDay(completed, lang)}`]),
    ...(proofs.length === 0 ? [] : [`${words.evidence[lang]} ${proofs.join(', ')}`]),
    `${words.reported[lang]} ${report.reported === undefined ? '?' : formatDay(report.reported, lang)}${filer} (${placeText(placeOf(entry.at()))})`,
    ...(appraisal ? [appraisalText(appraisal, lang)] : []),
  ].join(', ');
}

function appraisalText({ data: { verdict = 'accepted', date, reason }, at }: Appraisal, lang: Lang): string {
  const day = date === undefined ? '' : ` ${formatDay(date, lang)}`;
  return `${words[verdict][lang]}${day}${reason === undefined ? '' : `: ${reason}`} (${placeText(placeOf(at()))})`;
}

/** Why nothing counts; with a wrong id, which one, and where it stands: `“II.3.d” (reports/a.yaml:22:11)`. */
export const whyText = (why: Why, misnamed: Entry | undefined, lang: Lang): string =>
  whyWords[why][lang] + (misnamed ? ` “${misnamed.data.task ?? ''}” (${placeText(placeOf(misnamed.at('task')))})` : '');

/** The document that came in place of a report. */
function letterText({ letter }: Row, lang: Lang): string[] {
  if (!letter) return [];
  const { number = '', date } = letter.data;
  return [`${number}${date === undefined ? '' : ` (${formatDay(date, lang)})`}, ${placeText(placeOf(letter.at()))}`];
}

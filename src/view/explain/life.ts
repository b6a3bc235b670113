import { formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import type { Lang, Text } from '../../lang.ts';
import { type Plan, type Task, bodyName, nameOf, nameShort } from '../../model/plan.ts';
import { changedFields } from '../../model/diff.ts';
import type { Facts } from '../../model/facts.ts';
import type { Row } from '../../model/ledger.ts';
import { STATUS } from '../../form.ts';
import { FIELD_WORDS } from '../../rules/wording.ts';
import { placeOf, placeText } from '../../source.ts';
import { fieldText } from '../plan/diff.ts';
import { whyText } from './trace.ts';
import { type Drawing, colors } from '../terminal.ts';
import { visible } from '../visible.ts';
import { cut, hanging } from '../width.ts';
import { basisWords, classWords, whyWords } from '../words.ts';

const words = {
  life: { vi: 'Nhiệm vụ qua thời gian', en: 'Its life' },
  signed: { vi: 'ký', en: 'signed' },
  added: { vi: 'giao thêm theo', en: 'added by' },
  ended: { vi: 'thôi giao theo', en: 'ended by' },
  heldBy: { vi: 'Hiện do', en: 'Held today by' },
  nobody: { vi: 'chưa có cơ quan nào chủ trì', en: 'nobody' },
  gone: { vi: 'không còn được giao', en: 'no longer asked for' },
  noReports: {
    vi: 'Chưa đọc báo cáo nào (ghi thêm thư mục báo cáo để xem từng kỳ).',
    en: 'No reports were read (name their folder to see each period).',
  },
  reports: { vi: 'Báo cáo nói gì', en: 'What reports say' },
  noStatus: { vi: 'không rõ trạng thái', en: 'no known status' },
  nowAs: { vi: 'nay là', en: 'now' },
  filedAs: { vi: 'báo cáo của', en: 'by' },
  completed: { vi: 'xong', en: 'done' },
  accepted: { vi: 'đã chấp nhận', en: 'accepted' },
  returned: { vi: 'bị trả lại', en: 'returned' },
  today: { vi: 'Hiện nay', en: 'Today' },
  deadline: { vi: 'hạn', en: 'deadline' },
  first: { vi: 'hạn ban đầu', en: 'first' },
  letter: { vi: 'đã gửi văn bản', en: 'a document came:' },
  trigger: { vi: 'phát sinh', en: 'set going on' },
  until: { vi: 'đến', en: 'until' },
  past: { vi: 'đã quá hạn', en: 'past its deadline' },
} satisfies Record<string, Text>;

/** One task through time: as signed, each amendment, who holds it, each report's word on it, its class and why. */
export function lifeText(plan: Plan, task: Task, facts: Facts | undefined, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const item = (head: string, text: string): string[] => hanging(`  ${head}  `, visible(text), drawing.columns, 4);
  const rows = facts?.rows.filter((row) => row.task.id === task.id) ?? [];
  const reached = rows.filter(({ due }) => facts !== undefined && due < facts.asOf).at(-1) ?? rows.at(-1);
  const latest = rows.filter(({ period }) => period.id === reached?.period.id);
  return [
    chalk.bold(words.life[lang]),
    ...stepsOf(plan, task.id, lang).flatMap(([day, text]) => item(day, text)),
    ...item(words.heldBy[lang], holders(plan, task, lang)),
    '',
    chalk.bold(words.reports[lang]),
    ...(facts === undefined ? hanging('  ', words.noReports[lang], drawing.columns) : []),
    ...[...groupBy(rows, ({ period }) => period.id)].flatMap(([period, held]) =>
      held.length > FEW ? item(period, counted(held, lang)) : held.flatMap((row) => item(period, wordOf(row, lang))),
    ),
    ...(latest.length > FEW ? item(`${words.today[lang]}:`, counted(latest, lang)) : []),
    ...(latest.length > FEW ? [] : latest).flatMap((row) =>
      item(`${words.today[lang]}, ${visible(nameShort(row.owner))}:`, classOf(row, lang)),
    ),
    '',
  ].join('\n');
}

/** More leads than this are counted, not named one by one. */
const FEW = 6;

const counted = (rows: readonly Row[], lang: Lang): string =>
  [...groupBy(rows, (row) => row.class)].map(([is, each]) => `${classWords[is][lang]} ${each.length}`).join('; ');

/** What became of the task: a day and a sentence for each version that changed it. */
function stepsOf(plan: Plan, id: string, lang: Lang): [string, string][] {
  const versions = [...plan.earlier, plan];
  return versions.flatMap((version, i): [string, string][] => {
    const before = versions[i - 1];
    const [old, now] = [before, version].map((each) => each?.tasks.find((task) => task.id === id));
    const day = formatDay(version.since, lang);
    const amendment = version.amendments.at(-1);
    const by = amendment ? cut(nameOf(amendment), 60) : '';
    if (!old && now) {
      const first = `${FIELD_WORDS.lead[lang]}: ${fieldText(now, 'lead', version, lang)}; ${FIELD_WORDS.deadline[lang]}: ${fieldText(now, 'deadline', version, lang)}`;
      return [[day, `${amendment ? `${words.added[lang]} ${by}` : words.signed[lang]}; ${first}`]];
    }
    if (old && !now) return [[day, `${words.ended[lang]} ${by}`]];
    if (!old || !now || !before) return [];
    return changedFields(old, now).map((field) => [
      day,
      `${FIELD_WORDS[field][lang]}: ${fieldText(old, field, before, lang)} → ${fieldText(now, field, version, lang)} (${by})`,
    ]);
  });
}

function holders(plan: Plan, task: Task, lang: Lang): string {
  if (task.ended) return words.gone[lang];
  if (task.leads.length === 0) return words.nobody[lang];
  const names = task.leads.map(nameShort);
  return names.length > 6
    ? `${task.lead.map((id) => bodyName(plan, id)).join('; ')} (${names.length})`
    : names.join('; ');
}

/** What was reported for a row: who, what status, when, where; or why nothing was. */
function wordOf({ lead, owner, entry, why, misnamed, period, class: is }: Row, lang: Lang): string {
  const who = `${nameShort(lead)}${owner === lead ? '' : ` (${words.nowAs[lang]} ${nameShort(owner)})`}`;
  if (entry?.report.period?.id !== period.id)
    return `${who}: ${why ? whyText(why, misnamed, lang) : classWords[is][lang]}`;
  const { status, progress, completed } = entry.data;
  const filer = entry.report.owner;
  const verdict = entry.appraisal?.data.verdict;
  const parts = [
    status === undefined ? words.noStatus[lang] : STATUS[status][lang],
    ...(progress === undefined ? [] : [`${progress} %`]),
    ...(completed === undefined ? [] : [`${words.completed[lang]} ${formatDay(completed, lang)}`]),
    ...(filer && filer !== lead ? [`${words.filedAs[lang]} ${nameShort(filer)}`] : []),
    ...(verdict ? [words[verdict][lang]] : []),
  ];
  return `${who}: ${parts.join(', ')} (${placeText(placeOf(entry.at()))})`;
}

/** The class of a row and what it rests on. */
function classOf(row: Row, lang: Lang): string {
  const { class: is, why, deadline, basis, task, waiver, letter, trigger, pastDeadline, completed } = row;
  const first = task.deadline?.extensions[0]?.from;
  const moved = task.deadline?.extensions.at(-1)?.amendment;
  const parts = [
    classWords[is][lang] + (why ? ` (${whyWords[why][lang]})` : ''),
    ...(completed === undefined ? [] : [`${words.completed[lang]} ${formatDay(completed, lang)}`]),
    ...(trigger?.data.day === undefined ? [] : [`${words.trigger[lang]} ${formatDay(trigger.data.day, lang)}`]),
    ...(deadline === undefined || basis === undefined
      ? []
      : [`${words.deadline[lang]} ${formatDay(deadline, lang)} (${basisWords[basis][lang]})`]),
    ...(first === undefined || !moved ? [] : [`${words.first[lang]} ${formatDay(first, lang)}, ${nameOf(moved)}`]),
    ...(pastDeadline && is === 'unreported' ? [words.past[lang]] : []),
    ...(letter?.data.number === undefined ? [] : [`${words.letter[lang]} ${letter.data.number}`]),
    ...(waiver
      ? [
          `${waiver.reason}, ${nameOf(waiver.amendment)}${waiver.until === undefined ? '' : `, ${words.until[lang]} ${formatDay(waiver.until, lang)}`}`,
        ]
      : []),
  ];
  return parts.join('; ');
}

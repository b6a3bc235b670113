import { formatDay } from '../../day.ts';
import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { type Task, nameOf, nameShort } from '../../model/plan.ts';
import type { Facts } from '../../model/facts.ts';
import type { Meeting, Questions } from '../../model/meeting.ts';
import type { Counts } from '../../model/summary.ts';
import { asideText } from '../check/baseline.ts';
import { overlapText, percent } from './columns.ts';
import type { Provenance } from '../json.ts';
import { leftOut, periodsText } from '../check/text.ts';
import { capital } from '../../form.ts';
import { figureWords, sectionText } from '../words.ts';

/** What stands around the tables of a meeting, as plain sentences: every format escapes and breaks them in its own way. */

const labels = {
  title: { vi: 'Tình hình thực hiện Kế hoạch số', en: 'State of plan' },
  asOf: { vi: 'tính đến ngày', en: 'as of' },
  withoutRows: { vi: 'Không lập lượt theo dõi', en: 'Without rows' },
  rowless: {
    'on-event': { vi: 'chờ sự kiện hoặc yêu cầu', en: 'waiting for their event' },
    report: { vi: 'trả lời bằng việc nộp báo cáo', en: 'answered by filing the report' },
    none: { vi: 'không phải báo cáo', en: 'nothing to report' },
    unheld: { vi: 'hiện chưa có cơ quan chủ trì', en: 'nobody leads them today' },
  },
  life: {
    appraised: { vi: 'Thẩm định', en: 'Appraised' },
    names: { vi: 'Lượt do cơ quan cũ chủ trì hoặc báo cáo', en: 'Rows that a former body led or reported' },
    with: { vi: 'gồm cả', en: 'with' },
    ended: { vi: 'Đã kết thúc, không có cơ quan kế thừa', en: 'Ended without successor' },
    extended: { vi: 'Gia hạn', en: 'Extended' },
    waived: { vi: 'Được miễn', en: 'Waived' },
    until: { vi: 'đến', en: 'until' },
  },
  only: { vi: 'Chỉ gồm', en: 'Only' },
  assumed: {
    vi: 'Mốc theo dõi tự đặt (*), văn bản không ấn định, không làm căn cứ tính quá hạn',
    en: 'Tracking dates (*) that we chose, the text gives none; they make nothing overdue',
  },
  dueDay: { vi: 'hạn nộp báo cáo của kỳ', en: 'due day of reports' },
  unconfirmed: { vi: 'Chưa có văn bản chính thức xác nhận', en: 'No official text at hand confirms' },
  group: { vi: 'danh sách nhóm', en: 'the members of' },
  unconfirmedMore: { vi: 'xem dondoc plan check', en: 'see dondoc plan check' },
  shared: {
    vi: 'Nhiệm vụ nhiều cơ quan chủ trì, số đã hoàn thành',
    en: 'Tasks with several leads, completed so far',
  },
} as const;

/** What stands in the place of a table without rows. */
export const emptyText: Text = {
  vi: 'Không có lượt theo dõi nào trong phạm vi đã chọn.',
  en: 'No obligations in the chosen scope.',
};

/** What stands in the place of a list without lines. */
export const noneText: Text = { vi: 'Không có.', en: 'None.' };

/** What is looked at, and as of which day. */
export const titleText = ({ facts }: Pick<Meeting, 'facts'>, lang: Lang): string =>
  `${labels.title[lang]} ${facts.plan.number}, ${periodsText(facts, lang)}, ${labels.asOf[lang]} ${formatDay(facts.asOf, lang)}`;

/** What the rows are narrowed to; nothing where they are all there. */
export function selectionText(
  { questions: { selection } }: { readonly questions: Pick<Questions, 'selection'> },
  lang: Lang,
): string[] {
  const { owners, figures, sections } = selection;
  const parts = [
    ...(owners ? [[...owners].map(nameShort).join(', ')] : []),
    ...(figures ? [figures.map((figure) => figureWords[figure][lang]).join(', ')] : []),
    ...(sections ? [sections.map((section) => sectionText(section, lang)).join(', ')] : []),
  ];
  return parts.length === 0 ? [] : [`${labels.only[lang]}: ${parts.join('; ')}`];
}

/** Both denominators in words: of all, and of those due. */
export function sharesText(total: Counts, lang: Lang): string {
  const { completed, completedDue, overdue, rows, due, classes, unreportedPastDeadline } = total;
  const n = (value: number): string => formatNumber(value, lang);
  const p = (part: number, whole: number): string => percent(part, whole, lang);
  const all = { completed: p(completed, rows), overdue: p(overdue, rows) };
  const ofDue = { completed: p(completedDue, due), overdue: p(overdue, due) };
  return lang === 'vi'
    ? `Hoàn thành ${n(completed)} (${all.completed} % của ${n(rows)} lượt). Đã đến hạn ${n(due)} lượt: hoàn thành ${n(completedDue)} (${ofDue.completed} %), quá hạn ${n(overdue)} (${ofDue.overdue} %; ${all.overdue} % của tất cả), trong đó có báo cáo ${n(classes.overdue)}, chưa báo cáo ${n(unreportedPastDeadline)}.`
    : `Completed ${n(completed)} (${all.completed} % of ${n(rows)} rows). Due ${n(due)}: completed ${n(completedDue)} (${ofDue.completed} %), overdue ${n(overdue)} (${ofDue.overdue} %; ${all.overdue} % of all), of these reported ${n(classes.overdue)}, unreported ${n(unreportedPastDeadline)}.`;
}

/** Everything that qualifies the numbers, a sentence each: what overlaps, what the plan's life does to them, what is not counted, what is assumed or unconfirmed. */
export const notesText = (
  { facts, table, shared, rowless, questions: { setAside } }: Meeting,
  lang: Lang,
): string[] => [
  ...overlapText(table, lang),
  ...lifeNotes(facts, table.total, lang),
  ...withoutRows(rowless, lang),
  ...leftOut(facts, lang),
  ...(shared.length === 0
    ? []
    : [
        `${labels.shared[lang]}: ${shared.map(({ task, completed, leads }) => `${task} ${completed}/${leads}`).join(', ')}`,
      ]),
  ...assumedDays(facts, lang),
  ...unconfirmed(facts, lang),
  ...(setAside ? [asideText(setAside, lang)] : []),
];

/** What the output rests on: plan, version, fingerprint, day, files, tool. */
export const restsOn = ({ plan, asOf }: Facts, { tool, files, refused }: Provenance, lang: Lang): string =>
  ({
    vi: `Kế hoạch ${plan.number}, bản ${plan.version} (${plan.fingerprint}); tính đến ngày ${formatDay(asOf, 'vi')}; đã đọc ${formatNumber(files, 'vi')} tệp, ${formatNumber(refused, 'vi')} tệp không đọc được; dondoc ${tool}`,
    en: `Plan ${plan.number}, version ${plan.version} (${plan.fingerprint}); as of ${asOf}; ${formatNumber(files, 'en')} files read, ${formatNumber(refused, 'en')} unreadable; dondoc ${tool}`,
  })[lang];

/** Why the table has fewer tasks than the plan: what waits for an event, is answered by the report itself, or by nothing. */
function withoutRows(rowless: readonly Task[], lang: Lang): string[] {
  const why = ({ kind, answeredBy, leads }: Task): keyof typeof labels.rowless | undefined => {
    if (answeredBy !== 'entry') return answeredBy;
    if (leads.length === 0) return 'unheld';
    return kind === 'on-event' ? kind : undefined;
  };
  const named = [...groupBy(rowless, why)].flatMap(([reason, tasks]) =>
    reason ? [`${tasks.map(({ id }) => id).join(', ')} (${labels.rowless[reason][lang]})`] : [],
  );
  return named.length === 0 ? [] : [`${labels.withoutRows[lang]}: ${named.join('; ')}`];
}

const appraisedWords = {
  vi: (said: number, accepted: number, returned: number) =>
    `đơn vị tự báo hoàn thành ${formatNumber(said, 'vi')} lượt, cơ quan đầu mối chấp nhận ${formatNumber(accepted, 'vi')}; trả lại ${formatNumber(returned, 'vi')} dòng báo cáo`,
  en: (said: number, accepted: number, returned: number) =>
    `${formatNumber(said, 'en')} rows reported completed, ${formatNumber(accepted, 'en')} accepted; ${formatNumber(returned, 'en')} returned`,
} as const;

/** What the plan's life does to the table: old names behind the present ones, bodies that ended, moved deadlines, waivers. */
function lifeNotes({ plan, rows }: Facts, total: Counts, lang: Lang): string[] {
  const names = [...groupBy(rows, ({ owner }) => owner)].flatMap(([owner, held]) => {
    const old = held.flatMap(({ lead, entry }) => [lead, ...(entry?.report.owner ? [entry.report.owner] : [])]);
    const others = [...new Set(old)].filter((each) => each !== owner && plan.endingOf(each));
    return others.length > 0
      ? [`${nameShort(owner)} ${labels.life.with[lang]} ${others.map(nameShort).join(', ')}`]
      : [];
  });
  const gone = [...groupBy(rows, ({ owner }) => owner).keys()].filter((owner) => plan.endingOf(owner));
  const ended = [...groupBy(gone, (owner) => plan.endingOf(owner)?.day ?? '')].map(
    ([day, owners]) => `${formatDay(day, lang)} ${owners.map(nameShort).join(', ')}`,
  );
  const extended = [...new Set(rows.map(({ task }) => task))].flatMap(({ id, deadline }) => {
    const [first, last] = [deadline?.extensions[0], deadline?.extensions.at(-1)];
    return first && last
      ? [`${id} ${formatDay(first.from, lang)} → ${formatDay(last.to, lang)} (${nameOf(last.amendment)})`]
      : [];
  });
  const waived = [...groupBy(rows, ({ waiver }) => waiver)].flatMap(([waiver, held]) => {
    if (!waiver) return [];
    const until = waiver.until === undefined ? '' : `, ${labels.life.until[lang]} ${formatDay(waiver.until, lang)}`;
    const whose = [...groupBy(held, ({ owner }) => owner)].map(
      ([owner, each]) => `${nameShort(owner)} ${each.map(({ task }) => task.id).join(', ')}`,
    );
    return [`${whose.join('; ')}: ${waiver.reason} (${nameOf(waiver.amendment)}${until})`];
  });
  const note = (label: keyof typeof labels.life, list: readonly string[]): string[] =>
    list.length === 0 ? [] : [`${labels.life[label][lang]}: ${list.join('; ')}`];
  const { saidCompleted, accepted, returned } = total;
  const appraisals = accepted + returned > 0 ? [appraisedWords[lang](saidCompleted, accepted, returned)] : [];
  return [
    ...note('appraised', appraisals),
    ...note('names', names),
    ...note('ended', ended),
    ...note('extended', extended),
    ...note('waived', waived),
  ];
}

/** Dates that no text gives, though they are tracked. */
function assumedDays({ plan, rows, periods }: Facts, lang: Lang): string[] {
  const tasks = new Map(
    rows.flatMap(({ task, deadline, basis }) =>
      basis === 'assumed' && deadline !== undefined ? [[`${task.id} ${deadline}`, { id: task.id, deadline }]] : [],
    ),
  );
  const days = [...groupBy(tasks.values(), ({ deadline }) => deadline)].map(
    ([day, each]) => `${formatDay(day, lang)} ${each.map(({ id }) => id).join(', ')}`,
  );
  const reports =
    plan.reporting.due.basis === 'assumed'
      ? periods.map((period) => `${formatDay(plan.dueDay(period), lang)} (${labels.dueDay[lang]} ${period.id})`)
      : [];
  return days.length + reports.length === 0 ? [] : [`${labels.assumed[lang]}: ${[...reports, ...days].join('; ')}`];
}

/** More than this is counted: the whole list is the plan’s own check. */
const MOST_NAMED = 8;

/** What the rows rest on without an official text at hand: tasks, bodies, groups, and the amendments that brought them. */
function unconfirmed({ plan, rows }: Facts, lang: Lang): string[] {
  const tasks = [...new Set(rows.map(({ task }) => task))];
  const owners = [...new Set(rows.map(({ owner }) => owner))].filter(({ confirmed }) => confirmed === false);
  const leading = new Set(tasks.flatMap(({ lead }) => lead));
  const groups = plan.groups.filter(
    ({ id, confirmed, members }) => confirmed === false && [id, ...members].some((each) => leading.has(each)),
  );
  const amendments = plan.amendments.filter(({ instrument }) => instrument.confirmed === false);
  const named = [
    ...tasks.filter(({ confirmed }) => !confirmed).map(({ id }) => id),
    ...groups.map(({ name }) => `${labels.group[lang]} “${name}”`),
    ...owners.map(nameShort),
    ...amendments.map(nameOf),
  ];
  const shown = named.length > MOST_NAMED ? [...named.slice(0, MOST_NAMED), `… (${named.length})`] : named;
  return named.length === 0
    ? []
    : [`${labels.unconfirmed[lang]}: ${shown.join('; ')} (${labels.unconfirmedMore[lang]})`];
}

/** A class as it begins a line. */
export const figureLabel = (figure: keyof typeof figureWords, lang: Lang): string => capital(figureWords[figure][lang]);

import { daysBetween } from '../../day.ts';
import { fold } from '../../fold.ts';
import { capital } from '../../form.ts';
import { groupBy, sortedBy } from '../../group.ts';
import { type Facts, isClass, isDueBy, latestEntry } from '../../model/facts.ts';
import { type Row, WHYS } from '../../model/ledger.ts';
import { periodsIn, seriesIn } from '../../model/indicators.ts';
import { nextPeriod, periodOf } from '../../model/period.ts';
import { proposalsIn } from '../../model/proposals.ts';
import type { Entry } from '../../model/report.ts';
import { listsOf } from '../../model/summary.ts';
import { type Block, heading, item, text } from '../paper/paper.ts';
import {
  dayText,
  deadlineInFull,
  lastStatus,
  listed,
  n,
  noStatus,
  periodText,
  plain,
  quote,
  speakerText,
  takenOver,
  taskText,
  whoText,
} from './words.ts';
import { whyWords } from '../words.ts';

/** Words that only say that there is nothing to say. */
const NOTHING = new Set([
  '',
  'khong',
  'khong co',
  'chua co',
  'khong phat sinh',
  'khong co kho khan vuong mac',
  'none',
  'no',
]);
export const says = (words: string | undefined): words is string => words !== undefined && !NOTHING.has(fold(words));

/** What is overdue, with the reasons given, and what was not reported, by why. */
export function lateBlocks(facts: Facts): Block[] {
  const { overdue, unreported } = listsOf(facts);
  return [
    heading(2, `1. Nhiệm vụ quá hạn (${n(overdue.length)})`),
    ...(overdue.length === 0
      ? [text('Không có nhiệm vụ quá hạn.')]
      : overdue.map((row) => item(overdueText(facts, row)))),
    heading(2, `2. Nhiệm vụ chưa được báo cáo (${n(unreported.length)} lượt)`),
    ...(unreported.length === 0
      ? [text('Không có nhiệm vụ đến kỳ mà chưa được báo cáo.')]
      : unreportedBlocks(unreported)),
  ];
}

function overdueText(facts: Facts, row: Row): string {
  const { task, deadline = facts.asOf, owner, entry } = row;
  const said = latestEntry(facts, row);
  const returned = row.why === 'returned' ? entry?.appraisal?.data.reason : undefined;
  const why = says(said?.data.obstacles) ? `đơn vị nêu lý do: ${quote(said.data.obstacles)}` : 'đơn vị chưa nêu lý do';
  const status = lastStatus(row, said);
  const state = status === '' ? noStatus(row) : `đơn vị báo cáo ${status}${speakerText(owner, said)}`;
  const verdict =
    row.why === 'returned' ? `, nội dung này bị trả lại${says(returned) ? ` (${quote(returned)})` : ''}` : '';
  const reasons = said?.data.status === 'completed' ? '' : `; ${why}`;
  return `${taskText(task)} – ${owner.name}${takenOver(row)}; thời hạn ${deadlineInFull(row)}, quá hạn ${n(daysBetween(deadline, facts.asOf))} ngày; ${state}${verdict}${reasons}.`;
}

function unreportedBlocks(unreported: readonly Row[]): Block[] {
  return WHYS.flatMap((why): Block[] => {
    const rows = unreported.filter((row) => row.why === why);
    if (rows.length === 0) return [];
    const whose = [...groupBy(rows, ({ owner }) => owner)].map(
      ([owner, held]) => `${owner.name} (${held.map(({ task }) => task.id).join(', ')})`,
    );
    return [item(`${capital(whyWords[why].vi)} (${n(rows.length)} lượt): ${listed(whose)}.`)];
  });
}

/** The entries of the period that can be used. */
const spoken = (rows: readonly Row[]): Row[] =>
  rows.filter(
    (row) =>
      row.entry?.report.period?.id === row.period.id && !isClass(row, 'unreported', 'not-due', 'waived', 'none-arisen'),
  );

/** What bodies say stands in their way; the reasons for what is overdue stand with it. */
export function obstacleBlocks({ rows }: Facts): Block[] {
  const found = spoken(rows).filter((row) => !isClass(row, 'overdue'));
  const items = quoted(found, ({ data }) => data.obstacles);
  if (items.length === 0) return [text('Các cơ quan, đơn vị không nêu khó khăn, vướng mắc nào khác.')];
  return [text('Các cơ quan, đơn vị phản ánh:'), ...items];
}

/** `Sở X, nhiệm vụ II.3.a.1: “…”`, for each entry that says something. */
const quoted = (rows: readonly Row[], of: (entry: Entry) => string | undefined): Block[] =>
  rows.flatMap((row) => {
    const words = row.entry && of(row.entry);
    return says(words) ? [item(`${whoText(row)}, nhiệm vụ ${row.task.id}: ${quote(words)}.`)] : [];
  });

/** What bodies ask for: changes to the plan, and help with their tasks. */
export function proposalBlocks(facts: Facts): Block[] {
  const chosen = new Set(facts.periods.map(({ id }) => id));
  const changes = proposalsIn(facts).flatMap(({ task, proposals }) =>
    proposals
      .filter(({ period }) => chosen.has(period))
      .map((each) => item(`${each.owner.name}, về ${task ? `nhiệm vụ ${task.id}` : 'Kế hoạch'}: ${quote(each.text)}.`)),
  );
  const asked = quoted(spoken(facts.rows), ({ data }) => data.proposals);
  const parts = [
    { title: 'Về sửa đổi, bổ sung Kế hoạch', items: changes },
    { title: 'Về triển khai thực hiện nhiệm vụ', items: asked },
  ].filter(({ items }) => items.length > 0);
  if (parts.length === 0) return [text('Các cơ quan, đơn vị không có đề xuất, kiến nghị.')];
  return parts.flatMap(({ title, items }, i) => [heading(2, `${i + 1}. ${title}`), ...items]);
}

/** What bodies will do next, and which binding deadlines come up by the end of the next period. */
export function nextBlocks(facts: Facts): Block[] {
  const last = facts.periods.at(-1);
  if (!last) return [];
  const next = nextPeriod(last);
  const following = next.end < facts.asOf ? periodOf(facts.asOf, last.frequency) : next;
  const span = `từ ngày ${dayText(facts.asOf)} đến hết ${periodText(following)}`;
  const coming = sortedBy(
    facts.latestRows.filter((row) => row.basis !== 'assumed' && isDueBy(facts, row, following.end)),
    ({ deadline }) => deadline,
  );
  // What a body that has ended since meant to do is no plan of anyone.
  const speaking = facts.rows.filter(({ entry }) => {
    const filer = entry?.report.owner;
    return filer === undefined || facts.plan.endingOf(filer) === undefined;
  });
  const own = quoted(spoken(speaking), ({ data }) => data.next);
  return [
    ...pressing(facts),
    ...(coming.length === 0
      ? [text(`Không có nhiệm vụ nào có thời hạn được ấn định ${span}.`)]
      : [
          text(`Nhiệm vụ đến thời hạn ${span}:`),
          ...coming.map((row) => item(`${dayText(row.deadline ?? '')}: ${taskText(row.task)} – ${row.owner.name}.`)),
        ]),
    ...(own.length === 0 ? [] : [text('Các cơ quan, đơn vị dự kiến:'), ...own]),
  ];
}

function pressing(facts: Facts): Block[] {
  const { overdue, unreported } = listsOf(facts);
  const what = [
    ...(overdue.length > 0 ? ['hoàn thành nhiệm vụ quá hạn'] : []),
    ...(unreported.length > 0 ? ['gửi đủ báo cáo theo quy định'] : []),
  ].join(', ');
  return what === '' ? [] : [text(`Tiếp tục đôn đốc các cơ quan, đơn vị ${what}.`)];
}

/** The plan's indicators: what the text aims at, and what was reported up to the last period. Empty where the plan has none. */
export function indicatorBlocks(facts: Facts): Block[] {
  const last = facts.periods.at(-1);
  const series = seriesIn(facts).map((each) => ({
    ...each,
    values: each.values.filter(({ period }) => last !== undefined && period.start <= last.start),
  }));
  if (series.length === 0 || !last) return [];
  const periods = periodsIn(series);
  const lines = series.flatMap(({ task, indicator, values }) => {
    const { name, words, target, unit = '' } = indicator;
    const byOwner = groupBy(values, ({ owner }) => owner);
    const [lead] = facts.rows.filter((row) => row.task.id === task.id).map(({ owner }) => owner);
    const owners = byOwner.size > 0 ? [...byOwner.keys()] : lead ? [lead] : [];
    return owners.map((owner) => [
      plain(name),
      plain(words ?? `${n(target)} ${unit}`),
      owner.name,
      ...periods.map(({ id }) => {
        const found = byOwner.get(owner)?.find(({ period }) => period.id === id);
        return found ? `${n(found.value)}${unitText(unit)}` : '';
      }),
    ]);
  });
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Chỉ tiêu', width: 34 },
        { title: 'Mức Kế hoạch nêu', width: 20 },
        { title: 'Cơ quan báo cáo', width: 20 },
        ...periods.map((period) => ({ title: capital(periodText(period)), width: 10, align: 'center' as const })),
      ],
      rows: lines.map((cells) => ({ cells })),
    },
  ];
}

const unitText = (unit: string): string => (unit === '' || unit === '%' ? unit : ` ${unit}`);

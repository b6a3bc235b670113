import { daysBetween } from '../../day.ts';
import type { Debts } from '../../model/debts.ts';
import { DUE_SOON_DAYS, type Facts, latestEntry } from '../../model/facts.ts';
import type { Filing } from '../../model/filing.ts';
import { oneOf } from '../../lang.ts';
import type { Row, Why } from '../../model/ledger.ts';
import type { Owner, Task } from '../../model/plan.ts';
import type { Entry } from '../../model/report.ts';
import { placeOf } from '../../source.ts';
import { standingWords } from './general.ts';
import { says } from './lists.ts';
import {
  dayText,
  deadlineInFull,
  documentText,
  lastStatus,
  listed,
  n,
  noStatus,
  periodText,
  quote,
  speakerText,
  takenOver,
  taskText,
} from './words.ts';
import { type Annex, type Block, heading, item, text } from '../paper/paper.ts';
import { whyWords } from '../words.ts';

/** What one body owes, in numbered parts; what is due soon is said apart. */
export function debtBlocks(facts: Facts, debts: Debts): Block[] {
  const { owner, reports, overdue, omitted, dueSoon } = debts;
  const parts = [
    { title: 'Về chế độ báo cáo', items: reports.map((filing) => filingText(facts, filing, owner)) },
    { title: 'Nhiệm vụ quá hạn', items: overdue.map((row) => overdueText(facts, row)) },
    { title: `Nội dung báo cáo ${omittedWords(omitted)}`, items: omitted.map(omittedText) },
  ].filter(({ items }) => items.length > 0);
  const soon = dueSoon.map(dueSoonText);
  return [
    ...parts.flatMap(({ title, items }, i): Block[] => [heading(2, `${n(i + 1)}. ${title}`), ...items.map(item)]),
    ...(soon.length > 0 ? [text(`Nhiệm vụ sẽ đến thời hạn trong ${DUE_SOON_DAYS} ngày tới: ${listed(soon)}.`)] : []),
  ];
}

/** Why a report is missed, since when, and which tasks it leaves unanswered. */
function filingText({ plan, asOf }: Facts, filing: Filing, owner: Owner): string {
  const { period, state, letter, report, rows } = filing;
  const due = plan.dueDay(period);
  const isAssumed = plan.reporting.due.basis === 'assumed';
  const since = `${isAssumed ? 'mốc theo dõi của cơ quan đầu mối là' : 'hạn gửi'} ngày ${dayText(due)}, đến nay đã quá ${n(daysBetween(due, asOf))} ngày`;
  const whose = filing.owner === owner ? '' : ` của ${filing.owner.name} (nay thuộc trách nhiệm của ${owner.name})`;
  const what = {
    filed: '',
    'no-file': 'chưa nhận được',
    'no-form': `đã gửi ${letter ? documentText(letter.data) : 'văn bản'} nhưng chưa báo cáo theo mẫu`,
    unusable: `đã gửi nhưng chưa sử dụng được do ${standingWords[report?.standing ?? 'unplaced']}`,
  }[state];
  const tasks = rows.map(({ task }) => task.id).join(', ');
  const open = rows.length === 0 ? '' : `; ${n(rows.length)} nhiệm vụ chưa có thông tin: ${tasks}`;
  return `Báo cáo ${periodText(period)}${whose}: ${what}; ${since}${open}.`;
}

function overdueText(facts: Facts, row: Row): string {
  const { task, deadline = facts.asOf } = row;
  const said = latestEntry(facts, row);
  const { obstacles, next } = said?.data ?? {};
  const returned = row.why === 'returned' ? ' (nội dung này bị trả lại)' : '';
  const status = lastStatus(row, said);
  const period = said?.report.period;
  const last =
    status === ''
      ? noStatus(row)
      : `báo cáo ${period ? periodText(period) : ''} nêu: ${status}${returned}${speakerText(row.owner, said)}${says(obstacles) ? `; khó khăn: ${quote(obstacles)}` : ''}${says(next) ? `; kế hoạch tiếp theo: ${quote(next)}` : ''}`;
  return `${taskText(task)}${takenOver(row)}: thời hạn ${deadlineInFull(row)}, quá hạn ${n(daysBetween(deadline, facts.asOf))} ngày; ${last}.`;
}

const dueSoonText = (row: Row): string => `${taskText(row.task)}${takenOver(row)}, thời hạn ${deadlineInFull(row)}`;

/** What is wrong with the entries that cannot be counted: `còn thiếu hoặc bị trả lại`. */
export function omittedWords(rows: readonly Row[]): string {
  const kinds = [
    ['còn thiếu', 'no-entry', 'blank'],
    ['ghi sai mã nhiệm vụ', 'wrong-id'],
    ['chưa sử dụng được', 'unreadable'],
    ['bị trả lại', 'returned'],
  ] as const;
  const found = kinds.filter(([, ...whys]) => rows.some(({ why }) => whys.some((each) => each === why)));
  return oneOf(
    found.map(([words]) => words),
    'vi',
  );
}

function omittedText(row: Row): string {
  const { task, period, entry, misnamed } = row;
  const report = `báo cáo ${periodText(period)}`;
  const { date, reason } = entry?.appraisal?.data ?? {};
  const states: Partial<Record<Why, string | undefined>> = {
    'no-entry': `${report} chưa có nội dung về nhiệm vụ này`,
    'wrong-id': misnamed && wrongIdText(report, task, misnamed),
    blank: `${report} chưa ghi trạng thái thực hiện`,
    unreadable: `trạng thái hoặc ngày hoàn thành ghi trong ${report} chưa hợp lệ`,
    returned: `nội dung ${report} bị trả lại${date === undefined ? '' : ` ngày ${dayText(date)}`}${says(reason) ? `, lý do: ${quote(reason)}` : ''}`,
  };
  return `${taskText(task)}${takenOver(row)}: ${row.why === undefined ? '' : (states[row.why] ?? whyWords[row.why].vi)}.`;
}

function wrongIdText(report: string, { id }: Task, { data, at }: Entry): string {
  const { file, line, cell } = placeOf(at('task'));
  const where = `tệp ${file.replace(/^.*\//, '')}, ${cell ? `trang tính ${quote(cell.sheet)}, ô ${cell.name}` : `dòng ${line}`}`;
  return `${report} ghi mã ${quote(data.task ?? '')} (${where}), Kế hoạch không có mã này, có thể là ghi nhầm của mã ${id}`;
}

/** Who owes what, for a letter to many; a column that nobody needs is left out. */
export function debtsAnnex(facts: Facts, all: readonly Debts[]): Annex {
  const columns: readonly { title: string; width: number; lines: (debts: Debts) => readonly string[] }[] = [
    { title: 'Cơ quan, đơn vị', width: 14, lines: ({ owner }) => [owner.name] },
    {
      title: 'Báo cáo',
      width: 22,
      lines: ({ owner, reports }) => reports.map((filing) => filingText(facts, filing, owner)),
    },
    { title: 'Nhiệm vụ quá hạn', width: 24, lines: ({ overdue }) => overdue.map((row) => overdueText(facts, row)) },
    { title: 'Nội dung báo cáo cần bổ sung, chỉnh sửa', width: 22, lines: ({ omitted }) => omitted.map(omittedText) },
    { title: 'Sắp đến thời hạn', width: 14, lines: ({ dueSoon }) => dueSoon.map(dueSoonText) },
  ];
  const used = columns.filter(({ lines }) => all.some((debts) => lines(debts).length > 0));
  return {
    title: `Nội dung đôn đốc từng cơ quan, đơn vị (số liệu tính đến ngày ${dayText(facts.asOf)})`,
    body: [
      {
        kind: 'table',
        columns: [{ title: 'TT', width: 4, align: 'center' }, ...used.map(({ title, width }) => ({ title, width }))],
        rows: all.map((debts, i) => ({
          cells: [String(i + 1), ...used.map(({ lines }) => lines(debts).join('\n'))],
        })),
      },
    ],
  };
}

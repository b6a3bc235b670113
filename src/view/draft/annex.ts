import { capital } from '../../form.ts';
import { groupBy } from '../../group.ts';
import { type Facts, isOverdue } from '../../model/facts.ts';
import type { Row } from '../../model/ledger.ts';
import { type Plan, type Task, bodyName, nameOf } from '../../model/plan.ts';
import { countsOf, tableOf } from '../../model/summary.ts';
import { said, tableTexts } from '../meeting/columns.ts';
import { type Annex, type GridBlock, text } from '../paper/paper.ts';
import {
  classesText,
  dayText,
  deadlineText,
  documentText,
  listed,
  n,
  plain,
  quote,
  statusText,
  takenOver,
} from './words.ts';
import { classWords, whyWords } from '../words.ts';

type Line = GridBlock['rows'][number];

/** What each body did, in figures: the table of `dondoc summary`. */
export function ownersAnnex(facts: Facts, scope: string): Annex {
  const { heads, lines } = tableTexts(tableOf(facts.rows, 'owner', facts.plan), 'vi', [said]);
  let count = 0;
  return {
    title: `Tổng hợp kết quả thực hiện theo cơ quan, đơn vị ${scope}`,
    body: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 5, align: 'center' },
          ...heads.map((title, i) => (i === 0 ? { title, width: 40 } : { title, width: 1, align: 'center' as const })),
        ],
        rows: lines.map(({ kind, cells }) =>
          kind === 'line' ? { cells: [String(++count), ...cells] } : { cells: ['', ...cells], strong: true },
        ),
      },
    ],
  };
}

/** What became of each task, section by section; those without rows are listed with the reason. */
export function tasksAnnex(facts: Facts, scope: string): Annex {
  const { plan, rows } = facts;
  const byTask = groupBy(rows, ({ task }) => task.id);
  const tasks = [...plan.tasks, ...plan.ended.filter(({ id }) => byTask.has(id))];
  let count = 0;
  const lines = plan.sections.flatMap((section): Line[] => {
    const own = tasks.filter((task) => task.section.id === section.id);
    if (own.length === 0) return [];
    return [
      { cells: [section.id, section.title], strong: true },
      ...own.map((task): Line => ({ cells: [String(++count), ...taskCells(plan, task, byTask.get(task.id) ?? [])] })),
    ];
  });
  return {
    title: `Kết quả thực hiện từng nhiệm vụ ${scope}`,
    body: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 4, align: 'center' },
          { title: 'Nhiệm vụ', width: 26 },
          { title: 'Chủ trì', width: 12 },
          { title: 'Phối hợp', width: 12 },
          { title: 'Thời hạn', width: 11, align: 'center' },
          { title: 'Kết quả', width: 13 },
          { title: 'Sản phẩm, văn bản', width: 16 },
          { title: 'Ghi chú', width: 11 },
        ],
        rows: lines,
      },
      text('(*) Kế hoạch không nêu thời hạn; ngày ghi trong bảng là mốc theo dõi, không dùng để xác định quá hạn.'),
    ],
  };
}

function taskCells(plan: Plan, task: Task, rows: readonly Row[]): string[] {
  const namesOf = (ids: readonly string[]): string => listed(ids.map((id) => bodyName(plan, id)));
  const leads = namesOf(task.lead) + (task.leads.length > 1 ? ` (${n(task.leads.length)} cơ quan, đơn vị)` : '');
  return [
    `${task.id}. ${plain(task.text)}`,
    leads,
    namesOf(task.support),
    whenText(task, rows),
    resultText(task, rows),
    documentsText(task, rows),
    listed(notesOf(task, rows)),
  ];
}

function whenText({ deadline, kind }: Task, rows: readonly Row[]): string {
  const days = [...new Set(rows.map(deadlineText).filter((day) => day !== ''))];
  if (days.length > 0) return days.join('; ');
  if (kind === 'ongoing') return 'Thường xuyên';
  return deadline?.date === undefined
    ? (deadline?.words ?? '')
    : deadlineText({ deadline: deadline.date, basis: deadline.basis });
}

/** Of one body where the work stands; of several how many of them stand where. */
function resultText(task: Task, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) {
    if (task.answeredBy === 'none') return 'Không phải báo cáo';
    if (task.answeredBy === 'report') return 'Thực hiện bằng việc gửi báo cáo';
    return task.leads.length === 0 ? 'Hiện chưa có cơ quan chủ trì' : 'Chưa phát sinh sự kiện, yêu cầu';
  }
  if (rows.length > 1) return capital(classesText(countsOf(rows)));
  const { class: is, why, completed } = first;
  const details = [
    ...(is === 'in-term' || is === 'overdue' ? [statusText(first)] : []),
    ...(completed === undefined ? [] : [dayText(completed)]),
    ...(why === undefined ? [] : [`${whyWords[why].vi}${isOverdue(first) ? ', quá thời hạn' : ''}`]),
  ];
  return capital(classWords[is].vi) + (details.length > 0 ? ` (${details.join('; ')})` : '');
}

function documentsText(task: Task, rows: readonly Row[]): string {
  const evidence = rows.flatMap(({ entry, class: is }) => (is === 'unreported' ? [] : (entry?.evidence ?? [])));
  const products = task.products.map(({ title }) => plain(title));
  return [
    ...(products.length > 0 ? [`Sản phẩm: ${listed(products)}.`] : []),
    ...(evidence.length > 0
      ? [`Văn bản: ${listed([...new Set(evidence.map(({ data }) => documentText(data)))])}.`]
      : []),
  ].join(' ');
}

function notesOf(task: Task, rows: readonly Row[]): string[] {
  const [first, last] = [task.deadline?.extensions[0], task.deadline?.extensions.at(-1)];
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
  return [
    ...(first && last ? [`thời hạn ban đầu ${dayText(first.from)}, điều chỉnh theo ${nameOf(last.amendment)}`] : []),
    ...unique(
      rows.flatMap(({ waiver }) =>
        waiver ? [`được miễn: ${plain(waiver.reason)} (${nameOf(waiver.amendment)})`] : [],
      ),
    ),
    ...unique(
      rows.flatMap(({ trigger }) =>
        trigger?.data.what === undefined
          ? []
          : [`thực hiện khi: ${plain(trigger.data.what)} (${dayText(trigger.data.day ?? '')})`],
      ),
    ),
    ...unique(rows.flatMap((row) => (takenOver(row) === '' ? [] : [`${row.owner.name}${takenOver(row)}`]))),
    ...rows.flatMap(({ entry, owner }) =>
      entry?.appraisal?.data.verdict === 'returned'
        ? [
            `trả lại ${owner.name}${entry.appraisal.data.reason === undefined ? '' : `: ${quote(entry.appraisal.data.reason)}`}`,
          ]
        : [],
    ),
  ];
}

import { composed } from '../fold.ts';
import { formatDay } from '../day.ts';
import type { Lang, Text } from '../lang.ts';
import { repeats } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import type { Owner, Plan, Task } from '../model/plan.ts';
import type { Entry } from '../model/report.ts';
import { STATUS, type Status } from '../form.ts';
import { basisWords, kindWords } from './words.ts';
import { yamlScalar } from './report-text.ts';
import { wrap } from './width.ts';

/** What a template is filled with besides the plan. */
export interface TemplateGiven {
  readonly plan: Plan;
  readonly owner: Owner;
  readonly period: Period;
  /** The owner's last word on a task in an earlier period. */
  readonly previous: (task: Task) => Entry | undefined;
  /** An on-event task was set going by the period's due day. */
  readonly isGoing: (task: Task) => boolean;
}

const words = {
  head: {
    vi: (period: string, plan: string, owner: string) => `Báo cáo kỳ ${period} thực hiện Kế hoạch ${plan} – ${owner}`,
    en: (period: string, plan: string, owner: string) => `Report for ${period} on plan ${plan}: ${owner}`,
  },
  due: {
    vi: (day: string) =>
      `Hạn nộp: ${day}. Ghi vào sau dấu hai chấm; trường nào không có thì để trống. Ngày viết YYYY-MM-DD.`,
    en: (day: string) =>
      `Due: ${day}. Write after the colons; leave empty what does not apply. Days are written YYYY-MM-DD.`,
  },
} as const;

const labels: Readonly<
  Record<'status' | 'deadline' | 'products' | 'indicator' | 'support' | 'previous' | 'proposals' | 'carried', Text>
> = {
  status: { vi: 'Trạng thái (status):', en: 'status is one of:' },
  deadline: { vi: 'Hạn', en: 'Deadline' },
  products: { vi: 'Sản phẩm', en: 'Products' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  support: { vi: 'Phối hợp', en: 'With' },
  previous: { vi: 'Kỳ', en: 'In' },
  proposals: {
    vi: 'Đề xuất sửa đổi, bổ sung kế hoạch (nếu có): - { task: …, text: … }',
    en: 'Amendments to the plan that you ask for, if any: - { task: …, text: … }',
  },
  carried: { vi: 'chuyển từ kỳ', en: 'carried over from' },
};

/** The tasks that a body is asked about: those it leads, on-event ones only once they were set going. */
export const askedOf = ({ plan, owner, isGoing }: TemplateGiven): Task[] =>
  plan.tasks.filter(
    (task) => task.answeredBy === 'entry' && task.leads.includes(owner) && (task.kind !== 'on-event' || isGoing(task)),
  );

/** A report to fill in: the owner's own tasks with their text as comments, and what was said of them last time. */
export function template(given: TemplateGiven, schema: string, lang: Lang): string {
  const { plan, owner, period } = given;
  const asked = askedOf(given);
  return [
    `# yaml-language-server: $schema=${schema}`,
    ...comment(words.head[lang](period.id, plan.number, owner.name)),
    ...comment(words.due[lang](formatDay(plan.dueDay(period), lang))),
    `# ${labels.status[lang]}`,
    ...(Object.entries(STATUS) as [Status, Text][]).map(([status, text]) => `#   ${status.padEnd(12)} ${text[lang]}`),
    `plan: ${scalar(plan.number)}`,
    `version: ${plan.version}`,
    `owner: ${scalar(owner.id)}`,
    `period: "${period.id}"`,
    'reported:',
    'document:',
    '  number:',
    '  date:',
    'signer:',
    '  name:',
    '  title:',
    'contact:',
    '  name:',
    '  phone:',
    '  email:',
    'entries:',
    ...asked.flatMap((task) => entryLines(task, given.previous(task), lang)),
    '',
    ...comment(labels.proposals[lang]),
    'proposals:',
    '',
  ].join('\n');
}

const comment = (text: string, indent = ''): string[] =>
  wrap(text, 98 - indent.length).map((line) => `${indent}# ${line}`);

function entryLines(task: Task, previous: Entry | undefined, lang: Lang): string[] {
  const { deadline, products, indicator } = task;
  const when = deadline?.date ?? deadline?.words;
  const note = (text: string): string[] => comment(text, '  ');
  const supports =
    task.supports.length > 0 && task.supports.length <= 6 ? task.supports.map(({ name }) => name).join('; ') : '';
  return [
    '',
    ...note(`${task.id} (${kindWords[task.kind][lang]}): ${task.text}`),
    ...(deadline && when
      ? note(
          `${labels.deadline[lang]}: ${deadline.date ? formatDay(deadline.date, lang) : when} (${basisWords[deadline.basis][lang]})`,
        )
      : []),
    ...(products.length > 1
      ? note(`${labels.products[lang]}: ${products.map(({ title }, i) => `${i + 1}. ${title}`).join('; ')}`)
      : []),
    ...(indicator
      ? note(
          `${labels.indicator[lang]}: ${indicator.id} – ${indicator.name} (${indicator.words ?? [indicator.target, indicator.unit].join(' ').trim()})`,
        )
      : []),
    ...(supports === '' ? [] : note(`${labels.support[lang]}: ${supports}`)),
    ...filled(task, previous, lang),
  ];
}

/** A finished task keeps its whole entry; of the others only the state is carried over, and last time's words stand by as comments. */
function filled(task: Task, previous: Entry | undefined, lang: Lang): string[] {
  const { data = {}, evidence: shown = [] } = previous ?? {};
  const carried = (label: Text): string => [label[lang], previous?.report.period?.id].join(' ');
  const isDone = data.status === 'completed' && !repeats(task);
  const old = repeats(task) ? {} : data;
  const field = (name: string, value: string | number | undefined): string =>
    value === undefined ? `    ${name}:` : `    ${name}: ${scalar(value)}`;
  const said = isDone
    ? []
    : (['result', 'obstacles', 'next'] as const).flatMap((name) =>
        data[name] ? comment(`${carried(labels.previous)}, ${name}: ${data[name]}`, '    ') : [],
      );
  const evidence = isDone
    ? shown.map(
        ({ data }) =>
          `      - { ${Object.entries({ ...data })
            .map(([name, value]) => `${name}: ${scalar(value, true)}`)
            .join(', ')} }`,
      )
    : [];
  return [
    `  - task: ${scalar(task.id)}`,
    `${field('status', old.status)}${old.status === undefined ? '' : ` # ${carried(labels.carried)}`}`,
    ...(repeats(task) ? [] : [field('progress', old.progress), field('started', old.started)]),
    ...(task.submits || old.submitted !== undefined ? [field('submitted', old.submitted)] : []),
    ...(repeats(task) ? [] : [field('completed', isDone ? old.completed : undefined)]),
    ...said,
    field('result', isDone ? old.result : undefined),
    '    evidence:',
    ...evidence,
    field('obstacles', isDone ? old.obstacles : undefined),
    field('proposals', undefined),
    field('next', undefined),
    ...(task.indicator ? ['    indicators:'] : []),
  ];
}

/** Text of an earlier report is carried over composed, as it is typed today. */
const scalar = (value: string | number, inFlow = false): string =>
  yamlScalar(typeof value === 'string' ? composed(value) : value, inFlow);

const registerWords = {
  head: {
    vi: (plan: string) =>
      `Sổ của cơ quan đầu mối theo dõi Kế hoạch ${plan}: để cạnh các báo cáo, được kiểm tra như báo cáo`,
    en: (plan: string) => `The coordinator’s register for plan ${plan}: kept beside the reports and checked like one`,
  },
  received: {
    vi: 'Văn bản nhận ngoài mẫu: cơ quan đã gửi văn bản nhưng chưa nộp theo mẫu',
    en: 'Documents received outside the form',
  },
  triggers: {
    vi: 'Sự kiện (event) hoặc yêu cầu (request) làm phát sinh nhiệm vụ',
    en: 'Events and requests that set on-event tasks going',
  },
  appraisals: {
    vi: 'Thẩm định từng dòng báo cáo: accepted (chấp nhận) hoặc returned (trả lại, phải có reason)',
    en: 'Appraisals of single entries: accepted, or returned with a reason',
  },
} as const;

/** The coordinator's register to fill in: one commented example for each list, of the given period. */
export function registerForm(plan: Plan, period: string, schema: string, lang: Lang): string {
  const asked = plan.tasks.filter(({ kind, answeredBy }) => kind === 'on-event' && answeredBy === 'entry');
  const [task = ''] = [...asked, ...plan.tasks].map(({ id }) => id);
  const leads = plan.expand(plan.task(task)?.lead ?? []);
  const owner = (plan.reporters.find((each) => leads.includes(each)) ?? plan.reporters[0])?.id ?? '';
  return [
    `# yaml-language-server: $schema=${schema}`,
    ...comment(registerWords.head[lang](plan.number)),
    `plan: ${scalar(plan.number)}`,
    '',
    ...comment(registerWords.received[lang]),
    `# - { owner: ${owner}, number: 12/BC-…, date: YYYY-MM-DD, received: YYYY-MM-DD, period: "${period}", task: ${task} }`,
    'received:',
    '',
    ...comment(registerWords.triggers[lang]),
    `# - { task: ${task}, kind: event, what: …, document: { number: …, date: YYYY-MM-DD }, day: YYYY-MM-DD, due: YYYY-MM-DD }`,
    'triggers:',
    '',
    ...comment(registerWords.appraisals[lang]),
    `# - { owner: ${owner}, task: ${task}, period: "${period}", verdict: returned, reason: …, date: YYYY-MM-DD }`,
    'appraisals:',
    '',
  ].join('\n');
}

import { formatDay } from '../../day.ts';
import { capital, statusLabel } from '../../form.ts';
import type { Lang } from '../../lang.ts';
import { repeats } from '../../model/ledger.ts';
import type { Task } from '../../model/plan.ts';
import type { Entry } from '../../model/report.ts';
import { type Content, type FormRow, dayContent, formWorkbook } from './form.ts';
import { type TemplateGiven, askedOf } from '../template.ts';
import { kindWords } from '../words.ts';

const words = {
  lead: { vi: 'Chủ trì', en: 'Lead' },
  product: {
    vi: (n: number, title: string) => `Sản phẩm ${n}: ${title}`,
    en: (n: number, title: string) => `Product ${n}: ${title}`,
  },
  said: {
    vi: (period: string, status: string) => `Kỳ ${period}: ${status}`,
    en: (period: string, status: string) => `${period}: ${status}`,
  },
} as const;

/** The Excel form of a body for a period: its tasks as given, what it said of them last time, the rest to fill in. */
export function formTemplate(given: TemplateGiven, lang: Lang): Uint8Array {
  const { plan, owner, period } = given;
  const tasks = askedOf(given);
  const coordinator = owner.id === plan.coordinator ? undefined : plan.owner(plan.coordinator)?.name;
  return formWorkbook(
    {
      head: { plan: plan.number, version: plan.version, owner: owner.name, period: period.id },
      due: plan.dueDay(period),
      ...(coordinator === undefined ? {} : { coordinator }),
      rows: tasks.flatMap((task) => rowsOf(task, given.previous(task), lang)),
      proposals: [],
      extra: [
        ...(tasks.some(({ submits }) => submits) ? ['submitted'] : []),
        ...(tasks.some(({ indicator }) => indicator) ? ['indicators.value'] : []),
      ],
    },
    lang,
  );
}

/** A row for the task, with its first evidence; then one for each further product or piece of evidence. */
function rowsOf(task: Task, previous: Entry | undefined, lang: Lang): FormRow[] {
  const isDone = previous?.data.status === 'completed' && !repeats(task);
  const old = previous && !repeats(task) ? previous.data : {};
  const carriedFrom = previous?.report.period?.id;
  const { deadline, indicator, products } = task;
  const evidence = isDone ? previous.evidence : [];
  const numbered = products.length > 1;
  const first: Record<string, Content | undefined> = {
    task: task.id,
    text: task.text,
    role: words.lead[lang],
    deadline:
      deadline?.date === undefined
        ? (deadline?.words ?? capital(kindWords[task.kind][lang]))
        : formatDay(deadline.date, lang),
    status: old.status && statusLabel(old.status, lang),
    progress: old.progress,
    submitted: dayContent(old.submitted),
    previous: saidBefore(previous, isDone, lang),
    ...(isDone ? { completed: dayContent(old.completed), result: old.result, obstacles: old.obstacles } : {}),
    ...(indicator ? { 'indicators.id': indicator.id } : {}),
  };
  const count = Math.max(1, numbered ? products.length : 0, evidence.length);
  return Array.from({ length: count }, (_, i): FormRow => {
    const item = evidence[i]?.data;
    const product = products[i];
    const cells = {
      ...(i === 0 ? first : {}),
      ...(i > 0 && numbered && product ? { text: words.product[lang](i + 1, product.title) } : {}),
      ...(numbered && product && !isDone ? { 'evidence.product': i + 1 } : {}),
      ...(item
        ? {
            'evidence.number': item.number,
            'evidence.date': dayContent(item.date),
            'evidence.product': item.product,
            ...(item.number === undefined ? { 'evidence.title': item.title, 'evidence.file': item.file } : {}),
          }
        : {}),
    };
    const given = ['indicators.id', ...(item ? [] : ['evidence.product'])].filter((field) => field in cells);
    return { cells, given, ...(carriedFrom === undefined ? {} : { carriedFrom }) };
  });
}

/** What was reported last time, in a few lines, for the eye alone; of a finished task the rest stands in its own cells. */
function saidBefore(previous: Entry | undefined, isDone: boolean, lang: Lang): string | undefined {
  if (!previous) return undefined;
  const titles = previous.evidence.map(({ data: { number, title, issuer } }) =>
    [number, title, issuer].filter(isSaid).join(', '),
  );
  const { status, progress, result, obstacles, next } = previous.data;
  const state = [status && statusLabel(status, lang), progress === undefined ? undefined : `${progress}%`];
  const head = words.said[lang](previous.report.period?.id ?? '', state.filter(isSaid).join(', '));
  return [head, ...(isDone ? [] : [result, obstacles, next]), ...titles].filter(isSaid).join('\n');
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text !== '';

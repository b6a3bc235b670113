import { composed } from '../../fold.ts';
import { type Day, monthOf, yearOf } from '../../day.ts';
import { STATUS } from '../../form.ts';
import { formatNumber } from '../../lang.ts';
import { CLASSES, type Row } from '../../model/ledger.ts';
import type { Period } from '../../model/period.ts';
import type { Issuer } from '../../model/papers.ts';
import { type Owner, type Plan, type Task, bodyName } from '../../model/plan.ts';
import type { Entry, Evidence } from '../../model/report.ts';
import type { Counts } from '../../model/summary.ts';
import { isClass } from '../../model/facts.ts';
import { percent } from '../meeting/columns.ts';
import { roman } from '../paper/words.ts';
import { classWords } from '../words.ts';

/** The words of the drafts. Papers are Vietnamese official documents whatever the language of the interface. */

export const n = (value: number): string => formatNumber(value, 'vi');
export const share = (part: number, whole: number): string => `${percent(part, whole, 'vi')}%`;

/** `03/9/2020`: a nought before days below ten and before the first two months alone (Nghị định 30/2020/NĐ-CP). */
export function dayText(day: Day): string {
  const month = monthOf(day);
  return `${day.slice(8, 10)}/${month < 3 ? `0${month}` : month}/${yearOf(day)}`;
}

/** `năm 2025`, `6 tháng đầu năm 2025`, `quý III năm 2025`, `tháng 7 năm 2025`. */
export function periodText({ frequency, start }: Period): string {
  const [month, year] = [monthOf(start), `năm ${yearOf(start)}`];
  if (frequency === 'yearly') return year;
  if (frequency === 'half-yearly') return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} ${year}`;
  if (frequency === 'quarterly') return `quý ${roman(Math.ceil(month / 3))} ${year}`;
  return `tháng ${month < 3 ? `0${month}` : month} ${year}`;
}

/** `Kế hoạch số 12/KH-UBND`. */
export const planText = ({ number }: Pick<Plan, 'number'>): string => `Kế hoạch số ${number}`;

/** `Kế hoạch số 12/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân tỉnh`. */
export const planInFull = (plan: Plan): string =>
  `${planText(plan)} ngày ${dayText(plan.date)} của ${bodyName(plan, plan.issuer)}`;

/** How an issuer calls itself in a sentence. */
export const issuerName = (plan: Plan, { body, name }: Issuer): string => plan.body(body)?.name ?? name;

/** Text of an input on one line, composed. */
export const plain = (text: string): string => composed(text).replace(/\s+/g, ' ').trim();

/** Whatever is longer is cut, and that is said. */
const LONGEST_QUOTE = 1500;

/** Somebody's own words in quotation marks, without the full stop at their end. */
export function quote(text: string): string {
  const words = plain(text).replace(/(?<!\.)\.$/, '');
  return words.length <= LONGEST_QUOTE ? `“${words}”` : `“${shortened(words, LONGEST_QUOTE)}” (lược)`;
}

/** The beginning of a text, cut between two words. */
function shortened(text: string, length: number): string {
  const words = plain(text);
  if (words.length <= length) return words.replace(/\.$/, '');
  return `${words.slice(0, words.lastIndexOf(' ', length)).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** `II.3.a.1 (Xây dựng danh mục dự án…)`. */
export const taskText = ({ id, text }: Task): string => `${id} (${shortened(text, 110)})`;

/** `A; B; C`. */
export const listed = (texts: readonly string[]): string => texts.join('; ');

/** The classes that occur, each with its number: `hoàn thành đúng hạn 7; chưa báo cáo 28, trong đó đã quá thời hạn 1`. */
export const classesText = ({ classes, unreportedPastDeadline }: Counts): string =>
  listed(
    CLASSES.filter((each) => classes[each] > 0).map(
      (each) =>
        `${classWords[each].vi} ${n(classes[each])}` +
        (each === 'unreported' && unreportedPastDeadline > 0
          ? `, trong đó đã quá thời hạn ${n(unreportedPastDeadline)}`
          : ''),
    ),
  );

/** What an entry says of where the work stands; nothing where there is no entry. */
export function statusText(row: Row): string {
  const { status, progress, submitted, completed } = row.entry?.data ?? {};
  if (status === undefined) return '';
  const isDone = status === 'completed';
  const proven =
    row.completed !== undefined && completed !== undefined && row.completed > completed ? row.completed : '';
  const parts = [
    isDone && completed !== undefined ? `${STATUS[status].vi} ngày ${dayText(completed)}` : STATUS[status].vi,
    !isDone && progress !== undefined ? `đạt ${n(progress)}%` : '',
    row.task.submits && submitted !== undefined && submitted !== completed ? `trình ngày ${dayText(submitted)}` : '',
    proven === '' ? '' : `tính theo minh chứng ngày ${dayText(proven)}`,
    isClass(row, 'completed-late', 'overdue') ? `quá thời hạn ${deadlineText(row)}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What was last said of overdue work, without the deadline that stands beside it; empty where nothing was. */
export const lastStatus = (row: Row, said: Entry | undefined): string =>
  said ? statusText({ ...row, class: 'in-term', entry: said }) : '';

/** In its place. */
export const noStatus = ({ entry, misnamed }: Row): string =>
  entry || misnamed ? 'nội dung báo cáo chưa sử dụng được' : 'chưa có báo cáo về kết quả thực hiện';

/** Kinds of documents by the letters in their numbers (Nghị định 30/2020/NĐ-CP, annex III). */
const DOCUMENTS: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  CĐ: 'Công điện',
};

/** `Quyết định số 1471/QĐ-UBND ngày 27/6/2025`; a document without a number by its title. */
export function documentText({ number, date, title }: Pick<Evidence['data'], 'number' | 'date' | 'title'>): string {
  const day = date === undefined ? '' : ` ngày ${dayText(date)}`;
  if (number === undefined) return title === undefined ? `văn bản${day}` : `${quote(title)}${day}`;
  const letters = /^\d+[^/-]*(?:\/\d{4})?[/-]([^/-]+)/u.exec(number)?.[1] ?? '';
  return `${DOCUMENTS[letters] ?? 'Văn bản'} số ${plain(number)}${day}`;
}

/** The deadline as the papers write it: an assumed one is marked. */
export function deadlineText({ deadline, basis }: Pick<Row, 'deadline' | 'basis'>): string {
  return deadline === undefined ? '' : `${dayText(deadline)}${basis === 'assumed' ? ' (*)' : ''}`;
}

/** `31/12/2025 (“giai đoạn 2021-2025”)`: a binding deadline with the words of the plan that set it. */
export function deadlineInFull({ deadline, task, basis }: Pick<Row, 'deadline' | 'task' | 'basis'>): string {
  const words = task.deadline?.words;
  const why =
    words !== undefined && basis !== 'event'
      ? ` (Kế hoạch ghi ${quote(words)})`
      : basis === 'derived'
        ? ' (suy ra từ nội dung Kế hoạch)'
        : '';
  return `${dayText(deadline ?? '')}${why}`;
}

/** ` (tiếp nhận từ Sở Kế hoạch và Đầu tư)`: whose work it was, where the body has taken it over. */
export const takenOver = ({ owner, lead }: Pick<Row, 'owner' | 'lead'>): string =>
  owner === lead ? '' : ` (tiếp nhận từ ${lead.name})`;

/** ` (báo cáo ngày 20/02/2025 của Sở Kế hoạch và Đầu tư)`: whose words an entry has, where they are another body's. */
export function speakerText(owner: Owner, entry: Entry | undefined): string {
  const by = entry?.report.owner;
  if (by === undefined || by === owner) return '';
  const reported = entry?.report.reported;
  return ` (báo cáo${reported === undefined ? '' : ` ngày ${dayText(reported)}`} của ${by.name})`;
}

/** Who speaks in the entry of a row. */
export const whoText = ({ owner, entry }: Row): string => owner.name + speakerText(owner, entry);

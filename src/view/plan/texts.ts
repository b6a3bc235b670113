import { formatDay } from '../../day.ts';
import type { Lang, Text } from '../../lang.ts';
import type { Citation, Deadline, Product, Task } from '../../model/plan.ts';
import { dueInWords } from '../../rules/wording.ts';
import { relationWords } from '../words.ts';

/** What the fields of a task say, for people. */

export const answeredWords: Readonly<Record<Task['answeredBy'], Text>> = {
  entry: { vi: 'một dòng báo cáo mỗi kỳ', en: 'an entry each period' },
  report: { vi: 'chính việc nộp báo cáo', en: 'filing the report' },
  none: { vi: 'không phải báo cáo', en: 'nothing' },
};

/** How a task or product stands to documents. */
export const citedText = (list: readonly Citation[], lang: Lang): string =>
  list
    .map(
      ({ ref, relation, reference }) =>
        `${relationWords[relation][lang]} ${reference?.number ?? reference?.title ?? ref}${reference?.date ? ` (${formatDay(reference.date, lang)})` : ''}`,
    )
    .join('; ');

/** What is to come of a task, each with the documents that it is to change. */
export const productsText = (products: readonly Product[], lang: Lang): string =>
  products
    .map(
      ({ title, references }, i) =>
        `${i + 1}. ${title}${references.length > 0 ? ` (${citedText(references, lang)})` : ''}`,
    )
    .join('; ');

export const indicatorText = ({ id, name, target, unit = '', words }: NonNullable<Task['indicator']>): string =>
  `${name}: ${words ?? `${target} ${unit}`.trim()} [${id}]`;

/** The day of a deadline, or what the plan says in its place. */
export const deadlineDay = ({ date, each, words }: Deadline, lang: Lang): string =>
  date === undefined ? (words ?? (each ? dueInWords(each, lang) : '')) : formatDay(date, lang);

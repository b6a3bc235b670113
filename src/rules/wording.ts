import type { Field } from '../model/diff.ts';
import { type Lang, type Text, oneOf } from '../lang.ts';

/** Text from a file as it may stand in a message: on one line, at most 80 characters, the last of them `…` where cut. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 1000).replace(/\s+/g, ' ').trim());
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}

/** The end of a sentence about something unknown: what it may be. Empty where nothing is near. */
export function perhaps(suggestions: readonly string[], lang: Lang): string {
  if (suggestions.length === 0) return '';
  const list = oneOf(suggestions, lang);
  return lang === 'vi' ? `, có lẽ là ${list}` : `; perhaps ${list} is meant`;
}

/** What a field of a task is called. */
export const FIELD_WORDS: Readonly<Record<Field, Text>> = {
  text: { vi: 'nội dung', en: 'text' },
  kind: { vi: 'loại', en: 'kind' },
  answeredBy: { vi: 'cách báo cáo', en: 'how it is answered' },
  submits: { vi: 'việc trình', en: 'submission' },
  as: { vi: 'vai trò', en: 'role' },
  lead: { vi: 'chủ trì', en: 'lead' },
  support: { vi: 'phối hợp', en: 'support' },
  partners: { vi: 'cơ quan ngoài', en: 'partners' },
  products: { vi: 'sản phẩm', en: 'products' },
  references: { vi: 'văn bản viện dẫn', en: 'documents' },
  deadline: { vi: 'thời hạn', en: 'deadline' },
  indicator: { vi: 'chỉ tiêu', en: 'indicator' },
};

import type { Field } from '../model/diff.ts';
import type { DueRule } from '../model/period.ts';
import { COLUMNS, HEAD, type Status, statusLabel } from '../form.ts';
import { type Lang, type Text, oneOf, plural } from '../lang.ts';
import { type Obstacle, type Spot, placeOf } from '../source.ts';
import type { Rule } from './rule.ts';

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

const FORM_FIELDS = [...COLUMNS, ...HEAD];

/** What a field is called where it stands: by its name in a text, by its heading in a workbook. */
function fieldName(field: string, inCells: boolean, lang: Lang): string {
  const column = FORM_FIELDS.find((each) =>
    [field, `evidence.${field}`, `${field}.number`, `document.${field}`].includes(each.field),
  );
  if (!inCells) return field;
  if (column) return `“${column.title[lang]}”`;
  return { vi: 'bảng', en: 'the table' }[lang];
}

/** What the file calls a field of it: its name, or the heading of its column. */
export function fieldAt(spot: Spot, field: string): string {
  const title = spot.source.inCells ? placeOf(spot).cell?.title : undefined;
  return title === undefined ? field : `“${title}”`;
}

/** What to do about a finding of a rule, in the words of the file that it stands in. */
export function fixOf({ fix, fixInCells = fix }: Rule, inCells: boolean, lang: Lang): string {
  return (inCells ? fixInCells : fix)[lang].replace(
    /\{([a-z]+)(?:: ([a-z-]+))?\}/g,
    (_, field: string, word?: string) => {
      const name = fieldName(field, inCells, lang);
      if (word === undefined) return name;
      if (!inCells) return `${name}: ${word}`;
      const label = statusLabel(word as Status, lang);
      return lang === 'vi' ? `${name} là “${label}”` : `${name}: “${label}”`;
    },
  );
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

/** A day counted from a period, in words. */
export function dueInWords({ month, day }: DueRule, lang: Lang): string {
  if (month === 0) return { vi: `ngày ${day} tháng cuối kỳ`, en: `day ${day} of a period’s last month` }[lang];
  if (month > 0)
    return { vi: `ngày ${day} tháng thứ ${month} sau kỳ`, en: `day ${day} of month ${month} after a period` }[lang];
  return {
    vi: `ngày ${day}, ${-month} tháng trước tháng cuối kỳ`,
    en: `day ${day}, ${plural(-month, 'month')} before a period’s last`,
  }[lang];
}

/** Why a file was not to be read. */
export const OBSTACLE_WORDS: Readonly<Record<Obstacle, Text>> = {
  missing: { vi: 'không có tệp này', en: 'there is no such file' },
  denied: { vi: 'không có quyền đọc', en: 'reading it is not permitted' },
  'not-a-file': { vi: 'đây không phải là tệp thông thường', en: 'it is not an ordinary file' },
  link: { vi: 'đây là liên kết (lối tắt) chứ không phải tệp', en: 'it is a link, not a file' },
  empty: { vi: 'tệp không có nội dung', en: 'it is empty' },
  'input-output': { vi: 'ổ đĩa hoặc mạng báo lỗi khi đọc', en: 'the disk or network failed' },
  'not-a-report': { vi: 'tệp không có trường nào theo mẫu', en: 'it holds none of the fields of its form' },
};

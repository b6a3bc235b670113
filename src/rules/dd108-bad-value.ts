import { fold, suggest } from '../fold.ts';
import { statusLabelled } from '../form.ts';
import { type Lang, type Text, formatNumber, oneOf, plural } from '../lang.ts';
import type { Expected } from '../source.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

const TYPES: Readonly<Record<Extract<Expected, { type: unknown }>['type'], Text>> = {
  text: { vi: 'phải là chữ', en: 'must be text' },
  number: {
    vi: 'phải là một số (phần lẻ viết sau dấu chấm), không kèm chữ hoặc đơn vị',
    en: 'must be a number, without words or a unit',
  },
  integer: { vi: 'phải là một số nguyên', en: 'must be a whole number' },
  'true-or-false': { vi: 'phải là true hoặc false', en: 'must be true or false' },
  list: { vi: 'phải là danh sách, mỗi mục một gạch đầu dòng', en: 'must be a list, a dash for each item' },
  fields: { vi: 'phải là các trường dạng “tên: giá trị”', en: 'must be fields written “name: value”' },
};
const FORMS: Readonly<Record<Extract<Expected, { form: unknown }>['form'], Text>> = {
  version: {
    vi: 'phải gồm ba số cách nhau bằng dấu chấm, ví dụ 1.0.0',
    en: 'must be three numbers with dots between, such as 1.0.0',
  },
  period: {
    vi: 'phải là kỳ báo cáo, ví dụ 2025, 2025-H1, 2025-Q3 hoặc 2025-07',
    en: 'must be a period, such as 2025, 2025-H1, 2025-Q3 or 2025-07',
  },
  timezone: {
    vi: 'phải là một múi giờ, ví dụ Asia/Ho_Chi_Minh',
    en: 'must be a time zone, such as Asia/Ho_Chi_Minh',
  },
  identifier: {
    vi: 'phải là mã viết liền không dấu cách, ví dụ II.3.a.4 hoặc so-cong-thuong',
    en: 'must be an id without spaces, such as II.3.a.4 or so-cong-thuong',
  },
  'one-field': {
    vi: 'phải ghi đúng một thay đổi cho mỗi mục',
    en: 'must hold exactly one change; put each into an item of its own',
  },
  'not-blank': { vi: 'không được để trống', en: 'must not be blank' },
  'not-a-date': {
    vi: 'là ngày hoặc số do Excel tự đổi từ chữ đã gõ; phải ghi lại dạng chữ',
    en: 'is a date or number that Excel made of what was typed; it must be text',
  },
  percent: {
    vi: 'phải là một số từ 0 đến 100, ví dụ 60',
    en: 'must be a number from 0 to 100, such as 60',
  },
  'one-or-all': {
    vi: 'không rõ là 1% hay 100%; ghi “1%” hoặc 100',
    en: 'it may be one per cent or the whole: give “1%” or 100',
  },
  text: { vi: 'phải viết đúng theo mẫu', en: 'must be written as in the template' },
};
function inWords(expected: Expected, lang: Lang): string {
  if ('type' in expected) return TYPES[expected.type][lang];
  if ('form' in expected) return FORMS[expected.form][lang];
  if ('oneOf' in expected) return { vi: 'phải là ', en: 'must be ' }[lang] + oneOf(expected.oneOf, lang);
  if ('atLeast' in expected)
    return { vi: 'không được nhỏ hơn ', en: 'must not be below ' }[lang] + formatNumber(expected.atLeast, lang);
  if ('atMost' in expected)
    return { vi: 'không được lớn hơn ', en: 'must not be above ' }[lang] + formatNumber(expected.atMost, lang);
  const { atLeastItems } = expected;
  return { vi: `phải có ít nhất ${atLeastItems} mục`, en: `must have ${plural(atLeastItems, 'item')} or more` }[lang];
}

/** What officials write for the words of a form. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  'not-started': ['chưa thực hiện', 'chưa bắt đầu', 'chưa triển khai', 'chưa làm'],
  'in-progress': [
    'đang thực hiện',
    'đang triển khai',
    'đang làm',
    'chưa hoàn thành',
    'chưa xong',
    'chưa trình',
    'doing',
    'ongoing',
  ],
  submitted: ['đã trình', 'đã trình, chờ ban hành', 'chờ ban hành', 'trình'],
  completed: ['đã hoàn thành', 'hoàn thành', 'đã xong', 'xong', 'done', 'finished'],
  blocked: ['đang vướng mắc', 'có vướng mắc', 'vướng mắc', 'gặp khó khăn'],
  'none-arisen': ['không phát sinh', 'không có phát sinh'],
};
/** What YAML takes for a number or for true and false unless it stands in quotes. */
const BARE = /^([-+]?[\d.]+(e[-+]?\d+)?|true|false)$/i;

/** What is nearly done is not done either. */
const NEGATION = /\b(chua|khong|not|gan|sap)\b/;

const isNegated = (text: string): boolean => NEGATION.test(fold(text));

/** “chưa trình” must never suggest `submitted`, nor “hoàn thành 80%” suggest `completed`. */
function meant(value: string, expected: Expected): string[] {
  if (!('oneOf' in expected) || /\d/.test(value)) return [];
  const isNo = isNegated(value);
  const candidates = expected.oneOf.map((word) => ({
    value: word,
    names: [word, ...(LABELS[statusLabelled(word) ?? word] ?? [])].filter((name) => isNegated(name) === isNo),
  }));
  return suggest(
    value,
    candidates.filter(({ names }) => names.length > 0),
    1,
  );
}

export default defineRule<{
  field: string;
  value: string;
  expected: Expected;
  suggestions: readonly string[];
  unquoted: boolean;
}>({
  code: 'DD108',
  name: 'bad-value',
  severity: 'error',
  title: { vi: 'Giá trị không hợp lệ', en: 'Bad value' },
  message: {
    vi: ({ field, value, expected, suggestions, unquoted }) =>
      `“${field}” ghi “${value}”, ${inWords(expected, 'vi')}${perhaps(suggestions, 'vi')}${unquoted ? ` (chưa có ngoặc kép: "${value}")` : ''}`,
    en: ({ field, value, expected, suggestions, unquoted }) =>
      `“${field}” is “${value}”, but ${inWords(expected, 'en')}${perhaps(suggestions, 'en')}${unquoted ? ` (quotes are missing: "${value}")` : ''}`,
  },
  why: {
    vi: 'Giá trị không đúng quy định thì không tổng hợp được; đoán thay cho cơ quan báo cáo có thể làm sai kết quả.',
    en: 'What is not written in the agreed way cannot be consolidated, and guessing on behalf of the reporting body may falsify the result.',
  },
  fix: {
    vi: 'Ghi lại giá trị theo đúng yêu cầu nêu trong thông báo. Số phiên bản, số điện thoại và các giá trị là chữ mà chỉ gồm chữ số thì đặt trong ngoặc kép, ví dụ "0912345678".',
    en: 'Write the value as the message demands. Put versions, telephone numbers and other text made of figures alone in quotes, such as "0912345678".',
  },
  fixInCells: {
    vi: 'Ghi lại giá trị trong ô theo đúng yêu cầu nêu trong thông báo; trạng thái chọn trong danh sách. Mã và số văn bản mà Excel tự đổi thành ngày thì định dạng ô là Text trước khi gõ lại.',
    en: 'Write the value in the cell as the message demands; the status is chosen from its list. Where Excel turns an id or a document number into a date, format the cell as text before typing it again.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1 # <- DD108
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: đang thực hiện # <- DD108
    progress: 120 # <- DD108
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
    progress: 80
`,
    },
  }),

  *check(facts) {
    // A column may hold the same bad word some thousand times.
    const guesses = new Map<string, readonly string[]>();
    const guess = (value: string, expected: Expected): readonly string[] => {
      const key = JSON.stringify([value, expected]);
      const known = guesses.get(key) ?? meant(value, expected);
      guesses.set(key, known);
      return known;
    };
    for (const { fault, hit } of faultsOf(facts, 'bad-value')) {
      const { field } = fault;
      // `version: 1.0` is a number to YAML; in quotes it would still be no version, so that is what is said.
      const isShort = field === 'version' && /^\d+(\.\d+)?$/.test(fault.value);
      const expected: Expected = isShort ? { form: 'version' } : fault.expected;
      const suggestions = isShort
        ? [[...fault.value.split('.'), '0', '0'].slice(0, 3).join('.')]
        : guess(fault.value, expected);
      const unquoted = 'type' in expected && expected.type === 'text' && BARE.test(fault.value);
      yield { ...hit, data: { field, value: quoted(fault.value), expected, suggestions, unquoted } };
    }
  },
});

import type { Text } from '../lang.ts';
import type { SyntaxProblem } from '../source.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

const PROBLEMS: Readonly<Record<SyntaxProblem, Text>> = {
  'tab-indent': {
    vi: 'đầu dòng thụt vào bằng phím Tab, không phải bằng dấu cách',
    en: 'the line is indented with a tab instead of spaces',
  },
  'bad-indent': {
    vi: 'dòng thụt vào không thẳng hàng với các dòng cùng cấp',
    en: 'the line is not aligned with the others of its level',
  },
  'unclosed-quote': {
    vi: 'dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại',
    en: 'a quotation mark opens and is never closed',
  },
  'unclosed-bracket': {
    vi: 'dấu ngoặc [ hoặc { mở ra mà không đóng lại',
    en: 'a bracket [ or { opens and is never closed',
  },
  'missing-comma': { vi: 'thiếu dấu phẩy giữa hai mục', en: 'a comma is missing between two items' },
  'extra-comma': { vi: 'thừa dấu phẩy', en: 'there is a comma too many' },
  'missing-value': { vi: 'sau dấu hai chấm hoặc dấu phẩy không có giá trị', en: 'no value follows the colon or comma' },
  'missing-colon': { vi: 'sau tên trường thiếu dấu hai chấm', en: 'the field name is not followed by a colon' },
  'missing-space': {
    vi: 'thiếu dấu cách sau dấu hai chấm hoặc dấu gạch đầu dòng',
    en: 'a space is missing after the colon or dash',
  },
  'text-after-value': {
    vi: 'còn chữ sau khi giá trị đã kết thúc (ví dụ sau dấu ngoặc kép đóng)',
    en: 'more text follows where the value has ended (after a closing quotation mark, say)',
  },
  'list-after-key': {
    vi: 'danh sách bắt đầu ngay trên dòng của tên trường, không xuống dòng',
    en: 'a list begins on the same line as its field name',
  },
  'bad-escape': {
    vi: 'sau dấu gạch chéo ngược \\ trong ngoặc kép là ký tự không dùng được',
    en: 'the backslash \\ within quotes is followed by a character it cannot stand before',
  },
  'bad-character': {
    vi: 'có ký tự ẩn hoặc ký tự không được phép trong tệp',
    en: 'a hidden or forbidden character stands here',
  },
  'bad-scalar': {
    vi: 'giá trị bắt đầu bằng ký tự dành riêng (như @, %, `) mà không đặt trong ngoặc kép',
    en: 'the value begins with a reserved character (such as @, %, `) and is not in quotes',
  },
  'mapping-in-scalar': {
    vi: 'trong giá trị có dấu hai chấm mà giá trị không đặt trong ngoặc kép',
    en: 'the value has a colon in it and is not in quotes',
  },
  alias: {
    vi: 'giá trị bắt đầu bằng dấu * hoặc & mà không đặt trong ngoặc kép',
    en: 'the value begins with * or & and is not in quotes',
  },
  tag: {
    vi: 'giá trị bắt đầu bằng dấu ! mà không đặt trong ngoặc kép',
    en: 'the value begins with ! and is not in quotes',
  },
  'several-documents': {
    vi: 'dòng “---” hoặc “...” chia tệp thành nhiều phần',
    en: 'a line “---” or “...” divides the file into several parts',
  },
  'bad-key': {
    vi: 'tên trường trước dấu hai chấm không phải là một từ (để trống, là số hoặc là danh sách)',
    en: 'the field name before the colon is not a word (it is empty, a number or a list)',
  },
  'bad-number': {
    vi: 'số viết không đúng cách (thừa số 0 ở đầu, thiếu chữ số hoặc có dấu +)',
    en: 'the number is not written properly (a leading zero, a missing digit or a plus sign)',
  },
  'too-deep': { vi: 'các phần lồng vào nhau quá nhiều cấp', en: 'too many levels stand within each other' },
  'too-many-keys': { vi: 'tệp có quá nhiều trường', en: 'the file has too many fields' },
  'too-many-values': {
    vi: 'tệp có quá nhiều giá trị: được nhiều nhất 50.000',
    en: 'the file has too many values: 50,000 are allowed',
  },
  unexpected: {
    vi: 'có nội dung không đúng chỗ nên không hiểu được từ đây',
    en: 'something stands here that does not belong, and the rest cannot be understood',
  },
};

export default defineRule<{ problem: SyntaxProblem }>({
  code: 'DD104',
  name: 'syntax-error',
  severity: 'error',
  title: { vi: 'Sai cách viết tệp', en: 'Syntax error' },
  message: { vi: ({ problem }) => PROBLEMS[problem].vi, en: ({ problem }) => PROBLEMS[problem].en },
  why: {
    vi: 'Từ chỗ này trở đi không xác định được trường nào có giá trị nào, nên cả tệp chưa được kiểm tra. Chỗ được chỉ ra là nơi phát hiện lỗi; lỗi cũng có thể nằm ở dòng ngay trên.',
    en: 'From here on it cannot be told which field has which value, so the whole file is left unchecked. The place given is where the error shows; its cause may be the line above.',
  },
  fix: {
    vi: 'So dòng này và dòng ngay trên với tệp mẫu: thụt vào bằng dấu cách cho thẳng hàng, mỗi dòng một trường viết là “tên: giá trị”. Giá trị có dấu hai chấm, dấu # hoặc bắt đầu bằng ký tự đặc biệt thì đặt trọn trong ngoặc kép.',
    en: 'Compare this line and the one above with the template: indent with spaces so that levels align, one field a line, written “name: value”. Put a value in quotes if it has a colon or # in it or begins with a special character.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
    result: Kết quả: đã lấy ý kiến # <- DD104
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
    result: "Kết quả: đã lấy ý kiến"
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'syntax-error')) yield { ...hit, data: { problem: fault.problem } };
  },
});

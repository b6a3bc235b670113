import { ExampleWorkbook, FORM_HEAD, SOUND_FORM } from './example-workbook.ts';
import { quoted } from './wording.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ field: string; shows: string; isFormula: boolean }>({
  code: 'DD113',
  name: 'cell-without-value',
  severity: 'error',
  title: { vi: 'Ô không có giá trị', en: 'Cell without a value' },
  message: {
    vi: ({ field, shows, isFormula }) =>
      isFormula
        ? `“${field}” là công thức “${shows}” chưa có kết quả lưu trong tệp`
        : `“${field}” báo lỗi Excel “${shows}”`,
    en: ({ field, shows, isFormula }) =>
      isFormula
        ? `“${field}” is the formula “${shows}”, whose result is not in the file`
        : `“${field}” holds the Excel error “${shows}”`,
  },
  why: {
    vi: 'Ô báo lỗi (#REF!, #N/A…) hoặc công thức chưa tính không cho biết giá trị nào; dondoc không tự tính công thức của người khác.',
    en: 'A cell with an error (#REF!, #N/A and the like), or a formula that was never computed, says nothing; formulas of others are not computed here.',
  },
  fix: {
    vi: 'Gõ thẳng giá trị vào ô (hoặc chép rồi dán dạng giá trị: Paste Special > Values), lưu tệp bằng Excel hoặc LibreOffice rồi gửi lại.',
    en: 'Type the value into the cell (or paste it as a value), save the file in Excel or LibreOffice, and send it again.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook([
        ...FORM_HEAD,
        ['II.1.b', 'Đang thực hiện', { error: '#REF!' }, { formula: 'A9' }],
      ]),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'cell-without-value'))
      yield { ...hit, data: { field: fault.field, shows: quoted(fault.shows), isFormula: fault.isFormula } };
  },
});

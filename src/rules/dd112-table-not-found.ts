import { COLUMNS } from '../form.ts';
import { type Lang, listOf } from '../lang.ts';
import { ExampleWorkbook, SOUND_FORM } from './example-workbook.ts';
import { quoted } from './wording.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

/** Headings by their fields. */
const names = (missing: readonly string[], lang: Lang): string =>
  listOf(
    COLUMNS.filter(({ field }) => missing.includes(field)).map(({ title }) => `“${title[lang]}”`),
    lang,
  );

export default defineRule<{ missing: readonly string[]; near: readonly string[] }>({
  code: 'DD112',
  name: 'table-not-found',
  severity: 'error',
  title: { vi: 'Không tìm thấy bảng báo cáo', en: 'No table of the form' },
  message: {
    vi: ({ missing, near }) =>
      `không tìm thấy bảng báo cáo: thiếu cột ${names(missing, 'vi')}${near.length > 0 ? ` (dòng gần nhất với tiêu đề bảng: ${near.map((each) => `“${each}”`).join(', ')})` : ''}`,
    en: ({ missing, near }) =>
      `no table of the form was found: these columns are missing: ${names(missing, 'en')}${near.length > 0 ? ` (the row most like a heading says ${near.map((each) => `“${each}”`).join(', ')})` : ''}`,
  },
  why: {
    vi: 'Bảng được nhận ra qua tên cột chứ không qua vị trí, nên có thể thêm, bớt, đổi chỗ cột. Riêng mã nhiệm vụ và trạng thái phải có, vì thiếu thì không biết báo cáo nói gì về nhiệm vụ nào.',
    en: 'The table is known by its headings and not by its place, so columns may be moved and added. The ids of the tasks and their status must be there: without them nobody knows what is said of which task.',
  },
  fix: {
    vi: 'Dùng mẫu do cơ quan đầu mối gửi và giữ nguyên dòng tên cột.',
    en: 'Use the form that the coordinating office sends and leave its row of headings as it is.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook([
        ['STT', 'Nội dung', 'Ghi chú'],
        [1, 'Đã làm xong', ''],
      ]),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'no-table'))
      yield { ...hit, data: { missing: fault.missing, near: fault.near.map(quoted) } };
  },
});

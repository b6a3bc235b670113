import type { Text } from '../lang.ts';
import { ExampleWorkbook, FORM_HEAD, SOUND_FORM } from './example-workbook.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

type What = 'macros' | 'external-links';

const WHAT: Readonly<Record<What, Text>> = {
  macros: { vi: 'tệp có macro; macro không được chạy', en: 'the workbook has macros; they were not run' },
  'external-links': {
    vi: 'tệp có liên kết tới dữ liệu bên ngoài; chỉ đọc giá trị đã lưu trong tệp',
    en: 'the workbook links to data outside of it; only what is saved in the file was read',
  },
};

export default defineRule<{ what: What }>({
  code: 'DD116',
  name: 'active-content',
  severity: 'warning',
  title: { vi: 'Macro hoặc liên kết ngoài', en: 'Macros or external links' },
  message: {
    vi: ({ what }) => WHAT[what].vi,
    en: ({ what }) => WHAT[what].en,
  },
  why: {
    vi: 'Tệp báo cáo không cần macro hay dữ liệu lấy từ tệp khác. Macro có thể gây hại khi mở bằng Excel; giá trị lấy qua liên kết có thể đã cũ.',
    en: 'A report needs neither macros nor data from other files. Macros can do harm when the file is opened in Excel, and what came through a link may be out of date.',
  },
  fix: {
    vi: 'Kiểm tra nguồn gửi trước khi mở bằng Excel. Ngắt liên kết (Data > Edit Links > Break Link), lưu thành .xlsx không macro rồi gửi lại.',
    en: 'Make sure you know who sent it before opening it in Excel. Break the links, save it as .xlsx without macros, and send it again.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook([...FORM_HEAD, ['II.1.b', 'Đang thực hiện', 80]], {
        parts: ['xl/vbaProject.bin'],
      }),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'active-content')) yield { ...hit, data: { what: fault.what } };
  },
});

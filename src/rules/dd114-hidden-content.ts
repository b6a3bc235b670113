import { ExampleWorkbook, FORM_HEAD, SOUND_FORM } from './example-workbook.ts';
import { quoted } from './wording.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

type What = 'row' | 'column' | 'sheet';

const WHAT = {
  row: {
    vi: (name: string) => `dòng ${name} đang bị ẩn hoặc bị lọc nhưng có nội dung, vẫn được đọc`,
    en: (name: string) => `row ${name} is hidden or filtered out but has contents, which were read`,
  },
  column: {
    vi: (name: string) => `cột “${name}” đang bị ẩn nhưng có nội dung, vẫn được đọc`,
    en: (name: string) => `column “${name}” is hidden but has contents, which were read`,
  },
  sheet: {
    vi: (name: string) => `trang tính “${name}” đang bị ẩn, có nội dung nhưng không được đọc như báo cáo`,
    en: (name: string) => `sheet “${name}” is hidden; it has contents, which were not read as a report`,
  },
} satisfies Record<What, unknown>;

export default defineRule<{ what: What; name: string }>({
  code: 'DD114',
  name: 'hidden-content',
  severity: 'warning',
  title: { vi: 'Nội dung bị ẩn', en: 'Hidden contents' },
  message: {
    vi: ({ what, name }) => WHAT[what].vi(name),
    en: ({ what, name }) => WHAT[what].en(name),
  },
  why: {
    vi: 'Dòng, cột bị ẩn hoặc bị lọc vẫn nằm trong tệp và vẫn được tính; người ký có thể chưa nhìn thấy nội dung đó.',
    en: 'Rows and columns that are hidden or filtered out are still in the file and do count, though whoever signed may never have seen them.',
  },
  fix: {
    vi: 'Bỏ lọc và bỏ ẩn (Unhide), kiểm tra lại nội dung; phần không báo cáo thì xóa hẳn khỏi tệp.',
    en: 'Remove filters, unhide, and look at what is there; delete what is not meant to be reported.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook([...FORM_HEAD, ['II.1.b', 'Đang thực hiện', 80]], { hidden: 7 }),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'hidden-content'))
      yield { ...hit, data: { what: fault.what, name: quoted(fault.name) } };
  },
});

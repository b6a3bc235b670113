import { ExampleWorkbook, FORM_HEAD, SOUND_FORM } from './example-workbook.ts';
import { perhaps, quoted } from './wording.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

type What = 'row' | 'column' | 'sheet';

const WHAT = {
  row: {
    vi: (name: string) => `dòng “${name}” không phải dòng báo cáo nên không đọc`,
    en: (name: string) => `the row “${name}” is no entry and was not read`,
  },
  column: {
    vi: (name: string) => `cột “${name}” không có trong mẫu nên không đọc`,
    en: (name: string) => `column “${name}” is not in the form and was not read`,
  },
  sheet: {
    vi: (name: string) => `trang tính “${name}” không thuộc mẫu nên không đọc`,
    en: (name: string) => `sheet “${name}” is not part of the form and was not read`,
  },
} satisfies Record<What, unknown>;

export default defineRule<{ what: What; name: string; near?: string }>({
  code: 'DD118',
  name: 'unread-content',
  severity: 'warning',
  title: { vi: 'Nội dung không được đọc', en: 'Contents that were not read' },
  message: {
    vi: ({ what, name, near }) => WHAT[what].vi(name) + (near === undefined ? '' : perhaps([`“${near}”`], 'vi')),
    en: ({ what, name, near }) => WHAT[what].en(name) + (near === undefined ? '' : perhaps([`“${near}”`], 'en')),
  },
  why: {
    vi: 'Chỉ các cột của mẫu được đưa vào tổng hợp. Nội dung ghi ngoài các cột đó không ai tổng hợp, nên người gửi cần biết.',
    en: 'Only the columns of the form are consolidated. What stands elsewhere reaches nobody, and its sender should know.',
  },
  fix: {
    vi: 'Cột đã đổi tên thì ghi lại đúng tên cột của mẫu; nội dung khác thì chuyển vào cột phù hợp (Kết quả, Khó khăn, Đề xuất…). Nếu chỉ là ghi chú nội bộ thì không cần sửa.',
    en: 'Give a renamed column its name in the form again; move other contents into a column of the form (result, obstacles, proposals, …). Nothing needs to be done about private notes.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook([
        ...FORM_HEAD.slice(0, 5),
        ['Mã nhiệm vụ', 'Trạng thái', 'Ghi chú'],
        ['II.1.b', 'Đang thực hiện', 'Chờ ý kiến Sở Công Thương'],
      ]),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'unread-content')) {
      const { what, name, near } = fault;
      const severity = what === 'row' ? 'info' : 'warning';
      yield { ...hit, severity, data: { what, name: quoted(name), ...(near === undefined ? {} : { near }) } };
    }
  },
});

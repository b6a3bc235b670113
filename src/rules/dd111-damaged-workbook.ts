import { SOUND_FORM } from './example-workbook.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ isTooLarge: boolean }>({
  code: 'DD111',
  name: 'damaged-workbook',
  severity: 'error',
  title: { vi: 'Tệp Excel bị hỏng', en: 'Damaged workbook' },
  message: {
    vi: ({ isTooLarge }) =>
      isTooLarge
        ? 'tệp Excel giải nén ra quá lớn, không đọc để tránh treo máy'
        : 'tệp Excel bị hỏng, thiếu phần hoặc chứa khai báo không được phép, không đọc được',
    en: ({ isTooLarge }) =>
      isTooLarge
        ? 'the workbook unpacks to more than any report needs and was not read'
        : 'the workbook is damaged, incomplete, or declares what a workbook may not, and cannot be read',
  },
  why: {
    vi: 'Tệp tải lên hoặc gửi qua thư dở dang thường bị cắt cuối; Excel đôi khi tự sửa và bỏ bớt nội dung mà không báo. Đọc phần còn lại có thể thiếu nhiệm vụ.',
    en: 'Uploads and mails that break off cut the end of a file. Excel sometimes repairs it and drops contents without saying so; reading the rest might leave out tasks.',
  },
  fix: {
    vi: 'Mở tệp gốc bằng Excel hoặc LibreOffice, lưu lại thành tệp .xlsx mới rồi gửi lại. Nếu bảng tính có hàng vạn dòng trống định dạng sẵn, chép phần báo cáo sang mẫu mới.',
    en: 'Open the original in Excel or LibreOffice, save it as a new .xlsx file and send that. If the sheet has a great many formatted empty rows, copy the report into a new form.',
  },
  example: () => ({
    bad: {
      get 'so-tai-chinh.xlsx'() {
        return SOUND_FORM.bytes.subarray(0, 700);
      },
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'damaged-workbook'))
      yield { ...hit, data: { isTooLarge: fault.isTooLarge } };
  },
});

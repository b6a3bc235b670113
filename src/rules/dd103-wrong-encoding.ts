import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';
import { quoted } from './wording.ts';

export default defineRule<{ looksLike?: string; sample?: string }>({
  code: 'DD103',
  name: 'wrong-encoding',
  severity: 'error',
  title: { vi: 'Sai bảng mã chữ', en: 'Wrong encoding' },
  message: {
    vi: ({ looksLike, sample }) =>
      looksLike === undefined
        ? 'tệp không dùng bảng mã Unicode UTF-8'
        : `tệp dùng bảng mã ${looksLike}, không phải Unicode UTF-8${sample === undefined ? '' : `; chuyển mã sẽ đọc là “${sample}”`}`,
    en: ({ looksLike, sample }) =>
      looksLike === undefined
        ? 'the file is not in UTF-8'
        : `the file is in ${looksLike}, not in UTF-8${sample === undefined ? '' : `; converted it would read “${sample}”`}`,
  },
  why: {
    vi: 'Văn bản hành chính dùng bộ mã ký tự Unicode theo TCVN 6909:2001 (Phụ lục I Nghị định số 30/2020/NĐ-CP). Đọc theo bảng mã khác sẽ sai dấu tiếng Việt, làm sai tên cơ quan và nội dung.',
    en: 'Administrative documents are written in Unicode (TCVN 6909:2001; Decree 30/2020/NĐ-CP, annex I). Read in another encoding, Vietnamese letters come out wrong, and with them names and contents.',
  },
  fix: {
    vi: 'Chạy dondoc convert để có bản UTF-8 (tệp mới, tệp gốc giữ nguyên), đọc lại rồi gửi; hoặc mở bằng phần mềm soạn thảo, chọn Lưu với tên khác (Save As), mã hóa (Encoding) UTF-8.',
    en: 'Run dondoc convert for a copy in UTF-8 (a new file; the original stays as it is), read it over and send it; or save the file again with encoding UTF-8 in an editor.',
  },
  example: () => ({
    bad: {
      // “Sở Tài chính” in TCVN3, where each accented letter is one byte above 7F.
      'so-tai-chinh.yaml': Uint8Array.from('owner: S\xeb T\xb5i ch\xddnh\n', (character) => character.charCodeAt(0)),
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Tài chính
period: "2024"
reported: 2024-12-20
entries: []
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'wrong-encoding'))
      yield {
        ...hit,
        data: {
          ...(fault.looksLike === undefined ? {} : { looksLike: fault.looksLike }),
          ...(fault.sample === undefined ? {} : { sample: quoted(fault.sample) }),
        },
      };
  },
});

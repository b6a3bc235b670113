import { ExampleWorkbook, FORM_HEAD, SOUND_FORM } from './example-workbook.ts';
import { quoted } from './wording.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

const NAMES: Readonly<Record<string, string>> = { TCVN3: 'TCVN3 (ABC)', VNI: 'VNI' };

export default defineRule<{ code: string; text: string; converted: string }>({
  code: 'DD117',
  name: 'legacy-text',
  severity: 'error',
  title: { vi: 'Chữ gõ bằng phông cũ', en: 'Text in a font from before Unicode' },
  message: {
    vi: ({ code, text, converted }) =>
      `“${text}” là chữ ${NAMES[code] ?? code}, chuyển sang Unicode đọc là “${converted}”`,
    en: ({ code, text, converted }) => `“${text}” is ${NAMES[code] ?? code} text; in Unicode it reads “${converted}”`,
  },
  why: {
    vi: 'Chữ TCVN3 hoặc VNI chỉ đọc được khi máy có đúng phông; tên cơ quan, trạng thái và nội dung sẽ sai khi tổng hợp. Văn bản hành chính dùng Unicode theo TCVN 6909:2001 (Phụ lục I Nghị định số 30/2020/NĐ-CP).',
    en: 'TCVN3 and VNI text can be read with the right fonts alone; names, statuses and contents come out wrong elsewhere. Administrative documents are in Unicode (TCVN 6909:2001; Decree 30/2020/NĐ-CP, annex I).',
  },
  fix: {
    vi: 'Gõ lại bằng bộ gõ Unicode rồi gửi lại. Cơ quan đầu mối có thể chạy dondoc convert để có bản đã chuyển mã (tệp mới, tệp gốc giữ nguyên) gửi đơn vị đọc lại.',
    en: 'Type the text again in Unicode and send it again. The coordinating office can make a converted copy with dondoc convert (a new file; the original stays as it is) for the sender to read over.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook([
        ...FORM_HEAD,
        ['II.1.b', 'Đang thực hiện', 80, '§· lÊy ý kiÕn c¸c së, ngµnh'],
      ]),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'legacy-text'))
      yield { ...hit, data: { code: fault.code, text: quoted(fault.text), converted: quoted(fault.converted) } };
  },
});

import { type Lang, formatNumber } from '../lang.ts';
import { faultsOf } from './faults.ts';
import { type Files, defineRule } from './rule.ts';

/** Rounded up, so that what is just above the limit never reads as the limit itself. */
const megabytes = (bytes: number, lang: Lang): string =>
  `${formatNumber(Math.ceil((bytes / 1024 / 1024) * 10) / 10, lang)} MB`;

export default defineRule<{ bytes: number; limit: number }>({
  code: 'DD102',
  name: 'too-large',
  severity: 'error',
  title: { vi: 'Tệp quá lớn', en: 'File too large' },
  message: {
    vi: ({ bytes, limit }) => `tệp có dung lượng ${megabytes(bytes, 'vi')}, vượt mức tối đa ${megabytes(limit, 'vi')}`,
    en: ({ bytes, limit }) => `the file is ${megabytes(bytes, 'en')}, above the limit of ${megabytes(limit, 'en')}`,
  },
  why: {
    vi: 'Một báo cáo đầy đủ chỉ vài chục kilôbyte. Tệp lớn hơn nhiều lần thường là văn bản quét, ảnh hoặc bảng tính đổi đuôi; đọc vào có thể làm treo máy.',
    en: 'A complete report takes some tens of kilobytes. A file many times larger is usually a scan, a picture or a spreadsheet under another name, and reading it may stall the machine.',
  },
  fix: {
    vi: 'Kiểm tra xem có gửi nhầm tệp không. Văn bản quét và phụ lục gửi kèm riêng; trong báo cáo chỉ ghi số, ký hiệu hoặc tên tệp ở phần {evidence}.',
    en: 'Check that this is the right file. Send scans and annexes separately and give only their number or file name under {evidence}.',
  },
  example: () => ({
    // Made when asked for: nobody should pay for five megabytes at start.
    get bad(): Files {
      return { 'so-tai-chinh.yaml': new Uint8Array(5 * 1024 * 1024 + 1) };
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries: []
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'too-large'))
      yield { ...hit, data: { bytes: fault.bytes, limit: fault.limit } };
  },
});

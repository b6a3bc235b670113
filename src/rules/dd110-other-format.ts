import { Buffer } from 'node:buffer';
import type { Text } from '../lang.ts';
import type { FileKind } from '../office/kind.ts';
import { SOUND_FORM } from './example-workbook.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

const KINDS: Readonly<Record<FileKind, Text>> = {
  zip: { vi: 'tệp nén ZIP', en: 'a ZIP archive' },
  xls: { vi: 'tệp Excel 97-2003 (.xls)', en: 'an Excel 97-2003 workbook (.xls)' },
  doc: { vi: 'tệp Word 97-2003 (.doc)', en: 'a Word 97-2003 document (.doc)' },
  ppt: { vi: 'tệp PowerPoint 97-2003 (.ppt)', en: 'a PowerPoint 97-2003 presentation (.ppt)' },
  encrypted: { vi: 'tệp Excel đặt mật khẩu mở tệp', en: 'a workbook that only opens with a password' },
  ole: { vi: 'tệp Office đời cũ không rõ loại', en: 'an old Office file of an unknown kind' },
  docx: { vi: 'tệp Word (.docx)', en: 'a Word document (.docx)' },
  pptx: { vi: 'tệp PowerPoint (.pptx)', en: 'a PowerPoint presentation (.pptx)' },
  xlsx: { vi: 'tệp Excel (.xlsx)', en: 'an Excel workbook (.xlsx)' },
  xlsb: { vi: 'tệp Excel nhị phân (.xlsb)', en: 'a binary workbook (.xlsb)' },
  ods: { vi: 'bảng tính LibreOffice (.ods)', en: 'a LibreOffice spreadsheet (.ods)' },
  odt: { vi: 'văn bản LibreOffice (.odt)', en: 'a LibreOffice document (.odt)' },
  numbers: { vi: 'bảng tính Apple Numbers', en: 'an Apple Numbers spreadsheet' },
  pdf: { vi: 'tệp PDF', en: 'a PDF document' },
  rtf: { vi: 'văn bản RTF', en: 'an RTF document' },
  html: {
    vi: 'trang web HTML (thường do phần mềm xuất ra)',
    en: 'a web page (HTML), as some systems export it',
  },
  'xml-2003': { vi: 'bảng tính XML 2003', en: 'an XML spreadsheet of 2003' },
  picture: { vi: 'tệp ảnh', en: 'a picture' },
  rar: { vi: 'tệp nén RAR', en: 'a RAR archive' },
  '7z': { vi: 'tệp nén 7-Zip', en: 'a 7-Zip archive' },
  text: { vi: 'tệp văn bản (CSV, YAML…)', en: 'a text file (CSV, YAML, …)' },
  unknown: { vi: 'tệp không rõ loại', en: 'a file of an unknown kind' },
};

export default defineRule<{ is: FileKind }>({
  code: 'DD110',
  name: 'other-format',
  severity: 'error',
  title: { vi: 'Tệp không đúng định dạng như tên gọi', en: 'Not the format that its name says' },
  message: {
    vi: ({ is }) => `không đọc được như tên tệp: nội dung là ${KINDS[is].vi}`,
    en: ({ is }) => `the file cannot be read as its name says: it is ${KINDS[is].en}`,
  },
  why: {
    vi: 'Tên tệp chỉ là nhãn; nội dung mới quyết định đọc được hay không. Tệp đổi đuôi vẫn mở được bằng Excel nên người gửi không biết là không tổng hợp được.',
    en: 'A name is only a label. A renamed file may still open in Excel, so its sender does not know that it cannot be consolidated.',
  },
  fix: {
    vi: 'Mở tệp bằng phần mềm đã tạo ra nó, chọn Lưu với tên khác (Save As), kiểu tệp Excel Workbook (.xlsx), bỏ mật khẩu nếu có, rồi gửi lại. Nếu là văn bản Word hoặc PDF thì chép nội dung vào mẫu báo cáo Excel.',
    en: 'Open the file in the program that made it, save it as an Excel workbook (.xlsx) without a password, and send it again. Copy what stands in a Word or PDF document into the Excel form.',
  },
  example: () => ({
    bad: {
      // The first bytes of an Excel 97-2003 workbook.
      'so-tai-chinh.xlsx': Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Workbook', 'utf16le')]),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'other-format')) yield { ...hit, data: { is: fault.is } };
  },
});

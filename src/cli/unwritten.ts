import { relative } from 'node:path';
import type { Text } from '../lang.ts';
import type { NotWritten } from '../write/not-written.ts';

const busy: Text = {
  vi: 'không được phép ghi, hoặc tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại, hoặc chọn chỗ khác',
  en: 'writing is not permitted, or the file is open in another program; close it and run again, or choose another place',
};
const full: Text = {
  vi: 'đĩa đã đầy hoặc đã hết hạn mức; giải phóng chỗ trống rồi chạy lại, hoặc ghi ra chỗ khác',
  en: 'the disk is full, or your quota is used up; make room and run again, or write somewhere else',
};

/** Why the system refused, and what to do about it, by its code. */
const WHY: Readonly<Record<string, Text>> = {
  ENOENT: {
    vi: 'chưa có thư mục để chứa tệp này; tạo thư mục rồi chạy lại',
    en: 'the folder for it does not exist; create it, then run again',
  },
  ENOTDIR: {
    vi: 'trên đường dẫn có một tệp ở chỗ phải là thư mục; chọn chỗ khác',
    en: 'a part of the path is a file where a folder must be; choose another place',
  },
  EISDIR: { vi: 'đây là một thư mục; ghi tên tệp', en: 'it is a folder; give the name of a file' },
  EACCES: {
    vi: 'không có quyền ghi ở đây; chọn chỗ khác, hoặc xin quyền ghi',
    en: 'you may not write there; choose another place, or ask for permission',
  },
  EROFS: { vi: 'ổ đĩa này chỉ cho đọc; chọn chỗ khác', en: 'the disk is read-only; choose another place' },
  EPERM: busy,
  EBUSY: busy,
  ENOSPC: full,
  EDQUOT: full,
};

/** What was not written, why, and what to do. A stream of the process may have taken a part of it. */
export function unwritten({ path, code }: NotWritten, cwd: string): Text {
  const why = WHY[code] ?? { vi: `hệ thống báo lỗi ${code}`, en: `system error ${code}` };
  if (path === undefined)
    return { vi: `chưa in được hết kết quả: ${why.vi}`, en: `the output is not complete: ${why.en}` };
  const here = relative(cwd, path) || '.';
  const file = here.startsWith('..') ? path : here;
  return { vi: `không ghi được ${file}: ${why.vi}`, en: `cannot write ${file}: ${why.en}` };
}

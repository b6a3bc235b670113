import type { Obstacle } from '../source.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';
import { OBSTACLE_WORDS } from './wording.ts';

export default defineRule<{ why: Obstacle }>({
  code: 'DD101',
  name: 'unreadable',
  severity: 'error',
  title: { vi: 'Không đọc được tệp', en: 'Unreadable file' },
  message: {
    vi: ({ why }) => `không đọc được tệp: ${OBSTACLE_WORDS[why].vi}`,
    en: ({ why }) => `the file cannot be read: ${OBSTACLE_WORDS[why].en}`,
  },
  why: {
    vi: 'Tệp không đọc được thì coi như chưa nhận được nội dung báo cáo, và cơ quan gửi tệp không biết nếu không được thông báo. Các tệp khác vẫn được kiểm tra bình thường.',
    en: 'A file that cannot be read counts as not received, and whoever sent it does not know unless told. All other files are checked as usual.',
  },
  fix: {
    vi: 'Mở lại tệp, kiểm tra nội dung và quyền đọc. Nếu là báo cáo, tạo lại tệp từ mẫu báo cáo rồi gửi lại; nếu không phải báo cáo, chuyển tệp ra khỏi thư mục báo cáo.',
    en: 'Open the file and check its contents and permissions. If it is a report, make it anew from the template and send it again; if it is not, move it out of the folder of reports.',
  },
  example: () => ({
    bad: {
      'ghi-chu.yaml': `ghi chú: Họp giao ban ngày 20 # <- DD101
`,
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
    for (const { fault, hit } of faultsOf(facts, 'unreadable')) yield { ...hit, data: { why: fault.why } };
  },
});

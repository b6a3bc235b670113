import { faultsOf } from './faults.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ key: string }>({
  code: 'DD105',
  name: 'duplicate-key',
  severity: 'error',
  title: { vi: 'Ghi trùng', en: 'Given twice' },
  message: {
    vi: ({ key }) => `“${quoted(key)}” đã được ghi ở trên, đây là lần thứ hai`,
    en: ({ key }) => `“${quoted(key)}” was given before; this is the second time`,
  },
  why: {
    vi: 'Cùng một trường ghi hai lần thì không biết lấy giá trị nào. Trong tệp kế hoạch, hai cơ quan, nhiệm vụ hay văn bản trùng mã hoặc trùng tên thì không phân biệt được.',
    en: 'Where a field is given twice, nobody can tell which value is meant. In the files of a plan, two bodies, tasks or documents of one id or name cannot be told apart.',
  },
  fix: {
    vi: 'Giữ lại dòng đúng, xóa dòng kia. Nếu là hai nhiệm vụ khác nhau, thêm dấu gạch đầu dòng “- ” trước trường task của nhiệm vụ thứ hai; nếu là hai cơ quan hoặc văn bản khác nhau, đặt mã hoặc tên khác nhau.',
    en: 'Keep the right line and delete the other. If two tasks are meant, put a dash “- ” before the second one’s task field; if two bodies or documents are meant, give them different ids or names.',
  },
  fixInCells: {
    vi: 'Hai cột cùng tên thì chỉ cột đầu được đọc. Chuyển nội dung về một cột, xóa cột kia hoặc đặt tên khác.',
    en: 'Of two columns with one heading the first is read. Put the contents into one of them and delete or rename the other.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: not-started
    status: in-progress # <- DD105
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'duplicate-key')) yield { ...hit, data: { key: fault.key } };
  },
});

import { type Day, formatDay } from '../day.ts';
import { listOf } from '../lang.ts';
import type { Objection } from '../model/objection.ts';
import type { ChangeKind } from '../model/plan.ts';
import { CHANGES } from './changes.ts';
import { defineRule } from './rule.ts';
import { quoted } from './wording.ts';

type Data =
  | { why: 'twice'; what: ChangeKind; other: ChangeKind; by: string }
  | { why: 'no-heir' | 'no-giver'; owners: readonly string[] }
  | { why: 'not-later'; task: string; deadline: Day; to: Day }
  | { why: 'all-waived' };

function dataOf(objection: Objection): Data | undefined {
  switch (objection.kind) {
    case 'twice':
      return { why: 'twice', what: objection.what, other: objection.other, by: objection.by };
    case 'no-heir':
    case 'no-giver':
      return { why: objection.kind, owners: objection.owners };
    case 'not-later':
      return { why: 'not-later', task: objection.task, deadline: objection.deadline, to: objection.to };
    case 'all-waived':
      return { why: 'all-waived' };
    default:
      return undefined;
  }
}

export default defineRule<Data>({
  code: 'DD315',
  name: 'amendment-conflict',
  severity: 'error',
  title: { vi: 'Các thay đổi mâu thuẫn nhau', en: 'Changes that contradict' },
  message: {
    vi: (data) => {
      switch (data.why) {
        case 'twice':
          return `${CHANGES[data.what].vi} trùng đối tượng với thay đổi khác cùng ngày (${CHANGES[data.other].vi}, ${quoted(data.by)})`;
        case 'no-heir':
          return `việc của ${listOf(data.owners, 'vi')} được chuyển giao mà không nêu cơ quan tiếp nhận`;
        case 'no-giver':
          return `${listOf(data.owners, 'vi')} vừa giao vừa nhận toàn bộ, không có gì được chuyển giao`;
        case 'not-later':
          return `hạn mới ${formatDay(data.to, 'vi')} của nhiệm vụ ${data.task} không sau hạn đang có (${formatDay(data.deadline, 'vi')})`;
        case 'all-waived':
          return 'việc miễn không nêu cơ quan, nhiệm vụ hay kỳ nào';
      }
    },
    en: (data) => {
      switch (data.why) {
        case 'twice':
          return `${CHANGES[data.what].en} touches what another change of the same day touches (${CHANGES[data.other].en}, ${quoted(data.by)})`;
        case 'no-heir':
          return `the work of ${listOf(data.owners, 'en')} passes on, but to nobody`;
        case 'no-giver':
          return `${listOf(data.owners, 'en')} would hand everything over to ${data.owners.length > 1 ? 'themselves' : 'itself'}`;
        case 'not-later':
          return `the new deadline ${data.to} of task ${data.task} is not later than the one in force (${data.deadline})`;
        case 'all-waived':
          return 'the waiver names neither body nor task nor period';
      }
    },
  },
  why: {
    vi: 'Các thay đổi có hiệu lực cùng ngày được áp dụng như một, không theo thứ tự trong tệp; hai thay đổi cùng đụng một điểm thì không biết theo cái nào.',
    en: 'Changes of one day take effect together, whatever their order in the files. Where two of them touch the same thing, nobody knows which one holds.',
  },
  fix: {
    vi: 'Giữ lại một thay đổi, hoặc gộp thành một. Cơ quan kết thúc mà không có cơ quan kế thừa thì dùng end-owner; đưa hạn về sớm hơn thì dùng set-deadline; việc miễn phải nêu owner, task hoặc period.',
    en: 'Keep one of the changes, or make them one. A body that ends without successor is ended by end-owner; an earlier deadline is set by set-deadline; a waiver names an owner, a task or a period.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - succeed:
      from: [so-tai-chinh]
      to: [] # <- DD315
  - extend-deadline: { task: II.1.b, to: 2025-06-30 } # <- DD315
  - end-task: { task: II.1.a.2 }
`,
      'plan/amendments/b.yaml': `instrument: { number: 21/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 3.0.0
changes:
  - end-task: { task: II.1.a.2 } # <- DD315
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-owner: { owner: so-tai-chinh, reason: Giải thể }
  - extend-deadline: { task: II.1.b, to: 2026-06-30 }
`,
    },
  }),

  *check({ objections }) {
    for (const objection of objections) {
      const data = dataOf(objection);
      if (data) yield { at: objection.at, related: objection.related, data };
    }
  },
});

import { type Day, formatDay } from '../day.ts';
import { suggest } from '../fold.ts';
import { type Text, listOf } from '../lang.ts';
import type { Objection, Thing } from '../model/objection.ts';
import type { Plan } from '../model/plan.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

type Data =
  | { why: 'unknown'; thing: Thing; id: string; suggestions: readonly string[] }
  | { why: 'exists'; thing: Thing; id: string }
  | { why: 'gone'; thing: Thing; id: string; day: Day; by: string }
  | { why: 'not-held'; task: string; owners: readonly string[] }
  | { why: 'member' | 'no-member'; group: string; member: string }
  | { why: 'no-deadline'; task: string };

const THINGS: Readonly<Record<Thing, Text>> = {
  task: { vi: 'nhiệm vụ', en: 'task' },
  owner: { vi: 'cơ quan', en: 'body' },
  group: { vi: 'nhóm', en: 'group' },
  reference: { vi: 'văn bản', en: 'document' },
  period: { vi: 'kỳ báo cáo', en: 'period' },
};

/** Ids that are nearly what was written. */
function near({ tasks, owners, former, groups, references }: Plan, thing: Thing, id: string): string[] {
  const ids: Readonly<Record<Thing, readonly string[]>> = {
    task: tasks.map((task) => task.id),
    owner: [...owners, ...former].map((owner) => owner.id),
    group: groups.map((group) => group.id),
    reference: references.map(({ key }) => key),
    period: [],
  };
  return suggest(
    id,
    ids[thing].map((value) => ({ value, names: [value] })),
  );
}

function dataOf(objection: Objection, plan: Plan): Data | undefined {
  switch (objection.kind) {
    case 'unknown':
      return {
        why: 'unknown',
        thing: objection.thing,
        id: objection.id,
        suggestions: near(plan, objection.thing, objection.id),
      };
    case 'exists':
      return { why: 'exists', thing: objection.thing, id: objection.id };
    case 'gone':
      return { why: 'gone', thing: objection.thing, id: objection.id, day: objection.day, by: objection.by };
    case 'not-held':
      return { why: 'not-held', task: objection.task, owners: objection.owners };
    case 'member':
    case 'no-member':
      return { why: objection.kind, group: objection.group, member: objection.member };
    case 'no-deadline':
      return { why: 'no-deadline', task: objection.task };
    default:
      return undefined;
  }
}

export default defineRule<Data>({
  code: 'DD314',
  name: 'amendment-target',
  severity: 'error',
  title: { vi: 'Văn bản sửa đổi nêu đối tượng không có trong kế hoạch', en: 'Amendment without its target' },
  message: {
    vi: (data) => {
      switch (data.why) {
        case 'unknown':
          return `kế hoạch không có ${THINGS[data.thing].vi} “${quoted(data.id)}”${perhaps(data.suggestions, 'vi')}`;
        case 'exists':
          return `${THINGS[data.thing].vi} “${quoted(data.id)}” đã có trong kế hoạch`;
        case 'gone':
          return `${THINGS[data.thing].vi} ${quoted(data.id)} đã kết thúc từ ngày ${formatDay(data.day, 'vi')} theo ${quoted(data.by)}`;
        case 'not-held':
          return `nhiệm vụ ${data.task} không do ${listOf(data.owners, 'vi')} chủ trì hay phối hợp nên không thể chuyển giao`;
        case 'member':
          return `“${quoted(data.member)}” đã là thành viên của nhóm ${data.group}`;
        case 'no-member':
          return `“${quoted(data.member)}” không phải thành viên của nhóm ${data.group}`;
        case 'no-deadline':
          return `nhiệm vụ ${data.task} không có ngày hết hạn để gia hạn`;
      }
    },
    en: (data) => {
      switch (data.why) {
        case 'unknown':
          return `the plan has no ${THINGS[data.thing].en} “${quoted(data.id)}”${perhaps(data.suggestions, 'en')}`;
        case 'exists':
          return `the ${THINGS[data.thing].en} “${quoted(data.id)}” is in the plan already`;
        case 'gone':
          return `the ${THINGS[data.thing].en} ${quoted(data.id)} ended on ${data.day} by ${quoted(data.by)}`;
        case 'not-held':
          return `task ${data.task} is neither led nor supported by ${listOf(data.owners, 'en')}, so it cannot pass on`;
        case 'member':
          return `“${quoted(data.member)}” is a member of the group ${data.group} already`;
        case 'no-member':
          return `“${quoted(data.member)}” is no member of the group ${data.group}`;
        case 'no-deadline':
          return `task ${data.task} has no day that could be extended`;
      }
    },
  },
  why: {
    vi: 'Thay đổi phải áp vào một nhiệm vụ, cơ quan, nhóm hoặc văn bản đang có ở ngày văn bản sửa đổi có hiệu lực; nếu không, thay đổi đó không được áp dụng và kế hoạch sai từ ngày ấy.',
    en: 'A change speaks of a task, body, group or document that is there on the day on which it takes effect. Otherwise it is not taken, and the plan is wrong from that day on.',
  },
  fix: {
    vi: 'Sửa mã cho đúng; kiểm tra thứ tự ngày có hiệu lực; cơ quan mới thì khai bằng add-owner, nhiệm vụ chưa có ngày hết hạn thì dùng set-deadline; chuyển việc giao chung cho nhóm thì dùng add-member, remove-member hoặc change-task.',
    en: 'Correct the id, and compare the effective days. A new body comes by add-owner; a task without a day gets one by set-deadline; work that is led through a group moves by add-member, remove-member or change-task.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-task: { task: II.1.a.9 } # <- DD314
  - succeed:
      from: [so-tai-chinh]
      to: [{ owner: so-cong-thuong, tasks: [II.1.c] }] # <- DD314
  - extend-deadline: { task: II.1.c, to: 2026-06-30 } # <- DD314
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-task: { task: II.1.a.2 }
  - extend-deadline: { task: II.1.b, to: 2026-06-30 }
`,
    },
  }),

  *check({ objections, versions, plan }) {
    for (const objection of objections) {
      const data = dataOf(objection, versions.at(-1) ?? plan);
      if (data) yield { at: objection.at, related: objection.related, data };
    }
  },
});

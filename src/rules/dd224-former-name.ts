import { type Day, formatDay } from '../day.ts';
import { listOf } from '../lang.ts';
import { bodyName, nameOf } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ owner: string; day: Day; by: string; heirs: readonly string[] }>({
  code: 'DD224',
  name: 'former-name',
  severity: 'info',
  title: { vi: 'Báo cáo mang tên cơ quan đã sắp xếp lại', en: 'Report under a former name' },
  message: {
    vi: ({ owner, day, by, heirs }) =>
      heirs.length > 0
        ? `${owner} đã sắp xếp lại từ ngày ${formatDay(day, 'vi')} (${by}), nay là ${listOf(heirs, 'vi')}; báo cáo vẫn được tính`
        : `${owner} đã kết thúc hoạt động từ ngày ${formatDay(day, 'vi')} (${by}) mà không có cơ quan kế thừa; báo cáo được lưu, không tính vào kỳ này`,
    en: ({ owner, day, by, heirs }) =>
      heirs.length > 0
        ? `${owner} was reorganised on ${day} (${by}) and is now ${listOf(heirs, 'en')}; the report counts all the same`
        : `${owner} ended on ${day} (${by}) without successor; its report is kept but counts for no obligation of this period`,
  },
  why: {
    vi: 'Nghĩa vụ báo cáo thuộc cơ quan chịu trách nhiệm vào ngày hết hạn của kỳ. Báo cáo còn ghi tên cũ được tính cho cơ quan kế thừa theo từng nhiệm vụ; cơ quan kết thúc mà không có kế thừa thì không còn phải báo cáo.',
    en: 'A report is owed by whoever is responsible on the period’s due day. One under a former name counts for the successors, task by task; a body that ended without successor owes none from then on.',
  },
  fix: {
    vi: 'Nếu cơ quan đã có tên mới, báo cáo lần sau ghi tên mới ở {owner}; nếu đã kết thúc mà không có cơ quan kế thừa thì không phải làm gì thêm. Nếu cơ quan không kết thúc, hoặc việc chuyển cho cơ quan khác, đề nghị cơ quan đầu mối sửa văn bản sửa đổi trong amendments/.',
    en: 'If the body has a new name, give it under {owner} next time; if it ended without successor, nothing more is to be done. If the body did not end, or its work went elsewhere, ask the coordinating office to correct the amendment in amendments/.',
  },
  fixInCells: {
    vi: 'Nếu cơ quan đã có tên mới, báo cáo lần sau ghi tên mới ở {owner}; nếu đã kết thúc mà không có cơ quan kế thừa thì không phải làm gì thêm. Nếu không đúng như vậy, báo cho cơ quan đầu mối.',
    en: 'If the body has a new name, give it under {owner} next time; if it ended without successor, nothing more is to be done. If this is not so, tell the coordinating office.',
  },
  example: () => ({
    bad: {
      'plan/amendments/2024-06-01.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết về sắp xếp sở, ngành }
effective: 2024-06-01
version: 2.0.0
changes:
  - succeed: { from: [so-tai-chinh], to: [{ owner: so-cong-thuong }] }
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 2.0.0
owner: Sở Tài chính # <- DD224
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
`,
    },
    good: {
      'plan/amendments/2024-06-01.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết về sắp xếp sở, ngành }
effective: 2024-06-01
version: 2.0.0
changes:
  - succeed: { from: [so-tai-chinh], to: [{ owner: so-cong-thuong }] }
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Tài chính
period: "2024"
reported: 2024-05-30
entries:
  - task: II.1.b
    status: in-progress
`,
    },
  }),

  *check(facts) {
    for (const { owner, period, reported = '', at, standing } of facts.judged) {
      const ending = facts.planOf(period).endingOf(owner);
      if (!ending || standing === 'not-arrived') continue;
      const heirs = facts.plan.lineage.heirs(owner.id).filter((id) => id !== owner.id);
      if (heirs.length > 0 && reported < ending.day) continue;
      yield {
        at: at('owner'),
        data: {
          owner: owner.name,
          day: ending.day,
          by: nameOf(ending.amendment),
          heirs: heirs.map((id) => bodyName(facts.plan, id)),
        },
        related: [ending.at()],
        owner,
        period: period.id,
      };
    }
  },
});

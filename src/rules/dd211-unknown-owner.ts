import { isSameName, sameId } from '../fold.ts';
import type { Plan } from '../model/plan.ts';
import { registerLines } from './register.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';
import { suggestedOwners } from '../model/suggestions.ts';

/** What else the plan knows under a name: a group cannot file as one, an outside body owes nothing. */
function otherKind({ groups, partners }: Plan, written: string): 'group' | 'partner' | undefined {
  const isNamed = ({ id, name, aliases = [] }: { id: string; name: string; aliases?: string[] }): boolean =>
    id === sameId(written) || [name, ...aliases].some((each) => isSameName(each, written));
  return groups.some(isNamed) ? 'group' : partners.some(isNamed) ? 'partner' : undefined;
}

export default defineRule<{ written: string; kind?: 'group' | 'partner'; suggestions: readonly string[] }>({
  code: 'DD211',
  name: 'unknown-owner',
  severity: 'error',
  title: { vi: 'Không rõ cơ quan báo cáo', en: 'Unknown owner' },
  message: {
    vi: ({ written, kind, suggestions }) => {
      if (kind === 'group')
        return `“${quoted(written)}” là tên chung của một nhóm, không phải một cơ quan, đơn vị báo cáo`;
      if (kind === 'partner') return `“${quoted(written)}” là cơ quan ngoài diện báo cáo của kế hoạch`;
      return `kế hoạch không có cơ quan, đơn vị “${quoted(written)}”${perhaps(suggestions, 'vi')}`;
    },
    en: ({ written, kind, suggestions }) => {
      if (kind === 'group') return `“${quoted(written)}” is the name of a group, not of one reporting body`;
      if (kind === 'partner') return `“${quoted(written)}” is an outside body that owes no report under this plan`;
      return `the plan knows no body “${quoted(written)}”${perhaps(suggestions, 'en')}`;
    },
  },
  why: {
    vi: 'Báo cáo được tính cho cơ quan, đơn vị ghi ở owner: mã, tên chính thức hoặc tên viết tắt có trong owners.yaml của kế hoạch. Không rõ cơ quan nào thì cả báo cáo không được tính.',
    en: 'A report counts for the body named under owner: an id, official name or alias in the owners.yaml of the plan. As long as it is not known whose it is, nothing in it counts.',
  },
  fix: {
    vi: 'Ghi mã hoặc tên chính thức của đơn vị như trong owners.yaml; mỗi đơn vị trong một nhóm nộp báo cáo riêng. Nếu đơn vị mới đổi tên, cơ quan đầu mối bổ sung tên vào aliases.',
    en: 'Give the id or the official name as in owners.yaml; each member of a group files its own report. If a body was renamed, the coordinating office adds the name to its aliases.',
  },
  fixInCells: {
    vi: 'Ghi mã hoặc tên chính thức của đơn vị như trong mẫu đã gửi; mỗi đơn vị trong một nhóm nộp báo cáo riêng. Nếu đơn vị mới đổi tên, báo cho cơ quan đầu mối.',
    en: 'Give the id or the official name of the body as in the form that was sent; each member of a group files its own report. If a body was renamed, tell the coordinating office.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: So cong thuong # <- DD211
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
`,
      'huyen-ha.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: UBND các huyện # <- DD211
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.c
    status: in-progress
`,
    },
    good: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: sở công thương
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
`,
    },
  }),

  *check(facts) {
    const { plan, intake } = facts;
    for (const { data, owner, at } of registerLines(facts)) {
      if (!('owner' in data) || owner) continue;
      const kind = otherKind(plan, data.owner);
      const suggestions = kind ? [] : suggestedOwners(plan, data.owner).map(({ name }) => name);
      yield { at: at('owner'), data: { written: data.owner, suggestions, ...(kind ? { kind } : {}) } };
    }
    for (const { owner, data, ours, at } of intake.reports) {
      const isElsewhere = data.plan !== undefined && !ours;
      if (owner || data.owner === undefined || isElsewhere) continue;
      const kind = otherKind(plan, data.owner);
      const suggestions = kind ? [] : suggestedOwners(plan, data.owner).map(({ name }) => name);
      yield { at: at('owner'), data: { written: data.owner, suggestions, ...(kind ? { kind } : {}) } };
    }
  },
});

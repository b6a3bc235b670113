import { defineRule } from './rule.ts';

/** Below 0 where `a` is the older of two versions `1.10.0`, above 0 where it is the newer. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differences = (left ?? []).map((part, i) => part - (right?.[i] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

export default defineRule<{ version: string; current: string; reason: 'older' | 'newer' }>({
  code: 'DD223',
  name: 'plan-version-outdated',
  severity: 'warning',
  title: { vi: 'Báo cáo theo phiên bản kế hoạch khác', en: 'Another version of the plan' },
  message: {
    vi: ({ version, current, reason }) =>
      reason === 'older'
        ? `báo cáo theo phiên bản ${version} của kế hoạch, bản hiện hành là ${current}`
        : `báo cáo theo phiên bản ${version}, mới hơn bản ${current} đang dùng để kiểm tra`,
    en: ({ version, current, reason }) =>
      reason === 'older'
        ? `the report answers version ${version} of the plan; the one in force is ${current}`
        : `the report answers version ${version}, which is newer than the ${current} it is checked against`,
  },
  why: {
    vi: 'Kế hoạch được sửa đổi thì nhiệm vụ, thời hạn hoặc cơ quan chủ trì có thể đã khác. Báo cáo theo bản cũ có thể thiếu nhiệm vụ mới; báo cáo theo bản mới hơn thì dữ liệu kế hoạch ở nơi kiểm tra chưa được cập nhật.',
    en: 'An amended plan may have other tasks, deadlines or leads. A report on an older version may leave new tasks out; one on a newer version shows that the checker’s own copy of the plan is old.',
  },
  fix: {
    vi: 'Đối chiếu báo cáo với bản kế hoạch hiện hành rồi ghi lại version. Nếu báo cáo theo bản mới hơn, nơi kiểm tra cần cập nhật dữ liệu kế hoạch và kiểm tra lại.',
    en: 'Compare the report with the plan in force, then correct version. If the report is on a newer version, whoever checks should bring the plan up to date and check again.',
  },
  example: {
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.0.0 # <- DD223
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: in-progress
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
  },

  *check({ plan, judged }) {
    for (const { owner, period, data, at } of judged) {
      const order = data.version === undefined ? 0 : compareVersions(data.version, plan.version);
      if (data.version === undefined || order === 0) continue;
      yield {
        at: at('version'),
        data: { version: data.version, current: plan.version, reason: order < 0 ? 'older' : 'newer' },
        related: [plan.at('version')],
        owner,
        period: period.id,
      };
    }
  },
});

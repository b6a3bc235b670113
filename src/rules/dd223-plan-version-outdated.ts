import type { Text } from '../lang.ts';
import { type Field, changedFields } from '../model/diff.ts';
import { type Facts, roleOf } from '../model/facts.ts';
import type { Owner, Plan, Task } from '../model/plan.ts';
import type { Period } from '../model/period.ts';
import { compareVersions } from '../model/semver.ts';
import { FIELD_WORDS, quoted } from './wording.ts';
import { defineRule } from './rule.ts';

/** What became of a task since the report's version: its fields that differ, or that it is new or ended. */
type Changed = { readonly task: string; readonly what: 'new' | 'ended' | readonly Field[] };
type Data =
  | { reason: 'older'; version: string; current: string; changed: readonly Changed[] }
  | { reason: 'newer' | 'never'; version: string; current: string };

const NEW: Text = { vi: 'mới giao', en: 'new' };
const ENDED: Text = { vi: 'đã thôi giao', en: 'ended' };

function inWords(changed: readonly Changed[], lang: 'vi' | 'en'): string {
  const shown = changed.slice(0, 8).map(({ task, what }) => {
    const words =
      what === 'new'
        ? NEW[lang]
        : what === 'ended'
          ? ENDED[lang]
          : what.map((field) => FIELD_WORDS[field][lang]).join(', ');
    return `${task} (${words})`;
  });
  return [...shown, ...(changed.length > 8 ? [`… (${changed.length})`] : [])].join('; ');
}

export default defineRule<Data>({
  code: 'DD223',
  name: 'plan-version-outdated',
  severity: 'warning',
  title: { vi: 'Báo cáo theo phiên bản kế hoạch khác', en: 'Another version of the plan' },
  message: {
    vi: (data) => {
      const { version, current } = data;
      if (data.reason === 'older')
        return `báo cáo theo phiên bản ${version} của kế hoạch, bản hiện hành là ${current}; đã thay đổi: ${inWords(data.changed, 'vi')}`;
      return data.reason === 'newer'
        ? `báo cáo theo phiên bản ${version}, mới hơn bản ${current} đang dùng để kiểm tra`
        : `kế hoạch không có phiên bản ${version}, bản hiện hành là ${current}`;
    },
    en: (data) => {
      const { version, current } = data;
      if (data.reason === 'older')
        return `the report answers version ${version} of the plan, ${current} was in force; changed since: ${inWords(data.changed, 'en')}`;
      return data.reason === 'newer'
        ? `the report answers version ${version}, which is newer than the ${current} it is checked against`
        : `the plan never had a version ${version}; ${current} was in force`;
    },
  },
  why: {
    vi: 'Kế hoạch được sửa đổi thì nhiệm vụ, thời hạn hoặc cơ quan chủ trì có thể đã khác. Báo cáo theo bản cũ có thể thiếu nhiệm vụ mới; báo cáo theo bản mới hơn thì dữ liệu kế hoạch ở nơi kiểm tra chưa được cập nhật.',
    en: 'An amended plan may have other tasks, deadlines or leads. A report on an older version may leave new tasks out; one on a newer version shows that the checker’s own copy of the plan is old.',
  },
  fix: {
    vi: 'Đối chiếu báo cáo với bản kế hoạch hiện hành rồi ghi lại {version}. Nếu báo cáo theo bản mới hơn, nơi kiểm tra cần cập nhật dữ liệu kế hoạch và kiểm tra lại.',
    en: 'Compare the report with the plan in force, then correct {version}. If the report is on a newer version, whoever checks should bring the plan up to date and check again.',
  },
  example: () => ({
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
  }),

  *check(facts) {
    const { plan, judged } = facts;
    const versions = [...plan.earlier, plan];
    for (const { owner, period, reported, entries, data, at, standing } of judged) {
      // What is dated after the as-of day may go by a version that is not there yet.
      if (data.version === undefined || standing === 'not-arrived') continue;
      const due = plan.dueDay(period);
      // A report owes the version of its own day; what was amended later it could not know.
      const current = plan.on(reported !== undefined && reported < due ? reported : due);
      const order = compareVersions(data.version, current.version);
      const known = versions.find(({ version }) => version === data.version);
      const about = { related: [(current.amendments.at(-1) ?? plan).at('version')], owner, period: period.id };
      const base = { version: quoted(data.version), current: current.version };
      if (known === undefined)
        yield { at: at('version'), data: { reason: order < 0 ? 'never' : 'newer', ...base }, ...about };
      if (known === undefined || order >= 0) continue;
      const changed = changesFor(
        facts,
        owner,
        period,
        entries.flatMap(({ task }) => task ?? []),
        known,
        current,
      );
      if (changed.length > 0) yield { at: at('version'), data: { reason: 'older', ...base, changed }, ...about };
    }
  },
});

/** What changed between two versions of the tasks that a report speaks of or that its owner leads. */
function changesFor(
  facts: Facts,
  owner: Owner,
  period: Period,
  told: readonly Task[],
  before: Plan,
  after: Plan,
): Changed[] {
  const own = after.tasks.filter((task) => roleOf(facts, owner, period, task) === 'lead');
  const ids = new Set([...told, ...own].map(({ id }) => id));
  return [...ids].flatMap((id): Changed[] => {
    const [old, now] = [before, after].map((version) => version.tasks.find((task) => task.id === id));
    if (!old || !now) return old || now ? [{ task: id, what: now ? 'new' : 'ended' }] : [];
    const fields = changedFields(old, now);
    return fields.length === 0 ? [] : [{ task: id, what: fields }];
  });
}

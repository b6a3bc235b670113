import { STATUS, type Status } from '../form.ts';
import { type Lang, listOf } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import type { Period } from '../model/period.ts';
import type { Task } from '../model/plan.ts';
import type { Spot } from '../source.ts';
import { assignedOf } from './entries.ts';
import { defineRule } from './rule.ts';

type Leads = readonly { readonly owner: string; readonly status: Status }[];

/** The first three: a task of all districts has many leads. */
function leadsIn(leads: Leads, lang: Lang): string {
  const more = leads.length > 3 ? [{ vi: 'các cơ quan chủ trì khác', en: 'other leads' }[lang]] : [];
  return listOf(
    [...leads.slice(0, 3).map(({ owner, status }) => `${owner} (“${STATUS[status][lang]}”)`), ...more],
    lang,
  );
}

export default defineRule<{ task: string; owner: string; status: Status; leads: Leads }>({
  code: 'DD221',
  name: 'lead-support-contradiction',
  severity: 'warning',
  title: { vi: 'Cơ quan phối hợp báo khác cơ quan chủ trì', en: 'Support contradicts the lead' },
  message: {
    vi: ({ task, owner, status, leads }) =>
      `${owner} phối hợp nhiệm vụ ${task} báo “${STATUS[status].vi}”, khác cơ quan chủ trì: ${leadsIn(leads, 'vi')}`,
    en: ({ task, owner, status, leads }) =>
      `${owner} supports task ${task} and says “${STATUS[status].en}”, unlike the lead: ${leadsIn(leads, 'en')}`,
  },
  why: {
    vi: 'Kết quả nhiệm vụ được tính theo báo cáo của cơ quan chủ trì. Cơ quan phối hợp báo đã hoàn thành hoặc vướng mắc mà cơ quan chủ trì báo khác thì một bên chưa cập nhật, hoặc vướng mắc chưa được nêu lên.',
    en: 'A task counts as its lead reports it. Where a supporting body says completed or blocked and the lead says otherwise, one of them is not up to date, or an obstacle has not been raised.',
  },
  fix: {
    vi: 'Trao đổi với cơ quan chủ trì để thống nhất trạng thái chung của nhiệm vụ. Nếu chỉ phần việc phối hợp đã xong thì ghi {status: in-progress} và nêu ở {result}.',
    en: 'Agree with the lead on the state of the task as a whole. If only your own part is done, give {status: in-progress} and say so under {result}.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.2
    status: in-progress
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.2
    status: completed # <- DD221
    completed: 2024-11-30
`,
    },
    good: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.2
    status: completed
    completed: 2024-12-10
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.2
    status: completed
    completed: 2024-11-30
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about, role } of assignedOf(facts)) {
      const { status } = entry.data;
      const { period } = entry.report;
      if (!period || role === 'lead') continue;
      if (status !== 'completed' && status !== 'blocked') continue;
      const said = saidByLeads(facts, period, task);
      if (said.length === 0 || said.some((lead) => lead.status === status)) continue;
      const leads = said.map((lead) => ({ owner: lead.owner, status: lead.status }));
      yield {
        at: entry.at('status'),
        data: { task: task.id, owner: about.owner.name, status, leads },
        related: said.map(({ at }) => at),
        ...about,
      };
    }
  },
});

/** The status that each lead gives a task, where it gives one. */
function saidByLeads(facts: Facts, period: Period, task: Task): { owner: string; status: Status; at: Spot }[] {
  const leads = facts.planOf(period).task(task.id)?.leads ?? [];
  return leads.flatMap((lead) => {
    const its = facts.intake.entry(lead, period, task);
    return its?.data.status === undefined ? [] : [{ owner: lead.name, status: its.data.status, at: its.at('status') }];
  });
}

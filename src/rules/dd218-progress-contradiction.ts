import { STATUS, type Status } from '../form.ts';
import { type Day, formatDay } from '../day.ts';
import { formatNumber } from '../lang.ts';
import { entriesOf } from './entries.ts';
import { defineRule } from './rule.ts';

type Wrong =
  | { readonly reason: 'below-100' | 'above-0' | 'at-100'; readonly progress: number }
  | { readonly reason: 'not-completed'; readonly completed: Day };

/** How a progress belies a status. */
function reasonFor(status: Status, progress: number): 'below-100' | 'above-0' | 'at-100' | undefined {
  if (status === 'completed') return progress < 100 ? 'below-100' : undefined;
  if (status === 'not-started' || status === 'none-arisen') return progress > 0 ? 'above-0' : undefined;
  return progress === 100 && status !== 'submitted' ? 'at-100' : undefined;
}

export default defineRule<Wrong & { readonly status: Status }>({
  code: 'DD218',
  name: 'progress-contradiction',
  severity: 'error',
  title: { vi: 'Tiến độ mâu thuẫn với trạng thái', en: 'Progress contradicts the status' },
  message: {
    vi: (wrong) =>
      wrong.reason === 'not-completed'
        ? `có ngày hoàn thành ${formatDay(wrong.completed, 'vi')} nhưng trạng thái là “${STATUS[wrong.status].vi}”`
        : `tiến độ ghi ${formatNumber(wrong.progress, 'vi')}% nhưng trạng thái là “${STATUS[wrong.status].vi}”`,
    en: (wrong) =>
      wrong.reason === 'not-completed'
        ? `there is a day of completion, ${wrong.completed}, but the status is “${STATUS[wrong.status].en}”`
        : `progress is ${formatNumber(wrong.progress, 'en')}% but the status is “${STATUS[wrong.status].en}”`,
  },
  why: {
    vi: 'Trạng thái quyết định nhiệm vụ được xếp vào loại nào khi tổng hợp. Tiến độ hoặc ngày hoàn thành nói khác thì không biết số nào đúng.',
    en: 'The status decides how a task is counted. Where the progress or a day of completion says otherwise, nobody knows which of them is right.',
  },
  fix: {
    vi: 'Sửa trạng thái hoặc tiến độ cho khớp: đã hoàn thành là 100%, chưa thực hiện và không phát sinh là 0% hoặc bỏ trống. {completed} chỉ ghi khi {status: completed}; đã trình mà chưa ban hành thì ghi {status: submitted}.',
    en: 'Make status and progress agree: {status: completed} is 100%, {status: not-started} and {status: none-arisen} are 0% or none given. Give a day under {completed} with {status: completed} only; what waits to be issued is {status: submitted}.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
    progress: 100 # <- DD218
  - task: II.1.a.2
    status: in-progress
    completed: 2024-11-30 # <- DD218
`,
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: completed
    progress: 80 # <- DD218
    completed: 2024-12-02
`,
    },
    good: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: submitted
    progress: 100
    submitted: 2024-06-28
  - task: II.1.a.2
    status: not-started
    progress: 0
`,
    },
  }),

  *check(facts) {
    for (const { entry, about } of entriesOf(facts)) {
      const { status, progress, completed } = entry.data;
      if (status === undefined) continue;
      const reason = progress === undefined ? undefined : reasonFor(status, progress);
      if (progress !== undefined && reason !== undefined)
        yield { at: entry.at('progress'), data: { reason, status, progress }, related: [entry.at('status')], ...about };
      else if (completed !== undefined && status !== 'completed')
        yield {
          at: entry.at('completed'),
          data: { reason: 'not-completed', status, completed },
          related: [entry.at('status')],
          ...about,
        };
    }
  },
});

import { registerLines } from './register.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';
import { suggestedTasks } from '../model/suggestions.ts';

export default defineRule<{ written: string; suggestions: readonly string[] }>({
  code: 'DD207',
  name: 'unknown-task',
  severity: 'error',
  title: { vi: 'Mã nhiệm vụ không có trong kế hoạch', en: 'Unknown task' },
  message: {
    vi: ({ written, suggestions }) => `kế hoạch không có nhiệm vụ “${quoted(written)}”${perhaps(suggestions, 'vi')}`,
    en: ({ written, suggestions }) => `the plan has no task “${quoted(written)}”${perhaps(suggestions, 'en')}`,
  },
  why: {
    vi: 'Mã nhiệm vụ là vị trí của nhiệm vụ trong kế hoạch: phần, mục, điểm, gạch đầu dòng, ngăn cách bằng dấu chấm (ví dụ II.3.a.4; điểm đ khác điểm d). Dòng báo cáo ghi mã khác không tính được cho nhiệm vụ nào.',
    en: 'The id of a task is its place in the plan: part, section, point and dash, parted by full stops (such as II.3.a.4; point đ is not point d). An entry under any other id counts for no task.',
  },
  fix: {
    vi: 'Ghi đúng mã nhiệm vụ như trong kế hoạch hoặc trong mẫu báo cáo. Việc ngoài kế hoạch thì không báo cáo ở đây; nếu cần bổ sung nhiệm vụ, nêu ở {proposals} và để trống {task}.',
    en: 'Give the id as it stands in the plan or in the report template. Work outside the plan is not reported here; to ask for a new task, say so under {proposals} and leave {task} out.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a1 # <- DD207
    status: in-progress
proposals:
  - task: II.2 # <- DD207
    text: Bổ sung nhiệm vụ phát triển làng nghề
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
    status: in-progress
proposals:
  - text: Bổ sung nhiệm vụ phát triển làng nghề
`,
    },
  }),

  *check(facts) {
    const { plan, judged } = facts;
    for (const { data, at, owner } of registerLines(facts)) {
      if (data.task === undefined || plan.task(data.task)) continue;
      const suggestions = suggestedTasks(plan, data.task, owner).map(({ id }) => id);
      yield { at: at('task'), data: { written: data.task, suggestions }, owner };
    }
    for (const { owner, period, data, entries, at } of judged) {
      const proposals = (data.proposals ?? []).map((proposal: { task?: string } | undefined, i) => ({
        written: proposal?.task,
        at: at('proposals', i, 'task'),
      }));
      for (const { written, at: place } of [
        ...entries.filter(({ task }) => !task).map((entry) => ({ written: entry.data.task, at: entry.at('task') })),
        ...proposals,
      ]) {
        if (written === undefined || plan.task(written)) continue;
        const suggestions = suggestedTasks(plan, written, owner).map(({ id }) => id);
        yield { at: place, data: { written, suggestions }, owner, period: period.id };
      }
    }
  },
});

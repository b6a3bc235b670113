import type { Entry } from '../model/report.ts';
import { defineRule } from './rule.ts';

/** The number of an entry in its report, counted from 1. */
const numberOf = ({ at }: Entry): number => Number(at().path[1]) + 1;

export default defineRule<{ task: string; entry: number; first: number }>({
  code: 'DD209',
  name: 'duplicate-entry',
  severity: 'error',
  title: { vi: 'Nhiệm vụ báo cáo hai lần', en: 'Task reported twice' },
  message: {
    vi: ({ task, entry, first }) =>
      `dòng báo cáo thứ ${entry} lại nói về nhiệm vụ ${task} đã báo cáo ở dòng thứ ${first}`,
    en: ({ task, entry, first }) => `entry ${entry} is again on task ${task}, already reported in entry ${first}`,
  },
  why: {
    vi: 'Mỗi nhiệm vụ chỉ có một dòng trong một báo cáo; có hai dòng thì không biết dòng nào đúng. Sổ theo dõi tạm tính theo dòng đầu.',
    en: 'A report has one entry for each task; of two, nobody can tell which is right. Until then the ledger goes by the first.',
  },
  fix: {
    vi: 'Gộp các dòng thành một, hoặc sửa mã nếu dòng sau thuộc nhiệm vụ khác.',
    en: 'Put the entries together into one, or mend the id if the later one is on another task.',
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
    status: in-progress
  - task: II.1.b # <- DD209
    status: not-started
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
  - task: II.1.a.2
    status: not-started
`,
    },
  }),

  *check({ judged }) {
    for (const { owner, period, entries } of judged) {
      for (const entry of entries) {
        const { task, repeats } = entry;
        if (!task || !repeats) continue;
        const data = { task: task.id, entry: numberOf(entry), first: numberOf(repeats) };
        yield { at: entry.at('task'), data, related: [repeats.at('task')], owner, task, period: period.id };
      }
    }
  },
});

import { examplePlan } from '../src/rules/example-plan.ts';

/** Contents of files by their names, which may have folders in them. */
export type Files = Readonly<Record<string, string>>;

const reportText = (owner: string, entries: string): string => `plan: 12/KH-UBND
version: 1.1.0
owner: ${owner}
period: "2024"
reported: 2024-12-20
entries:
${entries}`;

/** A folder with the example plan of the rules, and a flawless report of each body for 2024. */
export const EXAMPLE: Files = {
  ...Object.fromEntries(
    Object.entries(examplePlan).map(([name, content]) => [name.replace('plan/', 'plan/12-KH-UBND/'), content]),
  ),
  'reports/so-cong-thuong.yaml': reportText(
    'so-cong-thuong',
    `  - task: II.1.a.1
    status: completed
    submitted: 2024-06-20
    completed: 2024-06-28
    result: Đề án đã được ban hành.
    evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-06-28, title: Quyết định ban hành Đề án, product: 1 }]
  - task: II.1.a.2
    status: in-progress
    result: Đã tổ chức bốn hội nghị phổ biến chính sách.
`,
  ),
  'reports/so-tai-chinh.yaml': reportText(
    'so-tai-chinh',
    '  - task: II.1.b\n    status: in-progress\n    progress: 60\n    result: Đang lấy ý kiến dự thảo.\n',
  ),
  'reports/huyen-ha.yaml': reportText(
    'huyen-ha',
    '  - task: II.1.c\n    status: in-progress\n    result: Đã bố trí kinh phí hai đợt.\n    indicators: [{ id: khuyen-cong, value: 5.5 }]\n',
  ),
  'reports/huyen-thuong.yaml': reportText(
    'huyen-thuong',
    '  - task: II.1.c\n    status: in-progress\n    result: Hội đồng nhân dân huyện đã giao dự toán.\n    indicators: [{ id: khuyen-cong, value: 6 }]\n',
  ),
};

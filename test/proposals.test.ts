import { expect, test } from 'vitest';
import { EXAMPLE, changed, dondoc, folderWith, outputOf } from './helpers.ts';

const asked = (name: string, yaml: string) => changed(EXAMPLE, name, /$/, `proposals:\n${yaml}`)[name] ?? '';
const FILES = {
  ...EXAMPLE,
  'reports/so-cong-thuong.yaml': asked(
    'reports/so-cong-thuong.yaml',
    '  - { task: II.1.a.2, text: Giao thêm Sở Tài chính phối hợp }\n  - { text: Kéo dài đến năm 2028 }\n',
  ),
  'reports/huyen-ha.yaml': asked(
    'reports/huyen-ha.yaml',
    '  - { task: II.1.a.2, text: "Bổ sung | cấp huyện" }\n  - { task: II.9, text: Việc mới }\n',
  ),
};

test('what departments ask for stands by task, in the order of the plan, the whole plan first', async () => {
  const { stdout, code } = await dondoc(folderWith(FILES), 'proposals reports --format json');
  expect(code).toBe(0);
  const told = outputOf('proposals', stdout).proposals.map(
    ({ task, unknown, owner, text, place }) =>
      `${task ?? ''}|${unknown ?? ''}|${owner}|${text}|${place.file}:${place.line}`,
  );
  expect(told).toEqual([
    '||so-cong-thuong|Kéo dài đến năm 2028|reports/so-cong-thuong.yaml:18',
    '|II.9|huyen-ha|Việc mới|reports/huyen-ha.yaml:13',
    'II.1.a.2||so-cong-thuong|Giao thêm Sở Tài chính phối hợp|reports/so-cong-thuong.yaml:17',
    'II.1.a.2||huyen-ha|Bổ sung | cấp huyện|reports/huyen-ha.yaml:12',
  ]);
});

test('the same for people, and in Markdown with its signs escaped', async () => {
  const folder = folderWith(FILES);
  const { stdout } = await dondoc(folder, 'proposals reports');
  expect(stdout).toContain('4 đề xuất của 2 cơ quan');
  expect(stdout).toContain('UBND huyện Hạ, 2024 (II.9: mã nhiệm vụ không có trong kế hoạch): Việc mới');
  expect(stdout).toContain('    reports/huyen-ha.yaml:12');
  const { stdout: markdown } = await dondoc(folder, 'proposals reports --format markdown --lang en');
  expect(markdown).toContain('4 proposals by 2 bodies');
  expect(markdown).toContain('Bổ sung \\| cấp huyện');
});

test('says so where nothing is asked for, and counts no report that has not arrived', async () => {
  expect((await dondoc(folderWith(EXAMPLE), 'proposals reports')).stdout).toContain('Không có đề xuất nào');
  const later = {
    ...FILES,
    'reports/huyen-ha.yaml': FILES['reports/huyen-ha.yaml'].replace('2024-12-20', '2025-03-01'),
  };
  const { stdout } = await dondoc(folderWith(later), 'proposals reports --format json');
  expect(outputOf('proposals', stdout).proposals.map(({ owner }) => owner)).toEqual([
    'so-cong-thuong',
    'so-cong-thuong',
  ]);
});

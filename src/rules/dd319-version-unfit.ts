import { oneOf } from '../lang.ts';
import { differencesBetween, levelsFor } from '../model/diff.ts';
import { nextVersion } from '../model/semver.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ version: string; before: string; fitting: readonly string[] }>({
  code: 'DD319',
  name: 'version-unfit',
  severity: 'error',
  title: { vi: 'Số phiên bản không hợp với thay đổi', en: 'Version does not fit the change' },
  message: {
    vi: ({ version, before, fitting }) =>
      `phiên bản ${version} không hợp với các thay đổi so với bản ${before}, phải là ${oneOf(fitting, 'vi')}`,
    en: ({ version, before, fitting }) =>
      `version ${version} does not fit what changed since ${before}; it must be ${oneOf(fitting, 'en')}`,
  },
  why: {
    vi: 'Số đầu tăng khi nghĩa vụ của một cơ quan thay đổi, số giữa khi bổ sung mà không thêm nghĩa vụ, số cuối khi chỉ đính chính; nhìn số phiên bản là biết có phải làm báo cáo khác đi không.',
    en: 'The first number rises when someone’s obligation changes, the second for additions that oblige no one anew, the third for errata: the number alone shows whether reports must change.',
  },
  fix: {
    vi: 'Ghi số phiên bản mà thông báo nêu. Nếu chỉ sửa lời văn, tăng số cuối; nếu lời văn mới làm nghĩa vụ khác đi, tăng số đầu.',
    en: 'Give the version that the message names. Where only words change, an erratum raises the last number, a new obligation the first.',
  },
  example: () => ({
    bad: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 1.2.0 # <- DD319
changes:
  - end-task: { task: II.1.a.2 }
`,
    },
    good: {
      'plan/amendments/a.yaml': `instrument: { number: 20/NQ-HĐND, date: 2024-05-20, issuer: HĐND tỉnh, title: Nghị quyết sửa đổi Kế hoạch }
effective: 2024-06-01
version: 2.0.0
changes:
  - end-task: { task: II.1.a.2 }
`,
    },
  }),

  *check({ plan, versions, published }) {
    const before = versions[versions.indexOf(plan) - 1];
    const amendment = plan.amendments.at(-1);
    // Once published, a number stays.
    if (!before || !amendment || published.some(({ version }) => version === plan.version)) return;
    const levels = levelsFor(differencesBetween(before, plan));
    const fitting = levels.map((level) => nextVersion(before.version, level));
    if (!fitting.includes(plan.version))
      yield { at: amendment.at('version'), data: { version: plan.version, before: before.version, fitting } };
  },
});

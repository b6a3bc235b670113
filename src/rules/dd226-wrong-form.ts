import { planPeriod } from '../model/regime.ts';
import { formOwnerOf } from './forms.ts';
import { defineRule } from './rule.ts';

type Data =
  | { readonly what: 'owner'; readonly owner: string; readonly other: string }
  | { readonly what: 'period'; readonly period: string; readonly folder: string };

export default defineRule<Data>({
  code: 'DD226',
  name: 'wrong-form',
  severity: 'error',
  title: { vi: 'Ghi nhầm biểu của cơ quan hoặc kỳ khác', en: 'The form of another body or period' },
  message: {
    vi: (data) =>
      data.what === 'owner'
        ? `báo cáo ghi là của ${data.owner} nhưng mọi nhiệm vụ trong đó là của ${data.other}`
        : `tệp nằm trong thư mục ${data.folder} nhưng ghi kỳ ${data.period}`,
    en: (data) =>
      data.what === 'owner'
        ? `this says it is the report of ${data.owner}, but every task in it is led by ${data.other}`
        : `the file lies in the folder ${data.folder} but says it is for ${data.period}`,
  },
  why: {
    vi: 'Dùng lại biểu của đơn vị khác hoặc biểu năm trước mà quên sửa phần đầu thì báo cáo bị tính cho sai cơ quan, sai kỳ, còn cơ quan đúng thành ra chưa báo cáo.',
    en: 'Where the form of another body, or that of last year, is used again and its head left as it was, the report counts for the wrong body or period and the right one seems not to have reported.',
  },
  fix: {
    vi: 'Dùng đúng biểu do cơ quan đầu mối gửi cho đơn vị và cho kỳ này; nếu chỉ ghi nhầm phần đầu thì sửa {owner}, {period}. Tệp để nhầm thư mục thì chuyển về thư mục của kỳ.',
    en: 'Use the form that the coordinating office sent to you for this period; if only its head is wrong, correct {owner} or {period}. Move a file that lies in the wrong folder.',
  },
  example: {
    bad: {
      '2025/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Công Thương
period: "2024" # <- DD226
reported: 2024-12-20
entries: []
`,
      'huyen-ha.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: UBND huyện Hạ # <- DD226
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
  - task: II.1.a.2
    status: in-progress
`,
    },
    good: {
      '2024/so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: Sở Công Thương
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: in-progress
  - task: II.1.a.2
    status: in-progress
`,
    },
  },

  *check(facts) {
    for (const report of facts.judged) {
      const { owner, period, at, source } = report;
      const other = formOwnerOf(facts, report);
      const about = { owner, period: period.id };
      if (other) yield { ...about, at: at('owner'), data: { what: 'owner', owner: owner.name, other: other.name } };
      // Folders are named by whoever keeps the reports: a hint, not a rule.
      const folders = source.file.split('/').slice(0, -1);
      const folder = folders.findLast((name) => planPeriod(facts.plan, name) !== undefined);
      if (folder !== undefined && planPeriod(facts.plan, folder)?.id !== period.id)
        yield {
          ...about,
          at: at('period'),
          severity: 'warning',
          data: { what: 'period', period: period.id, folder },
        };
    }
  },
});

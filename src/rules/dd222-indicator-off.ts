import { sameId } from '../fold.ts';
import { type Lang, type Text, formatNumber } from '../lang.ts';
import { meets } from '../model/indicators.ts';
import type { Task } from '../model/plan.ts';
import { ledOf } from './entries.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

type Indicator = NonNullable<Task['indicator']>;
type Aim = NonNullable<Indicator['direction']> | 'approximate' | 'equal';
type Wrong =
  | {
      readonly reason: 'off';
      readonly name: string;
      readonly unit: string;
      readonly value: number;
      readonly target: number;
      readonly aim: Aim;
    }
  | { readonly reason: 'unknown'; readonly task: string; readonly id: string; readonly known?: string };

const AIMS: Readonly<Record<Aim, Text>> = {
  'at-least': { vi: 'không thấp hơn', en: 'at least' },
  'at-most': { vi: 'không vượt quá', en: 'at most' },
  exactly: { vi: 'đúng bằng', en: 'exactly' },
  approximate: { vi: 'khoảng', en: 'about' },
  equal: { vi: 'mức', en: 'a figure of' },
};

const aimOf = ({ direction, approximate }: Indicator): Aim => (approximate ? 'approximate' : (direction ?? 'equal'));

const amount = (value: number, unit: string, lang: Lang): string =>
  formatNumber(value, lang) + (unit === '' || unit === '%' ? unit : ` ${unit}`);

export default defineRule<Wrong>({
  code: 'DD222',
  name: 'indicator-off',
  severity: 'warning',
  title: { vi: 'Chỉ tiêu không khớp kế hoạch', en: 'Indicator off its target' },
  message: {
    vi: (wrong) => {
      if (wrong.reason === 'off') {
        const { name, unit, value, target, aim } = wrong;
        return `“${quoted(name)}” báo ${amount(value, unit, 'vi')}, kế hoạch nêu ${AIMS[aim].vi} ${amount(target, unit, 'vi')}`;
      }
      const { task, id, known } = wrong;
      return `nhiệm vụ ${task} không có chỉ tiêu “${quoted(id)}”${known === undefined ? '' : `, chỉ có ${known}`}`;
    },
    en: (wrong) => {
      if (wrong.reason === 'off') {
        const { name, unit, value, target, aim } = wrong;
        return `“${quoted(name)}” is reported as ${amount(value, unit, 'en')}; the plan says ${AIMS[aim].en} ${amount(target, unit, 'en')}`;
      }
      const { task, id, known } = wrong;
      return `task ${task} has no indicator “${quoted(id)}”${known === undefined ? '' : `, only ${known}`}`;
    },
  },
  why: {
    vi: 'Kế hoạch nêu chỉ tiêu bằng số để đánh giá kết quả; số báo cáo không đạt thì phải được biết khi tổng hợp. Nơi kế hoạch ghi “khoảng”, con số chỉ để tham khảo, không phải ngưỡng.',
    en: 'The plan gives figures by which results are judged, and one that is missed must be known. Where the plan says “about”, the figure is information and not a threshold.',
  },
  fix: {
    vi: 'Kiểm tra lại số liệu và đơn vị tính. Nếu số đúng thì giữ nguyên, nêu nguyên nhân ở {obstacles} và giải pháp ở {next}; sai mã chỉ tiêu thì ghi lại theo kế hoạch.',
    en: 'Check the figure and its unit. If it is right, leave it and give the cause under {obstacles} and the remedy under {next}; if the id is wrong, give the one in the plan.',
  },
  example: () => ({
    bad: {
      'huyen-ha.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: huyen-ha
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.c
    status: completed
    completed: 2024-12-10
    indicators:
      - id: khuyen-cong
        value: 3.5 # <- DD222
      - id: ngan-sach # <- DD222
        value: 5
`,
    },
    good: {
      'huyen-ha.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: huyen-ha
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.c
    status: completed
    completed: 2024-12-10
    indicators:
      - id: khuyen-cong
        value: 5
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about } of ledOf(facts)) {
      const { indicator } = task;
      for (const {
        data: { id, value },
        at,
      } of entry.indicators) {
        if (id === undefined) continue;
        if (!indicator || sameId(id) !== sameId(indicator.id)) {
          const data = { reason: 'unknown', task: task.id, id, ...(indicator ? { known: indicator.id } : {}) } as const;
          yield { at: at('id'), data, related: [task.at('indicator', 'id')], ...about };
          continue;
        }
        const { name, unit = '', target, approximate } = indicator;
        const aim = aimOf(indicator);
        if (value === undefined || (approximate ? value === target : meets(value, indicator))) continue;
        const data = { reason: 'off', name, unit, value, target, aim } as const;
        yield {
          at: at('value'),
          data,
          severity: approximate ? 'info' : 'warning',
          related: [task.at('indicator', 'target')],
          ...about,
        };
      }
    }
  },
});

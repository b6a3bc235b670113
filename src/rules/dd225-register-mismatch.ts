import { type Day, formatDay } from '../day.ts';
import type { Appraisal } from '../model/register.ts';
import { defineRule } from './rule.ts';

type Data =
  | { why: 'no-entry'; task: string; owner: string; period: string }
  | { why: 'two-verdicts'; task: string; owner: string; period: string; date: Day }
  | { why: 'not-on-event'; task: string };

export default defineRule<Data>({
  code: 'DD225',
  name: 'register-mismatch',
  severity: 'warning',
  title: { vi: 'Sổ của cơ quan đầu mối không khớp', en: 'Register does not fit' },
  message: {
    vi: (data) =>
      data.why === 'no-entry'
        ? `không có dòng báo cáo nào của ${data.owner} về nhiệm vụ ${data.task} kỳ ${data.period} nộp đến ngày thẩm định`
        : data.why === 'two-verdicts'
          ? `nhiệm vụ ${data.task} của ${data.owner} kỳ ${data.period} có hai kết quả thẩm định khác nhau trong ngày ${formatDay(data.date, 'vi')}`
          : `nhiệm vụ ${data.task} không phải loại phát sinh theo sự kiện hoặc yêu cầu`,
    en: (data) =>
      data.why === 'no-entry'
        ? `${data.owner} had filed no entry on task ${data.task} for ${data.period} by the day of the appraisal`
        : data.why === 'two-verdicts'
          ? `task ${data.task} of ${data.owner} for ${data.period} has two different verdicts on ${data.date}`
          : `task ${data.task} is not one that an event or request sets going`,
  },
  why: {
    vi: 'Sổ của cơ quan đầu mối quyết định dòng nào được tính và nhiệm vụ nào phát sinh; dòng ghi nhầm trong sổ thì không có tác dụng gì mà không ai biết.',
    en: 'The coordinator’s register decides which entries count and which tasks have arisen; a line of it that fits nothing would do nothing, and nobody would notice.',
  },
  fix: {
    vi: 'Sửa cơ quan, mã nhiệm vụ, kỳ hoặc ngày cho đúng với báo cáo; hai kết quả trong một ngày thì giữ lại một. Nhiệm vụ thường xuyên hoặc có thời hạn thì không ghi ở triggers.',
    en: 'Make body, task, period and day agree with the report; of two verdicts on a day keep one. Tasks that are ongoing or have a deadline do not belong under triggers.',
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
`,
      'register.yaml': `plan: 12/KH-UBND
triggers:
  - { task: II.1.b, what: UBND tỉnh yêu cầu, day: 2024-03-01 } # <- DD225
appraisals:
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2024-12-10 } # <- DD225
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
      'register.yaml': `plan: 12/KH-UBND
appraisals:
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2024-12-28 }
`,
    },
  }),

  *check({ asOf, intake, plan }) {
    const { triggers, appraisals } = intake.register;
    for (const { task, at } of triggers)
      if (task && task.kind !== 'on-event')
        yield { at: at('task'), data: { why: 'not-on-event', task: task.id }, related: [task.at('kind')], task };
    const isSame = (a: Appraisal, b: Appraisal): boolean =>
      a.owner === b.owner && a.task?.id === b.task?.id && a.period?.id === b.period?.id && a.data.date === b.data.date;
    for (const [i, appraisal] of appraisals.entries()) {
      const { owner, task, period, data, at } = appraisal;
      if (!owner || !task || !period || data.date === undefined || data.date > asOf) continue;
      const about = { task: task.id, owner: owner.name, period: period.id };
      const other = appraisals.slice(0, i).find((before) => isSame(before, appraisal));
      if (other && other.data.verdict !== data.verdict)
        yield {
          at: at('verdict'),
          data: { why: 'two-verdicts', ...about, date: data.date },
          related: [other.at('verdict')],
          owner,
          task,
        };
      const date = data.date;
      const isSaid = intake.reports.some(
        (report) =>
          report.owner !== undefined &&
          report.period?.id === period.id &&
          (report.owner === owner || plan.lineage.heirs(report.owner.id, task.id).includes(owner.id)) &&
          report.reported !== undefined &&
          report.reported <= date &&
          report.entries.some((entry) => entry.task?.id === task.id),
      );
      if (!isSaid) yield { at: at('task'), data: { why: 'no-entry', ...about }, owner, task };
    }
  },
});

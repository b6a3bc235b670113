import { type Day, daysBetween, formatDay } from '../day.ts';
import { among, onceFor } from '../group.ts';
import { formatNumber, plural } from '../lang.ts';
import { isClass, rowsOf } from '../model/facts.ts';
import type { Intake } from '../model/intake.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

const filedBy = (owner: string): string =>
  `{ plan: 12/KH-UBND, version: 1.1.0, owner: ${owner}, period: "2024", reported: 2024-12-20, entries: [] }\n`;

/** Reports with a day after the as-of day. */
const comingIn = onceFor(({ reports }: Intake) => reports.filter(({ standing }) => standing === 'not-arrived'));

export default defineRule<{
  owner: string;
  period: string;
  due: Day;
  assumed: boolean;
  days: number;
  tasks: number;
  arrives?: Day;
  /** The number of a document that came instead. */
  letter?: string;
}>({
  code: 'DD203',
  name: 'report-missing',
  severity: 'error',
  title: { vi: 'Chưa nộp báo cáo', en: 'Report missing' },
  message: {
    vi: ({ owner, period, due, assumed, days, tasks, arrives, letter }) =>
      `${owner} chưa nộp báo cáo kỳ ${period} (${assumed ? 'mốc theo dõi' : 'hạn'} ${formatDay(due, 'vi')}, đã qua ${formatNumber(days, 'vi')} ngày)` +
      (tasks > 0 ? `, ${formatNumber(tasks, 'vi')} nhiệm vụ chưa được báo cáo` : '') +
      (letter === undefined ? '' : `; đã gửi văn bản ${quoted(letter)} nhưng chưa nộp theo mẫu`) +
      (arrives === undefined ? '' : `; báo cáo ghi ngày ${formatDay(arrives, 'vi')} được coi là chưa đến`),
    en: ({ owner, period, due, assumed, days, tasks, arrives, letter }) =>
      `${owner} has filed no report for ${period} (${assumed ? 'expected' : 'due'} ${due}, ${plural(days, 'day')} ago)` +
      (tasks > 0 ? `; ${plural(tasks, 'task')} not reported` : '') +
      (letter === undefined ? '' : `; the document ${quoted(letter)} came, but no report in the form`) +
      (arrives === undefined ? '' : `; the report dated ${arrives} has not arrived yet`),
  },
  why: {
    vi: 'Kế hoạch quy định chế độ báo cáo định kỳ; hạn nộp của kỳ đã qua mà chưa nhận được tệp báo cáo nào. Ngày hết hạn được tính trọn ngày, báo cáo ghi ngày sau ngày tính số liệu được coi là chưa đến.',
    en: 'The plan demands a report each period; the due day has passed and no file has arrived. The due day counts in full, and a report dated after the as-of day has not arrived yet.',
  },
  fix: {
    vi: 'Đơn vị nộp báo cáo của kỳ này cho cơ quan đầu mối; cơ quan đầu mối có văn bản đôn đốc. Nếu đã nộp, kiểm tra tệp có nằm trong thư mục báo cáo và ghi đúng {plan}, {owner}, {period} hay không.',
    en: 'File the report for this period with the coordinating office, which sends a reminder. If it was filed, check that the file is in the folder of reports and that {plan}, {owner} and {period} are right.',
  },
  example: () => ({
    bad: {
      'plan/owners.yaml': `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, authority: provincial }
  - { id: so-tai-chinh, name: Sở Tài chính, authority: provincial }
  - { id: huyen-ha, name: UBND huyện Hạ, authority: district } # <- DD203
  - { id: huyen-thuong, name: UBND huyện Thượng, authority: district }
groups:
  - { id: cac-huyen, name: UBND các huyện, members: [huyen-ha, huyen-thuong] }
partners:
  - { id: ubnd-tinh, name: UBND tỉnh }
`,
      'so-cong-thuong.yaml': filedBy('so-cong-thuong'),
      'so-tai-chinh.yaml': filedBy('so-tai-chinh'),
      'huyen-thuong.yaml': filedBy('huyen-thuong'),
    },
    good: {
      'so-cong-thuong.yaml': filedBy('so-cong-thuong'),
      'so-tai-chinh.yaml': filedBy('so-tai-chinh'),
      'huyen-thuong.yaml': filedBy('huyen-thuong'),
      'huyen-ha.yaml': filedBy('huyen-ha'),
    },
  }),

  *check(facts) {
    const { plan, intake, asOf } = facts;
    for (const period of facts.periods) {
      const due = plan.dueDay(period);
      if (asOf <= due) continue;
      for (const owner of among(facts.planOf(period).reporters, facts.answerable)) {
        if (intake.misfiled(owner, period).length > 0) continue;
        const own = rowsOf(facts, owner, period);
        // Reports of bodies merged into it answer for their parts; it has filed nothing where some part has no report.
        const isOpen = own.some(({ why }) => why === 'no-file' || why === 'no-form');
        if (intake.filed(owner, period).length > 0 && !isOpen) continue;
        if (own.length > 0 && own.every((row) => isClass(row, 'waived'))) continue;
        const coming = comingIn(intake).filter((report) => report.owner === owner && report.period?.id === period.id);
        const arrives = coming.flatMap(({ reported }) => reported ?? []).sort()[0];
        const tasks = own.filter((row) => isClass(row, 'unreported')).length;
        const letter = intake.register.received.find(
          (line) =>
            line.owner === owner &&
            line.period?.id === period.id &&
            (line.data.received ?? line.data.date ?? '') <= asOf,
        );
        const data = {
          ...(letter?.data.number === undefined ? {} : { letter: letter.data.number }),
          owner: owner.name,
          period: period.id,
          due,
          assumed: plan.reporting.due.basis === 'assumed',
          days: daysBetween(due, asOf),
          tasks,
        };
        const related = [
          plan.at('reporting', 'due'),
          ...(letter ? [letter.at('number')] : []),
          ...coming.map((report) => report.at('reported')),
        ];
        yield {
          at: owner.at('name'),
          data: arrives === undefined ? data : { ...data, arrives },
          related,
          owner,
          period: period.id,
        };
      }
    }
  },
});

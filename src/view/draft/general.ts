import { groupBy } from '../../group.ts';
import type { Facts } from '../../model/facts.ts';
import { type Filing, filingsOf } from '../../model/filing.ts';
import type { Period } from '../../model/period.ts';
import type { Owner } from '../../model/plan.ts';
import type { Standing } from '../../model/report.ts';
import { countsOf } from '../../model/summary.ts';
import { type Block, item, text } from '../paper/paper.ts';
import { classesText, dayText, documentText, n, periodText, share } from './words.ts';

/** Why a report that came in cannot be used. */
export const standingWords: Readonly<Record<Standing, string>> = {
  counts: 'báo cáo chưa đủ phần việc tiếp nhận từ cơ quan khác',
  superseded: 'báo cáo đã được thay bằng báo cáo khác',
  disputed: 'có từ hai báo cáo khác nhau cùng ghi một ngày, chưa xác định được bản chính thức',
  'not-arrived': 'báo cáo ghi ngày sau ngày tính số liệu',
  undated: 'báo cáo chưa ghi ngày hoặc ghi ngày không hợp lệ',
  unplaced: 'báo cáo ghi chưa đúng tên kế hoạch, cơ quan hoặc kỳ báo cáo',
  broken: 'tệp báo cáo không đọc được',
};

const named = (owners: readonly Owner[]): string => owners.map(({ name }) => name).join(', ');

/** Who reported and who did not. */
function filingBlocks(facts: Facts, period: Period): Block[] {
  const filings = filingsOf(facts, period);
  const isDue = facts.plan.dueDay(period) < facts.asOf;
  const of = (state: Filing['state']): Filing[] => filings.filter((filing) => filing.state === state);
  const lists: readonly [words: string, filings: readonly Filing[], suffix?: (filing: Filing) => string][] = [
    [isDue ? 'Chưa gửi báo cáo' : 'Chưa gửi báo cáo (chưa đến hạn)', of('no-file')],
    [
      'Đã gửi văn bản nhưng chưa báo cáo theo mẫu',
      of('no-form'),
      ({ letter }) => (letter?.data.number === undefined ? '' : ` (${documentText(letter.data)})`),
    ],
    [
      'Đã gửi báo cáo nhưng chưa sử dụng được',
      of('unusable'),
      ({ report }) => (report ? ` (${standingWords[report.standing]})` : ''),
    ],
  ];
  return [
    text(
      `Kỳ báo cáo ${periodText(period)}: ${n(of('filed').length)}/${n(filings.length)} cơ quan, đơn vị phải báo cáo đã gửi báo cáo theo mẫu và sử dụng được để tổng hợp.`,
    ),
    ...lists.flatMap(([words, found, suffix]): Block[] =>
      found.length === 0
        ? []
        : [
            item(
              `${words} (${n(found.length)}): ${found.map((filing) => filing.owner.name + (suffix?.(filing) ?? '')).join('; ')}.`,
            ),
          ],
    ),
  ];
}

/** The state as a whole: reports, tasks, classes, both percentages. The figures are those of the summary. */
export function generalBlocks(facts: Facts): Block[] {
  const total = countsOf(facts.rows);
  const {
    tasks,
    rows,
    completed,
    completedDue,
    due,
    overdue,
    classes,
    unreportedPastDeadline,
    saidCompleted,
    accepted,
    returned,
  } = total;
  const gone = [...groupBy(facts.rows, ({ owner }) => owner)].flatMap(([owner]) => {
    const ending = facts.plan.endingOf(owner);
    return ending ? [{ owner, day: ending.day }] : [];
  });
  return [
    ...facts.periods.flatMap((period) => filingBlocks(facts, period)),
    text(
      `Số nhiệm vụ theo dõi trong kỳ: ${n(tasks)} nhiệm vụ, ${n(rows)} lượt theo dõi (mỗi nhiệm vụ giao nhiều cơ quan, đơn vị chủ trì được tính một lượt cho từng cơ quan, đơn vị), gồm: ${classesText(total)}.`,
    ),
    text(
      `Đã hoàn thành ${n(completed)} lượt, bằng ${share(completed, rows)} tổng số lượt theo dõi. ` +
        (due === 0
          ? 'Chưa có lượt nào đến hạn.'
          : `Trong ${n(due)} lượt đã đến hạn, hoàn thành ${n(completedDue)} lượt (${share(completedDue, due)}), quá hạn ${n(overdue)} lượt (${share(overdue, due)}; bằng ${share(overdue, rows)} tổng số), gồm có báo cáo ${n(classes.overdue)}, chưa báo cáo ${n(unreportedPastDeadline)}.`),
    ),
    ...(accepted + returned > 0
      ? [
          text(
            `Kết quả thẩm định: các đơn vị tự báo hoàn thành ${n(saidCompleted)} lượt, đã chấp nhận ${n(accepted)} lượt; trả lại ${n(returned)} lượt.`,
          ),
        ]
      : []),
    ...(gone.length > 0
      ? [
          text(
            `Trong số trên có nhiệm vụ của cơ quan, đơn vị đã kết thúc hoạt động, không có cơ quan kế thừa: ${[...groupBy(gone, ({ day }) => day)].map(([day, each]) => `từ ngày ${dayText(day)}: ${named(each.map(({ owner }) => owner))}`).join('; ')}.`,
          ),
        ]
      : []),
  ];
}

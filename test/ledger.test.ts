import { describe, expect, test } from 'vitest';
import { allPeriods, currentPeriods } from '../src/judge.ts';
import { periodsUntil, planPeriod } from '../src/model/regime.ts';
import { listsOf } from '../src/model/summary.ts';
import type { Source } from '../src/source.ts';
import { reportFile } from './helpers.ts';
import { inWords, judge, plan, report, rowsAt } from './ledger-plan.ts';

/** `2024@2024-12-20 completed, completed: 2024-06-30`: what body a filed on one task; without a status, a report that leaves it out. */
function filedByA(task: string, filed: string): Source[] {
  if (filed === '–') return [];
  return filed.split(' + ').map((each, i) => {
    const [, period = '', reported = '', said] = /^(\S+)@(\S+)(?: (.*))?$/.exec(each) ?? expect.fail(each);
    return report(
      'a',
      period,
      reported,
      said === undefined ? [] : [`task: ${task}, status: ${said === 'blank' ? '' : said}`],
      `${i}.yaml`,
    );
  });
}

/** One case a line: as-of day, period of the row, task, what body a filed, and what the row must be. Due day: 31 December. */
const CASES = `
# 1. completed: its day against the deadline
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-06-29                                     completed-on-time 2024-06-29
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-06-30                                     completed-on-time 2024-06-30
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-07-01                                     completed-late 2024-07-01
2025-01-15  2024  A.derived    2024@2024-12-20 completed, completed: 2024-07-01                                     completed-late 2024-07-01
2025-01-15  2024  A.event      2024@2024-12-20 completed, completed: 2024-07-01                                     completed-late 2024-07-01
2025-01-15  2024  A.assumed    2024@2024-12-20 completed, completed: 2024-07-01                                     completed-on-time 2024-07-01
2025-01-15  2024  A.undated    2024@2024-12-20 completed, completed: 2024-07-01                                     completed-on-time 2024-07-01
# the later of completed and the earliest evidence
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-06-30, evidence: [{ date: 2024-06-30 }]   completed-on-time 2024-06-30
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-06-30, evidence: [{ date: 2024-07-01 }]   completed-late 2024-07-01
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-07-01, evidence: [{ date: 2024-06-01 }]   completed-late 2024-07-01
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-06-20, evidence: [{ date: 2024-08-01 }, { date: 2024-06-25 }]  completed-on-time 2024-06-25
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-06-20, evidence: [{ title: a letter }]    completed-on-time 2024-06-20
# the day of submission, where the task is to submit something
2025-01-15  2024  A.submits    2024@2024-12-20 completed, completed: 2024-09-01, submitted: 2024-06-30              completed-on-time 2024-06-30
2025-01-15  2024  A.submits    2024@2024-12-20 completed, completed: 2024-09-01, submitted: 2024-07-01              completed-late 2024-07-01
2025-01-15  2024  A.submits    2024@2024-12-20 completed, completed: 2024-09-01, submitted: 2024-06-29, evidence: [{ date: 2024-09-01 }]  completed-on-time 2024-06-29
2025-01-15  2024  A.submits    2024@2024-12-20 completed, completed: 2024-07-01                                     completed-late 2024-07-01
2025-01-15  2024  A.stated     2024@2024-12-20 completed, completed: 2024-07-01, submitted: 2024-06-30              completed-late 2024-07-01
# said in an earlier period: stays completed, until a later entry reopens it
2025-01-15  2024  A.stated     2023@2023-12-20 completed, completed: 2023-11-01                                     completed-on-time 2023-11-01
2025-01-15  2025  A.stated     2023@2023-12-20 completed, completed: 2023-11-01                                     completed-on-time 2023-11-01
2025-01-15  2024  A.stated     2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20                   completed-on-time 2023-11-01
2025-01-15  2024  A.stated     2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 blank             completed-on-time 2023-11-01
2025-01-15  2025  A.stated     2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 blank             completed-on-time 2023-11-01
2025-01-15  2024  A.stated     2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 in-progress       overdue
2025-01-15  2025  A.stated     2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 in-progress       not-due
2026-01-15  2025  A.undated    2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 in-progress       unreported (no-file)
2025-01-15  2023  A.stated     2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 in-progress       completed-on-time 2023-11-01
2025-01-15  2024  A.undated    2023@2023-12-20 completed, completed: 2023-11-01 + 2024@2024-12-20 completed, completed: 2024-05-05  completed-on-time 2024-05-05
2025-01-15  2023  A.undated    2024@2024-12-20 completed, completed: 2024-05-05                                     unreported (no-file)
# ongoing and recurring: of the period only
2025-01-15  2024  B.ongoing    2024@2024-12-20 completed, completed: 2024-12-01                                     completed-on-time 2024-12-01
2025-01-15  2024  B.ongoing    2023@2023-12-20 completed, completed: 2023-12-01                                     unreported (no-file)
2025-01-15  2024  B.recurring  2023@2023-12-20 completed, completed: 2023-12-01 + 2024@2024-12-20                   unreported (no-entry)
2025-01-15  2024  B.each       2024@2024-12-20 completed, completed: 2024-11-30                                     completed-on-time 2024-11-30
2025-01-15  2024  B.each       2024@2024-12-20 completed, completed: 2024-12-01                                     completed-late 2024-12-01
2025-01-15  2023  B.each       2023@2023-12-20 completed, completed: 2023-12-01                                     completed-late 2023-12-01
# 3. nothing usable: not due while the due day lasts, then unreported and why
2024-12-30  2024  A.undated    –                                                                                    not-due
2024-12-31  2024  A.undated    –                                                                                    not-due
2025-01-01  2024  A.undated    –                                                                                    unreported (no-file)
2024-12-31  2024  A.stated     –                                                                                    not-due
2025-01-01  2024  A.stated     –                                                                                    unreported (no-file, past)
2025-01-01  2024  A.derived    –                                                                                    unreported (no-file, past)
2025-01-01  2024  A.assumed    –                                                                                    unreported (no-file)
2025-01-01  2024  B.each       –                                                                                    unreported (no-file, past)
2025-01-01  2024  B.ongoing    –                                                                                    unreported (no-file)
2024-12-31  2024  A.undated    2024@2024-12-20                                                                      not-due
2025-01-01  2024  A.undated    2024@2024-12-20                                                                      unreported (no-entry)
2025-01-01  2024  A.undated    2024@2024-12-20 blank                                                                unreported (blank)
2025-01-01  2024  A.undated    2024@2024-12-20 finished                                                             unreported (unreadable)
2025-01-01  2024  A.undated    2024@2024-12-20 completed                                                            unreported (unreadable)
2025-01-01  2024  A.undated    2024@2024-12-20 completed, completed: 31/11/2024                                     unreported (unreadable)
2025-01-01  2024  A.undated    2024@2024-12-20 in-progress + 2024@2024-12-20 in-progress                            unreported (unreadable)
# 4. and 5. nothing arose; standing work was reported
2025-01-15  2024  A.stated     2024@2024-12-20 none-arisen                                                          none-arisen
2025-01-15  2024  B.ongoing    2024@2024-12-20 none-arisen                                                          none-arisen
2025-01-15  2024  B.ongoing    2024@2024-12-20 in-progress                                                          ongoing
2025-01-15  2024  B.ongoing    2024@2024-12-20 not-started                                                          ongoing
2025-01-15  2024  B.recurring  2024@2024-12-20 blocked                                                              ongoing
2024-12-20  2024  B.recurring  2024@2024-12-20 submitted                                                            ongoing
2024-11-30  2024  B.each       2024@2024-11-20 in-progress                                                          in-term
2024-12-01  2024  B.each       2024@2024-11-20 in-progress                                                          overdue
# 6. and 7. overdue from the day after the deadline on, unless submitted in time
2024-06-29  2024  A.stated     2024@2024-06-01 in-progress                                                          in-term
2024-06-30  2024  A.stated     2024@2024-06-01 in-progress                                                          in-term
2024-07-01  2024  A.stated     2024@2024-06-01 in-progress                                                          overdue
2024-07-01  2024  A.stated     2024@2024-06-01 not-started                                                          overdue
2024-07-01  2024  A.stated     2024@2024-06-01 blocked                                                              overdue
2024-07-01  2024  A.derived    2024@2024-06-01 in-progress                                                          overdue
2024-07-01  2024  A.event      2024@2024-06-01 in-progress                                                          overdue
2024-07-01  2024  A.assumed    2024@2024-06-01 in-progress                                                          in-term
2029-12-31  2028  A.assumed    2028@2028-12-20 in-progress                                                          in-term
2024-07-01  2024  A.undated    2024@2024-06-01 in-progress                                                          in-term
2025-01-15  2024  A.submits    2024@2024-12-20 submitted, submitted: 2024-06-29                                     in-term
2025-01-15  2024  A.submits    2024@2024-12-20 submitted, submitted: 2024-06-30                                     in-term
2025-01-15  2024  A.submits    2024@2024-12-20 submitted, submitted: 2024-07-01                                     overdue
2025-01-15  2024  A.submits    2024@2024-12-20 submitted                                                            overdue
2025-01-15  2024  A.submits    2024@2024-12-20 in-progress                                                          overdue
2025-01-15  2024  A.stated     2024@2024-12-20 submitted, submitted: 2024-06-29                                     overdue
# J(P): as-of for open periods and the latest due, its own due day for an older one
2024-06-30  2023  A.stated     2023@2023-12-20 in-progress                                                          in-term
2024-07-01  2023  A.stated     2023@2023-12-20 in-progress                                                          overdue
2024-12-31  2023  A.stated     2023@2023-12-20 in-progress                                                          overdue
2025-01-01  2023  A.stated     2023@2023-12-20 in-progress                                                          in-term
2024-12-31  2023  A.stated     –                                                                                    unreported (no-file, past)
2025-01-01  2023  A.stated     –                                                                                    unreported (no-file)
2026-01-01  2024  A.stated     2024@2024-12-20 in-progress                                                          overdue
2025-01-15  2025  A.stated     2025@2025-01-10 in-progress                                                          overdue
# which reports count: those reported by the as-of day, late ones too, the latest of several
2025-01-15  2024  A.undated    2024@2025-01-15 in-progress                                                          in-term
2025-01-15  2024  A.undated    2024@2025-01-16 in-progress                                                          unreported (no-file)
2025-03-01  2024  A.undated    2024@2025-02-28 in-progress                                                          in-term
2025-01-15  2024  A.undated    2024@2024-12-20 completed, completed: 2024-12-01 + 2024@2024-12-10 in-progress       completed-on-time 2024-12-01
2025-01-15  2024  A.undated    2024@2024-12-10 completed, completed: 2024-12-01 + 2024@2024-12-20 in-progress       in-term
2025-01-15  2024  A.undated    2024@2024-12-10 completed, completed: 2024-12-01 + 2024@2024-12-20                   unreported (no-entry)
2025-01-15  2024  A.undated    2024@2024-12-10 in-progress + 2024@2025-01-16 none-arisen                            in-term
2025-01-15  2024  A.undated    2024@2024-12-10 blocked + 2024@2024-12-10 in-progress + 2024@2024-12-11 none-arisen  none-arisen
2025-01-15  2024  A.undated    2023@2023-12-10 blocked + 2023@2023-12-10 completed, completed: 2023-11-01           unreported (no-file)
`;

describe('a row’s class', () => {
  const lines = CASES.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  test.each(lines.map((line) => line.split(/\s{2,}/)))(
    'as of %s, %s, %s, filed %s: %s',
    (asOf = '', period, task = '', filed = '', expected) => {
      const rows = rowsAt(asOf, filedByA(task, filed)).filter(
        (row) => row.period.id === period && row.task.id === task && row.owner.id === 'a',
      );
      expect(rows.map(inWords)).toEqual([expected]);
    },
  );
});

describe('rows', () => {
  const rowsOf = (task: string, sources: readonly Source[] = []): string[] =>
    rowsAt('2024-07-01', sources)
      .filter((row) => row.task.id === task && row.period.id === '2024')
      .map((row) => `${row.owner.id}: ${inWords(row)}`);

  test.each(['C.when', 'C.report', 'C.invited'])('%s has none', (task) => expect(rowsOf(task)).toEqual([]));
  test('support owes nothing', () => expect(rowsOf('A.stated')).toEqual(['a: not-due']));
  test('a group’s members have one each, once', () =>
    expect(rowsOf('B.group')).toEqual(['a: not-due', 'b: not-due', 'c: not-due']));
  test('of several leads each answers for itself', () => {
    const filed = [
      report('c', '2024', '2024-06-20', ['task: B.shared, status: completed, completed: 2024-06-10']),
      report('a', '2024', '2024-06-20', ['task: B.shared, status: blocked']),
    ];
    expect(rowsOf('B.shared', filed)).toEqual(['a: overdue', 'c: completed-on-time 2024-06-10']);
  });
  test('of two entries on one task the first counts; those of other bodies do not', () => {
    const filed = [
      report('a', '2024', '2024-06-20', ['task: A.stated, status: blocked', 'task: A.stated, status: none-arisen']),
      report('b', '2024', '2024-06-20', ['task: A.stated, status: none-arisen']),
    ];
    expect(rowsOf('A.stated', filed)).toEqual(['a: overdue']);
  });
  test('there are periods from the first to the one of the as-of day, and none after the horizon', () => {
    expect(periodsUntil(plan, '2022-12-31')).toEqual([]);
    expect(periodsUntil(plan, '2024-01-01').map(({ id }) => id)).toEqual(['2023', '2024']);
    expect(periodsUntil(plan, '2031-06-01').at(-1)?.id).toBe('2030');
    const { horizon: _, ...endless } = plan;
    expect(periodsUntil(endless, '2131-06-01').at(-1)?.id).toBe('2123');
    expect(['2022', '2023', '2030', '2031'].map((id) => planPeriod(plan, id)?.id)).toEqual([
      undefined,
      '2023',
      '2030',
      undefined,
    ]);
  });
});

describe('a file that came in, but', () => {
  const text =
    'plan: 12/KH-UBND\nversion: 1.0.0\nowner: a\nperiod: "2024"\nreported: 2024-12-20\nentries: [{ task: A.undated, status: in-progress }]\n';
  test.each<[what: string, from: string, to: string, expected: string]>([
    ['names its owner in other letters', 'owner: a', 'owner: "BODY  A "', 'in-term'],
    ['writes its plan with stray spaces', '12/KH-UBND', '"Số: 12 /KH-UBND"', 'in-term'],
    ['has no quotes around its period', '"2024"', '2024', 'in-term'],
    ['writes its plan wrong, but plain to see', '12/KH-UBND', '12/KHUBND', 'unreported (unreadable)'],
    ['is for another plan', '12/KH-UBND', '99/KH-UBND', 'unreported (no-file)'],
    ['is for a period that lies in this one', '"2024"', '2024-Q4', 'unreported (unreadable)'],
    ['is for no period of the plan', '"2024"', '2022', 'unreported (no-file)'],
    ['is of no body of the plan', 'owner: a', 'owner: Ministry', 'unreported (no-file)'],
    ['is no YAML, though it plainly says whose it is', 'entries: [', 'entries: [[', 'unreported (unreadable)'],
    ['has no entries', /entries.*\n/.exec(text)?.[0] ?? '', '', 'unreported (no-entry)'],
    ['speaks of another task', 'A.undated', 'A.submits', 'unreported (no-entry)'],
    ['writes its task wrong, but plain to see', 'A.undated', 'A-undated', 'unreported (wrong-id)'],
  ])('%s', (_, from, to, expected) => {
    expect(text).toContain(from);
    const rows = rowsAt('2025-01-15', [reportFile('a.yaml', text.replace(from, to))]);
    expect(
      rows
        .filter(({ task, owner, period }) => task.id === 'A.undated' && owner.id === 'a' && period.id === '2024')
        .map(inWords),
    ).toEqual([expected]);
  });
});

test.each([
  ['in the latest period due', currentPeriods, []],
  ['in all periods, the open one too', allPeriods, []],
  ['while another body has reported for the open period', currentPeriods, [report('b', '2025', '2025-01-10', [])]],
])('what is overdue is found and listed once: %s', (_, select, others) => {
  const filed = ['2023', '2024'].map((period) =>
    report('a', period, `${period}-12-20`, ['task: A.stated, status: in-progress']),
  );
  const { facts, findings } = judge('2025-01-15', [...filed, ...others], select);
  const found = findings.filter(({ rule, task }) => rule.name === 'task-overdue' && task?.id === 'A.stated');
  expect(found.map(({ place }) => place.file)).toEqual(['a-2024-2024-12-20.yaml']);
  expect(listsOf(facts).overdue.filter(({ task }) => task.id === 'A.stated')).toHaveLength(1);
});

import { describe, expect, test } from 'vitest';
import type { Day } from '../src/day.ts';
import { EXAMPLE_DAY, tryExample } from '../src/example.ts';
import { allPeriods, judgeReports } from '../src/judge.ts';
import taskUnreported from '../src/rules/dd202-task-unreported.ts';
import reportMissing from '../src/rules/dd203-report-missing.ts';
import reportLate from '../src/rules/dd204-report-late.ts';
import dueSoon from '../src/rules/dd205-due-soon.ts';
import completedLate from '../src/rules/dd206-completed-late.ts';
import unknownTask from '../src/rules/dd207-unknown-task.ts';
import taskNotAssigned from '../src/rules/dd208-task-not-assigned.ts';
import duplicateEntry from '../src/rules/dd209-duplicate-entry.ts';
import duplicateReport from '../src/rules/dd210-duplicate-report.ts';
import unknownOwner from '../src/rules/dd211-unknown-owner.ts';
import unknownPlan from '../src/rules/dd212-unknown-plan.ts';
import wrongPeriod from '../src/rules/dd213-wrong-period.ts';
import { examplePlan } from '../src/rules/example-plan.ts';
import { type Files, type Finding, type Rule, messageOf } from '../src/rules/rule.ts';
import { planOf, reportFile } from './helpers.ts';

const found = (rule: Rule, files: Files, asOf: Day = EXAMPLE_DAY): readonly Finding[] =>
  tryExample({ ...rule, example: () => ({ ...rule.example(), asOf }) }, files);

/** A report of Sở Tài chính, which leads II.1.b and supports II.1.a.2; its values stand on lines 1 to 6. */
const report = (
  fields: { plan?: string; owner?: string; period?: string; reported?: string; entries?: string } = {},
): string => {
  const {
    plan = '12/KH-UBND',
    owner = 'so-tai-chinh',
    period = '"2024"',
    reported = '2024-12-20',
    entries = '[]',
  } = fields;
  return `plan: ${plan}\nversion: 1.1.0\nowner: ${owner}\nperiod: ${period}\nreported: ${reported}\nentries: ${entries}\n`;
};
const entry = (task: string, more = 'status: in-progress'): string => `[{ task: ${task}, ${more} }]`;

const tasksIn = (findings: readonly Finding[]): (string | undefined)[] => findings.map(({ task }) => task?.id);
const ownersIn = (findings: readonly Finding[]): (string | undefined)[] => findings.map(({ owner }) => owner?.id);
const suggestionsIn = (findings: readonly Finding[]): unknown[] => findings.map(({ data }) => data['suggestions']);
const places = (findings: readonly Finding[]): string[] => findings.map(({ place }) => `${place.file}:${place.line}`);

describe('task-unreported', () => {
  test('begins the day after the due day', () => {
    const files = { 'a.yaml': report() };
    expect(tasksIn(found(taskUnreported, files, '2024-12-30'))).toEqual([]);
    expect(tasksIn(found(taskUnreported, files, '2024-12-31'))).toEqual([]);
    expect(tasksIn(found(taskUnreported, files, '2025-01-01'))).toEqual(['II.1.b']);
    expect(places(found(taskUnreported, files, '2025-01-01'))).toEqual(['a.yaml:6']);
  });

  test('says nothing of those who filed nothing, or two reports of one day', () => {
    expect(found(taskUnreported, {})).toEqual([]);
    expect(found(taskUnreported, { 'a.yaml': report(), 'b.yaml': report() })).toEqual([]);
  });

  test('says nothing of a task with a blank or faulty entry, nor where entries are missing as a whole', () => {
    expect(found(taskUnreported, { 'a.yaml': report({ entries: '[{ task: II.1.b }]' }) })).toEqual([]);
    expect(found(taskUnreported, { 'a.yaml': report({ entries: entry('II.1.b', 'status: xong') }) })).toEqual([]);
    expect(found(taskUnreported, { 'a.yaml': report({ entries: '' }) })).toEqual([]);
    expect(found(taskUnreported, { 'a.yaml': report({ entries: 'không' }) })).toEqual([]);
  });

  test('says nothing of the task that a mistyped id plainly means', () => {
    expect(found(taskUnreported, { 'a.yaml': report({ entries: entry('ii-1-b') }) })).toEqual([]);
    expect(tasksIn(found(taskUnreported, { 'a.yaml': report({ entries: entry('V.9') }) }))).toEqual(['II.1.b']);
  });

  test('does not ask again for what was completed in an earlier period, but for ongoing work each time', () => {
    const [done, ongoing] = [
      '{ task: II.1.a.1, status: completed, completed: 2024-05-01 }',
      '{ task: II.1.a.2, status: in-progress }',
    ];
    const files = {
      '2024.yaml': report({ owner: 'so-cong-thuong', entries: `[${done}, ${ongoing}]` }),
      '2025.yaml': report({ owner: 'so-cong-thuong', period: '"2025"', reported: '2025-12-20' }),
    };
    expect(tasksIn(found(taskUnreported, files, '2026-01-05'))).toEqual(['II.1.a.2']);
  });
});

describe('report-missing', () => {
  const every = ['so-cong-thuong', 'so-tai-chinh', 'huyen-ha', 'huyen-thuong'];

  test('begins the day after the due day', () => {
    expect(found(reportMissing, {}, '2024-12-30')).toEqual([]);
    expect(found(reportMissing, {}, '2024-12-31')).toEqual([]);
    expect(ownersIn(found(reportMissing, {}, '2025-01-01'))).toEqual(every);
    expect(found(reportMissing, {}, '2025-01-01').map(({ data }) => [data['days'], data['tasks']])).toEqual([
      [1, 2],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('is said for each period', () => {
    const missing = found(reportMissing, { 'a.yaml': report() }, '2026-01-01').filter(
      ({ owner }) => owner?.id === 'so-tai-chinh',
    );
    expect(missing.map(({ period }) => period)).toEqual(['2025']);
  });

  test('holds for a report dated after the as-of day, and says when that arrives', () => {
    const files = { 'a.yaml': report({ reported: '2025-01-16' }) };
    const [missing] = found(reportMissing, files, '2025-01-15').filter(({ owner }) => owner?.id === 'so-tai-chinh');
    expect(missing?.data).toMatchObject({ arrives: '2025-01-16', days: 15 });
    expect(missing?.related.map(({ file }) => file)).toContain('a.yaml');
    expect(ownersIn(found(reportMissing, files, '2025-01-16'))).not.toContain('so-tai-chinh');
  });

  test('is not said of those who filed two reports, or an empty one', () => {
    expect(ownersIn(found(reportMissing, { 'a.yaml': report(), 'b.yaml': report() }))).not.toContain('so-tai-chinh');
    expect(ownersIn(found(reportMissing, { 'a.yaml': report({ entries: '' }) }))).not.toContain('so-tai-chinh');
  });

  test.each([
    { owner: 'So tai chinh' },
    { period: '2024-Q4' },
    { period: 'năm 2024' },
    { plan: '12/KHUBND' },
    { plan: '' },
    { plan: '12/KHUBND', owner: 'Sở Tài chinh', period: '2024-H1' },
  ])('is not said where %o plainly means it', (fields) => {
    expect(ownersIn(found(reportMissing, { 'a.yaml': report(fields) }))).toEqual(
      every.filter((id) => id !== 'so-tai-chinh'),
    );
  });

  test('is said where a file is of another plan, or of a body that could be one of two', () => {
    expect(ownersIn(found(reportMissing, { 'a.yaml': report({ plan: '300/QĐ-TTg' }) }))).toEqual(every);
    expect(ownersIn(found(reportMissing, { 'a.yaml': report({ owner: 'UBND huyện' }) }))).toEqual(every);
    expect(ownersIn(found(reportMissing, { 'a.yaml': report({ period: '2023' }) }))).toEqual(every);
  });

  test('is said of the files’ own bodies alone where files were given and no folder', () => {
    const plan = planOf(
      Object.fromEntries(Object.entries(examplePlan).map(([name, text]) => [name.slice('plan/'.length), text])),
    );
    const sources = [reportFile('a.yaml', report())];
    const given = { plan, sources, asOf: '2026-01-05', select: allPeriods, wholeFolder: false };
    const { findings } = judgeReports({ ...given, rules: [reportMissing, dueSoon] });
    expect(findings.map(({ rule, owner, period }) => [rule.code, owner?.id, period])).toEqual([
      ['DD203', 'so-tai-chinh', '2025'],
    ]);
    const soon = judgeReports({ ...given, sources: [], asOf: '2025-12-10', rules: [dueSoon] });
    expect(soon.findings).toEqual([]);
  });
});

describe('report-late', () => {
  test.each([
    ['2024-12-30', []],
    ['2024-12-31', []],
    ['2025-01-01', [1]],
  ])('reported on %s', (reported, days) => {
    const late = found(reportLate, { 'a.yaml': report({ reported }) });
    expect(late.map(({ data }) => data['days'])).toEqual(days);
  });

  test('is said of both of two reports of one day, not of one that has not arrived or was replaced', () => {
    const late = report({ reported: '2025-01-06' });
    expect(places(found(reportLate, { 'a.yaml': late, 'b.yaml': late }))).toEqual(['a.yaml:5', 'b.yaml:5']);
    expect(found(reportLate, { 'a.yaml': report({ reported: '2025-01-16' }) })).toEqual([]);
    expect(places(found(reportLate, { 'a.yaml': late, 'b.yaml': report({ reported: '2025-01-07' }) }))).toEqual([
      'b.yaml:5',
    ]);
  });
});

describe('due-soon', () => {
  const open = { 'a.yaml': report({ entries: entry('II.1.b') }) };

  test.each([
    ['2025-11-30', []],
    ['2025-12-01', [30]],
    ['2025-12-31', [0]],
    ['2026-01-01', []],
  ])('on %s', (asOf, days) => {
    const soon = found(dueSoon, open, asOf);
    expect(soon.map(({ data }) => data['days'])).toEqual(days);
    expect(soon.every(({ data }) => data['task'] === 'II.1.b')).toBe(true);
  });

  test('stands at the status, else at the entries, else at the deadline', () => {
    expect(places(found(dueSoon, open, '2025-12-10'))).toEqual(['a.yaml:6']);
    expect(places(found(dueSoon, { 'a.yaml': report() }, '2025-12-10'))).toEqual(['a.yaml:6']);
    expect(found(dueSoon, {}, '2025-12-10')[0]?.place.file).toBe('plan/tasks.yaml');
  });

  test('is not said of what is done, be its day missing, nor of what was submitted where that is the task', () => {
    expect(
      found(dueSoon, { 'a.yaml': report({ entries: entry('II.1.b', 'status: completed') }) }, '2025-12-10'),
    ).toEqual([]);
    expect(
      found(dueSoon, { 'a.yaml': report({ entries: entry('II.1.b', 'status: none-arisen') }) }, '2024-12-25'),
    ).toEqual([]);
    const of = (more: string): Files => ({
      'a.yaml': report({ owner: 'so-cong-thuong', reported: '2024-06-20', entries: entry('II.1.a.1', more) }),
    });
    expect(tasksIn(found(dueSoon, of('status: submitted, submitted: 2024-06-18'), '2024-06-25'))).toEqual([]);
    expect(tasksIn(found(dueSoon, of('status: submitted'), '2024-06-25'))).toEqual(['II.1.a.1']);
  });
});

describe('completed-late', () => {
  const of = (more: string): Files => ({
    'a.yaml': report({ owner: 'so-cong-thuong', entries: `\n  - task: II.1.a.1\n    status: completed\n${more}` }),
  });

  test('counts the deadline day as on time', () => {
    expect(found(completedLate, of('    completed: 2024-06-30\n'))).toEqual([]);
    expect(found(completedLate, of('    completed: 2024-07-01\n')).map(({ data }) => data['days'])).toEqual([1]);
  });

  test('stands at the value that gave the day', () => {
    const late = (more: string): string[] => places(found(completedLate, of(more)));
    expect(late('    completed: 2024-07-05\n')).toEqual(['a.yaml:9']);
    expect(
      late('    completed: 2024-06-05\n    evidence:\n      - date: 2024-08-01\n      - date: 2024-07-05\n'),
    ).toEqual(['a.yaml:12']);
    expect(late('    completed: 2024-07-05\n    submitted: 2024-07-02\n')).toEqual(['a.yaml:10']);
    expect(late('    completed: 2024-07-05\n    submitted: 2024-06-02\n')).toEqual([]);
  });

  test('is said once, in the period of the entry, though later periods rest on it', () => {
    const late = found(completedLate, of('    completed: 2024-07-05\n'), '2026-02-01');
    expect(late.map(({ period }) => period)).toEqual(['2024']);
  });
});

describe('unknown-task', () => {
  const suggested = (owner: string, task: string): unknown[] =>
    suggestionsIn(found(unknownTask, { 'a.yaml': report({ owner, entries: entry(task) }) }));

  test.each(['II.1.a1', 'II-1-a-1', 'ii.1.a.1', 'II.1.a.1.', 'II 1 a 1', 'II1a1', '"II.1.a) 1"'])('%s', (task) => {
    expect(suggested('so-cong-thuong', task)).toEqual([['II.1.a.1']]);
  });

  test('suggests the owner’s own tasks first, and nothing where nothing is near', () => {
    expect(suggested('so-tai-chinh', 'II.1.d')).toEqual([['II.1.b', 'II.1.c']]);
    expect(suggested('huyen-ha', 'II.1.d')).toEqual([['II.1.c', 'II.1.b']]);
    expect(suggested('huyen-ha', 'Đề án chuyển đổi số')).toEqual([[]]);
  });

  test('tells đ from d, and finds one by the other', () => {
    const tasks = `tasks:
  - { id: II.1.đ, text: Bố trí ngân sách., source: { lines: [19] }, lead: [huyen-ha], kind: ongoing }
`;
    const unknown = found(unknownTask, {
      'plan/tasks.yaml': tasks,
      'a.yaml': report({
        owner: 'huyen-ha',
        entries: '[{ task: II.1.d, status: blocked }, { task: II.1.đ, status: blocked }]',
      }),
    });
    expect(unknown.map(({ data }) => data)).toEqual([{ written: 'II.1.d', suggestions: ['II.1.đ'] }]);
  });

  test('is quoted in one line of at most 80 characters', () => {
    const [unknown] = found(unknownTask, { 'a.yaml': report({ entries: entry(`"${'dài '.repeat(500)}\\n"`) }) });
    expect(unknown && messageOf(unknown, 'vi').length).toBeLessThan(130);
  });
});

describe('task-not-assigned', () => {
  test('knows leads, supports and members of leading groups', () => {
    const entries =
      '[{ task: II.1.a.1, status: blocked }, { task: II.1.a.2, status: blocked }, { task: II.1.c, status: blocked }]';
    const tasks = (owner: string): unknown => tasksIn(found(taskNotAssigned, { 'a.yaml': report({ owner, entries }) }));
    expect(tasks('so-cong-thuong')).toEqual(['II.1.c']);
    expect(tasks('so-tai-chinh')).toEqual(['II.1.a.1', 'II.1.c']);
    expect(tasks('huyen-ha')).toEqual(['II.1.a.1', 'II.1.a.2']);
  });

  test('names the leads as the plan does', () => {
    const [stray] = found(taskNotAssigned, { 'a.yaml': report({ entries: entry('II.1.c') }) });
    expect(stray?.data['leads']).toEqual(['UBND các huyện']);
  });
});

describe('duplicate-entry', () => {
  test('is each entry after the first; unknown ids are unknown-task alone', () => {
    const of = (task: string): Files => ({
      'a.yaml': report({ entries: `[${Array(3).fill(`{ task: ${task}, status: blocked }`).join(', ')}]` }),
    });
    expect(found(duplicateEntry, of('II.1.b')).map(({ data }) => data)).toEqual([
      { task: 'II.1.b', entry: 2, first: 1 },
      { task: 'II.1.b', entry: 3, first: 1 },
    ]);
    expect(found(duplicateEntry, of('II.9'))).toEqual([]);
    expect(found(unknownTask, of('II.9'))).toHaveLength(3);
    expect(found(taskNotAssigned, of('II.1.c'))).toHaveLength(1);
  });
});

describe('duplicate-report', () => {
  test('is not said of the latest, nor of other periods and bodies', () => {
    expect(found(duplicateReport, { 'a.yaml': report(), 'b.yaml': report({ reported: '2024-12-21' }) })).toEqual([]);
    expect(found(duplicateReport, { 'a.yaml': report(), 'b.yaml': report({ period: '"2025"' }) })).toEqual([]);
    expect(found(duplicateReport, { 'a.yaml': report(), 'b.yaml': report({ owner: 'huyen-ha' }) })).toEqual([]);
  });
});

describe('unknown-owner', () => {
  const owners = `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, aliases: [Sở CT], symbol: SCT, authority: provincial }
  - { id: so-tai-chinh, name: Sở Tài chính, authority: provincial }
  - { id: so-nong-nghiep, name: Sở Nông nghiệp và Phát triển nông thôn, authority: provincial }
  - { id: ban-hoa-binh, name: Ban Hòa Bình, authority: provincial }
  - { id: huyen-ha, name: Ủy ban nhân dân huyện Đức Thọ, authority: district }
  - { id: huyen-thuong, name: UBND huyện Thượng, authority: district }
  - { id: huyen-ky-anh, name: UBND huyện Kỳ Anh, authority: district }
  - { id: thi-xa-ky-anh, name: UBND thị xã Kỳ Anh, authority: district }
groups:
  - { id: cac-huyen, name: UBND các huyện, members: [huyen-ha, huyen-thuong] }
partners:
  - { id: ubnd-tinh, name: UBND tỉnh }
`;
  const unknown = (owner: string): readonly Finding[] =>
    found(unknownOwner, { 'plan/owners.yaml': owners, 'a.yaml': report({ owner, entries: entry('II.9') }) });

  test.each([
    ['Sở NN&PTNT', ['Sở Nông nghiệp và Phát triển nông thôn']],
    ['UBND huyện Đức Thọ', ['Ủy ban nhân dân huyện Đức Thọ']],
    ['So cong thuong', ['Sở Công Thương']],
    ['so-cong-thuongg', ['Sở Công Thương']],
    ['sct', ['Sở Công Thương']],
    ['Ban Hoà Bình', ['Ban Hòa Bình']],
    ['Kỳ Anh', ['UBND huyện Kỳ Anh', 'UBND thị xã Kỳ Anh']],
    ['Bộ Quốc phòng', []],
  ])('%s', (owner, suggestions) => {
    expect(suggestionsIn(unknown(owner))).toEqual([suggestions]);
  });

  test('knows ids, names and aliases, whatever their case', () => {
    for (const owner of ['so-cong-thuong', 'SỞ CÔNG THƯƠNG', 'sở ct']) expect(unknown(owner)).toEqual([]);
  });

  test('says what else a group or an outside body is', () => {
    expect(unknown('cac-huyen').map(({ data }) => data['kind'])).toEqual(['group']);
    expect(unknown('UBND các huyện').map(({ data }) => data['kind'])).toEqual(['group']);
    expect(unknown('ubnd tỉnh').map(({ data }) => data['kind'])).toEqual(['partner']);
  });

  test('is all that is said of such a report', () => {
    const files = {
      'a.yaml': report({ owner: 'Bộ Quốc phòng', period: '2024-Q9', reported: '2025-01-10', entries: entry('II.9') }),
    };
    for (const rule of [taskUnreported, reportLate, unknownTask, taskNotAssigned, unknownPlan, wrongPeriod])
      expect(found(rule, files)).toEqual([]);
  });
});

describe('unknown-plan', () => {
  test.each([
    ['12/KHUBND', ['12/KH-UBND']],
    ['12', ['12/KH-UBND']],
    ['13/KH-UBND', ['12/KH-UBND']],
    ['300/QĐ-TTg', []],
  ])('%s', (plan, suggestions) => {
    expect(
      suggestionsIn(found(unknownPlan, { 'a.yaml': report({ plan: `"${plan}"`, owner: 'x', period: 'x' }) })),
    ).toEqual([suggestions]);
  });

  test('is not said of stray spaces', () => {
    expect(found(unknownPlan, { 'a.yaml': report({ plan: '"12 / KH - UBND "' }) })).toEqual([]);
  });

  test('is all that is said of whose report it is and for when', () => {
    const files = { 'a.yaml': report({ plan: '300/QĐ-TTg', owner: 'x', period: 'x' }) };
    for (const rule of [unknownOwner, wrongPeriod, taskUnreported, unknownTask]) expect(found(rule, files)).toEqual([]);
  });
});

describe('wrong-period', () => {
  const reasons = (findings: readonly Finding[]): unknown[] => findings.map(({ data }) => data['reason']);

  test.each([
    ['quý 4', 'form'],
    ['24', 'form'],
    ['2024-Q5', 'form'],
    ['2024-Q4', 'frequency'],
    ['2024-12', 'frequency'],
    ['2023', 'before-first'],
    ['2027', 'after-horizon'],
  ])('%s', (period, reason) => {
    const wrong = found(wrongPeriod, { 'a.yaml': report({ period: `"${period}"` }) });
    expect(reasons(wrong)).toEqual([reason]);
    expect(places(wrong)).toEqual(['a.yaml:4']);
  });

  test('is not begun before its first day', () => {
    const of = (reported: Day): unknown[] =>
      reasons(found(wrongPeriod, { 'a.yaml': report({ period: '2025', reported }) }));
    expect(of('2024-12-31')).toEqual(['not-begun']);
    expect(of('2025-01-01')).toEqual([]);
  });

  test('gives an example of the plan’s own', () => {
    const [wrong] = found(wrongPeriod, { 'a.yaml': report({ period: '2024-Q4' }) });
    expect(wrong?.data['example']).toBe('2024');
  });

  test('is too early for what was completed later, but not for days after the report itself', () => {
    const of = (completed: Day): unknown[] =>
      reasons(
        found(wrongPeriod, {
          'a.yaml': report({
            reported: '2025-01-10',
            entries: entry('II.1.b', `status: completed, completed: ${completed}`),
          }),
        }),
      );
    expect(of('2024-12-31')).toEqual([]);
    expect(of('2025-01-01')).toEqual(['completed-after']);
    expect(of('2025-01-10')).toEqual(['completed-after']);
    expect(of('2025-01-11')).toEqual([]);
  });
});

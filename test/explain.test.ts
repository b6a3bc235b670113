import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentPeriods, judgeReports, readRegisters, readReports } from '../src/judge.ts';
import { registerForm } from '../src/generated/validators.js';
import { type About, rowsAbout } from '../src/model/about.ts';
import { FIGURES, type Figure } from '../src/model/figures.ts';
import { meetingOf } from '../src/model/meeting.ts';
import type { By } from '../src/choices.ts';
import { tableOf } from '../src/model/summary.ts';
import { findFiles } from '../src/read/files.ts';
import { openedSource } from '../src/read/read.ts';
import { branchText } from '../src/view/explain/branch.ts';
import { columnsOf } from '../src/view/meeting/columns.ts';
import { rowsJson } from '../src/view/explain/rows.ts';
import { EXAMPLE, ROOT, changed, dondoc, expectGolden, folderWith, outputOf, planIn, without } from './helpers.ts';
import { plan, report, rowsAt } from './ledger-plan.ts';

const settled = (text: string): string => text.replace(/dondoc \d+\.\d+\.\d+/, 'dondoc VERSION');

test.each(['vi', 'en'])('the list of the rules is at most 80 cells wide: %s', async (lang) => {
  const { stdout } = await dondoc(ROOT, `explain --lang ${lang}`);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(stdout).toContain('DD221  lead-support-contradiction');
});

describe('a number of the table of the samples', () => {
  test.each<[name: string, words: string]>([
    ['cell', 'explain so-cong-thuong examples/reports --class all-overdue --as-of 2026-02-01'],
    ['column', 'explain completed-late examples/reports --as-of 2026-02-01'],
    ['task', 'explain II.4.a.1 examples/reports --period 2024 --as-of 2026-02-01 --lang en'],
    ['former-body', 'explain so-ke-hoach-dau-tu examples/reports --period 2024 --section II.2 --as-of 2026-02-01'],
    ['workbook', 'explain in-term examples/reports --owner so-tai-chinh --as-of 2026-02-01'],
  ])('%s: dondoc %s', async (name, words) => {
    const { code, stdout } = await dondoc(ROOT, words);
    expectGolden(join(ROOT, `test/explain/${name}.txt`), settled(stdout));
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  const folder = join(ROOT, 'examples/reports');
  const { files, registers } = findFiles([folder]);
  const given = {
    sources: readReports(files, (path) => path),
    registers: readRegisters(registers, (path) => path),
    wholeFolder: true,
  };
  const provenance = { tool: '0', files: 0, reports: 0, refused: 0 };

  test.each(['2024-12-20', '2025-03-15', '2026-02-01'])('is that of its rows, each with its trace: %s', (asOf) => {
    const today = planIn(join(ROOT, 'plan/415-KH-UBND'), asOf);
    const { facts } = judgeReports({ ...given, plan: today, asOf, select: currentPeriods });
    const { table } = meetingOf(facts, { by: 'owner', sort: 'plan', selection: {} });
    const columns = columnsOf(table).flatMap(({ counts, value }) => (counts ? [{ counts, value }] : []));
    const explained = (about: About, figure: Figure): number => {
      const selection = { figures: [figure] };
      const rows = rowsAbout(facts, about, selection);
      const json = outputOf('explain', rowsJson({ about, rows, facts, selection }, provenance, 'vi'));
      for (const { words } of json.rows) for (const text of Object.values(words)) expect(text).toMatch(/^\S.*\S$/s);
      expect(json.counts.rows).toBe(json.rows.length);
      return json.rows.length;
    };
    const numbers = (about: About): number[] => columns.map(({ counts }) => explained(about, counts));
    for (const line of table.lines) {
      const owner = today.owner(line.id);
      if (!owner) throw new Error(`no body ${line.id}`);
      expect([line.id, ...numbers({ kind: 'owner', owner })]).toEqual([line.id, ...columns.map((c) => c.value(line))]);
    }
    for (const line of table.groups) {
      const group = today.groups.find(({ id }) => id === line.id);
      if (group) expect(numbers({ kind: 'group', group })).toEqual(columns.map((c) => c.value(line)));
    }
    const linesBy = (by: By) => tableOf(facts.rows, by, today).lines.filter(({ id }) => id !== '');
    for (const { id, rows } of linesBy('section')) {
      const section = today.sections.find((each) => each.id === id);
      if (section && id !== 'II') expect([id, explained({ kind: 'section', section }, 'rows')]).toEqual([id, rows]);
    }
    for (const { id, rows } of linesBy('reference')) {
      const reference = today.reference(id);
      if (!reference) throw new Error(`no document ${id}`);
      expect([id, explained({ kind: 'reference', reference }, 'rows')]).toEqual([id, rows]);
    }
    for (const { id, rows } of linesBy('support')) {
      const owner = today.owner(id);
      if (!owner) throw new Error(`no body ${id}`);
      expect([id, explained({ kind: 'support', owner }, 'rows')]).toEqual([id, rows]);
    }
    for (const figure of FIGURES) {
      const total = columns.find(({ counts }) => counts === figure);
      if (total)
        expect([figure, explained({ kind: 'figure', figure }, 'rows')]).toEqual([figure, total.value(table.total)]);
    }
    expect(table.lines.length).toBeGreaterThan(15);
    expect(columns.length).toBeGreaterThan(8);
  });
});

describe('the branch of a row, with what it went by', () => {
  const asOf = '2024-12-31';
  const classOf = (task: string, said: string | undefined, day = asOf, period = '2024', reported = '2024-12-20') => {
    const sources = said === undefined ? [] : [report('a', period, reported, [`task: ${task}, status: ${said}`])];
    const row = rowsAt(day, sources).find(
      (each) => each.task.id === task && each.period.id === '2024' && each.owner.id === 'a',
    );
    return row && branchText(row, { asOf: day, plan }, 'en');
  };

  test.each<[task: string, said: string | undefined, day: string, expected: string]>([
    [
      'A.submits',
      'completed, submitted: 2024-06-20, completed: 2024-07-05',
      asOf,
      'branch 1: reported completed; 2024-06-20 counts, the day of submission, which the task asks for; not after the deadline 2024-06-30 (stated in the text) → completed on time',
    ],
    [
      'A.stated',
      'completed, completed: 2024-06-20, evidence: [{ date: 2024-07-05 }]',
      asOf,
      'branch 1: reported completed; 2024-07-05 counts, the earliest day of the evidence, later than the day of completion given, 2024-06-20; 5 days after the deadline 2024-06-30 (stated in the text) → completed late',
    ],
    [
      'A.assumed',
      'completed, completed: 2024-09-20',
      asOf,
      'branch 1: reported completed; 2024-09-20 counts, the day of completion given; the deadline 2024-06-30 (assumed tracking date) is only tracked and makes nothing overdue → completed on time',
    ],
    [
      'A.undated',
      undefined,
      asOf,
      'branch 3: no usable entry; the as-of day 2024-12-31 is not past the report’s due day 2024-12-31 (stated in the text) → not due',
    ],
    [
      'A.stated',
      undefined,
      '2025-01-01',
      'branch 3: no usable entry (no report filed); the as-of day 2025-01-01 is past the report’s due day 2024-12-31 (stated in the text); the deadline 2024-06-30 (stated in the text) lies before the judging day 2025-01-01 → unreported, past the deadline',
    ],
    [
      'A.undated',
      undefined,
      '2026-01-01',
      'branch 3: no usable entry (no report filed); the as-of day 2026-01-01 is past the report’s due day 2024-12-31 (stated in the text); the task has no deadline → unreported, in term',
    ],
    ['A.stated', 'none-arisen', asOf, 'branch 4: the entry says none arisen → none arisen'],
    [
      'B.ongoing',
      'in-progress',
      asOf,
      'branch 5: ongoing task without a deadline of its own; reported on for this period → ongoing, reported',
    ],
    [
      'A.stated',
      'in-progress',
      '2026-01-01',
      'branch 6: the deadline 2024-06-30 (stated in the text) lies before the judging day 2024-12-31 (the due day of its report, since a later period has come due) and not completed → reported but overdue',
    ],
    [
      'A.submits',
      'submitted, submitted: 2024-07-01',
      asOf,
      'branch 6: the deadline 2024-06-30 (stated in the text) lies before the judging day 2024-12-31 and not submitted in time → reported but overdue',
    ],
    [
      'A.submits',
      'submitted, submitted: 2024-06-30',
      asOf,
      'branch 7: the deadline 2024-06-30 (stated in the text) has passed, but it was submitted in time on 2024-06-30 → in term',
    ],
    ['A.undated', 'in-progress', asOf, 'branch 7: the task has no deadline → in term'],
    [
      'A.assumed',
      'in-progress',
      asOf,
      'branch 7: the deadline 2024-06-30 (assumed tracking date) is only tracked and makes nothing overdue → in term',
    ],
    [
      'B.each',
      'in-progress',
      '2024-11-30',
      'branch 7: the deadline 2024-11-30 (stated in the text) has not passed on the judging day 2024-11-30 → in term',
    ],
  ])('%s, %s, on %s', (task, said, day, expected) => {
    expect(classOf(task, said, day, '2024', day < '2024-12-20' ? day : '2024-12-20')).toBe(expected);
  });

  test('a completion of an earlier period says so', () => {
    expect(classOf('A.stated', 'completed, completed: 2023-06-20', asOf, '2023', '2023-12-20')).toMatch(
      /^branch 1: the latest word, of period 2023, says completed; 2023-06-20 counts/,
    );
  });

  test('a completion before the event does not answer it', () => {
    const register = openedSource(
      {
        kind: 'opened',
        bytes: new TextEncoder().encode(
          'plan: 12/KH-UBND\ntriggers: [{ task: C.when, what: Asked again, day: 2024-10-01, due: 2024-11-30 }]\n',
        ),
      },
      'register.yaml',
      registerForm,
    );
    const sources = [report('a', '2024', '2024-12-20', ['task: C.when, status: completed, completed: 2024-03-01'])];
    const { facts } = judgeReports({
      plan,
      sources,
      registers: [register],
      asOf,
      select: currentPeriods,
      wholeFolder: true,
    });
    const row = facts.rows.find(({ task }) => task.id === 'C.when');
    expect(row && branchText(row, facts, 'en')).toBe(
      'branch 6: reported completed on 2024-03-01, before the event of 2024-10-01, which does not answer it; the deadline 2024-11-30 (counted from an event) lies before the judging day 2024-12-31 and not completed → reported but overdue',
    );
  });
});

describe('dondoc explain', () => {
  const amended = {
    ...EXAMPLE,
    'plan/12-KH-UBND/amendments/a.yaml': `instrument: { number: 9/QĐ-UBND, title: Gia hạn và miễn, date: 2024-05-20 }
effective: 2024-06-01
version: 2.0.0
changes:
  - extend-deadline: { task: II.1.a.1, to: 2024-12-31 }
  - waive: { owner: huyen-ha, reason: Thiên tai }
`,
  };
  const folder = folderWith(amended);
  const json = async (words: readonly string[], cwd = folder) => {
    const ran = await dondoc(cwd, ['explain', ...words, '--format', 'json'], '2025-01-15');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    return outputOf('explain', ran.stdout);
  };

  test('tells a waiver with its document, and an extension with the day as signed', async () => {
    const [waived] = (await json(['huyen-ha'])).rows;
    expect([waived?.branch, waived?.words.class]).toEqual([
      2,
      'nhánh 2: được miễn theo 9/QĐ-UBND (Thiên tai), từ 01/06/2024; hạn nộp báo cáo 31/12/2024 (văn bản ghi rõ) thuộc thời gian miễn → được miễn',
    ]);
    const [extended] = (await json(['II.1.a.1'])).rows;
    expect(extended?.words).toMatchObject({
      deadline: '31/12/2024 (văn bản ghi rõ); gia hạn 30/06/2024 → 31/12/2024, 9/QĐ-UBND',
      clause:
        'mục II.1 Phát triển cụm công nghiệp; plan/12-KH-UBND/source.txt, dòng 11, 13; sửa đổi theo 9/QĐ-UBND (plan/12-KH-UBND/amendments/a.yaml:1:1)',
    });
  });

  test.each<[words: string[], kind: string, id: string, rows: number]>([
    [['Sở CT'], 'owner', 'so-cong-thuong', 2],
    [['UBND các huyện'], 'group', 'cac-huyen', 2],
    [['UBND các huyện', '--class', 'waived'], 'group', 'cac-huyen', 1],
    [['được miễn'], 'figure', 'waived', 1],
    [['Duoc mien', '--owner', 'so-tai-chinh'], 'figure', 'waived', 0],
    [['all rows', '--section', 'II.1'], 'figure', 'rows', 5],
    [['completed-late', 'reports'], 'figure', 'completed-late', 0],
    [['II.1.c', '--class', 'waived'], 'task', 'II.1.c', 1],
    [['II.1'], 'section', 'II.1', 5],
    [['Sở Tài chính', '--support'], 'support', 'so-tai-chinh', 1],
  ])('%j', async (words, kind, id, rows) => {
    const { about, counts, rows: found } = await json(words);
    expect([about, counts.rows, found.length]).toEqual([{ kind, id }, rows, rows]);
  });

  test('a rule and a class of one name: with reports it is the class', async () => {
    expect((await dondoc(folder, 'explain completed-late')).stdout).toMatch(/^DD206 completed-late /);
    expect((await dondoc(folder, 'explain completed-late reports')).stdout).toMatch(
      /^Hoàn thành quá hạn \[completed-late\]\n[^]*\nKhông có lượt theo dõi nào\.\n/,
    );
  });

  test('tells which file was meant where none can be used', async () => {
    const misfiled = folderWith(changed(EXAMPLE, 'reports/so-tai-chinh.yaml', 'plan: 12/KH-UBND', 'plan: 12/KH-UB'));
    const { stdout } = await dondoc(misfiled, 'explain so-tai-chinh --format json --as-of 2025-01-15');
    expect(outputOf('explain', stdout).rows[0]?.words.report).toBe(
      'báo cáo không dùng được; đã nộp còn có reports/so-tai-chinh.yaml (20/12/2024): kế hoạch, cơ quan hoặc kỳ chưa đúng',
    );
  });

  test.each<[words: string[], says: RegExp]>([
    [['II.1.b', '--format', 'markdown'], /không có dạng markdown; các dạng có: text, json/],
    [['DD201', '--all'], /thừa tham số/],
    [['DD201', '--owner', 'so-tai-chinh'], /thừa tham số/],
    [
      ['so-cong-thuog'],
      /không phải quy tắc, nhiệm vụ, cơ quan hay loại nào của bảng tổng hợp; có phải so-cong-thuong\?/,
    ],
    [['chua bao ca'], /có phải unreported\?/],
    [['all-overdu'], /có phải all-overdue\?/],
  ])('%j is a usage error', async (words, says) => {
    const { code, stdout, stderr } = await dondoc(folder, ['explain', ...words]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  test('without reports a task is what the plan knows of it, and nothing else is explained', async () => {
    const bare = folderWith(without(EXAMPLE, ...Object.keys(EXAMPLE).filter((name) => name.startsWith('reports/'))));
    expect((await dondoc(bare, 'explain II.1.b --lang en')).stdout).toMatch(/No reports were read/);
    for (const words of ['explain so-tai-chinh', 'explain II.1.b --format json', 'explain overdue'])
      expect([words, (await dondoc(bare, words)).code]).toEqual([words, 2]);
  });

  test('what a report says stays what it is on a terminal', async () => {
    const hostile = folderWith(
      changed(EXAMPLE, 'reports/so-cong-thuong.yaml', '41/2024/QĐ-UBND', '"41\\e[31m/QĐ\\u202e"'),
    );
    const { stdout } = await dondoc(hostile, 'explain II.1.a.1 --as-of 2025-01-15 --no-color');
    expect(stdout).toContain('41\\x1b[31m/QĐ\\u{202e}');
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

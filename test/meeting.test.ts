import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allPeriods } from '../src/judge.ts';
import { addDays } from '../src/day.ts';
import { type Figure, holds } from '../src/model/figures.ts';
import { CLASSES, type Row, repeats } from '../src/model/ledger.ts';
import { meetingOf } from '../src/model/meeting.ts';
import { narrowed } from '../src/model/selection.ts';
import { changesSince, snapshotOf } from '../src/model/snapshot.ts';
import { countsOf } from '../src/model/summary.ts';
import { upcomingUntil } from '../src/model/upcoming.ts';
import { anyDay, anyReports, sourcesOf } from './any-reports.ts';
import { EXAMPLE, type Files, ROOT, dondoc, folderWith, outputOf } from './helpers.ts';
import { judge } from './ledger-plan.ts';

const SAMPLES = 'examples/reports';
const DAYS = ['2025-02-01', '2025-12-31', '2026-02-01'];

const summary = async (words: string, folder = ROOT): Promise<string> => {
  const { code, stdout, stderr } = await dondoc(folder, `summary ${words}`);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  return stdout;
};

describe('tables close', () => {
  test.each(DAYS)('for the samples on %s: each class is the same by owner, section, task and period', async (day) => {
    const { tables, rows } = outputOf('summary', await summary(`${SAMPLES} --as-of ${day} --format json`));
    for (const by of ['owner', 'section', 'task', 'period'] as const) {
      const { lines, groups, total } = tables[by] as (typeof tables)[string];
      for (const each of CLASSES) {
        const of = rows.filter((row) => row.class === each).length;
        expect(lines.reduce((sum, { classes }) => sum + (classes[each] ?? 0), 0)).toBe(of);
        if (groups.length > 0) expect(groups.reduce((sum, { classes }) => sum + (classes[each] ?? 0), 0)).toBe(of);
        expect(total.classes[each]).toBe(of);
      }
    }
  });

  test('a selection by each class takes the rows apart', () => {
    fc.assert(
      fc.property(anyReports, anyDay, (filed, asOf) => {
        const { facts } = judge(asOf, sourcesOf(filed));
        const parts = CLASSES.flatMap((each) => narrowed(facts, { figures: [each] }).rows);
        expect(new Set(parts)).toEqual(new Set(facts.rows));
        expect(parts).toHaveLength(facts.rows.length);
      }),
    );
  });

  test('every number of the counts is the number of rows that its figure holds for', () => {
    fc.assert(
      fc.property(anyReports, anyDay, (filed, asOf) => {
        const { rows } = judge(asOf, sourcesOf(filed)).facts;
        const counts = countsOf(rows);
        const of = (figure: Figure): number => rows.filter((row) => holds(figure, row)).length;
        expect(of('rows')).toBe(counts.rows);
        expect(of('all-overdue')).toBe(of('overdue') + of('unreported-past-deadline'));
        expect(of('unreported')).toBe(of('unreported-in-term') + of('unreported-past-deadline'));
        expect(of('completed')).toBe(of('completed-on-time') + of('completed-late'));
        // What is due was completed, is overdue, or was submitted in time and waits to be issued.
        const waiting = rows.filter((row) => row.class === 'in-term' && row.pastDeadline);
        expect(of('due')).toBe(of('completed-due') + of('all-overdue') + waiting.length);
        expect(waiting.filter(({ task }) => !task.submits)).toEqual([]);
        const early = rows.filter((row) => holds('completed', row) && (row.deadline ?? '9999') >= row.judged);
        expect(early.filter((row) => holds('due', row))).toEqual([]);
      }),
    );
  });

  test('the grid of all periods adds up to the table of all periods', () => {
    fc.assert(
      fc.property(anyReports, anyDay, (filed, asOf) => {
        const { facts } = judge(asOf, sourcesOf(filed), allPeriods);
        const meeting = meetingOf(facts, { by: 'owner', sort: 'plan', selection: {} });
        const cells = meeting.grid().lines.flatMap((line) => line.cells.flatMap((counts) => counts ?? []));
        for (const each of CLASSES)
          expect(cells.reduce((sum, { classes }) => sum + classes[each], 0)).toBe(meeting.table.total.classes[each]);
      }),
    );
  });
});

describe('since last time', () => {
  test('nothing has changed since the same day', () => {
    fc.assert(
      fc.property(anyReports, anyDay, (filed, asOf) => {
        const { facts } = judge(asOf, sourcesOf(filed));
        const { completed, overdue, reported, movedBack } = changesSince(snapshotOf(facts), facts);
        expect([completed, overdue, reported, movedBack]).toEqual([[], [], [], []]);
      }),
    );
  });

  test('what is newly completed or overdue is so now, and was not then', () => {
    fc.assert(
      fc.property(anyReports, anyDay, fc.integer({ min: 1, max: 500 }), (filed, asOf, days) => {
        const before = judge(asOf, sourcesOf(filed)).facts;
        const after = judge(addDays(asOf, days), sourcesOf(filed)).facts;
        const changes = changesSince(snapshotOf(before), after);
        // What was last said of the task then; what starts anew each period is compared within its period.
        const was = (figure: Figure, { task, lead, period }: Row): boolean =>
          (repeats(task) ? before.rows : before.latestRows).some(
            (then) =>
              then.task.id === task.id &&
              then.lead.id === lead.id &&
              (!repeats(task) || then.period.id === period.id) &&
              holds(figure, then),
          );
        for (const row of changes.completed)
          expect([holds('completed', row), was('completed', row)]).toEqual([true, false]);
        for (const row of changes.overdue)
          expect([holds('all-overdue', row), was('all-overdue', row)]).toEqual([true, false]);
        for (const { row } of changes.movedBack) expect(changes.completed).not.toContain(row);
      }),
    );
  });

  test('a snapshot read back says the same as the ledger made again for its day', async () => {
    const folder = folderWith({});
    const file = join(folder, 'truoc.json');
    await summary(`${SAMPLES} --as-of 2025-12-25 --period 2024..2025 --snapshot ${file}`);
    const kept = await summary(`${SAMPLES} --as-of 2026-02-01 --period 2024..2025 --compare-to ${file} --format json`);
    const made = await summary(
      `${SAMPLES} --as-of 2026-02-01 --period 2024..2025 --compare-to 2025-12-25 --format json`,
    );
    expect(kept).toBe(made);
    const { changes, rows } = outputOf('summary', made);
    const named = (list: readonly number[]): string[] =>
      list.map((i) => `${rows[i]?.task ?? ''} ${rows[i]?.owner ?? ''}`);
    expect(named(changes.overdue)).toEqual(['II.3.a.4 so-cong-thuong', 'II.3.a.5 so-cong-thuong']);
    expect(changes.movedBack.map(({ row, class: was }) => [rows[row]?.task, was])).toEqual([
      ['II.3.a.4', 'completed-on-time'],
    ]);
  });

  test('a snapshot of another plan, a later day, a text that is none: each is refused with its reason', async () => {
    const folder = folderWith(EXAMPLE);
    const other = join(ROOT, SAMPLES);
    const at = (name: string): string => join(folder, name);
    await summary(`${other} --plan 415/KH-UBND --as-of 2026-02-01 --snapshot ${at('khac.json')}`, folder);
    await summary(`reports --as-of 2025-03-01 --snapshot ${at('sau.json')}`, folder);
    writeFileSync(at('hong.json'), '{ "schema": "urn:dondoc:schema:snapshot", "plan": 1 }');
    const said = async (words: string): Promise<[number, string]> => {
      const { code, stderr } = await dondoc(folder, `summary reports --as-of 2025-01-15 ${words}`);
      return [code, stderr];
    };
    expect(await said('--compare-to khac.json')).toEqual([2, expect.stringContaining('415/KH-UBND')]);
    expect(await said('--compare-to sau.json')).toEqual([2, expect.stringContaining('2025-03-01')]);
    expect(await said('--compare-to hong.json')).toEqual([2, expect.stringContaining('hong.json:1:51')]);
    expect(await said('--compare-to khong.json')).toEqual([2, expect.stringContaining('khong.json')]);
    expect(await said('--compare-to 2025-01-15')).toEqual([2, expect.stringContaining('--compare-to 2025-01-15')]);
    expect(await said('--until 2025-01-14')).toEqual([2, expect.stringContaining('--until')]);
    expect(await said('--class quahan --class khonghan')).toEqual([2, expect.stringContaining('overdue')]);
    expect(await said('--section II.9')).toEqual([2, expect.stringContaining('II.1')]);
  });
});

describe('before next time', () => {
  test('what falls due lies between the two days, by day, and a later day only adds', () => {
    fc.assert(
      fc.property(anyReports, anyDay, fc.nat(500), fc.nat(300), (filed, asOf, near, more) => {
        const { facts } = judge(asOf, sourcesOf(filed));
        const day = (n: number): string => addDays(asOf, n);
        const keys = (until: string): string[] =>
          upcomingUntil(facts, until).map((due) => {
            expect(due.day >= asOf && due.day <= until).toBe(true);
            return `${due.day} ${due.owner.id} ${due.kind === 'work' ? due.row.task.id : due.period.id}`;
          });
        const [first, later] = [keys(day(near)), keys(day(near + more))];
        expect(new Set(first).size).toBe(first.length);
        expect(later).toEqual(expect.arrayContaining(first));
        expect([...later.map((key) => key.slice(0, 10))].sort()).toEqual(later.map((key) => key.slice(0, 10)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('several formats in one run', () => {
  const folder = folderWith(EXAMPLE);
  const said = (words: string, tty = false) =>
    dondoc(folder, `summary reports --as-of 2025-01-15 ${words}`, '2025-01-15', tty);

  test('each --format goes with the -o of its turn; without formats the ending tells', async () => {
    const paired = await said('--format csv -o a.txt --format json -o b.txt');
    expect([paired.code, paired.stdout]).toEqual([0, '']);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(read('a.txt')).toBe((await said('--format csv')).stdout);
    expect(read('b.txt')).toBe((await said('--format json')).stdout);
    await said('-o c.csv -o d.json -o e.md');
    expect([read('c.csv'), read('d.json')]).toEqual([read('a.txt'), read('b.txt')]);
    expect(read('e.md')).toBe((await said('--format markdown')).stdout);
    const both = await said('--format json -o f.json --format text -o -');
    expect([read('f.json'), both.stdout]).toEqual([read('b.txt'), (await said('')).stdout]);
    expect(existsSync(join(folder, '-'))).toBe(false);
  });

  test.each([
    ['--format csv --format json -o a.csv', 'mỗi --format cần một -o'],
    ['--format csv --format json', 'mỗi --format cần một -o'],
    ['-o a.pdf', '.pdf'],
    ['-o a.csv -o a.csv', 'hai lần'],
    ['--format pdf', 'html'],
  ])('%s is refused, and nothing is written', async (words, why) => {
    const { code, stderr, stdout } = await said(words);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(why)]);
  });

  test.each(['--format xlsx', '--format xlsx -o -'])(
    '%s: what a screen cannot show is not sent to one',
    async (words) => {
      const { code, stderr } = await said(words, true);
      expect([code, stderr]).toEqual([2, expect.stringContaining('-o')]);
    },
  );
});

test.each(['vi', 'en'])('in 80 columns no line is wider and none ends in a colon: %s', async (lang) => {
  for (const by of ['owner', 'section', 'task', 'reference', 'support', 'period']) {
    const lines = (await summary(`${SAMPLES} --as-of 2026-02-01 --by ${by} --lang ${lang}`)).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  }
  for (const words of ['--period 2024', '--compare-to 2025-12-25']) {
    const lines = (await summary(`${SAMPLES} --as-of 2026-01-15 ${words} --lang ${lang}`)).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  }
  const silent = await summary(
    `reports --as-of 2026-02-01 --lang ${lang}`,
    folderWith({ 'reports/register.yaml': 'plan: 415/KH-UBND\n' }),
  );
  expect(silent).toContain('III.1');
  expect(silent).not.toMatch(/^  .*:$/m);
});

test('a task that only the selection leaves out is not said to be without rows', async () => {
  const said = await summary(`${SAMPLES} --as-of 2026-02-01 --class overdue`);
  expect(said).toContain('Không lập lượt theo dõi: III.2.2');
  expect(await summary(`${SAMPLES} --as-of 2026-02-01 --class overdue --section II.3`)).not.toContain('Không lập');
});

describe('what came in', () => {
  const words = 'reports --as-of 2025-01-15 --period 2024 --format json';
  const whys = async (files: Files): Promise<(string | undefined)[]> => {
    const { rows } = outputOf('summary', await summary(words, folderWith(files)));
    return rows.filter(({ owner }) => owner === 'so-tai-chinh').map(({ reason }) => reason);
  };
  const { 'reports/so-tai-chinh.yaml': report = '', ...others } = EXAMPLE;

  test('a file that cannot be read is its body’s where its name says so, not a missing report', async () => {
    const broken = `${report}\n  {`;
    expect(await whys({ ...others, 'reports/2024/so-tai-chinh.yaml': broken })).toEqual(['unreadable']);
    expect(await whys({ ...others, 'reports/2024/khac.yaml': '[' })).toEqual(['no-file']);
    expect(await whys({ ...others, 'reports/2023/so-tai-chinh.yaml': '[' })).toEqual(['no-file']);
  });

  test('a form that nobody has filled in was not filed', async () => {
    const folder = folderWith(others);
    expect((await dondoc(folder, 'template so-tai-chinh --period 2024 -o reports/2024')).code).toBe(0);
    const { rows, filings } = outputOf('summary', await summary(words, folder));
    expect(rows.find(({ owner }) => owner === 'so-tai-chinh')?.reason).toBe('no-file');
    expect(filings.filed).toBe(filings.owed - 1);
  });
});

test('a state of later periods alone says nothing of an earlier one', async () => {
  const words = `${SAMPLES} --as-of 2026-02-01 --period 2024`;
  const file = join(folderWith({}), '2025.json');
  await summary(`${SAMPLES} --as-of 2025-12-25 --period 2025 --snapshot ${file}`);
  for (const since of ['2025-12-25', file]) {
    const { changes } = outputOf('summary', await summary(`${words} --compare-to ${since} --format json`));
    expect([changes.reported, changes.movedBack]).toEqual([[], []]);
  }
});

test('a figure that was returned with its entry is in no list, and in no draft', async () => {
  const register = `plan: 12/KH-UBND
appraisals:
  - { owner: huyen-ha, task: II.1.c, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-10 }
`;
  const words = '--as-of 2025-01-15 --period 2024';
  for (const [files, has] of [
    [EXAMPLE, true],
    [{ ...EXAMPLE, 'reports/register.yaml': register }, false],
  ] as const) {
    const folder = folderWith(files);
    const { stdout } = await dondoc(folder, `draft report reports ${words}`);
    expect([(await summary(`reports ${words}`, folder)).includes('2024: 5,5'), stdout.includes('5,5%')]).toEqual([
      has,
      has,
    ]);
    expect(stdout).toContain('6%');
  }
});

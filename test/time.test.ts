import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays } from '../src/day.ts';
import { allPeriods, judgePlan, judgeReports } from '../src/judge.ts';
import { VIEWS_BY } from '../src/choices.ts';
import { tableOf } from '../src/model/summary.ts';
import { openPlan } from '../src/read/plan.ts';
import { ROOT, dondoc, filesIn, folderWith, outputOf } from './helpers.ts';

const FOLDER = join(ROOT, 'plan/415-KH-UBND');
const DAYS = ['2020-12-31', '2025-01-01', '2025-02-28', '2025-03-01', '2025-07-01', '2026-11-23'] as const;
const checked = judgePlan(openPlan(FOLDER), 'plan', () => '2026-11-23');
const last = checked.versions?.at(-1);
if (!last) throw new Error('no plan');
const on = (day: string) => last.on(day);
const names = (day: string): string[] => on(day).owners.map(({ id }) => id);
const leads = (day: string, task: string): string[] =>
  on(day)
    .task(task)
    ?.leads.map(({ id }) => id) ?? [];

describe('plan 415/KH-UBND on a day', () => {
  // By hand: 18 named bodies, 7 others, 13 districts; Lộc Hà into Thạch Hà (−1); on 1 March 2025 −6 departments, +1,
  // −3 vertical bodies, +2; on 1 April −1; on 1 July −12 districts and the tax office under another name.
  test.each([
    ['2020-12-31', '1.0.0', 38],
    ['2025-01-01', '2.0.0', 37],
    ['2025-02-28', '2.0.0', 37],
    ['2025-03-01', '4.0.0', 31],
    ['2025-04-01', '5.0.0', 30],
    ['2025-06-30', '5.0.0', 30],
    ['2025-07-01', '7.0.0', 18],
    ['2026-11-23', '7.0.0', 18],
  ])('%s: version %s with %i bodies, all of whom report', (day, version, count) => {
    expect([on(day).version, names(day).length, on(day).reporters.length]).toEqual([version, count, count]);
  });

  test('has the bodies of that day', () => {
    expect(names('2024-12-31')).toContain('huyen-loc-ha');
    expect(names('2025-01-01')).not.toContain('huyen-loc-ha');
    expect(names('2025-02-28')).toEqual(expect.arrayContaining(['so-ke-hoach-dau-tu', 'so-thong-tin-truyen-thong']));
    expect(names('2025-03-01')).toContain('so-nong-nghiep-moi-truong');
    expect(names('2025-03-01').some((id) => /so-(ke-hoach|thong-tin|lao-dong|giao-thong|tai-nguyen)/.test(id))).toBe(
      false,
    );
    expect(names('2025-06-30').filter((id) => /^(huyen|thi-xa|thanh-pho)-/.test(id))).toHaveLength(12);
    expect(names('2025-07-01').filter((id) => /^(huyen|thi-xa|thanh-pho)-/.test(id))).toEqual([]);
  });

  test.each([
    ['2020-12-31', ['so-ke-hoach-dau-tu'], 38],
    ['2025-01-01', ['so-ke-hoach-dau-tu'], 37],
    ['2025-02-28', ['so-ke-hoach-dau-tu'], 37],
    ['2025-03-01', ['so-tai-chinh'], 31],
    ['2025-07-01', ['so-tai-chinh'], 18],
    ['2026-11-23', ['so-tai-chinh'], 18],
  ])('%s: II.4.a.1 is led by %s, II.1.c by %i bodies', (day, single, group) => {
    expect(leads(day, 'II.4.a.1')).toEqual(single);
    expect(leads(day, 'II.1.c')).toHaveLength(group);
  });

  test('passes work on by task: press apart from the rest, training apart from employment', () => {
    expect(leads('2025-03-01', 'II.1.a')).toEqual(['so-van-hoa-the-thao-du-lich']);
    expect(leads('2025-03-01', 'II.6.c.3')).toEqual(['so-khoa-hoc-cong-nghe']);
    expect(leads('2025-03-01', 'II.5.3')).toEqual(['so-giao-duc-dao-tao']);
    expect(leads('2025-03-01', 'II.5.4')).toEqual(['so-noi-vu']);
    expect(leads('2025-03-31', 'II.1.b')).toEqual(['dai-phat-thanh-truyen-hinh', 'bao-ha-tinh']);
    expect(leads('2025-04-01', 'II.1.b')).toEqual(['bao-ha-tinh']);
  });

  test('every task is held by somebody on every day, or a finding says why not', () => {
    const said = checked.findings
      .filter(({ rule }) => rule.name === 'task-unheld')
      .map(({ data }) => [data['task'], data['since']]);
    expect(said).toEqual([['III.2.3', '2025-07-01']]);
    const unheld = new Map<string, string>();
    for (let day = '2020-11-19'; day <= '2030-12-31'; day = addDays(day, 1)) {
      for (const { id, leads: holders } of on(day).tasks)
        if (holders.length === 0 && !unheld.has(id)) unheld.set(id, day);
      expect(on(day).tasks).toHaveLength(69);
    }
    expect([...unheld]).toEqual(said);
  });
});

describe('the ledger of plan 415/KH-UBND', () => {
  const rowsOn = (asOf: string) =>
    judgeReports({ plan: on(asOf), sources: [], asOf, select: allPeriods, wholeFolder: true }).facts.rows;

  test.each(DAYS)('closes by every view on %s', (day) => {
    for (const by of VIEWS_BY) expect(tableOf(rowsOn(day), by, on(day)).total.rows).toBe(rowsOn(day).length);
  });

  test('shows a row under the body of today, and who led it on the due day', () => {
    const of = (task: string) =>
      rowsOn('2026-11-23')
        .filter((row) => row.task.id === task)
        .map(({ period, lead, owner }) => [period.id, lead.id, owner.id]);
    expect(of('II.4.a.1')).toEqual([
      ...['2021', '2022', '2023', '2024'].map((year) => [year, 'so-ke-hoach-dau-tu', 'so-tai-chinh']),
      ['2025', 'so-tai-chinh', 'so-tai-chinh'],
      ['2026', 'so-tai-chinh', 'so-tai-chinh'],
    ]);
    const counted = (period: string): number => of('II.1.c').filter(([year]) => year === period).length;
    expect(['2021', '2024', '2025', '2026'].map(counted)).toEqual([38, 38, 18, 18]);
    // Both departments of 2024 have a row of their own, shown under the one of today.
    const finance = of('II.1.c').filter(([year, , owner]) => year === '2024' && owner === 'so-tai-chinh');
    expect(finance.map(([, lead]) => lead)).toEqual(['so-ke-hoach-dau-tu', 'so-tai-chinh']);
    // A body that ended without successor keeps its earlier rows and has none from then on.
    const district = of('III.2.3').filter(([, , owner]) => owner === 'huyen-duc-tho');
    expect(district.map(([year]) => year)).toEqual(['2021', '2022', '2023', '2024']);
  });

  test('knows nothing of what takes effect later', () => {
    const owners = new Set(rowsOn('2025-02-28').map(({ owner }) => owner.id));
    expect([...owners].filter((id) => ['so-nong-nghiep-moi-truong', 'thue-tinh-ha-tinh'].includes(id))).toEqual([]);
  });
});

describe('the verbs', () => {
  test('plan history has every version, and which is in force', async () => {
    const { code, stdout } = await dondoc(ROOT, 'plan history --plan 415/KH-UBND --as-of 2025-05-01 --lang en');
    expect(code).toBe(0);
    expect(stdout.match(/^\d\.0\.0\*? {2}from/gm)).toEqual(
      ['1', '2', '3', '4', '5*', '6', '7'].map((n) => `${n.replace('*', '')}.0.0${n.endsWith('*') ? '*' : ''}  from`),
    );
  });

  test('plan diff names tasks and fields, and those only that differ', async () => {
    const { stdout } = await dondoc(ROOT, 'plan diff 2025-02-28 2025-03-01 --plan 415/KH-UBND --lang en');
    expect(stdout).toContain('II.4.a.1  lead: Sở Kế hoạch và Đầu tư → Sở Tài chính (45/2025/NĐ-CP)');
    expect(stdout).not.toMatch(/^III\.1 /m);
    const same = await dondoc(ROOT, 'plan diff 7.0.0 2026-01-01 --plan 415/KH-UBND --lang en');
    expect(same.stdout).toContain('the two do not differ');
    const json = await dondoc(ROOT, 'plan diff 4.0.0 5.0.0 --plan 415/KH-UBND --format json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      differences: [
        { kind: 'task-changed', task: 'II.1.b', field: 'lead', to: ['bao-ha-tinh'] },
        { kind: 'owner-ended', owner: 'dai-phat-thanh-truyen-hinh', heirs: ['bao-ha-tinh'] },
        { kind: 'group-changed', group: 'cac-so-nganh', left: ['dai-phat-thanh-truyen-hinh'] },
      ],
    });
  });

  test('plan diff cites the document that changed the field, not the last one that touched the task', async () => {
    const folder = folderWith({
      ...Object.fromEntries(Object.entries(filesIn(FOLDER)).map(([name, text]) => [`p/${name}`, text])),
      'p/amendments/2026-01-10.yaml':
        'instrument: { number: 999/QĐ-UBND, title: Gia hạn }\neffective: 2026-01-10\nversion: 8.0.0\nchanges:\n  - extend-deadline: { task: II.2.a.1, to: 2031-12-31 }\n',
      'reports/empty.txt': '',
    });
    for (const words of ['2.0.0 8.0.0', '8.0.0 2.0.0']) {
      const { stdout } = await dondoc(folder, `plan diff ${words} --plan p --lang en`);
      expect(stdout.replace(/\s+/g, ' ')).toMatch(/II\.2\.a\.1 lead: [^(]*\(45\/2025\/NĐ-CP\)/);
      expect(stdout.replace(/\s+/g, ' ')).toMatch(/II\.2\.a\.1 deadline: [^→]*→ [^)]*\) \(999\/QĐ-UBND\)/);
    }
    expect((await dondoc(folder, 'plan diff 2019-01-01 1.0.0 --plan p')).code).toBe(2);
    expect((await dondoc(folder, 'explain II.2.a.1 --plan p')).code).toBe(0);
  });

  test('plan release records once; editing what was released is found; notes may be mended', async () => {
    const files = filesIn(FOLDER);
    const { 'versions.yaml': _, ...unreleased } = files;
    const folder = folderWith(
      Object.fromEntries(Object.entries(unreleased).map(([name, text]) => [`p/${name}`, text])),
    );
    const first = await dondoc(folder, 'plan release --plan p --lang en --as-of 2026-01-02');
    expect(first.stdout).toBe('recorded in p/versions.yaml: 1.0.0, 2.0.0, 3.0.0, 4.0.0, 5.0.0, 6.0.0, 7.0.0\n');
    const again = await dondoc(folder, 'plan release --plan p --lang en');
    expect(again.stdout).toBe('no new version to release\n');
    const released = filesIn(join(folder, 'p'));
    const found = async (name: string, from: string, to: string) => {
      const edited = folderWith({ ...released, [name]: (released[name] ?? '').replace(from, to) });
      return outputOf('findings', (await dondoc(edited, 'plan check --plan . --format json')).stdout)
        .findings.filter((finding) => finding.severity === 'error')
        .map((finding) => `${finding.code} ${finding.file}:${finding.line}`);
    };
    expect(await found('owners.yaml', '    short: Sở TT&TT\n', '')).toEqual([]);
    expect(await found('owners.yaml', 'authority: party', 'authority: provincial')).toHaveLength(7);
    const amended = 'amendments/2025-04-01-dai-va-bao-ha-tinh.yaml';
    expect(await found(amended, 'effective: 2025-04-01', 'effective: 2025-04-02')).toEqual([
      'DD313 versions.yaml:17',
      'DD313 versions.yaml:20',
      'DD313 versions.yaml:23',
    ]);
  });

  test('explain tells a task’s life', async () => {
    const { stdout } = await dondoc(ROOT, 'explain II.4.a.1 examples/reports --as-of 2026-01-15 --lang en');
    expect(stdout).toContain('  2025-03-01  lead: Sở Kế hoạch và Đầu tư → Sở Tài chính (45/2025/NĐ-CP)\n');
    expect(stdout).toContain('  Held today by  Sở Tài chính\n');
    expect(stdout).toMatch(/ {2}2024 {2}Sở KH&ĐT \(now Sở Tài chính\): in progress\n/);
  });
});

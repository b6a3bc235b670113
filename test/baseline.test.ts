import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLE, type Files, changed, dondoc, filesIn, folderWith, outputOf, put, without } from './helpers.ts';

const FILE = 'dondoc-baseline.yaml';
const HA = 'reports/huyen-ha.yaml';
/** Of a body that came late, of one that is silent, and of a finished task without evidence. */
const FAULTY: Files = {
  ...changed(
    changed(without(EXAMPLE, 'reports/huyen-thuong.yaml'), HA, 'reported: 2024-12-20', 'reported: 2025-01-05'),
    'reports/so-tai-chinh.yaml',
    'status: in-progress\n    progress: 60',
    'status: completed\n    completed: 2024-12-01',
  ),
  'dondoc.yaml': 'lang: en\nreports: reports\n',
};
const RECORD = ['baseline', '--reason', 'From before', '--by', 'Văn phòng', '--until', '2025-06-30'];

async function recorded(files: Files = FAULTY): Promise<string> {
  const folder = folderWith(files);
  const { code, stderr } = await dondoc(folder, RECORD);
  expect([code, stderr]).toEqual([0, '']);
  return folder;
}
const read = (folder: string): string => readFileSync(join(folder, FILE), 'utf8');
const found = async (folder: string, words = '', today = '2025-01-20') => {
  const { code, stdout, stderr } = await dondoc(folder, `check --format json${words}`, today);
  const output = outputOf('findings', stdout);
  return { code, stderr, codes: output.findings.map(({ code: rule }) => rule), baseline: output.baseline };
};

describe('a baseline', () => {
  test('records every finding on a line of its own, in an order that no line number changes', async () => {
    const folder = await recorded();
    const lines = read(folder).split('\n');
    expect(lines.slice(2, 9).join('\n')).toBe(
      'reason: From before\nby: Văn phòng\ndate: 2025-01-15\nuntil: 2025-06-30\nreports:\n  - reports\nfindings:',
    );
    expect(lines.slice(9, -1).map((line) => line.replace(/[0-9a-f]{32}/, 'F'))).toEqual([
      '  - { rule: DD203, name: report-missing, file: plan/12-KH-UBND/owners.yaml, owner: huyen-thuong, period: "2024", fingerprint: "F" }',
      '  - { rule: DD204, name: report-late, file: reports/huyen-ha.yaml, owner: huyen-ha, period: "2024", fingerprint: "F" }',
      '  - { rule: DD214, name: completed-without-evidence, file: reports/so-tai-chinh.yaml, owner: so-tai-chinh, task: II.1.b, period: "2024", fingerprint: "F" }',
    ]);
    const before = read(folder);
    put(folder, { [HA]: `# Một dòng mới\n${FAULTY[HA] ?? ''}` });
    await dondoc(folder, RECORD);
    expect(read(folder)).toBe(before);
  });

  test('holds the findings of a file by rule, body, task and period', async () => {
    const cong = 'reports/so-cong-thuong.yaml';
    const entries = `entries:
  - { task: II.1.c, status: in-progress, result: Góp ý. }
  - { task: II.1.a.2, status: completed, completed: 2024-11-11, result: Xong. }
  - { task: II.1.a.1, status: completed, completed: 2024-06-11, result: Xong. }
  - { task: II.1.b, status: in-progress, progress: 101 }
colour: đỏ
`;
    const folder = await recorded(changed(EXAMPLE, cong, /entries:\n[^]*/, entries));
    const lines = read(folder).split('\n').slice(9, -1);
    const about = lines.map((line) => /rule: (DD\d+), .*(?<=yaml)(.*), fingerprint/.exec(line)?.slice(1).join(''));
    expect(about).toEqual([
      'DD107, owner: so-cong-thuong, period: "2024"',
      'DD108, owner: so-cong-thuong, task: II.1.b, period: "2024"',
      'DD208, owner: so-cong-thuong, task: II.1.b, period: "2024"',
      'DD208, owner: so-cong-thuong, task: II.1.c, period: "2024"',
      'DD214, owner: so-cong-thuong, task: II.1.a.1, period: "2024"',
      'DD214, owner: so-cong-thuong, task: II.1.a.2, period: "2024"',
    ]);
  });

  test('what it holds does not count, and is only counted', async () => {
    const folder = await recorded();
    expect(await found(folder)).toEqual({
      code: 0,
      stderr: '',
      codes: [],
      baseline: { file: FILE, until: '2025-06-30', expired: false, known: 3, fixed: [] },
    });
    const { stdout } = await dondoc(folder, 'check', '2025-01-20');
    expect(stdout).not.toMatch(/(?:error|warning|info) DD\d+/);
    expect(stdout).toContain(`3 findings recorded in ${FILE} until 2025-06-30, not counted`);
    // Who has not reported has not reported all the same.
    expect(stdout).toMatch(/^No report for period 2024 \(DD203, 1\/4\): UBND huyện Thượng$/m);
  });

  test('a new finding counts, an old one after it still does not, wherever the command runs', async () => {
    const folder = await recorded();
    put(folder, { [HA]: changed(FAULTY, HA, 'task: II.1.c', 'task: II.9.z')[HA] ?? '' });
    for (const cwd of [folder, join(folder, 'reports')]) {
      const { code, codes } = await found(cwd);
      expect([code, codes.includes('DD207'), codes.includes('DD204'), codes.includes('DD214')]).toEqual([
        1,
        true,
        false,
        false,
      ]);
    }
  });

  test('what is fixed is said, fails as its rule does, and is taken out by --prune', async () => {
    const folder = await recorded();
    put(folder, { [HA]: EXAMPLE[HA] ?? '' });
    const late = await found(folder);
    // A warning, so it fails where warnings do.
    expect([late.code, late.baseline?.fixed]).toEqual([0, [expect.objectContaining({ rule: 'DD204', file: HA })]]);
    expect(late.stderr).toMatch(
      /dondoc-baseline\.yaml: 1 recorded and found no more \(.*DD204.*dondoc baseline --prune/,
    );
    expect((await found(folder, ' --fail-on warning')).code).toBe(1);
    put(folder, { 'reports/so-tai-chinh.yaml': EXAMPLE['reports/so-tai-chinh.yaml'] ?? '' });
    expect((await found(folder)).code).toBe(1);
    expect((await found(folder, ' --fail-on never')).code).toBe(0);
    const before = read(folder).split('\n');
    const { stdout } = await dondoc(folder, 'baseline --prune');
    expect(stdout).toBe(`${FILE}: took out 2 that are found no more, 1 left\n`);
    expect(read(folder).split('\n')).toEqual(before.filter((line) => !/DD204|DD214/.test(line)));
    expect(await found(folder, ' --fail-on info')).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    ' --owner huyen-ha',
    ' --rule report-late',
    ` ${HA}`,
    ' --period 2025',
    ' reports/huyen-ha.yaml reports/so-tai-chinh.yaml',
  ])('check%s misses nothing that it did not look for', async (words) => {
    const folder = await recorded();
    put(folder, { 'reports/so-tai-chinh.yaml': EXAMPLE['reports/so-tai-chinh.yaml'] ?? '' });
    const { stderr, baseline } = await found(folder, words);
    expect([stderr, baseline?.fixed]).toEqual(['', []]);
  });

  test('after its day it hides nothing, and that is said', async () => {
    const folder = await recorded();
    expect((await found(folder, '', '2025-06-30')).codes).not.toContain('DD204');
    const { code, codes, stderr, baseline } = await found(folder, ' --period 2024', '2025-07-01');
    expect([code, baseline?.expired, baseline?.known]).toEqual([1, true, 0]);
    expect(codes).toEqual(expect.arrayContaining(['DD203', 'DD204', 'DD214']));
    expect(stderr).toBe(`${FILE}: expired on 2025-06-30, every finding counts again\n`);
    const prune = await dondoc(folder, 'baseline --prune --lang vi', '2025-07-01');
    expect([prune.code, prune.stderr]).toEqual([2, expect.stringContaining('hết hạn ngày 30/06/2025')]);
  });

  test('a meeting is told who set what aside, and why', async () => {
    const folder = await recorded();
    const sentence = `3 findings set aside (${FILE}) until 2025-06-30: Văn phòng, From before`;
    for (const format of ['text', 'markdown'])
      expect(
        (await dondoc(folder, `summary --format ${format}`)).stdout.replace(/\\/g, '').replace(/\s+/g, ' '),
      ).toContain(sentence);
    expect((await dondoc(folder, 'summary', '2025-07-01')).stdout).not.toContain('set aside');
  });

  test('is another file where one is named, on the line or in the settings', async () => {
    const folder = folderWith(FAULTY);
    const made = await dondoc(folder, [...RECORD, '-o', 'known.yaml']);
    expect(made.stdout).toBe('recorded 3 findings in known.yaml; to use it: dondoc check --baseline known.yaml\n');
    expect(existsSync(join(folder, FILE))).toBe(false);
    expect((await found(folder)).code).toBe(1);
    expect((await found(folder, ' --baseline known.yaml')).code).toBe(0);
    put(folder, { 'dondoc.yaml': `${FAULTY['dondoc.yaml'] ?? ''}baseline: known.yaml\n` });
    expect((await found(folder)).code).toBe(0);
    expect((await dondoc(folder, 'check --baseline none.yaml')).stderr).toMatch(/no baseline “none\.yaml”/);
  });

  test.each<[what: string, words: readonly string[], says: RegExp]>([
    ['without a reason', ['baseline', '--by', 'A', '--until', '2025-06-30'], /--reason missing/],
    ['without anything', ['baseline'], /--reason, --by, --until missing/],
    ['with a blank reason', [...RECORD.slice(0, 2), ' ', ...RECORD.slice(3)], /--reason missing/],
    ['until a day past', [...RECORD.slice(0, -1), '2025-01-14'], /--until takes a day/],
    ['until no day', [...RECORD.slice(0, -1), '2025-02-30'], /--until takes a day/],
    ['in the place of a report', [...RECORD, '-o', HA], /reports\/huyen-ha\.yaml:/],
    ['pruned where there is none', ['baseline', '--prune'], /no baseline/],
  ])('%s is refused, and nothing written', async (_, words, says) => {
    const folder = folderWith(FAULTY);
    const { code, stderr } = await dondoc(folder, words);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(filesIn(folder)).toEqual(FAULTY);
  });

  test('that is not as it should be is refused with its place', async () => {
    const folder = await recorded();
    put(folder, { [FILE]: read(folder).replace('until: 2025-06-30', 'until: 30/06/2025') });
    const { code, stderr } = await dondoc(folder, 'check');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/dondoc-baseline\.yaml:6:8: .*DD109/)]);
  });

  test('kept among the reports is none of them', async () => {
    const folder = folderWith({
      ...FAULTY,
      'dondoc.yaml': 'lang: en\nreports: reports\nbaseline: reports/dondoc-baseline.yaml\n',
    });
    await dondoc(folder, RECORD);
    expect(existsSync(join(folder, 'reports', FILE))).toBe(true);
    expect(await found(folder)).toMatchObject({ code: 0, codes: [], stderr: '' });
  });
});

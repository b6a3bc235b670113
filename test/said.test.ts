import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLE, type Files, ROOT, changed, dondoc, expectGolden, filesIn, folderWith, without } from './helpers.ts';
import { partsOf, zipped } from './workbook-builder.ts';
import { amended, with_ } from './told.ts';

const CONG = 'reports/so-cong-thuong.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const HA = 'reports/huyen-ha.yaml';
const PLAN = 'plan/12-KH-UBND';
const HALF = filesIn(join(ROOT, 'test/plans/half-yearly'));

/** A workbook without a table. */
const BLANK = Buffer.from(zipped(partsOf([{ name: 'Trang', rows: [['Chưa có gì']] }]))).toString('latin1');

interface Said {
  readonly files?: Files;
  /** More that stands in the folder, by its name; text as latin1. */
  readonly also?: Readonly<Record<string, string>>;
  readonly make?: (folder: string) => void;
  readonly words: string | readonly string[];
  readonly code: number;
  readonly today?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Command lines and what they say on both streams, in whole and in each language. */
const CASES: Readonly<Record<string, Said>> = {
  // Which plan.
  'plan-far-from-any': { words: 'check --plan 9999/QĐ-XYZ', code: 2 },
  'plan-one-of-two-broken': {
    files: { ...EXAMPLE, 'plan/hong/plan.yaml': 'number: [\n' },
    words: 'check --plan 12/KH-UBNDD',
    code: 2,
  },
  'plan-with-many-faults': {
    files: with_([`${PLAN}/tasks.yaml`, /lead: \[.*\]/g, 'lead: [khong-co, khong-ai, ai-do]']),
    words: 'check reports',
    code: 2,
  },
  'plan-with-more-faults-than-are-told': {
    files: with_([
      `${PLAN}/tasks.yaml`,
      'lead: [so-tai-chinh]',
      `lead: [${Array.from({ length: 24 }, (_, i) => `phong-${i + 1}`).join(', ')}]`,
    ]),
    words: 'check reports',
    code: 2,
  },
  'plan-with-a-task-of-nobody': {
    files: amended('  - end-owner: { owner: so-tai-chinh, reason: Giải thể }\n'),
    words: 'plan show',
    code: 0,
    today: '2025-01-15',
  },
  'plan-with-an-owner-of-former-days': {
    files: amended(
      '  - add-owner: { id: so-kinh-te, name: Sở Kinh tế, authority: provincial }\n  - succeed: { from: [so-tai-chinh], to: [{ owner: so-kinh-te }] }\n',
    ),
    words: 'plan show --format json',
    code: 0,
    today: '2025-01-15',
  },
  'plan-unreadable-with-rules': {
    files: {
      ...EXAMPLE,
      [`${PLAN}/plan.yaml`]: 'number: [\n',
      'dondoc.yaml': 'plan: plan/12-KH-UBND\nrules: { DD310: off }\n',
    },
    words: 'plan check',
    code: 1,
  },
  'config-of-a-broken-plan': {
    files: { ...EXAMPLE, [`${PLAN}/plan.yaml`]: 'number: [\n' },
    words: `config --plan ${PLAN}`,
    code: 0,
  },
  'config-of-rules': {
    files: { ...EXAMPLE, 'dondoc.yaml': 'rules: { DD310: off, report-late: error }\nfail-on: warning\n' },
    words: 'config',
    code: 0,
  },
  'rule-off': {
    files: { ...EXAMPLE, 'dondoc.yaml': 'rules: { report-late: off, DD206: off }\n' },
    words: 'check --rule DD204 --rule DD206',
    code: 0,
  },
  // Which reports.
  'nothing-to-read': {
    files: { ...without(EXAMPLE, CONG, TAI, HA, 'reports/huyen-thuong.yaml'), 'reports/.gitkeep': '' },
    words: 'check reports',
    code: 2,
  },
  'nothing-but-notes': {
    files: {
      ...without(EXAMPLE, CONG, TAI, HA, 'reports/huyen-thuong.yaml'),
      ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`reports/ghi-chu-${i}.txt`, 'x'])),
    },
    words: 'check reports',
    code: 2,
  },
  'many-passed-over': {
    files: {
      ...EXAMPLE,
      ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`reports/ghi-chu-${i}.txt`, 'x'])),
    },
    words: 'summary reports --by task',
    code: 0,
  },
  'many-unreadable': {
    files: {
      ...EXAMPLE,
      ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`reports/hong-${i}.yaml`, '[\n'])),
    },
    words: 'proposals reports',
    code: 0,
  },
  'reports-before-any-is-due': { words: 'check reports', code: 0, today: '2024-02-01' },
  'asked-for-on-the-day-it-is-due': { words: 'check reports --rule DD205 --as-of 2025-12-31 --period 2024', code: 0 },
  'late-by-a-day-that-is-assumed': {
    files: changed(
      with_([`${PLAN}/plan.yaml`, 'month: 0, day: 31, basis: stated', 'month: 0, day: 31, basis: assumed']),
      HA,
      'reported: 2024-12-20',
      'reported: 2025-01-10',
    ),
    words: 'check reports --rule DD204',
    code: 0,
  },
  'proposals-of-nobody': { words: 'proposals reports', code: 0 },
  'summary-of-a-class-that-is-empty': { words: 'summary reports --class none-arisen', code: 0 },
  'period-of-no-plan': { words: 'check reports --period 2031', code: 2 },
  'period-without-horizon': {
    files: with_(['plan.yaml', 'horizon: 2026\n', '']),
    words: 'check reports --period 2023',
    code: 2,
  },
  'draft-of-all-periods': { words: 'draft report reports --period all', code: 2 },
  // Questions without an answer.
  'explain-what-is-not': { words: 'explain zzzzzzzz reports', code: 2 },
  'explain-a-document': { words: 'explain 10/NQ-CP reports --as-of 2025-01-15', code: 0 },
  'explain-what-is-said-without-days': {
    files: {
      ...without(EXAMPLE, HA),
      'reports/register.yaml': `plan: 12/KH-UBND
letters:
  - { owner: huyen-ha, period: "2024", number: 15/UBND-KT }
appraisals:
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned }
`,
    },
    words: 'explain unreported reports',
    code: 0,
  },
  'explain-a-report-without-a-day': {
    files: changed(EXAMPLE, TAI, 'reported: 2024-12-20\n', ''),
    words: 'explain II.1.b reports',
    code: 0,
  },
  'explain-an-entry-without-a-status': {
    files: changed(EXAMPLE, TAI, 'status: in-progress', 'status: dang-lam'),
    words: 'explain II.1.b reports',
    code: 0,
  },
  'explain-what-is-waived': {
    files: amended('  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão }\n'),
    words: 'explain II.1.c reports',
    code: 0,
  },
  'explain-an-extension': {
    files: amended('  - extend-deadline: { task: II.1.a.1, to: 2024-09-30, words: đến hết quý III năm 2024 }\n'),
    words: 'explain II.1.a.1 reports',
    code: 0,
  },
  'explain-a-group': { words: 'explain cac-huyen reports', code: 0 },
  'explain-a-section': { words: 'explain II.1 reports', code: 0 },
  'explain-a-support': { words: 'explain so-tai-chinh reports --support', code: 0 },
  'explain-too-much': { words: 'explain DD201 --all', code: 2 },
  'section-far-from-any': { words: 'summary reports --section ZZZZZZ', code: 2 },
  'section-nearly': { words: 'summary reports --section II.2', code: 2 },
  'class-nearly': { words: 'summary reports --class overdu', code: 2 },
  'class-far-from-any': { words: 'summary reports --class zzzzzzzz', code: 2 },
  'compare-to-what': { words: 'summary reports --compare-to truoc.txt', code: 2 },
  'no-such-option': { words: 'check --nope', code: 2 },
  'no-such-option-value': { words: 'check --format', code: 2 },
  'no-such-choice': { words: 'summary --by nobody', code: 2 },
  'output-in-a-log': { words: 'summary reports --by period -o tong-hop.log --as-of 2025-01-15', code: 0 },
  // Files that go astray.
  'output-over-a-report': {
    also: { 'reports/ra.json': '{}' },
    words: 'check reports --format json -o reports/ra.json',
    code: 2,
  },
  'output-over-its-own-snapshot': { words: 'summary reports -o ra.json --snapshot ra.json', code: 2 },
  'register-of-today': { words: `template --register --plan ${PLAN}`, code: 0 },
  'annotate-nowhere': { words: `annotate reports --plan ${PLAN}`, code: 2 },
  'annotate-no-workbook': { words: `annotate reports -o ra --plan ${PLAN}`, code: 2 },
  'annotate-two-of-one-name': {
    also: { 'reports/a/bao-cao.xlsx': BLANK, 'reports/b/bao-cao.xlsx': BLANK },
    words: `annotate reports -o ra --plan ${PLAN}`,
    code: 2,
  },
  'annotate-over-itself': {
    also: { 'reports/bao-cao.xlsx': BLANK },
    words: `annotate reports -o reports --plan ${PLAN}`,
    code: 2,
  },
  'annotate-a-broken-one': {
    also: { 'reports/bao-cao.xlsx': BLANK, 'reports/hong.xlsx': 'không phải Excel' },
    words: `annotate reports -o ra --plan ${PLAN} --as-of 2025-01-15`,
    code: 1,
  },
  'baseline-over-a-report': {
    also: { 'dondoc.yaml': 'baseline: reports/ghi-nhan.yaml\n' },
    words:
      'baseline reports/huyen-ha.yaml --as-of 2025-01-15 --reason a --by b --until 2026-01-15 -o reports/huyen-ha.yaml',
    code: 2,
  },
  'baseline-pruned-where-none-is': { words: 'baseline --prune reports/huyen-ha.yaml', code: 2 },
  'template-of-former-bodies': {
    files: HALF,
    words: 'template so-xay-dung so-giao-thong -o mau --period 2025-H2',
    code: 0,
    today: '2025-07-31',
  },
  'template-of-one-without-heir': {
    files: HALF,
    words: 'template ban-du-an xa-5 -o mau --period 2025-H2',
    code: 0,
    today: '2025-07-31',
  },
  'register-of-a-period': { words: `template --register --period 2025 --plan ${PLAN}`, code: 0 },
  'letter-from-a-body': {
    files: without(EXAMPLE, HA),
    words: 'draft letter huyen-ha --reports reports --issuer so-tai-chinh --as-of 2025-01-15',
    code: 0,
  },
  'letter-from-nobody': {
    files: without(EXAMPLE, HA),
    words: 'draft letter huyen-ha --reports reports --issuer bo-nao-do --as-of 2025-01-15',
    code: 2,
  },
  'convert-merged': {
    also: {
      'reports/gop.xlsx': Buffer.from(
        zipped(
          partsOf([
            {
              name: 'Báo cáo',
              rows: [
                ['Kế hoạch số:', '12/KH-UBND'],
                ['Phiên bản:', '1.1.0'],
                ['Cơ quan báo cáo:', 'Sở Tài chính'],
                ['Kỳ báo cáo:', '2024'],
                ['Ngày báo cáo:', '20/12/2024'],
                ['Mã nhiệm vụ', 'Trạng thái', 'Kết quả'],
                ['II.1.b', 'Đang thực hiện', 'Đang lấy ý kiến.'],
                [null, 'Đang thực hiện', 'Việc khác.'],
              ],
              merges: ['A7:A8'],
            },
          ]),
        ),
      ).toString('latin1'),
    },
    words: `convert reports/gop.xlsx --to yaml --plan ${PLAN}`,
    code: 1,
  },
  'convert-too-long-for-a-cell': {
    files: with_([HA, 'Đã bố trí kinh phí hai đợt.', 'dài '.repeat(9000)]),
    words: `convert reports/huyen-ha.yaml --to xlsx -o ra --plan ${PLAN}`,
    code: 1,
  },
  'filed-by-git-without-git': { words: 'check reports --filed-by git', code: 2, env: { PATH: '/khong-co' } },
  'changed-without-git': { words: 'check reports --changed', code: 2, env: { PATH: '/khong-co' } },
  'shares-by-owner': { words: 'check reports --shard 1/2 --owner huyen-ha --as-of 2025-01-15', code: 0 },
  'shares-that-are-none': {
    also: { 'a.json': '{"schema":"urn:dondoc:schema:snapshot"}\n', 'b.json': '[1,2]\n', 'c.json': '{}' },
    words: 'check --from a.json b.json c.json',
    code: 2,
  },
  'shares-that-are-folders': {
    make: (folder) => mkdirSync(join(folder, 'a.json')),
    words: 'check --from a.json',
    code: 2,
  },
  'shares-that-are-links': {
    make: (folder) => symlinkSync('khong-co', join(folder, 'a.json')),
    words: 'check --from a.json',
    code: 2,
  },
  'a-folder-where-a-file-goes': {
    make: (folder) => mkdirSync(join(folder, 'ra.json')),
    words: 'check reports --format json -o ra.json --as-of 2025-01-15',
    code: 2,
  },
  'waived-altogether': {
    files: amended('  - waive: { owner: huyen-ha, reason: Bão }\n', without(EXAMPLE, HA)),
    words: 'summary reports --period 2024',
    code: 0,
    today: '2025-01-15',
  },
};

describe.each(Object.entries(CASES))(
  '%s',
  (name, { files = EXAMPLE, also = {}, make, words, code, today, env = {} }) => {
    test('in both languages', async () => {
      const said: string[] = [];
      for (const lang of ['vi', 'en']) {
        const folder = folderWith(files);
        for (const [file, content] of Object.entries(also)) {
          mkdirSync(join(folder, file, '..'), { recursive: true });
          writeFileSync(join(folder, file), content, 'latin1');
        }
        make?.(folder);
        const argv = typeof words === 'string' ? words.split(' ') : words;
        const ran = await dondoc(folder, [...argv, `--lang=${lang}`], today, false, env);
        expect([lang, ran.code]).toEqual([lang, code]);
        said.push(`── ${argv.join(' ')} --lang=${lang}\n${ran.stdout}── stderr\n${ran.stderr}`);
      }
      expectGolden(
        join(ROOT, `test/said/${name}.txt`),
        said.join('').replace(/dondoc \d+\.\d+\.\d+/g, 'dondoc VERSION'),
      );
    });
  },
);

describe('colour', () => {
  const folder = folderWith(without(EXAMPLE, HA));
  const isColoured = async (words: string, isTTY: boolean, env: Readonly<Record<string, string>>): Promise<boolean> =>
    /\u001b\[/.test((await dondoc(folder, `check reports ${words}`, undefined, isTTY, env)).stdout);

  test.each<[words: string, isTTY: boolean, env: Readonly<Record<string, string>>, coloured: boolean]>([
    ['', true, {}, true],
    ['', false, {}, false],
    ['', true, { TERM: 'dumb' }, false],
    ['', true, { TERM: 'xterm' }, true],
    ['', true, { NO_COLOR: '1' }, false],
    ['', true, { NO_COLOR: '' }, true],
    ['', false, { FORCE_COLOR: '1' }, true],
    ['', true, { FORCE_COLOR: '0' }, false],
    ['', true, { FORCE_COLOR: 'false' }, false],
    ['', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['--color', false, { NO_COLOR: '1' }, true],
    ['--no-color', true, { FORCE_COLOR: '1' }, false],
  ])('check %s, seen by somebody %s, with %j: %s', async (words, isTTY, env, coloured) => {
    expect(await isColoured(words, isTTY, env)).toBe(coloured);
  });
});

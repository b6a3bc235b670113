import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import { NotWritten } from '../src/write/not-written.ts';
import { EXAMPLE, type Files, ROOT, changed, dondoc, filesIn, folderWith, outputOf, put, without } from './helpers.ts';

const LATE = changed(EXAMPLE, 'reports/huyen-ha.yaml', 'reported: 2024-12-20', 'reported: 2025-01-05');
const SILENT = without(EXAMPLE, 'reports/huyen-ha.yaml');
const BROKEN = { ...EXAMPLE, 'reports/hong.yaml': 'owner: "so-tai-chinh\n' };
const findingsOf = (stdout: string) => outputOf('findings', stdout).findings;

describe('exit codes', () => {
  test.each<[what: string, code: number, files: Files, words: string]>([
    ['nothing found', 0, EXAMPLE, 'check'],
    ['an error', 1, SILENT, 'check'],
    ['an error in one file', 1, BROKEN, 'check reports/hong.yaml reports/so-tai-chinh.yaml'],
    ['a warning', 0, LATE, 'check'],
    ['a warning', 0, LATE, 'check --fail-on error'],
    ['a warning', 1, LATE, 'check --fail-on warning'],
    ['a warning', 1, LATE, 'check --fail-on info'],
    ['a warning', 0, LATE, 'check --fail-on never'],
    ['an error', 0, SILENT, 'check --fail-on never'],
    ['information', 0, EXAMPLE, 'check --as-of 2025-12-15 --fail-on warning'],
    ['information', 1, EXAMPLE, 'check --as-of 2025-12-15 --fail-on info'],
    ['an error of a rule that is not asked for', 0, SILENT, 'check --rule report-late'],
    ['an error of a body that is not asked for', 0, SILENT, 'check --owner so-tai-chinh'],
    ['an error, only summed up', 0, SILENT, 'summary'],
    ['a sound plan', 0, EXAMPLE, 'plan check'],
    ['a task deleted', 1, changed(EXAMPLE, 'plan/12-KH-UBND/tasks.yaml', / {2}- id: II\.1\.c[^]*$/, ''), 'plan check'],
    ['a task deleted', 2, changed(EXAMPLE, 'plan/12-KH-UBND/tasks.yaml', / {2}- id: II\.1\.c[^]*$/, ''), 'check'],
    ['a plan that is no YAML', 2, { ...EXAMPLE, 'plan/12-KH-UBND/tasks.yaml': 'tasks: [' }, 'summary'],
    ['help', 0, {}, '--help'],
    ['help', 0, {}, 'check --help'],
    ['nothing asked', 0, {}, ''],
    ['no folder', 2, {}, 'check'],
    ['no report in it', 2, { 'reports/note.txt': '' }, 'check'],
  ])('%s: %i', async (_, code, files, words) => {
    expect((await dondoc(folderWith(files), words)).code).toBe(code);
  });

  test.each([
    ['the disk is full', new NotWritten(undefined, 'ENOSPC'), /chưa in được hết kết quả: đĩa đã đầy/],
    ['something is wrong inside', new Error('a table that does not add up'), /a table that does not add up/],
  ])('%s: 3, and said', async (_, error, says) => {
    let said = '';
    const stdout = {
      write: () => {
        throw error;
      },
    };
    const stderr = { write: (text: string) => void (said += text) };
    const code = await run(['check'], {
      stdout,
      stderr,
      cwd: folderWith(EXAMPLE),
      env: {},
      now: () => new Date('2025-01-15T12:00:00Z'),
    });
    expect(code).toBe(3);
    expect(said).toMatch(says);
  });
});

describe('what goes where', () => {
  test('findings to stdout alone; the summary line, who has not reported and what it rests on at the end', async () => {
    const { stdout, stderr } = await dondoc(folderWith(SILENT), 'check');
    expect(stderr).toBe('');
    const fingerprint = /\(([0-9a-f]{12})\)/.exec(stdout)?.[1] ?? '';
    const version = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
    expect(stdout).toBe(`1 lỗi, 0 cảnh báo, 0 lưu ý (3 tệp, 3 báo cáo; kỳ 2024; tính đến 15/01/2025)
Chưa nộp báo cáo kỳ 2024 (DD203, 1/4): UBND huyện Hạ
Kế hoạch 12/KH-UBND, bản 1.1.0 (${fingerprint}) · dondoc ${version}
`);
  });

  test('what was passed over is said on stderr', async () => {
    const folder = folderWith({
      ...EXAMPLE,
      'reports/.nháp.yaml': '',
      'reports/~$khoa.yaml': '',
      'reports/báo cáo.docx': '',
      'reports/\u001b[2Jx.docx': '',
    });
    symlinkSync(join(folder, 'reports/huyen-ha.yaml'), join(folder, 'reports/link.yaml'));
    const { stdout, stderr, code } = await dondoc(folder, 'check --format json');
    expect([code, outputOf('findings', stdout).summary.files]).toEqual([0, 4]);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'bỏ qua 1 (liên kết): reports/link.yaml',
      'bỏ qua 1 (tệp khóa tạm): reports/~$khoa.yaml',
      'bỏ qua 1 (tệp ẩn): reports/.nháp.yaml',
      expect.stringMatching(
        /^bỏ qua 2 \(không phải \.xlsx, YAML hay JSON; báo cáo ở dạng khác thì lưu lại thành \.xlsx\): [^\u001b]*$/,
      ),
    ]);
  });

  test('--quiet leaves out the findings, not the sums', async () => {
    const files = {
      ...LATE,
      'reports/so-tai-chinh.yaml': (LATE['reports/so-tai-chinh.yaml'] ?? '').replace('in-progress', 'xong'),
    };
    const [loud, quiet] = [await dondoc(folderWith(files), 'check'), await dondoc(folderWith(files), 'check --quiet')];
    expect([loud.code, quiet.code]).toEqual([1, 1]);
    expect(quiet.stdout.split('\n')[0]).toMatch(/^1 lỗi, 1 cảnh báo, 0 lưu ý /);
    expect(loud.stdout.endsWith(quiet.stdout)).toBe(true);
    expect(quiet.stdout).not.toMatch(/DD\d+/);
    expect(loud.stdout.match(/DD\d+/g)).toEqual(['DD204', 'DD108']);
  });

  test.each([
    'check',
    'check --format json',
    'summary',
    'summary --format json',
    'plan show',
    'plan show --format json',
    'plan check',
  ])('%s -o writes the whole of it in place of what was there', async (words) => {
    const folder = folderWith({ ...SILENT, 'out.txt': 'what was there '.repeat(10_000) });
    const [printed, kept] = [await dondoc(folder, words), await dondoc(folder, `${words} -o out.txt`)];
    expect(kept).toEqual({ ...printed, stdout: '' });
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(printed.stdout);
    expect(Object.keys(filesIn(folder)).sort()).toEqual([...Object.keys(SILENT), 'out.txt'].sort());
  });

  test('an output that cannot be written is no success, and leaves nothing', async () => {
    const folder = folderWith(EXAMPLE);
    const { code, stdout, stderr } = await dondoc(folder, 'check -o nowhere/out.txt');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      'dondoc: không ghi được nowhere/out.txt: chưa có thư mục để chứa tệp này; tạo thư mục rồi chạy lại\n',
    );
    expect(filesIn(folder)).toEqual(EXAMPLE);
  });
});

describe('JSON', () => {
  test('findings are what the published schema says, sorted by place and code', async () => {
    const files = {
      ...BROKEN,
      'reports/a.json': '{"plan": "12/KH-UBND", "owner": "so-xay-dung", "colour": 1}',
      'reports/b.yaml': EXAMPLE['reports/huyen-ha.yaml'] ?? '',
    };
    const { stdout, code } = await dondoc(folderWith(files), 'check --format json');
    const found = findingsOf(stdout).map(({ file, line, column, code: rule }) => [file, line, column, rule] as const);
    const sorted = [...found].sort(
      (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1),
    );
    expect(found).toEqual(sorted);
    expect(new Set(found.map(([file]) => file))).toEqual(
      new Set(['reports/a.json', 'reports/b.yaml', 'reports/hong.yaml', 'reports/huyen-ha.yaml']),
    );
    expect(code).toBe(1);
  });

  test.each(['', '--period all', '--owner cac-huyen', '--owner cac-huyen --period 2024'])(
    'the ledger is what the published schema says, and its tables are made of its rows: %s',
    async (words) => {
      const { stdout } = await dondoc(folderWith(SILENT), `summary --format json ${words}`);
      const { rows, tables } = outputOf('summary', stdout);
      expect(rows.length).toBeGreaterThan(0);
      expect(Object.keys(tables).sort()).toEqual(['owner', 'period', 'reference', 'section', 'support', 'task']);
      for (const by of ['owner', 'task'] as const) {
        expect(tables[by]?.total.rows).toBe(rows.length);
        expect(tables[by]?.lines.map(({ id, rows: n }) => [id, n])).toEqual(
          [...new Set(rows.map((row) => row[by]))].map((id) => [id, rows.filter((row) => row[by] === id).length]),
        );
      }
      if (words.includes('cac-huyen'))
        expect(new Set(rows.map(({ owner }) => owner))).toEqual(new Set(['huyen-ha', 'huyen-thuong']));
    },
  );
});

describe('whose absence is judged', () => {
  const missing = async (words: string): Promise<(string | undefined)[]> =>
    findingsOf((await dondoc(folderWith(SILENT), `check --format json ${words}`)).stdout)
      .filter(({ name }) => name === 'report-missing')
      .map(({ owner }) => owner);
  test('everybody’s, of a folder', async () => expect(await missing('')).toEqual(['huyen-ha']));
  test('only their own, of files', async () =>
    expect(await missing('reports/so-tai-chinh.yaml reports/huyen-thuong.yaml')).toEqual([]));
});

describe('which periods are looked at', () => {
  const next = (EXAMPLE['reports/huyen-ha.yaml'] ?? '').replace('"2024"', '"2025"').replace('2024-12-20', '2025-05-02');
  test.each<[words: string, periods: readonly string[]]>([
    ['--as-of 2024-12-31', ['2024']],
    ['--as-of 2025-01-01', ['2024']],
    ['--as-of 2025-05-01', ['2024']],
    ['--as-of 2025-05-02', ['2024', '2025']],
    ['--as-of 2025-12-31', ['2024', '2025']],
    ['--as-of 2026-01-01', ['2025']],
    ['--as-of 2025-05-02 reports/next.yaml', ['2025']],
    ['--as-of 2025-05-02 reports/next.yaml reports/huyen-ha.yaml', ['2024', '2025']],
    ['--as-of 2025-05-02 --period 2024', ['2024']],
    ['--as-of 2025-01-15 --period all', ['2024', '2025']],
    ['--as-of 2025-01-15 --period 2024..2026', ['2024', '2025', '2026']],
  ])('%s: %j', async (words, periods) => {
    const { stdout } = await dondoc(
      folderWith({ ...EXAMPLE, 'reports/next.yaml': next }),
      `check --format json ${words}`,
    );
    expect(outputOf('findings', stdout).periods).toEqual(periods);
  });
});

describe('the same inputs give the same bytes', () => {
  const files = {
    ...LATE,
    'reports/so-tai-chinh.yaml': (LATE['reports/so-tai-chinh.yaml'] ?? '').replace('in-progress', 'xong'),
    'reports/Ă.yaml': EXAMPLE['reports/huyen-ha.yaml'] ?? '',
  };
  const verbs = [
    'check',
    'check --format json',
    'summary',
    'summary --format json',
    'plan show',
    'plan check --format json',
  ];

  test('in whatever order files were made', async () => {
    const [one, other] = [folderWith(files), folderWith({})];
    put(other, Object.fromEntries(Object.entries(files).reverse()));
    for (const words of verbs) expect(await dondoc(other, words)).toEqual(await dondoc(one, words));
  });

  test('in whatever order files are named', async () => {
    const names = ['a', 'b', 'c'].map((name) => `reports/${name}.yaml`);
    const folder = folderWith({
      ...EXAMPLE,
      ...Object.fromEntries(names.map((name) => [name, EXAMPLE['reports/huyen-ha.yaml'] ?? ''])),
    });
    const [one, other] = [
      await dondoc(folder, ['check', ...names]),
      await dondoc(folder, ['check', ...names.reverse()]),
    ];
    expect(one.stdout.match(/DD210/g)).toHaveLength(3);
    expect(other).toEqual(one);
  });

  test('and no input is changed', async () => {
    const folder = folderWith(files);
    for (const words of verbs) await dondoc(folder, words);
    expect(filesIn(folder)).toEqual(files);
  });

  test.skipIf(!existsSync(join(ROOT, 'dist/pieces')))('in every time zone and locale, by the built program', () => {
    const cwd = folderWith(files);
    const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Pago_Pago'];
    for (const words of ['check --fail-on never --as-of 2025-01-15', 'summary --format json --as-of 2025-01-15']) {
      const outputs = zones.map((TZ, i) =>
        execFileSync(process.execPath, [join(ROOT, 'bin/dondoc.cjs'), ...words.split(' ')], {
          cwd,
          env: { ...process.env, GITHUB_ACTIONS: '', GITLAB_CI: '', TZ, LC_ALL: i % 2 ? 'tr_TR.UTF-8' : 'C' },
          encoding: 'utf8',
        }),
      );
      expect(outputs[0]).toMatch(/12\/KH-UBND/);
      expect(new Set(outputs).size).toBe(1);
    }
  });
});

import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { examples } from '../src/cli/examples.ts';
import { program } from '../src/cli/program.ts';
import { EXAMPLE, type Files, ROOT, changed, dondoc, filesIn, folderWith, outputOf } from './helpers.ts';

/** Whom a message is for is told by its letters. */
const VIETNAMESE = /[ăâđêôơưạảấầẩậắặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỵỷỹ]/i;

describe('a usage error exits with 2, prints nothing, and says in the chosen language what to do', () => {
  const folder = folderWith({ ...EXAMPLE, 'empty/note.docx': '' });
  test.each<[words: string | readonly string[], vi: RegExp, en: RegExp]>([
    ['chek', /không có lệnh “chek”; có phải check\?/, /unknown command “chek”; did you mean check\?/],
    ['xyzzy', /không có lệnh “xyzzy”\n/, /unknown command “xyzzy”\n/],
    ['plan shwo', /không có lệnh “shwo”; có phải show\?/, /unknown command “shwo”; did you mean show\?/],
    [
      'check --fromat json',
      /không có tùy chọn --fromat; có phải --format\?/,
      /unknown option --fromat; did you mean --format\?/,
    ],
    ['check --format xml', /xml .*text, json/, /xml .*text, json/],
    ['check --fail-on warn', /error, warning, info, never/, /error, warning, info, never/],
    ['check --limit many', /many/, /many/],
    ['summary --by week', /owner, section, task, reference/, /owner, section, task, reference/],
    ['check --period', /--period .*cần một giá trị/, /--period .*needs a value/],
    [
      'check --period 2024-Q1',
      /không có kỳ báo cáo “2024-Q1”; kỳ đầu là 2024/,
      /no reporting period “2024-Q1”; the first is 2024/,
    ],
    ['check --period 2023', /“2023”/, /“2023”/],
    ['template --period all -o x', /“all”; kỳ đầu là 2024[^;]*\.\n/, /“all”; the first is 2024[^;]*\.\n/],
    ['check --period 2024..', /kỳ/, /period/],
    ['check --period 2026..2024', /2026..2024/, /2026..2024/],
    ['check --as-of 2025-02-29', /ngày có thật.*“2025-02-29”/, /real day.*“2025-02-29”/],
    ['check --as-of 15/01/2025', /YYYY-MM-DD/, /YYYY-MM-DD/],
    [
      'check --owner so-cong-thong',
      /không có cơ quan “so-cong-thong”; có phải so-cong-thuong \(Sở Công Thương\)\?/,
      /no body “so-cong-thong”; did you mean so-cong-thuong/,
    ],
    [['check', '--owner', 'So Tai chinh'], /so-tai-chinh \(Sở Tài chính\)/, /so-tai-chinh \(Sở Tài chính\)/],
    [['check', '--owner', 'xyzzy'], /không có cơ quan “xyzzy”\n/, /no body “xyzzy”\n/],
    [
      'check --rule task-overdu',
      /không có quy tắc “task-overdu”; có phải task-overdue\?/,
      /no rule “task-overdu”; did you mean task-overdue\?/,
    ],
    ['check --rule DD999', /không có quy tắc “DD999”/, /no rule “DD999”/],
    [
      'check --plan 12/KH-UBDN',
      /không tìm thấy kế hoạch “12\/KH-UBDN”; có phải 12\/KH-UBND\?/,
      /no plan “12\/KH-UBDN”; did you mean 12\/KH-UBND\?/,
    ],
    ['check nowhere', /không có tệp hay thư mục “nowhere”/, /no file or folder “nowhere”/],
    ['check reports nowhere', /“nowhere”/, /“nowhere”/],
    ['check empty', /không có báo cáo nào .*empty/, /no report .*empty/],
    ['summary empty', /không có báo cáo nào .*empty/, /no report .*empty/],
    ['template so-tai-chinh', /thiếu tùy chọn bắt buộc --period/, /required option --period .*is missing/],
    ['template so-tai-chin --period 2024', /so-tai-chinh/, /so-tai-chinh/],
    ['explain DD2O1', /DD201/, /DD201/],
    ['explain II.1.a.3', /“II\.1\.a\.3”.*có phải II\.1\.a\.\d/, /“II\.1\.a\.3”.*did you mean II\.1\.a\.\d/],
    ['explain DD201 DD202', /thừa tham số/, /too many arguments/],
  ])('%j', async (words, vi, en) => {
    const argv = typeof words === 'string' ? words.split(' ') : words;
    const ran = { vi: await dondoc(folder, argv), en: await dondoc(folder, [...argv, '--lang', 'en']) };
    for (const { code, stdout, stderr } of Object.values(ran)) {
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^dondoc: [^]*\n$/);
      expect(stderr).not.toMatch(/undefined|\(outputHelp\)|\n\s+at /);
    }
    expect(ran.vi.stderr).toMatch(vi);
    expect(ran.en.stderr).toMatch(en);
    expect(ran.vi.stderr).toMatch(VIETNAMESE);
    expect(ran.en.stderr.replace('Sở Công Thương', '').replace('Sở Tài chính', '')).not.toMatch(VIETNAMESE);
    expect(await dondoc(folder, ['--lang', 'en', ...argv])).toEqual(ran.en);
    expect(filesIn(folder)).toEqual({ ...EXAMPLE, 'empty/note.docx': '' });
  });

  test('a verb that needs another word says which', async () => {
    const { code, stderr, stdout } = await dondoc(folder, 'plan');
    expect(code).toBe(2);
    expect(stderr + stdout).toMatch(/show[^]*check/);
    expect(stderr + stdout).not.toMatch(/outputHelp/);
  });

  test('a body is found by id, name, alias, and a group by its id or name', async () => {
    for (const owner of [
      'so-cong-thuong',
      'Sở Công Thương',
      'sở công  thương'.normalize('NFD'),
      'Sở CT',
      'cac-huyen',
      'UBND các huyện',
    ])
      expect([owner, (await dondoc(folder, ['check', '--owner', owner])).code]).toEqual([owner, 0]);
  });

  test('a broken plan is a list of places', async () => {
    const broken = folderWith(changed(EXAMPLE, 'plan/12-KH-UBND/tasks.yaml', 'lead: [cac-huyen]', 'lead: [cac-huyện]'));
    const { code, stdout, stderr } = await dondoc(broken, 'check');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^dondoc: plan\/12-KH-UBND\/tasks\.yaml:\d+:\d+: .* \(DD306 undeclared-owner\)/);
  });
});

const nowhere = { write: () => undefined };
const QUIET = { stdout: nowhere, stderr: nowhere, cwd: '/', env: {}, now: () => new Date(0) };

describe('help', () => {
  const verbs = ['', 'check', 'summary', 'plan', 'plan show', 'plan check', 'template', 'explain', 'completion'];
  test.each(verbs)('dondoc %s --help has an example, in both languages', async (verb) => {
    const [vi, en] = [await dondoc('/', `${verb} --help`), await dondoc('/', `${verb} --help --lang en`)];
    expect([vi.code, vi.stderr, en.code, en.stderr]).toEqual([0, '', 0, '']);
    expect(vi.stdout).toMatch(/^Cách dùng: dondoc[^]*\nVí dụ:\n {2}# .*\n {2}dondoc /);
    expect(en.stdout).toMatch(/^Usage: dondoc[^]*\nExamples:\n {2}# .*\n {2}dondoc /);
    expect(en.stdout.replaceAll('Sở Công Thương', '')).not.toMatch(VIETNAMESE);
    expect(vi.stdout).not.toMatch(/choices:|default:/);
  });

  test.each(['vi', 'en'])('no line is wider than 80 cells, in those of any verb: %s', async (lang) => {
    const root = program(QUIET, 'vi', () => undefined);
    const named = (command: Command, before: string): string[] => [
      before,
      ...command.commands.flatMap((each) => named(each, `${before} ${each.name()}`)),
    ];
    for (const verb of named(root, '')) {
      const { stdout } = await dondoc('/', `${verb} --help --lang ${lang}`);
      expect([verb, stdout.split('\n').filter((line) => line.length > 80)]).toEqual([verb, []]);
    }
  });

  test('an example that is wider is broken as a shell takes it', async () => {
    const { stdout } = await dondoc('/', 'baseline --help');
    expect(stdout).toContain('--reason "Tồn từ trước" \\\n    --by "Văn phòng UBND tỉnh" --until 2027-06-30\n');
  });

  test('every example is a line that the command takes', () => {
    const root = program(QUIET, 'vi', () => undefined);
    const lines = Object.values(examples).flatMap((each) => each.map(([line]) => line));
    for (const line of lines) {
      const [, ...words] = (/^[^>]*/.exec(line)?.[0].trim() ?? '').split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/);
      let command: Command = root;
      for (const word of words) command = command.commands.find((each) => each.name() === word) ?? command;
      const options = words.filter((word) => word.startsWith('-'));
      expect([
        line,
        options.filter((word) => !command.options.some(({ short, long }) => word === short || word === long)),
      ]).toEqual([line, []]);
      expect([line, command === root]).toEqual([line, false]);
    }
    expect(lines.length).toBeGreaterThan(30);
  });
});

describe('dondoc.yaml', () => {
  const found = async (files: Files, cwd: string, words = 'check --format json') => {
    const { code, stdout, stderr } = await dondoc(join(folderWith(files), cwd), words);
    return {
      code,
      stderr,
      ...(stdout.startsWith('{') ? { output: outputOf('findings', stdout) } : {}),
    };
  };
  const moved = (settings: string): Files => ({
    ...Object.fromEntries(
      Object.entries(EXAMPLE).map(([name, text]) => [
        name.replace(/^reports\//, 'năm 2024/đã nhận/').replace(/^plan\//, 'các kế hoạch/'),
        text,
      ]),
    ),
    'dondoc.yaml': settings,
    'a/b/here.txt': '',
  });

  test('is found upward from here; its folders count from where it stands', async () => {
    const settings = 'plan: các kế hoạch/12-KH-UBND\nreports: năm 2024\n';
    const { code, output } = await found(moved(settings), 'a/b');
    expect([code, output?.plan, output?.summary.files, output?.summary.reports]).toEqual([0, '12/KH-UBND', 4, 4]);
  });

  test('an unknown key is refused, with what was probably meant', async () => {
    for (const [lang, says] of [
      ['vi', /^dondoc: dondoc\.yaml:2:1: .*“repots”.*reports.*DD107/],
      ['en', /^dondoc: dondoc\.yaml:2:1: .*“repots”.*reports.*DD107/],
    ] as const) {
      const { code, stderr } = await found(
        { ...EXAMPLE, 'dondoc.yaml': 'lang: vi\nrepots: reports\n' },
        '.',
        `check --lang ${lang}`,
      );
      expect(code).toBe(2);
      expect(stderr).toMatch(says);
    }
  });

  test.each(['lang: fr\n', 'fail-on: never ever\n', 'plan: [a]\n', 'plan: "\n', '- plan\n', 'just words\n'])(
    '%j is refused',
    async (settings) => {
      const { code, stderr } = await found({ ...EXAMPLE, 'dondoc.yaml': settings }, '.');
      expect(code).toBe(2);
      expect(stderr).toMatch(/dondoc\.yaml:\d+:\d+/);
    },
  );

  test.each(['', '# nothing yet\n', 'lang: vi\n'])('%j changes nothing', async (settings) => {
    expect((await found({ ...EXAMPLE, 'dondoc.yaml': settings }, '.')).output?.summary.files).toBe(4);
  });

  test('its language and severity hold, until the command line says otherwise', async () => {
    const late = changed(EXAMPLE, 'reports/huyen-ha.yaml', 'reported: 2024-12-20', 'reported: 2025-01-05');
    const folder = folderWith({ ...late, 'dondoc.yaml': 'lang: en\nfail-on: warning\n' });
    const ran = [
      await dondoc(folder, 'check --quiet'),
      await dondoc(folder, 'check --quiet --lang vi --fail-on error'),
      await dondoc(folder, 'chek'),
    ];
    expect(ran.map(({ code }) => code)).toEqual([1, 0, 2]);
    expect(ran[0]?.stdout).toMatch(/^0 errors, 1 warning/);
    expect(ran[1]?.stdout).toMatch(/^0 lỗi, 1 cảnh báo/);
    expect(ran[2]?.stderr).toMatch(/unknown command/);
  });
});

describe('which plan', () => {
  const quarterly = Object.fromEntries(
    Object.entries(filesIn(join(ROOT, 'test/plans/quarterly')))
      .filter(([name]) => !/^(reports|expected|dondoc)/.test(name))
      .map(([name, text]) => [`plan/halvern/${name}`, text]),
  );
  const report = (plan: string, owner: string, period: string): string =>
    `plan: ${plan}\nversion: 1.0.0\nowner: ${owner}\nperiod: "${period}"\nreported: 2025-01-10\nentries: []\n`;
  test.each<[names: string, reports: Files, words: string, plan: string]>([
    ['one of two here', { 'reports/a.yaml': report('CR-31/2024', 'roads', '2024-Q4') }, '', 'CR-31/2024'],
    ['the other of two here', { 'reports/a.yaml': report('Số 12 /KH-UBND', 'huyen-ha', '2024') }, '', '12/KH-UBND'],
    [
      'one more often than another',
      {
        'reports/a.yaml': report('12/KH-UBND', 'huyen-ha', '2024'),
        'reports/b.yaml': report('CR-31/2024', 'roads', '2024-Q4'),
        'reports/c.yaml': report('CR-31/2024', 'water', '2024-Q4'),
      },
      '',
      'CR-31/2024',
    ],
    [
      'one, and the command line another',
      { 'reports/a.yaml': report('CR-31/2024', 'roads', '2024-Q4') },
      '--plan 12/KH-UBND',
      '12/KH-UBND',
    ],
    [
      'one that comes with the package',
      { 'reports/a.yaml': report('415/KH-UBND', 'so-cong-thuong', '2024') },
      '',
      '415/KH-UBND',
    ],
  ])('reports that name %s', async (_, reports, words, plan) => {
    const plans = Object.fromEntries(Object.entries(EXAMPLE).filter(([name]) => name.startsWith('plan/')));
    const { stdout } = await dondoc(folderWith({ ...plans, ...quarterly, ...reports }), `check --format json ${words}`);
    expect(outputOf('findings', stdout).plan).toBe(plan);
  });
});

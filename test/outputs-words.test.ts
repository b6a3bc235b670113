import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withWorkbook } from '../src/office/workbook.ts';
import { prose } from '../src/view/page/html.ts';
import { VERSION } from '../src/version.ts';
import { EXAMPLE, ROOT, changed, dondoc, expectGolden, filesIn, folderWith, without } from './helpers.ts';
import { with_ } from './told.ts';

const CONG = 'reports/so-cong-thuong.yaml';
const HA = 'reports/huyen-ha.yaml';
const HALF = filesIn(join(ROOT, 'test/plans/half-yearly'));

/** Every text of a workbook, by sheet. */
const textsIn = (path: string): string[] => {
  const found = withWorkbook(new Uint8Array(readFileSync(path)), ({ sheets }) =>
    sheets.flatMap((sheet) =>
      sheet
        .grid()
        .rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => (value.kind === 'text' ? value.text : ''))),
    ),
  );
  if (!Array.isArray(found)) throw new Error('not a workbook');
  return found;
};

describe.each(['vi', 'en'])('in %s', (lang) => {
  test.each([
    ['none-missing', EXAMPLE, 'reports'],
    ['one-missing', without(EXAMPLE, HA), 'reports'],
    ['overdue-and-missing', without(EXAMPLE, CONG), 'reports'],
    ['overdue-of-heirs', HALF, 'reports --as-of 2025-07-31'],
    ['one-file', EXAMPLE, HA],
  ])('JUnit, %s', async (name, files, words) => {
    const { stdout } = await dondoc(folderWith(files), `check ${words} --format junit --lang ${lang}`);
    expectGolden(join(ROOT, `test/outputs-words/junit-${name}.${lang}.txt`), stdout);
  });

  test('a workbook of which there is nothing to say is told so', async () => {
    const folder = folderWith(EXAMPLE);
    const plan = '--plan plan/12-KH-UBND';
    expect((await dondoc(folder, `convert ${HA} --to xlsx -o ra ${plan}`)).code).toBe(0);
    const { code } = await dondoc(folder, `annotate ra/huyen-ha.xlsx -o sau ${plan} --lang ${lang}`);
    expect(code).toBe(0);
    const [before, after] = [textsIn(join(folder, 'ra/huyen-ha.xlsx')), textsIn(join(folder, 'sau/huyen-ha.xlsx'))];
    const added = after.filter((text) => !before.includes(text));
    expect(added).toHaveLength(4);
    expect(added.at(-1)).toBe({ vi: 'Không có phát hiện nào.', en: 'Nothing was found.' }[lang]);
  });

  test('a baseline of nothing', async () => {
    const folder = folderWith(EXAMPLE);
    const words = `baseline reports --reason Thử --by An --until 2026-01-15 --lang ${lang}`;
    const { code, stdout } = await dondoc(folder, words);
    expect([code, stdout]).toEqual([
      0,
      {
        vi: 'đã ghi nhận 0 phát hiện vào dondoc-baseline.yaml\n',
        en: 'recorded 0 findings in dondoc-baseline.yaml\n',
      }[lang],
    ]);
    expect(readFileSync(join(folder, 'dondoc-baseline.yaml'), 'utf8')).toMatch(/\nfindings: \[\]\n$/);
    expect((await dondoc(folder, `check reports --lang ${lang}`)).code).toBe(0);
  });

  test.each([0, 20, 21])('%i findings of one file as Markdown: many are folded away', async (n) => {
    const entries = Array.from(
      { length: n },
      (_, i) => `  - { task: II.9.${i + 1}, status: in-progress, result: a }\n`,
    );
    const folder = folderWith(n === 0 ? EXAMPLE : with_([HA, /entries:\n/, `entries:\n${entries.join('')}`]));
    const { stdout } = await dondoc(folder, `check ${HA} --format markdown --lang ${lang}`);
    const [, ...parts] = stdout.split('\n\n');
    const place = { vi: '| Vị trí | Phát hiện | Cách sửa |', en: '| Place | Finding | Fix |' }[lang];
    const none = { vi: 'Không có phát hiện nào.', en: 'Nothing was found.' }[lang];
    const counts = { vi: `${n} lỗi, 0 cảnh báo, 0 lưu ý`, en: `${n} errors, 0 warnings, 0 info` }[lang];
    const name = `reports/huyen-ha.yaml${n > 20 ? '</code>' : ''}: ${counts}`;
    expect(parts[0]).toMatch(new RegExp(`^\\*\\*${counts}\\*\\* \\(`));
    expect(parts.slice(1, -1).map((part) => part.split('\n').slice(0, 2))).toEqual(
      n === 0
        ? [[none]]
        : n === 20
          ? [[`### ${name}`], [place, '| --- | --- | --- |']]
          : [['<details>', `<summary><code>${name}</summary>`], [place, '| --- | --- | --- |'], ['</details>']],
    );
  });

  test('what is waived is skipped in JUnit', async () => {
    const { stdout } = await dondoc(
      folderWith(HALF),
      `check reports --as-of 2025-07-31 --period all --owner trung-tam --owner xa-7 --format junit --lang ${lang}`,
    );
    expectGolden(join(ROOT, `test/outputs-words/junit-waived.${lang}.txt`), stdout);
  });

  test.each([
    [11, { vi: '; 1 phát hiện nữa', en: '; 1 finding more stands' }],
    [12, { vi: '; 2 phát hiện nữa', en: '; 2 findings more stand' }],
  ])('of %i findings GitHub shows ten, and the rest is counted', async (n, more) => {
    const entries = Array.from(
      { length: n },
      (_, i) => `  - { task: II.9.${i + 1}, status: in-progress, result: a }\n`,
    );
    const folder = folderWith(with_([HA, /entries:\n/, `entries:\n${entries.join('')}`]));
    const { stdout } = await dondoc(folder, `check ${HA} --format github --lang ${lang}`);
    expect(stdout.match(/^::error /gm)).toHaveLength(n);
    expect(stdout).toContain(more[lang as 'vi' | 'en']);
  });

  test('what is tracked only is marked among what comes up', async () => {
    const { stdout } = await dondoc(
      folderWith(HALF),
      `summary reports --as-of 2025-11-20 --period 2025-H2 --until 2026-01-15 --lang ${lang}`,
    );
    const { vi, en } = { vi: 'Đến hạn', en: 'Falling due' };
    expect(stdout).toMatch(new RegExp(`${lang === 'vi' ? vi : en}[^]*I\\.2 \\([^()]* \\(\\*\\),`));
  });

  test('a text that no cell holds is cut in the workbook of the summary', async () => {
    const folder = folderWith(with_([HA, 'Đã bố trí kinh phí hai đợt.', `Đã bố trí ${'🧾'.repeat(20_000)}`]));
    expect((await dondoc(folder, `summary reports -o ra.xlsx --lang ${lang}`)).code).toBe(0);
    const [text = ''] = textsIn(join(folder, 'ra.xlsx')).filter((each) => each.startsWith('Đã bố trí 🧾'));
    expect([text.length <= 32_767, text.endsWith('🧾…')]).toEqual([true, true]);
  });
});

/** A figure of an indicator that has no unit. */
const OF_TRUNG_TAM = {
  'reports/2024-H2/trung-tam.yaml':
    'plan: 7/KH-UBND\nversion: 2.0.0\nowner: trung-tam\nperiod: 2024-H2\nreported: 2024-12-20\nentries:\n  - { task: II.1, status: completed, completed: 2024-12-01, indicators: [{ id: bai-viet, value: 26 }] }\n',
};

/** What is said of a plan, but for the version of the tool. */
const ofPlan = async (plan: string, words: string): Promise<string> =>
  (await dondoc(join(ROOT, 'test/plans', plan), words)).stdout
    .replaceAll(`dondoc ${VERSION}`, 'dondoc VERSION')
    .replace(/("name": "dondoc",\s*"version": )"[^"]*"/, '$1"VERSION"');

test.each(['github', 'gitlab', 'markdown', 'junit', 'sarif'])('errors, warnings and notes as %s', async (format) => {
  const said = [
    await ofPlan('quarterly', `check --period all --as-of 2024-07-20 --format ${format}`),
    await ofPlan('half-yearly', `check reports/2025-H1 --period 2025-H1 --as-of 2025-06-05 --format ${format}`),
  ]
    .join('\n')
    // Of the rules one stands for all.
    .replaceAll(
      /"rules": \[[^]*?( {12}\{\n {14}"id": "DD108"[^]*?\n {12}\})[^]*?\n {10}\]/g,
      '"rules": [\n$1\n          ]',
    );
  expectGolden(join(ROOT, `test/outputs-words/findings.${format}.txt`), said);
});

test.each([
  [
    'page-by-owner',
    'half-yearly',
    'reports --as-of 2025-07-31 --until 2025-12-31 --period 2024-H2..2025-H1 --owner so-ha-tang --owner xa-6',
  ],
  ['page-by-section', 'quarterly', '--as-of 2024-07-20 --by section --owner water --owner roads --owner borough-east'],
])('%s, in whole but for its style', async (name, plan, words) => {
  const page = (await ofPlan(plan, `summary ${words} --format html`)).replace(
    /<style>[^]*<\/style>/,
    '<style></style>',
  );
  expectGolden(join(ROOT, `test/outputs-words/${name}.txt`), page);
});

test('figures that are all as the plan asks are drawn in the middle of their picture', async () => {
  const folder = folderWith(changed(HALF, 'tasks.yaml', 'target: 40', 'target: 41'));
  const { stdout } = await dondoc(folder, 'summary reports --as-of 2025-07-31 --format html');
  const drawn = [...stdout.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = '']) => points);
  // Two bodies have the same figure twice: the one that was asked for, and one above it.
  expect(drawn.slice(0, 3)).toEqual(['4,18 116,18', '4,4 60,4 116,4', '4,4 116,4']);
});

test('an indicator without figures has its line on the page', async () => {
  const held = Object.entries(HALF).filter(([name]) => !name.includes('/xa-') && !name.includes('2025-H1/trung-tam'));
  const folder = folderWith({ ...Object.fromEntries(held), ...OF_TRUNG_TAM });
  const { stdout } = await dondoc(folder, 'summary reports --as-of 2025-07-31 --period all --format html');
  const [table = ''] = /<section id="indicators"[^]*?<\/section>/.exec(stdout) ?? [];
  const lines = [...table.matchAll(/<tr><td[^]*?<\/tr>/g)].map(([line]) =>
    [...line.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<svg[^]*/, 'svg')),
  );
  expect(lines).toEqual([['I.2', 'Tỷ lệ chôn lấp', 'không quá 40 %', 'chưa báo cáo', '', '', '']]);
});

test('many lines stand closer on paper, a long text scrolls', async () => {
  const many = async (words: string) =>
    [
      ...(await ofPlan('../..', `summary examples/reports --as-of 2026-02-01 ${words} --format html`)).matchAll(
        /class="((?:bars|numbers) \w*)"/g,
      ),
    ].map(([, name]) => name);
  expect([await many('--by owner --class waived'), await many('--by task')]).toEqual([
    ['numbers '],
    ['bars many', 'numbers many'],
  ]);
  expect([1200, 1201].map((length) => String(prose('a'.repeat(length))))).toEqual([
    'a'.repeat(1200),
    `<div class="long" tabindex="0">${'a'.repeat(1201)}</div>`,
  ]);
});

test('a summary without units and words before has nulls for them', async () => {
  const folder = folderWith({ ...HALF, ...OF_TRUNG_TAM });
  const { stdout } = await dondoc(folder, 'summary reports --period 2024-H1..2024-H2 --as-of 2025-01-31 --format json');
  const { indicators } = JSON.parse(stdout) as { indicators: { id: string; unit: string | null }[] };
  expect(indicators.map(({ id, unit }) => [id, unit])).toEqual([
    ['chon-lap', '%'],
    ['bai-viet', null],
  ]);
});

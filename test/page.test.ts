import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Lang, formatNumber } from '../src/lang.ts';
import { DARK, LIGHT, type Scheme } from '../src/view/page/colors.ts';
import { markup } from '../src/view/page/html.ts';
import { type Files, EXAMPLE, ROOT, changed, dondoc, folderWith } from './helpers.ts';
import { type Node, all, parsed, shapeOf, textOf } from './page-reader.ts';

interface Json {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly tables: Readonly<Record<string, JsonTable>>;
  readonly grid: {
    readonly periods: readonly string[];
    readonly lines: readonly { owner: string; cells: readonly (Counts | null)[] }[];
  };
  readonly files: unknown;
}
type Counts = Readonly<Record<string, number | null | Readonly<Record<string, number>>>>;
interface JsonTable {
  readonly lines: readonly (Counts & { readonly id: string; readonly group: string })[];
  readonly groups: readonly (Counts & { readonly id: string })[];
  readonly total: Counts;
}

/** The page and the JSON that one run makes: most of its time goes into reading and judging the reports. */
async function summary(folder: string, words: string): Promise<{ html: string; page: Node; json: Json }> {
  const made = folderWith({});
  const files = ['page.html', 'page.json'].map((name) => join(made, name));
  const ran = await dondoc(folder, ['summary', ...words.split(' '), ...files.flatMap((file) => ['-o', file])]);
  expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
  const [html = '', json = ''] = files.map((file) => readFileSync(file, 'utf8'));
  return { html, page: parsed(html), json: JSON.parse(json) as Json };
}

const at = (value: unknown, names: readonly string[]): unknown =>
  names.reduce((part: unknown, name) => (part as Record<string, unknown> | undefined)?.[name], value);

/** The number of the JSON that a path of the page names; lines go by id, the grid by owner and period. */
function numberOf(json: Json, path: string): unknown {
  const [, by = '', list = '', id = '', name = ''] =
    /^tables\.([^.]+)\.(lines|groups)\.(.*?)\.((?:classes\.)?[\w-]+)$/s.exec(path) ?? [];
  if (list !== '') {
    const found = json.tables[by]?.[list as 'lines' | 'groups'].filter((line) => line.id === id) ?? [];
    return found.length === 1 ? at(found[0], name.split('.')) : undefined;
  }
  const [, owner, period = '', count = ''] = /^grid\.([^.]+)\.([^.]+)\.(.+)$/.exec(path) ?? [];
  if (owner === undefined) return at(json, path.split('.'));
  const line = json.grid.lines.find((each) => each.owner === owner);
  return at(line?.cells[json.grid.periods.indexOf(period)], count.split('.'));
}

/** The numbers of a line by their names, those of the classes among them. */
const numbersIn = ({ classes, ...counts }: Counts): [string, number][] =>
  [
    ...Object.entries(counts),
    ...Object.entries(classes as Record<string, number>).map(([name, n]) => [`classes.${name}`, n] as const),
  ].filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] !== 0);

/** The paths of every number of a table, and of the cells of the grid, that is not nought. */
function pathsIn({ tables, grid }: Json, by: string): string[] {
  const { lines = [], groups = [], total = {} } = tables[by] ?? {};
  const pathed = (path: string, counts: Counts): string[] => numbersIn(counts).map(([name]) => `${path}.${name}`);
  const drawn = groups.filter(({ id }) => lines.filter(({ group }) => group === id).length > 1);
  return [
    ...lines.flatMap((line) => pathed(`tables.${by}.lines.${line.id}`, line)),
    ...drawn.flatMap((group) => pathed(`tables.${by}.groups.${group.id}`, group)),
    ...pathed(`tables.${by}.total`, total),
    ...grid.lines.flatMap(({ owner, cells }) =>
      cells.flatMap((cell, i) =>
        pathed(`grid.${owner}.${grid.periods[i] ?? ''}`, cell ?? { classes: {} }).filter((path) =>
          cell && numbersIn(cell).some(([name, n]) => name === 'classes.not-due' && n === cell['rows'])
            ? path.endsWith('.rows')
            : /\d\.(?:rows|completed|overdue|classes\.unreported)$/.test(path),
        ),
      ),
    ),
  ];
}

/** Every number is the JSON's, none is missing, and each leads to as many rows as it says, and to the right ones. */
function expectTraced(page: Node, json: Json, by: string, lang: Lang): void {
  const figures = all(page, ({ attributes }) => attributes['data-figure'] !== undefined);
  const shown = figures.map((node) => [node.attributes['data-figure'] ?? '', textOf(node)] as const);
  const meant = shown.map(([path]) => {
    const value = numberOf(json, path);
    return [path, typeof value === 'number' ? formatNumber(value, lang) : value === null ? '–' : 'not in the JSON'];
  });
  expect(shown).toEqual(meant);
  const paths = new Set(shown.map(([path]) => path));
  expect(pathsIn(json, by).filter((path) => !paths.has(path))).toEqual([]);

  const ids = all(page, ({ attributes }) => attributes['id'] !== undefined).map(({ attributes }) => attributes['id']);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const byId = new Map(
    all(page, ({ attributes }) => attributes['id'] !== undefined).map((node) => [node.attributes['id'] ?? '', node]),
  );
  const hrefs = all(page, ({ attributes }) => attributes['href'] !== undefined).map(
    ({ attributes }) => attributes['href'] ?? '',
  );
  expect(hrefs.filter((href) => !byId.has(href.slice(1)))).toEqual([]);
  expect(ids.filter((id) => /^row-\d+$/.test(id ?? '')).length).toBe(json.rows.length);

  const rowsAt = (id: string): string[] =>
    all(byId.get(id) as Node, ({ attributes }) => /^#row-/.test(attributes['href'] ?? '')).map(
      ({ attributes }) => attributes['href'] ?? '',
    );
  const led = figures.filter(({ attributes }) => attributes['href'] !== undefined);
  const wrong = led.flatMap((node) => {
    const [path, rows] = [node.attributes['data-figure'] ?? '', rowsAt((node.attributes['href'] ?? '').slice(1))];
    const [, kind] = /\.classes\.([\w-]+)$/.exec(path) ?? [];
    const [, owner] = /^(?:tables\.owner\.lines|grid)\.([\w-]+)\./.exec(path) ?? [];
    const held = rows.map((href) => json.rows[Number(href.slice('#row-'.length))]);
    const isRight =
      new Set(rows).size === numberOf(json, path) &&
      rows.length === numberOf(json, path) &&
      held.every((row) => (kind ?? row?.['class']) === row?.['class'] && (owner ?? row?.['owner']) === row?.['owner']);
    return isRight ? [] : [path];
  });
  expect(wrong).toEqual([]);
  // What counts and is not nought leads somewhere, in the table itself.
  const [table] = all(page, ({ attributes }) => attributes['class']?.startsWith('numbers') === true);
  const unled = all(table as Node, ({ attributes, name }) => name === 'span' && attributes['data-figure'] !== undefined)
    .filter((node) => !/\.(?:tasks|completedOf\w+)$/.test(node.attributes['data-figure'] ?? ''))
    .filter((node) => textOf(node) !== '0');
  expect(unled).toEqual([]);
}

const QUARTERLY = join(ROOT, 'test/plans/quarterly');

describe('every number is that of the JSON and leads to its rows', () => {
  test.each<[words: string, by: string, lang: Lang, folder?: string]>([
    ['examples/reports --as-of 2026-02-01 --compare-to 2025-12-25 --until 2026-12-31', 'owner', 'vi'],
    ['examples/reports --as-of 2025-02-01', 'owner', 'vi'],
    ['examples/reports --as-of 2026-02-01 --period all --lang en', 'owner', 'en'],
    ['examples/reports --as-of 2024-07-01 --by section --period all', 'section', 'vi'],
    ['examples/reports --as-of 2026-02-01 --by reference', 'reference', 'vi'],
    ['examples/reports --as-of 2026-02-01 --by support --sort unreported', 'support', 'vi'],
    ['examples/reports --as-of 2026-02-01 --by task --class overdue', 'task', 'vi'],
    ['examples/reports --as-of 2026-02-01 --by task --class unreported', 'task', 'vi'],
    ['--as-of 2024-07-20 --period all', 'owner', 'en', QUARTERLY],
    ['--as-of 2024-07-20 --by period --period 2024-Q1..2024-Q2', 'period', 'en', QUARTERLY],
  ])('%s', async (words, by, lang, folder = ROOT) => {
    const { page, json } = await summary(folder, words.includes('--by') ? words : `${words} --by ${by}`);
    expectTraced(page, json, by, lang);
  });

  test.each([1, 2, 3, 4])('reports that say anything at all, throw %i', async (seed) => {
    const { page, json } = await summary(
      folderWith(thrown(seed)),
      'reports --as-of 2026-02-01 --period all --plan plan/12-KH-UBND',
    );
    expectTraced(page, json, 'owner', 'vi');
  });
});

/** Reports for three years in which each body says what the dice say, or nothing. */
function thrown(seed: number): Files {
  let state = seed;
  const pick = <T>(of: readonly [T, ...T[]]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return of[Math.floor((state / 2_147_483_648) * of.length)] ?? of[0];
  };
  const plan = Object.entries(EXAMPLE).filter(([name]) => name.startsWith('plan/'));
  const tasks = {
    'so-cong-thuong': ['II.1.a.1', 'II.1.a.2'],
    'so-tai-chinh': ['II.1.b'],
    'huyen-ha': ['II.1.c'],
    'huyen-thuong': ['II.1.c'],
  };
  const reports = [2024, 2025].flatMap((year) =>
    Object.entries(tasks).flatMap(([owner, held]): [string, string][] => {
      if (pick([false, false, false, true])) return [];
      const entries = held.flatMap((task) => {
        const status = pick(['completed', 'completed', 'in-progress', 'blocked', 'none-arisen', 'none']);
        if (status === 'none') return [];
        const done = status === 'completed' ? `\n    completed: ${year}-${pick(['03', '11'])}-10` : '';
        return [`  - task: ${task}\n    status: ${status}\n    obstacles: Thiếu <kinh phí>.${done}\n`];
      });
      const text = `plan: 12/KH-UBND\nversion: 1.1.0\nowner: ${owner}\nperiod: "${year}"\nreported: ${year}-12-20\nentries:${entries.length === 0 ? ' []' : ''}\n${entries.join('')}`;
      return [[`reports/${year}/${owner}.yaml`, text]];
    }),
  );
  return Object.fromEntries([...plan, ...reports]);
}

describe('a page by itself', () => {
  const WORDS = 'examples/reports --as-of 2026-02-01 --compare-to 2025-12-25 --until 2026-12-31';

  test('asks for nothing and runs nothing', async () => {
    const { html, page } = await summary(ROOT, WORDS);
    expect(html.match(/https?:|src=|url\(|@import|<script|<link|\son\w+=/gi)).toEqual(null);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(all(page, ({ attributes }) => /^(?!#)/.test(attributes['href'] ?? '#'))).toEqual([]);
  });

  test('can be read without seeing it', async () => {
    const { page } = await summary(ROOT, `${WORDS} --lang en`);
    const named = (name: string): Node[] => all(page, (node) => node.name === name);
    expect(named('html')[0]?.attributes['lang']).toBe('en');
    expect(['h1', 'header', 'nav', 'main', 'footer'].map((name) => named(name).length)).toEqual([1, 1, 1, 1, 1]);
    const levels = all(page, ({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name.slice(1)));
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    expect(named('th').filter(({ attributes }) => attributes['scope'] === undefined)).toEqual([]);
    const pictures = all(page, ({ attributes }) => attributes['role'] === 'img');
    expect(pictures.length).toBeGreaterThan(18);
    expect(pictures.filter(({ attributes }) => (attributes['aria-label'] ?? '') === '')).toEqual([]);
    expect(pictures.some(({ attributes }) => attributes['aria-label']?.includes('completed on time 4'))).toBe(true);
  });

  test('is the same twice, and says what it rests on', async () => {
    const [first, second] = [await summary(ROOT, WORDS), await summary(ROOT, WORDS)];
    expect(first.html).toBe(second.html);
    expect(first.html).toMatch(/<footer><p>Kế hoạch 415\/KH-UBND, bản .*; tính đến ngày 01\/02\/2026; .* dondoc \d/);
    expect(textOf(first.page)).toContain('14trên 18 cơ quan phải báo cáo');
  });

  test('in English has no word of Vietnamese', async () => {
    const { html } = await summary(QUARTERLY, '--as-of 2024-07-20 --period all --until 2024-12-31');
    expect(html.match(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi)).toBe(null);
  });

  test('without rows it says so', async () => {
    const { page } = await summary(ROOT, 'examples/reports --as-of 2026-02-01 --class waived');
    expect(textOf(page)).toContain('Không có lượt theo dõi nào trong phạm vi đã chọn.');
  });
});

describe('texts of others', () => {
  const HOSTILE = [
    `</style></td></table><script>alert(1)</script><img src=x onerror=alert(1)>`,
    `" onmouseover="alert(1)" x="' --> <!-- &lt; &#60; {{x}} \${y}`,
    '\u202egnorw\u202c \u2066x \u200fشركة\u200e \u0085 \u2028 \ufeff',
    'a'.repeat(32_767),
    '=HYPERLINK("http://x") javascript:alert(1)',
  ];
  /** The example with a text as a name, an indicator, a task and a reason. */
  const withTexts = (text: string): Files => {
    const quoted = (each: string): string =>
      JSON.stringify(each)
        .replace(
          /[\u0085\u200e-\u2029\u202a-\u202e\u2066\ufeff]/g,
          (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
        .replaceAll('$', '$$$$');
    const task = `1 ${text} 1`;
    const changes: readonly [name: string, from: string | RegExp, to: string][] = [
      ['plan/12-KH-UBND/owners.yaml', 'name: Sở Tài chính,', `name: Sở Tài chính, short: ${quoted(text)},`],
      ['plan/12-KH-UBND/tasks.yaml', 'name: Tỷ lệ chi khuyến công', `name: ${quoted(text)}`],
      ['plan/12-KH-UBND/tasks.yaml', /text: Trình UBND tỉnh.*/, `text: ${quoted(task)}`],
      ['plan/12-KH-UBND/source.txt', /Trình UBND tỉnh quy định.*/, task.replaceAll('$', '$$$$')],
      ['reports/so-tai-chinh.yaml', 'status: in-progress', `status: in-progress\n    obstacles: ${quoted(text)}`],
    ];
    return changes.reduce((files, change) => changed(files, ...change), EXAMPLE);
  };
  const pageOf = (text: string) =>
    summary(folderWith(withTexts(text)), 'reports --as-of 2026-02-01 --period all --plan plan/12-KH-UBND');
  let tame: Node;
  beforeAll(async () => {
    tame = (await pageOf('x')).page;
  });

  test.each(HOSTILE.map((text) => [text.slice(0, 40), text] as const))('are only text: %j', async (_, text) => {
    const hostile = await pageOf(text);
    const long = (page: Node): Node[] => all(page, ({ attributes }) => attributes['class'] === 'long');
    expect(shapeOf(hostile.page)).toBe(shapeOf(tame));
    expect(text.length > 1200).toBe(long(hostile.page).length > 0);
    expect(hostile.html).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
    );
    if (!/[\u0080-\uffff]/.test(text)) expect(textOf(hostile.page).split(text).length).toBeGreaterThan(4);
  });

  test('even where no file can hold them', () => {
    const [nul, tag] = ['a\0b\ud800', '<b>'];
    expect(String(markup`<p title="${tag}">${nul}${[tag, 1]}${undefined}${markup`<i>${tag}</i>`}</p>`)).toBe(
      '<p title="&lt;b&gt;">a\\x00b\\u{d800}&lt;b&gt;1<i>&lt;b&gt;</i></p>',
    );
  });

  test('so are the names of files', async () => {
    const name = `<b onclick='x'>&"quoted" \u202eyaml.gpj.yaml`;
    const { 'reports/huyen-ha.yaml': report = '', ...files } = EXAMPLE;
    const { html, page } = await summary(
      folderWith({ ...files, [`reports/${name}`]: report }),
      'reports --as-of 2025-02-01',
    );
    expect(textOf(page)).toContain(`reports/${name.replace('\u202e', '\\u{202e}')}:`);
    expect(html).not.toContain('\u202e');
  });
});

describe('colours', () => {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
      const part = Number.parseInt(color.slice(i, i + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  test.each<[name: string, scheme: Scheme]>([
    ['light', LIGHT],
    ['dark', DARK],
  ])('%s: every text stands out from what it is written on', (_, scheme) => {
    const { ink, muted, page, surface, accent, good, warn, bad, target, shades, parts } = scheme;
    const pairs = [
      ...[ink, muted, accent, good, warn, bad].flatMap((text) => [page, surface, target].map((under) => [text, under])),
      ...shades.map((shade) => [ink, shade]),
      ...Object.values(parts).flatMap(([fill, stripe, text]) => [fill, stripe].map((under) => [text, under])),
    ] as [string, string][];
    expect(pairs.filter(([text, under]) => contrast(text, under) < 4.5)).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/cli/formats.ts';
import { isDay } from '../src/day.ts';
import { COMMAND } from './built.ts';
import { EXAMPLE, ROOT, changed, dondoc, folderWith, put } from './helpers.ts';

/** The sample reports with their register, half of them under names that tell neither body nor period; settings and a baseline. */
function samples(): string {
  const folder = folderWith({ 'dondoc.yaml': 'plan: 415/KH-UBND\n' });
  cpSync(join(ROOT, 'examples/reports'), join(folder, 'reports'), { recursive: true });
  for (const year of ['2024', '2025'])
    for (const [i, name] of readdirSync(join(folder, 'reports', year))
      .sort()
      .entries())
      if (i % 2 === 0)
        renameSync(join(folder, 'reports', year, name), join(folder, 'reports', `${year}-${i}${extname(name)}`));
  return folder;
}

/** Another plan, with a report a quarter of each body. */
function quarterly(): string {
  const folder = folderWith({});
  cpSync(join(ROOT, 'test/plans/quarterly'), folder, { recursive: true });
  return folder;
}

/** A folder where nobody has to do with anybody else, so that each share has bodies. */
function example(): string {
  const folder = folderWith(EXAMPLE);
  put(folder, {
    'dondoc.yaml': 'plan: 12/KH-UBND\nrules: { DD214: warning }\n',
    'reports/lạ.yaml': changed(EXAMPLE, 'reports/huyen-ha.yaml', 'owner: huyen-ha', 'owner: Huyện Thương')[
      'reports/huyen-ha.yaml'
    ] as string,
    'reports/2024/huyen-ha.yaml': 'plan: 12/KH-UBND\n owner: x\n',
    'reports/2024/so-tai-chinh.json': '{ "owner": "so-tai-chinh", "period": 2024, "reported": "2024-12-31" }',
    'reports/trống.yaml': '',
  });
  return folder;
}

/** Checks each share of a folder, and gives the files that they were kept in, in no good order. */
async function divided(folder: string, of: number, words: string): Promise<string> {
  const names = [];
  for (let number = 1; number <= of; number++) {
    const name = `part-${of}-${number}.json`;
    const { code, stderr } = await dondoc(folder, `check reports ${words} --shard ${number}/${of} --snapshot ${name}`);
    expect([code < 2, stderr]).toEqual([true, stderr]);
    names.unshift(name);
  }
  return names.join(' ');
}

describe.each([
  ['the samples', samples, '--as-of 2026-01-15', [1, 2, 3, 4, 5, 60]],
  ['the samples, earlier, all periods', samples, '--as-of 2025-11-30 --period all', [3]],
  ['the quarterly plan', quarterly, '--as-of 2023-11-02', [1, 2, 3, 4, 5, 20]],
  ['the quarterly plan within a quarter', quarterly, '--as-of 2023-09-05', [3]],
  ['a plan of single bodies', example, '--as-of 2025-01-15', [1, 2, 3, 4, 5, 9]],
])('shares of %s', (_name, made, words, counts) => {
  const folder = made();
  const day = /--as-of (\S+)/.exec(words)?.[1] ?? '';

  test.each(counts)('%i of them give what one run gives', async (of) => {
    const files = await divided(folder, of, words);
    for (const verb of ['check', 'summary']) {
      const whole = await dondoc(folder, `${verb} reports ${words}`);
      const joined = await dondoc(folder, `${verb} --from ${files}`);
      expect(joined).toEqual({ ...whole, stderr: joined.stderr });
      expect(whole.stdout.length).toBeGreaterThan(300);
    }
  });

  test('give every form of the result', async () => {
    const files = await divided(folder, 3, words);
    for (const verb of ['check', 'summary'] as const)
      for (const format of FORMATS[verb]) {
        const whole = await dondoc(folder, `${verb} reports ${words} --format ${format}`);
        expect((await dondoc(folder, `${verb} --format ${format} --from ${files}`)).stdout).toBe(whole.stdout);
      }
  });

  test.each([
    'summary --by period --compare-to 2023-08-01 --until 2026-12-31',
    'summary --by support --class unreported --sort rows',
    'summary --period all --by period --format json',
    'summary --lang en --owner so-tai-chinh --owner so-cong-thuong',
    'check --lang en --owner so-tai-chinh --owner so-cong-thuong',
    'check --rule task-unreported --limit 2',
    'check --quiet --fail-on never',
  ])('answer %s', async (question) => {
    const [verb = '', ...options] = question.split(' ');
    const files = await divided(folder, 2, words);
    const period = question.includes('--period') ? `--as-of ${day}` : words;
    const whole = await dondoc(folder, [verb, 'reports', ...period.split(' '), ...options]);
    const joined = await dondoc(folder, [verb, ...options, '--from', ...files.split(' ')]);
    expect([joined.code, joined.stdout]).toEqual([whole.code, whole.stdout]);
  });
});

describe('a share', () => {
  const folder = example();

  test('is a file of its published schema, whose last line proves the others', async () => {
    const files = await divided(folder, 3, '--as-of 2025-01-15');
    const ajv = new Ajv2020({ strictTypes: false, formats: { date: isDay } });
    const validate = ajv.compile(
      JSON.parse(readFileSync(join(ROOT, 'schemas/share.schema.json'), 'utf8')) as Record<string, unknown>,
    );
    for (const file of files.split(' ')) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
      const end = text.lastIndexOf('"sha256"');
      expect(text.slice(end)).toBe(`"sha256":"${createHash('sha256').update(text.slice(0, end)).digest('hex')}"}\n`);
    }
  });

  test('ends with the code of its own findings, and says which it is', async () => {
    const codes = [];
    for (const number of [1, 2, 3, 4]) {
      const { code, stderr } = await dondoc(folder, `check reports --shard ${number}/4 --as-of 2025-01-15 --lang en`);
      codes.push(code);
      expect(stderr).toMatch(new RegExp(`^share ${number} of 4: \\d of the 8 files of the folder\n$`));
    }
    expect(new Set(codes)).toEqual(new Set([0, 1]));
  });

  test('without bodies does not say that they have all reported', async () => {
    const { stdout } = await dondoc(ROOT, 'check examples/reports --as-of 2026-01-15 --shard 3/3 --quiet');
    expect(stdout.split('\n')).toEqual([
      expect.stringContaining('1 tệp, 0 báo cáo'),
      expect.stringMatching(/^Kế hoạch/),
      '',
    ]);
  });

  test('holds nothing that is kept of people', async () => {
    const contact = 'contact: { name: Nguyễn Văn A, phone: "0912345678" }\nsigner: { name: Trần Thị B }\nentries:';
    const own = folderWith(changed(EXAMPLE, 'reports/huyen-ha.yaml', 'entries:', contact));
    await dondoc(own, 'check reports --plan 12/KH-UBND --snapshot all.json --as-of 2025-01-15');
    expect(readFileSync(join(own, 'all.json'), 'utf8')).not.toMatch(/0912|Nguyễn|Trần/);
  });

  test('chooses the plan that the reports name where none is named, as one run does', async () => {
    const own = folderWith(EXAMPLE);
    const names = [];
    for (const number of [1, 2]) {
      await dondoc(own, `check reports --shard ${number}/2 --snapshot ${number}.json --as-of 2025-01-15`);
      names.push(`${number}.json`);
    }
    const whole = await dondoc(own, 'check reports --as-of 2025-01-15');
    expect(await dondoc(own, `check --from ${names.join(' ')}`)).toEqual(whole);
  });

  test.each([
    ['in parts', { DONDOC_PART: '1', DONDOC_THREADS: '1' }],
    ['in parts, by three threads', { DONDOC_PART: '1', DONDOC_THREADS: '3' }],
    ['without the quick reader', { DONDOC_PLAIN: 'off' }],
  ])('is the same to the byte %s', (_how, env) => {
    const [node = '', ...script] = COMMAND;
    const kept = (name: string, more: Readonly<Record<string, string>>): string => {
      const argv = ['check', 'reports', '--as-of', '2025-01-15', '--shard', '1/2', '--snapshot', name];
      spawnSync(node, [...script, ...argv], { cwd: folder, env: { PATH: process.env['PATH'], ...more } });
      return readFileSync(join(folder, name), 'utf8');
    };
    expect(kept('other.json', env)).toBe(kept('plain.json', {}));
  });

  test('takes JUnit of its own rows', async () => {
    const { stdout } = await dondoc(folder, 'check reports --shard 2/4 --as-of 2025-01-15 --format junit');
    expect(stdout).toContain('<testsuites name="dondoc"');
  });

  test('knows a baseline, of which the joined check alone can say what is mended', async () => {
    const own = example();
    await dondoc(own, 'baseline reports --as-of 2025-01-15 --reason thử --by tôi --until 2025-12-31');
    put(own, { 'reports/trống.yaml': readFileSync(join(own, 'reports/huyen-thuong.yaml'), 'utf8') });
    const files = await divided(own, 3, '--as-of 2025-01-15');
    for (const format of ['text', 'json', 'markdown']) {
      const whole = await dondoc(own, `check reports --as-of 2025-01-15 --format ${format}`);
      expect(await dondoc(own, `check --format ${format} --from ${files}`)).toEqual(whole);
      expect(whole.stderr).toContain('trống.yaml');
    }
    for (const number of [1, 2, 3])
      expect((await dondoc(own, `check reports --as-of 2025-01-15 --shard ${number}/3`)).stderr).not.toContain('trống');
  });
});

describe('what cannot be joined is refused in both languages, with what to do', () => {
  const folder = example();
  const made = divided(folder, 2, '--as-of 2025-01-15');
  const [one, two] = ['part-2-1.json', 'part-2-2.json'];

  /** A share with something of its text changed, and its last line right again. */
  function forged(name: string, from: string | RegExp, to: string): string {
    const text = readFileSync(join(folder, two), 'utf8').split('"sha256"')[0] ?? '';
    const other = text.replace(from, to);
    expect(other).not.toBe(text);
    writeFileSync(join(folder, name), `${other}"sha256":"${createHash('sha256').update(other).digest('hex')}"}\n`);
    return name;
  }
  const check = (words: string): Promise<unknown> => dondoc(folder, `check reports --as-of 2025-01-15 ${words}`);

  test.each<[what: string, make: () => unknown, words: string, vi: RegExp, en: RegExp]>([
    ['a share missing', () => 0, two, /thiếu phần 1\/2; tạo bằng/, /share 1\/2 is missing; make it with dondoc check/],
    [
      'a share twice',
      () => cpSync(join(folder, one), join(folder, 'again.json')),
      `${one} ${two} again.json`,
      /cùng là phần 1\/2; bỏ một/,
      /are both share 1\/2; leave one/,
    ],
    ['a file twice', () => 0, `${one} ${two} ${one}`, /tệp được ghi hai lần/, /the file is given twice/],
    [
      'shares of two divisions',
      () => check('--shard 2/3 --snapshot of-3.json'),
      `${one} of-3.json`,
      /phần 1\/2; .*phần 2\/3; các phần phải cùng/,
      /share 1\/2; .*share 2\/3; shares have to be of one division/,
    ],
    [
      'two days',
      () => dondoc(folder, 'check reports --as-of 2025-01-16 --shard 2/2 --snapshot day.json'),
      `${one} day.json`,
      /2025-01-15.*2025-01-16.*cùng một --as-of/,
      /as of 2025-01-15; .*2025-01-16; run every share again with one --as-of/,
    ],
    [
      'two choices of periods',
      () => check('--period 2024 --shard 2/2 --snapshot period.json'),
      `${one} period.json`,
      /không có --period; .*--period 2024;/,
      /no --period; .*--period 2024; run every share again with one --period/,
    ],
    [
      'two settings',
      async () => {
        put(folder, { 'dondoc.yaml': 'plan: 12/KH-UBND\n' });
        await check('--shard 2/2 --snapshot rules.json');
        put(folder, { 'dondoc.yaml': 'plan: 12/KH-UBND\nrules: { DD214: warning }\n' });
      },
      `${one} rules.json`,
      /hai cấu hình khác nhau/,
      /different settings/,
    ],
    [
      'two plans',
      () => forged('plan.json', /"fingerprint":"\w{4}/, '"fingerprint":"0000'),
      `${one} plan.json`,
      /kế hoạch 12\/KH-UBND phiên bản .*theo cùng một kế hoạch/,
      /plan 12\/KH-UBND, version .*run every share again on one plan/,
    ],
    [
      'two folders',
      () => dondoc(folder, `check reports reports/2024 --as-of 2025-01-15 --shard 2/2 --snapshot given.json`),
      `${one} given.json`,
      /reports, reports\/2024; chạy lại/,
      /reports, reports\/2024; run every share again on one folder/,
    ],
    [
      'two states of the folder',
      async () => {
        put(folder, { 'reports/muộn.yaml': 'owner: huyen-ha\n' });
        await check('--shard 2/2 --snapshot state.json');
        renameSync(join(folder, 'reports/muộn.yaml'), join(folder, 'muộn.yaml'));
      },
      `${one} state.json`,
      /hai trạng thái khác nhau của thư mục/,
      /saw the folder in two states/,
    ],
    [
      'another version of dondoc',
      () => forged('tool.json', /"tool":"dondoc [^"]+/, '"tool":"dondoc 9.9.9'),
      `${one} tool.json`,
      /do dondoc 9\.9\.9 tạo ra/,
      /was made by dondoc 9\.9\.9, and this is dondoc/,
    ],
    [
      'a cut file',
      () => writeFileSync(join(folder, 'cut.json'), readFileSync(join(folder, two)).subarray(0, 900)),
      `${one} cut.json`,
      /cut\.json: tệp bị hỏng hoặc đã bị sửa; tạo lại/,
      /cut\.json is damaged or was edited; make it again/,
    ],
    [
      'a file of which a letter is another',
      () => writeFileSync(join(folder, 'bit.json'), readFileSync(join(folder, two), 'utf8').replace('huyen', 'huyem')),
      `${one} bit.json`,
      /bị hỏng hoặc đã bị sửa/,
      /damaged or was edited/,
    ],
    [
      'data that no report can have',
      () => forged('data.json', /"data":\{"plan":"[^"]+"/, '"data":{"plan":[7]'),
      `${one} data.json`,
      /bị hỏng hoặc đã bị sửa/,
      /damaged or was edited/,
    ],
    [
      'a share that cannot be',
      () => forged('five.json', /"number":2,"of":2/, '"number":5,"of":2'),
      `${one} five.json`,
      /bị hỏng hoặc đã bị sửa/,
      /damaged or was edited/,
    ],
    [
      'lists in lists in lists',
      () =>
        forged('deep.json', /"data":\{"plan":"[^"]+"/, `"data":{"plan":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      `${one} deep.json`,
      /bị hỏng hoặc đã bị sửa/,
      /damaged or was edited/,
    ],
    [
      'a report of another share',
      () => forged('index.json', /"index":\d+/, '"index":900'),
      `${one} index.json`,
      /bị hỏng hoặc đã bị sửa/,
      /damaged or was edited/,
    ],
    [
      'a finding without what its sentence says',
      () => forged('said.json', /"data":\{(?!"plan")[^{}]+\}/, '"data":{}'),
      `${one} said.json`,
      /bị hỏng hoặc đã bị sửa/,
      /damaged or was edited/,
    ],
    [
      'a snapshot of the ledger',
      () => dondoc(folder, 'summary reports --as-of 2025-01-15 --snapshot ledger.json'),
      'ledger.json',
      /ảnh chụp của dondoc summary --snapshot/,
      /is a snapshot of dondoc summary --snapshot, for --compare-to/,
    ],
    ['some other file', () => 0, 'dondoc.yaml', /không phải tệp do dondoc check/, /was not made by dondoc check/],
    ['no file', () => 0, 'none.json', /không có tệp “none\.json”/, /no file “none\.json”/],
    ['a folder beside', () => 0, `${one} ${two} --as-of 2025-01-15 -- reports`, /bỏ “reports”/, /leave out “reports”/],
    ['another day', () => 0, `${one} ${two} --as-of 2025-02-01`, /bỏ --as-of/, /leave --as-of out/],
    ['other settings here', () => 0, `${one} ${two} --filed-by git`, /khác với ở đây/, /other settings than here/],
    ['another plan here', () => 0, `${one} ${two} --plan 415/KH-UBND`, /còn ở đây là kế hoạch 415/, /here is plan 415/],
    ['other periods', () => 0, `${one} ${two} --period 2024`, /bỏ --period/, /leave --period out/],
    ['a share of shares', () => 0, `${one} ${two} --shard 1/2`, /không dùng cùng nhau/, /exclude each other/],
  ])('%s', async (_what, make, words, vi, en) => {
    await made;
    await make();
    for (const [lang, message] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const { code, stdout, stderr } = await dondoc(folder, `check --lang ${lang} --from ${words}`);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
  });

  test('no file after --from', async () => {
    expect(await dondoc(folder, 'summary --from')).toMatchObject({ code: 2, stdout: '' });
  });

  test.each<[words: string, vi: RegExp]>([
    ['check reports --shard 0/4', /--shard nhận i\/n/],
    ['check reports --shard 5/4', /--shard nhận i\/n/],
    ['check reports --shard 2', /ví dụ 2\/4, không phải “2”/],
    ['check reports/huyen-ha.yaml --shard 1/2', /cần cả thư mục/],
    ['check reports --shard 1/2 --changed', /không dùng cùng nhau/],
    ['check reports --snapshot a.json -o a.json --format json', /trùng tên với -o/],
    ['check reports --snapshot reports/huyen-ha.yaml', /tệp đầu vào/],
  ])('%s', async (words, vi) => {
    const { code, stderr } = await dondoc(folder, `${words} --as-of 2025-01-15 --lang vi`);
    expect([code, stderr.match(vi)?.[0] ?? stderr]).toEqual([2, stderr.match(vi)?.[0]]);
    expect(existsSync(join(folder, 'a.json'))).toBe(false);
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type CheckQuestion, InputError, check, loadPlan, summarise } from '../src/api.ts';
import { EXAMPLE, ROOT, changed, dondoc, folderWith, outputOf, without } from './helpers.ts';

describe('the package', () => {
  const below = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'));

  test('holds what is needed and nothing else', () => {
    const { stdout } = spawnSync('npm pack --dry-run --json --ignore-scripts --offline', {
      cwd: ROOT,
      shell: true,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const packed = files.map(({ path }) => path);
    const built = below('dist');
    expect(built).toEqual(
      expect.arrayContaining(['api.d.ts', 'api.js', 'outputs.d.ts', 'pieces'].map((name) => `dist/${name}`)),
    );
    const words = ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.vi.md', 'package.json'];
    const needed = [
      ...words,
      ...['dondoc.cjs', 'load.cjs', 'pieces.cjs', 'worker.cjs'].map((name) => `bin/${name}`),
      ...built,
      ...below('plan'),
      ...below('schemas'),
    ];
    expect({
      unexpected: packed.filter((path) => !needed.includes(path)),
      missing: needed.filter((path) => !packed.includes(path)),
    }).toEqual({ unexpected: [], missing: [] });
  });

  test.each([undefined, '', '{', ' '.repeat(20_000)])(
    'says in both languages what to do where it is damaged',
    (pieces) => {
      const folder = folderWith(pieces === undefined ? {} : { 'dist/pieces': pieces });
      cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/dondoc.cjs'), 'check'], {
        encoding: 'utf8',
      });
      const [vi = '', en = '', why = ''] = stderr.split('\n');
      expect([status, stdout]).toEqual([3, '']);
      expect(vi).toBe('dondoc: không nạp được chương trình; nếu vẫn lặp lại, hãy cài lại dondoc');
      expect(en).toBe('dondoc: the program cannot be loaded; if this happens again, install dondoc anew');
      expect(why).toContain(join(folder, 'dist/pieces'));
    },
  );

  test('enters where its exports say', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: object };
    expect(exports).toEqual({
      '.': { types: './dist/api.d.ts', default: './dist/api.js' },
      './schemas/*': './schemas/*',
      './plan/*': './plan/*',
      './package.json': './package.json',
    });
  });
});

describe('the API', () => {
  const files = changed(
    without(EXAMPLE, 'reports/huyen-ha.yaml'),
    'reports/so-tai-chinh.yaml',
    'progress: 60',
    'progres: 60',
  );
  const folder = folderWith(files);
  const at = (path: string): string => join(folder, path);
  const plan = loadPlan(at('plan/12-KH-UBND'), '2025-01-15');
  const question: CheckQuestion = { plan, reports: [at('reports')], asOf: '2025-01-15' };
  /** What the command prints; paths are given in full, as to the API. */
  const printed = async (verb: 'check' | 'summary', words = ''): Promise<string> => {
    const { stdout } = await dondoc(folder, `${verb} reports --as-of 2025-01-15 --format json${words}`);
    return stdout.replaceAll('"file": "', `"file": "${folder}/`);
  };

  test('says what it is of a plan', () => {
    expect(plan).toMatchObject({ number: '12/KH-UBND', language: 'vi' });
    const byUrl = loadPlan(pathToFileURL(at('plan/12-KH-UBND/')));
    expect(byUrl).toEqual(loadPlan(at('plan/12-KH-UBND')));
    expect(check({ ...question, plan: byUrl })).toEqual(check(question));
  });

  test('is of the day asked for, else of the last version', () => {
    const real = join(ROOT, 'plan/415-KH-UBND');
    const [first, then, last] = [loadPlan(real, '2021-01-01'), loadPlan(real, '2025-02-01'), loadPlan(real)];
    expect(new Set([first, then, last].map(({ version }) => version)).size).toBe(3);
    expect(loadPlan(real, '2030-01-01')).toEqual(last);
    const reports = [join(ROOT, 'examples/reports')];
    const asked = [first, last].map((each) => check({ plan: each, reports, asOf: '2026-01-15' }));
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]?.version).toBe(last.version);
  });

  test('checks as the command does', async () => {
    const data = check(question);
    expect(data).toEqual(JSON.parse(await printed('check')));
    expect(data.findings.map(({ name }) => name)).toEqual(expect.arrayContaining(['report-missing', 'unknown-field']));
    expect(check({ ...question, lang: 'en' })).toEqual(JSON.parse(await printed('check', ' --lang en')));
    expect(check({ ...question, periods: ['2024'] })).toEqual(JSON.parse(await printed('check', ' --period 2024')));
    outputOf('findings', JSON.stringify(data));
  });

  test('judges single files as the command does', async () => {
    const reports = [at('reports/so-tai-chinh.yaml')];
    const { stdout } = await dondoc(folder, ['check', ...reports, '--as-of', '2025-01-15', '--format', 'json']);
    const { findings } = check({ ...question, reports });
    expect(findings.map(({ code, line }) => [code, line])).toEqual(
      outputOf('findings', stdout).findings.map(({ code, line }) => [code, line]),
    );
    expect(findings.length).toBeGreaterThan(0);
  });

  test('sums up as the command does', async () => {
    const data = summarise({ ...question, until: '2025-06-30' });
    const rows = (text: string): unknown => {
      const { rows, ...rest } = JSON.parse(text) as { rows: { place: object }[] };
      return { ...rest, rows: rows.map(({ place: _, ...row }) => row) };
    };
    expect(rows(JSON.stringify(data))).toEqual(rows(await printed('summary', ' --until 2025-06-30')));
    expect(summarise(question).upcoming).toBeNull();
    outputOf('summary', JSON.stringify(data));
  });

  test('takes the register beside single files, and does not judge it', () => {
    const withRegister = folderWith({ ...EXAMPLE, 'reports/register.yaml': 'plan: 12/KH-UBND\nunknown: 1\n' });
    const path = (name: string): string => join(withRegister, 'reports', name);
    const found = (reports: string[]): string[] => check({ ...question, reports }).findings.map(({ file }) => file);
    expect(found([path('so-tai-chinh.yaml')])).not.toContain(path('register.yaml'));
    expect(found([path('')])).toContain(path('register.yaml'));
  });

  test.each<[what: string, wrong: () => unknown, says: RegExp]>([
    ['a path', () => check({ ...question, reports: [at('nowhere')] }), /no file or folder/],
    ['a report', () => check({ ...question, reports: [at('plan/12-KH-UBND/source.txt'), at('empty')] }), /no file/],
    ['a day', () => check({ ...question, asOf: '2025-02-30' }), /no real day/],
    ['a day to look ahead to', () => summarise({ ...question, until: 'soon' }), /no real day/],
    ['a period', () => check({ ...question, periods: ['2019'] }), /no reporting period/],
    ['a plan', () => check({ ...question, plan: { ...plan } }), /loadPlan/],
  ])('refuses %s that is none', (_, wrong, says) => {
    expect(wrong).toThrow(InputError);
    expect(wrong).toThrow(says);
  });

  test('refuses a plan with errors, and says which', () => {
    const broken = folderWith(changed(EXAMPLE, 'plan/12-KH-UBND/tasks.yaml', /lead: .*/, 'lead: [nobody]'));
    try {
      loadPlan(join(broken, 'plan/12-KH-UBND'));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).findings.map(({ name }) => name)).toContain('undeclared-owner');
    }
  });
});

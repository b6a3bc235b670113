import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { VERSION } from '../src/version.ts';
import { begin, commit, git } from './git-repository.ts';
import { ROOT, dondoc, filesIn, folderWith, put } from './helpers.ts';

const TODAY = '2026-01-15';
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

/** A folder in which `dondoc init kho` ran. */
async function made(words = ''): Promise<string> {
  const folder = folderWith({});
  const { code, stderr } = await dondoc(folder, `init kho --plan 415/KH-UBND --format yaml ${words}`, TODAY);
  expect([code, stderr]).toEqual([0, '']);
  return folder;
}

describe('init', () => {
  test('makes settings, plan, templates, register, CI, hooks, schemas and a README', async () => {
    const folder = await made();
    const names = Object.keys(filesIn(folder)).map((name) => name.replace(/^kho\//, ''));
    const few = names.filter((name) => !/^(?:plan\/415-KH-UBND|mau\/2026)\//.test(name));
    expect(few.sort()).toEqual([
      '.gitattributes',
      '.github/workflows/dondoc.yml',
      '.gitignore',
      '.pre-commit-config.yaml',
      '.vscode/settings.json',
      'README.md',
      'bao-cao/2026/.gitkeep',
      'bao-cao/register.yaml',
      'dondoc.yaml',
      'schemas/amendment.schema.json',
      'schemas/config.schema.json',
      'schemas/holidays.schema.json',
      'schemas/owners.schema.json',
      'schemas/papers.schema.json',
      'schemas/plan.schema.json',
      'schemas/references.schema.json',
      'schemas/register.schema.json',
      'schemas/report.schema.json',
      'schemas/tasks.schema.json',
      'schemas/versions.schema.json',
    ]);
    expect(names.filter((name) => name.startsWith('mau/2026/'))).toHaveLength(18);
    expect(read(folder, 'kho/bao-cao/register.yaml')).toContain('period: "2026"');
    expect(read(folder, 'kho/plan/415-KH-UBND/source.txt')).toBe(read(ROOT, 'plan/415-KH-UBND/source.txt'));
    const { stdout } = await dondoc(join(folder, 'kho'), 'config', TODAY);
    expect(stdout).toMatch(/^plan +415\/KH-UBND \(plan\/415-KH-UBND\) +dondoc\.yaml:3$/m);
  });

  test.each(['', '--pinned'])('%s its files, and templates made in it, name schemas that it has', async (words) => {
    const kho = join(await made(words), 'kho');
    for (const more of [
      'template --period 2026',
      'template --register -o khac',
      'template so-y-te --period 2026 -o khac',
    ])
      expect((await dondoc(kho, more, TODAY)).code).toBe(0);
    const pointers = Object.entries(filesIn(kho)).flatMap(([name, text]) => {
      const [, schema] = /^# yaml-language-server: \$schema=(.*)$/m.exec(text) ?? [];
      return schema === undefined ? [] : [join(dirname(join(kho, name)), schema)];
    });
    expect(pointers.length).toBeGreaterThan(30);
    expect(pointers.filter((path) => !existsSync(path) || !path.startsWith(join(kho, 'schemas/')))).toEqual([]);
  });

  test.each([
    ['vi', 'mau', 'bao-cao'],
    ['en', 'templates', 'reports'],
  ])('every command in its README runs: %s', async (lang, templates, reports) => {
    const kho = join(await made(`--lang ${lang}`), 'kho');
    put(kho, { [`${reports}/2026/so-y-te.yaml`]: read(kho, templates, '2026/so-y-te.yaml') });
    const commands = [...read(kho, 'README.md').matchAll(/`npx dondoc@(\S+) ([^`]+)`/g)];
    expect(commands).toHaveLength(6);
    for (const [, version, line = ''] of commands) {
      const words = line
        .replace(/TỆP|FILE/, 'so-y-te.yaml')
        .replace(/KỲ|\bP\b/g, '2027')
        .replace('YYYY-MM-DD', TODAY);
      const argv = [...words.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
      expect([version, line, (await dondoc(kho, argv, TODAY)).stderr]).toEqual([
        VERSION,
        line,
        expect.not.stringMatching(/^dondoc: /m),
      ]);
    }
  });

  test('writes over nothing, and names what it left alone', async () => {
    const folder = await made();
    put(folder, { 'kho/README.md': 'của chúng tôi\n' });
    const before = filesIn(folder);
    const { code, stdout } = await dondoc(folder, 'init kho --plan 415/KH-UBND --format yaml', TODAY);
    expect(code).toBe(0);
    expect(filesIn(folder)).toEqual(before);
    const left = stdout.split('\n').filter((line) => line.startsWith('đã có, giữ nguyên: '));
    expect(left).toHaveLength(Object.keys(before).length);
    expect(stdout).not.toContain('đã tạo');
  });

  test('pinned it names the plan, and for GitLab makes a pipeline', async () => {
    const folder = await made('--pinned --ci gitlab --lang en --period 2025');
    const names = Object.keys(filesIn(folder));
    expect(names.some((name) => name.startsWith('kho/plan/'))).toBe(false);
    expect(names).toContain('kho/.gitlab-ci.yml');
    expect(names).not.toContain('kho/.github/workflows/dondoc.yml');
    expect(names).toContain('kho/templates/2025/so-y-te.yaml');
    expect(parse(read(folder, 'kho/dondoc.yaml'))).toEqual({
      plan: '415/KH-UBND',
      reports: 'reports',
      lang: 'en',
      'fail-on': 'error',
      cache: true,
    });
    const { check } = parse(read(folder, 'kho/.gitlab-ci.yml')) as {
      check: { script: string[]; artifacts: { paths: string[] } };
    };
    expect(check.script[0]).toContain(`dondoc@${VERSION} check --changed`);
    // What is new, fixed and standing is linked from the merge request.
    for (const path of check.artifacts.paths) expect(check.script[0]).toContain(` --format markdown -o ${path}`);
  });

  test('its last lines say what comes next, no line wider than a terminal', async () => {
    for (const lang of ['vi', 'en']) {
      const { stdout } = await dondoc(
        folderWith({}),
        `init kho --plan 415/KH-UBND --format yaml --lang ${lang}`,
        TODAY,
      );
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(stdout).toMatch(/: cd kho && git init -b main && git add -A && git commit\n.*README\.md\.\n$/);
    }
  });
});

/** Runs the steps of a job as a runner would: each by bash, in the checkout; `npx dondoc@…` is this build on that day. */
function runSteps(folder: string, steps: readonly string[], env: Readonly<Record<string, string>>): string {
  expect(steps.length).toBeGreaterThan(0);
  const tools = folderWith({
    npx: `#!/bin/bash\n[ "$1 $2" = "--yes dondoc@${VERSION}" ] || exit 9\nexec node ${ROOT}bin/dondoc.cjs "\${@:3}" --as-of ${TODAY}\n`,
  });
  chmodSync(join(tools, 'npx'), 0o755);
  let said = '';
  for (const step of steps) {
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', step], {
      cwd: folder,
      env: { PATH: `${tools}:${process.env['PATH'] ?? ''}`, ...env },
      encoding: 'utf8',
    });
    said += `${ran.stdout}exit ${String(ran.status)}\n`;
    if (ran.status !== 0) break;
  }
  return said;
}

const REPORT = 'bao-cao/2025/so-khoa-hoc-cong-nghe.yaml';
const good = read(ROOT, 'examples/reports/2025/so-khoa-hoc-cong-nghe.yaml');
const bad = good.replace(/^reported: .*$/m, 'reported: 2025-13-45');

/** A repository that `dondoc init kho` made, with all of it on main of an origin; and how a branch with a report comes about. */
async function pushed(words: string): Promise<{ kho: string; branch: (name: string, report: string) => void }> {
  const kho = join(await made(`--period 2025 ${words}`), 'kho');
  begin(kho);
  git(kho, 'clone', '--quiet', '--bare', '.', '../origin.git');
  git(kho, 'remote', 'add', 'origin', '../origin.git');
  git(kho, 'fetch', '--quiet', 'origin');
  const branch = (name: string, report: string): void => {
    git(kho, 'checkout', '--quiet', '-b', name, 'main');
    put(kho, { [REPORT]: report });
    commit(kho);
  };
  return { kho, branch };
}

test('on GitHub a good report passes, a bad one fails on its line, and main shows the state of the plan', async () => {
  const { kho, branch } = await pushed('');
  const summary = join(kho, '..', 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary };
  const { jobs } = parse(read(kho, '.github/workflows/dondoc.yml')) as {
    jobs: Record<'check' | 'state', { steps: { run?: string }[] }>;
  };
  const run = (job: 'check' | 'state'): string =>
    runSteps(
      kho,
      jobs[job].steps.flatMap((step) => step.run ?? []),
      env,
    );
  branch('bad', bad);
  expect(run('check')).toMatch(
    /^::error file=bao-cao\/2025\/so-khoa-hoc-cong-nghe\.yaml,line=\d+,.*DD109[^]*exit 1\n$/m,
  );
  expect(read(summary)).toMatch(/^## Kết quả kiểm tra báo cáo: mới [1-9]\d* · đã sửa 0 · còn 0$/m);
  branch('good', good);
  expect(run('check')).toMatch(/exit 0\n$/);
  git(kho, 'checkout', '--quiet', 'main');
  git(kho, 'merge', '--quiet', 'good');
  expect(run('state')).toBe('exit 0\nexit 0\n');
  expect(read(summary)).toContain('## Tình hình thực hiện Kế hoạch số 415/KH-UBND');
  expect(read(kho, 'summary.html')).toContain('Sở KH&amp;CN');
});

test('on GitLab a bad report fails in the log of the job and in its files, and main has nothing to compare with', async () => {
  const { kho, branch } = await pushed('--ci gitlab');
  const env = { GITLAB_CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' };
  const { check, state } = parse(read(kho, '.gitlab-ci.yml')) as Record<'check' | 'state', { script: string[] }>;
  branch('bad', bad);
  expect(runSteps(kho, check.script, env)).toMatch(
    /^bao-cao\/2025\/so-khoa-hoc-cong-nghe\.yaml:\d+:[^]*DD109[^]*exit 1\n$/m,
  );
  expect(JSON.parse(read(kho, 'gl-code-quality-report.json'))).toContainEqual(
    expect.objectContaining({ check_name: 'bad-date' }),
  );
  expect(read(kho, 'dondoc.md')).toContain('mới ');
  git(kho, 'checkout', '--quiet', 'main');
  expect(runSteps(kho, state.script, env)).toBe('exit 0\nexit 0\n');
  expect(read(kho, 'gl-code-quality-report.json')).toBe('[]\n');
});

test('the action and the hook of this repository are whole', () => {
  const { runs, inputs } = parse(read(ROOT, 'action.yml')) as {
    runs: { steps: { run?: string; env?: Record<string, string> }[] };
    inputs: Record<string, { default: string }>;
  };
  expect(inputs['version']?.default).toBe(VERSION);
  const step = runs.steps.find(({ run }) => run !== undefined);
  expect(step?.run).not.toContain('${{');
  for (const name of Object.keys(step?.env ?? {})) expect(step?.run).toContain(name);
  const [hook] = parse(read(ROOT, '.pre-commit-hooks.yaml')) as { entry: string; language: string; files: string }[];
  expect([hook?.entry, hook?.language]).toEqual(['dondoc check', 'node']);
  const isChecked = (name: string): boolean => new RegExp(hook?.files ?? '').test(name);
  expect(['reports/2025/a.yaml', 'bao-cao/register.yaml', 'bao-cao/2025/a.xlsx'].filter(isChecked)).toHaveLength(3);
  const others = [
    'dondoc.yaml',
    'package.json',
    '.github/workflows/dondoc.yml',
    'plan/12/plan.yaml',
    'mau/2025/a.xlsx',
  ];
  expect(others.filter(isChecked)).toEqual([]);
});

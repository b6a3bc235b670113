import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
      '.gitignore',
      '.github/workflows/dondoc.yml',
      '.pre-commit-config.yaml',
      '.vscode/settings.json',
      'README.md',
      'bao-cao/register.yaml',
      'dondoc.yaml',
      'schemas/config.schema.json',
      'schemas/register.schema.json',
      'schemas/report.schema.json',
    ]);
    expect(names.filter((name) => name.startsWith('mau/2026/'))).toHaveLength(18);
    expect(read(folder, 'kho/plan/415-KH-UBND/source.txt')).toBe(read(ROOT, 'plan/415-KH-UBND/source.txt'));
    const { stdout } = await dondoc(join(folder, 'kho'), 'config', TODAY);
    expect(stdout).toMatch(/^plan +415\/KH-UBND \(plan\/415-KH-UBND\) +dondoc\.yaml:3$/m);
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
});

/** Runs the steps of a job as a runner would: each by bash, in the checkout; `npx dondoc@…` is this build on that day. */
function runJob(folder: string, workflow: string, job: string, env: Readonly<Record<string, string>>): string {
  const { jobs } = parse(read(folder, workflow)) as { jobs: Record<string, { steps: { run?: string }[] }> };
  const steps = jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];
  expect(steps.length).toBeGreaterThan(0);
  const tools = folderWith({
    npx: `#!/bin/bash\n[ "$1 $2" = "--yes dondoc@${VERSION}" ] || exit 9\nexec node ${ROOT}bin/dondoc.cjs "\${@:3}" --as-of ${TODAY}\n`,
  });
  chmodSync(join(tools, 'npx'), 0o755);
  let said = '';
  for (const step of steps) {
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', step], {
      cwd: folder,
      env: { PATH: `${tools}:${process.env['PATH'] ?? ''}`, GITHUB_ACTIONS: 'true', ...env },
      encoding: 'utf8',
    });
    said += `${ran.stdout}exit ${String(ran.status)}\n`;
    if (ran.status !== 0) break;
  }
  return said;
}

describe('on GitHub, by the workflow that init made', () => {
  const good = read(ROOT, 'examples/reports/2025/so-khoa-hoc-cong-nghe.yaml');
  const bad = good.replace(/^reported: .*$/m, 'reported: 2025-13-45');

  test('a good report passes, a bad one fails on its line, and main shows the state of the plan', async () => {
    const kho = join(await made('--period 2025'), 'kho');
    begin(kho);
    git(kho, 'clone', '--quiet', '--bare', '.', '../origin.git');
    git(kho, 'remote', 'add', 'origin', '../origin.git');
    git(kho, 'fetch', '--quiet', 'origin');
    const summary = join(kho, '..', 'summary.md');
    const env = { GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary };
    const pull = (branch: string, report: string): string => {
      git(kho, 'checkout', '--quiet', '-b', branch, 'main');
      put(kho, { 'bao-cao/2025/so-khoa-hoc-cong-nghe.yaml': report });
      commit(kho);
      return runJob(kho, '.github/workflows/dondoc.yml', 'check', env);
    };
    expect(pull('bad', bad)).toMatch(
      /^::error file=bao-cao\/2025\/so-khoa-hoc-cong-nghe\.yaml,line=\d+,.*DD109[^]*exit 1\n$/m,
    );
    expect(read(summary)).toMatch(/^## Kết quả kiểm tra báo cáo: mới [1-9]\d* · đã sửa 0 · còn 0$/m);
    expect(pull('good', good)).toMatch(/exit 0\n$/);
    git(kho, 'checkout', '--quiet', 'main');
    git(kho, 'merge', '--quiet', 'good');
    const state = runJob(kho, '.github/workflows/dondoc.yml', 'state', { ...env, GITHUB_REF: 'refs/heads/main' });
    expect(state).toBe('exit 0\nexit 0\n');
    expect(read(summary)).toContain('## Tình hình thực hiện Kế hoạch số 415/KH-UBND');
    expect(read(kho, 'summary.html')).toContain('Sở KH&amp;CN');
  });
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
  const [hook] = parse(read(ROOT, '.pre-commit-hooks.yaml')) as { entry: string; language: string }[];
  expect([hook?.entry, hook?.language]).toEqual(['dondoc check', 'node']);
});

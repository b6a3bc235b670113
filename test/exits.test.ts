import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/cli/formats.ts';
import { type InShell, inShell } from './built.ts';
import { EXAMPLE, ROOT, folderWith, without } from './helpers.ts';

/** A body has not reported: `check` finds something, and a letter is due. */
const FILES = without(EXAMPLE, 'reports/huyen-ha.yaml');
const AS_OF = '--as-of 2025-01-15';

/** What gives each list of forms; a new form is tested by itself, a new list asks for its words here. */
const GIVEN_BY: Readonly<Record<keyof typeof FORMATS, readonly string[]>> = {
  check: [`check ${AS_OF}`],
  summary: [`summary ${AS_OF}`],
  proposals: [`proposals ${AS_OF}`],
  draft: [`draft report ${AS_OF}`, `draft government-report ${AS_OF}`],
  plan: [`plan show ${AS_OF}`, `plan check ${AS_OF}`],
  explain: [`explain DD201 ${AS_OF}`],
  config: ['config'],
  history: [`plan history ${AS_OF}`, 'plan diff 2024-01-15 2025-01-15'],
};
const FORMED = Object.entries(GIVEN_BY).flatMap(([list, verbs]) =>
  verbs.flatMap((verb) => FORMATS[list as keyof typeof FORMATS].map((format) => `${verb} --format ${format}`)),
);

/** What says something in one form only. */
const OTHERS = [
  '',
  '--help',
  '--version',
  'summary --help',
  `explain II.1.b ${AS_OF}`,
  `explain so-tai-chinh ${AS_OF}`,
  'completion bash',
  `draft letter ${AS_OF}`,
  `draft letter ${AS_OF} -o letters`,
  'template --period 2024 -o forms',
  'init repository',
  'convert --to xlsx -o forms',
  `baseline ${AS_OF} --reason a --by b --until 2026-01-15`,
  `plan release ${AS_OF}`,
];

const FULL =
  'dondoc: chưa in được hết kết quả: đĩa đã đầy hoặc đã hết hạn mức; giải phóng chỗ trống rồi chạy lại, hoặc ghi ra chỗ khác\n';
/** What a pipe holds of which nobody reads. */
const PIPE = 65_536;

/** A pipe whose reader has gone before the first byte. */
const GONE = 'mkfifo pipe && exec 3<>pipe 4>pipe 3>&- && rm pipe && "$@" >&4';

const here = (script: string, words: string): Promise<InShell> => inShell(folderWith(FILES), script, words);

/** What the command gives a slow reader; whoever takes less than that is never told that all is well, and not twice. */
async function unlessCutShort(folder: string, words: string): Promise<InShell> {
  const whole = await inShell(folder, '"$@" | { sleep 0.5; cat; }; exit ${PIPESTATUS[0]}', words);
  expect([0, 1]).toContain(whole.status);
  expect(await here('"$@" > /dev/full', words)).toEqual({ status: 3, stdout: '', stderr: whole.stderr + FULL });
  expect(await here(GONE, words)).toEqual({ status: 3, stdout: '', stderr: whole.stderr });
  const head = await here('"$@" | head -c 1; exit ${PIPESTATUS[0]}', words);
  expect({ ...head, status: 0 }).toEqual({ status: 0, stdout: whole.stdout.slice(0, 1), stderr: whole.stderr });
  expect(whole.stdout.length > PIPE ? [3] : [3, whole.status]).toContain(head.status);
  return whole;
}

describe.skipIf(process.platform !== 'linux').concurrent('output that is cut short never looks like success', () => {
  test.each(FORMED)('dondoc %s; and a file gets every byte', async (words) => {
    const folder = folderWith(FILES);
    const whole = await unlessCutShort(folder, words);
    expect(await inShell(folder, '"$@"', `${words} -o result`)).toEqual({ ...whole, stdout: '' });
    expect(readFileSync(join(folder, 'result'), 'latin1')).toBe(whole.stdout);
  });

  test.each(OTHERS)('dondoc %s', async (words) => {
    await unlessCutShort(folderWith(FILES), words);
  });

  test.each(['text', 'json', 'xlsx'])('a disk that has room for a part of it: %s', async (format) => {
    const folder = folderWith(FILES);
    const { status, stderr } = await inShell(
      folder,
      'ulimit -f 1; "$@" > result',
      `summary ${AS_OF} --format ${format}`,
    );
    expect([status, stderr]).toEqual([3, 'dondoc: chưa in được hết kết quả: hệ thống báo lỗi EFBIG\n']);
    expect(statSync(join(folder, 'result')).size).toBe(1024);
  });

  test('what is said on the way cannot be written either', async () => {
    expect((await here('"$@" 2> /dev/full', 'chek')).status).toBe(3);
    expect((await here('"$@" 2> /dev/full', `draft letter ${AS_OF} -o letters`)).status).toBe(3);
    expect(await here('"$@" 2>&1 > /dev/full | head -c 1; exit ${PIPESTATUS[0]}', 'summary --lang en')).toMatchObject({
      status: 3,
      stdout: 'd',
    });
  });
});

/** More than a pipe holds. */
const LONG = `check ${AS_OF} --format sarif`;

test('a pipe that another program has told not to wait is waited for', async () => {
  const other = "process.stdout; require('fs').writeFileSync('ready', ''); setInterval(() => {}, 1000)";
  const script = `{ "$1" -e "${other}" & until [ -e ready ]; do sleep 0.01; done
    "$@"; status=$?; kill $!; exit $status; } | { sleep 1; cat; }; exit \${PIPESTATUS[0]}`;
  const plain = await here('"$@"', LONG);
  expect(plain.stdout.length).toBeGreaterThan(PIPE);
  expect(await here(script, LONG)).toEqual(plain);
});

test('a file may be a pipe, or the standard output by its name', async () => {
  const plain = await here('"$@"', LONG);
  expect(await here('"$@" -o /dev/stdout | cat; exit ${PIPESTATUS[0]}', LONG)).toEqual(plain);
  expect(await here('mkfifo pipe && { cat pipe & "$@" -o pipe; status=$?; wait; exit $status; }', LONG)).toEqual(plain);
});

test('a package without its build is an internal error, not a finding', async () => {
  const folder = folderWith({});
  for (const name of ['bin', 'package.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  expect(await inShell(folder, '"$1" bin/dondoc.cjs check', '')).toMatchObject({ status: 3, stdout: '' });
});

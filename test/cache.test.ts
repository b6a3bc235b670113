import { createHash } from 'node:crypto';
import { renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { started, statusOf } from './built.ts';
import { EXAMPLE, type Ran, changed, dondoc, filesIn, folderWith, put } from './helpers.ts';

const HA = 'reports/huyen-ha.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const CACHE = '.dondoc/cache.json';
const FAULTY = changed(EXAMPLE, TAI, 'progress: 60', 'progress: 160');

const check = (folder: string, words = '--cache', today?: string): Promise<Ran> =>
  dondoc(folder, `check reports ${words}`, today);
const cacheOf = (folder: string): string | undefined => filesIn(folder)[CACHE];

/** A folder with a result kept of files that nobody has touched for long, and that result. */
async function kept(): Promise<{ folder: string; first: Ran }> {
  const folder = folderWith(FAULTY);
  for (const name of Object.keys(FAULTY)) utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
  const first = await check(folder);
  expect(first.code).toBe(1);
  expect(cacheOf(folder)).toBeDefined();
  return { folder, first };
}

/** Puts a mark into what is kept, as if the run had printed it: what is printed from the cache has it. */
async function marked(): Promise<string> {
  const { folder } = await kept();
  const json = (cacheOf(folder) ?? '').split('\n')[1] ?? '';
  const cache = JSON.parse(json) as { runs: { printed: [string, string][] }[] };
  cache.runs[0]?.printed.push(['stdout', 'KEPT']);
  const text = JSON.stringify(cache);
  const sum = createHash('sha256').update(text).digest('hex').slice(0, 32);
  writeFileSync(join(folder, CACHE), `${sum}\n${text}`);
  expect((await check(folder)).stdout).toContain('KEPT');
  return folder;
}
const isKept = async (folder: string, words?: string, today?: string): Promise<boolean> =>
  (await check(folder, words, today)).stdout.includes('KEPT');

describe('what is kept', () => {
  test('is what a run prints, and is printed again', async () => {
    const { folder, first } = await kept();
    expect(await check(folder)).toEqual(first);
    expect(await check(folder, '--no-cache')).toEqual(first);
  });

  test('is kept only where it is asked for', async () => {
    const folder = folderWith(FAULTY);
    await check(folder, '');
    expect(cacheOf(folder)).toBeUndefined();
    put(folder, { 'dondoc.yaml': 'cache: true\n' });
    await check(folder, '--no-cache');
    expect(cacheOf(folder)).toBeUndefined();
    await check(folder, '');
    expect(cacheOf(folder)).toBeDefined();
  });

  test('is not what anything else would print', async () => {
    const folder = await marked();
    for (const words of ['--cache --lang en', '--cache --quiet', '--cache --format json', '--cache --as-of 2025-01-15'])
      expect(await isKept(folder, words), words).toBe(false);
    expect(await isKept(folder)).toBe(true);
    expect(await isKept(folder, '--cache', '2025-01-16')).toBe(false);
  });
});

describe('what is kept is not taken', () => {
  test.each<[string, (folder: string) => void]>([
    ['when a report changes', (folder) => put(folder, { [HA]: `${FAULTY[HA] ?? ''}# more\n` })],
    [
      'when a report changes and gets its old time and size back',
      (folder) => {
        const { atime, mtime } = statSync(join(folder, TAI));
        put(folder, { [TAI]: (FAULTY[TAI] ?? '').replace('progress: 160', 'progress: 161') });
        utimesSync(join(folder, TAI), atime, mtime);
      },
    ],
    [
      'when two reports are swapped',
      (folder) => {
        renameSync(join(folder, HA), join(folder, 'x'));
        renameSync(join(folder, TAI), join(folder, HA));
        renameSync(join(folder, 'x'), join(folder, TAI));
      },
    ],
    ['when a report is moved', (folder) => renameSync(join(folder, HA), join(folder, 'reports/ha.yaml'))],
    ['when a report comes', (folder) => put(folder, { 'reports/new.yaml': 'owner: x\n' })],
    ['when a file that is passed over comes', (folder) => put(folder, { 'reports/new.txt': 'x' })],
    [
      'when the plan changes',
      (folder) => put(folder, { 'plan/12-KH-UBND/holidays/2030.yaml': 'year: 2030\noff: []\n' }),
    ],
    ['when another plan comes', (folder) => put(folder, { 'plan/b/plan.yaml': 'number: 1/KH-UBND\n' })],
    ['when settings come', (folder) => put(folder, { 'dondoc.yaml': 'lang: en\n' })],
    ['when a baseline comes', (folder) => put(folder, { 'dondoc-baseline.yaml': 'reason: x\n' })],
    ['when it is damaged', (folder) => put(folder, { [CACHE]: (cacheOf(folder) ?? '').replace('KEPT', 'KEPd') })],
    ['when it is cut short', (folder) => put(folder, { [CACHE]: (cacheOf(folder) ?? '').slice(0, 200) })],
    ['when it is something else', (folder) => put(folder, { [CACHE]: 'null' })],
  ])('%s', async (_when, change) => {
    const folder = await marked();
    change(folder);
    const now = await check(folder);
    expect(now.stdout).not.toContain('KEPT');
    expect(now.stdout).toBe((await check(folder, '--no-cache')).stdout);
    const { stdout, code } = await check(folder);
    expect({ stdout, code }).toEqual({ stdout: now.stdout, code: now.code });
  });

  test('and that it was damaged is said', async () => {
    const folder = await marked();
    put(folder, { [CACHE]: '{' });
    expect((await check(folder, '--cache --lang en')).stderr).toBe(
      '.dondoc/cache.json: the cache is damaged; it was left aside and is made anew\n',
    );
    expect((await check(folder, '--cache --lang en')).stderr).toBe('');
  });
});

describe('a cache of another form, whose checksum fits', () => {
  type Spoilt = Record<string, unknown> & { runs: Record<string, unknown>[] };
  test.each<[what: string, spoil: (cache: Spoilt) => unknown]>([
    ['nothing', () => null],
    ['a list', () => []],
    ['no files', (cache) => ({ ...cache, files: null })],
    ['files that are none', (cache) => ({ ...cache, files: { [HA]: 5 } })],
    ['no parts', (cache) => ({ ...cache, parts: [] })],
    ...[null, 5, {}, [null], [{}]].map((runs): [string, (cache: Spoilt) => unknown] => [
      `runs: ${JSON.stringify(runs)}`,
      (cache) => ({ ...cache, runs }),
    ]),
    ...['roots', 'besides', 'folders', 'printed', 'code'].flatMap((field) =>
      [null, 5, {}, [5]].map((value): [string, (cache: Spoilt) => unknown] => [
        `${field}: ${JSON.stringify(value)}`,
        (cache) => ({ ...cache, runs: cache.runs.map((run) => ({ ...run, [field]: value })) }),
      ]),
    ),
  ])('%s', async (_, spoil) => {
    const { folder, first } = await kept();
    const json = (cacheOf(folder) ?? '').split('\n')[1] ?? '';
    const text = JSON.stringify(spoil(JSON.parse(json) as Spoilt));
    const sum = createHash('sha256').update(text).digest('hex').slice(0, 32);
    writeFileSync(join(folder, CACHE), `${sum}\n${text}`);
    const { code, stdout } = await check(folder);
    expect({ code, stdout }).toEqual({ code: first.code, stdout: first.stdout });
  });
});

describe('a cache', () => {
  test('is taken where only the times of files have changed', async () => {
    const folder = await marked();
    utimesSync(join(folder, HA), 1_710_000_000, 1_710_000_000);
    expect(await isKept(folder)).toBe(true);
  });

  test('that cannot be written costs nothing but time', async () => {
    const folder = folderWith({ ...FAULTY, '.dondoc': 'a file in its place' });
    const ran = await check(folder, '--cache --lang en');
    expect(ran.stderr).toMatch(/^the cache \.dondoc\/cache\.json could not be written/);
    expect({ ...ran, stderr: '' }).toEqual(await check(folder, '--no-cache --lang en'));
  });

  test('is whole whoever else writes it', async () => {
    const { folder, first } = await kept();
    const codes = await Promise.all(
      Array.from({ length: 6 }, (_, i) => statusOf(started(folder, `check reports --cache --as-of 2025-02-0${i + 1}`))),
    );
    expect(codes).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await check(folder)).toEqual(first);
  });
});

describe('what is kept of the parts of a large folder', () => {
  const before = process.env['DONDOC_PART'];
  beforeEach(() => (process.env['DONDOC_PART'] = '1'));
  afterEach(() => {
    if (before === undefined) delete process.env['DONDOC_PART'];
    else process.env['DONDOC_PART'] = before;
  });

  /** Only where the plan is known beforehand is a folder judged in parts. */
  const SURE = { ...FAULTY, 'dondoc.yaml': 'plan: 12/KH-UBND\n' };
  /** A folder with kept parts in which the faulty value is another than in the file, to be told from what is found anew. */
  async function markedParts(): Promise<string> {
    const folder = folderWith(SURE);
    await check(folder);
    const json = (cacheOf(folder) ?? '').split('\n')[1] ?? '';
    const cache = JSON.parse(json) as { parts: Record<string, string> };
    cache.parts = Object.fromEntries(
      Object.entries(cache.parts).map(([key, text]) => [key, text.replace('"160"', '"170"')]),
    );
    const text = JSON.stringify(cache);
    writeFileSync(join(folder, CACHE), `${createHash('sha256').update(text).digest('hex').slice(0, 32)}\n${text}`);
    return folder;
  }
  const more = (name: string): Record<string, string> => ({ [name]: `${String(FAULTY[name])}# more\n` });

  test('is taken where other parts changed, and is what is found anew', async () => {
    const folder = folderWith(SURE);
    await check(folder);
    put(folder, more(HA));
    expect(await check(folder)).toEqual(await check(folder, '--no-cache'));
    const marked = await markedParts();
    put(marked, more(HA));
    expect((await check(marked)).stdout).toContain('170');
    expect((await check(marked, '--no-cache')).stdout).not.toContain('170');
  });

  test.each<[what: string, files: Record<string, string>, words?: string]>([
    ['a file of the part changed', more(TAI)],
    ['the plan changed', { 'plan/12-KH-UBND/owners.yaml': `${String(FAULTY['plan/12-KH-UBND/owners.yaml'])}# more\n` }],
    ['the settings changed', { 'dondoc.yaml': 'plan: 12/KH-UBND\nrules: { DD203: "off" }\n' }],
    ['a register came', { 'reports/register.yaml': 'plan: 12/KH-UBND\nreceived: []\n' }],
    ['the day is another', more(HA), '--cache --as-of 2025-01-20'],
    ['the bodies are others', more(HA), '--cache --owner so-tai-chinh'],
  ])('is not taken where %s', async (_, files, words) => {
    const folder = await markedParts();
    put(folder, files);
    const { stdout } = await check(folder, words);
    expect(stdout).toContain('160');
    expect(stdout).not.toContain('170');
  });
});

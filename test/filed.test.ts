import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, git, gitAt, repositoryWith } from './git-repository.ts';
import { EXAMPLE, type Files, type Ran, dondoc, folderWith, outputOf, put, without } from './helpers.ts';

const HA = 'reports/huyen-ha.yaml';
const ENGLISH: Files = { ...EXAMPLE, 'dondoc.yaml': 'lang: en\n' };
/** A moment in the time zone of the example's plan, seven hours ahead of UTC. */
const noon = (day: string): string => `${day}T12:00:00+07:00`;

/** A repository into which all came on the day of the reports, 2024-12-20, but for one report that came later. */
function repository(at: string, files = ENGLISH, path = HA): string {
  const folder = repositoryWith(without(files, path));
  put(folder, { [path]: files[path] ?? '' });
  commit(folder, at);
  return folder;
}
const check = (folder: string, words = '--filed-by git'): Promise<Ran> =>
  dondoc(folder, `check --format json --rule DD227 ${words}`);
const said = ({ stdout }: Ran): string[] =>
  outputOf('findings', stdout).findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('--filed-by git', () => {
  test.each<[at: string, day: string | undefined]>([
    [noon('2024-12-20'), undefined],
    [noon('2024-12-23'), undefined],
    [noon('2024-12-24'), '2024-12-24'],
    [noon('2024-12-19'), '2024-12-19'],
    // In Viet Nam the next day has begun.
    ['2024-12-23T16:59:59Z', undefined],
    ['2024-12-23T17:00:00Z', '2024-12-24'],
  ])('a report dated 2024-12-20 that came at %s', async (at, day) => {
    const ran = await check(repository(at));
    expect([ran.code, ran.stderr, said(ran)]).toEqual([
      0,
      '',
      day === undefined
        ? []
        : [`${HA}:5: the report of UBND huyện Hạ for 2024 is dated 2024-12-20 but reached the repository on ${day}`],
    ]);
  });

  test('is asked for on the line or in the settings, and the line has the last word', async () => {
    const late = noon('2025-01-10');
    const plain = repository(late);
    const settings = repository(late, { ...ENGLISH, 'dondoc.yaml': 'lang: en\nfiled-by: git\n' });
    expect(said(await check(plain, ''))).toEqual([]);
    expect(said(await check(settings, ''))).toHaveLength(1);
    expect(said(await check(settings, '--filed-by report'))).toEqual([]);
    expect((await dondoc(settings, 'config')).stdout).toMatch(/^filed-by +git +dondoc\.yaml:2$/m);
  });

  test('of a folder in parts, and in shares', async () => {
    const folder = repository(noon('2025-01-10'), { ...ENGLISH, 'dondoc.yaml': 'lang: en\nplan: 12/KH-UBND\n' });
    const words = 'check reports --filed-by git --as-of 2025-01-15';
    const whole = await dondoc(folder, words);
    expect(whole.stdout).toContain('DD227');
    expect(await dondoc(folder, words, '2025-01-15', false, { DONDOC_PART: '1' })).toEqual(whole);
    for (const number of [1, 2, 3]) await dondoc(folder, `${words} --shard ${number}/3 --snapshot ${number}.json`);
    expect(await dondoc(folder, 'check --filed-by git --from 1.json 2.json 3.json')).toEqual(whole);
  });

  test('in Vietnamese', async () => {
    const { stdout } = await check(repository(noon('2025-01-10')), '--filed-by git --lang vi');
    expect(outputOf('findings', stdout).findings.map(({ message }) => message)).toEqual([
      'báo cáo kỳ 2024 của UBND huyện Hạ ghi ngày 20/12/2024 nhưng vào kho lưu ngày 10/01/2025',
    ]);
  });

  test('later changes to a file, also its going and coming back, do not move the day it first came', async () => {
    const folder = repository(noon('2024-12-21'));
    put(folder, { [HA]: `${ENGLISH[HA] ?? ''}# corrected\n` });
    commit(folder, noon('2025-01-05'));
    rmSync(join(folder, HA));
    commit(folder, noon('2025-01-06'));
    put(folder, ENGLISH);
    commit(folder, noon('2025-01-07'));
    expect(said(await check(folder))).toEqual([]);
  });

  test('a branch arrives when it is merged, not when it was begun', async () => {
    const folder = repositoryWith(without(ENGLISH, HA));
    git(folder, 'switch', '--quiet', '-c', 'ha');
    put(folder, ENGLISH);
    commit(folder, noon('2024-12-20'));
    git(folder, 'switch', '--quiet', 'main');
    gitAt(noon('2025-01-08'), folder, 'merge', '--quiet', '--no-ff', '-m', 'x', 'ha');
    expect(said(await check(folder))).toEqual([expect.stringContaining('reached the repository on 2025-01-08')]);
  });

  test('what is not in the main branch of origin is not judged yet', async () => {
    const origin = repositoryWith(without(ENGLISH, HA));
    const folder = folderWith({});
    git(folder, 'clone', '--quiet', origin, 'copy');
    const copy = join(folder, 'copy');
    put(copy, ENGLISH);
    expect(said(await check(copy))).toEqual([]);
    commit(copy, noon('2025-01-10'));
    expect(said(await check(copy))).toEqual([]);
    git(copy, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    expect(said(await check(copy))).toHaveLength(1);
  });

  test('a file that moved came anew', async () => {
    const folder = repository(noon('2024-12-20'));
    renameSync(join(folder, HA), join(folder, 'reports/ha.yaml'));
    expect(said(await check(folder))).toEqual([]);
    commit(folder, noon('2025-01-10'));
    expect(said(await check(folder))).toEqual([expect.stringMatching(/^reports\/ha\.yaml:5: .* 2025-01-10$/)]);
  });

  test.each(['reports/năm 2024/huyện *Hạ.yaml', 'reports/-x/[ha].yaml', 'reports/a\tb/"ha".yaml'])(
    'a file of any name: %j',
    async (name) => {
      const folder = repository(noon('2025-01-10'), { ...without(ENGLISH, HA), [name]: ENGLISH[HA] ?? '' }, name);
      for (const found of [await check(folder), await check(join(folder, 'reports'), '--filed-by git .')])
        expect(said(found)).toEqual([expect.stringMatching(/ha|Hạ/)]);
    },
  );

  test('settings of the user have no bearing on it', async () => {
    const folder = repository(noon('2024-12-20'));
    renameSync(join(folder, HA), join(folder, 'reports/ha.yaml'));
    commit(folder, noon('2025-01-10'));
    for (const [key, value] of [
      ['log.follow', 'true'],
      ['log.showRoot', 'false'],
      ['log.diffMerges', 'off'],
      ['log.showSignature', 'true'],
      ['diff.renames', 'copies'],
      ['diff.relative', 'true'],
      ['core.quotePath', 'true'],
      ['color.ui', 'always'],
    ] as const)
      git(folder, 'config', key, value);
    expect(said(await check(folder, '--filed-by git reports/ha.yaml'))).toHaveLength(1);
  });

  test('in a shallow clone nothing is held against what was there where its history begins', async () => {
    const origin = repository(noon('2025-01-10'));
    const folder = folderWith({});
    for (const [depth, found, untold] of [
      [1, 0, 4],
      [2, 1, 3],
    ] as const) {
      git(folder, 'clone', '--quiet', `--depth=${depth}`, `file://${origin}`, `copy-${depth}`);
      const ran = await check(join(folder, `copy-${depth}`));
      expect([depth, said(ran).length, ran.stderr]).toEqual([
        depth,
        found,
        expect.stringContaining(`does not tell when ${untold} reached it`),
      ]);
    }
  });

  test('before the first commit, and outside of a folder of git, nothing is known', async () => {
    const folder = folderWith(ENGLISH);
    const outside = await check(folder);
    expect([outside.code, outside.stderr]).toEqual([
      2,
      expect.stringContaining('--filed-by git needs a git repository'),
    ]);
    git(folder, 'init', '--quiet');
    expect(said(await check(folder))).toEqual([]);
    const elsewhere = repository(noon('2025-01-10'));
    expect(said(await check(folder, `--filed-by git ${elsewhere}/reports`))).toEqual([]);
  });

  test('git is asked once for all files', async () => {
    const folder = repository(noon('2025-01-10'));
    const trace = join(folderWith({}), 'trace');
    await dondoc(folder, 'check --filed-by git', '2025-01-15', false, { GIT_TRACE: trace });
    expect(readFileSync(trace, 'utf8').match(/built-in: .* log /g)).toHaveLength(1);
  });
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';
import { ROOT, type Ran, dondoc, expectGolden, filesIn, folderWith } from './helpers.ts';

/**
 * An invented plan with half-yearly reports that much has happened to: deadlines moved, obligations waived, bodies
 * merged and dissolved, members and tasks gone, a document expired, amendments known by their title alone; reports
 * of bodies that are no more, undated, disputed, returned, with a task's number mistyped, and a letter in place of one.
 */
const PLAN = join(ROOT, 'test/plans/half-yearly');
const here = (words: string): Promise<Ran> => dondoc(PLAN, words, '2025-07-31');

/** Fingerprints stay: what a plan says is what it is. */
const settled = (text: string): string =>
  text.replaceAll(`dondoc ${VERSION}`, 'dondoc VERSION').replace(/\$schema=\S+/g, '$schema=SCHEMA');

describe.each(['vi', 'en'])('in %s', (lang) => {
  test.each<[name: string, code: number, words: string]>([
    ['check', 1, 'check --period 2025-H1'],
    ['plan-check', 0, 'plan check'],
    ['plan-show', 0, 'plan show'],
    ['plan-diff', 0, 'plan diff 1.0.0 3.0.0'],
    ['plan-diff-back', 0, 'plan diff 3.0.0 1.0.0'],
    ['plan-history', 0, 'plan history --as-of 2025-01-15'],
    ['plan-history-markdown', 0, 'plan history --format markdown'],
    ['summary', 0, 'summary reports --period 2024-H2..2025-H1 --compare-to 2025-01-15'],
    ['summary-reference', 0, 'summary reports --by reference --period 2025-H1'],
    ['life-extended', 0, 'explain I.1.1'],
    ['life-event', 0, 'explain I.1.3 reports --period 2025-H1'],
    ['life-many', 0, 'explain I.2 reports --as-of 2024-07-31'],
    ['life-each', 0, 'explain I.2 reports --period 2025-H1'],
    ['life-coordinated', 0, 'explain I.3 reports --period 2025-H1'],
    ['life-inherited', 0, 'explain I.4 reports --period 2024-H2'],
    ['life-added', 0, 'explain I.5 reports --period 2025-H1'],
    ['life-waived', 0, 'explain II.1 reports --period 2024-H2'],
    ['life-unheld', 0, 'explain II.2 reports --period 2024-H2'],
    ['waived', 0, 'explain waived reports --period 2024-H2'],
    ['section', 0, 'explain in-term reports --section I --period 2025-H1'],
    ['document', 0, 'explain so-tay reports --period 2025-H1'],
  ])('%s (%i): dondoc %s', async (name, code, words) => {
    const ran = await here(`${words} --lang ${lang}`);
    expect(ran.stderr).toBe('');
    expectGolden(join(PLAN, `expected/${lang}/${name}.txt`), settled(ran.stdout));
    expect(ran.code).toBe(code);
    if (!words.includes('markdown')) expect(ran.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

test.each([
  ['plan-show', 'plan show --format json'],
  ['plan-diff', 'plan diff 1.0.0 3.0.0 --format json'],
  ['plan-history', 'plan history --format json'],
  ['explain', 'explain I.2 reports --period 2025-H1 --format json'],
  ['summary', 'summary reports --period 2025-H1 --compare-to 2025-01-15 --until 2025-12-31 --format json'],
])('%s as JSON: dondoc %s', async (name, words) => {
  const { code, stdout, stderr } = await here(words);
  expectGolden(join(PLAN, `expected/${name}-json.txt`), settled(stdout));
  expect([code, stderr]).toEqual([0, '']);
});

test.each([
  ['report', 'draft report reports --period 2025-H1'],
  ['report-before', 'draft report reports --period 2024-H2 --as-of 2025-02-10'],
  ['government-report', 'draft government-report reports --period 2025-H1'],
  ['letter-to-heir', 'draft letter so-giao-thong --reports reports'],
  ['letter-disputed', 'draft letter xa-6 --reports reports'],
  ['letter-misnamed', 'draft letter xa-7 --reports reports'],
  ['letters-together', 'draft letter --together --reports reports --period all'],
])('the paper %s: dondoc %s', async (name, words) => {
  const { code, stdout } = await here(words);
  expectGolden(join(PLAN, `expected/papers/${name}.txt`), settled(stdout));
  expect(code).toBe(0);
});

test('the next forms carry what was said last time, for the heir of two bodies and for an ended task', async () => {
  const folder = folderWith({});
  const ran = await here(`template so-ha-tang xa-1 so-moi-truong --from reports --period 2025-H2 -o ${folder}`);
  expect(ran.code).toBe(0);
  const files = filesIn(folder);
  expect(Object.keys(files)).toEqual(['so-ha-tang.yaml', 'so-moi-truong.yaml', 'xa-1.yaml']);
  expectGolden(join(PLAN, 'expected/template.txt'), settled(Object.values(files).join('\n')));
});

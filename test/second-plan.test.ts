import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';
import { ROOT, type Ran, dondoc, expectGolden, filesIn, folderWith, outputOf, put } from './helpers.ts';

/** An invented English plan: quarterly, other owners, other numbering, a group inside a group. */
const PLAN = join(ROOT, 'test/plans/quarterly');
const here = (words: string): Promise<Ran> => dondoc(PLAN, words, '2024-07-20');

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]/i;
const vietnameseIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .filter((line) => VIETNAMESE.test(line));

/** What an output says of the machine it was made on. */
const settled = (text: string): string =>
  text.replaceAll(`dondoc ${VERSION}`, 'dondoc VERSION').replace(/\$schema=\S+/g, '$schema=SCHEMA');

describe('every verb says in whole, in English, with this exit code', () => {
  test.each<[name: string, code: number, words: string]>([
    ['check', 1, 'check'],
    ['check-all', 1, 'check --period all'],
    ['check-quiet', 1, 'check --quiet --period 2024-Q1..2024-Q2'],
    ['check-json', 1, 'check --format json'],
    ['check-file', 0, 'check reports/2024-Q1/northgate.yaml'],
    ['check-owner', 1, 'check --owner water --rule task-overdue --rule DD204 --fail-on warning'],
    ['summary-owner', 0, 'summary'],
    ['summary-section', 0, 'summary --by section --period 2024-Q1'],
    ['summary-task', 0, 'summary --by task --period all'],
    ['summary-reference', 0, 'summary --by reference'],
    ['summary-json', 0, 'summary --format json --period 2024-Q1..2024-Q2'],
    ['plan-show', 0, 'plan show'],
    ['plan-show-json', 0, 'plan show --format json'],
    ['plan-check', 0, 'plan check'],
    ['plan-check-json', 0, 'plan check --format json --as-of 2024-07-20'],
    ['plan-check-strict', 1, 'plan check --fail-on info'],
    ['explain-task', 0, 'explain 2.2'],
    ['explain-event', 0, 'explain 2.3'],
  ])('%s (%i): dondoc %s', async (name, code, words) => {
    const ran = await here(words);
    expect(ran.stderr).toBe('');
    expectGolden(join(PLAN, `expected/${name}.txt`), settled(ran.stdout));
    expect(ran.code).toBe(code);
    expect(vietnameseIn(ran.stdout)).toEqual([]);
    if (!words.includes('json')) expect(ran.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('template, with what was said last time', async () => {
    const into = join(folderWith({}), 'next');
    const ran = await here(`template water "Schools" --period 2024-Q3 -o ${into}`.replace('"Schools"', 'schools'));
    expect([ran.code, ran.stderr, Object.keys(filesIn(into))]).toEqual([0, '', ['schools.yaml', 'water.yaml']]);
    const text = Object.values(filesIn(into)).join('\n');
    expectGolden(join(PLAN, 'expected/template.txt'), settled(text));
    expect(vietnameseIn(text + ran.stdout)).toEqual([]);
  });

  test('explain, of one rule and of all: the words are English, only the examples are not', async () => {
    const [one, all] = [await here('explain DD201'), await here('explain')];
    expect([one.code, one.stderr, all.code, all.stderr]).toEqual([0, '', 0, '']);
    expect(vietnameseIn(one.stdout.slice(0, one.stdout.indexOf('──')) + all.stdout)).toEqual([]);
    expect(one.stdout).toMatch(/^DD201 task-overdue \(error\)\nTask overdue\n/);
  });

  test.each<[words: string, says: RegExp]>([
    ['check --owner warer', /water \(Water Board\)/],
    ['check --period 2024-H1', /2024-Q1/],
    ['check --as-of 2024-02-30', /2024-02-30/],
    ['template water --period 2024', /2024-Q1/],
    ['explain 2.22', /2\.2/],
  ])('a usage error is in the language of the plan: dondoc %s', async (words, says) => {
    const ran = await here(words);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(says);
    expect(vietnameseIn(ran.stderr)).toEqual([]);
  });

  test('Vietnamese where it is asked for', async () => {
    const ran = await here('check --lang vi');
    expect([ran.code, vietnameseIn(ran.stdout).length > 10]).toEqual([1, true]);
  });
});

describe('what is due when', () => {
  test('due days and deadlines of each quarter roll over weekends and holidays', async () => {
    const { stdout } = await here('summary --format json --period all --as-of 2025-01-20');
    const { rows } = outputOf('summary', stdout);
    const days = rows
      .filter(({ task, owner }) => task === '1.3' && owner === 'borough-north')
      .map(({ period, due, deadline }) => `${period}: ${due}, ${deadline ?? ''}`);
    expect(days).toEqual([
      '2024-Q1: 2024-04-16, 2024-04-08',
      '2024-Q2: 2024-07-15, 2024-07-08',
      '2024-Q3: 2024-10-15, 2024-10-07',
      '2024-Q4: 2025-01-16, 2025-01-06',
      '2025-Q1: 2025-04-15, 2025-04-07',
    ]);
  });

  test.each<[asOf: string, missing: readonly string[], late: readonly string[]]>([
    ['2024-04-16', [], []],
    ['2024-04-17', ['borough-east', 'parks'], ['water']],
    ['2024-07-15', ['borough-east', 'parks'], ['water']],
  ])('a due day counts in full: as of %s missing %j, late %j', async (asOf, missing, late) => {
    const { stdout } = await here(`check reports/2024-Q1 --format json --period 2024-Q1 --as-of ${asOf}`);
    const { findings } = outputOf('findings', stdout);
    const owners = (rule: string): (string | undefined)[] =>
      findings
        .filter(({ name }) => name === rule)
        .map(({ owner }) => owner)
        .sort();
    expect([owners('report-missing'), owners('report-late')]).toEqual([missing, late]);
  });

  test('a group inside a group is all its members, each once, and they are the ones that report', async () => {
    const plan = JSON.parse((await here('plan show --format json')).stdout) as {
      groups: { id: string; members: string[] }[];
      reporting: { reporters: string[] };
    };
    const members = ['roads', 'water', 'schools', 'parks', 'borough-north', 'borough-east', 'borough-harbour'];
    expect(plan.groups.find(({ id }) => id === 'all-bodies')?.members).toEqual(members);
    expect(plan.reporting.reporters).toEqual(members);
  });
});

test('the plan is found by its number too, and a report that names it needs no --plan', async () => {
  const { 'dondoc.yaml': _, ...files } = filesIn(PLAN);
  const folder = folderWith({});
  put(
    join(folder, 'plan/halvern'),
    Object.fromEntries(Object.entries(files).filter(([name]) => !/^(reports|expected)/.test(name))),
  );
  put(folder, Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('reports/'))));
  for (const words of [
    'check --format json',
    'check --format json --plan CR-31/2024',
    'check --format json --plan plan/halvern',
    'check --format json --plan halvern',
  ]) {
    const { stdout, code } = await dondoc(folder, words, '2024-07-20');
    expect([code, outputOf('findings', stdout).plan]).toEqual([1, 'CR-31/2024']);
  }
});

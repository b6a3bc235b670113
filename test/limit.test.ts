import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tryExample } from '../src/example.ts';
import { ExampleWorkbook, FORM_HEAD } from '../src/rules/example-workbook.ts';
import { rules } from '../src/rules/index.ts';
import { limited } from '../src/rules/limit.ts';
import type { Finding, Rule } from '../src/rules/rule.ts';
import { EXAMPLE, type Files, changed, dondoc, folderWith, outputOf } from './helpers.ts';

const HEAD = (EXAMPLE['reports/huyen-ha.yaml'] ?? '').replace(/entries:[^]*/, 'entries:\n');
const withEntries = (...entries: readonly string[]): Files => ({
  ...EXAMPLE,
  'reports/huyen-ha.yaml': HEAD + entries.join(''),
});
const UNKNOWN = '  - { task: II.9, status: in-progress }\n';
const told = async (files: Files, words = '') => {
  const { stdout, code } = await dondoc(folderWith(files), `check --format json --lang en ${words}`);
  expect(code).toBe(1);
  return outputOf('findings', stdout).findings;
};
const inReport = (findings: Awaited<ReturnType<typeof told>>) =>
  findings.filter(({ file }) => file === 'reports/huyen-ha.yaml');

describe('of one file a hundred findings are told', () => {
  test.each([
    [99, []],
    [100, []],
    [101, ['the file has 1 more finding that is not listed']],
    [1350, ['the file has 1,250 more findings that are not listed']],
  ])('%i unknown tasks', async (count, more) => {
    // The one entry that the body owes is there.
    const owed = '  - { task: II.1.c, status: in-progress, result: Đã bố trí kinh phí. }\n';
    const found = inReport(await told(withEntries(owed, ...Array.from({ length: count }, () => UNKNOWN))));
    expect(found.filter(({ name }) => name === 'unknown-task')).toHaveLength(Math.min(count, 100));
    expect(found.filter(({ name }) => name === 'more-findings').map(({ message }) => message)).toEqual(more);
    expect(found.length - more.length).toBe(Math.min(count, 100));
  });

  test('the gravest are among them; what counts the others weighs as much as the gravest of these, and stands there', async () => {
    const files = withEntries(...Array.from({ length: 120 }, () => UNKNOWN), '  - { task: II.1.c, status: xong }\n');
    const found = inReport(await told({ ...files, 'dondoc.yaml': 'rules: { unknown-task: info }\n' }));
    expect(found.map(({ name }) => name).filter((name) => name !== 'unknown-task')).toEqual([
      'more-findings',
      'bad-value',
    ]);
    const [more] = found.filter(({ name }) => name === 'more-findings');
    expect([more?.severity, more?.line, more?.column]).toEqual(['info', 106, 13]);
  });

  test('its weight can be set, and it can be turned off', async () => {
    const many = { ...withEntries(...Array.from({ length: 120 }, () => UNKNOWN)) };
    for (const [weight, severities] of [
      ['warning', ['warning']],
      ['off', []],
    ] as const) {
      const files = { ...many, 'dondoc.yaml': `rules: { more-findings: ${weight} }\n` };
      const more = (await told(files)).filter(({ name }) => name === 'more-findings');
      expect(more.map(({ severity }) => severity)).toEqual(severities);
    }
  });

  test('the findings of other files are as they were', async () => {
    const bad = { 'reports/so-tai-chinh.yaml': 'owner: x\ncolour: 1\n' };
    const others = (findings: Awaited<ReturnType<typeof told>>) =>
      findings.filter(({ file }) => file !== 'reports/huyen-ha.yaml');
    const many = withEntries(...Array.from({ length: 120 }, () => UNKNOWN));
    expect(others(await told({ ...many, ...bad }))).toEqual(others(await told({ ...withEntries(UNKNOWN), ...bad })));
  });

  test('what is asked for by its rule is counted by itself', async () => {
    const files = withEntries(...Array.from({ length: 120 }, () => UNKNOWN), '  - { task: II.1.c, status: xong }\n');
    expect((await told(files, '--rule bad-value')).map(({ name }) => name)).toEqual(['bad-value']);
  });

  test('of a file of the plan too', async () => {
    const files = changed(EXAMPLE, 'plan/12-KH-UBND/owners.yaml', 'groups:', `${'  - x\n'.repeat(120)}groups:`);
    const { stdout } = await dondoc(folderWith(files), 'plan check --format json');
    const names = outputOf('findings', stdout).findings.map(({ name }) => name);
    expect(names.filter((name) => name === 'bad-value')).toHaveLength(100);
    expect(names.filter((name) => name === 'more-findings')).toHaveLength(1);
  });

  test('not of what those who are silent owe: that is no fault of a file', async () => {
    const owners = Array.from(
      { length: 120 },
      (_, i) => `  - { id: xa-${i}, name: UBND xã ${i}, authority: district }\n`,
    );
    const members = owners.map((_, i) => `xa-${i}`).join(', ');
    const named = changed(EXAMPLE, 'plan/12-KH-UBND/owners.yaml', 'groups:', `${owners.join('')}groups:`);
    const files = changed(named, 'plan/12-KH-UBND/owners.yaml', 'members: [', `members: [${members}, `);
    const missing = (await told(files)).filter(({ name }) => name === 'report-missing');
    expect(missing).toHaveLength(120);
  });
});

test('where files are named, those alone are limited; where none has too many, all is as it was', () => {
  const rule = rules.find(({ name }) => name === 'unknown-task') as Rule;
  const [sample] = tryExample(rule, rule.example().bad) as [Finding];
  const many = (file: string, count: number): Finding[] =>
    Array.from({ length: count }, (_, i) => ({ ...sample, place: { ...sample.place, file, line: i + 1 } }));
  const findings = [...many('a.yaml', 150), ...many('b.yaml', 150)];
  const told = (files?: ReadonlySet<string>) =>
    limited(findings, rules, files).map(({ rule: { name }, place }) => `${name} ${place.file}:${place.line}`);
  const all = (file: string, count: number) =>
    many(file, count).map(({ place }) => `unknown-task ${file}:${place.line}`);
  expect(told(new Set(['a.yaml']))).toEqual([...all('a.yaml', 100), 'more-findings a.yaml:101', ...all('b.yaml', 150)]);
  expect(told(new Set(['c.yaml']))).toEqual([...all('a.yaml', 150), ...all('b.yaml', 150)]);
  expect(told()).toEqual([
    ...all('a.yaml', 100),
    'more-findings a.yaml:101',
    ...all('b.yaml', 100),
    'more-findings b.yaml:101',
  ]);
  const few = [...many('b.yaml', 100), ...many('a.yaml', 100)];
  expect(limited(few, rules)).toBe(few);
});

describe('a text of more values than a report can have is refused, at the first that is too many', () => {
  const MOST = 50_000;
  test.each<[what: string, name: string, text: string, line: number, column: number]>([
    ['a list', 'a.yaml', `entries:\n${'  -\n'.repeat(MOST)}`, MOST, 4],
    ['in brackets', 'a.yaml', `entries: [${'1,'.repeat(MOST)}1]\n`, 1, 10 + 2 * (MOST - 2) + 1],
    ['in JSON', 'a.json', `{"entries":[${'1,'.repeat(MOST)}1]}`, 1, 12 + 2 * (MOST - 2) + 1],
    ['keys given twice', 'a.json', `{"entries":[${`{${'"a":1,'.repeat(1998)}"a":1},`.repeat(60)}1]}`, 1, 0],
  ])('%s', async (_, name, text, line, column) => {
    const found = (await told({ ...EXAMPLE, [`reports/${name}`]: text })).filter(
      ({ file }) => file === `reports/${name}`,
    );
    expect(found.map((finding) => [finding.name, finding.message])).toEqual([
      ['syntax-error', 'the file has too many values: 50,000 are allowed'],
    ]);
    expect([found[0]?.line, column === 0 ? 0 : found[0]?.column]).toEqual([line, column]);
  });

  test('one value less is read', async () => {
    const text = `entries:\n${'  -\n'.repeat(MOST - 2)}`;
    const found = (await told({ ...EXAMPLE, 'reports/a.yaml': text })).filter(({ file }) => file === 'reports/a.yaml');
    expect(found.map(({ message }) => message)).not.toContain('the file has too many values: 50,000 are allowed');
  });

  test('of a workbook too, at the cell that is too much', async () => {
    const rows = Array.from({ length: 4200 }, () => ['II.1.b', 'x', 'y', 'z', 'a', 'b', 'c', 'd', 'e', 'f', 'g']);
    const titles = [
      ...['Mã nhiệm vụ', 'Trạng thái', 'Tiến độ %', 'Kết quả', 'Ngày bắt đầu', 'Ngày trình', 'Ngày hoàn thành'],
      ...['Văn bản minh chứng', 'Ngày văn bản', 'Mã chỉ tiêu', 'Giá trị chỉ tiêu'],
    ];
    const { bytes } = new ExampleWorkbook([...FORM_HEAD.slice(0, 5), titles, ...rows]);
    const folder = folderWith(EXAMPLE);
    writeFileSync(join(folder, 'reports/a.xlsx'), bytes);
    const { stdout } = await dondoc(folder, 'check --format json --lang en');
    const found = outputOf('findings', stdout).findings.filter(({ file }) => file === 'reports/a.xlsx');
    expect(found.map(({ message }) => message)).toEqual(['the file has too many values: 50,000 are allowed']);
    expect(found[0]?.cell).toMatch(/^[A-K]\d{4}$/);
  });
});

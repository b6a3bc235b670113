import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBroken, judgePlan } from '../src/judge.ts';
import { openPlan } from '../src/read/plan.ts';
import { type Finding, messageOf } from '../src/rules/rule.ts';
import { ROOT, filesIn, folderWith } from './helpers.ts';

const SIGNED = filesIn(join(ROOT, 'plan/415-KH-UBND'));

interface Change {
  readonly file: string;
  /** Replaced at its first occurrence after `after`; it must be there. */
  readonly from: string;
  readonly to: string;
  readonly after?: string;
}

/** What the plan's check says, but for information, of a copy of the plan with changes made to it. */
function faultsAfter(...changes: readonly Change[]): { readonly found: string[]; readonly folder: string } {
  const folder = folderWith(SIGNED);
  for (const { file, from, to, after = '' } of changes) {
    const text = readFileSync(join(folder, file), 'utf8');
    const start = text.indexOf(from, text.indexOf(after));
    if (start === -1 || !text.includes(after)) throw new Error(`${file} has no longer: ${after} … ${from}`);
    writeFileSync(join(folder, file), text.slice(0, start) + to + text.slice(start + from.length));
  }
  const { findings } = judgePlan(openPlan(folder), 'plan', () => '2021-01-15');
  return { found: findings.filter(({ severity }) => severity !== 'info').map(shown), folder };
}

const shown = ({ rule, place }: Finding): string => `${rule.name} ${place.file}:${place.line}`;

/** 1-based line of the first occurrence of `text` after `after` in a file. */
function lineOf(folder: string, file: string, text: string, after = ''): number {
  const content = readFileSync(join(folder, file), 'utf8');
  return content.slice(0, content.indexOf(text, content.indexOf(after))).split('\n').length;
}

/** Takes a whole list item away, from its id to the next id of the same list. */
function itemOf(file: string, first: string, next: string): Change {
  const text = SIGNED[file] ?? '';
  const start = text.indexOf(first);
  return { file, from: text.slice(start, text.indexOf(next, start)), to: '' };
}

test('the plan as it is has nothing to say but information, and that one task waits for its new holders', () => {
  const checked = judgePlan(openPlan(folderWith(SIGNED)), 'plan', () => '2021-01-15');
  expect(checked.findings.filter(({ severity }) => severity !== 'info').map((each) => messageOf(each, 'en'))).toEqual([
    expect.stringMatching(/^from 2025-07-01 on task III\.2\.3 is led by nobody; awaited: /),
  ]);
  expect(isBroken(checked)).toBe(false);
  const gaps = checked.findings.filter(({ rule }) => rule.name === 'numbering-gap').map(({ data }) => data['missing']);
  expect(gaps).toEqual([['II.2.đ'], ['II.6.đ']]);
});

test('a file of the plan that is not well-formed is all that is said', () => {
  const change = { file: 'tasks/II.1.yaml', from: 'kind: ongoing', to: 'kind: on: going' };
  const { found, folder } = faultsAfter(change);
  expect(found).toEqual([`syntax-error plan/${change.file}:${lineOf(folder, change.file, change.to)}`]);
});

describe('one fault, one finding, at its own line', () => {
  test.each([
    ['a dash under a heading', 'tasks/II.2.yaml', '  - id: II.2.a.1\n', '  - id: II.2.a.2\n', 37],
    ['a point with its text on the line of its heading', 'tasks/II.1.yaml', '  - id: II.1.a\n', '  - id: II.1.b\n', 25],
    ['a paragraph that a page break splits', 'tasks/II.3.yaml', '  - id: II.3.b\n', '  - id: II.3.c\n', 83],
    ['one sentence of a paragraph', 'tasks/III.yaml', '  - id: III.2.2\n', '  - id: III.2.3\n', 211],
  ])('a task deleted: %s', (_, file, first, next, line) => {
    expect(faultsAfter(itemOf(file, first, next)).found).toEqual([`source-not-covered plan/source.txt:${line}`]);
  });

  test.each([
    ['in the text of the plan', 'tasks/II.1.yaml', 'tuyên truyền sâu rộng', 'tuyên truyên sâu rộng', 'II.1.b'],
    ['the first', 'tasks/II.2.yaml', 'Chủ trì, phối hợp các', 'Thủ trì, phối hợp các', 'II.2.a.1'],
    ['a tone', 'tasks/II.3.yaml', 'hiệu quả', 'hiệu quá', 'II.3.a.1'],
    ['in a date', 'tasks/II.3.yaml', '22/8/2008', '22/9/2008', 'II.3.b'],
    ['in one sentence of a paragraph', 'tasks/III.yaml', 'Định kỳ hàng năm', 'Định kỳ hằng năm', 'III.2.2'],
  ])('one letter of a text: %s', (_, file, from, to, id) => {
    const { found, folder } = faultsAfter({ file, from, to, after: `id: ${id}\n` });
    expect(found).toEqual([`text-not-in-source plan/${file}:${lineOf(folder, file, 'text:', `id: ${id}\n`)}`]);
  });

  test('a line given wrong', () => {
    const change = { file: 'tasks/II.2.yaml', from: '- 37\n', to: '- 39\n', after: 'id: II.2.a.1' };
    const { found, folder } = faultsAfter(change);
    expect(found).toEqual([
      `text-not-in-source plan/tasks/II.2.yaml:${lineOf(folder, change.file, 'text:', 'II.2.a.1')}`,
    ]);
  });

  test.each([
    ['86/2018/NQ-HĐND', '16/2007/QĐ-UBND'],
    ['141/NQ-HĐND', '215/2020/NQ-HĐND'],
  ])('a reference dropped from references.yaml: %s, at each citation', (number, next) => {
    const { found, folder } = faultsAfter(
      itemOf('references.yaml', `  - number: ${number}\n`, `  - number: ${next}\n`),
    );
    const lines = Object.entries(filesIn(folder)).flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line, i) => (line.endsWith(`ref: ${number}`) ? [`undeclared-reference plan/${file}:${i + 1}`] : [])),
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(found).toEqual(lines);
  });

  test('the basis of the plan dropped from references.yaml', () => {
    const { found } = faultsAfter(itemOf('references.yaml', '  - number: 124/NQ-CP\n', '  - number: 23-NQ/TW\n'));
    expect(found[0]).toMatch(/^undeclared-reference plan\/plan.yaml:/);
    expect(found.every((each) => each.startsWith('undeclared-reference '))).toBe(true);
  });

  test('a citation dropped from a task', () => {
    const file = 'tasks/II.1.yaml';
    const from = '    references:\n      - ref: 124/NQ-CP\n        relation: implements\n';
    const { found, folder } = faultsAfter({ file, from, to: '', after: 'id: II.1.c\n' });
    expect(found).toEqual([`undeclared-reference plan/${file}:${lineOf(folder, file, 'text:', 'id: II.1.c\n')}`]);
  });

  test('an owner id misspelt in a lead', () => {
    const change = { file: 'tasks/II.1.yaml', from: '- bao-ha-tinh', to: '- bao-ha-tinhh' };
    const { found, folder } = faultsAfter(change);
    expect(found).toEqual([`undeclared-owner plan/${change.file}:${lineOf(folder, change.file, change.to)}`]);
  });

  test('a task given to a body that its heading does not name', () => {
    const change = { file: 'tasks/II.2.yaml', from: '- so-ke-hoach-dau-tu', to: '- so-tai-chinh', after: 'lead:' };
    const { found, folder } = faultsAfter(change);
    expect(found).toEqual([`undeclared-owner plan/${change.file}:${lineOf(folder, change.file, change.to)}`]);
  });

  test.each([
    ['once', 'Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tao'],
    ['next to other names', 'Sở Lao động - Thương binh và Xã hội', 'Sở Lao đông - Thương binh và Xã hội'],
    ['of a group', 'Các sở, ngành, địa phương', 'Các sở, nghành, địa phương'],
    ['for all its tasks together', 'Sở Công Thương', 'Sở Công Thưng'],
  ])('a name misspelt in owners.yaml: %s', (_, name, wrong) => {
    const { found, folder } = faultsAfter({ file: 'owners.yaml', from: `name: ${name}\n`, to: `name: ${wrong}\n` });
    expect(found).toEqual([`undeclared-owner plan/owners.yaml:${lineOf(folder, 'owners.yaml', wrong)}`]);
  });

  test('a wrong date of a reference', () => {
    const change = { file: 'references.yaml', from: 'date: 2008-08-22', to: 'date: 2008-08-23' };
    const { found, folder } = faultsAfter(change);
    expect(found).toEqual([`reference-date-mismatch plan/references.yaml:${lineOf(folder, change.file, change.to)}`]);
  });

  test('no lead', () => {
    const change = { file: 'tasks/II.1.yaml', from: 'lead:\n      - so-thong-tin-truyen-thong', to: 'lead: []' };
    const { found, folder } = faultsAfter(change);
    expect(found).toEqual([`no-lead plan/${change.file}:${lineOf(folder, change.file, change.to)}`]);
  });

  test('an empty group', () => {
    const text = SIGNED['owners.yaml'] ?? '';
    const start = text.indexOf('members:', text.indexOf('id: cac-huyen-thi-xa-thanh-pho\n'));
    const end = /\n {0,4}(?:[a-z]+:|- id:)/.exec(text.slice(start))?.index ?? 0;
    const change = { file: 'owners.yaml', from: text.slice(start, start + end), to: 'members: []' };
    const { found, folder } = faultsAfter(change);
    expect(found).toEqual([`empty-group plan/owners.yaml:${lineOf(folder, 'owners.yaml', change.to)}`]);
  });
});

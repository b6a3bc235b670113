import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allPeriods, judgeReports, readRegisters, readReports } from '../src/judge.ts';
import { findFiles } from '../src/read/files.ts';
import { reportRules } from '../src/rules/index.ts';
import { messageOf } from '../src/rules/rule.ts';
import { ROOT, planIn } from './helpers.ts';

const FOLDER = join(ROOT, 'examples/reports');
const plan = planIn(join(ROOT, 'plan/415-KH-UBND'), '2026-01-15');
const { files, registers: found } = findFiles([FOLDER]);
const nameOf = (path: string): string => path.slice(FOLDER.length + 1).replaceAll('\\', '/');
const names = [...files, ...found].map(nameOf);
const sources = readReports(files, nameOf);
const registers = readRegisters(found, nameOf);
const judgedOn = (asOf: string) =>
  judgeReports({ plan: plan.on(asOf), sources, registers, asOf, select: allPeriods, wholeFolder: true });
const [before, after] = [judgedOn('2025-12-15'), judgedOn('2026-01-15')];

/** The text of a sample; the one that is not in UTF-8 as its author saw it. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

/** `2025/huyen-can-loc.yaml: DD403`, but for what stands in the plan. */
const faultsIn = ({ findings }: typeof after): string[] => [
  ...new Set(
    findings.filter(({ place }) => names.includes(place.file)).map(({ place, rule }) => `${place.file}: ${rule.code}`),
  ),
];

/** What needs more than files to be found, since the samples are judged without git; and what only counts what others find. */
const ELSEWHERE = new Set(['filed-otherwise', 'more-findings']);

describe('the sample reports', () => {
  test.each(reportRules.filter(({ name }) => !ELSEWHERE.has(name)).map(({ code, name }) => [code, name]))(
    'have a true hit of %s %s',
    (code) => {
      expect([...before.findings, ...after.findings].some(({ rule }) => rule.code === code)).toBe(true);
    },
  );

  const filersFor = (period: string) => [
    ...new Set(after.facts.judged.filter((report) => report.period.id === period).map(({ owner }) => owner)),
  ];

  test('have a task overdue whose report was returned, and one that was reported unfinished', () => {
    const said = after.findings.flatMap((finding) => (finding.rule.code === 'DD201' ? messageOf(finding, 'en') : []));
    expect(said).toEqual([
      'task II.3.a.4 is 15 days overdue (due 2025-12-31); the report of Sở Công Thương on it was returned (“Chưa gửi kèm nghị quyết đã ban hành”)',
      'task II.3.a.5 is 15 days overdue (due 2025-12-31); Sở Công Thương has not completed it',
    ]);
  });

  test('come from 20 bodies or more for 2024, 6 districts among them', () => {
    const owners = filersFor('2024');
    expect(owners.length).toBeGreaterThanOrEqual(20);
    expect(owners.filter(({ authority }) => authority === 'district').length).toBeGreaterThanOrEqual(6);
  });

  test('are filed by the successors for 2025, and some under old names', () => {
    const owners = filersFor('2025').map(({ id }) => id);
    expect(owners).toEqual(expect.arrayContaining(['so-nong-nghiep-moi-truong', 'thue-tinh-ha-tinh', 'so-noi-vu']));
    const former = filersFor('2025').filter((owner) => plan.endingOf(owner));
    expect(former.map(({ id }) => id).sort()).toEqual([
      'dai-phat-thanh-truyen-hinh',
      'huyen-can-loc',
      'huyen-duc-tho',
      'so-giao-thong-van-tai',
      'so-ke-hoach-dau-tu',
    ]);
  });

  test.each(files.filter((path) => /\.ya?ml$/.test(path)).map((path) => [nameOf(path), path]))(
    '%s says that it is invented',
    (_, path) => {
      const head = textOf(path).slice(0, 300);
      expect(head).toContain('# yaml-language-server: $schema=../../../schemas/report.schema.json\n');
      expect(head).toContain('# Báo cáo giả định, soạn để minh họa dondoc; không phải số liệu thật.\n');
    },
  );

  test.each(files.filter((path) => path.endsWith('.json') && textOf(path) !== '').map((path) => [nameOf(path), path]))(
    '%s says that it is invented',
    (_, path) => {
      expect(textOf(path)).toContain('"Báo cáo giả định, không phải số liệu thật"');
    },
  );

  test('never say the same of two things, but where one is copied to be found', () => {
    const said = new Map<string, Set<string>>();
    for (const { source, entries } of after.facts.intake.reports) {
      for (const { data } of entries) {
        if (data.result === undefined) continue;
        said.set(data.result, (said.get(data.result) ?? new Set()).add(source.file));
      }
    }
    expect(said.size).toBeGreaterThan(400);
    const copied = after.findings.filter(({ rule }) => rule.name === 'copied-from-previous');
    const repeated = [...said.values()].filter((where) => where.size > 1).map((where) => [...where].sort());
    expect(repeated).toEqual(
      copied.map(({ place, related }) => [place.file, ...related.map(({ file }) => file)].sort()),
    );
  });

  test('are free of errors for the most part', () => {
    const faulty = new Set(
      after.findings.filter(({ severity }) => severity === 'error').map(({ place }) => place.file),
    );
    expect(names.filter((name) => !faulty.has(name)).length / names.length).toBeGreaterThan(0.55);
  });

  test('have the faults that examples/README.md lists, and no others', () => {
    const listed: string[] = [];
    let current: string[] = [];
    for (const line of readFileSync(join(ROOT, 'examples/README.md'), 'utf8').split('\n')) {
      const [, cell = '', , code = ''] = line.split('|').map((part) => part.trim());
      if (!/^DD\d{3}$/.test(code)) continue;
      if (cell !== '') current = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      listed.push(...current.map((name) => `${name}: ${code}`));
    }
    const state = ['2025/so-cong-thuong.yaml: DD201', '2024/so-cong-thuong.yaml: DD222'];
    expect(faultsIn(after).sort()).toEqual([...listed, ...state].sort());
  });
});

import { expect, test } from 'vitest';
import { allPeriods, judgeReports } from '../src/judge.ts';
import { reportRules } from '../src/rules/index.ts';
import { packedFinding, unpacking } from '../src/rules/packed.ts';
import { EXAMPLE, planOf, reportFile } from './helpers.ts';

const files = Object.entries(EXAMPLE);
const plan = planOf(
  Object.fromEntries(
    files.flatMap(([name, text]) => (name.startsWith('plan/') ? [[name.split('/').slice(2).join('/'), text]] : [])),
  ),
);
/** Findings on a body that is silent, on an unknown one, on a task and on a file as a file. */
const { findings } = judgeReports({
  plan,
  sources: [
    reportFile('a.yaml', (EXAMPLE['reports/huyen-ha.yaml'] ?? '').replace('value: 5.5', 'value: 4.5')),
    reportFile('b.yaml', 'plan: 12/KH-UBND\nowner: Sở Nào\nperiod: "2024"\nentries: []\n'),
    reportFile('c.yaml', 'plan: 12/KH-UBND\n owner: x\n'),
  ],
  asOf: '2025-01-15',
  select: allPeriods,
  wholeFolder: true,
});

test('a finding that was sent as text is the same again', () => {
  expect(new Set(findings.map(({ owner, task }) => `${owner ? 'owner' : ''} ${task ? 'task' : ''}`))).toEqual(
    new Set([' ', 'owner ', 'owner task']),
  );
  const packed = JSON.parse(JSON.stringify(findings.map(packedFinding))) as ReturnType<typeof packedFinding>[];
  expect(packed.map(unpacking(plan, reportRules))).toStrictEqual(findings);
});

test('one of a rule that is not asked is none', () => {
  const others = reportRules.filter(({ name }) => name !== 'report-missing');
  const kept = findings.map(packedFinding).flatMap((finding) => unpacking(plan, others)(finding) ?? []);
  expect(kept).toStrictEqual(findings.filter(({ rule }) => rule.name !== 'report-missing'));
  expect(kept.length).toBeLessThan(findings.length);
});

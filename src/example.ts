import type { Day } from './day.ts';
import { registerForm, reportForm } from './generated/validators.js';
import { allPeriods, judgePlan, judgeReports } from './judge.ts';
import { type Opened, limitOf } from './read/bytes.ts';
import { openedSource } from './read/read.ts';
import { examplePlan } from './rules/example-plan.ts';
import { ExampleWorkbook } from './rules/example-workbook.ts';
import { reportRules } from './rules/index.ts';
import { limited } from './rules/limit.ts';
import type { Files, Finding, Rule } from './rules/rule.ts';

/** The as-of day of examples: half a month after the example plan's first period was due. */
export const EXAMPLE_DAY: Day = '2025-01-15';

/** A rule run on one of its own examples: what `explain` prints, and each rule's first test. */
export function tryExample(rule: Rule, files: Files): readonly Finding[] {
  const asOf = rule.example().asOf ?? EXAMPLE_DAY;
  const planFiles = new Map(
    Object.entries({ ...examplePlan, ...files }).flatMap(([name, content]) =>
      name.startsWith('plan/') ? [[name.slice('plan/'.length), opened(name, content)]] : [],
    ),
  );
  const { plan, findings } = judgePlan(planFiles, 'plan', () => asOf, [rule]);
  return plan === undefined || rule.code.startsWith('DD3')
    ? findings
    : [...findings, ...judgeExample(rule, files, plan, asOf).filter(({ rule: { code } }) => code === rule.code)];
}

function judgeExample(
  rule: Rule,
  files: Files,
  plan: Parameters<typeof judgeReports>[0]['plan'],
  asOf: Day,
): readonly Finding[] {
  const named = (isRegister: boolean): [string, Opened][] =>
    Object.entries(files).flatMap(([name, content]) =>
      name.startsWith('plan/') || (name === 'register.yaml') !== isRegister ? [] : [[name, opened(name, content)]],
    );
  const sources = named(false).map(([name, file]) => openedSource(file, name, reportForm));
  const registers = named(true).map(([name, file]) => openedSource(file, name, registerForm));
  const firstSeen = new Map(Object.entries(rule.example().filed ?? {}));
  const about = { plan, sources, registers, asOf, firstSeen };
  // What is only counted is found by other rules.
  const rules = rule.name === 'more-findings' ? reportRules : [rule];
  return limited(judgeReports({ ...about, select: allPeriods, wholeFolder: true, rules }).findings, rules);
}

function opened(name: string, content: Files[string]): Opened {
  if (content === null) return { kind: 'unreadable', why: 'denied' };
  const limit = limitOf(name);
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content)
      : content instanceof ExampleWorkbook
        ? content.bytes
        : content;
  return bytes.length > limit ? { kind: 'too-large', size: bytes.length, limit } : { kind: 'opened', bytes };
}

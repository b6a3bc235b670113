import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerForm } from '../src/generated/validators.js';
import { allPeriods, judgePlan, judgeReports } from '../src/judge.ts';
import type { Plan } from '../src/model/plan.ts';
import { openedSource } from '../src/read/read.ts';
import type { Source } from '../src/source.ts';
import { type Files, reportFile } from './helpers.ts';
import { inWords } from './ledger-plan.ts';

const TASKS: Readonly<Record<string, string>> = {
  'A.1': 'lead: [a], kind: deliverable, deadline: { date: 2024-06-30, basis: stated }',
  'A.2': 'lead: [b], kind: deliverable',
  'A.3': 'lead: [everyone], kind: deliverable',
  'A.4': 'lead: [c], support: [a], kind: ongoing',
  'A.5': 'lead: [d], kind: on-event, deadline: { basis: event, words: on request }',
};
const ids = Object.keys(TASKS);
const BASE: Files = {
  'source.txt': `Body a, Body b, Body c, Body d, All bodies:\n${ids.map((id) => `Do what ${id} asks.\n`).join('')}`,
  'plan.yaml': `number: 12/KH-UBND
title: A plan to amend
issuer: a
date: 2023-01-10
horizon: 2030
version: 1.0.0
language: en
timezone: UTC
coordinator: a
source: { file: source.txt, parts: [{ from: 1, to: ${ids.length + 1} }] }
sections: [{ id: A, title: All }]
reporting: { frequency: yearly, first: "2023", due: { month: 0, day: 31, basis: stated }, owners: [everyone] }
`,
  'owners.yaml': `owners: [${['a', 'b', 'c', 'd'].map((id) => `{ id: ${id}, name: Body ${id}, authority: other }`).join(', ')}]
groups: [{ id: everyone, name: All bodies, members: [a, b, c, d] }]
`,
  'references.yaml': 'references: []\n',
  'tasks.yaml': `tasks:\n${ids.map((id, i) => `  - { id: ${id}, text: "Do what ${id} asks.", source: { heading: 1, lines: [${i + 2}] }, ${TASKS[id] ?? ''} }\n`).join('')}`,
};

/** An amendment of a day and version; its changes in YAML, a line each. */
const amendment = (effective: string, version: string, changes: readonly string[]): string =>
  `instrument: { number: ${version}/QD, date: ${effective}, title: Amending }\neffective: ${effective}\nversion: ${version}\nchanges:\n${changes.map((change) => `  - ${change}\n`).join('')}`;

const checkedOf = (amendments: Files) => {
  const files = { ...BASE, ...Object.fromEntries(Object.entries(amendments).map(([n, t]) => [`amendments/${n}`, t])) };
  const opened = new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      { kind: 'opened', bytes: new TextEncoder().encode(text) } as const,
    ]),
  );
  return judgePlan(opened, 'plan', () => '2029-01-01');
};
const versionsOf = (amendments: Files): readonly Plan[] => checkedOf(amendments).versions ?? [];
const errorsOf = (amendments: Files): string[] =>
  checkedOf(amendments)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, place, related }) =>
      [
        `${rule.code} ${place.file.replace('plan/amendments/', '')}:${place.line}`,
        ...related.map((r) => `${r.file.replace(/plan\/(amendments\/)?/, '')}:${r.line}`),
      ].join(' '),
    );
/** What a version says, in plain data. */
const content = (plan: Plan) => ({
  version: plan.version,
  since: plan.since,
  owners: plan.owners.map(({ id }) => id).sort(),
  groups: plan.groups.map(({ id, members }) => [id, [...members].sort()]),
  tasks: plan.tasks
    .map((task) => [task.id, task.kind, task.leads.map(({ id }) => id).sort(), task.deadline?.date ?? null])
    .sort(),
  waivers: plan.waivers.map(({ owner, task, period }) => [owner, task, period].join()).sort(),
  fingerprint: plan.fingerprint,
});

const GOOD: Files = {
  'x.yaml': amendment('2024-02-01', '2.0.0', [
    'add-owner: { id: e, name: Body e, authority: other }',
    'succeed: { from: [a, b], to: [{ owner: e }] }',
  ]),
  'k.yaml': amendment('2024-03-01', '3.0.0', ['extend-deadline: { task: A.1, to: 2025-06-30 }']),
  'm.yaml': amendment('2024-03-01', '4.0.0', ['end-task: { task: A.4 }', 'waive: { task: A.2, reason: Flood }']),
  'a.yaml': amendment('2025-01-01', '5.0.0', ['add-task: { id: A.6, text: More., lead: [d], kind: ongoing }']),
};

describe('the fold', () => {
  test('of all is the fold of one after another', () => {
    const all = versionsOf(GOOD).map(content);
    expect(all.map(({ version }) => version)).toEqual(['1.0.0', '2.0.0', '3.0.0', '4.0.0', '5.0.0']);
    const inOrder = ['x.yaml', 'k.yaml', 'm.yaml', 'a.yaml'];
    for (let n = 0; n <= inOrder.length; n++) {
      const some = Object.fromEntries(inOrder.slice(0, n).map((name) => [name, GOOD[name] ?? '']));
      expect(versionsOf(some).map(content)).toEqual(all.slice(0, n + 1));
    }
  });

  test('before any amendment is the plan as signed', () => {
    const [base, ...later] = versionsOf(GOOD);
    expect(later.at(-1)?.on('2024-01-31')).toBe(base);
    expect(later.at(-1)?.on('2020-01-01')).toBe(base);
    expect(base && content(base)).toEqual(versionsOf({}).map(content)[0]);
  });

  const pool = [
    'add-owner: { id: e, name: Body e, authority: other }',
    'add-owner: { id: f, name: Body f, authority: other }',
    'succeed: { from: [a], to: [{ owner: b }] }',
    'end-task: { task: A.2 }',
    'extend-deadline: { task: A.1, to: 2026-06-30 }',
    'change-task: { task: A.4, set: { kind: recurring } }',
    'waive: { owner: c, period: "2024", reason: Flood }',
    'add-task: { id: A.7, text: Seven., lead: [d], kind: ongoing }',
    'end-owner: { owner: d }',
  ];
  test('does not depend on the order of changes in a file, nor on the names of files', () => {
    fc.assert(
      fc.property(
        fc
          .subarray(pool, { minLength: 1 })
          .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        fc.constantFrom('a.yaml', 'z.yaml'),
        ([some, shuffled], name) => {
          const [one, other] = [some, shuffled].map((changes, i) =>
            versionsOf({
              [i === 0 ? 'k.yaml' : name]: amendment('2024-02-01', '2.0.0', changes),
              [i === 0 ? 'b.yaml' : 'q.yaml']: amendment('2024-05-01', '3.0.0', ['end-task: { task: A.3 }']),
            }).map(content),
          );
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('changes of one day that commute do so across files', () => {
    const states = [
      ['2.0.0', '3.0.0'],
      ['3.0.0', '2.0.0'],
    ].map(([first = '', second = '']) => {
      const [, , both] = versionsOf({
        'a.yaml': amendment('2024-02-01', first, ['end-task: { task: A.2 }']),
        'b.yaml': amendment('2024-02-01', second, ['succeed: { from: [c], to: [{ owner: d }] }']),
      });
      const { fingerprint: _, ...rest } = content(both as Plan);
      return rest;
    });
    expect(states[0]).toEqual(states[1]);
  });
});

describe('one wrong thing in an amendment is refused at its line, and nothing else changes', () => {
  const right = 'end-task: { task: A.2 }';
  test.each<[what: string, wrong: string, found: string]>([
    ['an unknown task', 'end-task: { task: A.9 }', 'DD314 w.yaml:5'],
    ['an unknown body', 'end-owner: { owner: x }', 'DD314 w.yaml:5'],
    ['an unknown group', 'add-member: { group: x, members: [a] }', 'DD314 w.yaml:5'],
    ['an unknown document', 'change-reference: { reference: 1/X, expires: 2024-01-01 }', 'DD314 w.yaml:5'],
    ['succession to nobody', 'succeed: { from: [a], to: [] }', 'DD315 w.yaml:5'],
    ['succession to an unknown body', 'succeed: { from: [a], to: [{ owner: x }] }', 'DD314 w.yaml:5'],
    [
      'a task the body does not hold',
      'succeed: { from: [a], to: [{ owner: b, tasks: [A.2] }] }',
      'DD314 w.yaml:5 tasks.yaml:3',
    ],
    ['an extension backwards', 'extend-deadline: { task: A.1, to: 2024-06-30 }', 'DD315 w.yaml:5 tasks.yaml:2'],
    ['an extension of nothing', 'extend-deadline: { task: A.4, to: 2025-06-30 }', 'DD314 w.yaml:5 tasks.yaml:5'],
    ['an id that is there', 'add-owner: { id: b, name: Body bb, authority: other }', 'DD314 w.yaml:5 owners.yaml:1'],
    ['a waiver of everything', 'waive: { reason: Flood }', 'DD315 w.yaml:5'],
    ['a waiver of an unknown period', 'waive: { task: A.1, period: "2024-Q1", reason: Flood }', 'DD314 w.yaml:5'],
    ['no member', 'remove-member: { group: everyone, members: [everyone] }', 'DD314 w.yaml:5 owners.yaml:2'],
  ])('%s', (_, wrong, found) => {
    expect(errorsOf({ 'w.yaml': amendment('2024-02-01', '2.0.0', [wrong, right]) })).toEqual([found]);
    const [with_, without_] = [[wrong, right], [right]].map((changes) =>
      versionsOf({ 'w.yaml': amendment('2024-02-01', '2.0.0', changes) }).map((plan) => ({
        ...content(plan),
        fingerprint: '',
      })),
    );
    expect(with_).toEqual(without_);
  });

  test('a body that ends twice, in one file, on one day and on two', () => {
    const end = 'end-owner: { owner: d }';
    expect(errorsOf({ 'w.yaml': amendment('2024-02-01', '2.0.0', [end, end]) })).toEqual(['DD315 w.yaml:6 w.yaml:5']);
    const sameDay = {
      'v.yaml': amendment('2024-02-01', '2.0.0', [end]),
      'w.yaml': amendment('2024-02-01', '3.0.0', ['succeed: { from: [d], to: [{ owner: a }] }', right]),
    };
    expect(errorsOf(sameDay)).toEqual(['DD315 w.yaml:5 v.yaml:5']);
    const later = {
      'v.yaml': amendment('2024-02-01', '2.0.0', [end]),
      'w.yaml': amendment('2024-03-01', '3.0.0', [end, right]),
    };
    expect(errorsOf(later)).toEqual(['DD314 w.yaml:5 v.yaml:5']);
  });

  test('effective before signing, a version that goes back, one that does not fit', () => {
    expect(errorsOf({ 'w.yaml': amendment('2022-02-01', '2.0.0', [right]) })).toEqual(['DD312 w.yaml:2']);
    const back = {
      'v.yaml': amendment('2024-02-01', '2.0.0', [right]),
      'w.yaml': amendment('2024-03-01', '1.9.0', ['end-task: { task: A.3 }']),
    };
    expect(errorsOf(back)).toEqual(['DD312 w.yaml:3 v.yaml:3']);
    expect(versionsOf(back).map(content)).toEqual(versionsOf({ 'v.yaml': back['v.yaml'] }).map(content));
    expect(errorsOf({ 'w.yaml': amendment('2024-02-01', '1.1.0', [right]) })).toEqual(['DD319 w.yaml:3']);
    expect(
      errorsOf({
        'w.yaml': amendment('2024-02-01', '1.1.0', ['add-owner: { id: e, name: Body e, authority: other }']),
      }),
    ).toEqual([]);
  });
});

describe('the ledger through time', () => {
  const report = (owner: string, period: string, reported: string, entries: readonly string[]): Source =>
    reportFile(
      `${owner}-${period}-${reported}.yaml`,
      `plan: 12/KH-UBND\nversion: 1.0.0\nowner: ${owner}\nperiod: "${period}"\nreported: ${reported}\nentries: [${entries.map((entry) => `{ ${entry} }`).join(', ')}]\n`,
    );
  const register = (text: string): Source =>
    openedSource(
      { kind: 'opened', bytes: new TextEncoder().encode(`plan: 12/KH-UBND\n${text}`) },
      'register.yaml',
      registerForm,
    );
  /** `period task lead>holder: class` of the rows of a task. */
  const rows = (
    asOf: string,
    amendments: Files,
    sources: readonly Source[],
    task: string,
    registers: readonly Source[] = [],
  ) => {
    const plan = versionsOf(amendments).at(-1)?.on(asOf);
    if (!plan) throw new Error('no plan');
    return judgeReports({ plan, sources, registers, asOf, select: allPeriods, wholeFolder: true })
      .facts.rows.filter((row) => row.task.id === task)
      .map((row) => `${row.period.id} ${row.lead.id}>${row.owner.id}: ${inWords(row)}`);
  };
  const merged = { 'x.yaml': GOOD['x.yaml'] ?? '' };
  const done = (day: string): string =>
    `status: completed, completed: ${day}, evidence: [{ number: 1/QD, date: ${day} }]`;

  test('two predecessors before the merger count for their tasks; shared work is done when all parts are', () => {
    const both = [
      report('a', '2024', '2024-01-20', [`task: A.1, ${done('2024-01-15')}`, `task: A.3, ${done('2024-01-15')}`]),
      report('b', '2024', '2024-01-25', ['task: A.2, status: in-progress', 'task: A.3, status: in-progress']),
    ];
    expect(rows('2024-12-31', merged, both, 'A.1').at(-1)).toBe('2024 e>e: completed-on-time 2024-01-15');
    expect(rows('2025-01-15', merged, both, 'A.2').at(-2)).toBe('2024 e>e: in-term');
    expect(rows('2025-01-15', merged, both, 'A.3').filter((row) => row.startsWith('2024 e'))).toEqual([
      '2024 e>e: in-term',
    ]);
  });

  test('an old name after the merger counts; the successor’s own word goes before it', () => {
    const old = report('a', '2024', '2024-12-20', ['task: A.1, status: in-progress']);
    expect(rows('2025-01-15', merged, [old], 'A.1')[1]).toBe('2024 e>e: overdue');
    const own = report('e', '2024', '2024-12-10', [`task: A.1, ${done('2024-05-01')}`]);
    expect(rows('2025-01-15', merged, [old, own], 'A.1')[1]).toBe('2024 e>e: completed-on-time 2024-05-01');
  });

  test('a predecessor answers for its part alone: for the rest the successor has filed nothing', () => {
    const into = { 'x.yaml': amendment('2024-02-01', '2.0.0', ['succeed: { from: [a], to: [{ owner: b }] }']) };
    const old = report('a', '2024', '2024-01-20', ['task: A.1, status: in-progress', 'task: A.3, status: in-progress']);
    const plan = versionsOf(into).at(-1) as Plan;
    const judged = (wholeFolder: boolean) =>
      judgeReports({ plan, sources: [old], asOf: '2025-01-15', select: allPeriods, wholeFolder }).findings.flatMap(
        ({ rule, owner, task, period }) =>
          period === '2024' && /^(report-missing|task-unreported)$/.test(rule.name)
            ? [`${rule.code} ${owner?.id ?? ''} ${task?.id ?? ''}`]
            : [],
      );
    expect(judged(true)).toEqual(['DD203 b ', 'DD203 c ', 'DD203 d ']);
    expect(judged(false)).toEqual([]);
    expect(rows('2025-01-15', into, [old], 'A.2').at(-2)).toBe('2024 b>b: unreported (no-file)');
  });

  test('a late report by the successor counts for its predecessor, but not in place of its own', () => {
    const late = report('e', '2023', '2024-03-01', ['task: A.2, status: in-progress']);
    expect(rows('2024-03-01', merged, [late], 'A.2')[0]).toBe('2023 b>e: in-term');
    const into = { 'x.yaml': amendment('2024-02-01', '2.0.0', ['succeed: { from: [a], to: [{ owner: b }] }']) };
    const own = report('b', '2023', '2023-12-20', ['task: A.3, status: in-progress']);
    expect(rows('2024-03-01', into, [own], 'A.3').filter((row) => row.startsWith('2023'))).toEqual([
      '2023 a>b: unreported (no-file)',
      '2023 b>b: in-term',
      '2023 c>c: unreported (no-file)',
      '2023 d>d: unreported (no-file)',
    ]);
  });

  test('a body that ended without successor owes nothing from then on', () => {
    const ended = { 'x.yaml': amendment('2024-02-01', '2.0.0', ['end-owner: { owner: b }']) };
    expect(rows('2025-01-15', ended, [], 'A.2')).toEqual(['2023 b>b: unreported (no-file)']);
  });

  test('an extension moves the deadline from its day on, and not before', () => {
    const moved = { 'k.yaml': amendment('2025-01-10', '2.0.0', ['extend-deadline: { task: A.1, to: 2025-06-30 }']) };
    const said = [report('a', '2024', '2024-12-20', ['task: A.1, status: in-progress'])];
    expect(rows('2025-01-09', moved, said, 'A.1')[1]).toBe('2024 a>a: overdue');
    expect(rows('2025-01-10', moved, said, 'A.1')[1]).toBe('2024 a>a: in-term');
  });

  test('waived on the due day, for a period, until a day', () => {
    const waived = (change: string): Files => ({ 'w.yaml': amendment('2024-02-01', '2.0.0', [change]) });
    const classes = (change: string) =>
      rows('2026-01-15', waived(change), [], 'A.1').map((row) => row.replace(/ \(.*/, ''));
    expect(classes('waive: { task: A.1, reason: Flood }')).toEqual([
      '2023 a>a: unreported',
      '2024 a>a: waived',
      '2025 a>a: waived',
      '2026 a>a: waived',
    ]);
    expect(classes('waive: { owner: a, period: "2023", reason: Flood }')[0]).toBe('2023 a>a: waived');
    expect(classes('waive: { task: A.1, reason: Flood, until: 2025-06-30 }').slice(1, 3)).toEqual([
      '2024 a>a: waived',
      '2025 a>a: unreported',
    ]);
  });

  test('an on-event task has rows from its trigger on, and is due on the trigger’s day', () => {
    const asked = register('triggers: [{ task: A.5, what: Asked, day: 2024-09-01, due: 2024-11-30 }]\n');
    expect(rows('2025-01-15', {}, [], 'A.5')).toEqual([]);
    expect(rows('2024-08-31', {}, [], 'A.5', [asked])).toEqual([]);
    expect(rows('2025-01-15', {}, [], 'A.5', [asked])[0]).toBe('2024 d>d: unreported (no-file, past)');
    const early = report('d', '2024', '2024-12-20', [`task: A.5, ${done('2024-08-01')}`]);
    expect(rows('2025-01-15', {}, [early], 'A.5', [asked])[0]).toBe('2024 d>d: overdue');
    const timely = report('d', '2024', '2024-12-20', [`task: A.5, ${done('2024-11-30')}`]);
    expect(rows('2025-01-15', {}, [timely], 'A.5', [asked])[0]).toBe('2024 d>d: completed-on-time 2024-11-30');
  });

  test('a returned completion is not completed until it is filed again', () => {
    const before = report('a', '2023', '2023-12-20', [`task: A.1, ${done('2023-12-01')}`]);
    const now = report('a', '2024', '2024-12-20', [`task: A.1, ${done('2023-12-01')}`]);
    const verdict = (is: string) =>
      register(
        `appraisals: [{ owner: a, task: A.1, period: "2024", verdict: ${is}, reason: Not signed, date: 2025-01-05 }]\n`,
      );
    expect(rows('2025-01-15', {}, [before, now], 'A.1', [verdict('returned')])[1]).toBe(
      '2024 a>a: unreported (returned, past)',
    );
    expect(rows('2025-01-04', {}, [before, now], 'A.1', [verdict('returned')])[1]).toBe(
      '2024 a>a: completed-on-time 2023-12-01',
    );
    expect(rows('2025-01-15', {}, [before, now], 'A.1', [verdict('accepted')])[1]).toBe(
      '2024 a>a: completed-on-time 2023-12-01',
    );
    // In the year after nothing is said of it: what was returned took back what was said before.
    expect(rows('2026-01-15', {}, [before, now], 'A.1', [verdict('returned')])[2]).toBe(
      '2025 a>a: unreported (no-file, past)',
    );
    expect(rows('2026-01-15', {}, [before, now], 'A.1', [verdict('accepted')])[2]).toBe(
      '2025 a>a: completed-on-time 2023-12-01',
    );
    const again = report('a', '2024', '2025-01-10', [`task: A.1, ${done('2023-12-01')}`]);
    expect(rows('2025-01-15', {}, [now, again], 'A.1', [verdict('returned')])[1]).toBe(
      '2024 a>a: completed-on-time 2023-12-01',
    );
  });

  test('who wrote a letter is without form, not without file', () => {
    const letter = register('received: [{ owner: a, number: 5/CV, date: 2024-12-28, period: "2024" }]\n');
    expect(rows('2025-01-15', {}, [], 'A.1', [letter])[1]).toBe('2024 a>a: unreported (no-form, past)');
    expect(rows('2025-01-15', {}, [], 'A.2', [letter])[1]).toBe('2024 b>b: unreported (no-file)');
    expect(rows('2025-01-15', merged, [], 'A.1', [letter])[1]).toBe('2024 e>e: unreported (no-form, past)');
    expect(rows('2025-01-15', merged, [], 'A.3', [letter])).toContain('2024 c>c: unreported (no-file)');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circlesOf } from '../src/model/circles.ts';
import { planPeriod } from '../src/model/regime.ts';
import { circleIn } from '../src/parts.ts';
import { glanceAt } from '../src/read/glance.ts';
import { addDays } from '../src/day.ts';
import { type Files, dondoc, folderWith, planOf, put, reportFile } from './helpers.ts';

/** Communes that have nothing to do with one another, but for the last two; each reports every quarter. */
const BODIES = ['xa-a', 'xa-b', 'xa-c', 'xa-d', 'xa-e'];
const PLAN: Files = {
  'source.txt': 'UBND các xã:\n- Trồng cây ven đường.\n- Sửa cầu.\n- UBND XÃ D phối hợp UBND XÃ E dọn chợ.\n',
  'plan.yaml': `number: 1/KH-UBND
title: Kế hoạch của các xã
issuer: xa-a
date: "2023-01-01"
version: 1.0.0
language: vi
timezone: Asia/Ho_Chi_Minh
coordinator: xa-a
source: { file: source.txt, parts: [{ from: 1, to: 4 }] }
sections: [{ id: I, title: Nhiệm vụ }]
reporting:
  frequency: quarterly
  first: "2023-Q1"
  due: { month: 1, day: 20, basis: stated }
  owners: [cac-xa]
`,
  'owners.yaml': `owners:
${BODIES.map((id) => `  - { id: ${id}, name: UBND ${id.replace('xa-', 'xã ').toUpperCase()}, authority: district }\n`).join('')}groups:
  - { id: cac-xa, name: UBND các xã, members: [${BODIES.join(', ')}] }
`,
  'references.yaml': 'references: []\n',
  'tasks.yaml': `tasks:
  - { id: I.1, text: Trồng cây ven đường., source: { heading: 1, lines: [2] }, lead: [cac-xa], kind: ongoing }
  - id: I.2
    text: Sửa cầu.
    source: { heading: 1, lines: [3] }
    lead: [cac-xa]
    kind: deliverable
    deadline: { date: "2023-09-30", basis: stated }
  - { id: I.3, text: UBND XÃ D phối hợp UBND XÃ E dọn chợ., source: { heading: 1, lines: [4] }, lead: [xa-d], support: [xa-e], kind: ongoing }
`,
};
const plan = planOf(PLAN);

const anyText = fc
  .record({
    owner: fc.constantFrom(...BODIES, 'UBND XÃ B', 'xa-z', '"xa-c"', 'xa_a', ''),
    period: fc.constantFrom('"2023-Q1"', '2023-Q2', '"2023-Q3"', '"2023-Q4"', '2023', 'quý 3'),
    reported: fc.integer({ min: 0, max: 400 }).map((n) => addDays('2023-02-01', n)),
    day: fc.constantFrom(true, true, true, false),
    statuses: fc.array(
      fc.constantFrom('in-progress', 'completed\n    completed: "2023-06-01"', 'none-arisen', '', 'xong'),
    ),
  })
  .map(
    ({ owner, period, reported, day, statuses }) =>
      `plan: 1/KH-UBND\nversion: 1.0.0\nowner: ${owner}\nperiod: ${period}\n${day ? `reported: "${reported}"\n` : ''}entries:\n${statuses
        .map((status, i) => `  - task: I.${(i % 3) + 1}\n    status: ${status}\n    result: Đã làm ${i}\n`)
        .join('')}`,
  );

/** Lines that a glance could take for another thing than a reader does. */
const ODD = [
  ...[
    'owner: xa-b',
    ' owner: xa-b',
    '  owner: xa-b',
    '"owner": xa-b',
    "'owner': xa-b",
    'owner : xa-b',
    'owner: xa-b # b',
  ],
  ...[
    'period: "2023-Q1"',
    ' period: "2023-Q1"',
    'owner: |',
    '  xa-b',
    'title: "',
    '"',
    'title: >',
    '? owner',
    ': xa-b',
  ],
  ...['note: |\n owner: xa-b', 'note: |1\n  owner: xa-b', 'note: {', '}', 'note: [', ']', '- owner: xa-b', '-', '---'],
  ...[
    '...',
    '# owner: xa-b',
    '\towner: xa-b',
    '<<: *a',
    'a: &a',
    '%TAG',
    '\u2028owner: xa-b',
    '\rowner: xa-b\n',
    '\u0085',
  ],
  ...[
    '\ufeff',
    'plan: !!str 1',
    'owner: *a',
    'owner:xa-b',
    'owner: xa-b: c',
    'owner:',
    'owner',
    '\u0000',
    'ghi chú: a',
  ],
];
const anyOddText = fc
  .tuple(
    anyText,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('insert', 'replace', 'join'), fc.constantFrom(...ODD)), {
      maxLength: 3,
    }),
  )
  .map(([text, edits]) => {
    const lines = text.split('\n');
    for (const [at, edit, odd] of edits) {
      const i = at % lines.length;
      if (edit === 'insert') lines.splice(i, 0, odd);
      else if (edit === 'replace') lines.splice(i, 1, odd);
      else lines.splice(i, 2, `${lines[i] ?? ''}${odd}${lines[i + 1] ?? ''}`);
    }
    return lines.join('\n');
  });

describe('a glance', () => {
  const circles = circlesOf(plan);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('says of a report what a full reading says, where it says anything', () => {
    let said = 0;
    fc.assert(
      fc.property(fc.oneof(anyText, anyOddText), (text) => {
        const glance = glanceAt(bytes(text));
        if (glance === undefined) return;
        const owner = plan.ownerNamed(glance.owner);
        if (owner === undefined) return;
        said++;
        const source = reportFile('reports/x.yaml', text);
        expect(circleIn(plan, circles, source)).toBe(circles.get(owner));
        const { period } = (source.data ?? {}) as { period?: string };
        if (period !== undefined) expect(planPeriod(plan, period)).toEqual(planPeriod(plan, glance.period));
      }),
      { numRuns: 20_000 },
    );
    expect(said).toBeGreaterThan(2000);
  });

  test.each<[text: string, owner: string | undefined]>([
    ['owner: xa-b\nperiod: 2023-Q1\nentries:\n- task: I.1\n', 'xa-b'],
    ['# chú thích\nowner: "xa-b"\r\nperiod: "2023-Q1"\r\n', 'xa-b'],
    ['owner: xa-b\nperiod: 2023-Q1\nowner: xa-c\n', undefined],
    ['owner: xa-b\nperiod: 2023-Q1\n"owner": xa-c\n', undefined],
    ['note: |\n owner: xa-c\nowner: xa-b\nperiod: 2023-Q1\n', undefined],
    ['owner: xa-b\n\n  xa-c\nperiod: 2023-Q1\n', undefined],
    [`note: ${'a'.repeat(4000)}\nowner: xa-b\nperiod: 2023-Q1\n`, undefined],
    ['owner: Xã B\nperiod: 2023-Q1\n', undefined],
  ])('of text %#', (text, owner) => expect(glanceAt(bytes(text))?.owner).toBe(owner));
});

test('shares of any folder give what one run gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.oneof({ weight: 3, arbitrary: anyText }, { weight: 1, arbitrary: anyOddText }),
          fc.constantFrom('', '2023-Q2/', '2023-Q3/'),
          fc.constantFrom(...BODIES, 'a', 'b', 'c'),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      fc.integer({ min: 0, max: 330 }).map((n) => addDays('2023-04-01', n)),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('', '--period all', '--owner xa-d'),
      async (reports, asOf, of, more) => {
        const folder = folderWith({ 'dondoc.yaml': 'plan: plan\n' });
        put(folder, Object.fromEntries(Object.entries(PLAN).map(([name, text]) => [`plan/${name}`, text])));
        put(folder, Object.fromEntries(reports.map(([text, under, name]) => [`reports/${under}${name}.yaml`, text])));
        const names = Array.from({ length: of }, (_, i) => `${i + 1}.json`);
        const period = more.startsWith('--period') ? more : '';
        for (const [i, name] of names.entries())
          await dondoc(folder, `check --as-of ${asOf} ${period} --shard ${i + 1}/${of} --snapshot ${name}`);
        for (const verb of ['check', 'summary']) {
          const whole = await dondoc(folder, `${verb} --as-of ${asOf} ${more} --format json`);
          const joined = await dondoc(folder, `${verb} ${more} --format json --from ${names.join(' ')}`);
          expect(joined).toEqual(whole);
          expect(whole.code).toBeLessThan(2);
        }
      },
    ),
    { numRuns: 60 },
  );
});

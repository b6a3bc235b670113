import { describe, expect, test } from 'vitest';
import { dondoc, folderWith } from './helpers.ts';

const TASKS = ['A.1', 'A.2', 'A.3', 'A.4'];
const task = (id: string, i: number): string =>
  `  - { id: ${id}, text: "Do what ${id} asks.", source: { heading: 1, lines: [${i + 2}] }, lead: [a], support: [b], kind: deliverable, deadline: { date: 2024-06-30, basis: stated } }\n`;

/** Every change that an amendment can make, and what must be named of it: an id, and for people a name behind the stroke. */
const CHANGES: readonly (readonly [change: string, ...names: readonly string[]])[] = [
  ['add-owner: { id: e, name: Body Ếch, authority: other }', 'e|Body Ếch'],
  ['end-owner: { owner: d, reason: Dissolved }', 'd|Body d'],
  ['succeed: { from: [c], to: [{ owner: e }] }', 'c|Body c'],
  ['add-group: { id: few, name: A few, members: [a, b] }', 'few|A few'],
  ['add-member: { group: some, members: [b] }', 'some', 'b|Body b'],
  ['add-task: { id: A.9, text: Do nine., lead: [b], kind: ongoing }', 'A.9'],
  ['change-task: { task: A.1, set: { lead: [b], support: [], kind: recurring, text: "Do | otherwise." } }', 'A.1'],
  ['end-task: { task: A.2, reason: Done }', 'A.2'],
  ['extend-deadline: { task: A.3, to: 2026-01-31 }', 'A.3'],
  ['set-deadline: { task: A.4, deadline: { date: 2026-02-28, basis: derived } }', 'A.4'],
  ['waive: { owner: b, task: A.4, period: "2025", reason: Flood }', 'b|Body b', 'A.4'],
  ['add-reference: { number: 20/NQ-CP, kind: Act, title: Twenty }', '20/NQ-CP'],
  ['change-reference: { reference: 10/NQ-CP, expires: 2025-12-31, replacedBy: 20/NQ-CP }', '10/NQ-CP'],
];

const folder = folderWith({
  'p/source.txt': `Body a, Body b, Body c, Body d, All bodies, Some bodies:\n${TASKS.map((id) => `Do what ${id} asks.\n`).join('')}`,
  'p/plan.yaml': `number: 12/KH-UBND
title: A plan to amend
issuer: a
date: 2023-01-10
horizon: 2030
version: 1.0.0
language: en
timezone: UTC
coordinator: a
source: { file: source.txt, parts: [{ from: 1, to: ${TASKS.length + 1} }] }
sections: [{ id: A, title: All }]
reporting: { frequency: yearly, first: "2023", due: { month: 0, day: 31, basis: stated }, owners: [everyone] }
`,
  'p/owners.yaml': `owners: [${['a', 'b', 'c', 'd'].map((id) => `{ id: ${id}, name: Body ${id}, authority: other }`).join(', ')}]
groups: [{ id: everyone, name: All bodies, members: [a, b, c, d] }, { id: some, name: Some bodies, members: [a] }]
`,
  'p/references.yaml': 'references: [{ number: 10/NQ-CP, kind: Act, title: Ten }]\n',
  'p/tasks.yaml': `tasks:\n${TASKS.map(task).join('')}`,
  'p/amendments/2024.yaml': `instrument: { number: 2/QD, date: 2024-02-01, title: Amending }
effective: 2024-02-01
version: 2.0.0
changes:
${CHANGES.map(([change]) => `  - ${change}\n`).join('')}`,
});

describe.each(['vi', 'en'])('in %s', (lang) => {
  const said = async (words: string): Promise<string> => {
    const { code, stdout, stderr } = await dondoc(folder, `${words} --plan p --lang ${lang}`);
    expect([words, code, stderr]).toEqual([words, 0, '']);
    return stdout.replace(/\\(?=[|_*`[\]-])/g, '').replace(/\s+/g, ' ');
  };

  test.each(CHANGES)('plan diff names %s', async (_change, ...names) => {
    for (const format of ['text', 'markdown', 'json']) {
      const text = await said(`plan diff 1.0.0 2.0.0 --format ${format}`);
      for (const [id, shown = id] of names.map((name) => name.split('|')))
        expect([format, id, text.includes(format === 'json' ? (id ?? '') : (shown ?? ''))]).toEqual([format, id, true]);
    }
  });

  test('plan history counts each, and names the document and whom it concerns', async () => {
    for (const format of ['text', 'markdown']) {
      const text = await said(`plan history --format ${format}`);
      for (const name of ['2/QD', 'Body a', 'Body b', 'Body c', 'Body d', 'Body Ếch'])
        expect([format, name, text.includes(name)]).toEqual([format, name, true]);
      expect(text.match(/\d+ [^;|]+;/g)).toHaveLength(13);
    }
  });

  test('backwards as many differences are told as forwards', async () => {
    const count = async (words: string): Promise<number> =>
      (JSON.parse(await said(`${words} --format json`)) as { differences: unknown[] }).differences.length;
    expect(await count('plan diff 1.0.0 2.0.0')).toBeGreaterThanOrEqual(CHANGES.length - 1);
    expect(await said('plan diff 2.0.0 2.0.0')).toContain({ vi: 'không khác nhau', en: 'do not differ' }[lang]);
  });

  test.each(['A.1', 'A.2', 'A.3', 'A.4', 'A.9'])(
    'the life of task %s cites the document that changed it',
    async (id) => {
      expect(await said(`explain ${id} --as-of 2025-01-15`)).toContain('2/QD');
    },
  );
});

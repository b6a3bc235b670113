import type { Day } from '../src/day.ts';
import { allPeriods, judgeReports } from '../src/judge.ts';
import type { Row } from '../src/model/ledger.ts';
import type { Source } from '../src/source.ts';
import { planOf, reportFile } from './helpers.ts';

/** Tasks by id: what each is, as YAML. Deadlines are 30 June 2024 but for those that come back each year. */
const STATED = 'deadline: { date: 2024-06-30, basis: stated }';
const TASKS: Readonly<Record<string, string>> = {
  'A.stated': `lead: [a], support: [b], kind: deliverable, ${STATED}, references: [{ ref: 10/NQ-CP, relation: implements }, { ref: 11/NQ-CP, relation: cites }]`,
  'A.submits': `lead: [a], kind: deliverable, submits: true, ${STATED}`,
  'A.derived': 'lead: [a], kind: deliverable, deadline: { date: 2024-06-30, basis: derived }',
  'A.event': 'lead: [a], kind: deliverable, deadline: { date: 2024-06-30, basis: event }',
  'A.assumed': 'lead: [a], kind: deliverable, deadline: { date: 2024-06-30, basis: assumed }',
  'A.undated': 'lead: [a], kind: deliverable',
  'B.ongoing': 'lead: [a], kind: ongoing',
  'B.recurring': 'lead: [a], kind: recurring, references: [{ ref: 10/NQ-CP, relation: implements }]',
  'B.each': 'lead: [a], kind: recurring, deadline: { each: { month: -1, day: 31 }, basis: stated }',
  'B.shared': `lead: [c, a], kind: deliverable, ${STATED}`,
  'B.group': 'lead: [everyone, b], kind: deliverable',
  'C.when': 'lead: [a], kind: on-event, deadline: { basis: event, words: on request }',
  'C.report': 'lead: [everyone], kind: recurring, answeredBy: report',
  'C.invited': 'lead: [everyone], kind: ongoing, answeredBy: none',
};
export const taskIds = Object.keys(TASKS);

export const plan = planOf({
  'source.txt': `Body a, Body b, Body c, All bodies:\n${taskIds.map((id) => `Do what ${id} asks.\n`).join('')}`,
  'plan.yaml': `number: 12/KH-UBND
title: A plan to prove the ledger by
issuer: a
date: 2023-01-10
horizon: 2030
version: 1.0.0
language: en
timezone: UTC
coordinator: a
source: { file: source.txt, parts: [{ from: 1, to: ${taskIds.length + 1} }] }
sections: [{ id: A, title: Products }, { id: B, title: Standing work }, { id: C, title: Without rows }]
reporting: { frequency: yearly, first: "2023", due: { month: 0, day: 31, basis: stated }, owners: [everyone] }
`,
  'owners.yaml': `owners: [${['a', 'b', 'c'].map((id) => `{ id: ${id}, name: Body ${id}, authority: other }`).join(', ')}]
groups: [{ id: everyone, name: All bodies, members: [a, b, c] }]
`,
  'references.yaml':
    'references: [{ number: 10/NQ-CP, kind: Act, title: Ten }, { number: 11/NQ-CP, kind: Act, title: Eleven }]\n',
  'tasks.yaml': `tasks:\n${taskIds.map((id, i) => `  - { id: ${id}, text: "Do what ${id} asks.", source: { heading: 1, lines: [${i + 2}] }, ${TASKS[id] ?? ''} }\n`).join('')}`,
});

/** A report of `owner`; an entry is `task status` and more fields, in YAML. */
export const report = (
  owner: string,
  period: string,
  reported: Day,
  entries: readonly string[],
  name = `${owner}-${period}-${reported}.yaml`,
): Source =>
  reportFile(
    name,
    `plan: 12/KH-UBND\nversion: 1.0.0\nowner: ${owner}\nperiod: "${period}"\nreported: ${reported}\nentries: [${entries.map((entry) => `{ ${entry} }`).join(', ')}]\n`,
  );

export const judge = (asOf: Day, sources: readonly Source[], select = allPeriods) =>
  judgeReports({ plan, sources, asOf, select, wholeFolder: true });
export const rowsAt = (asOf: Day, sources: readonly Source[]): readonly Row[] => judge(asOf, sources).facts.rows;

/** A row in words: its class; with it the day of completion, or why nothing was reported and whether the deadline has passed. */
export const inWords = ({ class: is, completed, why, pastDeadline }: Row): string =>
  [is, ...(completed ? [completed] : []), ...(why ? [`(${why}${pastDeadline ? ', past' : ''})`] : [])].join(' ');

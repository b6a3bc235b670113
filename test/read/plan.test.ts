import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Opened } from '../../src/read/bytes.ts';
import { type PlanFiles, openPlan, planSources } from '../../src/read/plan.ts';
import { folderWith } from '../helpers.ts';

const FILES = {
  'plan.yaml': 'number: 1/KH-UBND\nsource: { file: văn bản.txt }\n',
  'owners.yaml': 'owners: []\n',
  'references.yaml': 'references: []\n',
  'tasks/b.yaml': 'tasks: []\n',
  'tasks/a.yml': 'tasks: []\n',
  'tasks.yaml': 'tasks: []\n',
  'tasks/.c.yaml': 'tasks: [\n',
  'tasks/c.yaml~': 'tasks: [\n',
  'tasks/sâu/d.yaml': 'tasks: [\n',
  'holidays/2024.yaml': 'of: a\n',
  'amendments/2.yaml': 'version: 2.0.0\n',
  'amendments/1.yaml': 'version: 1.0.0\n',
  'papers.yaml': 'papers: []\n',
  'versions.yaml': 'versions: []\n',
  'văn bản.txt': 'Kế hoạch thử\n',
  'source.txt': 'Bản cũ\n',
  'notes.md': 'x',
  'other/e.yaml': 'x: 1\n',
};

test('of a folder the files of a plan are opened, in order', () => {
  const files = openPlan(folderWith(FILES));
  expect([...files.keys()]).toEqual([
    'amendments/1.yaml',
    'amendments/2.yaml',
    'holidays/2024.yaml',
    'owners.yaml',
    'papers.yaml',
    'plan.yaml',
    'references.yaml',
    'source.txt',
    'tasks.yaml',
    'tasks/a.yml',
    'tasks/b.yaml',
    'versions.yaml',
    'văn bản.txt',
  ]);
  expect(new Set([...files.values()].map(({ kind }) => kind))).toEqual(new Set(['opened']));
});

test('what is no folder is what cannot be read; a folder within that is not there is none', () => {
  const folder = folderWith({ 'plan/plan.yaml': 'x: 1\n', 'plan/holidays': 'x', file: 'x' });
  mkdirSync(join(folder, 'plan/owners.yaml'));
  symlinkSync('tasks', join(folder, 'plan/tasks'));
  expect(
    [...openPlan(join(folder, 'plan'))].map(([name, { kind, ...more }]) => [name, kind === 'opened' ? kind : more]),
  ).toEqual([
    ['owners.yaml', { why: 'not-a-file' }],
    ['plan.yaml', 'opened'],
    ['tasks/', { why: 'link' }],
  ]);
  expect([...openPlan(join(folder, 'file'))]).toEqual([]);
  expect([...openPlan(join(folder, 'none'))]).toEqual([]);
});

const shown = (files: PlanFiles, folder: string): object => {
  const { sources, every, faulty } = planSources(files, folder);
  const name = ({ file }: { readonly file: string }): string => file;
  const { plan, owners, references, tasks, holidays, amendments, papers, versions, text } = sources;
  return {
    one: [plan, owners, references, text].map(name),
    tasks: tasks.map(name),
    holidays: holidays.map(name),
    amendments: amendments.map(name),
    more: [papers?.file, versions?.file],
    every: every.map(name),
    faulty: faulty.map(
      ({ file, faults: [fault] }) => `${file} ${fault?.kind === 'unreadable' ? fault.why : (fault?.kind ?? '')}`,
    ),
  };
};

test('files are told by their use', () => {
  const all = [
    'ke-hoach/plan.yaml',
    'ke-hoach/owners.yaml',
    'ke-hoach/references.yaml',
    'ke-hoach/tasks.yaml',
    'ke-hoach/tasks/a.yml',
    'ke-hoach/tasks/b.yaml',
    'ke-hoach/holidays/2024.yaml',
    'ke-hoach/amendments/1.yaml',
    'ke-hoach/amendments/2.yaml',
    'ke-hoach/papers.yaml',
    'ke-hoach/versions.yaml',
    'ke-hoach/văn bản.txt',
  ];
  expect(shown(openPlan(folderWith(FILES)), 'ke-hoach')).toEqual({
    one: [all[0], all[1], all[2], all[11]],
    tasks: all.slice(3, 6),
    holidays: [all[6]],
    amendments: all.slice(7, 9),
    more: [all[9], all[10]],
    every: all,
    faulty: [
      'ke-hoach/plan.yaml missing-field',
      'ke-hoach/owners.yaml bad-value',
      'ke-hoach/tasks.yaml bad-value',
      'ke-hoach/tasks/a.yml bad-value',
      'ke-hoach/tasks/b.yaml bad-value',
      'ke-hoach/holidays/2024.yaml not-a-report',
      'ke-hoach/amendments/1.yaml missing-field',
      'ke-hoach/amendments/2.yaml missing-field',
      'ke-hoach/papers.yaml bad-value',
    ],
  });
});

test('of a folder that is empty, and of one that cannot be read, each file that must be there is told', () => {
  const denied: Opened = { kind: 'unreadable', why: 'denied' };
  for (const [files, why] of [
    [new Map(), 'missing'],
    [new Map([['', denied]]), 'denied'],
  ] as const) {
    const all = ['plan.yaml', 'owners.yaml', 'references.yaml', 'tasks.yaml', 'source.txt'];
    expect(shown(files, '.')).toEqual({
      one: ['plan.yaml', 'owners.yaml', 'references.yaml', 'source.txt'],
      tasks: ['tasks.yaml'],
      holidays: [],
      amendments: [],
      more: [undefined, undefined],
      every: all,
      faulty: all.map((file) => `${file} ${why}`),
    });
  }
});

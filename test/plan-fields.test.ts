import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, dondoc, expectGolden, filesIn, folderWith, outputOf } from './helpers.ts';
import { amended, amendment, and, with_ } from './told.ts';

/** Every field of a task that an amendment may change, there and back, and a waiver of nobody in particular. */
const FIELDS = and(
  'amendments/b.yaml',
  amendment(
    '3.0.0',
    '2024-08-01',
    `  - change-task: { task: II.1.c, set: { indicator: { id: von, name: Vốn bố trí, target: 7 }, answeredBy: entry } }
  - change-task: { task: II.1.a.2, set: { references: [], partners: [] } }
  - set-deadline: { task: II.1.a.2, deadline: { basis: event, words: khi có yêu cầu } }
  - change-reference: { reference: 05/2020/QĐ-UBND, expires: 2024-12-31, replacedBy: 10/NQ-CP }
`,
  ),
  amended(
    `  - change-task: { task: II.1.a.1, set: { submits: false, as: coordinate } }
  - change-task: { task: II.1.a.2, set: { partners: [ubnd-tinh], references: [{ ref: 10/NQ-CP, relation: cites }], indicator: { id: hoi-nghi, name: Số hội nghị, target: 4, unit: hội nghị, words: bốn hội nghị } } }
  - change-task: { task: II.1.c, set: { answeredBy: report, text: Hằng năm bố trí ngân sách cho khuyến công. } }
  - waive: { task: II.1.b, period: "2024", reason: Bão, until: 2024-12-31 }
  - add-member: { group: cac-huyen, members: [so-tai-chinh] }
`,
  ),
);

describe.each(['vi', 'en'])('in %s', (lang) => {
  const folder = folderWith(FIELDS);
  test.each([
    ['forth', 'plan diff 1.1.0 3.0.0'],
    ['forth-as-signed', 'plan diff 1.1.0 2.0.0'],
    ['back', 'plan diff 3.0.0 1.1.0'],
    ['back-by-one', 'plan diff 3.0.0 2.0.0 --format markdown'],
    ['none', 'plan diff 2.0.0 2.0.0 --format markdown'],
    ['show', 'plan show'],
    ['explain', 'explain II.1.a.1'],
  ])('%s: dondoc %s', async (name, words) => {
    const { code, stdout, stderr } = await dondoc(folder, `${words} --lang ${lang}`);
    expectGolden(
      join(ROOT, `test/plan-fields/${name}.${lang}.txt`),
      stdout.replace(/dondoc \d+\.\d+\.\d+/g, 'dondoc VERSION'),
    );
    expect([code, stderr]).toEqual([0, '']);
  });
});

test('as JSON a field that was not there is null', async () => {
  const { stdout } = await dondoc(folderWith(FIELDS), 'plan diff 1.1.0 2.0.0 --format json');
  const { differences } = JSON.parse(stdout) as { differences: Readonly<Record<string, unknown>>[] };
  expect(differences.filter(({ field }) => field === 'as' || field === 'indicator')).toEqual([
    { kind: 'task-changed', task: 'II.1.a.1', field: 'as', from: null, to: 'coordinate' },
    {
      kind: 'task-changed',
      task: 'II.1.a.2',
      field: 'indicator',
      from: null,
      to: { id: 'hoi-nghi', name: 'Số hội nghị', target: 4, unit: 'hội nghị', words: 'bốn hội nghị' },
    },
  ]);
  const back = await dondoc(folderWith(FIELDS), 'plan diff 2.0.0 1.1.0 --format json');
  const { differences: undone } = JSON.parse(back.stdout) as { differences: Readonly<Record<string, unknown>>[] };
  expect(undone.find(({ field }) => field === 'as')).toMatchObject({ from: 'coordinate', to: null });
});

test('versions that were released have their day in the history', async () => {
  const folder = folderWith(FIELDS);
  expect((await dondoc(folder, 'plan release', '2024-09-01')).code).toBe(0);
  const { stdout } = await dondoc(folder, 'plan history --format markdown --lang en');
  const released = stdout.split('\n').map((line) => line.split(' | ').at(-1));
  expect(released.filter((cell) => cell === '2024-09-01 |')).toHaveLength(3);
  const { versions } = JSON.parse((await dondoc(folder, 'plan history --format json')).stdout) as {
    versions: { version: string; released: string | null }[];
  };
  expect(versions.map(({ version, released: day }) => [version, day])).toEqual([
    ['1.1.0', '2024-09-01'],
    ['2.0.0', '2024-09-01'],
    ['3.0.0', '2024-09-01'],
  ]);
});

describe('which number a version must have', () => {
  const fits = async (changes: string, version: string): Promise<string[]> => {
    const files = and(
      'amendments/a.yaml',
      amendment(version, '2024-06-01', changes),
      with_(['tasks.yaml', 'kind: ongoing', 'kind: ongoing\n    deadline: { date: 2025-06-30, basis: assumed }']),
    );
    const { stdout } = await dondoc(folderWith(files), 'plan check --format json --lang en');
    return outputOf('findings', stdout)
      .findings.filter(({ code }) => code === 'DD319')
      .map(({ message }) => message.replace(/.*it must be /, ''));
  };
  test.each<[what: string, changes: string, version: string]>([
    [
      'a task that nobody answers',
      '  - add-task: { id: II.1.d, text: Việc., lead: [cac-huyen], kind: ongoing, answeredBy: none }\n',
      '1.2.0',
    ],
    ['a task to be answered', '  - add-task: { id: II.1.d, text: Việc., lead: [cac-huyen], kind: ongoing }\n', '2.0.0'],
    [
      'a tracking date moved',
      '  - set-deadline: { task: II.1.a.2, deadline: { date: 2025-09-30, basis: assumed } }\n',
      '1.2.0',
    ],
    [
      'a tracking date made binding',
      '  - set-deadline: { task: II.1.a.2, deadline: { date: 2025-09-30, basis: stated } }\n',
      '2.0.0',
    ],
  ])('%s: %j %s', async (_, changes, version) => {
    expect(await fits(changes, version)).toEqual([]);
    expect(await fits(changes, '1.1.1')).toEqual([version]);
  });

  test('other words may be a correction or another obligation', async () => {
    const reworded = '  - change-task: { task: II.1.b, set: { text: Việc khác hẳn. } }\n';
    for (const version of ['1.1.1', '2.0.0']) expect([version, await fits(reworded, version)]).toEqual([version, []]);
    expect(await fits(reworded, '1.2.0')).toHaveLength(1);
  });
});

test.each(['name', 'plan'])('bodies of a table stand by %s', async (sort) => {
  const folder = folderWith(filesIn(join(ROOT, 'test/plans/half-yearly')));
  const { stdout } = await dondoc(folder, `summary reports --as-of 2025-07-31 --sort ${sort} --format json`);
  const tables = (JSON.parse(stdout) as { tables: Record<string, { lines: { id: string }[] }> }).tables;
  const ids = tables['owner']?.lines.map(({ id }) => id) ?? [];
  const others = ids.filter((id) => !id.startsWith('xa-'));
  expect(others).toEqual(
    sort === 'name'
      ? ['so-ha-tang', 'so-moi-truong', 'trung-tam'].filter((id) => ids.includes(id))
      : ['so-moi-truong', 'trung-tam', 'so-ha-tang'].filter((id) => ids.includes(id)),
  );
  expect(others.length).toBeGreaterThan(1);
});

test.each([
  ['group', 'cac-xa', 'explain cac-xa reports'],
  ['section', 'I', 'explain I reports'],
  ['support', 'so-moi-truong', 'explain so-moi-truong reports --support'],
  ['reference', '9/NQ-HĐND', 'explain 9/NQ-HĐND reports'],
  ['task', 'I.3', 'explain I.3 reports'],
  ['owner', 'xa-2', 'explain xa-2 reports'],
])('explained as JSON, a %s has its kind, %s, and the rows about it alone', async (kind, id, words) => {
  const folder = folderWith(filesIn(join(ROOT, 'test/plans/half-yearly')));
  const { stdout, code } = await dondoc(folder, `${words} --as-of 2025-07-31 --format json`);
  const { about, rows } = outputOf('explain', stdout);
  expect([code, about]).toEqual([0, { kind, id }]);
  expect(rows.length).toBeGreaterThan(0);
  const within: Readonly<Record<string, (row: (typeof rows)[number]['row']) => boolean>> = {
    group: ({ owner }) => owner.startsWith('xa-'),
    section: ({ task }) => task.startsWith('I.'),
    support: ({ task }) => task === 'I.3',
    reference: ({ task }) => task === 'I.1.1',
    task: ({ task }) => task === 'I.3',
    owner: ({ owner }) => owner === 'xa-2',
  };
  expect(rows.filter(({ row }) => !within[kind]?.(row))).toEqual([]);
});

import { createHash } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_SHARE_BYTES, type SavedShare, type ShareTrouble, readShare } from '../../src/read/share.ts';
import type { Source } from '../../src/source.ts';
import { folderWith } from '../helpers.ts';

const TOOL = 'dondoc 0.0.1';
const folder = folderWith({});
const FILE = join(folder, 'share.json');

const HEAD = {
  schema: 'urn:dondoc:schema:share',
  tool: TOOL,
  plan: '12/KH-UBND',
  version: '1.1.0',
  fingerprint: '70630390d86f',
  asOf: '2025-01-15',
  periods: ['2024'],
  shard: { number: 1, of: 2 },
  settings: '95b860e3',
  folder: '0ace092d',
  files: 5,
  given: ['reports'],
};
/** Reports of invented bodies. */
const REPORTS: readonly object[] = [
  {
    index: 0,
    file: 'reports/xa-a.yaml',
    data: { plan: '12/KH-UBND', owner: 'xa-a', period: '2024', entries: [null, { task: 'II.1', status: 'blocked' }] },
    unclear: [0],
    places: { 'entries.1': { line: 9, column: 5, endColumn: 8 }, 'entries.1.task': { line: 9, column: 11 } },
  },
  { index: 3, file: 'reports/xa-b.yaml', legible: { owner: 'xa-b' } },
];
const REGISTER = {
  file: 'reports/register.yaml',
  data: { received: [{ owner: 'xa-a', period: '2024', date: '2024-12-20' }] },
};
const FINDING = { code: 'DD110', severity: 'error', places: [{ line: 1, column: 1 }], data: { why: 'empty' } };

type Lists = Readonly<Partial<Record<'reports' | 'registers' | 'findings', readonly unknown[]>>>;
const lines = (items: readonly unknown[] = []): string => items.map((item) => JSON.stringify(item)).join(',\n');
const listed = (name: string, items?: readonly unknown[]): string =>
  `"${name}":[\n${lines(items)}\n],\n`.replace('\n\n', '\n');
/** The text of a share but for its last line. */
const textOf = (lists: Lists, head: object = HEAD): string =>
  `${JSON.stringify(head).slice(0, -1)},\n${listed('reports', lists.reports)}${listed('registers', lists.registers)}${listed('findings', lists.findings)}`;
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const signed = (text: string): string => `${text}"sha256":"${sumOf(text)}"}\n`;

function readBack(whole: string, tool = TOOL): SavedShare | ShareTrouble {
  writeFileSync(FILE, whole);
  return readShare(FILE, tool);
}
const share = (found: SavedShare | ShareTrouble): SavedShare => {
  if (found.kind !== 'share') throw new Error(found.kind);
  return found;
};
/** A source as far as it is data. */
const plainOf = ({ file, data, faults, legible }: Source): object => ({ file, data, faults, legible });

test('what a share holds', () => {
  const whole = signed(textOf({ reports: REPORTS, registers: [REGISTER], findings: [FINDING, FINDING] }));
  const { kind, share: head, findings, reports, registers } = share(readBack(whole));
  expect({ kind, head, findings }).toEqual({
    kind: 'share',
    head: { ...HEAD, reports: [], registers: [], findings: [], sha256: '0'.repeat(64) },
    findings: [FINDING, FINDING],
  });
  expect(reports.map(([index, source]) => [index, plainOf(source)])).toEqual([
    [
      0,
      {
        file: 'reports/xa-a.yaml',
        data: {
          plan: '12/KH-UBND',
          owner: 'xa-a',
          period: '2024',
          entries: [undefined, { task: 'II.1', status: 'blocked' }],
        },
        faults: [
          {
            kind: 'bad-value',
            path: ['entries', 0, 'status'],
            part: 'value',
            field: 'status',
            value: '',
            expected: { type: 'text' },
          },
        ],
        legible: undefined,
      },
    ],
    [3, { file: 'reports/xa-b.yaml', data: undefined, faults: [], legible: { owner: 'xa-b' } }],
  ]);
  expect(reports.map(([, source]) => 'legible' in source)).toEqual([false, true]);
  expect(registers.map(plainOf)).toEqual([{ ...REGISTER, faults: [], legible: undefined }]);
});

test('a value stands where the share says, or where what it is in does', () => {
  const { reports, registers } = share(readBack(signed(textOf({ reports: REPORTS, registers: [REGISTER] }))));
  const [[, source], [, broken]] = reports as [[number, Source], [number, Source]];
  const file = 'reports/xa-a.yaml';
  expect(source.place(['entries', 1, 'task'])).toEqual({ file, line: 9, column: 11 });
  expect(source.place(['entries', 1, 'evidence', 0])).toEqual({ file, line: 9, column: 5, endColumn: 8 });
  expect(source.place(['entries', 0])).toEqual({ file, line: 1, column: 1 });
  expect(source.place([])).toEqual({ file, line: 1, column: 1 });
  expect(broken.place(['owner'])).toEqual({ file: 'reports/xa-b.yaml', line: 1, column: 1 });
  expect(registers[0]?.place(['received', 0])).toEqual({ file: 'reports/register.yaml', line: 1, column: 1 });
  expect([source.line(1), registers[0]?.line(9)]).toEqual([undefined, undefined]);
});

test('a share of nothing', () => {
  expect(share(readBack(signed(textOf({}))))).toMatchObject({ reports: [], registers: [], findings: [] });
});

test('what lacks fields is taken: they were faulty', () => {
  const reports = [{ index: 0, file: 'a.yaml', data: { entries: [null, {}, { evidence: [null, {}] }] } }];
  const [[, source]] = share(readBack(signed(textOf({ reports })))).reports as [[number, Source]];
  expect(source.data).toEqual({ entries: [undefined, {}, { evidence: [undefined, {}] }] });
});

describe('another file', () => {
  test.each<[what: string, text: string, trouble: object]>([
    ['that says nothing', 'a: 1\n', { kind: 'foreign' }],
    [
      'of another schema',
      '{ "schema":   "urn:dondoc:schema:ledger" }',
      { kind: 'foreign', schema: 'urn:dondoc:schema:ledger' },
    ],
    ['that names the schema late', `${' '.repeat(1000)}{"schema":"${HEAD.schema}"}`, { kind: 'foreign' }],
    ['of another version', signed(textOf({}, { ...HEAD, tool: 'dondoc 9' })), { kind: 'other-tool', tool: 'dondoc 9' }],
    [
      'of another version, with what this one does not know',
      signed(textOf({}, { ...HEAD, tool: 'dondoc 9', more: 1 })),
      { kind: 'other-tool', tool: 'dondoc 9' },
    ],
  ])('%s', (_, text, trouble) => expect(readBack(text)).toStrictEqual(trouble));

  test('that cannot be opened, or is too large', () => {
    expect(readShare(join(folder, 'none.json'), TOOL)).toEqual({ kind: 'unreadable', why: 'missing' });
    expect(readBack('')).toEqual({ kind: 'unreadable', why: 'empty' });
    truncateSync(FILE, MAX_SHARE_BYTES + 1);
    expect(readShare(FILE, TOOL)).toEqual({ kind: 'too-large', size: 209_715_201, limit: 209_715_200 });
  });
});

describe('a damaged share', () => {
  const text = textOf({ reports: REPORTS });
  const report = (more: object): string => signed(textOf({ reports: [{ index: 0, file: 'a.yaml', ...more }] }));
  test.each<[what: string, whole: string]>([
    ['without its last line', text],
    ['with another sum', `${text}"sha256":"${'0'.repeat(64)}"}\n`],
    ['with a short sum', `${text}"sha256":"${sumOf(text).slice(1)}"}\n`],
    ['without the line end', signed(text).slice(0, -1)],
    ['with something behind it', `${signed(text)}\n`],
    ['with a letter more', signed(text).replace('xa-a', 'xa-aa')],
    ['that is one line', signed(`{"schema":"${HEAD.schema}",`)],
    ['that is no JSON', signed(text.replace('"index":3', '"index":'))],
    ['without a field', signed(textOf({}, { ...HEAD, plan: undefined }))],
    ['with a field more', signed(textOf({}, { ...HEAD, more: 1 }))],
    ['of a tool without a name', signed(textOf({}, { ...HEAD, tool: 7 }))],
    ['of a number beyond', signed(textOf({}, { ...HEAD, shard: { number: 3, of: 2 } }))],
    ['with a report of no file', signed(textOf({ reports: [{ index: 0 }] }))],
    ['with a finding of no place', signed(textOf({ findings: [{ ...FINDING, places: [] }] }))],
    ['with a register of nothing', signed(textOf({ registers: [{}] }))],
    ['with entries that are none', report({ data: { entries: 7 } })],
    ['with an entry that is none', report({ data: { entries: [7] } })],
    ['with a field that no report has', report({ data: { entries: [], colour: 'red' } })],
    ['with a status that is none', report({ data: { entries: [{ task: 'II.1', status: 'done' }] } })],
    ['with a register that is none', signed(textOf({ registers: [{ ...REGISTER, data: { received: 7 } }] }))],
  ])('%s', (_, whole) => expect(readBack(whole)).toEqual({ kind: 'damaged' }));

  test('the last of a division is sound', () => {
    expect(readBack(signed(textOf({}, { ...HEAD, shard: { number: 2, of: 2 } })))).toMatchObject({ kind: 'share' });
  });

  test('nested deeper than anybody can follow', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const whole = textOf({ reports: [{ index: 0, file: 'a.yaml', data: { plan: 'DEEP' } }] }).replace('"DEEP"', deep);
    expect(readBack(signed(whole))).toEqual({ kind: 'damaged' });
  });
});

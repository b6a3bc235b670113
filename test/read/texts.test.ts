import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type Form,
  amendmentForm,
  papersForm,
  planForm,
  registerForm,
  reportForm,
} from '../../src/generated/validators.js';
import type { Opened } from '../../src/read/bytes.ts';
import { openedSource, plainText, unicodeText } from '../../src/read/read.ts';
import type { Fault, Place, Source } from '../../src/source.ts';
import { ROOT, expectGolden, folderWith } from '../helpers.ts';

const opened = (text: string | Uint8Array): Opened => ({
  kind: 'opened',
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

interface Given {
  readonly text: string | Uint8Array;
  /** What a YAML report is not. */
  readonly file?: string;
  readonly form?: Form;
}

/** Files as somebody wrote them, and all that reading them says. The people and bodies are invented. */
const GIVEN: Readonly<Record<string, Given>> = {
  // What is no report at all.
  blank: { text: '\n# chưa có gì\n\n' },
  'all-blank': { text: 'plan:\nowner:\n' },
  'a-word': { text: 'Kính gửi\n' },
  'a-list': { text: '- plan: 12/KH-UBND\n' },
  'other-fields': { text: 'ten: An\nplans: 12\n' },
  'no-fields': { text: '{}' },
  'nothing-known-where-nothing-is-needed': { text: 'papres: []\n', form: papersForm },
  'other-fields-where-none-is-needed': {
    text: 'papres: []\nissuers:\n  - { body: xa-a, simbol: x }\n',
    form: papersForm,
  },
  'no-fields-where-none-is-needed': { text: '{}', form: papersForm },
  // What the schema refuses.
  types: {
    text: `plan: 415
version: [1.0.0]
owner: { id: xa-a }
period: 2024.5
reported: 2024
document: 5/BC
signer: [An]
contact: { name: 7, phone: 0912, email: true, fax: 1 }
entries:
  - task: 2.10
    status: done
    progress: sáu mươi
    started: [2024-01-01]
    submitted: 45000
    completed: 2024-02-30
    result: { a: 1 }
    evidence: none
  - task: ""
    status: [completed]
    progress: 130
    evidence:
      - { number: " ", date: tháng 6, product: 0 }
      - { product: 1.5, title: 3 }
      - 41/QĐ-UBND
    indicators: [{ id: x, value: "5,5" }, { value: 1 }, {}]
  - Đã xong
proposals: thêm vốn
`,
  },
  'limits-of-numbers': {
    text: 'plan: 1\nowner: "a"\nperiod: "2024"\nentries:\n  - { task: a, status: blocked, progress: -1 }\n  - { task: b, status: blocked, progress: 100.5 }\n  - { task: c, status: blocked, progress: 100 }\n  - { task: d, status: blocked, evidence: [{ number: 1.0, product: -2 }] }\n',
  },
  missing: {
    text: `# Báo cáo thử
version: 1.0
owner:
entries:
  - status: completed
  - task:
    status: in-progress
    evidence: [{}]
  - {}
  - task: a
    status:   # chưa rõ
    indicators:
      - id:
        value:
`,
  },
  'missing-in-json': {
    file: 'a.json',
    text: '{\r\n  "owner": null,\r\n  "entries": [ { "status": "completed" }, { "task": "" , "nguồn~/vốn": 1 } ]\r\n}',
  },
  'not-even-json': { file: 'a.JSON', text: '{ "owner": "xa-a", "period": 2024,\n "entries": [ }\n' },
  twice: {
    text: 'plan: a\nowner: b\nplan: c\nentries:\n  - { task: x, status: blocked, task: y }\n  - task: z\n    status: blocked\n    status: blocked\n',
  },
  register: {
    text: `plan: 12/KH-UBND
received:
  - { owner: xa-a, number: 5/UBND, date: 20/12/2024, received: hôm qua, period: năm 2024, task: II 1 }
triggers:
  - { task: II.1, what: "  ", day: 2024-13-01, due: 7, kind: other }
appraisals:
  - { owner: xa-a, task: II.1, period: "2024", verdict: returned, date: 2024-12-20 }
  - { owner: xa-a, task: II.1, period: "2024-13", verdict: rejected, date: 2024-12-20, reason: "" }
`,
    form: registerForm,
  },
  amendment: {
    text: `instrument: { title: "", date: 1/1/2025, confirmed: yes }
effective: soon
version: "2"
changes:
  - {}
  - { end-task: { task: II.1 }, waive: { reason: x } }
  - end-task: { completed: x }
  - change-task: { task: II.1, set: {} }
  - set-deadline: { task: II.1, deadline: { each: { month: 13, day: 0 }, basis: said } }
  - set-deadline: { task: II.1, deadline: {} }
  - add-owner: { id: Sở Mới, name: Sở Mới, authority: city }
  - succeed: { from: [], to: [] }
  - 7
`,
    form: amendmentForm,
  },
  'amendment-of-nothing': {
    text: 'instrument: { title: Quyết định thử }\neffective: 2025-01-01\nversion: 2.0.0\nchanges: []\n',
    form: amendmentForm,
  },
  plan: {
    text: `number: 12/KH-UBND
title: Kế hoạch thử
issuer: x
date: 2024
version: 1.0
language: fr
timezone: ""
coordinator: 7
horizon: 1800
vision: 9999
source: { file: source.txt }
sections: none
reporting: {}
`,
    form: planForm,
  },
  // Places.
  'line-ends-and-ends-of-values': {
    text: 'plan: 12/KH-UBND\r\nowner: |\r\n  xa-a\r\n  xa-b\r\nperiod: "2024\r\n  cuối năm"\r\nstatus: x\r\nentries:\r\n  - task: a\r\n    status: "một\r\n      hai"\r\n',
  },
  // What is broken, and who sent it all the same.
  'broken-but-legible': {
    text: `"plan": "12/KH-UBND",
 owner: 'xa-a' ,
period:    2024
owner: xa-b
owner: xa-c
Version: 1.0.0
ghi chú: x
note: có "ngoặc" trong
reported: # chưa
  task: II.1
title: Báo cáo # năm
${'k'.repeat(21)}: x
long: ${'d'.repeat(201)}
as: ${'d'.repeat(200)}
entries: [
`,
  },
  'broken-far-above': { text: `note: "${'x'.repeat(4000)}\nowner: xa-a\n` },
  // Letters from before Unicode.
  'old-letters': {
    text: 'plan: 12/KH-UBND\nowner: xa-a\nperiod: "2024"\nentries:\n  - task: a\n    status: blocked\n    result: "§· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch"\n    evidence:\n      - number: "1"\n      - { number: "2", title: Ñaõ toå chöùc ba hoäi nghò phoå bieán }\n  - "§· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch"\n',
  },
  'bytes-of-old': {
    text: latin1('# §· tæ chøc\nowner: xa-a\n  result: §· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch  \n'),
  },
  'bytes-of-old-in-comments-alone': { text: latin1('# §· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch\nowner: xa-a\n') },
  'bytes-of-nothing-known': { text: Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a) },
  'a-picture': { text: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  'a-portable-document': { text: latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n') },
};

const at = ({ line, column, endColumn }: Place): string => `${line}:${column}-${endColumn ?? ''}`;
function told(source: Source, { kind, part, path, place, related, ...more }: Fault): string {
  const spots = (related ?? []).map((spot) => ` ${spot.part} ${at(spot.source.place(spot.path, spot.part))}`).join('');
  return `${kind} ${part} /${path.join('/')} ${at(place ?? source.place(path, part))}${spots} ${JSON.stringify(more)}`;
}

test.each(Object.entries(GIVEN))('%s', (name, { text, file = 'a.yaml', form = reportForm }) => {
  const source = openedSource(opened(text), file, form);
  const { data, faults, legible } = source;
  const lines = faults.map((fault) => told(source, fault));
  const shown = [data, legible].map((each) => JSON.stringify(each, undefined, 2) as string | undefined);
  expectGolden(join(ROOT, `test/read/texts/${name}.txt`), [...lines, ...shown, ''].join('\n'));
});

test.each<[what: string, opened: Opened, fault: object]>([
  ['not there', { kind: 'unreadable', why: 'missing' }, { kind: 'unreadable', why: 'missing' }],
  ['too large', { kind: 'too-large', size: 9, limit: 8 }, { kind: 'too-large', bytes: 9, limit: 8 }],
])('a file that is %s has one fault, at its beginning', (_, given, fault) => {
  const whole = { ...fault, path: [], part: 'value' };
  const source = openedSource(given, 'reports/a.yaml', reportForm);
  expect([source.data, source.faults, source.line(1)]).toEqual([undefined, [whole], undefined]);
  expect(source.place(['owner'])).toEqual({ file: 'reports/a.yaml', line: 1, column: 1 });
  expect(plainText(given, 'source.txt')).toMatchObject({ file: 'source.txt', lines: [], source: { faults: [whole] } });
});

test('the lines of a file are those that an editor shows', () => {
  const source = openedSource(opened('\ufeffplan: a\r\n\nowner: b'), 'a.yaml', reportForm);
  expect([0, 1, 2, 3, 4].map(source.line)).toEqual([undefined, 'plan: a', '', 'owner: b', undefined]);
  expect(source.place(['owner'])).toEqual({ file: 'a.yaml', line: 3, column: 8, endColumn: 9 });
  expect(source.place(['owner'], 'key')).toEqual({ file: 'a.yaml', line: 3, column: 1, endColumn: 6 });
  expect(source.place(['nobody', 'there'])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
});

test('a signed text is its lines', () => {
  const { lines, source } = plainText(opened('một\r\nhai\n\nbốn'), 'plan/source.txt');
  expect(lines).toEqual(['một', 'hai', '', 'bốn']);
  expect([1, 4, 5].map(source.line)).toEqual(['một', 'bốn', undefined]);
  expect(source).toMatchObject({ file: 'plan/source.txt', data: 'một\r\nhai\n\nbốn', faults: [] });
  expect(source.place([])).toEqual({ file: 'plan/source.txt', line: 1, column: 1 });
});

test('a text is converted where that is asked for', () => {
  const folder = folderWith({
    'a.txt': 'Đã xong\n',
    'b.txt': '§· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch\n',
    'c.txt': '',
  });
  expect(unicodeText(join(folder, 'a.txt'))).toBe('Đã xong\n');
  expect(unicodeText(join(folder, 'b.txt'))).toBe('Đã tổ chức ba hội nghị phổ biến chính sách\n');
  expect(['c.txt', 'd.txt'].map((name) => unicodeText(join(folder, name)))).toEqual([undefined, undefined]);
});

test.each([
  [49_998, 0],
  [49_999, 1],
])('of a list of %i values and all that it is in', (count, faults) => {
  const text = `plan: [${Array.from({ length: count - 1 }, () => '1, ').join('')}1]\n`;
  const source = openedSource(opened(text), 'a.yaml', reportForm);
  expect(source.faults.filter(({ kind }) => kind === 'syntax-error').map((fault) => told(source, fault))).toEqual(
    faults === 0 ? [] : [expect.stringMatching(/^syntax-error value \/ 1:\d+-\d* \{"problem":"too-many-values"\}$/)],
  );
});

import { expect, test } from 'vitest';
import { type Glance, glanceAt } from '../../src/read/glance.ts';

const seen = (text: string): Glance | undefined => glanceAt(new TextEncoder().encode(text));
const HEAD = 'owner: xa-b\nperiod: 2023-Q1\n';

test.each<[text: string, owner: string, period: string]>([
  [HEAD, 'xa-b', '2023-Q1'],
  [HEAD.trimEnd(), 'xa-b', '2023-Q1'],
  ['period: 2023-Q1\nowner: xa-b\n', 'xa-b', '2023-Q1'],
  ['# chú thích\nowner: "xa-b"\r\n\r\nperiod: "2023-Q4"\r\n\n', 'xa-b', '2023-Q4'],
  ["owner:   'so-y-te-2'  \nperiod: '2023'\n", 'so-y-te-2', '2023'],
  ['owner: x\nperiod: 2023-H1\n', 'x', '2023-H1'],
  ['owner: x\nperiod: 2023-H2\n', 'x', '2023-H2'],
  ['owner: x\nperiod: 2023-12\n', 'x', '2023-12'],
  [`plan: 415/KH-UBND\n${HEAD}entries:\n- task: I.1\n  owner: xa-c\n  note: "dở\n`, 'xa-b', '2023-Q1'],
  [`${HEAD}entries:\n  - task: I.1\n    period: 2022\n\nnote: |\n  một\n  hai\n`, 'xa-b', '2023-Q1'],
  [`title: "Báo cáo: quý"\nnote: 'của xã'\nsigner: { name: An }\nlists: [a, b]\n${HEAD}`, 'xa-b', '2023-Q1'],
  [`empty:\n${HEAD}`, 'xa-b', '2023-Q1'],
  [`${HEAD}note: ${'a'.repeat(5000)}\n`, 'xa-b', '2023-Q1'],
  [`note: ${'a'.repeat(3981)}\n${HEAD}`, 'xa-b', '2023-Q1'],
])('%j is of whom it says', (text, owner, period) => expect(seen(text)).toEqual({ owner, period }));

test.each([
  // One of the two is not there, or is no id and no period.
  ...['', 'owner: xa-b\n', 'period: 2023-Q1\n', 'owner:\nperiod: 2023-Q1\n', 'owner: xa-b\nperiod:\n'],
  ...['Xã B', '1xa', 'xa_b', '"xa-b', `'xa-b"`, 'xa-b x', '-xa'].map((owner) => `owner: ${owner}\nperiod: 2023-Q1\n`),
  ...['quý 1', '2023-Q5', '2023-H3', '2023-1', '2023-001', '23', '"2023', '2023-', 'x2023', '2023-Q1 x'].map(
    (period) => `owner: xa-b\nperiod: ${period}\n`,
  ),
  // A value may go on in the next lines.
  'owner: xa-b\n  xa-c\nperiod: 2023-Q1\n',
  'owner: xa-b\n\n  xa-c\nperiod: 2023-Q1\n',
  `${HEAD}  x\n`,
  // Further down than a broken file is asked for whose it is.
  `note: ${'a'.repeat(3982)}\n${HEAD}`,
])('%j is of nobody', (text) => expect(seen(text)).toBeUndefined());

test.each([
  // There twice.
  ...['owner: xa-c', 'period: 2023-Q2'],
  // A key in quotes, with a space before its colon, without one behind it; what is no field at all.
  ...['"owner": xa-c', 'owner : xa-c', 'note:x', 'Note: x', 'ghi chú: x', 'x', '-', '-x', '\tnote: x', '\u0000'],
  // Indented by one space.
  ...[' owner: xa-c', 'note: |\n owner: xa-c'],
  // Values that do not end on their line, or mean another one.
  ...['"x', "'x", '"x\\"', '"x" y', "'x' y", '[x', '[x] y', '[[x]]', '{ x', '{ x } y', '{ { x } }', '}', ']', '&a'].map(
    (value) => `note: ${value}`,
  ),
  ...['*a', '!x', '%x', '@x', '`x`'].map((value) => `note: ${value}`),
  // What ends a line elsewhere.
  ...['note: x\ry', 'note: x\u2028y', 'note: x\u2029y'],
])('beside %j nothing is said', (line) => expect(seen(`${HEAD}${line}\n`)).toBeUndefined());

test('what is no UTF-8 says nothing', () => {
  expect(glanceAt(Buffer.from(`${HEAD}note: M\xe3\n`, 'latin1'))).toBeUndefined();
});

test('of a larger buffer only the part is looked at', () => {
  expect(glanceAt(new TextEncoder().encode(`owner: xa-c\n${HEAD}`).subarray(12))?.owner).toBe('xa-b');
});

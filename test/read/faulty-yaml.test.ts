import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mark, markFully, read, readFully } from '../../src/read/yaml.ts';
import { RUNS, SEED } from './places.ts';

/** The quick reader says of a text what the full one says: the same data, faults and places. */
function agrees(text: string): void {
  const { markItem: _, ...found } = read(text);
  expect(found).toStrictEqual(readFully(text));
  expect(mark(text)).toStrictEqual(markFully(text));
}

const HEADS = [
  'plan: 415/KH-UBND\nowner: so-y-te\nperiod: "2025"\nentries:\n',
  '---\n# Báo cáo\n\nplan: 415/KH-UBND\nentries: # từng nhiệm vụ\n\n',
  'note: |\n  một\n  hai\nentries:\n',
  'items:\n  - a\n  - b: 1\nentries:\n',
  'entries:\n',
];
const ITEMS = [
  '  - task: II.1\n    status: in-progress\n    result: Đã trình dự thảo lần hai\n    next: Lấy ý kiến\n',
  '  - task: II.2\n    evidence:\n      - number: 12/BC-UBND\n        date: "2025-03-10"\n      - { number: 13/BC, pages: [1, 2] }\n',
  '  - task: II.3 # ghi chú\n\n    # lề\n    result: |-\n      một\n\n      hai: ba\n    obstacles: >\n      bốn\n      năm\n',
  '  # giữa các dòng\n  - task: "II.4"\n    issues:\n    - a: 1\n      b:\n    - \'c\'\n',
  '  - II.5\n',
  '  -\n    task: II.6\n    note:\n',
  '  - { task: II.7, status: completed }\n',
];
const TAILS = ['', '', 'note: xong\n', 'indicators:\n  - id: x\n    value: 3\n', '# hết\n', 'next: [a, { b: c }]\n'];
const PIECES = [
  ...['"', "'", ':', ': ', ' #', '#', '-', '- ', '\t', '\r', '\n', ' ', '  ', '[', ']', '{', '}', ',', '|', '>', '|2'],
  ...['&a ', '*a', '!x ', '!!str ', '%', '? ', ': x', '\\', '"\\', '---', '\n---\n', '\n...\n', '\n# c\n', '\n  - x\n'],
  ...['\n- x\n', '\n\n', 'x: y: z', '\ufeff', '\u0085', '\n? a\n: b\n', '\n%YAML 1.2\n', '__proto__: 1', 'a: 1, a: 2'],
];

/** One change of a text, told by four numbers. */
type Change = (text: string, place: number, size: number) => string;
const inLines = (text: string, change: (lines: string[]) => unknown): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};
const CHANGES: readonly Change[] = [
  // A line moved to another depth, twice as likely as the rest.
  ...Array.from(
    { length: 2 },
    (): Change => (text, place, size) =>
      inLines(text, (lines) => {
        const line = place % lines.length;
        lines[line] = `${' '.repeat(size % 9)}${(lines[line] ?? '').trimStart()}`;
      }),
  ),
  // A line, or a few of them, put in again elsewhere; right below itself; taken out.
  (text, place, size) =>
    inLines(text, (lines) => {
      const again = lines.slice(size % lines.length, (size % lines.length) + 1 + (size % 3));
      lines.splice(place % lines.length, 0, ...again);
    }),
  ...Array.from(
    { length: 2 },
    (): Change => (text, place) =>
      inLines(text, (lines) => lines.splice(place % lines.length, 0, lines[place % lines.length] ?? '')),
  ),
  (text, place, size) => inLines(text, (lines) => lines.splice(place % lines.length, 1 + (size % 2))),
  // A sign or a few put somewhere, at the beginning of a value, at the end of a line.
  (text, place, size) => {
    const offset = place % (text.length + 1);
    return text.slice(0, offset) + (PIECES[size % PIECES.length] ?? '') + text.slice(offset + (size % 3));
  },
  (text, place, size) =>
    inLines(text, (lines) => {
      const line = place % lines.length;
      lines[line] = (lines[line] ?? '').replace(/(: |- |$)/, `$1${PIECES[size % PIECES.length] ?? ''}`);
    }),
  (text, place, size) =>
    inLines(text, (lines) => {
      const line = place % lines.length;
      lines[line] = `${lines[line] ?? ''}${PIECES[size % PIECES.length] ?? ''}`;
    }),
  (text, place) => text.slice(0, place % (text.length + 1)),
];

const report = fc
  .record({
    head: fc.constantFrom(...HEADS),
    items: fc.array(fc.constantFrom(...ITEMS), { minLength: 1, maxLength: 4 }),
    tail: fc.constantFrom(...TAILS),
    shape: fc.constantFrom('usual', 'usual', 'usual', 'flush', 'indented', 'CRLF'),
  })
  .map(({ head, items, tail, shape }) => {
    const list = items.join('');
    const text = head + (shape === 'flush' ? list.replace(/^ {2}/gm, '') : list) + tail;
    return shape === 'CRLF'
      ? text.replaceAll('\n', '\r\n')
      : shape === 'indented'
        ? text.replace(/^(?=.)/gm, ' ')
        : text;
  });
const spoiled = fc
  .tuple(
    report,
    fc.array(fc.record({ change: fc.nat(CHANGES.length - 1), place: fc.nat(2000), size: fc.nat(2000) }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, { change, place, size }) => CHANGES[change]?.(edited, place, size) ?? edited, text),
  );

test.each([
  'entries:\n  - a: 1\n    b: 2\n  - a: 1\n   b: 2\n    c: 3\n  - a: 1\n',
  'entries:\n  - a: 1\n  - b: "x\n  - c: 1\n    d: y"\n  - e: 1\n',
  'entries:\n  - a: 1\n  - b: [x,\n  - c: 1\n    d: y]\n  - e: 1\n',
  'entries:\n  - a: 1\n  - b: x\n   y\n  - c\n  d: 1\n',
  'entries:\n  - a: 1\n  - b: x: y\n  - c\n---\nd: 1\n',
  'entries:\n  - a: 1\n  - b: x\n      y\n  - c: "\\q"\n  - d: &x 1\n',
  'entries:\n  - a: ? x\n  - b: 1\n',
  'entries:\n  - a: 1\n  - b: *x\n  - c: [\n',
  'entries:\n  - |\n    a\n  - >-\n    b\n  - c: 1\n     d: 2\n  - e\n',
  'entries:\n- a: 1\n  b: 1\n- a: 1\n b: 2\n- c\nnote: x: y\n',
  'entries:\n  - a: 1\n  - b: 1\nother:\n  - c: 1\n  - d: 1\n     e: 2\n  - f: 1\n',
  `entries:\n${'# lề\n'.repeat(3000)}${'\n'.repeat(3000)}${'# lề\n'.repeat(3000)}  - a: "\n  - b: x: y\n`,
  `${'k: 1\n'.repeat(2500)}entries:\n  - a: 1\n    a: 2\n`,
])('%#: a faulty list is read as the full reader reads it', agrees);

test('spoiled reports are read as the full reader reads them', () => {
  fc.assert(fc.property(spoiled, agrees), { numRuns: Math.ceil(RUNS / 3), seed: SEED });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isShort, isSimple } from '../../src/read/limits.ts';
import { read, readFully } from '../../src/read/yaml.ts';

/** A report of some 1,400 lines, more than a text may have that is told to be short by its length alone. */
const LINES = [
  ...['plan: 12/KH-UBND', 'version: 1.1.0', 'owner: so-tai-chinh', 'period: "2024"', 'entries:'],
  ...Array.from({ length: 200 }, (_, i) => [
    `  - task: II.1.${i}`,
    '    status: in-progress',
    '    started: "2024-01-15"',
    `    result: Đã trình dự thảo Đề án, lấy ý kiến ${'các sở, ngành, '.repeat(12)}địa phương`,
    '    evidence:',
    `      - number: ${i + 1}/BC-STC`,
    '        date: "2024-03-02"',
  ]).flat(),
];

/** What a slip of the hand makes of a line. */
const SLIPS: readonly ((line: string) => string)[] = [
  (line) => line.replace(': ', ': "'),
  (line) => line.replace(': ', ": '"),
  (line) => ` ${line}`,
  (line) => line.slice(1),
  (line) => `\t${line}`,
  (line) => line.replace(':', ''),
  (line) => line.replace(': ', ':'),
  (line) => line.replace(': ', ': a: '),
  (line) => line.replace(': ', ': &a '),
  (line) => line.replace(': ', ': !a '),
  (line) => line.replace(': ', ': |\n  '),
  (line) => line.replace(': ', ': ['),
  (line) => `${line}\n${line}`,
  (line) => `${line} # a`,
  (line) => `${line}\n- a`,
  (line) => `---\n${line}`,
  (line) => `${line}"`,
  (line) => `? ${line}`,
];

test('a broken line of a long text is what the library alone finds in all of it', () => {
  expect(isShort(LINES.join('\n'))).toBe(false);
  expect(isSimple(LINES.join('\n'))).toBe(true);
  const slips = fc.array(fc.tuple(fc.nat(LINES.length - 1), fc.constantFrom(...SLIPS)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(slips, fc.constantFrom('\n', '\n', '\r\n'), (made, lineEnd) => {
      const lines = [...LINES];
      for (const [at, slip] of made) lines[at] = slip(lines[at] ?? '');
      const text = lines.join(lineEnd);
      const { data, faults } = read(text);
      expect({ data, faults }).toEqual(readFully(text));
    }),
    { numRuns: 60, seed: 415 },
  );
});

test.each([
  ['brackets', 'a: [b]'],
  ['more signs than there may be values', 'a:\n'.repeat(25_000)],
  ['signs enough for all that the library may spend', '-'.repeat(49_000) + '#'.repeat(90)],
])('a text with %s is not simple', (_, text) => expect(isSimple(text)).toBe(false));

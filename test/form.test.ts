import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportForm } from '../src/generated/validators.js';
import type { ReportFile } from '../src/generated/types.ts';
import { legacyText } from '../src/legacy.ts';
import { LANGS } from '../src/lang.ts';
import { openedSource } from '../src/read/read.ts';
import { formOfReport } from '../src/view/form/report.ts';
import { reportJson, reportYaml } from '../src/view/report-text.ts';

/** Text that fields hold: not blank, not in an old font, one line where the form has one line. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '=1+1',
      '_x0041_',
      '<b>&amp;',
      'dòng 1\ndòng 2',
      ' đầu và cuối ',
      '60',
      '2025-01-01',
      'true',
      "'",
      '"',
    ),
    fc.constantFrom('mã \u0007', 'a\r\nb', '\ufffe', '\ud800', '\u2028', '\u0085', 'ﷺ', '🧾'),
  )
  .filter((value) => value.trim() !== '' && legacyText(value) === undefined);
const line = text.map((value) => value.replace(/\s+/g, ' ').trim()).filter((value) => value !== '');
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(fields, { requiredKeys: [] }).filter((made) => Object.keys(made).length > 0) as fc.Arbitrary<Partial<T>>;

// There is one nought in a report.
const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const entry = fc.record(
  {
    task: line,
    status: fc.constantFrom('not-started', 'in-progress', 'submitted', 'completed', 'blocked', 'none-arisen'),
    progress: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.5, 33.3, 99.99, 0.07)),
    started: day,
    submitted: day,
    completed: day,
    result: text,
    evidence: fc.array(
      some({ number: line, date: day, title: text, issuer: text, file: text }).chain((item) =>
        fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }).map((product) => ({
          ...item,
          ...(product === undefined ? {} : { product }),
        })),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    obstacles: text,
    proposals: text,
    next: text,
    indicators: fc.array(fc.record({ id: line, value: figure }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: ['task', 'status', 'completed'] },
);
const report = fc.record(
  {
    plan: line,
    version: fc.constantFrom('1.0.0', '7.10.2'),
    owner: line,
    period: fc.oneof(fc.constantFrom('2025', '2025-H1'), fc.integer({ min: 2020, max: 2030 })),
    reported: day,
    document: some({ number: line, date: day }),
    signer: some({ name: text, title: text }),
    contact: some({ name: text, phone: line, email: line }),
    entries: fc.uniqueArray(entry, { selector: ({ task }) => task, maxLength: 4 }),
    proposals: fc.array(fc.record({ task: line, text }, { requiredKeys: ['text'] }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['plan', 'version', 'owner', 'period', 'reported', 'entries'] },
) as fc.Arbitrary<ReportFile>;

const readBack = (bytes: Uint8Array, name: string): unknown => {
  const { data, faults } = openedSource({ kind: 'opened', bytes }, name, reportForm);
  expect(faults.filter(({ kind }) => kind !== 'missing-field')).toEqual([]);
  return data;
};

describe('a report put into another format and read back is the same', () => {
  test.each(LANGS)('as a form in Excel (%s)', (lang) => {
    fc.assert(
      fc.property(report, (data) => {
        expect(readBack(formOfReport(data, undefined, lang), 'a.xlsx')).toEqual(data);
      }),
    );
  });

  test('as JSON', () => {
    fc.assert(
      fc.property(report, (data) => {
        expect(readBack(new TextEncoder().encode(reportJson(data)), 'a.json')).toEqual(data);
      }),
    );
  });

  test('as YAML', () => {
    fc.assert(
      fc.property(report, (data) => {
        expect(readBack(new TextEncoder().encode(reportYaml(data)), 'a.yaml')).toEqual(data);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../src/day.ts';
import { allPeriods } from '../src/judge.ts';
import { isOverdue } from '../src/model/facts.ts';
import { BRANCH, CLASSES, type Row, completionOf, repeats, termOf } from '../src/model/ledger.ts';
import { isUsable } from '../src/model/report.ts';
import { VIEWS_BY } from '../src/choices.ts';
import { countsOf, sharedOf, tableOf } from '../src/model/summary.ts';
import { type Filed, anyDay, anyReport, anyReports, sourcesOf } from './any-reports.ts';
import { inWords, judge, plan, rowsAt } from './ledger-plan.ts';

const keyOf = ({ task, owner, period }: Row): string => `${task.id} ${owner.id} ${period.id}`;
const shown = (row: Row): string =>
  [keyOf(row), inWords(row), row.pastDeadline, row.deadline, row.entry?.report.source.file].join(' | ');

test('there is one row for each task with entries, body that leads it and period, and no other', () => {
  fc.assert(
    fc.property(anyReports, anyDay, (filed, asOf) => {
      const rows = rowsAt(asOf, sourcesOf(filed));
      const asked = plan.tasks.filter(({ id }) => !id.startsWith('C.'));
      const periods = ['2023', '2024', '2025', '2026'].filter((id) => id <= asOf.slice(0, 4));
      const owed = periods.flatMap((period) =>
        asked.flatMap(({ id, leads }) => leads.map((owner) => `${id} ${owner.id} ${period}`)),
      );
      expect(rows.map(keyOf).sort()).toEqual(owed.sort());
    }),
  );
});

test('classes sum to the rows, and every table closes', () => {
  fc.assert(
    fc.property(anyReports, anyDay, (filed, asOf) => {
      const rows = rowsAt(asOf, sourcesOf(filed));
      for (const by of VIEWS_BY) {
        const { groups, lines, total, overlaps } = tableOf(rows, by, plan);
        for (const each of CLASSES) {
          expect(total.classes[each]).toBe(rows.filter((row) => row.class === each).length);
          const sum = lines.reduce((before, { classes }) => before + classes[each], 0);
          if (overlaps) expect(sum).toBeGreaterThanOrEqual(total.classes[each]);
          else expect(sum).toBe(total.classes[each]);
          for (const { classes, lines: own } of groups) {
            const ofGroup = own.reduce((before, line) => before + line.classes[each], 0);
            if (!overlaps) expect(ofGroup).toBe(classes[each]);
          }
        }
        for (const counts of [...lines, ...groups, total]) {
          expect(CLASSES.reduce((sum, each) => sum + counts.classes[each], 0)).toBe(counts.rows);
          expect(counts.overdue).toBe(counts.classes.overdue + counts.unreportedPastDeadline);
          expect(counts.due).toBeLessThanOrEqual(counts.completed + counts.overdue + counts.classes['in-term']);
          expect(counts.due).toBeGreaterThanOrEqual(counts.completedDue + counts.overdue);
          expect(counts.completedDue).toBeLessThanOrEqual(counts.completed);
          expect(counts.tasks).toBeLessThanOrEqual(counts.rows);
        }
        expect(total.rows).toBe(rows.length);
        expect(total.overdue).toBe(rows.filter(isOverdue).length);
      }
    }),
  );
});

test('the branch of a row is the first of the design whose test holds', () => {
  fc.assert(
    fc.property(anyReports, anyDay, (filed, asOf) => {
      for (const row of rowsAt(asOf, sourcesOf(filed))) {
        const { entry, task, period, deadline = '', completed, waiver } = row;
        const isOwn = entry !== undefined && entry.report.period?.id === period.id && isUsable(entry);
        const { status, submitted } = entry?.data ?? {};
        const tests = [
          status === 'completed' && entry !== undefined && completionOf(entry, task)?.day === completed && !!completed,
          waiver !== undefined,
          !isOwn,
          status === 'none-arisen',
          repeats(task) && deadline === '',
          termOf(row) === 'passed' && !(task.submits && submitted !== undefined && submitted <= deadline),
          true,
        ];
        expect([keyOf(row), BRANCH[row.class]]).toEqual([keyOf(row), tests.indexOf(true) + 1]);
        expect(row.pastDeadline).toBe(termOf(row) === 'passed');
      }
    }),
  );
});

test('the order of files never matters', () => {
  const withShuffled = anyReports.chain((filed) => {
    const indexes = filed.map((_, i) => i);
    return fc.tuple(fc.constant(filed), fc.shuffledSubarray(indexes, { minLength: indexes.length }));
  });
  fc.assert(
    fc.property(withShuffled, anyDay, ([filed, order], asOf) => {
      const sources = sourcesOf(filed);
      const shuffled = order.flatMap((i) => sources[i] ?? []);
      expect(rowsAt(asOf, shuffled).map(shown)).toEqual(rowsAt(asOf, sources).map(shown));
    }),
  );
});

test('marking an entry completed in time never adds an overdue row', () => {
  const marked = fc.tuple(anyReports, anyReport, fc.nat(), fc.integer({ min: 0, max: 400 }), anyDay);
  fc.assert(
    fc.property(marked, ([others, chosen, at, early, asOf]) => {
      fc.pre(chosen.entries.length > 0);
      const index = at % chosen.entries.length;
      const done = addDays('2024-06-30', -early);
      const said = `completed, completed: ${done}, submitted: ${done}`;
      const better = {
        ...chosen,
        entries: chosen.entries.map((entry, i) => (i === index ? { ...entry, said } : entry)),
      };
      const overdue = (filed: readonly Filed[]): string[] =>
        rowsAt(asOf, sourcesOf(filed)).filter(isOverdue).map(keyOf);
      const before = overdue([...others, chosen]);
      expect(overdue([...others, better]).filter((key) => !before.includes(key))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a later as-of day takes no completion back, and brings no row back before its time', () => {
  fc.assert(
    fc.property(anyReports, anyDay, fc.integer({ min: 0, max: 400 }), (filed, asOf, days) => {
      const arrived = filed.filter(({ reported }) => reported <= asOf);
      const after = new Map(rowsAt(addDays(asOf, days), sourcesOf(arrived)).map((row) => [keyOf(row), row]));
      for (const row of rowsAt(asOf, sourcesOf(arrived))) {
        const later = after.get(keyOf(row));
        if (row.class.startsWith('completed')) expect(later && inWords(later)).toBe(inWords(row));
        if (row.class !== 'not-due') expect(later?.class).not.toBe('not-due');
      }
    }),
  );
});

test('what is counted once for several leads counts each lead', () => {
  fc.assert(
    fc.property(anyReports, anyDay, (filed, asOf) => {
      const { latestRows } = judge(asOf, sourcesOf(filed), allPeriods).facts;
      for (const { task, completed, leads } of sharedOf(latestRows)) {
        const rows = latestRows.filter((row) => row.task.id === task);
        expect([leads, completed]).toEqual([plan.task(task)?.leads.length, countsOf(rows).completed]);
      }
    }),
  );
});

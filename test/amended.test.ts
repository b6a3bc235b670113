import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allPeriods, judgePlan, judgeReports, readRegisters, readReports } from '../src/judge.ts';
import { type Row, completionOf, termOf } from '../src/model/ledger.ts';
import type { Plan, Task } from '../src/model/plan.ts';
import { openPlan } from '../src/read/plan.ts';
import { messageOf } from '../src/rules/rule.ts';
import { type At, type Path, placeOf } from '../src/source.ts';
import { ROOT, expectGolden, filesIn } from './helpers.ts';

/**
 * An invented plan that is amended in every way there is: what each of its versions says and where, and the ledger of
 * invented reports on days before and after them.
 */
const PLAN = join(ROOT, 'test/plans/amended');

const where = (at: At, ...path: Path): string => {
  const { file, line, column } = placeOf(at(...path));
  return `${file.replace('plan/', '')}:${line}:${column}`;
};
const list = (ids: readonly string[]): string => ids.join(', ') || 'none';

function taskLines({ id, version, amendment, ended, deadline, lead, support, kind, text, at }: Task): string[] {
  const by = amendment ? `, ${amendment.instrument.number ?? amendment.instrument.title}` : '';
  return [
    `${ended ? 'ended task' : 'task'} ${id} of ${version}${by}: ${text} (${kind}) ${where(at, 'text')}`,
    `  lead ${list(lead)} ${where(at, 'lead')}; support ${list(support)} ${where(at, 'support')}`,
    ...(deadline ? [`  deadline ${JSON.stringify(dated(deadline))} ${where(deadline.at)}`] : []),
    ...(deadline?.extensions ?? []).map(
      ({ from, to, amendment: { version: in_ }, at: there }) => `  from ${from} to ${to} in ${in_} ${where(there)}`,
    ),
    ...(ended ? [`  ${endingText(ended)}`] : []),
  ];
}
const dated = ({ date, each, basis, words, note }: NonNullable<Task['deadline']>) => ({
  date,
  each,
  basis,
  words,
  note,
});
const endingText = ({ day, reason, heirs, amendment, at }: NonNullable<Task['ended']>): string =>
  `ended ${day} in ${amendment.version}, reason ${reason ?? 'none'}, heirs ${list(heirs)} ${where(at)}`;

/** All that a version says, each thing with its place. */
const told = (plan: Plan): string =>
  [
    `version ${plan.version} from ${plan.since}, ${plan.fingerprint}`,
    `coordinator ${plan.coordinator}, recipient ${plan.recipient}, through ${plan.reporting.through}`,
    `reports by ${list(plan.reporting.owners)}: ${list(plan.reporters.map(({ id }) => id))}`,
    ...plan.owners.map(({ id, name, since, at }) => `body ${id} ${name} since ${since ?? 'ever'} ${where(at)}`),
    ...plan.former.map((owner) => {
      const ending = plan.endingOf(owner);
      return `former body ${owner.id} ${ending ? endingText(ending) : ''}`;
    }),
    ...plan.groups.map(({ id, members, at }) => `group ${id}: ${list(members)} ${where(at, 'members')}`),
    ...plan.references.map(
      ({ key, expires, replacedBy, at }) =>
        `document ${key}, expires ${expires ?? 'never'} ${where(at, 'expires')}, replaced by ${replacedBy ?? 'none'} ${where(at, 'title')}`,
    ),
    ...[...plan.tasks, ...plan.ended].flatMap(taskLines),
    ...plan.waivers.map(
      ({ owner, task, period, reason, since, until, amendment, at }) =>
        `waiver ${JSON.stringify({ owner, task, period, reason, since, until })} in ${amendment.version} ${where(at)}`,
    ),
    ...plan.lineage.successions.map(
      ({ from, rest, named }) => `from ${list(from)} to ${list(rest)}, ${JSON.stringify([...named])}`,
    ),
    '',
  ].join('\n');

test('every version of an amended plan says what its amendments made of it, and where that stands', () => {
  const { versions = [], findings } = judgePlan(openPlan(PLAN), 'plan', () => '2025-12-31');
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map((each) => `${each.place.file}:${each.place.line} ${messageOf(each, 'en')}`)).toEqual([]);
  expect(versions.map(({ version }) => version)).toEqual([
    '1.0.0',
    '2.0.0',
    '3.0.0',
    '3.0.1',
    '4.0.0',
    '5.0.0',
    '6.0.0',
  ]);
  for (const plan of versions) expectGolden(join(PLAN, `expected/${plan.version}.txt`), told(plan));
});

/** A row with all that it rests on, each thing with its place. */
function rowText(row: Row): string {
  const { task, owner, lead, period, due, deadline, basis, judged, completed } = row;
  const { entry, trigger, waiver, letter, misnamed } = row;
  const rests = Object.entries({ entry, trigger, waiver, letter, misnamed }).flatMap(([name, thing]) =>
    thing ? [`  ${name} ${where(thing.at)}`] : [],
  );
  const held = lead === owner ? owner.id : `${lead.id} (today ${owner.id})`;
  const until = `due ${due}, deadline ${deadline ?? 'none'} (${basis ?? 'none'}, ${termOf(row)})`;
  const became = [
    row.class,
    ...(row.why ? [row.why] : []),
    ...(completed && entry ? [completed, 'by', completionOf(entry, task)?.by] : []),
  ].join(' ');
  return [`${period.id} ${task.id} ${held}: ${became}`, `  ${until}, judged ${judged}`, ...rests, ''].join('\n');
}

const { versions = [] } = judgePlan(openPlan(PLAN), 'plan', () => '2025-12-31');
const files = Object.keys(filesIn(join(PLAN, 'reports')));
const paths = (isRegister: boolean): string[] =>
  files.filter((name) => (name === 'register.yaml') === isRegister).map((name) => join(PLAN, 'reports', name));
const name = (path: string): string => path.slice(PLAN.length + 1);
const factsOn = (asOf: string, ...bodies: readonly string[]) => {
  const plan = (versions.at(-1) as Plan).on(asOf);
  return judgeReports({
    plan,
    sources: readReports(paths(false), name),
    registers: readRegisters(paths(true), name),
    asOf,
    select: allPeriods,
    wholeFolder: true,
    ...(bodies.length > 0 ? { bodies: new Set(bodies.flatMap((id) => plan.owner(id) ?? [])) } : {}),
  }).facts;
};

describe.each(['2024-07-01', '2024-12-31', '2025-01-03', '2025-01-04', '2025-01-05', '2026-01-20', '2026-07-01'])(
  'on %s',
  (asOf) => {
    test('the ledger has each obligation with all that it rests on', () => {
      expectGolden(join(PLAN, `expected/rows-${asOf}.txt`), factsOn(asOf).rows.map(rowText).join(''));
    });

    test('the rows of some bodies are those of all that these led', () => {
      const all = factsOn(asOf).rows;
      for (const bodies of [['so-3'], ['ban-7'], ['so-moi', 'so-1', 'huyen-5'], ['huyen-6', 'huyen-4', 'so-2']])
        expect(factsOn(asOf, ...bodies).rows.map(rowText)).toEqual(
          all.filter(({ lead }) => bodies.includes(lead.id)).map(rowText),
        );
    });
  },
);

import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { GROUPS } from './groups.js';

/**
 * npm run mutation -- GROUP...: the share of mutants that the tests of each group notice, by file. Fails where it is
 * less than the group must have. What survived is listed in .fuzz/survived-GROUP.txt.
 *
 *   --file GLOB     only these files of the group
 *   --static        also what is computed while the modules load (tables, texts): each costs a loading of all modules
 *   --one-in N      a sample: one mutant in N, always the same ones; a group may be `--slack` percent below its least
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', multiple: true },
    'one-in': { type: 'string', default: '1' },
    static: { type: 'boolean', default: false },
    slack: { type: 'string', default: '0' },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(GROUPS);
for (const name of names) if (!(name in GROUPS)) throw new Error(`no group ${name}: ${Object.keys(GROUPS).join(', ')}`);

const oneIn = Number(values['one-in']);
const below = [];
for (const name of names) {
  const { mutate, tests, least } = GROUPS[name];
  const from = performance.now();
  const mutants = await new Stryker({
    mutate: values.file ?? mutate,
    ignoreStatic: !values.static,
    checkers: oneIn > 1 ? ['sample'] : [],
    tempDirName: `.fuzz/mutation-${name}`,
    mutation: { tests, oneIn, budget: 3000 },
  }).runMutationTest();
  const seconds = Math.round((performance.now() - from) / 1000);
  const score = report(name, mutants);
  console.log(`${name}: ${score.toFixed(1)} % (at least ${least} %), ${seconds} s\n`);
  if (score < least - Number(values.slack)) below.push(name);
}
if (below.length > 0) {
  console.error(`below what they must have: ${below.join(', ')}`);
  process.exitCode = 1;
}

function report(name, mutants) {
  const lines = [];
  const files = [...new Set(mutants.map(({ fileName }) => fileName))].sort();
  const row = (title, of) => {
    const count = (...statuses) => of.filter(({ status }) => statuses.includes(status)).length;
    const killed = count('Killed', 'Timeout');
    const all = killed + count('Survived', 'NoCoverage');
    const more = [
      [count('NoCoverage'), 'not reached'],
      [count('Timeout'), 'out of time'],
      [count('RuntimeError'), 'in error'],
      [count('Ignored'), 'static'],
    ].map(([n, what]) => (n > 0 ? `, ${n} ${what}` : ''));
    const share = all === 0 ? 100 : (100 * killed) / all;
    console.log(
      `${share.toFixed(1).padStart(6)} %  ${String(killed).padStart(5)}/${String(all).padEnd(5)} ${title}${more.join('')}`,
    );
    return share;
  };
  for (const file of files) {
    const of = mutants.filter(({ fileName }) => fileName === file);
    row(relative('', file), of);
    for (const { status, location, mutatorName, replacement } of of)
      if (status === 'Survived' || status === 'NoCoverage')
        lines.push(
          `${relative('', file)}:${location.start.line}:${location.start.column} ${mutatorName} ${status} ${replacement?.replace(/\s+/g, ' ').slice(0, 200)}`,
        );
  }
  mkdirSync('.fuzz', { recursive: true });
  writeFileSync(`.fuzz/survived-${name}.txt`, `${lines.join('\n')}\n`);
  return row('in all', mutants);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * A checker for Stryker, by the name `sample`: lets through one mutant in `mutation.oneIn`. Which ones follows from
 * the file, the mutated lines and the change, so that an edit elsewhere leaves the sample as it is.
 */
export const strykerPlugins = [
  {
    kind: 'Checker',
    name: 'sample',
    factory: Object.assign((options) => new Sample(options), { inject: ['options'] }),
  },
];

class Sample {
  constructor({ mutation }) {
    this.oneIn = mutation.oneIn;
    this.lines = new Map();
  }

  async init() {}

  group(mutants) {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  check(mutants) {
    const out = { status: 'compileError', reason: 'not in the sample' };
    return Promise.resolve(
      Object.fromEntries(mutants.map((each) => [each.id, this.has(each) ? { status: 'passed' } : out])),
    );
  }

  has({ fileName, location: { start, end }, mutatorName, replacement }) {
    if (!this.lines.has(fileName)) this.lines.set(fileName, readFileSync(fileName, 'utf8').split('\n'));
    const lines = this.lines.get(fileName).slice(start.line, end.line + 1);
    const what = [relative('', fileName), ...lines, start.column, mutatorName, replacement].join('\n');
    return createHash('sha256').update(what).digest().readUInt32BE(0) % this.oneIn === 0;
  }
}

// Loads the bundle of dondoc, for the command and for its threads.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const DIST = join(__dirname, '../dist');

/**
 * What V8 is told before it runs anything of ours; it refuses a code cache that was made under other flags. Left to itself
 * it optimizes code that a short run needs a few times only, and inlines so much that what is optimized has to be thrown
 * away: on two cores that work takes turns with ours (a fifth of the time on 10,000 reports, a tenth on 40). Threads that
 * help to collect 1 MB make it wait until they get a core. The others are for `collector` of cli/threads.ts.
 */
const FLAGS = [
  // Later ones count calls instead, and have a compiler in between that costs little.
  ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=300000'] : []),
  ...['--max-inlined-bytecode-size-cumulative=200', '--no-parallel-scavenge'],
  ...['--no-allocation-site-pretenuring', '--heap-growing-percent=20', '--expose-gc'],
];
for (const flag of FLAGS) setFlagsFromString(flag);

/** What the build left beside the bundle so that it need not be compiled again, by piece; V8 refuses another version's. */
function codeCaches() {
  try {
    const bytes = readFileSync(join(DIST, 'code.cache'));
    const start = bytes.indexOf(10) + 1;
    const spans = Object.entries(JSON.parse(bytes.toString('latin1', 0, start)));
    return new Map(spans.map(([name, [from, to]]) => [name, bytes.subarray(start + from, start + to)]));
  } catch {
    return new Map();
  }
}

const caches = codeCaches();
/** The pieces loaded so far, by name: what each exports, and its script. */
const loaded = new Map();

/** One piece of the bundle as a CommonJS module, compiled with its code cache: half of a short run would be compiling. They are ASCII. */
function load(name) {
  const found = loaded.get(name);
  if (found) return found.module.exports;
  const filename = join(DIST, name);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const script = new Script(source, { filename, cachedData: caches.get(name) });
  const module = { exports: {} };
  loaded.set(name, { module, script });
  const requireHere = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, requireHere, module, filename, dirname(filename));
  return module.exports;
}

/** The code caches of all pieces loaded in this run and of those that had one before, as `codeCaches` reads them. */
function newCaches() {
  const all = new Map([...caches, ...[...loaded].map(([name, { script }]) => [name, script.createCachedData()])]);
  let end = 0;
  const spans = [...all].map(([name, { length }]) => [name, [end, (end += length)]]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(Object.fromEntries(spans))}\n`), ...all.values()]);
}

module.exports = { load, newCaches };

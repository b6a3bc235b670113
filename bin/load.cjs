// Loads the bundle of dondoc, for the command and for its threads.
const { openSync, readFileSync, readSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const DIST = join(__dirname, '../dist');

/**
 * What V8 is asked for while reports are read and judged. Left to itself it optimizes code that a short run needs a few
 * times only, and inlines so much that what is optimized has to be thrown away: on two cores that work takes turns with ours
 * (a fifth of the time on 10,000 reports, a tenth on 40). Threads that help to collect 1 MB make it wait until they get a
 * core. Few reports do without more room for new things: to be given its pages costs more than to collect garbage more
 * often. Of many, each part leaves all of its things behind (`collector` of cli/threads.ts).
 */
const BOTH = [
  // Later ones count calls instead, and have a compiler in between that costs little.
  ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=700000'] : []),
  ...['--max-inlined-bytecode-size-cumulative=200', '--no-parallel-scavenge'],
];
const TUNINGS = {
  few: [...BOTH, '--semi-space-growth-factor=1'],
  many: [...BOTH, '--no-allocation-site-pretenuring', '--heap-growing-percent=20'],
  /** In a thread that is loading, while what another has asked for holds for it, too. */
  shared: [],
};

/** As V8 is by itself: as it was when code was compiled for a cache, that of our pieces or of Node's own modules. It takes no other. */
const PLAIN = [
  ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=67584'] : []),
  ...['--max-inlined-bytecode-size-cumulative=920', '--parallel-scavenge', '--semi-space-growth-factor=2'],
  ...['--allocation-site-pretenuring', '--heap-growing-percent=0'],
];
let tuning;
const ask = (flags) => flags.forEach((flag) => setFlagsFromString(flag));

function tune(to) {
  tuning = to;
  ask(PLAIN);
  ask(TUNINGS[to]);
}

/** So many bytes of dist/code.cache say where each piece's code cache stands in it. */
const HEAD = 8192;

/** What the build left beside the bundle so that it need not be compiled again, by piece; V8 refuses another version's. */
function codeCaches() {
  try {
    const file = openSync(join(DIST, 'code.cache'));
    const read = (at, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      return readSync(file, bytes, 0, length, at) === length ? bytes : undefined;
    };
    const spans = JSON.parse(read(0, HEAD).toString('latin1'));
    return { names: Object.keys(spans), of: (name) => spans[name] && read(...spans[name]) };
  } catch {
    return { names: [], of: () => undefined };
  }
}

const caches = codeCaches();
/** The pieces loaded so far, by name: what each exports, and its script. */
const loaded = new Map();

/** A piece that is loaded when something of it is used, and from then on is what it exports. */
function late(name) {
  const get = (_, key) => {
    const exports = load(name);
    Object.defineProperties(piece, Object.getOwnPropertyDescriptors(exports));
    return exports[key];
  };
  const piece = Object.create(new Proxy({}, { get }));
  return piece;
}

/** One piece of the bundle as a CommonJS module, compiled with its code cache: half of a short run would be compiling. They are ASCII. */
function load(name) {
  const found = loaded.get(name);
  if (found) return found.module.exports;
  const filename = join(DIST, name);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  if (tuning) ask(PLAIN);
  const script = new Script(source, { filename, cachedData: caches.of(name) });
  const module = { exports: {} };
  loaded.set(name, { module, script });
  const requireHere = (id) => {
    const piece = id.startsWith('./') ? id.slice(2) : undefined;
    return piece === undefined ? require(id) : piece.startsWith('late-') ? late(piece) : load(piece);
  };
  script.runInThisContext()(module.exports, requireHere, module, filename, dirname(filename));
  if (tuning) ask(TUNINGS[tuning]);
  return module.exports;
}

/** The code caches of all pieces loaded in this run and of those that had one before, as `codeCaches` reads them. */
function newCaches() {
  ask(PLAIN);
  const before = caches.names.map((name) => [name, caches.of(name)]);
  const all = new Map([...before, ...[...loaded].map(([name, { script }]) => [name, script.createCachedData()])]);
  let end = HEAD;
  const spans = [...all].map(([name, { length }]) => [name, [end, ((end += length), length)]]);
  return Buffer.concat([Buffer.from(JSON.stringify(Object.fromEntries(spans)).padEnd(HEAD)), ...all.values()]);
}

module.exports = { load, tune, newCaches };

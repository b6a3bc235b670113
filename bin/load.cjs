// Loads the bundle of dondoc, for the command and for its threads.
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { packed, piecesIn } = require('./pieces.cjs');

const DIST = join(__dirname, '../dist');

/** V8 12 and later count calls instead of bytes, and have a compiler in between that costs little. */
const COUNTS_BYTES = process.versions.v8.startsWith('11.');

/**
 * What V8 is asked for while reports are read and judged. Left to itself it optimizes code that a short run needs a few
 * times only, and inlines so much that what is optimized has to be thrown away: on two cores that work takes turns with ours
 * (a fifth of the time on 10,000 reports, a tenth on 40). Threads that help to collect 1 MB make it wait until they get a
 * core. Functions that are due for the quick compiler wait until there is a batch of them. Few reports do without more room
 * for new things: to be given its pages costs more than to collect garbage more often. Of many, each part leaves all of its
 * things behind (`collector` of cli/threads.ts).
 */
const BOTH = [
  COUNTS_BYTES ? '--interrupt-budget=700000' : '',
  ...['--max-inlined-bytecode-size-cumulative=200', '--no-parallel-scavenge', '--no-baseline-batch-compilation'],
].join(' ');
const MANY = `${BOTH} --no-allocation-site-pretenuring --heap-growing-percent=20`;
const TUNINGS = {
  /** What a run over few reports asks of a pattern, it asks soon again: it is compiled at once, and not interpreted first. */
  few: `${BOTH} --semi-space-growth-factor=1 --regexp-tier-up-ticks=0`,
  many: MANY,
  /** The same with as much room for new things as there is. */
  grown: `${MANY} --semi-space-growth-factor=1`,
  /** In a thread that is loading, while what another has asked for holds for it, too. */
  shared: '',
};

/** As V8 is by itself: as it was when code was compiled for a cache, that of our pieces or of Node's own modules. It takes no other. */
const PLAIN = [
  COUNTS_BYTES ? '--interrupt-budget=67584' : '',
  ...['--max-inlined-bytecode-size-cumulative=920', '--parallel-scavenge', '--baseline-batch-compilation'],
  ...['--semi-space-growth-factor=2', '--regexp-tier-up-ticks=1'],
  ...['--allocation-site-pretenuring', '--heap-growing-percent=0'],
].join(' ');
let tuning;

function tune(to) {
  if (to === tuning) return;
  tuning = to;
  setFlagsFromString(PLAIN);
  setFlagsFromString(TUNINGS[to]);
}

/** What the pieces take for their own file; each has a name of its own where V8 says where something happened. */
const PIECES = join(DIST, 'pieces');
const { names, piece } = piecesIn(PIECES);
/** The pieces loaded so far, by name: what each exports, and its script. */
const loaded = new Map();

/** A piece that is loaded when something of it is used, and from then on is what it exports. */
function late(name) {
  const get = (_, key) => {
    const exports = load(name);
    Object.defineProperties(standIn, Object.getOwnPropertyDescriptors(exports));
    return exports[key];
  };
  const standIn = Object.create(new Proxy({}, { get }));
  return standIn;
}

/** One piece of the bundle as a CommonJS module, compiled with its code cache: half of a short run would be compiling. */
function load(name) {
  const found = loaded.get(name);
  if (found) return found.module.exports;
  const { source, cachedData } = piece(name);
  if (tuning) setFlagsFromString(PLAIN);
  const script = new Script(source, { filename: join(DIST, name), cachedData });
  const module = { exports: {} };
  loaded.set(name, { module, script });
  const requireHere = (id) => {
    const inner = id.startsWith('./') ? id.slice(2) : undefined;
    return inner === undefined ? require(id) : inner.startsWith('late-') ? late(inner) : load(inner);
  };
  script.runInThisContext()(module.exports, requireHere, module, PIECES, DIST);
  if (tuning) setFlagsFromString(TUNINGS[tuning]);
  return module.exports;
}

/** The file of all pieces, with the code caches of those loaded in this run. */
function newPieces() {
  setFlagsFromString(PLAIN);
  return packed(
    names.map((name) => {
      const { source, cachedData } = piece(name);
      return {
        name,
        source,
        cachedData: loaded.get(name)?.script.createCachedData() ?? (cachedData && Buffer.from(cachedData)),
      };
    }),
  );
}

module.exports = { load, tune, newPieces };

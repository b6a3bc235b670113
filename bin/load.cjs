// The bundle of dondoc, for the command and for its threads.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const DIST = join(__dirname, '../dist');

/** What the build left beside the bundle so that it need not be compiled again; V8 refuses another version's. */
function codeCache() {
  try {
    return { cachedData: readFileSync(join(DIST, 'main.cache')) };
  } catch {
    return {};
  }
}

/** The bundle as a CommonJS module, compiled with its code cache: half of a short run would be compiling. It is ASCII. */
module.exports = function load() {
  const filename = join(DIST, 'main.cjs');
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const script = new Script(source, { filename, ...codeCache() });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, filename, dirname(filename));
  return { ...loaded.exports, script };
};

#!/usr/bin/env node
// CommonJS, and the version before anything is loaded: an ES module would cost every start a fifth of Node's own.
const { readFileSync, writeFileSync, writeSync } = require('node:fs');
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
function load() {
  const filename = join(DIST, 'main.cjs');
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const script = new Script(source, { filename, ...codeCache() });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, filename, dirname(filename));
  return { main: loaded.exports.main, script };
}

async function start() {
  const { main, script } = load();
  await main(process);
  // Only the build asks for this, after a run that has compiled what runs need.
  if (process.env.DONDOC_CODE_CACHE) writeFileSync(process.env.DONDOC_CODE_CACHE, script.createCachedData());
}

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  try {
    writeSync(1, `${version}\n`);
  } catch {
    process.exitCode = 3;
  }
} else start();

#!/usr/bin/env node
// CommonJS, and the version before anything is loaded: an ES module would cost every start a fifth of Node's own.
const { readFileSync, writeFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

/** The version alone needs no bundle. Where it cannot be written, the command line says why. */
function hasSaidVersion() {
  const words = process.argv.slice(2);
  if (words.length !== 1 || (words[0] !== '--version' && words[0] !== '-V')) return false;
  try {
    writeSync(1, `${JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version}\n`);
    return true;
  } catch {
    return false;
  }
}

async function start() {
  const { load, tune, newPieces } = require('./load.cjs');
  const mayEnd = await load('main.cjs').main(process, { workerFile: join(__dirname, 'worker.cjs'), tune });
  // Only the build asks for this, after a run that has compiled what runs need.
  if (process.env.DONDOC_CODE_CACHE) writeFileSync(process.env.DONDOC_CODE_CACHE, newPieces());
  // Else Node waits for what V8 is still optimizing, to throw it away: a fourteenth of a run over 40 reports.
  if (mayEnd) process.exit();
}

/** In both languages: which one was asked for is found out by what cannot be loaded. */
const NOT_LOADED = [
  'không nạp được chương trình; nếu vẫn lặp lại, hãy cài lại dondoc',
  'the program cannot be loaded; if this happens again, install dondoc anew',
];

if (!hasSaidVersion())
  start().catch((error) => {
    // What even the command line could not say, which begins with catching all that goes wrong.
    process.exitCode = 3;
    for (const said of NOT_LOADED) console.error(`dondoc: ${said}`);
    console.error(error.message);
  });

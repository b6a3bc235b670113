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

if (!hasSaidVersion())
  start().catch((error) => {
    // What even the command line could not say: a damaged package, or nowhere left to say it.
    process.exitCode = 3;
    console.error(`dondoc: ${error.message}`);
  });

#!/usr/bin/env node
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What the build left beside the bundle so that it need not be compiled again; V8 refuses another version's. */
function codeCache() {
  try {
    return { cachedData: readFileSync(fromHere('../dist/main.cache')) };
  } catch {
    return {};
  }
}

/** The bundle as a CommonJS module, compiled with its code cache: half of a short run would be compiling. */
function load() {
  const filename = fromHere('../dist/main.cjs');
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
  const script = new Script(source, { filename, ...codeCache() });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  return { ...module.exports, script };
}

/** The version alone needs no bundle. Where it cannot be written, the command line says why. */
function hasSaidVersion() {
  const words = process.argv.slice(2);
  if (words.length !== 1 || (words[0] !== '--version' && words[0] !== '-V')) return false;
  try {
    writeSync(1, `${JSON.parse(readFileSync(fromHere('../package.json'), 'utf8')).version}\n`);
    return true;
  } catch {
    return false;
  }
}

try {
  if (!hasSaidVersion()) {
    const { main, script } = load();
    await main(process);
    // Only the build asks for this, after a run that has compiled what runs need.
    if (process.env.DONDOC_CODE_CACHE) writeFileSync(process.env.DONDOC_CODE_CACHE, script.createCachedData());
  }
} catch (error) {
  // What even the command line could not say: a damaged package, or nowhere left to say it.
  process.exitCode = 3;
  console.error(error);
}

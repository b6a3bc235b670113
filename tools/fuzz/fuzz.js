// npm run fuzz -- --seeds 500 --from 1: strangers' files by chance, tried on the real readers and the real command line. Every find is kept in test/hostile as a case.
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
/** As deep as src/, so that the package is found from there. */
const OUT = at('../../.fuzz');

/** Two bundles: the fast reader is held against the full one, which is chosen when its module starts. */
const bundled = async (input, name) => {
  await build({
    input: at(input),
    platform: 'node',
    external: [/^node:/, /^ajv/],
    output: { dir: OUT, format: 'es', entryFileNames: name, codeSplitting: false },
    logLevel: 'warn',
  });
  return import(pathToFileURL(`${OUT}/${name}`).href);
};
await rm(OUT, { recursive: true, force: true });
const { fuzz } = await bundled('main.ts', 'fuzz.js');
process.env.DONDOC_PLAIN = 'off';
const full = await bundled('../../src/read/yaml.ts', 'full.js');
const finds = await fuzz(process.argv.slice(2), at('../..'), full);
process.exitCode = finds > 0 ? 1 : 0;

// Bundles one of the tools in TypeScript and loads it: Node 20 runs none.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

/** As deep as src/, so that the package is found from there. */
const OUT = fileURLToPath(new URL('../.fuzz', import.meta.url));

/** What a module exports, `input` being its URL; `name` is that of the bundle, a new one for a module that is to start anew. */
export async function bundled(input, name) {
  await build({
    input: fileURLToPath(input),
    platform: 'node',
    external: [/^node:/, /^ajv/],
    output: { dir: OUT, format: 'es', entryFileNames: name, codeSplitting: false },
    logLevel: 'warn',
  });
  return import(pathToFileURL(`${OUT}/${name}`).href);
}

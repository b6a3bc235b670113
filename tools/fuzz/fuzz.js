// npm run fuzz -- --seeds 500 --from 1: strangers' files by chance, tried on the real readers and the real command line. Every find is kept in test/hostile as a case.
import { fileURLToPath } from 'node:url';
import { bundled } from '../bundled.js';

const at = (path) => new URL(path, import.meta.url);
/** Two bundles: the fast reader is held against the full one, which is chosen when its module starts. */
const { fuzz } = await bundled(at('main.ts'), 'fuzz.js');
process.env.DONDOC_PLAIN = 'off';
const full = await bundled(at('../../src/read/yaml.ts'), 'full.js');
const finds = await fuzz(process.argv.slice(2), fileURLToPath(at('../..')), full);
process.exitCode = finds > 0 ? 1 : 0;

// npm run faults, npm run kills, npm run limits: the built command under fire. See SECURITY.md for what each holds.
import { bundled } from '../bundled.js';

const [name, ...argv] = process.argv.slice(2);
const { main } = await bundled(new URL(`${name}.ts`, import.meta.url), `${name}.js`);
process.exitCode = (await main(argv)) > 0 ? 1 : 0;

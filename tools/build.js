// npm run build: schemas to types and validators, then one bundle with a chunk for each verb.
import { rm } from 'node:fs/promises';
import { build } from 'rolldown';
import './generate.js';

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
await build({
  input: 'src/main.ts',
  platform: 'node',
  external: [/^node:/],
  output: { dir: 'dist', format: 'esm', chunkFileNames: '[name].js', comments: false },
  logLevel: 'warn',
});

// npm run build: schemas to types and validators, one CommonJS bundle, and the code cache of a run over the samples.
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import './generate.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

await rm(at('../dist'), { recursive: true, force: true });
await build({
  input: at('../src/main.ts'),
  platform: 'node',
  external: [/^node:/],
  output: { dir: at('../dist'), format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false, comments: false },
  logLevel: 'warn',
});

const run = [at('../bin/dondoc.js'), 'summary', at('../examples/reports'), '--as-of', '2026-01-15'];
const { status, stderr } = spawnSync(process.execPath, run, {
  env: { ...process.env, DONDOC_CODE_CACHE: at('../dist/main.cache') },
  stdio: ['ignore', 'ignore', 'pipe'],
});
if (status !== 0) throw new Error(`the bundle does not run: ${stderr}`);

// npm run build: schemas to types and validators, one CommonJS bundle of the command line, one module of the API with its types, and the code cache of a run over the samples.
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { ModuleKind, ScriptTarget, formatDiagnostics, transpileDeclaration } from 'typescript';
import './generate.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => at('..'), getNewLine: () => '\n' };

await rm(at('../dist'), { recursive: true, force: true });
const bundle = (entry, format, file) => ({
  input: at(`../src/${entry}`),
  platform: 'node',
  external: [/^node:/],
  output: { dir: at('../dist'), format, entryFileNames: file, codeSplitting: false, comments: false },
  logLevel: 'warn',
});
await build([bundle('main.ts', 'cjs', 'main.cjs'), bundle('api.ts', 'es', 'api.js')]);

// A source of one byte a character is read and kept at half the cost; all that is not ASCII stands in strings and patterns.
const escape = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
const main = await readFile(at('../dist/main.cjs'), 'utf8');
await writeFile(at('../dist/main.cjs'), main.replace(/[^\0-\x7f]/g, escape));

/** The types of the API: its own declarations, and those of what it returns, which come from the schemas. */
for (const [from, to] of [
  ['api.ts', 'api.d.ts'],
  ['generated/outputs.ts', 'outputs.d.ts'],
]) {
  const { outputText, diagnostics } = transpileDeclaration(await readFile(at(`../src/${from}`), 'utf8'), {
    fileName: from,
    reportDiagnostics: true,
    compilerOptions: { module: ModuleKind.NodeNext, target: ScriptTarget.ES2023, verbatimModuleSyntax: true },
  });
  if (diagnostics.length > 0) throw new Error(`the types of ${from}: ${formatDiagnostics(diagnostics, host)}`);
  await writeFile(at(`../dist/${to}`), outputText.replace("'./generated/outputs.ts'", "'./outputs.js'"));
}

const run = [at('../bin/dondoc.cjs'), 'summary', at('../examples/reports'), '--as-of', '2026-01-15'];
const { status, stderr } = spawnSync(process.execPath, run, {
  env: { ...process.env, DONDOC_CODE_CACHE: at('../dist/main.cache') },
  stdio: ['ignore', 'ignore', 'pipe'],
});
if (status !== 0) throw new Error(`the bundle does not run: ${stderr}`);

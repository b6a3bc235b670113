// npm run build: schemas to types and validators, the command line in pieces of CommonJS with the code caches of runs over the samples, one module of the API with its types.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { ModuleKind, ScriptTarget, formatDiagnostics, transpileDeclaration } from 'typescript';
import { packed } from '../bin/pieces.cjs';
import './generate.js';
import { withCountedLoops } from './loops.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => at('..'), getNewLine: () => '\n' };

await rm(at('../dist'), { recursive: true, force: true });
await mkdir(at('../dist'));
/**
 * What of dependencies is left out, and what stands for it; each start would pay for loading it. commander starts commands
 * that are programs of their own: dondoc has none. chalk finds out whether there are colours: dondoc tells it.
 */
const LEFT_OUT = [
  { id: 'node:child_process', by: /[\\/]commander[\\/]/, code: 'export default {};' },
  { id: '#supports-color', by: /[\\/]chalk[\\/]/, code: 'export default { stdout: false, stderr: false };' },
];
const leftOut = (id, importer) => LEFT_OUT.find((each) => each.id === id && each.by.test(importer));
const leavingOut = {
  name: 'leaving-out',
  resolveId: (id, importer) => (leftOut(id, importer) ? `\0${id}` : null),
  load: (id) => LEFT_OUT.find((each) => id === `\0${each.id}`)?.code ?? null,
};
const counted = withCountedLoops(at('../tsconfig.json'));
const countingLoops = { name: 'counting-loops', load: (id) => counted.get(id.replaceAll('\\', '/')) };
const bundle = (entry, output, write = true) => ({
  write,
  preserveEntrySignatures: 'allow-extension',
  input: at(`../src/${entry}`),
  platform: 'node',
  external: (id, importer) => id.startsWith('node:') && !leftOut(id, importer),
  // Its CommonJS form cannot be loaded late, nor in part.
  resolve: { alias: { yaml: at('../node_modules/yaml/browser/index.js') } },
  plugins: [leavingOut, countingLoops],
  output: { dir: at('../dist'), comments: false, ...output },
  logLevel: 'warn',
});

/** What many runs do without, in pieces that bin/load.cjs knows by their names: loaded when something of them is used. */
const LATE = [
  ['crypto', /[\\/]src[\\/]crypto\.ts/],
  ['chalk', /[\\/]node_modules[\\/]chalk[\\/]|#supports-color/],
  ['excel', /[\\/]src[\\/](read[\\/]excel[\\/]|office[\\/](grid|package|shared|workbook|zip)\.ts)/],
  ['excel-writing', /[\\/]src[\\/](office[\\/](parts|styles|write)\.ts|rules[\\/]example-)/],
  ['yaml', /[\\/]node_modules[\\/]yaml[\\/]/],
  ...['amendment', 'baseline', 'papers', 'register', 'share', 'snapshot'].map((form) => [
    `${form}-form`,
    new RegExp(`[\\\\/]validators[\\\\/]${form}\\.js$`),
  ]),
];
const inCli = (...names) => names.map((name) => `cli/${name}`);
/** Parts of src that runs over reports load together anyway: as one piece each. */
const TOGETHER = {
  common: ['fold', 'lang', 'lazily', 'pause', 'version', 'cli/usage', 'view/visible', 'view/width'],
  program: ['choices', 'view/completion', ...inCli('words', 'program', 'examples', 'io', 'formats')],
  cache: ['legacy', 'utf8', 'read/bytes', 'read/files', 'write/leftover', 'write/write', 'cli/cache'],
  session: [
    ...['parts', 'rules/packed', 'rules/fingerprint', 'rules/baseline', 'rules/weights', 'view/json', 'view/words'],
    ...['model/scope', 'model/figures', 'model/selection', 'model/circles'],
    ...inCli('git', 'rules', 'workspace', 'periods', 'named', 'known', 'speech', 'output', 'outputs', 'asides'),
    ...inCli('filed', 'stdin', 'progress', 'session', 'folder', 'verdicts'),
  ],
  text: [
    ...['view/report-text', 'view/check/text', 'view/check/baseline', 'view/check/frame', 'view/check/finding'],
    'view/check/gravest',
  ],
};
/** The modules of packages that go with them, with what stands for one of theirs (LEFT_OUT). */
const BESIDES = {
  common: /[\\/]node_modules[\\/]get-east-asian-width[\\/]|[\\/]package\.json$/,
  program: /[\\/]node_modules[\\/]commander[\\/]|\0node:child_process$/,
};
const groups = [
  ...LATE.map(([name, test]) => ({ name: `late-${name}`, test })),
  ...Object.entries(TOGETHER).map(([name, modules]) => {
    const paths = new Set(modules.map((module) => at(`../src/${module}.ts`)));
    for (const path of paths) if (!existsSync(path)) throw new Error(`${path} has another name`);
    return { name, test: (id) => paths.has(id) || (BESIDES[name]?.test(id) ?? false) };
  }),
];
const codeSplitting = { includeDependenciesRecursively: false, groups };
await build(bundle('api.ts', { format: 'es', entryFileNames: 'api.js', codeSplitting: false }));
// The command in pieces, of which a run loads those that it needs.
const inPieces = { format: 'cjs', entryFileNames: 'main.cjs', chunkFileNames: '[name].cjs', codeSplitting };
const { output: chunks } = await build(bundle('main.ts', inPieces, false));

/**
 * What a piece exports never changes once it is there: a plain field is made and read faster than the getters that stand for
 * what might.
 */
function withPlainExports(source) {
  const getter =
    /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function\(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g;
  return source.replace(getter, (_, name, value) => {
    const again = new RegExp(`^(?:let |\\s*)${value.replaceAll('$', '\\$')}\\s*(?:=(?!=)|[-+*/|&]=|\\+\\+|--)`, 'm');
    if (again.test(source)) throw new Error(`${name} may change`);
    return `exports.${name} = ${value};`;
  });
}

// A source of one byte a character is read and kept at half the cost; all that is not ASCII stands in strings and patterns.
const escape = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
const asFunction = (code) => `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
const pieces = chunks.map(({ fileName, code }) => ({
  name: fileName,
  source: asFunction(withPlainExports(code).replace(/[^\0-\x7f]/g, escape)),
}));
await writeFile(at('../dist/pieces'), packed(pieces));

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

/** Runs whose code is worth keeping compiled: those of every day first; one in parts, as large folders are judged. */
const RUNS = [
  { words: 'check --fail-on never' },
  { words: 'summary --color' },
  { words: 'summary --format html' },
  { words: 'check --fail-on never --format github' },
  { words: 'check --fail-on never', settings: { DONDOC_PART: '8' } },
];
for (const { words, settings } of RUNS) {
  const [verb, ...options] = words.split(' ');
  const argv = [verb, at('../examples/reports'), '--as-of', '2026-01-15', ...options];
  const { status, stderr } = spawnSync(process.execPath, [at('../bin/dondoc.cjs'), ...argv], {
    env: { ...process.env, ...settings, DONDOC_CODE_CACHE: at('../dist/pieces') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`the bundle does not run: ${stderr}`);
}

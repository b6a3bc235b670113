// node tools/try-package.js [NODE…]: packs, installs the tarball in an empty folder and tries it there, under this Node and the
// major versions named (such as 20 22 24), which come from the registry as the package `node`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dondoc-package-'));
const examples = join(root, 'examples/reports');

/** What a command prints; another exit code than the expected one ends the run. */
function run(cwd, expected, command, ...words) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === expected) return stdout;
  throw new Error(`${command} ${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

const USE = `import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, loadPlan, summarise } from 'dondoc';
import schema from 'dondoc/schemas/findings.schema.json' with { type: 'json' };

const plan = loadPlan(dirname(fileURLToPath(import.meta.resolve('dondoc/plan/415-KH-UBND/plan.yaml'))));
const question = { plan, reports: [process.argv[2] ?? ''], asOf: '2026-01-15' };
const { summary, findings } = check({ ...question, lang: 'en' });
const { rows, tables } = summarise(question);
if (rows.length !== tables.owner.total.rows || schema.$id !== 'urn:dondoc:schema:findings') throw new Error('not what it says');
console.log(JSON.stringify({ summary, codes: findings.map(({ code }) => code).sort() }));
`;
/** What the command says of the same reports; it gives paths otherwise, and so sorts otherwise. */
const same = (text) => {
  const { summary, findings } = JSON.parse(text);
  return JSON.stringify({ summary, codes: findings.map(({ code }) => code).sort() });
};

try {
  const [{ filename, size }] = JSON.parse(
    run(root, 0, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  );
  console.log(`${filename}: ${Math.round(size / 1024)} KiB`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, 'use.js'), USE);
  run(folder, 0, 'npm', 'install', '--silent', '--no-audit', '--no-fund', `./${filename}`);
  const nodes = [
    ['node'],
    ...process.argv.slice(2).map((major) => ['npx', '--yes', `--package=node@${major}`, '--', 'node']),
  ];
  for (const [command, ...words] of nodes) {
    const node = (expected, ...more) => run(folder, expected, command, ...words, ...more).trim();
    const dondoc = (expected, ...more) => node(expected, 'node_modules/dondoc/bin/dondoc.cjs', ...more);
    const version = dondoc(0, '--version');
    const checked = dondoc(1, 'check', examples, '--as-of', '2026-01-15', '--format', 'json');
    if (node(0, 'use.js', examples) !== same(checked)) throw new Error('the API and the command differ');
    console.log(
      `node ${node(0, '--version')}: dondoc ${version}, ${JSON.parse(checked).findings.length} findings, API the same`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

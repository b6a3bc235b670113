// npm start: the main job on the sample reports, through the same command line that users have.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const asOf = ['--as-of', '2026-01-15'];
const commands = [
  ['check', 'examples/reports', ...asOf, '--limit', '2', '--fail-on', 'never'],
  ['summary', 'examples/reports', ...asOf, '--by', 'section'],
];

const run = (...words) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 3;

for (const words of commands) {
  console.log(`\n$ dondoc ${words.join(' ')}\n`);
  process.exitCode ||= run('bin/dondoc.cjs', ...words);
}

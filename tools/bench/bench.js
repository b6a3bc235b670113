// npm run bench [-- --rounds N] [-- --most 100000]: dondoc beside what a user would take instead, in turns in one run, on
// reports made from a seed. Ratios are taken round by round; medians are printed, as a Markdown table.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { shapeOf, writePlan, writeReports } from './corpus.js';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, most: { type: 'string' } } });
const rounds = Number(values.rounds ?? 9);
const most = Number(values.most ?? 10_000);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const dondoc = at('../../bin/dondoc.cjs');
const schema = at('../../schemas/report.schema.json');
const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
process.on('exit', () => process.env.KEEP || rmSync(folder, { recursive: true, force: true }));

// A certificate bundle in the environment costs every start of Node 35 ms and would flatter all ratios.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Peers are not dependencies of dondoc: those that `PEERS`, a folder with a node_modules, or the machine has are measured. */
const peer = (name) => join(process.env.PEERS ?? folder, 'node_modules/.bin', name);
const onPath = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

/** What a run needs at most, in megabytes, is told by the run itself at its end. */
const teller = join(folder, 'peak.cjs');
writeFileSync(
  teller,
  "require('worker_threads').isMainThread && process.on('exit', () => require('fs').writeSync(2, `\\npeak ${process.resourceUsage().maxRSS}`));",
);

function run([command, ...args]) {
  const before = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const ms = Number(process.hrtime.bigint() - before) / 1e6;
  if (error || status === null || status > 2) throw new Error(`${command} ${args.join(' ')}: ${error ?? stderr}`);
  return { ms, stdout, stderr, peak: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}
const node = (...args) => [process.execPath, ...args];
const check = (name, count, ...more) => {
  const { bodies, asOf } = shapeOf(count);
  // What tells the memory costs a start a tenth.
  const told = count < 1000 ? [] : ['-r', teller];
  return node(...told, dondoc, 'check', name, '--plan', `plan-${bodies}`, '--as-of', asOf, ...more);
};
const ajv = (name) =>
  node(
    peer('ajv'),
    'validate',
    '-s',
    schema,
    '-d',
    `${name}/**/*.yaml`,
    '--spec=draft2020',
    '-c',
    'ajv-formats',
    '--strict=false',
    '--all-errors',
  );

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs commands in turns; the first round only warms the machine. Gives the median of each and of its ratio to the first. */
function inTurns(commands, times) {
  const seen = commands.map(() => ({ ms: [], ratios: [], peaks: [] }));
  for (let round = -1; round < times; round++) {
    const floor = run(commands[0]);
    for (const [i, command] of commands.entries()) {
      const { ms, peak } = i === 0 ? floor : run(command);
      if (round < 0) continue;
      seen[i].ms.push(ms);
      seen[i].ratios.push(ms / floor.ms);
      seen[i].peaks.push(peak);
    }
  }
  return seen.map(({ ms, ratios, peaks }) => ({ ms: median(ms), ratio: median(ratios), peak: Math.max(...peaks) }));
}

function made(name, count, faulty) {
  const { bodies } = shapeOf(count);
  if (!existsSync(join(folder, `plan-${bodies}`))) writePlan(join(folder, `plan-${bodies}`), bodies);
  return writeReports(join(folder, name), count, faulty);
}

const lines = [];
const row = (what, ms, ratio, bar, files) =>
  lines.push(
    `| ${what} | ${ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`} | ${ratio === undefined ? '' : ratio.toFixed(2)} | ${bar ?? ''} | ${files === undefined ? '' : Math.round((files * 1000) / ms)} |`,
  );

/** Small folders, against Node's own start. */
made('r40', 40, 'schema');
run(check('r40', 40, '--cache'));
const [floor, version, forty, warm] = inTurns(
  [node('-e', '0'), node(dondoc, '--version'), check('r40', 40), check('r40', 40, '--cache')],
  rounds,
);
row('`node -e 0`', floor.ms, 1);
row('`dondoc --version` / `node -e 0`', version.ms, version.ratio, '≤ 1.15');
row('check of 40 reports / `node -e 0`', forty.ms, forty.ratio, '≤ 3.8', 40);
row('the same, nothing changed (`--cache`) / `node -e 0`', warm.ms, warm.ratio, '≤ 2', 40);

/** Large ones, against ajv-cli on the same files and schema, and against themselves. */
const hasAjv = existsSync(peer('ajv'));
const before = new Map();
for (const [count, bar] of [
  [1000, '≤ 0.45'],
  [10_000, '≤ 0.3'],
  [100_000, ''],
]) {
  if (count > most) continue;
  const times = count > 1000 ? Math.min(3, rounds) : rounds;
  const name = `r${count}`;
  const { bad } = made(name, count, 'schema');
  const [first, second] = inTurns(hasAjv ? [ajv(name), check(name, count, '-q')] : [check(name, count, '-q')], times);
  const own = second ?? first;
  if (second) row(`${count} reports: ajv-cli`, first.ms, 1, undefined, count);
  row(`${count} reports: check${second ? ' / ajv-cli' : ''}`, own.ms, second?.ratio, second && bar, count);
  lines.push(
    `| peak memory at ${count} | ${own.peak.toFixed(0)} MB | | ${{ 10000: '≤ 150 MB', 100000: '≤ 220 MB' }[count] ?? ''} | |`,
  );
  before.set(count, own.ms);
  agree(name, count, bad);
  if (count === 10_000) {
    run(check(name, count, '-q', '--cache'));
    const [cold, hot] = inTurns(
      hasAjv
        ? [ajv(name), check(name, count, '-q', '--cache')]
        : [node('-e', '0'), check(name, count, '-q', '--cache')],
      times,
    );
    row(
      `${count} again, cache warm${hasAjv ? ' / ajv-cli' : ''}`,
      hot.ms,
      hasAjv ? hot.ms / cold.ms : undefined,
      hasAjv ? '≤ 0.05' : undefined,
      count,
    );
    made('clean', count, 'none');
    made('unreadable', count, 'unreadable');
    const [clean, faulty] = inTurns([check('clean', count, '-q'), check('unreadable', count, '-q')], times);
    row('5 % faulty, 0.9 % unreadable / a clean folder', faulty.ms, faulty.ms / clean.ms, '≤ 1.15', count);
    if (onPath('yamllint'))
      row(`yamllint, 40 reports`, run(['yamllint', '-d', 'relaxed', 'r40']).ms, undefined, undefined, 40);
    row(
      `\`cat\` of ${count}`,
      run(['sh', '-c', `find ${name} -type f | xargs cat > /dev/null`]).ms,
      undefined,
      undefined,
      count,
    );
    row(
      `\`sha1sum\` of ${count}`,
      run(['sh', '-c', `find ${name} -type f | xargs sha1sum > /dev/null`]).ms,
      undefined,
      undefined,
      count,
    );
  }
}
if (before.has(100_000))
  lines.push(`| 100000 / 10000 | | ${(before.get(100_000) / before.get(10_000)).toFixed(2)} | ≤ 10.5 | |`);

/** 200 Excel forms, against exceljs reading the same. */
made('yaml', 200, 'none');
run(node(dondoc, 'convert', 'yaml', '--to', 'xlsx', '-o', 'xlsx', '--plan', 'plan-200'));
const exceljs = join(process.env.PEERS ?? folder, 'node_modules/exceljs');
if (existsSync(exceljs)) {
  const reader = join(folder, 'exceljs.cjs');
  writeFileSync(
    reader,
    `const { Workbook } = require(${JSON.stringify(exceljs)}); const fs = require('fs'); const path = require('path');
(async () => { for (const f of fs.readdirSync('xlsx', { recursive: true })) if (f.endsWith('.xlsx')) await new Workbook().xlsx.readFile(path.join('xlsx', f)); })();`,
  );
  const [theirs, ours] = inTurns([node(reader), check('xlsx', 200, '-q')], Math.min(3, rounds));
  row('200 Excel reports: exceljs, reading alone', theirs.ms, 1, undefined, 200);
  row('200 Excel reports: check / exceljs', ours.ms, ours.ratio, '≤ 0.35', 200);
}

/** That dondoc and ajv-cli call the same files bad by their schema, and that these are those that were made so. */
function agree(name, count, bad) {
  const { stdout } = run(check(name, count, '--period', 'all', '--format', 'json'));
  const ours = new Set(
    JSON.parse(stdout)
      .findings.filter(({ code }) => code <= 'DD109')
      .map(({ file }) => file.slice(name.length + 1)),
  );
  const theirs = hasAjv
    ? new Set([...run(ajv(name)).stderr.matchAll(/^\S*?\/(\S+) invalid$/gm)].map(([, file]) => file))
    : ours;
  const planted = [...bad].sort().join();
  const same = [...ours].sort().join() === planted && [...theirs].sort().join() === planted;
  lines.push(
    `| bad by schema among ${count}: ${bad.length} | ${same ? 'all agree' : `differ: ${ours.size}, ${theirs.size}`} | | | |`,
  );
  if (!same) process.exitCode = 1;
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; ${rounds} rounds (3 from 10,000 reports on), medians; reports of 30 entries, 29.8 KB each\n`,
);
console.log('| what | time | ratio | bar | files/s |\n|---|---|---|---|---|');
console.log(lines.join('\n'));

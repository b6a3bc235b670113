// npm run bench [-- --rounds N] [-- --most 100000] [-- --all]: dondoc beside what a user would take instead, in turns in one
// run, on reports made from a seed. Ratios are taken round by round; medians are printed, as a Markdown table.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { shapeOf, writePlan, writeReports } from './corpus.js';
import { exceljs, peersIn, telling } from './peers.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, most: { type: 'string' }, all: { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? 9);
const most = Number(values.most ?? 10_000);
const dondoc = fileURLToPath(new URL('../../bin/dondoc.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
process.on('exit', () => process.env.KEEP || rmSync(folder, { recursive: true, force: true }));

// A certificate bundle in the environment costs every start of Node 35 ms and would flatter all ratios.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Statuses of those that have found something; v8r has one of its own. */
const DONE = [0, 1, 2, 99];

function run([command, ...args]) {
  const before = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const ms = Number(process.hrtime.bigint() - before) / 1e6;
  if (error || !DONE.includes(status)) throw new Error(`${command} ${args.join(' ')}: ${error ?? stderr}`);
  return { ms, stdout, stderr, peak: Number(/^peak (\d+)/m.exec(stderr)?.[1]) / 1024 };
}
const node = (...args) => [process.execPath, ...args];
const check = (name, count, ...more) => {
  const { bodies, asOf } = shapeOf(count);
  // What tells the memory costs a start a tenth.
  return (count < 200 ? node : telling)(dondoc, 'check', name, '--plan', `plan-${bodies}`, '--as-of', asOf, ...more);
};
const shell = (line) => ['sh', '-c', line];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs commands in turns; the first round only warms the machine. Gives the median of each and of its ratio to the first. */
function inTurns(commands, times) {
  const turns = Array.from({ length: times + 1 }, () => commands.map((command) => run(command))).slice(1);
  return commands.map((_, i) => ({
    ...turns[0][i],
    ms: median(turns.map((turn) => turn[i].ms)),
    ratio: median(turns.map((turn) => turn[i].ms / turn[0].ms)),
    peak: Math.max(...turns.map((turn) => turn[i].peak)),
  }));
}

function made(name, count, faulty) {
  const { bodies } = shapeOf(count);
  if (!existsSync(join(folder, `plan-${bodies}`))) writePlan(join(folder, `plan-${bodies}`), bodies);
  const { bad } = writeReports(join(folder, name), count, faulty);
  settle();
  return bad;
}

/** What was written goes to the disk first: it would take a core while others are measured. */
function settle() {
  spawnSync('sync');
}

const lines = ['| what | time | ratio | bar | files/s | peak | growth |', '|---|---|---|---|---|---|---|'];
function row(what, { ms, ratio, peak }, { count, bar = '', growth } = {}) {
  const cells = [
    what,
    ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`,
    ratio?.toFixed(2) ?? '',
    bar,
    count ? Math.round((count * 1000) / ms) : '',
    peak ? `${peak.toFixed(0)} MB` : '',
    growth ? growth.toFixed(1) : '',
  ];
  lines.push(`| ${cells.join(' | ')} |`);
}

const all = peersIn(folder);
const peers = all.filter(({ found }) => found);
const missing = [...all, exceljs].filter(({ found }) => !found);

/** One run of each: their ratio is that to the median of what the others are compared with. */
function once(those, name, count, floor) {
  return those.map((peer) => {
    const told = run(peer.command(name));
    row(`${count} reports: ${peer.name}, once`, { ...told, ratio: told.ms / floor.ms }, { count });
    return [peer, told];
  });
}

/** That dondoc and its peers call the same files bad by the schema, and that these are those that were made so. */
function agree(name, count, planted, seen) {
  const { findings } = JSON.parse(run(check(name, count, '--period', 'all', '--format', 'json')).stdout);
  const named = [['dondoc', findings.filter(({ code }) => code <= 'DD109').map(({ file }) => file)]];
  for (const [peer, { stdout, stderr }] of seen)
    if (peer.bad) named.push([peer.name, Array.from(`${stdout}\n${stderr}`.matchAll(peer.bad), ([, file]) => file)]);

  const differ = named.filter(([who, files]) => {
    const called = new Set(files.map((file) => file.slice(file.lastIndexOf(`${name}/`) + name.length + 1)));
    const missed = planted.filter((file) => !called.has(file));
    const wrong = [...called].filter((file) => !planted.includes(file));
    if (missed.length > 0) console.error(`Of ${count} reports, ${who} does not call bad: ${missed.join(', ')}`);
    if (wrong.length > 0) console.error(`Of ${count} reports, ${who} calls bad, though good: ${wrong.join(', ')}`);
    return missed.length + wrong.length > 0;
  });
  if (differ.length > 0) process.exitCode = 1;
  const who = (those) => those.map(([name]) => name).join(', ');
  const verdict = differ.length > 0 ? `differ: ${who(differ)}` : `agree: ${who(named)}`;
  lines.push(`| bad by schema among ${count}: ${planted.length} | ${verdict} | | | | | |`);
}

/** Small folders, against Node's own start. */
const few = made('r40', 40, 'schema');
const [floor, version, forty, warm] = inTurns(
  [node('-e', '0'), node(dondoc, '--version'), check('r40', 40), check('r40', 40, '--cache')],
  rounds,
);
row('`node -e 0`', floor);
row('`dondoc --version` / `node -e 0`', version, { bar: '≤ 1.15' });
row('check of 40 reports / `node -e 0`', forty, { count: 40, bar: '≤ 3.8' });
row('the same, nothing changed (`--cache`) / `node -e 0`', warm, { count: 40, bar: '≤ 2' });
agree('r40', 40, few, once(peers, 'r40', 40, floor));

/** Large ones, against the first peer on the same files and schema, and against themselves. */
const LARGE = [
  { count: 1000, times: rounds, bar: '≤ 0.45' },
  { count: 10_000, times: Math.min(3, rounds), bar: '≤ 0.3, ≤ 150 MB' },
  { count: 100_000, times: 1, bar: '≤ 220 MB, growth ≤ 10.5' },
];
const before = {};
for (const { count, times, bar } of LARGE.filter(({ count }) => count <= most)) {
  const name = `r${count}`;
  const planted = made(name, count, 'schema');
  const fast = peers.filter((peer) => peer.most >= count);
  const takers = [
    ...fast.map((peer) => ({ what: peer.name, command: peer.command(name) })),
    { what: 'check', command: check(name, count, '-q'), bar },
    // The round that warms the machine fills the cache, too.
    { what: 'check, cache warm', command: check(name, count, '-q', '--cache'), bar: count === 10_000 ? '≤ 0.05' : '' },
  ];
  const told = inTurns(
    takers.map(({ command }) => command),
    times,
  );
  const barred = takers[0].what === 'ajv-cli';
  for (const [i, { what, bar }] of takers.entries()) {
    const against = i === 0 ? '' : ` / ${takers[0].what}`;
    const growth = told[i].ms / before[what];
    row(`${count} reports: ${what}${against}`, told[i], { count, bar: barred ? bar : '', growth });
    before[what] = told[i].ms;
  }
  const slow = values.all && count === 1000 ? peers.filter((peer) => !peer.most) : [];
  agree(name, count, planted, [...fast.map((peer, i) => [peer, told[i]]), ...once(slow, name, count, told[0])]);
  if (count !== 10_000) continue;
  made('clean', count, 'none');
  made('unreadable', count, 'unreadable');
  // A difference of some hundredths: three rounds would show what else the machine does.
  const [, faulty] = inTurns([check('clean', count, '-q'), check('unreadable', count, '-q')], rounds);
  row('5 % faulty, 0.9 % unreadable / a clean folder', faulty, { count, bar: '≤ 1.15' });
  for (const command of ['cat', 'sha1sum'])
    row(`\`${command}\` of ${count}`, run(shell(`find ${name} -type f | xargs ${command} > /dev/null`)), { count });
}

/** 200 Excel forms, against exceljs reading the same. */
if (exceljs.found) {
  made('yaml', 200, 'none');
  run(node(dondoc, 'convert', 'yaml', '--to', 'xlsx', '-o', 'xlsx', '--plan', 'plan-200'));
  settle();
  const [theirs, ours] = inTurns([exceljs.command('xlsx'), check('xlsx', 200, '-q')], Math.min(3, rounds));
  row('200 Excel reports: exceljs, reading alone', theirs, { count: 200 });
  row('200 Excel reports: check / exceljs', ours, { count: 200, bar: '≤ 0.35' });
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; medians of ${rounds} rounds (3 at 10,000 reports, but for those that are faulty; 1 at 100,000; “once”: a single run); growth: time against that of a tenth of the reports; reports of 30 entries, 29.8 KB each\n`,
);
if (missing.length > 0) console.log(`Not found, not measured: ${missing.map(({ name }) => name).join(', ')}\n`);
console.log(lines.join('\n'));

// npm run bench [ROUNDS]: whole commands in turns in one run, as ratios to `node -e 0` of the same round (medians).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 15);
const dondoc = fileURLToPath(new URL('../bin/dondoc.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));

/** A small generator with a seed (Park and Miller), so that every run has the same corpus. */
let seed = 1;
const random = (n) => {
  seed = (seed * 48271) % 2147483647;
  return seed % n;
};
const WORDS =
  'đã ban hành kế hoạch triển khai thực hiện nhiệm vụ phát triển công nghiệp hỗ trợ doanh nghiệp trên địa bàn huyện tổ chức hội nghị tuyên truyền phổ biến chính sách rà soát quy hoạch cụm công nghiệp thẩm định dự án đầu tư hạ tầng giao thông bảo vệ môi trường đào tạo nguồn nhân lực chất lượng cao ứng dụng công nghệ'.split(
    ' ',
  );
const prose = (count) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
const id = (i) => String(i + 1).padStart(5, '0');

const OWNERS = 40;
const MANY = 200;
const TASKS = 30;

/** A plan of so many communes, each with the same tasks. */
function plan(name, bodies) {
  const tasks = Array.from({ length: TASKS }, (_, i) => ({ id: `I.${i + 1}`, text: `${prose(20)} ${i + 1}` }));
  const owners = Array.from(
    { length: bodies },
    (_, i) => `  - { id: xa-${id(i)}, name: UBND xã ${id(i)}, authority: district }\n`,
  );
  const files = {
    'source.txt': ['UBND các xã:', ...tasks.map(({ text }) => `- ${text}`), ''].join('\n'),
    'plan.yaml': `number: 1/KH-UBND\ntitle: Kế hoạch đo tốc độ\nissuer: ubnd-tinh\ndate: 2024-01-01\nversion: 1.0.0\nlanguage: vi\ntimezone: Asia/Ho_Chi_Minh\ncoordinator: xa-00001\nsource:\n  file: source.txt\n  parts:\n    - { from: 1, to: ${TASKS + 1} }\nsections:\n  - { id: I, title: Nhiệm vụ }\nreporting:\n  frequency: yearly\n  first: "2024"\n  due: { month: 0, day: 31, basis: stated }\n  owners: [cac-xa]\n`,
    'owners.yaml': `owners:\n${owners.join('')}groups:\n  - { id: cac-xa, name: UBND các xã, members: [${Array.from({ length: bodies }, (_, i) => `xa-${id(i)}`).join(', ')}] }\npartners:\n  - { id: ubnd-tinh, name: UBND tỉnh }\n`,
    'references.yaml': 'references: []\n',
    'tasks.yaml': `tasks:\n${tasks.map((task, i) => `  - id: ${task.id}\n    text: ${task.text}\n    source: { heading: 1, lines: [${i + 2}] }\n    lead: [cac-xa]\n    kind: ongoing\n`).join('')}`,
  };
  mkdirSync(join(folder, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
}

function reports(name, count) {
  mkdirSync(join(folder, name));
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const entries = Array.from({ length: TASKS }, (_, t) => {
      const fault = count === OWNERS && i % 20 === 7 && t === 15;
      return `  - task: I.${t + 1}\n    status: ${fault ? 'in-progres' : 'in-progress'}\n    progress: ${random(99)}\n    started: 2024-02-01\n    result: ${prose(50)}\n    evidence:\n      - number: ${1 + random(900)}/BC-UBND\n        date: 2024-06-${10 + random(20)}\n        title: ${prose(15)}\n    obstacles: ${prose(25)}\n    proposals: ${prose(15)}\n    next: ${prose(16)}\n`;
    });
    const text = `plan: 1/KH-UBND\nversion: 1.0.0\nowner: xa-${id(i)}\nperiod: "2024"\nreported: 2024-12-20\nentries:\n${entries.join('')}`;
    bytes += Buffer.byteLength(text);
    writeFileSync(join(folder, name, `xa-${id(i)}.yaml`), text);
  }
  return bytes;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function time(args) {
  // A certificate bundle in the environment costs every start 35 ms and would flatter all ratios.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const before = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e9,
  });
  const taken = Number(process.hrtime.bigint() - before) / 1e6;
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}`);
  return taken;
}

/** What a run needs at most, in megabytes: told by the run itself at its end. */
function peak(args) {
  const teller = join(folder, 'peak.cjs');
  writeFileSync(
    teller,
    "process.on('exit', () => require('fs').writeSync(2, `\\npeak ${process.resourceUsage().maxRSS}`));",
  );
  const { stderr } = spawnSync(process.execPath, ['-r', teller, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}

plan('plan', OWNERS);
const bytes = reports('reports', OWNERS);
plan('many', MANY);
reports('yaml', MANY);
const many = ['--plan', 'many', '--as-of', '2025-01-15'];
spawnSync(process.execPath, [dondoc, 'convert', 'yaml', '--to', 'xlsx', '-o', 'xlsx', '--plan', 'many'], {
  cwd: folder,
});
const judged = ['reports', '--plan', 'plan', '--as-of', '2025-01-15'];
const rows = [
  { what: '`node -e 0`', args: ['-e', '0'] },
  { what: '`dondoc --version`', args: [dondoc, '--version'], bar: 1.6 },
  { what: '`dondoc check`, 40 reports of 30 entries', args: [dondoc, 'check', ...judged], bar: 10 },
  { what: '`dondoc summary`, the same', args: [dondoc, 'summary', ...judged] },
  { what: '`dondoc check`, 200 YAML reports of 30 entries', args: [dondoc, 'check', 'yaml', ...many] },
  { what: '`dondoc check`, the same as Excel forms', args: [dondoc, 'check', 'xlsx', ...many] },
].map((row) => ({ ...row, times: [], ratios: [] }));

for (let round = -1; round < rounds; round++) {
  const floor = time(rows[0].args);
  for (const row of rows) {
    const taken = row === rows[0] ? floor : time(row.args);
    if (round < 0) continue;
    row.times.push(taken);
    row.ratios.push(taken / floor);
  }
}
const [yaml, xlsx] = rows.slice(-2);
const times = xlsx.times.map((taken, i) => taken / yaml.times[i]);
const megabytes = peak(xlsx.args);
if (!process.env.KEEP) rmSync(folder, { recursive: true });
else console.log(folder);

console.log(
  `${OWNERS} reports, ${(bytes / OWNERS / 1000).toFixed(1)} KB each; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; ${rounds} rounds, medians\n`,
);
console.log('| command | ms | × `node -e 0` | bar |\n|---|---|---|---|');
for (const { what, times, ratios, bar } of rows) {
  console.log(
    `| ${what} | ${median(times).toFixed(1)} | ${median(ratios).toFixed(2)} | ${bar === undefined ? '' : `≤ ${bar}`} |`,
  );
}
console.log(
  `\nExcel forms take ${median(times).toFixed(2)} times as long as their YAML twins (bar 3); at most ${megabytes.toFixed(0)} MB (bar 200).`,
);

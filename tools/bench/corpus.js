// What the bench runs on: plans and reports of invented communes, made from a seed, so that every run has the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TASKS = 30;
/** So many bodies at most: larger folders have more periods, as a repository has that grows. */
const MOST_BODIES = 2500;
const FIRST_YEAR = 2015;

const WORDS =
  'đã ban hành kế hoạch triển khai thực hiện nhiệm vụ phát triển công nghiệp hỗ trợ doanh nghiệp trên địa bàn huyện tổ chức hội nghị tuyên truyền phổ biến chính sách rà soát quy hoạch cụm công nghiệp thẩm định dự án đầu tư hạ tầng giao thông bảo vệ môi trường đào tạo nguồn nhân lực chất lượng cao ứng dụng công nghệ'.split(
    ' ',
  );

/** Numbers below n, always the same ones (Park and Miller). */
function numbers(seed) {
  let state = seed;
  return (n) => (state = (state * 48271) % 2147483647) % n;
}

const id = (i) => String(i + 1).padStart(5, '0');
const quarter = (i) => `${FIRST_YEAR + Math.floor(i / 4)}-Q${(i % 4) + 1}`;
const quarterEnd = (i) => `${FIRST_YEAR + Math.floor(i / 4)}-${['03', '06', '09', '12'][i % 4]}`;

/** How many bodies and periods so many reports are of, and a day on which the last period is judged. */
export function shapeOf(count) {
  const bodies = Math.min(count, MOST_BODIES);
  const periods = Math.ceil(count / bodies);
  const year = FIRST_YEAR + Math.floor(periods / 4);
  return { bodies, periods, asOf: `${year}-${['01', '04', '07', '10'][periods % 4]}-25` };
}

/** A plan of so many communes, each with the same tasks and a report a quarter. */
export function writePlan(folder, bodies) {
  const random = numbers(7);
  const prose = (count) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
  const tasks = Array.from({ length: TASKS }, (_, i) => ({ id: `I.${i + 1}`, text: `${prose(20)} ${i + 1}` }));
  const ids = Array.from({ length: bodies }, (_, i) => id(i));
  const files = {
    'source.txt': ['UBND các xã:', ...tasks.map(({ text }) => `- ${text}`), ''].join('\n'),
    'plan.yaml': `number: 1/KH-UBND
title: Kế hoạch đo tốc độ
issuer: ubnd-tinh
date: "${FIRST_YEAR}-01-01"
version: 1.0.0
language: vi
timezone: Asia/Ho_Chi_Minh
coordinator: xa-00001
source:
  file: source.txt
  parts:
    - { from: 1, to: ${TASKS + 1} }
sections:
  - { id: I, title: Nhiệm vụ }
reporting:
  frequency: quarterly
  first: "${FIRST_YEAR}-Q1"
  due: { month: 1, day: 20, basis: stated }
  owners: [cac-xa]
`,
    'owners.yaml': `owners:
${ids.map((i) => `  - { id: xa-${i}, name: UBND xã ${i}, authority: district }\n`).join('')}groups:
  - { id: cac-xa, name: UBND các xã, members: [${ids.map((i) => `xa-${i}`).join(', ')}] }
partners:
  - { id: ubnd-tinh, name: UBND tỉnh }
`,
    'references.yaml': 'references: []\n',
    'tasks.yaml': `tasks:\n${tasks
      .map(
        (task, i) =>
          `  - id: ${task.id}\n    text: ${task.text}\n    source: { heading: 1, lines: [${i + 2}] }\n    lead: [cac-xa]\n    kind: ongoing\n`,
      )
      .join('')}`,
  };
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

/** Slips that a schema sees, and two that keep a file from being read at all. */
const SLIPS = [
  (text) => text.replace('status: in-progress', 'status: in-progres'),
  (text) => text.replace(/progress: \d+/, 'progress: 150'),
  (text) => text.replace(/ {4}status: .*\n/, ''),
  (text) => text.replace('    result:', '    ketqua:'),
  (text) => text.replace(/date: ".*"/, 'date: "2024-13-45"'),
  (text) => text.replace(/reported: .*\n/, ''),
  (text) => text.replace(/number: .*/, 'number: 12'),
];
const BREAKS = [
  (text) => text.replace('    result:', '   result:'),
  (text) => text.replace(/( {4}next: .*\n)/, '$1$1'),
];

/**
 * So many reports of 30 entries in a folder for each period. `faulty`: none, what a schema finds in 5 %, or that in 4.1 %
 * and in 0.9 % what cannot be read. Gives their bytes and the names of the faulty ones.
 */
export function writeReports(folder, count, faulty) {
  const { bodies, periods } = shapeOf(count);
  const random = numbers(1);
  const prose = (length) => Array.from({ length }, () => WORDS[random(WORDS.length)]).join(' ');
  const bad = [];
  let bytes = 0;
  for (let period = 0, i = 0; period < periods; period++) {
    const name = quarter(period);
    const end = quarterEnd(period);
    mkdirSync(join(folder, name), { recursive: true });
    for (let body = 0; body < bodies && i < count; body++, i++) {
      const entries = Array.from(
        { length: TASKS },
        (_, t) => `  - task: I.${t + 1}
    status: in-progress
    progress: ${Math.min(99, period * 2 + random(3))}
    started: "${FIRST_YEAR}-02-01"
    result: ${prose(50)}
    evidence:
      - number: ${1 + random(900)}/BC-UBND
        date: "${end}-${10 + random(18)}"
        title: ${prose(15)}
    obstacles: ${prose(25)}
    proposals: ${prose(15)}
    next: ${prose(16)}
`,
      );
      const good = `plan: 1/KH-UBND\nversion: 1.0.0\nowner: xa-${id(body)}\nperiod: "${name}"\nreported: "${end}-28"\nentries:\n${entries.join('')}`;
      const roll = random(1000);
      const isBad = faulty !== 'none' && roll < 50;
      const slips = faulty === 'unreadable' && roll < 9 ? BREAKS : SLIPS;
      const text = isBad ? slips[roll % slips.length](good) : good;
      const file = join(name, `xa-${id(body)}.yaml`);
      if (isBad) bad.push(file);
      bytes += Buffer.byteLength(text);
      writeFileSync(join(folder, file), text);
    }
  }
  return { bytes, bad };
}

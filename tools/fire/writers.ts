import { createHash } from 'node:crypto';
import { SOUND_FORM } from '../../src/rules/example-workbook.ts';
import { EXAMPLE } from '../../test/example-folder.ts';
import type { Files } from './folder.ts';

/** A folder of reports as a coordinator has it: one body has not reported, one has sent a workbook. */
const { 'reports/huyen-ha.yaml': _, 'reports/so-tai-chinh.yaml': __, ...rest } = EXAMPLE;
export const FOLDER: Files = {
  ...rest,
  'reports/register.yaml': 'plan: 12/KH-UBND\nreceived: []\n',
  'dondoc.yaml': 'plan: 12/KH-UBND\nlang: en\n',
  'reports/so-tai-chinh.xlsx': SOUND_FORM.bytes,
};

/** A command line that writes files. */
export interface Writer {
  readonly name: string;
  readonly words: readonly string[];
  readonly files: Files;
  readonly env: Readonly<Record<string, string>>;
}

const AS_OF = '--as-of 2025-01-15';
const SET_ASIDE = `baseline ${AS_OF} --reason known --by us --until 2026-01-15`;
const writer = (name: string, words: string, more: Files = {}, env: Writer['env'] = {}): Writer => ({
  name,
  words: words.split(' '),
  files: { ...FOLDER, ...more },
  env,
});

/** A verb that writes what it is told to; where it replaces, an old file stands there. */
const replacing = (name: string, words: string, ...files: readonly string[]): Writer =>
  writer(
    name,
    [words, ...files.map((file) => `-o out/${file}`)].join(' '),
    Object.fromEntries(files.map((file) => [`out/${file}`, 'as it was'])),
  );

/** Whatever writes, by what it writes. */
export const WRITERS: readonly Writer[] = [
  replacing('check: text, JSON, SARIF', `check ${AS_OF}`, 'a.txt', 'a.json', 'a.sarif'),
  replacing('check: JUnit, Markdown', `check ${AS_OF}`, 'a.xml', 'a.md'),
  writer('check --shard', `check ${AS_OF} --shard 1/2 --snapshot out/part-1.json`, { 'out/part-1.json': 'as it was' }),
  writer('check in GitLab', `check ${AS_OF}`, { 'gl-code-quality-report.json': 'as it was' }, { GITLAB_CI: 'true' }),
  writer('check --cache', `check --cache ${AS_OF}`, { '.dondoc/cache.json': 'as it was' }),
  replacing('summary: text, Markdown, CSV', `summary ${AS_OF}`, 'a.txt', 'a.md', 'a.csv'),
  replacing('summary: HTML, XLSX, DOCX', `summary ${AS_OF}`, 'a.html', 'a.xlsx', 'a.docx'),
  replacing('summary: JSON, calendar, snapshot', `summary ${AS_OF} --snapshot out/kept.json`, 'a.json', 'a.ics'),
  replacing('proposals', `proposals ${AS_OF}`, 'a.md'),
  replacing('explain', `explain II.1.b ${AS_OF}`, 'a.txt'),
  replacing('config', 'config', 'a.json'),
  replacing('plan show', `plan show ${AS_OF}`, 'a.json'),
  replacing('plan check', `plan check ${AS_OF}`, 'a.sarif'),
  replacing('plan history', `plan history ${AS_OF}`, 'a.md'),
  writer('plan release', `plan release ${AS_OF}`),
  writer('draft report', `draft report ${AS_OF} -o out/a.docx`),
  writer('draft government-report', `draft government-report ${AS_OF} -o out/a.docx`),
  writer('draft letter', `draft letter ${AS_OF} -o letters`),
  writer('template', 'template --period 2024 -o forms'),
  writer('template: Excel', 'template --period 2024 --format xlsx -o forms'),
  writer('template --register', 'template --register -o forms'),
  writer('baseline', SET_ASIDE),
  writer('baseline -o', `${SET_ASIDE} -o known.yaml`),
  writer('init', 'init repository --period 2024 --format yaml'),
  writer('annotate', `annotate ${AS_OF} -o back`, { 'back/so-tai-chinh.xlsx': 'as it was' }),
  writer('convert: Excel', 'convert --to xlsx -o back'),
  writer('convert: JSON', 'convert --to json -o back'),
];

/** What only reads, and prints. */
export const READERS: readonly Writer[] = [
  writer('check, read only', `check ${AS_OF}`),
  writer('summary, read only', `summary ${AS_OF}`),
];

/** Whether a file is another one than before the run; one that is not there is not. */
export const isNew = ({ files }: Writer, name: string, bytes: Buffer | undefined): boolean =>
  bytes === undefined ? name in files : files[name] === undefined || !bytes.equals(Buffer.from(files[name]));

export const CACHE = '.dondoc/cache.json';

/** What is kept of a run has times in it, so that two are never the same; its first line is the checksum of the rest. */
export const isWholeCache = (name: string, bytes: Buffer): boolean => {
  const [, sum, rest = ''] = name === CACHE ? (/^([0-9a-f]{32})\n(.*)$/.exec(bytes.toString()) ?? []) : [];
  return sum !== undefined && createHash('sha256').update(rest).digest('hex').slice(0, 32) === sum;
};

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, expect } from 'vitest';
import { run } from '../src/cli/run.ts';
import { isDay } from '../src/day.ts';
import { reportForm } from '../src/generated/validators.js';
import { judgePlan } from '../src/judge.ts';
import type { Text } from '../src/lang.ts';
import type { Plan } from '../src/model/plan.ts';
import type { Opened } from '../src/read/bytes.ts';
import { openPlan } from '../src/read/plan.ts';
import { openedSource } from '../src/read/read.ts';
import { messageOf } from '../src/rules/rule.ts';
import type { Source } from '../src/source.ts';
import { EXAMPLE, type Files } from './example-folder.ts';

/** The package's own folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export { EXAMPLE, type Files };

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Files of texts and of bytes. */
export type AnyFiles = Readonly<Record<string, string | Uint8Array>>;

/** A new folder that holds the given files until the tests of the file are over. */
export function folderWith(files: AnyFiles): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dondoc-test-')));
  made.push(folder);
  put(folder, files);
  return folder;
}

/** Writes files into a folder, in the order given. */
export function put(folder: string, files: AnyFiles): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** The files below a folder, by their names, sorted. */
export function filesIn(folder: string): Files {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line (words parted by spaces, or one by one) run in a folder, at noon UTC of the given day. */
export async function dondoc(
  cwd: string,
  words: string | readonly string[],
  today = '2025-01-15',
  isTTY = false,
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (content: string | Uint8Array) =>
      void (written[name] += typeof content === 'string' ? content : Buffer.from(content).toString('latin1')),
    isTTY,
  });
  const argv = typeof words === 'string' ? words.split(' ').filter((word) => word !== '') : words;
  const code = await run(argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    cwd,
    // Where git is found; its settings are nobody's.
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      DONDOC_PART: process.env['DONDOC_PART'],
      ...env,
    },
    stdin: (most) => new TextEncoder().encode(stdin).subarray(0, most),
    now: () => new Date(`${today}T12:00:00Z`),
  });
  return { code, ...written };
}

const opened = (text: string): Opened => ({ kind: 'opened', bytes: new TextEncoder().encode(text) });

/** A report file read by the real reader. */
export const reportFile = (name: string, text: string): Source => openedSource(opened(text), name, reportForm);

/** A plan read by the real reader; texts that do not make a plan are a fault of the test. */
export function planOf(files: Files): Plan {
  const { plan, findings } = judgePlan(
    new Map(Object.entries(files).map(([name, text]) => [name, opened(text)])),
    'plan',
    () => '2025-01-15',
  );
  return planOrThrow(plan, findings);
}

/** A plan from its folder, as it is on a day. */
export function planIn(folder: string, asOf = '2025-01-15'): Plan {
  const { plan, findings } = judgePlan(openPlan(folder), 'plan', () => asOf);
  return planOrThrow(plan, findings);
}

function planOrThrow(plan: Plan | undefined, findings: ReturnType<typeof judgePlan>['findings']): Plan {
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => `${finding.place.file}:${finding.place.line}: ${messageOf(finding, 'en')}`);
  if (plan === undefined || errors.length > 0) throw new Error(`not a sound plan:\n${errors.join('\n')}`);
  return plan;
}

/** Compares a whole output with the one kept; `UPDATE=1` keeps this one. */
export function expectGolden(path: string, actual: string): void {
  if (process.env['UPDATE'] === '1') put(dirname(path), { [path.slice(dirname(path).length + 1)]: actual });
  expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `(no file ${path}; UPDATE=1 writes it)`);
}

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, formats: { date: isDay } });
const schemaFile = (name: string): object =>
  JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8')) as object;
// The rows of a summary are those of a snapshot, the counts of an explanation those of a summary.
for (const name of ['snapshot', 'summary']) ajv.addSchema(schemaFile(name));
const validators = new Map<string, ValidateFunction>();

/** The data of a JSON output; what its published schema refuses is a fault. */
export function outputOf<S extends keyof Outputs>(schema: S, text: string): Outputs[S] {
  const validate =
    validators.get(schema) ?? ajv.getSchema(`urn:dondoc:schema:${schema}`) ?? ajv.compile(schemaFile(schema));
  validators.set(schema, validate);
  const data = JSON.parse(text) as Outputs[S];
  expect(validate(data) ? [] : validate.errors).toEqual([]);
  return data;
}

interface Outputs {
  readonly findings: FindingsOutput;
  readonly summary: SummaryOutput;
  readonly proposals: ProposalsOutput;
  readonly explain: ExplainOutput;
  readonly settings: SettingsOutput;
  readonly rules: RulesOutput;
}

/** The parts of `explain --format json` that tests look at. */
interface ExplainOutput {
  readonly periods: readonly string[];
  readonly about: { kind: string; id: string };
  readonly counts: { rows: number; tasks: number };
  readonly rows: readonly {
    row: SummaryOutput['rows'][number];
    branch: number;
    words: Readonly<Record<'task' | 'clause' | 'lead' | 'deadline' | 'report' | 'class', string>>;
  }[];
}

/** The parts of `config --format json` that tests look at. */
interface SettingsOutput {
  readonly settings: readonly { name: string; value: string; from: { kind: string; file?: string; line?: number } }[];
  readonly rules: readonly { code: string; severity: string; default: string; from: { kind: string; line?: number } }[];
}

/** `explain --all --format json`. */
interface RulesOutput {
  readonly rules: readonly ({ code: string; name: string; severity: string } & Readonly<
    Record<'title' | 'why' | 'fix', Text>
  >)[];
}

/** The parts of `proposals --format json` that tests look at. */
interface ProposalsOutput {
  readonly proposals: readonly {
    task: string | null;
    unknown?: string;
    owner: string;
    period: string;
    text: string;
    place: { file: string; line: number; cell?: string };
  }[];
}

/** The parts of `check --format json` that tests look at. */
interface FindingsOutput {
  readonly plan: string;
  readonly periods: readonly string[];
  readonly summary: Readonly<Record<'files' | 'reports' | 'errors' | 'warnings' | 'infos', number>>;
  readonly baseline?: {
    file: string;
    until: string;
    expired: boolean;
    known: number;
    fixed: readonly { rule: string; file: string }[];
  };
  readonly findings: readonly {
    code: string;
    name: string;
    severity: string;
    message: string;
    file: string;
    line: number;
    column: number;
    sheet?: string;
    cell?: string;
    title?: string;
    owner?: string;
    task?: string;
    period?: string;
  }[];
}

interface CountsOutput {
  readonly rows: number;
  readonly classes: Readonly<Record<string, number>>;
}

/** The parts of `summary --format json` that tests look at. */
interface SummaryOutput {
  readonly rows: readonly {
    task: string;
    owner: string;
    period: string;
    due: string;
    deadline?: string;
    class: string;
    reason?: string;
  }[];
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly lines: readonly (CountsOutput & { id: string })[];
        groups: readonly CountsOutput[];
        total: CountsOutput;
      }
    >
  >;
  readonly filings: Readonly<Record<'filed' | 'owed', number>>;
  readonly changes: Readonly<Record<'completed' | 'overdue' | 'reported', readonly number[]>> & {
    movedBack: readonly { row: number; class: string }[];
  };
}

/** Files with one of them changed. */
export function changed(files: Files, name: string, from: string | RegExp, to: string): Files {
  const text = files[name] ?? '';
  const made = text.replace(from, to);
  if (made === text) throw new Error(`nothing to change in ${name}`);
  return { ...files, [name]: made };
}

/** Files without some of them. */
export const without = (files: Files, ...names: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

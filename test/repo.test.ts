import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { type Files, ROOT } from './helpers.ts';

const sources: Files = Object.fromEntries(
  readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(ROOT, name), 'utf8')]),
);

/** What each part of src may import; whatever is not here is forbidden. Downward only. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  words: ['words', 'types of generated', 'types of office'],
  generated: ['words', 'generated'],
  write: ['words', 'write'],
  office: ['words', 'office'],
  read: ['words', 'generated', 'office', 'read'],
  model: ['words', 'generated', 'model'],
  rules: ['words', 'office', 'model', 'rules'],
  judge: ['words', 'generated', 'read', 'model', 'rules', 'judge'],
  view: ['words', 'types of generated', 'office', 'model', 'rules', 'view', 'judge', 'types of read'],
  cli: ['words', 'generated', 'write', 'office', 'read', 'model', 'rules', 'judge', 'view', 'cli'],
  main: ['words', 'cli'],
  api: ['words', 'generated', 'read', 'model', 'rules', 'judge', 'view'],
};
const ROOT_FILES: Readonly<Record<string, string>> = {
  'src/judge.ts': 'judge',
  'src/parts.ts': 'judge',
  'src/shares.ts': 'judge',
  'src/example.ts': 'judge',
  'src/main.ts': 'main',
  'src/api.ts': 'api',
};
const partOf = (file: string): string =>
  ROOT_FILES[file] ?? (file.split('/').length === 2 ? 'words' : (file.split('/')[1] ?? ''));

/** Where each package enters. */
const ENTERS: Readonly<Record<string, RegExp>> = {
  yaml: /^src\/read\/yaml(?:-errors)?\.ts$/,
  commander: /^src\/cli\//,
  chalk: /^src\/view\/terminal\.ts$/,
  'cli-table3': /^src\/view\//,
  'get-east-asian-width': /^src\/view\/width\.ts$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}
const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

const importsOf = (files: Files): Import[] =>
  Object.entries(files).flatMap(([from, text]) =>
    [...text.matchAll(IMPORT)].map(([, type, still, later]): Import => {
      const written = still ?? later ?? '';
      const to = written.startsWith('.') ? join(from, '..', written).replaceAll('\\', '/') : written;
      return { from, to, isType: type !== undefined };
    }),
  );

/** Every import that the tables above, or the rules' own rule, do not allow. */
function violations(files: Files): string[] {
  const isRule = (file: string): boolean => /^src\/rules\/dd\d+/.test(file);
  return importsOf(files)
    .filter(({ from, to, isType }) => {
      if (to.startsWith('node:')) return false;
      if (to === 'package.json') return from !== 'src/version.ts';
      // The guide of the Excel form says of each field what its schema says.
      if (to.startsWith('schemas/')) return from !== 'src/view/form/guide.ts';
      if (!to.startsWith('src/')) return ENTERS[to]?.test(from) !== true;
      const [own, other] = [MAY[partOf(from)] ?? [], partOf(to)];
      if (isRule(to) && from !== 'src/rules/index.ts') return true;
      if (isRule(from) && /^src\/rules\/(?:index|check)\.ts$/.test(to)) return true;
      if (other === 'judge' && own === MAY['view'] && from !== 'src/view/explain/rule.ts') return true;
      return !own.includes(other) && !(isType && own.includes(`types of ${other}`));
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

describe('imports', () => {
  test('run one way, and packages enter in one place each', () => expect(violations(sources)).toEqual([]));

  test('there are as many as there seem to be', () => {
    const lines = Object.values(sources).flatMap(
      (text) => text.match(/^(?:import|\} from) .*'$|^(?:import|\} from) .*';$|import\('/gm) ?? [],
    );
    const found = importsOf(sources);
    expect(found.length).toBeGreaterThan(150);
    expect(found.length).toBeGreaterThanOrEqual(lines.filter((line) => line.includes("'")).length);
    for (const { to } of found) if (to.startsWith('src/')) expect([to, existsSync(join(ROOT, to))]).toEqual([to, true]);
  });

  test.each<[file: string, line: string, isAllowed: boolean]>([
    ['src/day.ts', "import { plural } from './lang.ts';", true],
    ['src/day.ts', "import { Plan } from './model/plan.ts';", false],
    ['src/fold.ts', "import type { Plan } from './model/plan.ts';", false],
    ['src/model/plan.ts', "import { openFile } from '../read/bytes.ts';", false],
    ['src/model/plan.ts', "import type { Opened } from '../read/bytes.ts';", false],
    ['src/read/read.ts', "import { planFrom } from '../model/plan.ts';", false],
    ['src/read/json.ts', "import { parse } from 'yaml';", false],
    ['src/read/yaml.ts', "import { parse } from 'yaml';", true],
    ['src/rules/dd201-task-overdue.ts', "import { isOverdue } from '../model/facts.ts';", true],
    ['src/rules/dd201-task-overdue.ts', "import { defineRule } from './rule.ts';", true],
    ['src/rules/dd201-task-overdue.ts', "import other from './dd202-task-unreported.ts';", false],
    ['src/rules/dd201-task-overdue.ts', "import { rules } from './index.ts';", false],
    ['src/rules/dd201-task-overdue.ts', "import type { Source } from '../read/read.ts';", false],
    ['src/rules/quoted.ts', "import { visible } from '../view/terminal.ts';", false],
    ['src/rules/index.ts', "import taskOverdue from './dd201-task-overdue.ts';", true],
    ['src/view/words.ts', "import type { Skip } from '../read/files.ts';", true],
    ['src/view/words.ts', "import { findFiles } from '../read/files.ts';", false],
    ['src/view/text.ts', "import { judgeReports } from '../judge.ts';", false],
    ['src/view/explain/rule.ts', "import { tryExample } from '../../example.ts';", true],
    ['src/view/text.ts', "export { run } from '../cli/run.ts';", false],
    ['src/view/text.ts', "const { run } = await import('../cli/run.ts');", false],
    ['src/view/text.ts', "import { Chalk } from 'chalk';", false],
    ['src/cli/run.ts', "import { Command } from 'commander';", true],
    ['src/cli/run.ts', "import { glob } from 'left-pad';", false],
    ['src/judge.ts', "import { frame } from './view/frame.ts';", false],
    ['src/main.ts', "import { judgeReports } from './judge.ts';", false],
    ['src/api.ts', "import { judgeReports } from './judge.ts';", true],
    ['src/api.ts', "import { openSession } from './cli/session.ts';", false],
    ['src/cli/run.ts', "import { check } from '../api.ts';", false],
  ])('the tables hold: in %s, %s: %s', (file, line, isAllowed) => {
    expect(violations({ [file]: `${line}\n` })).toHaveLength(isAllowed ? 0 : 1);
    expect(violations({ [file]: line.replace(/\{ (.*) \} from/, '{\n  $1,\n} from') })).toHaveLength(isAllowed ? 0 : 1);
  });

  test('every package that is shipped has its place in the table', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(ENTERS).sort()).toEqual(Object.keys(dependencies).sort());
  });
});

/** The lines of src, but for what is made from the schemas, that match. */
const linesWith = (pattern: RegExp, except: RegExp): string[] =>
  Object.entries(sources).flatMap(([file, text]) =>
    file.startsWith('src/generated/') || except.test(file)
      ? []
      : text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
  );

describe('what stands in one place only', () => {
  test('the plan, in plan/', () => expect(linesWith(/415|Hà Tĩnh/, /^$/)).toEqual([]));
  test('the clock, in the command line', () =>
    expect(linesWith(/\bDate\b(?!TimeFormat)|\bperformance\b/, /^src\/(?:day|main|cli\/io)\.ts$/)).toEqual([]));
  test('the process, in main; beside it the switch of the fast reader, and whose temporary files are whose', () =>
    expect(
      linesWith(/\b(?:process|console)\.(?!getBuiltinModule)\w/, /^src\/(?:main|read\/yaml|write\/leftover)\.ts$/),
    ).toEqual([]));
  test('other programs, of which there is only git', () =>
    expect(linesWith(/child_process/, /^src\/cli\/git\.ts$/)).toEqual([]));
  test('writing to files, in write', () =>
    expect(
      linesWith(
        /\b(?:write|append|truncate|rename|unlink|rm|mkdir|copyFile|link|symlink|chmod|utimes)(?:File|dir)?Sync\b|fs\/promises/,
        /^src\/write\//,
      ),
    ).toEqual([]));
});

/** A letter of Vietnamese that English has not. */
const MARKED = /[àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]/i;

describe.each(readdirSync(join(ROOT, 'schemas')))('schemas/%s', (name) => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8')) as Record<string, unknown>;
  const properties: [path: string, property: { description?: string }][] = [[name, schema]];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node as Record<string, unknown>)) {
      if (key === 'properties' && !path.endsWith('/properties') && !/\/if$/.test(path))
        properties.push(
          ...Object.entries(value as Record<string, object>).map(([field, property]): [string, object] => [
            `${path}/${field}`,
            property,
          ]),
        );
      visit(value, `${path}/${key}`);
    }
  };
  visit(schema, '');

  test('each field is described in Vietnamese, then in English', () => {
    const wrong = properties.filter(([, { description = '' }]) => {
      const [vi = '', en = '', ...more] = description.split('\n\n');
      return !MARKED.test(vi) || !/[a-z]/i.test(en) || MARKED.test(en) || more.length > 0;
    });
    expect(wrong.map(([path, { description }]) => `${path}: ${description ?? ''}`)).toEqual([]);
    expect(properties.length).toBeGreaterThan(4);
  });
});

/** Section 7 of the design, by the hundred of the code; amendments come later. */
const NAMES: Readonly<Record<string, string>> = {
  DD1: 'unreadable, too-large, wrong-encoding, syntax-error, duplicate-key, missing-field, unknown-field, bad-value, bad-date, other-format, damaged-workbook, table-not-found, cell-without-value, hidden-content, merged-cells, active-content, legacy-text, unread-content, more-findings',
  DD2: 'task-overdue, task-unreported, report-missing, report-late, due-soon, completed-late, unknown-task, task-not-assigned, duplicate-entry, duplicate-report, unknown-owner, unknown-plan, wrong-period, completed-without-evidence, product-without-evidence, malformed-document-number, impossible-date, progress-contradiction, placeholder-left, reason-missing, lead-support-contradiction, indicator-off, plan-version-outdated, former-name, register-mismatch, wrong-form, filed-otherwise',
  DD3: 'text-not-in-source, source-not-covered, undeclared-reference, reference-date-mismatch, reference-expired, undeclared-owner, no-lead, empty-group, numbering-gap, assumed-date, unconfirmed-fact, amendment-order, version-edited, amendment-target, amendment-conflict, late-extension, waiver-expired, task-unheld, version-unfit',
  DD4: 'status-regressed, progress-decreased, copied-from-previous',
};
const SEVERITY: Readonly<Record<string, string>> = {
  warning:
    'hidden-content, merged-cells, active-content, unread-content, completed-late, lead-support-contradiction, plan-version-outdated, filed-otherwise, status-regressed, progress-decreased, copied-from-previous',
  info: 'due-soon, numbering-gap, assumed-date, unconfirmed-fact',
};

describe('rules', () => {
  const files = Object.keys(sources)
    .filter((file) => /^src\/rules\/dd/.test(file))
    .sort();

  test('every file is registered, in the order of its code, which is its name', async () => {
    const modules = await Promise.all(
      files.map(async (file) => ((await import(join(ROOT, file))) as { default: Rule }).default),
    );
    expect(rules).toEqual(modules);
    expect(files).toEqual(rules.map(({ code, name }) => `src/rules/${code.toLowerCase()}-${name}.ts`));
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  test.each(Object.entries(NAMES))('of the design: %s', (hundred, names) => {
    expect(
      rules
        .filter(({ code }) => code.startsWith(hundred))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names.split(', ').sort());
  });

  test.each(Object.entries(SEVERITY))('that say %s by the design', (severity, names) => {
    for (const name of names.split(', '))
      expect([name, rules.find((rule) => rule.name === name)?.severity]).toEqual([name, severity]);
  });
});

import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { addDays } from '../src/day.ts';
import { EXAMPLE_DAY, tryExample } from '../src/example.ts';
import { LANGS } from '../src/lang.ts';
import { readXml } from '../src/office/xml.ts';
import { FORM_HEAD, ExampleWorkbook } from '../src/rules/example-workbook.ts';
import { fingerprintsOf } from '../src/rules/fingerprint.ts';
import { rules } from '../src/rules/index.ts';
import type { Example, Finding, Rule } from '../src/rules/rule.ts';
import { VERSION } from '../src/version.ts';
import { findingsGithub } from '../src/view/check/github.ts';
import { fitting } from '../src/view/check/gravest.ts';
import { findingsGitlab } from '../src/view/check/gitlab.ts';
import { inert, visible } from '../src/view/visible.ts';
import { EXAMPLE, type Files, ROOT, dondoc, expectGolden, filesIn, folderWith, without } from './helpers.ts';

const GOLDEN = join(ROOT, 'test/ci-formats');
const NAMED = 'reports/Báo cáo 100% #1, Sở Tài chính.yaml';
const HOSTILE = "reports/a:b]]><b>'@to-chuc,%0A::error ::.yaml";
const TEXTS = '::error::x %0A ]]> </details> | `@tinh` #1 GH-2 https://a.b {0} [x](1) \\u0000\\u202e\\r\\n::set-env';

/** A named file with a fault, a hostile one, a workbook, and a body that filed nothing. */
function reportsFolder(): string {
  const folder = folderWith({
    ...without(EXAMPLE, 'reports/huyen-ha.yaml', 'reports/so-tai-chinh.yaml'),
    [NAMED]: (EXAMPLE['reports/so-tai-chinh.yaml'] ?? '').replace('progress: 60', 'progress: 160'),
    [HOSTILE]: (EXAMPLE['reports/huyen-thuong.yaml'] ?? '')
      .replace('huyen-thuong', JSON.stringify('x').replace('x', TEXTS))
      .replace('status: in-progress', `status: "${TEXTS}"\n    "${TEXTS}": 1`),
  });
  const book = new ExampleWorkbook([...FORM_HEAD, ['II.1.b', 'Xong rồi', 80, 'Đã lấy ý kiến']]);
  writeFileSync(join(folder, 'reports/Biểu Tài chính.xlsx'), book.bytes);
  return folder;
}
const folder = reportsFolder();
const printed = async (format: string, words: readonly string[] = []): Promise<string> => {
  const { stdout, stderr, code } = await dondoc(folder, ['check', '--format', format, ...words]);
  expect([code, stderr]).toEqual([1, '']);
  return stdout;
};

/** The faults of a rule's own bad example. */
const foundIn = (rule: Rule, files = rule.example().bad): readonly Finding[] => tryExample(rule, files);
const [SAMPLE] = foundIn(rules.find(({ name }) => name === 'bad-value') as Rule) as [Finding];
/** So many findings, each on a line of its own, every tenth an error, with a message of the given text. */
const many = (count: number, text = 'x', file = 'a.yaml'): Finding[] =>
  Array.from({ length: count }, (_, i) => ({
    ...SAMPLE,
    severity: i % 10 === 9 ? 'error' : 'warning',
    rule: { ...SAMPLE.rule, message: { vi: () => text, en: () => text } },
    place: { ...SAMPLE.place, file, line: i + 1 },
  }));

/** A report with something behind its entries, in so many copies: of one file no more than a hundred findings are told. */
const inManyFiles = (count: number, more: string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `reports/nhieu/${i}.yaml`,
      (EXAMPLE['reports/huyen-ha.yaml'] ?? '').replace('huyen-ha', 'so-xay-dung') + more,
    ]),
  );

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { rules: readonly { id: string; help: { markdown: string } }[] } };
    readonly invocations: readonly { toolExecutionNotifications: readonly { message: { text: string } }[] }[];
    readonly results: readonly {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      partialFingerprints: Readonly<Record<string, string>>;
      locations: readonly {
        physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } };
        logicalLocations?: readonly { fullyQualifiedName: string }[];
      }[];
    }[];
  }[];
}
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const isSarif = ajv.compile(
  JSON.parse(readFileSync(join(ROOT, 'test/standards/sarif-2.1.0.json'), 'utf8')) as Record<string, unknown>,
);
function sarifIn(text: string): Sarif['runs'][number] {
  const data = JSON.parse(text) as Sarif;
  expect(isSarif(data) ? [] : isSarif.errors).toEqual([]);
  return data.runs[0] as Sarif['runs'][number];
}

describe('every format', () => {
  /** Without what changes with a release or an edit of the rules. */
  const settled = (text: string): string =>
    text
      .replaceAll(`dondoc ${VERSION}`, 'dondoc VERSION')
      .replace(`"version": "${VERSION}"`, '"version": "VERSION"')
      .replace(/"rules": \[[^]*?\n {10}\]/, '"rules": []')
      .replace(/"fingerprint": "[0-9a-f]{12}"|\([0-9a-f]{12}\)/g, 'FINGERPRINT');

  test.each(['sarif', 'junit', 'github', 'gitlab', 'markdown'])(
    '%s, in whole and each time the same',
    async (format) => {
      const text = await printed(format);
      expectGolden(join(GOLDEN, `${format}.txt`), settled(text));
      expect(await printed(format)).toBe(text);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    },
  );

  test('by the ending of a file; exit code as ever', async () => {
    const into = folderWith({});
    const turns = ['sarif', 'xml', 'md'].flatMap((ending) => ['-o', join(into, `x.${ending}`)]);
    expect((await dondoc(folder, ['check', ...turns])).code).toBe(1);
    const heads = Object.values(filesIn(into)).map((text) => text.slice(0, 5));
    expect(heads).toEqual(['## Kế', '{\n  "', '<?xml']);
    expect((await dondoc(folder, ['check', '--fail-on', 'never', '--format', 'sarif'])).code).toBe(0);
  });
});

describe('fingerprints', () => {
  const setOf = (findings: readonly Finding[]): string[] => [...fingerprintsOf(findings).values()].sort();
  const pushedDown = (files: Example['bad']): Example['bad'] =>
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' && name.endsWith('.yaml') ? `# một\n\n# hai\n${content}` : content,
      ]),
    );

  test.each(rules.map((rule) => [rule.name, rule] as const))('%s: moved, a day later, worded anew', (_, rule) => {
    const before = setOf(foundIn(rule));
    expect(new Set(before).size).toBe(before.length);
    expect(setOf(foundIn(rule, pushedDown(rule.example().bad)))).toEqual(before);
    const asOf = addDays(rule.example().asOf ?? EXAMPLE_DAY, 1);
    const later = foundIn({ ...rule, example: () => ({ ...rule.example(), asOf }) });
    expect(setOf(later)).toEqual(before);
    const anew = { ...rule, message: { vi: () => 'khác', en: () => 'other' } };
    expect(setOf(foundIn(anew))).toEqual(before);
  });

  test('a row put in above a workbook’s table', () => {
    const rule = rules.find(({ name }) => name === 'bad-value') as Rule;
    const row = ['II.1.b', 'Xong rồi', 80, 'Đã lấy ý kiến'];
    const found = [[], [['Ghi chú']]].map((above) =>
      foundIn(rule, { 'a.xlsx': new ExampleWorkbook([...above, ...FORM_HEAD, row]) }),
    );
    expect(found.map((each) => each.length)).toEqual([1, 1]);
    expect(found[0]?.[0]?.place).not.toEqual(found[1]?.[0]?.place);
    expect(setOf(found[0] ?? [])).toEqual(setOf(found[1] ?? []));
  });

  test('other findings come and go', async () => {
    const all = sarifIn(await printed('sarif')).results;
    const some = sarifIn(await printed('sarif', ['--rule', 'bad-value'])).results;
    const known = (results: typeof all) => results.map(({ partialFingerprints }) => partialFingerprints['dondoc/v1']);
    expect(new Set(known(all)).size).toBe(all.length);
    expect(some.length).toBeGreaterThan(1);
    expect(known(all)).toEqual(expect.arrayContaining(known(some)));
  });
});

describe('SARIF', () => {
  test.each(LANGS)(
    'in %s is of the official schema; its paths lead to the files and its indexes to the rules',
    async (lang) => {
      const { tool, results } = sarifIn(await printed('sarif', ['--lang', lang]));
      const root = `${pathToFileURL(folder).href}/`;
      const written = new Set(Object.keys(filesIn(folder)));
      for (const { ruleId, ruleIndex, locations } of results) {
        expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
        const { uri } = locations[0]?.physicalLocation.artifactLocation ?? { uri: '' };
        expect(uri).toMatch(/^[A-Za-z0-9\-._~%!*'()/]+$/);
        expect(written).toContain(decodeURIComponent(new URL(uri, root).pathname).slice(folder.length + 1));
      }
      for (const { help } of tool.driver.rules) expect(help.markdown).toMatch(/Vì sao[^]*Why|Why[^]*Vì sao/);
    },
  );

  test('a cell has its name and no line', async () => {
    const { results } = sarifIn(await printed('sarif'));
    const cells = results.filter(({ locations }) => locations[0]?.logicalLocations);
    expect(cells.length).toBeGreaterThan(0);
    for (const { message, locations } of cells) {
      expect(locations[0]?.physicalLocation.region).toBeUndefined();
      expect(message.text).toContain(`${locations[0]?.logicalLocations?.[0]?.fullyQualifiedName ?? '?'}: `);
    }
  });

  test('the schema refuses what is wrong', async () => {
    const data = JSON.parse(await printed('sarif')) as { runs: { results: { level: string }[] }[] };
    (data.runs[0]?.results[0] as { level: string }).level = 'grave';
    expect(isSarif(data)).toBe(false);
  });

  test('5.000 results at most, every error among them, and what was left out is said', async () => {
    const wrong = '  - task: II.1.c\n    status: sai\n';
    const big = folderWith({ ...EXAMPLE, ...inManyFiles(58, wrong.repeat(90)) });
    const { stdout } = await dondoc(big, 'check --format sarif');
    const { results, invocations } = sarifIn(stdout);
    expect(results.length).toBe(5000);
    expect(invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      expect.stringMatching(/5\.000/),
    ]);
    const kept = fitting(many(9000), 5000);
    expect([kept.length, kept.filter(({ severity }) => severity === 'error').length]).toEqual([5000, 900]);
    expect(kept.map(({ place }) => place.line)).toEqual(kept.map(({ place }) => place.line).sort((a, b) => a - b));
  });
});

interface Element {
  readonly name: string;
  readonly of: (attribute: string) => string | undefined;
  readonly children: Element[];
  text: string;
}
function elementsIn(xml: string): Element[] {
  const all: Element[] = [];
  const path: Element[] = [];
  readXml(xml, {
    open: (name, of) => {
      const made = { name, of, children: [], text: '' };
      path.at(-1)?.children.push(made);
      path.push(made);
      all.push(made);
    },
    close: () => void path.pop(),
    text: (text) => {
      const last = path.at(-1);
      if (last) last.text += text;
    },
  });
  return all;
}

const junitSchema = readFileSync(join(ROOT, 'test/standards/jenkins-junit.xsd'), 'utf8');
/** What the schema refuses, as libxml2 says it; nothing of what it takes. */
async function refusedOf(xml: string): Promise<string> {
  const { valid, rawOutput } = await validateXML({ xml, schema: junitSchema });
  return valid ? '' : rawOutput;
}

describe('JUnit', () => {
  test.each(['check', 'check --as-of 2024-11-01 --period all'])(
    '%s is of the schema, and counts right, which the schema does not ask',
    async (words) => {
      const { stdout } = await dondoc(folder, `${words} --format junit`);
      expect(await refusedOf(stdout)).toBe('');
      const all = elementsIn(stdout);
      const cases = (within: Element): Element[] =>
        within.name === 'testcase' ? [within] : within.children.flatMap(cases);
      for (const each of all.filter(({ name }) => name.startsWith('testsuite'))) {
        const having = (name: string): number =>
          cases(each).filter(({ children }) => children.some((child) => child.name === name)).length;
        expect([each.of('tests'), each.of('failures'), each.of('errors')].map(Number)).toEqual([
          cases(each).length,
          having('failure'),
          0,
        ]);
        if (each.name === 'testsuite') expect(Number(each.of('skipped'))).toBe(having('skipped'));
      }
    },
  );

  test('the schema refuses what is wrong', async () => {
    const text = await printed('junit');
    for (const wrong of [text.replace('<testsuite name=', '<testsuite title='), text.replace('</testsuites>', '')])
      expect(await refusedOf(wrong)).toMatch(/error/);
  });

  test('every error fails its case once, everything else is told, and every obligation has one case', async () => {
    const all = elementsIn(await printed('junit'));
    const { findings } = JSON.parse(await printed('json')) as { findings: { severity: string; message: string }[] };
    const { rows } = JSON.parse((await dondoc(folder, 'summary --format json')).stdout) as { rows: unknown[] };
    const failures = all.filter(({ name }) => name === 'failure');
    const errors = findings.filter(({ severity }) => severity === 'error');
    const messages = (texts: readonly string[]): string[] => texts.map(visible).sort();
    expect(messages(failures.map(({ of }) => of('message') ?? ''))).toEqual(
      messages(errors.map(({ message }) => message)),
    );
    const told = all.filter(({ name }) => name === 'system-out').map(({ text }) => text);
    for (const { severity, message } of findings)
      if (severity !== 'error') expect(told.some((text) => text.includes(visible(message)))).toBe(true);
    expect(all.filter(({ name, of }) => name === 'testcase' && of('status')).length).toBe(rows.length);
  });
});

/** A line as the runner reads it: the command, its properties, its message. */
function commandIn(line: string): { name: string; properties: Record<string, string>; data: string } | undefined {
  if (!line.trimStart().startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  const [, name = '', rest = ''] = /^::([a-z-]+) ?(.*)$/.exec(line.slice(0, end)) ?? [];
  const undone = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const property = (text: string): string => undone(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const pairs = rest.split(',').map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    return [key, property(value).replaceAll('%25', '%')];
  });
  return { name, properties: Object.fromEntries(pairs), data: undone(line.slice(end + 2)).replaceAll('%25', '%') };
}

describe('GitHub Actions', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom('%', '\r', '\n', ':', ',', '::', '::error ', '%0A', '%25', '=', '\u202e', '\0', 'ệ', 'e\u0323'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    ),
  });

  test('what is escaped is undone by the runner, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyText, (file, text) => {
        const lines = findingsGithub(many(1, text, file), 'vi').split('\n');
        expect(lines.length).toBe(3);
        const command = commandIn(lines[0] ?? '');
        expect([command?.name, command?.properties['file'], command?.data.split('\n')[0]]).toEqual([
          'warning',
          inert(file),
          visible(text),
        ]);
        expect(lines.slice(1).filter(commandIn)).toEqual([]);
      }),
    );
  });

  test('one command for each finding, errors first, a cell without a line; how many are not annotated', async () => {
    const commands = (await printed('github')).split('\n').flatMap((line) => commandIn(line) ?? []);
    const { findings } = JSON.parse(await printed('json')) as {
      findings: { severity: string; file: string; line: number; cell?: string }[];
    };
    const kinds: Readonly<Record<string, string>> = { info: 'notice' };
    const short = (things: readonly (string | undefined)[][]): string[] => things.map((each) => each.join(' ')).sort();
    expect(short(commands.map(({ name, properties: p }) => [name, p['file'], p['line']]))).toEqual(
      short(findings.map((f) => [kinds[f.severity] ?? f.severity, f.file, f.cell ? undefined : String(f.line)])),
    );
    const order = commands.map(({ name }) => ['error', 'warning', 'notice'].indexOf(name));
    expect(order).toEqual([...order].sort());
    expect(findingsGithub(many(30), 'en')).toMatch(/17 findings more stand above\n$/);
    expect(findingsGithub(many(10), 'en')).not.toMatch(/above/);
  });

  const inside = { GITHUB_ACTIONS: 'true' };
  const run = (words: string, env: Readonly<Record<string, string>>, where = folder) =>
    dondoc(where, words, undefined, false, env);

  test('is chosen there and says so; a format that is asked for wins', async () => {
    const { stdout, stderr, code } = await run('check', inside);
    expect([stdout, code]).toEqual([await printed('github'), 1]);
    expect(stderr).toMatch(/GitHub Actions.*--format text/);
    for (const words of ['check --format text', 'check --quiet', 'check --limit 1'])
      expect(await run(words, inside)).toEqual(await run(words, {}));
    expect((await run('check', { GITHUB_ACTIONS: 'false' })).stdout).toBe((await run('check', {})).stdout);
  });

  test('the summary of the step is added to, and only with this format', async () => {
    const into = folderWith({ 'summary.md': '# trước\n' });
    const env = { ...inside, GITHUB_STEP_SUMMARY: join(into, 'summary.md') };
    await run('check --format text', env);
    expect(filesIn(into)).toEqual({ 'summary.md': '# trước\n' });
    await run('check', env);
    expect(filesIn(into)).toEqual({ 'summary.md': `# trước\n${await printed('markdown')}` });
  });
});

describe('GitLab', () => {
  const isReport = ajv.compile({
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', pattern: '^[a-z-]+$' },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  });
  type Report = readonly { fingerprint: string; location: { path: string } }[];

  test('has the fields that it documents, each finding known by a fingerprint of its own', async () => {
    for (const text of [await printed('gitlab'), findingsGitlab(many(100), 'en')]) {
      const data = JSON.parse(text) as Report;
      expect(isReport(data) ? [] : isReport.errors).toEqual([]);
      expect(new Set(data.map(({ fingerprint }) => fingerprint)).size).toBe(data.length);
    }
  });

  test('in its CI the report is written beside the text, and that is said; a format that is asked for wins', async () => {
    const [where, env] = [reportsFolder(), { GITLAB_CI: 'true' }];
    const before = filesIn(where);
    const plain = await dondoc(where, 'check');
    expect(await dondoc(where, 'check --format text', undefined, false, env)).toEqual(plain);
    expect(filesIn(where)).toEqual(before);
    const { stdout, stderr, code } = await dondoc(where, 'check', undefined, false, env);
    expect([stdout, code]).toEqual([plain.stdout, plain.code]);
    expect(stderr).toMatch(/GitLab CI.*gl-code-quality-report\.json.*--format text/);
    expect(filesIn(where)).toEqual({ ...before, 'gl-code-quality-report.json': await printed('gitlab') });
  });
});

describe('Markdown', () => {
  const isTable = (line: string): boolean => line.startsWith('|');
  /** Cells of a row: bars behind an odd number of backslashes are text. */
  const bars = (line: string): number => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0;

  test('text from files makes no cell, no element, no mention, no link', async () => {
    const text = await printed('markdown');
    expect(new Set(text.split('\n').filter(isTable).map(bars))).toEqual(new Set([4]));
    expect(text).not.toMatch(/(?<!\\)<(?!details>|\/details>|summary>|\/summary>|code>|\/code>)/);
    expect(text.match(/(?<!\\)<details>/g)?.length).toBe(text.match(/(?<!\\)<\/details>/g)?.length);
    expect(text.replace(/<code>.*?<\/code>|&#8203;/g, (found) => (found.startsWith('<') ? '' : '\u200b'))).not.toMatch(
      /@\w|#\d|GH-\d|:\/\//,
    );
  });

  test('fits in a comment: the gravest stay, and what was left out is said', async () => {
    const wrong = `  - task: "${TEXTS}"\n    status: sai\n    completed: mai\n`.repeat(30);
    const files: Files = { ...EXAMPLE, ...inManyFiles(30, `${wrong}plan-text: x\n`) };
    const { stdout } = await dondoc(folderWith(files), 'check --format markdown');
    expect(stdout.length).toBeLessThanOrEqual(65_536);
    expect(stdout.length).toBeGreaterThan(55_000);
    expect(stdout).toMatch(/GitHub nhận: ở đây chỉ có [\d.]+ trong [\d.]+ phát hiện/);
    const shown = stdout.split('\n').filter((line) => / \*\*lỗi /.test(line)).length;
    expect(stdout).toContain(`chỉ có ${shown} trong`);
    expect(Buffer.byteLength(stdout)).toBeLessThan(262_144);
  });
});

import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { EXAMPLE, type Files, ROOT, changed, dondoc, folderWith, outputOf, put, without } from './helpers.ts';

const LATE = changed(EXAMPLE, 'reports/huyen-ha.yaml', 'reported: 2024-12-20', 'reported: 2025-01-05');
const SILENT = without(EXAMPLE, 'reports/huyen-ha.yaml');
/** An indicator that the plan gives as “about”: the rule says `info` of it, and `warning` of others. */
const OFF = changed(EXAMPLE, 'reports/huyen-ha.yaml', 'value: 5.5', 'value: 3');
const GAP = changed(EXAMPLE, 'plan/12-KH-UBND/tasks.yaml', / {2}- id: II\.1\.c[^]*$/, '');
const withRules = (files: Files, ...lines: string[]): Files => ({
  ...files,
  'dondoc.yaml': `lang: en\nrules:\n${lines.map((line) => `  ${line}\n`).join('')}`,
});

describe('the severity of a rule', () => {
  test.each<[what: string, files: Files, words: string, code: number, severities: readonly string[]]>([
    ['as it is', LATE, '', 0, ['warning']],
    ['raised by name', withRules(LATE, 'report-late: error'), '', 1, ['error']],
    ['raised by code', withRules(LATE, 'DD204: error'), '', 1, ['error']],
    ['raised by code, in small letters', withRules(LATE, 'dd204: error'), '', 1, ['error']],
    ['off', withRules(LATE, 'report-late: off'), ' --fail-on info', 0, []],
    ['lowered', withRules(SILENT, 'report-missing: info'), '', 0, ['info']],
    ['lowered, and asked for', withRules(SILENT, 'report-missing: info'), ' --fail-on info', 1, ['info']],
    ['over what a finding says itself', withRules(OFF, 'indicator-off: error'), '', 1, ['error']],
    ['over --rule', withRules(LATE, 'report-late: error'), ' --rule DD204', 1, ['error']],
  ])('%s', async (_, files, words, code, severities) => {
    const ran = await dondoc(folderWith(files), `check --format json${words}`);
    const { findings, summary } = outputOf('findings', ran.stdout);
    expect([ran.code, findings.map(({ severity }) => severity)]).toEqual([code, severities]);
    expect(summary.errors).toBe(severities.filter((severity) => severity === 'error').length);
  });

  test('a rule that is off is not silently asked for', async () => {
    const { stderr, code } = await dondoc(folderWith(withRules(LATE, 'DD204: off')), 'check --rule report-late');
    expect([code, stderr]).toEqual([0, 'dondoc.yaml:3:3: rule DD204 report-late is off\n']);
  });

  test('nobody is said to have filed where the rule on missing reports is off', async () => {
    const [on, off] = [SILENT, withRules(SILENT, 'report-missing: off')];
    expect((await dondoc(folderWith(on), 'check')).stdout).toContain('UBND huyện Hạ');
    expect((await dondoc(folderWith(off), 'check')).stdout).not.toMatch(/every body/i);
    expect((await dondoc(folderWith(withRules(EXAMPLE, 'report-missing: off')), 'check')).stdout).toMatch(
      /every body/i,
    );
  });

  test.each<[what: string, files: Files, words: string, code: number]>([
    ['of the plan, as it is', GAP, 'plan check', 1],
    ['of the plan, lowered', withRules(GAP, 'source-not-covered: warning'), 'plan check', 0],
    ['of the plan, lowered, and reports go by it', withRules(GAP, 'source-not-covered: warning'), 'summary', 0],
    ['of the plan, lowered, and asked for', withRules(GAP, 'DD302: info'), 'plan check --fail-on info', 1],
  ])('%s', async (_, files, words, code) => {
    expect((await dondoc(folderWith(files), words)).code).toBe(code);
  });

  test.each(rules.filter(({ code }) => /^DD[13]/.test(code)).map(({ name, example }) => ({ name, example })))(
    'off, a plan faulty by $name is used or refused, and breaks nothing',
    async ({ name, example }) => {
      const own = Object.entries(example().bad).filter(([file]) => file.startsWith('plan/'));
      const files = Object.fromEntries(
        own.map(([file, content]) => [
          file.replace('plan/', 'plan/12-KH-UBND/'),
          typeof content === 'string' ? content : '',
        ]),
      );
      const folder = folderWith(withRules({ ...EXAMPLE, ...files }, `${name}: off`));
      for (const verb of ['check', 'plan check', 'plan show']) {
        const { code, stderr } = await dondoc(folder, verb);
        expect([verb, code === 3 ? stderr : code]).toEqual([verb, expect.any(Number)]);
        if (code === 2) expect(stderr).not.toBe('dondoc: \n');
      }
    },
  );

  test.each([
    ['an unknown name', ['report-lat: off'], 'dondoc.yaml:3:3: no rule “report-lat”; did you mean report-late?'],
    ['an unknown code', ['DD999: off'], 'dondoc.yaml:3:3: no rule “DD999”'],
    ['one rule twice', ['DD204: off', 'report-late: off'], 'dondoc.yaml:4:3: rule DD204 report-late is set twice'],
    ['a word that is no severity', ['report-late: none'], 'dondoc.yaml:3:16: '],
  ])('%s is refused, and where', async (_, lines, says) => {
    const { code, stderr, stdout } = await dondoc(folderWith(withRules(EXAMPLE, ...lines)), 'check --lang en');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  test('an unknown key beside them is refused, and where', async () => {
    const folder = folderWith({ ...EXAMPLE, 'dondoc.yaml': 'lang: en\nrule:\n  DD204: off\n' });
    const { code, stderr } = await dondoc(folder, 'check --lang en');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^dondoc: dondoc\.yaml:2:1: .*perhaps rules/)]);
  });
});

describe('dondoc config', () => {
  const inForce = async (files: Files, words = '', below = '.') => {
    const { stdout, code } = await dondoc(join(folderWith(files), below), `config --format json${words}`);
    expect(code).toBe(0);
    const { settings, rules: set } = outputOf('settings', stdout);
    const at = ({ kind, line }: { kind: string; line?: number }): string => (line ? `${kind}:${line}` : kind);
    return {
      settings: settings.map(({ name, value, from }) => `${name}=${value} ${at(from)}`),
      set: set
        .filter(({ from }) => from.kind !== 'default')
        .map((rule) => `${rule.code}=${rule.severity} ${at(rule.from)}`),
      rules: set.length,
    };
  };
  const SET = {
    ...EXAMPLE,
    'dondoc.yaml':
      'plan: 12/KH-UBND\nreports: reports\nlang: en\nfail-on: warning\nbaseline: known.yaml\ncache: true\nrules:\n  due-soon: off\n  DD206: error\n',
  };

  test('without settings: the defaults, and the language of the plan', async () => {
    expect(await inForce(EXAMPLE)).toEqual({
      settings: [
        'plan=12/KH-UBND (plan/12-KH-UBND) default',
        'reports=reports default',
        'lang=vi plan',
        'fail-on=error default',
        'filed-by=report default',
        'baseline=dondoc-baseline.yaml default',
        'cache=false default',
      ],
      set: [],
      rules: rules.length,
    });
  });

  test('with settings: each by its line, wherever the command runs', async () => {
    const [above, below] = [await inForce(SET), await inForce(SET, '', 'reports')];
    expect(above).toEqual({
      settings: [
        'plan=12/KH-UBND (plan/12-KH-UBND) file:1',
        'reports=reports file:2',
        'lang=en file:3',
        'fail-on=warning file:4',
        'filed-by=report default',
        'baseline=known.yaml file:5',
        'cache=true file:6',
      ],
      set: ['DD205=off file:8', 'DD206=error file:9'],
      rules: rules.length,
    });
    expect([below.set, below.settings[1], below.settings[5]]).toEqual([
      above.set,
      'reports=. file:2',
      'baseline=../known.yaml file:5',
    ]);
  });

  test('every key that settings may have is told', async () => {
    const { properties } = JSON.parse(readFileSync(join(ROOT, 'schemas/config.schema.json'), 'utf8')) as {
      properties: object;
    };
    const told = (await inForce(EXAMPLE)).settings.map((line) => line.replace(/=.*/, ''));
    expect([...told, 'rules'].sort()).toEqual(Object.keys(properties).sort());
  });

  test('options come before settings', async () => {
    const { settings } = await inForce(SET, ' --plan plan/12-KH-UBND --lang vi --fail-on never --baseline x.yaml');
    expect(settings).toEqual([
      'plan=12/KH-UBND (plan/12-KH-UBND) option',
      'reports=reports file:2',
      'lang=vi option',
      'fail-on=never option',
      'filed-by=report default',
      'baseline=x.yaml option',
      'cache=true file:6',
    ]);
  });

  test('for people: a line for each value that is set, and the number of rules left as they are', async () => {
    const { stdout } = await dondoc(folderWith(SET), 'config');
    expect(stdout).toBe(`plan                  12/KH-UBND (plan/12-KH-UBND)  dondoc.yaml:1
reports               reports                       dondoc.yaml:2
lang                  en                            dondoc.yaml:3
fail-on               warning                       dondoc.yaml:4
filed-by              report                        default
baseline              known.yaml                    dondoc.yaml:5
cache                 true                          dondoc.yaml:6
DD205 due-soon        off (default info)            dondoc.yaml:8
DD206 completed-late  error (default warning)       dondoc.yaml:9
${rules.length - 2} rules as they are by default (see: dondoc explain)
`);
  });
});

test('the only key misspelt is told like any other', async () => {
  const folder = folderWith({ ...EXAMPLE, 'dondoc.yaml': 'failon: error\n' });
  const { code, stderr } = await dondoc(folder, 'check --lang en');
  expect([code, stderr]).toEqual([
    2,
    'dondoc: dondoc.yaml:1:1: there is no field “failon” here; perhaps fail-on is meant (DD107 unknown-field)\n',
  ]);
});

test('a folder of reports that is not there is missing at its line', async () => {
  const folder = folderWith({ 'dondoc.yaml': 'lang: en\nreports: bao-cao\n' });
  expect((await dondoc(folder, 'check')).stderr).toBe(
    'dondoc: dondoc.yaml:2:10: there is no folder of reports “bao-cao”; make it, or correct this line\n',
  );
});

test('settings lead to nothing outside of their folder', async () => {
  const folder = folderWith({ ...EXAMPLE, 'a/dondoc.yaml': '', 'outside.yaml': 'x' });
  symlinkSync(folder, join(folder, 'a/link'));
  for (const written of [
    'reports: ..',
    'reports: ../reports',
    'reports: /',
    'reports: link',
    'baseline: ../outside.yaml',
  ]) {
    put(folder, { 'a/dondoc.yaml': `${written}\n` });
    for (const verb of ['check', 'summary', 'config', 'baseline --reason r --by b --until 2026-01-01']) {
      const { code, stderr } = await dondoc(join(folder, 'a'), `${verb} --lang en`);
      expect([written, verb, code, stderr]).toEqual([
        written,
        verb,
        2,
        expect.stringContaining('leads out of the folder'),
      ]);
    }
  }
  put(folder, { 'a/dondoc.yaml': 'reports: b/../c\nbaseline: d/known.yaml\n' });
  expect((await dondoc(join(folder, 'a'), 'config')).code).toBe(0);
});

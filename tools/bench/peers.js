// What a user would take instead of dondoc: where it is looked for, how it is called, how its output names bad files.
// Peers are not dependencies: those of npm are looked for in the folder `PEERS`, those of Python on the PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const schema = at('../../schemas/report.schema.json');
const inModules = (path) => join(resolve(process.env.PEERS ?? '.'), 'node_modules', path);
const has = (...paths) => paths.every((path) => existsSync(inModules(path)));
const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const node = (...args) => [process.execPath, ...args];
/** Tells its peak memory itself. */
export const telling = (...args) => node('-r', at('peak.cjs'), ...args);
/** Has GNU time tell it, where there is one: of programs in other languages, and of their children. */
const time = runs('time', '-q', '-f', '', 'true') ? ['time', '-q', '-f', '\npeak %M'] : [];

const PYTHON = `
import json, pathlib, sys, yaml
from jsonschema import Draft202012Validator, FormatChecker
loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
schema = Draft202012Validator(json.load(open(sys.argv[1], encoding='utf8')), format_checker=FormatChecker())
for file in pathlib.Path(sys.argv[2]).rglob('*.yaml'):
    if not schema.is_valid(yaml.load(file.open(encoding='utf8'), loader)):
        print(file, 'is invalid')
`;

/** Reads Excel files, and does nothing with them. */
const EXCELJS = `
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { Workbook } = require(process.argv[1]);
(async () => {
  for (const file of readdirSync(process.argv[2], { recursive: true }))
    if (file.endsWith('.xlsx')) await new Workbook().xlsx.readFile(join(process.argv[2], file));
})();
`;
export const exceljs = {
  name: 'exceljs',
  found: has('exceljs'),
  command: (name) => telling('-e', EXCELJS, inModules('exceljs'), name),
};

/**
 * The peers that check reports. Those with `most` take turns with dondoc on up to so many; the others take minutes, and run
 * once on 40 reports, or on 1,000. `bad` finds in the output the files that the schema does not allow; yamllint knows none.
 */
export function peersIn(folder) {
  const ruleset = join(folder, 'spectral.json');
  const functionOptions = { schema: JSON.parse(readFileSync(schema, 'utf8')), allErrors: true };
  const rule = { given: '$', severity: 'error', then: { function: 'schema', functionOptions } };
  writeFileSync(ruleset, JSON.stringify({ rules: { report: rule } }));
  return [
    {
      name: 'ajv-cli',
      most: 100_000,
      found: has('.bin/ajv', 'ajv-formats'),
      command: (name) =>
        telling(
          ...[inModules('.bin/ajv'), 'validate', '-s', schema, '-d', `${name}/**/*.yaml`],
          ...['--spec=draft2020', '-c', 'ajv-formats', '--strict=false', '--all-errors'],
        ),
      bad: /^(.+) invalid$/gm,
    },
    {
      // At 10,000 reports it needs 1.8 GB.
      name: 'sourcemeta jsonschema',
      most: 10_000,
      found: has('.bin/jsonschema'),
      command: (name) => [
        ...[...time, ...node(inModules('.bin/jsonschema'), 'validate', schema, name)],
        ...['--extension', '.yaml', '--format-assertion', '--continue'],
      ],
      bad: /^fail: (.+)$/gm,
    },
    {
      name: 'python3-jsonschema',
      found: runs('python3', '-c', 'import yaml; from jsonschema import Draft202012Validator'),
      command: (name) => [...time, 'python3', '-c', PYTHON, schema, name],
      bad: /^(.+) is invalid$/gm,
    },
    {
      name: 'v8r',
      found: has('.bin/v8r'),
      command: (name) => telling(inModules('.bin/v8r'), `${name}/**/*.yaml`, '--schema', schema),
      bad: /^✖ (.+) is invalid$/gm,
    },
    {
      name: 'Spectral',
      found: has('.bin/spectral'),
      command: (name) =>
        telling(inModules('.bin/spectral'), 'lint', `${name}/**/*.yaml`, '-r', ruleset, '-f', 'text', '-q'),
      bad: /^(.+?):\d+:\d+ error /gm,
    },
    {
      name: 'yamllint (syntax alone)',
      found: runs('yamllint', '--version'),
      command: (name) => [...time, 'yamllint', '-d', 'relaxed', '-f', 'parsable', name],
    },
  ];
}

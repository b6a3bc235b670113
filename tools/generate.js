// Makes src/generated from schemas/: the TypeScript types (committed) and the compiled validators (not committed).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv';
import { compile } from 'json-schema-to-typescript';

const root = new URL('../', import.meta.url);
const at = (name) => new URL(`schemas/${name}.schema.json`, root);
const schemaOf = (name) => JSON.parse(readFileSync(at(name), 'utf8'));

/** An amendment may bring new tasks, bodies and documents: their definitions are copied into its schema, for editors. */
function embedDefinitions() {
  const { tasks, owners, groups, references } = Object.assign(
    {},
    ...['tasks', 'owners', 'references'].map((name) => schemaOf(name).properties),
  );
  const { citation, deadline } = schemaOf('tasks').$defs;
  const { source: _source, ...ofNew } = tasks.items.properties;
  const { id: _id, deadline: _deadline, confirmed: _confirmed, ...changeable } = ofNew;
  const required = tasks.items.required.filter((field) => field !== 'source');
  const { required: _required, ...anyTask } = tasks.items;
  const $defs = {
    newTask: { ...tasks.items, title: 'NewTask', required, properties: ofNew },
    taskFields: { ...anyTask, title: 'TaskFields', minProperties: 1, properties: changeable },
    citation,
    deadline,
    owner: owners.items,
    group: groups.items,
    reference: references.items,
  };
  const [written] = readFileSync(at('amendment'), 'utf8').split('  "$defs": ');
  const lines = Object.entries($defs).map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`);
  writeFileSync(at('amendment'), `${written}  "$defs": {\n${lines.join(',\n')}\n  }\n}\n`);
}
embedDefinitions();

const schemas = readdirSync(new URL('schemas/', root))
  .filter((name) => name.endsWith('.schema.json'))
  .sort()
  .map((name) => ({
    name: name.replace('.schema.json', ''),
    schema: JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8')),
  }));

const banner = '// Made by tools/generate.js from schemas/. Change the schema, not this file.\n';

/** Only what is read needs types and validators; the schemas of output are held by tests. */
const inputsOf = (all) =>
  all.filter(({ name }) => !['explain', 'findings', 'proposals', 'rules', 'settings', 'summary'].includes(name));

/** What a program that uses the package is given: the findings and the summary, with what they share put in; a description beside a reference would make a type of its own. */
function givenOut(all) {
  const { $defs } = schemaOf('snapshot');
  return all
    .filter(({ name }) => ['findings', 'summary'].includes(name))
    .map(({ name, schema }) => {
      const here = (key, value) =>
        value?.$ref ? { $ref: value.$ref.replace('urn:dondoc:schema:snapshot#/', '#/') } : value;
      const whole = JSON.parse(JSON.stringify({ ...schema, $defs: { ...$defs, ...schema.$defs } }), here);
      return { name, schema: whole };
    });
}

async function types(file, all) {
  const parts = [];
  for (const { schema } of all) {
    parts.push(
      await compile(schema, schema.title, {
        bannerComment: '',
        additionalProperties: false,
        style: { singleQuote: true, printWidth: 120 },
      }),
    );
  }
  // What one schema copies from another comes out twice.
  const declarations = parts.join('\n').split(/\n(?=(?:\/\*\*|export ))/);
  const seen = new Set();
  const once = declarations.filter((text) => {
    const [name] = /export (?:interface|type) \w+/.exec(text) ?? [text];
    return !seen.has(name) && seen.add(name);
  });
  writeFileSync(new URL(`src/generated/${file}`, root), `${banner}\n${once.join('\n')}`);
}

/** Descriptions are for editors and people; validators need none of them. A property may itself be named `title`. */
function withoutWords(node, isMap = false) {
  if (Array.isArray(node)) return node.map((item) => withoutWords(item));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => isMap || !['title', 'description'].includes(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutWords(value, !isMap && ['properties', '$defs'].includes(key))]),
  );
}

/** The fields of every mapping in a schema, by its path without list indexes: `''`, `entries`, `entries.evidence`. */
function fieldsOf(schema) {
  const fields = {};
  const visit = (node, path) => {
    const target = node.$ref ? schema.$defs[node.$ref.split('/').pop()] : node;
    if (target.items) visit(target.items, path);
    if (!target.properties) return;
    fields[path.join('.')] = Object.keys(target.properties);
    for (const [name, property] of Object.entries(target.properties)) visit(property, [...path, name]);
  };
  visit(schema, []);
  return fields;
}

/** The code of ajv at two thirds of its length: what is read of an error is its keyword, its place and one parameter. */
const compact = (code) =>
  code.replace(
    /const (err\d+) = \{instancePath(?::([^;]*?))?,schemaPath:"[^"]*",keyword:("\w+"),params:\{(?:comparison: ".{1,2}", )?(?:(\w+): (.*?))?\}\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g,
    (_, _name, path = 'instancePath', keyword, parameter = '', value = 'undefined') =>
      `vErrors = withError(vErrors, ${path}, ${keyword}, "${parameter}", ${value});`,
  );

function validators() {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    messages: false,
    code: { source: true, esm: true, formats: _`formats` },
    formats: { date: () => true },
  });
  const inputs = inputsOf(schemas);
  for (const { schema } of inputs) ajv.addSchema(withoutWords(schema));
  const imports =
    "import { isDay } from '../../day.ts';\nimport { withError } from '../../schema-error.ts';\nconst formats = { date: isDay };\n";
  mkdirSync(new URL('src/generated/validators', root), { recursive: true });
  for (const { name, schema } of inputs) {
    const code = compact(ajvStandalone.default(ajv, { validate: schema.$id }));
    if (/[{,]keyword:/.test(code)) throw new Error('an error of ajv has another form');
    if (/\brequire\(/.test(code)) throw new Error('the validators need code of ajv at run time');
    const fields = fieldsOf(schema);
    // They do not ask whether a field is an object's own: readers give it no other, unless every object has it.
    if (Object.values(fields).some((names) => names.some((field) => field in {})))
      throw new Error(`a field of ${name} has a name that every object has`);
    const form = `export const ${name}Form = { validate, fields: ${JSON.stringify(fields)}, required: ${JSON.stringify(schema.required ?? [])} };\n`;
    writeFileSync(new URL(`src/generated/validators/${name}.js`, root), banner + imports + code + form);
  }
  const index = inputs.map(({ name }) => `export { ${name}Form } from './validators/${name}.js';\n`);
  writeFileSync(new URL('src/generated/validators.js', root), banner + index.join(''));
}

await types('types.ts', inputsOf(schemas));
await types('outputs.ts', givenOut(schemas));
validators();

import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { isDay } from '../../src/day.ts';
import { UNWRITABLE, readXml } from '../../src/office/xml.ts';
import { openArchive } from '../../src/office/zip.ts';
import { inert } from '../../src/view/visible.ts';
import { type Node, parsed } from '../../test/page-reader.ts';

/** npm and vitest start in the repository. */
const schemaIn = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

const ajv = new Ajv2020({
  strict: false,
  formats: { date: isDay, uri: true, 'uri-reference': true, 'date-time': true, uuid: true },
});
for (const name of ['findings', 'snapshot', 'summary', 'proposals', 'explain', 'settings', 'rules'])
  ajv.addSchema(schemaIn(`schemas/${name}.schema.json`));
ajv.addSchema(schemaIn('test/standards/sarif-2.1.0.json'), 'sarif');

function fits(schema: string, text: string): void {
  const validate = ajv.getSchema(schema) as ValidateFunction;
  if (!validate(JSON.parse(text))) throw new Error(`not by ${schema}: ${ajv.errorsText(validate.errors)}`);
}

function holds(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(what);
}

/** Nothing but line feeds acts on a screen. */
const lines = (text: string): string[] => {
  const all = text.split('\n');
  const acting = all.find((line) => inert(line) !== line);
  holds(acting === undefined, `acts on a terminal: ${JSON.stringify(acting)}`);
  return all;
};

const xml = (text: string): void => {
  holds(text.replace(UNWRITABLE, '') === text, 'a character that XML cannot hold');
  readXml(text, { open: (_, attributes) => void attributes('nothing'), close: () => undefined });
};

/** Elements that a page must not have, attributes that run something, and targets outside of it. */
function still(node: Node | string): void {
  if (typeof node === 'string') return;
  const { name, attributes, children } = node;
  holds(!/^(script|img|iframe|object|embed|link|form|input|base|audio|video)$/.test(name), `<${name}> in a page`);
  for (const [key, value] of Object.entries(attributes)) {
    holds(!/^on|^src$|^action$/.test(key), `${key}= in a page`);
    holds(key !== 'href' || value.startsWith('#'), `a link out of the page: ${value}`);
  }
  children.forEach(still);
}

/** Records of a table in CSV (RFC 4180), or nothing where it is none. */
export function records(text: string): string[][] | undefined {
  const found: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const [whole, quoted, bare, end] = field.exec(text) ?? [];
    if (whole === undefined || whole === '') return undefined;
    found.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',' && field.lastIndex < text.length) found.push([]);
  }
  return found;
}

function archive(bytes: Uint8Array): void {
  const { names, part } = openArchive(bytes);
  for (const name of names) {
    const text = Buffer.from(part(name) ?? []).toString('utf8');
    if (!/\.(xml|rels)$/.test(name)) continue;
    xml(text);
    holds(!/<f[ >]|TargetMode="External"/.test(text), `a formula or a link out of ${name}`);
  }
}

type Holds = (content: string, bytes: Uint8Array) => void;

/** In the log of GitHub Actions `##[name]` anywhere in a line and `::name` at the beginning of one command something. */
const commandsNothing = (line: string): void =>
  holds(!/##\[|^\s*::\p{L}/u.test(line), `a command in a log: ${JSON.stringify(line)}`);

/** What each form of output must be whatever went in; throws where it is not. */
export const FORMS: Readonly<Record<string, Holds>> = {
  text: (content) => lines(content).forEach(commandsNothing),
  markdown: (content) => {
    for (const line of lines(content)) {
      commandsNothing(line);
      holds(
        !/(?<!\\)<(?!\/?(?:details|summary|code|b|br|sub|sup|a id|!-- dondoc)\b)[a-z!/]/i.test(
          line.replace(/`[^`]*`/g, ''),
        ),
        `HTML in Markdown: ${line}`,
      );
    }
  },
  sarif: (content) => fits('sarif', content),
  junit: xml,
  github: (content) => {
    for (const line of lines(content))
      holds(
        /^::(error|warning|notice) [^:]*::|^(?!\s*(::|##))/.test(line),
        `not a command of ours: ${JSON.stringify(line)}`,
      );
  },
  gitlab: (content) => holds(Array.isArray(JSON.parse(content)), 'no list'),
  csv: (content) => {
    content.split(/\r?\n/).forEach(commandsNothing);
    const all = records(content.replace(/^\ufeff/, ''));
    holds(all !== undefined, 'not CSV');
    holds(
      all.every((record) => record.length === all[0]?.length),
      'records of different lengths',
    );
    for (const cell of all.flat())
      holds(!/^[\s\ufeff]*[=+\-@＝＋－＠]/.test(cell) || /^-?\d+([.,]\d+)?$/.test(cell), `a formula in CSV: ${cell}`);
  },
  html: (content) => still(parsed(content)),
  xlsx: (_, bytes) => archive(bytes),
  yaml: (content) => void parse(content),
  docx: (_, bytes) => archive(bytes),
  ics: (content) => {
    holds(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/.test(content), 'not a calendar');
    for (const line of content.slice(0, -2).split('\r\n')) {
      holds(
        Buffer.byteLength(line) <= 75 && !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line),
        `not a line: ${JSON.stringify(line)}`,
      );
      holds(/^( |[A-Z-]+[;:])/.test(line), `not a property: ${JSON.stringify(line)}`);
    }
  },
};

/** Throws where an output is not what its form must be; `json` is held against the schema of its verb. */
export function holdForm(form: string, verb: string, content: string, bytes: Uint8Array): void {
  if (form === 'json' && verb === 'report') JSON.parse(content);
  else if (form === 'json') fits(`urn:dondoc:schema:${SCHEMAS[verb] ?? verb}`, content);
  else FORMS[form]?.(content, bytes);
}

const SCHEMAS: Readonly<Record<string, string>> = { check: 'findings', plan: 'findings', config: 'settings' };

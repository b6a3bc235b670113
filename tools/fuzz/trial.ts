import { Buffer } from 'node:buffer';
import { extname } from 'node:path';
import { parse } from 'yaml';
import { reportForm } from '../../src/generated/validators.js';
import { openArchive } from '../../src/office/zip.ts';
import { openedSource } from '../../src/read/read.ts';
import { rules } from '../../src/rules/index.ts';
import { MOST_FINDINGS } from '../../src/rules/limit.ts';
import { LANGS } from '../../src/lang.ts';
import { FORMATS } from '../../src/cli/formats.ts';
import { type Given, FOLDER, type Said, type WorkFolder } from './folder.ts';
import { type Reader, jsonLaws, valueLaws, yamlLaws } from './laws.ts';
import { holdForm } from './outputs.ts';
import { type Chance, chanceFrom } from './random.ts';
import { spoiled, spoiledBytes } from './texts.ts';
import { workbook } from './workbooks.ts';
import { word } from './words.ts';

/** What one seed is tried on, by which command, and what was found, if anything was. */
export interface Trial {
  readonly kind: string;
  readonly given: Given;
  readonly command: readonly string[];
  readonly find?: string;
}

const REPORT = 'reports/huyen-ha.yaml';
const NEIGHBOURS = Object.keys(FOLDER).filter((name) => name.startsWith('reports/') && name !== REPORT);
const PLAN = 'plan/12-KH-UBND';
const AS_OF = ['--as-of', '2025-01-15'];

/** Texts that the examples of the rules are made of: each brings some part of the forms that no other has. */
const examples = rules
  .filter(({ name }) => name !== 'too-large')
  .map(({ example }) => example())
  .flatMap(({ bad, good }) => [...Object.entries(bad), ...Object.entries(good)])
  .flatMap(([name, content]) => (typeof content === 'string' ? [[name, content] as const] : []));
const texts = (from: RegExp): string[] => examples.flatMap(([name, text]) => (from.test(name) ? [text] : []));
const REPORTS = [...texts(/^(?!plan\/|register)[^/]*\.yaml$/), FOLDER[REPORT] ?? ''].map((text) =>
  text.replace(/^owner: .*$/m, 'owner: huyen-ha'),
);
const REGISTERS = texts(/^register\.yaml$/);
const AMENDMENTS = texts(/^plan\/amendments\//);
const PLAN_FILES = ['plan.yaml', 'owners.yaml', 'references.yaml', 'tasks.yaml', 'source.txt'];
const SETTINGS = [
  'plan: 12/KH-UBND\nreports: reports\nlang: vi\nfail-on: error\nrules:\n  bad-value: warning\n  DD205: off\n',
  'baseline: known.yaml\nfiled-by: report\nrules: { more-findings: info }\n',
];

interface Kind {
  readonly weight: number;
  readonly given: (chance: Chance) => Given;
}
const report = (name: string, content: string | Uint8Array): Given => ({ [REPORT]: null, [name]: content });

const KINDS: Readonly<Record<string, Kind>> = {
  yaml: { weight: 8, given: (chance) => ({ [REPORT]: spoiledBytes(chance.of(REPORTS), chance) }) },
  json: {
    weight: 4,
    given: (chance) => {
      const text = chance.of(REPORTS);
      return report('reports/huyen-ha.json', spoiledBytes(JSON.stringify(dataOf(text), null, chance.below(3)), chance));
    },
  },
  workbook: { weight: 6, given: (chance) => report('reports/huyen-ha.xlsx', workbook(chance)) },
  plan: {
    weight: 4,
    given: (chance) => {
      const name = `${PLAN}/${chance.of(PLAN_FILES)}`;
      return { [name]: spoiledBytes(FOLDER[name] ?? '', chance) };
    },
  },
  amendment: {
    weight: 3,
    given: (chance) => ({
      [`${PLAN}/amendments/2024-06-01.yaml`]: chance.once(6)
        ? chance.of(AMENDMENTS)
        : spoiledBytes(chance.of(AMENDMENTS), chance),
    }),
  },
  settings: { weight: 2, given: (chance) => ({ 'dondoc.yaml': spoiledBytes(chance.of(SETTINGS), chance) }) },
  register: { weight: 2, given: (chance) => ({ 'reports/register.yaml': spoiledBytes(chance.of(REGISTERS), chance) }) },
  name: {
    weight: 2,
    given: (chance) => {
      const name = Buffer.from(
        `${word(chance)}${chance.of(['.yaml', '.json', '.xlsx', '.yaml', ''])}`.replace(/[/\0]|^\.+/g, '-'),
      ).subarray(-120);
      // What the file system would not keep as it is, it is not asked to.
      return report(`reports/x${name.toString('utf8').replaceAll('\ufffd', '')}`, spoiled(chance.of(REPORTS), chance));
    },
  },
};
const LOTS = Object.entries(KINDS).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name));

/** Fails for a text of ours that is no YAML: then it would not be tried as JSON. */
const dataOf = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return { entries: text };
  }
};

const OTHERS: readonly (readonly [verb: string, words: string, forms: readonly string[]])[] = [
  ['summary', `summary reports --plan ${PLAN} --until 2026-12-31 --period all`, FORMATS.summary],
  ['summary', `summary reports --plan ${PLAN} --by support --compare-to 2024-12-01`, FORMATS.summary],
  ['proposals', `proposals reports --plan ${PLAN}`, FORMATS.proposals],
  ['draft', `draft report reports --plan ${PLAN} --period 2024`, FORMATS.draft],
  ['plan', `plan check --plan ${PLAN}`, FORMATS.plan],
  ['explain', `explain II.1.c reports --plan ${PLAN}`, FORMATS.explain],
  ['history', `plan history --plan ${PLAN}`, ['text', 'markdown']],
  ['config', 'config', FORMATS.config],
];

interface Found {
  readonly findings: readonly (Record<'file' | 'code' | 'message', string> &
    Record<'line' | 'column', number> & { readonly sheet?: string; readonly cell?: string })[];
}

function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

/** Said as a tool says it: an exit code of its own, no trace of the program, nothing that acts. */
function holdRun({ code, stderr }: Said): void {
  hold(code >= 0 && code <= 2, `exit code ${code}: ${stderr}`);
  hold(!/\n\s+at \S+.*:\d+:\d+\)?\n/.test(stderr), `a trace: ${stderr}`);
  holdForm('text', '', stderr, Buffer.from(stderr));
}

function holdFindings(findings: Found['findings'], given: Given): void {
  const perFile = new Map<string, number>();
  for (const { file, line, column, message, code } of findings) {
    hold(line >= 1 && column >= 1, `${code} has no place: ${file}:${line}:${column}`);
    hold(message.length > 0 && message.length <= 500, `${code} says ${message.length} characters`);
    hold(
      !/undefined|\[object|NaN(?!ME)/.test(message) || /undefined|object|NaN/.test(String(given[file] ?? '')),
      `${code} says ${message}`,
    );
    if (file.startsWith('reports/')) perFile.set(file, (perFile.get(file) ?? 0) + 1);
    const text = given[file];
    if (text === undefined || text === null || !/\.(yaml|json)$/.test(file)) continue;
    hold(
      line <= Buffer.from(text).toString('latin1').split('\n').length,
      `${code} stands behind the end: line ${line}`,
    );
  }
  for (const [file, count] of perFile) hold(count <= MOST_FINDINGS + 1, `${file} has ${count} findings`);
}

/** Whose report a spoiled file is: what it says of another body may be held against that one's. */
function isOthers(given: Given): boolean {
  const texts = Object.entries(given).map(([name, content]) =>
    content === null
      ? ''
      : JSON.stringify(openedSource({ kind: 'opened', bytes: Buffer.from(content) }, name, reportForm).data ?? ''),
  );
  return texts.some(
    (text) =>
      /"owner":(?!"(?:huyen-ha|UBND huyện Hạ)")/.test(text) ||
      !/"period":"2024"/.test(text.replace(/^""$/, '"period":"2024"')),
  );
}

const ofNeighbours = ({ findings }: Found): string =>
  JSON.stringify(findings.filter(({ file }) => NEIGHBOURS.includes(file)));

let alone: Promise<string> | undefined;

/** Tries one seed. */
export async function trial(seed: number, folder: WorkFolder, full: Reader): Promise<Trial> {
  const chance = chanceFrom(seed);
  const kind = chance.of(LOTS);
  const given = KINDS[kind]?.given(chance) ?? {};
  const lang = chance.of(LANGS);
  const check = ['check', 'reports', '--plan', PLAN, ...AS_OF, '--lang', lang];
  let command: readonly string[] = check;
  const told = async (verb: string, argv: readonly string[], form: string): Promise<Said> => {
    command = [...argv, '--format', form];
    const said = await folder.dondoc(command);
    holdRun(said);
    if (said.code < 2) holdForm(form, verb, said.stdout, said.bytes);
    return said;
  };
  try {
    for (let i = 0; i < 20; i++) valueLaws(word(chance), word(chance));
    for (const [name, content] of Object.entries(given)) {
      const text = content === null || name.endsWith('.xlsx') ? undefined : Buffer.from(content).toString('utf8');
      if (text === undefined) continue;
      yamlLaws(text, full);
      jsonLaws(text);
    }
    alone ??= folder.with({ [REPORT]: null }, async () =>
      ofNeighbours(JSON.parse((await folder.dondoc([...check, '--format', 'json', '--lang', 'vi'])).stdout) as Found),
    );
    const neighbours = await alone;
    await folder.with(given, async () => {
      const said = await told('check', check, 'json');
      if (said.code < 2) {
        const found = JSON.parse(said.stdout) as Found;
        holdFindings(found.findings, given);
        const isReport = ['yaml', 'json', 'workbook', 'name'].includes(kind);
        if (isReport && lang === 'vi' && !isOthers(given))
          hold(ofNeighbours(found) === neighbours, `the neighbours changed: ${ofNeighbours(found)}`);
      }
      await told('check', check, chance.of(FORMATS.check));
      const [verb, words, forms] = chance.of(OTHERS);
      await told(verb, [...words.split(' '), ...(verb === 'config' ? [] : AS_OF), '--lang', lang], chance.of(forms));
    });
    const [file] = Object.entries(given).flatMap(([name, content]) =>
      name.startsWith('reports/') && content !== null ? name : [],
    );
    if (file !== undefined) {
      await folder.with(given, async () => {
        const to = chance.of(['xlsx', 'yaml', 'json']);
        const verb = chance.of([['annotate'], ['convert', '--to', to]]);
        command = [...verb, file, '--plan', PLAN, '-o', 'back', '--lang', lang];
        const said = await folder.dondoc(command);
        const written = folder.takeFrom('back');
        holdRun(said);
        holdForm('text', '', said.stdout, said.bytes);
        // A copy with notes, or in Unicode, is its sender's in all else.
        const isMade = verb[0] === 'convert' && !file.endsWith(to);
        for (const [name, bytes] of written)
          if (isMade) holdForm(extname(name).slice(1), 'report', Buffer.from(bytes).toString('utf8'), bytes);
          else if (verb[0] === 'annotate') openArchive(bytes);
      });
    }
    return { kind, given, command };
  } catch (error) {
    return { kind, given, command, find: error instanceof Error ? error.message : String(error) };
  }
}

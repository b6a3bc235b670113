import { Buffer } from 'node:buffer';
import { type Chance } from './random.ts';
import { word } from './words.ts';

/** What means something to a reader of YAML or JSON. */
const SIGNS = [
  ...[
    '"',
    "'",
    ':',
    ': ',
    ' #',
    '-',
    '- ',
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '|-',
    '>+',
    '|2',
    '\\',
  ],
  ...[
    '&a ',
    '*a',
    '!',
    '!!str ',
    '!!binary ',
    '%YAML 1.1\n',
    '? ',
    '~',
    '@',
    '`',
    '<<: ',
    '---',
    '...',
    '\n---\n',
    '\n...\n',
    '\n# c\n',
    '//',
    '/* */',
  ],
  ...[
    '\u0301',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0000',
    '\u{1f600}',
    '__proto__: ',
    'constructor: ',
    '\\u0000',
    '\\ud800',
    'NaN',
    '1e999',
  ],
] as const;

/** A value as it is written: bare, in quotes of either kind, as a block, in brackets. */
function written(chance: Chance, value: string): string {
  switch (chance.below(6)) {
    case 0:
      return JSON.stringify(value);
    case 1:
      return `'${value.replaceAll("'", "''")}'`;
    case 2:
      return `|\n      ${value.replaceAll('\n', '\n      ')}`;
    case 3:
      return `[${value}]`;
    case 4:
      return `{ ${value}: ${value} }`;
    default:
      return value;
  }
}

type Change = (text: string, chance: Chance) => string;

const at = (text: string, chance: Chance): number => chance.below(text.length + 1);
const piece = (text: string, chance: Chance, most: number): string => {
  const from = at(text, chance);
  return text.slice(from, from + 1 + chance.below(most));
};
const put = (text: string, offset: number, added: string, cut = 0): string =>
  text.slice(0, offset) + added + text.slice(offset + cut);
/** The lines of a text changed as a list. */
const lined = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

const CHANGES: readonly Change[] = [
  (text, chance) => put(text, at(text, chance), chance.of<string>(SIGNS), chance.of([0, 0, 1, 5])),
  (text, chance) => put(text, at(text, chance), word(chance)),
  (text, chance) => put(text, at(text, chance), '', 1 + chance.below(40)),
  (text, chance) => text.slice(0, at(text, chance)),
  (text, chance) => put(text, at(text, chance), piece(text, chance, 200)),
  (text, chance) => put(text, at(text, chance), piece(text, chance, 12).repeat(1 + chance.below(3000))),
  (text, chance) =>
    put(text, at(text, chance), chance.of(['[', '{', '- ', '{a: ', '{"a":', '[[', '? ']).repeat(1 + chance.below(200))),
  // The value behind a key, or the key itself.
  ...Array.from({ length: 4 }, (): Change => (text, chance) => {
    const values = [...text.matchAll(/(?<=: )[^\n,}]+/g)];
    const { index = 0, 0: old = '' } = values.length > 0 ? chance.of(values) : { 0: '' };
    return put(text, index, written(chance, word(chance)), old.length);
  }),
  (text, chance) => {
    const keys = [...text.matchAll(/[A-Za-z-]+(?=:)/g)];
    const { index = 0, 0: old = '' } = keys.length > 0 ? chance.of(keys) : { 0: '' };
    return put(text, index, chance.once(2) ? JSON.stringify(word(chance)) : word(chance), old.length);
  },
  (text, chance) => lined(text, (lines) => lines.splice(chance.below(lines.length), 1)),
  (text, chance) => lined(text, (lines) => lines.splice(chance.below(lines.length), 0, chance.of(lines))),
  (text, chance) =>
    lined(text, (lines) => {
      const line = chance.below(lines.length);
      lines[line] = chance.of([' ', '  ', '\t']) + (lines[line] ?? '');
    }),
  (text, chance) => {
    const from = text.lastIndexOf('\n', at(text, chance)) + 1;
    return text + text.slice(from).slice(0, 2000).repeat(chance.below(250));
  },
  (text, chance) => text.replaceAll('\n', chance.of(['\r\n', '\r', '\u0085', '\n\n'])),
  (text, chance) => text.normalize(chance.of(['NFD', 'NFKC'])),
  (text) => text.replace(/[eo]/g, (letter) => (letter === 'e' ? '\u0435' : '\u043e')),
];

/** A text as bytes, a few times in another encoding or with other bytes in it. */
function encoded(text: string, chance: Chance): Uint8Array {
  if (!chance.once(8)) return Buffer.from(text);
  switch (chance.below(5)) {
    case 0:
      return Buffer.from(`\ufeff${text}`);
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 2:
      return Buffer.from(text, 'utf16le').swap16();
    case 3:
      return Buffer.from(text, 'latin1');
    default: {
      const bytes = Buffer.from(text);
      for (let i = 0; i < 3 && bytes.length > 0; i++) bytes.writeUInt8(chance.below(256), chance.below(bytes.length));
      return bytes;
    }
  }
}

/** A text with up to five changes. */
export function spoiled(text: string, chance: Chance): string {
  let changed = text;
  // The byte limit has tests of its own; here it would hide all else.
  for (let i = 1 + chance.below(5); i > 0; i--) changed = chance.of(CHANGES)(changed, chance).slice(0, 300_000);
  return changed;
}

export const spoiledBytes = (text: string, chance: Chance): Uint8Array => encoded(spoiled(text, chance), chance);

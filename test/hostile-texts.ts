import { Buffer } from 'node:buffer';
import type { Files } from './helpers.ts';

/** What a stranger makes of a sound YAML file, whatever it is a file of. */
export interface Hostile {
  readonly kind: string;
  readonly what: string;
  readonly of: (text: string) => string | Uint8Array;
  /** The rule that names it, wherever it stands. */
  readonly code: string;
}

const times = (count: number, made: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => made(i)).join('');
const behind = (more: string) => (text: string) => `${text}${more}\n`;
const ahead = (more: string) => (text: string) => `${more}\n${text}`;
/** The first `key: value` written otherwise. */
const firstLine = (change: (key: string, value: string) => string) => (text: string) =>
  text.replace(/^([a-z]+):(.*)$/m, (_, key: string, value: string) => change(key, value));
const bytes = (change: (text: string) => Uint8Array) => change;

const group = (kind: string, code: string, variants: Readonly<Record<string, Hostile['of']>>): Hostile[] =>
  Object.entries(variants).map(([what, of]) => ({ kind, what, of, code }));

const bomb = (open: string, close: string, count: number): string =>
  `x0: &x0 [lol]\n${times(count, (i) => `x${i + 1}: &x${i + 1} ${open}${`*x${i}, `.repeat(9)}*x${i}${close}\n`)}`;

export const HOSTILE_TEXTS: readonly Hostile[] = [
  ...group('alias', 'DD104', {
    'ten to the ninth': behind(bomb('[', ']', 9)),
    'two to the thirtieth': behind(
      `a0: &a0 {x: 1}\n${times(30, (i) => `a${i + 1}: &a${i + 1} {l: *a${i}, r: *a${i}}\n`)}`,
    ),
    cycle: behind('x: &x [*x]'),
    'merge repeated': behind(`x: &x {a: 1}\n${times(500, (i) => `y${i}: {<<: [*x, *x, *x]}\n`)}`),
    '20,000 anchors': behind(times(20_000, (i) => `x${i}: &x${i} 1\n`)),
    'an alias of nothing': behind('x: *nothing'),
    'a single anchor': behind('x: &x 1'),
  }),
  ...group('tag', 'DD104', {
    function: behind("x: !!js/function 'function () { return 1 }'"),
    python: behind('x: !!python/object/apply:os.system [id]'),
    binary: behind('x: !!binary aGk='),
    'ordered map': behind('x: !!omap [a: 1]'),
    local: behind('x: !secret 1'),
    'a tag directive': ahead('%TAG ! tag:a.b,2000:\n---'),
    'a YAML directive': ahead('%YAML 1.1\n---'),
  }),
  ...group('documents', 'DD104', {
    two: behind('---\nx: 1'),
    ended: behind('...\nx: 1'),
    'many thousand': behind('---\n'.repeat(20_000)),
  }),
  ...group('many keys', 'DD104', {
    '50,000': behind(times(50_000, (i) => `k${i}: 1\n`)),
    '2,001 in brackets': behind(`x: {${times(2001, (i) => `k${i}: 1, `)}}`),
    '2,001 below': behind(`x:\n${times(2001, (i) => `  k${i}: 1\n`)}`),
    '100,000 values': behind(`x: [${'1,'.repeat(100_000)}]`),
  }),
  ...group('depth', 'DD104', {
    '100,000 brackets': behind(`x: ${'['.repeat(100_000)}`),
    '100,000 braces': behind(`x: ${'{a: '.repeat(100_000)}`),
    closed: behind(`x: ${'['.repeat(500)}${']'.repeat(500)}`),
    'by indent': behind(times(500, (i) => `${' '.repeat(i)}x:\n`)),
    dashes: behind(`x:\n${'- '.repeat(50_000)}a`),
    'question marks': behind('? '.repeat(50_000)),
  }),
  ...group('given twice', 'DD105', {
    plain: firstLine((key, value) => `${key}:${value}\n${key}:${value}`),
    quoted: firstLine((key, value) => `${key}:${value}\n"${key}":${value}`),
    escaped: firstLine(
      (key, value) => `${key}:${value}\n"\\x${key.charCodeAt(0).toString(16)}${key.slice(1)}":${value}`,
    ),
  }),
  ...group('prototype', 'DD107', {
    __proto__: behind('__proto__: { x: 1 }'),
    constructor: behind('constructor: { prototype: 1 }'),
    'in quotes': behind('"__proto__": 1'),
    toString: behind('toString: 1'),
    then: behind('then: 1'),
    hasOwnProperty: behind('hasOwnProperty: 1'),
  }),
  ...group('near a name', 'DD107', {
    'a Cyrillic letter': behind('ver\u0455ion: 1.0.0'),
    'a zero width space': behind('pla\u200bn: 1'),
    'full width': behind('ｐｌａｎ: 1'),
    'in capitals': behind('PLAN: 1'),
  }),
  ...group('encoding', 'DD103', {
    'UTF-16 with a mark': bytes((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    'UTF-16 the other way': bytes((text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
    'UTF-16 without one': bytes((text) => Buffer.from(text, 'utf16le')),
    'UTF-32': bytes((text) =>
      Buffer.concat(
        Array.from(`\ufeff${text}`).map((letter) => Buffer.from(Uint32Array.of(letter.codePointAt(0) ?? 0).buffer)),
      ),
    ),
    'one byte a letter': bytes((text) => Buffer.concat([Buffer.from(text), Buffer.from('# \xd5\xe0\n', 'latin1')])),
    'cut in a letter': bytes((text) => Buffer.concat([Buffer.from(text), Buffer.from('# ế').subarray(0, -1)])),
    overlong: bytes((text) => Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0x20, 0xc0, 0xaf])])),
    'half a pair': bytes((text) => Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0x20, 0xed, 0xa0, 0x80])])),
  }),
  ...group('broken', 'DD104', {
    'a tab': behind('x:\n\ty: 1'),
    'an open quote': behind('x: "'),
    'an open bracket': behind('x: ['),
    'a colon in a text': behind('x: a: b'),
    'half a line': behind('x'),
    'a reserved sign': behind('x: @y'),
    'a wrong escape': behind('x: "\\q"'),
  }),
  ...group('size', 'DD102', {
    'one byte too many': (text) => text + '#'.repeat(2 * 1024 * 1024 + 1 - Buffer.byteLength(text)),
    'blank lines': behind('\n'.repeat(3_000_000)),
    'one long value': behind(`x: ${'a'.repeat(4_000_000)}`),
  }),
  ...group('nothing', 'DD101', {
    '0 bytes': () => '',
    'a mark alone': () => '\ufeff',
    'comments alone': () => '# x\n'.repeat(9),
    'white space': () => ' \n'.repeat(9),
    null: () => '~\n',
    'another form': () => 'colour: 1\n',
    'a list': () => '- 1\n',
  }),
];

/** JSON alone. */
const json = (code: string, variants: Readonly<Record<string, (text: string) => string>>): Hostile[] =>
  group('JSON', code, variants);
const opened = (more: string) => (text: string) => text.replace('{', `{${more}`);
export const HOSTILE_JSON: readonly Hostile[] = [
  ...json('DD104', {
    comment: (text) => `// x\n${text}`,
    'comment behind': (text) => `${text}/* x */`,
    'a comma too many': (text) => text.replace(/\}\s*$/, ',}'),
    'single quotes': (text) => text.replaceAll('"', "'"),
    'no quotes': (text) => text.replace(/"plan"/, 'plan'),
    '1e400': opened('"x":1e400,'),
    NaN: opened('"x":NaN,'),
    'a nought ahead': opened('"x":012,'),
    two: (text) => text + text,
    cut: (text) => text.slice(0, -9),
    '100,000 deep': opened(`"x":${'['.repeat(100_000)}`),
    '100,000 braces': opened('"x":{'.repeat(100_000)),
    '2,001 keys': opened(`"x":{${times(2001, (i) => `"k${i}":1,`)}"z":1},`),
    'a line in a text': opened('"x":"a\nb",'),
    'a wrong escape': opened('"x":"\\u12",'),
    'control characters': opened('"x":"\u0001",'),
  }),
  ...json('DD105', {
    twice: opened('"plan":"x",'),
    'twice by an escape': opened('"pl\\u0061n":"x",'),
    'three times': opened('"plan":"x","plan":"y",'),
  }),
  ...json('DD107', {
    __proto__: opened('"__proto__":{"x":1},'),
    constructor: opened('"constructor":{"prototype":1},'),
    'half a pair': opened('"\\ud800":1,'),
  }),
];

/** What a mapping in a list can be spoiled with at its values, in reports alone. */
export const HOSTILE_VALUES: Readonly<Record<string, readonly (readonly [written: string, code: string])[]>> = {
  reported: [
    ...[
      '2023-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-12-20T23:59:60Z',
      '24:00',
      '12/31/2024',
      '5/6/24',
      '２０２４-12-20',
    ].map((day) => [day, 'DD109'] as const),
    ...['45646', '20241220', '2567-02-30', '10000-01-01', '"2024-12-20 "', '2024-12'].map(
      (day) => [day, 'DD109'] as const,
    ),
  ],
  version: ['1.0', '1', 'v1.1.0', '1.1.0\u200b', '1.1', '[1, 1, 0]', 'true'].map((value) => [value, 'DD108'] as const),
  owner: [
    'so-xay-dung',
    'constructor',
    '__proto__',
    'toString',
    '"\\u200bhuyen-ha"',
    'huy\u0435n-ha',
    '"::error::x"',
  ].map((value) => [value, 'DD211'] as const),
  plan: ['99/KH-UBND', '"12/KH-UBND\\u202e"', '"=cmd"', 'constructor'].map((value) => [value, 'DD212'] as const),
};

/** The report of one body with one of its values written otherwise. */
export const withValue = (files: Files, field: string, written: string): string =>
  (files['reports/huyen-ha.yaml'] ?? '').replace(new RegExp(`^${field}: .*$`, 'm'), () => `${field}: ${written}`);

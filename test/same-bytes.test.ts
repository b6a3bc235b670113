import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/cli/formats.ts';
import { inShell } from './built.ts';
import { EXAMPLE, ROOT, filesIn, folderWith } from './helpers.ts';

/** Wherever the machine stands, and however it speaks; the clocks of some are at another day. */
const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
const LOCALES = ['C', 'vi_VN.UTF-8', 'tr_TR.UTF-8', 'de_DE.ISO-8859-1'];
const MACHINES = ZONES.flatMap((zone) => LOCALES.map((locale) => ({ zone, locale })));

/** Bad reports among them, in folders, so that there is an order to lose. */
const FILES = {
  ...EXAMPLE,
  'dondoc.yaml': 'plan: 12/KH-UBND\n',
  'reports/so-tai-chinh.yaml': `${EXAMPLE['reports/so-tai-chinh.yaml'] ?? ''}colour: 1\n`,
  'reports/Đ/a.yaml': 'owner: x\n',
  'reports/d/ă.yaml': 'owner: y\n',
  'reports/d/z.json': '{',
  'reports/I/ı.yaml': EXAMPLE['reports/huyen-ha.yaml'] ?? '',
  'reports/i/notes.md': '',
  'reports/i/notes.doc': '',
};
const AS_OF = '--as-of 2025-01-15';
const inEvery = (words: string, formats: readonly string[]): string =>
  [words, ...formats.map((format) => `--format ${format} -o out-${format}`)].join(' ');
const COMMANDS = [
  inEvery(`check ${AS_OF}`, FORMATS.check),
  inEvery(`summary ${AS_OF} --until 2026-12-31`, FORMATS.summary),
  inEvery(`proposals ${AS_OF}`, FORMATS.proposals),
  inEvery(`draft report ${AS_OF} --period 2024`, FORMATS.draft),
  inEvery(`draft government-report ${AS_OF} --period 2024`, FORMATS.draft),
  `draft letter ${AS_OF} -o letters`,
  'template --period 2024 --format xlsx -o forms',
];

const hashOf = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** All that a command says and writes on a machine, on which folders are listed in another order and were filled in another. */
async function answer(words: string, zone: string, locale: string, order: number): Promise<string> {
  const names = Object.keys(FILES) as (keyof typeof FILES)[];
  const turned = names.map((_, i) => names[(i * 7 + order) % names.length] as keyof typeof FILES);
  const folder = folderWith(Object.fromEntries(turned.map((name) => [name, FILES[name]])));
  const env = ['env', `TZ=${zone}`, `LANG=${locale}`, `LC_ALL=${locale}`, `FIRE_ORDER=${order}`];
  const listing = `NODE_OPTIONS=--require=${join(ROOT, 'tools/fire/listing.cjs')}`;
  const { status, stdout, stderr } = await inShell(folder, '"$@"', words, [...env, listing]);
  expect(status).toBeLessThan(2);
  const files = filesIn(folder);
  expect(Object.keys(files).length).toBeGreaterThan(names.length);
  return hashOf([status, stdout, stderr, files]);
}

describe('the same bytes in five time zones, under four locales, in whatever order files lie', () => {
  test.each(COMMANDS)('dondoc %s', async (words) => {
    const hashes = new Set<string>();
    for (const [i, { zone, locale }] of MACHINES.entries()) hashes.add(await answer(words, zone, locale, i + 1));
    expect(hashes.size).toBe(1);
  });
});

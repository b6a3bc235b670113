import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Lang } from '../src/lang.ts';
import { ROOT, dondoc } from './helpers.ts';

/** Every command shown in a README with its output prints just that; `UPDATE=1` rewrites the output. */
const BLOCK = /```console\n\$ dondoc ([^\n]+)\n([^]*?)```/g;

test.each(['README.md', 'README.vi.md'])('%s shows what is really printed', async (name) => {
  const path = join(ROOT, name);
  const shown = readFileSync(path, 'utf8');
  const commands = [...shown.matchAll(BLOCK)].map(([, command = '']) => command);
  expect(commands.length).toBeGreaterThan(1);
  const printed = new Map<string, string>();
  for (const command of commands) printed.set(command, (await dondoc(ROOT, command)).stdout);
  const real = shown.replace(
    BLOCK,
    (_, command: string) => `\`\`\`console\n$ dondoc ${command}\n${printed.get(command) ?? ''}\`\`\``,
  );
  if (process.env['UPDATE'] === '1') writeFileSync(path, real);
  expect(shown === real || process.env['UPDATE'] === '1' ? '' : real).toBe('');
});

/** The table between these marks is that of `explain --all`; `UPDATE=1` rewrites it. */
const TABLE = /(<!-- rules -->\n<!-- prettier-ignore -->\n)[^]*?(\n\n<!-- \/rules -->)/;

test.each<[name: string, lang: Lang]>([
  ['README.md', 'en'],
  ['README.vi.md', 'vi'],
])('%s has the table of all rules', async (name, lang) => {
  const path = join(ROOT, name);
  const shown = readFileSync(path, 'utf8');
  expect(shown).toMatch(TABLE);
  const { stdout } = await dondoc(ROOT, `explain --all --format markdown --lang ${lang}`);
  const [table = ''] = stdout.split('\n\n');
  const real = shown.replace(TABLE, (_, from: string, to: string) => from + table + to);
  if (process.env['UPDATE'] === '1') writeFileSync(path, real);
  expect(shown === real || process.env['UPDATE'] === '1' ? '' : real).toBe('');
});

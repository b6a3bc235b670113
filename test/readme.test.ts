import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FOLDER } from '../tools/fuzz/folder.ts';
import { VERSION } from '../src/version.ts';
import { dondoc, folderWith } from './helpers.ts';

/**
 * Every folder in test/hostile is a find of `npm run fuzz`, mended: files that are put into its folder, the `command`
 * that went wrong, one word a line, and in `expected.txt` all that it says now. `UPDATE=1` rewrites what is expected.
 */
const CASES = join(import.meta.dirname, 'hostile');

test.each(readdirSync(CASES).sort())('%s', async (name) => {
  const folder = folderWith(FOLDER);
  cpSync(join(CASES, name), folder, { recursive: true });
  const { code, stdout, stderr } = await dondoc(
    folder,
    readFileSync(join(CASES, name, 'command'), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  const said = `${stdout}${stderr === '' ? '' : `stderr: ${stderr}`}exit ${code}\n`
    .replaceAll(`dondoc ${VERSION}`, 'dondoc VERSION')
    .replace(/\([0-9a-f]{12}\)/g, '(FINGERPRINT)');
  const expected = join(CASES, name, 'expected.txt');
  if (process.env['UPDATE'] === '1' || !existsSync(expected)) writeFileSync(expected, said);
  expect(said).toBe(readFileSync(expected, 'utf8'));
});

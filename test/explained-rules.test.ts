import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGS } from '../src/lang.ts';
import { rules } from '../src/rules/index.ts';
import { ROOT, dondoc, expectGolden, folderWith } from './helpers.ts';

const folder = folderWith({});

/** All that is said of a rule, its findings in its bad example among it, in whole and in each language. */
test.each(rules.map(({ code, name }) => [code, name]))('explain %s: %s', async (code, name) => {
  const said: string[] = [];
  for (const lang of LANGS) {
    const { code: exit, stdout, stderr } = await dondoc(folder, `explain ${code} --lang ${lang}`);
    expect([exit, stderr]).toEqual([0, '']);
    said.push(stdout);
  }
  expectGolden(join(ROOT, `test/explain/rules/${code}-${name}.txt`), said.join('\n══\n\n'));
});

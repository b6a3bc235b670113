import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../src/lang.ts';
import { rules } from '../src/rules/index.ts';
import { EXAMPLE, dondoc, folderWith, outputOf } from './helpers.ts';

const folder = folderWith(EXAMPLE);
const explained = async (words: string): Promise<string> => (await dondoc(folder, `explain ${words}`)).stdout;

describe('dondoc explain --all', () => {
  test('as JSON has every rule in every language, whatever the language of the run', async () => {
    const data = outputOf('rules', await explained('--all --format json --lang en'));
    expect(data.rules.map(({ code, name, severity, title, why }) => ({ code, name, severity, title, why }))).toEqual(
      rules.map(({ code, name, severity, title, why }) => ({ code, name, severity, title, why })),
    );
    for (const { fix } of data.rules) for (const lang of LANGS) expect(fix[lang]).not.toMatch(/[{}]/);
    expect(await explained('--all --format json --lang vi')).toBe(await explained('--format json'));
  });

  test.each<[Lang, string]>([
    ['vi', 'Vì sao'],
    ['en', 'Why'],
  ])('as Markdown has a row and a section of each, in the language of the run: %s', async (lang, why) => {
    const text = await explained(`--all --format markdown --lang ${lang}`);
    const codes = rules.map(({ code, name }) => [code, name]);
    const found = (pattern: RegExp): unknown[] => [...text.matchAll(pattern)].map(([, code, name]) => [code, name]);
    expect(found(/^\| (DD\d+) \| `(.+?)` \| [^|]+ \| (?:[^|]|\\\|)+ \|$/gm)).toEqual(codes);
    expect(found(/^### (DD\d+) (\S+)$/gm)).toEqual(codes);
    expect(text.split(`\n**${why}.** `)).toHaveLength(rules.length + 1);
  });

  test('as text has each as it is explained alone', async () => {
    const text = await explained('--all --lang en');
    for (const { code } of rules) expect(text).toContain(await explained(`${code} --lang en`));
  });

  test('of one rule is that rule alone', async () => {
    expect(outputOf('rules', await explained('task-overdue --format json')).rules.map(({ code }) => code)).toEqual([
      'DD201',
    ]);
  });
});

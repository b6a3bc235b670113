import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type AnyFiles,
  EXAMPLE,
  type Files,
  ROOT,
  changed,
  dondoc,
  expectGolden,
  folderWith,
  outputOf,
} from './helpers.ts';

/** The folder of the example's plan. */
export const PLAN = 'plan/12-KH-UBND/';
export type Change = readonly [file: string, from: string | RegExp, to: string];

/** The example with changes made to it one after another; files of the plan by their names in its folder. */
export const with_ = (...changes: readonly Change[]): Files =>
  changes.reduce(
    (files, [file, from, to]) => changed(files, PLAN + file in files ? PLAN + file : file, from, to),
    EXAMPLE,
  );

/** With one more file in the folder of the plan. */
export const and = (name: string, content: string, files: Files = EXAMPLE): Files => ({
  ...files,
  [PLAN + name]: content,
});

export const amendment = (version: string, effective: string, changes: string): string =>
  `instrument: { number: ${version}/QĐ, title: Sửa đổi ${version} }\neffective: ${effective}\nversion: ${version}\nchanges:\n${changes}`;

/** With an amendment of 1 June 2024. */
export const amended = (changes: string, files: Files = EXAMPLE): Files =>
  and('amendments/a.yaml', amendment('2.0.0', '2024-06-01', changes), files);

/**
 * Files with one thing to be told about; what is told of them, in whole and in each language, is a golden file, and
 * another is what no language changes.
 */
export type Given = readonly [name: string, files: AnyFiles, asOf?: string];

export function tellOf(folder: string, verb: string, given: readonly Given[]): void {
  const all = given.map(([name, files, asOf = '2025-01-15']) => ({ name, files, asOf }));
  describe.each(all)('$name', ({ name, files, asOf }) => {
    test.each(['vi', 'en'])('in %s', async (lang) => {
      const { stdout, stderr } = await dondoc(folderWith(files), `${verb} --format json --lang ${lang}`, asOf);
      const { findings } = outputOf('findings', stdout);
      const told = findings.map(
        ({ code, severity, file, line, column, message }) =>
          `${code} ${severity} ${file.replace(PLAN, '')}:${line}:${column} ${message}\n`,
      );
      expectGolden(join(ROOT, `test/${folder}/${name}.${lang}.txt`), told.join(''));
      const about = findings.map(({ message: _, name: __, ...rest }) => `${JSON.stringify(rest)}\n`);
      expectGolden(join(ROOT, `test/${folder}/${name}.json.txt`), about.join('').replaceAll(PLAN, ''));
      expect(stderr).toBe('');
    });
  });
}

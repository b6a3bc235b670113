import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tryExample } from '../src/example.ts';
import { LANGS } from '../src/lang.ts';
import { reportRules, rules } from '../src/rules/index.ts';
import { fixOf } from '../src/rules/wording.ts';
import { NOT_FOR_CLERKS } from '../src/view/form/guide.ts';
import { type Files, type Finding, type Rule, messageOf } from '../src/rules/rule.ts';

const nameOf = ({ code, name }: Rule): string => `${code.toLowerCase()}-${name}`;

/** JSON has no comments, and what is no text has no lines to mark. */
const canBeMarked = (file: string, files: Files): boolean => typeof files[file] === 'string' && !file.endsWith('.json');

const linesFound = (findings: readonly Finding[], files: Files): string[] => [
  ...new Set(
    findings.filter(({ place }) => canBeMarked(place.file, files)).map(({ place }) => `${place.file}:${place.line}`),
  ),
];

const linesMarked = ({ code }: Rule, files: Files): string[] =>
  Object.entries(files).flatMap(([file, content]) =>
    typeof content !== 'string'
      ? []
      : content.split('\n').flatMap((line, i) => (line.endsWith(`# <- ${code}`) ? [`${file}:${i + 1}`] : [])),
  );

test('every rule has its file, and every file is registered in the order of the codes', () => {
  const files = readdirSync(new URL('../src/rules/', import.meta.url)).filter((file) => /^dd\d/.test(file));
  expect(rules.map((rule) => `${nameOf(rule)}.ts`)).toEqual(files.sort());
});

describe.each(rules.map((rule) => [nameOf(rule), rule] as const))('%s', (_, rule) => {
  const { bad, good } = rule.example();

  test('finds the marked lines of its bad example and nothing else', () => {
    const findings = tryExample(rule, bad);
    expect(findings).not.toEqual([]);
    expect(findings.filter(({ rule: { code } }) => code !== rule.code)).toEqual([]);
    expect(linesFound(findings, bad).sort()).toEqual(linesMarked(rule, bad).sort());
  });

  test('finds nothing in its good example', () => {
    expect(tryExample(rule, good)).toEqual([]);
  });

  test('says what it found in each language', () => {
    for (const finding of tryExample(rule, bad)) {
      const messages = LANGS.map((lang) => messageOf(finding, lang));
      expect(new Set(messages).size).toBe(LANGS.length);
      for (const message of messages) {
        expect(message).not.toMatch(/^$|undefined|\[object|NaN/);
        expect(message.length).toBeLessThanOrEqual(500);
      }
    }
  });
});

describe('what to do is said in the words of the file', () => {
  /** Names of fields that are no words of their own in the text around them. */
  const YAML_NAMES = /\b(obstacles|evidence|entries|in-progress|not-started|none-arisen|YYYY)\b|[{}]/;
  const forCells = reportRules.filter(({ name }) => !NOT_FOR_CLERKS.has(name));

  test.each(forCells.map((rule) => [nameOf(rule), rule] as const))('%s speaks of columns in a workbook', (_, rule) => {
    expect(fixOf(rule, true, 'vi')).not.toMatch(YAML_NAMES);
    expect(fixOf(rule, true, 'vi')).not.toMatch(
      /\b(status|result|next|completed|submitted|reported|proposals|product)\b/,
    );
    expect(fixOf(rule, true, 'en')).not.toMatch(/\b(none-arisen|in-progress|not-started)\b|[{}]/);
  });

  test.each(rules.map((rule) => [nameOf(rule), rule] as const))('%s has no braces left in a text file', (_, rule) => {
    for (const lang of LANGS) expect(fixOf(rule, false, lang)).not.toMatch(/\{[a-z]+(: [a-z-]+)?\}/);
  });
});

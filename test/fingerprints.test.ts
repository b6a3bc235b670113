import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tryExample } from '../src/example.ts';
import { fingerprintsOf } from '../src/rules/fingerprint.ts';
import { rules } from '../src/rules/index.ts';
import { ROOT, expectGolden } from './helpers.ts';

test('fingerprints stay what they are: baselines are kept for years', () => {
  const lines = rules.flatMap((rule) =>
    [...fingerprintsOf(tryExample(rule, rule.example().bad))].map(
      ([{ place, owner, task }, fingerprint]) =>
        `${fingerprint} ${rule.code} ${place.file}:${place.line} ${owner?.id ?? '-'} ${task?.id ?? '-'}\n`,
    ),
  );
  expectGolden(join(ROOT, 'test/fingerprints.txt'), lines.join(''));
  expect(new Set(lines.map((line) => line.slice(0, 32))).size).toBe(lines.length);
});

// npm run mutation: what the tests do not notice. `npm run mutation -- --mutate src/day.ts` tries one file.

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  mutate: ['src/day.ts', 'src/fold.ts'],
  vitest: { configFile: 'tools/mutation/vitest.config.js', related: false },
  concurrency: 1,
  reporters: ['clear-text'],
  clearTextReporter: { logTests: false, allowColor: false },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: '.fuzz/mutation',
  ignorePatterns: ['/dist', '/examples', '/coverage', '/.fuzz', '/test/hostile', '/test/cases'],
};

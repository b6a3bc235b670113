// npm run mutation -- GROUP: what the tests do not notice. The groups are in tools/mutation/groups.js.

export default {
  testRunner: 'here',
  plugins: ['./tools/mutation/runner.js', './tools/mutation/sample.js'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  timeoutMS: 30_000,
  timeoutFactor: 0,
  concurrency: 1,
  testRunnerNodeArgs: ['--max-old-space-size=2000'],
  reporters: ['progress-append-only'],
  logLevel: 'warn',
  warnings: { unknownOptions: false },
  allowConsoleColors: false,
  dryRunTimeoutMinutes: 60,
  ignorePatterns: ['/dist', '/coverage', '/.fuzz'],
};

import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // How long a machine takes is nobody's business here.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    exclude: [...configDefaults.exclude, '.fuzz/**'],
    coverage: {
      include: ['src/**'],
      exclude: ['src/generated/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { branches: 95 },
    },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/day.test.ts', 'test/fold.test.ts'] } });

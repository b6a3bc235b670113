import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';

/**
 * Module hooks: TypeScript without its types, `vitest` answered by vitest.js, and a number after a `?` that every
 * module hands on to those it imports, so that all of them can be loaded anew. What starts the built command is answered
 * by built.js: there are no mutants in that.
 */
const VITEST = new URL('./vitest.js', import.meta.url).href;
const BUILT = new URL('./built.js', import.meta.url).href;
const HERE = new URL('.', import.meta.url).href;
const transformed = new Map();

export async function resolve(specifier, context, next) {
  if (specifier === 'vitest') return { url: VITEST, shortCircuit: true };
  if (specifier === './built.ts') return { url: BUILT, shortCircuit: true };
  const resolved = await next(specifier, context);
  const time = /\?time=\d+$/.exec(context.parentURL ?? '')?.[0];
  const isOurs = resolved.url.startsWith('file:') && !resolved.url.includes('/node_modules/');
  return time !== undefined && isOurs && !resolved.url.includes('?') && !resolved.url.startsWith(HERE)
    ? { ...resolved, url: resolved.url + time }
    : resolved;
}

export async function load(url, context, next) {
  if (!/\.ts(\?|$)/.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  if (!transformed.has(path)) {
    const { code, errors } = transformSync(path, readFileSync(path, 'utf8'), { lang: 'ts', sourceType: 'module' });
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    transformed.set(path, code);
  }
  return { format: 'module', source: transformed.get(path), shortCircuit: true };
}

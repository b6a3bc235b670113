// npm run limits: files made to burn time and memory, each of the greatest size that is read, one by one on the built command in a
// process of its own. Prints seconds of processor and megabytes, and fails above 2 s or 300 MB. `--only xlsx`, `--stride 4`, `--each`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLE } from '../../test/example-folder.ts';
import { type Ended, ROOT, ended, hasTrace, inFolder, lay, start } from './folder.ts';
import { JSONS, REPORTS, TEXTS, WORKBOOKS } from './large.ts';

const MOST_SECONDS = 2;
const MOST_MEGABYTES = 300;

/** A place for a stranger's file, and what it is filled with in turn. */
interface Place {
  readonly name: string;
  readonly of: Readonly<Record<string, () => string | Uint8Array>>;
  readonly words: string;
  /** What is refused here is refused as a whole. */
  readonly code: number;
}
const PLAN = 'plan/12-KH-UBND';
const PLACES: readonly Place[] = [
  { name: 'reports/huyen-ha.yaml', of: { ...TEXTS, ...REPORTS }, words: 'check', code: 1 },
  { name: 'reports/huyen-ha.json', of: JSONS, words: 'check', code: 1 },
  { name: 'reports/huyen-ha.xlsx', of: WORKBOOKS, words: 'check', code: 1 },
  { name: 'reports/register.yaml', of: TEXTS, words: 'check', code: 1 },
  { name: `${PLAN}/tasks.yaml`, of: TEXTS, words: 'plan check', code: 1 },
  { name: `${PLAN}/amendments/a.yaml`, of: TEXTS, words: 'plan check', code: 1 },
  { name: 'dondoc.yaml', of: TEXTS, words: 'check', code: 2 },
  { name: 'dondoc-baseline.yaml', of: TEXTS, words: 'check', code: 2 },
];

const PRELOAD = ['-r', join(ROOT, 'tools/fire/peak.cjs')];

interface Told {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The number of files that take too much, or that the command does not answer as it should. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      stride: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      each: { type: 'boolean', default: false },
    },
  });
  const stride = Number(values.stride);
  if (!(stride >= 1)) throw new Error('npm run limits -- --stride 4 --only xlsx');
  const tried: (Told & { readonly what: string })[] = [];
  const finds: string[] = [];
  const began = Date.now();
  await inFolder(async (root) => {
    const [folder, log] = [join(root, 'work'), join(root, 'log')];
    const { 'reports/huyen-ha.yaml': _, ...sound } = EXAMPLE;
    const all = PLACES.flatMap((place) => Object.entries(place.of).map(([kind, make]) => ({ ...place, kind, make })));
    for (const { name, kind, make, words, code } of all.filter((_each, i) => i % stride === 0)) {
      const what = `${name}, ${kind}`;
      if (!what.includes(values.only)) continue;
      lay(folder, { ...sound, [name]: make() });
      const once = async (): Promise<Told & { readonly said: Ended }> => {
        const run = start(folder, [...words.split(' '), '--as-of', '2025-01-15'], { FIRE_LOG: log }, PRELOAD);
        const said = await ended(run);
        return { ...(JSON.parse(readFileSync(log, 'utf8')) as Told), said };
      };
      let told = await once();
      // A machine that others use as well takes longer now and then: the quickest of three runs is the file's own.
      for (let again = 0; again < 2 && told.seconds > MOST_SECONDS; again++) {
        const next = await once();
        if (next.seconds < told.seconds) told = next;
      }
      const { seconds, megabytes, said } = told;
      tried.push({ what, seconds, megabytes });
      const isOver = seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES;
      const isAnswered = [0, 1, code].includes(said.code ?? 3) && !hasTrace(said.stderr);
      const line = `${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB, exit ${said.code ?? ''}: ${what}`;
      if (values.each) console.log(line);
      if (isOver || !isAnswered) finds.push(isAnswered ? line : `${line}\n${said.stderr.slice(0, 500)}`);
    }
  });
  const most = (of: keyof Told): string => {
    const sorted = [...tried].sort((a, b) => b[of] - a[of]).slice(0, 5);
    return sorted
      .map(({ what, seconds, megabytes }) => `  ${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB: ${what}`)
      .join('\n');
  };
  console.log(`slowest:\n${most('seconds')}\nlargest:\n${most('megabytes')}`);
  for (const find of finds) console.log(`over: ${find}`);
  console.log(`${tried.length} files in ${Math.round((Date.now() - began) / 1000)} s; over: ${finds.length}`);
  return finds.length;
}

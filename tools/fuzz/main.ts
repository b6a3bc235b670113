import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { trial } from './trial.ts';
import type { Reader } from './laws.ts';
import { workFolder } from './folder.ts';

/** What cannot be told from a file of a text editor: kept as it is, and readable where it can be. */
function keep(
  folder: string,
  given: Readonly<Record<string, string | Uint8Array | null>>,
  command: readonly string[],
): void {
  for (const [name, content] of Object.entries(given)) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(folder, 'command'), `${command.join('\n')}\n`);
}

/** Tries so many seeds; every find is kept below a folder as a case. The number of finds. */
export async function fuzz(argv: readonly string[], root: string, full: Reader): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { seeds: { type: 'string', default: '500' }, from: { type: 'string', default: '1' } },
  });
  const [seeds, from] = [Number(values.seeds), Number(values.from)];
  if (!(seeds > 0) || !(from >= 0)) throw new Error('npm run fuzz -- --seeds 500 --from 1');
  const folder = workFolder();
  const start = Date.now();
  let [finds, slowest, slowestSeed] = [0, 0, 0];
  const kinds = new Map<string, number>();
  try {
    for (let seed = from; seed < from + seeds; seed++) {
      const began = Date.now();
      const { kind, given, command, find } = await trial(seed, folder, full);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (Date.now() - began > slowest) [slowest, slowestSeed] = [Date.now() - began, seed];
      if (find === undefined) continue;
      finds++;
      const kept = join('test/hostile', `seed-${seed}`);
      keep(join(root, kept), given, command);
      console.log(`seed ${seed} (${kind}), dondoc ${command.join(' ')}\n  ${find}\n  kept in ${kept}`);
    }
  } finally {
    folder.remove();
  }
  const tried = [...kinds].sort().map(([kind, count]) => `${kind} ${count}`);
  console.log(`${seeds} seeds from ${from} in ${Math.round((Date.now() - start) / 1000)} s: ${tried.join(', ')}`);
  console.log(
    `slowest: seed ${slowestSeed}, ${slowest} ms; memory at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; finds: ${finds}`,
  );
  return finds;
}

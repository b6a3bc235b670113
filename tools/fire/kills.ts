// npm run kills: runs of verbs that write are killed at moments by chance, half of them by the clock and half of them in the middle
// of a call of the file system. `--kills 20 --from 1` for each verb, each kill with a seed of its own; `--only template`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Chance, chanceFrom } from '../fuzz/random.ts';
import { type Ended, ROOT, ended, heldIn, inFolder, inLanes, isTemporary, lay, start } from './folder.ts';
import { WRITERS, type Writer, isNew, isWholeCache } from './writers.ts';

/** A whole run: how long it takes, its calls, and what it leaves. */
interface Whole {
  readonly ms: number;
  readonly calls: readonly { readonly isWritten: boolean }[];
  readonly held: ReadonlyMap<string, { readonly bytes: Buffer }>;
}
interface Count {
  old: number;
  new: number;
  mixed: number;
  ended: number;
  leftovers: number;
  readonly finds: string[];
}

const PRELOAD = ['-r', join(ROOT, 'tools/fire/failing.cjs')];

const environment = (folder: string, at?: number): Record<string, string> => ({
  FIRE_FOLDER: folder,
  FIRE_LOG: `${folder}.log`,
  ...(at === undefined ? {} : { FIRE_AT: String(at), FIRE_CODE: 'SIGKILL' }),
});

async function whole(folder: string, { words, env, files }: Writer): Promise<Whole> {
  lay(folder, files);
  await ended(start(folder, words, { ...env, ...environment(folder) }, PRELOAD));
  const calls = JSON.parse(readFileSync(`${folder}.log`, 'utf8')) as Whole['calls'];
  lay(folder, files);
  const began = performance.now();
  await ended(start(folder, words, env));
  return { ms: performance.now() - began, calls, held: heldIn(folder) };
}

/** One run that is killed: by the clock at any moment of it, or in a call, which is one that writes or comes after the first such. */
async function killed(folder: string, { words, env }: Writer, { ms, calls }: Whole, chance: Chance): Promise<Ended> {
  if (chance.once(2)) {
    const first = calls.findIndex(({ isWritten }) => isWritten);
    const at = first + 1 + chance.below(calls.length - first);
    return ended(start(folder, words, { ...env, ...environment(folder, at) }, PRELOAD));
  }
  const run = start(folder, words, env);
  const end = ended(run);
  const soon = new AbortController();
  const kill = setTimeout(chance.below(1000 * ms) / 1000, undefined, { signal: soon.signal }).then(
    () => run.kill('SIGKILL'),
    () => undefined,
  );
  const said = await end;
  soon.abort();
  await kill;
  return said;
}

/** Kills one verb so many times, and says what came of it. The number of finds. */
async function tried(folder: string, writer: Writer, kills: number, from: number): Promise<number> {
  const clean = await whole(folder, writer);
  const made = [...clean.held.keys()].filter((name) => isNew(writer, name, clean.held.get(name)?.bytes));
  const isMade = (name: string, bytes: Buffer | undefined): boolean =>
    bytes !== undefined && (clean.held.get(name)?.bytes.equals(bytes) === true || isWholeCache(name, bytes));
  const count: Count = { old: 0, new: 0, mixed: 0, ended: 0, leftovers: 0, finds: [] };
  for (let seed = from; seed < from + kills; seed++) {
    const find = (what: string): void => void count.finds.push(`  seed ${seed}: ${what}`);
    lay(folder, writer.files);
    const { signal } = await killed(folder, writer, clean, chanceFrom(seed));
    if (signal === null) count.ended++;
    const held = heldIn(folder);
    const isThere = made.filter((name) => isMade(name, held.get(name)?.bytes));
    for (const name of [...held.keys(), ...Object.keys(writer.files)]) {
      if (isTemporary(name) || isThere.includes(name)) continue;
      if (isNew(writer, name, held.get(name)?.bytes)) find(`${name} is neither old nor new`);
    }
    if ([...held.keys()].some(isTemporary)) count.leftovers++;
    if (isThere.length === 0) count.old++;
    else if (isThere.length === made.length) count.new++;
    else count.mixed++;
    const isSound = count.finds.length === 0 && isThere.length % made.length === 0;
    if (isSound && ![...held.keys()].some(isTemporary)) continue;
    await ended(start(folder, writer.words, writer.env));
    const then = heldIn(folder);
    for (const name of then.keys()) if (isTemporary(name)) find(`the next run left ${name}`);
    for (const name of made) if (!isMade(name, then.get(name)?.bytes)) find(`the next run did not make ${name}`);
  }
  const { finds } = count;
  const some = made.length > 1 ? `, ${count.mixed} some of ${made.length} files new` : '';
  const outcome = `${count.old} old, ${count.new} new${some}; ${count.ended} too late, ${count.leftovers} left a temporary file`;
  console.log(
    `${writer.name}: ${kills} kills in ${Math.round(clean.ms)} ms: ${outcome}; ${finds.length || 'no'} finds`,
  );
  for (const each of finds) console.log(each);
  return finds.length;
}

/** The number of finds. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      kills: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
    },
  });
  const [kills, from] = [Number(values.kills), Number(values.from)];
  if (!(kills >= 1) || !(from >= 0)) throw new Error('npm run kills -- --kills 20 --from 1 --only template');
  const began = Date.now();
  const finds: number[] = [];
  await inFolder(async (root) => {
    const all = WRITERS.filter(({ name }) => name.includes(values.only));
    await inLanes(2, [...all.entries()], async ([i, writer]) => {
      finds.push(await tried(join(root, `${i}`), writer, kills, from));
    });
  });
  const sum = finds.reduce((a, b) => a + b, 0);
  console.log(`${finds.length * kills} kills in ${Math.round((Date.now() - began) / 1000)} s; finds: ${sum}`);
  return sum;
}

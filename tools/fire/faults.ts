// npm run faults: every call of the file system by every verb that writes fails once, since the disk is full, an input/output error
// comes, a right is missing, no descriptor is left or a reader is gone; `--stride 40` tries every 40th fault alone.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Ended,
  type Kept,
  ROOT,
  ended,
  hasTrace,
  heldIn,
  inFolder,
  inLanes,
  isTemporary,
  lay,
  start,
} from './folder.ts';
import { CACHE, READERS, WRITERS, type Writer, isNew, isWholeCache } from './writers.ts';

/** One call of the file system on the work folder, or on stdout or stderr. */
interface Call {
  readonly call: string;
  readonly path: string;
  readonly isWritten: boolean;
}
interface Fault {
  readonly at: number;
  readonly code: string;
  /** Whether each later call that writes fails as well. */
  readonly lasts?: boolean;
}
interface Ran extends Ended {
  readonly calls: readonly Call[];
  readonly held: ReadonlyMap<string, Kept>;
}
/** A run without a fault, and the code of another one after it. */
interface Clean extends Ran {
  readonly again: number | null;
}

/** What may come of a call. That one may not ask what a file is comes of its folder, and one is in the work folder. */
function codesOf({ call, path, isWritten }: Call, folder: string): string[] {
  if (path === 'stdout' || path === 'stderr') return ['EPIPE', 'ENOSPC', 'EIO'];
  if (call === 'close' || call === 'read' || call === 'fstat') return ['EIO'];
  const opens = ['open', 'readdir', 'readFile', 'writeFile', 'appendFile'].includes(call);
  const isAllowed = ['lstat', 'stat', 'exists', 'realpath'].includes(call) && dirname(path) === folder;
  return ['EIO', ...(isAllowed ? [] : ['EACCES']), ...(isWritten ? ['ENOSPC'] : []), ...(opens ? ['EMFILE'] : [])];
}

function faultsIn({ calls }: Ran, folder: string): Fault[] {
  return calls.flatMap((call, i) => {
    const at = i + 1;
    const once = codesOf(call, folder).map((code): Fault => ({ at, code }));
    return call.isWritten ? [...once, { at, code: 'ENOSPC', lasts: true }] : once;
  });
}

const linesOf = ({ stdout, stderr, held }: Ran, writer: Writer): string[] =>
  [stdout, stderr, ...[...held].flatMap(([name, { bytes }]) => (name in writer.files ? [] : [bytes.toString()]))]
    .concat([...held].flatMap(([name, { bytes }]) => (name.startsWith('out/') ? [bytes.toString()] : [])))
    .flatMap((said) => said.split('\n'));

/** Whether what a run says beyond the sound one names the file or folder of the fault, or the fault, or counts the unread. */
function isTold({ path }: Call, { code }: Fault, clean: Ran, ran: Ran, writer: Writer): boolean {
  const known = new Set(linesOf(clean, writer));
  return linesOf(ran, writer).some(
    (line) =>
      !known.has(line) && (line.includes(basename(path)) || line.includes(code) || /unreadable|"refused"/.test(line)),
  );
}

/** What does not hold of a run with a fault, and of the next one without where something was to be written. */
function wrongWith(writer: Writer, clean: Clean, fault: Fault, ran: Ran, next?: Ran): string | undefined {
  const failed = ran.calls[fault.at - 1];
  if (failed === undefined) return 'the fault was not met';
  const { code, stdout, stderr, held } = ran;
  if (code === null || code > 3) return `ended with ${code ?? 'a signal'}`;
  if (hasTrace(stderr)) return `a trace: ${stderr}`;

  const made = [...clean.held.keys()].filter((name) => isNew(writer, name, clean.held.get(name)?.bytes));
  const isMade = (run: Ran, name: string): boolean => {
    const bytes = run.held.get(name)?.bytes;
    return bytes !== undefined && (clean.held.get(name)?.bytes.equals(bytes) === true || isWholeCache(name, bytes));
  };
  const isOld = (name: string): boolean => !isNew(writer, name, held.get(name)?.bytes);
  for (const name of Object.keys(writer.files).filter((each) => !made.includes(each)))
    if (!isOld(name) || held.get(name)?.time !== clean.held.get(name)?.time) return `${name} was changed`;

  const isSaid = isTold(failed, fault, clean, ran, writer);
  const missed = made.filter((name) => !isMade(ran, name));
  // What is read in vain makes another result, which says so.
  const isOther = !failed.isWritten && isSaid;
  for (const name of held.keys())
    if (!clean.held.has(name) && !isTemporary(name) && !isOther) return `${name} was made`;
  for (const name of missed) if (!isOld(name) && !isOther) return `${name} is neither old nor new`;
  const isCacheAlone = missed.every((name) => name === CACHE) && stdout === clean.stdout;
  if (failed.isWritten) {
    const isLost = missed.length > 0 || stdout !== clean.stdout;
    if (isLost && !isCacheAlone && code !== 3)
      return `ended with ${code} without ${missed.join(', ') || 'all of stdout'}`;
    if (isLost && isCacheAlone && !isSaid) return 'that nothing is kept is not said';
  } else if ((!isCacheAlone || code !== clean.code) && !isSaid) {
    return `ended with ${code}, without a word of it: ${stderr}`;
  }

  if (next === undefined) return undefined;
  if (next.code !== clean.code && next.code !== clean.again) return `the next run ended with ${next.code ?? ''}`;
  const left = [...next.held.keys()].filter(isTemporary);
  if (left.length > 0) return `the next run left ${left.join(', ')}`;
  // A whole file that does not fit what is read now stays where nothing is replaced.
  const still = made.filter((name) => !isMade(next, name) && missed.includes(name) && isOld(name));
  return still.length > 0 ? `the next run did not make ${still.join(', ')}` : undefined;
}

async function run(folder: string, { words, env }: Writer, fault?: Fault): Promise<Ran> {
  const log = `${folder}.log`;
  const given = {
    FIRE_FOLDER: folder,
    FIRE_LOG: log,
    ...(fault ? { FIRE_AT: String(fault.at), FIRE_CODE: fault.code } : {}),
    ...(fault?.lasts ? { FIRE_LASTS: 'yes' } : {}),
  };
  const preload = ['-r', join(ROOT, 'tools/fire/failing.cjs')];
  const said = await ended(start(folder, words, { ...env, ...given }, preload));
  return { ...said, calls: JSON.parse(readFileSync(log, 'utf8')) as Call[], held: heldIn(folder) };
}

/** Tries the faults of one writer, and says what came of them. The number of finds. */
async function tried(folder: string, writer: Writer, stride: number): Promise<number> {
  lay(folder, writer.files);
  const once = await run(folder, writer);
  const clean = { ...once, again: (await run(folder, writer)).code };
  const all = faultsIn(clean, folder);
  const chosen = all.filter((_, i) => i % stride === 0);
  const finds: string[] = [];
  for (const fault of chosen) {
    lay(folder, writer.files);
    const ran = await run(folder, writer, fault);
    const next = clean.calls[fault.at - 1]?.isWritten ? await run(folder, writer) : undefined;
    const wrong = wrongWith(writer, clean, fault, ran, next);
    if (wrong === undefined) continue;
    const { call, path } = clean.calls[fault.at - 1] ?? { call: '', path: '' };
    const where = `${call} ${path.replace(folder, '.')}`;
    finds.push(`  ${fault.code}${fault.lasts ? ' from then on' : ''} at call ${fault.at}, ${where}: ${wrong}`);
  }
  const count = `${chosen.length}${stride > 1 ? ` of ${all.length}` : ''} faults`;
  console.log(`${writer.name}: ${clean.calls.length} calls, ${count}: ${finds.length || 'no'} finds`);
  for (const find of finds) console.log(find);
  return finds.length;
}

/** The number of finds. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { stride: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
  });
  const stride = Number(values.stride);
  if (!(stride >= 1)) throw new Error('npm run faults -- --stride 40 --only template');
  const began = Date.now();
  const finds: number[] = [];
  await inFolder(async (root) => {
    const all = [...WRITERS, ...READERS].filter(({ name }) => name.includes(values.only));
    await inLanes(2, [...all.entries()], async ([i, writer]) => {
      finds.push(await tried(join(root, `${i}`), writer, stride));
    });
  });
  const sum = finds.reduce((a, b) => a + b, 0);
  console.log(`${finds.length} verbs in ${Math.round((Date.now() - began) / 1000)} s; finds: ${sum}`);
  return sum;
}

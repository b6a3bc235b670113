import { Buffer } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../crypto.ts';
import type { Lang, Text } from '../lang.ts';
import { limitOf, openFile } from '../read/bytes.ts';
import { findFiles } from '../read/files.ts';
import { VERSION } from '../version.ts';
import { NotWritten } from '../write/not-written.ts';
import { makeFolder, replaceOwnFile } from '../write/write.ts';
import type { Cacheable, Inputs } from './cache-inputs.ts';
import type { ExitCode, Io, Stream } from './io.ts';
import type { Kept } from './verdicts.ts';

/**
 * The cache of results: what a run over the same files printed. A run is known again by the bytes of all that it read
 * (reports, registers, plan, settings, baseline), by its command line and by the day; a file's bytes are known again by its
 * size, times and inode, else read. Whatever is wrong with a cache costs time, never a right answer.
 */

/** Where a cache stands: beside the settings. */
const PLACE = '.dondoc/cache.json';
const FORMAT = 3;
/** So many runs are kept, none that printed more characters. */
const MOST_RUNS = 8;
const MOST_CHARACTERS = 1_000_000;
/** A file of more bytes is none of ours. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A file that was written so shortly before it was looked at may be written again without a new time, in milliseconds. */
const RACY = 2000;

/** Size, time of change, time of change of the inode (ms), inode, when it was looked at (ms), and the SHA-256 of the bytes. */
type Known = readonly [size: number, mtime: number, ctime: number, inode: number, seen: number, hash: string];

/** One run: what it was asked, what it read, and what came of it. */
interface Run extends Omit<Inputs, 'lang'> {
  readonly asked: string;
  readonly inputs: string;
  readonly code: ExitCode;
  readonly printed: readonly (readonly ['stdout' | 'stderr', string])[];
}
interface CacheFile {
  readonly format: number;
  readonly tool: string;
  readonly files: Readonly<Record<string, Known>>;
  readonly runs: readonly Run[];
  /** What was found in the parts of large folders, by what stands for them. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Runs a verb over reports, or prints what it printed over the same files before. */
export async function withCache(
  io: Io,
  verb: string,
  paths: readonly string[],
  options: Cacheable,
  isPlain: boolean,
  run: (io: Io) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (options.cache === false || !isPlain || options.output || writesBesides(io)) return run(io);
  const home = homeOf(io.cwd) ?? (options.cache ? resolve(io.cwd) : undefined);
  if (home === undefined) return run(io);
  const path = join(home, PLACE);
  const asked = askedBy(io, verb, paths, options);
  const { cache, trouble } = read(path);
  const files = new Map(Object.entries(cache.files));
  const start = io.now().getTime();
  const known = cache.runs.find(
    (each) => each.asked === asked && isToday(each, io) && inputsOf(each, files, start) === each.inputs,
  );
  if (known) {
    for (const [stream, text] of known.printed) io[stream].write(text);
    return known.code;
  }
  const { inputsFor } = await import('./cache-inputs.ts');
  const found = inputsFor(io, paths, options);
  if (found === undefined) return run(io);
  if (trouble) io.stderr.write(`${trouble[found.lang]}\n`);
  const inputs = inputsOf(found, files, start);
  const printed: ['stdout' | 'stderr', string][] = [];
  const { besides, folders } = found;
  const parts = new Map<string, string>();
  const rest = inputsOf({ roots: [], besides, folders }, files, start);
  const code = await run({
    ...io,
    stdout: recorder(io, 'stdout', printed),
    stderr: recorder(io, 'stderr', printed),
    kept: keptIn(cache, parts, (paths) => [rest, ...paths.map((path) => [path, hashIn(path, files, start)])]),
  });
  if (
    inputsOf(found, files, start) !== inputs ||
    printed.reduce((sum, [, text]) => sum + text.length, 0) > MOST_CHARACTERS
  )
    return code;
  const { roots, from, until } = found;
  const span = from === undefined || until === undefined ? {} : { from, until };
  const made: Run = { asked, roots, besides, folders, inputs, ...span, code, printed };
  const runs = [made, ...cache.runs.filter((each) => each.asked !== asked)].slice(0, MOST_RUNS);
  const now = { format: FORMAT, tool: toolNow(), files: Object.fromEntries(files), runs };
  keep(io, path, { ...now, parts: parts.size > 0 ? Object.fromEntries(parts) : cache.parts }, found.lang);
  return code;
}

/** The parts that are kept; those asked for again and those newly found are added to `parts`. */
function keptIn(
  { parts: before }: CacheFile,
  parts: Map<string, string>,
  bytesOf: (paths: readonly string[]) => readonly unknown[],
): Kept {
  return {
    keyOf: (paths, besides) => hashOf(JSON.stringify([bytesOf(paths), besides])),
    get: (key) => {
      const known = Object.hasOwn(before, key) ? before[key] : undefined;
      if (known !== undefined) parts.set(key, known);
      return known;
    },
    put: (key, verdict) => void parts.set(key, verdict),
  };
}

/** A service for which more is written than what is printed. */
const writesBesides = ({ env }: Io): boolean => env['GITLAB_CI'] === 'true' || !!env['GITHUB_STEP_SUMMARY'];

/** The nearest folder upward with settings. */
function homeOf(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'dondoc.yaml'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** All that decides what a run prints, but for what it reads and the day. */
const askedBy = ({ cwd, env, stdout }: Io, verb: string, paths: readonly string[], options: Cacheable): string =>
  JSON.stringify([
    [verb, cwd, paths, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))],
    ['NO_COLOR', 'FORCE_COLOR', 'TERM', 'GITHUB_ACTIONS', 'DONDOC_PART'].map((name) => env[name] ?? null),
    [stdout.isTTY ?? false, stdout.columns ?? null],
  ]);

const isToday = ({ from, until }: Run, { now }: Io): boolean =>
  from === undefined || until === undefined || (from <= now().getTime() && now().getTime() < until);

/** The names and bytes of all that a run reads, as one hash; what is learned of files is added to those known. */
function inputsOf(
  { roots, besides, folders }: Pick<Inputs, 'roots' | 'besides' | 'folders'>,
  files: Map<string, Known>,
  seen: number,
): string {
  const found = findFiles(roots);
  const hash = sha256();
  const add = (...parts: readonly string[]): void => void hash.update(`${JSON.stringify(parts)}\n`);
  for (const { path, why } of found.skipped) if (why !== 'settings') add('skipped', path, why);
  for (const path of found.missing) add('missing', path);
  for (const folder of folders) add('folder', folder, ...namesIn(folder));
  for (const path of [...found.files, ...found.registers, ...besides]) add('file', path, hashIn(path, files, seen));
  return hash.digest('hex');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** What stands for a file's bytes: their hash, or what it is instead; nothing where it cannot be read. */
function hashIn(path: string, files: Map<string, Known>, seen: number): string {
  try {
    const stat = lstatSync(path);
    const { size, mtimeMs, ctimeMs, ino } = stat;
    if (!stat.isFile()) return 'no file';
    if (size > limitOf(path)) return `too large: ${size} ${mtimeMs} ${ctimeMs}`;
    const known = files.get(path);
    if (known) {
      const [knownSize, mtime, ctime, inode, seen, hash] = known;
      const isSame = knownSize === size && mtime === mtimeMs && ctime === ctimeMs && inode === ino;
      if (isSame && Math.max(mtimeMs, ctimeMs) + RACY < seen) return hash;
    }
    const hash = hashOf(readFileSync(path));
    files.set(path, [size, mtimeMs, ctimeMs, ino, seen, hash]);
    return hash;
  } catch {
    return '';
  }
}

const hashOf = (data: string | Uint8Array): string => sha256().update(data).digest('hex').slice(0, 32);

/** This build of the tool, all of whose pieces stand in one file: another one may say other things. */
function toolNow(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${VERSION} ${size} ${mtimeMs}`;
}

const EMPTY: CacheFile = { format: FORMAT, tool: '', files: {}, runs: [], parts: {} };

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a cache has the form of one: its checksum may have been made by somebody else. */
const isSound = (cache: Partial<CacheFile>): cache is CacheFile =>
  isTable(cache.files) &&
  Object.values(cache.files).every((known) => Array.isArray(known)) &&
  isTable(cache.parts) &&
  Array.isArray(cache.runs) &&
  cache.runs.every(
    (run: Partial<Run> | null) =>
      isTable(run) &&
      [0, 1, 2, 3].includes(run.code ?? -1) &&
      [run.roots, run.besides, run.folders].every(isTexts) &&
      Array.isArray(run.printed) &&
      run.printed.every(
        (each: unknown) => isTexts(each) && ['stdout', 'stderr'].includes((each as readonly string[])[0] ?? ''),
      ),
  );

/** The cache of a file: its checksum in the first line, then JSON. Of a damaged one nothing is taken. */
function read(path: string): { readonly cache: CacheFile; readonly trouble?: Text } {
  const opened = openFile(path, MOST_BYTES);
  if (opened.kind === 'unreadable' && opened.why === 'missing') return { cache: EMPTY };
  const bytes = opened.kind === 'opened' ? opened.bytes : new Uint8Array();
  const end = bytes.indexOf(10);
  const json = bytes.subarray(end + 1);
  try {
    if (Buffer.from(bytes.subarray(0, Math.max(0, end))).toString() === hashOf(json)) {
      const cache = JSON.parse(Buffer.from(json).toString()) as Partial<CacheFile> | null;
      if (cache?.format !== FORMAT || cache.tool !== toolNow()) return { cache: EMPTY };
      if (isSound(cache)) return { cache };
    }
  } catch {
    // Whoever made the checksum fit has not made it JSON.
  }
  const trouble = {
    vi: `${PLACE}: bộ nhớ đệm bị hỏng, đã bỏ qua và lập lại`,
    en: `${PLACE}: the cache is damaged; it was left aside and is made anew`,
  };
  return { cache: EMPTY, trouble };
}

/** A cache that cannot be kept costs the next run its time; that is said, and no more. */
function keep(io: Io, path: string, cache: CacheFile, lang: Lang): void {
  const whole = JSON.stringify(cache);
  const json = whole.length > MOST_BYTES / 3 ? JSON.stringify({ ...cache, parts: {} }) : whole;
  try {
    makeFolder(dirname(path));
    if (lstatSync(dirname(path)).isSymbolicLink()) throw new NotWritten(path, 'ELOOP');
    replaceOwnFile(path, new TextEncoder().encode(`${hashOf(json)}\n${json}`));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const text = {
      vi: `không ghi được bộ nhớ đệm ${PLACE} (${code}); kết quả không bị ảnh hưởng`,
      en: `the cache ${PLACE} could not be written (${code}); the result is what it is`,
    };
    io.stderr.write(`${text[lang]}\n`);
  }
}

/** A stream that keeps what passes through it, but for what only moves on a terminal. */
function recorder(io: Io, name: 'stdout' | 'stderr', printed: ['stdout' | 'stderr', string][]): Stream {
  const { isTTY, columns } = io[name];
  return {
    ...(isTTY === undefined ? {} : { isTTY }),
    ...(columns === undefined ? {} : { columns }),
    write: (content) => {
      if (typeof content !== 'string') throw new Error('a cached run prints text');
      if (!content.startsWith('\r')) printed.push([name, content]);
      return io[name].write(content);
    },
  };
}

import { setImmediate } from 'node:timers/promises';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker, parentPort } from 'node:worker_threads';
import { judgePlan, readRegisters, readReports } from '../judge.ts';
import { type Division, type Inquiry, type JudgeParts, type Verdict, partJudge } from '../parts.ts';
import { openListed } from '../read/bytes.ts';
import { openPlan } from '../read/plan.ts';
import { reportRules } from '../rules/index.ts';
import { weighed } from '../rules/weights.ts';
import type { Io } from './io.ts';
import { periodsFrom } from './periods.ts';
import { ownersNamed } from './named.ts';
import { type Packed, packed, unpacked } from './verdicts.ts';
import { workspaceAt } from './workspace.ts';

/** What a thread has to know to judge parts of a folder as the command itself does; it can be sent. */
export interface Errand {
  readonly cwd: string;
  /** The folder of the plan. */
  readonly plan: string;
  readonly asOf: string;
  /** What `--period` says. */
  readonly period: string | undefined;
  readonly registers: readonly string[];
  /** What `--owner` says. */
  readonly owner: readonly string[] | undefined;
  /** The day each file first reached the repository, where that is asked. */
  readonly firstSeen: ReadonlyMap<string, string> | undefined;
}
interface Order {
  readonly errand: Errand;
  readonly division: Division;
  readonly wanted: readonly number[];
  /** How many of the parts wanted have been taken by any thread. */
  readonly taken: SharedArrayBuffer;
}

/** Room for what is made for a part and no more, in MB: V8 thinks of three halves, of which two are there. */
const YOUNG = 12;

/**
 * What a part leaves behind is collected before the next one is begun, when nearly nothing of it is alive. Left to
 * itself V8 collects in the middle of a part, takes what it sees alive for old, and makes more and more of it in the old
 * generation at once, where all that it refers to stays with it: half the memory and a quarter of the time. The old
 * generation is collected when it has grown by a fifth, and not when it is several times as large (bin/load.cjs).
 */
function collector(tune: Io['tune']): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: { readonly type: 'minor' }) => void;
  setFlagsFromString('--no-expose-gc');
  let mayGrow = true;
  return () => {
    collect({ type: 'minor' });
    // Of the thread that came first nothing could be said as it started.
    if (!mayGrow || sizeOf('new_space') < (YOUNG * 2) / 3) return;
    tune?.('grown');
    mayGrow = false;
  };
}

/** What a space of V8's takes, in MB. */
function sizeOf(name: string): number {
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === name);
  return (space?.space_size ?? 0) / 1024 ** 2;
}

/** Threads besides this one, as many as are wanted of so many at most. */
export type Others = (wanted: number) => readonly Worker[];

/** Threads that wait for an order and until then keep no run from ending; `early` has them load while this one does. */
export function others(most: number, workerFile: string | undefined, early: boolean): Others {
  if (workerFile === undefined) return () => [];
  const started = (count: number): Worker[] =>
    Array.from({ length: count }, () => {
      const worker = new Worker(workerFile, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
      worker.unref();
      return worker;
    });
  const waiting = early ? started(most) : [];
  return (wanted) => {
    const count = Math.min(most, wanted);
    const ready = waiting.splice(0, count);
    return [...ready, ...started(count - ready.length)];
  };
}

/** Judges parts in this thread and in so many others, each taking the next one when it is done with its last. */
export function crew(
  inquiry: Inquiry,
  errand: Errand,
  others: Others,
  done: (verdict: Verdict) => void,
  tune: Io['tune'],
): JudgeParts {
  const judge = partJudge(inquiry);
  const collect = collector(tune);
  return async (division, wanted) => {
    const verdicts: Verdict[] = [];
    const keep = (verdict: Verdict): void => {
      verdicts.push(verdict);
      done(verdict);
    };
    const order: Order = { errand, division, wanted, taken: new SharedArrayBuffer(4) };
    const workers = others(wanted.length - 1);
    const ends = workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on('message', (packed: Packed) => keep(unpacked(packed, inquiry)));
          worker.on('error', reject);
          worker.on('exit', () => resolve());
          worker.ref();
          worker.postMessage(order);
        }),
    );
    try {
      const all = Promise.all(ends);
      for (const part of takenFrom(order)) {
        keep(judge(part, division.parts[part] ?? [], division.open, division.parts.length));
        collect();
        // So that what the others found is taken in meanwhile.
        await Promise.race([setImmediate(), all]);
      }
      await all;
    } finally {
      for (const worker of workers) void worker.terminate();
    }
    return verdicts;
  };
}

/** What another thread does: waits for an order, and ends when it is done. */
export const work = (tune: Io['tune']): void =>
  void parentPort?.once('message', (order: Order) => {
    tune?.('many');
    fulfil(order, tune);
  });

/** Reads the plan for itself, and judges parts while there are any. */
function fulfil(order: Order, tune: Io['tune']): void {
  const { errand, division } = order;
  const workspace = workspaceAt(errand);
  const { plan } = judgePlan(openPlan(errand.plan), workspace.shown(errand.plan), () => errand.asOf, []);
  if (plan === undefined) throw new Error(`the plan in ${errand.plan} has changed meanwhile`);
  const judge = partJudge({
    plan,
    asOf: errand.asOf,
    rules: weighed(reportRules, workspace.weights),
    registers: readRegisters(errand.registers, workspace.shown),
    read: (files) => readReports(files, workspace.shown, openListed),
    owners: errand.owner && ownersNamed(plan, errand.owner),
    select: periodsFrom(errand.period),
    firstSeen: errand.firstSeen,
  });
  const collect = collector(tune);
  for (const part of takenFrom(order)) {
    parentPort?.postMessage(packed(judge(part, division.parts[part] ?? [], division.open, division.parts.length)));
    collect();
  }
}

function* takenFrom({ wanted, taken }: Order): Iterable<number> {
  const counter = new Int32Array(taken);
  for (let next = wanted[Atomics.add(counter, 0, 1)]; next !== undefined; next = wanted[Atomics.add(counter, 0, 1)])
    yield next;
}

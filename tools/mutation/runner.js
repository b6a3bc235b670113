import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Elsewhere, collect, running } from './vitest.js';

/**
 * A test runner for Stryker, by the name `here`: sources and tests are loaded once, into one process, and a mutant
 * costs no more than the tests that reach it, quickest first, until one fails.
 *
 * - A mutant is killed when a test fails with it and passes without it, right after. If it fails without it too, the
 *   mutant has left something behind: all modules are loaded anew, and the mutant is tried again.
 * - A mutant may take `mutation.budget` milliseconds of computing by tests; what they do not notice survives.
 * - Only what runs while the modules of src/ load is static.
 * - What is computed once and kept (a memo) is reached by the first test alone, or while the tests are collected. Such
 *   a mutant is there from the loading on, and every test may notice it.
 */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'here', factory: Object.assign((options) => new Here(options), { inject: ['options'] }) },
];

const [PASSED, FAILED] = [0, 1];
/** What the first run has shown, kept in the sandbox for the processes that come after the first. */
const SHOWN = 'shown.json';
/** How many mutants before and after one, in the order of the text, count as its surroundings. */
const AROUND = 40;
/** How many times one process loads all modules. */
const LOADS = 20;
/** Milliseconds that this process has computed, however busy the machine is. */
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const ns = (globalThis.__stryker__ ??= {});
// Every instrumented module keeps hold of this very object.
const coverage = (ns.mutantCoverage = { static: {}, perTest: {} });

class Here {
  constructor({ mutation }) {
    this.files = mutation.tests;
    this.budget = mutation.budget;
    /** How long each test takes and which mutants it reaches, in order. */
    this.took = new Map();
    this.reached = new Map();
    /** How many tests reach a mutant. */
    this.reaching = new Map();
    /** The first and the last mutant of a file. */
    this.ranges = new Map();
    /** The mutants that only the first round of the tests reaches. */
    this.once = new Set();
    this.loaded = 0;
    this.isFresh = true;
    if (existsSync(SHOWN)) this.show(JSON.parse(readFileSync(SHOWN, 'utf8')));
    this.killers = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'dondoc-mutation-'));
    process.env.TZ = 'UTC';
    register('./loader.js', import.meta.url);
    await this.load();
  }

  dispose() {
    rmSync(process.env.TMPDIR, { recursive: true, force: true });
  }

  async load() {
    const at = (file) => `${pathToFileURL(resolve(file)).href}${this.loaded === 0 ? '' : `?time=${this.loaded}`}`;
    // What is imported is never forgotten; Stryker begins a new process where this one ends.
    if (this.loaded > LOADS) process.exit(1);
    this.isFresh = ns.activeMutant === undefined;
    this.loaded++;
    for (const file of readdirSync('src', { recursive: true }).sort())
      if (/\.ts$/.test(file) && !/\.d\.ts$|^main\.ts$/.test(file)) await import(at(join('src', file)));
    this.static ??= coverage.static;
    coverage.static = {};
    this.tests = new Map();
    for (const file of this.files)
      for (const test of await collect(file, () => import(at(file)))) this.tests.set(test.id, test);
    this.collected ??= coverage.static;
    this.kept = new Set(readdirSync(process.env.TMPDIR));
  }

  async dryRun() {
    const began = performance.now();
    const tests = [];
    for (const test of this.tests.values()) {
      const { id, name, file } = test;
      ns.currentTestId = undefined;
      await test.begin();
      ns.currentTestId = id;
      const from = now();
      const fault = await this.try(test);
      const timeSpentMs = now() - from;
      if (fault instanceof Elsewhere) continue;
      const common = { id, name: `${file} > ${name}`, fileName: resolve(file), timeSpentMs };
      tests.push(
        fault === undefined
          ? { ...common, status: PASSED }
          : { ...common, status: FAILED, failureMessage: String(fault?.stack ?? fault) },
      );
    }
    ns.currentTestId = undefined;
    const { perTest } = coverage;
    coverage.perTest = {};
    for (const test of this.tests.values()) {
      ns.currentTestId = test.id;
      await this.try(test);
    }
    ns.currentTestId = undefined;
    // What the collecting of tests alone has reached is put down to the first of them.
    const [{ id: first }] = tests;
    perTest[first] = { ...this.collected, ...perTest[first] };
    const again = new Set(Object.values(coverage.perTest).flatMap((reached) => Object.keys(reached)));
    coverage.perTest = {};
    const once = [...new Set(Object.values(perTest).flatMap((reached) => Object.keys(reached)))];
    const reaching = tests.map(({ id, timeSpentMs }) => [id, timeSpentMs, Object.keys(perTest[id] ?? {}).map(Number)]);
    const shown = { tests: reaching, once: once.filter((id) => !again.has(id)) };
    writeFileSync(SHOWN, JSON.stringify(shown));
    this.show(shown);
    // To Stryker all time was that of tests: what it takes for overhead it would grant each mutant.
    const timeSpentMs = (performance.now() - began) / tests.length;
    const mutantCoverage = { static: this.static, perTest };
    return { status: 'complete', tests: tests.map((test) => ({ ...test, timeSpentMs })), mutantCoverage };
  }

  show({ tests, once }) {
    this.once = new Set(once);
    for (const [id, took, reached] of tests) {
      this.took.set(id, took);
      this.reached.set(id, reached);
      for (const mutant of reached) this.reaching.set(mutant, (this.reaching.get(mutant) ?? 0) + 1);
    }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const isKept = testFilter === undefined || this.once.has(activeMutant.id);
    let tried = await this.mutant(activeMutant, testFilter, hitLimit, isKept, sandboxFileName);
    if (tried.status === 'spoilt') {
      this.isFresh = false;
      tried = await this.mutant(activeMutant, testFilter, hitLimit, isKept, sandboxFileName);
    }
    return tried.status === 'spoilt' ? { status: 'killed', ...tried.killed } : tried;
  }

  /** Tries a mutant; one that is kept is there from the loading on. */
  async mutant(mutant, testFilter, hitLimit, isKept, file) {
    const { id, fileName } = mutant;
    Object.assign(ns, { activeMutant: isKept ? id : undefined, hitCount: 0, hitLimit });
    try {
      if (isKept || !this.isFresh) await this.load();
    } catch (fault) {
      if (ns.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit reached' };
      return { status: 'killed', killedBy: [], failureMessage: String(fault), nrOfTests: 0 };
    }
    let nrOfTests = 0;
    const until = now() + this.budget;
    for (const test of this.order(mutant, isKept ? undefined : testFilter, file)) {
      if (nrOfTests > 0 && now() + this.took.get(test.id) > until) continue;
      await test.begin();
      nrOfTests++;
      Object.assign(ns, { activeMutant: id, hitCount: 0, hitLimit });
      const fault = await this.try(test);
      const isLooping = ns.hitCount > hitLimit;
      Object.assign(ns, { activeMutant: isKept ? id : undefined, hitCount: undefined, hitLimit: undefined });
      if (isLooping) return { status: 'timeout', reason: 'hit limit reached' };
      if (fault === undefined) continue;
      const killed = { killedBy: [test.id], failureMessage: String(fault?.message ?? fault), nrOfTests };
      if (!isKept && (await this.try(test)) !== undefined) return { status: 'spoilt', killed };
      const killers = this.killers.get(fileName) ?? [];
      this.killers.set(fileName, [test.id, ...killers.filter((killer) => killer !== test.id)].slice(0, 4));
      return { status: 'killed', ...killed };
    }
    return { status: 'survived', nrOfTests };
  }

  /**
   * The tests to try: first what last noticed a mutant of the same file, then what reaches most of the surroundings in
   * that file, above all of what few tests reach (a test that only passes by is left for later), the quickest first.
   */
  order({ id, fileName }, testFilter = [...this.took.keys()], file) {
    const killers = this.killers.get(fileName) ?? [];
    const [first, last] = this.rangeOf(file);
    const isNear = (other) => other >= first && other <= last && Math.abs(other - id) <= AROUND;
    const ranked = testFilter
      .filter((test) => this.tests.has(test) && this.took.has(test))
      .map((test) => {
        const near = this.reached.get(test).filter(isNear);
        const worth = near.reduce((sum, other) => sum + 1 / this.reaching.get(other), 0);
        const recent = killers.indexOf(test);
        return {
          test: this.tests.get(test),
          rank: [recent < 0 ? killers.length : recent, -worth, this.took.get(test)],
        };
      });
    const compare = (a, b) => a.rank.map((each, i) => each - b.rank[i]).find((difference) => difference !== 0) ?? 0;
    return ranked.sort(compare).map(({ test }) => test);
  }

  rangeOf(file) {
    if (!this.ranges.has(file)) {
      const ids = [...readFileSync(file, 'utf8').matchAll(/\bstryMutAct_\w+\("(\d+)"\)/g)].map(([, id]) => Number(id));
      this.ranges.set(file, [Math.min(...ids), Math.max(...ids)]);
    }
    return this.ranges.get(file);
  }

  /** Runs a test; answers its fault. */
  async try(test) {
    running(true);
    try {
      await test.run();
      return undefined;
    } catch (fault) {
      return fault ?? new Error('thrown: nothing');
    } finally {
      running(false);
      for (const name of readdirSync(process.env.TMPDIR))
        if (!this.kept.has(name)) rmSync(join(process.env.TMPDIR, name), { recursive: true, force: true });
    }
  }
}

import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  chai,
  getState,
  setState,
} from '@vitest/expect';
import fc from 'fast-check';

/**
 * As much of vitest as the tests use, for tests that are collected once and run many times in one process. What needs
 * modules of its own (`vi.doMock`) is not here: a test that asks for it is left out.
 */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign(
  (value, message) => {
    setState({ assertionCalls: getState(expect).assertionCalls + 1 }, expect);
    return chai.expect(value, message);
  },
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
  { unreachable: (message) => chai.expect.fail(message ?? 'unreachable') },
);
setState({ assertionCalls: 0 }, expect);

// The same values each time, and no search for the least of them.
fc.configureGlobal({ seed: 1, endOnFailure: true });

export class Elsewhere extends Error {}
export const elsewhere = (what) => () => {
  throw new Elsewhere(what);
};

chai.util.addMethod(chai.Assertion.prototype, 'toMatchInlineSnapshot', elsewhere('a snapshot'));

/** The file that is being collected: its tests, what it changes in the environment, what belongs around its tests. */
let file;
/** The suites that are open, outermost first. */
let open = [];

/** Collects the tests of a file: what `load` declares. */
export async function collect(name, load) {
  file = { name, tests: [], env: {} };
  open = [suite('')];
  await load();
  return file.tests;
}

const suite = (name) => ({ name, before: [], beforeEach: [], afterEach: [], started: false });

function declareSuite(name, body) {
  const inner = suite(name);
  open.push(inner);
  body();
  open.pop();
}

function declareTest(name, body) {
  const around = [...open];
  const { env } = file;
  file.tests.push({
    name: [...around.slice(1).map((each) => each.name), name].join(' > '),
    file: file.name,
    id: `${file.name}#${file.tests.length}`,
    begin: async () => {
      for (const each of around) {
        if (each.started) continue;
        each.started = true;
        for (const hook of each.before) await hook();
      }
    },
    run: async () => {
      const kept = { ...process.env };
      Object.assign(process.env, env);
      try {
        for (const each of around) for (const hook of each.beforeEach) await hook();
        await body();
      } finally {
        for (const each of around) for (const hook of each.afterEach) await hook();
        for (const key of Object.keys(process.env)) if (!(key in kept)) delete process.env[key];
        for (const [key, value] of Object.entries(kept)) if (process.env[key] !== value) process.env[key] = value;
      }
    },
  });
}

const bodyOf = (args) => args.find((arg) => typeof arg === 'function');
const each =
  (declare) =>
  (rows) =>
  (name, ...args) => {
    for (const row of rows) {
      const given = Array.isArray(row) ? row : [row];
      declare(titled(name, given), () => bodyOf(args)(...given));
    }
  };
/** A title with what it names of its row. */
function titled(name, given) {
  const shown = (value) => (typeof value === 'object' ? '…' : String(value)).slice(0, 80);
  let i = 0;
  return name
    .replace(/%[sdijo]/g, () => shown(given[i++]))
    .replace(/\$(\w+)/g, (all, key) => (given[0]?.[key] === undefined ? all : shown(given[0][key])));
}
const declaring = (declare) => {
  const nothing = () => undefined;
  const made = (name, ...args) => declare(String(name), bodyOf(args));
  const none = Object.assign(() => undefined, { each: () => nothing });
  made.each = each(declare);
  made.skipIf = (isOff) => (isOff ? none : made);
  made.runIf = (isOn) => (isOn ? made : none);
  made.skip = none;
  return made;
};

export const describe = declaring(declareSuite);
export const test = declaring(declareTest);
export const it = test;
export const beforeAll = (hook) => void open.at(-1).before.push(hook);
export const beforeEach = (hook) => void open.at(-1).beforeEach.push(hook);
export const afterEach = (hook) => void open.at(-1).afterEach.push(hook);
/** The tests are never over; the runner empties its folder itself. */
export const afterAll = () => undefined;

let isRunning = false;
/** Tells whether tests run (or are still collected). */
export const running = (is) => void (isRunning = is);

export const vi = {
  setConfig: () => undefined,
  stubEnv: (name, value) => {
    if (isRunning) process.env[name] = value;
    else file.env[name] = value;
  },
  unstubAllEnvs: () => undefined,
  fn: elsewhere('vi.fn'),
  spyOn: elsewhere('vi.spyOn'),
  doMock: elsewhere('vi.doMock'),
  resetModules: elsewhere('vi.resetModules'),
};

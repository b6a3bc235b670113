// Preloaded (node -r) into the built command: the Nth call of the file system on the work folder or on an output stream fails.
// FIRE_FOLDER is that folder, FIRE_AT the number of the call (from 1), FIRE_CODE its error (SIGKILL kills the process in it),
// FIRE_LASTS is set where each later call that writes fails as well, as on a disk that stays full, and FIRE_LOG the file in which
// all calls are told at the end.
const fs = require('node:fs');
const { constants } = require('node:os');

const { FIRE_FOLDER, FIRE_AT, FIRE_CODE, FIRE_LASTS, FIRE_LOG } = process.env;
const at = Number(FIRE_AT);

/** Descriptors that count, by what was opened. */
const opened = new Map([
  [1, { path: 'stdout', isWritten: true }],
  [2, { path: 'stderr', isWritten: true }],
]);
const calls = [];
let isFailing = false;

const isInside = (path) => path === FIRE_FOLDER || String(path).startsWith(`${FIRE_FOLDER}/`);
/** A file that the command writes beside the one that is asked for. */
const isTemporary = (path) => String(path).endsWith('.tmp');
const isForWriting = (flags) => (typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r'));

/** What a call is about: nothing where it is not about the work folder. */
const OF = {
  ...Object.fromEntries(
    ['existsSync', 'lstatSync', 'readFileSync', 'readdirSync', 'realpathSync', 'statSync', 'accessSync'].map((name) => [
      name,
      (path) => isInside(path) && { path, isWritten: isTemporary(path) },
    ]),
  ),
  ...Object.fromEntries(
    ['appendFileSync', 'mkdirSync', 'mkdtempSync', 'rmSync', 'unlinkSync', 'writeFileSync'].map((name) => [
      name,
      (path) => isInside(path) && { path, isWritten: true },
    ]),
  ),
  ...Object.fromEntries(
    ['linkSync', 'renameSync'].map((name) => [name, (_, path) => isInside(path) && { path, isWritten: true }]),
  ),
  ...Object.fromEntries(
    ['closeSync', 'fstatSync', 'fsyncSync', 'readSync', 'writeSync'].map((name) => [name, (fd) => opened.get(fd)]),
  ),
  openSync: (path, flags) => isInside(path) && { path, isWritten: isForWriting(flags) },
};

for (const [name, about] of Object.entries(OF)) {
  const real = fs[name];
  const failing = function (...args) {
    const subject = about(...args);
    if (!subject) return real.apply(fs, args);
    calls.push({ call: name.replace('Sync', ''), ...subject });
    if (calls.length === at) isFailing = true;
    else if (!(isFailing && FIRE_LASTS && subject.isWritten)) {
      const result = real.apply(fs, args);
      if (name === 'openSync') opened.set(result, subject);
      if (name === 'closeSync') opened.delete(args[0]);
      return result;
    }
    // Node's own existsSync says no, whatever the reason.
    if (name === 'existsSync' && FIRE_CODE !== 'SIGKILL') return false;
    // What fails to close is closed; and a disk that fills up takes the first half.
    if (name === 'closeSync') real.apply(fs, args);
    if (name === 'writeSync') {
      const [descriptor, bytes, start = 0] = args;
      real.call(fs, descriptor, bytes, start, (bytes.length - start) >> 1);
    }
    if (FIRE_CODE === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
    const syscall = name.replace('Sync', '');
    const [path] = typeof args[0] === 'string' ? args : [];
    throw Object.assign(new Error(`${FIRE_CODE}: made to fail, ${syscall} '${subject.path}'`), {
      ...{ errno: -constants.errno[FIRE_CODE], code: FIRE_CODE, syscall },
      ...(path === undefined ? {} : { path }),
    });
  };
  fs[name] = Object.assign(failing, real);
}

const { writeFileSync } = fs;
process.on('exit', () => {
  const told = JSON.stringify(calls);
  calls.length = 0;
  writeFileSync(FIRE_LOG, told);
});

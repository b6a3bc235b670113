// Loaded by `node -r`: a process tells at its end what memory it needed at most, in KiB.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** Linux counts in `maxRSS` what the process that started this one had at that moment, but not here. */
function peak() {
  try {
    return /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

if (isMainThread) process.on('exit', () => writeSync(2, `\npeak ${peak()}`));

// Loaded by `node -r`: a process tells at its end what memory it needed at most, in KiB.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(2, `\npeak ${process.resourceUsage().maxRSS}`));

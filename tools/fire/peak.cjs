// Preloaded (node -r) into the built command: tells in FIRE_LOG what the run took, the seconds of its processors and its megabytes.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  // The peak that the system counts otherwise begins with that of the parent.
  const [, peak] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  const told = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: peak / 1024 };
  writeFileSync(process.env.FIRE_LOG, JSON.stringify(told));
});

// Preloaded (node -r) into the built command: the first call that makes a file appear waits until FIRE_RUNS processes have come as
// far, which each tells by a file in FIRE_FOLDER; then they race.
const fs = require('node:fs');
const { join } = require('node:path');

const { FIRE_RUNS, FIRE_FOLDER } = process.env;
let isWaiting = true;

for (const name of ['linkSync', 'renameSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (isWaiting) fs.writeFileSync(join(FIRE_FOLDER, String(process.pid)), '');
    while (isWaiting) isWaiting = fs.readdirSync(FIRE_FOLDER).length < Number(FIRE_RUNS);
    return real(...args);
  };
}

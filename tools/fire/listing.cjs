// Preloaded (node -r) into the built command: folders are listed in an order by chance (FIRE_ORDER is its seed), and what is named
// FIRE_GONE is gone as soon as it was listed.
const fs = require('node:fs');
const { join } = require('node:path');

const { FIRE_ORDER, FIRE_GONE } = process.env;
let state = Number(FIRE_ORDER);
const chance = () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 8;

const { readdirSync, rmSync } = fs;
/** Removing a folder lists it. */
let isRemoving = false;
fs.readdirSync = (folder, options) => {
  const listed = readdirSync(folder, options);
  if (FIRE_GONE !== undefined && !isRemoving) {
    isRemoving = true;
    rmSync(join(folder, FIRE_GONE), { recursive: true, force: true });
    isRemoving = false;
  }
  return FIRE_ORDER === undefined
    ? listed
    : listed
        .map((entry) => [chance(), entry])
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => entry);
};

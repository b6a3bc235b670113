import manifest from '../package.json' with { type: 'json' };

/** The version in package.json, as it is when the bundle is made. */
export const VERSION = manifest.version;

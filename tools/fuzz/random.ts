/** Chance that is the same for the same seed, on every machine. */
export interface Chance {
  /** A whole number from 0, below a limit. */
  readonly below: (limit: number) => number;
  /** True once in so many times. */
  readonly once: (times: number) => boolean;
  readonly of: <T>(things: readonly [T, ...T[]] | readonly T[]) => T;
}

/** Mulberry32: 32 bits of state, enough to tell a million seeds apart. */
export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, once: (times) => below(times) === 0, of: (things) => things[below(things.length)] as never };
}

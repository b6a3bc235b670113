/** Things by a key of theirs, keys in the order of their first thing. (`Map.groupBy` comes with Node 21.) */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** Things in the order of a text of theirs, those without one first. */
export const sortedBy = <T>(things: readonly T[], textOf: (thing: T) => string | undefined): T[] =>
  things
    .map((thing) => ({ thing, text: textOf(thing) ?? '' }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ thing }) => thing);

/**
 * A function of an object that is worked out once for each: what many ask of the same thing. The answer is kept with the
 * thing, unseen: what a WeakMap holds outlives every small collection of garbage, and a folder in parts is all garbage.
 */
export function onceFor<K extends object, T>(of: (thing: K) => T): (thing: K) => T {
  const kept = Symbol('once');
  return (thing: K & { [kept]?: { readonly answer: T } }) => {
    const found = thing[kept];
    if (found) return found.answer;
    const answer = of(thing);
    Object.defineProperty(thing, kept, { value: { answer } });
    return answer;
  };
}

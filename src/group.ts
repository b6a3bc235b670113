/** Things by a key of theirs, keys in the order of their first thing; no group is empty. (`Map.groupBy` comes with Node 21.) */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** Those of all that are chosen, in the order of all; where few are, the others are not looked at. */
export function among<T extends object>(all: readonly T[], chosen: ReadonlySet<T>): readonly T[] {
  if (chosen.size * 4 > all.length) return all.filter((each) => chosen.has(each));
  const places: ReadonlyMap<object, number> = placesIn(all);
  const there = [...chosen].flatMap((each) => {
    const place = places.get(each);
    return place === undefined ? [] : [{ each, place }];
  });
  return there.sort((a, b) => a.place - b.place).map(({ each }) => each);
}

/** Things in the order of a text of theirs, those without one first. */
export const sortedBy = <T>(things: readonly T[], textOf: (thing: T) => string | undefined): T[] =>
  things
    .map((thing) => ({ thing, text: textOf(thing) ?? '' }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ thing }) => thing);

/** The index of the first of things in order that a test holds for, and for all behind it; their number where there is none. */
export function firstIndex<T>(things: readonly T[], holds: (thing: T) => boolean): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(things[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

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

const placesIn = onceFor((all: readonly object[]) => new Map(all.map((each, i) => [each, i])));

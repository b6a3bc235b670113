/** Things by a key of theirs, keys in the order of their first thing. (`Map.groupBy` comes with Node 21.) */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** A function of an object that is worked out once for each: what many ask of the same thing. */
export function onceFor<K extends object, T>(of: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (thing) => {
    const found = known.get(thing) ?? { answer: of(thing) };
    known.set(thing, found);
    return found.answer;
  };
}

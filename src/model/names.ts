import type { At, Fault, Source, Spot } from '../source.ts';

/** Something that stands in a file of the plan. */
export interface Placed {
  readonly at: At;
}

/** A fault together with the file that it is in. */
export interface FoundFault {
  readonly source: Source;
  readonly fault: Fault;
}

/** A name, and where it stands: that is asked of few. */
interface Name {
  readonly name: string;
  readonly spot: () => Spot;
}

/** Things by their names, compared as `same` folds them; a second thing under a name is a fault at that name. */
export function register<T extends Placed>(
  things: readonly T[],
  namesOf: (thing: T) => readonly Name[],
  same: (name: string) => string,
  faults: FoundFault[],
): ReadonlyMap<string, T> {
  const known = new Map<string, { readonly thing: T; readonly spot: () => Spot }>();
  for (const thing of things) {
    for (const { name, spot } of namesOf(thing)) {
      const key = same(name);
      const first = known.get(key);
      if (first === undefined) known.set(key, { thing, spot });
      else if (first.thing !== thing) {
        const { source, path, part } = spot();
        faults.push({ source, fault: { kind: 'duplicate-key', key: name, path, part, related: [first.spot()] } });
      }
    }
  }
  return new Map([...known].map(([name, { thing }]) => [name, thing]));
}

/** A name and its other forms, each with its place. */
export const namesWithPlaces = (
  field: string,
  name: string,
  { aliases = [], at }: Placed & { readonly aliases?: readonly string[] },
): Name[] => [
  { name, spot: () => at(field) },
  ...aliases.map((alias, i) => ({ name: alias, spot: () => at('aliases', i) })),
];

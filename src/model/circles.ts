import type { Owner, Plan } from './plan.ts';

/**
 * Bodies that have to be judged together, by numbers that they share: one took over the work of another, or one supports
 * what another leads. What is found of other bodies' reports does not depend on one another.
 */
export function circlesOf(plan: Plan): ReadonlyMap<Owner, number> {
  const all = [...plan.owners, ...plan.former];
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    if (root !== id) above.set(id, root);
    return root;
  };
  const join = ([first, ...ids]: readonly string[]): void => {
    if (first === undefined) return;
    const root = rootOf(first);
    for (const id of ids) if (rootOf(id) !== root) above.set(rootOf(id), root);
  };
  for (const { from, rest, named } of plan.lineage.successions) join([...from, ...rest, ...[...named.values()].flat()]);
  for (const { tasks, ended } of [...plan.earlier, plan]) {
    for (const { leads, supports } of [...tasks, ...ended])
      if (supports.length > 0) join([...leads, ...supports].map(({ id }) => id));
  }
  const numbers = new Map<string, number>();
  return new Map(
    all.map((owner) => {
      const root = rootOf(owner.id);
      const number = numbers.get(root) ?? numbers.size;
      numbers.set(root, number);
      return [owner, number];
    }),
  );
}

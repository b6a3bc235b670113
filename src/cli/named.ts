import { sameName, suggest } from '../fold.ts';
import type { Group, Owner, Plan } from '../model/plan.ts';
import { UsageError } from './usage.ts';

/** The group known under an id, name or alias. */
export const groupNamed = ({ groups }: Plan, written: string): Group | undefined =>
  groups.find(({ id, name, aliases = [] }) => [id, name, ...aliases].map(sameName).includes(sameName(written)));

/** The bodies named on the command line by id, name or alias. */
export function ownersNamed(plan: Plan, names: readonly string[]): Set<Owner> {
  return new Set(
    names.flatMap((name) => {
      const owner = plan.ownerNamed(name);
      if (owner) return [owner];
      const group = groupNamed(plan, name);
      if (group) return plan.expand([group.id]);
      const near = suggest(
        name,
        plan.owners.map((value) => ({ value, names: [value.id, value.name, ...(value.aliases ?? [])] })),
      ).map(({ id, name: full }) => `${id} (${full})`);
      throw new UsageError({
        vi: `kế hoạch ${plan.number} không có cơ quan “${name}”${near.length > 0 ? `; có phải ${near.join(' hoặc ')}?` : ''}`,
        en: `plan ${plan.number} has no body “${name}”${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
      });
    }),
  );
}

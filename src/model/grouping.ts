import { type Owner, type Plan, type Section, isWithin } from './plan.ts';

/** What lines of a table have in common. */
export interface Heading {
  readonly id: string;
  readonly label: string;
}
/** They have nothing of the kind. */
export const NONE: Heading = { id: '', label: '' };

/**
 * The group of bodies (sở, ngành; địa phương) that each body counts with: of those who owe reports, the groups that
 * their group is made of. A body that exists no more counts with the group that it was in last.
 */
export function bodyGroups(plan: Plan): (owner: Owner) => Heading {
  const known = new Map<string, Heading>();
  for (const version of [plan, ...[...plan.earlier].reverse()]) {
    for (const { id, name } of groupsOf(version))
      for (const owner of version.expand([id])) if (!known.has(owner.id)) known.set(owner.id, { id, label: name });
  }
  return ({ id }) => known.get(id) ?? NONE;
}

function groupsOf({ groups, reporting }: Plan): Plan['groups'] {
  const groupNamed = (id: string): Plan['groups'][number] | undefined => groups.find((group) => group.id === id);
  return reporting.owners.flatMap((id) => {
    const group = groupNamed(id);
    const parts = group?.members.flatMap((member) => groupNamed(member) ?? []) ?? [];
    return parts.length > 0 ? parts : group ? [group] : [];
  });
}

/** The part of the plan that a section stands in, or is. */
export function partOf({ sections }: Plan, section: Section): Heading {
  const part = sections.find((each) => isWithin(section.id, each)) ?? section;
  return { id: part.id, label: `${part.id} ${part.title}` };
}

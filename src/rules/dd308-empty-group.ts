import type { Group } from '../model/plan.ts';
import { defineRule } from './rule.ts';

export default defineRule<{ group: string; name: string; circular: boolean }>({
  code: 'DD308',
  name: 'empty-group',
  severity: 'error',
  title: { vi: 'Nhóm không có cơ quan nào', en: 'Empty group' },
  message: {
    vi: ({ group, name, circular }) =>
      `nhóm ${group} (${name}) ${circular ? 'chỉ gồm chính nó' : 'không có cơ quan nào'}`,
    en: ({ group, name, circular }) =>
      `group ${group} (${name}) has ${circular ? 'only itself as member' : 'no members'}`,
  },
  why: {
    vi: 'Nhiệm vụ giao cho một nhóm được tính cho từng cơ quan trong nhóm; nhóm rỗng thì nhiệm vụ không đến với ai.',
    en: 'A task given to a group counts for each body in it; given to an empty group, it reaches nobody.',
  },
  fix: {
    vi: 'Liệt kê mã các cơ quan thuộc nhóm ở members. Danh sách chưa có văn bản xác nhận thì ghi confirmed: false.',
    en: 'List the ids of the bodies in the group under members. Put confirmed: false where no official text confirms the list.',
  },
  example: () => ({
    bad: {
      'plan/owners.yaml': `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, authority: provincial }
  - { id: so-tai-chinh, name: Sở Tài chính, authority: provincial }
groups:
  - id: cac-huyen
    name: UBND các huyện
    members: [] # <- DD308
`,
    },
    good: {
      'plan/owners.yaml': `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, authority: provincial }
  - { id: so-tai-chinh, name: Sở Tài chính, authority: provincial }
  - { id: huyen-ha, name: UBND huyện Hạ, authority: district }
groups:
  - id: cac-huyen
    name: UBND các huyện
    members: [huyen-ha]
`,
    },
  }),

  *check({ plan }) {
    const empty = plan.groups.filter(
      ({ id, members, awaits }) =>
        awaits === undefined &&
        plan.expand([id]).length === 0 &&
        members.every((member) => plan.groups.some((group) => group.id === member)),
    );
    /** The groups that a group holds, at any depth. */
    const within = (group: Group, seen = new Set<Group>()): Set<Group> => {
      for (const inner of empty) {
        if (group.members.includes(inner.id) && !seen.has(inner)) within(inner, seen.add(inner));
      }
      return seen;
    };
    for (const group of empty) {
      // One that holds an empty group is empty by that one's fault; of a circle, the first in the file stands for all.
      const isFirst = [...within(group)].every(
        (inner) => within(inner).has(group) && empty.indexOf(inner) >= empty.indexOf(group),
      );
      if (isFirst)
        yield {
          at: group.at('members'),
          data: { group: group.id, name: group.name, circular: group.members.length > 0 },
        };
    }
  },
});

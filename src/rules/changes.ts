import type { Text } from '../lang.ts';
import type { ChangeKind } from '../model/plan.ts';

/** What a kind of change is called. */
export const CHANGES: Readonly<Record<ChangeKind, Text>> = {
  'add-task': { vi: 'giao thêm nhiệm vụ', en: 'a new task' },
  'change-task': { vi: 'sửa nhiệm vụ', en: 'a change of the task' },
  'end-task': { vi: 'thôi giao nhiệm vụ', en: 'the end of the task' },
  'set-deadline': { vi: 'ấn định thời hạn', en: 'a set deadline' },
  'extend-deadline': { vi: 'gia hạn', en: 'an extension' },
  'add-owner': { vi: 'thêm cơ quan', en: 'a new body' },
  'end-owner': { vi: 'cơ quan kết thúc', en: 'the end of the body' },
  succeed: { vi: 'kế thừa', en: 'a succession' },
  'add-group': { vi: 'thêm nhóm', en: 'a new group' },
  'add-member': { vi: 'thêm thành viên', en: 'a new member' },
  'remove-member': { vi: 'bớt thành viên', en: 'a member that leaves' },
  waive: { vi: 'miễn', en: 'a waiver' },
  'add-reference': { vi: 'thêm văn bản viện dẫn', en: 'a new document' },
  'change-reference': { vi: 'sửa văn bản viện dẫn', en: 'a change of the document' },
};

import type { Plan } from '../model/plan.ts';
import type { Finding, Rule } from './rule.ts';

/** A finding as it is sent to another thread, or kept in a file: rule, body and task by their names. */
export type PackedFinding = Omit<Finding, 'rule' | 'owner' | 'task'> & {
  readonly code: Rule['code'];
  readonly owner?: string;
  readonly task?: string;
};

export const packedFinding = ({ rule, owner, task, ...finding }: Finding): PackedFinding => ({
  ...finding,
  code: rule.code,
  ...(owner ? { owner: owner.id } : {}),
  ...(task ? { task: task.id } : {}),
});

/** Makes findings of packed ones again, by the same plan and rules; nothing of one by another rule. */
export function unpacking(plan: Plan, rules: readonly Rule[]): (finding: PackedFinding) => Finding | undefined {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  return ({ code, owner: ownerId, task: taskId, ...finding }) => {
    const rule = byCode.get(code);
    const owner = ownerId === undefined ? undefined : plan.owner(ownerId);
    const task = taskId === undefined ? undefined : plan.task(taskId);
    return rule && { ...finding, rule, ...(owner ? { owner } : {}), ...(task ? { task } : {}) };
  };
}

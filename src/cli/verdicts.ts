import type { Scope } from '../model/scope.ts';
import type { Inquiry, JudgeParts, Verdict } from '../parts.ts';
import { type PackedFinding, packedFinding, unpacking } from '../rules/packed.ts';

/** A verdict as it is sent from thread to thread, or kept: rules, bodies and tasks by their names. */
export interface Packed extends Pick<Verdict, 'part' | 'strays' | 'open'> {
  readonly findings: readonly PackedFinding[];
  readonly scope: Omit<Scope, 'plan'>;
  readonly filers: ReadonlyMap<string, string>;
}

export function packed({ findings, scope: { plan: _, ...scope }, filers, ...rest }: Verdict): Packed {
  return {
    ...rest,
    findings: findings.map(packedFinding),
    scope,
    filers: new Map([...filers].map(([file, { id }]) => [file, id])),
  };
}

export function unpacked(
  { findings, scope, filers, ...rest }: Packed,
  { plan, rules }: Pick<Inquiry, 'plan' | 'rules'>,
): Verdict {
  const unpack = unpacking(plan, rules);
  return {
    ...rest,
    findings: findings.flatMap((finding) => unpack(finding) ?? []),
    scope: { ...scope, plan },
    filers: new Map(
      [...filers]
        .flatMap(([file, id]) => [[file, plan.owner(id)] as const])
        .flatMap(([file, owner]) => (owner ? [[file, owner]] : [])),
    ),
  };
}

/** What was found in the parts of a folder before: a folder of thousands changes by a few files at a time. */
export interface Kept {
  /** Stands for the names and bytes of files, for all that is judged by, and for what else is given. */
  readonly keyOf: (files: readonly string[], besides: readonly unknown[]) => string;
  readonly get: (key: string) => string | undefined;
  readonly put: (key: string, verdict: string) => void;
}

/** Judges only those parts of which it is not known what is found in them; `done` is told of those that are. */
export function remembering(
  kept: Kept,
  inquiry: Pick<Inquiry, 'plan' | 'rules'>,
  asked: readonly unknown[],
  registers: readonly string[],
  judge: JudgeParts,
  done: (verdict: Verdict) => void,
): JudgeParts {
  return async (division, wanted) => {
    const count = division.parts.length;
    const keys = new Map(
      wanted.map((part) => {
        const files = [...(division.parts[part] ?? []), ...registers];
        return [part, kept.keyOf(files, [...asked, part, count, division.open])];
      }),
    );
    const known = wanted.flatMap((part) => {
      const text = kept.get(keys.get(part) ?? '');
      return (text === undefined ? undefined : verdictIn(text, inquiry)) ?? [];
    });
    known.forEach(done);
    const found = new Set(known.map(({ part }) => part));
    const left = wanted.filter((part) => !found.has(part));
    const judged = left.length === 0 ? [] : await judge(division, left);
    for (const verdict of judged) kept.put(keys.get(verdict.part) ?? '', JSON.stringify(packed(verdict), mapText));
    return [...known, ...judged];
  };
}

/** A kept verdict; none where it is damaged. */
function verdictIn(text: string, inquiry: Pick<Inquiry, 'plan' | 'rules'>): Verdict | undefined {
  try {
    return unpacked(JSON.parse(text, mapFrom) as Packed, inquiry);
  } catch {
    return undefined;
  }
}

/** Maps in JSON, by a name that no finding has. */
const mapText = (_: string, value: unknown): unknown => (value instanceof Map ? { '@map': [...value] } : value);
const mapFrom = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '@map' in value
    ? new Map(value['@map'] as [unknown, unknown][])
    : value;

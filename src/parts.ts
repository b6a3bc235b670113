import type { Day } from './day.ts';
import { type Select, judgeReports, openPeriods } from './judge.ts';
import { circlesOf } from './model/circles.ts';
import type { Facts } from './model/facts.ts';
import type { Owner, Plan } from './model/plan.ts';
import { narrowed } from './model/selection.ts';
import { type Scope, joinedScope, scopeOf } from './model/scope.ts';
import { bodyOf } from './model/suggestions.ts';
import { inOrder } from './rules/check.ts';
import type { Finding, Rule } from './rules/rule.ts';
import type { Source } from './source.ts';

/**
 * A large folder is judged in parts, so that it costs no more memory than a part. Bodies that have to be judged together
 * are in one part, with all their reports; what the parts find, in the order of places, is what the whole would.
 */

/** A folder divided: which part each of its files is thought to be in. The reading tells; strays are put right after it. */
export interface Division {
  /** Files by part. */
  readonly parts: readonly (readonly string[])[];
  /** The open periods that are looked at, by id. */
  readonly open: readonly string[];
}

/** What is the same for every part. */
export interface Inquiry {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly rules: readonly Rule[];
  readonly registers: readonly Source[];
  readonly read: (files: readonly string[]) => readonly Source[];
  /** Only these bodies were asked for. */
  readonly owners?: ReadonlySet<Owner> | undefined;
  /** The periods looked at, given the open ones. */
  readonly select: (open: readonly string[]) => Select;
  /** The day each file first reached the repository, where that is asked. */
  readonly firstSeen?: Facts['firstSeen'] | undefined;
}

/** What is found in one part. */
export interface Verdict {
  readonly part: number;
  readonly findings: readonly Finding[];
  readonly scope: Scope;
  /** Files that are in other parts, and in which. */
  readonly strays: readonly (readonly [file: string, part: number])[];
  /** The open periods for which something was filed, by id. */
  readonly open: readonly string[];
  /** Whose report each file is that has a finding. */
  readonly filers: ReadonlyMap<string, Owner>;
}

/** Judges one part of so many. */
export type JudgePart = (part: number, files: readonly string[], open: readonly string[], count: number) => Verdict;

export function partJudge({ plan, asOf, rules, registers, read, owners, select, firstSeen }: Inquiry): JudgePart {
  const circles = circlesOf(plan);
  const registerFiles = new Set(registers.map(({ file }) => file));
  const divided = new Map<number, readonly ReadonlySet<Owner>[]>();
  return (part, files, open, count) => {
    const all = divided.get(count) ?? dividedInto(count, circles);
    divided.set(count, all);
    const bodies = all[part] ?? new Set();
    const sources: Source[] = [];
    const strays: [string, number][] = [];
    read(files).forEach((source, i) => {
      const circle = circleIn(plan, circles, source);
      const own = circle === undefined ? part : circle % count;
      if (own === part) sources.push(source);
      else strays.push([files[i] ?? '', own]);
    });
    const { facts, findings } = judgeReports({
      plan,
      sources,
      registers,
      asOf,
      rules,
      select: select(open),
      wholeFolder: true,
      bodies,
      firstSeen,
    });
    const filers = new Map(
      facts.intake.reports.flatMap(({ source: { file }, owner }) => (owner ? [[file, owner] as const] : [])),
    );
    // What is said of the coordinator's registers is said once, with the body that it speaks of.
    const isHere = ({ place, owner }: Finding): boolean =>
      !registerFiles.has(place.file) || (owner ? bodies.has(owner) : part === 0);
    const own = findings.filter(isHere);
    return {
      part,
      findings: own,
      scope: scopeOf(owners ? narrowed(facts, { owners }) : facts),
      strays,
      open: openPeriods(plan, asOf, facts.intake).map(({ id }) => id),
      filers: new Map(
        own.flatMap(({ place: { file } }) => (filers.has(file) ? [[file, filers.get(file) as Owner]] : [])),
      ),
    };
  };
}

/** The bodies of each of so many parts: circles are dealt out in turn. */
function dividedInto(count: number, circles: ReadonlyMap<Owner, number>): readonly ReadonlySet<Owner>[] {
  const parts = Array.from({ length: count }, () => new Set<Owner>());
  for (const [owner, circle] of circles) parts[circle % count]?.add(owner);
  return parts;
}

/** The circle of the body that a file is of, or was plainly meant to be of; nothing where nobody can be named. */
export function circleIn(plan: Plan, circles: ReadonlyMap<Owner, number>, source: Source): number | undefined {
  const data = (source.data ?? {}) as { plan?: string; owner?: string; period?: string };
  const named = data.owner === undefined ? undefined : plan.ownerNamed(data.owner);
  const body = bodyOf(plan, { source, data, ...(named ? { owner: named } : {}) });
  // A body that only a later version of the plan has is of no circle yet: its reports are with the first.
  return body && circles.get(body);
}

/** Judges parts given by number, wherever that is done. */
export type JudgeParts = (division: Division, wanted: readonly number[]) => Promise<readonly Verdict[]>;

/** What is found in the whole of a folder, or in several of its parts. */
export type Whole = Pick<Verdict, 'findings' | 'scope' | 'filers'>;

/**
 * The parts of a folder, judged; again where the reading shows that files or periods were thought wrong: the parts that
 * get strays, or all where another open period has to be looked at.
 */
export async function judgeWhole(thought: Division, judge: JudgeParts): Promise<Whole> {
  const every = thought.parts.map((_, part) => part);
  const verdicts = new Map<number, Verdict>();
  let division = thought;
  for (let wanted: readonly number[] = every; wanted.length > 0;) {
    const round = await judge(division, wanted);
    for (const verdict of round) verdicts.set(verdict.part, verdict);
    const strays = new Map(round.flatMap((verdict) => verdict.strays));
    const open = [...new Set([...verdicts.values()].flatMap((verdict) => verdict.open))].sort();
    wanted = open.join() === division.open.join() ? [...new Set(strays.values())] : every;
    division = { open, parts: division.parts.map((files, part) => moved(files, part, strays)) };
  }
  return joinedVerdict([...verdicts.values()]);
}

/** What was found in several parts, of which there is one at least. */
export const joinedVerdict = (found: readonly Verdict[]): Whole => ({
  findings: inOrder(found.flatMap(({ findings }) => findings)),
  scope: joinedScope(found.map(({ scope }) => scope)),
  filers: new Map(found.flatMap(({ filers }) => [...filers])),
});

/** The files of a part without those that strayed into it, with those that are its own. */
const moved = (files: readonly string[], part: number, strays: ReadonlyMap<string, number>): readonly string[] => {
  const to = [...strays].flatMap(([file, own]) => (own === part ? file : []));
  const left = files.filter((file) => !strays.has(file));
  return to.length === 0 ? left : [...left, ...to].sort();
};

import { LETTERS, sameName } from '../fold.ts';
import { firstIndex, onceFor } from '../group.ts';
import type { Place } from '../source.ts';
import { type Flat, type Stretch, flatten, spotOf, stretchesIn } from './flat.ts';
import type { Plan, Task } from './plan.ts';

/** A task whose text is not where the plan says it is. */
interface Misplaced {
  readonly task: Task;
  /** Where to look in the signed text. */
  readonly place: Place;
  /** Has this part of the signed text already. */
  readonly claimedBy?: Task;
  /** The line on which the text begins in truth. */
  readonly foundAt?: number;
  /** Some characters of the task and of the signed text around the first difference; absent where the lines are blank. */
  readonly difference?: { readonly written: string; readonly signed: string };
}

/** Words of the signed text that no task has, and that are no heading. */
interface Uncovered {
  readonly text: string;
  readonly place: Place;
  /** The last line, where a page break splits the paragraph. */
  readonly to: number;
}

/** How the texts of the tasks lie on the signed text. */
interface Coverage {
  readonly misplaced: readonly Misplaced[];
  readonly uncovered: readonly Uncovered[];
}

/** Worked out once for each plan. */
export const coverageOf = onceFor(cover);

/** The columns of a line that one task has, from the first to before the last. */
interface Claim {
  readonly task: Task;
  readonly from: number;
  readonly to: number;
}

/** Which task has which characters of the signed text. */
class Claims {
  /** By line, in the order of their columns; no two overlap. */
  readonly #held = new Map<number, Claim[]>();

  /** Takes the first free occurrence of a text; says who has it where none is free. */
  take(task: Task, text: string, flat: Flat): { readonly start?: number; readonly claimedBy?: Task } {
    let claimedBy: Task | undefined;
    for (let start = flat.text.indexOf(text); start !== -1; start = flat.text.indexOf(text, start + 1)) {
      const stretches = stretchesIn(flat, start, start + text.length);
      const [held] = stretches.flatMap((stretch) => this.#within(stretch));
      if (held === undefined) {
        for (const stretch of stretches) this.#hold(task, stretch);
        return { start };
      }
      claimedBy ??= held.task;
    }
    return claimedBy ? { claimedBy } : {};
  }

  /** The parts of a text that no task has. */
  freeIn(flat: Flat): { readonly start: number; readonly end: number }[] {
    const runs: { start: number; end: number }[] = [];
    for (const { start, end } of stretchesIn(flat, 0, flat.text.length).flatMap((each) => this.#gapsIn(each))) {
      const last = runs.at(-1);
      if (last?.end === start) last.end = end;
      else runs.push({ start, end });
    }
    return runs;
  }

  /** Gives a task what nobody has of these characters: a line may be named twice. */
  #hold(task: Task, stretch: Stretch): void {
    const claims = this.#held.get(stretch.line) ?? [];
    this.#held.set(stretch.line, claims);
    for (const { start, end } of this.#gapsIn(stretch)) {
      const from = stretch.column + start - stretch.start;
      const behind = firstIndex(claims, (claim) => claim.from > from);
      claims.splice(behind, 0, { task, from, to: from + end - start });
    }
  }

  /** The parts of these characters that no task has. */
  #gapsIn(stretch: Stretch): { readonly start: number; readonly end: number }[] {
    const { start, length, column } = stretch;
    const gaps: { start: number; end: number }[] = [];
    let from = start;
    for (const claim of this.#within(stretch)) {
      gaps.push({ start: from, end: start + claim.from - column });
      from = start + claim.to - column;
    }
    return [...gaps, { start: from, end: start + length }].filter((gap) => gap.start < gap.end);
  }

  /** The claims on some of these characters, in their order. */
  #within({ line, column, length }: Stretch): readonly Claim[] {
    const claims = this.#held.get(line) ?? [];
    const first = firstIndex(claims, ({ to }) => to > column);
    return claims.slice(
      first,
      firstIndex(claims, ({ from }) => from >= column + length),
    );
  }
}

function cover(plan: Plan): Coverage {
  const { lines, file } = plan.text;
  const claims = new Claims();
  // Longest first: a sentence that also stands within another task's text must not take its place there.
  const drafts = plan.tasks
    .map((task) => ({ task, text: flatten([task.text], [1]).text, flat: flatten(lines, task.lines) }))
    .sort((a, b) => b.text.length - a.text.length);
  const lost = drafts
    .map((draft) => ({ ...draft, ...claims.take(draft.task, draft.text, draft.flat) }))
    .filter(({ start }) => start === undefined);
  const whole = flatten(lines, lost.length === 0 ? [] : [...lines.keys()].map((i) => i + 1));
  const misplaced = lost.map(({ task, text, flat, claimedBy }): Misplaced => {
    const [line = 1] = task.lines;
    const stands = { file, line, column: 1, ...spotOf(flat, 0) };
    if (claimedBy) return { task, place: stands, claimedBy };
    const { start } = claims.take(task, text, whole);
    const spot = start === undefined ? undefined : spotOf(whole, start);
    if (spot) return { task, place: { file, ...spot }, foundAt: spot.line };
    if (flat.text === '') return { task, place: stands };
    const { at, ...difference } = differenceOf(text, flat.text);
    return { task, place: { ...stands, ...spotOf(flat, at) }, difference };
  });
  // Their own lines are not judged: that words are uncovered there follows from the text being wrong.
  const excused = new Set(misplaced.flatMap(({ task }) => task.lines));
  return { misplaced, uncovered: uncoveredIn(plan, claims, excused) };
}

/** Where a text parts from the signed one: laid where most of its beginning agrees, then followed to the first difference. */
function differenceOf(
  text: string,
  signed: string,
): { readonly at: number; readonly written: string; readonly signed: string } {
  const run = (from: number): number => {
    let length = 0;
    while (length < text.length && text[length] === signed[from + length]) length++;
    return length;
  };
  const agreeing = (from: number): number =>
    Array.from(text.slice(0, 60)).filter((character, i) => character === signed[from + i]).length;
  const starts = Array.from({ length: Math.min(signed.length, 20_000) }, (_, from) => ({
    from,
    score: Math.max(run(from) * 4, agreeing(from)),
  }));
  const best = starts.reduce((a, b) => (b.score > a.score ? b : a), { from: 0, score: 0 });
  const length = run(best.from);
  const around = (whole: string, at: number): string =>
    `${at > 25 ? '…' : ''}${whole.slice(Math.max(0, at - 25), at + 25).trim()}${at + 25 < whole.length ? '…' : ''}`;
  return {
    at: Math.min(best.from + length, signed.length - 1),
    written: around(text, length),
    signed: around(signed, best.from + length),
  };
}

const BULLETS = String.raw`(?:[-+•–*]\s*|(?:\d{1,3}|[${LETTERS}]|[IVXLC]{1,6}|[ivxlc]{1,6})(?:\.\d{1,3})*[).]\s*)*`;
const WORDS = new RegExp(`[${LETTERS}0-9]+`, 'g');
const LABEL = new RegExp(`^${BULLETS}`);
const UNSPOKEN = new RegExp(String.raw`^[^${LETTERS}0-9]*${BULLETS}[^${LETTERS}0-9]*`);

/** What is left of the assigning parts when texts and headings are taken out, but for bullets, numbering, names before a colon. */
function uncoveredIn(plan: Plan, claims: Claims, excused: ReadonlySet<number>): Uncovered[] {
  const { lines, file } = plan.text;
  const held = new Set(plan.tasks.flatMap((task) => task.lines));
  const named = new Set(plan.tasks.flatMap(({ heading }) => heading ?? []));
  const headings = new Set(
    [...named, ...plan.sections.flatMap(({ line }) => line ?? [])].filter((line) => !held.has(line)),
  );
  const parts = new Set(
    plan.source.parts.flatMap(({ from, to }) =>
      [...lines.keys()].map((i) => i + 1).filter((line) => line >= from && line <= to),
    ),
  );
  const found: (Uncovered & { readonly open: boolean })[] = [];

  for (const line of [...parts].sort((a, b) => a - b)) {
    if (headings.has(line) || excused.has(line)) continue;
    const flat = flatten(lines, [line]);
    if (flat.text === '') continue;
    const free = claims.freeIn(flat).map(({ start, end }) => {
      const run = flat.text.slice(start, end);
      const head = start === 0 ? headOf(run, named.has(line), end === flat.text.length, plan) : 0;
      return { start: end - run.slice(head).replace(UNSPOKEN, '').length, end };
    });
    const left = free.find(({ start, end }) => start < end);
    if (left === undefined) continue;
    const text = flat.text.slice(left.start, left.end).trim();
    const open = left.end === flat.text.length && !/[.;:!?…]$/.test(text);
    const before = found.at(-1);
    const column = spotOf(flat, left.start)?.column ?? 1;
    if (before?.open && left.start === 0 && isNext(lines, before.to, line))
      found[found.length - 1] = { ...before, to: line, open };
    else
      found.push({
        text,
        place: {
          file,
          line,
          column,
          endColumn: spotOf(flat, left.start + text.length)?.column ?? column + text.length,
        },
        to: line,
        open,
      });
  }
  return found.map(({ text, place, to }) => ({ text, place, to }));
}

/** How much of a line's beginning is numbering and the naming of bodies: up to the first colon, or all where it says no more. */
function headOf(run: string, isHeading: boolean, isWhole: boolean, plan: Plan): number {
  const label = run.length - run.replace(LABEL, '').length;
  const colon = run.indexOf(':', label);
  if (colon === -1) return isWhole && isNames(run.slice(label), plan) ? run.length : label;
  return isHeading || isNames(run.slice(label, colon), plan) ? colon + 1 : label;
}

/** What bodies are called, longest first. */
const namesIn = onceFor((plan: Plan): readonly string[] =>
  [...plan.owners, ...plan.groups, ...plan.partners]
    .flatMap(({ name, aliases = [] }) => [name, ...aliases].map(sameName))
    .sort((a, b) => b.length - a.length),
);

/** True where a text consists of known names, with `,`, `;` or `và` between. */
function isNames(text: string, plan: Plan): boolean {
  const rest = namesIn(plan).reduce((left, name) => left.replaceAll(name, ' '), sameName(text));
  return (rest.match(WORDS) ?? []).every((word) => word === 'và' || word === 'and');
}

/** True where only blank lines, or none, stand between two lines. */
const isNext = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to - 1).every((line) => line.trim() === '');

import { composed, sameName } from '../fold.ts';
import type { Place } from '../source.ts';
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

const known = new WeakMap<Plan, Coverage>();

/** Worked out once for each plan. */
export function coverageOf(plan: Plan): Coverage {
  const coverage = known.get(plan) ?? cover(plan);
  known.set(plan, coverage);
  return coverage;
}

/** Text as it is compared (NFC, white space collapsed, none at its ends), with line and column of every character. */
interface Flat {
  readonly text: string;
  readonly spots: readonly { readonly line: number; readonly column: number }[];
}

/** Letters with their marks: what composes to one character has one place. */
const clustersOf = (word: string): string[] =>
  Array.from(word.matchAll(/\P{M}\p{M}*|\p{M}+/gu), ([cluster]) => cluster);

/** The given lines (1-based) joined with one space; blank ones fall away, and so page breaks do. */
export function flatten(source: readonly string[], lines: readonly number[]): Flat {
  const [pieces, spots]: [string[], { line: number; column: number }[]] = [[], []];
  for (const line of lines) {
    for (const { 0: word, index } of `${source[line - 1] ?? ''} `.matchAll(/\s+|\S+/g)) {
      const isSpace = word.trim() === '';
      if (isSpace && (pieces.at(-1) ?? ' ') === ' ') continue;
      let column = index + 1;
      for (const cluster of isSpace || composed(word) === word ? [word] : clustersOf(word)) {
        const piece = isSpace ? ' ' : cluster.normalize('NFC');
        pieces.push(piece);
        for (let i = 0; i < piece.length; i++) spots.push({ line, column: column + i });
        column += cluster.length;
      }
    }
  }
  return { text: pieces.join('').trimEnd(), spots };
}

/** Which task has which character of the signed text. */
class Claims {
  /** By line and column. */
  readonly #holders = new Map<number, Task[]>();

  /** Of the character `i`, if any task has it. */
  holder({ spots }: Flat, i: number): Task | undefined {
    const spot = spots[i];
    return spot && this.#holders.get(spot.line)?.[spot.column];
  }

  /** Takes the first free occurrence of a text; says who has it where none is free. */
  take(task: Task, text: string, flat: Flat): { readonly start?: number; readonly claimedBy?: Task } {
    let claimedBy: Task | undefined;
    for (let start = flat.text.indexOf(text); start !== -1; start = flat.text.indexOf(text, start + 1)) {
      const characters = Array.from({ length: text.length }, (_, i) => start + i);
      const holder = characters.map((i) => this.holder(flat, i)).find((other) => other !== undefined);
      if (holder === undefined) {
        for (const { line, column } of flat.spots.slice(start, start + text.length)) {
          const held = this.#holders.get(line) ?? [];
          this.#holders.set(line, held);
          held[column] = task;
        }
        return { start };
      }
      claimedBy ??= holder;
    }
    return claimedBy ? { claimedBy } : {};
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
    const stands = { file, line, column: 1, ...flat.spots[0] };
    if (claimedBy) return { task, place: stands, claimedBy };
    const { start } = claims.take(task, text, whole);
    const spot = start === undefined ? undefined : whole.spots[start];
    if (spot) return { task, place: { file, ...spot }, foundAt: spot.line };
    if (flat.text === '') return { task, place: stands };
    const { at, ...difference } = differenceOf(text, flat.text);
    return { task, place: { ...stands, ...flat.spots[at] }, difference };
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

const BULLETS = String.raw`(?:[-+•–*]\s*|(?:\d{1,3}|\p{L}|[IVXLC]{1,6}|[ivxlc]{1,6})(?:\.\d{1,3})*[).]\s*)*`;
const LABEL = new RegExp(`^${BULLETS}`, 'u');
const UNSPOKEN = new RegExp(String.raw`^[^\p{L}\p{N}]*${BULLETS}[^\p{L}\p{N}]*`, 'u');

/** What is left of the assigning parts when texts and headings are taken out, but for bullets, numbering, names before a colon. */
function uncoveredIn(plan: Plan, claims: Claims, excused: ReadonlySet<number>): Uncovered[] {
  const { lines, file } = plan.text;
  const held = new Set(plan.tasks.flatMap((task) => task.lines));
  const named = new Set(plan.tasks.flatMap(({ heading }) => heading ?? []));
  const headings = new Set(
    [...named, ...plan.sections.flatMap(({ line }) => line ?? [])].filter((line) => !held.has(line)),
  );
  const names = [...plan.owners, ...plan.groups, ...plan.partners]
    .flatMap(({ name, aliases = [] }) => [name, ...aliases].map(sameName))
    .sort((a, b) => b.length - a.length);
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
    const free = runsOf(flat, claims).map(({ start, end }) => {
      const run = flat.text.slice(start, end);
      const head = start === 0 ? headOf(run, named.has(line), end === flat.text.length, names) : 0;
      return { start: end - run.slice(head).replace(UNSPOKEN, '').length, end };
    });
    const left = free.find(({ start, end }) => start < end);
    if (left === undefined) continue;
    const text = flat.text.slice(left.start, left.end).trim();
    const open = left.end === flat.text.length && !/[.;:!?…]$/.test(text);
    const before = found.at(-1);
    // Behind every text stands the space that ends its line.
    const [column, endColumn] = [left.start, left.start + text.length].map((at) => flat.spots[at]?.column) as [
      number,
      number,
    ];
    if (before?.open && left.start === 0 && isNext(lines, before.to, line))
      found[found.length - 1] = { ...before, to: line, open };
    else
      found.push({
        text,
        place: { file, line, column, endColumn },
        to: line,
        open,
      });
  }
  return found.map(({ text, place, to }) => ({ text, place, to }));
}

/** The stretches of a line that no task has. */
function runsOf(flat: Flat, claims: Claims): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (let i = 0; i < flat.text.length; i++) {
    const last = runs.at(-1);
    if (claims.holder(flat, i)) continue;
    if (last?.end === i) last.end = i + 1;
    else runs.push({ start: i, end: i + 1 });
  }
  return runs;
}

/** How much of a line's beginning is numbering and the naming of bodies: up to the first colon, or all where it says no more. */
function headOf(run: string, isHeading: boolean, isWhole: boolean, names: readonly string[]): number {
  const label = run.length - run.replace(LABEL, '').length;
  const colon = run.indexOf(':', label);
  if (colon === -1) return isWhole && isNames(run.slice(label), names) ? run.length : label;
  return isHeading || isNames(run.slice(label, colon), names) ? colon + 1 : label;
}

/** True where a text consists of known names, with `,`, `;` or `và` between. */
function isNames(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), sameName(text));
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => word === 'và' || word === 'and');
}

/** True where only blank lines, or none, stand between two lines. */
const isNext = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to - 1).every((line) => line.trim() === '');

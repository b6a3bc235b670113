import type { Hash } from 'node:crypto';
import { sha256 } from './crypto.ts';
import type { Day } from './day.ts';
import { reportForm } from './generated/validators.js';
import { openPeriods } from './judge.ts';
import { circlesOf } from './model/circles.ts';
import type { Owner, Plan } from './model/plan.ts';
import { periodsUntil, planPeriod } from './model/regime.ts';
import { intakeOf } from './model/intake.ts';
import { type Division, circleIn } from './parts.ts';
import { type Opened, openFile } from './read/bytes.ts';
import { type Glance, glanceAt } from './read/glance.ts';
import { openedSource } from './read/read.ts';
import type { Obstacle, Source } from './source.ts';

/**
 * Several machines check a folder together, a share each, and know nothing of one another: which share a file is in, and
 * for which open periods something was filed, each finds out of the whole folder for itself, from what the files say.
 */

/** One of so many shares of a folder; the first is 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** A folder of which one share is to be judged. */
export interface Shared {
  /** All its files. */
  readonly files: readonly string[];
  readonly registers: readonly string[];
  /** How a file is shown. */
  readonly shown: (path: string) => string;
}

/** What one share of a folder is. */
export interface Share {
  /** Its files, each with its number in the folder and the number that decides which share and part it is in. */
  readonly own: readonly { readonly path: string; readonly index: number; readonly lot: number }[];
  /** The open periods for which something was filed in the whole folder, by id. */
  readonly open: readonly string[];
  /** Stands for the names and bytes of all files of the folder. */
  readonly fingerprint: string;
  /** The files that the disk did not give: where another machine has them, the shares do not fit together. */
  readonly withheld: readonly string[];
}

/** Why a file is not given that is there. */
const WITHHELD: readonly Obstacle[] = ['missing', 'denied', 'input-output'];

export function shareOf(plan: Plan, asOf: Day, { files, registers, shown }: Shared, { number, of }: Shard): Share {
  const circles = circlesOf(plan);
  const hash = sha256();
  const filed = openFinder(plan, asOf);
  const withheld: string[] = [];
  const look = (path: string): Opened => {
    const opened = opening(path, shown(path), hash);
    if (opened.kind === 'unreadable' && WITHHELD.includes(opened.why)) withheld.push(shown(path));
    return opened;
  };
  const own = files.flatMap((path, index) => {
    const opened = look(path);
    let source: Source | undefined;
    const read = (): Source => (source ??= openedSource(opened, shown(path), reportForm));
    const glance = opened.kind === 'opened' && /\.ya?ml$/i.test(path) ? glanceAt(opened.bytes) : undefined;
    const owner = glance && plan.ownerNamed(glance.owner);
    filed.look(glance, read);
    // Whose nobody can tell is in some share, and the same for everyone.
    const lot = owner ? (circles.get(owner) ?? 0) : (circleIn(plan, circles, read()) ?? index);
    return lot % of === number - 1 ? [{ path, index, lot }] : [];
  });
  for (const path of registers) look(path);
  return { own, open: filed.open(), fingerprint: hash.digest('hex').slice(0, 32), withheld };
}

/** The bodies of a share. */
export const bodiesIn = (plan: Plan, { number, of }: Shard): ReadonlySet<Owner> =>
  new Set([...circlesOf(plan)].flatMap(([owner, circle]) => (circle % of === number - 1 ? owner : [])));

/** A share in parts: those of its number among `of` times so many as its files fill, with so many at most in each. */
export function partsOf({ own, open }: Share, { number, of }: Shard, size: number) {
  const count = of * Math.max(1, Math.ceil(own.length / size));
  const parts: string[][] = Array.from({ length: count }, () => []);
  for (const { path, lot } of own) parts[lot % count]?.push(path);
  const division: Division = { parts, open };
  return { division, wanted: parts.flatMap((_, part) => (part % of === number - 1 ? part : [])) };
}

/** Opens a file, and adds it to what stands for the folder. */
function opening(path: string, file: string, hash: Hash): Opened {
  const opened = openFile(path);
  const { bytes, ...rest } = { bytes: new Uint8Array(), ...opened };
  hash.update(`${JSON.stringify([file, rest, bytes.length])}\n`).update(bytes);
  return opened;
}

/**
 * Finds the open periods for which something was filed: of each one report is enough, and what is plainly of a period
 * that is not open, or known already, is not read.
 */
function openFinder(plan: Plan, asOf: Day) {
  const unknown = new Set(periodsUntil(plan, asOf).flatMap((period) => (plan.dueDay(period) >= asOf ? period.id : [])));
  const found: string[] = [];
  const idOf = (written: string | number | undefined): string =>
    (written === undefined ? undefined : planPeriod(plan, written))?.id ?? '';
  return {
    look: (glance: Glance | undefined, read: () => Source): void => {
      if (unknown.size === 0 || (glance && !unknown.has(idOf(glance.period)))) return;
      const source = read();
      const { period } = (source.data ?? {}) as { period?: string | number };
      if (!unknown.has(idOf(period))) return;
      for (const { id } of openPeriods(plan, asOf, intakeOf(plan, [source], asOf)))
        if (unknown.delete(id)) found.push(id);
    },
    open: (): readonly string[] => found.sort(),
  };
}

import { sameId } from '../fold.ts';

/** One succession: whose work passed on, to whom what is left of it, to whom single tasks. */
export interface Succession {
  readonly from: readonly string[];
  /** Who takes all that is not named; empty where only single tasks passed on. */
  readonly rest: readonly string[];
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/**
 * Who took over whose work, in the order in which it happened. Bodies and tasks are ids; without a task, all of a body
 * is meant but for what was named. `since` leaves out the successions that had happened by then: a count of them.
 */
export class Lineage {
  readonly successions: readonly Succession[];
  readonly #givers: ReadonlySet<string>;

  constructor(successions: readonly Succession[]) {
    this.successions = successions;
    this.#givers = new Set(successions.flatMap(({ from }) => from));
  }

  /** Who has today what a body had: itself where nothing passed on. */
  heirs(owner: string, task?: string, since = 0): readonly string[] {
    for (let i = since; i < this.successions.length; i++) {
      const { from, rest, named } = this.successions[i] as Succession;
      if (!from.includes(owner)) continue;
      const receivers = (task === undefined ? undefined : named.get(sameId(task))) ?? rest;
      if (receivers.length > 0) return [...new Set(receivers.flatMap((heir) => this.heirs(heir, task, i + 1)))];
    }
    return [owner];
  }

  /** The bodies whose part a body has today, itself not among them. */
  forebears(owner: string, task?: string): readonly string[] {
    return [...this.#givers].filter((giver) => giver !== owner && this.heirs(giver, task).includes(owner));
  }
}

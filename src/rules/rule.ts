import type { Lang, Message, Text } from '../lang.ts';
import type { Day } from '../day.ts';
import type { Facts } from '../model/facts.ts';
import type { Owner, Task } from '../model/plan.ts';
import type { Place, Spot } from '../source.ts';
import type { ExampleWorkbook } from './example-workbook.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding says, as data: the sentence is made from it in each language. */
export type Data = Readonly<Record<string, unknown>>;

/** One thing found, as a rule yields it. */
export interface Hit<D extends Data = Data> {
  /** The faulty value. A `Place` stands for itself where a file has no values (an unreadable one, the signed text). */
  readonly at: Spot | Place;
  readonly data: D;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Other places that matter: the earlier duplicate, the clause of the plan. */
  readonly related?: readonly (Spot | Place)[];
  readonly owner?: Owner | undefined;
  readonly task?: Task | undefined;
  /** The id of the period concerned. */
  readonly period?: string | undefined;
}

/**
 * A small folder to try a rule on: file names and contents. A name that begins with `plan/` replaces that file of the
 * example plan; every other file is a report. `# <- DD201` marks a line that must be found, and nothing else may be.
 */
export type Files = Readonly<Record<string, string | Uint8Array | ExampleWorkbook | null>>;
export interface Example {
  readonly bad: Files;
  readonly good: Files;
  /** As-of day of the example; `2025-01-15` where not given. */
  readonly asOf?: Day;
  /** The days on which files first reached the repository, by name. */
  readonly filed?: Readonly<Record<string, Day>>;
}

/** One rule: what it is called, what it says and why, what to do about it, an example that runs, and the check itself. */
export interface Rule<D extends Data = Data> {
  readonly code: `DD${number}`;
  readonly name: string;
  readonly severity: Severity;
  readonly title: Text;
  /** Lower case, no full stop, no advice. */
  readonly message: Message<D>;
  /** Why it matters, with the article or clause it rests on where there is one. */
  readonly why: Text;
  /** What the person at the file should do. Fields are named in braces, `{completed}`, and shown as the file calls them. */
  readonly fix: Text;
  /** The same for whoever has a workbook before them, where it is not the same. */
  readonly fixInCells?: Text;
  /** Made when asked for: nobody asks in a run that judges reports. */
  readonly example: () => Example;
  /** Pure: facts in, hits out, no clock, no files, no language. */
  check(facts: Facts): Iterable<Hit<D>>;
}

/** Fixes the data type for both messages and every hit; name it: `defineRule<{ task: string }>({ … })`. */
export const defineRule = <D extends Data>(rule: Rule<D>): Rule => rule as unknown as Rule;

/** One finding with its exact place; no sentence in it. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly place: Place;
  readonly data: Data;
  readonly related: readonly Place[];
  readonly owner?: Owner;
  readonly task?: Task;
  readonly period?: string;
}

/** So many characters has a message at most: what it names may be of any length, in reports and in plans. */
const MOST_CHARACTERS = 500;

export function messageOf({ rule, data }: Finding, lang: Lang): string {
  const message = rule.message[lang](data);
  return message.length <= MOST_CHARACTERS
    ? message
    : `${message.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

import { sha256 } from '../crypto.ts';
import { lazily } from '../lazily.ts';
import type { AmendmentFile, VersionsFile } from '../generated/types.ts';
import { type PlanSources, type Source, type Spot, atIn } from '../source.ts';
import { amend, inOrder } from './amend.ts';
import type { Objection } from './objection.ts';
import { type Draft, draftFrom } from './draft.ts';
import type { FoundFault } from './names.ts';
import { type Shared, calendarFrom, faultsOf, knownBodies, planFrom } from './plan-from.ts';
import type { Amendment, Change, Plan } from './plan.ts';

/** A plan from its signing on: every version that its amendments made of it. */
export interface History {
  /** As signed first, then one for each amendment, in the order in which they take effect. */
  readonly versions: readonly Plan[];
  /** Ids and names given twice. */
  readonly faults: readonly FoundFault[];
  /** What of the amendments could not be taken. */
  readonly objections: readonly Objection[];
  /** The published versions as they were recorded, each with its place. */
  readonly published: readonly Published[];
}
export interface Published {
  readonly version: string;
  readonly fingerprint: string;
  readonly released: string;
  readonly at: Spot;
}

/** The history that the faultless files of a plan tell: the signed plan, and the fold of its amendments over it. */
export function historyFrom(sources: PlanSources): History {
  const objections: Objection[] = [];
  const drafts = [draftFrom(sources)];
  for (const amendment of inOrder(sources.amendments.map(amendmentFrom))) {
    const before = drafts.at(-1) as Draft;
    const { draft, objections: found } = amend(before, amendment);
    objections.push(...found);
    if (draft !== before) drafts.push(draft);
  }
  const last = drafts.at(-1) as Draft;
  const versions: Plan[] = [];
  const shared: Shared = { sources, calendar: calendarFrom(sources), bodies: knownBodies(last), versions };
  let fingerprint = lazily(() => fingerprintOf(sources));
  for (const draft of drafts) {
    const amendment = draft.amendments.at(-1);
    const before = fingerprint;
    if (amendment) fingerprint = lazily(() => digest([before(), contentOf(amendment)]));
    versions.push(planFrom(draft, fingerprint, [...versions], shared));
  }
  return { versions, faults: faultsOf(sources, last), objections, published: publishedIn(sources.versions) };
}

function amendmentFrom(source: Source): Amendment {
  const { instrument, effective, version, changes } = source.data as AmendmentFile;
  const list = changes.flatMap((change, i) =>
    Object.entries(change).map(
      ([kind, data]) => ({ kind, data: data as object, at: atIn(source, 'changes', i, kind) }) as Change,
    ),
  );
  return { instrument, effective, version, changes: list, at: atIn(source) };
}

function publishedIn(source: Source | undefined): Published[] {
  if (source === undefined) return [];
  const { versions } = source.data as VersionsFile;
  return versions.map((each, i) => ({ ...each, at: atIn(source, 'versions', i, 'fingerprint')() }));
}

/** What is written about a fact but changes no obligation: it may be mended in a published version. */
const ABOUT = new Set(['note', 'from', 'confirmed', 'aliases', 'short', 'symbol', 'awaits']);

/** Twelve hexadecimal figures over data: fields in any order, and without what is only said about it. */
const digest = (data: unknown): string =>
  sha256()
    .update(
      JSON.stringify(data, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(
              Object.keys(value)
                .filter((key) => !ABOUT.has(key))
                .sort()
                .map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]]),
            )
          : value,
      ),
    )
    .digest('hex')
    .slice(0, 12);

/** `from` of a succession says whose work passes on; everywhere else it says where a fact comes from. */
const contentOf = ({ effective, version, changes }: Amendment): unknown => [
  effective,
  version,
  changes
    .map(({ kind, data }) => JSON.stringify([kind, digest(kind === 'succeed' ? { ...data, of: data.from } : data)]))
    .sort(),
];

const fingerprintOf = ({ plan, owners, references, tasks, text }: PlanSources): string =>
  digest([...[plan, owners, references, ...tasks].map((source) => source.data), text.lines]);

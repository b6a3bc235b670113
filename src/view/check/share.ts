import { Buffer } from 'node:buffer';
import { sha256 } from '../../crypto.ts';
import type { EntryData, EvidenceData, IndicatorValue, ReportFile, ShareFile } from '../../generated/types.ts';
import { type PackedFinding, packedFinding } from '../../rules/packed.ts';
import type { Finding } from '../../rules/rule.ts';
import type { Path, Place, Source } from '../../source.ts';
import { type Provenance, head, inert } from '../json.ts';
import type { Excerpt } from './frame.ts';

/** What one share of a folder came to. */
export interface ShareResult {
  readonly judged: Parameters<typeof head>[1];
  readonly provenance: Provenance;
  readonly about: Pick<ShareFile, 'shard' | 'period' | 'settings' | 'folder' | 'files' | 'given'>;
  /** Its reports, each with its number in the folder. */
  readonly reports: Iterable<readonly [index: number, source: Source]>;
  readonly registers: readonly Source[];
  readonly findings: readonly Finding[];
  readonly excerpt: Excerpt;
}

/**
 * A share as the published share.schema.json has it, from which the ledger, the tables and the findings of the whole folder
 * come out as if it had been read at once. Of reports it holds what those need, and no names and telephone numbers of
 * people. One thing a line, made one after the other; the last line proves the others.
 */
export function shareJson(result: ShareResult): Uint8Array {
  const hash = sha256();
  const lines: Uint8Array[] = [];
  for (const line of linesOf(result)) {
    const bytes = Buffer.from(`${inert(line)}\n`);
    hash.update(bytes);
    lines.push(bytes);
  }
  return Buffer.concat([...lines, Buffer.from(`"sha256":"${hash.digest('hex')}"}\n`)]);
}

function* linesOf({ judged, provenance, about, ...result }: ShareResult): Iterable<string> {
  const { reports, registers, findings, excerpt } = result;
  yield `${JSON.stringify({ ...head('share', judged, provenance), ...about }).slice(0, -1)},`;
  yield* list('reports', reports, ([index, source]) => reportRecord(index, source));
  yield* list('registers', registers, ({ file, data }) => ({ file, data }));
  yield* list('findings', findings, (finding) => findingRecord(packedFinding(finding), excerpt));
}

/** A list of a share, an item a line: each is known to be the last when there is no other. */
function* list<T>(name: string, items: Iterable<T>, record: (item: T) => unknown): Iterable<string> {
  yield `"${name}":[`;
  let before: string | undefined;
  for (const item of items) {
    if (before !== undefined) yield `${before},`;
    before = JSON.stringify(record(item));
  }
  if (before !== undefined) yield before;
  yield '],';
}

function findingRecord({ place, related, ...finding }: PackedFinding, excerpt: Excerpt): unknown {
  const line = place.cell ? undefined : excerpt(place.file, place.line);
  return { ...finding, places: [place, ...related], line };
}

/** Where an item of a list was faulty, there is none. */
type Entry = Partial<EntryData> | undefined;

function reportRecord(index: number, source: Source): unknown {
  const { file, faults, legible } = source;
  const data = source.data as Partial<ReportFile> | undefined;
  const entries: readonly Entry[] = data?.entries ?? [];
  const unclear = faults.flatMap(({ kind, path: [list, i, field] }) =>
    kind === 'bad-value' && list === 'entries' && field === 'status' ? Number(i) : [],
  );
  const spots = entries.flatMap((entry, i): Path[] =>
    entry === undefined
      ? []
      : [
          ['entries', i],
          ...figuresOf(entry).flatMap((figure, j) =>
            figure?.value === undefined ? [] : [['entries', i, 'indicators', j, 'value']],
          ),
        ],
  );
  return {
    index,
    file,
    data: data && tabled(data),
    legible: legible && told(legible),
    ...(unclear.length === 0 ? {} : { unclear }),
    ...(spots.length === 0
      ? {}
      : { places: Object.fromEntries(spots.map((path) => [path.join('.'), within(source.place(path))])) }),
  };
}

const figuresOf = ({ indicators }: Partial<EntryData>): readonly (IndicatorValue | undefined)[] => indicators ?? [];

const within = ({ file: _, ...place }: Place): Omit<Place, 'file'> => place;

const told = ({ plan, owner, period, reported }: Readonly<Record<string, string>>): unknown => ({
  plan,
  owner,
  period,
  reported,
});

/** What the ledger and the tables look at. */
const tabled = ({ plan, owner, period, reported, document, entries }: Partial<ReportFile>): unknown => ({
  plan,
  owner,
  period,
  reported,
  document: document && { number: document.number },
  entries: entries?.map(
    (entry: Entry) =>
      entry && {
        task: entry.task,
        status: entry.status,
        progress: entry.progress,
        submitted: entry.submitted,
        completed: entry.completed,
        result: entry.result,
        evidence: entry.evidence?.map(
          (item: EvidenceData | undefined) => item && { number: item.number, date: item.date },
        ),
        obstacles: entry.obstacles,
        indicators: entry.indicators,
      },
  ),
});

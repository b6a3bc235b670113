import { sha256 } from '../crypto.ts';
import { factsIn, readReports } from '../judge.ts';
import type { Facts } from '../model/facts.ts';
import { narrowed } from '../model/selection.ts';
import { joinedVerdict } from '../parts.ts';
import { openListed } from '../read/bytes.ts';
import { MAX_SHARE_BYTES } from '../read/share.ts';
import { type Shard, type Share, bodiesIn, partsOf, shareOf } from '../shares.ts';
import type { Source } from '../source.ts';
import { VERSION } from '../version.ts';
import { shareJson } from '../view/check/share.ts';
import { provenanceOf } from '../view/json.ts';
import { sayShard, sayWithheld } from './asides.ts';
import { checkedInParts, judging, othersFor, partSize, prepared } from './folder.ts';
import type { FiledBy, Io } from './io.ts';
import { ownersNamed } from './named.ts';
import { periodsFrom } from './periods.ts';
import { type Checked, type Gathered, type Opening, type ReportOptions, gathered } from './session.ts';
import { UsageError } from './usage.ts';
import { type Workspace, isPlanSure, planFolder } from './workspace.ts';

/** A folder that nobody divides is its own only share. */
const WHOLE: Shard = { number: 1, of: 1 };
/** More machines than this nobody has. */
const MOST = 1000;

/** `2/4`, as `--shard` takes it. */
export function shardNamed(written: string | undefined): Shard {
  if (written === undefined) return WHOLE;
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? []).map(Number);
  if (number !== undefined && of !== undefined && number >= 1 && number <= of && of <= MOST) return { number, of };
  throw new UsageError({
    vi: `--shard nhận i/n: phần thứ i trong n phần (n không quá ${MOST}), ví dụ 2/4, không phải “${written}”`,
    en: `--shard takes i/n, share i of n (n at most ${MOST}), such as 2/4, not “${written}”`,
  });
}

/** A share that was checked, and what `--snapshot` writes of it. */
export interface CheckedShare extends Checked {
  readonly facts?: Facts;
  readonly snapshot: () => Uint8Array;
}

/** Checks one share of a folder: the bodies of its number, with all their reports. `isWhole` is for views of the ledger. */
export async function openShard(
  io: Io,
  paths: readonly string[],
  options: ReportOptions,
  opening: Opening & { readonly isWhole: boolean; readonly shard: Shard },
): Promise<CheckedShare> {
  const all = gathered(io, paths, opening);
  const { workspace, found, given } = all;
  const { shown } = workspace;
  const { shard } = opening;
  if (!found.folder) throw noFolder;
  const ready = prepared(io, all, options, planFolder(workspace, options.plan, votersIn(all, options.plan)));
  const { plan, asOf, lang, registers } = ready;
  const share = shareOf(plan, asOf, { files: found.files, registers: all.registers, shown }, shard);
  const files = share.own.map(({ path }) => path);
  sayShard(io, shard, { files: files.length, all: found.files.length }, lang);
  sayWithheld(io, share.withheld, lang);
  const { division, wanted } = partsOf(share, shard, partSize(io, files.length) ?? Infinity);
  const others = await othersFor(io, files);
  const judge = await judging(io, all, options, opening, ready, files, others);
  const verdicts = await judge.parts(division, wanted);
  judge.end();
  if (verdicts.some(({ strays }) => strays.length > 0)) throw changedMeanwhile;
  const whole = joinedVerdict(verdicts);
  const checked = checkedInParts(whole, all, options, opening, ready, files);
  const owners = options.owner && ownersNamed(plan, options.owner);
  const facts = (): Facts =>
    narrowed(
      factsIn({
        plan,
        sources: readReports(files, shown, openListed),
        registers,
        asOf,
        select: periodsFrom(options.period)(share.open),
        wholeFolder: true,
        bodies: bodiesIn(plan, shard),
      }),
      owners ? { owners } : {},
    );
  const { known } = checked;
  return {
    ...checked,
    // What else the baseline holds may be found in another share.
    ...(known ? { known: { ...known, fixed: [] } } : {}),
    ...(opening.isWhole ? { facts: facts() } : {}),
    snapshot: () =>
      sized(
        shareJson({
          judged: whole.scope,
          provenance: provenanceOf(whole.scope, VERSION),
          about: {
            shard: { ...shard },
            ...(options.period === undefined ? {} : { period: options.period }),
            settings: settingsMark(workspace, opening.filedBy),
            folder: share.fingerprint,
            files: found.files.length,
            given: given.map(shown),
          },
          reports: reportsIn(share, shown),
          registers: shard.number === 1 ? registers : [],
          findings: whole.findings,
          excerpt: checked.excerpt,
        }),
      ),
  };
}

/** The reports of a share with their numbers in the folder, read one by one. */
function* reportsIn({ own }: Share, shown: Workspace['shown']): Iterable<readonly [index: number, source: Source]> {
  for (const { index, path } of own) for (const source of readReports([path], shown, openListed)) yield [index, source];
}

/** Stands for the settings that reports are judged by. */
export const settingsMark = ({ settings }: Workspace, filedBy: FiledBy | undefined): string =>
  sha256()
    .update(JSON.stringify([settings, filedBy ?? settings['filed-by'] ?? 'report']))
    .digest('hex')
    .slice(0, 32);

/** What tells which plan the reports are on, where that is not known without them: no more than that is kept of each. */
function* votersIn({ workspace, found }: Gathered, plan: string | undefined): Iterable<Pick<Source, 'data'>> {
  if (isPlanSure(workspace, plan)) return;
  for (const path of found.files) yield* readReports([path], workspace.shown, openListed);
}

function sized(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_SHARE_BYTES) return bytes;
  throw new UsageError({
    vi: 'phần này quá lớn để ghi ra một tệp; chia thư mục thành nhiều phần hơn, ví dụ --shard 1/16',
    en: 'this share is too large for one file; divide the folder into more shares, such as --shard 1/16',
  });
}

const noFolder = new UsageError({
  vi: '--shard và --snapshot cần cả thư mục báo cáo, không phải từng tệp',
  en: '--shard and --snapshot take a whole folder of reports, not single files',
});

const changedMeanwhile = new UsageError({
  vi: 'có tệp báo cáo thay đổi trong lúc đang kiểm tra; chạy lại',
  en: 'reports changed while they were checked; run it again',
});

import { resolve } from 'node:path';
import type { Text } from '../lang.ts';
import { factsIn } from '../judge.ts';
import type { Plan } from '../model/plan.ts';
import { readShare } from '../read/share.ts';
import { inOrder } from '../rules/check.ts';
import { reportRules } from '../rules/index.ts';
import { unpacking } from '../rules/packed.ts';
import { type Finding, type Rule, messageOf } from '../rules/rule.ts';
import { weighed } from '../rules/weights.ts';
import type { Source } from '../source.ts';
import { VERSION } from '../version.ts';
import type { Io } from './io.ts';
import { selectFrom, withCurrent } from './periods.ts';
import { type Opening, type ReportOptions, type Session, judgedSession } from './session.ts';
import { settingsMark } from './shard.ts';
import { langOf } from './speech.ts';
import { type Named, notJoined, troubleWith } from './unjoined.ts';
import { UsageError } from './usage.ts';
import { planFolder, soundPlan, workspaceAt } from './workspace.ts';

/**
 * The shares of a folder, joined: what a session over the whole folder knows, without a look at it. All of them have to be
 * there, each once, made of one state of the folder in one way. A verdict (`isVerdict`) is of the periods that they were
 * checked for; the ledger is of any.
 */
export function openShares(
  io: Io,
  paths: readonly string[],
  { from = [], ...options }: ReportOptions & { readonly from?: readonly string[] },
  opening: Opening & { readonly isVerdict?: boolean } = {},
): Session {
  const [path] = paths;
  if (path !== undefined) throw notJoined.withFolder(path);
  const shares = sharesIn(io, from);
  const [{ share: first }] = shares;
  if (opening.isVerdict && options.period !== undefined && options.period !== first.period)
    throw notJoined.period(first.period, options.period);
  if (options.asOf !== undefined && options.asOf !== first.asOf) throw notJoined.asOf(first.asOf, options.asOf);
  const workspace = workspaceAt(io);
  if (settingsMark(workspace, opening.filedBy) !== first.settings) throw notJoined.settingsHere;
  const named = options.plan ?? (workspace.settings.plan === undefined ? first.plan : undefined);
  const folder = planFolder(workspace, named);
  const plan = soundPlan(workspace, folder, first.asOf, io);
  if (plan.fingerprint !== first.fingerprint) throw notJoined.planHere(first, plan);
  const sources = reportsOf(shares);
  const about = { plan, sources, registers: shares.flatMap(({ registers }) => registers), wholeFolder: true };
  const select = selectFrom(options.period ?? first.period, true);
  const facts = factsIn({ ...about, asOf: first.asOf, select });
  const lines = linesIn(shares);
  const session = judgedSession(
    { facts, findings: findingsOf(shares, plan, weighed(reportRules, workspace.weights)) },
    {
      all: {
        workspace,
        given: first.given.map((each) => resolve(io.cwd, each)),
        registers: [],
        found: { registers: [] },
      },
      options,
      opening,
      planFolder: folder,
      plan,
      lang: langOf(options.lang, workspace, plan),
      reports: [...sources, ...about.registers].map(({ file }) => file),
    },
    (file, line) => lines.get(lineKey(file, line)),
  );
  return {
    ...session,
    inputs: () => [...session.inputs(), ...from],
    earlier: (day) => factsIn({ ...about, plan: plan.on(day), asOf: day, select: withCurrent(facts.periods) }),
  };
}

const damaged = (file: string): UsageError => new UsageError(troubleWith(file, { kind: 'damaged' }, VERSION));

type Shares = readonly [Named, ...Named[]];

/** The shares of the named files, the first one first; or why they cannot be joined, and what to do. */
function sharesIn(io: Io, files: readonly string[]): Shares {
  const shares = files.map((file): Named => {
    const read = readShare(resolve(io.cwd, file), `dondoc ${VERSION}`);
    if (read.kind !== 'share') throw new UsageError(troubleWith(file, read, VERSION));
    return { ...read, file };
  });
  shares.sort((a, b) => a.share.shard.number - b.share.shard.number);
  const [first, ...others] = shares as [Named, ...Named[]];
  for (const other of others) {
    const why = notJoined.differing.find(({ of }) => of(first.share) !== of(other.share));
    if (why) throw new UsageError(why.text(first, other));
  }
  const { of } = first.share.shard;
  const seen = new Map<number, string>();
  for (const { share, file } of shares) {
    const before = seen.get(share.shard.number);
    if (before !== undefined) throw notJoined.twice(before, file, share.shard);
    seen.set(share.shard.number, file);
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter(
    (number) => !shares.some(({ share }) => share.shard.number === number),
  );
  if (missing.length > 0) throw notJoined.missing(missing, of);
  return [first, ...others];
}

/** The reports of all shares in the order of the folder: each of its files once. */
function reportsOf(shares: Shares): Source[] {
  const reports = shares.flatMap(({ reports }) => reports).sort(([a], [b]) => a - b);
  const [{ share, file }] = shares;
  if (reports.length !== share.files || reports.some(([index], i) => index !== i)) throw damaged(file);
  return reports.map(([, source]) => source);
}

/** What was found in all shares. One whose sentence cannot be made was not made by dondoc. */
function findingsOf(shares: Shares, plan: Plan, rules: readonly Rule[]): Finding[] {
  const unpack = unpacking(plan, rules);
  const found = shares.flatMap(({ findings, file }) =>
    findings.map(({ places: [place, ...related], line: _, ...finding }) => {
      const named = [place, ...related].map((each) => ({ ...each, file: each.file ?? '' }));
      const made = unpack({
        ...finding,
        code: finding.code as Rule['code'],
        place: named[0] as Finding['place'],
        related: named.slice(1),
      });
      if (made === undefined || !canSay(made)) throw damaged(file);
      return made;
    }),
  );
  return inOrder(found);
}

function canSay(finding: Finding): boolean {
  try {
    const sentences: Text = { vi: messageOf(finding, 'vi'), en: messageOf(finding, 'en') };
    return sentences.vi !== '' && sentences.en !== '';
  } catch {
    return false;
  }
}

/** The lines that findings were seen in, by file and number. */
const linesIn = (shares: Shares): ReadonlyMap<string, string> =>
  new Map(
    shares
      .flatMap(({ findings }) => findings)
      .flatMap(({ places: [place], line }) =>
        line === undefined ? [] : [[lineKey(place.file ?? '', place.line), line]],
      ),
  );
const lineKey = (file: string, line: number): string => `${file}\n${line}`;

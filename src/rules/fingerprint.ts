import { composed } from '../fold.ts';
import { sha256 } from '../crypto.ts';
import { isDay } from '../day.ts';
import type { Data, Finding } from './rule.ts';

/**
 * The data by which findings of one rule in one file differ. All else moves while the fault stays: days that pass, what
 * is counted or suggested, where something stands.
 */
const TELLING = [
  ['what', 'why', 'reason', 'problem', 'effect', 'thing', 'where'],
  ['field', 'key', 'id', 'code', 'number', 'name', 'group', 'member', 'body', 'version', 'before', 'after'],
  ['written', 'value', 'text'],
].flat();

/** A name without a letter is a run of rows (`5-7, 12`). */
const tells = (key: string, value: unknown): value is string =>
  typeof value === 'string' && (key === 'value' || !isDay(value)) && (key !== 'name' || /\p{L}/u.test(value));

const toldBy = (data: Data): string[] =>
  TELLING.flatMap((key) => {
    const value = data[key];
    return tells(key, value) ? [`${key}=${composed(value)}`] : [];
  });

const identityOf = ({ rule, owner, task, period, data }: Finding, file: string): string =>
  JSON.stringify([rule.code, file, owner?.id, task?.id, period, ...toldBy(data)]);

/**
 * What a finding is known by from run to run: 32 hexadecimal figures, different for every finding of the list. They stay
 * the same when lines move, when days pass, when other findings come and go and when a message is worded anew; findings
 * that nothing but their place tells apart are numbered in their order. `fileOf` names files from elsewhere than here.
 */
export function fingerprintsOf(
  findings: readonly Finding[],
  fileOf: (file: string) => string = (file) => file,
): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const identity = identityOf(finding, fileOf(finding.place.file));
      const ordinal = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, ordinal);
      return [finding, sha256().update(`${identity} ${ordinal}`).digest('hex').slice(0, 32)];
    }),
  );
}

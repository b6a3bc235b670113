import { resolve } from 'node:path';
import { type Day, dayAt } from '../day.ts';
import type { Lang } from '../lang.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../source.ts';
import { sayUntold } from './asides.ts';
import { arrivalsOf, realPath } from './git.ts';
import type { Io } from './io.ts';

/**
 * The day each report first reached the repository, in the plan's time zone, by its file; nothing of those that git does
 * not know. Those it cannot tell of, in a shallow clone, are said on stderr.
 */
export function filedDays(
  io: Io,
  reports: readonly Pick<Source, 'file'>[],
  { timezone }: Pick<Plan, 'timezone'>,
  lang: Lang,
): ReadonlyMap<string, Day> {
  const paths = new Map(reports.map(({ file }) => [file, realPath(resolve(io.cwd, file))]));
  const { moments, untold } = arrivalsOf(io, [...paths.values()]);
  sayUntold(
    io,
    [...paths].flatMap(([file, path]) => (untold.has(path) ? [file] : [])),
    lang,
  );
  return new Map(
    [...paths].flatMap(([file, path]) => {
      const moment = moments.get(path);
      return moment === undefined ? [] : [[file, dayAt(moment, timezone)]];
    }),
  );
}

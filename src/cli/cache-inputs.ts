import { join } from 'node:path';
import { dayAt } from '../day.ts';
import type { Lang } from '../lang.ts';
import { openPlan } from '../read/plan.ts';
import type { Cacheable, Inputs } from './cache.ts';
import type { Io } from './io.ts';
import { baselinePath } from './known.ts';
import { identityOf, planFolder, plansAt, plansFolders, reportPaths, workspaceAt } from './workspace.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What a run of a verb over reports reads, where its results are to be kept: by the option, else by the settings. */
export function inputsFor(
  io: Io,
  paths: readonly string[],
  { cache, plan, asOf, baseline, lang }: Cacheable & { readonly lang?: Lang },
): Inputs | undefined {
  const workspace = workspaceAt(io);
  const { settings, home, cwd } = workspace;
  if (!(cache ?? settings.cache ?? false) || settings['filed-by'] === 'git') return undefined;
  const named = plan ?? settings.plan;
  // Without a name the reports choose among the plans at hand.
  const plans = [...new Set([...(named === undefined ? [] : [planFolder(workspace, plan)]), ...plansAt(workspace)])];
  return {
    roots: reportPaths(workspace, paths),
    besides: [
      join(home ?? cwd, 'dondoc.yaml'),
      baselinePath(workspace, baseline),
      ...plans.flatMap((folder) => [...openPlan(folder).keys()].map((name) => join(folder, name))),
    ],
    folders: [
      ...plansFolders(workspace),
      ...plans.flatMap((folder) => [folder, ...['tasks', 'holidays', 'amendments'].map((name) => join(folder, name))]),
    ],
    lang: lang ?? settings.lang ?? 'vi',
    ...(asOf === undefined
      ? today(
          io,
          plans.map((folder) => identityOf(folder).timezone ?? 'UTC'),
        )
      : {}),
  };
}

/** For how long the calendar day stays what it is in all of some time zones, as moments. */
function today({ now }: Io, timezones: readonly string[]): Pick<Inputs, 'from' | 'until'> {
  const from = now().getTime();
  const daysAt = (moment: number): string => [...new Set(timezones)].map((timezone) => dayAt(moment, timezone)).join();
  const days = daysAt(from);
  let [inside, outside] = [from, from + 2 * DAY];
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (daysAt(middle) === days) inside = middle;
    else outside = middle;
  }
  return { from, until: outside };
}

import { join } from 'node:path';
import { dayAt } from '../day.ts';
import type { Lang } from '../lang.ts';
import { openPlan } from '../read/plan.ts';
import type { Io } from './io.ts';
import { baselinePath } from './known.ts';
import { identityOf, planFolder, plansAt, plansFolders, reportPaths, workspaceAt } from './workspace.ts';

/** What a verb was asked; with an option among them that reads or writes more than reports, nothing is kept. */
export interface Cacheable {
  readonly asOf?: string;
  readonly plan?: string;
  readonly baseline?: string;
  readonly cache?: boolean;
  readonly output?: readonly string[];
}

/** What a run of a verb reads, and for how long its day is the same. */
export interface Inputs {
  /** The given paths of reports. */
  readonly roots: readonly string[];
  /** Other files that it reads or finds missing, and folders whose names it looks at. */
  readonly besides: readonly string[];
  readonly folders: readonly string[];
  /** From when and until when the day is the one that it is judged by (ms), where none was given. */
  readonly from?: number;
  readonly until?: number;
  readonly lang: Lang;
}

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

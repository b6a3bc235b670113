import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Form,
  amendmentForm,
  holidaysForm,
  ownersForm,
  papersForm,
  planForm,
  referencesForm,
  tasksForm,
  versionsForm,
} from '../generated/validators.js';
import type { PlanFile } from '../generated/types.ts';
import type { PlanSources, Source } from '../source.ts';
import { type Opened, obstacleOf, openFile } from './bytes.ts';
import { openedSource, plainText } from './read.ts';

/** The files of a plan by their names in its folder: `plan.yaml`, `tasks/II.1.yaml`, …. */
export type PlanFiles = ReadonlyMap<string, Opened>;

/** The folders of a plan's folder in which its files are. */
const FOLDERS = ['', 'tasks/', 'holidays/', 'amendments/'] as const;

const namesIn = (folder: string, sub: string): string[] =>
  readdirSync(join(folder, sub)).filter((name) => !name.startsWith('.') && /\.(ya?ml|txt)$/.test(name));

/** Every file that may be read of a plan, so that none is written over. */
export const filesOfPlan = (folder: string): string[] =>
  FOLDERS.flatMap((sub) => {
    try {
      return namesIn(folder, sub).map((name) => join(folder, sub, name));
    } catch {
      return [];
    }
  });

/**
 * Opens what a plan's folder holds. `source.txt` may have another name: plan.yaml says which. A folder in it that is there
 * but does not tell its files is itself what cannot be read.
 */
export function openPlan(folder: string): PlanFiles {
  const files = new Map<string, Opened>();
  for (const sub of FOLDERS) {
    try {
      for (const name of namesIn(folder, sub)) files.set(`${sub}${name}`, openFile(join(folder, sub, name)));
    } catch (error) {
      const why = obstacleOf(error);
      if (why !== 'missing') files.set(sub, { kind: 'unreadable', why });
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The sources of a plan by their use, all of them, and which have faults; `folder` is how they are named to the user. */
export function planSources(
  files: PlanFiles,
  folder: string,
): { readonly sources: PlanSources; readonly every: readonly Source[]; readonly faulty: readonly Source[] } {
  const shown = (name: string): string => (folder === '.' ? name : `${folder}/${name}`);
  const absent: Opened = files.get('') ?? { kind: 'unreadable', why: 'missing' };
  const read = (name: string, form: Form): Source => openedSource(files.get(name) ?? absent, shown(name), form);
  // Forms that few plans need are asked for when there is a file: loading them costs as much as reading it.
  const all = (sub: string, form: () => Form): Source[] =>
    [...files.keys()]
      .filter((name) => name === `${sub}.yaml` || name.startsWith(`${sub}/`))
      .map((name) => read(name, form()));

  const plan = read('plan.yaml', planForm);
  const textName = (plan.data as Partial<PlanFile> | undefined)?.source?.file ?? 'source.txt';
  const text = plainText(files.get(textName) ?? absent, shown(textName));
  const tasks = all('tasks', () => tasksForm);
  const sources: PlanSources = {
    plan,
    owners: read('owners.yaml', ownersForm),
    references: read('references.yaml', referencesForm),
    tasks: tasks.length > 0 ? tasks : [read('tasks.yaml', tasksForm)],
    holidays: all('holidays', () => holidaysForm),
    amendments: all('amendments', () => amendmentForm),
    ...(files.has('papers.yaml') ? { papers: read('papers.yaml', papersForm) } : {}),
    ...(files.has('versions.yaml') ? { versions: read('versions.yaml', versionsForm) } : {}),
    text,
  };
  const every = [
    sources.plan,
    sources.owners,
    sources.references,
    ...sources.tasks,
    ...sources.holidays,
    ...sources.amendments,
    ...(sources.papers ? [sources.papers] : []),
    ...(sources.versions ? [sources.versions] : []),
    text.source,
  ];
  return { sources, every, faulty: every.filter(({ faults }) => faults.length > 0) };
}

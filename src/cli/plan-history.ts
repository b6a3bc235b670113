import { join } from 'node:path';
import { isDay } from '../day.ts';
import type { Plan } from '../model/plan.ts';
import { filesOfPlan } from '../read/plan.ts';
import { VERSION } from '../version.ts';
import { versionsFile } from '../view/plan/versions.ts';
import { replaceFile } from '../write/write.ts';
import { visible } from '../view/visible.ts';
import type { ExitCode, Io } from './io.ts';
import type { FORMATS } from './formats.ts';
import { publish } from './outputs.ts';
import { langOf } from './speech.ts';
import type { PlanOptions } from './plan.ts';
import { UsageError } from './usage.ts';
import { asOfDay, planFolder, schemaFrom, soundHistory, workspaceAt } from './workspace.ts';

/** `dondoc plan history`: the versions of the plan, what changed with each, and for whom. */
export async function planHistoryVerb(io: Io, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const checked = soundHistory(workspace, folder, options.asOf, io);
  const { plan, versions, published } = checked;
  const lang = langOf(options.lang, workspace, plan);
  const asOf = asOfDay(options.asOf, plan, io);
  const { historyJson, historyMarkdown, historyText, stepsOf } = await import('../view/plan/history.ts');
  const steps = stepsOf(versions, published);
  await publish<(typeof FORMATS.history)[number]>(io, options, () => filesOfPlan(folder), {
    text: (drawing) => historyText(steps, asOf, VERSION, lang, drawing),
    markdown: () => historyMarkdown(steps, lang),
    json: () => historyJson(steps, asOf, VERSION),
  });
  return 0;
}

/** `dondoc plan diff A B`: what differs between two versions, each given by its number or by a day. */
export async function planDiffVerb(io: Io, from: string, to: string, options: PlanOptions): Promise<ExitCode> {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const checked = soundHistory(workspace, folder, undefined, io);
  const [before, after] = [from, to].map((written) => versionFrom(checked.versions, written)) as [Plan, Plan];
  const lang = langOf(options.lang, workspace, after);
  const { diffJson, diffMarkdown, diffText } = await import('../view/plan/diff.ts');
  await publish<(typeof FORMATS.history)[number]>(io, options, () => filesOfPlan(folder), {
    text: (drawing) => diffText(before, after, VERSION, lang, drawing),
    markdown: () => diffMarkdown(before, after, lang),
    json: () => diffJson(before, after, VERSION),
  });
  return 0;
}

function versionFrom(versions: readonly Plan[], written: string): Plan {
  const isAfterSigning = isDay(written) && written >= (versions[0]?.since ?? written);
  const found = isAfterSigning
    ? versions.at(-1)?.on(written)
    : versions.find(({ version }) => version === written.replace(/^v/, ''));
  if (found) return found;
  const known = versions.map(({ version, since }) => `${version} (${since})`).join(', ');
  throw new UsageError({
    vi: `“${written}” không phải là phiên bản, hay ngày YYYY-MM-DD từ khi ký; các phiên bản: ${known}`,
    en: `“${written}” is neither a version nor a day YYYY-MM-DD since the signing; the versions: ${known}`,
  });
}

/** `dondoc plan release`: records the fingerprint of every version that was not yet published. */
export function planReleaseVerb(io: Io, options: PlanOptions): ExitCode {
  const workspace = workspaceAt(io);
  const folder = planFolder(workspace, options.plan);
  const { plan, versions, published } = soundHistory(workspace, folder, options.asOf, io);
  const lang = langOf(options.lang, workspace, plan);
  const released = asOfDay(options.asOf, plan, io);
  const fresh = versions
    .filter(({ version }) => !published.some((each) => each.version === version))
    .map(({ version, fingerprint }) => ({ version, fingerprint, released }));
  const path = join(folder, 'versions.yaml');
  if (fresh.length > 0) {
    const text = versionsFile([...published, ...fresh], schemaFrom(workspace, folder, 'versions'), lang);
    replaceFile(path, new TextEncoder().encode(text));
  }
  const names = fresh.map(({ version }) => version).join(', ');
  const said =
    fresh.length === 0
      ? { vi: 'không có phiên bản mới để công bố', en: 'no new version to release' }
      : { vi: `đã ghi ${workspace.shown(path)}: ${names}`, en: `recorded in ${workspace.shown(path)}: ${names}` };
  io.stdout.write(`${visible(said[lang])}\n`);
  return 0;
}

import { LANGS, type Lang } from '../lang.ts';
import type { Plan } from '../model/plan.ts';
import type { Drawing } from '../view/terminal.ts';
import type { Io } from './io.ts';
import { BrokenSettings } from './usage.ts';
import { type Workspace, planFolder, planLanguage, workspaceAt } from './workspace.ts';

/** `--lang`, else dondoc.yaml, else the plan's own language. */
export const langOf = (option: Lang | undefined, { settings }: Workspace, plan?: Plan): Lang =>
  option ?? settings.lang ?? plan?.language ?? 'vi';

/** The language for what is said outside of a judgement: help and complaints, of an error where there is one. */
export function spokenLang(argv: readonly string[], io: Io, error?: unknown): Lang {
  const known = LANGS.find((lang) => lang === wordAfter(argv, '--lang'));
  if (known) return known;
  if (error instanceof BrokenSettings) return 'vi';
  try {
    const workspace = workspaceAt(io);
    return workspace.settings.lang ?? planLanguage(planFolder(workspace, wordAfter(argv, '--plan')));
  } catch {
    return 'vi';
  }
}

/** The value of an option, before the command line is parsed. */
function wordAfter(argv: readonly string[], option: string): string | undefined {
  const at = argv.findIndex((word) => word === option || word.startsWith(`${option}=`));
  return argv[at]?.includes('=') ? argv[at].slice(option.length + 1) : at === -1 ? undefined : argv[at + 1];
}

/** How text is drawn: for the screen, or plain and 80 columns wide for a file. */
export const drawingOn = (io: Io, { color, output }: { color?: boolean; output?: string }): Drawing =>
  output === undefined
    ? { color: wantsColor(io, color), columns: Math.max(40, io.stdout.columns ?? 80) }
    : { color: color ?? false, columns: 80 };

/** `--color` and `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether anyone sees it (no-color.org, force-color.org). */
function wantsColor({ env, stdout }: Io, option: boolean | undefined): boolean {
  if (option !== undefined) return option;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}

import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Why a file or folder under a given path was passed over. */
export type Skip = 'hidden' | 'lock-file' | 'other-format' | 'link' | 'unreadable-folder' | 'settings' | 'special';

/** The files to read under the given paths, and what was passed over. Both sorted by path, whatever order the disk has. */
export interface Found {
  readonly files: readonly string[];
  /** The coordinator's registers among them: files named `register.yaml`. */
  readonly registers: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly why: Skip }[];
  /** True where one of the paths is a folder: then absence is judged for everyone. */
  readonly folder: boolean;
  /** The given paths that do not exist. */
  readonly missing: readonly string[];
}

const READABLE = /\.(ya?ml|json|xls[xm])$/i;
/** The settings and the baseline. */
const OWN = /^dondoc(?:-baseline)?\.yaml$/;
/** The signed text of a plan. */
const TEXT = /\.txt$/i;
const REGISTER = /(^|[\\/])register\.(ya?ml|json)$/i;

/**
 * Files named one by one are read whatever they are called; folders are walked for YAML, JSON and Excel workbooks.
 * Links in a folder are not followed; a given path may be a link to a folder, but not to a file. `besides` are files
 * that are taken whether they are there or not.
 */
export function findFiles(paths: readonly string[], besides: readonly string[] = []): Found {
  const files = new Set<string>(besides);
  const skipped: { path: string; why: Skip }[] = [];
  const missing: string[] = [];
  let folder = false;

  const walk = (dir: string): void => {
    let entries;
    try {
      entries = readdirSync(dir, { withFileTypes: true });
    } catch {
      skipped.push({ path: dir, why: 'unreadable-folder' });
      return;
    }
    // What stands before each name, as `join` would have it.
    const before = join(dir, '_').slice(0, -1);
    for (const entry of entries) {
      const path = before + entry.name;
      const pass = (why: Skip): void => void skipped.push({ path, why });
      if (entry.name === '.dondoc' || entry.name === '.gitkeep') pass('settings');
      else if (entry.name.startsWith('.')) pass('hidden');
      else if (entry.name.startsWith('~$')) pass('lock-file');
      else if (entry.isSymbolicLink()) pass('link');
      else if (entry.isDirectory()) walk(path);
      else if (OWN.test(entry.name)) pass('settings');
      else if (!READABLE.test(entry.name)) pass('other-format');
      else if (entry.isFile()) files.add(path);
      else pass('special');
    }
  };

  for (const path of paths) {
    let stat;
    try {
      stat = lstatSync(path);
      if (stat.isSymbolicLink() && statSync(path).isDirectory()) stat = statSync(path);
    } catch {
      missing.push(path);
      continue;
    }
    if (stat.isDirectory()) {
      folder = true;
      walk(path);
    } else files.add(path);
  }
  const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...files].sort(byPath);
  const registers = sorted.filter((path) => REGISTER.test(path));
  return {
    files: sorted.filter((path) => !REGISTER.test(path)),
    registers,
    skipped: skipped.sort((a, b) => byPath(a.path, b.path)),
    folder,
    missing,
  };
}

/** Whether a report, a register or a file of a plan may have this name. */
export const isReadable = (name: string): boolean => READABLE.test(name) || TEXT.test(name);

/** Of single files, the register kept beside them or in the folder above, where their years lie side by side. */
export function registersOf({ files, registers }: Found): string[] {
  const folders = new Set(files.map((file) => dirname(file)).flatMap((folder) => [folder, dirname(folder)]));
  const beside = [...folders].map((folder) => join(folder, 'register.yaml')).filter(existsSync);
  return [...new Set([...registers, ...beside])].sort();
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { columnName, serialOfDay } from '../src/office/cells.ts';
import { withWorkbook } from '../src/office/workbook.ts';
import { cellText } from '../src/office/write.ts';
import { archiveOf, openArchive, packedFrom } from '../src/office/zip.ts';

/** What a person types into a cell of a form; `null` empties it. */
export type Typed = string | number | { readonly day: string } | { readonly error: string } | null;

/** The first sheet's part; the form's own sheet comes first. */
const SHEET = 'xl/worksheets/sheet1.xml';

/** A form with some of its cells filled in, their styles kept, as Excel would save it. */
export function filledForm(bytes: Uint8Array, cells: Readonly<Record<string, Typed>>): Uint8Array {
  return withSheet(bytes, (sheet) =>
    Object.entries(cells).reduce((xml, [name, typed]) => {
      const cell = new RegExp(`<c r="${name}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
      if (!cell.test(xml)) throw new Error(`the form has no cell ${name}`);
      return xml.replace(cell, (_, style: string | undefined) => cellXml(name, style ?? '', typed));
    }, sheet),
  );
}

/** A form whose sheet is changed as text: rows hidden, cells merged. */
export function withSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const archive = openArchive(bytes);
  return archiveOf(
    archive.names.flatMap((name) => {
      const packed = archive.packed(name);
      if (name === SHEET) return [packedFrom(name, change(Buffer.from(archive.part(name) ?? []).toString('utf8')))];
      return packed ? [packed] : [];
    }),
  );
}

function cellXml(name: string, style: string, typed: Typed): string {
  const start = `<c r="${name}"${style}`;
  if (typed === null) return `${start}/>`;
  if (typeof typed === 'number') return `${start}><v>${typed}</v></c>`;
  if (typeof typed === 'string') return `${start} t="inlineStr"><is><t>${cellText(typed)}</t></is></c>`;
  if ('error' in typed) return `${start} t="e"><v>${typed.error}</v></c>`;
  return `${start}><v>${serialOfDay(typed.day)}</v></c>`;
}

/** Finds the cells of a form by task and heading, and those of its head by their names: `at('II.1.b', 'Trạng thái')`. */
export function cellsOf(bytes: Uint8Array): (task: string, heading?: string) => string {
  const found = withWorkbook(bytes, ({ sheets, names }) => {
    const cells = new Map<string, string>();
    for (const [name, { row, column }] of names) cells.set(name, `${columnName(column)}${row}`);
    const rows = sheets[0]?.grid().rows ?? [];
    const text = (value: { readonly kind: string; readonly text?: string } | undefined): string => value?.text ?? '';
    const head = rows.find(({ cells: row }) => text(row.get(1)?.value) === 'Mã nhiệm vụ');
    for (const { number, cells: row } of rows)
      for (const [column, { value }] of head?.cells ?? [])
        cells.set(`${text(row.get(1)?.value)} ${text(value)}`, `${columnName(column)}${number}`);
    return cells;
  });
  return (task, heading) => {
    const name = found instanceof Map ? found.get(heading === undefined ? task : `${task} ${heading}`) : undefined;
    if (name === undefined) throw new Error(`the form has no cell for ${task} ${heading ?? ''}`);
    return name;
  };
}

/** Whether this machine has LibreOffice; where it has not, what needs it is left out. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** The workbook opened and saved by LibreOffice. */
export function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-office-'));
  try {
    const path = join(folder, 'form.xlsx');
    writeFileSync(path, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), path]);
    return readFileSync(join(folder, 'saved', basename(path)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

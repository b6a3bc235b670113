import { Buffer } from 'node:buffer';
import { lazily } from '../lazily.ts';
import { type CellAt, rangeNamed } from './cells.ts';
import { type Grid, MAX_CELLS, gridFrom } from './grid.ts';
import { type FileKind, kindOf } from './kind.ts';
import { piecesOf, relationsOf, textOf } from './package.ts';
import { formatsIn, stringsIn } from './shared.ts';
import { XmlError, readXml } from './xml.ts';
import { type Archive, ArchiveError, openArchive } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
  /** The sheet's cells; read when first asked for. */
  readonly grid: () => Grid;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Defined names of single cells, in lower case. */
  readonly names: ReadonlyMap<string, CellAt & { readonly sheet: string }>;
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
}

/** Why a file is not a workbook that can be read. */
export type WorkbookProblem =
  | { readonly kind: 'other-format'; readonly is: FileKind }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' };

/** Lets `use` read the workbook in the bytes; what is wrong with them is returned, wherever it comes to light. */
export function withWorkbook<T>(bytes: Uint8Array, use: (workbook: Workbook) => T): T | WorkbookProblem {
  const is = kindOf(bytes);
  if (is !== 'zip') return { kind: 'other-format', is };
  try {
    const archive = openArchive(bytes);
    const main = mainPart(archive);
    if (typeof main !== 'string') return main;
    return use(workbookFrom(archive, main));
  } catch (error) {
    if (error instanceof XmlError) return { kind: 'damaged' };
    if (!(error instanceof ArchiveError)) throw error;
    return error.problem === 'encrypted'
      ? { kind: 'other-format', is: 'encrypted' }
      : { kind: error.problem === 'too-large' ? 'too-large' : 'damaged' };
  }
}

/** What a file is by its contents, looked at as far as its parts. */
export function documentKind(bytes: Uint8Array): FileKind {
  const found = withWorkbook(bytes, () => undefined);
  if (found === undefined) return 'xlsx';
  return found.kind === 'other-format' ? found.is : kindOf(bytes);
}

/** The workbook's own part, or what the archive is instead. */
function mainPart(archive: Archive): string | WorkbookProblem {
  const names = archive.names.map((name) => name.toLowerCase());
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const other = (is: FileKind): WorkbookProblem => ({ kind: 'other-format', is });
  if (has(/^word\//)) return other('docx');
  if (has(/^ppt\//)) return other('pptx');
  if (has(/^xl\/workbook\.bin$/)) return other('xlsb');
  if (has(/^content\.xml$/)) {
    const type = Buffer.from(archive.part('mimetype') ?? []).toString('latin1');
    return other(type.includes('spreadsheet') ? 'ods' : type.includes('text') ? 'odt' : 'zip');
  }
  if (has(/\.iwa$/)) return other('numbers');
  const main = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  return names.includes(main.toLowerCase()) ? main : other('zip');
}

function workbookFrom(archive: Archive, main: string): Workbook {
  const relations = relationsOf(archive, main);
  const partOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;
  const listed: { name: string; isHidden: boolean; part: string }[] = [];
  const names = new Map<string, CellAt & { sheet: string }>();
  let is1904 = false;
  let defined: { name: string; text: string } | undefined;
  readXml(textOf(archive, main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes('date1904') ?? '');
      else if (name === 'sheet') {
        const part = relations.find(({ id }) => id === attributes('r:id') || id === attributes('id'));
        // Sheets of diagrams and macros hold no cells; one that leads nowhere in this file has lost them.
        if (!part) throw new ArchiveError('damaged');
        if (part.type === 'worksheet')
          listed.push({
            name: attributes('name') ?? '',
            isHidden: /hidden/i.test(attributes('state') ?? ''),
            part: part.target,
          });
      } else if (name === 'definedName') defined = { name: (attributes('name') ?? '').toLowerCase(), text: '' };
    },
    text: (text) => {
      if (defined) defined.text += text;
    },
    close: (name) => {
      if (name !== 'definedName' || !defined) return;
      const at = cellMeant(defined.text);
      if (at && !names.has(defined.name)) names.set(defined.name, at);
      defined = undefined;
    },
  });
  const room = { cells: MAX_CELLS };
  const styles = partOf('styles');
  const strings = partOf('sharedStrings');
  const shared = lazily(() => (strings === undefined ? [] : stringsIn(textOf(archive, strings))));
  const formats = lazily(() => (styles === undefined ? [] : formatsIn(textOf(archive, styles))));
  return {
    sheets: listed.map((sheet) => ({
      ...sheet,
      grid: lazily(() => gridFrom(piecesOf(archive, sheet.part), shared(), formats(), is1904, room)),
    })),
    names,
    hasMacros: archive.names.some((name) => /vbaproject\.bin$|macrosheets\//i.test(name)),
    hasExternalLinks: archive.names.some((name) => /externallinks\/[^/]+\.xml$|(^|\/)connections\.xml$/i.test(name)),
  };
}

/** The cell that `'Báo cáo'!$F$17` means; a name for more than one cell means its first. */
function cellMeant(formula: string): (CellAt & { sheet: string }) | undefined {
  const [, quoted, plain, range = ''] =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Za-z]+\$?\d+(?::\$?[A-Za-z]+\$?\d+)?)$/.exec(formula.trim()) ?? [];
  const sheet = quoted?.replace(/''/g, "'") ?? plain;
  const cells = rangeNamed(range);
  return sheet !== undefined && cells ? { sheet, ...cells.from } : undefined;
}

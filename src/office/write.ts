import type { Day } from '../day.ts';
import { type CellAt, type Range, cellName, rangeName, serialOfDay } from './cells.ts';
import { Styles, type Style } from './styles.ts';
import { HEAD, RELATIONS, packageParts, relationsOfPart } from './parts.ts';
import { UNWRITABLE, escaped } from './xml.ts';
import { type Packed, archiveOf, packedFrom } from './zip.ts';

/** What is written into a cell; a cell without content is drawn all the same. */
export interface CellToWrite extends CellAt {
  readonly content?: string | number | { readonly day: Day };
  readonly style?: Style;
}

/** What a cell accepts, and what is said when it is entered and when something else is typed. */
export interface Validation {
  readonly over: Range;
  readonly takes:
    | { readonly kind: 'list'; readonly from: string }
    | { readonly kind: 'number'; readonly least: number; readonly most: number }
    | { readonly kind: 'day'; readonly from: Day; readonly to: Day }
    | { readonly kind: 'any' };
  readonly title: string;
  readonly prompt: string;
  /** What is said of a wrong value; a list and a number are insisted on, a day is only asked about. */
  readonly refusal?: string;
}

export interface SheetToWrite {
  readonly name: string;
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  readonly cells: readonly CellToWrite[];
  /** Heights in points of rows that are not to fit their text. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly merges?: readonly Range[];
  /** Rows above and columns left of this cell stay on the screen; some rows always do. */
  readonly frozenAt?: CellAt;
  /** Rows repeated on every printed page. */
  readonly printTitles?: { readonly from: number; readonly to: number };
  /** Headings, with the lines below them, that can be filtered and sorted. */
  readonly filter?: Range;
  readonly validations?: readonly Validation[];
  /** Locked cells can be read but not written; there is no password. */
  readonly isProtected?: boolean;
}

export interface WorkbookToWrite {
  readonly title: string;
  readonly sheets: readonly SheetToWrite[];
  /** Defined names of single cells. */
  readonly names?: ReadonlyMap<string, CellAt & { readonly sheet: string }>;
}

/** The namespace of a workbook's elements. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** What the types of a workbook's parts begin with. */
export const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** More characters than a cell can hold (Excel's own limit). */
export const MAX_TEXT = 32_767;

/** The bytes of a workbook (ECMA-376); the same workbook always makes the same bytes. */
export const workbookBytes = (workbook: WorkbookToWrite): Uint8Array => archiveOf(workbookParts(workbook));

/** The parts of a workbook, in the order in which they stand in the file. */
export function workbookParts({ title, sheets, names }: WorkbookToWrite): Packed[] {
  const styles = new Styles();
  const partOf = (i: number): string => `worksheets/sheet${i + 1}.xml`;
  const parts = sheets.map((_, i) => partOf(i));
  // What their cells look like is known once all are drawn.
  const drawn = sheets.map((sheet, i) => packedFrom(`xl/${partOf(i)}`, sheetXml(sheet, styles)));
  return [
    ...packageParts(
      'xl/workbook.xml',
      [
        ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
        ...parts.map((part): [string, string] => [`xl/${part}`, `${TYPE}.worksheet+xml`]),
        ['xl/styles.xml', `${TYPE}.styles+xml`],
      ],
      { title },
    ),
    packedFrom('xl/workbook.xml', workbookXml(sheets, names ?? new Map())),
    relationsOfPart('xl/_rels/workbook.xml.rels', [
      ...parts.map((part): [string, string] => ['worksheet', part]),
      ['styles', 'styles.xml'],
    ]),
    packedFrom('xl/styles.xml', `${HEAD}${styles.xml(MAIN)}`),
    ...drawn,
  ];
}

/** A sheet's name as formulas write it. */
export const sheetInFormula = (name: string): string => `'${name.replace(/'/g, "''")}'`;

const absolute = (at: CellAt): string => cellName(at).replace(/^([A-Z]+)/, '$$$1$$');

function workbookXml(
  sheets: readonly SheetToWrite[],
  names: ReadonlyMap<string, CellAt & { readonly sheet: string }>,
): string {
  const defined = [
    ...[...names].map(([name, { sheet, ...at }]) => ({
      name,
      local: '',
      to: `${sheetInFormula(sheet)}!${absolute(at)}`,
    })),
    ...sheets.flatMap(({ name, printTitles, filter }, i) => {
      const own = (name: string, more: string, to: string) => ({ name, local: ` localSheetId="${i}"${more}`, to });
      const within = sheetInFormula(name);
      return [
        ...(printTitles ? [own('_xlnm.Print_Titles', '', `${within}!$${printTitles.from}:$${printTitles.to}`)] : []),
        // Excel wants the range of a filter under this name too.
        ...(filter
          ? [own('_xlnm._FilterDatabase', ' hidden="1"', `${within}!${absolute(filter.from)}:${absolute(filter.to)}`)]
          : []),
      ];
    }),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = defined.map(
    ({ name, local, to }) => `<definedName name="${escaped(name)}"${local}>${escaped(to)}</definedName>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>${list.length > 0 ? `<definedNames>${list.join('')}</definedNames>` : ''}</workbook>`;
}

function sheetXml(sheet: SheetToWrite, styles: Styles): string {
  const { widths, cells, heights, merges = [], frozenAt, filter, validations = [], isProtected } = sheet;
  const byRow = new Map<number, CellToWrite[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const rows = [...byRow].sort(([a], [b]) => a - b);
  const last = rows.at(-1)?.[0] ?? 1;
  const pane = frozenAt
    ? `<pane${frozenAt.column > 1 ? ` xSplit="${frozenAt.column - 1}"` : ''} ySplit="${frozenAt.row - 1}" topLeftCell="${cellName(frozenAt)}" activePane="${frozenAt.column > 1 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`
    : '';
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${cellName({ row: last, column: Math.max(1, widths.length) })}"/>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>`,
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    ...rows.map(([number, own]) => {
      const fixed = heights?.get(number);
      const height = fixed ?? heightOf(textsOf(own, widths));
      const drawn = [...own].sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, styles));
      return `<row r="${number}" ht="${height}"${fixed === undefined ? '' : ' customHeight="1"'}>${drawn.join('')}</row>`;
    }),
    '</sheetData>',
    isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0"/>'
      : '',
    filter ? `<autoFilter ref="${rangeName(filter)}"/>` : '',
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('')}</mergeCells>`
      : '',
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
      : '',
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter></worksheet>',
  ].join('');
}

/** The height of a row that shows each of its texts whole, wrapped at the width of its column; in points. */
export function heightOf(
  texts: readonly { readonly text: string; readonly width: number; readonly size?: number; readonly bold?: boolean }[],
): number {
  const needed = texts.map(({ text, width, size = 12, bold }) => {
    const room = Math.max(4, (width - 2) * (12 / size) * (bold ? 0.85 : 1.1));
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
    return lines * size * 1.2 + 3;
  });
  // Excel draws no row above 409 points.
  return Math.min(409, Math.ceil(Math.max(18, ...needed)));
}

const textsOf = (cells: readonly CellToWrite[], widths: readonly number[]): Parameters<typeof heightOf>[0] =>
  cells.flatMap(({ content, column, style: { oneLine, size = 12, bold = false } = {} }) => {
    const width = widths[column - 1] ?? 9;
    return typeof content === 'string' && !oneLine ? [{ text: content, width, size, bold }] : [];
  });

function cellXml({ content, style = {}, ...at }: CellToWrite, styles: Styles): string {
  const start = `<c r="${cellName(at)}" s="${styles.index(style)}"`;
  if (content === undefined || content === '') return `${start}/>`;
  if (typeof content === 'number') return `${start}><v>${content}</v></c>`;
  if (typeof content === 'object') return `${start}><v>${serialOfDay(content.day)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(content)}</t></is></c>`;
}

/** A reader of XML would make a line feed of a carriage return. */
const UNTOLD = new RegExp(`\\r|${UNWRITABLE.source}`, 'g');

/** Text as a cell holds it: what XML cannot write, and what would be taken for that, as `_xHHHH_`. */
export const cellText = (text: string): string =>
  escaped(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(UNTOLD, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );

function validationXml({ over, takes, title, prompt, refusal }: Validation): string {
  const told = `showInputMessage="1" promptTitle="${escaped(title.slice(0, 32))}" prompt="${escaped(prompt.slice(0, 255))}"`;
  const insists = takes.kind === 'day' ? 'warning' : 'stop';
  const refused =
    refusal === undefined
      ? ''
      : ` errorStyle="${insists}" showErrorMessage="1" errorTitle="${escaped(title.slice(0, 32))}" error="${escaped(refusal.slice(0, 255))}"`;
  const rest = `allowBlank="1" ${told}${refused} sqref="${rangeName(over)}"`;
  switch (takes.kind) {
    case 'list':
      return `<dataValidation type="list" ${rest}><formula1>${escaped(takes.from)}</formula1></dataValidation>`;
    case 'number':
      return `<dataValidation type="decimal" operator="between" ${rest}><formula1>${takes.least}</formula1><formula2>${takes.most}</formula2></dataValidation>`;
    case 'day':
      return `<dataValidation type="date" operator="between" ${rest}><formula1>${serialOfDay(takes.from)}</formula1><formula2>${serialOfDay(takes.to)}</formula2></dataValidation>`;
    case 'any':
      return `<dataValidation ${rest}/>`;
  }
}

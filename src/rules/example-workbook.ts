import { cellName, rangeNamed } from '../office/cells.ts';
import { cellText, workbookParts } from '../office/write.ts';
import { archiveOf, packedFrom } from '../office/zip.ts';

/** What stands in a cell of an example: a text, a number, an error, or a formula that nobody computed. */
type ExampleCell = string | number | { readonly error: string } | { readonly formula: string } | undefined;

/** A workbook small enough to be read in a rule's example; its bytes are made when somebody asks for them. */
export class ExampleWorkbook {
  readonly rows: readonly (readonly ExampleCell[])[];
  readonly #with: { readonly merges?: readonly string[]; readonly hidden?: number; readonly parts?: readonly string[] };

  constructor(rows: ExampleWorkbook['rows'], given: { merges?: string[]; hidden?: number; parts?: string[] } = {}) {
    this.rows = rows;
    this.#with = given;
  }

  get bytes(): Uint8Array {
    const { merges = [], hidden, parts = [] } = this.#with;
    const sheet = this.rows.map((cells, i) => {
      const drawn = cells.map((cell, j) => drawnCell(cellName({ row: i + 1, column: j + 1 }), cell));
      return `<row r="${i + 1}"${hidden === i + 1 ? ' hidden="1"' : ''}>${drawn.join('')}</row>`;
    });
    const merged = merges.filter((range) => rangeNamed(range)).map((range) => `<mergeCell ref="${range}"/>`);
    return archiveOf([
      ...workbookParts({ title: '', sheets: [{ name: 'Báo cáo', widths: [], cells: [] }] }).filter(
        ({ name }) => !name.startsWith('xl/worksheets/'),
      ),
      packedFrom(
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData>${sheet.join('')}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.join('')}</mergeCells>` : ''}</worksheet>`,
      ),
      ...parts.map((name) => packedFrom(name, '')),
    ]);
  }
}

function drawnCell(name: string, cell: ExampleCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${cellText(cell)}</t></is></c>`;
  if ('error' in cell) return `<c r="${name}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${name}"><f>${cellText(cell.formula)}</f></c>`;
}

/** A sound form with two entries, for the examples to spoil. */
export const FORM_HEAD: ExampleWorkbook['rows'] = [
  ['Kế hoạch số:', '12/KH-UBND'],
  ['Phiên bản:', '1.1.0'],
  ['Cơ quan báo cáo:', 'Sở Tài chính'],
  ['Kỳ báo cáo:', '2024'],
  ['Ngày báo cáo:', '20/12/2024'],
  ['Mã nhiệm vụ', 'Trạng thái', 'Tiến độ %', 'Kết quả'],
];

export const SOUND_FORM = new ExampleWorkbook([
  ...FORM_HEAD,
  ['II.1.b', 'Đang thực hiện', 80, 'Đã lấy ý kiến các sở, ngành'],
]);

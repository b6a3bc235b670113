import { escaped } from './xml.ts';

/** How a cell looks and whether it can be written to. What is left out is plain: 12 points, upright, locked. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly middle?: boolean;
  readonly border?: boolean;
  /** A shade of grey, `D9D9D9`: what is told by shades is told in print too. */
  readonly fill?: string;
  readonly open?: boolean;
  /** `count`: a whole number; `percent`: 0.048 is shown as 4.8%. */
  readonly format?: 'text' | 'day' | 'count' | 'percent';
  /** Long text runs on instead of being broken into lines. */
  readonly oneLine?: boolean;
}

const FONT = 'Times New Roman';
/** Number formats: whole numbers and text as typed are built in; days are written as in Viet Nam. */
const FORMATS = { count: 3, text: 49, day: 164, percent: 165 } as const;
const CODES: readonly (readonly [keyof typeof FORMATS, string])[] = [
  ['day', 'dd/mm/yyyy'],
  ['percent', '0.0%'],
];

/** The list of styles that a workbook's cells refer to by number; equal ones are kept once. */
export class Styles {
  readonly #fonts = new Listing();
  readonly #fills = new Listing();
  readonly #borders = new Listing();
  readonly #cells = new Listing();

  constructor() {
    this.#fills.index('<fill><patternFill patternType="none"/></fill>');
    this.#fills.index('<fill><patternFill patternType="gray125"/></fill>');
    this.#borders.index('<border><left/><right/><top/><bottom/><diagonal/></border>');
    this.index({});
  }

  index({ bold, italic, size = 12, align, middle, border, fill, open, format, oneLine }: Style): number {
    const font = this.#fonts.index(
      `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/><color rgb="FF000000"/><name val="${FONT}"/><family val="1"/></font>`,
    );
    const filled =
      fill === undefined
        ? 0
        : this.#fills.index(
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${escaped(fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const side = (name: string): string => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`;
    const lined = border
      ? this.#borders.index(`<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`)
      : 0;
    const alignment = `<alignment${align ? ` horizontal="${align}"` : ''} vertical="${middle ? 'center' : 'top'}"${oneLine ? '' : ' wrapText="1"'}/>`;
    return this.#cells.index(
      `<xf numFmtId="${format ? FORMATS[format] : 0}" fontId="${font}" fillId="${filled}" borderId="${lined}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}<protection locked="${open ? 0 : 1}"/></xf>`,
    );
  }

  /** The list itself; `main` is the namespace. */
  xml(main: string): string {
    return `<styleSheet xmlns="${main}"><numFmts count="${CODES.length}">${CODES.map(([format, code]) => `<numFmt numFmtId="${FORMATS[format]}" formatCode="${code}"/>`).join('')}</numFmts>${this.#fonts.xml('fonts')}${this.#fills.xml('fills')}${this.#borders.xml('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${this.#cells.xml('cellXfs')}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

/** Distinct elements in the order in which they were first asked for. */
class Listing {
  readonly #indexes = new Map<string, number>();

  index(element: string): number {
    const known = this.#indexes.get(element);
    if (known !== undefined) return known;
    this.#indexes.set(element, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  xml(name: string): string {
    return `<${name} count="${this.#indexes.size}">${[...this.#indexes.keys()].join('')}</${name}>`;
  }
}

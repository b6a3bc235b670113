import type { Day } from '../day.ts';
import { type Block, blockXml, twips } from './document-blocks.ts';
import { DEFAULT_SIZE, FONTS, LANGUAGE, stylesXml } from './document-styles.ts';
import { HEAD, RELATIONS, packageParts, relationsOfPart } from './parts.ts';
import { type Packed, archiveOf, packedFrom } from './zip.ts';

/** Pages of one form, A4; a section begins on a new page. */
export interface Section {
  readonly landscape?: boolean;
  /** In millimetres. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Its pages count from one again. */
  readonly restarts?: boolean;
  readonly blocks: readonly Block[];
}

export interface DocumentToWrite {
  readonly title: string;
  /** The day that the document says it was made. */
  readonly day: Day;
  readonly sections: readonly Section[];
}

/** Short and long side of A4, in millimetres. */
const A4 = [210, 297] as const;

/** The room between left and right margin, in millimetres. */
export const textWidth = ({ landscape, margins }: Pick<Section, 'landscape' | 'margins'>): number =>
  A4[landscape ? 1 : 0] - margins.left - margins.right;

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * The bytes of a document (ECMA-376, transitional): Times New Roman, pages numbered at the top but for the first of a
 * section that counts its own. The same document always makes the same bytes. Characters that XML cannot hold are
 * shown as U+FFFD; marks that act, such as those that turn the direction of writing, are the caller's to take out.
 */
export const documentBytes = (document: DocumentToWrite): Uint8Array => archiveOf(documentParts(document));

/** The parts of a document, in the order in which they stand in the file. */
function documentParts({ title, day, sections }: DocumentToWrite): Packed[] {
  return [
    ...packageParts(
      'word/document.xml',
      [
        ['word/document.xml', `${TYPE}.document.main+xml`],
        ['word/styles.xml', `${TYPE}.styles+xml`],
        ['word/settings.xml', `${TYPE}.settings+xml`],
        ['word/header1.xml', `${TYPE}.header+xml`],
      ],
      { title, day, language: LANGUAGE },
    ),
    relationsOfPart('word/_rels/document.xml.rels', [
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
      ['header', 'header1.xml'],
    ]),
    packedFrom('word/styles.xml', `${HEAD}${stylesXml(MAIN)}`),
    // A line that is broken off is not stretched. Without the mode of Word 2013, Word opens the file as an older one.
    packedFrom(
      'word/settings.xml',
      `${HEAD}<w:settings xmlns:w="${MAIN}"><w:defaultTabStop w:val="720"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ),
    packedFrom(
      'word/header1.xml',
      `${HEAD}<w:hdr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr>${FONTS}<w:sz w:val="${2 * DEFAULT_SIZE}"/><w:szCs w:val="${2 * DEFAULT_SIZE}"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`,
    ),
    packedFrom(
      'word/document.xml',
      `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${bodyXml(sections)}</w:body></w:document>`,
    ),
  ];
}

/** A paragraph without text, as high as said, in points: where tables meet, and where a section ends. */
const empty = (height: number, properties = ''): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${20 * height}" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${properties}</w:pPr></w:p>`;

const bodyXml = (sections: readonly Section[]): string =>
  sections
    .map((section, i) => {
      const width = textWidth(section);
      const drawn = section.blocks.map(
        (block, at) =>
          // Two tables without a paragraph between them would be one.
          (block.kind === 'table' && section.blocks[at - 1]?.kind === 'table' ? empty(6) : '') + blockXml(block, width),
      );
      const form = sectionXml(section, i === 0 || section.restarts === true);
      return drawn.join('') + (i === sections.length - 1 ? empty(1) + form : empty(1, form));
    })
    .join('');

/** The number stands in the margin above the text, and not on the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function sectionXml({ landscape, margins, restarts }: Section, hidesFirst: boolean): string {
  const [width, height] = (landscape ? [A4[1], A4[0]] : A4).map(twips);
  const { top, right, bottom, left } = margins;
  return [
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width ?? 0}" w:h="${height ?? 0}"${landscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(top / 2)}" w:footer="${twips(bottom / 2)}" w:gutter="0"/>`,
    `<w:pgNumType w:fmt="decimal"${restarts ? ' w:start="1"' : ''}/>`,
    hidesFirst ? '<w:titlePg/>' : '',
    '</w:sectPr>',
  ].join('');
}

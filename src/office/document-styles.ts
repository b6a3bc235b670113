const FONT = 'Times New Roman';
/** One font for every kind of letter. */
export const FONTS = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`;
export const LANGUAGE = 'vi-VN';
/** In points. */
export const DEFAULT_SIZE = 14;

const BOLD = '<w:b/><w:bCs/>';

/** The headings of the outline: their names are those that Word knows. */
const heading = (level: number, form: string): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr>${form}</w:rPr></w:style>`;

/** The styles of a document; `main` is the namespace. */
export const stylesXml = (main: string): string =>
  [
    `<w:styles xmlns:w="${main}"><w:docDefaults>`,
    `<w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="${2 * DEFAULT_SIZE}"/><w:szCs w:val="${2 * DEFAULT_SIZE}"/><w:lang w:val="${LANGUAGE}" w:eastAsia="${LANGUAGE}" w:bidi="${LANGUAGE}"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    heading(1, BOLD),
    heading(2, BOLD),
    heading(3, `${BOLD}<w:i/><w:iCs/>`),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '</w:styles>',
  ].join('');

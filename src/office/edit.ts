import { cellName, columnName } from './cells.ts';
import { HEAD, PACKAGE, RELATIONS } from './parts.ts';
import { MAIN, TYPE, cellText, heightOf, sheetInFormula } from './write.ts';
import { type Relation, relationsOf, relationsPart, textOf } from './package.ts';
import { escaped } from './xml.ts';
import { type Archive, type Packed, archiveOf, openArchive, packedFrom } from './zip.ts';

/** A note to be left at a cell. */
export interface NoteToLeave {
  /** Name of the sheet's part. */
  readonly part: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A row of the sheet to be added; a link goes to a cell of the workbook. */
export interface AddedRow {
  readonly cells: readonly string[];
  /** Plain text runs on over the cells beside it. */
  readonly style?: 'bold' | 'wrapped';
  readonly link?: { readonly sheet: string; readonly row: number; readonly column: number };
}

export interface AddedSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly AddedRow[];
}

/**
 * The same workbook with notes at cells and one more sheet at its end. Every part that this does not touch goes over as
 * it lies there; the touched ones keep their text, with something put in between.
 */
export function withNotes(
  bytes: Uint8Array,
  notes: readonly NoteToLeave[],
  sheet: AddedSheet,
  author: string,
): Uint8Array {
  const edit = new Edit(openArchive(bytes));
  const parts = new Set(notes.map(({ part }) => part));
  for (const part of parts)
    edit.leave(
      part,
      notes.filter((note) => note.part === part),
      author,
    );
  edit.add(sheet);
  return edit.bytes();
}

/** The main namespace's prefix with its colon, as the root of a part uses it: mostly none. */
const prefixOf = (xml: string, root: string): string =>
  new RegExp(`<([A-Za-z0-9]+:)?${root}[\\s>/]`).exec(xml)?.[1] ?? '';

class Edit {
  readonly #archive: Archive;
  readonly #texts = new Map<string, string>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  bytes(): Uint8Array {
    const kept = this.#archive.names.flatMap((name): Packed[] => {
      const text = this.#texts.get(name);
      const packed = text === undefined ? this.#archive.packed(name) : packedFrom(name, text);
      return packed ? [packed] : [];
    });
    const known = new Set(this.#archive.names);
    const added = [...this.#texts].filter(([name]) => !known.has(name)).map(([name, text]) => packedFrom(name, text));
    return archiveOf([...kept, ...added]);
  }

  /** Parts are found whatever the case of their names, and written under the name they have. */
  #name(name: string): string {
    return this.#archive.names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
  }

  #text(name: string): string {
    return (
      this.#texts.get(this.#name(name)) ??
      textOf(this.#archive, name).replace(/(<\?xml[^>]*encoding=["'])utf-16/i, '$1UTF-8')
    );
  }

  #has(name: string): boolean {
    return this.#texts.has(this.#name(name)) || this.#archive.names.includes(this.#name(name));
  }

  #set(name: string, text: string): void {
    this.#texts.set(this.#name(name), text);
  }

  /** A name that no part has yet. */
  #free(make: (n: number) => string): string {
    let n = 1;
    while (this.#has(make(n))) n++;
    return make(n);
  }

  #relations(part: string): Relation[] {
    return relationsOf(this.#archive, part);
  }

  /** Adds a relation of a part; its id. */
  #relate(part: string, type: string, target: string): string {
    const list = relationsPart(part);
    const text = this.#has(list)
      ? this.#text(list)
      : `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
    let n = 1;
    while (new RegExp(`Id=["']rId${n}["']`).test(text)) n++;
    const tag = `<${prefixOf(text, 'Relationships')}Relationship Id="rId${n}" Type="${RELATIONS}/${type}" Target="/${target}"/>`;
    this.#set(list, inserted(text, 'Relationships', tag));
    return `rId${n}`;
  }

  #declare(part: string, type: string): void {
    const list = '[Content_Types].xml';
    const text = this.#text(list);
    const prefix = prefixOf(text, 'Types');
    this.#set(list, inserted(text, 'Types', `<${prefix}Override PartName="/${part}" ContentType="${type}"/>`));
  }

  leave(part: string, notes: readonly NoteToLeave[], author: string): void {
    const relations = this.#relations(part);
    this.#comment(part, relations.find(({ type }) => type === 'comments')?.target, notes, author);
    this.#draw(part, relations, notes);
  }

  #comment(part: string, known: string | undefined, notes: readonly NoteToLeave[], author: string): void {
    const target = known ?? this.#free((n) => `xl/comments${n}.xml`);
    if (known === undefined) {
      this.#set(target, `${HEAD}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`);
      this.#relate(part, 'comments', target);
      this.#declare(target, `${TYPE}.comments+xml`);
    }
    let text = this.#text(target).replace(/<((?:\w+:)?)(authors|commentList)\s*\/>/g, '<$1$2></$1$2>');
    const prefix = prefixOf(text, 'comments');
    const authors = text.match(new RegExp(`<${prefix}author[\\s>/]`, 'g'))?.length ?? 0;
    text = inserted(text, 'authors', `<${prefix}author>${escaped(author)}</${prefix}author>`);
    for (const note of notes) {
      const name = cellName(note);
      const own = new RegExp(`(<${prefix}comment\\b[^>]*\\bref=["']${name}["'][^>]*>.*?)(</${prefix}text>)`, 's');
      const run = (words: string): string =>
        `<${prefix}r><${prefix}t xml:space="preserve">${cellText(words)}</${prefix}t></${prefix}r>`;
      if (own.test(text))
        text = text.replace(
          own,
          (_, before: string, end: string) => `${before}${run(`\n${author}: ${note.text}`)}${end}`,
        );
      else
        text = inserted(
          text,
          'commentList',
          `<${prefix}comment ref="${name}" authorId="${authors}"><${prefix}text>${run(`${author}: ${note.text}`)}</${prefix}text></${prefix}comment>`,
        );
    }
    this.#set(target, text);
  }

  /** A note is only shown where a drawing gives it a box. */
  #draw(part: string, relations: readonly Relation[], notes: readonly NoteToLeave[]): void {
    const known = relations.find(({ type }) => type === 'vmlDrawing')?.target;
    const target = known ?? this.#free((n) => `xl/drawings/vmlDrawing${n}.vml`);
    if (known === undefined) {
      this.#set(
        target,
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>',
      );
      const id = this.#relate(part, 'vmlDrawing', target);
      this.#set(part, withDrawing(this.#text(part), id));
      const types = this.#text('[Content_Types].xml');
      if (!/Extension=["']vml["']/i.test(types)) {
        const prefix = prefixOf(types, 'Types');
        const tag = `<${prefix}Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`;
        this.#set(
          '[Content_Types].xml',
          types.replace(/(<(?:\w+:)?Types[^>]*>)/, (root) => `${root}${tag}`),
        );
      }
    }
    const text = this.#text(target);
    const missing = notes.filter(({ row, column }) => !hasBox(text, row, column));
    const boxes = missing.map(({ row, column }, i) => boxAt(row, column, 9000 + i));
    this.#set(target, inserted(text, 'xml', boxes.join('')));
  }

  /** One more sheet behind the others. */
  add({ name, widths, rows }: AddedSheet): void {
    const main = this.#relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
    const part = this.#free((n) => `xl/worksheets/added${n}.xml`);
    const styles = this.#styles(main);
    const cell = (text: string, row: number, column: number, style: number | undefined): string =>
      `<c r="${cellName({ row, column })}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
    const links = rows.flatMap(({ link }, i) =>
      link
        ? [`<hyperlink ref="B${i + 1}" location="${escaped(`${sheetInFormula(link.sheet)}!${cellName(link)}`)}"/>`]
        : [],
    );
    this.#set(
      part,
      [
        `${HEAD}<worksheet xmlns="${MAIN}">`,
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
        `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`,
        ...rows.map(
          ({ cells, style }, i) =>
            `<row r="${i + 1}"${style ? ` ht="${heightOf(cells.map((text, j) => ({ text, width: widths[j] ?? 9 })))}"` : ''}>${cells.map((text, j) => cell(text, i + 1, j + 1, style && styles[style])).join('')}</row>`,
        ),
        `</sheetData>${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}`,
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
      ].join(''),
    );
    this.#declare(part, `${TYPE}.worksheet+xml`);
    const id = this.#relate(main, 'worksheet', part);
    const text = this.#text(main);
    const names = new Set(
      [...text.matchAll(/<(?:\w+:)?sheet\b[^>]*\bname=(?:"([^"]*)"|'([^']*)')/g)].map(([, a, b]) => a ?? b),
    );
    let free = name;
    for (let n = 2; names.has(escaped(free)); n++) free = `${name} (${n})`;
    const last = Math.max(0, ...[...text.matchAll(/\bsheetId=["'](\d+)["']/g)].map(([, n]) => Number(n)));
    const prefix = prefixOf(text, 'workbook');
    const tag = `<${prefix}sheet xmlns:r="${RELATIONS}" name="${escaped(free)}" sheetId="${last + 1}" r:id="${id}"/>`;
    this.#set(main, inserted(text, 'sheets', tag));
  }

  /** Two styles behind those that are there: wrapped text, and the same in bold. */
  #styles(main: string): { readonly wrapped?: number; readonly bold?: number } {
    const part = this.#relations(main).find(({ type }) => type === 'styles')?.target;
    if (part === undefined || !this.#has(part)) return {};
    let text = this.#text(part);
    const prefix = prefixOf(text, 'styleSheet');
    const counted = (list: string, item: string): number => {
      const [whole = ''] = new RegExp(`<${prefix}${list}\\b.*?</${prefix}${list}>`, 's').exec(text) ?? [];
      return whole.match(new RegExp(`<${prefix}${item}[\\s>/]`, 'g'))?.length ?? 0;
    };
    const put = (list: string, item: string, tags: readonly string[]): number => {
      const before = counted(list, item);
      text = inserted(text, list, tags.join('')).replace(
        new RegExp(`(<${prefix}${list}\\b[^>]*\\bcount=")\\d+`),
        `$1${before + tags.length}`,
      );
      return before;
    };
    if (counted('fonts', 'font') === 0 || counted('cellXfs', 'xf') === 0) return {};
    const font = put('fonts', 'font', [`<${prefix}font><${prefix}b/><${prefix}sz val="11"/></${prefix}font>`]);
    const style = (fontId: number): string =>
      `<${prefix}xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`;
    const first = put('cellXfs', 'xf', [style(0), style(font)]);
    this.#set(part, text);
    return { wrapped: first, bold: first + 1 };
  }
}

/** Puts something before the end of the last element of a name. */
function inserted(xml: string, element: string, tag: string): string {
  const end = new RegExp(`</(?:[A-Za-z0-9]+:)?${element}\\s*>(?![\\s\\S]*</(?:[A-Za-z0-9]+:)?${element}\\s*>)`);
  return xml.replace(end, (close) => tag + close);
}

/** What may only stand behind the drawing of notes (ECMA-376 part 1, 18.3.1.99). */
const BEHIND = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

function withDrawing(xml: string, id: string): string {
  const prefix = prefixOf(xml, 'worksheet');
  const tag = `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  const end = xml.lastIndexOf(`</${prefix}sheetData>`);
  const from = end === -1 ? xml.search(new RegExp(`<${prefix}sheetData\\s*/>`)) : end;
  const behind = BEHIND.map((name) => xml.slice(from).search(new RegExp(`<${prefix}${name}[\\s>/]`))).filter(
    (at) => at !== -1,
  );
  if (behind.length === 0) return inserted(xml, 'worksheet', tag);
  const at = from + Math.min(...behind);
  return xml.slice(0, at) + tag + xml.slice(at);
}

const hasBox = (vml: string, row: number, column: number): boolean =>
  [...vml.matchAll(/<x:Row>(\d+)<\/x:Row>\s*<x:Column>(\d+)<\/x:Column>/g)].some(
    ([, r, c]) => Number(r) === row - 1 && Number(c) === column - 1,
  );

/** A hidden box beside the cell, wide enough for a sentence. */
const boxAt = (row: number, column: number, id: number): string =>
  `<v:shape id="dondoc_${columnName(column)}${row}_${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:320pt;height:110pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 15, ${Math.max(0, row - 2)}, 10, ${column + 4}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;

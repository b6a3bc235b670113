import type { Lang, Text } from '../lang.ts';
import type { Meeting } from '../model/meeting.ts';
import type { Table } from '../model/summary.ts';
import { columnsOf, drawnLines, firstHead, narrowHeading, numberText } from './columns.ts';
import type { Provenance } from './json.ts';
import { type Listing, cellWords, listingsOf } from './listings.ts';
import { notesText, restsOn, selectionText, sharesText, titleText } from './notes.ts';
import type { Block, GridBlock } from './paper.ts';
import { tablesDocx } from './tables-docx.ts';

const notes: Text = { vi: 'Ghi chú', en: 'Notes' };

/** A meeting as a Word document: the table, what qualifies it, the lists, what it rests on. */
export function summaryDocx(meeting: Meeting, provenance: Provenance, lang: Lang): Uint8Array {
  const { facts, table } = meeting;
  const text = (each: string): Block => ({ kind: 'text', text: each });
  const heading = (each: string): Block => ({ kind: 'heading', level: 2, text: each });
  const remarks = notesText(meeting, lang);
  return tablesDocx({
    title: titleText(meeting, lang),
    asOf: facts.asOf,
    blocks: [
      ...selectionText(meeting, lang).map(text),
      tableGrid(table, lang),
      text(sharesText(table.total, lang)),
      ...(remarks.length === 0 ? [] : [heading(notes[lang])]),
      ...remarks.map((each): Block => ({ kind: 'item', text: each })),
      ...listingsOf(meeting, lang).flatMap((listing) => [
        heading(`${listing.title}: ${listing.lines.length}`),
        ...(listing.lines.length === 0 ? [] : [listGrid(listing, lang)]),
      ]),
      text(restsOn(facts, provenance, lang)),
    ],
  });
}

/** The figures take what they need, the names of the lines the rest. */
function tableGrid(table: Table, lang: Lang): GridBlock {
  const columns = columnsOf(table);
  return gridOf(
    [
      { title: firstHead(table.by, lang), width: 1 },
      ...columns.map((column) => ({ title: narrowHeading(column, lang), width: 0, isFigure: true })),
    ],
    drawnLines(table, lang).map(({ kind, label, counts }) => ({
      cells: [label, ...columns.map(({ value }) => numberText(value(counts), lang))],
      strong: kind !== 'line',
    })),
  );
}

const listGrid = ({ columns, lines }: Listing, lang: Lang): GridBlock =>
  gridOf(
    columns,
    lines.map(({ cells }) => ({ cells: cells.map((cell) => cellWords(cell, lang)) })),
  );

/** What a page has room for across, in letters as wide as `n`: A4 landscape, bold, at the size of tables. */
const ROOM = 111;
/** What the sides of a cell take. */
const SIDES = 1.4;
/** Wider words, such as the names of files, may be broken. */
const WIDEST_WHOLE = 11;

/** Every column has room for its longest word; the rest is shared out by the widths asked for. */
function gridOf(columns: Listing['columns'], rows: GridBlock['rows']): GridBlock {
  const least = columns.map(({ title }, i) => {
    const words = [title, ...rows.map(({ cells }) => cells[i] ?? '')].flatMap((text) => text.split(/\s+/));
    return SIDES + Math.min(WIDEST_WHOLE, Math.max(...words.map(widthOfWord)));
  });
  const part = partOf(
    columns.map(({ width }, i) => ({ width, least: least[i] ?? 0 })),
    ROOM,
  );
  return {
    kind: 'table',
    columns: columns.map(({ title, width, isFigure }, i) => ({
      title,
      width: Math.max(least[i] ?? 0, width * part),
      ...(isFigure ? { align: 'right' } : {}),
    })),
    rows,
  };
}

/** How wide one part is where those columns that ask for less than they need take just that. */
function partOf(columns: readonly { readonly width: number; readonly least: number }[], room: number): number {
  const part = room / columns.reduce((sum, { width }) => sum + width, 0);
  const open = columns.filter(({ width, least }) => width * part > least);
  if (open.length === columns.length || open.length === 0) return part;
  return partOf(
    open,
    columns.reduce((left, each) => (open.includes(each) ? left : left - each.least), room),
  );
}

/** A word's width in letters: in Times New Roman some are half as wide as others. */
const widthOfWord = (word: string): number =>
  Array.from(word.normalize('NFC'), widthOfLetter).reduce((sum, width) => sum + width, 0);

function widthOfLetter(letter: string): number {
  if (/[-iíìỉĩịjlrtf:.,;'()/]/.test(letter)) return 0.6;
  if (/[mw%]/i.test(letter)) return 1.6;
  return /\p{Lu}/u.test(letter) ? 1.35 : 1;
}

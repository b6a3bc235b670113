import type { Lang } from '../../lang.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Table } from '../../model/summary.ts';
import { said, tableTexts } from './columns.ts';
import type { Provenance } from '../json.ts';
import { type Listing, cellWords } from './listing.ts';
import { listingsOf } from './listings.ts';
import { noneText, notesText, restsOn, selectionText, sharesText, titleText } from './notes.ts';
import { type Block, type GridBlock, heading, item, note, text } from '../paper/paper.ts';
import { tablesDocx } from '../paper/tables.ts';

/** A meeting as a Word document on A4 landscape: the table, what qualifies it, the lists, what it rests on. */
export function summaryDocx(meeting: Meeting, provenance: Provenance, lang: Lang): Uint8Array {
  const { facts, table } = meeting;
  return tablesDocx({
    title: titleText(meeting, lang),
    asOf: facts.asOf,
    blocks: [
      ...selectionText(meeting, lang).map(text),
      tableBlock(table, lang),
      text(sharesText(table.total, lang)),
      ...notesText(meeting, lang).map(item),
      ...listingsOf(meeting, lang).flatMap((listing): Block[] => [
        heading(2, `${listing.title}: ${listing.lines.length}`),
        listing.lines.length === 0 ? text(noneText[lang]) : listingBlock(listing, lang),
      ]),
      note(restsOn(facts, provenance, lang)),
    ],
  });
}

/** The figures of what was reported and accepted stand in a note: the page has no room for their columns. */
function tableBlock(table: Table, lang: Lang): GridBlock {
  const { heads, lines } = tableTexts(table, lang, [said]);
  return {
    kind: 'table',
    columns: heads.map((title, i) => (i === 0 ? { title, width: 40 } : { title, width: 1, align: 'center' })),
    rows: lines.map(({ kind, cells }) => ({ cells, ...(kind === 'line' ? {} : { strong: true }) })),
  };
}

const listingBlock = ({ columns, lines }: Listing, lang: Lang): GridBlock => ({
  kind: 'table',
  columns: columns.map(({ title, width, isFigure }) => ({ title, width, ...(isFigure ? { align: 'center' } : {}) })),
  rows: lines.map(({ cells }) => ({ cells: cells.map((cell) => cellWords(cell, lang)) })),
});

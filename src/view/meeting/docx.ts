import type { Lang, Text } from '../../lang.ts';
import type { Meeting } from '../../model/meeting.ts';
import type { Table } from '../../model/summary.ts';
import { said, tableTexts } from './columns.ts';
import type { Provenance } from '../json.ts';
import { type Listing, cellWords } from './listing.ts';
import { listingsOf } from './listings.ts';
import { notesText, restsOn, selectionText, sharesText, titleText } from './notes.ts';
import type { Block, GridBlock } from '../paper/paper.ts';
import { tablesDocx } from '../paper/tables.ts';

const none: Text = { vi: 'Không có.', en: 'None.' };

/** A meeting as a Word document on A4 landscape: the table, what qualifies it, the lists, what it rests on. */
export function summaryDocx(meeting: Meeting, provenance: Provenance, lang: Lang): Uint8Array {
  const { facts, table } = meeting;
  const text = (sentence: string): Block => ({ kind: 'text', text: sentence });
  return tablesDocx({
    title: titleText(meeting, lang),
    asOf: facts.asOf,
    blocks: [
      ...selectionText(meeting, lang).map(text),
      tableBlock(table, lang),
      text(sharesText(table.total, lang)),
      ...notesText(meeting, lang).map((sentence): Block => ({ kind: 'item', text: sentence })),
      ...listingsOf(meeting, lang).flatMap((listing): Block[] => [
        { kind: 'heading', level: 2, text: `${listing.title}: ${listing.lines.length}` },
        listing.lines.length === 0 ? text(none[lang]) : listingBlock(listing, lang),
      ]),
      { kind: 'note', text: restsOn(facts, provenance, lang) },
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

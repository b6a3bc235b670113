import { groupBy } from '../../group.ts';
import type { Lang } from '../../lang.ts';
import type { Series } from '../../model/indicators.ts';
import type { Meeting } from '../../model/meeting.ts';
import { type Cell, type Listing, type ListingId, type ListingLine, cellWords } from '../meeting/listing.ts';
import { listingsOf } from '../meeting/listings.ts';
import { type RowLinks, numberAt } from './figures.ts';
import { type Html, brief, markup, prose } from './html.ts';
import { spark } from './spark.ts';
import { words } from './words.ts';

/** Where the JSON has the things that a list lists. */
const PATHS: Readonly<Record<Exclude<ListingId, 'indicators'>, string>> = {
  overdue: 'lists.overdue',
  unreported: 'lists.unreported',
  'due-soon': 'lists.dueSoon',
  'newly-completed': 'changes.completed',
  'newly-overdue': 'changes.overdue',
  'newly-reported': 'changes.reported',
  'moved-back': 'changes.movedBack',
  upcoming: 'upcoming.items',
};

/** The lists of the meeting. */
export const lists = (meeting: Meeting, linkOf: RowLinks, lang: Lang): Html[] =>
  listingsOf(meeting, lang).flatMap((listing) =>
    listing.id === 'indicators' ? [] : [list(listing, PATHS[listing.id], linkOf, lang)],
  );

function list(listing: Listing, path: string, linkOf: RowLinks, lang: Lang): Html {
  const { id, title, columns, lines } = listing;
  const heading = markup`<h3 id="list-${id}">${title}: ${numberAt(`${path}.length`, lines.length, lang)}</h3>`;
  if (lines.length === 0)
    return markup`${heading}
    <p class="how">${words.none[lang]}</p>
    `;
  const body = lines.map(({ cells, row }) => {
    const link = row && linkOf(row);
    const shown = cells.map((cell, i) => {
      const content =
        link !== undefined && cell === row?.task.id
          ? markup`<a href="#${link}">${cell}</a>`
          : row && cell === row.task.text
            ? brief(cellWords(cell, lang))
            : wordsOf(cell, lang);
      return dataCell(columns[i], content);
    });
    return markup`<tr>${shown}</tr>
    `;
  });
  return drawn(`list-${id}`, heading, columns, body);
}

const wordsOf = (cell: Cell, lang: Lang): Html => prose(cellWords(cell, lang));

type Columns = Listing['columns'];
const dataCell = (column: Columns[number] | undefined, content: Html | undefined): Html =>
  column?.isFigure ? markup`<td class="figure">${content}</td>` : markup`<td dir="auto">${content}</td>`;

/** A table under a heading, whose id is given. */
const drawn = (id: string, caption: Html | undefined, columns: Columns, body: readonly Html[]): Html => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const cols = columns.map(({ width }) => markup`<col style="width:${Math.round((width * 1000) / whole) / 10}%">`);
  const heads = columns.map(
    ({ title, isFigure }) => markup`<th scope="col"${isFigure ? markup` class="figure"` : undefined}>${title}</th>`,
  );
  return markup`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
  <table class="list">
    ${caption && markup`<caption>${caption}</caption>`}
    <colgroup>${cols}</colgroup>
    <thead><tr>${heads}</tr></thead>
    <tbody>
    ${body}
    </tbody>
  </table>
  </div>
  `;
};

/** The figures of each body with their course, where there are any. */
export const indicators = (meeting: Meeting, lang: Lang): Html[] =>
  listingsOf(meeting, lang).flatMap((listing) =>
    listing.id === 'indicators' ? [indicatorTable(listing, meeting.series, lang)] : [],
  );

/** The lines go with the series and their bodies, as the listing has them. */
function indicatorTable({ columns, lines }: Listing, series: readonly Series[], lang: Lang): Html {
  const bodies = series.flatMap((each, s) => {
    const byOwner = [...groupBy(each.values, ({ owner }) => owner).values()];
    return (byOwner.length === 0 ? [[]] : byOwner).map((own) => ({ each, s, own }));
  });
  const body = lines.map(({ cells }: ListingLine, i) => {
    const { each, s = 0, own = [] } = bodies[i] ?? {};
    const shown = cells.map((cell, j) => {
      const column = columns[j];
      const value = own.find(({ period }) => column?.isFigure && period.id === column.title);
      const number =
        value && each
          ? numberAt(`indicators.${s}.values.${each.values.indexOf(value)}.value`, value.value, lang)
          : undefined;
      return dataCell(column, number ?? wordsOf(cell, lang));
    });
    const course = each && own.length > 1 ? spark(own, each.indicator.target, lang) : undefined;
    return markup`<tr>${shown}<td>${course}</td></tr>
    `;
  });
  return drawn('indicators-title', undefined, [...columns, { title: words.course[lang], width: 16 }], body);
}

import type { Lang } from '../../lang.ts';
import type { Meeting } from '../../model/meeting.ts';
import { drawnLines } from '../meeting/columns.ts';
import type { Provenance } from '../json.ts';
import { emptyText, notesText, restsOn, selectionText, titleText } from '../meeting/notes.ts';
import { bars } from './bars.ts';
import { rowLinks, tableScopes, traces } from './figures.ts';
import { GRID_FIGURES, gridScopes, heatMap } from './grid.ts';
import { headline } from './headline.ts';
import { type Html, isolated, markup } from './html.ts';
import { indicators, lists } from './lists.ts';
import { rowTables } from './rows.ts';
import { STYLE } from './style.ts';
import { bigTable } from './table.ts';
import { words } from './words.ts';

/**
 * A meeting as one page of HTML that needs nothing else: no script, no network. Every number that counts carries its
 * path in the JSON of the same summary as `data-figure` (lines and groups by their id, cells of the grid by owner and
 * period: `tables.owner.lines.ID.classes.overdue`, `grid.OWNER.2025.rows`, `lists.overdue.length`), and links to its
 * rows, whose ids are their places in `rows` (`row-33`).
 */
export function summaryPage(meeting: Meeting, provenance: Provenance, lang: Lang): string {
  const { facts, table } = meeting;
  const grid = meeting.grid();
  const lines = drawnLines(table, lang);
  const scopes = tableScopes(meeting, lang);
  const cells = gridScopes(meeting, grid);
  const linkOf = rowLinks(facts.rows);
  const [total] = scopes.slice(-1);
  if (!total) throw new Error('a table without a total');
  const ways = traces(
    [...scopes.map((scope) => ({ scope })), ...[...cells.values()].map((scope) => ({ scope, figures: GRID_FIGURES }))],
    linkOf,
    facts.periods.length > 1,
    lang,
  );
  const isEmpty = table.lines.length === 0;
  const notes = notesText(meeting, lang);
  const sections: readonly Section[] = [
    { id: 'headline', body: [headline(meeting, total, lang)] },
    { id: 'bars', body: isEmpty ? [] : [bars(lines, scopes, total, lang)] },
    {
      id: 'table',
      body: [isEmpty ? markup`<p>${emptyText[lang]}</p>` : undefined, bigTable(table, lines, scopes, lang)],
    },
    { id: 'grid', body: grid.lines.length === 0 ? [] : [heatMap(grid, cells, lang)] },
    { id: 'lists', body: lists(meeting, linkOf, lang) },
    { id: 'indicators', body: indicators(meeting, lang) },
    { id: 'rows', body: rowTables(meeting, linkOf, lang) },
    { id: 'traces', body: ways.length === 0 ? [] : [markup`<p class="how">${words.traced[lang]}</p><ul>${ways}</ul>`] },
    {
      id: 'notes',
      body: notes.length === 0 ? [] : [markup`<ol>${notes.map((note) => markup`<li>${isolated(note)}</li>`)}</ol>`],
    },
  ];
  const present = sections.filter(({ body }) => body.length > 0);
  const title = titleText(meeting, lang);
  return markup`<!doctype html>
  <html lang="${lang}">
  <head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  ${STYLE}
  </head>
  <body>
  <a class="skip" href="#main">${words.skip[lang]}</a>
  <header>
    <h1>${title}</h1>
    ${selectionText(meeting, lang).map((text) => markup`<p class="selection">${text}</p>`)}
    <nav aria-label="${words.contents[lang]}"><ul>${present.filter(({ id }) => id !== 'traces').map(({ id }) => markup`<li><a href="#${id}">${words[id][lang]}</a></li>`)}</ul></nav>
  </header>
  <main id="main">
  ${present.map(
    ({ id, body }) => markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${words[id][lang]}</h2>
    ${body}
  </section>
  `,
  )}
  </main>
  <footer><p>${restsOn(facts, provenance, lang)}</p></footer>
  </body>
  </html>
  `.toString();
}

interface Section {
  readonly id: 'headline' | 'bars' | 'table' | 'grid' | 'lists' | 'indicators' | 'rows' | 'traces' | 'notes';
  readonly body: readonly (Html | undefined)[];
}

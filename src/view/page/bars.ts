import { capital } from '../../form.ts';
import type { Lang } from '../../lang.ts';
import type { Figure } from '../../model/figures.ts';
import { type Drawn, numberText } from '../meeting/columns.ts';
import { type Scope, countIn, linkedNumber } from './figures.ts';
import { type Html, isolated, markup } from './html.ts';
import { words } from './words.ts';
import { figureWords } from '../words.ts';

/** The parts of a bar, from what is done to what is worst: every row is in one of them. */
export const PARTS = [
  'completed-on-time',
  'completed-late',
  'in-term',
  'ongoing',
  'none-arisen',
  'waived',
  'not-due',
  'unreported-in-term',
  'unreported-past-deadline',
  'overdue',
] as const satisfies readonly Figure[];
export type Part = (typeof PARTS)[number];

/** More lines than this stand closer on paper. */
export const ONE_COLUMN = 26;

/** A bar for each line of the table, a legend above them with the totals. */
export function bars(lines: readonly Drawn[], scopes: readonly Scope[], total: Scope, lang: Lang): Html {
  const legend = PARTS.filter((part) => countIn(total, part) > 0).map(
    (
      part,
    ) => markup`<li><span class="swatch ${part}"></span>${capital(figureWords[part][lang])}: ${linkedNumber(total, part, lang)}</li>
    `,
  );
  return markup`<p class="how">${words.barsHow[lang]}</p>
  <ul class="legend" aria-label="${words.legend[lang]}">
    ${legend}
  </ul>
  <ul class="bars ${scopes.length > ONE_COLUMN ? 'many' : undefined}" style="--lines:${scopes.length}">
    ${scopes.map((scope, i) => barLine(scope, lines[i]?.kind ?? 'line', lang))}
  </ul>`;
}

/** The picture has a name that says it all; its links are for the pointer, the table has the same for everyone. */
function barLine(scope: Scope, kind: Drawn['kind'], lang: Lang): Html {
  const parts = PARTS.map((part) => ({ part, count: countIn(scope, part) })).filter(({ count }) => count > 0);
  const said = parts.map(({ part, count }) => `${figureWords[part][lang]} ${numberText(count, lang)}`).join(', ');
  return markup`<li class="${kind}">
    <span class="name">${isolated(scope.label)}</span>
    <span class="bar">
      <span role="img" aria-label="${scope.label}: ${said}"></span>
      <span class="parts" aria-hidden="true">
        ${parts.map(({ part, count }) => segment(scope, part, count, lang))}
      </span>
    </span>
    <span class="sum">${linkedNumber(scope, 'rows', lang)}</span>
  </li>
  `;
}

/** Its number shows where there is room for all of its digits. */
const segment = (scope: Scope, part: Part, count: number, lang: Lang): Html =>
  markup`<span class="part ${part} digits-${Math.min(4, String(count).length)}" style="flex-grow:${count}" title="${capital(figureWords[part][lang])}: ${numberText(count, lang)}">${linkedNumber(scope, part, lang, true)}</span>
  `;

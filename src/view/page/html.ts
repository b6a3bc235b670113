import { visible } from '../visible.ts';

/** Its contents are private, so nothing but `markup` can make one: what is not markup is escaped. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** Text that may stand in a page as it is. */
export type Html = Markup;

/** What stands in a template: text and numbers are escaped, markup is not, nothing is nothing. */
export type Hole = string | number | Html | undefined | readonly Hole[];

const ENTITIES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
} as const;

/** Whatever would act on a browser or on the direction of the line is shown instead; line breaks are spaces. */
const escaped = (text: string): string =>
  visible(text.replace(/[\t\n\r]+/g, ' ')).replace(/[&<>"']/g, (found) => ENTITIES[found as keyof typeof ENTITIES]);

function written(hole: Hole): string {
  if (hole === undefined) return '';
  if (hole instanceof Markup) return hole.toString();
  return typeof hole === 'object' ? hole.map(written).join('') : escaped(String(hole));
}

/** The one way to write a page. Values of attributes stand between double quotes; the indents of the code are dropped. */
export const markup = (parts: TemplateStringsArray, ...holes: readonly Hole[]): Html =>
  new Markup(parts.map((part, i) => (i === 0 ? '' : written(holes[i - 1])) + part.replace(/\n\s*/g, '\n')).join(''));

/** Words of others inside a line: their direction is their own. */
export const isolated = (text: string): Html => markup`<bdi>${text}</bdi>`;

/** Words of others as a cell holds them; the longest scroll, so that no single text takes the page. */
export const prose = (text: string): Html =>
  text.length > LONG ? markup`<div class="long" tabindex="0">${text}</div>` : markup`${text}`;
const LONG = 1200;

/** The beginning of a text that stands elsewhere on the page in whole. */
export const brief = (text: string): Html => markup`<div class="brief">${text}</div>`;

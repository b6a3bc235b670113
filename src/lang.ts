/** The languages of the interface. Vietnamese comes first everywhere: it is the users' own. */
export const LANGS = ['vi', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A sentence in every language; a missing one does not compile. */
export type Text = Readonly<Record<Lang, string>>;

/** A sentence made from data, in every language. */
export type Message<D> = Readonly<Record<Lang, (data: D) => string>>;

/** `1.234,5` in Vietnamese, `1,234.5` in English. By hand: ICU's data changes between Node versions. */
export function formatNumber(value: number, lang: Lang): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (value < 0 ? '-' : '') + grouped + (fraction === undefined ? '' : point + fraction);
}

/** `A, B và C`. */
export function listOf(items: readonly string[], lang: Lang, word: Text = { vi: 'và', en: 'and' }): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word[lang]} ${items.slice(-1).join('')}`;
}

/** `A, B hoặc C`. */
export const oneOf = (items: readonly string[], lang: Lang): string => listOf(items, lang, { vi: 'hoặc', en: 'or' });

/** `1 day`, `2 days`; Vietnamese nouns have no plural and need no help. */
export const plural = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? noun : nouns}`;

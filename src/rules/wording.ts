import { type Lang, oneOf } from '../lang.ts';

/** Text from a file as it may stand in a message: on one line, at most 80 characters, the last of them `…` where cut. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 1000).replace(/\s+/g, ' ').trim());
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}

/** The end of a sentence about something unknown: what it may be. Empty where nothing is near. */
export function perhaps(suggestions: readonly string[], lang: Lang): string {
  if (suggestions.length === 0) return '';
  const list = oneOf(suggestions, lang);
  return lang === 'vi' ? `, có lẽ là ${list}` : `; perhaps ${list} is meant`;
}

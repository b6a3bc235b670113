import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { addDays, daysBetween, formatDay, guessDay, isDay, typedDay } from '../../src/day.ts';
import { distance, fold, isSameName, sameId, sameName, suggest } from '../../src/fold.ts';
import { legacyText } from '../../src/legacy.ts';
import { numbersIn, readNumber } from '../../src/model/number.ts';
import * as json from '../../src/read/json.ts';
import { readPlain } from '../../src/read/plain-yaml.ts';
import * as quick from '../../src/read/yaml.ts';
import { quoted } from '../../src/rules/wording.ts';
import { inert, visible } from '../../src/view/visible.ts';
import type { Mark, Parsed } from '../../src/source.ts';

/** A reader of texts: its data, and where everything stands. */
export interface Reader {
  readonly read: (text: string) => Parsed;
  readonly mark: (text: string) => Mark;
}

function law(isSo: boolean, what: string, ...about: readonly unknown[]): void {
  if (!isSo) throw new Error(`${what}: ${about.map((each) => JSON.stringify(each)).join(', ')}`);
}

/** The reader that is quick where it can be says what the full one says; what is plain, the library reads as they do. */
export function yamlLaws(text: string, full: Reader): void {
  const plain = readPlain(text);
  const whole = full.read(text);
  law(whole.data !== undefined || whole.faults.length > 0, 'refused without a reason', text);
  for (const { span } of whole.faults)
    law(
      span.start >= 0 && span.start <= span.end && span.end <= text.length + 1,
      'a fault out of the text',
      span,
      text.length,
    );
  const { markItem, ...found } = quick.read(text);
  law(isDeepStrictEqual(whole, found), 'the quick reader differs', found, whole);
  const marks = full.mark(text);
  law(isDeepStrictEqual(marks, quick.mark(text)), 'the marks differ', text);
  for (const [key, { children }] of marks.children ?? [])
    for (const [index, mark] of children ?? []) {
      const item = typeof index === 'number' ? markItem?.(String(key), index) : undefined;
      law(item === undefined || isDeepStrictEqual(item, mark), 'the mark of an item differs', text);
    }
  if (plain === undefined) return;
  law(whole.faults.length === 0, 'plain with a fault', text);
  const library: unknown = parse(text, { version: '1.2', schema: 'core', merge: false, stringKeys: true });
  law(isDeepStrictEqual(plain.data, library), 'the library differs', plain.data, library);
}

/** What is read as JSON without a fault is what `JSON.parse` reads, and whatever that refuses is a fault. */
export function jsonLaws(text: string): void {
  const { data, faults } = json.read(text);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    law(faults.length > 0 && data === undefined, 'read what is no JSON', text);
    return;
  }
  if (faults.length === 0) law(isDeepStrictEqual(data, parsed), 'JSON.parse differs', data, parsed);
  for (const { span } of faults)
    law(span.start >= 0 && span.start <= span.end && span.end <= text.length + 1, 'a fault out of the text', span);
}

/** Days, numbers, names and what is shown of them, for any text at all. */
export function valueLaws(text: string, other: string): void {
  for (const day of [typedDay(text), guessDay(text)]) {
    if (day === undefined) continue;
    law(isDay(day), 'no day', text, day);
    law(
      typedDay(formatDay(day, 'vi')) === day && typedDay(formatDay(day, 'en')) === day,
      'a day is read as another',
      text,
      day,
    );
  }
  if (isDay(text) && text > '0001-02' && text < '9999-11') {
    law(
      addDays(addDays(text, 31), -31) === text && daysBetween(text, addDays(text, 31)) === 31,
      'days do not add up',
      text,
    );
  }
  const number = readNumber(text);
  if (number) law(readNumber(number.text)?.text === number.text, 'a number is read as another', text, number);
  for (const { index, text: found } of numbersIn(text))
    law(index >= 0 && index < text.normalize('NFC').length && found !== '', 'a number out of the text', text);
  for (const once of [sameName, sameId, fold, visible, inert, quoted])
    law(once(once(text)) === once(text), `${once.name} twice is not once`, text);
  law(isSameName(text, other) === (sameName(text) === sameName(other)), 'names compare in two ways', text, other);
  const [a, b] = [text.slice(0, 60), other.slice(0, 60)];
  law(distance(a, b) === distance(b, a) && distance(a, a) === 0, 'distance', a, b);
  suggest(text, [{ value: 1, names: [other] }]);
  law(Array.from(quoted(text)).length <= 80, 'a quotation is long', text);
  const legacy = legacyText(text);
  if (legacy) law(legacy.converted !== text, 'converted into itself', text);
}

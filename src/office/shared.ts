import { readXml } from './xml.ts';

/** How a style shows numbers. */
export type Format = 'date' | 'percent' | 'other';

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.4.2.4). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The shared strings of a workbook; runs of one string are joined, how they sound is left out. */
export function stringsIn(xml: string): string[] {
  const strings: string[] = [];
  let [current, isText, isPhonetic] = ['', false, false];
  readXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(current));
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
  });
  return strings;
}

/** Formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, Format>> = Object.fromEntries([
  ...[9, 10].map((id) => [id, 'percent']),
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date']),
]) as Record<number, Format>;

/** How each cell style of a workbook shows numbers, in the order in which cells name them. */
export function formatsIn(xml: string): Format[] {
  const named = new Map<number, Format>();
  const formats: Format[] = [];
  let isCellStyles = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') named.set(Number(attributes('numFmtId')), formatOf(attributes('formatCode') ?? ''));
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) {
        const id = Number(attributes('numFmtId') ?? 0);
        formats.push(named.get(id) ?? BUILT_IN[id] ?? 'other');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return formats;
}

/** A format code shows a date where it names a day or a year; words in quotes and conditions in brackets do not count. */
function formatOf(code: string): Format {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (bare.includes('%')) return 'percent';
  if (/general/.test(bare)) return 'other';
  return /[dy]/.test(bare) || /m{3,}/.test(bare) ? 'date' : 'other';
}

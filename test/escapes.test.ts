import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameName, suggest } from '../src/fold.ts';
import { inert, print } from '../src/view/json.ts';
import { markdownText, inert as shown, visible } from '../src/view/visible.ts';
import { cut, fit, hanging, padEnd, widthOf, wrap } from '../src/view/width.ts';

/** Whatever acts on a terminal, and letters that stand next to it in the table of characters. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\t', '\0', '\x1b', '\x9b', '\xad', '\u061c', '\u202e', '\u2066', '\ufeff', '\ud800', '\udc00'),
    fc.constantFrom(' ', '\n', 'Sở', 'e\u0323', '日', '🧾', '\u{e0041}', '\\', '|', '*'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  ),
});
const ACTS = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

describe('what would act on a terminal', () => {
  test.each([
    ['a\tb\nc', 'a b\\x0ac'],
    ['\0\x1b[31m\x7f', '\\x00\\x1b[31m\\x7f'],
    ['\x80\x9b31m\x9f\xa0\xad\xae', '\\x80\\x9b31m\\x9f\xa0\\xad\xae'],
    ['\u061b\u061c\u202e\u2066', '\u061b\\u{61c}\\u{202e}\\u{2066}'],
    ['☎\ufe0f \ufeff \u3164', '☎\\u{fe0f} \\u{feff} \\u{3164}'],
    ['🧾 \ud83e \uddfe', '🧾 \\u{d83e} \\u{ddfe}'],
    ['\u{e0041}\u{1f1fb}', '\\u{e0041}\u{1f1fb}'],
  ])('%j is shown', (text, as) => {
    expect([visible(text), shown(text)]).toEqual([as, as]);
  });

  test('marks are composed, but not in a name', () => {
    expect([visible('Sơ\u0309'), shown('Sơ\u0309')]).toEqual(['Sở', 'Sơ\u0309']);
  });

  test('nothing gets past, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const each of [visible(text), shown(text), markdownText(text)]) expect(each).not.toMatch(ACTS);
      }),
    );
  });

  test('what Markdown would take for its own stands behind a backslash', () => {
    expect(markdownText('\\ ` * _ { } [ ] < > | ~ & $ ! (a) - +')).toBe(
      '\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\< \\> \\| \\~ \\& \\$ ! (a) - +',
    );
    expect(markdownText('**\0')).toBe('\\*\\*\\\\x00');
  });

  test('what Markdown on GitHub would link or call is parted', () => {
    expect(markdownText('#1 GH-2 @tinh www.a.vn https://a.vn')).toBe(
      '\\#&#8203;1 GH-&#8203;2 @&#8203;tinh www&#8203;.a.vn https:&#8203;//a.vn',
    );
  });

  test('what would command something in a log is parted by a backslash, wherever wrapping puts it', () => {
    expect(visible('a ##[stop-commands]x ::add-mask::y')).toBe('a ##\\[stop-commands]x :\\:add-mask:\\:y');
    expect(visible('## [a] #[b] : : 12:30 a::1 ::')).toBe('## [a] #[b] : : 12:30 a::1 ::');
    expect(visible(visible('##[a] ::b'))).toBe(visible('##[a] ::b'));
    expect(JSON.parse(print({ '##[a]': '##[b]' }))).toEqual({ '##[a]': '##[b]' });
    expect(print({ '##[a]': '##[b]' })).not.toContain('##[');
  });

  test('marks in heaps are cut, and cost no more than their number', () => {
    const heap = '\u0323\u0301'.repeat(100_000);
    expect(visible(`a${heap}b`)).toBe(`a${heap.slice(0, 9)}…b`);
    expect(visible(`ế${'\u0323'.repeat(3)}`)).toBe(`ế${'\u0323'.repeat(3)}`.normalize('NFC'));
    expect(sameName(heap)).toBe(heap);
    expect(suggest(heap, [{ value: 1, names: [heap] }])).toEqual([]);
    expect(cut(heap, 5)).toBe(heap);
  });

  test('JSON has it as an escape, and is the same text when it is read', () => {
    expect(print({ a: '\x7f\x9f\xa0\u061c\u200b\u2029\u202e\u2060\ufeff ở' })).toBe(
      '{\n  "a": "\\u007f\\u009f\xa0\\u061c\\u200b\\u2029\\u202e\\u2060\\ufeff ở"\n}\n',
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const json = JSON.stringify(text);
        expect(JSON.parse(inert(json))).toBe(text);
        expect(inert(json)).not.toMatch(/[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
      }),
    );
  });
});

/** Texts of one line, in the cells that they take. */
const WIDE: readonly (readonly [text: string, cells: number])[] = [
  ['', 0],
  ['Sở Tài chính', 12],
  ['e\u0323\u0302', 1],
  ['日本', 4],
  ['a\u200db', 2],
  ['a\u20dd', 1],
  ['🧾', 2],
];
const CUT: readonly (readonly [text: string, cells: number, as: string])[] = [
  ['Sở Tài chính', 12, 'Sở Tài chính'],
  ['Sở Tài chính', 11, 'Sở Tài chí…'],
  ['日本語', 6, '日本語'],
  ['日本語', 5, '日本…'],
  ['日本語', 4, '日…'],
];
const LINES: readonly (readonly [text: string, cells: number, lines: readonly string[]])[] = [
  ['', 9, ['']],
  [' \n ', 9, ['']],
  ['  một \n\t hai  ', 9, ['một hai']],
  ['một hai ba', 7, ['một hai', 'ba']],
  ['một hai ba', 6, ['một', 'hai ba']],
  ['abcdefg', 3, ['abc', 'def', 'g']],
  ['x abcdef', 3, ['x', 'abc', 'def']],
  ['x abcdef h', 3, ['x', 'abc', 'def', 'h']],
  ['日本', 1, ['日本']],
  ['a\u202eb', 10, ['a\\u{202e}b']],
  ['a\u202eb', 9, ['a\\u{202e}', 'b']],
];
const BOXES: readonly (readonly [text: string, cells: number, lines: number, as: string])[] = [
  ['một hai ba bốn', 14, 1, 'một hai ba bốn'],
  ['một hai ba bốn', 7, 2, 'một hai\nba bốn'],
  ['một hai ba bốn', 8, 1, 'một hai…'],
  ['một hai ba bốn', 7, 1, 'một…'],
  ['một hai ba bốn', 4, 2, 'một\nhai…'],
  ['abcdefgh', 3, 2, 'abc\nde…'],
];

describe('the cells of a line', () => {
  test('texts are measured, padded, cut, and broken into lines and boxes', () => {
    expect(WIDE.map(([text]) => [text, widthOf(text)])).toEqual(WIDE);
    expect(WIDE.filter(([text]) => widthOf(padEnd(text, 14)) !== 14)).toEqual([]);
    expect([padEnd('日本', 6), padEnd('abc', 2)]).toEqual(['日本  ', 'abc']);
    expect(CUT.map(([text, cells]) => [text, cells, cut(text, cells)])).toEqual(CUT);
    expect(LINES.map(([text, cells]) => [text, cells, wrap(text, cells)])).toEqual(LINES);
    expect(BOXES.map(([text, cells, lines]) => [text, cells, lines, fit(text, cells, lines)])).toEqual(BOXES);
    // A prefix stands before the first line, the others below its text or where they are told to.
    const text = 'một hai ba bốn năm sáu bảy tám chín mười';
    expect(hanging('- ', text, 22)).toEqual(['- một hai ba bốn năm', '  sáu bảy tám chín', '  mười']);
    expect(hanging('- ', text, 5)).toEqual(hanging('- ', text, 22));
    expect(hanging('- ', text, 60)).toEqual([`- ${text}`]);
    expect(hanging('- ', text, 60, 4)).toEqual([`- ${text}`]);
    expect(hanging('1234567890', text, 30, 2)).toEqual(['1234567890một hai ba bốn năm', '  sáu bảy tám chín mười']);
    expect(hanging('- ', text, 22, 0)).toEqual(['- một hai ba bốn năm', 'sáu bảy tám chín mười']);
    expect(hanging('- ', text, 5, 4)).toEqual(['- một hai ba bốn năm', '    sáu bảy tám chín', '    mười']);
  });

  test('no line is too long and nothing is lost, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, cells) => {
        const lines = wrap(text, cells);
        expect(lines.filter((line) => widthOf(line) > cells)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(visible(text.replace(/\s+/g, ' ')).replaceAll(' ', ''));
      }),
    );
  });
});

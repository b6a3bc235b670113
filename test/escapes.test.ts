import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
    expect(markdownText('\\ ` * _ { } [ ] < > # | ~ & ! (a) - +')).toBe(
      '\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\< \\> \\# \\| \\~ \\& ! (a) - +',
    );
    expect(markdownText('**\0')).toBe('\\*\\*\\\\x00');
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

describe('the cells of a line', () => {
  test.each([
    ['', 0],
    ['Sở Tài chính', 12],
    ['e\u0323\u0302', 1],
    ['日本', 4],
    ['a\u200db', 2],
    ['a\u20dd', 1],
    ['🧾', 2],
  ])('%j takes %i', (text, cells) => {
    expect([widthOf(text), widthOf(padEnd(text, 14))]).toEqual([cells, 14]);
  });

  test('a text that is wider than its column is not padded', () => {
    expect([padEnd('日本', 6), padEnd('abc', 2)]).toEqual(['日本  ', 'abc']);
  });

  test.each([
    ['Sở Tài chính', 12, 'Sở Tài chính'],
    ['Sở Tài chính', 11, 'Sở Tài chí…'],
    ['日本語', 6, '日本語'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
  ])('%s is cut to %i', (text, cells, as) => {
    expect(cut(text, cells)).toBe(as);
  });

  test.each<[text: string, cells: number, lines: string[]]>([
    ['', 9, ['']],
    [' \n ', 9, ['']],
    ['  một \n\t hai  ', 9, ['một hai']],
    ['một hai ba', 7, ['một hai', 'ba']],
    ['một hai ba', 6, ['một', 'hai ba']],
    ['abcdefg', 3, ['abc', 'def', 'g']],
    ['x abcdef h', 3, ['x', 'abc', 'def', 'h']],
    ['日本', 1, ['日本']],
    ['a\u202eb', 10, ['a\\u{202e}b']],
    ['a\u202eb', 9, ['a\\u{202e}', 'b']],
  ])('%j in lines of %i', (text, cells, lines) => {
    expect(wrap(text, cells)).toEqual(lines);
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

  test.each([
    ['một hai ba bốn', 14, 1, 'một hai ba bốn'],
    ['một hai ba bốn', 7, 2, 'một hai\nba bốn'],
    ['một hai ba bốn', 8, 1, 'một hai…'],
    ['một hai ba bốn', 7, 1, 'một…'],
    ['một hai ba bốn', 4, 2, 'một\nhai…'],
    ['abcdefgh', 3, 2, 'abc\nde…'],
  ])('%s in a box of %i by %i', (text, cells, lines, as) => {
    expect(fit(text, cells, lines)).toBe(as);
  });

  test('a prefix stands before the first line, the others below its text or where they are told to', () => {
    const text = 'một hai ba bốn năm sáu bảy tám chín mười';
    expect(hanging('- ', text, 22)).toEqual(['- một hai ba bốn năm', '  sáu bảy tám chín', '  mười']);
    expect(hanging('- ', text, 5)).toEqual(hanging('- ', text, 22));
    expect(hanging('- ', text, 60)).toEqual([`- ${text}`]);
    expect(hanging('- ', text, 60, 4)).toEqual([`- ${text}`]);
    expect(hanging('1234567890', text, 30, 2)).toEqual(['1234567890một hai ba bốn năm', '  sáu bảy tám chín mười']);
    expect(hanging('- ', text, 22, 0)).toEqual(['- một hai ba bốn năm', 'sáu bảy tám chín mười']);
    expect(hanging('- ', text, 5, 4)).toEqual(['- một hai ba bốn năm', '    sáu bảy tám chín', '    mười']);
  });
});

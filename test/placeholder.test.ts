import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../src/rules/entries.ts';
import { perhaps, quoted } from '../src/rules/wording.ts';

describe('a text that only keeps the place of one', () => {
  test.each([
    ...[
      '...',
      '……',
      '???',
      '?',
      'x',
      'xxx',
      'Xxx',
      'x x x',
      'x/x',
      '--',
      '– — -',
      '___',
      '*',
      '[]',
      '(…)',
      '/',
      '.,:;',
    ],
    ...['<tên>', '<>', '< số liệu của đơn vị >', '[…]', '[tên cơ quan]', '  [tên]  ', '\t…\n'],
    ...['TBD', 'tbc', 'ToDo', 'To  do', 'n/a', 'N/A', 'NA', 'nt', 'Như trên', '- như trên.', '“Đang cập nhật”', 'nt.'],
    ...['Đang cập nhật', 'ĐANG CẬP NHẬT...', '(sẽ cập nhật sau)', '  Sẽ bổ sung\n sau ', 'Sẽ báo cáo sau!', '- TBD -'],
    ...['Đang cập nhật'.normalize('NFD'), 'như trên'.normalize('NFD'), `Đang${' '.repeat(28)}cập nhật`],
    ...[`TBD${' '.repeat(60)}`, `nt${'.'.repeat(38)}`, `số${' '.repeat(20)}liệu đang cập nhật`.normalize('NFD')],
  ])('%j', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
});

describe('a text that says something', () => {
  test.each([
    ...['0', '9', '5%', 'a', 'z', 'A', 'Z', 'À', 'ÿ', 'ɏ', 'Ạ', 'ỹ', 'y', 'w', 'Xã X', 'xong', 'ẋy', '𝔖', '字'],
    ...['<a> và <b>', '<a', 'a>', '<a>b', 'b<a>', '[a] b', 'b [a]', '[a', 'a]', '[a][b]', '<a><b>', '[[a]]', '<<a>>'],
    ...['Đang cập nhật số liệu', 'như trên đã nêu', 'Đang làm', 'nta', 'todos'],
    ...[
      `Đang${' '.repeat(29)}cập nhật`,
      `“${' '.repeat(30)}Đang cập nhật”`,
      '-5',
      '(3)',
      '… của huyện',
      'đ'.repeat(41),
      `nt${'.'.repeat(39)}`,
      `n${' '.repeat(45)}t`,
    ],
  ])('%j', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe('text from a file in a message', () => {
  test.each([
    ['a'.repeat(80), 'a'.repeat(80)],
    ['a'.repeat(81), `${'a'.repeat(79)}…`],
    ['𝔖'.repeat(80), '𝔖'.repeat(80)],
    ['𝔖'.repeat(81), `${'𝔖'.repeat(79)}…`],
    ['  một \n\t hai  ', 'một hai'],
    [`${' '.repeat(999)}abc`, 'a'],
    ['', ''],
  ])('%j', (text, shown) => {
    expect(quoted(text)).toBe(shown);
  });

  test.each([
    [[], '', ''],
    [['a'], ', có lẽ là a', '; perhaps a is meant'],
    [['a', 'b'], ', có lẽ là a hoặc b', '; perhaps a or b is meant'],
  ])('what may have been meant: %j', (suggestions, vi, en) => {
    expect([perhaps(suggestions, 'vi'), perhaps(suggestions, 'en')]).toEqual([vi, en]);
  });
});

import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Candidate, closest, distance, fold, isSameName, sameId, sameName, suggest } from '../src/fold.ts';
import { ROOT, planIn } from './helpers.ts';

const VIETNAMESE = Array.from(
  'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵdđbcghklmnpqrstvxAÀĂÂĐÊÔƠƯ0129 -.,&',
);
const vietnamese = fc.array(fc.constantFrom(...VIETNAMESE), { maxLength: 40 }).map((letters) => letters.join(''));
const officialese = fc
  .array(
    fc.constantFrom(
      'UBND',
      'HĐND',
      'BQL',
      'KKT',
      'TX',
      'TP.',
      'và',
      '&',
      'Sở',
      'NN',
      'PTNT',
      'tỉnh',
      'Hà',
      'Tĩnh',
      'VA',
      ' ',
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(' '));
const text = fc.oneof(vietnamese, officialese, fc.string({ unit: 'grapheme' }));

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(fold(fold(written))).toBe(fold(written));
    }),
  );
});

test('composed and decomposed letters fold and compare the same; so does case', () => {
  fc.assert(
    fc.property(vietnamese, (written) => {
      const [nfc, nfd] = [written.normalize('NFC'), written.normalize('NFD')];
      expect(fold(nfd)).toBe(fold(nfc));
      expect(fold(nfc.toUpperCase())).toBe(fold(nfc));
      expect(sameName(nfd)).toBe(sameName(nfc));
      expect(sameName(nfc.toUpperCase())).toBe(sameName(nfc));
      expect(sameId(nfd)).toBe(sameId(nfc));
    }),
  );
});

test.each([
  ['hòa', 'hoà'],
  ['hóa', 'hoá'],
  ['hỏa', 'hoả'],
  ['họa', 'hoạ'],
  ['khỏe', 'khoẻ'],
  ['thủy', 'thuỷ'],
  ['lũy', 'luỹ'],
  ['quý', 'qúy'],
  ['đường', 'duong'],
  ['Đức Thọ', 'duc tho'],
  ['Sở Nông nghiệp & PTNT', 'sở nông nghiệp và PTNT'],
  ['UBND', 'Ủy ban nhân dân'],
  ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
  ['TX. Kỳ Anh', 'Thị xã Kỳ Anh'],
  ['TP Hà Tĩnh', 'thành phố Hà Tĩnh'],
  ['BQL KKT tỉnh', 'Ban Quản lý Khu kinh tế tỉnh'],
  ['in_progress', 'in-progress'],
  ['  Sở   Tài chính ', 'Sở Tài chính'],
])('%s folds like %s', (a, b) => expect(fold(a)).toBe(fold(b)));

test.each([
  ['Sở Công Thương', 'sở công  thương', true],
  ['Sở Công Thương', ' SỞ CÔNG\u00a0THƯƠNG\n', true],
  ['Sở Công Thương', 'So Cong Thuong', false],
  ['Thủy', 'Thuỷ', false],
  ['Sở TN&MT', 'Sở TN và MT', false],
])('%j and %j are one name: %s', (a, b, same) => expect(sameName(a) === sameName(b)).toBe(same));

test.each([
  ['II.3.đ', 'II.3.d', false],
  ['II.3.a', 'II.3.A', false],
  [' II.3.a ', 'II.3.a', true],
  ['III.cuối'.normalize('NFD'), 'III.cuối', true],
])('%j and %j are one id: %s', (a, b, same) => expect(sameId(a) === sameId(b)).toBe(same));

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'ab', 1],
  ['abc', 'acb', 1],
  ['status', 'statsu', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('from %j to %j there are %i edits', (a, b, edits) => expect(distance(a, b)).toBe(edits));

test('distance is the same both ways, nought only between equals, at least what one is longer, at most the longer text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const edits = distance(a, b);
      expect(distance(b, a)).toBe(edits);
      expect(edits === 0).toBe(a === b);
      expect(edits).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(edits).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

const { owners } = planIn(join(ROOT, 'plan/415-KH-UBND'));
const known = owners.map(({ id, name, aliases = [] }): Candidate<string> => ({
  value: id,
  names: [id, name, ...aliases],
}));
const official = owners.map(({ id, name }): Candidate<string> => ({ value: id, names: [name] }));

test.each([
  ['Sở NN&PTNT', ['so-nong-nghiep-phat-trien-nong-thon']],
  ['so nong nghiep va phat trien nong thon', ['so-nong-nghiep-phat-trien-nong-thon']],
  ['UBND huyện Đức Thọ', ['huyen-duc-tho']],
  ['UBND huyen Duc Tho', ['huyen-duc-tho']],
  ['huyện Đức Thọ', ['huyen-duc-tho']],
  ['Uỷ ban nhân dân huyện Hương Sơn', ['huyen-huong-son']],
  ['TX Kỳ Anh', ['thi-xa-ky-anh']],
  ['UBND huyện Kỳ Anh', ['huyen-ky-anh']],
  ['Sở Công Thưong', ['so-cong-thuong']],
  ['Sở Tài chinh', ['so-tai-chinh']],
])('%s means %j, by official names alone too', (written, expected) => {
  expect(suggest(written, known)).toEqual(expected);
  expect(suggest(written, official)).toEqual(expected);
});

test('what may mean two bodies suggests both', () => {
  expect(suggest('Kỳ Anh', known).sort()).toEqual(['huyen-ky-anh', 'thi-xa-ky-anh']);
});

test.each(['', '   ', '???', 'xyzzy', 'Bộ Quốc phòng', 'báo cáo quý', '12345', 'Công ty cổ phần Thép Vạn Lợi'])(
  '%j means no body',
  (written) => expect(suggest(written, known)).toEqual([]),
);

test('at most so many as asked for, the nearest first', () => {
  const words = ['status', 'started', 'statue', 'stated'].map((value) => ({ value, names: [value] }));
  expect(suggest('status', words)).toEqual(['status']);
  expect(suggest('statuz', words, 1)).toHaveLength(1);
  expect(suggest('statu', words, 2)[0]).toMatch(/^statu[se]$/);
});

const STATUSES = ['not-started', 'in-progress', 'submitted', 'completed', 'blocked', 'none-arisen'];
test.each([
  ['in progress', 'in-progress'],
  ['In_Progress', 'in-progress'],
  ['complete', 'completed'],
  ['Completed', 'completed'],
  ['submited', 'submitted'],
  ['not started', 'not-started'],
  ['hoàn thành', undefined],
  ['xong', undefined],
])('the word nearest to %j is %s', (written, expected) => expect(closest(written, STATUSES)).toBe(expected));

test.each([
  ['HĐND tỉnh', 'Hội đồng nhân dân tỉnh'],
  ['NHNN', 'Ngân hàng Nhà nước'],
  ['Chi cục QLTT', 'Chi cục Quản lý thị trường'],
  ['a---b', 'a b'],
  ['a-và-b', 'a b'],
  ['...a', 'a'],
])('%s folds like %s', (a, b) => {
  expect(fold(a)).toBe(fold(b));
  expect(fold(a)).not.toMatch(/^ | {2}| $/);
});

test.each([
  ['Ế'.normalize('NFD'), 'e'],
  ['Đức', 'duc'],
  ['a và b', 'a b'],
  ['HĐND', 'hoi dong nhan dan'],
])('%s folds into %s', (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ['Sở Công Thương', 'sở công  thương', true],
  [' Sở Công Thương', 'Sở Công Thương', true],
  ['Sở Công Thương', 'Sở Công  Thương', true],
  ['Sở Công Thương', 'Sở Công\u00a0Thương', true],
  ['Sở Công Thương', 'Sở Công Thương ', true],
  ['Sở Công Thương', 'Sở CÔNG Thương', true],
  ['Sở CôngThương', 'Sở Công Thương', false],
  ['Sở Công Thương'.normalize('NFD'), 'Sở Công Thương', true],
  ['Sở Công', 'Sở Công Thương', false],
  ['Sở Công Thương', 'Sở Công', false],
  ['Sở Công Thương', 'Sở Tài chính', false],
  ['Sở Công Thưởng', 'Sở Công Thương', false],
  ['ab c', 'a bc', false],
  ['', ' ', true],
  ['', 'a', false],
])('%j and %j are the same name: %s', (a, b, same) => {
  expect(isSameName(a, b)).toBe(same);
  expect(isSameName(b, a)).toBe(same);
  expect(isSameName(a, a)).toBe(true);
});

test('of names that hold all words the shortest are nearest; what has no letters means nothing', () => {
  const names = ['kỳ anh xa xôi ở cuối tỉnh này về phía biển', 'kỳ anh nam', 'kỳ anh bắc'].map((value) => ({
    value,
    names: [value],
  }));
  expect(suggest('Kỳ Anh', names)).toEqual(['kỳ anh nam', 'kỳ anh bắc']);
  expect(suggest('???', [{ value: 'x', names: ['!!!'] }])).toEqual([]);
});

test('of a long text the beginning is looked at', () => {
  const words = [{ value: 'x', names: ['completed'] }];
  expect(suggest(`completed${' '.repeat(300)}and much more`, words)).toEqual(['x']);
  expect(suggest(`complet${'-'.repeat(300)}`, words)).toEqual(['x']);
});

test.each([
  ['ab', 'abc de', []],
  ['abcd', 'abcd efgh ijkl', ['x']],
  ['abc', 'abc defghij', []],
  ['abcdef', 'abcdxx', ['x']],
  ['abcdef', 'abcxxx', []],
  ['so', 'so', ['x']],
])('%j suggests %j: %j', (written, name, expected) =>
  expect(suggest(written, [{ value: 'x', names: [name] }])).toEqual(expected),
);

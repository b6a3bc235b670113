import { describe, expect, test } from 'vitest';
import { numbersIn, readNumber, sameNumber } from '../src/model/number.ts';

describe('a number is read', () => {
  test.each([
    ['124/NQ-CP'],
    ['749/QĐ-TTg'],
    ['415/KH-UBND'],
    ['09/BC-UBND'],
    ['1234/BC-SCT'],
    ['5/BC-BQLKKT'],
    ['92/TTr-SLĐTBXH'],
    ['45/TB-VPCP'],
    ['02/CĐ-TTg'],
    ['12a/QĐ-UBND'],
    ['12A/QĐ-UBND'],
    // Laws and other normative documents carry their year.
    ['59/2020/QH14'],
    ['1210/2016/UBTVQH13'],
    ['86/2018/NQ-HĐND'],
    ['13/2019/NĐ-CP'],
    ['01/2025/QĐ-UBND'],
    ['27/2020/TTLT-BTC-BCT'],
    ['02/VBHN-BCT'],
    // Official letters have the drafting unit where others have the kind.
    ['123/UBND-KT'],
    ['5678/UBND-NL2'],
    ['12/SCT-QLCN'],
    ['1234/SKHĐT-TH'],
    ['123/NHNN-HT1'],
    ['123/SNgV-VP'],
    ['77/SNN-TT&BVTV'],
    ['123/SCT'],
    ['40/BC-BCĐ389'],
    ['18/QĐ-TCT.ĐMDN'],
    // The Party.
    ['23-NQ/TW'],
    ['08-NQ/TU'],
    ['08-NQ/TƯ'],
    ['15-CT/TU'],
    ['27-KH/TU'],
    ['55-CTr/TU'],
    ['04-QĐi/TU'],
    ['36-HD/VPTW'],
    ['12-NQ/ĐU'],
    ['12-NQ/Th.U'],
    ['61-BC/BCSĐ'],
    ['20-HD/BTCTW-VP'],
  ])('%s', (text) => {
    expect(readNumber(text)?.text).toBe(text);
    expect(numbersIn(`theo văn bản số ${text} của tỉnh`).map((number) => number.text)).toEqual([text]);
  });

  test.each([
    ['415 /KH-UBND', '415/KH-UBND'],
    ['  415/ KH - UBND ', '415/KH-UBND'],
    ['Số: 12/BC-SCT', '12/BC-SCT'],
    ['số 12/BC-SCT', '12/BC-SCT'],
    ['Số:12/BC-SCT', '12/BC-SCT'],
    ['SỐ: 08 - NQ/TU', '08-NQ/TU'],
    ['12/BC–SCT', '12/BC-SCT'],
    // Letters of Iceland and Ghana that look like Đ.
    ['41/2024/Q\u00d0-UBND', '41/2024/QĐ-UBND'],
    ['86/2018/NQ-H\u0189ND', '86/2018/NQ-HĐND'],
    ['23 – NQ/TW', '23-NQ/TW'],
    ['12/BC-SCT.', '12/BC-SCT'],
    ['12/BC-SCT....', '12/BC-SCT'],
    ['749/QĐ-TTg'.normalize('NFD'), '749/QĐ-TTg'],
    ['Số: 86/2018/NQ-HĐND'.normalize('NFD'), '86/2018/NQ-HĐND'],
    ['12 /BC-SCT', '12/BC-SCT'],
  ])('%j as %s', (text, number) => {
    expect(readNumber(text)?.text).toBe(number);
    expect(sameNumber(text)).toBe(number);
  });
});

test('a number is known by its parts', () => {
  expect(readNumber('86/2018/NQ-HĐND')).toMatchObject({ serial: '86', year: 2018, symbol: 'NQ-HĐND' });
  expect(readNumber('23-NQ/TW')).toEqual({ text: '23-NQ/TW', serial: '23', symbol: 'NQ/TW' });
});

test.each([
  ['1234'],
  ['12/'],
  ['BC-SCT'],
  ['/BC-SCT'],
  ['   /BC-SCT'],
  ['1234\\BC'],
  ['1234\\BC-SCT'],
  ['12-2025'],
  ['12/2025'],
  ['05/6/2024'],
  ['công văn 12'],
  ['Công văn số 12/SCT-QLCN'],
  ['số …/BC-SCT'],
  ['......../BC-SCT'],
  ['00/BC-SCT'],
  ['XX/BC-SCT'],
  ['12/BC SCT'],
  ['12/BC_SCT'],
  ['12/bc-sct'],
  ['12/BC-'],
  ['12/Báo cáo'],
  ['12/BC-SCT ngày 05/6/2024'],
  ['12/BC-SCT; 13/BC-SCT'],
  ['1234567/BC-SCT'],
  [''],
])('%j is not a number', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

describe('in running text', () => {
  test('numbers are found with the day behind them', () => {
    const text = 'Nghị quyết số 86/2018/NQ-HĐND ngày 18/7/2018; Luật số 59/2020/QH14 - Luật Doanh nghiệp; số 23-NQ/TW.';
    expect(numbersIn(text).map(({ text: number, day }) => [number, day])).toEqual([
      ['86/2018/NQ-HĐND', '2018-07-18'],
      ['59/2020/QH14', undefined],
      ['23-NQ/TW', undefined],
    ]);
  });

  test.each([
    ['1/ Sở Công Thương; 2/ Ủy ban nhân dân tỉnh'],
    ['ngày 30/6/2024 và 15/12'],
    ['đạt 5/13 huyện, 24/7'],
    ['quý 4/2024'],
  ])('%s: there are none', (text) => {
    expect(numbersIn(text)).toEqual([]);
  });
});

import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportForm } from '../src/generated/validators.js';
import { kindOf } from '../src/office/kind.ts';
import { openedSource } from '../src/read/read.ts';
import { EXAMPLE, ROOT, dondoc, expectGolden, folderWith, outputOf } from './helpers.ts';
import { type Parts, type Put, type Rows, type SheetGiven, partsOf, withPart, zipped } from './workbook-builder.ts';

const HEAD: Rows = [
  ['Kế hoạch số:', '12/KH-UBND'],
  ['Phiên bản:', '1.1.0'],
  ['Cơ quan báo cáo:', 'Sở Tài chính'],
  ['Kỳ báo cáo:', '2024'],
  ['Ngày báo cáo:', '20/12/2024'],
];
const TITLES = ['Mã nhiệm vụ', 'Trạng thái', 'Tiến độ %', 'Kết quả', 'Văn bản minh chứng', 'Ngày văn bản'];
const SOUND: readonly Put[] = ['II.1.b', 'Đang thực hiện', 60, 'Đang lấy ý kiến dự thảo.'];
const ASKED = ['Mã nhiệm vụ', 'Nội dung đề xuất'];
/** “Đã tổ chức ba hội nghị phổ biến chính sách thuế.” as it was typed in TCVN3. */
const TCVN3 = '§· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch thuÕ.';
const SHEET = 'xl/worksheets/sheet1.xml';

const report = (rows: Rows, more: Partial<SheetGiven> = {}): SheetGiven => ({
  name: 'Báo cáo',
  rows: [...HEAD, TITLES, ...rows],
  ...more,
});
const proposals = (...rows: Rows): SheetGiven => ({ name: 'Đề xuất', rows: [ASKED, ...rows] });
const xml = (content: string): Put => ({ xml: `<c r="@"${content}</c>` });

/** Workbooks as people and programs make them, each with something of its own. */
const BOOKS: Readonly<Record<string, Parts>> = {
  // Changes to the plan that are asked for on a sheet of their own.
  proposals: partsOf([report([SOUND]), proposals(['II.1.b', 'Kéo dài đến năm 2027'], [null, 'Thêm kinh phí'])]),
  'proposals-of-no-task': partsOf([report([SOUND]), proposals(['II.9', 'Việc mới'])]),
  'proposals-without-words': partsOf([report([SOUND]), proposals(['II.1.b', null], [null, '  '])]),
  'proposals-in-an-old-font': partsOf([report([SOUND]), proposals(['II.1.b', TCVN3])]),
  'proposals-not-computed': partsOf([
    report([SOUND]),
    proposals(['II.1.b', { formula: 'A1&A2' }], [{ day: '2025-01-02' }, 'Kéo dài']),
  ]),
  'proposals-without-tasks': partsOf([
    report([SOUND]),
    { name: 'Đề xuất', rows: [['Nội dung đề xuất'], ['Kéo dài đến năm 2027']] },
  ]),
  // Above the table.
  'no-day-no-period': partsOf([{ name: 'Báo cáo', rows: [...HEAD.slice(0, 3), [], [], TITLES, SOUND] }]),
  'no-head-at-all': partsOf([{ name: 'Báo cáo', rows: [TITLES, SOUND] }]),
  'names-left-behind': partsOf([report([SOUND])], { names: { period: "'Báo cáo'!$J$1", owner: "'Báo cáo'!$B$3" } }),
  // In the table.
  'hidden-rows': partsOf([
    report([SOUND, ['II.1.a.2', 'Đang thực hiện'], ['II.1.c', 'Đang thực hiện'], ['II.1.a.1', 'Đang thực hiện']], {
      hiddenRows: [7, 8, 10],
    }),
  ]),
  'a-column-nearly-named': partsOf([
    {
      name: 'Báo cáo',
      rows: [...HEAD, [...TITLES, 'Vướng mắt', 'Người nhập'], [...SOUND, null, null, 'Xong', 'An']],
    },
  ]),
  'columns-numbered': partsOf([report([[1, 2, 3, 4, 5, 6], SOUND])]),
  'signed-below': partsOf([report([SOUND, [], [null, null, null, 'THỦ TRƯỞNG'], ['Nguyễn Văn A']])]),
  'a-title-between': partsOf([report([['I. NHIỆM VỤ CHUNG'], SOUND])]),
  'days-in-cells': partsOf([
    report([
      [...SOUND, '41/QĐ-UBND', '5/6/24'],
      ...[
        ...['05-6-24', '5.6.24', '31/02/2024', '6/13/2024', '2024-13-01', '2024/6/31', '45448', '454480', '4544'],
        ...['ngày 31 tháng 2 năm 2024', 'ngày 6 tháng 13 năm 2024', 'tháng 6/2024', '5/6', '5/6/240', 'ngày 5/6/24'],
        ...['5/16/24', '5/6/24 (thứ tư)', '5 / 13 / 2024', '31 - 4 - 2024'],
      ].map((day, i): Put[] => [null, null, null, null, `${42 + i}/QĐ-UBND`, day]),
    ]),
  ]),
  'cells-left-blank': partsOf([
    report([
      ['II.1.b', null, 60, 'Đang lấy ý kiến dự thảo.'],
      [null, 'Đang thực hiện', null, 'Đã bố trí kinh phí.'],
    ]),
  ]),
  'cells-of-other-values': partsOf([
    report([
      ['II.1.b', 'Gần xong rồi', '120%', { error: '#REF!' }],
      ['II.1.a.2', 'Chưa trình', 'sáu mươi', { formula: 'A1&A2' }],
      ['II.1.c', 'Hoàn thành 80%', -5, { day: '2024-06-05' }],
      [{ day: '2024-06-05' }, 'Đang thực hiện', 60, 'Đang làm.'],
    ]),
  ]),
  'placeholders-in-cells': partsOf([
    report([
      ['II.1.b', 'Đang thực hiện', 60, '......', '5', '28/6/2024'],
      ['II.1.c', 'Đang thực hiện', 40, 'Ngày .... tháng', 'Quyết định số 7/QĐ-UBND', null],
      ['II.1.b', 'Đang vướng mắc', 100, ' TBD ', '......', '28/6/2025'],
    ]),
    proposals(['II.9', 'Đang cập nhật'], ['II.1.b', 'từ ngày....tháng']),
  ]),
  'hidden-everywhere': partsOf([
    report([SOUND, ['II.1.c', 'Đang thực hiện', 40, 'Đã bố trí kinh phí.']], {
      hiddenRows: [8],
      hiddenColumns: [3, 6],
    }),
    { name: 'Nháp', state: 'hidden', rows: [['Số cũ', 1]] },
    { name: 'Kín', state: 'veryHidden', rows: [['Số cũ hơn', 2]] },
    { name: 'Trống', state: 'hidden', rows: [] },
    { name: 'Ghi chú', rows: [['Nhớ gửi trước 20/12']] },
  ]),
  'merged-everywhere': partsOf([
    report(
      [
        SOUND,
        [null, null, null, 'Đã trình.'],
        ['II.1.c', 'Đang thực hiện', 40, 'Đã bố trí kinh phí.'],
        ['II.1.a.2', null, 50, 'Đã tổ chức hội nghị.'],
        ['II.1.a.1', 'Đang thực hiện', 30, 'Gộp cả hai ô.'],
      ],
      { merges: ['A7:A8', 'B9:B10', 'D11:E11'] },
    ),
  ]),
  'macros-and-links': {
    ...partsOf([report([SOUND])]),
    'xl/vbaProject.bin': 'x',
    'xl/externalLinks/externalLink1.xml': '<x/>',
  },
  'nothing-of-the-form': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ['STT', 'Nhiệm vụ', 'Tình hình'],
        [1, 'Việc', 'Xong'],
      ],
    },
  ]),
  'a-row-of-evidence-alone': partsOf([
    report([
      [...SOUND, '41/QĐ-UBND', '28/6/2024'],
      [null, null, null, null, '42/QĐ-UBND', '29/6/2024'],
    ]),
  ]),
  'numbers-and-days-as-words': partsOf([report([['II.1.b', 'Đang thực hiện', 60, xml(' t="b"><v>true</v>')]])]),
  truths: partsOf([report([['II.1.b', 'Đang thực hiện', xml(' t="b"><v>0</v>'), xml(' t="b"><v>0</v>')]])]),
  'a-day-that-is-none': partsOf([report([[...SOUND, '41/QĐ-UBND', xml(' t="d"><v>hôm qua</v>')]])]),
  'a-shared-text-without-letters': withPart(
    partsOf([report([[...SOUND, 'ĐỂ TRỐNG']])], { texts: 'shared' }),
    'xl/sharedStrings.xml',
    (text) => text.replace('ĐỂ TRỐNG', ''),
  ),
  'a-style-that-is-none': partsOf([report([['II.1.b', 'Đang thực hiện', xml(' s="77"><v>60</v>')]])]),
  'serial-days-of-1900': partsOf([report([[...SOUND, '41/QĐ-UBND', xml(' s="1"><v>59</v>')]])]),
  'no-styles': withPart(partsOf([report([SOUND])]), 'xl/_rels/workbook.xml.rels', (text) =>
    text.replace(/<Relationship Id="rId91"[^>]*>/, ''),
  ),
  'an-attribute-without-quotes': withPart(partsOf([report([SOUND])]), SHEET, (text) =>
    text.replace('<row r="1"', '<row r=1'),
  ),
  'an-attribute-without-end': withPart(partsOf([report([SOUND])]), SHEET, (text) =>
    text.replace('<row r="1">', "<row r='1>"),
  ),
  'a-merge-of-nothing': withPart(partsOf([report([SOUND], { merges: ['A20:B20'] })]), SHEET, (text) =>
    text.replace('ref="A20:B20"', ''),
  ),
  // What cells say, in every way.
  'progress-in-every-way': partsOf([
    report(
      [
        ...[60, 0.6, 0, 1, 100, 0.57, -0.5, 1.5, { share: 1 }, { share: 0.57 }, { share: 0.005 }],
        ...['60 %', '60%', ' 0,6 ', '0.25', '1', '1 %', '0', '12,5%', '60 phần trăm', '60 PHẦN TRĂM'],
        ...[
          'sáu mươi',
          '60/100',
          'x60',
          '60x',
          '-5',
          '',
          { day: '2024-06-28' },
          { error: '#DIV/0!' },
          { formula: 'A1/B1' },
        ],
        xml(' t="b"><v>1</v>'),
      ].map((progress) => ['II.1.b', 'Đang thực hiện', progress, 'Có kết quả.']),
    ),
  ]),
  'figures-in-every-way': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ...HEAD,
        ['Mã nhiệm vụ', 'Trạng thái', 'Mã chỉ tiêu', 'Giá trị chỉ tiêu', 'Văn bản minh chứng', 'Sản phẩm số'],
        ['II.1.b', 'Đang thực hiện', 'khuyen-cong', 5.5, '41/QĐ-UBND', 1],
        ...([
          [null, null, 'khuyen-cong', ' 7 ', '42/QĐ-UBND', '2'],
          [null, null, 'khuyen-cong', '5,5', '43/QĐ-UBND', ' hai '],
          [null, null, 'khuyen-cong', '-3.25', '44/QĐ-UBND', { share: 0.02 }],
          [null, null, 'khuyen-cong', '1.234'],
          [null, null, 'khuyen-cong', '1.2345'],
          [null, null, 'khuyen-cong', '1234'],
          [null, null, 'khuyen-cong', '1.5 tỷ'],
          [null, null, 'khuyen-cong', 'khoảng 1.5'],
          [null, null, 'khuyen-cong', { share: 0.05 }],
          [null, null, 'khuyen-cong', { day: '2024-06-28' }],
          [null, null, 7, 8],
          [null, null, 7.5, 8],
          [null, null, { day: '2024-06-28' }, 8],
          // What the form itself fills in says nothing yet.
          [null, null, 'khuyen-cong', null, null, 3],
          [null, null, null, null, null, 'ba'],
          [null, null, null, null, '45/QĐ-UBND', 4],
          [null, null, null, 9],
        ] satisfies Rows),
      ],
    },
  ]),
  'statuses-and-days-in-every-way': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ...HEAD,
        ['Mã nhiệm vụ', 'Trạng thái', 'Kết quả', 'Ngày hoàn thành', 'Văn bản minh chứng', 'Ngày văn bản'],
        ['II.1.b', ' ĐÃ HOÀN THÀNH ', 'Một.', '28/6/2024', { day: '2024-06-28' }, ' 28.6.2024 '],
        ['II.1.b ', 'completed', '  Hai,\n ba.  ', { day: '2024-06-28' }, 41, '2024-06-28'],
        [' II.1.b', 'da hoan thanh', 41, 45471, ' 41/QĐ-UBND ', 'tháng 6'],
        ['II.1.b', ' xong rồi ', { day: '2024-06-28' }, 'hôm qua', { error: '#REF!' }, 45471],
        [
          { day: '2024-06-28' },
          'Đã hoàn thành',
          { share: 0.5 },
          'ngày 28 tháng 6 năm 2024',
          { formula: 'B1', cached: 'x' },
        ],
        [1.1, 7, xml(' t="b"><v>1</v>'), xml(' t="b"><v>0</v>'), xml(' t="b"><v>1</v>'), { formula: 'B1' }],
        [2, { error: '#N/A' }, { formula: 'B1', cached: 7 }, { error: '#N/A' }],
        ['II.1.b', 'Đã hoàn thành', '  \n ', '30/2/2024'],
      ],
    },
  ]),
  // Above the table, in every way.
  'heads-in-every-way': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ['BÁO CÁO NĂM 2024', null, 'Phiên bản:  1.1.0 '],
        ['Kế hoạch số', null, '12/KH-UBND', 'Phiên bản', '9.9.9'],
        [null, 'Cơ  quan\nbáo cáo :', 'Kỳ báo cáo (năm):', 2024],
        ['Ngày báo cáo:', ' ', { day: '2024-12-20' }],
        ['Số báo cáo: 5/BC-STC: bản 2', 'Ngày ký báo cáo', '20/12/2024'],
        ['Người ký', 'Chức vụ', 'Giám đốc'],
        [
          'Người theo dõi',
          'Nguyễn Văn Ví Dụ (người không có thật)',
          'Điện thoại:',
          '0912 000 000',
          'Email',
          ' vi.du@example.com ',
        ],
        TITLES,
        SOUND,
        ['Cơ quan báo cáo:', 'Sở Tài chính'],
      ],
      merges: ['B3:B3', 'A6:A6'],
    },
  ]),
  'heads-that-cells-spoil': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ['Kế hoạch số:', { day: '2024-12-20' }, null, 'Phiên bản', 1.1],
        ['Cơ quan báo cáo:', TCVN3],
        ['Kỳ báo cáo:', { day: '2024-12-01' }],
        ['Ngày báo cáo:', 'cuối năm', 'Ngày báo cáo:', '20/12/2024'],
        ['Điện thoại', 912000000, 'Thư điện tử', { formula: 'A1' }],
        ['Số báo cáo', { error: '#REF!' }, 'Người ký', ' '],
        TITLES,
        SOUND,
      ],
    },
  ]),
  'heads-by-name': partsOf(
    [
      {
        name: 'Báo cáo',
        rows: [['Kế hoạch số:', null, '12/KH-UBND'], ['Đơn vị', null, 'x'], ['Kỳ', '2023'], TITLES, SOUND],
        merges: ['A1:B1', 'A2:B2'],
      },
      { name: 'Bìa', rows: [['Sở Tài chính', 2024, '20/12/2024', '0912 000 000', 'Kỳ báo cáo: 2022']] },
    ],
    {
      names: {
        owner: 'Bìa!$A$1',
        period: 'Bìa!$B$1',
        reported: 'Bìa!$C$1',
        contact_phone: 'Bìa!$D$1',
        version: 'Bìa!$H$9',
        signer_name: 'Mất!$A$1',
        plan: 'Bìa!$H$1',
      },
    },
  ),
  'heads-by-name-among-more': partsOf(
    [
      {
        name: 'Báo cáo',
        rows: [['Kế hoạch số:', null, '12/KH-UBND'], ['Kỳ', '2024'], ['Ngày báo cáo', '20/12/2024'], TITLES, SOUND],
      },
      { name: 'Bìa', rows: [['Sở Tài chính'], ['II.1.a.1', 'Hoàn thành']] },
    ],
    { names: { owner: 'Bìa!$A$1' } },
  ),
  // Tables, in every way.
  'headings-in-two-rows': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ...HEAD,
        ['Mã nhiệm vụ', 'Trạng thái', 'Văn bản minh chứng', null, 'Kết quả', 'Ghi chú riêng', null],
        [null, null, 'Số, ký hiệu', 'Ngày', null, 'Vướng mắc', 'Khác'],
        [1, 2, '(3)', '(4) = (1) + (2)', 5, 6, 7],
        ['II.1.b', 'Đang thực hiện', '41/QĐ-UBND', '28/6/2024', 'Xong một phần.', 'Thiếu vốn.', 'Không.'],
        [
          'Mã nhiệm vụ',
          'Trạng thái',
          'Văn bản minh chứng số, ký hiệu',
          'Văn bản minh chứng ngày',
          'Kết quả',
          'Ghi chú riêng Vướng mắc',
        ],
        ['II.1.b', 'Trạng thái', null, null, 'Lần nữa.'],
        [1, 2, 3],
      ],
      merges: ['C6:D6', 'F6:G6'],
    },
  ]),
  'words-of-headings-above-them': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ...HEAD,
        ['Kết quả', null, null, 'Nhiệm vụ'],
        ['Trạng thái', 'Kết quả', 'Mã nhiệm vụ', 'Kết quả', 'Kết quả', 'Tiến độ %', ' '],
        ['Đang thực hiện', 'Một.', 'II.1.b', 'Hai.', null, 50, 'thừa'],
        [3, 4, 5],
        [null, null, ' ', null],
        [1, 3, 4],
      ],
      merges: ['D2:E2', 'A7:B7', 'A5:C6'],
    },
  ]),
  'headings-in-english': partsOf([
    {
      name: 'Report',
      rows: [
        ['Plan no.:', '12/KH-UBND', 'Version', '1.1.0'],
        ['Reporting body:', 'Sở Tài chính', 'Period:', 2024, 'Reported on', '20/12/2024'],
        ['Task ID', 'Status', 'Progress %', 'Khó khăn', 'Obstacle'],
        ['II.1.b', 'In progress', 'much', 'Thiếu vốn.', 'None.'],
        ['II.1.b', 'completed', 100],
        ['II.1.b', 'done'],
      ],
    },
    {
      name: 'Guide to the form',
      rows: [
        ['Task ID', 'Status'],
        ['II.1.b', 'In progress'],
      ],
    },
    {
      name: 'Check results',
      rows: [
        ['Task ID', 'What is proposed'],
        ['II.1.b', 'x'],
      ],
    },
    {
      name: 'Proposed changes',
      rows: [
        ['Task ID', 'What is proposed'],
        [' ', ' '],
        ['II.1.b', ' until 2027 '],
        ['II.9', null],
      ],
    },
    { name: 'Notes', rows: [['What is proposed'], ['more money']] },
    { name: 'Hidden', rows: [['x']], state: 'hidden' },
    { name: 'Very hidden', rows: [], state: 'veryHidden' },
    { name: 'Nothing', rows: [] },
  ]),
  'headings-half-in-english': partsOf([
    {
      name: 'Báo cáo',
      rows: [...HEAD, ['Task ID', 'Status', 'Tiến độ %', 'Kết quả'], ['II.1.b', 'xong', 60, 'Một.']],
    },
  ]),
  'no-table-but-nearly': partsOf([
    {
      name: 'Một',
      rows: [
        ['Mã nhiệm vụ', 'Ghi chú'],
        ['II.1.b', 'x'],
      ],
    },
    {
      name: 'Hai',
      rows: [
        ['Kết quả', 'Tiến độ %', 'Tình hình', 'a', 'b', 'c', 'd', 'e', 'f', 'g'],
        ['Mã nhiệm vụ', 'Tiến độ %', 'Khó khăn', 'Ghi chú'],
      ],
    },
    { name: 'Ba', rows: [['Trạng thái', 'Kết quả', 'Đề xuất']] },
    { name: 'Hướng dẫn', rows: [['Mã nhiệm vụ', 'Trạng thái', 'Kết quả', 'Đề xuất']] },
  ]),
  'no-headings-at-all': partsOf([{ name: 'Một', rows: [['Xin gửi báo cáo']] }]),
  'nothing-but-a-guide': partsOf([
    { name: 'HƯỚNG DẪN điền', rows: [TITLES, SOUND] },
    { name: 'Trống', rows: [] },
  ]),
  'tables-hidden-and-seen': partsOf([
    { name: 'Cũ', rows: [...HEAD, TITLES, ['II.1.b', 'Chưa thực hiện']], state: 'hidden' },
    { name: 'Bìa', rows: [['Sở Tài chính']] },
    report([SOUND]),
    { name: 'Nháp', rows: [TITLES, ['II.1.b', 'Chưa thực hiện']] },
  ]),
  'a-table-far-below': partsOf([
    { name: 'Xa', rows: [...Array.from({ length: 100 }, (_, i) => [`dòng ${i + 1}`]), TITLES, SOUND] },
    { name: 'Gần', rows: [...HEAD, ...Array.from({ length: 94 }, (_, i) => [`dòng ${i + 1}`]), TITLES, SOUND] },
  ]),
  'columns-without-headings': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ...HEAD,
        [null, 'Mã nhiệm vụ', null, 'Trạng thái', 'Ghi chú', 'Trạng thái', 'Nội dung nhiệm vụ'],
        ['b', 'II.1.b', null, 'Đang thực hiện', null, 'Chưa thực hiện', 'Việc', null, null, null, 'k', 'l', ' '],
        [null, 'II.1.b', null, 'Đang thực hiện', ' ', null, null, null, 'i', 'j'],
        ['Cộng'],
      ],
      hiddenColumns: [4, 5, 7, 8],
    },
  ]),
  'merged-in-every-way': partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ...HEAD,
        ['Mã nhiệm vụ', 'Trạng thái', 'Tiến độ %', 'Kết quả', 'Khó khăn', 'Đề xuất', 'Thời hạn', 'Ghi chú'],
        ['I. NHIỆM VỤ CHUNG'],
        ['II.1.a.1', 'Đang thực hiện', 10, 'Chung cho hai dòng.', 'Một.', 'Đề nghị cấp vốn.', '2024', 'x'],
        ['II.1.a.2', 'Đang thực hiện', 20, null, 'Hai.', null],
        ['II.1.b', null, 30, 'Riêng.', 'Trên ba cột.', null, null, 'y'],
        ['II.1.c', 'Đang thực hiện', 40, 'Một ô cho hai nhiệm vụ.'],
        [null, 'Chưa thực hiện', 50, 'Dòng sau.'],
        [null, null, null, null, 'Không có mã.'],
        [null, null, null, null, null, null, 'Chỉ thời hạn'],
        ['Cộng', null, 'hết'],
      ],
      merges: [
        'A1:B1',
        'A7:D7',
        'B9:B10',
        'D8:D9',
        'E10:G10',
        'F8:F9',
        'A11:A12',
        'H8:H9',
        'G8:G9',
        'A5:A6',
        'A16:B17',
        'C15:D15',
      ],
    },
  ]),
  'rows-that-are-no-entries': partsOf([
    report([
      ['I. NHIỆM VỤ CHUNG'],
      ['A.'],
      SOUND,
      [null, 'Đang thực hiện'],
      ['II.1.b', null, null, null, '41/QĐ-UBND'],
      ['II.1.c', null, null, null, '42/QĐ-UBND'],
      [],
      ['Nơi nhận:', null, 'Hà Nội'],
      ['II.1.a.2'],
      [null, 'Đang thực hiện', null, 'Bên dưới.'],
      [],
      ['Ghi chú', null, null, 'Hết.'],
      [null, null, null, null, null, null, 'ngoài'],
    ]),
  ]),
  'old-fonts': partsOf([
    report([
      ['II.1.b', '§ang thùc hiÖn', null, TCVN3, '41/QĐ-UBND'],
      ['II.1.c', 'Đang thực hiện', null, 'Ñaõ toå chöùc ba hoäi nghò phoå bieán chính saùch.', TCVN3],
    ]),
  ]),
  // Other documents.
  slides: { 'ppt/presentation.xml': '<p/>', '[Content_Types].xml': '<Types/>' },
  'of-apple': { 'Index/Document.iwa': 'x' },
  'of-another-office': { 'content.xml': '<x/>', mimetype: 'application/vnd.oasis.opendocument.presentation' },
  'without-a-type': { 'content.xml': '<x/>' },
};

const folder = folderWith(EXAMPLE);

describe.each(Object.entries(BOOKS))('%s', (name, parts) => {
  test('is read, and told in both languages', async () => {
    const bytes = zipped(parts);
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    const said: string[] = [];
    for (const lang of ['vi', 'en']) {
      const words = `check a.xlsx --plan plan/12-KH-UBND --period all --format json --lang ${lang}`;
      const { stdout, stderr } = await dondoc(folder, words);
      expect(stderr).toBe('');
      for (const { code, severity, sheet, cell, title, message } of outputOf('findings', stdout).findings) {
        const place = `${sheet === undefined ? '' : `${sheet}!`}${cell ?? ''}`;
        said.push(`${code} ${severity} ${place}${title === undefined ? '' : ` [${title}]`} ${message}`);
      }
    }
    const { data } = openedSource({ kind: 'opened', bytes }, 'a.xlsx', reportForm);
    expectGolden(
      join(ROOT, `test/strange-sheets/${name}.txt`),
      [...said, JSON.stringify(data, undefined, 2), ''].join('\n'),
    );
  });
});

test('a proposal in a workbook is found at its cell', async () => {
  writeFileSync(join(folder, 'a.xlsx'), zipped(BOOKS['proposals'] ?? {}));
  const { stdout } = await dondoc(folder, 'proposals a.xlsx --plan plan/12-KH-UBND --format json');
  expect(outputOf('proposals', stdout).proposals).toMatchObject([
    { task: null, text: 'Thêm kinh phí', place: { sheet: 'Đề xuất', cell: 'B3' } },
    { task: 'II.1.b', text: 'Kéo dài đến năm 2027', place: { sheet: 'Đề xuất', cell: 'B2' } },
  ]);
});

/** A compound file with a stream of some name. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(60), Buffer.from(stream, 'utf16le')]);

test.each<[kind: string, bytes: Uint8Array]>([
  ['rar', Buffer.from('Rar!\u001a\u0007', 'latin1')],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['doc', compound('WordDocument')],
  ['ppt', compound('PowerPoint Document')],
  ['xls', compound('Workbook')],
  ['encrypted', compound('EncryptedPackage')],
  ['ole', compound('Something')],
  ['picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['unknown', Buffer.from([1, 2, 0, 200])],
])('a file of the kind %s that calls itself a workbook is told what it is', async (kind, bytes) => {
  expect(kindOf(bytes)).toBe(kind);
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  const { stdout, code } = await dondoc(folder, 'check a.xlsx --plan plan/12-KH-UBND --format json');
  const [found, ...others] = outputOf('findings', stdout).findings as unknown as readonly {
    readonly code: string;
    readonly data: { readonly is?: string };
  }[];
  expect([code, others]).toEqual([1, []]);
  expect([found?.code, found?.data.is]).toEqual(['DD110', kind]);
});

import { EXAMPLE, without } from './helpers.ts';
import { type Given, amended, amendment, and, tellOf, with_ } from './told.ts';

const CONG = 'reports/so-cong-thuong.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const HA = 'reports/huyen-ha.yaml';

/** A coordinator's register beside the reports. */
const registered = (lines: string, files = EXAMPLE) => ({
  ...files,
  'reports/register.yaml': `plan: 12/KH-UBND\n${lines}`,
});

const GIVEN: readonly Given[] = [
  // Whose, for which plan and period.
  ['owner-unknown', with_([TAI, 'owner: so-tai-chinh', 'owner: Sở Tài chánh'])],
  ['owner-is-a-group', with_([HA, 'owner: huyen-ha', 'owner: UBND các huyện'])],
  ['owner-is-outside', with_([HA, 'owner: huyen-ha', 'owner: UBND tỉnh'])],
  ['plan-nearly', with_([HA, 'plan: 12/KH-UBND', 'plan: 12/KH-UBDN'])],
  ['plan-of-others', with_([HA, 'plan: 12/KH-UBND', 'plan: 415/KH-UBND'])],
  ['period-within', with_([HA, 'period: "2024"', 'period: 2024-Q4'])],
  ['period-before', with_([HA, 'period: "2024"', 'period: "2023"'])],
  ['period-after', with_([HA, 'period: "2024"', 'period: "2027"'])],
  ['period-not-begun', with_([HA, 'period: "2024"', 'period: "2026"'])],
  ['period-unreadable', with_([HA, 'period: "2024"', 'period: cuối năm'])],
  ['reports-twice', { ...EXAMPLE, 'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('hai đợt', 'ba đợt') }],
  [
    'reports-twice-undated',
    {
      ...with_([HA, 'reported: 2024-12-20\n', '']),
      'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('hai đợt', 'ba đợt').replace('reported: 2024-12-20\n', ''),
    },
  ],
  ['missing', without(EXAMPLE, HA, CONG)],
  [
    'missing-without-tasks',
    without(with_(['tasks.yaml', 'kind: recurring', 'kind: recurring\n    answeredBy: none']), HA),
  ],
  [
    'missing-expected',
    without(
      with_(['plan.yaml', 'day: 31, basis: stated', 'day: 31, basis: assumed'], [CONG, '2024-12-20', '2025-02-20']),
      HA,
    ),
  ],
  [
    'missing-with-letter',
    registered(
      'received:\n  - { owner: huyen-ha, number: 5/UBND, date: 2024-12-30, period: "2024" }\n  - { owner: huyen-thuong, number: 6/UBND, date: 2024-12-30, received: 2025-02-01, period: "2024" }\n',
      without(EXAMPLE, HA, 'reports/huyen-thuong.yaml'),
    ),
  ],
  // What of the plan, and of which version.
  [
    'task-ended-and-later',
    and(
      'amendments/b.yaml',
      amendment(
        '3.0.0',
        '2025-01-10',
        '  - add-task: { id: II.1.e, text: Việc mới., lead: [so-tai-chinh], kind: ongoing }\n',
      ),
      amended(
        '  - end-task: { task: II.1.b }\n  - add-task: { id: II.1.d, text: Việc khác., lead: [so-tai-chinh], kind: ongoing }\n',
        with_(
          [TAI, 'version: 1.1.0', 'version: 3.0.0'],
          [TAI, /$/, '  - { task: II.1.e, status: in-progress, result: Bắt đầu. }\n'],
          [
            HA,
            /$/,
            '  - { task: II.1.b, status: in-progress, result: Góp ý. }\n  - { task: II.1.e, status: in-progress, result: Góp ý. }\n',
          ],
        ),
      ),
    ),
  ],
  ['task-of-others', with_([TAI, /$/, '  - { task: II.1.a.1, status: in-progress, result: Đã góp ý. }\n'])],
  [
    'version-before',
    amended(
      `  - add-task: { id: II.1.d, text: Việc khác., lead: [so-tai-chinh], kind: ongoing }
  - end-task: { task: II.1.a.2 }
  - change-task: { task: II.1.b, set: { kind: ongoing, text: Trình quy định khác. } }
`,
      with_([CONG, 'version: 1.1.0', 'version: 1.0.0'], [HA, 'version: 1.1.0', 'version: 3.1.0']),
    ),
  ],
  [
    'version-before-much',
    amended(
      Array.from(
        { length: 10 },
        (_, i) => `  - add-task: { id: II.2.${i + 1}, text: Việc ${i + 1}., lead: [so-tai-chinh], kind: ongoing }\n`,
      ).join(''),
    ),
  ],
  // The register.
  [
    'register-of-others',
    registered(
      `received:
  - { owner: UBND tỉnh, number: 5/UBND, date: 2024-12-30, period: "2024" }
  - { owner: huyen-hạ, number: 6/UBND, date: 2024-12-30, period: "2025-Q1", task: II.1.z }
  - { owner: cac-huyen, number: 07-UBND, date: 2024-12-30, period: "2024" }
triggers:
  - { task: II.1.b, kind: event, what: Yêu cầu, day: 2024-03-01, due: 2024-04-01 }
appraisals:
  - { owner: huyen-ha, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2024-11-05 }
`,
    ),
  ],
  ['register-of-another-plan', { ...EXAMPLE, 'reports/register.yaml': 'plan: 12/KH-UBDN\nreceived: []\n' }],
  ['register-far-off', { ...EXAMPLE, 'reports/register.yaml': 'plan: 415/KH-UBND\nreceived: []\n' }],
  // What entries say.
  [
    'products-of-none',
    with_([
      CONG,
      'bốn hội nghị phổ biến chính sách.',
      'bốn hội nghị.\n    evidence: [{ number: 9/KH-SCT, date: 2024-03-01, product: 2 }]',
    ]),
  ],
  [
    'products-one-too-many',
    with_(
      [CONG, 'product: 1 }]', 'product: 3 }]'],
      [
        TAI,
        'progress: 60\n    result: Đang lấy ý kiến dự thảo.',
        'completed: 2024-12-01\n    result: Xong.\n    evidence: [{ number: 9/QĐ-UBND, date: 2024-12-01, product: 7 }]',
      ],
      [TAI, 'in-progress', 'completed'],
    ),
  ],
  [
    'products-many',
    with_(
      [
        'tasks.yaml',
        '      - title: Bảng phí dịch vụ',
        '      - title: Bảng phí dịch vụ\n      - title: Quy trình cho vay\n      - title: Mẫu hồ sơ\n      - title: Danh mục ngành nghề',
      ],
      [
        TAI,
        'status: in-progress\n    progress: 60\n    result: Đang lấy ý kiến dự thảo.',
        'status: completed\n    completed: 2024-12-01\n    result: Xong.\n    evidence: [{ number: 9/QĐ-UBND, date: 2024-12-01 }]',
      ],
    ),
  ],
  ['owner-ended-without-heir', amended('  - end-owner: { owner: huyen-ha, reason: Giải thể }\n')],
  ['day-with-an-hour', with_([HA, 'reported: 2024-12-20', 'reported: "2024-12-20T08:00:00Z"'])],
  [
    'leads-that-differ',
    with_(
      [
        'tasks.yaml',
        'lead: [so-cong-thuong]\n    support: [so-tai-chinh]',
        'lead: [so-cong-thuong, cac-huyen]\n    support: [so-tai-chinh]',
      ],
      ['source.txt', 'a) Sở Công Thương', 'a) Sở Công Thương, UBND các huyện'],
      [TAI, /$/, '  - { task: II.1.a.2, status: completed, completed: 2024-11-11, result: Xong. }\n'],
      [HA, /$/, '  - { task: II.1.a.2, status: not-started, obstacles: Thiếu người. }\n'],
      ['reports/huyen-thuong.yaml', /$/, '  - { task: II.1.a.2, status: blocked, obstacles: Thiếu tiền. }\n'],
    ),
  ],
  [
    'indicators',
    with_(
      ['tasks.yaml', 'unit: "%", target: 5, direction: at-least', 'unit: tỷ đồng, target: 5.5, direction: exactly'],
      [HA, 'value: 5.5', 'value: 1234.5'],
      ['reports/huyen-thuong.yaml', 'id: khuyen-cong', 'id: khuyen-nong'],
      [TAI, 'Đang lấy ý kiến dự thảo.', 'Đang lấy ý kiến.\n    indicators: [{ id: lai-suat, value: 3 }, { value: 3 }]'],
    ),
  ],
  ['indicator-about', with_(['tasks.yaml', 'direction: at-least', 'approximate: true'])],
  ['indicator-at-most', with_(['tasks.yaml', 'direction: at-least', 'direction: at-most'])],
  [
    'placeholders-and-blanks',
    with_(
      [TAI, 'Đang lấy ý kiến dự thảo.', '"   "\n    obstacles: "..."\n    next: Đang cập nhật'],
      [HA, 'Đã bố trí kinh phí hai đợt.', 'xxx'],
    ),
  ],
  [
    'document-numbers',
    with_(
      [
        TAI,
        'progress: 60',
        'progress: 60\n    evidence: [{ number: số 5, date: 2024-05-05 }, { number: 5/QĐ/2024, date: 2024-05-05 }]',
      ],
      [TAI, 'reported:', 'document: { number: công văn, date: 2024-12-20 }\nreported:'],
    ),
  ],
];

tellOf('report-words', 'check reports --plan plan/12-KH-UBND --period all', GIVEN);

import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { EXAMPLE, type Files, ROOT, filesIn, without } from './helpers.ts';
import { type Given, amended, amendment, and, tellOf, with_ } from './told.ts';

const CONG = 'reports/so-cong-thuong.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const HA = 'reports/huyen-ha.yaml';
const THUONG = 'reports/huyen-thuong.yaml';

const registered = (lines: string, files: Files = EXAMPLE): Files => ({
  ...files,
  'reports/register.yaml': `plan: 12/KH-UBND\n${lines}`,
});
/** The report of a body, with other entries. */
const entries = (name: string, text: string): Files => ({
  ...EXAMPLE,
  [name]: (EXAMPLE[name] ?? '').replace(/entries:\n[^]*/, `entries:\n${text}`),
});
/** A file under another name, changed. */
const moved = (from: string, to: string, change: (text: string) => string = (text) => text): Files => ({
  ...without(EXAMPLE, from),
  [to]: change(EXAMPLE[from] ?? ''),
});
/** The reports of 2024, and of 2025 those that are given. */
const nextYear = (name: string, text: string, files: Files = EXAMPLE): Files => ({
  ...files,
  [name.replace('reports/', 'reports/2025/')]: (EXAMPLE[name] ?? '')
    .replace('period: "2024"', 'period: "2025"')
    .replace('reported: 2024-12-20', 'reported: 2025-12-20')
    .replace(/entries:\n[^]*/, `entries:\n${text}`),
});

/** Texts in place of all that an owner with two tasks may say. */
const inFields = (texts: readonly string[]): string =>
  ['II.1.a.1', 'II.1.a.2']
    .map((task, i) => {
      const said = ['result', 'obstacles', 'next', 'proposals'].map((field, j) => `${field}: "${texts[4 * i + j]}"`);
      return `  - { task: ${task}, status: in-progress, ${said.join(', ')} }\n`;
    })
    .join('');
const FILLERS = [
  ['......', '???', 'xxx', 'TBD', '(sẽ cập nhật sau)', 'Xã X', '<tên>', '[…]'],
  ['n/a', '- như trên', 'đang cập nhật số liệu của huyện', 'x', '7', '- ', 'To  do', '<a> và <b>'],
  ['Ét', 'ở', 'X', '[a] b', 'b [a]', '“Đang cập nhật.”', 'sẽ báo cáo sau khi có số liệu của các huyện', '0'],
];

/** Reports at the edge of what the rules allow: on both sides of it. */
const GIVEN: readonly Given[] = [
  // Values and days.
  [
    'values',
    entries(
      TAI,
      [
        'status: xong, progress: -5, result: 5, next: true, obstacles: 1.5e3',
        'status: chưa trình, progress: 101, result: [a, b], next: { a: b }',
        'status: hoàn thành 80%, progress: "60", result: ab, proposals: abc',
        'status: in_progress, progress: 60%, evidence: [], indicators: [{ id: a, value: nhiều }]',
        'status: true, progress: sáu mươi, evidence: [a], started: [2024-01-01]',
        'status: doing, progress: 99.5, evidence: { number: 5/QĐ-UBND }',
        'status: zzzz, progress: 0',
      ]
        .map((fields) => `  - { task: II.1.b, ${fields} }\n`)
        .join(''),
    ),
  ],
  // Dated after the as-of day: of a plan that nobody knows yet.
  [
    'of-a-later-day',
    with_(
      [TAI, 'reported: 2024-12-20', 'reported: 2025-03-01'],
      [TAI, 'version: 1.1.0', 'version: 9.0.0'],
      [TAI, 'task: II.1.b', 'task: II.1.a.1'],
      [CONG, 'version: 1.1.0', 'version: 9.0.0'],
    ),
  ],
  [
    'short-names',
    with_(
      ['owners.yaml', 'name: Sở Tài chính', 'name: Sở Tài chính, short: Sở TC'],
      ['owners.yaml', 'name: UBND huyện Hạ', 'name: UBND huyện Hạ, short: H. Hạ'],
      [TAI, 'owner: so-tai-chinh', 'owner: sở  tc'],
      [HA, 'owner: huyen-ha', 'owner: H. Hạ'],
    ),
  ],
  ['version-of-one-number', with_([TAI, 'version: 1.1.0', 'version: 1'], [HA, 'version: 1.1.0', 'version: 1.10'])],
  [
    'versions-that-are-none',
    with_([TAI, 'version: 1.1.0', 'version: v1.1'], [HA, 'version: 1.1.0', 'version: 1.1.0.0'], [CONG, '1.1.0', '1.x']),
  ],
  [
    'days',
    entries(
      TAI,
      [
        '31/02/2024',
        '5/6/2024',
        '13/6/2024',
        '6/13/2024',
        '5.6.24',
        '2024-13-01',
        '2024-02-30',
        '2024/6/5',
        '2024-06-05T10:00:00',
        'ngày 5 tháng 6 năm 2024',
        'ngày 31 tháng 2 năm 2024',
        'tháng 6',
        'tháng 6/2024',
        '45448',
        '20240605',
        'quý II',
      ]
        .map((day, i) => `  - { task: II.1.b, status: ${i % 2 ? 'completed' : 'in-progress'}, completed: "${day}" }\n`)
        .join(''),
    ),
  ],
  // Whose report, where.
  ['folder-of-another-period', moved(HA, 'reports/2025/ha.yaml')],
  ['folder-of-its-period', moved(HA, 'reports/2024/2023-Q1/ha.yaml')],
  ['folder-of-no-period', moved(HA, 'reports/2024-Q1/ha.yaml')],
  ['old-form', with_([HA, 'reported: 2024-12-20', 'reported: 2025-12-20']), '2026-01-15'],
  ['old-form-in-between', with_([HA, 'reported: 2024-12-20', 'reported: 2025-07-02']), '2025-08-15'],
  ['old-form-nearly', with_([HA, 'reported: 2024-12-20', 'reported: 2025-07-01']), '2025-08-15'],
  [
    'old-form-of-the-last-period',
    with_([HA, 'period: "2024"', 'period: "2026"'], [HA, '2024-12-20', '2027-12-20']),
    '2028-01-15',
  ],
  [
    'old-form-beside-the-new',
    nextYear(
      HA,
      '  - { task: II.1.c, status: in-progress, result: Xong hai đợt. }\n',
      with_([HA, '2024-12-20', '2025-12-20']),
    ),
    '2026-01-15',
  ],
  [
    'form-of-another',
    entries(HA, '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.a.2, status: in-progress }\n'),
  ],
  [
    'form-of-another-partly',
    entries(HA, '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.c, status: in-progress }\n'),
  ],
  [
    'form-of-two-others',
    entries(HA, '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.b, status: in-progress }\n'),
  ],
  // Which tasks.
  [
    'tasks-nearly',
    entries(
      CONG,
      ['II.1.a.3', 'II.1.A.1', 'II.1.a', 'ii.1.a.2', 'II-1-a-1', 'II.1', '1.a.1', 'II.1.ă.1', 'II.1.a.1.', '""', 'zz']
        .map((task) => `  - { task: ${task}, status: in-progress, result: Đang làm việc thứ ${task.length}. }\n`)
        .join(''),
    ),
  ],
  [
    'tasks-twice',
    with_([
      TAI,
      /$/,
      '  - { task: II.1.b, status: completed }\n  - { task: II.1.b, status: in-progress, progress: 60 }\n',
    ]),
  ],
  ['no-entries', with_([TAI, /entries:\n[^]*/, 'entries: []\n'])],
  [
    'no-entries-of-two',
    with_([TAI, /entries:\n[^]*/, 'entries: []\n'], [CONG, /entries:\n[^]*/, 'entries: []\n']),
    '2025-12-31',
  ],
  [
    'unreported-later',
    nextYear(CONG, '  - { task: II.1.a.1, status: in-progress, result: Còn bổ sung. }\n'),
    '2026-01-15',
  ],
  // When.
  ['due-day', EXAMPLE, '2024-06-30'],
  ['due-day-over', without(EXAMPLE, HA), '2025-01-01'],
  ['due-day-of-reports', without(EXAMPLE, HA), '2024-12-31'],
  [
    'soon-thirty-days',
    with_(
      [CONG, 'status: completed\n    submitted: 2024-06-20\n    completed: 2024-06-28', 'status: in-progress'],
      [CONG, '2024-12-20', '2024-05-20'],
      [CONG, /    evidence.*\n/, ''],
    ),
    '2024-05-31',
  ],
  ['soon-thirty-one-days', with_([CONG, '2024-12-20', '2024-05-20']), '2024-05-30'],
  ['soon-derived', EXAMPLE, '2025-12-15'],
  ['overdue-derived', EXAMPLE, '2026-01-01'],
  [
    'late-by-a-day',
    with_([HA, '2024-12-20', '2025-01-01'], [THUONG, '2024-12-20', '2024-12-31'], [TAI, '2024-12-20', '2025-02-28']),
    '2025-03-01',
  ],
  [
    'completed-late',
    with_(
      [CONG, 'submitted: 2024-06-20\n    completed: 2024-06-28', 'submitted: 2024-07-01\n    completed: 2024-07-28'],
      [TAI, 'in-progress\n    progress: 60', 'completed\n    completed: 2024-12-10'],
    ),
  ],
  [
    'submitted-in-time',
    with_([
      CONG,
      'status: completed\n    submitted: 2024-06-20\n    completed: 2024-06-28',
      'status: submitted\n    submitted: 2024-06-30',
    ]),
  ],
  [
    'submitted-late',
    with_([
      CONG,
      'status: completed\n    submitted: 2024-06-20\n    completed: 2024-06-28',
      'status: submitted\n    submitted: 2024-07-01',
    ]),
  ],
  [
    'impossible-days',
    entries(
      CONG,
      `  - task: II.1.a.1
    status: completed
    started: 2024-01-14
    submitted: 2023-12-31
    completed: 2024-12-21
    result: Xong.
    evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-12-21, product: 1 }, { number: 42/2024/QĐ-UBND, date: 2024-01-14 }]
  - task: II.1.a.2
    status: completed
    started: 2024-06-02
    completed: 2024-06-01
    result: Xong cả rồi.
`,
    ),
  ],
  [
    'possible-days',
    entries(
      CONG,
      `  - task: II.1.a.1
    status: completed
    started: 2024-01-15
    submitted: 2024-01-15
    completed: 2024-01-15
    result: Xong.
    evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-12-20, product: 1 }]
  - { task: II.1.a.2, status: in-progress, started: 2024-12-20, completed: 2025-02-02, result: Còn làm. }
`,
    ),
  ],
  [
    'reported-before-the-plan',
    with_([TAI, 'reported: 2024-12-20', 'reported: 2024-01-14\ndocument: { number: 5/STC-TH, date: 2024-01-13 }']),
  ],
  [
    'document-after-the-report',
    with_([TAI, 'reported: 2024-12-20', 'reported: 2024-12-20\ndocument: { number: 5/STC-TH, date: 2024-12-21 }']),
  ],
  [
    'completed-after-its-period',
    with_(
      [TAI, '2024-12-20', '2025-01-10'],
      [TAI, 'in-progress\n    progress: 60', 'completed\n    completed: 2025-01-01'],
    ),
  ],
  [
    'completed-on-its-last-day',
    with_(
      [TAI, '2024-12-20', '2025-01-10'],
      [TAI, 'in-progress\n    progress: 60', 'completed\n    completed: 2024-12-31'],
    ),
  ],
  // What entries say.
  [
    'progress',
    entries(
      CONG,
      `  - { task: II.1.a.1, status: not-started, progress: 1, result: Chưa làm gì. }
  - { task: II.1.a.2, status: completed, progress: 99, completed: 2024-03-03, result: Xong. }
`,
    ),
  ],
  [
    'progress-whole',
    entries(
      CONG,
      `  - { task: II.1.a.1, status: in-progress, progress: 100, completed: 2024-05-05, result: Làm. }
  - { task: II.1.a.2, status: none-arisen, progress: 50, result: Không. }
`,
    ),
  ],
  [
    'reasons',
    entries(
      CONG,
      `  - { task: II.1.a.1, status: blocked }
  - { task: II.1.a.2, status: none-arisen, reason: "  " }
`,
    ),
  ],
  [
    'reasons-given',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: blocked, obstacles: Thiếu người. }\n  - { task: II.1.a.2, status: none-arisen, reason: Không có. }\n',
    ),
  ],
  [
    'reason-misnamed',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: blocked, obstacle: Thiếu. }\n  - { task: II.1.a.2, status: none-arisen, reason: 5 }\n',
    ),
  ],
  [
    'evidence-of-nothing',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: completed, completed: 2024-06-06, result: Xong., evidence: [{ title: " " }, { note: a }] }\n',
    ),
  ],
  [
    'evidence-of-a-file',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: completed, completed: 2024-06-06, result: Xong., evidence: [{ file: a.pdf, product: 1 }] }\n',
    ),
  ],
  [
    'evidence-late',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: completed, completed: 2024-06-06, submitted: 2024-06-01, result: Xong., evidence: [{ date: 2024-08-08, product: 1 }] }\n',
    ),
  ],
  [
    'numbers',
    entries(
      TAI,
      `  - task: II.1.b
    status: in-progress
    result: Theo nhiều văn bản.
    evidence: [${['5/QĐ', '5', 'QĐ-UBND', '05/2024/QĐ-UBND và 6/QĐ-UBND', 'Số: 12/KH-UBND', '1/2/3/QĐ-UBND', '41/2024/QÐ-UBND', 'Quyết định số 7/QĐ-UBND ngày 5/5/2024, 8/QĐ-UBND, 9/QĐ-UBND, 10/QĐ-UBND'].map((number) => `{ number: "${number}", date: 2024-05-05 }`).join(', ')}]
`,
    ),
  ],
  ...FILLERS.map((texts, i): Given => [`fillers-${i + 1}`, entries(CONG, inFields(texts))]),
  // Across periods.
  [
    'regressed',
    nextYear(
      CONG,
      '  - { task: II.1.a.1, status: not-started, obstacles: Làm lại. }\n  - { task: II.1.a.2, status: not-started, obstacles: Chưa. }\n',
    ),
    '2026-01-15',
  ],
  [
    'decreased',
    nextYear(TAI, '  - { task: II.1.b, status: in-progress, progress: 59, result: Còn lấy ý kiến. }\n'),
    '2026-01-15',
  ],
  [
    'not-decreased',
    nextYear(TAI, '  - { task: II.1.b, status: in-progress, progress: 60, result: Còn lấy ý kiến. }\n'),
    '2026-01-15',
  ],
  [
    'decreased-by-a-fraction',
    nextYear(
      TAI,
      '  - { task: II.1.b, status: in-progress, progress: 60.25, result: Còn lấy ý kiến. }\n',
      with_([TAI, 'progress: 60', 'progress: 60.5']),
    ),
    '2026-01-15',
  ],
  [
    'decreased-and-regressed',
    nextYear(TAI, '  - { task: II.1.b, status: not-started, progress: 0, result: Làm lại từ đầu. }\n'),
    '2026-01-15',
  ],
  [
    'decreased-and-completed',
    nextYear(TAI, '  - { task: II.1.b, status: completed, progress: 50, completed: 2025-05-05, result: Xong cả. }\n'),
    '2026-01-15',
  ],
  [
    'copied',
    nextYear(TAI, '  - { task: II.1.b, status: in-progress, progress: 60, result: "Đang lấy ý kiến  dự thảo" }\n'),
    '2026-01-15',
  ],
  [
    'copied-but-more',
    nextYear(TAI, '  - { task: II.1.b, status: in-progress, progress: 70, result: Đang lấy ý kiến dự thảo. }\n'),
    '2026-01-15',
  ],
  [
    'copied-and-completed',
    nextYear(
      CONG,
      '  - { task: II.1.a.1, status: completed, completed: 2024-06-28, result: Đề án đã được ban hành. }\n',
    ),
    '2026-01-15',
  ],
  // The register.
  [
    'appraised-alike',
    registered(`appraisals:
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-06 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2025", verdict: returned, reason: Chưa rõ, date: 2025-01-05 }
  - { owner: so-cong-thuong, task: II.1.a.1, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-cong-thuong, task: II.1.a.2, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-05 }
  - { owner: huyen-ha, task: II.1.c, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: huyen-thuong, task: II.1.c, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-05 }
  - { owner: huyen-thuong, task: II.1.c, period: "2024", verdict: accepted, date: 2025-01-16 }
  - { owner: huyen-thuong, task: II.1.c, period: "2024", verdict: accepted, date: 2024-12-20 }
`),
  ],
  [
    'days-of-the-register',
    registered(`received:
  - { owner: huyen-ha, number: 5/UBND-TH, date: 2024-01-14, period: "2024" }
  - { owner: huyen-ha, number: "5", date: 2024-12-30, received: 2024-12-29, period: "2023" }
triggers:
  - { task: II.1.c, day: 2024-03-01, due: 2024-02-28, document: { number: 5 UBND, date: 2024-02-02 } }
appraisals:
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2024-01-14 }
`),
  ],
  [
    'register-nobody-knows',
    registered('received:\n  - { owner: Sở Tài chánh, number: 5/UBND-TH, date: 2024-12-30, period: "2024" }\n'),
  ],
  [
    'letter-not-yet-there',
    registered(
      'received:\n  - { owner: huyen-ha, number: 5/UBND-TH, date: 2024-12-30, received: 2025-01-16, period: "2024" }\n',
      without(EXAMPLE, HA),
    ),
  ],
  // Amended.
  ['waived', amended('  - waive: { owner: huyen-ha, reason: Bão, until: 2025-01-15 }\n', without(EXAMPLE, HA))],
  [
    'waived-until-yesterday',
    amended('  - waive: { owner: huyen-ha, reason: Bão, until: 2025-01-14 }\n', without(EXAMPLE, HA)),
  ],
  ['owner-ended', amended('  - end-owner: { owner: huyen-thuong }\n')],
  ['deadline-moved', amended('  - extend-deadline: { task: II.1.a.1, to: 2024-12-31 }\n')],
  ['source-cut', and('amendments/.keep', '', with_([CONG, 'plan: 12/KH-UBND\n', '']))],
  // Bytes.
  [
    'bytes-that-are-no-text',
    {
      ...EXAMPLE,
      [TAI]: Uint8Array.of(...Buffer.from('plan: 12/KH-UBND\nowner: so-tai-chinh\n# '), 0xff, 0xc0, 0x81, 0x0a),
      [HA]: Buffer.from(`\ufeff${EXAMPLE[HA] ?? ''}`, 'utf16le'),
      [THUONG]: new Uint8Array(),
    },
  ],
  // What is written elsewhere than in entries.
  [
    'placeholders-elsewhere',
    with_([
      TAI,
      'entries:',
      'signer: { name: "...", title: xxx }\ncontact: { name: "???", phone: "0912…/…", email: TBD }\nproposals: [5, { text: Đang cập nhật }, { task: II.1.b, text: "từ ngày....tháng" }, { task: II.9, text: Thêm. }]\nentries:',
    ]),
  ],
  [
    'placeholders-between-spaces',
    entries(
      CONG,
      inFields([
        ...['  TBD ', ' Đang cập nhật ', '\\t......\\t', ' <tên> '],
        ...['Làm ... xong', 'Từ ngày .... tháng', 'x x x', 'Kết quả: ____ người'],
      ]),
    ),
  ],
  [
    'placeholders-of-evidence',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: completed, completed: 2024-06-28, result: Xong., evidence: [{ title: "...", file: xxx, issuer: "<tên>", date: 2024-06-28, product: 1 }, { title: Báo cáo …/…, date: 2024-06-28 }] }\n  - { task: II.1.a.2, status: in-progress, result: Làm. }\n',
    ),
  ],
  // Faults beside each other.
  [
    'faults-of-form',
    {
      ...with_(
        [TAI, 'version: 1.1.0', 'version: 10'],
        [TAI, 'owner: so-tai-chinh', 'owner: so-tai-chinh\nowner: so-tai-chinh\ncolour: đỏ'],
        [
          TAI,
          'progress: 60',
          'progress: 60\n    progres: 61\n    completed: 31/11/2024\n    started: " 2024-06-05 08:00"',
        ],
        [HA, 'version: 1.1.0', 'version: 12.5'],
        [THUONG, 'version: 1.1.0', 'version: 1.'],
        [CONG, 'product: 1 }]', 'product: 0 }, { product: 1.5 }, { Date: 2024-06-01 }]'],
        [CONG, 'status: in-progress', 'statuss: in-progress\n    result: []'],
      ),
      'reports/a.yaml': 'plan: 12/KH-UBND\nentries: []\n',
    },
  ],
  [
    'status-faulty-of-the-lead',
    with_(
      [TAI, /$/, '  - { task: II.1.a.2, status: completed, completed: 2024-11-11, result: Xong. }\n'],
      [CONG, 'status: in-progress', 'status: gần xong'],
    ),
  ],
  [
    'support-of-a-silent-lead',
    without(with_([TAI, /$/, '  - { task: II.1.a.2, status: blocked, obstacles: Thiếu người. }\n']), CONG),
  ],
  [
    'support-as-the-lead',
    with_(
      [TAI, /$/, '  - { task: II.1.a.2, status: completed, completed: 2024-11-11, result: Xong. }\n'],
      [CONG, 'status: in-progress', 'status: completed\n    completed: 2024-11-11'],
    ),
  ],
  [
    'support-of-many-leads',
    with_(
      [
        'tasks.yaml',
        'lead: [so-cong-thuong]\n    support: [so-tai-chinh]',
        'lead: [so-cong-thuong, so-y-te, cac-huyen]\n    support: [so-tai-chinh]',
      ],
      ['owners.yaml', 'groups:', '  - { id: so-y-te, name: Sở Y tế, authority: provincial }\ngroups:'],
      ['plan.yaml', 'owners: [so-cong-thuong,', 'owners: [so-cong-thuong, so-y-te,'],
      ['source.txt', 'a) Sở Công Thương', 'a) Sở Công Thương, Sở Y tế, UBND các huyện'],
      [TAI, /$/, '  - { task: II.1.a.2, status: completed, completed: 2024-11-11, result: Xong. }\n'],
      [HA, /$/, '  - { task: II.1.a.2, status: not-started, obstacles: Thiếu người. }\n'],
      [THUONG, /$/, '  - { task: II.1.a.2, status: blocked, obstacles: Thiếu tiền. }\n'],
      [CONG, /$/, '  - { task: II.1.b, status: blocked, obstacles: Không giao. }\n'],
    ),
  ],
  [
    'support-of-four-leads',
    {
      ...with_(
        [
          'tasks.yaml',
          'lead: [so-cong-thuong]\n    support: [so-tai-chinh]',
          'lead: [so-cong-thuong, so-y-te, cac-huyen]\n    support: [so-tai-chinh]',
        ],
        ['owners.yaml', 'groups:', '  - { id: so-y-te, name: Sở Y tế, authority: provincial }\ngroups:'],
        ['plan.yaml', 'owners: [so-cong-thuong,', 'owners: [so-cong-thuong, so-y-te,'],
        ['source.txt', 'a) Sở Công Thương', 'a) Sở Công Thương, Sở Y tế, UBND các huyện'],
        [TAI, /$/, '  - { task: II.1.a.2, status: completed, completed: 2024-11-11, result: Xong. }\n'],
        [HA, /$/, '  - { task: II.1.a.2, status: not-started, obstacles: Thiếu người. }\n'],
        [THUONG, /$/, '  - { task: II.1.a.2, status: blocked, obstacles: Thiếu tiền. }\n'],
      ),
      'reports/so-y-te.yaml':
        'plan: 12/KH-UBND\nversion: 1.1.0\nowner: so-y-te\nperiod: "2024"\nreported: 2024-12-20\nentries:\n  - { task: II.1.a.2, status: in-progress, result: Đã mở lớp. }\n',
    },
  ],
  [
    'amended-by-eight-tasks',
    amended(
      Array.from(
        { length: 8 },
        (_, i) => `  - add-task: { id: II.2.${i + 1}, text: Việc ${i + 1}., lead: [so-tai-chinh], kind: ongoing }\n`,
      ).join(''),
    ),
  ],
  [
    'figures-of-progress',
    entries(
      CONG,
      '  - { task: II.1.a.1, status: completed, progress: 99.5, completed: 2024-06-06, result: Xong., evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-06-06, product: 1 }] }\n  - { task: II.1.a.2, status: not-started, progress: 0.5, obstacles: Chưa. }\n',
    ),
  ],
  [
    'figures-of-indicators',
    with_(
      ['tasks.yaml', 'unit: "%", target: 5, direction: at-least', 'target: 1500.5'],
      [HA, 'value: 5.5', 'value: 1234567.25'],
      [THUONG, 'value: 6', 'value: 1500.5'],
    ),
  ],
  // On the day, and the day after.
  [
    'started-and-completed-on-a-day',
    entries(
      CONG,
      `  - task: II.1.a.1
    status: completed
    started: 2024-06-20
    submitted: 2024-06-20
    completed: 2024-06-20
    result: Xong.
    evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-06-20, product: 1 }]
  - { task: II.1.a.2, status: completed, started: 2025-01-01, completed: 2024-12-01, result: Xong., evidence: [{ title: Biên bản }] }
`,
    ),
  ],
  [
    'late-after-one-in-time',
    {
      ...EXAMPLE,
      'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2025-01-05').replace('hai đợt', 'ba đợt'),
    },
  ],
  [
    'late-after-an-undated-one',
    {
      ...with_([HA, 'reported: 2024-12-20\n', ''], [TAI, '2024-12-20', '2025-01-16']),
      'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2025-01-05').replace('hai đợt', 'ba đợt'),
    },
  ],
  // The register's lines on what nobody knows.
  [
    'register-without-plan',
    {
      ...EXAMPLE,
      'reports/register.yaml':
        'received:\n  - { owner: huyen-ha, number: 5/UBND-TH, date: 2024-12-30, period: "2024" }\n',
    },
  ],
  [
    'appraisals-of-what-nobody-knows',
    registered(`appraisals:
  - { owner: so-tai-chinh, task: II.1.zz, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-05 }
  - { owner: Sở Nào, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2023", verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.c, period: "2023", verdict: accepted, date: 2025-01-05 }
  - { owner: Sở Nào, task: II.1.a.1, verdict: accepted, date: 2025-01-05 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted }
`),
  ],
  [
    'returned-and-overdue',
    registered(
      'appraisals:\n  - { owner: so-cong-thuong, task: II.1.a.1, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-05 }\n',
    ),
  ],
  ['silent-and-overdue', without(EXAMPLE, CONG, TAI), '2026-01-01'],
  // The form of another.
  [
    'form-of-another-and-one-supported',
    entries(TAI, '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.a.2, status: in-progress }\n'),
  ],
  [
    'form-of-another-and-of-everybody',
    entries(
      TAI,
      '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.c, status: in-progress }\n  - { task: II.1.zz, status: in-progress }\n',
    ),
  ],
  // Another version of the plan, by the day of the report.
  [
    'amended-between-report-and-due-day',
    and(
      'amendments/a.yaml',
      amendment(
        '2.0.0',
        '2024-12-25',
        '  - change-task: { task: II.1.c, set: { text: Bố trí 6%. } }\n  - end-task: { task: II.1.a.2 }\n',
      ),
      with_(
        [THUONG, 'reported: 2024-12-20\n', ''],
        [CONG, '2024-12-20', '2025-01-05'],
        [TAI, '2024-12-20', '2024-12-31'],
      ),
    ),
  ],
  [
    'amended-after-the-due-day',
    and(
      'amendments/a.yaml',
      amendment('2.0.0', '2025-01-02', '  - change-task: { task: II.1.c, set: { text: Bố trí 6%. } }\n'),
      with_([HA, '2024-12-20', '2025-01-05'], [THUONG, 'version: 1.1.0', 'version: 2.0.0']),
    ),
  ],
  [
    'amended-in-much',
    amended(
      `  - change-task: { task: II.1.b, set: { kind: ongoing, lead: [so-tai-chinh, so-cong-thuong], support: [huyen-ha], partners: [ubnd-tinh], answeredBy: report, products: [{ title: Quy định, references: [{ ref: 05/2020/QĐ-UBND, relation: replaces }] }], references: [{ ref: 10/NQ-CP, relation: implements }] } }
  - set-deadline: { task: II.1.a.1, deadline: { date: 2026-06-30, basis: stated } }
  - change-task: { task: II.1.c, set: { indicator: { id: khuyen-cong, name: Tỷ lệ, unit: "%", target: 6 } } }
`,
    ),
  ],
  // Bodies that are no more.
  [
    'reports-of-a-former-body',
    amended('  - succeed: { from: [huyen-thuong], to: [{ owner: huyen-ha }] }\n', {
      ...with_([THUONG, 'reported: 2024-12-20\n', '']),
      'reports/thuong-2.yaml': (EXAMPLE[THUONG] ?? '').replace('2024-12-20', '2024-06-01'),
      'reports/thuong-3.yaml': (EXAMPLE[THUONG] ?? '').replace('2024-12-20', '2024-05-31'),
      'reports/thuong-4.yaml': (EXAMPLE[THUONG] ?? '').replace('2024-12-20', '2025-01-16'),
    }),
  ],
  [
    'letters-before-and-after',
    registered(
      `received:
  - { owner: huyen-ha, number: 5/UBND-TH, date: 2024-12-30, received: 2025-01-15, period: "2024" }
  - { owner: huyen-ha, number: 6/UBND-TH, date: 2024-12-30, period: "2024" }
  - { owner: huyen-thuong, date: 2025-01-16, period: "2024" }
  - { owner: huyen-thuong, number: 8/UBND-TH, date: 2024-12-30, period: "2025" }
  - { owner: so-tai-chinh, date: 2024-12-30, period: "2024" }
`,
      without(with_([CONG, '2024-12-20', '2025-01-20']), HA, THUONG, TAI),
    ),
  ],
  // More of what is filed.
  [
    'reports-five-times',
    Object.assign(
      {},
      EXAMPLE,
      ...['b', 'c', 'd', 'e'].map((letter) => ({
        [`reports/${letter}.yaml`]: (EXAMPLE[HA] ?? '').replace('hai đợt', `đợt ${letter}`),
      })),
      { 'reports/f.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2024-12-19') },
    ),
  ],
  [
    'reports-to-come',
    {
      ...with_([HA, '2024-12-20', '2025-01-20'], [CONG, 'so-cong-thuong', 'Sở Công Thươg']),
      'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2025-01-18'),
      'reports/thuong-2.yaml': (EXAMPLE[THUONG] ?? '').replace('2024-12-20', '2025-02-20'),
    },
  ],
  [
    'reports-merged-and-half-silent',
    amended('  - succeed: { from: [huyen-thuong], to: [{ owner: huyen-ha }] }\n', without(EXAMPLE, HA)),
  ],
  [
    'reports-merged-and-silent',
    amended('  - succeed: { from: [huyen-thuong], to: [{ owner: huyen-ha }] }\n', without(EXAMPLE, HA, THUONG)),
  ],
  [
    'reports-of-nobody-and-nothing',
    with_(
      [HA, 'owner: huyen-ha', 'owner: Sở Nào'],
      [HA, 'plan: 12/KH-UBND', 'plan: 415/KH-UBND'],
      [THUONG, 'owner: huyen-thuong\nperiod: "2024"', 'period: 2024-Q1'],
      [TAI, 'owner: so-tai-chinh\nperiod: "2024"', 'owner: Sở Nào\nperiod: "2023"'],
      [CONG, 'period: "2024"', 'period: năm nay'],
    ),
  ],
  [
    'periods-not-begun',
    with_(
      [HA, 'period: "2024"', 'period: "2025"'],
      [HA, '2024-12-20', '2024-12-31'],
      [THUONG, 'period: "2024"', 'period: "2025"'],
      [THUONG, '2024-12-20', '2025-01-01'],
      [TAI, 'period: "2024"', 'period: "2025"'],
      [TAI, '2024-12-20', '2024-01-14'],
      [CONG, 'period: "2024"', 'period: "2025"'],
      [CONG, '2024-12-20', '2024-01-15'],
    ),
  ],
  [
    'periods-without-an-end',
    with_(
      ['plan.yaml', 'horizon: 2026\n', ''],
      [HA, 'period: "2024"', 'period: "9998"'],
      [TAI, 'period: "2024"', 'period: "1999"'],
    ),
  ],
  [
    'completed-without-a-day',
    entries(
      CONG,
      `  - task: II.1.a.1
    status: completed
    result: Xong.
    evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-06-28 }, { number: 42/2024/QĐ-UBND, date: 2024-08-28, product: 1 }]
  - { task: II.1.a.2, status: in-progress, result: Làm. }
`,
    ),
  ],
  [
    'completed-late-and-said-again',
    nextYear(
      CONG,
      '  - { task: II.1.a.1, status: completed, completed: 2024-07-28, result: Xong., evidence: [{ file: a.pdf, product: 1 }] }\n  - { task: II.1.a.2, status: in-progress, result: Làm. }\n',
      with_([CONG, 'submitted: 2024-06-20\n    completed: 2024-06-28', 'completed: 2024-07-28']),
    ),
    '2026-01-15',
  ],
  // Whose form.
  [
    'form-of-another-among-three',
    without(
      with_(
        ['owners.yaml', 'members: [huyen-ha, huyen-thuong]', 'members: [huyen-ha]'],
        [
          TAI,
          /entries:\n[^]*/,
          'entries:\n  - { task: II.1.c, status: in-progress }\n  - { task: II.1.zz, status: in-progress }\n',
        ],
        [
          HA,
          /entries:\n[^]*/,
          'entries:\n  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.a.2, status: in-progress }\n',
        ],
      ),
      THUONG,
    ),
  ],
  [
    'form-of-another-with-more',
    entries(
      HA,
      '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.a.2, status: in-progress }\n  - { task: II.1.c, status: in-progress }\n',
    ),
  ],
  [
    'form-of-another-with-three-more',
    {
      ...amended(
        '  - add-task: { id: II.1.a.3, text: Việc nữa., lead: [so-cong-thuong], kind: ongoing }\n',
        entries(
          HA,
          '  - { task: II.1.a.1, status: in-progress }\n  - { task: II.1.a.2, status: in-progress }\n  - { task: II.1.a.3, status: in-progress }\n  - { task: II.1.c, status: in-progress }\n',
        ),
      ),
    },
  ],
  // Which entry is at fault.
  [
    'faults-of-another-entry',
    with_(
      [
        CONG,
        /entries:\n[^]*/,
        'entries:\n  - { task: II.1.a.1, status: blocked, obstacles: 5 }\n  - { task: II.1.a.2, status: blocked }\n',
      ],
      [
        TAI,
        /entries:\n[^]*/,
        'entries:\n  - { task: II.1.b, status: none-arisen, evidences: [], resuls: Không. }\nproposals: [{ text: Thêm., obstacles: Bão, evidence: [], result: a }]\n',
      ],
      [HA, /entries:\n[^]*/, 'entries:\n  - { task: II.1.c, status: blocked, ostacles: Thiếu. }\nproposals: [5]\n'],
      [
        THUONG,
        /entries:\n[^]*/,
        'entries:\n  - { task: II.1.c, status: completed, completed: 2024-12-12 }\nproposals: [{ text: Thêm., evidence: [], obstacles: a }]\n',
      ],
    ),
  ],
  [
    'evidence-of-each-kind',
    with_(
      [
        CONG,
        'evidence: [{ number: 41/2024/QĐ-UBND, date: 2024-06-28, title: Quyết định ban hành Đề án, product: 1 }]',
        'evidence: [{ date: 2024-06-28 }]',
      ],
      [
        CONG,
        'status: in-progress\n',
        'status: completed\n    completed: 2024-12-12\n    evidence: [{ number: 5/QĐ-UBND }]\n',
      ],
      [
        TAI,
        'status: in-progress\n    progress: 60',
        'status: completed\n    completed: 2024-12-12\n    evidence: [{ file: " ", title: " ", product: 1 }]',
      ],
      [HA, 'status: in-progress', 'status: completed\n    completed: 2024-12-12\n    evidence: [{ title: Biên bản }]'],
      [
        THUONG,
        'status: in-progress',
        'status: completed\n    completed: 2024-12-12\n    evidence: [{ product: 1 }, { file: a.pdf }]',
      ],
    ),
  ],
  [
    'words-at-the-edge-of-a-message',
    with_(
      [HA, 'owner: huyen-ha', `owner: ${'Sở '.repeat(26)}Xế`],
      [THUONG, 'owner: huyen-thuong', `owner: ${'Sở '.repeat(26)}Xếp`],
      [TAI, 'owner: so-tai-chinh', `owner: "  Sở \\n ${'𝔖ở '.repeat(500)}"`],
    ),
  ],
  [
    'placeholders-by-their-first-letter',
    entries(
      CONG,
      inFields([
        ...['Xxx', 'X/X', 'x?x', 'áđang cập nhật'],
        ...['ạ', 'Đang cập nhật số liệu từ các đơn vị cơ sở gửi về', '9', '…'],
      ]),
    ),
  ],
  ['placeholders-of-every-sign', entries(CONG, inFields(['.,:;', '– — -', '*/()', '[ ]', '<>', '<a', '[a', '_']))],
  [
    'gaps-of-every-kind',
    entries(
      CONG,
      inFields([
        ...['Số:……/QĐ', 'Số ___/QĐ-UBND', 'Gồm: a, b, c…', 'ngày … tháng … năm 2024'],
        ...[
          'Đã làm.... xong',
          '.../...',
          'ngày. th',
          `${'Rất nhiều việc đã làm trong năm qua. '.repeat(2)}Còn lại ........ hồ sơ`,
        ],
      ]),
    ),
  ],
  // Each of these rules in every way at once.
  [
    'missing-in-every-way',
    registered(
      `received:
  - { owner: huyen-ha, number: 3/UBND-TH, date: 2024-12-30, period: "2023" }
  - { owner: huyen-ha, number: 4/UBND-TH, date: 2024-12-30, received: 2026-01-01, period: "2024" }
  - { owner: huyen-thuong, number: 5/UBND-TH, date: 2024-12-30, period: "2025" }
  - { owner: huyen-ha, number: 6/UBND-TH, date: 2024-12-30, received: 2025-12-31, period: "2024" }
  - { owner: huyen-thuong, number: 7/UBND-TH, date: 2026-01-01, period: "2024" }
`,
      amended(
        '  - waive: { owner: so-cong-thuong, task: II.1.a.2, period: "2024", reason: Bão }\n  - waive: { owner: so-tai-chinh, period: "2024", reason: Bão }\n',
        {
          ...without(
            with_(['plan.yaml', 'day: 31, basis: stated', 'day: 31, basis: assumed'], [HA, '2024-12-20', '2026-01-20']),
            CONG,
            TAI,
            THUONG,
          ),
          'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2026-01-05'),
          'reports/ha-3.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2026-01-02').replace('"2024"', '"2025"'),
          'reports/ha-4.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2026-01-01').replace('"2024"', '"2023"'),
        },
      ),
    ),
    '2025-12-31',
  ],
  [
    'late-in-every-way',
    {
      ...with_(
        ['plan.yaml', 'day: 31, basis: stated', 'day: 31, basis: assumed'],
        [HA, '2024-12-20', '2024-12-31'],
        [THUONG, 'reported: 2024-12-20\n', ''],
        [CONG, '2024-12-20', '2028-02-01'],
        [TAI, '2024-12-20', '2024-12-31'],
      ),
      'reports/ha-2.yaml': (EXAMPLE[HA] ?? '').replace('2024-12-20', '2025-01-05'),
      'reports/thuong-2.yaml': (EXAMPLE[THUONG] ?? '').replace('2024-12-20', '2027-12-20'),
    },
    '2028-01-15',
  ],
  [
    'completed-late-in-every-way',
    nextYear(
      TAI,
      '  - { task: II.1.b, status: completed, submitted: 2026-01-10, completed: 2026-01-10, result: Xong., evidence: [{ number: 9/QĐ-UBND, date: 2026-01-10, product: 1 }, { number: 10/QĐ-UBND, date: 2026-01-10, product: 2 }] }\n',
      with_(
        [CONG, 'submitted: 2024-06-20\n    completed: 2024-06-28', 'completed: 2027-06-30'],
        [CONG, '2024-12-20', '2027-12-20'],
      ),
    ),
    '2028-01-15',
  ],
  [
    'not-assigned-in-every-way',
    amended(
      '  - change-task: { task: II.1.a.2, set: { lead: [so-cong-thuong, so-tai-chinh], support: [] } }\n  - end-task: { task: II.1.b }\n',
      with_([
        HA,
        /$/,
        '  - { task: II.1.a.2, status: in-progress }\n  - { task: II.1.b, status: in-progress }\n  - { task: II.9, status: in-progress }\nproposals: [{ text: Thêm. }, { task: II.8, text: Thêm. }]\n',
      ]),
    ),
  ],
  [
    'appraised-in-every-way',
    registered(
      `triggers:
  - { task: II.1.b, day: 2024-03-01, due: 2024-04-01 }
  - { task: II.1.a.2, day: 2024-03-01, due: 2024-04-01 }
  - { task: II.9, day: 2024-03-01, due: 2024-04-01 }
appraisals:
  - { owner: so-tai-chinh, task: II.1.bb, period: "2024", verdict: accepted, date: 2025-01-15 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2023", verdict: accepted, date: 2025-01-15 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-15 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-15 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2025-01-16 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-16 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, reason: Chưa rõ, date: 2024-12-20 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: accepted, date: 2024-12-19 }
  - { owner: so-tai-chinh, task: II.1.b, period: "2025", verdict: accepted, date: 2025-01-15 }
  - { owner: so-cong-thuong, task: II.1.a.1, period: "2024", verdict: returned, reason: Chưa rõ, date: 2025-01-15 }
  - { owner: so-cong-thuong, task: II.1.a.2, period: "2024", verdict: accepted, date: 2025-01-15 }
  - { owner: huyen-ha, task: II.1.c, period: "2024", verdict: accepted, date: 2024-12-21 }
  - { owner: huyen-thuong, task: II.1.c, period: "2024", verdict: returned, reason: Chưa rõ, date: 2024-12-21 }
`,
      amended(
        '  - succeed: { from: [huyen-thuong], to: [{ owner: huyen-ha }] }\n',
        without(
          with_(
            ['tasks.yaml', 'support: [so-tai-chinh]\n    kind: ongoing', 'support: [so-tai-chinh]\n    kind: on-event'],
            [CONG, 'reported: 2024-12-20\n', ''],
          ),
          HA,
        ),
      ),
    ),
  ],
  [
    'bodies-that-do-not-file',
    {
      ...with_(
        [
          'owners.yaml',
          'groups:',
          'groups:\n  - { id: cac-so, name: Các sở, aliases: [Sở ngành, Khối sở], members: [so-tai-chinh] }',
        ],
        ['owners.yaml', 'partners:', 'partners:\n  - { id: bo-tai-chinh, name: Bộ Tài chính, aliases: [BTC] }'],
        [HA, 'owner: huyen-ha', 'owner: Khối sở'],
        [THUONG, 'owner: huyen-thuong', 'owner: BTC'],
        [TAI, 'owner: so-tai-chinh', 'owner: cac-huyen'],
        [CONG, 'product: 1 }]', 'product: 1234 }]'],
        [CONG, 'status: in-progress', 'status: in-progress\n    evidence: [{ number: 5/QĐ-UBND, product: 2345 }]'],
      ),
      'reports/register.yaml': `plan: 12/KH-UBND
received:
  - { owner: Bộ Tài chính, number: 5/UBND-TH, date: 2024-12-30, period: "2024" }
  - { owner: Sở ngành, number: 6/UBND-TH, date: 2024-12-30, period: "2024" }
  - { owner: Sở Công Thươg, number: 7/UBND-TH, date: 2024-12-30, period: "2024" }
`,
    },
  ],
];

tellOf('report-edges', 'check reports --plan plan/12-KH-UBND --period all', GIVEN);
tellOf('report-edges', 'check reports --plan plan/12-KH-UBND --period 2025', [
  [
    'completed-late-in-another-period',
    with_([CONG, 'submitted: 2024-06-20\n    completed: 2024-06-28', 'completed: 2024-07-28']),
    '2026-01-15',
  ],
]);

/** What was said for 2024 and for 2025 of the same tasks, in every way. */
const TWO_YEARS = nextYear(
  TAI,
  `  - { task: II.1.a.2, status: in-progress, progress: 30, result: Đã góp ý cho bốn hội nghị của tỉnh. }
  - { task: II.1.b, status: in-progress, progress: 50, result: "ĐANG lấy ý kiến dự thảo quy định" }
`,
  nextYear(
    HA,
    '  - { task: II.1.c, status: in-progress, progress: 40, result: Đã bố trí kinh phí hai đợt cho khuyến công. }\n',
    nextYear(
      CONG,
      `  - { task: II.1.a.1, status: none-arisen, progress: 0, result: Không còn việc gì phải làm thêm. }
  - { task: II.1.a.2, status: none-arisen, result: Không có hội nghị nào phải tổ chức. }
`,
      with_(
        [
          CONG,
          /entries:\n[^]*/,
          `entries:
  - { task: II.1.a.1, status: submitted, submitted: 2024-06-20, progress: 80, result: Đã trình Đề án. }
  - { task: II.1.a.2, status: none-arisen, result: Không có hội nghị nào phải tổ chức. }
`,
        ],
        [
          TAI,
          /entries:\n[^]*/,
          `entries:
  - { task: II.1.a.2, status: completed, completed: 2024-11-11, progress: 100, result: Đã góp ý cho bốn hội nghị của tỉnh. }
  - { task: II.1.b, status: submitted, submitted: 2024-11-11, progress: 60.5, result: Đang lấy ý kiến dự thảo quy định }
`,
        ],
        [
          HA,
          /entries:\n[^]*/,
          'entries:\n  - { task: II.1.c, status: in-progress, progress: 60, result: Đã bố trí kinh phí hai đợt cho khuyến công. }\n',
        ],
      ),
    ),
  ),
);
tellOf('report-edges', 'check reports --plan plan/12-KH-UBND --period all', [
  ['said-in-two-years', TWO_YEARS, '2026-01-15'],
]);

const HALF = filesIn(join(ROOT, 'test/plans/half-yearly'));
tellOf('report-edges', 'check reports --period all', [
  ['half-yearly', HALF, '2025-07-31'],
  ['half-yearly-first', HALF, '2024-08-15'],
  ['half-yearly-later', HALF, '2026-02-15'],
]);

/** Files alone: whether a task was completed before is not known, but of the first period and of what recurs. */
const ALONE = nextYear(
  CONG,
  '  - { task: II.1.a.2, status: in-progress, result: Đã tổ chức sáu hội nghị. }\n',
  nextYear(HA, '  - { task: II.1.b, status: in-progress, result: Góp ý. }\n', entries(TAI, '  []\n')),
);
const alone = (files: string): string => `check ${files} --plan plan/12-KH-UBND`;
tellOf('report-edges', alone('reports/2025/so-cong-thuong.yaml reports/2025/huyen-ha.yaml'), [
  ['files-alone', ALONE, '2026-01-15'],
]);
tellOf('report-edges', alone('reports/so-tai-chinh.yaml'), [['file-of-the-first-period-alone', ALONE]]);

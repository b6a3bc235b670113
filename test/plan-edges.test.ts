import type { Files } from './helpers.ts';
import { type Change, type Given, amended, amendment, and, tellOf, with_ } from './told.ts';

const TASKS = 'tasks.yaml';
const OWNERS = 'owners.yaml';
const REFERENCES = 'references.yaml';

/** More tasks of one clause, numbered so. */
const more = (numbers: readonly string[]): Change => [
  TASKS,
  /$/,
  numbers
    .map(
      (number) =>
        `  - { id: ${number}, text: Việc ${number}., source: { heading: 17, lines: [17] }, lead: [so-tai-chinh], kind: ongoing }\n`,
    )
    .join(''),
];
const numbered = (...numbers: readonly string[]): Files => with_(more(numbers));
/** The same with lines of the signed text that say so. */
const sound = (numbers: readonly string[]): Files =>
  with_(
    ['source.txt', /$/, numbers.map((number) => `- Sở Tài chính: Làm việc ${number}.\n`).join('')],
    ['plan.yaml', 'to: 19', `to: ${19 + numbers.length}`],
    [
      TASKS,
      /$/,
      numbers
        .map(
          (number, i) =>
            `  - { id: ${number}, text: Làm việc ${number}., source: { heading: ${20 + i}, lines: [${20 + i}] }, lead: [so-tai-chinh], kind: ongoing }\n`,
        )
        .join(''),
    ],
  );
const papers = (text: string): Files => and('papers.yaml', text);

/** Plans at the edge of what the rules allow: on both sides of it. */
const GIVEN: readonly Given[] = [
  // Numbers.
  ['numbers-in-figures', numbered('II.2.1', 'II.2.2', 'II.2.4', 'II.2.10', 'II.2.10b')],
  ['numbers-in-capitals', numbered('II.2.A', 'II.2.B', 'II.2.D', 'II.2.Đ')],
  ['numbers-in-roman', numbered('II.2.i', 'II.2.ii', 'II.2.iii', 'II.2.v')],
  ['numbers-in-roman-capitals', numbered('II.2.I', 'II.2.II', 'II.2.IV', 'II.2.IX', 'II.2.XL', 'II.2.XC')],
  ['numbers-of-two-kinds', numbered('II.2.c', 'II.2.d', 'II.2.I')],
  ['numbers-in-a-row', numbered('II.2.c', 'II.2.d', 'II.2.đ', 'II.2.e')],
  // Bodies.
  [
    'bodies-of-everywhere',
    with_(
      ['plan.yaml', 'issuer: ubnd-tinh', 'issuer: ubnd-tinhh'],
      ['plan.yaml', 'coordinator: so-cong-thuong', 'coordinator: ubnd-tinh'],
      ['plan.yaml', 'recipient: ubnd-tinh', 'recipient: so-nao-do'],
      [OWNERS, 'members: [huyen-ha, huyen-thuong]', 'members: [huyen-ha, huyen-thuong, ubnd-tinh, cac-xa]'],
      [TASKS, 'support: [so-tai-chinh]', 'support: [ubnd-tinh, so-tai-chin]\n    partners: [ubnd-tinh, so-tu-phap]'],
    ),
  ],
  ['issuer-by-name', with_(['plan.yaml', 'issuer: ubnd-tinh', 'issuer: UBND tỉnh'])],
  ['issuer-by-another-name', with_(['plan.yaml', 'issuer: ubnd-tinh', 'issuer: HĐND tỉnh'])],
  [
    'issuers-of-papers',
    papers(
      'issuers:\n  - { body: so-nao, name: SỞ NÀO, confirmed: false }\npapers:\n  letter: { issuer: so-nao, confirmed: false }\n  report: { issuer: so-kia }\n',
    ),
  ],
  [
    'names-nearly',
    with_(
      [OWNERS, 'name: Sở Công Thương, aliases: [Sở CT]', 'name: Sở Công Thươg, aliases: [Sở CT]'],
      [OWNERS, 'name: Sở Tài chính', 'name: Sở Tài nguyên và Môi trường'],
      [OWNERS, 'name: UBND các huyện', 'name: UBND  huyện'],
    ),
  ],
  [
    'name-by-alias',
    with_([OWNERS, 'name: Sở Công Thương, aliases: [Sở CT]', 'name: Sở CT, aliases: [Sở Công Thương]']),
  ],
  ['lead-of-another', with_([TASKS, 'lead: [so-tai-chinh]', 'lead: [so-cong-thuong]'])],
  ['lead-added', with_([TASKS, 'lead: [so-tai-chinh]', 'lead: [so-tai-chinh, huyen-ha]'])],
  // Documents.
  [
    'documents-everywhere',
    with_(
      ['plan.yaml', 'basis: [10/NQ-CP]', 'basis: [10/NQ-CP, 12/KH-UBND, 11/NQ-CP, Luật Đầu tư]'],
      [
        'plan.yaml',
        'reporting:',
        'reporting:\n  words: Theo Nghị định số 08/2023/NĐ-CP và Nghị quyết số 10/NQ-CP, 100/NQ-CP',
      ],
      [TASKS, 'ref: 05/2020/QĐ-UBND, relation', 'ref: 05/2020/QĐ-UBN, relation'],
    ),
  ],
  ['document-by-title', with_([REFERENCES, 'number: 10/NQ-CP, kind', 'aliases: [10/NQ-CP], kind'])],
  [
    'document-of-two-days',
    with_(['source.txt', 'c) UBND các huyện:', 'c) UBND các huyện (Nghị quyết số 10/NQ-CP ngày 06/01/2024):']),
  ],
  ['document-of-another-day', with_([REFERENCES, 'date: 2024-01-05', 'date: 2024-01-06'])],
  ['document-without-day', with_([REFERENCES, 'date: 2024-01-05, ', ''])],
  [
    'document-over',
    with_([REFERENCES, 'cụm công nghiệp }', 'cụm công nghiệp, expires: 2025-01-14, replacedBy: 05/2020/QĐ-UBND }']),
  ],
  ['document-on-its-last-day', with_([REFERENCES, 'cụm công nghiệp }', 'cụm công nghiệp, expires: 2025-01-15 }'])],
  [
    'document-over-that-is-replaced',
    with_([REFERENCES, 'hỗ trợ lãi suất }', 'hỗ trợ lãi suất, expires: 2024-12-31 }']),
  ],
  // Deadlines and waivers.
  ['deadline-assumed', with_([TASKS, 'basis: stated, words: trước ngày 30/6/2024', 'basis: assumed']), '2024-06-30'],
  [
    'deadline-assumed-over',
    with_([TASKS, 'basis: stated, words: trước ngày 30/6/2024', 'basis: assumed']),
    '2024-07-01',
  ],
  ['waiver-until-today', amended('  - waive: { owner: huyen-ha, reason: Bão, until: 2025-01-15 }\n')],
  ['waiver-until-yesterday', amended('  - waive: { owner: huyen-ha, reason: Bão, until: 2025-01-14 }\n')],
  [
    'waiver-of-what-ended',
    amended(
      '  - waive: { task: II.1.a.2, reason: Bão, until: 2025-01-14 }\n',
      and('amendments/b.yaml', amendment('3.0.0', '2024-07-01', '  - end-task: { task: II.1.a.2 }\n')),
    ),
  ],
  [
    'waivers-renewed-for-others',
    amended(
      `  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão, until: 2025-01-14 }
  - waive: { owner: huyen-thuong, task: II.1.c, reason: Bão, until: 2025-03-14 }
  - waive: { owner: so-tai-chinh, period: "2024", reason: Lũ, until: 2025-01-14 }
  - waive: { owner: so-tai-chinh, period: "2025", reason: Lũ, until: 2025-03-14 }
`,
    ),
  ],
  // Amendments.
  [
    'amendments-of-one-day',
    and(
      'amendments/b.yaml',
      amendment(
        '3.0.0',
        '2024-06-01',
        `  - change-task: { task: II.1.a.2, set: { kind: recurring } }
  - change-task: { task: II.1.a.1, set: { kind: ongoing, submits: false } }
  - set-deadline: { task: II.1.a.1, deadline: { date: 2024-12-31, basis: stated } }
  - change-task: { task: II.1.b, set: { answeredBy: none } }
  - change-task: { task: II.1.b, set: { answeredBy: report, text: Trình quy định. } }
  - change-task: { task: II.1.b, set: { text: Trình UBND tỉnh quy định. } }
  - end-task: { task: II.1.c }
  - add-task: { id: II.1.d, text: Làm việc khác., lead: [huyen-ha], kind: ongoing }
  - add-owner: { id: huyen-trung, name: UBND huyện Trung mới, authority: district }
  - add-group: { id: cac-so, name: Các sở khác, members: [so-tai-chinh] }
  - end-owner: { owner: " so-tai-chinh " }
  - succeed: { from: [so-cong-thuong, huyen-ha], to: [{ owner: so-tai-chinh, tasks: [II.1.a.1, II.1.a.2] }] }
  - add-member: { group: cac-huyen, members: [huyen-moi, so-tai-chinh] }
  - remove-member: { group: cac-huyen, members: [huyen-ha] }
  - waive: { owner: huyen-ha, reason: Lũ }
  - waive: { owner: huyen-ha, task: II.1.c, reason: Lũ }
  - add-reference: { number: "Số: 20/NQ-CP", kind: Nghị quyết, title: Nghị quyết khác }
  - change-reference: { reference: 10 /NQ-CP, replacedBy: 20/NQ-CP }
`,
      ),
      amended(`  - end-task: { task: II.1.a.2 }
  - change-task: { task: II.1.a.1, set: { kind: recurring, text: Tham mưu. } }
  - change-task: { task: II.1.c, set: { kind: ongoing } }
  - add-task: { id: II.1.d, text: Làm thêm., lead: [huyen-ha], kind: ongoing }
  - add-owner: { id: huyen-trung, name: UBND huyện Trung, authority: district }
  - add-owner: { id: huyen-moi, name: UBND huyện Mới, authority: district }
  - add-group: { id: cac-so, name: Các sở, members: [so-cong-thuong] }
  - succeed: { from: [so-tai-chinh], to: [{ owner: so-cong-thuong }, { owner: huyen-ha, tasks: [II.1.b] }] }
  - succeed: { from: [so-cong-thuong], to: [{ owner: huyen-ha, tasks: [II.1.a.1] }] }
  - add-member: { group: cac-huyen, members: [huyen-moi] }
  - waive: { owner: huyen-ha, reason: Bão }
  - add-reference: { number: 20/NQ-CP, kind: Nghị quyết, title: Nghị quyết mới }
  - change-reference: { reference: 10/NQ-CP, expires: 2026-12-31 }
`),
    ),
  ],
  [
    'amendments-one-after-another',
    and(
      'amendments/c.yaml',
      amendment(
        '4.0.0',
        '2024-07-02',
        `  - add-owner: { id: huyen-ha, name: UBND huyện Hạ mới, authority: district }
  - add-group: { id: huyen-ha, name: Nhóm Hạ, members: [huyen-thuong] }
  - add-task: { id: II.1.a.2, text: Việc cũ., lead: [huyen-thuong], kind: ongoing }
  - end-owner: { owner: " huyen-ha " }
  - waive: { owner: huyen-ha, task: II.1.a.2, reason: Bão }
  - succeed: { from: [huyen-thuong, huyen-ha], to: [{ owner: so-tai-chinh }, { owner: huyen-ha }] }
  - add-member: { group: cac-huyen, members: [so-tai-chinh, huyen-thuong, cac-so, huyen-ha] }
  - extend-deadline: { task: II.1.a.1, to: 2024-09-29 }
  - extend-deadline: { task: II.1.b, to: 2026-01-01 }
  - add-reference: { id: so-tay, kind: Sổ tay, title: Sổ tay khác }
  - add-reference: { kind: Sổ tay, title: Sổ tay hướng dẫn }
  - change-reference: { reference: so-tay, expires: 2026-12-31 }
`,
      ),
      and(
        'amendments/b.yaml',
        amendment(
          '3.0.0',
          '2024-07-01',
          `  - end-task: { task: II.1.a.2 }
  - extend-deadline: { task: II.1.a.1, to: 2024-09-30 }
`,
        ),
        amended(`  - end-owner: { owner: huyen-ha }
  - add-owner: { id: ban-cu, name: Ban cũ, authority: other }
  - end-owner: { owner: ban-cu }
  - add-group: { id: cac-so, name: Các sở, members: [so-tai-chinh] }
  - extend-deadline: { task: II.1.a.1, to: 2024-07-01 }
  - add-reference: { id: so-tay, kind: Sổ tay, title: Sổ tay một }
  - add-reference: { kind: Sổ tay, title: Sổ tay hướng dẫn, aliases: [Cẩm nang] }
`),
      ),
    ),
  ],
  [
    'successions-of-tasks',
    amended(
      `  - add-group: { id: tat-ca, name: Tất cả, members: [cac-huyen, so-tai-chinh] }
  - change-task: { task: II.1.a.2, set: { lead: [tat-ca] } }
  - succeed: { from: [huyen-ha], to: [{ owner: huyen-thuong, tasks: [II.1.c] }] }
  - succeed: { from: [so-tai-chinh], to: [{ owner: so-cong-thuong }, { owner: huyen-ha, tasks: [II.1.c, II.1.a.1, II.1.a.2] }] }
  - succeed: { from: [huyen-thuong], to: [{ owner: so-cong-thuong, tasks: [II.1.a.2, II.1.c] }, { owner: huyen-ha }] }
`,
    ),
  ],
  [
    'succession-to-one-of-several',
    amended(`  - succeed: { from: [huyen-ha, so-tai-chinh], to: [{ owner: so-tai-chinh }, { owner: huyen-ha }] }
  - succeed: { from: [huyen-xa, huyen-thuong], to: [{ owner: huyen-thuong, tasks: [II.1.c] }, { owner: huyen-xa }] }
  - succeed: { from: [huyen-thuong], to: [{ owner: so-cong-thuong, tasks: [II.1.b] }, { owner: so-tai-chinh }] }
`),
  ],
  [
    'waivers-of-periods',
    amended(
      ['2023', '2024', '2024-Q1', '2024-H1', '2027']
        .map((period) => `  - waive: { task: II.1.c, period: "${period}", reason: Bão }\n`)
        .join(''),
    ),
  ],
  [
    'deadlines-without-a-day',
    amended(
      '  - extend-deadline: { task: II.1.a.1, to: 2025-12-31 }\n  - extend-deadline: { task: II.1.c, to: 2025-12-31 }\n',
      with_(
        [TASKS, 'deadline: { date: 2024-06-30, basis: stated', 'deadline: { basis: event'],
        [
          TASKS,
          'lead: [cac-huyen]',
          'lead: [cac-huyen]\n    deadline: { each: { month: 0, day: 15 }, basis: assumed }',
        ],
      ),
    ),
  ],
  [
    'amended-on-its-day',
    and('amendments/a.yaml', amendment('2.0.0', '2024-01-15', '  - end-task: { task: II.1.b }\n')),
  ],
  [
    'amended-the-day-before',
    and('amendments/a.yaml', amendment('2.0.0', '2024-01-14', '  - end-task: { task: II.1.b }\n')),
  ],
  [
    'amendments-under-one-version',
    and(
      'amendments/b.yaml',
      `instrument: { title: Đính chính }\neffective: 2024-07-01\nversion: 2.0.0\nchanges:\n  - end-task: { task: II.1.a.2 }\n`,
      amended('  - end-task: { task: II.1.b }\n'),
    ),
  ],
  // Versions.
  ...['1.1.1', '1.2.0', '2.0.0', '2.0.1', '3.0.0', '1.1.0'].map((version): Given => [
    `version-${version}`,
    and('amendments/a.yaml', amendment(version, '2024-06-01', '  - end-task: { task: II.1.a.2 }\n')),
  ]),
  [
    'version-of-an-addition',
    and(
      'amendments/a.yaml',
      amendment('1.2.0', '2024-06-01', '  - change-reference: { reference: 10/NQ-CP, expires: 2026-12-31 }\n'),
    ),
  ],
  // Numbers at the first of what stands under them, and only as signed.
  ['numbers-of-what-holds-others', numbered('II.2.a.1', 'II.2.a.2', 'II.2.c.1', 'II.2.c.2', 'II.4.1')],
  ['numbers-that-are-roman-alone', numbered('II.2.i', 'II.2.v')],
  ['numbers-that-are-letters-alone', numbered('II.2.c', 'II.2.l')],
  ['numbers-of-no-kind', numbered('II.2.1b', 'II.2.?', 'II.2.0', 'II.2.1', 'II.2.A', 'II.2.Ab')],
  [
    'numbers-of-another-alphabet',
    with_(['plan.yaml', 'language: vi', 'language: en'], more(['II.2.i', 'II.2.k', 'II.2.v', 'II.2.y', 'II.2.z'])),
  ],
  ['numbers-amended', amended('  - add-task: { id: II.1.h, text: Việc mới., lead: [so-tai-chinh], kind: ongoing }\n')],
  ['numbers-amended-as-signed', amended('  - end-task: { task: II.1.a.2 }\n', numbered('II.1.h'))],
  // Assumed days.
  [
    'days-assumed',
    with_(
      ['plan.yaml', 'due: { month: 0, day: 31, basis: stated }', 'due: { month: 2, day: 5, basis: assumed }'],
      [TASKS, 'basis: derived, words: giai đoạn 2024-2025', 'basis: assumed'],
      [TASKS, 'kind: ongoing', 'kind: on-event\n    deadline: { each: { month: 1, day: 20 }, basis: assumed }'],
    ),
    '2025-12-31',
  ],
  [
    'days-assumed-of-months-before',
    with_(['plan.yaml', 'due: { month: 0, day: 31, basis: stated }', 'due: { month: -2, day: 15, basis: assumed }']),
  ],
  // What is not sure.
  [
    'unconfirmed-additions',
    and(
      'amendments/a.yaml',
      `instrument: { title: Thông báo chuyển việc, confirmed: false }
effective: 2024-06-01
version: 2.0.0
changes:
  - add-owner: { id: so-y-te, name: Sở Y tế, authority: provincial, confirmed: false }
  - add-group: { id: cac-so, name: Các sở, members: [so-y-te, so-tai-chinh], confirmed: false }
  - add-task: { id: II.1.d, text: Việc mới., lead: [so-y-te], kind: ongoing, confirmed: false }
  - add-reference: { number: 9/QĐ-UBND, kind: Quyết định, title: Quyết định mới, confirmed: false }
  - add-member: { group: cac-huyen, members: [so-y-te], confirmed: false }
  - change-task: { task: II.1.a.2, set: { kind: recurring }, confirmed: false }
  - set-deadline: { task: II.1.c, deadline: { each: { month: 0, day: 20 }, basis: stated }, confirmed: false }
  - extend-deadline: { task: II.1.b, to: 2026-06-30, confirmed: true }
  - end-owner: { owner: huyen-thuong, confirmed: false }
  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão, confirmed: false }
`,
    ),
  ],
  [
    'unconfirmed-papers',
    papers(
      'issuers:\n  - { body: so-cong-thuong, name: SỞ CÔNG THƯƠNG, confirmed: false }\n  - { body: ubnd-tinh, name: ỦY BAN NHÂN DÂN, confirmed: true }\n  - { body: so-tai-chinh, name: SỞ TÀI CHÍNH }\npapers:\n  letter: { confirmed: false }\n  report: { confirmed: true }\n  government-report: { recipients: [Như trên], confirmed: false }\n',
    ),
  ],
  [
    'holidays-of-some-years',
    and(
      'holidays/2025.yaml',
      'year: 2025\nfrom: Thông báo\noff: [2025-01-01]\n',
      with_(['plan.yaml', '  frequency: yearly', '  rolling: next-working-day\n  frequency: yearly']),
    ),
    '2026-06-01',
  ],
  [
    'holidays-before-the-first-period',
    with_(['plan.yaml', '  frequency: yearly', '  rolling: next-working-day\n  frequency: yearly']),
    '2023-06-01',
  ],
  // Extensions.
  [
    'extended-late-by-an-undated-paper',
    and(
      'amendments/a.yaml',
      amendment('2.0.0', '2024-07-01', '  - extend-deadline: { task: II.1.a.1, to: 2024-12-31 }\n'),
    ),
  ],
  [
    'extended-on-the-last-day',
    and(
      'amendments/a.yaml',
      amendment('2.0.0', '2024-06-30', '  - extend-deadline: { task: II.1.a.1, to: 2024-12-31 }\n'),
    ),
  ],
  [
    'extended-twice',
    and(
      'amendments/b.yaml',
      `instrument: { number: 21/QĐ-UBND, date: 2025-01-02, title: Gia hạn lần hai }
effective: 2024-11-01
version: 3.0.0
changes:
  - extend-deadline: { task: II.1.a.1, to: 2025-06-30 }
`,
      amended('  - extend-deadline: { task: II.1.a.1, to: 2024-12-31 }\n'),
    ),
  ],
  // Waivers.
  [
    'waivers-over-of-each-kind',
    amended(
      `  - waive: { task: II.1.a.2, reason: Bão, until: 2025-01-14 }
  - waive: { owner: huyen-thuong, task: II.1.c, reason: Bão, until: 2025-01-14 }
  - waive: { owner: huyen-ha, period: "2024", reason: Lũ, until: 2025-01-14 }
  - waive: { owner: huyen-ha, period: "2025", reason: Lũ, until: 2025-06-14 }
  - waive: { task: II.1.b, period: "2024", reason: Lũ, until: 2025-01-14 }
  - waive: { owner: so-tai-chinh, reason: Lũ }
`,
    ),
  ],
  [
    'waiver-over-on-its-first-day',
    amended('  - waive: { owner: huyen-ha, reason: Bão, until: 2024-05-31 }\n'),
    '2024-06-01',
  ],
  ['waiver-not-yet-there', amended('  - waive: { owner: huyen-ha, reason: Bão, until: 2024-05-30 }\n'), '2024-05-31'],
  [
    'waiver-over-before-a-later-version',
    and(
      'amendments/b.yaml',
      amendment('3.0.0', '2025-01-16', '  - end-task: { task: II.1.a.2 }\n'),
      amended('  - waive: { task: II.1.a.2, reason: Bão, until: 2025-01-14 }\n'),
    ),
  ],
  // Nobody leads.
  [
    'unheld-again-and-again',
    and(
      'amendments/c.yaml',
      amendment('4.0.0', '2024-09-01', '  - end-owner: { owner: so-y-te }\n'),
      and(
        'amendments/b.yaml',
        amendment(
          '3.0.0',
          '2024-08-01',
          '  - add-owner: { id: so-y-te, name: Sở Y tế, authority: provincial }\n  - change-task: { task: II.1.b, set: { lead: [so-y-te] } }\n',
        ),
        amended('  - end-owner: { owner: so-tai-chinh, reason: Giải thể }\n'),
      ),
    ),
  ],
  [
    'unheld-for-long',
    and(
      'amendments/b.yaml',
      amendment(
        '2.0.1',
        '2024-08-01',
        '  - change-task: { task: II.1.c, set: { text: Hằng năm bố trí 5% ngân sách. } }\n',
      ),
      amended('  - end-owner: { owner: so-tai-chinh, reason: Giải thể }\n'),
    ),
  ],
  [
    'unheld-and-awaited-from-the-first',
    amended(
      '  - end-task: { task: II.1.a.2 }\n',
      with_([OWNERS, 'members: [huyen-ha, huyen-thuong]', 'members: [], awaits: Danh sách huyện mới']),
    ),
  ],
  [
    'unheld-and-not-asked',
    amended(
      '  - end-owner: { owner: so-tai-chinh }\n',
      with_([
        TASKS,
        'lead: [so-tai-chinh]\n    kind: deliverable',
        'lead: [so-tai-chinh]\n    answeredBy: none\n    kind: ongoing',
      ]),
    ),
  ],
  // Changes.
  [
    'changes-of-what-several-hold',
    amended(`  - succeed: { from: [huyen-ha, huyen-thuong], to: [{ owner: so-tai-chinh, tasks: [II.1.a.1] }] }
  - succeed: { from: [so-cong-thuong, so-tai-chinh], to: [] }
`),
  ],
  [
    'changes-of-one-day-in-two-papers',
    and(
      'amendments/b.yaml',
      `instrument: { title: ${'Quyết định rất dài '.repeat(8).trim()} }
effective: 2024-06-01
version: 3.0.0
changes:
  - change-task: { task: II.1.b, set: { kind: ongoing } }
  - end-task: { task: II.1.b }
  - set-deadline: { task: II.1.a.1, deadline: { date: 2025-06-30, basis: stated } }
`,
      amended('  - end-task: { task: II.1.b }\n  - extend-deadline: { task: II.1.a.1, to: 2024-12-31 }\n'),
    ),
  ],
  [
    'changes-nearly-of-what-is-there',
    amended(`  - end-task: { task: II.1.bb }
  - end-owner: { owner: so-tai-chin }
  - add-member: { group: cac-huyn, members: [huyen-ha] }
  - change-reference: { reference: 10/NQ-CPP, expires: 2026-12-31 }
  - waive: { period: "2020", reason: Bão }
  - extend-deadline: { task: II.1.a.2, to: 2026-12-31 }
`),
  ],
  [
    'amended-before-it-was-signed',
    and('amendments/a.yaml', amendment('1.1.0', '2024-01-14', '  - end-task: { task: II.1.a.2 }\n')),
  ],
  [
    'published-and-edited',
    and(
      'versions.yaml',
      'versions:\n  - { version: 1.1.0, fingerprint: 0123456789ab, released: 2024-02-01 }\n  - { version: 0.9.0, fingerprint: 0123456789ab, released: 2024-01-01 }\n',
    ),
  ],
  // Bodies and documents.
  [
    'body-by-the-id-of-nothing',
    with_(
      ['plan.yaml', 'issuer: ubnd-tinh', 'issuer: UBND tỉnh'],
      ['plan.yaml', 'recipient: ubnd-tinh', 'recipient: UBND tỉnh'],
      ['plan.yaml', 'owners: [so-cong-thuong,', 'through: ubnd-tinhh\n  owners: [ubnd-tinh, so-cong-thuon,'],
      [TASKS, 'lead: [cac-huyen]', 'lead: []'],
    ),
  ],
  [
    'leads-named-elsewhere-in-the-text',
    with_(
      ['source.txt', 'b) Sở Tài chính: Trình', 'b) UBND huyện Hạ, Sở Công Thương và UBND các huyện: Trình'],
      ['source.txt', 'c) UBND các huyện: Hằng', 'c) UBND các huyệnn: Hằng'],
    ),
  ],
  [
    'documents-by-numbers-nearly',
    with_(
      ['plan.yaml', 'basis: [10/NQ-CP]', 'basis: [11/NQ-CP, 10/NQ-CPP, 05/2020/QĐ-UB, nghị quyết]'],
      ['plan.yaml', 'reporting:', 'reporting:\n  words: Báo cáo theo số 10/NQ-TW'],
      [TASKS, 'ref: 10/NQ-CP, relation: implements', 'ref: 1/NQ-CP, relation: cites'],
    ),
  ],
  [
    'documents-over-or-cited',
    with_(
      [REFERENCES, 'cụm công nghiệp }', 'cụm công nghiệp, expires: 2025-01-14 }'],
      [REFERENCES, 'hỗ trợ lãi suất }', 'hỗ trợ lãi suất, expires: 2024-12-31, replacedBy: 10/NQ-CP }'],
      [TASKS, 'ref: 05/2020/QĐ-UBND, relation: replaces', 'ref: 05/2020/QĐ-UBND, relation: implements'],
      [TASKS, 'kind: ongoing', 'kind: ongoing\n    references: [{ ref: 10/NQ-CP, relation: cites }]'],
    ),
  ],
  [
    'days-of-documents-in-the-text',
    with_(
      ['source.txt', 'số 10/NQ-CP ngày 05/01/2024', 'số 10/NQ-CP ngày\n\n06/01/2024'],
      ['source.txt', 'ngày 02/3/2020).', 'ngày 02/3/2020). Nghị quyết 10/NQ-CP ngày 07/01/2024.'],
    ),
  ],
  // Values of the plan's files.
  [
    'values-out-of-bounds',
    with_(
      ['plan.yaml', 'due: { month: 0, day: 31, basis: stated }', 'due: { month: 13, day: 0, basis: said }'],
      ['plan.yaml', 'owners: [so-cong-thuong, so-tai-chinh, cac-huyen]', 'owners: []\n  words: 5'],
      [TASKS, 'submits: true', 'submits: có'],
      [TASKS, 'target: 5, direction: at-least', 'target: năm, direction: at-last, colour: đỏ'],
      [OWNERS, 'members: [huyen-ha, huyen-thuong]', 'members: huyen-ha, member: [huyen-ha]'],
      [REFERENCES, 'date: 2024-01-05', 'date: 05/01/2024'],
      [REFERENCES, 'kind: Quyết định,', 'kind: " ",'],
    ),
  ],
  ['plan-that-is-empty', with_(['plan.yaml', /^[^]*$/, ' '])],
  ['plan-twice-keyed', with_(['plan.yaml', 'horizon: 2026', 'horizon: 2026\nhorizon: 2027\nperiod: "2024"'])],
  // Groups.
  [
    'groups-empty-in-each-way',
    with_([
      OWNERS,
      'groups:',
      `groups:
  - { id: a, name: Nhóm A, members: [a] }
  - { id: b, name: Nhóm B, members: [c] }
  - { id: c, name: Nhóm C, members: [d, b] }
  - { id: d, name: Nhóm D, members: [] }
  - { id: e, name: Nhóm E, members: [a, d] }
  - { id: g, name: Nhóm G, members: [], awaits: Danh sách }
  - { id: h, name: Nhóm H, members: [g, so-nao] }
  - { id: i, name: Nhóm I, members: [k] }
  - { id: k, name: Nhóm K, members: [i, huyen-ha] }`,
    ]),
  ],
  // Names of bodies in the signed text.
  [
    'leads-in-longer-words',
    with_(
      [OWNERS, 'name: Sở Công Thương, aliases: [Sở CT]', 'name: Sở Công, aliases: [ở Công Thương, Công Thương]'],
      [OWNERS, 'name: Sở Tài chính', 'name: ở Tài chính'],
      [OWNERS, 'name: UBND các huyện', 'name: các huyện'],
    ),
  ],
  [
    'leads-a-slip-away',
    with_(
      [OWNERS, 'name: Sở Công Thương, aliases: [Sở CT]', 'name: Sở Công Thuơng tỉnh'],
      [OWNERS, 'name: Sở Tài chính', 'name: Sở Tái chình'],
      [OWNERS, 'name: UBND các huyện', 'name: UBND các quận'],
      [OWNERS, 'name: UBND tỉnh', 'name: Ủy ban nhân dân tỉnh'],
    ),
  ],
  [
    'leads-without-lines',
    with_(
      [TASKS, 'source: { heading: 11, lines: [15] }', 'source: { heading: 99, lines: [15] }'],
      [TASKS, 'source: { heading: 17, lines: [17] }', 'source: { lines: [17] }'],
      [TASKS, 'lead: [so-tai-chinh]', 'lead: [so-tai-chinh, huyen-ha, so-nao]'],
    ),
  ],
  [
    'issuers-that-an-amendment-brings',
    and(
      'papers.yaml',
      'issuers:\n  - { body: so-y-te, name: SỞ Y TẾ }\n  - { body: so-nao, name: SỞ NÀO }\npapers:\n  letter: { issuer: so-y-te }\n  report: { issuer: so-nao }\n  government-report: { issuer: so-kia }\n',
      amended('  - add-owner: { id: so-y-te, name: Sở Y tế, authority: provincial }\n'),
    ),
  ],
  // Documents in the signed text.
  [
    'documents-near-to-many',
    with_(
      [
        REFERENCES,
        'references:',
        `references:
  - { number: 11/NQ-CP, kind: Nghị quyết, title: Nghị quyết 11, aliases: [Nghị quyết về khuyến công] }
  - { number: 12/NQ-CP, kind: Nghị quyết, title: Nghị quyết 12, aliases: [Nghị quyết về đất đai] }
  - { number: 13/NQ-CP, kind: Nghị quyết, title: Nghị quyết 13 }
  - { kind: Sổ tay, title: Sổ tay hướng dẫn nghiệp vụ }`,
      ],
      ['plan.yaml', 'basis: [10/NQ-CP]', 'basis: [1/NQ-CP, Nghị quyết về khuyến côg, Sổ tay hướng dẫn nghiệp vu]'],
    ),
  ],
  [
    'document-of-the-same-serial',
    with_(
      ['source.txt', 'của Chính phủ', 'của Chính phủ và Nghị quyết số 10/NQ-TW'],
      [TASKS, 'của Chính phủ', 'của Chính phủ và Nghị quyết số 10/NQ-TW'],
    ),
  ],
  [
    'days-of-documents-across-lines',
    with_(
      ['source.txt', 'a) Sở Công Thương', 'a) Sở Công Thương (việc 1/2, theo Nghị quyết số 10/NQ-CP)'],
      ['source.txt', 'số 10/NQ-CP ngày 05/01/2024', 'số 10/NQ-CP ngày\n   \n06/01/2024'],
    ),
  ],
  [
    'task-of-many-lines',
    with_(
      ['source.txt', 'II. NHIỆM VỤ\n', `II. NHIỆM VỤ\n${'Dòng thêm.\n'.repeat(12)}`],
      ['plan.yaml', 'to: 19', 'to: 31'],
      [
        TASKS,
        'heading: 11, lines: [13]',
        `heading: 23, lines: [${Array.from({ length: 12 }, (_, i) => i + 8).join(', ')}]`,
      ],
      [TASKS, 'heading: 11, lines: [15]', 'heading: 23, lines: [27]'],
      [TASKS, 'heading: 17, lines: [17]', 'heading: 29, lines: [29]'],
      [TASKS, 'heading: 19, lines: [19]', 'heading: 31, lines: [31]'],
    ),
  ],
  // All of it through time: what an amendment has seen to since is not told, what stands is.
  [
    'through-time',
    and(
      'amendments/c.yaml',
      amendment('4.0.0', '2025-02-01', '  - waive: { owner: so-cong-thuong, reason: Hạn, until: 2025-01-01 }\n'),
      and(
        'amendments/b.yaml',
        amendment(
          '3.0.0',
          '2024-09-01',
          `  - end-task: { task: II.1.e }
  - set-deadline: { task: II.1.a.2, deadline: { date: 2025-06-30, basis: stated } }
  - end-owner: { owner: so-tai-chinh, reason: Giải thể }
  - add-task: { id: II.1.h, text: Việc chưa giao ai., lead: [], kind: ongoing }
  - waive: { owner: huyen-thuong, task: II.1.c, reason: Bão nữa, until: 2025-06-30 }
  - waive: { owner: huyen-ha, period: "2025", reason: Lũ, until: 2025-06-30 }
`,
        ),
        amended(
          `  - waive: { owner: huyen-thuong, task: II.1.c, reason: Bão, until: 2024-12-31 }
  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão, until: 2024-12-31 }
  - waive: { owner: huyen-ha, period: "2024", reason: Lũ, until: 2024-12-31 }
  - waive: { task: II.1.e, reason: Bão, until: 2024-12-31 }
  - waive: { task: II.1.a.1, reason: Bão }
  - waive: { task: II.1.a.2, reason: Bão, until: 2024-12-31 }
  - waive: { owner: so-tai-chinh, reason: Bão, until: 2024-12-31 }
`,
          with_(
            [
              'source.txt',
              /$/,
              '\nd) Các xã: Rà soát đất công nghiệp.\n\nđ) Sở Tài chính: Lập quỹ.\n\ne) Sở Công Thương: Mở lớp.\n',
            ],
            ['plan.yaml', 'to: 19', 'to: 25'],
            ['plan.yaml', 'day: 31, basis: stated', 'day: 31, basis: assumed'],
            [OWNERS, /groups:/, 'groups:\n  - { id: cac-xa, name: Các xã, members: [], awaits: Danh sách xã }'],
            [REFERENCES, 'cụm công nghiệp }', 'cụm công nghiệp, expires: 2024-04-30 }'],
            [TASKS, 'basis: stated, words: trước ngày 30/6/2024', 'basis: assumed'],
            [
              TASKS,
              'support: [so-tai-chinh]\n    kind: ongoing',
              'support: [so-tai-chinh]\n    kind: ongoing\n    deadline: { date: 2025-03-31, basis: assumed }',
            ],
            [
              TASKS,
              /$/,
              `  - { id: II.1.d, text: Rà soát đất công nghiệp., source: { heading: 21, lines: [21] }, lead: [cac-xa], kind: ongoing }
  - { id: II.1.đ, text: Lập quỹ., source: { heading: 23, lines: [23] }, lead: [so-tai-chinh], kind: ongoing, answeredBy: none }
  - { id: II.1.e, text: Mở lớp., source: { heading: 25, lines: [25] }, lead: [so-cong-thuong], kind: ongoing, references: [{ ref: 10/NQ-CP, relation: implements }] }
`,
            ],
          ),
        ),
      ),
    ),
  ],
  [
    'version-unfit-and-published',
    and(
      'versions.yaml',
      'versions:\n  - { version: 1.2.0, fingerprint: 0123456789ab, released: 2024-07-01 }\n',
      and(
        'amendments/b.yaml',
        amendment('1.3.0', '2024-08-01', '  - change-task: { task: II.1.c, set: { text: Bố trí 5% ngân sách. } }\n'),
        and('amendments/a.yaml', amendment('1.2.0', '2024-06-01', '  - end-task: { task: II.1.a.2 }\n')),
      ),
    ),
  ],
  [
    'changes-among-several',
    amended(`  - add-owner: { id: so-y-te, name: Sở Y tế, authority: provincial }
  - end-owner: { owner: so-y-tê }
  - succeed: { from: [huyen-ha, huyen-thuong], to: [{ owner: huyen-ha }, { owner: huyen-thuong }] }
  - succeed: { from: [so-cong-thuong, so-tai-chinh], to: [{ owner: huyen-ha }, { owner: huyen-thuong }], confirmed: false }
`),
  ],
  [
    'numbers-of-every-kind-amended',
    amended(
      '  - add-task: { id: II.1.h, text: Việc mới., lead: [so-tai-chinh], kind: ongoing }\n  - add-task: { id: II.2.40, text: Việc mới nữa., lead: [so-tai-chinh], kind: ongoing }\n',
      sound([
        ...['II.2.1', 'II.2.2', 'II.2.12', 'II.2.15b', 'II.3.I', 'II.3.IV', 'II.3.XC', 'II.3.CI', 'II.4.c', 'II.4.e'],
        ...['II.6.A', 'II.6.D', 'II.7.i', 'II.7.v', 'II.7.x', 'II.8.i.1', 'II.8.i.2', 'II.8.iii.1', 'II.8.iii.3'],
      ]),
    ),
  ],
];

tellOf('plan-edges', 'plan check', GIVEN);

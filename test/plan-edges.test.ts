import { type Given, amended, amendment, and, tellOf, with_ } from './told.ts';

const TASKS = 'tasks.yaml';
const OWNERS = 'owners.yaml';
const REFERENCES = 'references.yaml';

/** More tasks of one clause, numbered so. */
const numbered = (...numbers: readonly string[]): Given[1] =>
  with_([
    TASKS,
    /$/,
    numbers
      .map(
        (number) =>
          `  - { id: ${number}, text: Việc ${number}., source: { heading: 17, lines: [17] }, lead: [so-tai-chinh], kind: ongoing }\n`,
      )
      .join(''),
  ]);
const papers = (text: string): Given[1] => and('papers.yaml', text);

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
];

tellOf('plan-edges', 'plan check', GIVEN);

import { EXAMPLE, without } from './helpers.ts';
import { type Given, PLAN, amended, amendment, and, tellOf, with_ } from './told.ts';
const REFERENCES = 'references.yaml';
const OWNERS = 'owners.yaml';
const TASKS = 'tasks.yaml';

const GIVEN: readonly Given[] = [
  // The signed text.
  [
    'task-of-two-lines',
    with_([TASKS, 'lines: [13] }', 'lines: [13, 15] }'], [TASKS, 'ban hành Đề án', 'ban hành đề án']),
  ],
  ['task-on-blank-line', with_([TASKS, 'lines: [13] }', 'lines: [12] }'], [TASKS, /Tham mưu .*/, 'Làm việc khác.'])],
  [
    'task-on-blank-lines',
    with_([TASKS, 'lines: [13] }', 'lines: [12, 14] }'], [TASKS, /Tham mưu .*/, 'Làm việc khác.']),
  ],
  ['task-beyond-the-text', with_([TASKS, 'lines: [13] }', 'lines: [99] }'])],
  ['task-on-other-line', with_([TASKS, 'lines: [13] }', 'lines: [9] }'])],
  [
    'task-within-another',
    with_(
      [TASKS, 'text: Hằng năm bố trí', 'text: Chủ trì, phối hợp với Sở Tài chính'],
      [TASKS, 'lines: [19] }', 'lines: [15] }'],
    ),
  ],
  [
    'task-given-twice',
    with_([
      TASKS,
      /$/,
      `  - id: II.1.d
    text: Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.
    source: { heading: 11, lines: [15] }
    lead: [so-cong-thuong]
    kind: ongoing
`,
    ]),
  ],
  [
    'lines-left-out',
    with_(
      ['source.txt', /c\) UBND/, 'Các cơ quan báo cáo\nhằng quý cho Sở Công Thương.\n\nc) UBND'],
      ['plan.yaml', 'to: 19', 'to: 22'],
      [TASKS, 'heading: 19, lines: [19]', 'heading: 22, lines: [22]'],
    ),
  ],
  ['without-tasks', without(EXAMPLE, `${PLAN}${TASKS}`)],
  ['without-text', without(EXAMPLE, `${PLAN}source.txt`)],
  // Documents.
  ['document-one-sign-off', with_([TASKS, 'ref: 10/NQ-CP, relation', 'ref: 10/NQ-CPP, relation'])],
  [
    'document-not-declared',
    with_([TASKS, 'ref: 10/NQ-CP, relation', 'ref: nghị quyết về phát triển cụm công nghiệp, relation']),
  ],
  [
    'document-by-its-title',
    amended(
      '  - add-reference: { kind: Sổ tay, title: Sổ tay hướng dẫn }\n  - add-reference: { kind: Sổ tay, title: Sổ tay  hướng dẫn }\n',
    ),
  ],
  [
    'document-of-the-regime',
    with_(
      ['plan.yaml', 'basis: stated }', 'basis: stated, words: Theo Thông tư số 02/2023/TT-BTC }'],
      ['plan.yaml', 'reporting:', 'reporting:\n  words: Báo cáo theo Nghị định số 08/2023/NĐ-CP'],
    ),
  ],
  ['document-in-the-text', with_([TASKS, /    references:\n      - \{ ref: 10\/NQ-CP, relation: implements \}\n/, ''])],
  [
    'document-replaced',
    with_([
      REFERENCES,
      'về phát triển cụm công nghiệp }',
      'về phát triển cụm công nghiệp, expires: 2024-12-31, replacedBy: 12/NQ-CP }',
    ]),
  ],
  [
    'document-expired',
    with_([REFERENCES, 'về phát triển cụm công nghiệp }', 'về phát triển cụm công nghiệp, expires: 2024-12-31 }']),
  ],
  // Bodies.
  ['lead-outside', with_([TASKS, 'lead: [so-tai-chinh]', 'lead: [ubnd-tinh]'])],
  ['lead-in-longer-word', with_([OWNERS, 'name: Sở Tài chính', 'name: Sở Tài chín'])],
  [
    'groups-in-a-circle',
    with_([
      OWNERS,
      'groups:',
      'groups:\n  - { id: a, name: Nhóm A, members: [b] }\n  - { id: b, name: Nhóm B, members: [a] }\n  - { id: c, name: Nhóm C, members: [a] }',
    ]),
  ],
  [
    'group-of-an-empty-group',
    with_([
      OWNERS,
      'groups:',
      'groups:\n  - { id: a, name: Nhóm A, members: [b] }\n  - { id: b, name: Nhóm B, members: [] }',
    ]),
  ],
  // Numbers and days.
  ['numbers-far-apart', with_([TASKS, /II\.1\.a\.2/, 'II.1.a.40'])],
  [
    'due-day-assumed',
    with_(['plan.yaml', 'due: { month: 0, day: 31, basis: stated }', 'due: { month: 0, day: 31, basis: assumed }']),
  ],
  [
    'due-day-assumed-after',
    with_(['plan.yaml', 'due: { month: 0, day: 31, basis: stated }', 'due: { month: 1, day: 15, basis: assumed }']),
  ],
  [
    'due-day-assumed-before',
    with_(['plan.yaml', 'due: { month: 0, day: 31, basis: stated }', 'due: { month: -1, day: 15, basis: assumed }']),
  ],
  [
    'deadline-assumed-of-event',
    with_([TASKS, 'kind: ongoing', 'kind: on-event\n    deadline: { each: { month: 0, day: 20 }, basis: assumed }']),
    '2023-06-01',
  ],
  [
    'time-zone-and-period',
    with_(['plan.yaml', 'Asia/Ho_Chi_Minh', 'Asia/Ha_Noi'], ['plan.yaml', 'first: "2024"', 'first: 2024-Q1']),
  ],
  // What is not sure.
  [
    'no-holidays',
    with_(['plan.yaml', '  frequency: yearly', '  rolling: next-working-day\n  frequency: yearly']),
    '2025-06-01',
  ],
  [
    'unconfirmed',
    and(
      'holidays/2024.yaml',
      'year: 2024\nconfirmed: false\nfrom: Thông báo\noff: [2024-01-01]\n',
      with_(
        ['plan.yaml', '  frequency: yearly', '  rolling: next-working-day\n  frequency: yearly'],
        [OWNERS, 'name: UBND huyện Hạ,', 'name: UBND huyện Hạ, confirmed: false,'],
        [OWNERS, 'name: UBND các huyện,', 'name: UBND các huyện, confirmed: false,'],
        [REFERENCES, 'title: Quyết định về hỗ trợ lãi suất', 'title: Quyết định về hỗ trợ lãi suất, confirmed: false'],
        [TASKS, 'kind: ongoing', 'kind: ongoing\n    confirmed: false'],
      ),
    ),
    '2024-06-01',
  ],
  [
    'unconfirmed-changes',
    amended(`  - waive: { owner: huyen-ha, reason: Bão, confirmed: false }
  - add-member: { group: cac-huyen, members: [so-tai-chinh], confirmed: false }
  - change-reference: { reference: 10/NQ-CP, expires: 2026-12-31, confirmed: false }
  - succeed: { from: [huyen-thuong], to: [{ owner: huyen-ha }], confirmed: false }
`),
  ],
  // Waivers.
  ['waiver-over', amended('  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão, until: 2024-12-31 }\n')],
  ['waiver-over-of-all', amended('  - waive: { task: II.1.c, period: "2024", reason: Bão, until: 2024-12-31 }\n')],
  [
    'waiver-renewed',
    and(
      'amendments/b.yaml',
      amendment(
        '3.0.0',
        '2025-01-01',
        '  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão nữa, until: 2026-12-31 }\n',
      ),
      amended(
        '  - waive: { owner: huyen-ha, task: II.1.c, reason: Bão, until: 2024-12-31 }\n  - waive: { owner: huyen-ha, period: "2024", reason: Bão, until: 2024-12-31 }\n',
      ),
    ),
  ],
  [
    'waiver-of-what-is-gone',
    and(
      'amendments/b.yaml',
      amendment('3.0.0', '2024-09-01', '  - end-task: { task: II.1.c }\n  - end-owner: { owner: so-tai-chinh }\n'),
      amended(
        '  - waive: { task: II.1.c, reason: Bão, until: 2024-12-31 }\n  - waive: { owner: so-tai-chinh, reason: Bão, until: 2024-12-31 }\n',
      ),
    ),
  ],
  // What an amendment has seen to since is not told of the version before it.
  [
    'document-expired-and-task-ended',
    amended(
      '  - end-task: { task: II.1.a.1 }\n',
      with_([REFERENCES, 'về phát triển cụm công nghiệp }', 'về phát triển cụm công nghiệp, expires: 2024-04-30 }']),
    ),
  ],
  [
    'assumed-deadline-set',
    amended(
      '  - set-deadline: { task: II.1.a.2, deadline: { date: 2025-06-30, basis: stated } }\n',
      with_([TASKS, 'kind: ongoing', 'kind: ongoing\n    deadline: { date: 2024-03-31, basis: assumed }']),
    ),
  ],
  [
    'unheld-and-assigned',
    and(
      'amendments/b.yaml',
      amendment('3.0.0', '2024-09-01', '  - change-task: { task: II.1.b, set: { lead: [so-cong-thuong] } }\n'),
      amended('  - end-owner: { owner: so-tai-chinh }\n'),
    ),
  ],
  // What no form has.
  ['change-of-nothing', amended('  - {}\n')],
  ['change-of-two-things', amended('  - { end-task: { task: II.1.b }, end-owner: { owner: huyen-ha } }\n')],
  ['change-without-its-object', amended('  - end-task: { reason: Xong }\n  - waive: { owner: huyen-ha }\n')],
  ['task-of-nobody', with_([TASKS, 'lead: [so-tai-chinh]', 'lead: []'])],
  [
    'deadline-without-a-day',
    with_([TASKS, 'deadline: { date: 2024-06-30, basis: stated', 'deadline: { basis: stated']),
  ],
  ['plan-that-is-a-list', { ...EXAMPLE, 'plan/12-KH-UBND/tasks.yaml': '- a\n- b\n' }],
  [
    'number-not-of-its-form',
    with_(['plan.yaml', 'version: 1.1.0', 'version: một'], [OWNERS, 'id: huyen-ha', 'id: "huyện Hạ!"']),
  ],
  // What the signed text is written with.
  [
    'signed-in-loose-letters',
    with_(
      ['source.txt', 'Hằng năm bố trí', 'Hằng năm bố trí'.normalize('NFD')],
      ['source.txt', 'tuyên truyền chính sách', 'tuyên truyền  chính sách'.normalize('NFD')],
    ),
  ],
  [
    'signed-in-loose-letters-and-otherwise',
    with_(['source.txt', 'Hằng năm bố trí', 'Hằng quý bố trí'.normalize('NFD')]),
  ],
  ['words-left-at-a-colon', with_(['source.txt', '- Chủ trì, phối hợp', '- Ghi chú thêm: Chủ trì, phối hợp'])],
  // Changes that cannot be made.
  [
    'changes-of-what-is-there',
    amended(`  - add-owner: { id: ubnd-tinh, name: UBND tỉnh mới, authority: other }
  - add-group: { id: so-tai-chinh, name: Nhóm Tài chính, members: [huyen-ha] }
  - add-task: { id: II.1.b, text: Việc mới., lead: [huyen-ha], kind: ongoing }
  - add-reference: { number: 10/NQ-CP, kind: Nghị quyết, title: Nghị quyết nào đó }
  - add-member: { group: cac-huyen, members: [huyen-ha] }
  - remove-member: { group: cac-huyen, members: [so-tai-chinh] }
`),
  ],
  [
    'changes-of-what-is-not-there',
    amended(`  - add-member: { group: cac-huyen, members: [huyen-hà] }
  - add-member: { group: cac-huyenn, members: [huyen-ha] }
  - end-task: { task: II.1.z }
  - change-reference: { reference: 10/NQ-CPP, expires: 2026-12-31 }
  - waive: { owner: huyen-x, task: II.9, period: "2023", reason: Bão }
  - extend-deadline: { task: II.1.c, to: 2026-12-31 }
`),
  ],
  [
    'changes-of-what-is-gone',
    and(
      'amendments/b.yaml',
      amendment(
        '3.0.0',
        '2024-09-01',
        `  - end-task: { task: II.1.a.2 }
  - extend-deadline: { task: II.1.a.2, to: 2026-12-31 }
  - end-owner: { owner: huyen-thuong }
  - succeed: { from: [huyen-ha], to: [{ owner: huyen-thuong, tasks: [II.1.a.2] }] }
`,
      ),
      amended('  - end-task: { task: II.1.a.2 }\n  - end-owner: { owner: huyen-thuong }\n'),
    ),
  ],
  [
    'changes-that-contradict',
    amended(`  - succeed: { from: [huyen-ha], to: [{ owner: huyen-ha }] }
  - succeed: { from: [so-tai-chinh], to: [] }
  - succeed: { from: [huyen-thuong], to: [{ owner: so-tai-chinh, tasks: [II.1.a.1, II.1.zz] }] }
  - waive: { reason: Bão }
  - extend-deadline: { task: II.1.a.1, to: 2024-06-30 }
  - set-deadline: { task: II.1.a.1, deadline: { date: 2025-06-30, basis: stated } }
`),
  ],
  [
    'documents-by-title',
    amended(
      '  - add-reference: { id: so-tay, kind: Sổ tay, title: Sổ tay hướng dẫn }\n  - change-reference: { reference: huong-dan, replacedBy: so-tay }\n',
      with_(
        [REFERENCES, /$/, '  - { id: huong-dan, kind: Hướng dẫn, title: Hướng dẫn chung }\n'],
        [TASKS, 'kind: ongoing', 'kind: ongoing\n    references: [{ ref: huong-dan, relation: implements }]'],
      ),
    ),
  ],
];

tellOf('plan-words', 'plan check', GIVEN);

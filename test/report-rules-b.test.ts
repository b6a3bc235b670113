import { describe, expect, test } from 'vitest';
import type { Day } from '../src/day.ts';
import { EXAMPLE_DAY, tryExample } from '../src/example.ts';
import completedWithoutEvidence from '../src/rules/dd214-completed-without-evidence.ts';
import productWithoutEvidence from '../src/rules/dd215-product-without-evidence.ts';
import malformedDocumentNumber from '../src/rules/dd216-malformed-document-number.ts';
import impossibleDate from '../src/rules/dd217-impossible-date.ts';
import progressContradiction from '../src/rules/dd218-progress-contradiction.ts';
import placeholderLeft from '../src/rules/dd219-placeholder-left.ts';
import reasonMissing from '../src/rules/dd220-reason-missing.ts';
import contradiction from '../src/rules/dd221-lead-support-contradiction.ts';
import indicatorOff from '../src/rules/dd222-indicator-off.ts';
import versionOutdated from '../src/rules/dd223-plan-version-outdated.ts';
import statusRegressed from '../src/rules/dd401-status-regressed.ts';
import progressDecreased from '../src/rules/dd402-progress-decreased.ts';
import copied from '../src/rules/dd403-copied-from-previous.ts';
import { examplePlan } from '../src/rules/example-plan.ts';
import { type Files, type Finding, type Rule, messageOf } from '../src/rules/rule.ts';

const found = (rule: Rule, files: Files, asOf: Day = EXAMPLE_DAY): readonly Finding[] =>
  tryExample({ ...rule, example: () => ({ ...rule.example(), asOf }) }, files);

/** A report of Sở Tài chính, which leads II.1.b and supports II.1.a.2. */
const report = (
  entries: readonly string[],
  fields: { owner?: string; year?: string; reported?: string; version?: string; more?: string } = {},
): string => {
  const { owner = 'so-tai-chinh', year = '2024', reported = `${year}-12-20`, version = '1.1.0', more = '' } = fields;
  const list = entries.map((entry) => `{ ${entry} }`).join(', ');
  return `plan: 12/KH-UBND\nversion: ${version}\nowner: ${owner}\nperiod: "${year}"\nreported: ${reported}\n${more}entries: [${list}]\n`;
};

/** What a rule finds in one entry on II.1.b. */
const inEntry = (rule: Rule, fields: string): readonly Finding[] =>
  found(rule, { 'a.yaml': report([`task: II.1.b, ${fields}`]) });

const reasons = (findings: readonly Finding[]): unknown[] => findings.map(({ data }) => data['reason']);
const places = (findings: readonly Finding[]): string[] =>
  findings.map(({ place: { file, line, column } }) => `${file}:${line}:${column}`);

/** The example plan with words in its tasks.yaml replaced. */
const planWith = (from: string, to: string): Files => {
  const tasks = examplePlan['plan/tasks.yaml'];
  expect(tasks).toContain(from);
  return { 'plan/tasks.yaml': tasks.replace(from, to) };
};

const done = 'status: completed, completed: 2024-12-02';

describe('completed-without-evidence', () => {
  const of = (evidence: string): number => inEntry(completedWithoutEvidence, `${done}, ${evidence}`).length;

  test.each(['number: 1/QĐ-UBND', 'date: 2024-12-02', 'title: Quy định hỗ trợ lãi suất', 'file: quyet-dinh.pdf'])(
    '{ %s } is evidence',
    (item) => {
      expect(of(`evidence: [{ ${item} }]`)).toBe(0);
    },
  );

  test.each(['[]', '[{ product: 1, issuer: UBND tỉnh }]', '[{ title: "" }]'])('%s is none', (evidence) => {
    expect(of(`evidence: ${evidence}`)).toBe(1);
  });

  test('is not said where evidence was given, but in a faulty way', () => {
    expect(of('evidence: [{ date: 31/02/2024 }]')).toBe(0);
    expect(of('evidence: 1/QĐ-UBND')).toBe(0);
    expect(of('evidences: [{ number: 1/QĐ-UBND }]')).toBe(0);
  });

  test('is said of tasks that are the owner’s, and once', () => {
    const on = (...tasks: string[]) =>
      found(completedWithoutEvidence, { 'a.yaml': report(tasks.map((task) => `task: ${task}, ${done}`)) });
    expect(on('II.1.b', 'II.1.b')).toHaveLength(1);
    expect(on('II.1.a.1')).toEqual([]);
    expect(on('II.9')).toEqual([]);
    expect(on('II.1.a.2')).toEqual([]); // supports it only
  });

  test('is not said of reports that a later one replaced', () => {
    const entry = `task: II.1.b, ${done}`;
    const files = {
      'a.yaml': report([entry]),
      'b.yaml': report([`${entry}, evidence: [{ number: 1/QĐ-UBND }]`], { reported: '2024-12-22' }),
    };
    expect(found(completedWithoutEvidence, files)).toEqual([]);
  });
});

describe('product-without-evidence', () => {
  const of = (evidence: string, status = done): readonly Finding[] =>
    inEntry(productWithoutEvidence, `${status}, evidence: [${evidence}]`);

  test('lists the products that no evidence names', () => {
    const both = [
      { number: 1, title: 'Quy định hỗ trợ lãi suất' },
      { number: 2, title: 'Bảng phí dịch vụ' },
    ];
    expect(of('{ number: 1/QĐ-UBND }').map(({ data }) => data['missing'])).toEqual([both]);
    expect(of('{ number: 1/QĐ-UBND, product: 1 }').map(({ data }) => data['missing'])).toEqual([[both[1]]]);
    expect(of('{ number: 1/QĐ-UBND, product: 2 }, { number: 2/QĐ-UBND, product: 1 }')).toEqual([]);
  });

  test('asks only of what is completed and has evidence', () => {
    expect(of('{ number: 1/TTr-STC, product: 1 }', 'status: in-progress')).toEqual([]);
    expect(of('')).toEqual([]);
    expect(of('{ product: 1 }')).toEqual([]);
  });

  test('says no more than that where a product is not of the task, or evidence is faulty', () => {
    expect(reasons(of('{ number: 1/QĐ-UBND, product: 3 }'))).toEqual(['unknown']);
    expect(reasons(of('{ number: 1/QĐ-UBND, product: hai }'))).toEqual([]);
  });

  test('knows tasks without products', () => {
    const [wrong] = found(productWithoutEvidence, {
      'a.yaml': report(['task: II.1.a.2, status: in-progress, evidence: [{ number: 1/BC-STC, product: 1 }]']),
    });
    expect(wrong && messageOf(wrong, 'en')).toBe('the plan names no products of task II.1.a.2; there is no product 1');
  });
});

describe('malformed-document-number', () => {
  const of = (number: string, plan: Files = {}): readonly Finding[] =>
    found(malformedDocumentNumber, { ...plan, 'a.yaml': report([], { more: `document: { number: "${number}" }\n` }) });

  test('suggests the number that stands in the text', () => {
    expect(of('Công văn số 12/STC-NS').map(({ data }) => data['suggestions'])).toEqual([['12/STC-NS']]);
    expect(of('12/BC-STC; 13/BC-STC').map(({ data }) => data['suggestions'])).toEqual([['12/BC-STC', '13/BC-STC']]);
    expect(of('1290').map(({ data }) => data['suggestions'])).toEqual([[]]);
  });

  test('holds for plans in Vietnamese alone', () => {
    const plan = examplePlan['plan/plan.yaml'].replace('language: vi', 'language: en');
    expect(of('Ref. 2024 (12)')).toHaveLength(1);
    expect(of('Ref. 2024 (12)', { 'plan/plan.yaml': plan })).toEqual([]);
  });
});

describe('impossible-date', () => {
  const of = (fields: string): unknown[] => reasons(inEntry(impossibleDate, fields));

  test('begins the day after the report and the day before the plan', () => {
    for (const field of ['started', 'submitted']) {
      expect(of(`status: in-progress, ${field}: 2024-12-20`)).toEqual([]);
      expect(of(`status: in-progress, ${field}: 2024-12-21`)).toEqual(['after-reported']);
      expect(of(`status: in-progress, ${field}: 2024-01-15`)).toEqual([]);
      expect(of(`status: in-progress, ${field}: 2024-01-14`)).toEqual(['before-plan']);
    }
    expect(of('status: completed, completed: 2024-12-21')).toEqual(['after-reported']);
    expect(of('status: in-progress, evidence: [{ date: 2024-01-14 }]')).toEqual(['before-plan']);
  });

  test('is a completion before the start, if the start itself can be', () => {
    expect(of('status: completed, started: 2024-12-02, completed: 2024-12-02')).toEqual([]);
    expect(of('status: completed, started: 2024-12-03, completed: 2024-12-02')).toEqual(['before-started']);
    expect(of('status: completed, started: 2025-12-03, completed: 2024-12-02')).toEqual(['after-reported']);
    expect(of('status: completed, started: 2024-12-03, completed: 2023-12-02')).toEqual(['before-plan']);
  });

  test('is never the order of submission and completion, nor a completion that the status denies', () => {
    expect(of('status: completed, submitted: 2024-12-03, completed: 2024-12-02')).toEqual([]);
    expect(of('status: in-progress, completed: 2025-06-30')).toEqual([]);
  });

  test('says nothing of other days where the day of the report is impossible or unknown', () => {
    const entry = `task: II.1.b, ${done}`;
    expect(places(found(impossibleDate, { 'a.yaml': report([entry], { reported: '2014-12-20' }) }))).toEqual([
      'a.yaml:5:11',
    ]);
    expect(found(impossibleDate, { 'a.yaml': report([entry], { reported: '20/12/2014' }) })).toEqual([]);
  });
});

describe('progress-contradiction', () => {
  test.each([
    ['completed', 99.5, ['below-100']],
    ['completed', 100, []],
    ['submitted', 100, []],
    ['in-progress', 100, ['at-100']],
    ['in-progress', 99, []],
    ['in-progress', 0, []],
    ['blocked', 100, ['at-100']],
    ['not-started', 0, []],
    ['not-started', 1, ['above-0']],
    ['not-started', 100, ['above-0']],
    ['none-arisen', 5, ['above-0']],
  ])('%s at %d%%', (status, progress, expected) => {
    expect(reasons(inEntry(progressContradiction, `status: ${status}, progress: ${progress}`))).toEqual(expected);
  });

  test('is said once of an entry, and not where the status cannot be read', () => {
    const day = 'completed: 2024-12-02';
    expect(reasons(inEntry(progressContradiction, `status: submitted, ${day}`))).toEqual(['not-completed']);
    expect(reasons(inEntry(progressContradiction, `status: in-progress, progress: 100, ${day}`))).toEqual(['at-100']);
    expect(inEntry(progressContradiction, `status: xong, progress: 50, ${day}`)).toEqual([]);
  });
});

describe('placeholder-left', () => {
  const of = (text: string): unknown[] =>
    reasons(inEntry(placeholderLeft, `status: in-progress, result: ${JSON.stringify(text)}`));

  test.each(
    [
      ['...', '…', '-', '---', '____', '?', '???', 'x', 'xxx', './.', '(…)', 'TBD', 'todo', 'N/A', 'n/a.'],
      ['Đang cập nhật', 'đang cập nhật...', '(Cập nhật sau)', 'Sẽ bổ sung sau.', 'Như trên', '- nt -', 'NHƯ  TRÊN'],
      ['<nội dung>', '[…]', '[kết quả thực hiện]', 'đang cập nhật'.normalize('NFD')],
    ].flat(),
  )('%j is no content', (text) => {
    expect(of(text)).toEqual(['placeholder']);
  });

  test.each([
    'Tờ trình số ....../TTr-STC',
    'Tờ trình số …/TTr-STC',
    'Quyết định ngày …/…/2024',
    'Ban hành ngày ... tháng ... năm 2024',
    'ngày....tháng....năm 2024',
    'Đã hỗ trợ: ........ doanh nghiệp',
    'Đã hỗ trợ ______ doanh nghiệp',
    'Kinh phí (……) triệu đồng',
  ])('%j has a gap', (text) => {
    expect(of(text)).toEqual(['gap']);
  });

  test.each([
    'Đã tổ chức hội nghị, tập huấn, hội thảo...',
    'Đã tổ chức hội nghị, tập huấn, hội thảo…',
    'Tiếp tục triển khai thực hiện......',
    'Chính sách về thuế, phí, lệ phí… đã được rà soát',
    'Hội nghị, tập huấn.../hội thảo tại 12/12 huyện',
    'Số liệu đang cập nhật đến tháng 11',
    'Không',
    'Xong',
    'Bổ sung sau khi có ý kiến của Sở Tư pháp',
    'Đạt 95% [kế hoạch giao] và <5 vụ việc tồn đọng>',
    '[1] Đã trình; [2] đã ban hành',
    '5',
    '   ',
  ])('%j is content', (text) => {
    expect(of(text)).toEqual([]);
  });

  test('looks at who signed, whom to ask, what is proposed, and the evidence', () => {
    const more = 'signer: { name: ...., title: Giám đốc }\ncontact: { phone: "-" }\nproposals: [{ text: TBD }]\n';
    const files = {
      'a.yaml': report(['task: II.1.b, status: in-progress, evidence: [{ title: <trích yếu> }]'], { more }),
    };
    expect(found(placeholderLeft, files).map(({ data }) => data['field'])).toEqual(['name', 'phone', 'text', 'title']);
  });

  test('leaves numbers to malformed-document-number', () => {
    expect(inEntry(placeholderLeft, 'status: in-progress, evidence: [{ number: "....../TTr-STC" }]')).toEqual([]);
  });

  test('quotes what stands around the gap', () => {
    const long = `${'Đã phối hợp với các sở, ngành rà soát. '.repeat(20)}Tờ trình số ....../TTr-STC`;
    const [gap] = inEntry(placeholderLeft, `status: in-progress, result: ${JSON.stringify(long)}`);
    expect(gap?.data['text']).toMatch(/số \.{6}\/TTr-STC$/);
  });

  test('comes to an end over long rows of dots', () => {
    of(`a${'.'.repeat(200_000)} a${'…'.repeat(200_000)} ${'/ '.repeat(100_000)}`);
  });
});

describe('reason-missing', () => {
  test('is a matter of obstacles; where nothing arose, of the result too', () => {
    const of = (fields: string): unknown[] => reasons(inEntry(reasonMissing, fields));
    expect(of('status: blocked')).toEqual(['blocked']);
    expect(of('status: blocked, result: Đã lập dự thảo')).toEqual(['blocked']);
    expect(of('status: blocked, obstacles: Chưa bố trí được kinh phí')).toEqual([]);
    expect(of('status: blocked, obstacles: "  "')).toEqual(['blocked']);
    expect(of('status: none-arisen')).toEqual(['none-arisen']);
    expect(of('status: none-arisen, result: Chưa có hồ sơ đề nghị')).toEqual([]);
    expect(of('status: in-progress')).toEqual([]);
  });

  test('is not said of obstacles that are faulty or only hold their place', () => {
    expect(inEntry(reasonMissing, 'status: blocked, obstacles: [Kinh phí]')).toEqual([]);
    expect(inEntry(reasonMissing, 'status: blocked, obstacle: Kinh phí')).toEqual([]);
    expect(inEntry(reasonMissing, 'status: none-arisen, result: [Chưa có hồ sơ]')).toEqual([]);
    expect(inEntry(reasonMissing, 'status: blocked, obstacles: ......')).toEqual([]);
  });

  test('is said of work past its deadline, once, and not before', () => {
    const of = (fields: string, asOf: Day): unknown[] =>
      reasons(
        found(
          reasonMissing,
          { 'a.yaml': report([`task: II.1.a.1, ${fields}`], { owner: 'so-cong-thuong', reported: '2024-06-20' }) },
          asOf,
        ),
      );
    expect(of('status: in-progress', '2024-06-30')).toEqual([]);
    expect(of('status: in-progress', '2024-07-01')).toEqual(['overdue']);
    expect(of('status: blocked', '2024-07-01')).toEqual(['blocked']);
    expect(of('status: submitted, submitted: 2024-06-20', '2024-07-01')).toEqual([]);
    expect(of('status: in-progress, obstacles: Chờ thẩm định', '2024-07-01')).toEqual([]);
  });

  test('asks the lead for it, not those who support', () => {
    const plan = planWith(
      'lead: [so-cong-thuong]\n    kind: deliverable',
      'lead: [so-cong-thuong]\n    support: [so-tai-chinh]\n    kind: deliverable',
    );
    expect(found(reasonMissing, { ...plan, 'a.yaml': report(['task: II.1.a.1, status: in-progress']) })).toEqual([]);
  });
});

describe('lead-support-contradiction', () => {
  const of = (lead: string, support: string): readonly Finding[] =>
    found(contradiction, {
      'lead.yaml': report([`task: II.1.a.2, status: ${lead}`], { owner: 'so-cong-thuong' }),
      'support.yaml': report([`task: II.1.a.2, status: ${support}`]),
    });

  test('is a support that says completed or blocked where the lead does not', () => {
    expect(of('in-progress', 'blocked')).toHaveLength(1);
    expect(of('completed, completed: 2024-12-02', 'blocked')).toHaveLength(1);
    expect(of('blocked', 'blocked')).toEqual([]);
    expect(of('completed, completed: 2024-12-02', 'in-progress')).toEqual([]);
    expect(of('blocked', 'not-started')).toEqual([]);
  });

  test('needs a word of the lead for the same period', () => {
    const support = { 'support.yaml': report(['task: II.1.a.2, status: blocked']) };
    const lead = (year: string, entries: string[]): string => report(entries, { owner: 'so-cong-thuong', year });
    expect(found(contradiction, support)).toEqual([]);
    expect(found(contradiction, { ...support, 'lead.yaml': lead('2024', []) })).toEqual([]);
    const later = lead('2025', ['task: II.1.a.2, status: in-progress']);
    expect(found(contradiction, { ...support, 'lead.yaml': later }, '2026-01-15')).toEqual([]);
  });

  test('is not a matter between leads', () => {
    const lead = (owner: string, status: string): string => report([`task: II.1.c, status: ${status}`], { owner });
    const [twice, other] = [lead('huyen-ha', 'blocked'), lead('huyen-thuong', 'in-progress')];
    expect(found(contradiction, { 'a.yaml': twice, 'b.yaml': twice, 'c.yaml': other })).toEqual([]);
  });

  test('is none where one of several leads says the same, and names each lead where none does', () => {
    const plan = planWith('lead: [cac-huyen]', 'lead: [cac-huyen]\n    support: [so-tai-chinh]');
    const lead = (owner: string, status: string): string => report([`task: II.1.c, status: ${status}`], { owner });
    const support = report([`task: II.1.c, ${done}`]);
    const files = { ...plan, 's.yaml': support, 'a.yaml': lead('huyen-ha', 'in-progress') };
    expect(
      found(contradiction, { ...files, 'b.yaml': lead('huyen-thuong', 'completed, completed: 2024-12-02') }),
    ).toEqual([]);
    const [wrong] = found(contradiction, { ...files, 'b.yaml': lead('huyen-thuong', 'not-started') });
    expect(wrong?.related.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml']);
    expect(wrong && messageOf(wrong, 'vi')).toContain(
      'UBND huyện Hạ (“đang thực hiện”) và UBND huyện Thượng (“chưa thực hiện”)',
    );
  });
});

describe('indicator-off', () => {
  const of = (direction: string, value: number): (string | undefined)[] =>
    found(indicatorOff, {
      ...planWith('target: 5, direction: at-least', `target: 5${direction}`),
      'a.yaml': report([`task: II.1.c, status: in-progress, indicators: [{ id: khuyen-cong, value: ${value} }]`], {
        owner: 'huyen-ha',
      }),
    }).map(({ severity }) => severity);

  test.each([
    [', direction: at-least', 5, []],
    [', direction: at-least', 4.99, ['warning']],
    [', direction: at-most', 5, []],
    [', direction: at-most', 5.01, ['warning']],
    [', direction: exactly', 5.1, ['warning']],
    ['', 5, []],
    ['', 6, ['warning']],
    [', approximate: true', 5, []],
    [', approximate: true', 4.8, ['info']],
    [', approximate: true, direction: at-least', 6, ['info']],
  ])('target: 5%s against %d', (direction, value, expected) => {
    expect(of(direction, value)).toEqual(expected);
  });

  test('is said of indicators that the task does not have, not of values that cannot be read', () => {
    const on = (entry: string) => found(indicatorOff, { 'a.yaml': report([entry], { owner: 'huyen-ha' }) });
    expect(reasons(on('task: II.1.c, status: in-progress, indicators: [{ id: khac, value: 5 }]'))).toEqual(['unknown']);
    expect(on('task: II.1.c, status: in-progress, indicators: [{ id: khuyen-cong, value: 5% }]')).toEqual([]);
    expect(on('task: II.1.b, status: in-progress, indicators: [{ id: khuyen-cong, value: 1 }]')).toEqual([]);
  });
});

describe('plan-version-outdated', () => {
  test.each([
    ['1.1.0', []],
    ['1.0.9', ['never']],
    ['0.9.9', ['never']],
    ['1.1.1', ['newer']],
    ['1.10.0', ['newer']],
    ['2.0.0', ['newer']],
    ['1.1', []],
  ])('%s against 1.1.0', (version, expected) => {
    expect(reasons(found(versionOutdated, { 'a.yaml': report([], { version }) }))).toEqual(expected);
  });
});

describe('across periods', () => {
  /** The same body on II.1.b (or another task) in two years. */
  const years = (before: string, now: string, task = 'II.1.b'): Files => ({
    '2024.yaml': report([`task: ${task}, ${before}`]),
    '2025.yaml': report([`task: ${task}, ${now}`], { year: '2025' }),
  });
  const of = (rule: Rule, before: string, now: string, task?: string): readonly Finding[] =>
    found(rule, years(before, now, task), '2026-01-15');

  test.each([
    ['completed', 'submitted', 1],
    ['completed', 'blocked', 1],
    ['completed', 'none-arisen', 0],
    ['completed', 'completed', 0],
    ['submitted', 'blocked', 1],
    ['submitted', 'completed', 0],
    ['in-progress', 'not-started', 1],
    ['blocked', 'not-started', 1],
    ['blocked', 'in-progress', 0],
    ['in-progress', 'blocked', 0],
    ['none-arisen', 'not-started', 0],
    ['not-started', 'in-progress', 0],
  ])('from %s to %s', (before, now, expected) => {
    expect(of(statusRegressed, `status: ${before}`, `status: ${now}`)).toHaveLength(expected);
  });

  test('ongoing work begins anew', () => {
    expect(of(statusRegressed, done, 'status: in-progress', 'II.1.a.2')).toEqual([]);
    expect(
      of(progressDecreased, 'status: in-progress, progress: 80', 'status: in-progress, progress: 20', 'II.1.a.2'),
    ).toEqual([]);
  });

  test('the last word before is what counts, of the same body, and what a later report did not replace', () => {
    const files = years(done, 'status: in-progress');
    const other = report([`task: II.1.b, ${done}`], { owner: 'so-cong-thuong' });
    expect(found(statusRegressed, { 'a.yaml': other, '2025.yaml': files['2025.yaml'] ?? null }, '2026-01-15')).toEqual(
      [],
    );
    const corrected = report(['task: II.1.b, status: in-progress'], { reported: '2024-12-30' });
    expect(found(statusRegressed, { ...files, 'b.yaml': corrected }, '2026-01-15')).toEqual([]);
    const [regressed] = found(statusRegressed, files, '2026-01-15');
    expect(regressed?.period).toBe('2025');
    expect(regressed?.related.map(({ file }) => file)).toEqual(['2024.yaml']);
  });

  test('progress falls only where nothing else explains it', () => {
    const before = 'status: in-progress, progress: 60';
    expect(of(progressDecreased, before, 'status: in-progress, progress: 59.5')).toHaveLength(1);
    expect(of(progressDecreased, before, 'status: in-progress, progress: 60')).toEqual([]);
    expect(of(progressDecreased, before, 'status: in-progress')).toEqual([]);
    expect(of(progressDecreased, before, 'status: not-started, progress: 0')).toEqual([]);
    expect(of(progressDecreased, before, 'status: completed, progress: 50')).toEqual([]);
    expect(of(progressDecreased, before, 'status: none-arisen, progress: 0')).toEqual([]);
  });

  test('a result is copied if it is long enough and says again what is not done', () => {
    const copy = (text: string, again = text, before = 'in-progress', now = 'in-progress'): number =>
      of(copied, `status: ${before}, result: "${text}"`, `status: ${now}, result: "${again}"`).length;
    const words = 'Đã lấy ý kiến các sở, ngành';
    expect(copy(words)).toBe(1);
    expect(copy(words, ` đã lấy ý kiến  các sở, ngành`.normalize('NFD'))).toBe(1);
    expect(copy(words, `${words} và các huyện`)).toBe(0);
    expect(copy('a'.repeat(20))).toBe(1);
    expect(copy('a'.repeat(19))).toBe(0);
    expect(copy('.'.repeat(40))).toBe(0);
    expect(copy(words, words, 'in-progress', 'completed')).toBe(1);
    expect(copy(words, words, 'completed', 'completed')).toBe(0);
    expect(copy(words, words, 'none-arisen', 'none-arisen')).toBe(0);
  });
});

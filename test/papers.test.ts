import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgePlan } from '../src/judge.ts';
import { openPlan } from '../src/read/plan.ts';
import { EXAMPLE, type Files, ROOT, changed, dondoc, filesIn, folderWith, planIn, planOf } from './helpers.ts';

const FOLDER = join(ROOT, 'plan/415-KH-UBND');
const SIGNED = filesIn(FOLDER);

describe('papers.yaml says how papers look', () => {
  test('the plan of 2020: two issuers, whom each paper goes to', () => {
    const { issuers, of } = planIn(FOLDER).papers;
    const [committee, department] = issuers;
    expect(issuers).toEqual([
      {
        body: 'ubnd-tinh',
        name: 'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH',
        symbol: 'UBND',
        place: 'Hà Tĩnh',
        signature: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        directs: true,
      },
      {
        body: 'so-cong-thuong',
        name: 'SỞ CÔNG THƯƠNG',
        above: 'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH',
        symbol: 'SCT',
        place: 'Hà Tĩnh',
        signature: ['GIÁM ĐỐC'],
        directs: false,
      },
    ]);
    expect(of.report).toEqual({
      issuer: department,
      to: ['Ủy ban nhân dân tỉnh Hà Tĩnh'],
      recipients: ['Như trên', 'Lưu: VT'],
    });
    expect([of['government-report'].issuer, of['government-report'].to]).toEqual([committee, ['Chính phủ']]);
    expect(of['government-report'].recipients.slice(0, 3)).toEqual([
      'Như trên',
      'Văn phòng Chính phủ',
      'Bộ Công Thương',
    ]);
    expect([of.letter.issuer, of.letter.to]).toEqual([department, []]);
  });

  test('every field is taken as written; a paper may be issued by a body that issuers does not list', () => {
    const papers = `issuers:
  - body: so-cong-thuong
    name: SỞ CÔNG THƯƠNG TỈNH
    above: UBND TỈNH
    symbol: SCTT
    unit: QLCN
    place: Thượng
    signature: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC]
    signer: Nguyễn Văn A
    directs: true
    confirmed: false
    from: here
    note: there
papers:
  letter: { issuer: so-tai-chinh, recipients: [Như trên] }
`;
    const { issuers, of } = planOf(exampleWith(papers)).papers;
    expect(issuers[0]).toEqual({
      body: 'so-cong-thuong',
      name: 'SỞ CÔNG THƯƠNG TỈNH',
      above: 'UBND TỈNH',
      symbol: 'SCTT',
      unit: 'QLCN',
      place: 'Thượng',
      signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
      signer: 'Nguyễn Văn A',
      directs: true,
    });
    expect(of.letter).toEqual({ issuer: issuers.at(-1), to: [], recipients: ['Như trên'] });
    expect(issuers.map(({ body, name }) => `${body}: ${name}`)).toEqual([
      'so-cong-thuong: SỞ CÔNG THƯƠNG TỈNH',
      'ubnd-tinh: UBND TỈNH',
      'so-tai-chinh: SỞ TÀI CHÍNH',
    ]);
  });
});

describe('without it, or parts of it, they follow from the plan', () => {
  test('a plan without the file', () => {
    const { papers } = planIn(join(ROOT, 'test/plans/quarterly'), '2024-07-20');
    const clerk = {
      body: 'city-clerk',
      name: 'CITY CLERK',
      above: 'CITY COUNCIL',
      symbol: '…',
      place: 'Halvern',
      signature: ['THỦ TRƯỞNG CƠ QUAN'],
      directs: false,
    };
    const council = {
      body: 'city-council',
      name: 'CITY COUNCIL',
      symbol: '…',
      place: 'Halvern',
      signature: ['Chair of the City Council'],
      directs: true,
    };
    const recipients = ['Như trên', 'Lưu: VT, …'];
    expect(papers).toEqual({
      issuers: [clerk, council],
      of: {
        report: { issuer: clerk, to: ['City Council'], recipients },
        'government-report': { issuer: council, to: ['…'], recipients },
        letter: { issuer: clerk, to: [], recipients },
      },
    });
  });

  test('the symbol of owners.yaml; dots for a place that nobody gave', () => {
    const { 'papers.yaml': _, ...unwritten } = SIGNED;
    expect(planOf(unwritten).papers.of.letter.issuer.symbol).toBe('SCT');
    expect(planOf(exampleWith('papers: {}\n')).papers.of.letter.issuer.place).toBe('…');
  });

  test('the plan’s issuer may be given by name', () => {
    const named = changed(
      exampleWith('issuers: [{ body: ubnd-tinh, symbol: UBND }]\n'),
      'plan.yaml',
      'issuer: ubnd-tinh',
      'issuer: UBND tỉnh',
    );
    const { issuer, to } = planOf(named).papers.of['government-report'];
    expect([issuer.body, issuer.symbol, issuer.directs, to]).toEqual(['ubnd-tinh', 'UBND', true, ['…']]);
  });

  test('a coordinator that was succeeded is followed', () => {
    const amended = {
      ...exampleWith(undefined),
      'amendments/2024-07-01.yaml': `instrument: { number: 9/QĐ-UBND, date: 2024-06-20, title: Sáp nhập }
effective: 2024-07-01
version: 2.0.0
changes:
  - succeed: { from: [so-cong-thuong], to: [{ owner: so-tai-chinh }] }
`,
    };
    const { papers, earlier } = planOf(amended);
    expect([earlier[0]?.papers.of.report.issuer.name, papers.of.report.issuer.name]).toEqual([
      'SỞ CÔNG THƯƠNG',
      'SỞ TÀI CHÍNH',
    ]);
  });
});

describe('what is wrong with it is found in its place', () => {
  test.each<[what: string, papers: string, found: string[]]>([
    ['an unknown body', 'issuers:\n  - body: so-cong-thong\n', ['DD306 2:11']],
    ['an unknown body, blamed once', 'issuers: [{ body: x }]\npapers: { letter: { issuer: x } }\n', ['DD306 1:19']],
    ['an unknown issuer of a paper', 'papers:\n  government-report:\n    issuer: so-y-te\n', ['DD306 3:13']],
    ['an unknown field', 'issuers:\n  - body: so-cong-thuong\n    singer: A\n', ['DD107 3:5']],
    ['a letter that is addressed', 'papers:\n  letter:\n    to: [UBND tỉnh]\n', ['DD107 3:5']],
    ['no body', 'issuers:\n  - symbol: SCT\n', ['DD106 2:5']],
    ['a line that YAML takes for a field', 'papers:\n  letter:\n    recipients:\n      - Lưu: VT\n', ['DD108 4:9']],
    ['a body twice', 'issuers:\n  - body: ubnd-tinh\n  - body: ubnd-tinh\n', ['DD105 3:11']],
    ['all in order', 'issuers:\n  - body: ubnd-tinh\npapers:\n  report: { issuer: so-tai-chinh }\n', []],
  ])('%s', (_, papers, found) => {
    expect(findingsOf(exampleWith(papers))).toEqual(found);
  });

  test('a body that only an amendment brings is known', () => {
    const later = 'issuers: [{ body: so-nong-nghiep-moi-truong }]\n';
    expect(findingsOf({ ...SIGNED, 'papers.yaml': later })).toEqual([]);
    expect(planOf({ ...SIGNED, 'papers.yaml': later }).on('2021-01-01').papers.issuers[0]).toMatchObject({
      name: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      symbol: 'SNNMT',
    });
  });

  test('what no official text confirms is said, for information', async () => {
    const papers = `issuers:
  - { body: so-cong-thuong, confirmed: false }
papers:
  report:
    confirmed: false
`;
    const folder = folderWith(exampleWith(papers));
    const { stdout, code } = await dondoc(folder, 'plan check --plan . --lang en');
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'papers.yaml:2 issuer of papers SỞ CÔNG THƯƠNG: no official text at hand confirms this papers.yaml:5 recipients of the paper report: no official text at hand confirms this',
    );
  });
});

test('it is no part of what the plan says: each version has the same fingerprint with it, without it, and changed', () => {
  const fingerprints = (files: Files): string[] => {
    const plan = planOf(files);
    return [...plan.earlier, plan].map(({ fingerprint }) => fingerprint);
  };
  const { 'papers.yaml': _, ...unwritten } = SIGNED;
  expect(fingerprints(SIGNED).length).toBeGreaterThan(1);
  expect(fingerprints(unwritten)).toEqual(fingerprints(SIGNED));
  expect(fingerprints(changed(SIGNED, 'papers.yaml', 'GIÁM ĐỐC', 'QUYỀN GIÁM ĐỐC'))).toEqual(fingerprints(SIGNED));
});

/** The files of the example plan, with a papers.yaml. */
function exampleWith(papers: string | undefined): Files {
  const plan = Object.entries(EXAMPLE).flatMap(([name, text]) =>
    name.startsWith('plan/') ? [[name.replace('plan/12-KH-UBND/', ''), text]] : [],
  );
  return { ...(Object.fromEntries(plan) as Files), ...(papers === undefined ? {} : { 'papers.yaml': papers }) };
}

/** Errors by code and place; those outside papers.yaml are a fault of the test. */
function findingsOf(files: Files): string[] {
  const { findings } = judgePlan(openPlan(folderWith(files)), '.', () => '2025-01-15');
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.filter(({ place }) => place.file !== 'papers.yaml')).toEqual([]);
  return errors.map(({ rule, place }) => `${rule.code} ${place.line}:${place.column}`);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../src/office/zip.ts';
import { EXAMPLE, type Files, ROOT, changed, dondoc, expectGolden, filesIn, folderWith, without } from './helpers.ts';
import { amended, with_ } from './told.ts';
import { partsOf, zipped } from './workbook-builder.ts';

const CONG = 'reports/so-cong-thuong.yaml';
const TAI = 'reports/so-tai-chinh.yaml';
const HA = 'reports/huyen-ha.yaml';
const HALF = filesIn(join(ROOT, 'test/plans/half-yearly'));
const PAPERS = 'plan/12-KH-UBND/papers.yaml';

const settled = (text: string): string =>
  text.replace(/dondoc \d+\.\d+\.\d+/g, 'dondoc VERSION').replace(/\([0-9a-f]{12}\)/g, '(FINGERPRINT)');

/** The example reported on by month. */
const MONTHLY: Files = Object.keys(EXAMPLE)
  .filter((name) => name.startsWith('reports/'))
  .reduce(
    (files, name) => changed(files, name, 'period: "2024"', 'period: 2024-02'),
    with_(['plan.yaml', 'frequency: yearly\n  first: "2024"', 'frequency: monthly\n  first: 2024-02']),
  );
/** The report of a body as a workbook in which the id of its task is mistyped. */
const MISTYPED = zipped(
  partsOf([
    {
      name: 'Báo cáo',
      rows: [
        ['Kế hoạch số:', '12/KH-UBND'],
        ['Phiên bản:', '1.1.0'],
        ['Cơ quan báo cáo:', 'UBND huyện Hạ'],
        ['Kỳ báo cáo:', '2024'],
        ['Ngày báo cáo:', '20/12/2024'],
        ['Mã nhiệm vụ', 'Trạng thái', 'Kết quả'],
        ['II.1.cc', 'Đang thực hiện', 'Đã bố trí kinh phí.'],
      ],
    },
  ]),
);

interface Given {
  readonly files: Files;
  readonly words: string;
  readonly today?: string;
  readonly workbook?: Uint8Array;
}

/** Papers drafted where something out of the ordinary has to be said. */
const DRAFTS: Readonly<Record<string, Given>> = {
  'monthly-report': { files: MONTHLY, words: 'draft report reports --period 2024-02' },
  'monthly-letter': {
    files: without(MONTHLY, HA),
    words: 'draft letter huyen-ha --reports reports --period 2024-02',
    today: '2024-04-10',
  },
  'monthly-letter-of-many': {
    files: without(MONTHLY, HA),
    words: 'draft letter huyen-ha --reports reports --period all',
    today: '2024-12-10',
  },
  'soon-due': { files: HALF, words: 'draft letter so-ha-tang --reports reports', today: '2025-05-20' },
  'soon-due-together': { files: HALF, words: 'draft letter --together --reports reports', today: '2025-05-20' },
  'before-anything-is-due': { files: EXAMPLE, words: 'draft report reports --period 2025', today: '2025-01-15' },
  'long-words': {
    files: with_([TAI, 'Đang lấy ý kiến dự thảo.', `Đang lấy ý kiến ${'các sở, ngành, địa phương '.repeat(80)}.`]),
    words: 'draft report reports --period 2024',
  },
  'figures-of-nobody': {
    files: with_(
      [HA, /\n +indicators: .*/, ''],
      ['reports/huyen-thuong.yaml', /\n +indicators: .*/, ''],
      ['tasks.yaml', 'unit: "%"', 'unit: đồng'],
    ),
    words: 'draft report reports --period 2024',
  },
  'evidence-of-little': {
    files: with_(
      [
        CONG,
        'number: 41/2024/QĐ-UBND, date: 2024-06-28, title: Quyết định ban hành Đề án, product: 1',
        'date: 2024-06-28',
      ],
      [CONG, 'bốn hội nghị phổ biến chính sách.', 'bốn hội nghị.\n    evidence: [{ title: Kỷ yếu hội nghị }]'],
    ),
    words: 'draft report reports --period 2024',
  },
  'deadline-derived': {
    files: with_([
      'tasks.yaml',
      'deadline: { date: 2025-12-31, basis: derived, words: giai đoạn 2024-2025 }',
      'deadline: { date: 2024-10-31, basis: derived }',
    ]),
    words: 'draft report reports --period 2024',
  },
  'returned-without-words': {
    files: {
      ...with_([
        'tasks.yaml',
        'deadline: { date: 2025-12-31, basis: derived, words: giai đoạn 2024-2025 }',
        'deadline: { date: 2024-10-31, basis: stated }',
      ]),
      'reports/register.yaml':
        'plan: 12/KH-UBND\nappraisals:\n  - { owner: so-tai-chinh, task: II.1.b, period: "2024", verdict: returned, date: 2025-01-10 }\n',
    },
    words: 'draft report reports --period 2024',
  },
  'a-body-that-is-no-more': {
    files: changed(
      amended('  - end-owner: { owner: huyen-ha, reason: Giải thể }\n'),
      'plan/12-KH-UBND/amendments/a.yaml',
      'effective: 2024-06-01',
      'effective: 2025-01-05',
    ),
    words: 'draft report reports --period 2024',
  },
  'government-without-basis': {
    files: with_(['plan.yaml', 'basis: [10/NQ-CP]\n', '']),
    words: 'draft government-report reports --period 2024',
  },
  'government-by-undated-basis': {
    files: with_(['references.yaml', 'kind: Nghị quyết, date: 2024-01-05', 'kind: Nghị quyết']),
    words: 'draft government-report reports --period 2024',
  },
  'signed-by-name': {
    files: {
      ...without(EXAMPLE, HA),
      [PAPERS]: `issuers:
  - { body: so-cong-thuong, name: SỞ CÔNG THƯƠNG, symbol: SCT, unit: QLCN, place: Bình An, signature: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC], signer: Nguyễn Văn A }
papers:
  report: { to: [Chủ tịch UBND tỉnh], recipients: [Như trên] }
`,
    },
    words: 'draft report reports --period 2024',
  },
  'letter-signed-by-name': {
    files: {
      ...without(with_(['plan.yaml', 'reporting:', 'reporting:\n  words: Các đơn vị báo cáo hằng năm.']), HA),
      [PAPERS]: `issuers:
  - { body: so-cong-thuong, symbol: SCT, signature: [GIÁM ĐỐC], signer: Nguyễn Văn A }
papers:
  letter: { recipients: [Như trên, UBND tỉnh] }
`,
    },
    words: 'draft letter huyen-ha --reports reports',
  },
  'mistyped-in-a-workbook': {
    files: without(EXAMPLE, HA),
    workbook: MISTYPED,
    words: 'draft letter huyen-ha --reports reports',
  },
  'task-said-before': {
    files: {
      ...EXAMPLE,
      'reports/huyen-ha-2025.yaml': (EXAMPLE[HA] ?? '')
        .replace('period: "2024"', 'period: "2025"')
        .replace('reported: 2024-12-20', 'reported: 2025-12-20')
        .replace(/entries:[^]*/, 'entries: []\n'),
    },
    words: 'draft letter huyen-ha --reports reports --period 2025',
    today: '2026-01-15',
  },
};

describe.each(Object.entries(DRAFTS))('%s', (name, { files, words, today, workbook }) => {
  const folder = folderWith(files);
  if (workbook) writeFileSync(join(folder, 'reports/huyen-ha.xlsx'), workbook);

  test(`dondoc ${words}`, async () => {
    const { code, stdout } = await dondoc(folder, words, today);
    expect(code).toBe(0);
    expectGolden(join(ROOT, `test/paper-words/${name}.txt`), settled(stdout));
  });

  test('says the same in Word', async () => {
    const { stdout } = await dondoc(folder, words, today);
    const out = folderWith({});
    const isLetter = words.includes('letter');
    const { code } = await dondoc(folder, `${words} -o ${isLetter ? out : join(out, 'a.docx')}`, today);
    expect(code).toBe(0);
    const [file = ''] = Object.keys(filesIn(out)).filter((each) => each.endsWith('.docx'));
    const bytes = Buffer.from(openArchive(readFileSync(join(out, file))).part('word/document.xml') ?? []);
    const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    const inWord = new Set(
      wordsIn(
        bytes
          .toString('utf8')
          .replace(/<\/w:p>/g, ' ')
          .replace(/<[^>]*>/g, ''),
      ),
    );
    const first = stdout.split('═'.repeat(40))[0] ?? '';
    expect(wordsIn(first).filter((word) => !inWord.has(word))).toEqual([]);
  });
});

/** The texts of a form in Excel, row by row. */
const rowsOf = (bytes: Uint8Array): string[] => {
  const archive = openArchive(bytes);
  const xml = Buffer.from(archive.part('xl/worksheets/sheet1.xml') ?? []).toString('utf8');
  return xml
    .split('<row ')
    .map((row) =>
      [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)/g)]
        .map(([, column = '', text, value]) => `${column}=${text ?? value ?? ''}`)
        .join(' | '),
    );
};

test.each(['vi', 'en'])('a form in Excel carries what was said last time: in %s', async (lang) => {
  const out = folderWith({});
  const folder = folderWith({
    ...EXAMPLE,
    [CONG]: (EXAMPLE[CONG] ?? '').replace(
      'product: 1 }]',
      'product: 1 }, { title: Biên bản họp, file: bien-ban.pdf, date: 2024-06-20 }]\n    obstacles: Thiếu người',
    ),
  });
  const words = `template so-cong-thuong so-tai-chinh huyen-ha --from reports --period 2025 --format xlsx --lang ${lang} -o ${out}`;
  expect((await dondoc(folder, words)).code).toBe(0);
  const told = ['so-cong-thuong', 'so-tai-chinh', 'huyen-ha'].flatMap((owner) => [
    `── ${owner}`,
    ...rowsOf(readFileSync(join(out, `${owner}.xlsx`))).filter((row) => row !== ''),
  ]);
  expectGolden(join(ROOT, `test/paper-words/form.${lang}.txt`), `${told.join('\n')}\n`);
});

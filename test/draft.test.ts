import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegisters, readReports } from '../src/judge.ts';
import { openArchive } from '../src/office/zip.ts';
import { findFiles } from '../src/read/files.ts';
import { EXAMPLE, ROOT, changed, dondoc, expectGolden, filesIn, folderWith, without } from './helpers.ts';

const SAMPLES = 'examples/reports --as-of 2026-02-01 --period 2025';
const FILED = '--reports examples/reports --as-of 2026-02-01 --period 2025';
/** The reports of the year before alone: nobody has reported on 2025. */
const SILENT = '--reports examples/reports/2024 --as-of 2026-02-01 --period 2025';

const draft = async (words: string, cwd = ROOT): Promise<string> => {
  const { code, stdout, stderr } = await dondoc(cwd, `draft ${words}`);
  expect([code, stderr.startsWith('dondoc:')]).toEqual([0, false]);
  return stdout;
};
const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ');
/** What changes with every release or edit of the plan is left out. */
const neutral = (text: string): string =>
  text.replace(/dondoc \d+\.\d+\.\d+/g, 'dondoc VERSION').replace(/\([0-9a-f]{12}\)/g, '(FINGERPRINT)');
const golden = (name: string, text: string): void => expectGolden(join(ROOT, `test/drafts/${name}.txt`), neutral(text));

/** All texts in data, however deep. */
const textsIn = (data: unknown): string[] =>
  typeof data === 'string' ? [data] : data && typeof data === 'object' ? Object.values(data).flatMap(textsIn) : [];

/** The paragraphs of a Word document. */
function paragraphsOf(bytes: Uint8Array): string[] {
  const xml = new TextDecoder().decode(openArchive(bytes).part('word/document.xml'));
  return xml.split('</w:p>').map((paragraph) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  );
}

describe('the consolidated report', () => {
  test('of the sample reports', async () => {
    golden('report', await draft(`report ${SAMPLES}`));
  });

  test('of the province differs in head, addressee and basis, not in what was done', async () => {
    const [own, above] = [await draft(`report ${SAMPLES}`), await draft(`government-report ${SAMPLES}`)];
    const body = (text: string): string => text.slice(text.indexOf('I. TÌNH HÌNH CHUNG'), text.indexOf('Trên đây là'));
    expect(body(above)).toBe(body(own));
    expect(flat(above)).toContain('Kính gửi: Chính phủ');
    expect(above).toContain('/BC-UBND');
    expect(flat(above)).toContain(
      'Thực hiện Nghị quyết số 124/NQ-CP ngày 03/9/2020 của Chính phủ, Ủy ban nhân dân tỉnh',
    );
  });

  test('has the figures of the summary', async () => {
    const { stdout } = await dondoc(ROOT, `summary ${SAMPLES} --format json`);
    const { tables, lists } = JSON.parse(stdout) as {
      tables: Record<string, { lines: Figures[]; total: Figures }>;
      lists: Record<string, number[]>;
    };
    interface Figures {
      id: string;
      tasks: number;
      rows: number;
      completed: number;
      overdue: number;
      due: number;
      completedOfAll: number;
      completedDue: number;
      completedOfDue: number;
      classes: Record<string, number>;
    }
    const text = flat(await draft(`report ${SAMPLES}`));
    const { total } = tables['section'] as { total: Figures };
    const vi = (value: number): string => String(value).replace('.', ',');
    expect(text).toContain(`${total.tasks} nhiệm vụ, ${total.rows} lượt theo dõi`);
    expect(text).toContain(
      `Đã hoàn thành ${total.completed} lượt, bằng ${vi(total.completedOfAll)}% tổng số lượt theo dõi. Trong ${total.due} lượt đã đến hạn, hoàn thành ${total.completedDue} lượt (${vi(total.completedOfDue)}%), quá hạn ${total.overdue} lượt`,
    );
    expect(text).toContain(`1. Nhiệm vụ quá hạn (${lists['overdue']?.length})`);
    expect(text).toContain(`2. Nhiệm vụ chưa được báo cáo (${lists['unreported']?.length} lượt)`);
    const sections = tables['section']?.lines ?? [];
    expect(sections.length).toBe(9);
    for (const { id, tasks, rows, classes } of sections) {
      const [, found = ''] = new RegExp(`\\((?:phần|mục) ${id} của Kế hoạch\\) (.*?)\\.`).exec(text) ?? [];
      expect(found).toContain(`${tasks} nhiệm vụ (${rows} lượt theo dõi)`);
      const counted = [...found.matchAll(/ (\d+)(?:;|,|$)/g)].map(([, figure]) => Number(figure));
      const given = Object.values(classes).filter((figure) => figure > 0);
      expect(counted.slice(0, given.length).sort()).toEqual(given.sort());
    }
  });

  test('quotes what stands in the report files, the register or the plan, word for word', async () => {
    const { files, registers } = findFiles([join(ROOT, 'examples/reports')]);
    const sources = [...readReports(files, (path) => path), ...readRegisters(registers, (path) => path)];
    const plan = Object.values(filesIn(join(ROOT, 'plan/415-KH-UBND'))).map(flat);
    const said = [...sources.flatMap(({ data }) => textsIn(data)).map(flat), ...plan];
    const text = flat((await draft(`report ${SAMPLES}`)).split('PHỤ LỤC')[0] ?? '');
    const quotes = [...text.matchAll(/“((?:[^“”]|“[^“”]*”)*)”/g)].map(([, words = '']) => words);
    expect(quotes.length).toBeGreaterThan(150);
    expect(quotes.filter((words) => !said.some((each) => each.includes(words)))).toEqual([]);
  });

  test('says the same in Word', async () => {
    const folder = folderWith({});
    const path = join(folder, 'bao-cao.docx');
    expect(await draft(`report ${SAMPLES} -o ${path}`)).toBe('');
    const text = flat(await draft(`report ${SAMPLES}`));
    const paragraphs = paragraphsOf(readFileSync(path)).map((each) => flat(each).trim());
    const body = paragraphs.slice(paragraphs.indexOf('I. TÌNH HÌNH CHUNG')).filter(({ length }) => length > 30);
    expect(body.length).toBeGreaterThan(300);
    const foot = body.filter((each) => !text.includes(each) && !each.startsWith('(Kèm theo'));
    expect(foot).toEqual([]);
  });

  test('of another plan, without papers.yaml', async () => {
    golden('quarterly', await draft('report --as-of 2024-08-01', join(ROOT, 'test/plans/quarterly')));
  });
});

describe('letters', () => {
  test('to a department, a body of another hierarchy and one of the party', async () => {
    golden('letter-department', await draft(`letter van-phong-ubnd-tinh ${FILED}`));
    golden('letter-vertical', await draft(`letter ngan-hang-nha-nuoc ${SILENT} --issuer ubnd-tinh`));
    golden('letter-party', await draft(`letter bao-ha-tinh ${SILENT}`));
  });

  test('of the province demand of its own bodies and ask the others, each by its word', async () => {
    golden('letter-province', await draft(`letter so-cong-thuong ${FILED} --issuer ubnd-tinh`));
    const text = flat(await draft(`letter --together ${SILENT} --issuer ubnd-tinh`));
    expect(text).toMatch(/yêu cầu [^;:]*Sở Y tế[^;:]*; đề nghị Báo Hà Tĩnh, Ngân hàng Nhà nước chi nhánh Khu vực 8/);
    expect(flat(await draft(`letter --together ${SILENT}`))).not.toContain('yêu cầu');
  });

  test('to all together, with who owes what', async () => {
    golden('letter-together', await draft(`letter --together ${FILED}`));
  });

  test('to all together count in the text what the annex lists', async () => {
    const text = flat(await draft(`letter --together ${FILED} --issuer ubnd-tinh`));
    const [body = '', annex = ''] = text.split('PHỤ LỤC');
    const figure = (words: string): number => Number(new RegExp(`- ${words}: (\\d+) `).exec(body)?.[1]);
    const listed = (column: string, item: RegExp): number =>
      [...annex.matchAll(new RegExp(`${column}:(.*?)(?= Nội dung báo cáo cần|- TT:|$)`, 'g'))]
        .map(([, cell = '']) => [...cell.matchAll(item)].length)
        .reduce((sum, each) => sum + each, 0);
    const task = /[IV]+\.\d[^\s”]* \(/g;
    expect(figure('Chưa gửi báo cáo hoặc báo cáo chưa sử dụng được')).toBe(listed('Báo cáo', /Báo cáo năm 2025:/g));
    expect(figure('Nhiệm vụ quá hạn')).toBe(listed('Nhiệm vụ quá hạn', task));
    expect(figure('Nội dung báo cáo .*?')).toBe(listed('Nội dung báo cáo cần bổ sung, chỉnh sửa', task));
    // One of them is overdue too: it is listed as both.
    expect(annex.match(/II\.3\.a\.4 \(/g)).toHaveLength(2);
  });

  test('say which code is wrong, where it stands, and which task it seems to mean', async () => {
    const files = changed(EXAMPLE, 'reports/so-tai-chinh.yaml', 'task: II.1.b', 'task: II.1-b');
    const text = flat(await draft('letter so-tai-chinh --as-of 2026-02-01 --period 2024', folderWith(files)));
    expect(text).toContain(
      'báo cáo năm 2024 ghi mã “II.1-b” (tệp so-tai-chinh.yaml, dòng 7), Kế hoạch không có mã này, có thể là ghi nhầm của mã II.1.b',
    );
    expect(text).toContain('Bổ sung, chỉnh sửa nội dung báo cáo ghi sai mã nhiệm vụ theo biểu mẫu');
    expect(text).not.toMatch(/còn thiếu|chưa có (nội dung|báo cáo)/);
    const overdue = flat(await draft('report --as-of 2026-02-01 --period 2024', folderWith(files)));
    expect(overdue).toContain('Báo cáo ghi sai mã nhiệm vụ (1 lượt): Sở Tài chính (II.1.b).');
  });

  test('quote nothing of overdue work whose status cannot be read', async () => {
    const place = folderWith(changed(EXAMPLE, 'reports/so-cong-thuong.yaml', 'status: completed', 'status: xong'));
    const [letter, report] = [await draft('letter --issuer ubnd-tinh', place), await draft('report', place)];
    expect(flat(letter)).toMatch(/II\.1\.a\.1 \([^)]*\): thời hạn [^;]*; nội dung báo cáo chưa sử dụng được\./);
    expect(flat(report)).toMatch(/quá hạn \d+ ngày; nội dung báo cáo chưa sử dụng được;/);
  });

  test('stand in a folder with their forms, never over what is there; who gets none is said', async () => {
    const reports = without(EXAMPLE, 'reports/huyen-ha.yaml', 'reports/huyen-thuong.yaml');
    const place = folderWith({ ...reports, 'don-doc/cong-van-don-doc-huyen-ha.docx': 'kept' });
    const { stdout, stderr } = await dondoc(place, 'draft letter -o don-doc');
    expect(stdout.split('\n').sort()).toEqual([
      '',
      'đã có, giữ nguyên: don-doc/cong-van-don-doc-huyen-ha.docx',
      'đã tạo: don-doc/bieu-bao-cao-2024-huyen-ha.xlsx',
      'đã tạo: don-doc/bieu-bao-cao-2024-huyen-thuong.xlsx',
      'đã tạo: don-doc/cong-van-don-doc-huyen-thuong.docx',
    ]);
    expect(filesIn(join(place, 'don-doc'))['cong-van-don-doc-huyen-ha.docx']).toBe('kept');
    expect(stderr).toContain('Sở Tài chính: không còn nội dung phải đôn đốc, không có công văn');
    const form = await dondoc(place, 'template huyen-thuong --period 2024 --format xlsx -o mau');
    expect(form.code).toBe(0);
    expect(readFileSync(join(place, 'mau/huyen-thuong.xlsx'))).toEqual(
      readFileSync(join(place, 'don-doc/bieu-bao-cao-2024-huyen-thuong.xlsx')),
    );
    expect(await draft('letter', folderWith(EXAMPLE))).toBe('');
  });

  test('call nothing overdue by an assumed date, and reports late only by their due day', async () => {
    const text = flat(await draft(`letter so-y-te so-xay-dung ${SILENT}`));
    expect(text).not.toContain('quá hạn');
    expect(text).toContain('mốc theo dõi của cơ quan đầu mối là ngày 31/12/2025, đến nay đã quá 32 ngày');
  });
});

test('a report drafted once is not replaced by the next', async () => {
  const folder = folderWith(EXAMPLE);
  const again = (words: string) => dondoc(folder, `draft ${words} --period 2024 -o bao-cao.docx`);
  expect((await again('report')).code).toBe(0);
  writeFileSync(join(folder, 'bao-cao.docx'), 'edited');
  for (const words of ['report', 'government-report']) {
    const { code, stdout, stderr } = await again(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('bao-cao.docx: đã có; dự thảo không ghi đè');
  }
  expect(readFileSync(join(folder, 'bao-cao.docx'), 'utf8')).toBe('edited');
});

test('drafts that cannot be made say why', async () => {
  const folder = folderWith(EXAMPLE);
  const refused = async (words: string): Promise<string> => {
    const { code, stderr } = await dondoc(folder, `draft ${words}`, undefined, true);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await refused('report --format docx')).toContain('ghi ra tệp: -o TỆP.docx');
  expect(await refused('report reports/huyen-ha.yaml')).toContain('cần thư mục chứa mọi báo cáo');
  expect(await refused('report --period 2024..2025')).toContain('mỗi báo cáo nói về một kỳ');
  expect(await refused('letter --issuer so-nao')).toContain('--issuer so-nao: kế hoạch không có cơ quan này');
  expect(await refused('letter -o reports/huyen-ha.yaml')).toContain('phải là một thư mục');
});

test('nothing of a report acts on the screen, and what says nothing is no obstacle', async () => {
  const files = changed(
    EXAMPLE,
    'reports/so-tai-chinh.yaml',
    'result: Đang lấy ý kiến dự thảo.',
    'result: "Đang \\e[31m lấy ý kiến"\n    obstacles: Không.',
  );
  const text = await draft('report', folderWith(files));
  expect(text).not.toContain('\u001b');
  expect(text).toContain('\\x1b[31m');
  expect(text).toContain('không nêu khó khăn, vướng mắc nào khác');
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withWorkbook } from '../src/office/workbook.ts';
import { archiveOf, openArchive, packedFrom } from '../src/office/zip.ts';
import { dondoc, folderWith, outputOf } from './helpers.ts';
import { type Typed, cellsOf, filledForm, hasLibreOffice, savedByLibreOffice, withSheet } from './person.ts';

const PLAN = '--plan 415/KH-UBND';
const OWNER = 'cuc-thue';

/** An empty form of the plan, as the coordinating office sends it. */
async function emptyForm(words = ''): Promise<Uint8Array> {
  const folder = folderWith({});
  const { code } = await dondoc(folder, `template ${OWNER} ${PLAN} --period 2024 --format xlsx -o out ${words}`);
  expect(code).toBe(0);
  return readFileSync(join(folder, 'out', `${OWNER}.xlsx`));
}

const TASKS = ['II.1.c', 'II.6.d', 'II.8.1', 'II.8.2', 'II.8.3', 'II.8.4', 'III.2.1'];

/** What a clerk fills in: some of it wrong. The same report stands in TWIN. */
function answers(at: ReturnType<typeof cellsOf>): Record<string, Typed> {
  const cells: Record<string, Typed> = {
    [at('reported')]: { day: '2024-12-20' },
    [at('document_number')]: '12/BC-CT',
    [at('document_date')]: 'ngày 20 tháng 12 năm 2024',
  };
  for (const [i, task] of TASKS.entries()) {
    cells[at(task, 'Trạng thái')] = 'Đang thực hiện';
    cells[at(task, 'Kết quả')] = `Đã tổ chức ${i + 2} đợt làm việc với cơ sở.`;
  }
  return {
    ...cells,
    [at('II.1.c', 'Tiến độ %')]: '60 %',
    [at('II.6.d', 'Trạng thái')]: 'đã hoàn thành',
    [at('II.6.d', 'Ngày hoàn thành')]: '31/02/2024',
    [at('II.8.1', 'Trạng thái')]: 'đang thưc hiên việc',
    [at('II.8.2', 'Tiến độ %')]: 120,
    [at('II.8.3', 'Trạng thái')]: 'Đang vướng mắc',
    [at('II.8.3', 'Văn bản minh chứng')]: '5/QĐ CT',
    [at('II.8.4', 'Kết quả')]: '……',
    [at('III.2.1', 'Ngày hoàn thành')]: '05-06-2025',
  };
}

const TWIN = `plan: 415/KH-UBND
version: 1.0.0
owner: cuc-thue
period: "2024"
reported: 2024-12-20
document: { number: 12/BC-CT, date: 2024-12-20 }
entries:
${TASKS.map((task, i) => {
  const own: Record<string, string> = {
    'II.1.c': 'status: in-progress\n    progress: 60',
    'II.6.d': 'status: completed\n    completed: 2024-02-31',
    'II.8.1': 'status: đang thưc hiên việc',
    'II.8.2': 'status: in-progress\n    progress: 120',
    'II.8.3': 'status: blocked\n    evidence: [{ number: 5/QĐ CT }]',
    'III.2.1': 'status: in-progress\n    completed: 2025-06-05',
  };
  const result = task === 'II.8.4' ? '……' : `Đã tổ chức ${i + 2} đợt làm việc với cơ sở.`;
  return `  - task: ${task}\n    ${own[task] ?? 'status: in-progress'}\n    result: ${result}\n`;
}).join('')}`;

/** The findings of one file, judged alone. */
async function findingsIn(name: string, content: Uint8Array | string) {
  const folder = folderWith({});
  writeFileSync(join(folder, name), content);
  const { stdout } = await dondoc(folder, `check ${name} ${PLAN} --as-of 2025-01-15 --format json`);
  return outputOf('findings', stdout).findings;
}

describe('template, fill in, check', () => {
  const how: [string, (bytes: Uint8Array) => Uint8Array][] = [
    ['as Excel saves it', (bytes) => bytes],
    ...(hasLibreOffice
      ? [['through LibreOffice', savedByLibreOffice] as [string, (bytes: Uint8Array) => Uint8Array]]
      : []),
  ];
  test.each(how)('finds in the form what it finds in its YAML twin, at the right cells, %s', async (_, saved) => {
    const form = await emptyForm();
    const at = cellsOf(form);
    const found = await findingsIn('cuc-thue.xlsx', saved(filledForm(form, answers(at))));
    const twin = await findingsIn('cuc-thue.yaml', TWIN);
    const told = (findings: typeof found): string[] =>
      findings.map(({ code, severity, task }) => `${code} ${severity} ${task ?? ''}`).sort();
    expect(told(found)).toEqual(told(twin));
    const cell = (task: string, heading: string): string => `Báo cáo!${at(task, heading)} ${heading}`;
    expect(
      found
        .filter(({ file }) => file === 'cuc-thue.xlsx')
        .map(({ code, sheet, cell: name, title }) => `${code} ${sheet ?? ''}!${name ?? ''} ${title ?? ''}`)
        .sort(),
    ).toEqual(
      [
        `DD108 ${cell('II.8.1', 'Trạng thái')}`,
        `DD108 ${cell('II.8.2', 'Tiến độ %')}`,
        `DD109 ${cell('II.6.d', 'Ngày hoàn thành')}`,
        `DD214 ${cell('II.6.d', 'Trạng thái')}`,
        `DD216 ${cell('II.8.3', 'Văn bản minh chứng')}`,
        `DD218 ${cell('III.2.1', 'Ngày hoàn thành')}`,
        `DD219 ${cell('II.8.4', 'Kết quả')}`,
        `DD220 ${cell('II.8.3', 'Trạng thái')}`,
      ].sort(),
    );
    expect(
      found.find(({ code, cell: name }) => code === 'DD108' && name === at('II.8.1', 'Trạng thái'))?.message,
    ).toContain('có lẽ là “đang thực hiện”');
  });

  test('an answered form is sound, and counts in the summary', async () => {
    const form = await emptyForm();
    const at = cellsOf(form);
    const cells: Record<string, Typed> = { [at('reported')]: '20/12/2024' };
    for (const [i, task] of TASKS.entries()) {
      cells[at(task, 'Trạng thái')] = 'Đang thực hiện';
      cells[at(task, 'Kết quả')] = `Đã làm việc với ${i + 2} cơ sở.`;
    }
    const folder = folderWith({});
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports/cuc-thue.xlsx'), filledForm(form, cells));
    const checked = await dondoc(folder, `check reports/cuc-thue.xlsx ${PLAN} --as-of 2025-01-15`);
    expect(checked.stdout).toMatch(/^0 lỗi, 0 cảnh báo/);
    expect(checked.code).toBe(0);
    const { rows } = outputOf(
      'summary',
      (await dondoc(folder, `summary ${PLAN} --as-of 2025-01-15 --format json`)).stdout,
    );
    const own = rows.filter(({ owner }) => owner === OWNER);
    expect(own.map(({ task }) => task)).toEqual(TASKS);
    expect(own.every(({ class: is }) => is !== 'unreported')).toBe(true);
  });

  test('several documents for one task stand in rows of their own', async () => {
    const form = withSheet(await emptyForm(), (xml) => {
      // A person inserts a row: everything below moves down by one.
      const below = Number(/<c r="A(\d+)"[^>]*><is><t[^>]*>II\.6\.d</.exec(xml)?.[1]);
      const moved = xml.replace(/(<row r="|<c r="[A-Z]+)(\d+)"/g, (whole, start: string, row: string) =>
        Number(row) > below ? `${start}${Number(row) + 1}"` : whole,
      );
      const at = moved.indexOf(`<row r="${below + 2}"`);
      const row = `<row r="${below + 1}"><c r="I${below + 1}" t="inlineStr"><is><t>13/QĐ-CT</t></is></c><c r="J${below + 1}" t="inlineStr"><is><t>01/6/2024</t></is></c></row>`;
      return moved.slice(0, at) + row + moved.slice(at);
    });
    const at = cellsOf(form);
    const folder = folderWith({});
    writeFileSync(
      join(folder, 'a.xlsx'),
      filledForm(form, {
        [at('reported')]: '20/12/2024',
        [at('II.6.d', 'Trạng thái')]: 'Đang thực hiện',
        [at('II.6.d', 'Văn bản minh chứng')]: '12/QĐ-CT',
      }),
    );
    await dondoc(folder, `convert a.xlsx --to json ${PLAN}`);
    const { entries } = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as {
      entries: { task: string; evidence?: unknown }[];
    };
    expect(entries.map(({ task }) => task)).toEqual(TASKS);
    expect(entries.find(({ task }) => task === 'II.6.d')?.evidence).toEqual([
      { number: '12/QĐ-CT' },
      { number: '13/QĐ-CT', date: '2024-06-01' },
    ]);
  });
});

describe('the form', () => {
  const partsOf = (bytes: Uint8Array): string => {
    const archive = openArchive(bytes);
    return archive.names.map((name) => Buffer.from(archive.part(name) ?? []).toString('utf8')).join('\n');
  };

  test('is the same bytes each time', async () => {
    expect(Buffer.from(await emptyForm()).equals(Buffer.from(await emptyForm()))).toBe(true);
  });

  test('has its sheets, names, lists and locks, in both languages', async () => {
    for (const [words, sheets, heading] of [
      ['', ['Báo cáo', 'Đề xuất sửa đổi', 'Hướng dẫn'], 'Kế hoạch tiếp theo'],
      ['--lang en', ['Report', 'Proposed changes', 'Guide'], 'Next steps'],
    ] as const) {
      const form = await emptyForm(words);
      expect(withWorkbook(form, (workbook) => workbook.sheets.map(({ name }) => name))).toEqual(sheets);
      expect(withWorkbook(form, ({ names }) => [...names.keys()])).toEqual(
        expect.arrayContaining(['plan', 'owner', 'period', 'version', 'reported', 'document_number', 'signer_name']),
      );
      const xml = partsOf(form);
      expect(xml).toContain(heading);
      for (const feature of [
        'type="list"',
        'type="decimal"',
        'type="date"',
        'sheetProtection sheet="1"',
        'locked="0"',
        'state="frozen"',
        'orientation="landscape"',
        'paperSize="9"',
        '_xlnm.Print_Titles',
        'wrapText="1"',
      ])
        expect(xml).toContain(feature);
    }
  });

  test('tells clerks nothing that is for text files, and every rule that may speak to them', async () => {
    for (const words of ['', '--lang en']) {
      const guide = partsOf(await emptyForm(words));
      expect(/YYYY|in-progress|ngoặc kép|in quotes|undefined/.exec(guide)?.[0]).toBeUndefined();
      for (const code of ['DD106', 'DD109', 'DD113', 'DD201', 'DD226', 'DD403'])
        expect([code, guide.includes(code)]).toEqual([code, true]);
      expect(guide.includes('DD104')).toBe(false);
    }
  });

  test.runIf(hasLibreOffice)('keeps its lists, hints, dates and names through LibreOffice', async () => {
    const form = await emptyForm();
    const at = cellsOf(form);
    const saved = savedByLibreOffice(filledForm(form, { [at('reported')]: { day: '2024-12-20' } }));
    const xml = partsOf(saved);
    for (const feature of ['type="list"', 'type="decimal"', 'type="date"', 'Chọn một trạng thái'])
      expect(xml).toContain(feature);
    expect(withWorkbook(saved, ({ names }) => names.get('reported'))).toMatchObject({ sheet: 'Báo cáo' });
    expect(cellsOf(saved)('II.6.d', 'Trạng thái')).toBe(at('II.6.d', 'Trạng thái'));
  });

  test('carries the last period over, and says so', async () => {
    const folder = folderWith({
      'reports/cuc-thue.yaml': TWIN.replace('completed: 2024-02-31', 'completed: 2024-02-28'),
    });
    await dondoc(
      folder,
      `template thue-tinh-ha-tinh ${PLAN} --period 2025 --format xlsx --from reports -o out`,
      '2025-12-01',
    );
    const form = readFileSync(join(folder, 'out/thue-tinh-ha-tinh.xlsx'));
    await dondoc(folder, ['convert', 'out/thue-tinh-ha-tinh.xlsx', '--to', 'json', '--plan', '415/KH-UBND']);
    expect(partsOf(form)).toContain('Kỳ 2024: Đang thực hiện');
    const at = cellsOf(form);
    expect(at('II.6.d', 'Kỳ trước đã báo cáo')).toMatch(/^N\d+$/);
  });
});

describe('annotate', () => {
  const faulty = async (): Promise<{ form: Uint8Array; at: ReturnType<typeof cellsOf> }> => {
    const form = await emptyForm();
    const at = cellsOf(form);
    return { form: filledForm(form, answers(at)), at };
  };
  const annotated = async (content: Uint8Array): Promise<Uint8Array> => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'a.xlsx'), content);
    const { code, stdout } = await dondoc(folder, `annotate a.xlsx ${PLAN} --as-of 2025-01-15 -o back`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('back/a.xlsx')]);
    expect(Buffer.from(readFileSync(join(folder, 'a.xlsx'))).equals(Buffer.from(content))).toBe(true);
    return readFileSync(join(folder, 'back/a.xlsx'));
  };

  test('leaves a note at each faulty cell and a sheet that lists them; the rest stays byte for byte', async () => {
    const { form, at } = await faulty();
    const back = openArchive(await annotated(form));
    const [before, after] = [openArchive(form), back];
    const text = (name: string): string => Buffer.from(after.part(name) ?? []).toString('utf8');
    const touched = before.names.filter(
      (name) => !Buffer.from(before.packed(name)?.packed ?? []).equals(Buffer.from(after.packed(name)?.packed ?? [])),
    );
    expect(touched.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const noted = [...text('xl/comments1.xml').matchAll(/<comment ref="([A-Z]+\d+)"/g)].map(([, ref]) => ref);
    expect(noted).toEqual(expect.arrayContaining([at('II.8.1', 'Trạng thái'), at('II.6.d', 'Ngày hoàn thành')]));
    expect(new Set(noted).size).toBe(noted.length);
    // The sheet itself has one element more, and nothing less.
    expect(text('xl/worksheets/sheet1.xml').replace(/<legacyDrawing [^>]*\/>/, '')).toBe(
      Buffer.from(before.part('xl/worksheets/sheet1.xml') ?? []).toString('utf8'),
    );
    const listed = withWorkbook(await annotated(form), ({ sheets }) => sheets.map(({ name }) => name));
    expect(listed).toEqual(['Báo cáo', 'Đề xuất sửa đổi', 'Hướng dẫn', 'Kết quả kiểm tra']);
  });

  test('what is annotated reads as before, also when annotated again', async () => {
    const { form } = await faulty();
    const once = await annotated(form);
    const twice = await annotated(once);
    const told = async (bytes: Uint8Array) =>
      (await findingsIn('a.xlsx', bytes)).map(({ code, cell }) => `${code} ${cell ?? ''}`);
    expect(await told(once)).toEqual(await told(form));
    expect(await told(twice)).toEqual(await told(form));
  });

  test('takes a workbook whose attributes stand in single quotes, and never gives two sheets one name or number', async () => {
    const { form } = await faulty();
    const archive = openArchive(await annotated(form));
    const single = archiveOf(
      archive.names.flatMap((name) => {
        const packed = archive.packed(name);
        if (name !== 'xl/workbook.xml') return packed ? [packed] : [];
        const xml = Buffer.from(archive.part(name) ?? []).toString('utf8');
        return [packedFrom(name, xml.replace(/="([^"']*)"/g, "='$1'"))];
      }),
    );
    const back = openArchive(await annotated(single));
    const xml = Buffer.from(back.part('xl/workbook.xml') ?? []).toString('utf8');
    const ids = [...xml.matchAll(/sheetId=["'](\d+)["']/g)].map(([, id]) => id);
    const names = [...xml.matchAll(/<sheet\b[^>]*\bname=["']([^"']+)["']/g)].map(([, name]) => name);
    expect(ids).toEqual(['1', '2', '3', '4', '5']);
    expect(names.slice(-2)).toEqual(['Kết quả kiểm tra', 'Kết quả kiểm tra (2)']);
  });

  test('never writes over what it was given', async () => {
    const { form } = await faulty();
    const folder = folderWith({});
    writeFileSync(join(folder, 'a.xlsx'), form);
    const { code, stderr } = await dondoc(folder, `annotate a.xlsx ${PLAN} -o .`);
    expect([code, stderr]).toEqual([2, expect.stringContaining('a.xlsx')]);
  });
});

describe('which form it is', () => {
  const filled = async (head: Record<string, Typed>): Promise<Uint8Array> => {
    const form = await emptyForm();
    const at = cellsOf(form);
    const cells: Record<string, Typed> = { [at('reported')]: '20/12/2024' };
    for (const [i, task] of TASKS.entries()) {
      cells[at(task, 'Trạng thái')] = 'Đang thực hiện';
      cells[at(task, 'Kết quả')] = `Đã làm việc với ${i + 2} cơ sở.`;
    }
    for (const [name, typed] of Object.entries(head)) cells[at(name)] = typed;
    return filledForm(form, cells);
  };
  const told = async (head: Record<string, Typed>) =>
    (await findingsIn('a.xlsx', await filled(head))).map(
      ({ code, severity, title }) => `${code} ${severity} ${title ?? ''}`,
    );

  test.each<[string, Record<string, Typed>, string[]]>([
    ['its own', {}, []],
    ['of another plan', { plan: '99/KH-UBND' }, ['DD212 error Kế hoạch số', 'DD203 error ']],
    ['of a period that is not the plan’s', { period: '2019' }, ['DD213 error Kỳ báo cáo']],
  ])('%s', async (_, head, codes) => expect(await told(head)).toEqual(codes));

  test('last year’s, filled in for this year', async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'a.xlsx'), await filled({ reported: '20/12/2025' }));
    const { stdout } = await dondoc(folder, `check a.xlsx ${PLAN} --as-of 2026-01-15`);
    expect(stdout).toContain('DD226');
    expect(stdout.replace(/\s+/g, ' ')).toContain('có thể là báo cáo kỳ 2025 ghi trên biểu cũ');
  });

  test('of another body: said once, not task by task', async () => {
    const folder = folderWith({});
    await dondoc(folder, `template so-xay-dung ${PLAN} --period 2024 --format xlsx -o out`);
    const form = readFileSync(join(folder, 'out/so-xay-dung.xlsx'));
    const at = cellsOf(form);
    writeFileSync(
      join(folder, 'a.xlsx'),
      filledForm(form, { [at('reported')]: '20/12/2024', [at('owner')]: 'Sở Y tế' }),
    );
    const { stdout } = await dondoc(folder, `check a.xlsx ${PLAN} --as-of 2025-01-15 --format json`);
    const codes = outputOf('findings', stdout).findings.map(({ code }) => code);
    expect(codes.filter((code) => code === 'DD226')).toHaveLength(1);
    expect(codes).not.toContain('DD208');
    expect(codes).not.toContain('DD202');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dondoc, filesIn, folderWith } from './helpers.ts';

const PLAN = '--plan 415/KH-UBND';
const REPORT = `# Báo cáo giả định
plan: 415/KH-UBND
version: 1.0.0
owner: cuc-thue
period: "2024"
reported: 2024-12-20
entries:
  # dòng thứ nhất
  - task: II.1.c
    status: in-progress
    result: Đã tổ chức ba hội nghị phổ biến chính sách thuế.
`;
/** “Đã tổ chức ba hội nghị phổ biến chính sách thuế.” as it was typed in TCVN3 and in VNI. */
const TCVN3 = '§· tæ chøc ba héi nghÞ phæ biÕn chÝnh s¸ch thuÕ.';
const VNI = 'Ñaõ toå chöùc ba hoäi nghò phoå bieán chính saùch thueá.';
const RESULT = 'Đã tổ chức ba hội nghị phổ biến chính sách thuế.';

const inTheFolder = async (files: Record<string, string | Uint8Array>, words: string) => {
  const folder = folderWith({});
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, ...(await dondoc(folder, words)) };
};

describe('convert', () => {
  test('goes round through Excel and JSON without losing a field', async () => {
    const { folder } = await inTheFolder({ 'a.yaml': REPORT }, `convert a.yaml --to xlsx -o one ${PLAN}`);
    await dondoc(folder, `convert one/a.xlsx --to json -o two ${PLAN}`);
    await dondoc(folder, `convert two/a.json --to yaml -o three ${PLAN}`);
    expect(readFileSync(join(folder, 'three/a.yaml'), 'utf8')).toBe(REPORT.replace(/^ *#.*\n/gm, ''));
  });

  test.each([
    ['TCVN3', TCVN3],
    ['VNI', VNI],
  ])('turns %s text in a YAML file into Unicode, in a new file that keeps its comments', async (code, typed) => {
    const {
      folder,
      stdout,
      code: exit,
    } = await inTheFolder({ 'a.yaml': REPORT.replace(RESULT, typed) }, `convert a.yaml ${PLAN}`);
    expect([exit, stdout]).toEqual([0, 'đã tạo: a-unicode.yaml\n']);
    expect(filesIn(folder)).toEqual({ 'a.yaml': REPORT.replace(RESULT, typed), 'a-unicode.yaml': REPORT });
    const { stdout: found } = await dondoc(folder, `check a.yaml ${PLAN} --as-of 2024-12-25`);
    expect(found).toContain('DD117');
    expect(found.replace(/\s+/g, ' ')).toContain(
      `${code === 'VNI' ? 'VNI' : 'TCVN3 (ABC)'}, chuyển sang Unicode đọc là “${RESULT}”`,
    );
  });

  test.each<[string, Uint8Array]>([
    ['UTF-16 LE', Buffer.from(`\ufeff${REPORT}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(REPORT, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${REPORT}`, 'utf16le').swap16()],
  ])('names and converts a file in %s', async (name, bytes) => {
    const { folder, stdout } = await inTheFolder({ 'a.yaml': bytes }, `convert a.yaml ${PLAN}`);
    expect(stdout).toBe('đã tạo: a-unicode.yaml\n');
    expect(readFileSync(join(folder, 'a-unicode.yaml'), 'utf8')).toBe(REPORT);
    const { stdout: found } = await dondoc(folder, `check a.yaml ${PLAN} --as-of 2024-12-25`);
    expect(found).toContain(`tệp dùng bảng mã ${name}`);
  });

  test('a form with text in an old font becomes one in Unicode', async () => {
    const { folder } = await inTheFolder(
      { 'a.yaml': REPORT.replace(RESULT, 'CHỖ NÀY') },
      `convert a.yaml --to xlsx ${PLAN}`,
    );
    const { filledForm, cellsOf } = await import('./person.ts');
    const form = readFileSync(join(folder, 'a.xlsx'));
    writeFileSync(join(folder, 'b.xlsx'), filledForm(form, { [cellsOf(form)('II.1.c', 'Kết quả')]: TCVN3 }));
    const found = await dondoc(folder, `check b.xlsx ${PLAN} --as-of 2024-12-25`);
    expect(found.stdout).toContain('Báo cáo!G13');
    expect(found.stdout).toContain('DD117');
    expect((await dondoc(folder, `convert b.xlsx ${PLAN}`)).stdout).toBe('đã tạo: b-unicode.xlsx\n');
    await dondoc(folder, `convert b-unicode.xlsx --to json ${PLAN}`);
    expect(readFileSync(join(folder, 'b-unicode.json'), 'utf8')).toContain(RESULT);
  });

  test('converts nothing by half: a wrong value stops it, and is shown', async () => {
    const { folder, code, stdout } = await inTheFolder(
      { 'a.yaml': REPORT.replace('in-progress', 'dang lam'), 'b.yaml': REPORT },
      `convert a.yaml b.yaml --to json ${PLAN}`,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('a.yaml:10:13');
    expect(Object.keys(filesIn(folder))).toEqual(['a.yaml', 'b.json', 'b.yaml']);
  });

  test('leaves files alone that are there already, and what needs no converting', async () => {
    const { folder, code, stdout } = await inTheFolder(
      { 'a.yaml': REPORT, 'a.json': 'mine' },
      `convert a.yaml --to json ${PLAN}`,
    );
    expect([code, stdout]).toEqual([1, 'đã có, giữ nguyên: a.json\n']);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('mine');
    const same = await dondoc(folder, `convert a.yaml ${PLAN}`);
    expect(same.code).toBe(0);
    expect(same.stdout).toContain('không có gì để chuyển');
  });
});

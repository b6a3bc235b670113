import { expect, test } from 'vitest';
import { VIEWS_BY } from '../src/choices.ts';
import { EXAMPLE, changed, dondoc, folderWith } from './helpers.ts';

const printed = async (words: string, files = EXAMPLE): Promise<string> => {
  const { code, stdout } = await dondoc(folderWith(files), `summary reports ${words}`);
  expect(code).toBe(0);
  return stdout;
};

test('the table as CSV: a byte order mark, CRLF, quotes where needed, the total last', async () => {
  const text = await printed('--format csv --by owner');
  expect(text.startsWith('\ufeff"Cơ quan')).toBe(true);
  const lines = text.slice(1).split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(lines[0]).toMatch(/^"Cơ quan, đơn vị",Nhiệm vụ,Lượt,Hoàn thành: đúng hạn,/);
  expect(lines.slice(1, -1).map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
    'Sở Công Thương,2,2',
    'Sở Tài chính,1,1',
    'Cộng: cơ quan khác,3,3',
    'UBND huyện Hạ,1,1',
    'UBND huyện Thượng,1,1',
    'Cộng: UBND các huyện,1,2',
    'Tổng số,4,5',
  ]);
});

test('a name that a spreadsheet would compute is marked as text', async () => {
  const files = changed(
    EXAMPLE,
    'plan/12-KH-UBND/owners.yaml',
    'name: Sở Tài chính,',
    'name: \'=HYPERLINK("x")\', aliases: [Sở Tài chính],',
  );
  const text = await printed('--format csv --by owner --plan plan/12-KH-UBND', files);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});

test('the table as Markdown says what it rests on', async () => {
  const lines = (await printed('--format markdown --by support --lang en')).split('\n');
  const heads = lines.findIndex((line) => /^\| Supporting body \| Tasks \| Rows \|/.test(line));
  expect(lines[heads + 1]).toMatch(/^\| --- \|( --: \|)+$/);
  expect(lines.find((line) => line.startsWith('| Sở Tài chính'))).toMatch(/^\| Sở Tài chính \| 1 \| 1 \|/);
  expect(lines.find((line) => line.startsWith('| Total'))).toMatch(/^\| Total \| 4 \| 5 \|/);
  expect(lines.at(-2)).toMatch(/^Plan 12\/KH-UBND, version 1\.1\.0 .* 4 files read, 0 unreadable; dondoc/);
});

test('by supporting body a task counts under each, and the table says so', async () => {
  const text = await printed('--by support');
  expect(text).toMatch(/^\(không có cơ quan phối +3 +4 /m);
  expect(text.replace(/\s+/g, ' ')).toContain('được đếm ở từng cơ quan');
});

test.each(['vi', 'en'])('no two columns of a table are called the same: %s', async (lang) => {
  for (const by of VIEWS_BY) {
    const [, heads = ''] =
      /^\| (.* \|)\n\| ---/m.exec(await printed(`--format markdown --by ${by} --lang ${lang}`)) ?? [];
    const named = heads.split(' | ');
    expect(named.length).toBeGreaterThan(5);
    expect(new Set(named).size).toBe(named.length);
  }
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFile } from '../src/write/write.ts';
import { EXAMPLE, type Files, ROOT, changed, dondoc, filesIn, folderWith, outputOf, planIn, put } from './helpers.ts';

const OWNERS = ['so-cong-thuong', 'cuc-thue', 'huyen-duc-tho'];
/** The plan on the due day of 2024: as signed. */
const plan = planIn(join(ROOT, 'plan/415-KH-UBND')).on('2024-12-31');
const made = async (words: string, files: Files = {}): Promise<{ folder: string; files: Files }> => {
  const folder = folderWith(files);
  const { code, stderr } = await dondoc(folder, `template ${words}`);
  expect([code, stderr]).toEqual([0, '']);
  return { folder, files: filesIn(folder) };
};

/** What a clerk would do: date the report, and say something of every task. */
function filledIn(text: string, reported: string): string {
  let n = 0;
  return text
    .replace(/^reported:$/m, `reported: ${reported}`)
    .replace(/^( {4})status:$/gm, '$1status: in-progress')
    .replace(/^( {4})result:$/gm, (_, indent: string) => `${indent}result: Đã tổ chức ${++n} đợt làm việc với cơ sở.`)
    .replace(/^( {4})obstacles:$/gm, '$1obstacles: Kinh phí bố trí chưa đủ.');
}

const findingsIn = async (folder: string, words: string) =>
  outputOf('findings', (await dondoc(folder, `check --format json ${words}`)).stdout).findings;

describe('a template of plan 415/KH-UBND', () => {
  test.each(OWNERS)('for %s asks for every task that it leads, and parses', async (id) => {
    const { files } = await made(`${id} --plan 415/KH-UBND --period 2024`);
    expect(Object.keys(files)).toEqual([`reports/2024/${id}.yaml`]);
    const text = Object.values(files).join('');
    const data = parse(text) as {
      owner: string;
      period: string;
      version: string;
      entries: { task: string; status: unknown }[];
    };
    expect(data).toMatchObject({
      plan: '415/KH-UBND',
      version: plan.version,
      owner: id,
      period: '2024',
      reported: null,
    });
    const led = plan.tasks.filter(
      ({ kind, answeredBy, leads }) =>
        answeredBy === 'entry' && kind !== 'on-event' && leads.some((owner) => owner.id === id),
    );
    expect(data.entries.map(({ task }) => task)).toEqual(led.map((task) => task.id));
    expect(data.entries.every(({ status }) => status === null)).toBe(true);
    const comments = text
      .split('\n')
      .flatMap((line) => /^ *# (.*)$/.exec(line)?.[1] ?? [])
      .join(' ');
    for (const task of led) expect(comments).toContain(task.text);
    expect(text.split('\n').filter((line) => Array.from(line).length > 100)).toEqual([]);
  });

  test('left as it is, lacks what a clerk has to write, and nothing else is wrong with it', async () => {
    const { folder } = await made(`${OWNERS.join(' ')} --plan 415/KH-UBND --period 2024`);
    for (const id of OWNERS) {
      const findings = await findingsIn(folder, `reports/2024/${id}.yaml --as-of 2024-11-15`);
      const entries = (parse(filesIn(folder)[`reports/2024/${id}.yaml`] ?? '') as { entries: unknown[] }).entries
        .length;
      expect(new Set(findings.map(({ name }) => name))).toEqual(new Set(['missing-field']));
      expect(findings.map(({ message }) => message)).toEqual([
        'trường “reported” còn để trống',
        ...Array.from({ length: entries }, () => 'trường “status” còn để trống'),
      ]);
    }
  });

  test('filled in, checks clean', async () => {
    const { folder, files } = await made(`${OWNERS.join(' ')} --plan 415/KH-UBND --period 2024`);
    put(folder, Object.fromEntries(Object.entries(files).map(([name, text]) => [name, filledIn(text, '2024-12-20')])));
    for (const name of Object.keys(files)) {
      const findings = await findingsIn(folder, `${name} --as-of 2024-12-20`);
      expect(
        findings.filter(({ severity }) => severity !== 'info').map(({ line, message }) => `${name}:${line} ${message}`),
      ).toEqual([]);
      expect((await dondoc(folder, `check ${name} --as-of 2024-12-20`)).code).toBe(0);
    }
  });

  test('without owners, one for every body that reports', async () => {
    const { files } = await made('--plan 415/KH-UBND --period 2024 -o đây');
    expect(Object.keys(files).sort()).toEqual(plan.reporters.map(({ id }) => `đây/${id}.yaml`).sort());
    expect(plan.reporters).toHaveLength(38);
  });
});

describe('what is there already', () => {
  test('is never overwritten, and both are said', async () => {
    const folder = folderWith({ ...EXAMPLE, 'reports/2024/so-tai-chinh.yaml': 'half a report' });
    const { code, stdout } = await dondoc(folder, 'template so-tai-chinh huyen-ha --period 2024');
    expect([code, stdout]).toEqual([
      0,
      'đã có, giữ nguyên: reports/2024/so-tai-chinh.yaml\nđã tạo: reports/2024/huyen-ha.yaml\n',
    ]);
    const { 'reports/2024/huyen-ha.yaml': fresh, ...rest } = filesIn(folder);
    expect(rest).toEqual({ ...EXAMPLE, 'reports/2024/so-tai-chinh.yaml': 'half a report' });
    expect(fresh).toMatch(/^owner: huyen-ha$/m);
  });

  test('is carried over: what is done in whole, of the rest the state, last time’s words as comments', async () => {
    const { files } = await made('--period 2025', EXAMPLE);
    const entriesOf = (id: string) =>
      (parse(files[`reports/2025/${id}.yaml`] ?? '') as { entries: Record<string, unknown>[] }).entries;
    expect(entriesOf('so-cong-thuong')).toMatchObject([
      {
        task: 'II.1.a.1',
        status: 'completed',
        submitted: '2024-06-20',
        completed: '2024-06-28',
        result: 'Đề án đã được ban hành.',
        evidence: [{ number: '41/2024/QĐ-UBND', date: '2024-06-28', title: 'Quyết định ban hành Đề án', product: 1 }],
      },
      { task: 'II.1.a.2', status: null, result: null },
    ]);
    expect(entriesOf('so-tai-chinh')).toMatchObject([
      { task: 'II.1.b', status: 'in-progress', progress: 60, result: null },
    ]);
    expect(files['reports/2025/so-tai-chinh.yaml']).toContain('# Kỳ 2024, result: Đang lấy ý kiến dự thảo.');
  });

  test('is not taken for another body’s or a later period’s', async () => {
    const { files } = await made('so-tai-chinh --period 2024 -o mới', EXAMPLE);
    expect(files['mới/so-tai-chinh.yaml']).toMatch(/^ {4}status:$/m);
  });
});

test('what cannot be written is not taken for what is there already', async () => {
  const folder = folderWith({ 'taken/so-tai-chinh.yaml': 'kept', file: 'not a folder' });
  const bytes = new TextEncoder().encode('new');
  expect(createFile(join(folder, 'taken/so-tai-chinh.yaml'), bytes)).toBe(false);
  expect(() => createFile(join(folder, 'taken', 'x'.repeat(300)), bytes)).toThrow(/ENAMETOOLONG/);
  const { code, stdout, stderr } = await dondoc(
    folder,
    'template so-tai-chinh --plan 415/KH-UBND --period 2025 -o file/here',
  );
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/file/);
  expect(filesIn(folder)).toEqual({ 'taken/so-tai-chinh.yaml': 'kept', file: 'not a folder' });
});

test('words of a report cannot break out of the template that carries them over', async () => {
  const evil = 'a: b # c\n- "d" \\ \u001b[31m{ } [ ] & * ! | > \'%@` # kết thúc\r\u2028\u0085entries: []';
  const said = JSON.stringify(evil);
  const before = changed(EXAMPLE, 'reports/so-cong-thuong.yaml', 'Đề án đã được ban hành.', said);
  const both = changed(before, 'reports/so-cong-thuong.yaml', 'title: Quyết định ban hành Đề án', `title: ${said}`);
  const { files, folder } = await made(
    '--period 2025',
    changed(both, 'reports/so-tai-chinh.yaml', 'Đang lấy ý kiến dự thảo.', said),
  );
  const entriesOf = (id: string) =>
    (parse(files[`reports/2025/${id}.yaml`] ?? '') as { entries: Record<string, unknown>[] }).entries;
  expect(entriesOf('so-cong-thuong')[0]).toMatchObject({ result: evil, evidence: [{ title: evil }] });
  expect(entriesOf('so-cong-thuong')).toHaveLength(2);
  expect(entriesOf('so-tai-chinh')).toMatchObject([{ task: 'II.1.b', status: 'in-progress', result: null }]);
  const messages = (await findingsIn(folder, 'reports/2025 --period 2025')).map(
    ({ code, message }) => `${code} ${message}`,
  );
  const missing = (field: string): number =>
    messages.filter((each) => each === `DD106 trường “${field}” còn để trống`).length;
  expect([missing('reported'), missing('status')]).toEqual([4, 3]);
  expect(messages.filter((each) => each.startsWith('DD1'))).toHaveLength(7);
});

test('ids that look like numbers survive: a filled template of the English plan is read as it was meant', async () => {
  const quarterly = join(ROOT, 'test/plans/quarterly');
  const { folder, files } = await made(`--plan ${quarterly} --period 2024-Q3 --from ${join(quarterly, 'reports')}`);
  put(folder, Object.fromEntries(Object.entries(files).map(([name, text]) => [name, filledIn(text, '2024-10-10')])));
  const findings = await findingsIn(folder, 'reports --as-of 2024-10-12 --plan ' + quarterly);
  expect(
    findings
      .filter(({ code }) => code.startsWith('DD1'))
      .map(({ file, line, message }) => `${file}:${line} ${message}`),
  ).toEqual([]);
  expect(
    Object.values(files)
      .flatMap((text) => (parse(text) as { entries: { task: string }[] }).entries.map(({ task }) => task))
      .sort(),
  ).toEqual(['1.1', '1.2', '1.3', '1.3', '1.3', '1.5', '2.1', '2.2', '2.2']);
});

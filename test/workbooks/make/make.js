// Makes the files beside this folder: see README.md.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [packages = '.'] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, '..');
const root = join(here, '../../..');
const require = createRequire(join(packages, 'node_modules/none.js'));
const sheets = JSON.parse(readFileSync(join(here, 'sheets.json'), 'utf8'));

const day = (cell) => new Date(`${cell.day}T00:00:00Z`);
const isDay = (cell) => typeof cell === 'object' && cell !== null && 'day' in cell;
const isShare = (cell) => typeof cell === 'object' && cell !== null && 'share' in cell;
const plain = (cell) => (isDay(cell) ? day(cell) : isShare(cell) ? cell.share : cell);

async function exceljs() {
  const ExcelJS = require('exceljs');
  const fill = (sheet, given) => {
    for (const [i, cells] of given.rows.entries()) {
      const row = sheet.getRow(i + 1);
      for (const [j, cell] of cells.entries()) {
        if (cell === null) continue;
        row.getCell(j + 1).value = plain(cell);
        if (isDay(cell)) row.getCell(j + 1).numFmt = 'dd/mm/yyyy';
        if (isShare(cell)) row.getCell(j + 1).numFmt = '0.0%';
      }
      row.commit?.();
    }
    for (const range of given.merges ?? []) sheet.mergeCells(range);
  };
  const whole = new ExcelJS.Workbook();
  for (const given of sheets) fill(whole.addWorksheet(given.name), given);
  await whole.xlsx.writeFile(join(out, 'exceljs.xlsx'));

  const stream = createWriteStream(join(out, 'exceljs-streamed.xlsx'));
  const streamed = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const given of sheets) {
    const sheet = streamed.addWorksheet(given.name);
    fill(sheet, { ...given, merges: [] });
    sheet.commit();
  }
  await streamed.commit();
}

function sheetjs() {
  const XLSX = require('xlsx');
  const book = XLSX.utils.book_new();
  for (const given of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(
      given.rows.map((row) => row.map((cell) => (isDay(cell) ? null : plain(cell)))),
    );
    for (const [r, row] of given.rows.entries())
      for (const [c, cell] of row.entries()) {
        const name = XLSX.utils.encode_cell({ r, c });
        // Serial numbers, since dates would be taken in the time zone of the machine.
        if (isDay(cell)) sheet[name] = { t: 'n', v: day(cell) / 86_400_000 + 25_569, z: 'dd/mm/yyyy' };
        if (isShare(cell)) sheet[name].z = '0.0%';
      }
    if (given.merges) sheet['!merges'] = given.merges.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, sheet, given.name);
  }
  const write = (name, options) => XLSX.writeFile(book, join(out, name), { compression: true, ...options });
  write('sheetjs.xlsx', {});
  write('sheetjs-shared.xlsx', { bookSST: true });
  write('others/xls.xlsx', { bookType: 'biff8' });
  write('others/xlsb.xlsx', { bookType: 'xlsb' });
  write('others/xml-2003.xlsx', { bookType: 'xlml' });
  write('others/html.xlsx', { bookType: 'html' });
  write('others/text.xlsx', { bookType: 'csv' });

  // What a workbook under a password is outside: a compound file with two streams.
  const CFB = require('cfb');
  const locked = CFB.utils.cfb_new();
  CFB.utils.cfb_add(locked, '/EncryptionInfo', Buffer.alloc(64, 1));
  CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(5000, 2));
  writeFileSync(join(out, 'others/encrypted.xlsx'), CFB.write(locked, { type: 'buffer' }));
}

async function hucre() {
  const { writeXlsx } = await import(pathToFileURL(join(packages, 'node_modules/hucre/dist/index.mjs')).href);
  const made = sheets.map(({ name, rows, merges = [] }) => ({
    name,
    rows: rows.map((row) => row.map(plain)),
    merges: merges.map(() => ({ startRow: 0, startCol: 0, endRow: 0, endCol: 20 })),
    cells: new Map(
      rows.flatMap((row, r) =>
        row.flatMap((cell, c) => {
          const numFmt = isDay(cell) ? 'dd/mm/yyyy' : isShare(cell) ? '0.0%' : undefined;
          return numFmt ? [[`${r},${c}`, { value: plain(cell), style: { numFmt } }]] : [];
        }),
      ),
    ),
  }));
  writeFileSync(join(out, 'hucre.xlsx'), await writeXlsx({ sheets: made }));
}

async function writeExcelFile() {
  const { default: write } = await import(
    pathToFileURL(join(packages, 'node_modules/write-excel-file/node/index.js')).href
  );
  const data = sheets.map(({ rows }) =>
    rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null;
        const value = plain(cell);
        if (isDay(cell)) return { value, type: Date, format: 'dd/mm/yyyy' };
        if (isShare(cell)) return { value, type: Number, format: '0.0%' };
        return { value, type: typeof value === 'number' ? Number : String };
      }),
    ),
  );
  const made = await write(sheets.map(({ name }, i) => ({ sheet: name, data: data[i] })));
  await made.toFile(join(out, 'write-excel-file.xlsx'));
}

function soffice(from, to, name) {
  const folder = mkdtempSync(join(tmpdir(), 'made-'));
  execFileSync('soffice', ['--headless', '--convert-to', to, '--outdir', folder, from], { stdio: 'ignore' });
  const made = from.replace(/^.*\//, '').replace(/\.[^.]*$/, `.${to.replace(/:.*$/, '')}`);
  copyFileSync(join(folder, made), join(out, name));
}

function libreoffice() {
  const folder = mkdtempSync(join(tmpdir(), 'made-'));
  execFileSync('node', [join(root, 'bin/dondoc.cjs'), 'convert', 'report.yaml', '--to', 'xlsx', '-o', folder], {
    cwd: out,
  });
  renameSync(join(folder, 'report.xlsx'), join(folder, 'form.xlsx'));
  soffice(join(folder, 'form.xlsx'), 'xlsx', 'libreoffice-form.xlsx');
  copyFileSync(join(out, 'others/xls.xlsx'), join(folder, 'report.xls'));
  soffice(join(folder, 'report.xls'), 'xlsx', 'libreoffice-from-xls.xlsx');
  soffice(join(folder, 'report.xls'), 'ods', 'others/ods.xlsx');
  writeFileSync(join(folder, 'letter.txt'), 'Công văn giả định, không có bảng nào.\n');
  for (const to of ['docx', 'odt', 'pdf', 'rtf', 'doc'])
    soffice(join(folder, 'letter.txt'), to === 'docx' ? 'docx:MS Word 2007 XML' : to, `others/${to}.xlsx`);
}

mkdirSync(join(out, 'others'), { recursive: true });
await exceljs();
sheetjs();
execFileSync('python3', [join(here, 'make.py'), out], { stdio: 'inherit' });
await hucre();
await writeExcelFile();
libreoffice();

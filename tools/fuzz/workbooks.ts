import { Buffer } from 'node:buffer';
import { type Packed, archiveOf, openArchive, packedFrom } from '../../src/office/zip.ts';
import { ExampleWorkbook, FORM_HEAD } from '../../src/rules/example-workbook.ts';
import { type Chance } from './random.ts';
import { word } from './words.ts';

/** What means something to a reader of workbooks. */
const XML = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '<c>',
    '</c>',
    '<row r="1048577">',
    '<c r="XFE1"/>',
    '<c r="A0"/>',
    '<v>1e999</v>',
    '<is><t>x</t></is>',
  ],
  ...[
    '<!--',
    '<![CDATA[',
    ']]>',
    '<?x ',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x110000;',
    '&#xd800;',
    '\u0000',
    '\ufffe',
  ],
  ...[
    't="s"',
    't="e"',
    't="b"',
    't="d"',
    't="str"',
    's="1"',
    's="99999"',
    'r="A1"',
    'hidden="1"',
    '<f>A1</f>',
    '<mergeCell ref="A1:XFD1048576"/>',
  ],
  ...[
    'xmlns:x="y"',
    '<x:c/>',
    '-1',
    '9'.repeat(400),
    'Target="../../../../etc/passwd"',
    'TargetMode="External"',
    'officeDocument',
    'date1904="1"',
  ],
] as const;

function rows(chance: Chance): ExampleWorkbook['rows'] {
  const titles = ['Mã nhiệm vụ', 'Trạng thái', 'Tiến độ %', 'Kết quả', 'Ngày bắt đầu', 'Ngày trình', 'Ngày hoàn thành'];
  const more = [
    'Văn bản minh chứng',
    'Ngày văn bản',
    'Sản phẩm số',
    'Mã chỉ tiêu',
    'Giá trị chỉ tiêu',
    'Khó khăn',
    'Đề xuất',
  ];
  const cell = (): ExampleWorkbook['rows'][number][number] =>
    chance.of([
      word(chance),
      word(chance),
      chance.below(60_000),
      chance.below(100) / 100,
      undefined,
      { error: '#REF!' },
      { formula: 'A1' },
    ]);
  const sound = ['II.1.b', 'Đang thực hiện', 80, 'Đã lấy ý kiến'];
  const entry = (): ExampleWorkbook['rows'][number] =>
    [...titles, ...more].map((_, i) => (chance.once(3) ? cell() : sound[i]));
  const head = FORM_HEAD.slice(0, 5).map((pair) => (chance.once(12) ? [cell(), cell()] : pair));
  return [
    ...head,
    [...titles, ...more].map((title) => (chance.once(20) ? cell() : title)),
    ...Array.from({ length: chance.below(8) }, entry),
  ];
}

const repacked = (bytes: Uint8Array, change: (parts: Packed[]) => Packed[]): Uint8Array => {
  const archive = openArchive(bytes);
  return archiveOf(change(archive.names.flatMap((name) => archive.packed(name) ?? [])));
};

function xmlChanged(bytes: Uint8Array, chance: Chance): Uint8Array {
  const archive = openArchive(bytes);
  const name = chance.of(archive.names);
  const xml = Buffer.from(archive.part(name) ?? []).toString('utf8');
  const from = chance.below(xml.length + 1);
  const put = chance.once(3) ? xml.slice(chance.below(xml.length + 1)).slice(0, 300) : chance.of<string>(XML);
  const made =
    xml.slice(0, from) +
    put.repeat(chance.once(9) ? 1 + chance.below(2000) : 1) +
    xml.slice(from + chance.of([0, 0, 1, 30]));
  return repacked(bytes, (parts) => parts.map((part) => (part.name === name ? packedFrom(name, made) : part)));
}

function zipChanged(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = Buffer.from(bytes);
  const directory = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  switch (chance.below(8)) {
    case 0:
      return copy.subarray(0, chance.below(copy.length));
    case 1:
      return Buffer.concat([copy, Buffer.from(word(chance))]);
    case 2:
      return repacked(bytes, (parts) => parts.filter(() => !chance.once(4)));
    case 3:
      return repacked(bytes, (parts) => [
        ...parts,
        { ...chance.of(parts), ...(chance.once(2) ? { name: word(chance) } : {}) },
      ]);
    case 4:
      return repacked(bytes, (parts) =>
        parts.map((part) => (chance.once(6) ? { ...part, size: chance.of([0, 1, part.size * 2, 0xffffffff]) } : part)),
      );
    case 5:
      return repacked(bytes, (parts) =>
        parts.map((part) => (chance.once(6) ? { ...part, method: chance.of([0, 8, 9, 12, 99]) } : part)),
      );
    case 6:
      // Somewhere in the directory or the record at the end.
      copy[Math.max(0, directory - chance.below(400)) + chance.below(22)] = chance.below(256);
      return copy;
    default:
      for (let i = 1 + chance.below(6); i > 0; i--) copy[chance.below(copy.length)] = chance.below(256);
      return copy;
  }
}

/** The bytes of a workbook with odd cells, and, mostly, damage to its XML or its archive. */
export function workbook(chance: Chance): Uint8Array {
  let bytes = new ExampleWorkbook(rows(chance), {
    ...(chance.once(3) ? { merges: [chance.of(['A7:A9', 'B7:D7', 'A1:N20', 'A7:A1048576'])] } : {}),
  }).bytes;
  for (let i = chance.below(3); i > 0; i--) bytes = xmlChanged(bytes, chance);
  return chance.once(3) ? zipChanged(bytes, chance) : bytes;
}

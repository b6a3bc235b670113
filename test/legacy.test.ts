import { Buffer } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LegacyCode, legacyBytes, legacyText } from '../src/legacy.ts';
import { ROOT, planIn } from './helpers.ts';

const FOLDER = join(ROOT, 'plan/415-KH-UBND');
const plan = planIn(FOLDER);
const texts = [...plan.tasks.map(({ text }) => text), ...plan.owners.map(({ name }) => name)];
const files = readdirSync(join(FOLDER, 'tasks')).map((name) => readFileSync(join(FOLDER, 'tasks', name), 'utf8'));

/** Rows of a letter and its forms with the tones huyền, hỏi, ngã, sắc, nặng; and how TCVN3 writes the same. */
const LETTERS: readonly (readonly [letters: string, tcvn3: string])[] = [
  ['aàảãáạ', 'aµ¶·¸¹'],
  ['ăằẳẵắặ', '¨»¼½¾Æ'],
  ['âầẩẫấậ', '©ÇÈÉÊË'],
  ['eèẻẽéẹ', 'eÌÎÏÐÑ'],
  ['êềểễếệ', 'ªÒÓÔÕÖ'],
  ['iìỉĩíị', 'i×ØÜÝÞ'],
  ['oòỏõóọ', 'oßáâãä'],
  ['ôồổỗốộ', '«åæçèé'],
  ['ơờởỡớợ', '¬êëìíî'],
  ['uùủũúụ', 'uïñòóô'],
  ['ưừửữứự', '\u00adõö÷øù'],
  ['yỳỷỹýỵ', 'yúûüýþ'],
  ['đ', '®'],
  ['ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§'],
];
const TCVN3 = new Map(
  LETTERS.flatMap(([letters, codes]) => Array.from(letters, (letter, i) => [letter, codes.charAt(i)])),
);
const SMALL = LETTERS.slice(0, -1).flatMap(([letters]) => Array.from(letters));

/** The row of VNI for each tone, on a plain letter, with a circumflex, with a breve; the letters with a horn are plain. */
const VNI = { '': ' øûõùï', '\u0302': 'âàåãáä', '\u0306': 'êèúüéë' };
const VNI_ALONE: Readonly<Record<string, string>> = { đ: 'ñ', ì: 'ì', ỉ: 'æ', ĩ: 'ó', í: 'í', ị: 'ò', ỵ: 'î' };

function vni(letter: string): string {
  const small = letter.toLowerCase();
  let typed = VNI_ALONE[small];
  if (typed === undefined) {
    const [base = '', ...marks] = small.normalize('NFD');
    const tone = Math.max(0, ...marks.map((mark) => ' \u0300\u0309\u0303\u0301\u0323'.indexOf(mark)));
    const horned = marks.includes('\u031b') ? { o: 'ô', u: 'ö' }[base] : undefined;
    const row = marks.includes('\u0302') ? '\u0302' : marks.includes('\u0306') ? '\u0306' : '';
    typed = ((horned ?? base) + (VNI[row][tone] ?? '')).trim();
  }
  return small === letter ? typed : typed.toUpperCase();
}

/** NFC text as it was typed in a legacy code, a byte a character; TCVN3 has no capitals with tones. */
const typed = (text: string, code: LegacyCode): string =>
  code === 'TCVN3'
    ? text.replace(/[^ -~]/g, (letter) => TCVN3.get(letter) ?? letter)
    : text.replace(/[À-ỹ]/g, (letter) => vni(letter));

/** The text as far as a code can write it: a first capital with a tone was set in another font, and is small without. */
const writable = (text: string, code: LegacyCode): string =>
  code === 'VNI' ? text : text.replace(/[À-ỹ]/g, (letter) => (TCVN3.has(letter) ? letter : letter.toLowerCase()));

const CODES: readonly LegacyCode[] = ['TCVN3', 'VNI'];

describe('text in a legacy font', () => {
  test.each<[typed: string, code: LegacyCode, meant: string]>([
    ['B¸o c¸o kÕt qu¶', 'TCVN3', 'Báo cáo kết quả'],
    ['§ang thùc hiÖn', 'TCVN3', 'Đang thực hiện'],
    ['Së C«ng Th\u00ad¬ng', 'TCVN3', 'Sở Công Thương'],
    ['Së Y tÕ', 'TCVN3', 'Sở Y tế'],
    ['Së KH&§T', 'TCVN3', 'Sở KH&ĐT'],
    ['415/Q§-UBND', 'TCVN3', '415/QĐ-UBND'],
    ['Ch\u00ada', 'TCVN3', 'Chưa'],
    ['§¹t', 'TCVN3', 'Đạt'],
    ['®· xong', 'TCVN3', 'đã xong'],
    ['kinh tÕ quèc tÕ', 'TCVN3', 'kinh tế quốc tế'],
    ['§iÒu 5®', 'TCVN3', 'Điều 5đ'],
    ['UBND x· H¶i Hµ giao 5 tÊn', 'TCVN3', 'UBND xã Hải Hà giao 5 tấn'],
    ['B¸O C¸O CñA TØNH Hµ TÜNH', 'TCVN3', 'BÁO CÁO CỦA TỈNH Hà TĨNH'],
    ['THÓ THøC TR×NH BµY V¡N B¶N', 'TCVN3', 'THỂ THỨC TRÌNH BÀY VĂN BẢN'],
    ['\u0093C«ng nghiÖp\u0094 \u0096 n¨m 2025', 'TCVN3', '“Công nghiệp” – năm 2025'],
    ['“C«ng nghiÖp” – n¨m 2025', 'TCVN3', '“Công nghiệp” – năm 2025'],
    [
      '§· nghiÖm thu 120 m² nhµ x\u00adëng ë 30 °C, sai sè ±5%',
      'TCVN3',
      'Đã nghiệm thu 120 m² nhà xưởng ở 30 °C, sai số ±5%',
    ],
    ['C«ng ty Formosa Hµ TÜnh', 'TCVN3', 'Công ty Formosa Hà Tĩnh'],
    ['Baùo caùo keát quaû', 'VNI', 'Báo cáo kết quả'],
    ['Ñang thöïc hieän', 'VNI', 'Đang thực hiện'],
    ['Sôû Coâng Thöông', 'VNI', 'Sở Công Thương'],
    ['Sôû Y teá', 'VNI', 'Sở Y tế'],
    ['415/QÑ-UBND', 'VNI', '415/QĐ-UBND'],
    ['Chöa', 'VNI', 'Chưa'],
    ['Coù', 'VNI', 'Có'],
    ['UÛY BAN NHAÂN DAÂN TÆNH', 'VNI', 'ỦY BAN NHÂN DÂN TỈNH'],
    ['Uûy ban nhaân daân tænh', 'VNI', 'Ủy ban nhân dân tỉnh'],
    ['\u0093Coâng nghieäp\u0094 khoâng ñaït', 'VNI', '“Công nghiệp” không đạt'],
    [
      'kyù keát, nghò quyeát, kyõ thuaät, laäp dò, beänh kieát lî',
      'VNI',
      'ký kết, nghị quyết, kỹ thuật, lập dị, bệnh kiết lỵ',
    ],
  ])('%j is %s for %j', (written, code, meant) => {
    expect(legacyText(written)).toEqual({ code, converted: meant });
  });

  test.each(CODES)('every letter of %s is converted', (code) => {
    const capitals = code === 'VNI' ? SMALL.map((letter) => letter.toUpperCase()) : Array.from('ĂÂÊÔƠƯĐ');
    const all = `${texts.slice(0, 9).join(' ')} ${[...SMALL, ...capitals].join(' ')}`;
    expect(legacyText(typed(writable(all, code), code))).toEqual({ code, converted: writable(all, code) });
  });

  test.each(CODES)('every task and every body of the plan, typed in %s, is found and converted', (code) => {
    for (const text of texts) {
      const meant = writable(text, code);
      expect(legacyText(typed(meant, code)), text).toEqual({ code, converted: meant });
    }
    expect(texts.length).toBeGreaterThan(80);
  });

  test.each(CODES)('any words of the plan, typed in %s, are found and converted', (code) => {
    const words = [...new Set(texts.flatMap((text) => writable(text, code).split(' ')))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (some) => {
        const meant = `Đơn vị được giao thực hiện: ${some.join(' ')}`;
        expect(legacyText(typed(meant, code))).toEqual({ code, converted: meant });
      }),
    );
  });

  test('of a text that is partly Unicode, only the lines that are legacy are converted', () => {
    const unicode = 'Đang thực hiện § 5, ½ số lượng\r\n';
    expect(legacyText(`${unicode}B¸o c¸o kÕt qu¶\r\n${unicode}`)).toEqual({
      code: 'TCVN3',
      converted: `${unicode}Báo cáo kết quả\r\n${unicode}`,
    });
    expect(legacyText(`Baùo caùo\n${unicode}B¸o c¸o`)).toEqual({
      code: 'VNI',
      converted: `Báo cáo\n${unicode}Báo cáo`,
    });
  });

  test('a line that has both is left', () => {
    expect(legacyText('Sở Công Thương: §ang thùc hiÖn')).toBeUndefined();
    expect(legacyText('Sở Công Thương: §ang thùc hiÖn\nCh\u00ada ®¹t')).toEqual({
      code: 'TCVN3',
      converted: 'Sở Công Thương: §ang thùc hiÖn\nChưa đạt',
    });
  });

  test('lines that could be read both ways go with the others', () => {
    expect(legacyText('Cã\nKh«ng cã')).toEqual({ code: 'TCVN3', converted: 'Có\nKhông có' });
    expect(legacyText('Cã')).toBeUndefined();
  });
});

describe('ordinary text', () => {
  test.each(
    [
      'Báo cáo | Hoà Bình | Hòa Bình | thuỷ lợi, thủy lợi | qúy, quý | hoá chất | Toà án | Có | BÁO CÁO | tÔi',
      '415/KH-UBND | 86/2018/NQ-HĐND | 12/QĐ-UBND | II.3.đ | 31/12/2025 | https://hatinh.gov.vn/?q=1&b=2',
      '120 m² | 30 °C | ±5% | 5 µm | µm | 40 N·m | N·m | x·y | m×n | 3 × 4 | ½ | 1½ tháng | ¼ quý | ¾ | a÷b | m¹',
      '§ 5 | §§ 5 und 6 | © 2024 | ©An | VTOS® | «An toàn» | «Bonjour» | ¡Hola! | ¿Qué? | báo cáo¹ | ·Hà | • Có',
      'São Paulo | Saõ Paulo | João não põe | Ação, órgão, saúde | España | AÑO | El niño está aquí | El país',
      'Raúl | Böu, Müller & Söhne',
      'Müller | Köln | Zürich | Österreich | für die Prüfung der Anträge | FÜR DIE PRÜFUNG | Björn Ångström',
      'Søren | Þór',
      "naïve café | Où est | Où | Thaï | laïc | Haïti | Noël | Israël | Citroën | Benoît | L'été à la française",
      'tôt',
      'Il est tôt, il a dû partir | Le coût est dû | Seán | Lü | Lü An | Töö on tehtud öösel | meä | Së | tÕ',
      'Ông Müller ở Köln | Cô Lü | Dự án của Citroën | Ðà Nẵng | Ðông | BÌnh | Ver\u00adwaltung',
      'Bá\u00ado cá\u00ado',
      'BÃ¡o cÃ¡o káº¿t quáº£ | thá»±c hiá»‡n | Công ty\u00a0TNHH | Đang thực hiện\nlaïc | 越南 | 🙂 ½',
    ].flatMap((row) => row.split(' | ')),
  )('%j is left alone', (text) => {
    expect(legacyText(text)).toBeUndefined();
    expect(legacyText(text.normalize('NFD'))).toBeUndefined();
  });

  test('every task and every body of the plan, and whole files of it, composed and decomposed', () => {
    for (const text of [...texts, ...files])
      for (const form of [text, text.normalize('NFD'), text.toUpperCase(), text.toLowerCase()])
        expect(legacyText(form), form).toBeUndefined();
  });

  test('any words of the plan, also those whose letters are all in Latin-1', () => {
    const words = [...new Set(texts.flatMap((text) => text.split(' ')))];
    const latin = words.filter((word) => /[À-ÿ]/.test(word) && !/[^\u0000-\u00ff]/.test(word));
    expect(latin.length).toBeGreaterThan(50);
    const some = (of: string[]) => fc.array(fc.constantFrom(...of), { maxLength: 30 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.oneof(some(words), some(latin)), (text) => {
        expect(legacyText(text)).toBeUndefined();
        expect(legacyText(text.toUpperCase())).toBeUndefined();
        expect(legacyText(text.normalize('NFD'))).toBeUndefined();
      }),
    );
  });
});

/** The bytes of what legacy fonts show: Windows-1252, as far as the plan needs it. */
const latin1 = (text: string): Uint8Array =>
  Buffer.from(
    text.replace(
      /[–‘’“”…]/g,
      (mark) => ({ '–': '\x96', '‘': '\x91', '’': '\x92', '“': '\x93', '”': '\x94' })[mark] ?? '\x85',
    ),
    'latin1',
  );
/** The byte of each character. */
const CP1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte]),
);
/** As Windows types it: a letter with its circumflex, breve or horn, then the tone. */
const windows1258 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const whole = CP1258.get(letter);
      if (whole !== undefined) return [whole];
      const [tone = ''] = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD')) ?? [];
      const base = letter.normalize('NFD').replace(tone, '').normalize('NFC');
      return [base, tone].map((part) => CP1258.get(part) ?? 0x3f);
    }),
  );
const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('bytes', () => {
  test('of whole files in Windows-1258', () => {
    for (const text of files) expect(legacyBytes(windows1258(text))).toEqual({ code: 'Windows-1258', text });
  });

  test.each(CODES)('of whole files in %s', (code) => {
    for (const text of files) {
      const meant = writable(text, code);
      expect(legacyBytes(latin1(typed(meant, code)))).toEqual({ code, text: meant });
    }
  });

  test.each([
    ['UTF-16 LE', false],
    ['UTF-16 BE', true],
  ])('of whole files in %s, with and without a byte order mark', (code, isBig) => {
    for (const text of files) {
      expect(legacyBytes(utf16(text, isBig))).toEqual({ code, text });
      expect(legacyBytes(utf16(`\ufeff${text.normalize('NFD')}`, isBig))).toEqual({
        code,
        text: text.normalize('NFC'),
      });
    }
  });

  test.each<[code: 'Windows-1258' | LegacyCode, bytes: Uint8Array]>([
    ['Windows-1258', windows1258('result: Đang thực hiện')],
    ['TCVN3', latin1(typed('result: Đang thực hiện', 'TCVN3'))],
    ['VNI', latin1(typed('result: Đang thực hiện', 'VNI'))],
  ])('of one line in %s', (code, bytes) =>
    expect(legacyBytes(bytes)).toEqual({ code, text: 'result: Đang thực hiện' }),
  );

  // A half of a byte order mark is none.
  test.each(['ÿ', 'þ', 'xþ', 'xÿ'])('that begin with %j are no UTF-16 for that', (start) =>
    expect(legacyBytes(latin1(`${start} ${typed('Đang thực hiện kế hoạch của tỉnh', 'VNI')}`))).toEqual({
      code: 'VNI',
      text: `${start} Đang thực hiện kế hoạch của tỉnh`,
    }),
  );

  test('of a part of a larger buffer', () => {
    const bytes = latin1(`xx${typed('Đang thực hiện', 'VNI')}`);
    expect(legacyBytes(bytes.subarray(2))).toEqual({ code: 'VNI', text: 'Đang thực hiện' });
  });

  test.each<[what: string, bytes: Uint8Array]>([
    ['nothing', Uint8Array.of()],
    ['one byte', Uint8Array.of(0xe1)],
    ['ASCII', latin1('status: completed')],
    ['French', latin1("L'été dernier, la réunion a été différée à la demande du préfet")],
    ['German', latin1('Für die Prüfung der Anträge ist das Amt zuständig')],
    ['Italian', latin1('Non è possibile, ma la città può già fare di più')],
    ['Portuguese', latin1('A reunião foi em São Paulo, e não houve decisão')],
    [
      'the start of a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48),
    ],
    ['text with zeros in it', latin1(typed('Đang\0thực hiện\0\0', 'VNI'))],
    ['UTF-8 cut within a letter', Buffer.from('Đang thực').subarray(0, 10)],
    ['UTF-16 cut within a letter', utf16('\ufeffĐang thực hiện', false).subarray(0, 19)],
    ['half a pair of UTF-16', utf16('\ufeffabc\ud800', false)],
  ])('of %s have no Vietnamese text', (_, bytes) => expect(legacyBytes(bytes)).toBeUndefined());
});

describe('how much of a text has to read as Vietnamese', () => {
  test.each<[typed: string, converted: string | undefined]>([
    ['hµ lµ', 'hà là'],
    ['hµ', undefined],
    ['hµ hµ', undefined],
    // One foreign word for two that are gained, no more; abbreviations and Vietnamese without marks are not foreign.
    ['hµ lµ data', 'hà là data'],
    ['hµ lµ data file', undefined],
    ['hµ lµ Data File', undefined],
    ['hµ lµ PDF XML', 'hà là PDF XML'],
    ['hµ lµ DATA File', 'hà là DATA File'],
    ['hµ lµ trong nam', 'hà là trong nam'],
    // One word that is no Vietnamese for four that are.
    ['hµ lµ bµ mµ qß', 'hà là bà mà qò'],
    ['hµ lµ bµ qß', undefined],
    // What is no word does not count.
    ['hµ 12q lµ', 'hà 12q là'],
    ['hµ ÷ lµ', 'hà ữ là'],
    // Signs around a word are not of it.
    ['«hµ» lµ bµ', undefined],
  ])('%j: %j', (written, converted) =>
    expect(legacyText(written)).toEqual(converted === undefined ? undefined : { code: 'TCVN3', converted }),
  );

  test('of bytes: five foreign words for each', () => {
    const words = (count: number): string =>
      `hµ lµ ${Array.from('xyzwvutsrqp'.slice(0, count), (letter) => `file${letter}`).join(' ')}`;
    expect(legacyBytes(latin1(words(10)))?.code).toBe('TCVN3');
    expect(legacyBytes(latin1(words(11)))).toBeUndefined();
  });

  test('of bytes: one word that is none for four that are', () => {
    expect(legacyBytes(latin1('hµ lµ bµ mµ qß'))).toEqual({ code: 'TCVN3', text: 'hà là bà mà qò' });
    expect(legacyBytes(latin1('hµ lµ bµ qß'))).toBeUndefined();
  });
});

test('zeros of ASCII on one side in an eighth of the bytes are UTF-16', () => {
  const bytes = (zeros: number): Uint8Array => {
    const all = Buffer.from('đ'.repeat(32), 'utf16le');
    for (let i = 0; i < zeros; i++) all[2 * i + 1] = 0;
    return all;
  };
  expect(legacyBytes(bytes(8))?.code).toBe('UTF-16 LE');
  expect(legacyBytes(bytes(7))).toBeUndefined();
});

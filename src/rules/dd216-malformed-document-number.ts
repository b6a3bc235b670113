import { numbersIn, isNumber } from '../model/number.ts';
import { entriesOf } from './entries.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

export default defineRule<{ number: string; suggestions: readonly string[] }>({
  code: 'DD216',
  name: 'malformed-document-number',
  severity: 'warning',
  title: { vi: 'Số, ký hiệu văn bản không đúng thể thức', en: 'Malformed document number' },
  message: {
    vi: ({ number, suggestions }) =>
      `“${quoted(number)}” không phải là số, ký hiệu văn bản${perhaps(suggestions, 'vi')}`,
    en: ({ number, suggestions }) => `“${quoted(number)}” is not a document number${perhaps(suggestions, 'en')}`,
  },
  why: {
    vi: 'Theo Nghị định số 30/2020/NĐ-CP, giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có dấu gạch nối (12/BC-SCT, 41/2024/QĐ-UBND); văn bản của Đảng theo Hướng dẫn số 36-HD/VPTW (23-NQ/TW). Thiếu số hoặc ký hiệu thì không tra được văn bản.',
    en: 'Decree 30/2020/NĐ-CP sets a slash between serial and symbol and hyphens between the groups of letters (12/BC-SCT, 41/2024/QĐ-UBND); Party documents follow guide 36-HD/VPTW (23-NQ/TW). A document without serial or symbol cannot be found.',
  },
  fix: {
    vi: 'Ghi đúng số, ký hiệu in trên văn bản đã phát hành, ví dụ 12/BC-SCT; tên loại, ngày và trích yếu ghi ở các trường riêng. Văn bản chưa có số thì để trống {number}. Nhiều văn bản thì mỗi văn bản ghi thành một mục riêng.',
    en: 'Give the number as it stands on the issued document, such as 12/BC-SCT; its kind, day and title have fields of their own. If the document has no number yet, leave {number} blank. Several documents are an item each.',
  },
  fixInCells: {
    vi: 'Ghi đúng số, ký hiệu in trên văn bản đã phát hành, ví dụ 12/BC-SCT; ngày và trích yếu ghi ở các cột riêng. Văn bản chưa có số thì để trống {number}. Nhiều văn bản thì mỗi văn bản ghi ở một dòng ngay bên dưới, để trống các cột khác.',
    en: 'Give the number as it stands on the issued document, such as 12/BC-SCT; its day and title have columns of their own. If the document has no number yet, leave {number} blank. Several documents take a row each, right below, with the other columns left blank.',
  },
  example: () => ({
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
document:
  number: ……/BC-SCT # <- DD216
  date: 2024-12-20
entries:
  - task: II.1.a.1
    status: completed
    completed: 2024-06-28
    evidence:
      - number: Tờ trình 45/TTr-SCT ngày 28/6/2024 # <- DD216
      - number: "1290" # <- DD216
`,
    },
    good: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
document:
  number: "Số: 312 /BC-SCT"
  date: 2024-12-20
entries:
  - task: II.1.a.1
    status: completed
    completed: 2024-06-28
    evidence:
      - { number: 45/TTr-SCT, date: 2024-06-28 }
      - { number: 41/2024/QĐ-UBND }
      - { number: 08-NQ/TU }
`,
    },
  }),

  *check(facts) {
    if (facts.plan.language !== 'vi') return;
    const dataOf = (number: string) => ({
      number,
      suggestions: numbersIn(number.slice(0, 400))
        .map(({ text }) => text)
        .slice(0, 3),
    });
    const { received, triggers } = facts.intake.register;
    const written = [
      ...received.map(({ data, at, owner }) => ({ number: data.number, at: at('number'), owner })),
      ...triggers.map(({ data, at }) => ({
        number: data.document?.number,
        at: at('document', 'number'),
        owner: undefined,
      })),
    ];
    for (const { number, at, owner } of written)
      if (number !== undefined && !isNumber(number)) yield { at, data: dataOf(number), owner };
    for (const { owner, period, data, at } of facts.judged) {
      const number = data.document?.number;
      if (number === undefined || isNumber(number)) continue;
      yield { at: at('document', 'number'), data: dataOf(number), owner, period: period.id };
    }
    for (const { entry, about } of entriesOf(facts)) {
      for (const {
        data: { number },
        at,
      } of entry.evidence) {
        if (number === undefined || isNumber(number)) continue;
        yield { at: at('number'), data: dataOf(number), ...about };
      }
    }
  },
});

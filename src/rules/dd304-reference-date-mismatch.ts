import { type Day, formatDay } from '../day.ts';
import { flatten, spotOf } from '../model/flat.ts';
import { numbersIn } from '../model/number.ts';
import type { Plan, Reference } from '../model/plan.ts';
import type { Place } from '../source.ts';
import { defineRule } from './rule.ts';

interface Mention {
  readonly reference: Reference;
  readonly day: Day;
  readonly place: Place;
}

/** Where the signed text gives the day of a declared document; a day may stand behind a page break. */
function mentionsIn(plan: Plan): Mention[] {
  const { lines, file } = plan.text;
  const spoken = [...lines.keys()].filter((i) => lines[i]?.trim() !== '').map((i) => i + 1);
  return spoken.flatMap((line, i) => {
    if (!lines[line - 1]?.includes('/')) return [];
    const own = flatten(lines, [line]).text.length;
    const flat = flatten(lines, spoken.slice(i, i + 2));
    return numbersIn(flat.text).flatMap(({ text: number, day, index }): Mention[] => {
      const found = plan.reference(number);
      const column = spotOf(flat, index)?.column ?? 1;
      return found && day !== undefined && index < own
        ? [{ reference: found, day, place: { file, line, column } }]
        : [];
    });
  });
}

export default defineRule<{ number: string; declared: Day; signed: Day }>({
  code: 'DD304',
  name: 'reference-date-mismatch',
  severity: 'error',
  title: { vi: 'Sai ngày văn bản viện dẫn', en: 'Reference date mismatch' },
  message: {
    vi: ({ number, declared, signed }) =>
      `văn bản ${number} khai ngày ${formatDay(declared, 'vi')}, bản đã ký ghi ngày ${formatDay(signed, 'vi')}`,
    en: ({ number, declared, signed }) =>
      `document ${number} is declared with ${declared}, the signed text says ${signed}`,
  },
  why: {
    vi: 'Số và ngày cùng xác định một văn bản; nhiều cơ quan đánh số lại từ đầu mỗi năm. Sai ngày là có thể nhầm sang văn bản khác.',
    en: 'Number and day together identify a document, since most bodies begin numbering anew each year. With a wrong day, another document may be meant.',
  },
  fix: {
    vi: 'Đối chiếu với văn bản gốc rồi sửa date trong references.yaml. Nếu chính bản đã ký ghi nhầm ngày, giữ nguyên bản đã ký và đề nghị cơ quan ban hành đính chính.',
    en: 'Compare with the document itself and correct date in references.yaml. If the signed text is at fault, leave it as signed and ask the issuing body for an erratum.',
  },
  example: () => ({
    bad: {
      'plan/references.yaml': `references:
  - number: 10/NQ-CP
    kind: Nghị quyết
    date: 2024-01-15 # <- DD304
    title: Nghị quyết về phát triển cụm công nghiệp
`,
    },
    good: {
      'plan/references.yaml': `references:
  - number: 10/NQ-CP
    kind: Nghị quyết
    date: 2024-01-05
    title: Nghị quyết về phát triển cụm công nghiệp
`,
    },
  }),

  *check({ plan }) {
    if (plan.amendments.length > 0) return;
    const mentions = mentionsIn(plan);
    for (const reference of plan.references) {
      const own = mentions.filter((mention) => mention.reference === reference);
      // A signed text that gives two days is at odds with itself, which its data cannot mend.
      const severity = own.some(({ day }) => day === reference.date) ? 'warning' : 'error';
      for (const signed of new Set(own.map(({ day }) => day))) {
        const { key, date, at } = reference;
        if (date === undefined || signed === date) continue;
        const related = own.filter(({ day }) => day === signed).map(({ place }) => place);
        yield { at: at('date'), data: { number: key, declared: date, signed }, severity, related };
      }
    }
  },
});

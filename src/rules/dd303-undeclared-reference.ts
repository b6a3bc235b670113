import { distance, fold, suggest } from '../fold.ts';
import { numbersIn, readNumber, sameNumber } from '../model/number.ts';
import { type Citation, type Plan, type Task, freshTasks } from '../model/plan.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

/** Declared documents that may have been meant. Numbers differ by one sign at most: the next number is another document. */
function meant(plan: Plan, written: string): string[] {
  const candidates = plan.references.map(({ key, aliases = [] }) => ({ value: key, names: [key, ...aliases] }));
  if (!readNumber(written)) return suggest(written, candidates);
  return candidates
    .filter(({ names }) => names.some((name) => distance(fold(written), fold(name)) <= 1))
    .map(({ value }) => value)
    .slice(0, 3);
}

const citationsOf = ({ references, products }: Task): Citation[] => [
  ...references,
  ...products.flatMap((product) => product.references),
];

/** The numbers in a task's text that none of its citations covers. Of an undeclared document the other numbers are not known. */
function uncited(task: Task, own: string): string[] {
  const citations = citationsOf(task);
  const names = citations.flatMap(({ ref, reference }) => [ref, reference?.key ?? ref, ...(reference?.aliases ?? [])]);
  const cited = new Set([own, ...names].map(sameNumber));
  const undeclared = citations.filter(({ reference }) => !reference).map(({ ref }) => readNumber(ref)?.serial);
  const missing = numbersIn(task.text).filter(({ text, serial }) => !cited.has(text) && !undeclared.includes(serial));
  return [...new Set(missing.map(({ text }) => text))];
}

export default defineRule<{
  number: string;
  where: 'citation' | 'basis' | 'text' | 'words';
  task?: string;
  suggestions: readonly string[];
}>({
  code: 'DD303',
  name: 'undeclared-reference',
  severity: 'error',
  title: { vi: 'Văn bản viện dẫn chưa khai', en: 'Undeclared reference' },
  message: {
    vi: ({ number, where, task, suggestions }) =>
      where === 'text'
        ? `nhiệm vụ ${task ?? ''} nhắc đến văn bản số ${number} nhưng references của nhiệm vụ không có văn bản này`
        : `văn bản “${quoted(number)}” chưa khai trong references.yaml${perhaps(suggestions, 'vi')}`,
    en: ({ number, where, task, suggestions }) =>
      where === 'text'
        ? `the text of task ${task ?? ''} names document ${number}, which the task’s references do not`
        : `document “${quoted(number)}” is not declared in references.yaml${perhaps(suggestions, 'en')}`,
  },
  why: {
    vi: 'Văn bản viện dẫn phải xác định được tên loại, số, ký hiệu, ngày và cơ quan ban hành (Phụ lục I Nghị định số 30/2020/NĐ-CP). Không khai thì không biết văn bản còn hiệu lực hay đã được thay thế.',
    en: 'A cited document must be known by kind, number, day and issuing body (Decree 30/2020/NĐ-CP, annex I). If it is not declared, nobody learns that it has expired or been replaced.',
  },
  fix: {
    vi: 'Khai văn bản trong references.yaml, hoặc sửa số, ký hiệu cho đúng. Nếu lời nhiệm vụ nhắc đến văn bản, thêm văn bản đó vào references của nhiệm vụ hoặc của sản phẩm tương ứng.',
    en: 'Declare the document in references.yaml, or correct its number. Where the text of a task names it, add it to the references of that task or of the product concerned.',
  },
  example: () => ({
    bad: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.a.1
    text: Tham mưu UBND tỉnh ban hành Đề án phát triển cụm công nghiệp trước ngày 30/6/2024, theo Nghị quyết số 10/NQ-CP ngày 05/01/2024 của Chính phủ.
    source: { heading: 11, lines: [13] }
    lead: [so-cong-thuong]
    kind: deliverable
    references:
      - { ref: 10/NQ-CP, relation: implements }
      - { ref: 05/2020/QD-UBND, relation: cites } # <- DD303
  - id: II.1.b
    text: Trình UBND tỉnh quy định hỗ trợ lãi suất (thay thế Quyết định số 05/2020/QĐ-UBND ngày 02/3/2020). # <- DD303
    source: { heading: 17, lines: [17] }
    lead: [so-tai-chinh]
    kind: deliverable
`,
    },
    good: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.b
    text: Trình UBND tỉnh quy định hỗ trợ lãi suất (thay thế Quyết định số 05/2020/QĐ-UBND ngày 02/3/2020).
    source: { heading: 17, lines: [17] }
    lead: [so-tai-chinh]
    kind: deliverable
    products:
      - title: Quy định hỗ trợ lãi suất
        references:
          - { ref: 05/2020/QĐ-UBND, relation: replaces }
`,
    },
  }),

  *check({ plan }) {
    const declared = (number: string): boolean =>
      plan.reference(number) !== undefined || sameNumber(number) === sameNumber(plan.number);
    for (const [i, number] of (plan.basis ?? []).entries()) {
      if (!declared(number))
        yield { at: plan.at('basis', i), data: { number, where: 'basis', suggestions: meant(plan, number) } };
    }
    for (const { text } of numbersIn(plan.reporting.words ?? '')) {
      if (!declared(text))
        yield {
          at: plan.at('reporting', 'words'),
          data: { number: text, where: 'words', suggestions: meant(plan, text) },
        };
    }
    for (const task of freshTasks(plan)) {
      for (const { ref, reference, at } of citationsOf(task)) {
        if (!reference)
          yield {
            at: at('ref'),
            data: { number: ref, where: 'citation', task: task.id, suggestions: meant(plan, ref) },
            related: [task.at('text')],
            task,
          };
      }
      for (const number of uncited(task, plan.number)) {
        yield { at: task.at('text'), data: { number, where: 'text', task: task.id, suggestions: [] }, task };
      }
    }
  },
});

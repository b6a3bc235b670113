import { type Lang, formatNumber, listOf } from '../lang.ts';
import { assignedOf, isFaulty, proofsOf } from './entries.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

type Missing = readonly { readonly number: number; readonly title: string }[];
type Wrong =
  | { readonly reason: 'missing'; readonly missing: Missing }
  | { readonly reason: 'unknown'; readonly product: number; readonly count: number };

/** The first three by title, the rest by number: a message stays a sentence. */
const productsIn = (missing: Missing, lang: Lang): string =>
  listOf(
    missing.map(({ number, title }, i) => (i < 3 ? `${number} “${quoted(title)}”` : `${number}`)),
    lang,
  );

export default defineRule<Wrong & { readonly task: string }>({
  code: 'DD215',
  name: 'product-without-evidence',
  severity: 'warning',
  title: { vi: 'Sản phẩm chưa có minh chứng', en: 'Product without evidence' },
  message: {
    vi: (wrong) => {
      if (wrong.reason === 'missing')
        return `nhiệm vụ ${wrong.task} báo đã hoàn thành nhưng chưa có minh chứng cho sản phẩm ${productsIn(wrong.missing, 'vi')}`;
      const { task, product, count } = wrong;
      return count === 0
        ? `kế hoạch không nêu sản phẩm của nhiệm vụ ${task}, không có sản phẩm ${formatNumber(product, 'vi')}`
        : `nhiệm vụ ${task} chỉ có ${count} sản phẩm, không có sản phẩm ${formatNumber(product, 'vi')}`;
    },
    en: (wrong) => {
      if (wrong.reason === 'missing')
        return `task ${wrong.task} is reported completed without evidence of product ${productsIn(wrong.missing, 'en')}`;
      const { task, product, count } = wrong;
      return count === 0
        ? `the plan names no products of task ${task}; there is no product ${formatNumber(product, 'en')}`
        : `task ${task} has ${count === 1 ? 'one product' : `${count} products`}; there is no product ${formatNumber(product, 'en')}`;
    },
  },
  why: {
    vi: 'Nhiệm vụ có nhiều sản phẩm chỉ hoàn thành khi có đủ các sản phẩm mà kế hoạch nêu; mỗi sản phẩm cần ít nhất một minh chứng ghi rõ là của sản phẩm thứ mấy.',
    en: 'A task with several products is completed when all that the plan names are there; each needs an item of evidence that says which product it proves.',
  },
  fix: {
    vi: 'Ghi {product}: 1, 2… (thứ tự sản phẩm trong kế hoạch) ở từng mục minh chứng và bổ sung minh chứng cho sản phẩm còn thiếu. Nếu sản phẩm đó chưa có, ghi {status: in-progress}.',
    en: 'Give {product}: 1, 2, … (its place in the plan) with each item of evidence, and add evidence for the products that lack it. If a product does not exist yet, give {status: in-progress}.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: completed
    completed: 2024-12-02
    evidence:
      - { number: 41/2024/QĐ-UBND, date: 2024-12-02, product: 1 } # <- DD215
`,
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.a.1
    status: submitted
    submitted: 2024-06-28
    evidence:
      - number: 45/TTr-SCT
        product: 2 # <- DD215
`,
    },
    good: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 2024-12-20
entries:
  - task: II.1.b
    status: completed
    completed: 2024-12-02
    evidence:
      - { number: 41/2024/QĐ-UBND, date: 2024-12-02, product: 1 }
      - { number: 42/2024/QĐ-UBND, date: 2024-12-02, product: 2 }
`,
    },
  }),

  *check(facts) {
    for (const { entry, task, about, role } of assignedOf(facts)) {
      let isUnknown = false;
      for (const item of entry.evidence) {
        const { product = 0 } = item.data;
        if (product <= task.products.length) continue;
        isUnknown = true;
        const data = { reason: 'unknown', task: task.id, product, count: task.products.length } as const;
        yield { at: item.at('product'), data, related: [task.at('products')], ...about };
      }
      if (role !== 'lead' || entry.data.status !== 'completed' || task.products.length < 2) continue;
      const proofs = proofsOf(entry);
      if (proofs.length === 0) continue;
      const proven = new Set(proofs.map(({ data: { product } }) => product));
      const missing = task.products.flatMap(({ title, at }, i) =>
        proven.has(i + 1) ? [] : [{ number: i + 1, title, at }],
      );
      if (missing.length === 0 || isUnknown || isFaulty(entry, 'evidence')) continue;
      yield {
        at: entry.at('evidence'),
        data: { reason: 'missing', task: task.id, missing: missing.map(({ number, title }) => ({ number, title })) },
        related: missing.map(({ at }) => at('title')),
        ...about,
      };
    }
  },
});

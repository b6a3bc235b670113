import { composed } from '../fold.ts';
import { listOf, plural, type Lang } from '../lang.ts';
import type { Plan, Task } from '../model/plan.ts';
import type { Spot } from '../source.ts';
import { defineRule } from './rule.ts';

const ALPHABETS: Readonly<Record<Lang, string>> = { vi: 'abcdđeghiklmnopqrstuvxy', en: 'abcdefghijklmnopqrstuvwxyz' };
const ROMAN: readonly (readonly [string, number])[] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function toRoman(rank: number): string {
  const [sign, value] = ROMAN.find(([, worth]) => worth <= rank) ?? ['', 0];
  return sign === '' ? '' : sign + toRoman(rank - value);
}
function fromRoman(text: string): number {
  const [sign, value] = ROMAN.find(([sign]) => text.startsWith(sign)) ?? ['', 0];
  return sign === '' ? 0 : value + fromRoman(text.slice(sign.length));
}

/** A way of numbering: the rank of a number, counted from 1, or `undefined` where it is not one; and back. */
interface Scheme {
  rank(text: string): number | undefined;
  number(rank: number): string;
}
const lettered = (signs: readonly string[], ranks = new Map(signs.map((sign, i) => [sign, i + 1]))): Scheme => ({
  rank: (text) => ranks.get(text),
  number: (rank) => signs[rank - 1] ?? '',
});
const ROMANS: Scheme = {
  rank: (text) => {
    const rank = text.length > 12 ? 0 : fromRoman(text);
    return rank > 0 && toRoman(rank) === text ? rank : undefined;
  },
  number: toRoman,
};
const INTEGERS: Scheme = { rank: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined), number: String };
const capital = (scheme: Scheme): Scheme => ({
  rank: (text) => (text === text.toUpperCase() ? scheme.rank(text.toLowerCase()) : undefined),
  number: (rank) => scheme.number(rank).toUpperCase(),
});

interface Sibling {
  readonly id: string;
  readonly at: Spot;
  readonly task?: Task;
}

/** Everything numbered, by the id of what it stands in; each at its first task, or where it is declared if it has none. */
function siblingsIn(plan: Plan): Map<string, Map<string, Sibling>> {
  const byParent = new Map<string, Map<string, Sibling>>();
  const add = (id: string, found: Omit<Sibling, 'id'>): void => {
    const parts = composed(id).split('.');
    for (let depth = 1; depth <= parts.length; depth++) {
      const [parent, own] = [parts.slice(0, depth - 1).join('.'), parts.slice(depth - 1, depth).join('')];
      const siblings = byParent.get(parent) ?? new Map<string, Sibling>();
      if (!siblings.has(own))
        byParent.set(parent, siblings.set(own, { id: parts.slice(0, depth).join('.'), ...found }));
    }
  };
  for (const task of plan.tasks) add(task.id, { at: task.at('id'), task });
  for (const [i, { id }] of plan.sections.entries()) add(id, { at: plan.at('sections', i, 'id') });
  return byParent;
}

export default defineRule<{ before: string; after: string; missing: readonly string[]; count: number }>({
  code: 'DD309',
  name: 'numbering-gap',
  severity: 'info',
  title: { vi: 'Số thứ tự cách quãng', en: 'Numbering gap' },
  message: {
    vi: ({ before, after, missing, count }) =>
      `sau ${before} là ${after}, không có ${count > missing.length ? `${count} số ở giữa` : listOf(missing, 'vi')}`,
    en: ({ before, after, missing, count }) =>
      `${before} is followed by ${after}, without ${count > missing.length ? `the ${plural(count, 'number')} between` : listOf(missing, 'en')}`,
  },
  why: {
    vi: 'Số thứ tự giữ đúng như bản đã ký, không đánh số lại. Chỗ cách quãng có thể do bản đã ký, cũng có thể do bỏ sót nhiệm vụ khi nhập.',
    en: 'Numbers are kept as signed and never renumbered. A gap may stand in the signed text, or a task may have been left out of the data.',
  },
  fix: {
    vi: 'Đối chiếu với bản đã ký. Nếu bản đã ký đúng là như vậy thì không phải làm gì; nếu sót nhiệm vụ thì bổ sung.',
    en: 'Compare with the signed text. If it has the gap, nothing is to be done; if a task was left out, add it.',
  },
  example: () => ({
    bad: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.b
    text: Trình UBND tỉnh quy định hỗ trợ lãi suất
    source: { heading: 17, lines: [17] }
    lead: [so-tai-chinh]
    kind: deliverable
  - id: II.1.d # <- DD309
    text: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công.
    source: { heading: 19, lines: [19] }
    lead: [cac-huyen]
    kind: recurring
`,
    },
    good: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.d
    text: Trình UBND tỉnh quy định hỗ trợ lãi suất
    source: { heading: 17, lines: [17] }
    lead: [so-tai-chinh]
    kind: deliverable
  - id: II.1.đ
    text: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công.
    source: { heading: 19, lines: [19] }
    lead: [cac-huyen]
    kind: recurring
`,
    },
  }),

  *check({ plan }) {
    if (plan.amendments.length > 0) return;
    const letters = lettered(Array.from(ALPHABETS[plan.language]));
    const schemes = [INTEGERS, letters, capital(letters), ROMANS, capital(ROMANS)];
    for (const siblings of siblingsIn(plan).values()) {
      // `c, d` are letters and `I, II` are not: the scheme that fits most of them with the fewest gaps is the one in use.
      // In figures nothing but integers are written.
      const areIntegers = [...siblings.keys()].every((own) => INTEGERS.rank(own) !== undefined);
      const readings = (areIntegers ? [INTEGERS] : schemes).map((scheme) => {
        const ranked = [...siblings]
          .flatMap(([own, sibling]) => ({ ...sibling, rank: scheme.rank(own) ?? 0 }))
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => a.rank - b.rank);
        const span = (ranked.at(-1)?.rank ?? 0) - (ranked[0]?.rank ?? 0);
        return { scheme, ranked, span };
      });
      const { scheme, ranked } = readings.sort((a, b) => b.ranked.length - a.ranked.length || a.span - b.span)[0] ?? {
        scheme: INTEGERS,
        ranked: [],
      };
      for (const [i, { id, at, task, rank }] of ranked.entries()) {
        const before = ranked[i - 1];
        if (before === undefined || rank - before.rank < 2) continue;
        const count = rank - before.rank - 1;
        const parent = id.slice(0, id.lastIndexOf('.') + 1);
        const missing = Array.from(
          { length: Math.min(count, 20) },
          (_, k) => parent + scheme.number(before.rank + 1 + k),
        );
        yield { at, data: { before: before.id, after: id, missing, count }, task };
      }
    }
  },
});

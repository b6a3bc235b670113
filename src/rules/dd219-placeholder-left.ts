import type { Facts } from '../model/facts.ts';
import type { At, Spot } from '../source.ts';
import { entriesOf, isPlaceholder } from './entries.ts';
import { quoted } from './quoted.ts';
import { type Hit, defineRule } from './rule.ts';

/**
 * A gap in a form: dots or underscores behind a space, colon or slash, or right before what they part (`ngày....tháng`).
 * Dots that end a sentence or a list stand behind a letter, and nothing stands right behind them.
 */
const GAP = new RegExp(
  [
    String.raw`(?<=^|[\s:/(])(?:\.{4,}|…{2,}|_{3,})`,
    String.raw`(?<![.…_])(?:\.{4,}|…{2,}|_{3,})(?=[\p{L}\p{N}/])`,
    String.raw`(?<![\p{L}.…])(?:\.{3,}|…)\s*/|/\s*(?:\.{3,}|…)`,
    String.raw`ngày\s*[.…]+\s*tháng`,
  ].join('|'),
  'u',
);

type Texts<F extends string> = Readonly<Partial<Record<F, string>>>;

/** The fields of a report that hold free text, with their values. */
function* textsOf(facts: Facts): Iterable<{ readonly field: string; readonly text: string; readonly at: Spot; readonly about: Omit<Hit, 'at' | 'data'> }> {
  function* fields<F extends string>(texts: Texts<F> | undefined, names: readonly F[], at: At, about: Omit<Hit, 'at' | 'data'>) {
    for (const field of names) {
      const text = texts?.[field];
      if (text !== undefined && text.trim() !== '') yield { field, text: text.normalize('NFC'), at: at(field), about };
    }
  }
  for (const { owner, period, data, at } of facts.judged) {
    const about = { owner, period: period.id };
    yield* fields(data.signer, ['name', 'title'], (...path) => at('signer', ...path), about);
    yield* fields(data.contact, ['name', 'phone', 'email'], (...path) => at('contact', ...path), about);
    for (const [i, proposal] of (data.proposals ?? []).entries()) yield* fields(proposal, ['text'], (...path) => at('proposals', i, ...path), about);
  }
  for (const { entry, about } of entriesOf(facts)) {
    yield* fields(entry.data, ['result', 'obstacles', 'proposals', 'next'], entry.at, about);
    for (const item of entry.evidence) yield* fields(item, ['title', 'issuer', 'file'], item.at, about);
  }
}

export default defineRule<{ field: string; reason: 'placeholder' | 'gap'; text: string }>({
  code: 'DD219',
  name: 'placeholder-left',
  severity: 'warning',
  title: { vi: 'Còn chỗ chưa điền', en: 'Placeholder left' },
  message: {
    vi: ({ field, reason, text }) =>
      reason === 'gap' ? `${field} còn chỗ bỏ trống: “${text}”` : `${field} chưa có nội dung, chỉ ghi “${text}”`,
    en: ({ field, reason, text }) =>
      reason === 'gap' ? `${field} has a gap that was not filled in: “${text}”` : `${field} says nothing but “${text}”`,
  },
  why: {
    vi: 'Phần còn để “……”, “đang cập nhật” hoặc chữ của biểu mẫu không cho biết kết quả thực hiện, nhưng lại làm dòng báo cáo trông như đã đầy đủ.',
    en: 'Dots, “TBD” or the words of the form say nothing of what was done, yet make the entry look complete.',
  },
  fix: {
    vi: 'Điền nội dung thực tế tính đến ngày báo cáo. Nếu chưa có gì để ghi thì bỏ trường đó; chưa thực hiện thì ghi status: not-started.',
    en: 'Write what is the case on the day of the report. If there is nothing to say, leave the field out; if nothing was done, give status: not-started.',
  },
  example: {
    bad: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
contact:
  name: <họ và tên> # <- DD219
entries:
  - task: II.1.a.1
    status: in-progress
    result: Đã trình dự thảo Đề án tại Tờ trình số ......./TTr-SCT # <- DD219
    obstacles: đang cập nhật # <- DD219
    next: "........................" # <- DD219
`,
    },
    good: {
      'so-cong-thuong.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-cong-thuong
period: "2024"
reported: 2024-12-20
contact:
  name: Nguyễn Thị Hạnh
entries:
  - task: II.1.a.1
    status: in-progress
    result: Đã tổ chức hội nghị, tập huấn, lấy ý kiến các sở, ngành...
    obstacles: Số liệu của các huyện đang cập nhật nên chưa đủ căn cứ lập Đề án
    next: Trình UBND tỉnh trong quý I/2025
`,
    },
  },

  *check(facts) {
    for (const { field, text, at, about } of textsOf(facts)) {
      if (isPlaceholder(text)) yield { at, data: { field, reason: 'placeholder', text: quoted(text) }, ...about };
      else {
        const gap = GAP.exec(text)?.index;
        if (gap !== undefined) yield { at, data: { field, reason: 'gap', text: quoted(text.slice(Math.max(0, gap - 40))) }, ...about };
      }
    }
  },
});

import { composed } from '../fold.ts';
import { lazily } from '../lazily.ts';
import type { Entry, Report } from '../model/report.ts';
import type { Spot } from '../source.ts';
import { entriesOf, isPlaceholder } from './entries.ts';
import { fieldAt, quoted } from './wording.ts';
import { defineRule } from './rule.ts';

/**
 * A gap in a form: dots or underscores behind a space, colon or slash, or right before what they part (`ngày....tháng`).
 * Dots that end a sentence or a list stand behind a letter, and nothing stands right behind them.
 */
const gap = lazily(
  () =>
    new RegExp(
      [
        String.raw`(?<=^|[\s:/(])(?:\.{4,}|…{2,}|_{3,})`,
        String.raw`(?<![.…_])(?:\.{4,}|…{2,}|_{3,})(?=[\p{L}\p{N}/])`,
        String.raw`(?<![\p{L}.…])(?:\.{3,}|…)\s*/|/\s*(?:\.{3,}|…)`,
        String.raw`ngày\s*[.…]+\s*tháng`,
      ].join('|'),
      'u',
    ),
);

/** A text field, what stands in it, and where. */
type Written = readonly [field: string, text: string | undefined, at: () => Spot];

const TEXTS = ['result', 'obstacles', 'proposals', 'next'] as const;
const TITLES = ['title', 'issuer', 'file'] as const;

function textsOfReport({ data, at }: Report): Written[] {
  const { signer, contact, proposals = [] } = data;
  return [
    ['name', signer?.name, () => at('signer', 'name')],
    ['title', signer?.title, () => at('signer', 'title')],
    ['name', contact?.name, () => at('contact', 'name')],
    ['phone', contact?.phone, () => at('contact', 'phone')],
    ['email', contact?.email, () => at('contact', 'email')],
    ...proposals.map((each: { text?: string } | undefined, i): Written => [
      'text',
      each?.text,
      () => at('proposals', i, 'text'),
    ]),
  ];
}

function textsOfEntry({ data, evidence, at }: Entry): Written[] {
  return [
    ...TEXTS.map((field): Written => [field, data[field], () => at(field)]),
    ...evidence.flatMap((item) => TITLES.map((field): Written => [field, item.data[field], () => item.at(field)])),
  ];
}

/** Whether anything may be wrong with the texts of an entry: mostly not. Field by field, since V8 takes twice as long to go by names. */
function isEntrySuspect({ data, evidence }: Entry): boolean {
  const { result, obstacles, proposals, next } = data;
  if (isSuspect(result) || isSuspect(obstacles) || isSuspect(proposals) || isSuspect(next)) return true;
  for (const { data: item } of evidence)
    if (isSuspect(item.title) || isSuspect(item.issuer) || isSuspect(item.file)) return true;
  return false;
}

/** A text without any of this has no gap, in whatever form its letters are written. Most have no dot. */
const mayHaveGap = (text: string): boolean =>
  (text.includes('.') && /\.\.|\.\s*th/.test(text)) || text.includes('…') || text.includes('__');

const isSuspect = (text: string | undefined): text is string =>
  text !== undefined && (mayHaveGap(text) || isPlaceholder(text));

/** What is wrong with a text: the whole of it, or a gap in it, quoted with what stands around. */
function* faultsIn(texts: readonly Written[]) {
  for (const [field, raw, at] of texts) {
    if (!isSuspect(raw)) continue;
    const text = composed(raw);
    const found = isPlaceholder(text) ? undefined : gap().exec(text);
    if (found === null) continue;
    const name = fieldAt(at(), field);
    const data = found
      ? ({
          field: name,
          reason: 'gap',
          text: quoted(text.slice(text.lastIndexOf(' ', Math.max(0, found.index - 40)) + 1)),
        } as const)
      : ({ field: name, reason: 'placeholder', text: quoted(text) } as const);
    yield { at: at(), data };
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
    vi: 'Điền nội dung thực tế tính đến ngày báo cáo. Nếu chưa có gì để ghi thì bỏ trường đó; chưa thực hiện thì ghi {status: not-started}.',
    en: 'Write what is the case on the day of the report. If there is nothing to say, leave the field out; if nothing was done, give {status: not-started}.',
  },
  example: () => ({
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
  }),

  *check(facts) {
    for (const report of facts.judged) {
      for (const fault of faultsIn(textsOfReport(report)))
        yield { ...fault, owner: report.owner, period: report.period.id };
    }
    for (const { entry, about } of entriesOf(facts)) {
      if (!isEntrySuspect(entry)) continue;
      for (const fault of faultsIn(textsOfEntry(entry))) yield { ...fault, ...about };
    }
  },
});

import { yearOf } from '../day.ts';
import { type Text, listOf } from '../lang.ts';
import { periodFrom } from '../model/period.ts';
import { type Change, nameOf } from '../model/plan.ts';
import { PAPERS } from '../model/papers.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

const KINDS = {
  owner: { vi: 'cơ quan', en: 'body' },
  group: { vi: 'danh sách nhóm', en: 'group' },
  reference: { vi: 'văn bản', en: 'document' },
  task: { vi: 'nhiệm vụ', en: 'task' },
  holidays: { vi: 'lịch nghỉ năm', en: 'holidays of' },
  instrument: { vi: 'văn bản sửa đổi', en: 'amending document' },
  issuer: { vi: 'cơ quan ban hành văn bản', en: 'issuer of papers' },
  paper: { vi: 'nơi nhận của văn bản', en: 'recipients of the paper' },
  change: { vi: 'thay đổi', en: 'change' },
} satisfies Readonly<Record<string, Text>>;

/** A change by its key and what it touches: `succeed: so-ke-hoach-dau-tu → so-tai-chinh`. */
function inShort({ kind, data }: Change): string {
  const what =
    kind === 'succeed'
      ? `${data.from.join(', ')} → ${data.to.map(({ owner }) => owner).join(', ')}`
      : [
          'task' in data ? data.task : undefined,
          'owner' in data ? data.owner : undefined,
          'group' in data ? data.group : undefined,
          'reference' in data ? data.reference : undefined,
        ]
          .filter((each) => each !== undefined)
          .join(', ');
  return `${kind}: ${what}`;
}

export default defineRule<
  { what: keyof typeof KINDS; name: string } | { what: 'no-holidays'; years: readonly number[] }
>({
  code: 'DD311',
  name: 'unconfirmed-fact',
  severity: 'info',
  title: { vi: 'Thông tin chưa được xác nhận', en: 'Unconfirmed fact' },
  message: {
    vi: (data) =>
      data.what === 'no-holidays'
        ? `hạn lùi sang ngày làm việc kế tiếp nhưng chưa có lịch nghỉ năm ${listOf(data.years.map(String), 'vi')}`
        : `${KINDS[data.what].vi} ${quoted(data.name)} chưa có văn bản chính thức xác nhận`,
    en: (data) =>
      data.what === 'no-holidays'
        ? `due days move to the next working day, but there is no calendar of holidays for ${listOf(data.years.map(String), 'en')}`
        : `${KINDS[data.what].en} ${quoted(data.name)}: no official text at hand confirms this`,
  },
  why: {
    vi: 'Thông tin do người nhập liệu bổ sung mà chưa có văn bản chính thức thì phải nêu rõ, để không bị dùng như nội dung của kế hoạch.',
    en: 'What was added without an official text at hand is said openly, so that nobody takes it for the plan’s own word.',
  },
  fix: {
    vi: 'Khi có văn bản chính thức, đối chiếu, ghi nguồn vào from và bỏ dòng confirmed: false. Lịch nghỉ ghi vào holidays/<năm>.yaml theo thông báo của cơ quan có thẩm quyền.',
    en: 'Once an official text is at hand, compare, give it under from and take confirmed: false out. Holidays go into holidays/<year>.yaml as officially announced.',
  },
  example: () => ({
    bad: {
      'plan/references.yaml': `references:
  - { number: 10/NQ-CP, kind: Nghị quyết, date: 2024-01-05, title: Nghị quyết về phát triển cụm công nghiệp }
  - number: 05/2020/QĐ-UBND
    kind: Quyết định
    title: Quyết định về hỗ trợ lãi suất
    confirmed: false # <- DD311
`,
    },
    good: {
      'plan/references.yaml': `references:
  - { number: 10/NQ-CP, kind: Nghị quyết, date: 2024-01-05, title: Nghị quyết về phát triển cụm công nghiệp }
  - { number: 05/2020/QĐ-UBND, kind: Quyết định, date: 2020-03-02, title: Quyết định về hỗ trợ lãi suất }
`,
    },
  }),

  *check({ plan, asOf }) {
    for (const { confirmed, name, at } of plan.owners)
      if (confirmed === false) yield { at: at('confirmed'), data: { what: 'owner', name } };
    for (const { confirmed, name, at } of plan.groups)
      if (confirmed === false) yield { at: at('confirmed'), data: { what: 'group', name } };
    for (const { confirmed, key, at } of plan.references)
      if (confirmed === false) yield { at: at('confirmed'), data: { what: 'reference', name: key } };
    for (const task of plan.tasks)
      if (!task.confirmed) yield { at: task.at('confirmed'), data: { what: 'task', name: task.id }, task };
    for (const { confirmed, year, at } of plan.holidays.values())
      if (confirmed === false) yield { at: at('confirmed'), data: { what: 'holidays', name: String(year) } };

    const { file, issuers } = plan.papers;
    if (file) {
      for (const [i, { name }] of issuers.entries())
        if (file.issuers?.[i]?.confirmed === false)
          yield { at: file.at('issuers', i, 'confirmed'), data: { what: 'issuer', name } };
      for (const name of PAPERS)
        if (file.papers?.[name]?.confirmed === false)
          yield { at: file.at('papers', name, 'confirmed'), data: { what: 'paper', name } };
    }

    const amendment = plan.amendments.at(-1);
    if (amendment?.instrument.confirmed === false)
      yield { at: amendment.at('instrument', 'confirmed'), data: { what: 'instrument', name: nameOf(amendment) } };
    for (const change of amendment?.changes ?? []) {
      if (change.kind.startsWith('add-') && change.kind !== 'add-member') continue;
      if ('confirmed' in change.data && !change.data.confirmed)
        yield { at: change.at('confirmed'), data: { what: 'change', name: inShort(change) } };
    }

    const first = periodFrom(plan.reporting.first);
    if (plan.reporting.rolling !== 'next-working-day' || !first) return;
    const span = Array.from(
      { length: Math.max(0, yearOf(asOf) - yearOf(first.start) + 1) },
      (_, i) => yearOf(first.start) + i,
    );
    const years = span.filter((year) => !plan.holidays.has(year));
    if (years.length > 0) yield { at: plan.at('reporting', 'rolling'), data: { what: 'no-holidays', years } };
  },
});

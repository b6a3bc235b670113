import { listOf } from '../lang.ts';
import { coverageOf } from '../model/coverage.ts';
import { quoted } from './wording.ts';
import { defineRule } from './rule.ts';

export default defineRule<{
  task: string;
  lines: readonly number[];
  written?: string;
  signed?: string;
  foundAt?: number;
  claimedBy?: string;
}>({
  code: 'DD301',
  name: 'text-not-in-source',
  severity: 'error',
  title: { vi: 'Lời nhiệm vụ khác bản đã ký', en: 'Text not in source' },
  message: {
    vi: ({ task, lines, written, signed, foundAt, claimedBy }) => {
      const where = `dòng ${listOf(lines.slice(0, 10).map(String), 'vi')} của bản đã ký`;
      if (claimedBy !== undefined) return `lời của nhiệm vụ ${task} nằm trong đoạn đã thuộc nhiệm vụ ${claimedBy}`;
      if (foundAt !== undefined) return `lời của nhiệm vụ ${task} không ở ${where} mà ở dòng ${foundAt}`;
      return signed === undefined
        ? `${where}, nơi nêu nhiệm vụ ${task}, không có chữ`
        : `nhiệm vụ ${task} ghi “${written}”, ${where} là “${signed}”`;
    },
    en: ({ task, lines, written, signed, foundAt, claimedBy }) => {
      const where = `line${lines.length > 1 ? 's' : ''} ${listOf(lines.slice(0, 10).map(String), 'en')} of the signed text`;
      if (claimedBy !== undefined) return `the text of task ${task} lies in what belongs to task ${claimedBy}`;
      if (foundAt !== undefined) return `the text of task ${task} is not on ${where} but on line ${foundAt}`;
      return signed === undefined
        ? `${where}, said to hold task ${task}, hold${lines.length > 1 ? '' : 's'} nothing`
        : `task ${task} says “${written}” where ${where} ${lines.length > 1 ? 'say' : 'says'} “${signed}”`;
    },
  },
  why: {
    vi: 'Nhiệm vụ phải giữ nguyên văn bản đã ký, kể cả lỗi đánh máy; sai một chữ là giao việc khác với điều người có thẩm quyền đã ký. Mỗi đoạn văn chỉ thuộc một nhiệm vụ.',
    en: 'A task keeps the signed words, typing errors included; one word off, and something else is assigned than was signed. Each passage belongs to one task only.',
  },
  fix: {
    vi: 'Chép lại nguyên văn từ bản đã ký vào text, hoặc sửa số dòng ở source.lines. Muốn đổi nội dung thì ban hành văn bản sửa đổi kế hoạch.',
    en: 'Copy the words from the signed text into text, or correct the line numbers in source.lines. To change what is assigned, issue an amendment.',
  },
  example: () => ({
    bad: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.c
    text: Hằng năm bố trí ít nhất 6% ngân sách cho khuyến công. # <- DD301
    source: { heading: 19, lines: [19] }
    lead: [cac-huyen]
    kind: recurring
`,
    },
    good: {
      'plan/tasks.yaml': `tasks:
  - id: II.1.c
    text: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công.
    source: { heading: 19, lines: [19] }
    lead: [cac-huyen]
    kind: recurring
`,
    },
  }),

  *check({ plan }) {
    if (plan.amendments.length > 0) return;
    for (const { task, place, claimedBy, foundAt, difference } of coverageOf(plan).misplaced) {
      const data = {
        task: task.id,
        lines: task.lines,
        ...(claimedBy ? { claimedBy: claimedBy.id } : {}),
        ...(foundAt === undefined ? {} : { foundAt }),
        ...(difference ? { written: quoted(difference.written), signed: quoted(difference.signed) } : {}),
      };
      yield { at: task.at('text'), data, related: [place, ...(claimedBy ? [claimedBy.at('text')] : [])], task };
    }
  },
});

import type { Text } from '../lang.ts';
import { ExampleWorkbook, FORM_HEAD, SOUND_FORM } from './example-workbook.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';

type Effect = 'one-task' | 'lost-ids' | 'repeated' | 'first-only';

const EFFECTS: Readonly<Record<Effect, Text>> = {
  'one-task': { vi: ', đọc là một nhiệm vụ', en: ' and were read as one task' },
  'lost-ids': {
    vi: ', mã nhiệm vụ của các dòng dưới đã mất',
    en: '; the task ids of the rows below the first are lost',
  },
  repeated: {
    vi: ', giá trị được đọc cho mọi nhiệm vụ trong các dòng này',
    en: '; their value was read for each task of these rows',
  },
  'first-only': {
    vi: ' qua nhiều cột, giá trị chỉ được đọc cho cột đầu',
    en: ' over several columns; their value was read for the first of them alone',
  },
};

export default defineRule<{ range: string; effect: Effect }>({
  code: 'DD115',
  name: 'merged-cells',
  severity: 'warning',
  title: { vi: 'Ô bị gộp', en: 'Merged cells' },
  message: {
    vi: ({ range, effect }) => `ô ${range} bị gộp${EFFECTS[effect].vi}`,
    en: ({ range, effect }) => `cells ${range} are merged${EFFECTS[effect].en}`,
  },
  why: {
    vi: 'Khi gộp ô, Excel chỉ giữ giá trị của ô đầu và bỏ các ô còn lại, nên mã nhiệm vụ hoặc nội dung của dòng dưới có thể đã mất mà không ai thấy.',
    en: 'Merging keeps the first cell alone and drops the others, so the id or contents of a row below may be gone without anyone seeing it.',
  },
  fix: {
    vi: 'Bỏ gộp ô (Unmerge Cells) và ghi đủ giá trị cho từng dòng. Một nhiệm vụ có nhiều văn bản minh chứng thì thêm dòng ngay dưới, để trống mã nhiệm vụ.',
    en: 'Unmerge the cells and give every row its own values. For more evidence on one task add rows right below it and leave the task id blank.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.xlsx': new ExampleWorkbook(
        [...FORM_HEAD, ['II.1.b', 'Đang thực hiện', 80, 'Đã trình'], ['II.1.a.2', undefined, 50, 'Đang làm']],
        {
          merges: ['B7:B8'],
        },
      ),
    },
    good: { 'so-tai-chinh.xlsx': SOUND_FORM },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'merged-cells'))
      yield { ...hit, data: { range: fault.range, effect: fault.effect } };
  },
});

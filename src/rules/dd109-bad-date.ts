import { type Day, addDays, formatDay, guessDay, isDay } from '../day.ts';
import { oneOf } from '../lang.ts';
import { faultsOf } from './faults.ts';
import { defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

type Reason = 'form' | 'cell-form' | 'no-such-day' | 'ambiguous';

const NUMERIC = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const YEAR_FIRST = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const IN_WORDS = /^\D*\d{1,2}\D+\d{1,2}\D+\d{4}\D*$/;

/** Days as a cell takes them. */
const asTyped = (days: readonly Day[]): string[] => days.map((day) => formatDay(day, 'vi'));

/** The same for a cell, which takes days as officials write them: day before month. */
function cellReadingsOf(text: string): { readonly reason: Reason; readonly suggestions: readonly Day[] } {
  const written = text.trim();
  const swapped = guessDay(written.replace(NUMERIC, '$2/$1/$3'));
  const serial = /^\d{5}$/.test(written) ? addDays('1899-12-30', Number(written)) : undefined;
  const short = guessDay(written.replace(/^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$/, '$120$2'));
  const isComplete = [NUMERIC, YEAR_FIRST, IN_WORDS].some((form) => form.test(written));
  const suggestions = [
    ...new Set([serial, short, isComplete ? swapped : undefined].filter((day) => day !== undefined)),
  ];
  return { reason: isComplete ? 'no-such-day' : 'cell-form', suggestions };
}

/** Why a text is no day, and the days it may have meant. A spreadsheet may have put the month first, so both orders are read. */
function readingsOf(text: string): { readonly reason: Reason; readonly suggestions: readonly Day[] } {
  const written = text.trim();
  if (isDay(written.slice(0, 10))) return { reason: 'form', suggestions: [written.slice(0, 10)] };
  const readings = [guessDay(written), guessDay(written.replace(NUMERIC, '$2/$1/$3'))];
  const suggestions = [...new Set(readings.filter((day) => day !== undefined))];
  if (suggestions.length > 1) return { reason: 'ambiguous', suggestions };
  const isComplete = [NUMERIC, YEAR_FIRST, IN_WORDS].some((form) => form.test(written));
  return { reason: isComplete && suggestions.length === 0 ? 'no-such-day' : 'form', suggestions };
}

export default defineRule<{ field: string; value: string; reason: Reason; suggestions: readonly Day[] }>({
  code: 'DD109',
  name: 'bad-date',
  severity: 'error',
  title: { vi: 'Ngày không hợp lệ', en: 'Bad date' },
  message: {
    vi: ({ field, value, reason, suggestions }) =>
      ({
        form: `“${field}” ghi “${value}”, không đúng dạng năm-tháng-ngày${perhaps(suggestions, 'vi')}`,
        'no-such-day': `“${field}” ghi “${value}”, ngày này không có trong lịch${perhaps(asTyped(suggestions), 'vi')}`,
        'cell-form': `“${field}” ghi “${value}”, không phải một ngày đủ ngày/tháng/năm${perhaps(asTyped(suggestions), 'vi')}`,
        ambiguous: `“${field}” ghi “${value}”, không rõ là ${oneOf(suggestions, 'vi')}`,
      })[reason],
    en: ({ field, value, reason, suggestions }) =>
      ({
        form: `“${field}” is “${value}”, not written year-month-day${perhaps(suggestions, 'en')}`,
        'no-such-day': `“${field}” is “${value}”, a day that no calendar has${perhaps(asTyped(suggestions), 'en')}`,
        'cell-form': `“${field}” is “${value}”, not a whole day (day/month/year)${perhaps(asTyped(suggestions), 'en')}`,
        ambiguous: `“${field}” is “${value}”, which may be ${oneOf(suggestions, 'en')}`,
      })[reason],
  },
  why: {
    vi: 'Ngày là căn cứ để xác định đúng hạn hay quá hạn. Chỉ dạng năm-tháng-ngày mới không bị hiểu nhầm giữa ngày và tháng.',
    en: 'Days decide what is on time and what is late, and only the form year-month-day leaves no doubt which figure is the month.',
  },
  fix: {
    vi: 'Ghi lại ngày theo dạng năm-tháng-ngày với đủ chữ số, ví dụ ngày 31/12/2025 ghi là 2025-12-31. Chưa biết ngày thì bỏ trống trường đó.',
    en: 'Write the day as year-month-day with all figures, such as 2025-12-31. Leave the field blank where the day is not known.',
  },
  fixInCells: {
    vi: 'Ghi lại ngày đủ ngày/tháng/năm theo thứ tự của Việt Nam, ví dụ 31/12/2025. Chưa biết ngày thì để trống ô.',
    en: 'Write the whole day, day before month, such as 31/12/2025. Leave the cell blank where the day is not known.',
  },
  example: () => ({
    bad: {
      'so-tai-chinh.yaml': `plan: 12/KH-UBND
version: 1.1.0
owner: so-tai-chinh
period: "2024"
reported: 20/12/2024 # <- DD109
entries:
  - task: II.1.b
    status: submitted
    started: 2024-02-30 # <- DD109
    submitted: 05/11/2024 # <- DD109
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
    status: submitted
    started: 2024-02-28
    submitted: 2024-11-05
`,
    },
  }),

  *check(facts) {
    for (const { fault, hit } of faultsOf(facts, 'bad-date')) {
      const readings =
        'source' in hit.at && hit.at.source.inCells ? cellReadingsOf(fault.value) : readingsOf(fault.value);
      yield { ...hit, data: { field: fault.field, value: quoted(fault.value), ...readings } };
    }
  },
});

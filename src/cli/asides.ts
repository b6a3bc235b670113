import { type Day, formatDay } from '../day.ts';
import type { Lang, Text } from '../lang.ts';
import type { Recognised } from '../rules/baseline.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { placeText } from '../source.ts';
import { visible } from '../view/visible.ts';
import type { Io } from './io.ts';
import { settingOf } from './rules.ts';
import type { Workspace } from './workspace.ts';

/** What `check` says of itself, beside the findings: on stderr, whatever the form of the output. */

const say = (io: Io, text: Text, lang: Lang): void => void io.stderr.write(`${visible(text[lang])}\n`);
const MOST_NAMED = 5;
const some = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '');

/** A rule that was asked for by name and is off in the settings finds nothing, which is said. */
export function sayOff(
  io: Io,
  { settings, file, weights }: Workspace,
  wanted: readonly Rule['code'][],
  lang: Lang,
): void {
  for (const rule of rules.filter(({ code }) => wanted.includes(code) && weights.get(code) === 'off')) {
    const place = file ? placeText(file.place(['rules', settingOf(settings, rule) ?? ''], 'key')) : '';
    const name = `${rule.code} ${rule.name}`;
    say(io, { vi: `${place}: quy tắc ${name} đang tắt`, en: `${place}: rule ${name} is off` }, lang);
  }
}

/** Which share of a folder is judged where others judge the rest. */
export function sayShard(
  io: Io,
  { number, of }: { readonly number: number; readonly of: number },
  { files, all }: { readonly files: number; readonly all: number },
  lang: Lang,
): void {
  if (of === 1) return;
  const text = {
    vi: `phần ${number}/${of}: ${files} trong ${all} tệp của thư mục`,
    en: `share ${number} of ${of}: ${files} of the ${all} files of the folder`,
  };
  say(io, text, lang);
}

/** Which reports are judged where only those that were touched are. */
export function sayTouched(io: Io, files: readonly string[], since: string, lang: Lang): void {
  const [n, names] = [files.length, some(files)];
  const text =
    n === 0
      ? { vi: `không có báo cáo nào thay đổi so với ${since}`, en: `no report has changed since ${since}` }
      : {
          vi: `chỉ xét ${n} báo cáo thay đổi so với ${since}: ${names}`,
          en: `only what changed since ${since} (${n}): ${names}`,
        };
  say(io, text, lang);
}

/** The reports that came in before the history at hand begins, of which git cannot say when. */
export function sayUntold(io: Io, files: readonly string[], lang: Lang): void {
  if (files.length === 0) return;
  const [n, names] = [files.length, some(files)];
  say(
    io,
    {
      vi: `kho git này chỉ có phần cuối của lịch sử, không rõ ngày vào kho của ${n} báo cáo: ${names}; lấy đủ: git fetch --unshallow`,
      en: `this git clone is shallow and does not tell when ${n} reached it: ${names}; to tell: git fetch --unshallow`,
    },
    lang,
  );
}

/** What has to be done about the baseline itself: its day has passed, or some of what it holds is fixed. */
export function sayBaseline(
  io: Io,
  {
    file,
    until,
    fixed,
    isExpired,
  }: Pick<Recognised, 'fixed' | 'isExpired'> & { readonly file: string; readonly until: Day },
  lang: Lang,
): void {
  if (isExpired)
    say(
      io,
      {
        vi: `${file}: đã hết hạn ngày ${formatDay(until, 'vi')}, mọi phát hiện lại được tính`,
        en: `${file}: expired on ${formatDay(until, 'en')}, every finding counts again`,
      },
      lang,
    );
  if (fixed.length === 0) return;
  const names = some(fixed.map(({ rule, name, file: of, task = '' }) => `${of} ${rule} ${name} ${task}`.trim()));
  say(
    io,
    {
      vi: `${file}: ${fixed.length} phát hiện đã ghi nhận nay không còn (${names}); bỏ ra: dondoc baseline --prune`,
      en: `${file}: ${fixed.length} recorded and found no more (${names}); to take them out: dondoc baseline --prune`,
    },
    lang,
  );
}

/** The files that were not to be read when the folder was divided. */
export function sayWithheld(io: Io, files: readonly string[], lang: Lang): void {
  if (files.length === 0) return;
  const text = {
    vi: `không đọc được khi chia phần: ${some(files)}; máy khác mà đọc được thì các phần không ghép được với nhau`,
    en: `could not be read when the folder was divided: ${some(files)}; where another machine can read it, the shares do not fit together`,
  };
  say(io, text, lang);
}

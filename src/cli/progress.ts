import { type Lang, formatNumber } from '../lang.ts';
import type { Io } from './io.ts';

/** How far the reading is, on a terminal: files, their number a second, and the time that is left. */
export function progressOn({ stderr, now }: Io, total: number, lang: Lang) {
  const start = now().getTime();
  let read = 0;
  const isSeen = stderr.isTTY === true;
  return {
    add: (files: number): void => {
      read = Math.min(total, read + files);
      const seconds = Math.max(0.001, (now().getTime() - start) / 1000);
      const rate = Math.round(read / seconds);
      const left = Math.round(((total - read) * seconds) / Math.max(1, read));
      const [done, all, each] = [read, total, rate].map((n) => formatNumber(n, lang));
      const text = {
        vi: `đã đọc ${done}/${all} tệp, ${each} tệp/giây, còn khoảng ${left} giây`,
        en: `read ${done} of ${all} files, ${each} a second, about ${left} s left`,
      };
      if (isSeen) stderr.write(`\r\u001b[K${text[lang]}`);
    },
    end: (): void => {
      if (isSeen && read > 0) stderr.write('\r\u001b[K');
    },
  };
}

import { closest, fold, sameName } from '../fold.ts';
import { LANGS } from '../lang.ts';
import { FIGURES, type Figure } from '../model/figures.ts';
import { figureWords } from '../view/words.ts';
import { UsageError } from './usage.ts';

/** The figure that a word means: its id, or what the interface calls it, with or without marks. */
export function figureFrom(written: string): Figure | undefined {
  const named = (same: (text: string) => string): Figure | undefined =>
    FIGURES.find((figure) =>
      [figure, ...LANGS.map((lang) => figureWords[figure][lang])].some((name) => same(name) === same(written)),
    );
  return named(sameName) ?? named(fold);
}

/** The same, or a usage error that lists what there is. */
export function figureNamed(written: string): Figure {
  const figure = figureFrom(written);
  if (figure) return figure;
  const near = closest(written, FIGURES);
  const known = FIGURES.join(', ');
  throw new UsageError({
    vi: `không có loại “${written}”${near ? `; có phải ${near}?` : '.'} Các loại: ${known}`,
    en: `no class “${written}”${near ? `; did you mean ${near}?` : '.'} There are: ${known}`,
  });
}

import { groupBy } from '../../group.ts';
import { type Lang, type Text, formatNumber } from '../../lang.ts';
import { type Series, changeOf, meets, periodsIn } from '../../model/indicators.ts';
import { nameShort } from '../../model/plan.ts';
import { type Listing, column, titles } from './listing.ts';

const words = {
  silent: { vi: 'chưa báo cáo', en: 'unreported' },
  about: { vi: 'khoảng', en: 'about' },
  atLeast: { vi: 'ít nhất', en: 'at least' },
  atMost: { vi: 'không quá', en: 'at most' },
  off: { vi: 'chưa đạt', en: 'off' },
  met: { vi: 'đạt', en: 'met' },
} satisfies Record<string, Text>;

/** What the plan asks of an indicator: `khoảng 5 %`. */
function targetText({ indicator }: Pick<Series, 'indicator'>, lang: Lang): string {
  const { target, unit = '', direction, approximate } = indicator;
  const aim = approximate
    ? 'about'
    : direction === 'at-least'
      ? 'atLeast'
      : direction === 'at-most'
        ? 'atMost'
        : undefined;
  return [...(aim ? [words[aim][lang]] : []), formatNumber(target, lang), unit].filter((each) => each !== '').join(' ');
}

/** A line for each indicator and body that reported it, a column for each period in which someone did. */
export function indicatorListing(series: readonly Series[], lang: Lang): Listing {
  const periods = periodsIn(series);
  return {
    id: 'indicators',
    title: titles.indicators[lang],
    columns: [
      column('task', 7, lang),
      column('indicator', 30, lang),
      column('target', 12, lang),
      column('owner', 14, lang),
      ...periods.map(({ id }) => ({ title: id, width: 8, isFigure: true })),
      column('trend', 10, lang, true),
      column('verdict', 9, lang),
    ],
    lines: series.flatMap((each) => {
      const { task, indicator, values } = each;
      const start = [task.id, indicator.name, targetText(each, lang)];
      const byOwner = [...groupBy(values, ({ owner }) => owner)];
      if (byOwner.length === 0)
        return [{ cells: [...start, words.silent[lang], ...periods.map(() => undefined), undefined, undefined] }];
      return byOwner.map(([owner, own]) => {
        const last = own.at(-1);
        return {
          cells: [
            ...start,
            nameShort(owner),
            ...periods.map(({ id }) => own.find(({ period }) => period.id === id)?.value),
            last && trendText(each, last, lang),
            last && !indicator.approximate ? words[meets(last.value, indicator) ? 'met' : 'off'][lang] : undefined,
          ],
        };
      });
    }),
  };
}

/** What the last figure rose or fell by. */
function trendText(series: Series, last: Series['values'][number], lang: Lang): string | undefined {
  const change = changeOf(series, last);
  if (change === undefined) return undefined;
  if (change === 0) return '=';
  return `${change > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(change), lang)}`;
}

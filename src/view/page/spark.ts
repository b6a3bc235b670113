import { type Lang, formatNumber } from '../../lang.ts';
import type { Reported } from '../../model/indicators.ts';
import { type Html, markup } from './html.ts';
import { words } from './words.ts';

const WIDTH = 120;
const HEIGHT = 36;
const EDGE = 4;

/** A line through the figures of one body, the target dashed; the title says all of them. */
export function spark(values: readonly Reported[], target: number, lang: Lang): Html {
  const all = [...values.map(({ value }) => value), target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (i: number): number => round(EDGE + (i * (WIDTH - 2 * EDGE)) / (values.length - 1));
  const y = (value: number): number =>
    round(high === low ? HEIGHT / 2 : EDGE + ((high - value) / (high - low)) * (HEIGHT - 2 * EDGE));
  const points = values.map(({ value }, i) => `${x(i)},${y(value)}`).join(' ');
  const said = [
    ...values.map(({ period, value }) => `${period.id}: ${formatNumber(value, lang)}`),
    `${words.target[lang]}: ${formatNumber(target, lang)}`,
  ].join('; ');
  return markup`<svg class="spark" role="img" aria-label="${said}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
    <title>${said}</title>
    <line class="target" x1="0" y1="${y(target)}" x2="${WIDTH}" y2="${y(target)}"/>
    <polyline points="${points}"/>
    ${values.map(({ value }, i) => markup`<circle cx="${x(i)}" cy="${y(value)}" r="3"/>`)}
  </svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

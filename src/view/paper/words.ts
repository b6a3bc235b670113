import { yearOf } from '../../day.ts';
import type { Block, Paper } from './paper.ts';
import { visible } from '../visible.ts';

/**
 * What every official paper says, however it is drawn. The words are Vietnamese in every language of the tool: the law
 * gives them (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export const paperWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  report: 'BÁO CÁO',
  to: 'Kính gửi:',
  copies: 'Nơi nhận:',
  end: './.',
} as const;

/** Texts of a paper as they may be drawn: lines stay lines, nothing acts. */
export const shownLines = (text: string): string[] => text.split(/\r\n?|\n/).map(visible);

/** The number, still to be given: `gap` stands where it, a day or a month is to be filled in. */
export const numberLine = ({ symbol }: Paper, gap: string): string => `Số: ${gap}/${visible(symbol)}`;

const dayLine = ({ asOf }: Paper, gap: string): string => `ngày ${gap} tháng ${gap} năm ${yearOf(asOf)}`;

export const placeLine = (paper: Paper, gap: string): string => `${visible(paper.place)}, ${dayLine(paper, gap)}`;

export const aboutLine = ({ about }: Paper): string => `V/v ${about}`;

/** `PHỤ LỤC`, with its Roman number where there are several. */
export const annexHead = ({ annexes }: Paper, i: number): string =>
  annexes.length > 1 ? `PHỤ LỤC ${roman(i + 1)}` : 'PHỤ LỤC';

/** What an annex belongs to. */
export const annexOf = (paper: Paper, gap: string): string =>
  `(Kèm theo ${paper.kind === 'report' ? 'Báo cáo' : 'Công văn'} số ${gap}/${visible(paper.symbol)} ${dayLine(paper, gap)} của ${visible(paper.issuer)})`;

export function roman(n: number): string {
  const signs = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  const [value, sign] = signs.find(([each]) => each <= n) ?? [0, ''];
  return value === 0 ? '' : sign + roman(n - value);
}

/** A list as papers have it: each line after a dash, a semicolon behind it, a full stop behind the last. */
export const listed = (lines: readonly string[]): string[] =>
  lines.map((line, i) => `- ${visible(line).replace(/[;.\s]+$/, '')}${i === lines.length - 1 ? '.' : ';'}`);

/** The body with the sign that ends a paper behind its last words, where these are not a table. */
export function ended(body: readonly Block[]): readonly Block[] {
  const last = body.findLastIndex(({ kind }) => kind !== 'note');
  return body.map((block, i) =>
    i === last && (block.kind === 'text' || block.kind === 'item')
      ? { ...block, text: block.text.replace(/[;.\s]*$/, paperWords.end) }
      : block,
  );
}

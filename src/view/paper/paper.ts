import type { Day } from '../../day.ts';

/**
 * An official paper before it is drawn: what it says, in the parts that Nghị định 30/2020/NĐ-CP gives every paper.
 * What a person is to fill in is left as dots.
 */
export interface Paper {
  /** `report`: báo cáo, with its kind and title in the middle; `letter`: công văn, with what it is about below its number. */
  readonly kind: 'report' | 'letter';
  /** The body above the issuer, where it is named: Ủy ban nhân dân tỉnh …. */
  readonly above?: string;
  /** Who issues it, as running text has it; the head of the paper writes it, and the body above it, in capitals. */
  readonly issuer: string;
  /** What stands after the number: `BC-SCT`, `SCT-QLCN`. */
  readonly symbol: string;
  readonly place: string;
  /** The as-of day; the paper's own day is left open but for the year. */
  readonly asOf: Day;
  /** Trích yếu: what it is about. */
  readonly about: string;
  /** Kính gửi. */
  readonly to: readonly string[];
  readonly body: readonly Block[];
  /** The lines above the signature: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly signature: readonly string[];
  readonly signer?: string;
  /** Nơi nhận, without dashes. */
  readonly recipients: readonly string[];
  /** Tables too wide for the paper itself, on pages of their own, A4 landscape. */
  readonly annexes: readonly Annex[];
}

export interface Annex {
  readonly title: string;
  readonly body: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A dash and a text. */
  | { readonly kind: 'item'; readonly text: string }
  /** What the tool says of the draft, not the paper: to be taken out before signing. */
  | { readonly kind: 'note'; readonly text: string }
  | GridBlock;

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const item = (words: string): Block => ({ kind: 'item', text: words });
export const note = (words: string): Block => ({ kind: 'note', text: words });
export const heading = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, text: words });

export interface GridBlock {
  readonly kind: 'table';
  /** Widths in parts of the whole. */
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly align?: 'left' | 'center' | 'right';
  }[];
  /** Lines of cells; `strong` ones are totals and headings of groups, whose last cell may stand for all that follow: then they head the next line. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly strong?: boolean }[];
}

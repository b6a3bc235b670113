import type { Day } from '../../day.ts';
import { documentBytes, textWidth } from '../../office/document.ts';
import { BODY, centred, drawnBlocks } from './blocks.ts';
import type { Block } from './paper.ts';

const LANDSCAPE = { landscape: true, margins: { top: 20, right: 15, bottom: 15, left: 20 } } as const;

export interface Tables {
  readonly title: string;
  readonly asOf: Day;
  readonly blocks: readonly Block[];
}

/** Tables with what is said of them, as a Word document on A4 landscape: no paper, but what a meeting has before it. */
export const tablesDocx = ({ title, asOf, blocks }: Tables): Uint8Array =>
  documentBytes({
    title,
    day: asOf,
    sections: [
      {
        ...LANDSCAPE,
        blocks: [
          centred(title, { bold: true, size: BODY }, { after: 6 }),
          ...drawnBlocks(blocks, textWidth(LANDSCAPE)),
        ],
      },
    ],
  });

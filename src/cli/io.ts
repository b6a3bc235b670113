import type { Kept } from './verdicts.ts';

/** 0 nothing at or above `--fail-on`; 1 findings; 2 usage, settings, no file, broken plan; 3 internal error or output that failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What the command line has of the world; tests hand in their own. */
export interface Io {
  /** What was found before in parts of large folders, where results are kept. */
  readonly kept?: Kept;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** What other threads run, where there can be any. */
  readonly workerFile?: string;
  /** Has the engine run as suits few reports or many from here on, `grown` when it has room enough; where it can be asked. */
  readonly tune?: (to: 'few' | 'many' | 'grown') => void;
  /** At most so many bytes of standard input, to its end. */
  readonly stdin?: (most: number) => Uint8Array;
}
export interface Stream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The severity from which findings make the exit code 1. */
export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What says when a report was filed: the report alone, or held against git. */
export const FILED_BY = ['report', 'git'] as const;
export type FiledBy = (typeof FILED_BY)[number];

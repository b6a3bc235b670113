import { type By, tableOf } from '../model/summary.ts';
import { emit } from './check.ts';
import type { ExitCode, Io } from './io.ts';
import { type ReportOptions, drawingOn, openSession } from './session.ts';

export interface SummaryOptions extends ReportOptions {
  readonly by: By;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `dondoc summary`: the table of a meeting and its lists. */
export async function summaryVerb(io: Io, paths: readonly string[], options: SummaryOptions): Promise<ExitCode> {
  const { facts, lang, provenance } = openSession(io, paths, options);
  if (options.format === 'json') {
    const { summaryJson } = await import('../view/json.ts');
    emit(io, options.output, summaryJson(facts, provenance));
  } else {
    const { summaryText } = await import('../view/table.ts');
    const drawing =
      options.output === undefined ? drawingOn(io, options.color) : { color: options.color ?? false, columns: 80 };
    emit(io, options.output, summaryText(facts, tableOf(facts.rows, options.by), provenance, lang, drawing));
  }
  return 0;
}

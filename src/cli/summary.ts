import { type By, tableOf } from '../model/summary.ts';
import type { ExitCode, Io } from './io.ts';
import { emit } from './output.ts';
import { type ReportOptions, drawingOn, openSession } from './session.ts';

export interface SummaryOptions extends ReportOptions {
  readonly by: By;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `dondoc summary`: the table of a meeting and its lists. */
export async function summaryVerb(io: Io, paths: readonly string[], options: SummaryOptions): Promise<ExitCode> {
  const { facts, lang, provenance, inputs } = openSession(io, paths, options);
  if (options.format === 'json') {
    const { summaryJson } = await import('../view/json.ts');
    emit(io, options.output, inputs, summaryJson(facts, provenance));
  } else {
    const { summaryText } = await import('../view/table.ts');
    const drawing = drawingOn(io, options);
    emit(io, options.output, inputs, summaryText(facts, tableOf(facts.rows, options.by), provenance, lang, drawing));
  }
  return 0;
}

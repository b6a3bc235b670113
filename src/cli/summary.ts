import { type By, tableOf } from '../model/summary.ts';
import type { ExitCode, Io } from './io.ts';
import { emit } from './output.ts';
import { type ReportOptions, drawingOn, openSession } from './session.ts';

export interface SummaryOptions extends ReportOptions {
  readonly by: By;
  readonly format: 'text' | 'json' | 'markdown' | 'csv';
  readonly output?: string;
}

/** `dondoc summary`: the table of a meeting and its lists. */
export async function summaryVerb(io: Io, paths: readonly string[], options: SummaryOptions): Promise<ExitCode> {
  const { facts, lang, provenance, inputs } = openSession(io, paths, options);
  const table = tableOf(facts.rows, options.by, facts.plan);
  const put = (text: string): void => emit(io, options.output, inputs, text);
  if (options.format === 'json') {
    const { summaryJson } = await import('../view/json.ts');
    put(summaryJson(facts, provenance));
  } else if (options.format === 'text') {
    const { summaryText } = await import('../view/table.ts');
    put(summaryText(facts, table, provenance, lang, drawingOn(io, options)));
  } else {
    const { tableCsv, tableMarkdown } = await import('../view/table-file.ts');
    put(options.format === 'csv' ? tableCsv(table, lang) : tableMarkdown(facts, table, provenance, lang));
  }
  return 0;
}

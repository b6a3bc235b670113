import { proposalsIn } from '../model/proposals.ts';
import { proposalsJson, proposalsMarkdown, proposalsText } from '../view/proposals.ts';
import type { ExitCode, Io } from './io.ts';
import { emit } from './output.ts';
import { type ReportOptions, drawingOn, openSession } from './session.ts';

export interface ProposalsOptions extends ReportOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly output?: string;
}

/** `dondoc proposals`: the changes to the plan that departments ask for, by task. */
export function proposalsVerb(io: Io, paths: readonly string[], options: ProposalsOptions): ExitCode {
  const { facts, lang, provenance, inputs } = openSession(io, paths, options);
  const groups = proposalsIn(facts);
  const made = {
    text: () => proposalsText(facts, groups, provenance, lang, drawingOn(io, options)),
    json: () => proposalsJson(facts, groups, provenance),
    markdown: () => proposalsMarkdown(facts, groups, lang),
  }[options.format];
  emit(io, options.output, inputs, made());
  return 0;
}

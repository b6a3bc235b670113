import { proposalsIn } from '../model/proposals.ts';
import { proposalsJson, proposalsMarkdown, proposalsText } from '../view/proposals.ts';
import type { ExitCode, Io } from './io.ts';
import type { FORMATS } from './formats.ts';
import { type OutputOptions, publish } from './outputs.ts';
import { type ReportOptions, openSession } from './session.ts';

/** `dondoc proposals`: the changes to the plan that departments ask for, by task. */
export async function proposalsVerb(
  io: Io,
  paths: readonly string[],
  options: ReportOptions & OutputOptions,
): Promise<ExitCode> {
  const { facts, lang, provenance, inputs } = openSession(io, paths, options);
  const groups = proposalsIn(facts);
  await publish<(typeof FORMATS.proposals)[number]>(io, options, inputs, {
    text: (drawing) => proposalsText(facts, groups, provenance, lang, drawing),
    json: () => proposalsJson(facts, groups, provenance),
    markdown: () => proposalsMarkdown(facts, groups, lang),
  });
  return 0;
}

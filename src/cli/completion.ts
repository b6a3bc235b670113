import type { Command } from 'commander';
import type { Lang } from '../lang.ts';
import { type Shell, type Verb, completionScript } from '../view/completion.ts';
import type { ExitCode, Io } from './io.ts';
import { langOf } from './speech.ts';
import { workspaceAt } from './workspace.ts';

/** `dondoc completion`: what the command line is made of, as a script for a shell. */
export function completionVerb(
  io: Io,
  shell: Shell,
  { lang }: { readonly lang?: Lang },
  programIn: (lang: Lang) => Command,
): ExitCode {
  io.stdout.write(completionScript(shell, verbsOf(programIn(langOf(lang, workspaceAt(io))))));
  return 0;
}

/** A command and all below it, as its help shows them. */
function verbsOf(command: Command, path = ''): Verb[] {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  return [
    {
      path,
      flags: help.visibleOptions(command).map(({ short, long, description, required, argChoices = [] }) => ({
        names: [short, long].filter((name) => name != null),
        text: description,
        takesValue: required,
        choices: argChoices,
      })),
      words:
        below.length > 0
          ? below.map((each) => ({ name: each.name(), text: each.description() }))
          : choices.map((name) => ({ name, text: name })),
    },
    ...below.flatMap((each) => verbsOf(each, `${path} ${each.name()}`.trim())),
  ];
}

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGS, type Lang, type Text } from '../lang.ts';
import { CI_NAMES, SORTS, VIEWS_BY } from '../choices.ts';
import { VERSION } from '../version.ts';
import { SHELLS, type Shell } from '../view/completion.ts';
import { hanging, widthOf } from '../view/width.ts';
import type { AnnotateOptions } from './annotate.ts';
import type { BaselineOptions } from './baseline.ts';
import type { CheckOptions } from './check.ts';
import type { ConfigOptions } from './config.ts';
import type { ConvertOptions } from './convert.ts';
import type { DraftOptions } from './draft.ts';
import type { LetterOptions } from './draft-letter.ts';
import type { ExplainOptions } from './explain.ts';
import type { InitOptions } from './init.ts';
import { examples, examplesHeading } from './examples.ts';
import type { ExitCode, Io } from './io.ts';
import { FAIL_ON, FILED_BY } from './io.ts';
import type { PlanOptions } from './plan.ts';
import { FORMATS } from './formats.ts';
import type { OutputOptions } from './outputs.ts';
import type { ReportOptions } from './session.ts';
import type { SummaryOptions } from './summary.ts';
import type { TemplateOptions } from './template.ts';
import { complaints, exitCodes, headings, help, usageWords } from './words.ts';

/** Options of `check` that ask about some reports of a folder, and those that have it checked in shares. */
const OF_SOME = ['changed', 'stdin', 'stdinFilename'] as const;
const OF_SHARES = ['shard', 'snapshot', 'from'] as const;

/**
 * The command line: verbs, options, help. Each verb's code is loaded only when it runs; `done` takes its exit code.
 * Where `only` is a verb, the others are not there.
 */
export function program(io: Io, lang: Lang, done: (code: ExitCode) => void, only?: string): Command {
  const say = (text: Text): string => text[lang];
  const collect = (value: string, before: string[] = []): string[] => [...before, value];
  const count = (value: string): number => {
    if (!/^\d+$/.test(value)) throw new InvalidArgumentError(value);
    return Number(value);
  };
  const option = (flags: string, text: Text): Option => new Option(flags, say(text));
  const chosen = (flags: string, text: Text, choices: readonly string[], fallback?: string): Option => {
    const made = option(flags, text).choices(choices);
    return fallback === undefined ? made : made.default(fallback);
  };
  const common = (command: Command): Command =>
    command
      .addOption(option('--plan <plan>', help.planOption))
      .addOption(chosen('--lang <lang>', help.lang, LANGS))
      .addOption(option('--color', help.color))
      .addOption(option('--no-color', help.noColor));
  const dated = (command: Command): Command => command.addOption(option('--as-of <date>', help.asOf));
  const overReports = (command: Command): Command =>
    dated(common(command))
      .argument('[path...]', say(help.path))
      .addOption(option('--period <period>', help.period))
      .addOption(option('--owner <owner>', help.owner).argParser(collect));
  const written = (command: Command, formats: readonly string[]): Command => {
    const format = option('--format <format>', help.format).argParser((value, before?: string[]) => {
      if (!formats.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`);
      return collect(value, before);
    });
    format.argChoices = [...formats];
    return command.addOption(format).addOption(option('-o, --output <file>', help.output).argParser(collect));
  };
  const failing = (command: Command): Command =>
    command.addOption(chosen('--fail-on <severity>', help.failOn, FAIL_ON));

  const verb = (parent: Command, name: string, text: Text, key = name): Command => {
    const command = parent.command(name).description(say(text));
    return command.addHelpText('after', exampleText(key, lang));
  };

  const root = new Command('dondoc').description(say(help.program));
  /** `dondoc --lang en check` means the same as `dondoc check --lang en`. */
  const withRoot = <T>(options: T): T => ({ ...root.opts<{ lang?: Lang }>(), ...options });
  root.version(VERSION, '-V, --version', say(help.version));
  root.addHelpText('after', `${exampleText('dondoc', lang)}\n\n${hanging('', say(exitCodes), 80).join('\n')}`);

  /** What defines each verb: of a command line that begins with one, no other is needed. */
  const verbs: Readonly<Record<string, () => void>> = {
    check() {
      written(failing(overReports(verb(root, 'check', help.check))), FORMATS.check)
        .addOption(option('--rule <rule>', help.rule).argParser(collect))
        .addOption(option('-q, --quiet', help.quiet))
        .addOption(option('--limit <n>', help.limit).argParser(count))
        .addOption(option('--baseline <file>', help.baselineOption))
        .addOption(chosen('--filed-by <witness>', help.filedBy, FILED_BY))
        .addOption(option('--changed [ref]', help.changed))
        .addOption(option('--stdin', help.stdin).conflicts('changed'))
        .addOption(option('--stdin-filename <name>', help.stdinFilename))
        .addOption(option('--shard <i/n>', help.shard).conflicts([...OF_SOME]))
        .addOption(option('--snapshot <file>', help.shardSnapshot).conflicts([...OF_SOME]))
        .addOption(option('--from <file...>', help.fromShares).conflicts([...OF_SOME, 'shard', 'snapshot']))
        .addOption(option('--cache', help.cache))
        .addOption(option('--no-cache', help.noCache))
        .action(async (paths: string[], options: CheckOptions) => {
          const { withCache } = await import('./cache.ts');
          const asked = withRoot(options);
          const isPlain = asked.filedBy !== 'git' && ![...OF_SOME, ...OF_SHARES].some((name) => name in asked);
          const code = await withCache(io, 'check', paths, asked, isPlain, async (within) => {
            const { checkVerb } = await import('./check.ts');
            return checkVerb(within, paths, asked);
          });
          done(code);
        });
    },
    summary() {
      written(overReports(verb(root, 'summary', help.summary)), FORMATS.summary)
        .addOption(chosen('--by <by>', help.by, VIEWS_BY, 'owner'))
        .addOption(chosen('--sort <order>', help.sort, SORTS, 'plan'))
        .addOption(option('--class <class>', help.class).argParser(collect))
        .addOption(option('--section <section>', help.section).argParser(collect))
        .addOption(option('--compare-to <day|file>', help.compareTo))
        .addOption(option('--until <day>', help.until))
        .addOption(option('--snapshot <file>', help.snapshot))
        .addOption(option('--from <file...>', help.fromShares))
        .action(async (paths: string[], options: SummaryOptions) => {
          const { summaryVerb } = await import('./summary.ts');
          done(await summaryVerb(io, paths, withRoot(options)));
        });
    },
    baseline() {
      dated(common(verb(root, 'baseline', help.baseline)))
        .argument('[path...]', say(help.path))
        .addOption(option('--period <period>', help.period))
        .addOption(option('--reason <text>', help.reason))
        .addOption(option('--by <who>', help.recordedBy))
        .addOption(option('--until <day>', help.recordedUntil))
        .addOption(option('--prune', help.prune))
        .addOption(option('-o, --output <file>', help.baselineFile))
        .action(async (paths: string[], options: BaselineOptions) => {
          const { baselineVerb } = await import('./baseline.ts');
          done(baselineVerb(io, paths, withRoot(options)));
        });
    },
    plan() {
      const plan = verb(root, 'plan', help.plan, 'show');
      written(dated(common(verb(plan, 'show', help.planShow))), FORMATS.plan).action(async (options: PlanOptions) => {
        const { planShowVerb } = await import('./plan.ts');
        done(await planShowVerb(io, withRoot(options)));
      });
      failing(written(dated(common(verb(plan, 'check', help.planCheck, 'plan check'))), FORMATS.plan)).action(
        async (options: PlanOptions) => {
          const { planCheckVerb } = await import('./plan.ts');
          done(await planCheckVerb(io, withRoot(options)));
        },
      );
      written(dated(common(verb(plan, 'history', help.planHistory))), FORMATS.history).action(
        async (options: PlanOptions) => {
          const { planHistoryVerb } = await import('./plan-history.ts');
          done(await planHistoryVerb(io, withRoot(options)));
        },
      );
      written(common(verb(plan, 'diff', help.planDiff)), FORMATS.history)
        .argument('<from>', say(help.versionOrDay))
        .argument('<to>', say(help.versionOrDay))
        .action(async (from: string, to: string, options: PlanOptions) => {
          const { planDiffVerb } = await import('./plan-history.ts');
          done(await planDiffVerb(io, from, to, withRoot(options)));
        });
      dated(common(verb(plan, 'release', help.planRelease))).action(async (options: PlanOptions) => {
        const { planReleaseVerb } = await import('./plan-history.ts');
        done(planReleaseVerb(io, withRoot(options)));
      });
    },
    template() {
      common(verb(root, 'template', help.template))
        .argument('[owner...]', say(help.ownerArgument))
        .addOption(option('--period <period>', help.templatePeriod))
        .addOption(chosen('--format <format>', help.templateFormat, ['yaml', 'xlsx'], 'yaml'))
        .addOption(option('--register', help.registerForm))
        .addOption(option('-o, --output <folder>', help.folder))
        .addOption(option('--from <path>', help.from))
        .action(async (owners: string[], options: TemplateOptions) => {
          const { templateVerb } = await import('./template.ts');
          done(templateVerb(io, owners, withRoot(options)));
        });
    },
    proposals() {
      written(overReports(verb(root, 'proposals', help.proposals)), FORMATS.proposals).action(
        async (paths: string[], options: ReportOptions & OutputOptions) => {
          const { proposalsVerb } = await import('./proposals.ts');
          done(await proposalsVerb(io, paths, withRoot(options)));
        },
      );
    },
    draft() {
      const draft = verb(root, 'draft', help.draft, 'report');
      const drafts = [
        ['report', help.draftReport],
        ['government-report', help.draftGovernmentReport],
      ] as const;
      for (const [name, text] of drafts) {
        written(dated(common(verb(draft, name, text))), FORMATS.draft)
          .argument('[path...]', say(help.path))
          .addOption(option('--period <period>', help.draftPeriod))
          .action(async (paths: string[], options: DraftOptions & OutputOptions) => {
            const { draftReportVerb } = await import('./draft.ts');
            done(await draftReportVerb(io, name, paths, withRoot(options)));
          });
      }
      dated(common(verb(draft, 'letter', help.draftLetter)))
        .argument('[owner...]', say(help.ownerArgument))
        .addOption(option('--reports <path>', help.letterReports).argParser(collect))
        .addOption(option('--period <period>', help.draftPeriod))
        .addOption(option('--issuer <body>', help.letterIssuer))
        .addOption(option('--together', help.letterTogether))
        .addOption(option('-o, --output <folder>', help.letterFolder))
        .action(async (owners: string[], options: LetterOptions) => {
          const { draftLetterVerb } = await import('./draft-letter.ts');
          done(draftLetterVerb(io, owners, withRoot(options)));
        });
    },
    init() {
      common(verb(root, 'init', help.init))
        .argument('[folder]', say(help.initFolder))
        .addOption(option('--period <period>', help.initPeriod))
        .addOption(chosen('--ci <where>', help.initCi, CI_NAMES, 'github'))
        .addOption(chosen('--format <format>', help.templateFormat, ['xlsx', 'yaml'], 'xlsx'))
        .addOption(option('--pinned', help.initPinned))
        .action(async (folder: string | undefined, options: InitOptions) => {
          const { initVerb } = await import('./init.ts');
          done(initVerb(io, folder, withRoot(options)));
        });
    },
    annotate() {
      overReports(verb(root, 'annotate', help.annotate))
        .addOption(option('-o, --output <folder>', help.annotateFolder))
        .action(async (paths: string[], options: AnnotateOptions) => {
          const { annotateVerb } = await import('./annotate.ts');
          done(annotateVerb(io, paths, withRoot(options)));
        });
    },
    convert() {
      common(verb(root, 'convert', help.convert))
        .argument('[path...]', say(help.path))
        .addOption(chosen('--to <format>', help.convertTo, ['xlsx', 'yaml', 'json']))
        .addOption(option('-o, --output <folder>', help.convertFolder))
        .action(async (paths: string[], options: ConvertOptions) => {
          const { convertVerb } = await import('./convert.ts');
          done(convertVerb(io, paths, withRoot(options)));
        });
    },
    config() {
      failing(written(common(verb(root, 'config', help.config)), FORMATS.config))
        .addOption(option('--baseline <file>', help.baselineOption))
        .action(async (options: ConfigOptions) => {
          const { configVerb } = await import('./config.ts');
          done(await configVerb(io, withRoot(options)));
        });
    },
    explain() {
      written(overReports(verb(root, 'explain', help.explain).argument('[about]', say(help.about))), FORMATS.explain)
        .addOption(option('--class <class>', help.class).argParser(collect))
        .addOption(option('--section <section>', help.section).argParser(collect))
        .addOption(option('--support', help.explainSupport))
        .addOption(option('--all', help.explainAll))
        .action(async (about: string | undefined, paths: string[], options: ExplainOptions) => {
          const { explainVerb } = await import('./explain.ts');
          done(await explainVerb(io, about, paths, withRoot(options)));
        });
    },
    completion() {
      verb(root, 'completion', help.completion)
        .addArgument(new Argument('<shell>', say(help.shell)).choices(SHELLS))
        .addOption(chosen('--lang <lang>', help.lang, LANGS))
        .action(async (shell: Shell, options: { readonly lang?: Lang }) => {
          const { completionVerb } = await import('./completion.ts');
          done(completionVerb(io, shell, withRoot(options), (spoken) => program(io, spoken, done)));
        });
    },
  };
  const wanted = only !== undefined && Object.hasOwn(verbs, only) ? verbs[only] : undefined;
  for (const define of wanted ? [wanted] : Object.values(verbs)) define();

  for (const command of [root, ...root.commands.flatMap((each) => [each, ...each.commands])]) {
    command
      .helpOption('-h, --help', say(help.help))
      .helpCommand(false)
      .showSuggestionAfterError(true)
      .exitOverride()
      .configureHelp({
        helpWidth: Math.min(io.stdout.columns ?? 80, 110),
        styleTitle: (title) => headings[title]?.[lang] ?? title,
        optionDescription: (described) => described.description + choicesText(described, lang),
        argumentDescription: (described) => described.description + choicesText(described, lang),
        styleUsage: (usage) =>
          usage.replace('[options]', say(usageWords.options)).replace('[command]', say(usageWords.command)),
        subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(/\[(options|command)\]\s*/g, ''),
      })
      .configureOutput({
        writeOut: (text) => void io.stdout.write(text),
        writeErr: () => undefined,
        outputError: () => undefined,
      });
  }
  // Shown once `--lang` is known anywhere on the line, so that `dondoc --lang en --help` works too.
  root.addOption(chosen('--lang <lang>', help.lang, LANGS).hideHelp());
  return root;
}

/** What commander adds to an option or argument in English: its choices and its default. */
function choicesText({ argChoices, defaultValue }: Option | Argument, lang: Lang): string {
  const choices = argChoices ? ` (${argChoices.join(', ')})` : '';
  return typeof defaultValue === 'string'
    ? `${choices}${lang === 'vi' ? `, mặc định ${defaultValue}` : `, default ${defaultValue}`}`
    : choices;
}

function exampleText(verb: string, lang: Lang): string {
  const lines = (examples[verb] ?? []).flatMap(([command, text]) => [`  # ${text[lang]}`, ...commandLines(command)]);
  return `\n${examplesHeading[lang]}\n${lines.join('\n')}`;
}

/** A command as a shell takes it: on one line, or broken before options where that is wider than 80 cells. */
function commandLines(command: string): string[] {
  if (widthOf(`  ${command}`) <= 80) return [`  ${command}`];
  const lines: string[] = [];
  let line = ' ';
  for (const part of command.split(/ (?=-)/)) {
    if (widthOf(`${line} ${part} \\`) > 80) {
      lines.push(`${line} \\`);
      line = '   ';
    }
    line += ` ${part}`;
  }
  return [...lines, line];
}

/** What a command line that cannot be understood ends in. */
export { CommanderError };

/** A commander error as a sentence in the user's language. */
export function complaint({ code, message }: CommanderError, lang: Lang): string {
  const [first = '', second = ''] = Array.from(message.matchAll(/'([^']+)'/g), ([, word = '']) => word);
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  const allowed = /Allowed choices are ([^.]+)\./.exec(message)?.[1];
  const word = code === 'commander.invalidArgument' ? `${second} (${first})` : first;
  const sentence = complaints[code]?.[lang](word) ?? message;
  const hints = [
    ...(near ? [lang === 'vi' ? `có phải ${near}?` : `did you mean ${near}?`] : []),
    ...(allowed ? [lang === 'vi' ? `nhận một trong: ${allowed}` : `takes one of: ${allowed}`] : []),
  ];
  return [sentence, ...hints].join('; ');
}

/** An option as it is typed, or a word in its place. */
export interface Word {
  readonly name: string;
  readonly text: string;
}
export interface Flag {
  /** `-o` and `--output`, or one of them. */
  readonly names: readonly string[];
  readonly text: string;
  /** Must be followed by a value. */
  readonly takesValue: boolean;
  /** What the value is one of; empty for anything. */
  readonly choices: readonly string[];
}
/** What may follow a verb, or the name of the program where `path` is empty. */
export interface Verb {
  /** `plan show`. */
  readonly path: string;
  readonly flags: readonly Flag[];
  /** The verbs below it, or what its argument is one of; without any it takes files. */
  readonly words: readonly Word[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that completes what is typed after `dondoc`; it knows all by itself and runs nothing. */
export const completionScript = (shell: Shell, verbs: readonly Verb[]): string =>
  `${WRITERS[shell](verbs).join('\n')}\n`;

const WRITERS: Readonly<Record<Shell, (verbs: readonly Verb[]) => string[]>> = {
  bash: (verbs) => [
    '# dondoc completion bash > ~/.local/share/bash-completion/completions/dondoc',
    '_dondoc() {',
    `  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} verb='' words='' word`,
    '  COMPREPLY=()',
    `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do`,
    ...verbOf(verbs),
    '  done',
    '  # bash parts --format=json at its sign.',
    `  if [[ $cur == = ]]; then cur=''; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi`,
    '  case "$verb:$before" in',
    ...values(verbs, (choices) => (choices.length > 0 ? `words='${choices.join(' ')}'` : 'return')),
    '    *)',
    '      case "$verb:$cur" in',
    ...verbs.flatMap(({ path, flags, words }) => [
      `        '${path}:-'*) words='${flags.flatMap(({ names }) => names).join(' ')}' ;;`,
      `        '${path}:'*) words='${words.map(({ name }) => name).join(' ')}' ;;`,
    ]),
    '      esac',
    '      ;;',
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
    '}',
    '# Files, where nothing else is known.',
    'complete -o default -F _dondoc dondoc',
  ],
  zsh: (verbs) => [
    '#compdef dondoc',
    '# dondoc completion zsh > ~/.zfunc/_dondoc   (a folder of $fpath)',
    '_dondoc() {',
    `  local before=$words[CURRENT-1] verb='' word`,
    '  local -a found',
    '  for word in $words[2,CURRENT-1]; do',
    ...verbOf(verbs),
    '  done',
    `  if [[ $PREFIX == --*=* ]]; then before=\${PREFIX%%=*}; compset -P '*='; fi`,
    '  case "$verb:$before" in',
    ...values(verbs, (choices) => (choices.length > 0 ? `compadd -- ${choices.join(' ')}; return` : '_files; return')),
    '  esac',
    '  case "$verb:$PREFIX" in',
    ...verbs.flatMap(({ path, flags, words }) => [
      `    '${path}:-'*)`,
      `      found=(`,
      ...flags.flatMap(({ names, text }) => names.map((name) => `        ${zshWord({ name, text })}`)),
      `      )`,
      `      _describe -o option found`,
      `      ;;`,
      ...(words.length === 0
        ? [`    '${path}:'*) _files ;;`]
        : [
            `    '${path}:'*)`,
            `      found=(`,
            ...words.map((word) => `        ${zshWord(word)}`),
            `      )`,
            `      _describe word found`,
            `      ;;`,
          ]),
    ]),
    '  esac',
    '}',
    '# Loaded from $fpath it is called at once; sourced it is made known.',
    `if [[ $funcstack[1] == _dondoc ]]; then _dondoc "$@"; else compdef _dondoc dondoc; fi`,
  ],
  fish: (verbs) => [
    '# dondoc completion fish > ~/.config/fish/completions/dondoc.fish',
    'function __dondoc_verb',
    `    set -l verb ''`,
    '    for word in (commandline -opc)',
    '        switch "$verb $word"',
    `            case ${steps(verbs).join(' ')}`,
    '                set verb (string trim -- "$verb $word")',
    '        end',
    '    end',
    '    test "$verb" = "$argv"',
    'end',
    ...verbs.flatMap(({ path, flags, words }) => {
      const here = `complete -c dondoc -n ${fishText(`__dondoc_verb ${path}`.trim())}`;
      return [
        ...words.map(({ name, text }) => `${here} -f -a ${name} -d ${fishText(text)}`),
        ...flags.map(({ names, text, takesValue, choices }) => {
          const typed = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
          const value = choices.length > 0 ? [`-x -a '${choices.join(' ')}'`] : takesValue ? ['-r'] : [];
          return [here, ...typed, ...value, `-d ${fishText(text)}`].join(' ');
        }),
      ];
    }),
  ],
};

/** `plan show` as a step from `plan`, ` plan` as one from nothing. */
const steps = (verbs: readonly Verb[]): string[] =>
  verbs.flatMap(({ path }) => (path === '' ? [] : [`'${path.includes(' ') ? path : ` ${path}`}'`]));

/** The case that follows the verbs typed so far, in bash and zsh. */
const verbOf = (verbs: readonly Verb[]): string[] => [
  '    case "$verb $word" in',
  `      ${steps(verbs).join(' | ')}) verb=\${verb:+$verb }$word ;;`,
  '    esac',
];

/** A branch for each option that takes a value. */
const values = (verbs: readonly Verb[], then: (choices: readonly string[]) => string): string[] =>
  verbs.flatMap(({ path, flags }) =>
    flags
      .filter(({ takesValue }) => takesValue)
      .map(({ names, choices }) => `    ${names.map((name) => `'${path}:${name}'`).join(' | ')}) ${then(choices)} ;;`),
  );

/** In single quotes, as fish has it. */
const fishText = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A name and what it is, as `_describe` of zsh has it. */
const zshWord = ({ name, text }: Word): string =>
  `'${name}:${text.replace(/[\\:]/g, '\\$&').replaceAll("'", "'\\''")}'`;

/** The kinds of programs that wend starts. */
export type ProgramSort = 'git' | 'editor' | 'pager' | 'opener' | 'shell' | 'tmux' | 'picker'

/** What a kind of program is given and denied; `docs/programs.md` is this table as a page. */
export interface ProgramRules {
  /** Who chooses the program; never a vault. */
  readonly namedBy: string
  /** What its last arguments are; they may hold names from a vault. */
  readonly given: string
  /** Whether such an argument is allowed; if not, the program is not started. */
  readonly takes: (argument: string) => boolean
  /** Arguments that come first. */
  readonly flags: readonly string[]
  /** Environment variables set unless the user has set them. */
  readonly defaults: Readonly<Record<string, string>>
  /** Environment variables that are always set (an empty text too). All others are the user's. */
  readonly sets: Readonly<Record<string, string>>
  /** Environment variables that are removed. */
  readonly unsets: readonly string[]
}

const isAbsolutePath = (argument: string): boolean => /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(argument)
const isWebAddress = (argument: string): boolean => /^(?:https?:\/\/|mailto:)[^\s\0]+$/i.test(argument)

/** What each kind of program may do. Programs are started without a shell. */
export const programRules: Readonly<Record<ProgramSort, ProgramRules>> = {
  git: {
    namedBy: '`git` of `$PATH`, for `--changed`, `--staged`, `history`, `diff` and `publish`',
    given: 'what is asked; the path of a note after `--` or a commit alone, taken letter by letter',
    takes: () => true,
    flags: [
      '--no-optional-locks',
      ...[
        'core.fsmonitor=false',
        'core.hooksPath=/dev/null',
        'core.quotePath=false',
        'core.untrackedCache=false',
        'log.showSignature=false',
      ],
      ...['log.showRoot=true', 'log.diffMerges=off', 'i18n.logOutputEncoding=UTF-8', 'diff.orderFile=/dev/null'],
      ...['core.sshCommand=false', 'core.askPass=', 'credential.helper=', 'safe.bareRepository=explicit'],
    ].flatMap((flag) => (flag.startsWith('--') ? [flag] : ['-c', flag])),
    defaults: {},
    sets: { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
    unsets: ['GIT_EXTERNAL_DIFF', 'GIT_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_PROXY_COMMAND', 'GIT_PAGER'],
  },
  editor: {
    namedBy: "`--editor`, `$VISUAL`, `$EDITOR` or `editor` of the user's own configuration",
    given: "a note's absolute path, with the line where the editor takes one",
    takes: () => true,
    flags: [],
    defaults: {},
    sets: {},
    unsets: [],
  },
  pager: {
    namedBy: "`--pager`, `$WEND_PAGER`, `$PAGER` or `pager` of the user's own configuration, else `less -FRX`",
    given: 'nothing; the text, neutralised, on its standard input',
    takes: () => true,
    flags: [],
    defaults: { LESS: 'FRX', LV: '-c' },
    sets: {},
    unsets: [],
  },
  shell: {
    namedBy: "`sh`, for a line of `aliases` of the user's own configuration that begins with `!`",
    given: 'that line, and what the user typed after its name as its arguments',
    takes: () => true,
    flags: [],
    defaults: {},
    sets: {},
    unsets: [],
  },
  tmux: {
    namedBy: '`tmux` of `$PATH`, where `$TMUX` is set and a note with pictures is shown',
    given: 'which terminal it runs in, never a name from the vault',
    takes: () => true,
    flags: ['display-message', '-p'],
    defaults: {},
    sets: {},
    unsets: [],
  },
  picker: {
    namedBy: '`fzf` of `$PATH`, for `--pick`',
    given:
      'its options and a line of `sh` that shows the note under the cursor, with `wend show`; paths and titles, neutralised, on its standard input',
    takes: () => true,
    flags: [],
    defaults: {},
    sets: { SHELL: '/bin/sh' },
    unsets: ['FZF_DEFAULT_COMMAND'],
  },
  opener: {
    namedBy: '`xdg-open`, `open` or `explorer`, by the system',
    given: "a note's absolute path, or an address that begins with `http:`, `https:` or `mailto:`",
    takes: (argument) => isAbsolutePath(argument) || isWebAddress(argument),
    flags: [],
    defaults: {},
    sets: {},
    unsets: [],
  },
}

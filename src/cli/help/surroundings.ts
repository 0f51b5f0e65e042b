/** The environment variables that wend reads; a test compares them with the program. */
export const environmentVariables: readonly (readonly [string, string])[] = [
  ['WEND_VAULT', 'the folder of notes, or the name of a vault, where -C names none'],
  ['WEND_PAGER', 'the command line of the pager; empty for none'],
  ['WEND_DEBUG', 'where set, an error is told with the place in the program that it comes from'],
  ['VISUAL, EDITOR', 'the command line of the editor'],
  ['PAGER', 'the command line of the pager, after WEND_PAGER and the configuration'],
  ['NO_COLOR', 'no colours'],
  ['FORCE_COLOR, CLICOLOR_FORCE', 'colours where there is no terminal, too: 0 to 3'],
  ['CLICOLOR', 'no colours where it is 0'],
  ['COLORTERM, TERM, TERM_PROGRAM', 'what the terminal can show: colours, pictures'],
  ['COLORFGBG', 'the colours of the terminal, by which the theme is chosen where none is set'],
  [
    'TMUX',
    'tmux is asked which terminal it runs in and lets pictures through (allow-passthrough); else they are half blocks',
  ],
  ['FORCE_HYPERLINK', 'links that can be clicked: 1 always, 0 never'],
  ['COLUMNS', 'how wide text is laid out where there is no terminal'],
  [
    'XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME',
    'where configuration, caches and what can be undone lie, instead of ~/.config, ~/.cache and ~/.local/state',
  ],
  ['HOME, LOCALAPPDATA', 'the folder that these are in'],
  ['PATH', 'where the editor, the pager, git and fzf are looked for'],
  ['GIT_DIR, GIT_WORK_TREE', 'the repository that git is asked of, where they name another than that of the folder'],
  ['SHELL', 'whose completion is installed where none is named'],
  ['TZ', 'the time zone of dates, where time.zone is not set'],
  ['SOURCE_DATE_EPOCH', 'what counts as now, in seconds since 1970, for output that can be made again'],
  ['CI', 'the terminal is asked nothing'],
]

/** The meaning of each exit code. */
export const exitCodes: readonly (readonly [string, string])[] = [
  ['0', 'fine'],
  ['1', 'no: nothing was found, check found errors, or the vault refused what was asked'],
  ['2', 'wrong usage, or something could not be read or written'],
  ['130', 'interrupted by Ctrl-C'],
]

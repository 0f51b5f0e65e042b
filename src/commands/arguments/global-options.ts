import type { OptionSpec } from '../command.ts'

/** The options that every command takes, before or after its name. */
export const globalOptions: readonly OptionSpec[] = [
  { flags: '-C, --vault <folder>', description: 'the folder of notes, or the name of a vault', completes: 'vault' },
  { flags: '--color <when>', description: 'colour output', choices: ['auto', 'always', 'never'], initial: 'auto' },
  { flags: '--width <columns>', description: 'columns to lay text out in' },
  { flags: '--pager <command>', description: 'page long output with this', completes: 'command' },
  { flags: '--no-pager', description: 'never page long output' },
  { flags: '--pick', description: 'choose the NOTE from a list, with fzf where it is installed' },
  { flags: '--no-cache', description: 'read every note anew' },
  { flags: '--follow', description: 'follow symbolic links that leave the vault' },
  { flags: '-q, --quiet', description: 'no messages, only data and failures' },
  { flags: '--verbose', description: 'say which vault was read' },
]

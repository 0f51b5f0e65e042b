import type { Command, OptionSpec } from '../command.ts'

/** Options of commands that print a report. */
const formatOptions: readonly OptionSpec[] = [
  { flags: '-f, --format <format>', description: '' },
  { flags: '--json', description: '' },
  { flags: '-0, --null', description: '' },
]

/** The first word of a saved view that is neither an option of the command nor its value; `--watch` is not allowed in views. */
export function oddWord(words: readonly string[], command: Pick<Command, 'options'>): string | undefined {
  const options = [...command.options, ...formatOptions]
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const spec = options.find(({ flags }) => flagsOf(flags).some((flag) => isFlag(word, flag)))
    if (spec === undefined || spec.flags.includes('--watch')) return word
    if (!spec.flags.includes('<')) {
      if (!flagsOf(spec.flags).includes(word)) return word
    } else if (flagsOf(spec.flags).includes(word)) at++
  }
  return undefined
}

/** Whether a word is a flag, alone or with its value: `-n`, `-n10`, `--limit`, `--limit=10`. */
function isFlag(word: string, flag: string): boolean {
  return word === flag || word.startsWith(flag.startsWith('--') ? `${flag}=` : flag)
}

/** The flags in the way an option is declared: `-n, --limit <count>` has two. */
export function flagsOf(flags: string): readonly string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith('-'))
}

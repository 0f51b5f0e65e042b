import { insertText } from '../../core/plan/write/insert-text.ts'
import type { Options } from '../arguments/options.ts'
import { requireExactTarget } from '../arguments/require-note.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { oneSection } from './one-section.ts'
import { typedText } from './typed-text.ts'

const theArguments = [
  { name: '<note>', description: 'path, title or alias; NOTE#Heading for a section', completes: 'note' },
  { name: '[text...]', description: 'the text; without it that of standard input, or your editor' },
] as const
const options = [
  { flags: '--section <heading>', description: 'put it below this heading', completes: 'heading' },
  dryRunOption,
] as const

/** `wend append`: text at the end of a note or section. */
export const append: Command = {
  arguments: theArguments,
  options,
  examples: [
    ['wend append inbox "- [ ] call the bank"', 'a line at the end; undo takes it back'],
    ['date | wend append log --section Runs', 'what another program says, below a heading'],
    ['wend append inbox', 'on a terminal: write it in your editor'],
  ],
  reports: ['changes'],
  run: (context, args, given) => put(context, args, given, 'end'),
}

/** `wend prepend`: text at the start of a note or section. */
export const prepend: Command = {
  arguments: theArguments,
  options,
  examples: [
    ['wend prepend log "- newest first"', 'after the front matter and the title'],
    ['wend prepend log#Runs "- newest first"', 'right below a heading'],
    ['wend prepend log "- newest" --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, args, given) => put(context, args, given, 'start'),
}

async function put(
  context: Context,
  [query = '', ...words]: readonly string[],
  given: Options,
  at: 'start' | 'end',
): Promise<Outcome> {
  const text = await typedText(context, words)
  return runPlan(context, given, async (source) => {
    const { note, anchor } = await requireExactTarget(context, query)
    return insertText(source, note, { text, at, section: oneSection(query, anchor, given.text('section')) })
  })
}
